"""What stands on a slide: text, tables cut to its height, and charts that PowerPoint itself draws and edits."""

# mypy: allow-untyped-calls
# python-pptx gives types to most of what it has, not to colours and chart data

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import cast

from pptx.chart.axis import ValueAxis
from pptx.chart.chart import Chart as NativeChart
from pptx.chart.data import CategoryChartData
from pptx.chart.series import BarSeries
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_LINE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.xmlchemy import OxmlElement
from pptx.shapes.graphfrm import GraphicFrame
from pptx.slide import Slide as Page
from pptx.table import Table as NativeTable
from pptx.table import _Cell
from pptx.text.text import TextFrame
from pptx.util import Length, Mm, Pt

from tongket.documents import Align, Chart, ChartKind, Language, Point, Role, Row, RowKind, Series, Table, columns
from tongket.documents.measure import MM_PER_POINT, lines
from tongket.documents.nd30 import ND30
from tongket.documents.profile import Part
from tongket.files.fonts import printable

FAMILY = "Arial"
INK, QUIET, BLUE, PALE, ORANGE = (RGBColor.from_string(c) for c in ("1C2733", "51606E", "15507F", "A9C1D4", "C9782A"))
RED, WHITE, TINT, GRID = (RGBColor.from_string(c) for c in ("B3261E", "FFFFFF", "EDF2F6", "E1E7EC"))
OTHERS = tuple(RGBColor.from_string(c) for c in ("15507F", "C9782A", "7FB3A0", "8A5A83", "D9C27E"))

_TABLE_PT = 15
_WIDER = Fraction(112, 100)  # Arial beside Times New Roman, in which words are measured
_ROW_AIR_MM = Fraction(3)
_TONGUES: dict[Language, str] = {"vi": "[$-42A]", "ru": "[$-419]", "en": "[$-809]"}
_ROUND_FROM = 10  # axes of larger figures need no decimals
_HAIRLINE, _TABLE_LINE = "6350", "C9D3DC"
_ALIGN = {Align.LEFT: PP_ALIGN.LEFT, Align.CENTRE: PP_ALIGN.CENTER, Align.RIGHT: PP_ALIGN.RIGHT}


def say(frame: TextFrame, text: str, size: float, colour: RGBColor, *, bold: bool = False) -> None:
    """Fill a frame with one paragraph for each line of the text."""
    frame.word_wrap = True
    for number, line in enumerate(printable(text).split("\n")):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        run = paragraph.add_run()
        run.text = line
        run.font.size, run.font.bold, run.font.name = Pt(size), bold, FAMILY
        run.font.color.rgb = colour


def pieces(table: Table, width_mm: int, height_mm: int) -> Iterator[Table]:
    """The table in parts that each fit the height of a slide."""
    widths, size = _fit(table, width_mm)
    heads = columns.heads(table.columns)
    head = sum((_row_height([cell.text for cell in row], widths, size) for row in heads), Fraction(0))
    rows: list[Row] = []
    used = head
    for row in table.rows:
        height = _row_height([cell.text for cell in row.cells], widths, size)
        if rows and used + height > height_mm:
            yield replace(table, rows=tuple(rows))
            rows, used = [], head
        rows.append(row)
        used += height
    yield replace(table, rows=tuple(rows))


def _fit(table: Table, width_mm: int) -> tuple[tuple[Fraction, ...], int]:
    """Widths that no word breaks, and the size in points at which they hold."""
    size = int(_TABLE_PT * _WIDER)
    measured = {part: replace(ND30.styles[part], size=size) for part in (Part.TABLE, Part.TABLE_HEAD)}
    widths, smaller = columns.fit(table, replace(ND30, styles={**ND30.styles, **measured}), width_mm)
    return widths, _TABLE_PT - smaller


def _row_height(texts: Sequence[str], widths: Sequence[Fraction], size: int) -> Fraction:
    """The height of the tallest cell; a section row has one cell across all columns."""
    rooms = widths if len(texts) == len(widths) else [sum(widths, Fraction(0))] * len(texts)
    measured = int(size * _WIDER)
    tall = max(len(lines(text, room - 4, measured)) for text, room in zip(texts, rooms, strict=True))
    return tall * size * Fraction(6, 5) * MM_PER_POINT + _ROW_AIR_MM


