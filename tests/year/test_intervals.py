import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.year import ALWAYS, Interval


def day(number):
    return dt.date(2021, 1, 1) + dt.timedelta(days=number)


def between(first, until):
    return Interval(None if first is None else day(first), None if until is None else day(until))


def test_the_first_day_is_inside_and_the_end_is_not():
    march = between(59, 90)
    assert [march.holds(day(number)) for number in (58, 59, 89, 90)] == [False, True, True, False]


def test_an_open_end_has_no_last_day():
    assert ALWAYS.holds(dt.date.min)
    assert ALWAYS.holds(dt.date.max)
    assert between(3, None).holds(dt.date.max)
    assert not between(3, None).holds(day(2))


@pytest.mark.parametrize(
    ("first", "until", "days"), [(0, 10, 5), (7, 8, 1), (None, None, 10), (12, 20, 3), (15, 20, 0), (8, 8, 0)]
)
def test_the_days_shared_with_a_period_are_counted(first, until, days):
    assert between(first, until).days_within(day(5), day(15)) == days


def test_an_interval_without_a_day_is_empty_and_overlaps_nothing():
    assert between(5, 5).is_empty()
    assert between(6, 5).is_empty()
    assert not between(5, 6).is_empty()
    assert not ALWAYS.is_empty()
    assert not between(5, 5).overlaps(ALWAYS)
    assert not ALWAYS.overlaps(between(5, 5))


ends = st.none() | st.integers(0, 12)


@given(ends, ends, ends, ends)
def test_two_intervals_overlap_when_some_day_lies_in_both(a, b, c, d):
    one, other = between(a, b), between(c, d)
    shared = any(one.holds(day(number)) and other.holds(day(number)) for number in range(-1, 14))
    assert one.overlaps(other) is shared
    assert other.overlaps(one) is shared


@given(ends, ends, st.integers(0, 12), st.integers(0, 12))
def test_days_within_counts_day_by_day(a, b, c, d):
    counted = sum(between(a, b).holds(day(number)) for number in range(c, d))
    assert between(a, b).days_within(day(c), day(d)) == counted
