from collections import Counter
from decimal import Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.figures import MEASURES, converted, measure_of


def convert(value, from_, to):
    return converted(Decimal(value), measure_of(from_), measure_of(to))


@pytest.mark.parametrize(
    ("value", "from_", "to", "result"),
    [
        ("2999.4", "kt", "t", "2999400"),
        ("2865000", "t", "nghìn tấn", "2865"),
        ("3.42", "Mt", "kt", "3420"),
        ("70400000", "m3", "triệu m3", "70.4"),
        ("9.16", "tỷ m3", "triệu m3", "9160"),
        ("627.2", "nghìn tỷ đồng", "tỷ đồng", "627200"),
        ("1", "đồng", "nghìn tỷ đồng", "0.000000000001"),
        ("1.38", "tỷ USD", "triệu USD", "1380"),
        ("-4.5", "triệu USD", "USD", "-4500000"),
        ("0.00", "t", "kt", "0"),
    ],
)
def test_measures_of_one_dimension_convert_exactly(value, from_, to, result):
    assert f"{convert(value, from_, to):f}" == result


@pytest.mark.parametrize(
    ("from_", "to"), [("kt", "m3"), ("kt", "ktoe"), ("m3", "Sm3"), ("USD", "VND"), ("t", "bbl"), ("giếng", "%")]
)
def test_what_differs_by_more_than_scale_is_refused(from_, to):
    with pytest.raises(ValueError, match="do not differ by scale alone"):
        convert("1", from_, to)


def test_large_money_never_loses_a_digit_to_the_precision_in_force():
    dong = "942800000000000123456789012345.67"
    with localcontext() as context:
        context.prec = 5
        assert str(convert(dong, "VND", "TVND")) == "942800000000000123.45678901234567"
        assert str(convert(dong, "TVND", "VND")) == "942800000000000123456789012345670000000000"


def test_a_measure_is_known_by_its_code_or_vietnamese_name():
    assert measure_of("nghìn tấn") is measure_of("kt") is MEASURES["kt"]
    assert measure_of("kt").label.ru == "тыс. т"


def test_a_measure_not_listed_stands_for_itself():
    assert convert("26", "giếng", "giếng") == 26
    assert measure_of("vụ/1 triệu giờ công").label.vi == "vụ/1 triệu giờ công"


def test_every_factor_is_a_power_of_ten_so_a_conversion_only_moves_digits():
    assert all(Counter(measure.factor.as_tuple().digits)[1] == 1 for measure in MEASURES.values())
    assert all(measure.factor == Decimal(1).scaleb(measure.factor.adjusted()) for measure in MEASURES.values())


def test_no_vietnamese_name_stands_for_two_measures():
    assert [
        name for name, times in Counter(measure.label.vi for measure in MEASURES.values()).items() if times > 1
    ] == []


def test_every_measure_is_named_in_three_languages():
    assert [measure.code for measure in MEASURES.values() if not (measure.label.ru and measure.label.en)] == []


numbers = st.decimals(allow_nan=False, allow_infinity=False, min_value="-1e35", max_value="1e35", places=12)
pairs = st.sampled_from([(a, b) for a in MEASURES.values() for b in MEASURES.values() if a.dimension == b.dimension])


@given(numbers, pairs)
def test_a_conversion_equals_the_arithmetic_of_fractions_and_comes_back(number, pair):
    own, other = pair
    there = converted(number, own, other)
    assert Fraction(there) * Fraction(other.factor) == Fraction(number) * Fraction(own.factor)
    assert converted(there, other, own) == number