def add_table(page: Page, table: Table, left: Length, top: Length, width_mm: int) -> None:
    """A native table: blue head, thin tint under sums, numbers to the right."""
    widths, size = _fit(table, width_mm)
    heads = columns.heads(table.columns)
    count = len(heads) + len(table.rows)
    frame = page.shapes.add_table(count, len(widths), left, top, Mm(width_mm), Mm(9 * count))
    made = frame.table
    for at, width in enumerate(widths):
        made.columns[at].width = Mm(float(width))
    _fill_heads(made, heads, size)
    for at, row in enumerate(table.rows, start=len(heads)):
        _fill_row(made, at, row, table, size)
    texts = [[head.text for head in row] for row in heads] + [[cell.text for cell in row.cells] for row in table.rows]
    for at, row_texts in enumerate(texts):
        made.rows[at].height = Mm(float(_row_height(row_texts, widths, size)))


def _fill_heads(made: NativeTable, rows: Sequence[Sequence[columns.Head]], size: int) -> None:
    taken: set[tuple[int, int]] = set()
    for at, heads in enumerate(rows):
        spot = 0
        for head in heads:
            while (at, spot) in taken:
                spot += 1
            cell = made.cell(at, spot)
            if head.across > 1 or head.down > 1:
                cell.merge(made.cell(at + head.down - 1, spot + head.across - 1))
            taken |= {(at + down, spot + across) for down in range(head.down) for across in range(head.across)}
            _write(cell, head.text, size, WHITE, PP_ALIGN.CENTER, bold=not head.light)
            _paint(cell, BLUE)
            spot += head.across


def _fill_row(made: NativeTable, at: int, row: Row, table: Table, size: int) -> None:
    tinted = row.kind in {RowKind.SECTION, RowKind.SUBTOTAL}
    if row.kind is RowKind.SECTION:
        made.cell(at, 0).merge(made.cell(at, len(table.columns) - 1))
    for spot, (cell, column) in enumerate(zip(row.cells, table.columns, strict=False)):
        native = made.cell(at, spot)
        indent = "    " if columns.is_set_in(table, row.kind, spot) else ""
        align = PP_ALIGN.LEFT if row.kind is RowKind.SECTION else _ALIGN[column.align]
        _write(native, indent + cell.text, size, INK, align, bold=tinted)
    for spot in range(len(table.columns)):
        _paint(made.cell(at, spot), TINT if tinted else WHITE)


def _write(cell: _Cell, text: str, size: int, colour: RGBColor, align: PP_ALIGN, *, bold: bool) -> None:
    say(cell.text_frame, text, size, colour, bold=bold)
    for paragraph in cell.text_frame.paragraphs:
        paragraph.alignment = align
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    cell.margin_left = cell.margin_right = Mm(1.8)
    cell.margin_top = cell.margin_bottom = Mm(0.8)


def _paint(cell: _Cell, colour: RGBColor) -> None:
    """A filled cell with a thin line above and below it and none at its sides."""
    cell.fill.solid()
    cell.fill.fore_color.rgb = colour
    properties = cell._tc.get_or_add_tcPr()  # noqa: SLF001 - python-pptx has no word for borders
    for at, side in enumerate(("lnL", "lnR", "lnT", "lnB")):
        drawn = side in {"lnT", "lnB"}
        line, fill = OxmlElement(f"a:{side}"), OxmlElement("a:solidFill" if drawn else "a:noFill")
        if drawn:
            line.set("w", _HAIRLINE)
            shade = OxmlElement("a:srgbClr")
            shade.set("val", _TABLE_LINE)
            fill.append(shade)
        line.append(fill)
        properties.insert(at, line)


def add_chart(page: Page, chart: Chart, language: Language, spot: tuple[Length, Length, Length, Length]) -> None:
    """A native chart in the colours of the paper's; its figures lie in a workbook behind it."""
    data = CategoryChartData(number_format=_number_format(chart, language))
    data.categories = [_category(chart, at) for at in range(len(chart.categories))]
    for series in chart.series:
        # a float here is what PowerPoint draws; the exact figure is the text in the paper
        data.add_series(printable(series.name), [None if p.value is None else float(p.value) for p in series.points])
    kind = XL_CHART_TYPE.LINE_MARKERS if chart.kind is ChartKind.LINES else XL_CHART_TYPE.BAR_CLUSTERED
    drawn = page.shapes.add_chart(kind, *spot, data)  # type: ignore[arg-type]
    frame = cast("GraphicFrame", drawn)
    frame._element.nvGraphicFramePr.cNvPr.set("descr", printable(chart.alt))  # noqa: SLF001
    _dress(frame.chart, chart, language)


def _category(chart: Chart, at: int) -> str:
    """A name, and why nothing is drawn beside it where that is so."""
    points = [series.points[at] for series in chart.series]
    reasons = dict.fromkeys(point.text for point in points if point.value is None)
    whole = not any(point.value is not None for point in points)
    return printable(f"{chart.categories[at]} ({', '.join(reasons)})" if whole else chart.categories[at])


