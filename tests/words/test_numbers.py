from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.words import LANGUAGES, Ambiguous, NotANumber, percent_text, read_number, written


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2.999,4", "2999.4"),
        ("2999,4", "2999.4"),
        ("2 999,4", "2999.4"),
        ("3\u00a0001,5", "3001.5"),
        ("3\u202f001,5", "3001.5"),
        ("2999.4", "2999.4"),
        ("12.5", "12.5"),
        ("12.3456", "12.3456"),
        ("1234.567", "1234.567"),
        ("0.999", "0.999"),
        ("2,999", "2.999"),
        ("2.999.000", "2999000"),
        ("2 999 000", "2999000"),
        ("3001", "3001"),
        ("007", "7"),
        ("-6,8", "-6.8"),
        ("\u22126,8", "-6.8"),
        ("- 5", "-5"),
        ("+5", "5"),
        (" 5 ", "5"),
        ("0", "0"),
        ("-0", "0"),
    ],
)
def test_a_number_written_clearly_is_read(text, value):
    assert read_number(text) == Decimal(value)
    assert str(read_number(text)) == value


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [("2.999", "2999", "2.999"), ("-12.345", "-12345", "-12.345"), ("999.000", "999000", "999.000")],
)
def test_a_point_before_three_digits_goes_back_to_its_author(text, first, second):
    assert read_number(text) == Ambiguous(text, (Decimal(first), Decimal(second)))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "--5",
        "+-5",
        "~30",
        "khoảng 30",
        "1e5",
        "NaN",
        "Infinity",
        "5%",
        "1,2,3",
        "2,999.4",
        "12.34,5",
        "1.234 567",
        "1.23.456",
        ",5",
        "5,",
        ".5",
        "5.",
        "1_000",
        "٣",
        "１２",
        "1.٣٣٣.٣٣٣",
    ],
)
def test_what_is_no_number_is_refused(text):
    with pytest.raises(NotANumber):
        read_number(text)


def test_in_english_point_and_comma_change_places():
    assert read_number("2,999.4", "en") == Decimal("2999.4")
    assert read_number("2,999", "en") == Ambiguous("2,999", (Decimal(2999), Decimal("2.999")))
    with pytest.raises(NotANumber, match=r"2\.999,4"):
        read_number("2.999,4", "en")


@pytest.mark.parametrize(
    ("language", "text"), [("vi", "-1.234.567,80"), ("ru", "-1\u00a0234\u00a0567,80"), ("en", "-1,234,567.80")]
)
def test_a_number_is_written_with_the_separators_of_a_language(language, text):
    assert written(Decimal("-1234567.80"), language) == text


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [
        ("2999.4", 1, "2.999,4"),
        ("2865", 1, "2.865,0"),
        ("0.05", None, "0,05"),
        ("-0.05", 2, "-0,05"),
        ("-0.0", 1, "0,0"),
        ("2.50", 1, "2,5"),
        ("2.00", 0, "2"),
        ("1E+3", None, "1.000"),
        ("1E+3", 2, "1.000,00"),
        ("0E-3", None, "0,000"),
    ],
)
def test_digits_asked_for_are_printed_and_none_is_invented(value, digits, text):
    assert written(Decimal(value), "vi", digits) == text


def test_the_printer_never_rounds():
    with pytest.raises(ValueError, match=r"2\.55 has more than 1 decimals"):
        written(Decimal("2.55"), "vi", 1)


def test_a_number_longer_than_the_decimal_context_is_written_whole():
    assert (
        written(Decimal("1234567890123456789012345678901.25"), "vi", 3)
        == "1.234.567.890.123.456.789.012.345.678.901,250"
    )


def test_a_percentage_is_written_as_each_language_writes_it():
    assert [percent_text(Decimal("105.5"), language) for language in LANGUAGES] == ["105,5%", "105,5\u00a0%", "105.5%"]


decimals = st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value="-1e12", max_value="1e12")
any_decimals = st.one_of(decimals, st.integers(-(10**40), 10**40).map(Decimal), st.decimals("-1e9", "1e9", places=1))


@given(any_decimals, st.sampled_from(LANGUAGES))
def test_what_is_written_in_a_language_is_read_back_in_it(number, language):
    text = written(number, language)
    read = read_number(text, language)
    if isinstance(read, Ambiguous):
        assert number in read.readings
        assert len(text.lstrip("-")) <= 7
    else:
        assert read == number


@given(any_decimals)
def test_vietnamese_and_russian_read_each_other(number):
    assert number in _readings(read_number(written(number, "ru")))
    assert number in _readings(read_number(written(number, "vi"), "ru"))


def _readings(read):
    return read.readings if isinstance(read, Ambiguous) else (read,)


@given(any_decimals, st.integers(0, 8))
def test_writing_to_digits_keeps_the_value_or_refuses(number, digits):
    try:
        text = written(number, "en", digits)
    except ValueError:
        assert number != round(number, digits)
    else:
        assert Decimal(text.replace(",", "")) == number
        assert len(text.partition(".")[2]) == digits
