"""Finds what was mapped in a workbook that came again: sheets by name, columns and rows by wording, wherever they went.

What is no longer there is told; what was only reworded is taken, and told as well.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Final

from tongket.dossier.foreign import findings as say
from tongket.dossier.foreign.columns import columns_of
from tongket.dossier.foreign.headings import heading_key, read_heading
from tongket.dossier.foreign.labels import Likeness, is_part, label_key
from tongket.dossier.foreign.mapping import Certainty, ColumnMapping, RowMapping, SheetMapping, WorkbookMapping
from tongket.dossier.foreign.sheet import ForeignSheet
from tongket.dossier.foreign.tables import ForeignRow, Head, Headings, head_of, rows_under
from tongket.dossier.foreign.wording import COLUMN_NAMES
from tongket.dossier.form import FormColumn
from tongket.dossier.grid import Book, Grid
from tongket.words import Finding, FindingKind, Place, normalised
from tongket.words.findings import Value as Said

_ALIKE: Final = Fraction(1, 2)
_KEY_WEIGHT: Final = 3


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: the year, the columns of figures that are needed, and the measures of the year."""

    year: int
    columns: tuple[FormColumn, ...]
    measures: frozenset[str]


@dataclass(frozen=True, slots=True)
class FoundAgain:
    """A mapped sheet as it now stands: its columns where they are now, and the row of each mapped row."""

    sheet: ForeignSheet
    rows: tuple[tuple[RowMapping, ForeignRow], ...]
    new_rows: tuple[ForeignRow, ...]


def found_again(
    book: Book, mapping: WorkbookMapping, mapped: SheetMapping, wanted: Wanted
) -> tuple[FoundAgain | None, tuple[Finding, ...]]:
    """Return a mapped sheet as it stands in a workbook, None when neither its name nor its head is there."""
    search = _Search(book, mapping, mapped, wanted)
    return search.run(), tuple(search.findings)


