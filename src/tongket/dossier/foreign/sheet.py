"""A foreign sheet with its head and rows found: what each row says in its cells, and what it counts in."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from tongket.dossier.foreign.headings import FIGURES
from tongket.dossier.foreign.labels import folded, in_brackets
from tongket.dossier.foreign.mapping import ColumnMapping
from tongket.dossier.foreign.measures import measure_named
from tongket.dossier.foreign.tables import ForeignRow, Head, is_filled, text_of
from tongket.dossier.form import FormColumn
from tongket.dossier.grid import Grid, Value
from tongket.words import NotANumber, read_number

_FOR_ALL: Final = frozenset({"don vi tinh", "dvt", "don vi", "ед. изм.", "ед. изм", "единица измерения"})


@dataclass(frozen=True, slots=True)
class ForeignSheet:
    """A sheet, its head, its columns and the rows that have a label; `measures` are those of the year."""

    grid: Grid
    head: Head
    columns: tuple[ColumnMapping, ...]
    rows: tuple[ForeignRow, ...]
    measures: frozenset[str]

    @property
    def figures(self) -> Sequence[ColumnMapping]:
        """The columns that hold figures."""
        return [column for column in self.columns if column.column in FIGURES]

    def value(self, row: ForeignRow, column: ColumnMapping) -> Value:
        """Return what stands in a row under a column."""
        return self.grid.at(row.row, column.position)

    def values(self, row: ForeignRow) -> Iterator[Value]:
        """Return what stands in a row under the columns of figures."""
        return (self.value(row, column) for column in self.figures)

    def is_filled(self, row: ForeignRow) -> bool:
        """Say whether anything stands under a column of figures."""
        return any(is_filled(value) for value in self.values(row))

    def has_numbers(self, row: ForeignRow) -> bool:
        """Say whether a number stands under a column of figures, typed as one or as text."""
        return any(isinstance(value, Decimal) or _reads_as_number(value) for value in self.values(row))

    def text(self, row: ForeignRow, which: FormColumn) -> str:
        """Return the text of a row under a column that holds no figures."""
        texts = (text_of(self.value(row, column)) for column in self.columns if column.column is which)
        return next((text for text in texts if text), "")

    def told_measures(self) -> Mapping[int, str]:
        """Return for each row what the file says it counts in: in the row, in the heading above, or over the table."""
        over, above, found = self._over_the_table(), "", dict[int, str]()
        for row in self.rows:
            told = self._told_in(row)
            if told and not self.is_filled(row):
                above = told
            found[row.row] = told or above or over
        return found

    def _told_in(self, row: ForeignRow) -> str:
        told = self.text(row, FormColumn.MEASURE)
        if told:
            return told
        return next((text for text in in_brackets(row.label) if measure_named(text, self.measures)), "")

    def _over_the_table(self) -> str:
        """What stands over the table for the whole of it: “Đơn vị tính: triệu USD”."""
        for row in range(self.head.first):
            for value in self.grid.rows[row]:
                before, colon, after = text_of(value).partition(":")
                if colon and folded(before).strip(" (") in _FOR_ALL:
                    return after.strip(" )")
        return ""


def _reads_as_number(value: Value) -> bool:
    if not isinstance(value, str):
        return False
    try:
        read_number(value)
    except NotANumber:
        return False
    return True
