"""Charts of the review, described in Vega-Lite and drawn without a browser: SVG for the PDF and pages, PNG for Word.

Bars lie down, so that the long names of Vietnamese indicators stand whole beside them. Plan is hollow, actual is solid,
last year is pale: told apart by form and by lightness, so also by colour-blind readers and in grey print.
All lengths are points of the printed page.
"""

import functools
import itertools
import json
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from tongket.documents import Chart, ChartKind, Language, Point, Role, Series
from tongket.documents.measure import lines, width_mm
from tongket.files.fonts import CHART_FAMILY, chart_fonts, printable

Theme = Literal["light", "dark"]
Json = dict[str, object]
Colours = dict[str, str]

PAGE_WIDTH = 468  # the 165 mm between the margins of an upright page
PIXELS_PER_POINT = 3  # 216 dpi in Word
_SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
_LABEL, _SMALL = 10, 9
_BAR, _GAP, _LINES_HEIGHT = 14, 12, 230
_LEGEND, _AXIS = 26, 44
_LABELS_MM = 120  # of the 165 mm of a page, what the figures along a line may fill together
_NAMES_MM, _NAME_MEASURE = Fraction(56), 12  # Plex at 10 pt is as wide as Times at 12
_DASHES: dict[Role, list[int]] = {
    Role.ACTUAL: [1, 0],
    Role.LAST_YEAR: [6, 3],
    Role.PLAN: [2, 3],
    Role.OTHER: [8, 2, 2, 2],
}

_LOCALES: dict[Language, Json] = {
    "vi": {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["", "\N{NO-BREAK SPACE}₫"]},
    "ru": {"decimal": ",", "thousands": "\N{NO-BREAK SPACE}", "grouping": [3], "currency": ["", "\N{NO-BREAK SPACE}₽"]},
    "en": {"decimal": ".", "thousands": ",", "grouping": [3], "currency": ["$", ""]},
}

_COLOURS: dict[Theme, Colours] = {
    "light": {
        "page": "#ffffff",
        "ink": "#1c2733",
        "quiet": "#51606e",
        "grid": "#e1e7ec",
        "line": "#9fb0be",
        "actual": "#15507f",
        "last_year": "#a9c1d4",
        "below": "#c9782a",
        "other": "#15507f #c9782a #7fb3a0 #8a5a83 #d9c27e",
    },
    "dark": {
        "page": "#12181f",
        "ink": "#e8edf2",
        "quiet": "#a3b1be",
        "grid": "#2a3540",
        "line": "#5b6b79",
        "actual": "#6fb6ea",
        "last_year": "#46627a",
        "below": "#e9a455",
        "other": "#6fb6ea #e9a455 #3f7d69 #b98fd0 #e6d9a0",
    },
}


def svg(chart: Chart, language: Language, theme: Theme = "light", width: int = PAGE_WIDTH) -> str:
    """The chart as SVG, `width` points wide."""
    return painted(json.dumps(spec(chart, theme, width)), language)


@functools.lru_cache(maxsize=64)
def painted(specification: str, language: Language) -> str:
    """The picture of a specification as SVG; a picture that stands in the Word file and in the PDF is painted once."""
    _register_fonts()
    import vl_convert

    return vl_convert.vegalite_to_svg(specification, format_locale=_LOCALES[language], vl_version="5.21")


def get_ready() -> None:
    """Start what paints the pictures; that takes longer than a picture, and can be done before there is one."""
    nothing = {"$schema": _SCHEMA, "data": {"values": []}, "mark": "bar"}
    painted(json.dumps(nothing), "vi")


def png(chart: Chart, language: Language, theme: Theme = "light", width: int = PAGE_WIDTH) -> bytes:
    """The same picture as pixels, for Word."""
    import vl_convert

    return vl_convert.svg_to_png(svg(chart, language, theme, width), scale=PIXELS_PER_POINT)


@functools.cache
def _register_fonts() -> None:
    import vl_convert

    for folder in chart_fonts().folders:
        vl_convert.register_font_directory(str(folder))


