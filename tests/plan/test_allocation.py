from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tongket.figures.ratio import NotExact
from tongket.plan import CannotAllocate, allocate
from tongket.plan.allocation import largest_remainder


def values(allocation):
    return {part.code: str(part.value) for part in allocation.parts}


def adjusted(allocation):
    return {part.code: str(part.adjusted) for part in allocation.adjusted}


def test_a_total_is_divided_by_shares():
    got = allocate(Decimal("2999.4"), {"09-1": Decimal("95.5"), "09-3/12": Decimal("4.5")}, 1)
    assert values(got) == {"09-1": "2864.4", "09-3/12": "135.0"}
    assert got.adjusted == ()


def test_the_residue_of_the_last_digit_goes_to_the_part_cut_the_most_and_is_told():
    got = allocate(100, {"A": 1, "B": 1, "C": 1}, 1)
    assert values(got) == {"A": "33.4", "B": "33.3", "C": "33.3"}
    assert (adjusted(got), got.residue) == ({"A": "0.1"}, Decimal("0.1"))
    assert got.parts[0].exactly == Fraction(100, 3)


def test_parts_that_round_up_too_often_give_back():
    got = allocate(1, {"A": 1, "B": 1, "C": 4}, 0)
    assert values(got) == {"A": "0", "B": "0", "C": "1"}
    got = allocate(2, {"A": 1, "B": 1, "C": 1}, 0)
    assert values(got) == {"A": "1", "B": "1", "C": "0"}
    assert (adjusted(got), got.residue) == ({"C": "-1"}, -1)


def test_among_parts_cut_equally_the_one_stated_first_comes_first():
    assert values(allocate(1, {"B": 1, "A": 1}, 0)) == {"B": "1", "A": "0"}
    assert values(allocate(1, {"A": 1, "B": 1}, 0)) == {"A": "1", "B": "0"}


def test_a_negative_total_is_divided_as_the_positive_one():
    weights = {"A": Decimal("2.5"), "B": Decimal("1.2"), "C": 3}
    up, down = allocate(Decimal("4.5"), weights, 1), allocate(Decimal("-4.5"), weights, 1)
    assert [part.value for part in down.parts] == [-part.value for part in up.parts]


def test_weights_may_be_fractions_and_one_of_zero_gets_nothing():
    got = allocate(7, {"A": Fraction(1, 3), "B": Fraction(2, 3), "C": 0}, 0)
    assert values(got) == {"A": "2", "B": "5", "C": "0"}


def test_digits_may_be_thousands():
    got = allocate(2_999_000, {"A": 1, "B": 1}, -3)
    assert values(got) == {"A": "1500000", "B": "1499000"}


def test_the_residue_may_be_given_to_a_chosen_part():
    got = allocate(100, {"A": 1, "B": 1, "C": 1}, 1, residue_to="C")
    assert values(got) == {"A": "33.3", "B": "33.3", "C": "33.4"}
    assert adjusted(got) == {"C": "0.1"}


@pytest.mark.parametrize(
    ("total", "weights", "digits", "chosen", "sentence"),
    [
        (100, {"A": 0, "B": Decimal("0.0")}, 1, None, "the weights of A, B are all zero"),
        (100, {}, 1, None, "the weights of no part are all zero"),
        (100, {"A": 2, "B": -1}, 1, None, "the weight of B is negative"),
        (Decimal("0.05"), {"A": 1}, 1, None, "finer than 1 decimals"),
        (100, {"A": 1}, 1, "Z", "Z is to take the residue but is none of A"),
    ],
)
def test_what_cannot_be_divided_is_refused_by_name(total, weights, digits, chosen, sentence):
    with pytest.raises(CannotAllocate, match=sentence):
        allocate(total, weights, digits, residue_to=chosen)


def test_a_float_is_no_weight():
    with pytest.raises(NotExact):
        allocate(1, {"A": 0.5}, 1)


totals = st.integers(-(10**15), 10**15)
weights = st.lists(st.fractions(0, 1000, max_denominator=997), min_size=1, max_size=7).filter(any)


@given(totals, weights, st.integers(-2, 4), st.none() | st.integers(0, 6))
def test_parts_add_up_to_the_total_exactly_whoever_takes_the_residue(whole, weights, digits, chosen):
    assume(chosen is None or chosen < len(weights))
    total = Fraction(whole) / Fraction(10) ** digits
    named = {f"U{n}": weight for n, weight in enumerate(weights)}
    got = allocate(total, named, digits, residue_to=None if chosen is None else f"U{chosen}")
    assert sum(Fraction(part.value) for part in got.parts) == total
    assert [part.exactly for part in got.parts] == [total * weight / sum(weights) for weight in weights]


@given(totals, weights, st.integers(-2, 4))
def test_no_part_is_a_whole_unit_of_the_last_digit_away_from_its_share(whole, weights, digits):
    unit = 1 / Fraction(10) ** digits
    got = allocate(whole * unit, {f"U{n}": weight for n, weight in enumerate(weights)}, digits)
    assert all(abs(Fraction(part.value) - part.exactly) < unit for part in got.parts)
    assert all(abs(part.adjusted) <= unit for part in got.parts)


@given(totals, weights)
def test_the_residue_told_is_what_rounding_each_part_alone_would_miss(whole, weights):
    got = allocate(whole, {f"U{n}": weight for n, weight in enumerate(weights)}, 0)
    alone = sum(int(abs(part.exactly) + Fraction(1, 2)) * (1 if part.exactly >= 0 else -1) for part in got.parts)
    assert got.residue == whole - alone


@given(totals, st.lists(st.integers(0, 10**6), min_size=1, max_size=7).filter(any))
def test_no_other_division_into_whole_numbers_is_nearer_part_by_part(total, weights):
    """Moving one unit from any part to any other never brings both nearer to their shares."""
    parts = largest_remainder(total, weights)
    assert sum(parts) == total
    shares = [Fraction(total * weight, sum(weights)) for weight in weights]
    away = [abs(part - share) for part, share in zip(parts, shares, strict=True)]
    for giver in range(len(parts)):
        for taker in range(len(parts)):
            after = abs(parts[giver] - 1 - shares[giver]), abs(parts[taker] + 1 - shares[taker])
            assert giver == taker or sum(after) >= away[giver] + away[taker]
