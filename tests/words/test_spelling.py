import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.words.spelling import SPELT_UP_TO, in_words


@pytest.mark.parametrize(
    ("number", "vi", "ru", "en"),
    [
        (2999, "hai nghìn chín trăm chín mươi chín", "две тысячи девятьсот девяносто девять",
         "two thousand nine hundred ninety-nine"),
        (0, "không", "ноль", "zero"),
        (15, "mười lăm", "пятнадцать", "fifteen"),
        (21, "hai mươi mốt", "двадцать один", "twenty-one"),
        (101, "một trăm linh một", "сто один", "one hundred one"),
        (1000, "một nghìn", "одна тысяча", "one thousand"),
        (1005, "một nghìn không trăm linh năm", "одна тысяча пять", "one thousand five"),
        (54_024, "năm mươi tư nghìn không trăm hai mươi tư", "пятьдесят четыре тысячи двадцать четыре",
         "fifty-four thousand twenty-four"),
        (112_345, "một trăm mười hai nghìn ba trăm bốn mươi lăm", "сто двенадцать тысяч триста сорок пять",
         "one hundred twelve thousand three hundred forty-five"),
        (-4, "âm bốn", "минус четыре", "minus four"),
    ],
)  # fmt: skip
def test_a_number_is_spelt_as_it_is_said(number, vi, ru, en):
    assert (in_words(number), in_words(number, "ru"), in_words(number, "en")) == (vi, ru, en)


@pytest.mark.parametrize("language", ["vi", "ru", "en"])
@given(first=st.integers(0, SPELT_UP_TO - 1), other=st.integers(0, SPELT_UP_TO - 1))
def test_two_numbers_are_never_spelt_alike(language, first, other):
    assert (in_words(first, language) == in_words(other, language)) is (first == other)


def test_a_million_is_not_spelt():
    with pytest.raises(ValueError, match="1000000"):
        in_words(SPELT_UP_TO)
