"""Does it add up: totals against parts, periods against months, units against those below, printed percents.

Differences are listed with both numbers; nothing is repaired.
"""

from collections.abc import Container, Iterable, Iterator, Mapping
from decimal import Decimal

from tongket.dossier import ReportedFigure
from tongket.figures import Figure, Kind, measure_of
from tongket.plan import Aggregation, Plan
from tongket.results import findings as say
from tongket.results.assembly import Sums
from tongket.results.cells import Cell, Series
from tongket.results.facts import Comparison
from tongket.results.resolution import Resolver
from tongket.results.rollup import Role
from tongket.results.statements import Statement
from tongket.words import Finding, FindingKind, Place
from tongket.year import Granularity, Period


def reconcile(figures: Mapping[Cell, Figure], sums: Sums, resolver: Resolver, plan: Plan) -> Iterator[Finding]:
    """Compare every stated total with what its parts, months, or the org units below make of it."""
    sums_up = {i.code for i in plan.indicators if i.aggregation in (Aggregation.SUM, Aggregation.LAST)}
    whole = {i.code for i in plan.indicators if i.parts_add_up}
    added = (Aggregation.SUM, Aggregation.NONE)
    monthly = {i.code for i in plan.indicators if i.accumulates and i.parts_add_up and i.aggregation in added}
    for statement in resolver.statements:
        cell = statement.cell
        if cell.series.kind is Kind.PLAN or cell.indicator not in whole:
            continue
        if cell.breakdown is None:
            parts = resolver.parts_stated(cell.org_unit, cell.indicator, cell.series)
            cells = [cell._replace(breakdown=part) for part in parts]
            yield from _differs(say.PARTS_DIFFER, cell, statement.place, figures, cells)
        if cell.indicator in monthly and len(cell.period.months()) > 1:
            months = [cell._replace(period=month) for month in cell.period.months()]
            if all(resolver.stated(month) for month in months):
                yield from _differs(say.MONTHS_DIFFER, cell, statement.place, figures, months)
    yield from _against_those_below(figures, sums, resolver, sums_up)


def unweighted(statements: Iterable[Statement], plan: Plan) -> Iterator[Finding]:
    """Name the figures that are in no mean because their weight is missing."""
    weights = {indicator.code: indicator.weight or "" for indicator in plan.indicators}
    for statement in statements:
        cell = statement.cell
        yield say.WEIGHT_MISSING.at(statement.place, where=str(cell.address()), weight=weights[cell.indicator])


def shares_and_statements(resolver: Resolver) -> Iterator[Finding]:
    """Name the cells that a unit states itself and that a share would fill with another number."""
    for one, other in resolver.conflicts:
        stated, shared = (one, other) if one.origin == one.cell.org_unit else (other, one)
        if stated.amount != shared.amount and stated.amount.is_exact and shared.amount.is_exact:
            where = str(stated.cell.address())
            yield say.SHARE_AND_STATEMENT.at(
                stated.place, where=where, stated=stated.amount.exact, shared=shared.amount.exact
            )


def months_missing(resolver: Resolver) -> Iterator[Finding]:
    """Name the parts that have fewer months than their org unit reported: what is absent is not zero."""
    months: dict[Cell, list[Statement]] = {}
    for statement in resolver.statements:
        cell = statement.cell
        monthly = cell.period.granularity is Granularity.MONTH and cell.series.kind is Kind.ACTUAL
        if monthly and cell.breakdown and statement.origin == cell.org_unit:
            months.setdefault(cell._replace(period=Period.of_year(cell.period.year)), []).append(statement)
    for cell, stated in months.items():
        covered = len(resolver.months_covered(cell.org_unit, cell.indicator, cell.series))
        if len(stated) < covered:
            where = str(cell.address())
            yield say.MONTHS_MISSING.at(stated[0].place, where=where, there=len(stated), covered=covered)


def not_computed(figures: Mapping[Cell, Figure], plan: Plan) -> Iterator[Finding]:
    """Name the quotients that have a numerator but could not be formed: no denominator, zero, or a range."""
    for indicator in plan.indicators:
        if indicator.aggregation is Aggregation.FORMULA:
            for cell in figures:
                made = cell._replace(indicator=indicator.code)
                if cell.indicator == indicator.numerator and cell.series.kind is not Kind.PLAN and made not in figures:
                    yield say.NOT_COMPUTED.at(None, where=str(made.address()))


