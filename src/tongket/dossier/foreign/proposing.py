"""Proposes how a workbook seen for the first time is read; what leaves any doubt waits for a person's word.

Heads are known by their words and rows by the likeness of their labels to the names of indicators. A label that is not
the same is certain only where last year's figure or the plan's agrees; figures that stand under known heads do not lie.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from tongket.dossier.foreign.columns import columns_of
from tongket.dossier.foreign.headings import FIGURES, read_heading
from tongket.dossier.foreign.labels import is_part, label_key
from tongket.dossier.foreign.mapping import Certainty, RowMapping, SheetMapping, WorkbookMapping
from tongket.dossier.foreign.matching import Match, Seen, matches
from tongket.dossier.foreign.sheet import ForeignSheet
from tongket.dossier.foreign.tables import ForeignRow, Headings, head_of, rows_under, shown
from tongket.dossier.foreign.wording import SHORT_NAMES
from tongket.dossier.form import FormColumn, FormRow
from tongket.dossier.grid import Book, Grid

_APART: Final = " · "


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for in a workbook about a year: the rows an org unit is asked for.

    `org_units` are names of org units by code, for a template that puts several of them into one sheet, and `codes`
    what the year knows of each; `to_fill` says that its cells are still empty, so that a row counts without a figure.
    """

    org_unit: str
    year: int
    rows: tuple[FormRow, ...]
    org_units: Mapping[str, tuple[str, ...]]
    to_fill: bool = False
    codes: Mapping[str, frozenset[str]] = field(default_factory=dict, hash=False)

    @property
    def measures(self) -> frozenset[str]:
        """The measures the rows are counted in."""
        return frozenset(row.measure for row in self.rows)


def proposed(book: Book, asked: Asked) -> WorkbookMapping:
    """Propose how a workbook is read. Sheets where nothing of ours was found are left out; nothing is guessed silently.

    A row is certain when its label is an indicator's name and its measure is told or proved, or when figures known to
    both agree; it is to be confirmed when it is only alike; other rows with figures are listed as not ours.
    """
    sheets = [sheet for grid in book.grids if not grid.hidden and (sheet := _sheet_of(grid, asked))]
    found = matches([seen for sheet in sheets for seen in _seen(sheet, asked)], asked.rows)
    mapped = (SheetMapping(sheet.grid.name, sheet.columns, tuple(_rows(sheet, found, asked))) for sheet in sheets)
    kept = tuple(sheet for sheet in mapped if any(row.code for row in sheet.rows))
    return WorkbookMapping(asked.org_unit, asked.year, book.file, kept)


def _worth(headings: Headings, year: int) -> int:
    """How much of a head is known: at least two columns, one of them of figures."""
    said = [read_heading(text, year) for text in headings.values()]
    readings = {(reading.column, reading.certain) for reading in said}
    columns = {column for column, _ in readings if column is not None}
    if len(columns) < 2 or not columns & set(FIGURES):
        return 0
    return sum(3 if (column, True) in readings else 1 for column in columns)


def _sheet_of(grid: Grid, asked: Asked) -> ForeignSheet | None:
    head = head_of(grid, lambda headings: _worth(headings, asked.year))
    if head is None:
        return None
    columns = columns_of(grid, head, asked.year, asked.measures, asked.org_units)
    parts = {label_key(row.name.vi) for row in asked.rows if row.breakdown}
    labels = [column.position for column in columns if column.column is FormColumn.NAME]
    rows = rows_under(grid, head, labels, lambda label: is_part(label) or label_key(label) in parts, label_key)
    return ForeignSheet(grid, head, columns, rows, asked.measures)


def _seen(sheet: ForeignSheet, asked: Asked) -> Iterator[Seen]:
    """Every row with what helps to know it."""
    units, told = _units_of_rows(sheet.rows, asked), sheet.told_measures()
    side_by_side = any(column.org_unit for column in sheet.figures)
    for row in sheet.rows:
        yield Seen(
            sheet.grid.name,
            row,
            told[row.row],
            units[row.row],
            tuple((column.column, sheet.value(row, column)) for column in sheet.figures if not column.org_unit),
            sheet.text(row, FormColumn.CODE),
            None if side_by_side or not asked.codes else asked.codes.get(units[row.row] or asked.org_unit, frozenset()),
        )


def _seen_in(sheet: ForeignSheet, row: ForeignRow) -> Iterator[str]:
    """The figures of a row, each under the short name of its column."""
    for column in sheet.figures:
        if text := shown(sheet.value(row, column)):
            name = SHORT_NAMES[column.column] if column.column else ""
            yield f"{name} {text}" + (f" ({column.org_unit})" if column.org_unit else "")


def _units_of_rows(rows: Iterable[ForeignRow], asked: Asked) -> dict[int, str]:
    """Whose each row is, where a template has a section for each org unit."""
    names = {label_key(name): code for code, named in asked.org_units.items() for name in named}
    current, found = "", dict[int, str]()
    for row in rows:
        named = names.get(label_key(row.label))
        if named and row.above == -1:
            current = named
        found[row.row] = named or current
    return found


def _rows(sheet: ForeignSheet, found: Mapping[tuple[str, int], Match], asked: Asked) -> Iterator[RowMapping]:
    told, units = sheet.told_measures(), _units_of_rows(sheet.rows, asked)
    for row in sheet.rows:
        match = found.get((sheet.grid.name, row.row))
        seen = _APART.join(_seen_in(sheet, row))
        if match is not None:
            certainty = Certainty.TO_CONFIRM if match.doubt else Certainty.CERTAIN
            about = (told[row.row], match.measure, row.parent, seen, match.org_unit, match.doubt)
            yield RowMapping(row.row, row.label, match.code, certainty, *about)
        elif _is_listed(sheet, row, asked):
            whose = units[row.row]
            yield RowMapping(row.row, row.label, "", Certainty.IGNORED, told[row.row], "", row.parent, seen, whose)


def _is_listed(sheet: ForeignSheet, row: ForeignRow, asked: Asked) -> bool:
    """Whether a row that is nothing of ours is shown all the same: it holds numbers, or has cells to be filled."""
    label = label_key(row.label)
    heads = row.above == -1 and any(label == label_key(name) for named in asked.org_units.values() for name in named)
    if len(row.label) == 1 or heads:
        return False  # A, B, 1, 2 only number the columns, and the name of an org unit only says whose rows follow
    return asked.to_fill or sheet.has_numbers(row)
