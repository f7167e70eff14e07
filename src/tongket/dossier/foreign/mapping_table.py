"""The mapping as a table a person corrects: its columns in their order, and what came back read with every fault told.

The small names under the heads are what a column is known by; heads may be reworded, rows sorted, added and removed.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, TypeVar

from tongket.dossier.foreign import findings as say
from tongket.dossier.foreign.mapping import Certainty, ColumnMapping, RowMapping, SheetMapping, WorkbookMapping
from tongket.dossier.foreign.wording import (
    CERTAINTY_NAMES,
    COLUMN_NAMES,
    NOT_OURS,
    certainty_named,
    column_named,
)
from tongket.dossier.grid import Book, Grid, cell_name
from tongket.words import Finding, FindingKind, Place, normalised
from tongket.words.findings import Value as Said

SCHEMA: Final = "tongket-mapping/1"
ROWS_SHEET, COLUMNS_SHEET, META_SHEET, LISTS_SHEET = "Bang doi chieu", "Cot", "_meta", "_lists"
ROW_NAMES: Final = (
    "sheet", "cell", "label", "parent", "seen", "code", "told", "measure", "certainty", "doubt", "org_unit",
)  # fmt: skip
COLUMN_TABLE: Final = ("sheet", "column", "heading", "kind", "certainty", "org_unit")
BESIDE_CODE: Final = " · "
"""Parts a code from the name of its indicator in the list and in the cell: `OIL · Khai thác dầu`."""
_CELL: Final = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
_LETTERS: Final = re.compile(r"[A-Z]{1,3}")
_DEEPEST: Final = 40

Word = TypeVar("Word")


def read_mapping(
    book: Book, org_unit: str, codes: frozenset[str]
) -> tuple[WorkbookMapping | None, tuple[Finding, ...]]:
    """Read a mapping back; None when the workbook holds none for the org unit. `codes` are those that may be chosen."""
    reading = _Reading(book, codes)
    mapping = reading.mapping()
    if mapping is None:
        return None, (say.NO_MAPPING.at(Place(book.file)),)
    if mapping.org_unit != org_unit:
        return None, (say.OTHER_UNITS_MAPPING.at(Place(book.file), found=mapping.org_unit, wanted=org_unit),)
    return mapping, tuple(reading.findings)


@dataclass(slots=True)
class _Reading:
    """One mapping on its way back."""

    book: Book
    codes: frozenset[str]
    findings: list[Finding] = field(default_factory=list)

    def mapping(self) -> WorkbookMapping | None:
        meta = self._meta()
        rows, columns = _table(self.book, ROW_NAMES), _table(self.book, COLUMN_TABLE)
        if meta.get("schema") != SCHEMA or not meta.get("year", "").isdecimal() or not rows or not columns:
            return None
        by_sheet: dict[str, tuple[list[ColumnMapping], list[RowMapping]]] = {}
        for line in columns.lines():
            by_sheet.setdefault(line.text("sheet"), ([], []))[0].extend(self._column(line))
        chosen: dict[tuple[str, str], str] = {}
        for line in rows.lines():
            by_sheet.setdefault(line.text("sheet"), ([], []))[1].extend(self._row(line, chosen))
        sheets = tuple(SheetMapping(sheet, tuple(cols), tuple(lines)) for sheet, (cols, lines) in by_sheet.items())
        return WorkbookMapping(meta.get("org_unit", ""), int(meta["year"]), meta.get("file", ""), sheets)

    def _meta(self) -> dict[str, str]:
        grid = self.book.grid(META_SHEET)
        rows = grid.rows if grid else ()
        return {_text(row[0]): _text(row[1]) for row in rows if len(row) > 1}

    def _column(self, line: "_Line") -> Iterator[ColumnMapping]:
        letters = line.text("column").upper()
        if not _LETTERS.fullmatch(letters):
            self._say(say.NOT_A_CELL, line, "column", text=line.text("column"), example="E")
            return
        kinds = ", ".join(name.vi for name in (*COLUMN_NAMES.values(), NOT_OURS))
        kind = self._word(line, "kind", column_named, kinds)
        certainty = self._certainty(line)
        yield ColumnMapping(_column_of(letters), line.text("heading"), kind, certainty, line.text("org_unit").upper())

    def _row(self, line: "_Line", chosen: dict[tuple[str, str], str]) -> Iterator[RowMapping]:
        at = _CELL.fullmatch(line.text("cell").upper())
        if at is None:
            self._say(say.NOT_A_CELL, line, "cell", text=line.text("cell"), example="B9")
            return
        certainty = self._certainty(line)
        code = "" if certainty is Certainty.IGNORED else self._code(line)
        whose = line.text("org_unit").upper()
        if certainty is Certainty.CERTAIN and code:
            if (whose, code) in chosen:
                self._say(say.MAPPED_TWICE, line, "code", code=code, first=chosen[whose, code])
                return
            chosen[whose, code] = line.place("code").cell
        elif certainty is Certainty.CERTAIN and not line.text("code"):
            self._say(say.NO_CODE, line, "certainty")
        yield RowMapping(
            int(at[2]) - 1,
            line.text("label"),
            code,
            certainty,
            line.text("told"),
            line.text("measure"),
            line.text("parent"),
            line.text("seen"),
            whose,
        )

    def _code(self, line: "_Line") -> str:
        typed = line.text("code").partition(BESIDE_CODE)[0].strip()
        code = next((code for code in self.codes if code.upper() == typed.upper()), "")
        if typed and not code:
            self._say(say.UNKNOWN_MAPPED_CODE, line, "code", code=typed)
        return code

    def _certainty(self, line: "_Line") -> Certainty:
        known = ", ".join(name.vi for name in CERTAINTY_NAMES.values())
        return self._word(line, "certainty", certainty_named, known) or Certainty.IGNORED

    def _word(self, line: "_Line", name: str, meaning: Callable[[str], Word | None], known: str) -> Word | None:
        try:
            return meaning(line.text(name))
        except KeyError:
            self._say(say.UNKNOWN_WORD, line, name, text=line.text(name), known=known)
            return None

    def _say(self, kind: FindingKind, line: "_Line", name: str, **values: Said) -> None:
        place = line.place(name)
        self.findings.append(kind.at(place, "", cell=place.cell, **values))


@dataclass(frozen=True, slots=True)
class _Table:
    """A sheet with its row of names found."""

    book: Book
    grid: Grid
    names_at: int
    columns: Mapping[str, int]

    def lines(self) -> Iterator["_Line"]:
        """Every line that is not empty."""
        for row in range(self.names_at + 1, len(self.grid.rows)):
            line = _Line(self, row)
            if line.text("sheet"):
                yield line


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of a table: its texts and places by the small names."""

    table: _Table
    row: int

    def text(self, name: str) -> str:
        at = self.table.columns.get(name)
        return "" if at is None else _text(self.table.grid.at(self.row, at))

    def place(self, name: str) -> Place:
        return self.table.book.place(self.table.grid, self.row, self.table.columns.get(name, 0))


def _table(book: Book, names: tuple[str, ...]) -> _Table | None:
    needed = set(names) - {"org_unit", "doubt"}
    for grid in book.grids:
        for at, row in enumerate(grid.rows[:_DEEPEST]):
            found = {_text(value).lower(): column for column, value in enumerate(row)}
            if needed <= set(found):
                return _Table(book, grid, at, found)
    return None


def _text(value: object) -> str:
    """A cell of the table as text; a code such as 91 may have become a number."""
    return "" if value is None else normalised(str(value))


def _column_of(letters: str) -> int:
    return next(column for column in range(18278) if cell_name(0, column)[:-1] == letters)