@dataclass(slots=True)
class _Search:
    """The search for one mapped sheet."""

    book: Book
    mapping: WorkbookMapping
    mapped: SheetMapping
    wanted: Wanted
    findings: list[Finding] = field(default_factory=list)

    def run(self) -> FoundAgain | None:
        grid, head = self._grid()
        if grid is None or head is None:
            self.findings.append(say.SHEET_NOT_FOUND.at(Place(self.book.file), sheet=self.mapped.sheet))
            return None
        columns = tuple(self._columns(grid, head))
        labels = [column.position for column in columns if column.column is FormColumn.NAME]
        rows = rows_under(grid, head, labels, self._is_part(), label_key)
        sheet = ForeignSheet(grid, head, columns, rows, self.wanted.measures)
        pairs = tuple(self._rows(sheet))
        used = {row.row for _, row in pairs}
        return FoundAgain(sheet, pairs, tuple(row for row in rows if row.row not in used and _says(sheet, row)))

    # The sheet

    def _grid(self) -> tuple[Grid | None, Head | None]:
        """The sheet of the name, else the one whose head fits best; a head of which less than half fits is another."""
        name = heading_key(self.mapped.sheet, self.mapping.year)
        named = [grid for grid in self.book.grids if heading_key(grid.name, self.wanted.year) == name]
        best: tuple[Grid | None, Head | None] = (None, None)
        most = self._most() // 2
        others = {heading_key(sheet.sheet, self.mapping.year) for sheet in self.mapping.sheets} - {name}
        free = [g for g in self.book.grids if not g.hidden and heading_key(g.name, self.wanted.year) not in others]
        for grid in named or free:
            head = head_of(grid, self._worth)
            if head is not None and self._worth(head.headings) > most:
                best, most = (grid, head), self._worth(head.headings)
        return best

    def _most(self) -> int:
        return self._worth({column.position: column.heading for column in self.mapped.columns}, self.mapping.year)

    def _worth(self, headings: Headings, year: int | None = None) -> int:
        """How much of a head is the remembered one: the same wording counts most, the same meaning a little."""
        year = year or self.wanted.year
        keys = {key for _, key in self._keys() if key}
        kinds = {column.column for column in self.mapped.columns if column.column}
        worth = 0
        for text in headings.values():
            worth += _KEY_WEIGHT * (heading_key(text, year) in keys) + (read_heading(text, year).column in kinds)
        return worth

    def _keys(self) -> Iterator[tuple[ColumnMapping, str]]:
        return ((column, heading_key(column.heading, self.mapping.year)) for column in self.mapped.columns)

    # The columns

    def _columns(self, grid: Grid, head: Head) -> Iterator[ColumnMapping]:
        places: dict[str, list[int]] = {}
        for at, text in sorted(head.headings.items()):
            places.setdefault(heading_key(text, self.wanted.year), []).append(at)
        remembered = {key for _, key in self._keys()}
        new = {at: text for at, text in head.headings.items() if heading_key(text, self.wanted.year) not in remembered}
        turns: Counter[str] = Counter()
        names = {key: column for column, key in self._keys() if key and column.column is FormColumn.NAME}
        for key, column in names.items():  # a head over names may stand over more columns than it did
            yield from (replace(column, position=at) for at in places.get(key, [])[1:])
        for column, key in self._keys():
            if turns[key] and key in names:
                continue
            where = places.get(key, [])
            turn, turns[key] = turns[key], turns[key] + 1
            position = where[turn] if key and turn < len(where) else self._elsewhere(grid, head, column, new)
            if position is not None and self._is_sure(grid, head, column, position):
                yield replace(column, position=position)
        yield from self._unmapped(grid, head, new)

    def _elsewhere(self, grid: Grid, head: Head, column: ColumnMapping, new: Mapping[int, str]) -> int | None:
        """Where a column went whose wording is gone: a new one that surely means the same, if there is just one."""
        if column.column is FormColumn.NAME:
            read = columns_of(grid, head, self.wanted.year, self.wanted.measures, {})
            names = [one.position for one in read if one.column is FormColumn.NAME]
            at = names[0] if len(names) == 1 else None
        else:
            at = self._meaning(column.column, new)
        if at is not None and column.heading and column.column is not None:
            self._say(say.COLUMN_REWORDED, grid, head.last, at, before=column.heading, now=head.headings.get(at, ""))
        elif at is None and column.column in (FormColumn.NAME, *self.wanted.columns):
            place = Place(self.book.file, grid.name)
            self.findings.append(say.COLUMN_NOT_FOUND.at(place, sheet=grid.name, heading=column.heading))
        return at

    def _meaning(self, column: FormColumn | None, new: Mapping[int, str]) -> int | None:
        readings = {at: read_heading(text, self.wanted.year) for at, text in new.items()}
        fitting = [at for at, reading in readings.items() if reading.column is column and reading.certain]
        return fitting[0] if column is not None and len(fitting) == 1 else None

    def _is_sure(self, grid: Grid, head: Head, column: ColumnMapping, at: int) -> bool:
        if column.column is None or column.certainty is Certainty.IGNORED:
            return False
        if column.certainty is Certainty.CERTAIN:
            return True
        name = COLUMN_NAMES[column.column]
        self._say(say.COLUMN_UNCONFIRMED, grid, head.last, at, heading=column.heading, column=name)
        return False

    def _unmapped(self, grid: Grid, head: Head, new: Mapping[int, str]) -> Iterator[ColumnMapping]:
        """Columns needed now that were not there when the workbook was mapped: the final figures after the estimate."""
        there = {column.column for column in self.mapped.columns}
        for wanted in self.wanted.columns:
            if wanted in there:
                continue
            at = self._meaning(wanted, new)
            if at is None:
                place = Place(self.book.file, grid.name)
                self.findings.append(say.COLUMN_NOT_MAPPED.at(place, sheet=grid.name, column=COLUMN_NAMES[wanted]))
            else:
                self._say(say.COLUMN_NEW, grid, head.last, at, heading=new[at], column=COLUMN_NAMES[wanted])
                yield ColumnMapping(at, new[at], wanted, Certainty.CERTAIN)

    # The rows

    def _is_part(self) -> Callable[[str], bool]:
        parts = {label_key(row.label) for row in self.mapped.rows if row.parent and row.code and "/" in row.code}
        return lambda label: is_part(label) or label_key(label) in parts

    def _rows(self, sheet: ForeignSheet) -> Iterator[tuple[RowMapping, ForeignRow]]:
        by_pair = {(label_key(row.parent), label_key(row.label), row.turn): row for row in sheet.rows}
        by_label: dict[str, list[ForeignRow]] = {}
        for row in sheet.rows:
            by_label.setdefault(label_key(row.label), []).append(row)
        remembered = Counter(label_key(row.label) for row in self.mapped.rows)
        turns: Counter[tuple[str, str]] = Counter()
        for mapped in self.mapped.rows:
            label = label_key(mapped.label)
            pair = (label_key(mapped.parent), label)
            found = by_pair.get((*pair, turns[pair]))
            turns[pair] += 1
            alone = by_label.get(label, [])
            if found is None and len(alone) == 1 and remembered[label] == 1:
                found = alone[0]
            found = found or self._reworded(sheet, mapped, remembered)
            if found is not None:
                yield mapped, found

    def _reworded(self, sheet: ForeignSheet, mapped: RowMapping, remembered: Counter[str]) -> ForeignRow | None:
        """The row in the same place, when its label is much like the remembered one and is not another of them."""
        if not mapped.code:
            return None
        for row in sheet.rows:
            likeness = Likeness.among(()).of(row.label, mapped.label)
            if row.row == mapped.row and label_key(row.label) not in remembered and likeness >= _ALIKE:
                at = sheet.columns[0].position
                about = {"before": mapped.label, "now": row.label, "code": mapped.code}
                self._say(say.ROW_REWORDED, sheet.grid, row.row, _label_at(sheet, row, at), **about)
                return row
        place = Place(self.book.file, sheet.grid.name)
        about = {"label": normalised(mapped.label), "code": mapped.code, "sheet": sheet.grid.name}
        self.findings.append(say.ROW_NOT_FOUND.at(place, **about))
        return None

    def _say(self, kind: FindingKind, grid: Grid, row: int, at: int, **values: Said) -> None:
        place = self.book.place(grid, row, at)
        self.findings.append(kind.at(place, "", cell=place.cell, **values))


def _says(sheet: ForeignSheet, row: ForeignRow) -> bool:
    """Whether a row has a name and numbers; one letter for a name only numbers the columns."""
    return len(row.label) > 1 and sheet.has_numbers(row)


def _label_at(sheet: ForeignSheet, row: ForeignRow, otherwise: int) -> int:
    names = (column.position for column in sheet.columns if column.column is FormColumn.NAME)
    return next((at for at in names if sheet.grid.at(row.row, at)), otherwise)