def spec(chart: Chart, theme: Theme = "light", width: int = PAGE_WIDTH) -> Json:
    """The chart as a Vega-Lite specification; the title stays with the page, which prints it as text."""
    drawing = {ChartKind.BARS: _bars, ChartKind.PERCENT: _percent, ChartKind.LINES: _lines}[chart.kind]
    colours = _COLOURS[theme]
    return {
        "$schema": _SCHEMA,
        "description": printable(chart.alt),
        "width": width,
        "autosize": {"type": "fit", "contains": "padding"},
        "data": {"values": _rows(chart)},
        **drawing(chart, colours),
        "config": _config(colours),
    }


def _rows(chart: Chart) -> list[Json]:
    """One row for each point; a float here is only a position on paper, the printed text is the exact figure."""
    return [
        {
            "item": _item(at, category),
            "series": _clean(series.name),
            "value": None if (value := series.points[at].value) is None else float(value),
            "text": _clean(series.points[at].text),
            "met": _met(series.points[at], chart.reference),
            "below": _label_below(chart, series, at),
            "labelled": at in _labelled(series),
        }
        for at, category in enumerate(chart.categories)
        for series in chart.series
    ]


def _item(at: int, category: str) -> str:
    """A name in lines, behind a number that keeps like names apart and the order as it was given."""
    return f"{at:03d}" + "\n".join(lines(_clean(category), _NAMES_MM, _NAME_MEASURE))


def _clean(text: str) -> str:
    """A letter that the font lacks would be left out of the picture without a word."""
    return printable(text, chart_fonts())


def _met(point: Point, reference: Point | None) -> bool:
    wanted = reference.value if reference else None
    return wanted is None or (point.value is not None and point.value >= wanted)


def _label_below(chart: Chart, series: Series, at: int) -> bool:
    """In a line chart a figure stands where its own line and the other lines are not."""
    value = series.points[at].value
    beside = [series.points[near].value for near in (at - 1, at + 1) if 0 <= near < len(series.points)]
    others = [other.points[at].value for other in chart.series if other is not series]
    near, there = ([one for one in found if one is not None] for found in (beside, others))
    if value is None or not near or min(near) < value < max(near):
        return value is not None and any(one > value for one in there)
    return value <= min(near)


def _labelled(series: Series) -> set[int]:
    """The points of a line whose figures are written: all where there is room, else the last and the outermost."""
    drawn = {at: point.value for at, point in enumerate(series.points) if point.value is not None}
    widest = max(width_mm(point.text, _SMALL + 2) for point in series.points)
    if not drawn or widest * len(series.points) < _LABELS_MM:
        return set(drawn)
    return {max(drawn), max(drawn, key=lambda at: drawn[at]), min(drawn, key=lambda at: drawn[at])}


def _bars(chart: Chart, colours: Colours) -> Json:
    encoding: Json = {**_lying(chart), "yOffset": {"field": "series", "sort": None, "scale": {"paddingInner": 0.16}}}
    look = {
        "fill": _by_series(chart, _fills(chart, colours)),
        "stroke": _by_series(chart, _strokes(chart, colours)),
    }
    bar: Json = {"mark": {"type": "bar", "strokeWidth": 1.2}, "encoding": {**encoding, **look}}
    return {"height": _height(chart, len(chart.series)), "layer": [bar, *_bar_labels(encoding, colours)]}


def _percent(chart: Chart, colours: Colours) -> Json:
    encoding = _lying(chart)
    coloured: Json = {"condition": {"test": "datum.met", "value": colours["actual"]}, "value": colours["below"]}
    bar: Json = {"mark": {"type": "bar", "height": _BAR + 2}, "encoding": {**encoding, "fill": coloured}}
    drawn = [bar, *_reference(chart.reference, colours), *_bar_labels(encoding, colours)]
    return {"height": _height(chart, 1), "layer": drawn}


