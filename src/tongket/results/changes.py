"""What final figures changed: the year reviewed on estimates against the same year reviewed on final figures.

Reviews are held before the year is over; when final figures arrive, every figure that moved is listed.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tongket.figures import Amount, Kind
from tongket.results.facts import Achievement, Comparison


@dataclass(frozen=True, slots=True)
class Standing:
    """How one row stood in one review: the figure of its basis, its percentage, and whether the plan was met."""

    basis: Kind
    amount: Amount | None
    measure: str
    percent: Amount | None
    achievement: Achievement


RowKey = tuple[str, str, str | None, str, str | None]
"""org_unit, indicator, breakdown, period, plan_line."""


@dataclass(frozen=True, slots=True)
class Change:
    """A row that stood otherwise before than after; None where a review does not have it."""

    key: RowKey
    before: Standing | None
    after: Standing | None

    @property
    def moved(self) -> bool:
        """Whether the verdict changed, not only the number."""
        return bool(self.before and self.after and self.before.achievement is not self.after.achievement)


def standings(comparisons: Iterable[Comparison]) -> dict[RowKey, Standing]:
    """Return how each row of a review stands."""
    return {
        (row.org_unit, row.indicator, row.breakdown, str(row.period), row.plan_line): Standing(
            row.basis,
            row.actual.amount if row.actual else None,
            row.actual.measure if row.actual else "",
            percent.amount if (percent := row.figure(Kind.PERCENT_OF_PLAN)) else None,
            row.achievement,
        )
        for row in comparisons
    }


def changes(before: Mapping[RowKey, Standing], after: Mapping[RowKey, Standing]) -> Iterator[Change]:
    """List the rows whose figure, percentage or verdict differs, in the order of the later review."""
    for key in dict.fromkeys((*after, *before)):
        old, new = before.get(key), after.get(key)
        if _seen(old) != _seen(new):
            yield Change(key, old, new)


def _seen(standing: Standing | None) -> tuple[object, ...] | None:
    if standing is None or standing.amount is None:
        return None
    return standing.amount, standing.percent, standing.achievement
