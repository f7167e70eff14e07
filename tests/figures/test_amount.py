from decimal import Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.figures import EXACT, Amount, total
from tongket.figures.ratio import NotExact

LARGE = "12345678901234567890123456789012.34"


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("2999.4", "2999.4", "2999.4"),
        ("3.00..4.50", "3.00", "4.50"),
        ("-4.5..-1", "-4.5", "-1"),
        (">3000", "3000", None),
        ("<157", None, "157"),
        (LARGE, LARGE, LARGE),
    ],
)
def test_an_amount_is_one_number_a_range_or_a_bound(text, low, high):
    amount = Amount.parse(text)
    assert (amount.low, amount.high) == tuple(None if end is None else Decimal(end) for end in (low, high))
    assert str(amount) == text
    assert amount.is_exact is (low == high)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "..",
        "3..",
        "..3",
        "4..3",
        ">",
        "<",
        "> ",
        "1e3",
        "1_000",
        "NaN",
        "Infinity",
        "2.999,4",
        "３",
        "><5",
        "khoảng 3",
    ],
)
def test_what_is_no_amount_is_refused(text):
    with pytest.raises(ValueError, match=r"."):
        Amount.parse(text)


def test_two_equal_ends_are_one_number():
    assert Amount.parse("3.0..3").is_exact
    assert Amount.parse("3.0..3").exact == 3


def test_minus_zero_is_zero():
    assert str(Amount.parse("-0.0")) == "0.0"


def test_an_amount_that_says_nothing_is_refused():
    with pytest.raises(ValueError, match="at least one end"):
        Amount(None, None)


@pytest.mark.parametrize("number", [Decimal("NaN"), Decimal("Infinity"), "-Infinity"])
def test_an_amount_is_a_number(number):
    with pytest.raises(NotExact):
        Amount.of(number)


def test_a_float_is_no_amount():
    with pytest.raises(NotExact, match=r"0\.1 is not an exact number"):
        Amount.of(0.1)


@pytest.mark.parametrize("text", ["3..4", ">3", "<4"])
def test_a_range_or_bound_is_not_taken_for_one_number(text):
    with pytest.raises(ValueError, match="is not one number"):
        Amount.parse(text).exact  # noqa: B018 - asking is the test


def test_a_change_is_applied_to_both_ends_and_an_open_end_stays_open():
    assert Amount.parse("3..4").mapped(lambda number: number * 10) == Amount.parse("30..40")
    assert Amount.parse(">3").mapped(lambda number: number * 10) == Amount.parse(">30")


def test_a_total_adds_ends_apart_and_an_open_end_stays_open():
    assert total([Amount.parse("3..4"), Amount.parse("10")]) == Amount.parse("13..14")
    assert total([Amount.parse(">3"), Amount.parse("10..12")]) == Amount.parse(">13")
    with pytest.raises(ValueError, match="at least one end"):
        total([Amount.parse(">3"), Amount.parse("<3")])


def test_nothing_adds_up_to_zero():
    assert total([]) == Amount.of(0)


def test_a_total_never_loses_a_digit_to_the_precision_in_force():
    with localcontext() as context:
        context.prec = 3
        assert total([Amount.parse(LARGE), Amount.parse("0.001")]).exact == Decimal(
            "12345678901234567890123456789012.341"
        )


numbers = st.decimals(allow_nan=False, allow_infinity=False, min_value="-1e30", max_value="1e30", places=9)


@given(st.lists(numbers, max_size=8))
def test_a_total_equals_the_sum_of_fractions(listed):
    assert Fraction(total(map(Amount.of, listed)).exact) == sum(map(Fraction, listed))


@given(numbers, numbers)
def test_every_amount_is_read_back_as_it_was_written(one, other):
    for amount in (Amount.of(one), Amount(min(one, other), max(one, other)), Amount(one, None), Amount(None, one)):
        assert Amount.parse(str(amount)) == amount


@given(numbers, numbers)
def test_the_exact_context_multiplies_and_subtracts_as_fractions_do(one, other):
    assert Fraction(EXACT.multiply(one, other)) == Fraction(one) * Fraction(other)
    assert Fraction(EXACT.subtract(one, other)) == Fraction(one) - Fraction(other)
