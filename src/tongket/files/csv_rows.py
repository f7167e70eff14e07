"""Tables as CSV: `TABLE.csv` or `TABLE-anything.csv`, a first row of column names, places as spreadsheets name cells.

A comma separates exact values (2999.4, 2022-11-28). A semicolon is what a spreadsheet with decimal commas writes, so
there values are read as typed by hand: 2999,4 is understood, 2.999 is asked about.
"""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Final

from tongket.files import findings as say
from tongket.files.yaml_nodes import decoded
from tongket.words import Finding, Place
from tongket.yearbook import BY_NAME, Row, columns
from tongket.yearbook import findings as rows_say
from tongket.yearbook.columns import unknown_columns

MAX_BYTES: Final = 256 * 1024 * 1024


def table_of(stem: str) -> str | None:
    """Return the table a file name stands for: `figures`, `figures-2012`; None when no table is called so."""
    return next((name for name in BY_NAME if stem == name or stem.startswith(f"{name}-")), None)


def read(content: bytes, file: str, table: str) -> tuple[tuple[Row, ...], tuple[Finding, ...]]:
    """Read the rows of one table with the cell of every value."""
    if len(content) > MAX_BYTES:
        return (), (say.TOO_BIG.at(Place(file), limit=f"{MAX_BYTES // 1024 // 1024} MB"),)
    text, refusals = decoded(content, file)
    if text is None:
        return (), refusals
    first_line = text.partition("\n")[0]
    separator = ";" if first_line.count(";") > first_line.count(",") else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    sheet = _Sheet(file, table, typed=separator == ";")
    try:
        return tuple(sheet.rows(reader)), tuple(sheet.findings)
    except csv.Error as refusal:
        return (), (say.CSV_SYNTAX.at(Place(file, line=reader.line_num, column=1), problem=str(refusal)),)


class _Sheet:
    """One CSV file on its way to rows."""

    def __init__(self, file: str, table: str, *, typed: bool) -> None:
        self.file, self.table, self.fact, self.typed = file, table, BY_NAME[table].fact, typed
        self.findings: list[Finding] = []
        self.named: set[int] = set()

    def rows(self, records: Iterator[list[str]]) -> Iterator[Row]:
        header = [name.strip() for name in next(records, [])]
        if not any(header):
            names = ", ".join(column.name for column in columns(self.fact))
            self.findings.append(say.NO_HEADER.at(self._at(0, 1), columns=names))
            return
        heads = self._heads(header)
        for number, record in enumerate(records, start=2):
            if any(record):
                yield self._row(heads, record, number)

    def _heads(self, header: Sequence[str]) -> dict[str, int]:
        """The columns to take, by name; the others are told once, not in every row."""
        places = {name: self._at(index, 1) for index, name in enumerate(header) if name}
        unknown = unknown_columns(places, self.fact, self.table)
        self.findings.extend(unknown)
        strange = {finding.place for finding in unknown}
        heads: dict[str, int] = {}
        for index, name in enumerate(header):
            place = self._at(index, 1)
            if name in heads:
                self.findings.append(rows_say.COLUMN_TWICE.at(place, column=name))
            elif name and place not in strange:
                heads[name] = index
        self.named = {index for index, name in enumerate(header) if name}
        return heads

    def _row(self, heads: Mapping[str, int], record: Sequence[str], number: int) -> Row:
        for index, text in enumerate(record):
            if index not in self.named and text.strip():
                place = self._at(index, number)
                self.findings.append(say.EXTRA_CELL.at(place, cell=place.cell, text=text))
        values = {name: record[index].strip() for name, index in heads.items() if index < len(record)}
        places = {name: self._at(index, number) for name, index in heads.items()}
        return Row(values, self._at(0, number), places, {}, frozenset(heads) if self.typed else frozenset())

    def _at(self, index: int, number: int) -> Place:
        return Place(self.file, cell=f"{column_letters(index)}{number}")


@cache
def column_letters(index: int) -> str:
    """Name a column as spreadsheets do: 0 is A, 26 is AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def written(rows: Sequence[Row], fact: type[Any]) -> str:
    """Write rows as CSV: the required columns and those that hold something, in the order of the fact."""
    used = {name for row in rows for name, text in row.values.items() if text}
    names = [column.name for column in columns(fact) if column.required or column.name in used]
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([row.values.get(name, "") for name in names] for row in rows)
    return out.getvalue()
