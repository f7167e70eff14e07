"""The Excel year book, read: rows of text with the cell of every value, whatever a person did to the book meanwhile.

Rows above the heads, columns moved or added, sheets of one's own: what is known is read, the rest is told.
"""

import datetime as dt
import io
import re
import unicodedata
import warnings
from collections.abc import Container, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

from tongket.files import findings as say
from tongket.files.csv_rows import column_letters
from tongket.files.workbook_guard import has_formulas, refusal
from tongket.files.workbook_layout import GUIDE, LISTS, REQUIRED_MARK
from tongket.words import Finding, FindingKind, Place, Text, normalised
from tongket.yearbook import SCHEMA, TABLES, Column, Row, Table, columns
from tongket.yearbook import findings as rows_say
from tongket.yearbook.columns import nearest
from tongket.yearbook.values import ValueKind

Cell = Any  # openpyxl's cells, read-only ones and empty ones alike
Grid = Sequence[Sequence[Cell]]
_HEAD_ROWS: Final = 12
_MAX_COLUMNS: Final = 256
_SCHEMA: Final = re.compile(r"tongket/\d+")
_DATED: Final = {ValueKind.DATE, ValueKind.PERIOD, ValueKind.AMOUNT}
_NOT_SHOWN: Final = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_SHEETS: Final[Mapping[str, Table]] = {
    name.lower(): table for table in TABLES for name in (table.title.vi, table.name, table.title.ru, table.title.en)
}


def read(content: bytes, file: str) -> tuple[dict[str, tuple[Row, ...]], tuple[Finding, ...]]:
    """Read the tables of a year book; a book that cannot be opened is one finding."""
    if refused := refusal(content, file):
        return {}, (refused,)
    reading = _Reading(file)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what openpyxl leaves out (drawings, rules) holds no figures
            rows = reading.tables(content)
    except Exception:  # noqa: BLE001 - a stranger's file in a stranger's reader: whatever goes wrong, the file is at fault
        return {}, (say.DAMAGED.at(Place(file)),)
    return rows, tuple(reading.findings)


class _Reading:
    """One workbook on its way to rows."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.findings: list[Finding] = []

    def tables(self, content: bytes) -> dict[str, tuple[Row, ...]]:
        import openpyxl

        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        formulas = _formulas(content) if has_formulas(content) else {}
        rows: dict[str, tuple[Row, ...]] = {}
        for sheet in book.worksheets:
            sheet.reset_dimensions()  # a book may state fewer cells than it has
            table = _SHEETS.get(_called(sheet.title))
            if table is not None:
                grid = [row[:_MAX_COLUMNS] for row in sheet.iter_rows()]
                found = _Sheet(self, sheet.title, table, formulas.get(sheet.title, frozenset()))
                rows[table.name] = (*rows.get(table.name, ()), *found.rows(grid))
            elif sheet.title == GUIDE:
                self._schema(sheet)
            elif sheet.title != LISTS and any(cell.value is not None for row in sheet.iter_rows() for cell in row):
                self._unknown(sheet, {_SHEETS.get(_called(name)) for name in book.sheetnames})
        book.close()
        return rows

    def _unknown(self, sheet: Any, present: Container[Table | None]) -> None:  # noqa: ANN401 - a sheet of openpyxl
        """Tell a sheet of the book under a new name, whose own name is gone, from a sheet of somebody's own."""
        grid = [row[:_MAX_COLUMNS] for row in sheet.iter_rows(max_row=_HEAD_ROWS)]
        fits = {t: _Sheet(self, sheet.title, t, frozenset()).fits(grid) for t in TABLES}
        best = max(fits, key=fits.__getitem__)
        place = Place(self.file, sheet.title)
        if fits[best] and best not in present:
            self.findings.append(say.RENAMED_SHEET.at(place, sheet=sheet.title, title=best.title.vi))
        else:
            near = nearest(sheet.title, [table.title.vi for table in TABLES])
            self.findings.append(say.UNKNOWN_SHEET.at(place, sheet=sheet.title, near=near))

    def _schema(self, sheet: Any) -> None:  # noqa: ANN401 - a sheet of openpyxl
        for number, row in enumerate(sheet.iter_rows(max_col=3), start=1):
            for cell in row:
                stated = _SCHEMA.search(cell.value) if isinstance(cell.value, str) else None
                if stated and stated[0] != SCHEMA:
                    place = Place(self.file, sheet.title, f"A{number}")
                    self.findings.append(rows_say.WRONG_SCHEMA.at(place, found=stated[0], expected=SCHEMA))


