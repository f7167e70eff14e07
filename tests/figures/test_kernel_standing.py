from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tongket.figures.ratio import nearest
from tongket.figures.standing import Direction, Ends, Standing, TargetState, achieved
from tongket.figures.tables import Column

CUT_OFF = 18_600
UP, DOWN, ON_DATE = Direction
S = Standing


def weigh(rows, cut_off=CUT_OFF, digits=1):
    """Weigh rows of (plan_low, plan_high, actual_low, actual_high, direction, target)."""
    ends = [Column.of([row[i] for row in rows]) for i in range(4)]
    codes = [np.array([row[i] for row in rows], dtype=np.int8) for i in (4, 5)]
    outcome = achieved(
        Ends(*ends[:2]), Ends(*ends[2:]), direction=codes[0], target=codes[1], cut_off=cut_off, digits=digits
    )
    low, high = outcome.percent.low.to_list(), outcome.percent.high.to_list()
    return [(Standing(code), *percent) for code, *percent in zip(outcome.standing.tolist(), low, high, strict=True)]


def one(plan, actual, direction=UP, target=TargetState.ASSIGNED):
    [row] = weigh([(*plan, *actual, direction, target)])
    return row


def number(value):
    return (value, value)


@pytest.mark.parametrize(
    ("plan", "actual", "expected"),
    [
        (number(600), number(633), (S.EXCEEDED, 1055, 1055)),
        (number(600), number(600), (S.MET, 1000, 1000)),
        (number(600), number(599), (S.NOT_MET, 998, 998)),
        (number(600), number(-3), (S.NOT_MET, -5, -5)),
        (number(0), number(5), (S.NOT_COMPUTABLE, None, None)),
        (number(-4), number(5), (S.NOT_COMPUTABLE, None, None)),
        (number(600), (None, None), (S.NOT_AVAILABLE, None, None)),
        ((300, 450), number(400), (S.MET, 889, 1333)),
        ((300, 450), number(451), (S.EXCEEDED, 1002, 1503)),
        ((300, 450), number(299), (S.NOT_MET, 664, 997)),
        ((300, 450), number(-9), (S.NOT_MET, -30, -20)),
        ((0, 450), number(451), (S.NOT_COMPUTABLE, None, None)),
        ((300, None), number(350), (S.MET, None, 1167)),
        ((None, 450), number(350), (S.NOT_COMPUTABLE, None, None)),
        (number(290), (300, None), (S.EXCEEDED, 1034, None)),
        (number(310), (300, None), (S.UNDECIDED, 968, None)),
        (number(310), (None, 300), (S.NOT_MET, None, 968)),
        (number(310), (300, 320), (S.UNDECIDED, 968, 1032)),
        ((300, None), (300, None), (S.MET, None, None)),
    ],
)
def test_more_is_better(plan, actual, expected):
    assert one(plan, actual) == expected


@pytest.mark.parametrize(
    ("plan", "actual", "expected"),
    [
        (number(0), number(0), (S.MET, None, None)),
        (number(0), number(1), (S.NOT_MET, None, None)),
        (number(200), number(150), (S.MET, 750, 750)),
        (number(200), number(201), (S.NOT_MET, 1005, 1005)),
        (number(-5), number(-6), (S.MET, None, None)),
        ((None, 157), number(150), (S.MET, 955, None)),
        ((None, -5), number(3), (S.NOT_MET, None, None)),
        ((-2, 5), number(3), (S.MET, None, None)),
        ((157, None), number(150), (S.NOT_COMPUTABLE, None, 955)),
        (number(200), (190, 210), (S.UNDECIDED, 950, 1050)),
        (number(200), (None, 190), (S.MET, None, 950)),
        (number(200), (None, None), (S.NOT_AVAILABLE, None, None)),
    ],
)
def test_less_is_better_and_is_never_exceeded(plan, actual, expected):
    assert one(plan, actual, DOWN) == expected


@pytest.mark.parametrize(
    ("plan", "actual", "expected"),
    [
        ((18_500, 18_590), number(18_590), S.MET),
        ((18_500, 18_590), number(18_400), S.MET),
        ((18_500, 18_590), number(18_591), S.NOT_MET),
        ((18_500, 18_590), (18_580, 18_610), S.UNDECIDED),
        ((18_500, 18_590), (18_591, None), S.NOT_MET),
        ((18_500, CUT_OFF + 1), (None, None), S.NOT_DUE),
        ((18_500, CUT_OFF), (None, None), S.NOT_MET),
        ((18_500, None), (None, None), S.NOT_COMPUTABLE),
    ],
)
def test_on_date(plan, actual, expected):
    assert one(plan, actual, ON_DATE) == (expected, None, None)


@pytest.mark.parametrize("direction", Direction)
def test_without_a_target_there_is_no_verdict_and_no_percentage(direction):
    assert one(number(5), number(7), direction, TargetState.NOT_ASSIGNED) == (S.NOT_ASSIGNED, None, None)
    assert one(number(5), number(7), direction, TargetState.NOT_DUE) == (S.NOT_DUE, None, None)
    assert one((None, None), number(7), direction) == (S.NOT_AVAILABLE, None, None)


def test_each_row_may_have_its_own_cut_off():
    rows = [(18_500, 18_590, None, None, ON_DATE, TargetState.ASSIGNED)] * 2
    assert [row[0] for row in weigh(rows, np.array([18_589, 18_590]))] == [S.NOT_DUE, S.NOT_MET]


def test_a_direction_that_does_not_exist_is_refused():
    with pytest.raises(ValueError, match="invalid entry"):
        weigh([(1, 1, 1, 1, 3, TargetState.ASSIGNED)])


def at(direction, plan, value):
    """The verdict on one number, by the words of the rule."""
    low, high = plan
    if direction is UP:
        return S.EXCEEDED if value > high else S.NOT_MET if value < low else S.MET
    return S.MET if value <= high else S.NOT_MET


@st.composite
def ranges(draw):
    low, high = sorted(draw(st.tuples(st.integers(-30, 30), st.integers(-30, 30))))
    return (low, high)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(ranges(), ranges(), st.sampled_from(Direction)), min_size=1, max_size=60))
def test_a_range_is_decided_as_every_number_in_it_would_be(cases):
    outcomes = weigh([(*plan, *actual, direction, TargetState.ASSIGNED) for plan, actual, direction in cases])
    for (plan, actual, direction), (standing, low, high) in zip(cases, outcomes, strict=True):
        if direction is UP and plan[0] <= 0:
            assert standing is S.NOT_COMPUTABLE
            continue
        verdicts = {at(direction, plan, value) for value in range(actual[0], actual[1] + 1)}
        both = {at(direction, plan, end) for end in actual}
        assert standing is (verdicts.pop() if len(both) == 1 else S.UNDECIDED)
        if plan[0] > 0 and direction is not ON_DATE:
            corners = [nearest(Fraction(a * 1000, p)) for a in actual for p in plan]
            assert (low, high) == (min(corners), max(corners))
