"""The lists of the consolidated workbook: months, milestones, filing, findings, and the source of every figure."""

from collections.abc import Iterator

from xlsxwriter.utility import xl_rowcol_to_cell

from tongket.documents import wording as w
from tongket.documents import wording_of_sections as ws
from tongket.documents.review_appendices import explanation_texts, finding_texts
from tongket.documents.review_material import Material
from tongket.documents.review_months import Months, Series, monthly, with_months
from tongket.documents.review_sections import filing_columns, filing_texts, milestone_texts
from tongket.documents.review_sources import sources_text
from tongket.figures import CellSource, Figure
from tongket.figures.ratio import from_scaled, scaled
from tongket.files.consolidated_look import FIRST_ROW, Live, Mark, Middle, Shown, Value, fits
from tongket.files.consolidated_rows import decimals, shown
from tongket.words import short_date

Row = tuple[Value, ...]

_BEFORE_MONTHS = (w.CODE, w.ORG_UNIT, w.INDICATOR, w.PART, w.MEASURE, w.YEAR)


def month_heads(material: Material) -> tuple[str, ...]:
    """Org unit, indicator, part, measure, year, twelve months and their sum."""
    months = (material.say(w.MONTH, month=month) for month in range(1, 13))
    return (*(material.say(text) for text in _BEFORE_MONTHS), *months, material.say(w.ADDED_UP))


def month_rows(material: Material) -> Iterator[Row]:
    """A row for the months of this year and, where stated, one for those of the year before."""
    line = FIRST_ROW
    for series in with_months(material):
        if not _stands(material, series[0], series[2]):
            continue
        for year, months in zip((0, -1), monthly(material, series), strict=True):
            if any(months):
                yield _month_row(material, series, material.occasion.year + year, months, line)
                line += 1


def _stands(material: Material, org_unit: str, part: str | None) -> bool:
    """Whether something stands on the long sheets: the wholes of all org units, the parts of the one under review."""
    return part is None or org_unit == material.occasion.org_unit


def months_left_out(material: Material) -> str:
    """How many series of months are left to results.json; empty when none is."""
    count = sum(not _stands(material, series[0], series[2]) for series in with_months(material))
    return material.say(ws.MONTHS_LEFT_OUT, count=count) if count else ""


def _month_row(material: Material, series: Series, year: int, months: Months, line: int) -> Row:
    org_unit, code, part = series
    indicator = material.indicator(code)
    names = (
        org_unit,
        material.unit_name(org_unit),
        indicator.name.to(material.language),
        material.part(part) if part else "",
        Middle(material.measure(code)),
        year,
    )
    values = tuple(shown(material, figure) if figure else "" for figure in months)
    added = _added_up(material, code, months, line) if indicator.accumulates else Mark(w.NOT_APPLICABLE)
    return (*names, *values, added)


def _added_up(material: Material, code: str, months: Months, line: int) -> Value:
    """The sum of the months as a live formula, where every month stated is a number."""
    stated = [figure for figure in months if figure]
    if not all(figure.amount.is_exact and fits(figure.amount.exact) for figure in stated):
        return Mark(w.NOT_APPLICABLE)
    first, last = (xl_rowcol_to_cell(line, len(_BEFORE_MONTHS) + at) for at in (0, 11))
    digits = max(decimals(figure) for figure in stated)
    total = from_scaled(sum(scaled(figure.amount.exact, digits) for figure in stated), digits)
    return Live(f"=ROUND(SUM({first}:{last}),{digits})", total, material.indicator(code).digits)


def milestone_heads(material: Material) -> tuple[str, ...]:
    """Project, milestone, plan, forecast, actual, early or late, and the days as a number."""
    texts = (w.PROJECT, w.MILESTONE, w.BASELINE, w.FORECAST, w.ACTUAL_DATE, w.EARLY_OR_LATE, w.DAYS_LATE, w.SOURCE)
    return tuple(material.say(text) for text in texts)


