"""Finds a form's sheets, columns and rows in a workbook again, wherever they went while it was with the unit.

Sheets may be renamed, rows and columns moved or inserted, hidden sheets shown: what counts are the small row of column
names, the codes of the rows, and what the hidden sheet says of the form.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from tongket.dossier.form import (
    META_SHEET,
    EvidenceColumn,
    FormColumn,
    FormMeta,
    FormPart,
    NarrativeColumn,
)
from tongket.dossier.grid import Book, Grid, Value
from tongket.dossier.wording import text_of

Columns = type[FormColumn] | type[NarrativeColumn] | type[EvidenceColumn]

_ROWS_SEARCHED: Final = 40
"""How far down the row of names is looked for: a unit puts its own letterhead above, not a second table."""
_ENOUGH: Final[Mapping[Columns, frozenset[str]]] = {
    FormColumn: frozenset({"code", "name"}),
    NarrativeColumn: frozenset({"section", "text"}),
    EvidenceColumn: frozenset({"title", "file"}),
}
"""The names by which a sheet of figures, of words or of evidence is known."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet with a row of column names: where each column stands, and which of its names stand twice.

    `width` is how many columns must be looked at to see all of the form.
    """

    grid: Grid
    kind: Columns
    name_row: int
    columns: Mapping[str, int]
    twice: Mapping[str, int]
    width: int


def meta_of(book: Book) -> FormMeta | None:
    """Return what the form in a workbook says of itself; None when the sheet is gone or says nothing."""
    named = sorted(book.grids, key=lambda grid: grid.name.strip().casefold() != META_SHEET)
    for grid in named:
        if any(text_of(row[0]) == "schema" for row in grid.rows[:_ROWS_SEARCHED] if row):
            pairs = {text_of(row[0]): text_of(row[1]) for row in grid.rows if len(row) > 1}
            if meta := FormMeta.parse(pairs):
                return meta
    return None


def sheets_of(book: Book) -> tuple[Sheet, ...]:
    """Return the sheets of a workbook that a form could consist of."""
    return tuple(sheet for grid in book.grids if (sheet := _sheet(grid)))


def _sheet(grid: Grid) -> Sheet | None:
    """Find the row that names most columns, the last of them: the heads above it may be the same words in English."""
    best: Sheet | None = None
    for number, row in enumerate(grid.rows[:_ROWS_SEARCHED]):
        words = {value.strip().lower() for value in row if isinstance(value, str)}
        for kind, enough in _ENOUGH.items():
            if enough <= words:
                names = {at: value.strip().lower() for at, value in enumerate(row) if isinstance(value, str)}
                sheet = _with_columns(grid, kind, number, names)
                best = sheet if best is None or len(sheet.columns) >= len(best.columns) else best
    return best


def _with_columns(grid: Grid, kind: Columns, number: int, names: Mapping[int, str]) -> Sheet:
    known = {column.value for column in kind}
    columns: dict[str, int] = {}
    twice: dict[str, int] = {}
    for at, name in names.items():
        if name in known:
            (twice if name in columns else columns)[name] = at
    return Sheet(grid, kind, number, columns, twice, max(columns.values()) + 1)


class Coded(NamedTuple):
    """A row of a sheet under a code."""

    sheet: Sheet
    number: int


def coded_rows(sheets: Sequence[Sheet]) -> dict[str, list[Coded]]:
    """Return the rows of all sheets of figures by their code in capitals; a row without a code is under ``""``."""
    found: dict[str, list[Coded]] = {}
    for sheet in sheets:
        if sheet.kind is FormColumn:
            for number, code in _codes(sheet):
                found.setdefault(code, []).append(Coded(sheet, number))
    return found


def _codes(sheet: Sheet) -> Iterator[tuple[int, str]]:
    at = sheet.columns[FormColumn.CODE]
    rows = sheet.grid.rows
    for number in range(sheet.name_row + 1, len(rows)):
        row = rows[number]
        value = row[at] if at < len(row) else None
        yield number, _code(value)


def _code(value: Value) -> str:
    return text_of(value).upper() if value is not None else ""


def parts_by_sheet(parts: Sequence[FormPart], rows: Mapping[str, list[Coded]]) -> dict[str, Sheet]:
    """Return for each part of figures the sheet that holds most of its rows; a part not found is left out."""
    found: dict[str, Sheet] = {}
    for part in parts:
        held: dict[int, tuple[int, Sheet]] = {}
        for row in part.rows:
            for coded in rows.get(row.code.upper(), ()):
                count, _ = held.get(id(coded.sheet), (0, coded.sheet))
                held[id(coded.sheet)] = (count + 1, coded.sheet)
        if held:
            _, found[part.code] = max(held.values(), key=lambda counted: counted[0])
    return found