def _lines(chart: Chart, colours: Colours) -> Json:
    drawn = _strokes(chart, colours)
    dashes = [_DASHES[series.role] for series in chart.series]
    encoding: Json = {
        "x": {"field": "item", "type": "nominal", "axis": {**_names_axis(), "labelAngle": 0}},
        "y": {**_values(chart), "scale": {"domain": _months_domain(chart), "nice": True}},
    }
    line: Json = {"stroke": _by_series(chart, drawn), "strokeDash": _by_series(chart, dashes)}
    point: Json = {"fill": {**_by_series(chart, drawn), "legend": None}}
    return {
        "height": _LINES_HEIGHT,
        "layer": [
            {"mark": {"type": "line", "strokeWidth": 2}, "encoding": {**encoding, **line}},
            {"mark": {"type": "point", "filled": True, "size": 34, "opacity": 1}, "encoding": {**encoding, **point}},
            *_line_labels(chart, encoding, colours),
        ],
    }


def _lying(chart: Chart) -> Json:
    """Names down the side, values along the bottom with room for the longest printed text."""
    values = [Decimal(0), *_drawn(chart)]
    low, high = min(values), max(values)
    longest = max(width_mm(point.text, _LABEL) for series in chart.series for point in series.points)
    room = (high - low) * int(longest + 8) / 100
    domain = [float(low - room if low < 0 else low), float(high + room) or 1.0]
    names = {"field": "item", "type": "nominal", "axis": _names_axis()}
    return {"y": names, "x": {**_values(chart), "scale": {"domain": domain, "nice": False}}}


def _months_domain(chart: Chart) -> list[float]:
    """From zero, unless the months differ so little that most of the picture would be empty."""
    values = _drawn(chart) or [Decimal(0), Decimal(1)]
    low, high = min(values), max(values)
    margin = (high - low) / 6 or Decimal(1)
    return [float(low - margin) if low * 2 > high else min(0.0, float(low)), float(high + margin)]


def _names_axis() -> Json:
    return {"title": None, "labelLimit": 0, "labelExpr": "split(slice(datum.label, 3), '\\n')", "labelLineHeight": 12}


def _values(chart: Chart) -> Json:
    lying = chart.kind is not ChartKind.LINES
    place = {"titleAnchor": "end"} if lying else {"titleAngle": 0, "titleAlign": "left", "titleX": 0, "titleY": -12}
    axis = {
        "title": _clean(chart.measure) or None,
        "format": _axis_format(chart),
        "tickCount": 5,
        "grid": True,
        **place,
    }
    return {"field": "value", "type": "quantitative", "axis": axis}


def _axis_format(chart: Chart) -> str:
    """As many decimals on every tick as the steps between them need."""
    values = _drawn(chart) or [Decimal(0)]
    low = Decimal(0) if chart.kind is not ChartKind.LINES else min(values)
    span = max(values) - min(low, *values)
    return ",.0f" if span >= 5 else ",.1f" if span >= Decimal("0.5") else ",.2f"


def _bar_labels(encoding: Json, colours: Colours) -> list[Json]:
    """The printed figure at the end of each bar, and the reason where there is no bar."""
    places: tuple[tuple[str, Json], ...] = (
        ("datum.value !== null && datum.value >= 0", {"align": "left", "dx": 4, "fill": colours["ink"]}),
        ("datum.value !== null && datum.value < 0", {"align": "right", "dx": -4, "fill": colours["ink"]}),
        ("datum.value === null", {"align": "left", "dx": 4, "fill": colours["quiet"], "fontStyle": "italic"}),
    )
    return [
        {
            "transform": [{"filter": test}, {"calculate": "datum.value === null ? 0 : datum.value", "as": "value"}],
            "mark": {"type": "text", "fontSize": _LABEL, "baseline": "middle", **place, **look},
            "encoding": {**encoding, "text": {"field": "text"}},
        }
        for look in (_halo(colours), {})
        for test, place in places
    ]


