"""What a sheet says beside its values: formulas, errors, hidden rows and columns, merged areas, fonts, formats.

Read off the bytes of a sheet in the plain shape (see `sheet_shape`), and only what is there at all: most sheets hold
none of it, and a glance says so.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import Final

from tongket.dossier.grid import ErrorValue, Uncalculated
from tongket.files.sheet_shape import column_of

MAX_CELLS: Final = 2_000_000
"""So many cells may the rectangle from A1 to the last cell with a value hold; the fast reader allots all of them."""
_VALUE: Final = rb"(?:<v(?: [^>]*)?(?:/>|>([^<]*)</v>))?"
_FORMULA_BODY: Final = rb"<f(?: [^>]*?)?(?:/>|>([^<]*)</f>)"
_ANY_FORMULA: Final = re.compile(rb"<f[ >/]")
_ANY_ERROR: Final = re.compile(rb't="e"')
_ANY_HIDDEN: Final = re.compile(rb'hidden="(?:1|true)"')
"""What says at a glance whether to look closer; a pattern finds its first letters faster than `in` does."""
_FORMULA: Final = re.compile(rb'<c r="([A-Z]+)([0-9]+)"([^>]*)>' + _FORMULA_BODY + _VALUE)
_ERROR: Final = re.compile(
    rb'<c r="([A-Z]+)([0-9]+)"(?=[^>]* t="e")[^>]*>(?:' + _FORMULA_BODY + rb")?<v(?: [^>]*)?>([^<]*)</v>"
)
_FAR: Final = re.compile(rb'<c r="(?:[A-Z]{3}|[A-Z]{1,2}[0-9]{5})')
_FILLED: Final = re.compile(rb'<c r="([A-Z]+)([0-9]+)"(?:[^>]*[^/>])?>(?!</c>)')
_HIDDEN_ROW: Final = re.compile(rb'<row r="([0-9]+)"[^>]* hidden="(?:1|true)"')
_COLUMN: Final = re.compile(rb"<col ([^>]*)>")
_MERGED: Final = re.compile(rb'<mergeCell ref="([A-Z]+)([0-9]+):([A-Z]+)([0-9]+)"')
_STYLED: Final = re.compile(rb'<c r="([A-Z]+)([0-9]+)"[^>]* s="([0-9]+)"')
_SHARED: Final = re.compile(rb'<c r="([A-Z]+)([0-9]+)"[^>]* t="s"[^>]*><v>([0-9]+)</v>')
_TRUE: Final = ("1", "true")

Cell = tuple[int, int]


@dataclass(slots=True)
class Marks:
    """What was found in one sheet; rows and columns from 0. `instead` holds what stands in place of a stored value."""

    instead: dict[Cell, ErrorValue | Uncalculated] = field(default_factory=dict)
    computed: frozenset[Cell] = frozenset()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: tuple[tuple[int, int], ...] = ()
    merged: tuple[tuple[int, int, int, int], ...] = ()


def marks_of(xml: bytes, *, stale: bool) -> Marks:
    """Read the marks of a sheet; `stale` says that the file itself asks for its zeros to be calculated anew."""
    marks = Marks()
    if _ANY_FORMULA.search(xml):
        _formulas(xml, marks, stale=stale)
    if _ANY_ERROR.search(xml):
        marks.instead |= {_cell(*found[:2]): ErrorValue(_text(found[3])) for found in _ERROR.findall(xml)}
    if _ANY_HIDDEN.search(xml):
        marks.hidden_rows = frozenset(int(row) - 1 for row in _HIDDEN_ROW.findall(xml))
        marks.hidden_columns = tuple(_hidden_columns(xml))
    if b"<mergeCell " in xml:
        marks.merged = tuple((*_cell(*found[:2]), *_cell(*found[2:])) for found in _MERGED.findall(xml))
    return marks


def too_far(xml: bytes) -> Cell | None:
    """Return the cell that makes the rectangle of a sheet too large, or None; what the sheet states is not believed."""
    if not _FAR.search(xml):
        return None
    row = column = 0
    for letters, digits in _FILLED.findall(xml):
        at = _cell(letters, digits)
        row, column = max(row, at[0]), max(column, at[1])
        if (row + 1) * (column + 1) > MAX_CELLS:
            return at
    return None


def cells_by_style(xml: bytes, styles: Mapping[int, str]) -> Iterator[tuple[Cell, str]]:
    """Yield the cells whose style is among these, with what is said of the style."""
    for letters, digits, style in _STYLED.findall(xml):
        if said := styles.get(int(style)):
            yield _cell(letters, digits), said


def cells_by_text(xml: bytes, texts: Mapping[int, str]) -> Iterator[tuple[Cell, str]]:
    """Yield the cells whose shared text is among these, with what is said of the text."""
    for letters, digits, number in _SHARED.findall(xml):
        if said := texts.get(int(number)):
            yield _cell(letters, digits), said


def _formulas(xml: bytes, marks: Marks, *, stale: bool) -> None:
    computed = []
    for letters, digits, attributes, formula, value in _FORMULA.findall(xml):
        at = _cell(letters, digits)
        computed.append(at)
        if (not value and b't="str"' not in attributes) or (stale and value == b"0"):
            marks.instead[at] = Uncalculated(_text(formula))
    marks.computed = frozenset(computed)


def _hidden_columns(xml: bytes) -> Iterator[tuple[int, int]]:
    for attributes in _COLUMN.findall(xml):
        said = dict(re.findall(r'(\w+)="([^"]*)"', attributes.decode()))
        if said.get("hidden") in _TRUE:
            yield int(said["min"]) - 1, int(said["max"])


def _cell(letters: bytes, digits: bytes) -> Cell:
    return int(digits) - 1, column_of(letters.decode())


def _text(text: bytes) -> str:
    return unescape(text.decode())
