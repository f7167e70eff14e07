from decimal import Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.figures.ratio import NotExact, from_scaled, nearest, percent, ratio, rounded, scaled

WHOLE = st.integers(-(10**30), 10**30)
FRACTIONS = st.fractions(min_value=-(10**20), max_value=10**20)


def test_the_plan_of_2021_was_reached_to_105_and_a_half_percent():
    assert percent(633, 600, 1) == Decimal("105.5")


def test_a_plan_of_zero_has_no_percentage():
    assert percent(5, 0, 2) is None
    assert ratio(0, Decimal("0.00")) is None


@pytest.mark.parametrize(
    ("number", "digits", "expected"),
    [
        ("2.5", 0, "3"),
        ("-2.5", 0, "-3"),
        ("2.675", 2, "2.68"),
        ("-2.675", 2, "-2.68"),
        ("1.005", 2, "1.01"),
        ("2.4999999999999999999999999999999999", 0, "2"),
        ("149", -2, "100"),
        ("150", -2, "200"),
    ],
)
def test_halves_go_away_from_zero(number, digits, expected):
    assert rounded(Decimal(number), digits) == Decimal(expected)


def test_all_decimals_asked_for_are_kept():
    assert str(percent(1, 1, 2)) == "100.00"


def test_rounding_does_not_depend_on_the_precision_in_force():
    with localcontext() as context:
        context.prec = 3
        assert str(rounded(Fraction(10**20, 3), 2)) == "33333333333333333333.33"


@pytest.mark.parametrize("number", [0.5, 105.5, float("nan"), Decimal("NaN"), Decimal("Infinity"), True, "1"])
def test_what_is_not_exact_is_refused(number):
    with pytest.raises(NotExact, match="exact number"):
        rounded(number, 1)


def test_scaling_that_would_drop_a_digit_is_refused():
    assert scaled(Decimal("2999.4"), 1) == 29_994
    with pytest.raises(ValueError, match="more than 0 decimals"):
        scaled(Decimal("2999.4"), 0)


@given(WHOLE, st.integers(0, 9))
def test_scaling_and_back_gives_the_same_number(whole, digits):
    assert scaled(from_scaled(whole, digits), digits) == whole


@given(FRACTIONS)
def test_the_nearest_whole_number_is_never_more_than_a_half_away_and_a_half_goes_outwards(number):
    distance = abs(Fraction(nearest(number)) - number)
    assert distance <= Fraction(1, 2)
    assert distance < Fraction(1, 2) or abs(nearest(number)) > abs(number)