def _against_those_below(
    figures: Mapping[Cell, Figure], sums: Sums, resolver: Resolver, sums_up: Container[str]
) -> Iterator[Finding]:
    for (cell, role), control in sums.items():
        figure = figures.get(cell)
        if role is not Role.CONTROL or not figure or control.is_open or control.amount == figure.amount:
            continue
        stated, own = control.amount, resolver.resolve(cell)
        added = cell.indicator in sums_up or own.operation is None  # the months of a mean are not added up
        if added and stated.is_exact and figure.amount.is_exact:
            yield _finding(say.STATED_DIFFERS, cell, own.leaves[0].place, figure, stated.exact, figure.amount.exact)


def _differs(
    kind: FindingKind, cell: Cell, place: Place | None, figures: Mapping[Cell, Figure], of: Iterable[Cell]
) -> Iterator[Finding]:
    figure, parts = figures.get(cell), [figures[c] for c in of if c in figures]
    if figure and parts and all(part.amount.is_exact for part in (figure, *parts)):
        made = sum((part.amount.exact for part in parts), Decimal(0))
        if made != figure.amount.exact:
            yield _finding(kind, cell, place, figure, figure.amount.exact, made)


def _finding(
    kind: FindingKind, cell: Cell, place: Place | None, figure: Figure, stated: Decimal, parts: Decimal
) -> Finding:
    return kind.at(
        place,
        where=str(cell.address()),
        stated=stated,
        parts=parts,
        difference=stated - parts,
        measure=measure_of(figure.measure).label,
    )


def components(figures: Mapping[Cell, Figure], plan: Plan, org_units: Iterable[str]) -> Iterator[Finding]:
    """Compare an indicator with the indicators it should be made of, for the org units given and totals only."""
    units = set(org_units)
    made_of: dict[str, list[tuple[str, Decimal]]] = {}
    for component in plan.components:
        made_of.setdefault(component.indicator, []).append((component.part, component.factor))
    for cell, figure in figures.items():
        parts = made_of.get(cell.indicator)
        if not parts or cell.breakdown or cell.org_unit not in units or cell.series not in _REPORTED:
            continue
        found = [(figures.get(cell._replace(indicator=part)), factor) for part, factor in parts]
        if figure.amount.is_exact and all(f and f.amount.is_exact for f, _ in found):
            made = sum((f.amount.exact * factor for f, factor in found if f), Decimal(0))
            if made != figure.amount.exact:
                yield _finding(say.COMPONENTS_DIFFER, cell, None, figure, figure.amount.exact, made)


_REPORTED = (Series(Kind.ACTUAL), Series(Kind.ESTIMATE))


def printed_percents(reported: Iterable[ReportedFigure], comparisons: Iterable[Comparison]) -> Iterator[Finding]:
    """Compare the percentage of plan a source printed with ours, on the line that counts."""
    rows: dict[tuple[str, str, str | None, str], Comparison] = {}
    for row in comparisons:
        rows.setdefault((row.org_unit, row.indicator, row.breakdown, str(row.period)), row)
    for figure in reported:
        row_ = rows.get((figure.org_unit, figure.indicator, figure.breakdown, str(figure.period)))
        ours = row_.figure(Kind.PERCENT_OF_PLAN) if row_ else None
        if figure.printed_percent is None or not row_ or not ours or row_.basis is not figure.kind:
            continue
        if ours.amount.is_exact and ours.amount.exact != figure.printed_percent:
            plan, actual = row_.figure(Kind.PLAN), row_.actual
            yield say.PRINTED_PERCENT.at(
                figure.place,
                where=str(row_.actual.address) if row_.actual else "",
                printed=figure.printed_percent,
                recomputed=ours.amount.exact,
                actual=actual.amount.low or Decimal(0) if actual else Decimal(0),
                plan=plan.amount.low or Decimal(0) if plan else Decimal(0),
                line=row_.plan_line or "",
                version=row_.plan_version or "",
            )
