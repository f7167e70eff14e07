"""From sums back to figures: each with its amount, its maturity, and the addresses of what it was made of."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from tongket.figures import EXACT, Amount, DerivedSource, Figure, Kind, Maturity, Operation, Ratio, Source
from tongket.figures.ratio import from_scaled, rounded, scaled
from tongket.plan import Aggregation, Indicator
from tongket.results.cells import Cell
from tongket.results.resolution import Resolved, Resolver
from tongket.results.rollup import Additions, Role, Tree, tree_period
from tongket.results.statements import Statement

SumRow = tuple[int, int, int, int, int | None, int | None, int]
"""org_unit, indicator (the item), period, series, low, high, parts: a row of the engine's answer."""


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum as whole numbers at a scale, and how many statements are in it."""

    low: int | None
    high: int | None
    parts: int
    scale: int

    @property
    def amount(self) -> Amount:
        """The sum as an amount; both ends open is said by `is_open`."""
        low = None if self.low is None else plain(from_scaled(self.low, self.scale))
        if self.low == self.high:
            return Amount(low, low)
        return Amount(low, None if self.high is None else plain(from_scaled(self.high, self.scale)))

    @property
    def is_open(self) -> bool:
        """Whether nothing is known of it."""
        return self.low is None and self.high is None


_ONE: Final = Decimal(1)

Sums = Mapping[tuple[Cell, Role], Sum]


def decoded(rows: Iterable[SumRow], additions: Additions) -> Sums:
    """Give the engine's rows their names back."""
    sums: dict[tuple[Cell, Role], Sum] = {}
    for org_unit, item_code, period_code, series_code, low, high, parts in rows:
        item, (period, _) = additions.items.thing(item_code), additions.periods.thing(period_code)
        series, unit = additions.series.thing(series_code), additions.org_units.thing(org_unit)
        cell = Cell(unit, item.indicator, item.breakdown, period, series)
        sums[cell, item.role] = Sum(low, high, parts, additions.scales[item.indicator, item.role])
    return sums