class _Sheet:
    """One sheet on its way to the rows of one table."""

    def __init__(self, book: _Reading, name: str, table: Table, formulas: frozenset[str]) -> None:
        self.book, self.name, self.table, self.formulas = book, name, table, formulas
        self.known = {column.name: column for column in columns(table.fact)}
        self.words = {_word(column.label.vi): column.name for column in self.known.values()}
        self.words |= {alias: column.name for column in self.known.values() for alias in (column.name, column.alias)}

    def rows(self, grid: Grid) -> Iterator[Row]:
        return self._upright(grid) if self.table.single else self._rows(grid)

    def _rows(self, grid: Grid) -> Iterator[Row]:
        at = self._head(grid)
        if at is None:
            if any(_text(cell) for row in grid for cell in row):
                self._say(say.NO_HEADER, 0, 0, columns=self._headings())
            return
        heads = self._heads(grid, at)
        places = {name: self._at(at, index) for name, index in heads.items()}
        for number in range(at + 1, len(grid)):
            if self._holds_something(grid[number], number):
                cells = {name: grid[number][index] for name, index in heads.items() if index < len(grid[number])}
                yield self._row(cells, {name: (number, index) for name, index in heads.items()}, places, number)

    def _holds_something(self, row: Sequence[Cell], number: int) -> bool:
        if any(cell.value is not None for cell in row):
            return True
        return bool(self.formulas) and any(self._at(number, index).cell in self.formulas for index in range(len(row)))

    def _head(self, grid: Grid) -> int | None:
        """The row that names the columns: of the first rows the one with the most names, the lower of two alike."""
        scores = [
            (sum(_word(_text(cell)) in self.words for cell in row), number)
            for number, row in enumerate(grid[:_HEAD_ROWS])
        ]
        best = max(scores, default=(0, 0))
        return best[1] if best[0] else None

    def _heads(self, grid: Grid, at: int) -> dict[str, int]:
        heads: dict[str, int] = {}
        for index in range(max(len(row) for row in grid[at:])):  # a row ends with its last cell, values may lie beyond
            name = self.words.get(_word(_text_at(grid, at, index)))
            if name in heads:
                self._say(rows_say.COLUMN_TWICE, at, index, column=self.known[name].label)
            elif name:
                heads[name] = index
            elif any(_text(row[index]) for row in grid[at + 1 :] if index < len(row)):
                self._say_not_read(grid, at, index)
        return heads

    def _say_not_read(self, grid: Grid, at: int, index: int) -> None:
        """Tell of a column with values with an unknown heading, or with none, not even the one above for people."""
        called = _text_at(grid, at, index) or (_text_at(grid, at - 1, index) if at else "")
        if called:
            self._say(say.COLUMN_NOT_READ, at, index, column=called, columns=self._headings())
        else:
            self._say(say.COLUMN_WITHOUT_NAME, at, index, column=column_letters(index))

    def _headings(self) -> str:
        """The columns of the sheet as its heads name them, which is in Vietnamese."""
        return ", ".join(column.label.vi for column in self.known.values())

    def fits(self, grid: Grid) -> int:
        """How many of the table's columns a sheet names; none unless it names all that every row needs."""
        at = None if self.table.single else self._head(grid)
        named: set[str | None] = {self._upright_name(row) for row in grid} if self.table.single else set()
        if at is not None:
            named = {self.words.get(_word(_text(cell))) for cell in grid[at]}
        needed = {name for name, column in self.known.items() if column.required}
        return len(named - {None}) if needed <= named else 0

    def _upright(self, grid: Grid) -> Iterator[Row]:
        """A sheet of one row: the value stands in the second column, its name after it or its label before it."""
        cells: dict[str, Cell] = {}
        at: dict[str, tuple[int, int]] = {}
        for number, row in enumerate(grid):
            name = self._upright_name(row)
            if name and name not in cells and len(row) > 1:
                cells[name], at[name] = row[1], (number, 1)
        if any(cell.value is not None for cell in cells.values()):
            yield self._row(cells, at, {}, min(number for number, _ in at.values()))

    def _upright_name(self, row: Sequence[Cell]) -> str | None:
        around = (_word(_text(cell)) for cell in (*reversed(row[2:]), *row[:1]))
        return next((self.words[word] for word in around if word in self.words), None)

    def _row(
        self, cells: Mapping[str, Cell], at: Mapping[str, tuple[int, int]], heads: Mapping[str, Place], number: int
    ) -> Row:
        values: dict[str, str] = {}
        typed: set[str] = set()
        for name, cell in cells.items():
            column = self.known[name]
            values[name] = self._value(cell, column, *at[name])
            if isinstance(cell.value, str) and column.kind is not ValueKind.TEXT:
                typed.add(name)
        places = {name: self._at(*cell) for name, cell in at.items()}
        return Row(values, self._at(number, min(index for _, index in at.values())), places, heads, frozenset(typed))

    def _value(self, cell: Cell, column: Column, row: int, index: int) -> str:
        value = cell.value
        if value is None:
            if f"{column_letters(index)}{row + 1}" in self.formulas:
                self._say(say.NO_VALUE, row, index)
            return ""
        if cell.data_type == "e":
            self._say(say.CELL_ERROR, row, index, text=str(value))
            return ""
        if isinstance(value, dt.date | dt.time | dt.timedelta):
            return self._day(value, cell.number_format, column, row, index)
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, str):
            return _text(cell)
        return self._number(value, cell.number_format, row, index)

    def _day(self, value: dt.date | dt.time | dt.timedelta, look: str, column: Column, row: int, index: int) -> str:
        shown = str(value)
        if column.kind not in _DATED or not isinstance(value, dt.date):
            self._say(say.UNEXPECTED_DATE, row, index, text=shown)
            return ""
        if isinstance(value, dt.datetime) and value.time() != dt.time():
            self._say(say.NOT_A_DAY, row, index, text=shown)
            return ""
        day = f"{value:%Y-%m-%d}" if value.year > 999 else f"{value.year:04}{value:-%m-%d}"
        return day if column.kind is ValueKind.DATE or "d" in _NOT_SHOWN.sub("", look).lower() else day[:7]

    def _number(self, value: float, look: str, row: int, index: int) -> str:
        """Excel keeps fifteen digits of a number and shows no more; beyond them lies only binary dust (0.1 + 0.2)."""
        number = Decimal(value) if isinstance(value, int) else Decimal(f"{value:.15g}")
        text = f"{number:f}"
        if "%" in _NOT_SHOWN.sub("", look):
            text = f"{number.scaleb(2):f}"
            self._say(say.PERCENT_CELL, row, index, text=f"{text}%", value=Decimal(text))
        return text

    def _say(self, kind: FindingKind, row: int, index: int, /, **values: str | Decimal | Text) -> None:
        place = self._at(row, index)
        cell = {"cell": place.cell} if "{cell}" in kind.sentence.vi else {}
        self.book.findings.append(kind.at(place, "", **cell, **values))

    def _at(self, row: int, index: int) -> Place:
        return Place(self.book.file, self.name, f"{column_letters(index)}{row + 1}")


def _formulas(content: bytes) -> dict[str, frozenset[str]]:
    """The cells of each sheet that hold a formula; one without a stored result reads as empty and must be told."""
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=False, keep_links=False)
    found: dict[str, frozenset[str]] = {}
    for sheet in book.worksheets:
        sheet.reset_dimensions()
        cells = (cell for row in sheet.iter_rows() for cell in row)
        found[sheet.title] = frozenset(cell.coordinate for cell in cells if cell.data_type == "f")
    book.close()
    return found


def _called(title: str) -> str:
    """The title of a sheet as it is compared."""
    return normalised(title).lower()


def _text(cell: Cell) -> str:
    """The text of a cell in composed Unicode, its lines parted the one way."""
    if cell.value is None:
        return ""
    text = str(cell.value).replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text).strip()


def _text_at(grid: Grid, row: int, index: int) -> str:
    return _text(grid[row][index]) if index < len(grid[row]) else ""


def _word(text: str) -> str:
    """A heading as it is compared: one space, small letters, without the star of a required column."""
    return normalised(text).removesuffix(normalised(REQUIRED_MARK)).strip().lower()
