"""Plan against actual, against last year: one row for each indicator, part and period of each org unit.

The percentage is taken from the figures of the basis (final, or estimate), on every plan line that set a
target; the kernel `figures.standing` decides exceeded, met or not, for one row or a million.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor, lcm
from typing import Final

from tongket.figures import Address, Amount, DerivedSource, Figure, Kind, Operation, Ratio
from tongket.figures.ratio import from_scaled
from tongket.figures.standing import Direction as Way
from tongket.figures.standing import Ends, Outcome, Standing, achieved
from tongket.figures.standing import TargetState as Given
from tongket.figures.tables import LARGEST, Column, RatioTooLarge
from tongket.plan import Direction, Indicator, Plan, TargetState
from tongket.plan.versions import targets_in_force
from tongket.results import findings as say
from tongket.results.assembly import ratio_of
from tongket.results.cells import Cell
from tongket.results.facts import Achievement, Comparison
from tongket.words import Finding
from tongket.year import Period

PERCENT_DIGITS: Final = 1
PERCENT: Final = "%"
_WAY: Final = {Direction.UP: Way.UP, Direction.DOWN: Way.DOWN, Direction.ON_DATE: Way.ON_DATE}
_GIVEN: Final = {
    TargetState.ASSIGNED: Given.ASSIGNED,
    TargetState.NOT_ASSIGNED: Given.NOT_ASSIGNED,
    TargetState.NOT_DUE: Given.NOT_DUE,
}
_FALL_BACK: Final = {Kind.ACTUAL: (Kind.ACTUAL, Kind.ESTIMATE), Kind.ESTIMATE: (Kind.ESTIMATE,)}
_HAPPENED: Final = (Kind.ACTUAL, Kind.ESTIMATE)  # a day that came is a fact, whatever the figures are estimated to be

RowKey = tuple[str, str, str | None, Period]


@dataclass(frozen=True, slots=True)
class _Row:
    """A row before it is weighed: the figures by kind, and how its target was given."""

    key: RowKey
    line: str | None
    given: TargetState
    figures: Mapping[Kind, Figure]
    basis: Kind

    @property
    def actual(self) -> Figure | None:
        return self.figures.get(self.basis)


@dataclass(frozen=True, slots=True)
class Order:
    """The order of the table: org units, indicators with their parts, periods from the year down."""

    org_units: Sequence[str]
    indicators: Sequence[str]
    breakdowns: Sequence[str]

    def key(self) -> Callable[[RowKey], tuple[int, int, int, Period]]:
        """Return the key that sorts rows."""
        units = {code: at for at, code in enumerate(self.org_units)}
        indicators = {code: at for at, code in enumerate(self.indicators)}
        parts = {code: at for at, code in enumerate(self.breakdowns, start=1)}
        return lambda row: (units[row[0]], indicators[row[1]], parts[row[2]] if row[2] else 0, row[3])


def compare(
    figures: Mapping[Cell, Figure], plan: Plan, order: Order, basis: Kind, cut_off: dt.date
) -> tuple[tuple[Comparison, ...], tuple[Finding, ...]]:
    """Return the rows of the table in its order, each weighed, and what could not be."""
    rows = _rows(figures, plan, order, basis, cut_off)
    indicators = {indicator.code: indicator for indicator in plan.indicators}
    findings: list[Finding] = []
    weighed = _weigh(rows, indicators, cut_off, against=Kind.PLAN, findings=findings)
    before = _weigh(rows, indicators, cut_off, against=Kind.LAST_YEAR, findings=findings)
    return tuple(
        _comparison(row, standing, of_plan, of_last_year, indicators[row.key[1]])
        for row, (standing, of_plan), (_, of_last_year) in zip(rows, weighed, before, strict=True)
    ), tuple(findings)


def _rows(figures: Mapping[Cell, Figure], plan: Plan, order: Order, basis: Kind, cut_off: dt.date) -> list[_Row]:
    kinds: dict[RowKey, dict[Kind, Figure]] = {}
    plans: dict[RowKey, dict[str, Figure | None]] = {}
    given: dict[tuple[RowKey, str], TargetState] = {}
    for cell, figure in figures.items():
        key = (cell.org_unit, cell.indicator, cell.breakdown, cell.period)
        if cell.series.plan_line is None:
            kinds.setdefault(key, {})[cell.series.kind] = figure
        else:
            plans.setdefault(key, {})[cell.series.plan_line] = figure
    for line in plan.plan_lines:
        for key, target in targets_in_force(plan, line.code).items():
            given[key, line.code] = target.state
            if target.state is not TargetState.ASSIGNED:
                plans.setdefault(key, {}).setdefault(line.code, None)
    lines = sorted(plan.plan_lines, key=lambda line: not line.counts)
    on_date = {indicator.code for indicator in plan.indicators if indicator.direction is Direction.ON_DATE}
    rows: list[_Row] = []
    for key in sorted({*kinds, *plans}, key=order.key()):
        have = kinds.get(key, {})
        happened = key[1] in on_date and _has_come(have.get(Kind.ACTUAL), basis, cut_off)
        kinds_of_basis = _HAPPENED if happened else _FALL_BACK[basis]
        chosen = next((kind for kind in kinds_of_basis if kind in have), basis)
        against: list[str | None] = [line.code for line in lines if line.code in plans.get(key, {})]
        for code in against or [None]:
            planned = plans[key][code] if code else None
            with_plan = {**({Kind.PLAN: planned} if planned else {}), **have}
            rows.append(_Row(key, code, given.get((key, code or ""), TargetState.ASSIGNED), with_plan, chosen))
    return _line_by_line(rows, [line.code for line in lines])


def _has_come(day: Figure | None, basis: Kind, cut_off: dt.date) -> bool:
    """Say whether a day that was reported is a fact yet: on estimates, one after the cut-off day is not."""
    high = day.amount.high if day else None
    return basis is not Kind.ESTIMATE or (high is not None and high <= cut_off.toordinal())


def _line_by_line(rows: Sequence[_Row], lines: Sequence[str]) -> list[_Row]:
    """Put the rows of an indicator line by line of the plan, so that parts stand below the total they belong to."""
    rank = {line: at for at, line in enumerate(lines)}
    first: dict[tuple[str, str], int] = {}
    for at, row in enumerate(rows):
        first.setdefault(row.key[:2], at)
    return sorted(rows, key=lambda row: (first[row.key[:2]], rank.get(row.line or "", 0)))


def _weigh(
    rows: Sequence[_Row],
    indicators: Mapping[str, Indicator],
    cut_off: dt.date,
    *,
    against: Kind,
    findings: list[Finding],
) -> list[tuple[Standing, Amount | None]]:
    """Weigh at once all rows that have something to be weighed against, both of the same org units.

    A row too large for 64 bits is found, named, and left without a percentage.
    """
    weighed: list[tuple[Standing, Amount | None]] = [(Standing.NOT_AVAILABLE, None)] * len(rows)
    places = [at for at, row in enumerate(rows) if _comparable(row, against)]
    heard = [rows[at] for at in places]
    pairs = [_pair(row, against, indicators[row.key[1]], cut_off) for row in heard]
    for at, pair in enumerate(pairs):
        if any(end is not None and abs(end) > LARGEST for end in pair):
            findings.append(say.TOO_LARGE.at(None, where=_where(heard[at])))
            pairs[at] = (None, None, None, None)
    outcome: Outcome | None = None
    while outcome is None:
        try:
            outcome = _achieved(heard, pairs, indicators, cut_off, against)
        except RatioTooLarge as refused:
            findings.append(say.TOO_LARGE.at(None, where=_where(heard[refused.row])))
            pairs[refused.row] = (None, None, None, None)
    for at, standing, percent in zip(places, outcome.standing.tolist(), _percents(outcome), strict=True):
        weighed[at] = Standing(standing), percent
    return weighed


def _achieved(
    rows: Sequence[_Row], pairs: Sequence[tuple[int | None, ...]], indicators: Mapping[str, Indicator],
    cut_off: dt.date, against: Kind,
) -> Outcome:  # fmt: skip
    columns = [Column.of([pair[at] for pair in pairs]) for at in range(4)]
    low, high, actual_low, actual_high = columns
    ways = [_WAY[indicators[row.key[1]].direction] for row in rows]
    given = [_GIVEN[row.given] if against is Kind.PLAN else Given.ASSIGNED for row in rows]
    return achieved(
        Ends(low, high),
        Ends(actual_low, actual_high),
        direction=Column.of(ways).values.astype("int8"),
        target=Column.of(given).values.astype("int8"),
        cut_off=cut_off.toordinal(),
        digits=PERCENT_DIGITS,
    )


def _comparable(row: _Row, against: Kind) -> bool:
    if row.given is not TargetState.ASSIGNED:
        return True
    weighed, actual = row.figures.get(against), row.actual
    return weighed is not None and weighed.is_complete and (actual is None or actual.is_complete)


def _pair(
    row: _Row, against: Kind, indicator: Indicator, cut_off: dt.date
) -> tuple[int | None, int | None, int | None, int | None]:
    """Bring both sides to whole numbers at one scale, from their exact quotients where they are means."""
    actual = _ends(row.actual)
    if indicator.direction is Direction.ON_DATE and actual[0] is not None and actual[0] > cut_off.toordinal():
        actual = (None, None)  # what came after the cut-off day has not come yet
    ends = (*_ends(row.figures.get(against)), *actual)
    quotients = [None if end is None else end.as_integer_ratio() for end in ends]
    scale = lcm(*(quotient[1] for quotient in quotients if quotient))
    low, high, actual_low, actual_high = (q and q[0] * (scale // q[1]) for q in quotients)
    return low, high, actual_low, actual_high


def _ends(figure: Figure | None) -> tuple[Fraction | Decimal | None, Fraction | Decimal | None]:
    """Return both ends as they are before any rounding: the quotient of a mean, else the amount itself."""
    if figure is None:
        return None, None
    if figure.exact:
        low, high = (None if ratio is None else ratio.fraction for ratio in figure.exact)
        return low, high
    return figure.amount.low, figure.amount.high


def _percents(outcome: Outcome) -> list[Amount | None]:
    ends = zip(outcome.percent.low.to_list(), outcome.percent.high.to_list(), strict=True)
    return [_percent(low, high) for low, high in ends]


def _percent(low: int | None, high: int | None) -> Amount | None:
    if low is None and high is None:
        return None
    return Amount(*(None if end is None else from_scaled(end, PERCENT_DIGITS) for end in (low, high)))


def _comparison(
    row: _Row, standing: Standing, of_plan: Amount | None, of_last_year: Amount | None, indicator: Indicator
) -> Comparison:
    org_unit, code, breakdown, period = row.key
    plan, actual = row.figures.get(Kind.PLAN), row.actual
    figures = dict(row.figures)
    for kind, against, amount in (
        (Kind.PERCENT_OF_PLAN, Kind.PLAN, of_plan),
        (Kind.PERCENT_OF_LAST_YEAR, Kind.LAST_YEAR, of_last_year),
    ):
        if amount and actual:
            figures[kind] = _percentage(kind, amount, actual, row.figures[against])
    late = None
    if indicator.direction is Direction.ON_DATE and plan and actual and plan.amount.high and actual.amount.high:
        late = int(actual.amount.high - plan.amount.high)
    return Comparison(
        org_unit, code, breakdown, period,
        row.line, plan.address.plan_version if plan else None,
        row.basis, figures, Achievement(standing.name.lower()), late,
    )  # fmt: skip


def _percentage(kind: Kind, amount: Amount, actual: Figure, against: Figure) -> Figure:
    line, version = (
        (against.address.plan_line, against.address.plan_version) if kind is Kind.PERCENT_OF_PLAN else (None, None)
    )
    least = _quotient(actual, against, low=True)
    of_points = all(low == high for low, high in map(_ends, (actual, against)))
    exact = least, least if of_points else _quotient(actual, against, low=False)
    at = actual.address
    return Figure(
        Address(at.org_unit, at.indicator, at.breakdown, at.period, kind, line, version),
        _outward(amount, *exact) if None in (amount.low, amount.high) else amount,
        PERCENT,
        actual.maturity,
        (DerivedSource(Operation.RATIO, (str(actual.address), str(against.address))),),
        actual.cut_off,
        exact,
        illustrative=actual.illustrative or against.illustrative,
    )


def _quotient(actual: Figure, against: Figure, *, low: bool) -> Ratio | None:
    """Return the worst or the best quotient of two ranges; of a loss the farther end of the plan is the milder one."""
    part = _ends(actual)[0 if low else 1]
    if part is None:
        return None
    far = low == (part >= 0)
    whole = _ends(against)[1 if far else 0]
    if not whole:
        return None
    if actual.exact or against.exact:
        quotient = Fraction(part) / Fraction(whole)
        return Ratio(quotient.numerator, quotient.denominator)
    parts, wholes = actual.amount, against.amount
    numerator, denominator = parts.low if low else parts.high, wholes.high if far else wholes.low
    return None if numerator is None or denominator is None else ratio_of(numerator, denominator)


def _outward(amount: Amount, low: Ratio | None, high: Ratio | None) -> Amount:
    """Round a bound away from what it bounds, so that "over 148,9%" stays true of 148,99%."""
    scale = 100 * 10**PERCENT_DIGITS
    least = None if amount.low is None or low is None else floor(low.fraction * scale)
    most = None if amount.high is None or high is None else ceil(high.fraction * scale)
    return Amount(*(None if end is None else from_scaled(end, PERCENT_DIGITS) for end in (least, most)))


def _where(row: _Row) -> str:
    org_unit, indicator, breakdown, period = row.key
    return f"{org_unit}/{indicator}{'/' + breakdown if breakdown else ''}@{period}"


def by_address(comparisons: Iterable[Comparison]) -> dict[str, Figure]:
    """Return every figure of the table by its address."""
    return {str(figure.address): figure for row in comparisons for figure in row.figures.values()}
