"""The sums to be made: every statement that counts towards a figure, as rows of whole numbers for the engine.

A figure of an org unit with parts is the sum of its parts, and what it states itself is a control, kept
apart and compared, never added. A plan is the other way round: the target an authority set stands, and
only where it set none do the targets below add up.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum
from functools import cache
from typing import Generic, TypeVar

from tongket.figures import Kind
from tongket.figures.ratio import scaled
from tongket.organisation import Organisation, every_part_on, members_on, parent_on
from tongket.plan import Aggregation, Indicator
from tongket.results.cells import Cell, Series
from tongket.results.resolution import Resolver
from tongket.results.statements import Statement
from tongket.year import Granularity, Period

Thing = TypeVar("Thing")


class Role(IntEnum):
    """What a sum is for: the figure itself, the weights under a weighted mean, or the control of a unit's own total."""

    FIGURE = 0
    WEIGHT = 1
    CONTROL = 2


@dataclass(frozen=True, slots=True)
class Item:
    """What is added up in one sum: an indicator, one part of it or all, in a role."""

    indicator: str
    breakdown: str | None
    role: Role = Role.FIGURE


FactRow = tuple[int, int, int, int, int, int, int | None, int | None]
"""org_unit, indicator (the item), breakdown (which contribution), period, series, version, low, high."""

ClosureRow = tuple[int, int, int, int]
"""ancestor, org_unit, first, until, on the scale of period codes."""


class Codes(Generic[Thing]):
    """Numbers for things, in the order in which they were first met; and back."""

    def __init__(self) -> None:
        """Start with nothing."""
        self._numbers: dict[Thing, int] = {}
        self._things: list[Thing] = []

    def number(self, thing: Thing) -> int:
        """Return the number of a thing."""
        number = self._numbers.get(thing)
        if number is None:
            number = self._numbers[thing] = len(self._things)
            self._things.append(thing)
        return number

    def thing(self, number: int) -> Thing:
        """Return the thing of a number."""
        return self._things[number]


@dataclass(frozen=True, slots=True)
class Additions:
    """The rows to add up along the tree, those that stand alone, the tree itself, and what the numbers mean."""

    along_tree: tuple[FactRow, ...]
    alone: tuple[FactRow, ...]
    closure: tuple[ClosureRow, ...]
    org_units: Codes[str]
    items: Codes[Item]
    periods: Codes[tuple[Period, Period]]
    series: Codes[Series]
    scales: Mapping[tuple[str, Role], int]
    unweighted: tuple[Statement, ...] = ()


def tree_period(period: Period, series: Series) -> Period:
    """Return the period whose tree a figure is added up in: last year's figures in last year's tree."""
    return period.in_year(period.year - 1) if series.kind is Kind.LAST_YEAR else period


class Tree:
    """The tree of org units on the last day of each period, asked many times and worked out once.

    A grouping (a cluster) stands in it as a unit whose parts are its members. What a unit that ended inside
    the period had stated stays under who stood above it last, so that a merger loses nothing.
    """

    def __init__(self, organisation: Organisation) -> None:
        """Keep the register."""
        self._organisation = organisation
        self._groupings = {grouping.code for grouping in organisation.groupings}
        self._subtrees: dict[tuple[str, Period], tuple[str, ...]] = {}
        self._parts: dict[tuple[str, Period], tuple[str, ...]] = {}
        self._standing: dict[dt.date, Mapping[str, tuple[str, ...]]] = {}

    def below(self, org_unit: str, period: Period) -> tuple[str, ...]:
        """Return everything strictly below an org unit."""
        key = (org_unit, period)
        if key not in self._subtrees:
            self._subtrees[key] = self._all_below(org_unit, period)
        return self._subtrees[key]

    def parts(self, org_unit: str, period: Period) -> tuple[str, ...]:
        """Return the org units directly below."""
        key = (org_unit, period)
        if key not in self._parts:
            self._parts[key] = (*self._standing_below(org_unit, period.last), *self._ended_below(org_unit, period))
        return self._parts[key]

    def _standing_below(self, org_unit: str, day: dt.date) -> tuple[str, ...]:
        if org_unit in self._groupings:
            return members_on(self._organisation, org_unit, day)
        if day not in self._standing:
            self._standing[day] = every_part_on(self._organisation, day)
        return self._standing[day].get(org_unit, ())

    def _all_below(self, org_unit: str, period: Period) -> tuple[str, ...]:
        parts = self.parts(org_unit, period)
        return tuple(dict.fromkeys(code for part in parts for code in (part, *self.below(part, period))))

    def _ended_below(self, org_unit: str, period: Period) -> Iterator[str]:
        """Give the org units that ended inside the period (merged, closed) under who stood above them last."""
        for unit in self._organisation.org_units:
            if unit.until and period.first < unit.until <= period.last:
                last = unit.until - dt.timedelta(days=1)
                above = parent_on(self._organisation, unit.code, last)
                if above == org_unit or unit.code in self._members(org_unit, last):
                    yield unit.code

    def _members(self, org_unit: str, day: dt.date) -> tuple[str, ...]:
        return members_on(self._organisation, org_unit, day) if org_unit in self._groupings else ()