def _number_format(chart: Chart, language: Language, *, round_ticks: bool = False) -> str:
    """As many decimals as the figures have, and whose marks they want.

    LibreOffice follows the language; PowerPoint writes every number with the marks of the machine it runs on.
    """
    points = [point for series in chart.series for point in series.points]
    drawn = [point.value for point in points if point.value is not None]
    decimals = max((-int(value.as_tuple().exponent) for value in drawn), default=0)
    if round_ticks and max(drawn, default=Decimal(0)) >= _ROUND_FROM:
        return f"{_TONGUES[language]}#,##0"
    places = "." + "0" * (min(decimals, 1) if round_ticks else decimals) if decimals > 0 else ""
    percent = '"%"' if any(point.text.endswith("%") for point in points) else ""
    return f"{_TONGUES[language]}#,##0{places}{percent}"


def _dress(native: NativeChart, chart: Chart, language: Language) -> None:
    native.font.name, native.font.size = FAMILY, Pt(14)
    native.font.color.rgb = INK
    native.has_title = False
    native.has_legend = len(chart.series) > 1
    if native.has_legend:
        native.legend.position, native.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
        native.legend.font.size = Pt(14)
    plot = native.plots[0]
    plot.has_data_labels = chart.kind is not ChartKind.LINES
    if plot.has_data_labels:
        labels = plot.data_labels
        labels.number_format, labels.number_format_is_linked = _number_format(chart, language), False
        labels.font.size, labels.position = Pt(12), XL_LABEL_POSITION.OUTSIDE_END
        plot.gap_width, plot.overlap = (70, -8)
        native.category_axis.reverse_order = True
    _dress_axes(native, chart, language)
    _colour(native, chart)


def _dress_axes(native: NativeChart, chart: Chart, language: Language) -> None:
    value, names = native.value_axis, native.category_axis
    value.major_gridlines.format.line.color.rgb = GRID
    value.format.line.fill.background()
    value.major_tick_mark = names.major_tick_mark = XL_TICK_MARK.NONE
    value.tick_labels.font.size = Pt(12)
    value.tick_labels.font.color.rgb = QUIET
    value.tick_labels.number_format_is_linked = False
    value.tick_labels.number_format = _number_format(chart, language, round_ticks=True)
    names.format.line.color.rgb = PALE
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    if chart.kind is ChartKind.PERCENT:
        value.major_unit = 50
    if chart.kind is not ChartKind.LINES:
        _begin_at_zero(value, chart)
        value.tick_label_position = XL_TICK_LABEL_POSITION.HIGH  # the reversed names turn the axis over
    if chart.measure:
        value.has_title = True
        say(value.axis_title.text_frame, chart.measure, 12, QUIET)


def _begin_at_zero(axis: ValueAxis, chart: Chart) -> None:
    """A bar is as long as its figure only from zero; left alone, PowerPoint begins near the smallest."""
    drawn = [point.value for series in chart.series for point in series.points if point.value is not None]
    if min(drawn, default=Decimal(0)) >= 0:
        axis.minimum_scale = 0
    if max(drawn, default=Decimal(1)) <= 0:
        axis.maximum_scale = 0


def _colour(native: NativeChart, chart: Chart) -> None:
    """The same colours for the same roles as in the paper: plan hollow, actual solid, last year pale."""
    others = iter(OTHERS * 3)
    for drawn, series in zip(native.plots[0].series, chart.series, strict=True):
        colour = {Role.LAST_YEAR: PALE, Role.OTHER: next(others)}.get(series.role, BLUE)
        if chart.kind is ChartKind.LINES:
            drawn.smooth = False
            drawn.format.line.color.rgb, drawn.format.line.width = colour, Pt(2.5)
            drawn.marker.format.fill.solid()
            drawn.marker.format.fill.fore_color.rgb = colour
            drawn.marker.format.line.color.rgb = colour
            if series.role is not Role.ACTUAL:
                drawn.format.line.dash_style = MSO_LINE.DASH
            continue
        drawn.invert_if_negative = False
        drawn.format.fill.solid()
        drawn.format.fill.fore_color.rgb = WHITE if series.role is Role.PLAN else colour
        drawn.format.line.color.rgb = colour
        if chart.kind is ChartKind.PERCENT:
            _mark_below(drawn, series, chart.reference)


def _mark_below(drawn: BarSeries, series: Series, reference: Point | None) -> None:
    for at, point in enumerate(series.points):
        if reference and reference.value is not None and point.value is not None and point.value < reference.value:
            fill = drawn.points[at].format.fill
            fill.solid()
            fill.fore_color.rgb = ORANGE
