"""Time and price in the results: who filed when, the day a plan was reached, milestones, price against volume."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import accumulate
from typing import Final

from tongket.dossier import Filing
from tongket.figures import Figure, Kind
from tongket.plan import Direction, Milestone, Plan
from tongket.plan.milestones import Timeliness, lateness, timeliness
from tongket.plan.pricing import at_plan_price, price_assumption
from tongket.results.cells import Cell, Series
from tongket.results.facts import (
    Achievement,
    Comparison,
    EarlyFinish,
    FilingOutcome,
    FilingState,
    MilestoneOutcome,
    PriceEffect,
)
from tongket.year import Granularity, Period

_MILESTONE: Final = {
    Timeliness.EARLY: Achievement.MET,
    Timeliness.ON_TIME: Achievement.MET,
    Timeliness.LATE: Achievement.NOT_MET,
    Timeliness.NOT_DUE: Achievement.NOT_DUE,
    Timeliness.OVERDUE: Achievement.NOT_MET,
}


def filing_outcome(filing: Filing) -> FilingOutcome:
    """Say whether a unit filed on time; a deadline day ends at 24:00, so filing on the day itself is on time.

    A dossier that came on a day nobody noted is neither on time nor late.
    """
    if filing.filed_on is None:
        return FilingOutcome(filing, FilingState.RECEIVED if filing.came else FilingState.MISSING, 0)
    late = (filing.filed_on - filing.due).days if filing.due else 0
    return FilingOutcome(filing, FilingState.LATE if late > 0 else FilingState.ON_TIME, max(late, 0))


def milestone_outcome(milestone: Milestone, cut_off: dt.date) -> MilestoneOutcome:
    """Say how a milestone stands at the end of the cut-off day; what came later has not come yet."""
    stands = timeliness(milestone, cut_off)
    came = stands not in (Timeliness.NOT_DUE, Timeliness.OVERDUE)
    return MilestoneOutcome(milestone, lateness(milestone) if came else None, _MILESTONE[stands])


def early_finishes(
    comparisons: Iterable[Comparison], figures: Mapping[Cell, Figure], plan: Plan, year: int
) -> Iterator[EarlyFinish]:
    """Find when the running total of days or months first reached a plan (its upper end) the year did not miss.

    With monthly data the month is known, not the day: the plan counts as reached on the month's last day.
    A plan reached in December's last day is not early and is left out.
    """
    rising = {i.code for i in plan.indicators if i.direction is Direction.UP and i.accumulates}
    whole_year = Period.of_year(year)
    running: dict[tuple[str, str, str | None], list[tuple[Period, Decimal]]] = {}
    for cell, figure in figures.items():
        step = cell.period.granularity in (Granularity.MONTH, Granularity.DAY)
        if step and cell.series == Series(Kind.ACTUAL) and cell.period.year == year and figure.amount.low is not None:
            key = (cell.org_unit, cell.indicator, cell.breakdown)
            running.setdefault(key, []).append((cell.period, figure.amount.low))
    for row in comparisons:
        target = row.figure(Kind.PLAN)
        steps = running.get((row.org_unit, row.indicator, row.breakdown))
        if row.period != whole_year or row.indicator not in rising or not target or not steps or not row.plan_line:
            continue
        wanted = target.amount.high
        if wanted is None or wanted <= 0 or row.achievement is Achievement.NOT_MET:
            continue
        reached = _first_reached(sorted(steps), wanted)
        early = (whole_year.last - reached.last).days if reached else 0
        if reached and early > 0:
            yield EarlyFinish(
                row.org_unit, row.indicator, row.breakdown, row.plan_line, row.plan_version or "", reached, early
            )


def _first_reached(steps: list[tuple[Period, Decimal]], wanted: Decimal) -> Period | None:
    finest = max(period.granularity for period, _ in steps)
    same = [(period, value) for period, value in steps if period.granularity is finest]
    totals = accumulate(value for _, value in same)
    return next((period for (period, _), total in zip(same, totals, strict=True) if total >= wanted), None)


def price_effects(comparisons: Iterable[Comparison], plan: Plan) -> Iterator[PriceEffect]:
    """Split revenue's difference from plan into volume and price, exactly additive.

    The value at the plan's price is what was reported under the indicator that says so
    (`at_plan_price_of`), else actual times planned price over realised price, rounded once.
    """
    rows = list(comparisons)
    stated = {i.at_plan_price_of: i.code for i in plan.indicators if i.at_plan_price_of}
    digits = {i.code: i.digits for i in plan.indicators}
    reported = {(r.org_unit, r.indicator, r.breakdown, r.period): r.actual for r in rows if r.actual}
    for row in rows:
        target, actual = row.figure(Kind.PLAN), row.actual
        if row.breakdown or not (target and actual and target.amount.is_exact and actual.amount.is_exact):
            continue
        key = (row.org_unit, stated.get(row.indicator, ""), row.breakdown, row.period)
        value = reported[key].amount.low if key in reported else None
        if value is None:
            value = _by_prices(plan, row, actual.amount.exact, digits[row.indicator])
        if value is not None:
            yield PriceEffect(
                row.org_unit, row.indicator, row.period,
                target.amount.exact, actual.amount.exact, value, actual.measure,
            )  # fmt: skip


def _by_prices(plan: Plan, row: Comparison, actual: Decimal, digits: int) -> Decimal | None:
    """Take the price the plan assumed for just this indicator; one assumed for nothing in particular splits nothing."""
    if row.plan_line is None or row.plan_version is None:
        return None
    assumed = price_assumption(plan, row.plan_line, row.plan_version, row.indicator, row.org_unit)
    if assumed is None or assumed.applies_to is None or not assumed.realised:
        return None
    return at_plan_price(actual, assumed, digits).value
