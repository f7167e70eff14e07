"""The pictures of the review: plan, actual and last year; percent of plan; this year's months beside last year's."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from tongket.documents import wording as w
from tongket.documents import wording_of_sections as ws
from tongket.documents.facts import Chart, ChartKind, Point, Role, Series
from tongket.documents.printing import percent_amount, with_sign
from tongket.documents.review_material import Material
from tongket.documents.review_months import Months, monthly
from tongket.documents.review_standing import missing_text
from tongket.documents.tables_of_review import by_indicator, head_of, leading_rows, plan_note
from tongket.figures import Figure, Kind
from tongket.figures.measures import DATE
from tongket.results import Comparison
from tongket.words import Text

MOST_BARS = 8
MOST_PERCENTS = 12
MOST_CHARTS_OF_BARS = 2
MOST_CHARTS_OF_MONTHS = 2
MOST_CHARTS_OF_UNITS = 2
_ROLES = {Kind.LAST_YEAR: Role.LAST_YEAR, Kind.PLAN: Role.PLAN}


def charts(material: Material) -> Iterator[Chart]:
    """Every picture there are figures for, those of the unit under review first."""
    own = material.totals(material.occasion.org_unit)
    yield from bars(material, own)
    if percents_of_own := percents(material, own):
        yield percents_of_own
    yield from percents_of_units(material)
    yield from months(material)


def bars(material: Material, rows: Sequence[Comparison]) -> Iterator[Chart]:
    """Plan, actual and last year side by side: one picture for each measure, of the measures most indicators have."""
    by_measure: dict[str, list[Comparison]] = {}
    for row in rows:
        if row.actual and row.actual.amount.is_exact and row.actual.measure != DATE.code:
            by_measure.setdefault(material.measure(row.indicator), []).append(row)
    most = sorted(by_measure, key=lambda measure: -len(by_measure[measure]))[:MOST_CHARTS_OF_BARS]
    for measure in (measure for measure in by_measure if measure in most):
        yield _bar_chart(material, measure, by_measure[measure][:MOST_BARS])


def _bar_chart(material: Material, measure: str, rows: Sequence[Comparison]) -> Chart:
    title = material.say(ws.CHART_OF_BARS, unit=material.unit_name(rows[0].org_unit), measure=measure)
    categories = tuple(material.name(row) for row in rows)
    series = tuple(_series(material, kind, rows) for kind in _kinds(material, rows))
    return Chart(
        ChartKind.BARS,
        title,
        categories,
        series,
        alt=_alt(title, categories, series),
        measure=measure,
        category_head=material.say(w.INDICATOR),
        note=plan_note(material, rows),
        show_table=False,
    )


def _kinds(material: Material, rows: Sequence[Comparison]) -> list[Kind]:
    wanted = (Kind.LAST_YEAR, Kind.PLAN, material.occasion.basis)
    return [kind for kind in wanted if any(row.figure(kind) for row in rows)]


def _series(material: Material, kind: Kind, rows: Sequence[Comparison]) -> Series:
    points = tuple(_point(material, row.figure(kind), row) for row in rows)
    return Series(head_of(material, kind), points, _ROLES.get(kind, Role.ACTUAL))


def _point(material: Material, figure: Figure | None, row: Comparison | None = None) -> Point:
    if figure is None:
        missing = row is not None and row.actual is None
        return Point(None, missing_text(material, row) if missing and row else w.NOT_APPLICABLE)
    value = figure.amount.exact if figure.amount.is_exact else None
    return Point(value, material.text(figure), str(figure.address))


def percents(material: Material, rows: Sequence[Comparison]) -> Chart | None:
    """Percent of plan of each indicator of an org unit against the line of 100 %; None without two to compare."""
    shown = [row for row in rows if _percent(material, row) is not None][:MOST_PERCENTS]
    if len(shown) < 2:
        return None
    title = material.say(ws.CHART_OF_PERCENTS, unit=material.unit_name(shown[0].org_unit))
    names = tuple(material.name(row) for row in shown)
    ranges = [material.name(row) for row in rows if _is_range(material, row)]
    return _percent_chart(material, title, shown, names, w.INDICATOR, ranges)


def percents_of_units(material: Material) -> Iterator[Chart]:
    """Percent of plan of the leading org units, for the first indicators that several of them share."""
    of_members = [row for row in material.totals() if row.org_unit in material.members]
    rows = [row for row in of_members if _percent(material, row) is not None]
    by_range = by_indicator(row for row in of_members if _is_range(material, row))
    shared = [(code, group) for code, group in by_indicator(rows).items() if len(group) > 1]
    for code, group in shared[:MOST_CHARTS_OF_UNITS]:
        shown = leading_rows(group, MOST_PERCENTS) if len(group) > MOST_PERCENTS else group
        title = material.say(ws.CHART_OF_UNITS, name=material.indicator(code).name.to(material.language))
        names = tuple(material.unit_name(row.org_unit) for row in shown)
        ranges = [material.unit_name(row.org_unit) for row in by_range.get(code, ())]
        yield _percent_chart(material, title, shown, names, w.ORG_UNIT, ranges)


def _percent_chart(
    material: Material, title: str, rows: Sequence[Comparison], categories: tuple[str, ...], head: Text,
    ranges: Sequence[str],
) -> Chart:  # fmt: skip
    """The picture of percentages; those known only within a range have no bar, and are named below it."""
    left_out = material.say(ws.RANGES_NOT_DRAWN, names="; ".join(ranges)) if ranges else ""
    points = tuple(_percent_point(material, row) for row in rows)
    series = (Series(head_of(material, Kind.PERCENT_OF_PLAN), points, Role.ACTUAL),)
    reference = Point(Decimal(100), with_sign("100", material.language))
    return Chart(
        ChartKind.PERCENT,
        title,
        categories,
        series,
        alt=_alt(title, categories, series),
        measure="%",
        category_head=material.say(head),
        reference=reference,
        note=" ".join(piece for piece in (plan_note(material, rows), left_out) if piece),
        show_table=False,
    )


def _percent(material: Material, row: Comparison) -> Figure | None:
    percent = row.figure(Kind.PERCENT_OF_PLAN)
    return percent if percent and material.is_up(row) and percent_amount(percent).is_exact else None


def _is_range(material: Material, row: Comparison) -> bool:
    percent = row.figure(Kind.PERCENT_OF_PLAN)
    return percent is not None and material.is_up(row) and not percent_amount(percent).is_exact


def _percent_point(material: Material, row: Comparison) -> Point:
    percent = row.figures[Kind.PERCENT_OF_PLAN]
    return Point(percent_amount(percent).exact, material.run(percent).text, str(percent.address))


def months(material: Material) -> Iterator[Chart]:
    """The months of this year beside the last, for the first indicators of the unit under review that have months."""
    root = material.occasion.org_unit
    units = (root, *material.members[:1])
    drawn = 0
    for code in by_indicator(material.yearly):
        found = ((unit, *monthly(material, (unit, code, None))) for unit in units)
        unit, this, last = next((one for one in found if one[1]), (root, (), ()))
        if this and drawn < MOST_CHARTS_OF_MONTHS:
            drawn += 1
            yield _month_chart(material, unit, code, (this, last))


def _month_chart(material: Material, unit: str, code: str, years: tuple[Months, Months]) -> Chart:
    name = material.indicator(code).name.to(material.language)
    title = material.say(ws.CHART_OF_MONTHS, name=name, unit=material.unit_name(unit))
    categories = tuple(material.say(w.MONTH, month=month) for month in range(1, 13))
    year = material.occasion.year
    both = (
        Series(str(year), tuple(_point(material, figure) for figure in years[0]), Role.ACTUAL),
        Series(str(year - 1), tuple(_point(material, figure) for figure in years[1]), Role.LAST_YEAR),
    )
    series = both[::-1] if any(years[1]) else both[:1]
    return Chart(
        ChartKind.LINES,
        title,
        categories,
        series,
        alt=_alt(title, categories, series),
        measure=material.measure(code),
        category_head=material.say(w.MONTH_HEAD),
    )


def _alt(title: str, categories: Sequence[str], series: Sequence[Series]) -> str:
    """The picture in words: each series with all it draws."""
    lines = (
        f"{one.name}: " + ", ".join(f"{name} {point.text}" for name, point in zip(categories, one.points, strict=True))
        for one in series
    )
    return f"{title}. " + "; ".join(lines) + "."
