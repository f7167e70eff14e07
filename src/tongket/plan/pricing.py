"""What the year's sales would have brought at the plan's price, so that a difference parts into volume and price."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from tongket.figures.ratio import exact, rounded
from tongket.plan.facts import Assumption, AssumptionCode, Plan, VersionKind
from tongket.plan.versions import versions_of


class NotRealised(ValueError):
    """Nobody has stated what the assumed price or rate turned out to be, or it cannot be divided by."""

    def __init__(self, assumption: Assumption) -> None:
        super().__init__(
            f"the assumption {assumption.code} of version {assumption.version!r}, line {assumption.line!r}, "
            f"has no realised value to divide by (it is {assumption.realised})."
        )


@dataclass(frozen=True, slots=True)
class AtPlanPrice:
    """An actual figure at the plan's price: rounded once, and as it was before."""

    value: Decimal
    exactly: Fraction


def at_plan_price(actual: Decimal, assumption: Assumption, digits: int) -> AtPlanPrice:
    """Return actual x planned / realised, rounded once to `digits`; differences taken from it add up exactly.

    Raises NotRealised when the realised value is not stated or not above zero.
    """
    if assumption.realised is None or assumption.realised <= 0:
        raise NotRealised(assumption)
    exactly = exact(actual) * exact(assumption.planned) / exact(assumption.realised)
    return AtPlanPrice(rounded(exactly, digits), exactly)


def assumptions_in_force(plan: Plan, line: str, version: str) -> tuple[Assumption, ...]:
    """Return what a line took for granted at a version: of each assumption the row of the last version stating it.

    A proposal counts only when it is itself the version asked for.
    """
    standing: dict[tuple[AssumptionCode, str, str | None, str | None], Assumption] = {}
    rows = _by_version(plan, line)
    for stated in versions_of(plan, line):
        if stated.version == version or stated.kind is not VersionKind.PROPOSED:
            for row in rows.get(stated.version, ()):
                standing[row.code, row.measure, row.applies_to, row.org_unit] = row
        if stated.version == version:
            break
    return tuple(standing.values())


def price_assumption(plan: Plan, line: str, version: str, indicator: str, org_unit: str) -> Assumption | None:
    """Return the oil price assumed for an indicator of an org unit at a version of a line.

    A row for this org unit goes before one for this indicator, and that before one for all; None when there is none.
    """
    fitting = [
        row
        for row in assumptions_in_force(plan, line, version)
        if row.code is AssumptionCode.OIL_PRICE
        and row.applies_to in (None, indicator)
        and row.org_unit in (None, org_unit)
    ]
    return max(fitting, key=lambda row: (row.org_unit is not None, row.applies_to is not None), default=None)


def _by_version(plan: Plan, line: str) -> Mapping[str, list[Assumption]]:
    rows: dict[str, list[Assumption]] = {}
    for row in plan.assumptions:
        if row.line == line:
            rows.setdefault(row.version, []).append(row)
    return rows