def _line_labels(chart: Chart, encoding: Json, colours: Colours) -> list[Json]:
    """The figures of this year, on the side of their line where there is room."""
    actual = [_clean(series.name) for series in chart.series if series.role is Role.ACTUAL]
    return [
        {
            "transform": [{"filter": {"field": "series", "oneOf": actual}}, {"filter": test}],
            "mark": {"type": "text", "dy": shift, "fontSize": _SMALL, **look},
            "encoding": {**encoding, "text": {"field": "text"}},
        }
        for look in (_halo(colours), {"fill": colours["ink"]})
        for test, shift in (("datum.labelled && datum.below", 11), ("datum.labelled && !datum.below", -10))
    ]


def _halo(colours: Colours) -> Json:
    """A border of the page's colour behind a text, so that no line strikes through it."""
    return {"stroke": colours["page"], "strokeWidth": 3.5, "strokeJoin": "round", "aria": False}


def _reference(reference: Point | None, colours: Colours) -> list[Json]:
    if reference is None or reference.value is None:
        return []
    at: Json = {"x": {"datum": float(reference.value), "type": "quantitative"}}
    rule = {"type": "rule", "strokeDash": [4, 3], "strokeWidth": 1.4, "stroke": colours["ink"]}
    name = {"type": "text", "baseline": "bottom", "dy": -4, "fontSize": _LABEL, "fill": colours["ink"]}
    return [
        {"data": {"values": [{}]}, "mark": rule, "encoding": at},
        {"data": {"values": [{}]}, "mark": {**name, "y": 0, "text": _clean(reference.text)}, "encoding": at},
    ]


def _by_series(chart: Chart, looks: Iterable[object]) -> Json:
    names = [_clean(series.name) for series in chart.series]
    symbol = "stroke" if chart.kind is ChartKind.LINES else "square"
    legend: Json = {"title": None, "symbolType": symbol, "columns": _legend_columns(names)}
    return {"field": "series", "type": "nominal", "scale": {"domain": names, "range": list(looks)}, "legend": legend}


def _legend_columns(names: list[str]) -> int:
    """All names in one row where the page is wide enough, else below each other."""
    return len(names) if sum(width_mm(name, _NAME_MEASURE) + 12 for name in names) < 160 else 1


def _strokes(chart: Chart, colours: Colours) -> list[str]:
    """One colour for each series: the same for the same role on every page, a palette for those without a role."""
    palette = itertools.cycle(colours["other"].split())
    known = {Role.ACTUAL: "actual", Role.PLAN: "actual", Role.LAST_YEAR: "last_year"}
    return [next(palette) if series.role is Role.OTHER else colours[known[series.role]] for series in chart.series]


def _fills(chart: Chart, colours: Colours) -> list[str]:
    strokes = zip(chart.series, _strokes(chart, colours), strict=True)
    return [colours["page"] if series.role is Role.PLAN else stroke for series, stroke in strokes]


def _drawn(chart: Chart) -> list[Decimal]:
    return [point.value for series in chart.series for point in series.points if point.value is not None]


def _height(chart: Chart, bars: int) -> int:
    tallest = max(len(lines(category, _NAMES_MM, _NAME_MEASURE)) for category in chart.categories)
    frame = _AXIS + (_LEGEND if bars > 1 else _SMALL)
    return len(chart.categories) * (max(bars * _BAR, tallest * 12) + _GAP) + frame


def _config(colours: Colours) -> Json:
    text = {"labelColor": colours["ink"], "titleColor": colours["quiet"]}
    return {
        "font": CHART_FAMILY,
        "background": colours["page"],
        "padding": {"left": 2, "right": 8, "top": 2, "bottom": 2},
        "view": {"stroke": None},
        "axis": {
            **text,
            "labelFontSize": _LABEL,
            "titleFontSize": _LABEL,
            "titleFontWeight": "normal",
            "labelPadding": 6,
            "gridColor": colours["grid"],
            "domainColor": colours["line"],
            "ticks": False,
        },
        "axisQuantitative": {"domain": False},
        "legend": {
            **text,
            "orient": "top",
            "labelFontSize": _LABEL,
            "symbolSize": 110,
            "columnPadding": 18,
            "offset": 10,
            "layout": {"top": {"anchor": "end"}},
        },
    }