def milestone_rows(material: Material) -> Iterator[Row]:
    """Every milestone in the order of the plan."""
    projects = {project.code: project for project in material.plan.key_projects}
    for one in material.results.milestones:
        late: Value = Mark(w.NOT_APPLICABLE) if one.days_late is None else one.days_late
        yield (*milestone_texts(material, projects, one), late, one.milestone.page or str(one.milestone.place or ""))


def filing_heads(material: Material) -> tuple[str, ...]:
    """Org unit, period, due day, day of filing, state, and a note where any was made."""
    return tuple(material.say(text) for text in filing_columns(material))


def filing_rows(material: Material) -> Iterator[Row]:
    """Who was to file, and who has."""
    for one in material.results.filings:
        org_unit, period, _, _, *said = filing_texts(material, one)
        days: tuple[Value, ...] = tuple(day or Mark(w.NOT_APPLICABLE) for day in (one.filing.due, one.filing.filed_on))
        yield (org_unit, period, *days, *said)


def finding_heads(material: Material) -> tuple[str, ...]:
    """Level, sentence, place."""
    return tuple(material.say(text) for text in (w.LEVEL, w.CONTENT, w.PLACE))


def finding_rows(material: Material) -> Iterator[Row]:
    """Everything found about the data, in the order found."""
    yield from (finding_texts(material, one) for one in material.results.findings)


def explanation_heads(material: Material) -> tuple[str, ...]:
    """Org unit, figure, value, explanation."""
    return tuple(material.say(text) for text in (w.ORG_UNIT, w.FIGURE, w.VALUE, w.EXPLANATION))


def explanation_rows(material: Material) -> Iterator[Row]:
    """What the org units say of the figures that the check asked about."""
    yield from explanation_texts(material)


def source_heads(material: Material) -> tuple[str, ...]:
    """The address of a figure, its value, how settled it is, and where it comes from."""
    texts = (w.ADDRESS, w.VALUE, w.MEASURE, w.EXACTLY, w.MATURITY, w.AS_OF, w.SOURCE)
    return tuple(material.say(text) for text in texts)


def source_rows(material: Material) -> Iterator[Row]:
    """The year's figures with their sources: the wholes of all org units, the parts of the one under review."""
    yield from (_source_row(material, figure) for figure in _sourced(material))


def _sourced(material: Material) -> Iterator[Figure]:
    rows = (row for row in material.yearly if _stands(material, row.org_unit, row.breakdown))
    yield from {str(figure.address): figure for row in rows for figure in row.figures.values()}.values()


def sources_left_out(material: Material) -> str:
    """How many figures are left to results.json; empty when none is."""
    count = len(material.results.figures) - sum(1 for _ in _sourced(material))
    return material.say(ws.SOURCES_LEFT_OUT, count=count) if count > 0 else ""


def _source_row(material: Material, figure: Figure) -> Row:
    of_percent = figure.measure == "%"
    return (
        str(figure.address),
        _whole(material, figure),
        Middle(figure.measure if of_percent else material.measure(figure.address.indicator)),
        "–".join(str(ratio) for ratio in dict.fromkeys(figure.exact or ()) if ratio),
        material.say(w.MATURITIES[figure.maturity]),
        short_date(figure.cut_off, material.language) if figure.cut_off else "",
        sources_text(material, figure.sources, most=_MOST_NAMED, hashes=False),
    )


_MOST_NAMED = 20


def _whole(material: Material, figure: Figure) -> Value:
    """The value with all its decimals, where the other sheets show the indicator's."""
    value = shown(material, figure)
    return Shown(value.value, decimals(figure)) if isinstance(value, Shown) else value


def file_heads(material: Material) -> tuple[str, ...]:
    """A source file and its fingerprint."""
    return material.say(w.FILE), material.say(w.FINGERPRINT)


def file_rows(material: Material) -> Iterator[Row]:
    """The files the figures were read from, as they were on that day."""
    sources = (source for figure in material.results.figures.values() for source in figure.sources)
    files = {one.place.file: one.sha256 for one in sources if isinstance(one, CellSource)}
    yield from sorted(files.items())
