import random
from fractions import Fraction

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.figures.ratio import nearest
from tongket.figures.tables import Column, RatioTooLarge, percents, ratios

INT64 = st.integers(-(2**63), 2**63 - 1)
CASES = 20_000


def drawn(chance):
    """A whole number of any size up to 63 bits, small ones and both signs as likely as large ones."""
    return chance.choice((-1, 1)) * chance.getrandbits(chance.randint(0, 60))


def exactly(part, whole, factor):
    return None if part is None or not whole else nearest(Fraction(part * factor, whole))


def test_twenty_thousand_percentages_equal_those_of_fractions():
    chance = random.Random(2021)
    rows = [(drawn(chance) >> 12, drawn(chance)) for _ in range(CASES)]
    rows += [(whole * k // 400, whole) for k in range(-400, 400) for whole in (8, 40, 3_200, -1_000)]
    got = percents(Column.of([p for p, _ in rows]), Column.of([w for _, w in rows]), 1).to_list()
    assert got == [exactly(p, w, 1000) for p, w in rows]


def test_one_row_alone_gives_what_it_gives_among_others():
    chance = random.Random(7)
    rows = [(drawn(chance) >> 20, drawn(chance)) for _ in range(500)]
    together = percents(Column.of([p for p, _ in rows]), Column.of([w for _, w in rows]), 2).to_list()
    assert together == [percents(Column.of([p]), Column.of([w]), 2).to_list()[0] for p, w in rows]


@given(INT64, INT64, st.sampled_from([1, 7, 10, 100, 250]), st.integers(0, 6))
def test_a_ratio_is_exact_or_refused_for_want_of_room(part, whole, times, digits):
    factor = times * 10**digits
    expected = exactly(part, whole, factor)
    try:
        assert ratios(Column.of([part]), Column.of([whole]), times=times, digits=digits).to_list() == [expected]
    except RatioTooLarge:
        assert abs(expected) > 2**63 - 1 - factor


@pytest.mark.parametrize(
    ("part", "whole", "expected"), [(1, 8, 1250), (1, 16, 625), (1, 32, 313), (-1, 32, -313), (1, -32, -313)]
)
def test_a_half_of_the_last_digit_goes_away_from_zero(part, whole, expected):
    assert percents(Column.of([part]), Column.of([whole]), 2).to_list() == [expected]


def test_nothing_is_known_of_a_ratio_to_zero_or_to_what_is_not_known():
    assert percents(Column.of([1, None, 1, 0]), Column.of([0, 2, None, 5]), 1).to_list() == [None, None, None, 0]


def test_a_revenue_in_hundredths_of_a_dong_that_would_overflow_when_multiplied_is_divided_exactly():
    revenue, plan = 10**17 + 1, 10**17
    assert revenue * 1000 > 2**63
    assert percents(Column.of([revenue]), Column.of([plan]), 2).to_list() == [10_000]


def test_the_least_64_bit_number_has_a_ratio_too():
    assert percents(Column.of([-(2**63)]), Column.of([2**59]), 0).to_list() == [-1600]


@pytest.mark.parametrize("row", [1, 65_535, 65_536, 150_000])
def test_what_leaves_64_bits_is_refused_with_its_row(row):
    parts = [1] * row + [2**62, 5]
    with pytest.raises(RatioTooLarge, match=f"row {row}: {2**62} / 3") as refusal:
        percents(Column.of(parts), Column.of([3] * len(parts)), 2)
    assert refusal.value.row == row


@pytest.mark.parametrize("whole", [2**63 - 1, -(2**63), 2**62 + 1, (2**64 - 1) // 10 + 1, (2**64 - 1) // 10])
def test_wholes_up_to_the_largest_number_are_divided_exactly(whole):
    parts = [1, whole // 2, whole // 3, whole - 1 if whole > 0 else whole + 1, -(2**63), 2**63 - 1]
    got = percents(Column.of(parts), Column.of([whole] * len(parts)), 6).to_list()
    assert got == [exactly(part, whole, 10**8) for part in parts]


def test_a_ratio_of_one_step_is_refused_when_it_is_too_large_for_its_sign():
    with pytest.raises(RatioTooLarge):
        ratios(Column.of([-(2**63)]), Column.of([-1]))


def test_ratios_are_not_taken_to_negative_digits():
    with pytest.raises(ValueError, match="not 100 times to -3"):
        percents(Column.of([1]), Column.of([1]), -3)


def test_no_rows_give_no_rows():
    assert percents(Column.of([]), Column.of([]), 1).to_list() == []


@pytest.mark.parametrize("make", [lambda a: a, lambda a: pa.chunked_array([a, a.slice(1)])])
def test_a_column_goes_through_arrow_and_back_with_its_gaps(make):
    array = make(pa.array([5, None, -7], pa.int64()))
    assert Column.from_arrow(array).to_arrow().to_pylist() == array.to_pylist()
    assert Column.from_arrow(array).values.dtype == np.int64
