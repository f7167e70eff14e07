"""What stands in a sheet before anything is made of it: values with their addresses, as the reader found them.

The reader (in `files`) knows workbooks and nothing of reports, this room reports and nothing of workbooks; between
them stand these grids. Rows and columns count from 0; a grid keeps its leading empty rows, so addresses never shift.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache, lru_cache
from typing import Final

from tongket.words import Place

_LETTERS: Final = 26


@dataclass(frozen=True, slots=True)
class ErrorValue:
    """What a spreadsheet shows where a formula failed: `#DIV/0!`."""

    text: str


@dataclass(frozen=True, slots=True)
class Uncalculated:
    """A formula whose value nobody has calculated yet, so that the cell says nothing."""

    formula: str = ""


Value = Decimal | str | bool | dt.date | ErrorValue | Uncalculated | None
"""A number (as the fifteen digits a spreadsheet shows), a text as it was typed, yes or no, a day, or nothing."""


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet. `computed` are the cells that hold a formula, whether calculated or not.

    `old_fonts` names the cells typed in a font of an old encoding, with that font; merged areas are
    (first row, first column, last row, last column). `origins` says, for a sheet put together from another's cells,
    in which sheet and cell each of them really stands. `percents` are the cells shown as a percentage, filled or not;
    their numbers are what stands before the sign: 51 where a workbook keeps 0.51 and shows 51 %.
    """

    name: str
    rows: tuple[tuple[Value, ...], ...] = ()
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merged: tuple[tuple[int, int, int, int], ...] = ()
    computed: frozenset[tuple[int, int]] = frozenset()
    old_fonts: Mapping[tuple[int, int], str] = field(default_factory=dict, hash=False)
    origins: Mapping[tuple[int, int], tuple[str, str]] = field(default_factory=dict, hash=False)
    percents: frozenset[tuple[int, int]] = frozenset()

    def at(self, row: int, column: int) -> Value:
        """Return the value of a cell; outside of what is filled stands nothing."""
        if 0 <= row < len(self.rows) and 0 <= column < len(self.rows[row]):
            return self.rows[row][column]
        return None


@dataclass(frozen=True, slots=True)
class Book:
    """One workbook as it was read. `format` is xlsx or xls; of an xls no fonts, hidden rows and percentages are known.

    `has_macros` and `has_links` (to other files) say what the file brings beside values; neither was run nor followed.
    """

    file: str
    sha256: str
    grids: tuple[Grid, ...] = ()
    format: str = "xlsx"
    has_macros: bool = False
    has_links: bool = False

    def grid(self, name: str) -> Grid | None:
        """Return the sheet of a name, or None."""
        return next((grid for grid in self.grids if grid.name == name), None)

    def place(self, grid: Grid, row: int, column: int) -> Place:
        """Return where a cell stands in its file, for findings and sources; sentences name `place(…).cell` as well."""
        if grid.origins and (origin := grid.origins.get((row, column))):
            return Place(self.file, *origin)
        return Place(self.file, grid.name, cell_name(row, column))


@lru_cache(maxsize=100_000)
def cell_name(row: int, column: int) -> str:
    """Write the address of a cell the way people say it: row 50, column 4 is E51."""
    return f"{_letters(column)}{row + 1}"


@cache
def _letters(column: int) -> str:
    letters = ""
    number = column + 1
    while number:
        number, letter = divmod(number - 1, _LETTERS)
        letters = chr(ord("A") + letter) + letters
    return letters
