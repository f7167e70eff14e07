"""Key projects: whether a milestone came early, on time or late, and whether stages stand in their order."""

import datetime as dt
from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import Final

from tongket.organisation import Organisation
from tongket.plan import findings as say
from tongket.plan.facts import Milestone, Plan, Stage
from tongket.plan.wording import milestone_name
from tongket.words import Finding
from tongket.year import Granularity, Period, days_late

_ORDER: Final = tuple(stage for stage in Stage if stage is not Stage.OTHER)


class Timeliness(StrEnum):
    """How a milestone stands on a day."""

    EARLY = "early"
    ON_TIME = "on_time"
    LATE = "late"
    NOT_DUE = "not_due"
    OVERDUE = "overdue"


def lateness(milestone: Milestone) -> int | None:
    """Return by how many days a milestone came late (negative: early); None while it has not come."""
    return None if milestone.actual is None else days_late(milestone.baseline, milestone.actual)


def expected_lateness(milestone: Milestone) -> int | None:
    """Return by how many days it came or is forecast late; None when it has neither come nor been forecast."""
    day = milestone.actual or milestone.forecast
    return None if day is None else days_late(milestone.baseline, day)


def timeliness(milestone: Milestone, cut_off: dt.date) -> Timeliness:
    """Say how a milestone stands on a cut-off day: what came after that day has not come yet.

    The cut-off day counts to its end, so what was planned for that very day and has not come is overdue.
    A date known to a month or quarter counts by its last day.
    """
    late = lateness(milestone)
    if milestone.actual is None or late is None or milestone.actual.first > cut_off:
        return Timeliness.OVERDUE if cut_off >= milestone.baseline.last else Timeliness.NOT_DUE
    if late == 0:
        return Timeliness.ON_TIME
    return Timeliness.LATE if late > 0 else Timeliness.EARLY


def stages_in_order(plan: Plan, _: Organisation) -> Iterator[Finding]:
    """Find milestones planned, or come, wholly before one of an earlier stage of their project."""
    by_project: dict[str, list[Milestone]] = {}
    for milestone in plan.milestones:
        if milestone.stage in _ORDER:
            by_project.setdefault(milestone.project, []).append(milestone)
    for milestones in by_project.values():
        for one in milestones:
            yield from _too_early(one, milestones, lambda milestone: milestone.baseline)
            yield from _too_early(one, milestones, lambda milestone: milestone.actual)


def _too_early(
    one: Milestone, others: list[Milestone], date: Callable[[Milestone], Period | None]
) -> Iterator[Finding]:
    here = date(one)
    for other in others:
        there = date(other)
        if here and there and _ORDER.index(other.stage) < _ORDER.index(one.stage) and here.last < there.first:
            yield say.STAGE_TOO_EARLY.at(
                one.place,
                project=one.project,
                stage=milestone_name(one),
                date=_said(here),
                earlier=milestone_name(other),
                earlier_date=_said(there),
            )


def _said(period: Period) -> dt.date | str:
    """A day as the sentence writes days; a longer period by its code."""
    return period.first if period.granularity is Granularity.DAY else str(period)
