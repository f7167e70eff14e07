"""What must agree between the parts of a year: reported figures against the register, the indicators and each other."""

from collections.abc import Iterable, Iterator
from typing import Final

from tongket.dossier import ReportedFigure
from tongket.figures import Address
from tongket.plan import Indicator
from tongket.plan.conversion import NoFactor, converted_by
from tongket.words import Finding, Place
from tongket.yearbook import findings as say
from tongket.yearbook.facts import Year
from tongket.yearbook.schema import BASIS_KINDS, REPORTED_KINDS, TABLES, facts_of


def check(year: Year) -> tuple[Finding, ...]:
    """Find what does not agree: unknown codes, other dimensions, kinds nobody reports, figures told twice."""
    return tuple(finding for one in _CHECKS for finding in one(year))


def _head(year: Year) -> Iterator[Finding]:
    if year.head.basis not in BASIS_KINDS:
        yield say.BAD_BASIS.at(year.head.place, kind=year.head.basis)


def _units(year: Year) -> Iterator[Finding]:
    known = {org_unit.code for org_unit in year.organisation.org_units}
    mentions: Iterable[tuple[str | None, Place | None]] = (
        (year.head.org_unit, year.head.place),
        *((figure.org_unit, figure.place) for figure in year.figures),
        *((filing.org_unit, filing.place) for filing in year.filings),
        *((narrative.org_unit, narrative.place) for narrative in year.narratives),
    )
    for code, place in mentions:
        if code is not None and code not in known:
            yield say.UNKNOWN_UNIT.at(place, code=code)


def _figures(year: Year) -> Iterator[Finding]:
    indicators = {indicator.code: indicator for indicator in year.plan.indicators}
    breakdowns = {breakdown.code for breakdown in year.plan.breakdowns}
    for figure in year.figures:
        indicator = indicators.get(figure.indicator)
        if indicator is None:
            yield say.UNKNOWN_INDICATOR.at(figure.place, code=figure.indicator)
        else:
            yield from _against_indicator(year, figure, indicator)
        if figure.breakdown is not None and figure.breakdown not in breakdowns:
            yield say.UNKNOWN_BREAKDOWN.at(figure.place, code=figure.breakdown)
        if figure.kind not in REPORTED_KINDS:
            yield say.NOT_REPORTED.at(figure.place, kind=figure.kind)


def _against_indicator(year: Year, figure: ReportedFigure, indicator: Indicator) -> Iterator[Finding]:
    if not _converts(year, figure, indicator):
        yield say.OTHER_DIMENSION.at(
            figure.place, measure=figure.measure, code=indicator.code, expected=indicator.measure
        )
    low = figure.amount.low
    if low is not None and low < 0 and not indicator.may_be_negative:
        yield say.NEGATIVE.at(figure.place, value=low, code=indicator.code)


def _converts(year: Year, figure: ReportedFigure, indicator: Indicator) -> bool:
    """Whether the figure's measure leads to the indicator's, by scale or by a factor in force at its period's end."""
    try:
        converted_by(
            year.plan,
            figure.amount,
            figure.measure or indicator.measure,
            indicator.measure,
            indicator=indicator.code,
            breakdown=figure.breakdown,
            day=figure.period.last,
        )
    except NoFactor:
        return False
    return True


def _figures_once(year: Year) -> Iterator[Finding]:
    seen: set[tuple[Address, int]] = set()
    for figure in year.figures:
        address = Address(figure.org_unit, figure.indicator, figure.breakdown, figure.period, figure.kind)
        if (address, figure.revision) in seen:
            yield say.SAME_FIGURE.at(figure.place, address=str(address), revision=figure.revision)
        seen.add((address, figure.revision))


def _rows_once(year: Year) -> Iterator[Finding]:
    facts = facts_of(year)
    for table in TABLES:
        seen: set[tuple[str, ...]] = set()
        for fact in facts[table.name] if table.key else ():
            key = tuple(str(getattr(fact, name)) for name in table.key)
            if key in seen:
                yield say.SAME_ROW.at(fact.place, key=" ".join(key), table=table.name)
            seen.add(key)


_CHECKS: Final = (_head, _units, _figures, _figures_once, _rows_once)
