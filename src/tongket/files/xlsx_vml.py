"""The yellow boxes of remarks. Excel keeps them in a drawing of its own old kind, which is not always XML.

So a drawing is never parsed: a box is put in before the end, found by its row and column, and taken out whole; controls
and pictures that share the drawing stay as they are.
"""

import re
from collections.abc import Iterator
from typing import Final

from tongket.files.xlsx_xml import Element, q

EMPTY: Final = (
    b'<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    b'xmlns:x="urn:schemas-microsoft-com:office:excel"></xml>'
)
WIDTH: Final = 340
"""How wide a remark is, in pixels."""
_TYPE: Final = (
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_SHAPE: Final = (
    '<v:shape id="_x0000_s{number}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;'
    'width:{width}pt;height:{height}pt;z-index:{number};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">'
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor>'
    "<x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
)
_NAMESPACES: Final = {"v": "vml", "o": "office:office", "x": "office:excel"}
_ONE_SHAPE: Final = re.compile(rb"<((?:\w+:)?)shape\b(?:[^>]*[^/])?>.*?</\1shape\s*>", re.DOTALL)
_NOTE: Final = re.compile(rb"""ObjectType\s*=\s*["']Note["']""")
_ROW: Final = re.compile(rb"<(?:\w+:)?Row>\s*(\d+)\s*<")
_COLUMN: Final = re.compile(rb"<(?:\w+:)?Column>\s*(\d+)\s*<")
_ANCHOR: Final = re.compile(rb"(<(?:\w+:)?Anchor>)([^<]*)(<)")
_NUMBER: Final = re.compile(rb"_x0000_s(\d+)")
_FIRST_NUMBER: Final = 1025
_CELL_WIDTH, _CELL_HEIGHT = 64, 20  # pixels of an ordinary cell


def boxes(drawing: bytes) -> Iterator[tuple[tuple[int, int], re.Match[bytes]]]:
    """Every box of a remark, with the cell (from 1) it belongs to."""
    for shape in _ONE_SHAPE.finditer(drawing):
        row, column = _ROW.search(shape[0]), _COLUMN.search(shape[0])
        if _NOTE.search(shape[0]) and row and column:
            yield (int(row[1]) + 1, int(column[1]) + 1), shape


def holds_nothing(drawing: bytes) -> bool:
    """Say whether a drawing has no shape of any kind left."""
    return not re.search(rb"<(?:\w+:)?(?:shape|rect|oval|line|group|roundrect|image|polyline)\b", drawing)


def without(drawing: bytes, places: set[tuple[int, int]]) -> bytes:
    """The drawing without the boxes of some cells."""
    for place, shape in reversed(list(boxes(drawing))):
        if place in places:
            drawing = drawing[: shape.start()] + drawing[shape.end() :]
    return drawing


def with_boxes(drawing: bytes, wanted: dict[tuple[int, int], int], sheet: Element) -> bytes:
    """The drawing with a box for each cell, at least as high as wanted (in pixels); one that is there only grows."""
    grid = Grid(sheet)
    present = {place: shape for place, shape in boxes(drawing) if place in wanted}
    for place, shape in sorted(present.items(), key=lambda one: -one[1].start()):
        grown = _ANCHOR.sub(lambda found, at=place: _grown(found, grid, wanted[at]), shape[0], count=1)  # type: ignore[misc]
        drawing = drawing[: shape.start()] + grown + drawing[shape.end() :]
    absent = sorted(wanted.keys() - present.keys())
    number = max((int(found) for found in _NUMBER.findall(drawing)), default=_FIRST_NUMBER - 1) + 1
    made = [_TYPE] if absent and b'"_x0000_t202"' not in drawing else []
    for index, (row, column) in enumerate(absent):
        height = wanted[row, column]
        made.append(
            _SHAPE.format(
                number=number + index,
                width=WIDTH * 3 // 4,
                height=height * 3 // 4,
                anchor=grid.beside(row, column, height),
                row=row - 1,
                column=column - 1,
            )
        )
    end = drawing.rfind(b"</")
    return drawing[:end] + _named("".join(made), drawing).encode() + drawing[end:]


def _named(shapes: str, drawing: bytes) -> str:
    """The shapes with the prefixes that the drawing does not declare under these names itself."""
    for prefix, name in _NAMESPACES.items():
        if f'xmlns:{prefix}="urn:schemas-microsoft-com:{name}"'.encode() not in drawing.replace(b"'", b'"'):
            said = f' xmlns:{prefix}="urn:schemas-microsoft-com:{name}"'
            shapes = re.sub(r"(<v:shape(?:type)?)(?= id)", rf"\1{said}", shapes)
    return shapes


def _grown(found: re.Match[bytes], grid: "Grid", height: int) -> bytes:
    """An anchor that is moved down and to the right as far as the text needs, never back."""
    parts = [int(part) for part in found[2].split(b",") if part.strip().lstrip(b"-").isdigit()]
    if len(parts) != 8:
        return found[0]
    right = max((parts[4], parts[5]), grid.right_of(parts[0], parts[1] + WIDTH))
    bottom = max((parts[6], parts[7]), grid.below(parts[2], parts[3] + height))
    text = ", ".join(map(str, (*parts[:4], *right, *bottom)))
    return found[1] + text.encode() + found[3]


class Grid:
    """How wide the columns and how high the rows of a sheet are, in pixels; boxes are tied to them."""

    def __init__(self, sheet: Element) -> None:
        head = sheet.find(q("sheetFormatPr"))
        usual = head.attrib if head is not None else {}
        self._width = _pixels_wide(usual.get("defaultColWidth")) or _CELL_WIDTH
        self._height = _pixels_high(usual.get("defaultRowHeight")) or _CELL_HEIGHT
        self._columns = [
            (
                int(one.get("min", "0")),
                int(one.get("max", "0")),
                _shown(one, _pixels_wide(one.get("width")), self._width),
            )
            for one in sheet.iterfind(f"{q('cols')}/{q('col')}")
        ]
        self._rows = {
            int(row.get("r", "0")): _shown(row, _pixels_high(row.get("ht")), self._height)
            for row in sheet.iterfind(f"{q('sheetData')}/{q('row')}")
            if row.get("ht") or row.get("hidden")
        }

    def beside(self, row: int, column: int, height: int) -> str:
        """The anchor of a box to the right of a cell, a little above it."""
        top = max(row - 2, 0)
        right, bottom = self.right_of(column, 15 + WIDTH), self.below(top, 10 + height)
        return ", ".join(map(str, (column, 15, top, 10, *right, *bottom)))

    def right_of(self, column: int, pixels: int) -> tuple[int, int]:
        """The column (from 0) and offset so many pixels right of the beginning of a column."""
        while pixels > (width := self._column(column + 1)) and column < 16_383:
            column, pixels = column + 1, pixels - width
        return column, pixels

    def below(self, row: int, pixels: int) -> tuple[int, int]:
        """The row (from 0) and offset so many pixels below the beginning of a row."""
        while pixels > (height := self._rows.get(row + 1, self._height)) and row < 1_048_575:
            row, pixels = row + 1, pixels - height
        return row, pixels

    def _column(self, number: int) -> int:
        return next((width for first, last, width in self._columns if first <= number <= last), self._width)


def _shown(element: Element, own: int, usual: int) -> int:
    return 0 if element.get("hidden", "0").lower() in {"1", "true"} else own or usual


def _pixels_wide(characters: str | None) -> int:
    return round(float(characters) * 7 + 5) if characters else 0


def _pixels_high(points: str | None) -> int:
    return round(float(points) * 4 / 3) if points else 0