class Assembler:
    """Makes a figure of every sum, and finds where it came from."""

    def __init__(self, sums: Sums, resolver: Resolver, tree: Tree, indicators: Mapping[str, Indicator]) -> None:
        """Keep what the figures are made of."""
        self._sums, self._resolver, self._tree, self._indicators = sums, resolver, tree, indicators
        self._addresses: dict[Cell, str] = {}
        self._anything_invented = any(statement.illustrative for statement in resolver.statements)

    def figures(self, units: Iterable[str]) -> dict[Cell, Figure]:
        """Return the figure of every cell, formulas last since they rest on other figures."""
        made: dict[Cell, Figure] = {}
        for (cell, role), sum_ in self._sums.items():
            if role is Role.FIGURE and not sum_.is_open:
                figure = self._figure(cell, sum_)
                if figure:
                    made[cell] = figure
        self._add_formulas(made, tuple(units))
        return made

    def _figure(self, cell: Cell, sum_: Sum) -> Figure | None:
        indicator = self._indicators[cell.indicator]
        own = self._resolver.resolve(cell)
        controlled = (cell, Role.CONTROL) in self._sums
        amount, exact = sum_.amount, None
        if cell.series.kind is not Kind.PLAN and indicator.aggregation in (Aggregation.AVERAGE, Aggregation.WEIGHTED):
            if not self._is_stated(own, controlled=controlled):
                return self._mean(cell, sum_, indicator)
            amount = own.leaves[0].amount
        return self._with_sources(cell, amount, exact, own)

    @staticmethod
    def _is_stated(own: Resolved, *, controlled: bool) -> bool:
        return not controlled and bool(own.leaves) and own.operation is None

    def _mean(self, cell: Cell, sum_: Sum, indicator: Indicator) -> Figure | None:
        weights = self._sums.get((cell, Role.WEIGHT))
        if indicator.aggregation is Aggregation.WEIGHTED:
            if weights is None or not weights.low:
                return None
            divisor, shift = weights.low, sum_.scale - weights.scale
        else:
            divisor, shift = sum_.parts, sum_.scale
        ratios = tuple(None if end is None else Ratio(end, divisor * 10**shift) for end in (sum_.low, sum_.high))
        ends = (None if r is None else rounded(r.fraction, indicator.digits) for r in ratios)
        low, high = ratios
        return self._with_sources(cell, Amount(*ends), (low, high), self._resolver.resolve(cell), Operation.AVERAGE)

    def _with_sources(
        self, cell: Cell, amount: Amount, exact: tuple[Ratio | None, Ratio | None] | None, own: Resolved,
        operation: Operation | None = None,
    ) -> Figure:  # fmt: skip
        leaves = own.leaves or self._leaves_below(cell)
        version = _version_of(leaves) if cell.series.plan_line else None
        return Figure(
            cell.address(version),
            amount,
            self._indicators[cell.indicator].measure,
            _maturity(cell, leaves),
            self._sources(cell, own, operation),
            _cut_off(cell, leaves),
            exact,
            illustrative=self._anything_invented and self._is_invented(cell, leaves),
        )

    def _is_invented(self, cell: Cell, leaves: tuple[Statement, ...]) -> bool:
        """Say whether anything the figure was made of is invented; of a total beside its parts, the parts."""
        made_of = self._leaves_below(cell) if (cell, Role.CONTROL) in self._sums else leaves
        return any(leaf.illustrative for leaf in made_of)

    def _leaves_below(self, cell: Cell) -> tuple[Statement, ...]:
        below = self._tree.below(cell.org_unit, tree_period(cell.period, cell.series))
        found = (self._resolver.resolve(cell.of(unit)).leaves for unit in below)
        return tuple(leaf for leaves in found for leaf in leaves)

    def _sources(self, cell: Cell, own: Resolved, operation: Operation | None) -> tuple[Source, ...]:
        if own.leaves and not self._differs(cell):
            if own.operation is None:
                return own.leaves[0].sources
            return (DerivedSource(operation or own.operation, tuple(self._address(c) for c in own.of)),)
        below = tuple(self._address(c) for c in self._cells_below(cell))
        return (DerivedSource(operation or Operation.SUM, below),)

    def _differs(self, cell: Cell) -> bool:
        control, figure = self._sums.get((cell, Role.CONTROL)), self._sums.get((cell, Role.FIGURE))
        return bool(control and figure) and (control.low, control.high) != (figure.low, figure.high)  # type: ignore[union-attr]

    def _cells_below(self, cell: Cell) -> tuple[Cell, ...]:
        cells = (cell.of(p) for p in self._tree.parts(cell.org_unit, tree_period(cell.period, cell.series)))
        return tuple(c for c in cells if (c, Role.FIGURE) in self._sums)

    def _address(self, cell: Cell) -> str:
        if cell not in self._addresses:
            planned = cell.series.plan_line is not None
            leaves = (self._resolver.resolve(cell).leaves or self._leaves_below(cell)) if planned else ()
            self._addresses[cell] = str(cell.address(_version_of(leaves)))
        return self._addresses[cell]

    def _add_formulas(self, made: dict[Cell, Figure], units: tuple[str, ...]) -> None:
        for indicator in self._indicators.values():
            if indicator.aggregation is not Aggregation.FORMULA:
                continue
            for cell in [c for c in made if c.indicator == indicator.numerator and c.org_unit in units]:
                target = cell._replace(indicator=indicator.code)
                over = made.get(cell._replace(indicator=indicator.denominator or ""))
                if target not in made and over and cell.series.kind is not Kind.PLAN:
                    figure = self._quotient(target, made[cell], over, indicator)
                    if figure:
                        made[target] = figure

    def _quotient(self, cell: Cell, part: Figure, over: Figure, indicator: Indicator) -> Figure | None:
        if not (part.amount.is_exact and over.amount.is_exact) or not over.amount.exact:
            return None
        ratio = ratio_of(part.amount.exact, over.amount.exact)
        amount = Amount.of(rounded(ratio.fraction, indicator.digits))
        source = DerivedSource(Operation.RATIO, (str(part.address), str(over.address)))
        address = cell.address(part.address.plan_version)
        return Figure(
            address, amount, indicator.measure, part.maturity, (source,), part.cut_off, (ratio, ratio),
            illustrative=part.illustrative or over.illustrative,
        )  # fmt: skip


def ratio_of(part: Decimal, whole: Decimal) -> Ratio:
    """Return part over whole as whole numbers at their common scale: 3165.0 / 2999.4 is 31650/29994."""
    scale = max(0, *(-int(n.normalize().as_tuple().exponent) for n in (part, whole)))
    return Ratio(scaled(part, scale), scaled(whole, scale))


def plain(number: Decimal) -> Decimal:
    """Drop zeros after the last digit that says something, without an exponent: 2865.00 is 2865."""
    short = EXACT.normalize(number)
    return EXACT.quantize(short, _ONE) if short == EXACT.to_integral_value(short) else short


def _version_of(leaves: Iterable[Statement]) -> str | None:
    return next((v for v in sorted((leaf.plan_version or "" for leaf in leaves), reverse=True) if v), None)


def _maturity(cell: Cell, leaves: tuple[Statement, ...]) -> Maturity:
    if cell.series.kind is Kind.ACTUAL_TO_DATE:
        return Maturity.TO_DATE
    revised = any(leaf.maturity is Maturity.REVISED for leaf in leaves)
    return Maturity.REVISED if revised else leaves[0].maturity if leaves else Maturity.FINAL


def _cut_off(cell: Cell, leaves: tuple[Statement, ...]) -> dt.date | None:
    stated = [leaf.cut_off for leaf in leaves if leaf.cut_off]
    if not stated and cell.series.kind is Kind.ACTUAL_TO_DATE and leaves:
        return max(leaf.cell.period.last for leaf in leaves)
    return max(stated, default=None)