class Gatherer:
    """Gathers the statements of every cell of the year into rows to add up."""

    def __init__(
        self, resolver: Resolver, tree: Tree, indicators: Mapping[str, Indicator], units: Sequence[str]
    ) -> None:
        """Prepare for the org units named, in their order."""
        self._resolver, self._tree, self._indicators, self._units = resolver, tree, indicators, units
        self._org_units, self._items = Codes[str](), Codes[Item]()
        self._periods, self._series, self._parts = Codes[tuple[Period, Period]](), Codes[Series](), Codes[Cell]()
        self._whole: dict[Cell, tuple[int, int | None, int | None]] = {}
        self._unweighted: dict[Cell, Statement] = {}
        self._scales = _scales(resolver.statements, indicators)

    def gather(self, cells: Iterable[tuple[str, str | None, Period, Series]]) -> Additions:
        """Return the rows of all sums of the year, for the (indicator, breakdown, period, series) given."""
        along: list[FactRow] = []
        alone: list[FactRow] = []
        for indicator, breakdown, period, series in cells:
            able = self._resolver.units_stating(indicator, breakdown, series)
            own = {u: self._own(u, indicator, breakdown, period, series) for u in able}
            stating = {u: leaves for u, leaves in own.items() if leaves}
            if series.kind is Kind.PLAN:
                alone.extend(self._planned(indicator, breakdown, period, series, stating))
            elif self._indicators[indicator].aggregation in (Aggregation.NONE, Aggregation.FORMULA):
                for unit, leaves in stating.items():
                    alone.extend(self._rows(unit, indicator, breakdown, period, series, leaves))
            else:
                for unit, leaves in stating.items():
                    below = self._tree.below(unit, tree_period(period, series))
                    control = not stating.keys().isdisjoint(below)
                    if control and all(leaf.divided for leaf in leaves):
                        continue
                    role = Role.CONTROL if control else Role.FIGURE
                    weighed = leaves if control else self._weighed(leaves)
                    rows = self._rows(unit, indicator, breakdown, period, series, weighed, role)
                    (alone if control else along).extend(rows)
                    if not weighed:  # its own figure stands, though it has no weight in any mean
                        alone.extend(self._plain_rows(unit, indicator, breakdown, period, series, leaves, role))
        return Additions(
            tuple(along), tuple(alone), tuple(self._closure(along)),
            self._org_units, self._items, self._periods, self._series, self._scales, tuple(self._unweighted.values()),
        )  # fmt: skip

    def _own(
        self, unit: str, indicator: str, breakdown: str | None, period: Period, series: Series
    ) -> tuple[Statement, ...]:
        return self._resolver.resolve(Cell(unit, indicator, breakdown, period, series)).leaves

    def _planned(
        self, indicator: str, breakdown: str | None, period: Period, series: Series,
        stating: Mapping[str, tuple[Statement, ...]],
    ) -> Iterator[FactRow]:  # fmt: skip
        adds_up = self._indicators[indicator].aggregation is Aggregation.SUM
        for unit in self._units:
            leaves = stating.get(unit) or (self._frontier(unit, period, stating) if adds_up else ())
            yield from self._rows(unit, indicator, breakdown, period, series, leaves)

    def _frontier(
        self, unit: str, period: Period, stating: Mapping[str, tuple[Statement, ...]]
    ) -> tuple[Statement, ...]:
        found: list[Statement] = []
        for part in self._tree.parts(unit, period):
            found.extend(stating.get(part) or self._frontier(part, period, stating))
        return tuple(found)

    def _rows(
        self, unit: str, indicator: str, breakdown: str | None, period: Period, series: Series,
        leaves: Sequence[Statement], role: Role = Role.FIGURE,
    ) -> Iterable[FactRow]:  # fmt: skip
        weighted = self._indicators[indicator].aggregation is Aggregation.WEIGHTED and series.kind is not Kind.PLAN
        rows = self._weighted if weighted and role is Role.FIGURE else self._plain_rows
        return rows(unit, indicator, breakdown, period, series, leaves, role)

    def _plain_rows(
        self, unit: str, indicator: str, breakdown: str | None, period: Period, series: Series,
        leaves: Sequence[Statement], role: Role,
    ) -> Iterable[FactRow]:  # fmt: skip
        org_unit, item = self._org_units.number(unit), self._items.number(Item(indicator, breakdown, role))
        code, of_series = self._periods.number((period, tree_period(period, series))), self._series.number(series)
        wholes = [(leaf, *(self._whole.get(leaf.cell) or self._made_whole(leaf))) for leaf in leaves]
        return [(org_unit, item, part, code, of_series, leaf.revision, low, high) for leaf, part, low, high in wholes]

    def _made_whole(self, leaf: Statement) -> tuple[int, int | None, int | None]:
        scale = self._scales[leaf.cell.indicator, Role.FIGURE]
        whole = (self._parts.number(leaf.cell), *_ends(leaf, scale, Decimal(1)))
        self._whole[leaf.cell] = whole
        return whole

    def _weighted(
        self, unit: str, indicator: str, breakdown: str | None, period: Period, series: Series,
        leaves: Sequence[Statement], role: Role,
    ) -> Iterator[FactRow]:  # fmt: skip
        org_unit, of_series = self._org_units.number(unit), self._series.number(series)
        code = self._periods.number((period, tree_period(period, series)))
        over = self._items.number(Item(indicator, breakdown, role))
        under = self._items.number(Item(indicator, breakdown, Role.WEIGHT))
        for leaf in leaves:
            weight, part = self._weight(leaf) or Decimal(0), self._parts.number(leaf.cell)
            ends = _ends(leaf, self._scales[indicator, Role.FIGURE], weight)
            whole = scaled(weight, self._scales[indicator, Role.WEIGHT])
            yield (org_unit, over, part, code, of_series, leaf.revision, *ends)
            yield org_unit, under, part, code, of_series, leaf.revision, whole, whole

    def _weighed(self, leaves: Sequence[Statement]) -> Sequence[Statement]:
        """Keep the statements that have a weight, where one is needed, and note those that lack it."""
        if self._indicators[leaves[0].cell.indicator].aggregation is not Aggregation.WEIGHTED:
            return leaves
        without = [leaf for leaf in leaves if self._weight(leaf) is None]
        self._unweighted.update((leaf.cell, leaf) for leaf in without)
        return [leaf for leaf in leaves if leaf.cell not in self._unweighted]

    def _weight(self, leaf: Statement) -> Decimal | None:
        weight = self._indicators[leaf.cell.indicator].weight or ""
        for breakdown in dict.fromkeys((leaf.cell.breakdown, None)):
            cell = Cell(leaf.cell.org_unit, weight, breakdown, leaf.cell.period, leaf.cell.series)
            stated = self._resolver.stated(cell)
            if stated and stated.amount.is_exact:
                return stated.amount.exact
        return None

    def _closure(self, rows: Iterable[FactRow]) -> Iterator[ClosureRow]:
        for code in sorted({row[3] for row in rows}):
            _, period = self._periods.thing(code)
            for unit in self._units:
                above = self._org_units.number(unit)
                for below in (unit, *self._tree.below(unit, period)):
                    yield above, self._org_units.number(below), code, code + 1


