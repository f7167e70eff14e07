"""What was stated, made comparable: one measure for each indicator, last year beside this year, shares divided out.

A statement is a figure somebody wrote down (or a part of one by participating share), in the measure
of its indicator. Everything the review adds up is made of statements, so each sum leads back to them.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from tongket.dossier import ReportedFigure
from tongket.figures import Amount, CellSource, DerivedSource, Kind, Maturity, Operation, PageSource, Source
from tongket.organisation import Organisation, OrgUnitKind, subtree_on
from tongket.plan import Aggregation, Indicator, Plan, Share, Target, TargetState
from tongket.plan.conversion import converted_by
from tongket.plan.shares import ShareBook, ShareKey
from tongket.plan.versions import targets_in_force
from tongket.results import findings as say
from tongket.results.cells import Cell, Series
from tongket.words import Finding, Place
from tongket.year import Period

_MATURITY: Final = {
    Kind.ACTUAL_TO_DATE: Maturity.TO_DATE,
    Kind.ESTIMATE: Maturity.ESTIMATE,
    Kind.ACTUAL: Maturity.FINAL,
    Kind.LAST_YEAR: Maturity.FINAL,
    Kind.PLAN: Maturity.PLANNED,
}


@dataclass(frozen=True, slots=True)
class Statement:
    """A figure as it stands in the indicator's measure. `origin` is the org unit whose report it rests on.

    `divided` says that all of it went to share-holders below, so that their sum equals it by construction.
    """

    cell: Cell
    amount: Amount
    sources: tuple[Source, ...]
    maturity: Maturity
    origin: str
    cut_off: dt.date | None = None
    revision: int = 1
    plan_version: str | None = None
    place: Place | None = None
    divided: bool = False
    illustrative: bool = False


def reported_statements(
    reported: Iterable[ReportedFigure], plan: Plan, year: int, files: Mapping[str, str]
) -> Iterator[Statement]:
    """Turn reported figures into statements; an actual of the year before becomes `last_year` of the same period."""
    indicators = {indicator.code: indicator for indicator in plan.indicators}
    for figure in reported:
        indicator = indicators[figure.indicator]
        earlier = figure.kind is Kind.ACTUAL and figure.period.year == year - 1
        kind = Kind.LAST_YEAR if earlier else figure.kind
        period = figure.period.in_year(year) if earlier else figure.period
        amount, by = _in_measure(plan, figure, indicator, files)
        yield Statement(
            Cell(figure.org_unit, figure.indicator, figure.breakdown, period, Series(kind)),
            amount,
            (*sources_of(figure.place, figure.page, figure.checked_on, files), *by),
            Maturity.REVISED if figure.revision > 1 and kind is Kind.ACTUAL else _MATURITY[kind],
            figure.org_unit,
            figure.cut_off,
            figure.revision,
            place=figure.place,
            illustrative=figure.illustrative,
        )


def target_statements(plan: Plan, files: Mapping[str, str]) -> Iterator[Statement]:
    """Turn the targets in force of every plan line into statements; what was not assigned makes none."""
    indicators = {indicator.code: indicator for indicator in plan.indicators}
    invented = {(version.line, version.version) for version in plan.plan_versions if version.illustrative}
    for line in plan.plan_lines:
        for target in targets_in_force(plan, line.code).values():
            if target.state is not TargetState.NOT_ASSIGNED and target.amount is not None:
                made = _of_target(target, target.amount, plan, indicators[target.indicator], files)
                yield replace(made, illustrative=(target.line, target.version) in invented)


def _of_target(target: Target, stated: Amount, plan: Plan, indicator: Indicator, files: Mapping[str, str]) -> Statement:
    series = Series(Kind.PLAN, target.line)
    amount, by = _in_measure(plan, replace(target, amount=stated), indicator, files)
    return Statement(
        Cell(target.org_unit, target.indicator, target.breakdown, target.period, series),
        amount,
        (*sources_of(target.place, target.page, target.checked_on, files), *by),
        Maturity.PLANNED,
        target.org_unit,
        plan_version=target.version,
        place=target.place,
    )


def _in_measure(
    plan: Plan, stated: ReportedFigure | Target, indicator: Indicator, files: Mapping[str, str]
) -> tuple[Amount, tuple[Source, ...]]:
    """Return an amount in the measure of its indicator, exactly, and the source of the factor if one was needed."""
    amount = stated.amount or Amount.of(0)
    if not stated.measure or stated.measure == indicator.measure:
        return amount, ()
    day = stated.period.last
    made = converted_by(
        plan, amount, stated.measure, indicator.measure,
        indicator=indicator.code, breakdown=stated.breakdown, day=day,
    )  # fmt: skip
    return made.amount, sources_of(made.factor.place, made.factor.source, None, files) if made.factor else ()


def sources_of(
    place: Place | None, page: str, checked_on: dt.date | None, files: Mapping[str, str]
) -> tuple[Source, ...]:
    """Return where something was written down: its cell, in a file of this content, and the page it was taken from."""
    cell = (CellSource(place, files.get(place.file, "")),) if place else ()
    return (*cell, PageSource(page, checked_on)) if page else cell


def divided_by_shares(
    statements: Iterable[Statement], plan: Plan, organisation: Organisation, files: Mapping[str, str]
) -> tuple[tuple[Statement, ...], tuple[Finding, ...]]:
    """Return the statements, and of figures of parts what each share-holder below the stating org unit has of them.

    Holders plus what nobody holds equal the stated figure exactly; what nobody holds goes to the unit
    of kind RESIDUAL below the stating unit. Only exact figures of indicators that are sums are divided.
    """
    book, divides = ShareBook(plan.shares), _Divider(plan, organisation, files)
    made: list[Statement] = []
    found: dict[tuple[str, Period], ShareKey] = {}
    outside: dict[str, Statement] = {}
    for statement in statements:
        below, residual = divides.holders_below(statement)
        parts = []
        if below:
            cell = statement.cell
            split = book.split(cell.breakdown or "", divides.true_period(cell), statement.amount.exact)
            held = [(holder, value) for holder, value in split.values.items() if holder in below]
            if residual is not None and split.unallocated:
                held.append((residual, split.unallocated))
            parts = [_part(statement, holder, value, divides.rows(split.key, holder)) for holder, value in held]
            if parts:
                found[split.key.breakdown, split.key.period] = split.key
                outside.update((holder, statement) for holder in split.values if holder not in below)
        whole = bool(below) and sum(part.amount.exact for part in parts) == statement.amount.exact
        made.append(replace(statement, divided=True) if whole else statement)
        made.extend(parts)
    said = [finding for key in found.values() for finding in key.findings]
    for holder, statement in outside.items():
        where = str(statement.cell.address())
        said.append(say.HOLDER_OUTSIDE.at(statement.place, where=where, holder=holder))
    return tuple(made), tuple(said)


class _Divider:
    """Knows which statements are divided, and among whom."""

    def __init__(self, plan: Plan, organisation: Organisation, files: Mapping[str, str]) -> None:
        self._organisation, self._files = organisation, files
        self._shares: defaultdict[tuple[str, str], list[Share]] = defaultdict(list)
        for share in plan.shares:
            self._shares[share.breakdown, share.org_unit].append(share)
        self._rows: dict[tuple[str, Period, str], tuple[Source, ...]] = {}
        self._sums = {i.code for i in plan.indicators if i.aggregation is Aggregation.SUM} if plan.shares else set()
        self._residuals = {u.code for u in organisation.org_units if u.kind is OrgUnitKind.RESIDUAL}
        self._below: dict[tuple[str, dt.date], tuple[frozenset[str], str | None]] = {}

    def holders_below(self, statement: Statement) -> tuple[frozenset[str], str | None]:
        """Return the org units below the stating one, and the one that takes what nobody holds."""
        cell = statement.cell
        if cell.breakdown is None or cell.indicator not in self._sums or not statement.amount.is_exact:
            return frozenset(), None
        day = self.true_period(cell).last
        key = (cell.org_unit, day)
        if key not in self._below:
            below = subtree_on(self._organisation, cell.org_unit, day)[1:]
            self._below[key] = frozenset(below), next((u for u in below if u in self._residuals), None)
        return self._below[key]

    def rows(self, key: ShareKey, holder: str) -> tuple[Source, ...]:
        """Return where the shares stand that a holder had of a part in a period."""
        asked = (key.breakdown, key.period, holder)
        if asked not in self._rows:
            first, until = key.period.first, key.period.until
            held = (s for s in self._shares[key.breakdown, holder] if s.holds.days_within(first, until))
            self._rows[asked] = tuple(
                CellSource(share.place, self._files.get(share.place.file, "")) for share in held if share.place
            )
        return self._rows[asked]

    @staticmethod
    def true_period(cell: Cell) -> Period:
        """Return the period whose days and shares count: that of last year for a figure of last year."""
        return cell.period.in_year(cell.period.year - 1) if cell.series.kind is Kind.LAST_YEAR else cell.period


def _part(statement: Statement, org_unit: str, value: Decimal, rows: tuple[Source, ...]) -> Statement:
    cell = statement.cell.of(org_unit)
    source = DerivedSource(Operation.SHARE, (str(statement.cell.address()),))
    return Statement(
        cell, Amount(value, value), (source, *rows), statement.maturity, statement.origin, statement.cut_off,
        statement.revision, statement.plan_version, statement.place, illustrative=statement.illustrative,
    )  # fmt: skip
