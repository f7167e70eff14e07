"""Writes a paper as a PDF for the archive (PDF/A-2b, tagged for screen readers) by the same layout as the Word file.

The paper travels to typst as JSON, so no word of it can be taken for typst's own language.
"""

import json
from dataclasses import replace
from datetime import UTC, datetime, time
from fractions import Fraction
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, assert_never

from tongket.documents import Align, Cell, Language, Paper, Row, RowKind, Table, columns
from tongket.documents.layout import sheets
from tongket.documents.marks import Frame, Gap, Mark, NewPage, Picture, Rule, Ruled, Sheet, Stamp, Text
from tongket.documents.nd30 import ND30
from tongket.documents.profile import Part, Profile, Style
from tongket.files import charts
from tongket.files.fonts import EMBEDDED_FAMILY, chart_fonts, printable, text_fonts

if TYPE_CHECKING:
    import typst

Json = dict[str, object]
_REGIONS: dict[Language, str] = {"vi": "VN", "ru": "RU", "en": "GB"}
_LEVELS = {Part.PART: 1, Part.SECTION: 1, Part.APPENDIX_LABEL: 1, Part.CLAUSE: 2, Part.ARTICLE: 2, Part.POINT: 3}


def paper_as_pdf(paper: Paper, profile: Profile = ND30) -> bytes:
    """The paper as a PDF; the same paper and the same fonts give the same bytes."""
    import typst

    written: bytes = typst.compile(
        _template(),
        font_paths=_fonts(),
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards=["a-2b", "ua-1"],
        timestamp=datetime.combine(paper.dated, time(), UTC),
        sys_inputs={"paper": json.dumps(_paper(paper, profile), default=_number)},
    )
    return written


@cache
def _fonts() -> "typst.Fonts":
    """The chosen families and no other, so that no font of the machine slips in for a missing letter."""
    import typst

    folders = [str(folder) for folder in (*text_fonts().folders, *chart_fonts().folders)]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=folders)


@cache
def _template() -> bytes:
    return resources.files("tongket.files").joinpath("paper.typ").read_bytes()


def _number(length: object) -> float:
    """A length on paper; no figure of the year comes this way, they are all text by now."""
    if isinstance(length, Fraction):
        return float(length)
    raise TypeError(f"{type(length).__name__} cannot be written as JSON")


def _clean(text: str) -> str:
    return printable(text, text_fonts())


def _paper(paper: Paper, profile: Profile) -> Json:
    page = profile.page
    note = replace(profile.styles[Part.NOTE], bold=True)
    return {
        "title": _clean(paper.name),
        "author": _clean(paper.header.issuer.replace("\n", " ")),
        "dated": {"year": paper.dated.year, "month": paper.dated.month, "day": paper.dated.day},
        "lang": paper.language,
        "region": _REGIONS[paper.language],
        "fonts": [text_fonts().family, EMBEDDED_FAMILY],
        "stamp": _clean(paper.stamp),
        "note_size": note.size,
        "number_size": profile.styles[Part.PAGE_NUMBER].size,
        "first_line": profile.first_line_mm,
        "page": {"width": page.width, "height": page.height, "top": page.top, "bottom": page.bottom}
        | {"left": page.left, "right": page.right},
        "sheets": [_sheet(sheet, paper, profile) for sheet in sheets(paper, profile)],
    }


def _sheet(sheet: Sheet, paper: Paper, profile: Profile) -> Json:
    marks = [_mark(mark, paper.language, profile) for mark in sheet.marks]
    return {"landscape": sheet.landscape, "attached": sheet.attached, "marks": _without_skipped_levels(marks)}


def _without_skipped_levels(marks: list[Json]) -> list[Json]:
    """Headings as a screen reader wants them: the first of the first level, none deeper than one below the last."""
    last = 0
    for mark in marks:
        level = mark.get("level")
        if isinstance(level, int) and level:
            mark["level"] = last = min(level, last + 1)
    return marks


def _mark(mark: Mark, language: Language, profile: Profile) -> Json:
    match mark:
        case Text():
            made = _text(mark, profile)
        case Rule():
            made = {"length": mark.length, "after": mark.after}
        case Gap():
            made = {"points": mark.points, "keep": mark.keep}
        case Stamp():
            style = profile.styles[Part.STAMP]
            made = {"text": _clean(style.cased(mark.text)), "style": _style(style)}
        case Ruled():
            made = _ruled(mark, profile)
        case Frame():
            cells = [[{"marks": [_mark(one, language, profile) for one in cell]} for cell in row] for row in mark.rows]
            made = {"widths": mark.widths, "rows": cells}
        case Picture():
            svg = charts.svg(mark.chart, language)
            made = {"svg": svg, "alt": _clean(mark.chart.alt), "width": mark.width, "keep": mark.keep}
        case NewPage():
            made = {}
        case _:
            assert_never(mark)
    return {"kind": type(mark).__name__, **made}


def _text(mark: Text, profile: Profile) -> Json:
    style = profile.styles[mark.part]
    before = style.before if mark.before is None else mark.before
    style = replace(style, size=mark.size or style.size, align=mark.align or style.align, before=before)
    runs = [{"text": _clean(run.text), "bold": run.bold, "italic": run.italic} for run in mark.runs]
    shown = {"style": _style(style), "left": mark.left, "keep": mark.keep}
    return {"runs": runs, **shown, "level": _LEVELS.get(mark.part, 0)}


def _style(style: Style) -> Json:
    look = {"size": style.size, "bold": style.bold, "italic": style.italic, "align": style.align.value}
    place = {"indented": style.indented, "before": style.before, "after": style.after, "line": style.line}
    return {**look, **place}


def _ruled(mark: Ruled, profile: Profile) -> Json:
    table, profile = mark.table, profile.with_smaller_tables(mark.smaller)
    return {
        "widths": mark.widths,
        "style": _style(profile.styles[Part.TABLE]),
        "heads": [[_head(head) for head in row] for row in columns.heads(table.columns)],
        "rows": [_row(row, table, profile) for row in table.rows],
    }


def _head(head: columns.Head) -> Json:
    look = {"bold": not head.light, "italic": head.light, "small": 0, "align": Align.CENTRE.value, "left": 0}
    return {"text": _clean(head.text), "across": head.across, "down": head.down, **look}


def _row(row: Row, table: Table, profile: Profile) -> Json:
    if row.kind is RowKind.SECTION:
        cells = [{**_cell(row.cells[0], row, Align.LEFT), "across": len(table.columns), "bold": True}]
    else:
        cells = [
            _cell(cell, row, column.align)
            | {"left": columns.SET_IN_MM if columns.is_set_in(table, row.kind, at) else 0}
            | {"small": profile.styles[Part.SMALL].size if column.small else 0}
            | {"pieces": columns.parts(_clean(cell.text), code=True)}
            for at, (cell, column) in enumerate(zip(row.cells, table.columns, strict=True))
        ]
    return {"cells": cells, "tinted": row.kind in {RowKind.SECTION, RowKind.SUBTOTAL}}


def _cell(cell: Cell, row: Row, align: Align) -> Json:
    look = {"bold": row.kind is RowKind.SUBTOTAL, "italic": row.kind is RowKind.INDENTED, "small": 0, "left": 0}
    return {"text": _clean(cell.text), "across": 1, "down": 1, "align": align.value, **look}