def _ends(leaf: Statement, scale: int, weight: Decimal) -> tuple[int | None, int | None]:
    low, high = leaf.amount.low, leaf.amount.high
    exact = low is not None and low is high
    least = None if low is None else scaled(low * weight, scale)
    return least, least if exact else None if high is None else scaled(high * weight, scale)


def _scales(statements: Iterable[Statement], indicators: Mapping[str, Indicator]) -> dict[tuple[str, Role], int]:
    decimals: defaultdict[str, int] = defaultdict(int)
    for statement in statements:
        for end in (statement.amount.low, statement.amount.high):
            if end is not None:
                exponent = end.as_tuple().exponent
                decimals[statement.cell.indicator] = max(decimals[statement.cell.indicator], -int(exponent))
    scales: dict[tuple[str, Role], int] = {}
    for code, indicator in indicators.items():
        weight = decimals[indicator.weight] if indicator.weight else 0
        scales[code, Role.FIGURE] = decimals[code] + weight
        scales[code, Role.WEIGHT] = weight
        scales[code, Role.CONTROL] = scales[code, Role.FIGURE]
    return scales


def cells_of(resolver: Resolver, year: int) -> tuple[tuple[str, str | None, Period, Series], ...]:
    """List what is to be added up: every (indicator, breakdown, period, series) that some statement reaches.

    Months reach their quarter, half, nine months and year for totals, and the year for each part.
    """
    found: dict[tuple[str, str | None, Period, Series], None] = {}
    stated = dict.fromkeys(statement.cell[1:] for statement in resolver.statements)  # whoever stated them
    for indicator, part, period, series in stated:
        for breakdown in dict.fromkeys((part, None)):
            for over in _reached(period, year, part=breakdown is not None):
                for of in _series_reached(series, over):
                    found[indicator, breakdown, over, of] = None
    return tuple(found)


@cache
def _reached(period: Period, year: int, *, part: bool) -> tuple[Period, ...]:
    whole = Period.of_year(year)
    if period.year != year or period.granularity not in (Granularity.MONTH, Granularity.QUARTER, Granularity.HALF):
        return (period,)
    if period.granularity is Granularity.HALF:
        return period, whole
    if period.granularity is Granularity.QUARTER:
        return period, Period(year, Granularity.HALF, (period.number + 1) // 2), whole
    month = period.number
    if part:
        return period, whole
    nine = (Period(year, Granularity.NINE_MONTHS),) if month <= 9 else ()
    quarter, half = (
        Period(year, Granularity.QUARTER, (month + 2) // 3),
        Period(year, Granularity.HALF, (month + 5) // 6),
    )
    return period, whole, quarter, half, *nine


def _series_reached(series: Series, period: Period) -> Iterator[Series]:
    yield series
    if series.kind is Kind.ACTUAL and period.granularity is Granularity.YEAR:
        yield Series(Kind.ACTUAL_TO_DATE)
