"""The first sheet of a marked file, “KẾT QUẢ KIỂM TRA”: verdict, legend and list, ready to print on A4 across."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from lxml import etree

from tongket.documents.measure import width_mm
from tongket.files import marked_words as words
from tongket.files.csv_rows import column_letters
from tongket.files.marked_list import Line
from tongket.files.marked_tints import BASE
from tongket.files.xlsx_cells import fill
from tongket.files.xlsx_styles import Styles
from tongket.files.xlsx_xml import MAIN, Element, at, made, q, serialised
from tongket.words import Finding, Language, Severity, Text

HEAD_ROW: Final = 5
_WIDTHS: Final = (15, 17, 26, 62, 16, 16, 28)
_LAST: Final = column_letters(len(_WIDTHS) - 1)
_KEPT_COLUMN: Final = len(_WIDTHS) + 1
_MOST_LETTERS: Final = 32_000
_NUMBERS: Final = (4, 5)  # the columns of figures, from 0
_SIZE: Final = 12
_LINE: Final = "FFB0B7C0"
_BOX: Final = "<border>{}<diagonal/></border>".format(
    "".join(f'<{side} style="thin"><color rgb="{_LINE}"/></{side}>' for side in ("left", "right", "top", "bottom"))
)
_LINE_HEIGHT, _AIR, _HIGHEST = 16, 8, 409  # points; Excel knows no higher row
_MM_OF_A_LETTER: Final = Fraction(185, 100)  # of the letters that the width of a column is counted in
_PADDING_MM: Final = 5
_LOST_AT_ENDS: Final = Fraction(108, 100)  # a line ends before the word that no longer fits
_HEAD_COLOUR: Final = 0x26415E


@dataclass(frozen=True, slots=True)
class Page:
    """What the sheet says: all findings for the counts, the lines of its list, and the fills to be kept on it."""

    findings: Sequence[Finding]
    lines: Sequence[Line]
    kept: Sequence[str]
    cells: frozenset[tuple[str, str]]
    language: Language
    names: Mapping[str, Text]


class _Looks:
    """The styles of the sheet."""

    def __init__(self, styles: Styles) -> None:
        def look(font: str = "", fill: str = "", border: str = _BOX, align: str = "left", size: int = _SIZE) -> str:
            said = f'<font>{font}<name val="Times New Roman"/><family val="1"/></font>'.replace("SIZE", str(size))
            indent = "" if align == "center" else ' indent="1"'
            across = f'<alignment horizontal="{align}" vertical="center" wrapText="1"{indent}/>'
            return styles.make(font=said, fill=fill, border=border, inside=across)

        plain, bold = '<sz val="SIZE"/>', '<b/><sz val="SIZE"/>'
        self.title = look(bold, border="", align="center", size=18)
        self.verdict = look(bold, border="", align="center", size=14)
        self.legend = look(f"<i/>{plain}", border="", size=11)
        self.head = look(f'{bold}<color rgb="FFFFFFFF"/>', _solid(_HEAD_COLOUR), align="center")
        self.text = look(plain)
        self.number = look(plain, align="right")
        self.link = look(f'<u/>{plain}<color rgb="FF0B4F9E"/>')
        self.levels = {level: look(bold, _solid(BASE[level]), align="center") for level in Severity}


def page(content: Page, styles: Styles) -> bytes:
    """The sheet as a part of the workbook whose styles are given."""
    looks = _Looks(styles)
    root = etree.Element(q("worksheet"), nsmap={None: MAIN})
    grave = next((level for level in Severity if words.count(content.findings, level)), Severity.NOTE)
    head = made(root, "sheetPr")
    made(head, "tabColor", rgb=f"FF{BASE[grave]:06X}")
    made(head, "pageSetUpPr", fitToPage=1)
    _view(root)
    made(root, "sheetFormatPr", defaultRowHeight=16)
    columns = made(root, "cols")
    for number, width in enumerate((*_WIDTHS, 10), start=1):
        hidden = {"hidden": 1} if number == _KEPT_COLUMN else {}
        made(columns, "col", min=number, max=number, width=width, customWidth=1, **hidden)
    rows = _Rows(made(root, "sheetData"))
    _top(rows, content, looks)
    rows.row(HEAD_ROW, [(head.to(content.language), looks.head) for head in words.HEADS], height=30)
    links = _list(rows, content, looks)
    rows.keep(content.kept)
    merged = made(root, "mergeCells", count=3)
    for ref in (f"A1:{_LAST}1", f"A2:{_LAST}2", f"D3:{_LAST}3"):
        made(merged, "mergeCell", ref=ref)
    if links:
        into = made(root, "hyperlinks")
        for ref, target, shown in links:
            made(into, "hyperlink", ref=ref, location=target, display=shown)
    _paper(root, content.language)
    return serialised(root)


def _view(root: Element) -> None:
    view = made(made(root, "sheetViews"), "sheetView", showGridLines=0, tabSelected=1, workbookViewId=0)
    below = f"A{HEAD_ROW + 1}"
    made(view, "pane", ySplit=HEAD_ROW, topLeftCell=below, activePane="bottomLeft", state="frozen")
    made(view, "selection", pane="bottomLeft", activeCell=below, sqref=below)


def _paper(root: Element, language: Language) -> None:
    made(root, "printOptions", horizontalCentered=1)
    made(root, "pageMargins", left="0.5", right="0.5", top="0.6", bottom="0.6", header="0.3", footer="0.3")
    made(root, "pageSetup", paperSize=9, orientation="landscape", fitToWidth=1, fitToHeight=0)
    made(made(root, "headerFooter"), "oddFooter", f"&C{words.PAGE.to(language)}")


class _Rows:
    """The rows of the sheet, written from above."""

    def __init__(self, data: Element) -> None:
        self.data = data

    def row(self, number: int, cells: Sequence[tuple[str, str]], height: int = 0) -> None:
        """One row: a text and a style for each column from the first."""
        tall = {"ht": height, "customHeight": 1} if height else {}
        row = made(self.data, "row", r=number, **tall)
        for index, (text, style) in enumerate(cells):
            cell = made(row, "c", r=f"{column_letters(index)}{number}", s=style)
            fill(cell, text if len(text) <= _MOST_LETTERS else f"{text[:_MOST_LETTERS]}…")

    def keep(self, texts: Sequence[str]) -> None:
        """Put texts below one another into the hidden column."""
        rows = {int(row.get("r")): row for row in self.data}
        for number, text in enumerate(texts, start=1):
            row = rows[number] if number in rows else made(self.data, "row", r=number)
            fill(made(row, "c", r=f"{column_letters(_KEPT_COLUMN - 1)}{number}"), text)


def kept_place(number: int) -> tuple[int, int]:
    """Where the covered fill of a number (from 0) stands."""
    return number + 1, _KEPT_COLUMN


def _top(rows: _Rows, content: Page, looks: _Looks) -> None:
    language = content.language
    blank = [("", looks.title)] * (len(_WIDTHS) - 1)
    rows.row(1, [(words.SHEET.to(language), looks.title), *blank], height=34)
    rows.row(2, [(words.verdict(content.findings, language), looks.verdict), *blank], height=28)
    levels = [
        (f"{level.label.to(language)}: {words.count(content.findings, level)}", looks.levels[level])
        for level in Severity
    ]
    rows.row(3, [*levels, (words.LEGEND.to(language), looks.legend)], height=36)
    rows.row(4, [], height=9)


def _list(rows: _Rows, content: Page, looks: _Looks) -> list[tuple[str, str, str]]:
    """Write the lines; return the links from their places to the cells."""
    links = []
    for number, line in enumerate(content.lines, start=HEAD_ROW + 1):
        place = line.finding.place
        has_link = (place.sheet, place.cell) in content.cells and at(place.cell) is not None
        texts = line.texts(content.language, content.names)
        styles = [looks.number if index in _NUMBERS else looks.text for index in range(len(texts))]
        styles[0] = looks.levels[line.finding.severity]
        if has_link:
            styles[1] = looks.link
            name = place.sheet.replace("'", "''")
            links.append((f"B{number}", f"'{name}'!{place.cell}", texts[1]))
        rows.row(number, list(zip(texts, styles, strict=True)), height=_height(texts))
    return links


def _height(texts: Sequence[str]) -> int:
    """How high a row must be, in points, for all its texts to be read; not every program finds it itself."""
    needed = max(
        sum(_lines(part, width) for part in text.split("\n")) for text, width in zip(texts, _WIDTHS, strict=True)
    )
    return min(needed * _LINE_HEIGHT + _AIR, _HIGHEST)


def _lines(text: str, width: int) -> int:
    return max(1, math.ceil(width_mm(text, _SIZE) * _LOST_AT_ENDS / (width * _MM_OF_A_LETTER - _PADDING_MM)))


def _solid(colour: int) -> str:
    colours = f'<fgColor rgb="FF{colour:06X}"/><bgColor indexed="64"/>'
    return f'<fill><patternFill patternType="solid">{colours}</patternFill></fill>'
