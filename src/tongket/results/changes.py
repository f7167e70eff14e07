"""What final figures changed: the year reviewed on estimates against the same year reviewed on final figures.

Reviews are held before the year is over; when final figures arrive, every figure that moved is listed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tongket.figures import Amount, Kind
from tongket.results.facts import Achievement


@dataclass(frozen=True, slots=True)
class Standing:
    """How one row stood in one review: its figures by kind, the one judged by, and whether the plan was met."""

    basis: Kind
    figures: Mapping[Kind, Amount]
    measure: str
    achievement: Achievement

    @property
    def amount(self) -> Amount | None:
        """The figure of the basis."""
        return self.figures.get(self.basis)

    @property
    def percent(self) -> Amount | None:
        """The percentage of the plan."""
        return self.figures.get(Kind.PERCENT_OF_PLAN)


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

    @property
    def others(self) -> tuple[Kind, ...]:
        """The kinds of figures that differ beside the one judged by and its percentage: plan, last year, to date."""
        before, after = ({} if one is None else one.figures for one in (self.before, self.after))
        told = {Kind.PERCENT_OF_PLAN}
        for basis in {one.basis for one in (self.before, self.after) if one}:
            if self._is_told(basis):
                told.add(basis)
        return tuple(kind for kind in Kind if kind not in told and before.get(kind) != after.get(kind))

    def _is_told(self, basis: Kind) -> bool:
        """Whether the step from the one basis to the other shows all that a figure of this kind did."""
        return all(one is None or one.basis is basis or basis not in one.figures for one in (self.before, self.after))


def changes(before: Mapping[RowKey, Standing], after: Mapping[RowKey, Standing]) -> Iterator[Change]:
    """List the rows of which any figure, percentage or verdict differs, in the order of the later review."""
    for key in dict.fromkeys((*after, *before)):
        change = Change(key, before.get(key), after.get(key))
        if _seen(change.before) != _seen(change.after) or change.others:
            yield change


def _seen(standing: Standing | None) -> tuple[object, ...] | None:
    if standing is None or standing.amount is None:
        return None
    return standing.amount, standing.percent, standing.achievement
