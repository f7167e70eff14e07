"""What the reports add up to: the facts of the review of a year."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from tongket.dossier import Absence, Filing
from tongket.figures import EXACT, Figure, Kind
from tongket.plan import Milestone
from tongket.words import Finding
from tongket.year import Period


class FilingState(StrEnum):
    """Who has filed: on time, late, on a day nobody noted, or not at all."""

    ON_TIME = "on_time"
    RECEIVED = "received"
    LATE = "late"
    MISSING = "missing"


class Achievement(StrEnum):
    """How an actual figure stands against its target."""

    EXCEEDED = "exceeded"
    MET = "met"
    NOT_MET = "not_met"
    NOT_DUE = "not_due"
    NOT_ASSIGNED = "not_assigned"
    NOT_AVAILABLE = "not_available"
    NOT_COMPUTABLE = "not_computable"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Comparison:
    """One row of the consolidated table: an indicator of an org unit in a period, against one plan line.

    `figures` holds what exists among plan, last_year, actual_to_date, estimate, actual, percent_of_plan,
    percent_of_last_year; `basis` is the kind the percentages are taken from. For an indicator "on date"
    `days_late` counts days against the plan (negative is early).
    """

    org_unit: str
    indicator: str
    breakdown: str | None
    period: Period
    plan_line: str | None
    plan_version: str | None
    basis: Kind
    figures: Mapping[Kind, Figure] = field(hash=False)
    achievement: Achievement = Achievement.NOT_AVAILABLE
    days_late: int | None = None

    def figure(self, kind: Kind) -> Figure | None:
        """Return the figure of a kind, or None when nobody stated or made it."""
        return self.figures.get(kind)

    @property
    def actual(self) -> Figure | None:
        """The figure the percentages are taken from."""
        return self.figures.get(self.basis)


@dataclass(frozen=True, slots=True)
class EarlyFinish:
    """The day (or month, when data are monthly) on which the year's plan was reached."""

    org_unit: str
    indicator: str
    breakdown: str | None
    plan_line: str
    plan_version: str
    reached: Period
    days_early: int


@dataclass(frozen=True, slots=True)
class PriceEffect:
    """Revenue's difference from plan, split: `volume_effect + price_effect == actual - plan`, exactly."""

    org_unit: str
    indicator: str
    period: Period
    plan: Decimal
    actual: Decimal
    at_plan_price: Decimal
    measure: str

    @property
    def volume_effect(self) -> Decimal:
        """What more or less volume brought, at the plan's price."""
        return EXACT.subtract(self.at_plan_price, self.plan)

    @property
    def price_effect(self) -> Decimal:
        """What the price brought."""
        return EXACT.subtract(self.actual, self.at_plan_price)


@dataclass(frozen=True, slots=True)
class MilestoneOutcome:
    """A milestone and how many days late it came (negative is early); None while it has not come."""

    milestone: Milestone
    days_late: int | None
    achievement: Achievement


@dataclass(frozen=True, slots=True)
class FilingOutcome:
    """Who filed, and by how many days late."""

    filing: Filing
    state: FilingState
    days_late: int


@dataclass(frozen=True, slots=True)
class Results:
    """Everything the year adds up to. `comparisons` come in the order of the table; `figures` by address.

    `explanations` and `absences` are what units say of their figures, and of those they do not have, by address.
    """

    comparisons: tuple[Comparison, ...]
    figures: Mapping[str, Figure]
    milestones: tuple[MilestoneOutcome, ...] = ()
    early_finishes: tuple[EarlyFinish, ...] = ()
    price_effects: tuple[PriceEffect, ...] = ()
    filings: tuple[FilingOutcome, ...] = ()
    findings: tuple[Finding, ...] = ()
    explanations: Mapping[str, str] = field(default_factory=dict, hash=False)
    absences: Mapping[str, Absence] = field(default_factory=dict, hash=False)
