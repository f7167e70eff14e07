"""How results stand to their targets, for many rows at once: exceeded, met, not met, not due, and the percentages.

One row is weighed by the code that weighs a hundred million. Plan and actual are whole numbers at one scale, or days.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Self

import numpy as np
from numpy.typing import NDArray

from tongket.figures.tables import Column, Mask, Whole, percents

Codes = NDArray[np.int8]


class Direction(IntEnum):
    """Which way an indicator is good: more, less, or a thing done by a day (its numbers are then days)."""

    UP = 0
    DOWN = 1
    ON_DATE = 2


class TargetState(IntEnum):
    """Whether there is a target to stand against."""

    ASSIGNED = 0
    NOT_ASSIGNED = 1
    NOT_DUE = 2


class Standing(IntEnum):
    """How a result stands to its target; the names are those of the results room's `Achievement`."""

    EXCEEDED = 0
    MET = 1
    NOT_MET = 2
    NOT_DUE = 3
    NOT_ASSIGNED = 4
    NOT_AVAILABLE = 5
    NOT_COMPUTABLE = 6
    UNDECIDED = 7


@dataclass(frozen=True, slots=True)
class Ends:
    """Amounts as ranges: both ends equal for a number, one not known for a bound, none known for nothing."""

    low: Column
    high: Column

    @classmethod
    def exactly(cls, column: Column) -> Self:
        """Take single numbers as ranges of no width."""
        return cls(column, column)

    @property
    def stated(self) -> Mask:
        """Where there is an amount at all."""
        return self.low.known | self.high.known


@dataclass(frozen=True, slots=True)
class Outcome:
    """What `achieved` answers: a `Standing` a row, and percent of plan x 10**digits, not known where there is none."""

    standing: Codes
    percent: Ends


def achieved(
    plan: Ends, actual: Ends, *, direction: Codes, target: Codes, cut_off: Whole | int, digits: int
) -> Outcome:
    """Weigh actual figures against plans, row by row, by `Direction` and `TargetState`; figures end at day `cut_off`.

    More is better: the plan must be surely above 0; over its upper end is exceeded, under its lower end not met.
    Less is better: up to the plan's upper end is met, a plan of 0 too. On date: by the plan's last day is met; nothing
    yet is not due while that day comes after the cut-off. A range is decided only where both its ends agree.
    """
    standing = np.select(
        [target == TargetState.NOT_ASSIGNED, target == TargetState.NOT_DUE, ~plan.stated],
        [Standing.NOT_ASSIGNED, Standing.NOT_DUE, Standing.NOT_AVAILABLE],
        np.choose(
            direction, [_more_is_better(plan, actual), _less_is_better(plan, actual), _by_day(plan, actual, cut_off)]
        ),
    )
    comparable = (target == TargetState.ASSIGNED) & np.choose(direction, [_above_zero(plan), ~_below_zero(plan), False])
    return Outcome(standing.astype(np.int8), _percent_of_plan(plan, actual, comparable, digits))


def _more_is_better(plan: Ends, actual: Ends) -> NDArray[np.int64]:
    least, most = actual.low, actual.high
    surely_over = least.known & plan.high.known & (least.values > plan.high.values)
    surely_under = most.known & (most.values < plan.low.values)
    never_over = ~plan.high.known | (most.known & (most.values <= plan.high.values))
    never_under = least.known & (least.values >= plan.low.values)
    return np.select(
        [~actual.stated, ~_above_zero(plan), surely_over, surely_under, never_over & never_under],
        [Standing.NOT_AVAILABLE, Standing.NOT_COMPUTABLE, Standing.EXCEEDED, Standing.NOT_MET, Standing.MET],
        Standing.UNDECIDED,
    )


def _less_is_better(plan: Ends, actual: Ends) -> NDArray[np.int64]:
    surely_over = actual.low.known & (actual.low.values > plan.high.values)
    never_over = actual.high.known & (actual.high.values <= plan.high.values)
    return np.select(
        [~actual.stated, ~plan.high.known, surely_over, never_over],
        [Standing.NOT_AVAILABLE, Standing.NOT_COMPUTABLE, Standing.NOT_MET, Standing.MET],
        Standing.UNDECIDED,
    )


def _by_day(plan: Ends, actual: Ends, cut_off: Whole | int) -> NDArray[np.int64]:
    """Weigh a day like an amount that had better be small; but its absence speaks once the plan's last day is over."""
    nothing_yet = np.where(plan.high.values > cut_off, Standing.NOT_DUE, Standing.NOT_MET)
    weighed = _less_is_better(plan, actual)
    return np.where(
        plan.high.known & ~actual.stated, nothing_yet, np.where(plan.high.known, weighed, Standing.NOT_COMPUTABLE)
    )


def _above_zero(plan: Ends) -> Mask:
    return plan.low.known & (plan.low.values > 0)


def _below_zero(plan: Ends) -> Mask:
    return plan.low.known & (plan.low.values < 0)


def _percent_of_plan(plan: Ends, actual: Ends, comparable: Mask, digits: int) -> Ends:
    """Divide low by high and high by low; a loss the other way round, so that low stays the lower end."""
    low = percents(actual.low, _divisor(plan.high, plan.low, actual.low, comparable), digits)
    if plan.low is plan.high and actual.low is actual.high:
        return Ends.exactly(low)
    return Ends(low, percents(actual.high, _divisor(plan.low, plan.high, actual.high, comparable), digits))


def _divisor(of_gain: Column, of_loss: Column, part: Column, comparable: Mask) -> Column:
    values = np.where(part.values >= 0, of_gain.values, of_loss.values)
    known = np.where(part.values >= 0, of_gain.known, of_loss.known)
    return Column(values, known & comparable & (values > 0))
