"""Which statements make an org unit's own figure of a cell: what it stated there, else its parts, else its months.

A total that was stated stands; parts and months are then compared with it (see `reconciliation`),
never put in its place.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tongket.figures import Kind, Operation
from tongket.plan import Aggregation, Indicator
from tongket.results.cells import Cell, Series
from tongket.results.statements import Statement
from tongket.year import Granularity, Period


@dataclass(frozen=True, slots=True)
class Resolved:
    """The statements behind a cell, and the step that led to them: an operation on other cells of the same unit."""

    leaves: tuple[Statement, ...]
    operation: Operation | None = None
    of: tuple[Cell, ...] = ()


_NOTHING: Final = Resolved(())
_WITHIN_THE_YEAR: Final = (Granularity.NINE_MONTHS, Granularity.HALF, Granularity.QUARTER)


class Resolver:
    """Answers, for one org unit at a time, which statements make the figure of a cell."""

    def __init__(self, statements: Iterable[Statement], indicators: Mapping[str, Indicator]) -> None:
        """Index the statements; of several revisions in a cell the last one stands."""
        self._stated: dict[Cell, Statement] = {}
        self._parts: defaultdict[tuple[str, str, Series], dict[str, None]] = defaultdict(dict)
        self._months: defaultdict[tuple[str, str, Series], set[Period]] = defaultdict(set)
        self._known: dict[Cell, Resolved] = {}
        self._units: defaultdict[tuple[str, str | None, Series], dict[str, None]] = defaultdict(dict)
        self._indicators = indicators
        self.conflicts: list[tuple[Statement, Statement]] = []
        for statement in statements:
            self._add(statement)

    def _add(self, statement: Statement) -> None:
        cell = statement.cell
        before = self._stated.get(cell)
        if before is None or _stands_over(statement, before):
            self._stated[cell] = statement
        if before is not None and (_by_share(statement) or _by_share(before)):
            self.conflicts.append((before, statement))
        for breakdown in (cell.breakdown, None):
            self._units[cell.indicator, breakdown, cell.series][cell.org_unit] = None
        if cell.breakdown is not None:
            self._parts[cell.org_unit, cell.indicator, cell.series][cell.breakdown] = None
        if cell.period.granularity is Granularity.MONTH:
            self._months[statement.origin, cell.indicator, cell.series].add(cell.period)

    @property
    def statements(self) -> Iterable[Statement]:
        """The statements that stand."""
        return self._stated.values()

    def stated(self, cell: Cell) -> Statement | None:
        """Return what was stated in exactly this cell."""
        return self._stated.get(cell)

    def months_covered(self, origin: str, indicator: str, series: Series) -> frozenset[Period]:
        """Return the months for which an org unit stated anything of an indicator."""
        return frozenset(self._months.get((origin, indicator, series), ()))

    def units_stating(self, indicator: str, breakdown: str | None, series: Series) -> Iterable[str]:
        """Return the org units that stated anything from which such a figure could be made."""
        found = dict(self._units.get((indicator, breakdown, series), {}))
        if series.kind is Kind.ACTUAL_TO_DATE:
            found |= self._units.get((indicator, breakdown, Series(Kind.ACTUAL)), {})
        return found

    def parts_stated(self, org_unit: str, indicator: str, series: Series) -> tuple[str, ...]:
        """Return the breakdowns an org unit stated for an indicator, in the order stated."""
        return tuple(self._parts.get((org_unit, indicator, series), ()))

    def resolve(self, cell: Cell) -> Resolved:
        """Return the statements that make the figure of a cell of its own unit; none when it cannot be made."""
        known = self._known.get(cell)
        if known is None:
            known = self._known[cell] = self._resolve(cell)
        return known

    def _resolve(self, cell: Cell) -> Resolved:
        stated = self._stated.get(cell)
        if stated:
            return Resolved((stated,))
        if cell.breakdown is None:
            by_parts = self._by_parts(cell)
            if by_parts.leaves:
                return by_parts
        by_months = self._by_months(cell)
        return by_months if by_months.leaves else self._by_spans(cell)

    def _by_spans(self, cell: Cell) -> Resolved:
        """Make a year or half of its quarters, or a year of its halves, when all of them are there."""
        for granularity in (Granularity.QUARTER, Granularity.HALF):
            spans = _spans(cell.period, granularity)
            of = [cell._replace(period=span) for span in spans]
            if len(of) > 1 and all(self.resolve(span).leaves for span in of):
                return self._added_up(cell, of)
        return _NOTHING

    def _by_parts(self, cell: Cell) -> Resolved:
        indicator = self._indicators[cell.indicator]
        if not indicator.parts_add_up:
            return _NOTHING
        of = tuple(
            Cell(cell.org_unit, cell.indicator, part, cell.period, cell.series)
            for part in self.parts_stated(cell.org_unit, cell.indicator, cell.series)
        )
        within = cell.period.granularity in _WITHIN_THE_YEAR
        if within and not any(part in self._stated for part in of):
            return _NOTHING  # the months of the total say it shorter
        return self._combined(of, Operation.SUM)

    def _by_months(self, cell: Cell) -> Resolved:
        months, series = cell.period.months(), cell.series
        if len(months) <= 1:
            return _NOTHING
        if series.kind is Kind.ACTUAL_TO_DATE:
            series = Series(Kind.ACTUAL)
        of = {m: Cell(cell.org_unit, cell.indicator, cell.breakdown, m, series) for m in months}
        first = next((leaf for c in of.values() for leaf in self.resolve(c).leaves), None)
        if first is None:
            return _NOTHING
        covered = self.months_covered(first.origin, cell.indicator, series)
        whole = _run_on(covered, months) if cell.series.kind is Kind.ACTUAL_TO_DATE else covered.issuperset(months)
        return self._added_up(cell, [of[m] for m in months if m in covered]) if whole else _NOTHING

    def _added_up(self, cell: Cell, months: list[Cell]) -> Resolved:
        indicator = self._indicators[cell.indicator]
        if indicator.aggregation is Aggregation.LAST or not indicator.accumulates:
            return self._combined(months[-1:], Operation.LAST)
        average = indicator.aggregation is Aggregation.AVERAGE
        return self._combined(months, Operation.AVERAGE if average else Operation.SUM)

    def _combined(self, cells: Sequence[Cell], operation: Operation) -> Resolved:
        found = tuple((cell, self.resolve(cell).leaves) for cell in cells)
        leaves = tuple(leaf for _, leaves in found for leaf in leaves)
        return Resolved(leaves, operation, tuple(cell for cell, some in found if some)) if leaves else _NOTHING


def _by_share(statement: Statement) -> bool:
    return statement.origin != statement.cell.org_unit


def _stands_over(statement: Statement, before: Statement) -> bool:
    """Say whether a statement replaces one before it: what a unit says itself before a share, then the revision."""
    if _by_share(statement) != _by_share(before):
        return _by_share(before)
    return before.revision <= statement.revision


def _spans(period: Period, granularity: Granularity) -> tuple[Period, ...]:
    if period.granularity not in (Granularity.YEAR, Granularity.HALF) or granularity <= period.granularity:
        return ()
    count = 4 if granularity is Granularity.QUARTER else 2
    spans = (Period(period.year, granularity, number) for number in range(1, count + 1))
    return tuple(span for span in spans if period.covers(span))


def _run_on(covered: frozenset[Period], months: tuple[Period, ...]) -> bool:
    """Say whether the months covered run on from the first without a hole, and some are still to come."""
    run = [month in covered for month in months]
    return any(run) and not all(run) and run == sorted(run, reverse=True)
