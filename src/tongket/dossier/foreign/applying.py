"""Turns a foreign workbook into the sheets of our form by its mapping, each cell keeping the place it came from.

What comes out is checked by the checks of the form, unchanged; every finding and source names the cell of the file its
author knows. Figures are moved to the measure of the indicator where the file counts in another scale, exactly.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Final

from tongket.dossier.facts import Absence
from tongket.dossier.foreign import findings as say
from tongket.dossier.foreign.agreement import amount_in, is_said
from tongket.dossier.foreign.labels import folded
from tongket.dossier.foreign.mapping import Certainty, RowMapping, WorkbookMapping
from tongket.dossier.foreign.measures import measure_named
from tongket.dossier.foreign.relocating import FoundAgain, Wanted, found_again
from tongket.dossier.foreign.tables import ForeignRow
from tongket.dossier.form import (
    FIRST_ROW,
    HEAD_ROW,
    META_SHEET,
    NAME_ROW,
    OPEN_COLUMNS,
    FormColumn,
    FormMeta,
    FormPart,
    FormRow,
    IssuedForm,
    ReportForm,
)
from tongket.dossier.grid import Book, Grid, Value
from tongket.figures import Measure, converted, measure_of
from tongket.words import Finding, FindingKind, Place, written
from tongket.words.findings import Value as Said

_PRINTED: Final = (FormColumn.LAST_YEAR, FormColumn.PLAN)
_NO_TARGET: Final = (Absence.NOT_ASSIGNED, Absence.NOT_DUE)


@dataclass(frozen=True, slots=True)
class Applied:
    """A foreign workbook as our form: `form` asks only for the rows that were found, `issued` is what it is held to.

    Last year's and the plan's cells are empty but where the file contradicts what is known. `converted` holds by code
    what a row of the file counts in and what its indicator does, where the two differ.
    """

    book: Book
    form: ReportForm
    issued: IssuedForm
    findings: tuple[Finding, ...]
    converted: Mapping[str, tuple[Measure, Measure]] = field(default_factory=dict, hash=False)


def applied(mapping: WorkbookMapping, book: Book, form: ReportForm) -> Applied:
    """Read a workbook by its mapping as the form of its org unit for a period.

    Findings tell of sheets, columns and rows that are no longer there, of what still waits to be confirmed, of measures
    that do not convert, and of indicators asked for that no row of the file answers.
    """
    work = _Work(book, mapping, form)
    taken = work.taken()
    parts = tuple(replace(part, rows=tuple(row for row in part.rows if row.code in taken)) for part in form.parts)
    found = replace(form, parts=tuple(part for part in parts if part.rows))
    grids = [_part_grid(part, taken) for part in found.parts]
    meta = Grid(META_SHEET, FormMeta.of(found).pairs(), hidden=True)
    findings = (*work.findings, *_absent(work, taken))
    return Applied(replace(book, grids=(*grids, meta)), found, _issued(found, taken), findings, work.converted)


@dataclass(frozen=True, slots=True)
class _Cell:
    """A value with the place it came from, and whether it is shown there as a percentage."""

    value: Value
    place: Place
    is_percent: bool = False


@dataclass(frozen=True, slots=True)
class _Taken:
    """A row of ours as a row of theirs tells it: its figures, and the cell of its label."""

    label: _Cell
    cells: Mapping[FormColumn, _Cell]


@dataclass(slots=True)
class _Work:
    """One workbook on its way to our form."""

    book: Book
    mapping: WorkbookMapping
    form: ReportForm
    findings: list[Finding] = field(default_factory=list)
    waiting: set[str] = field(default_factory=set)
    converted: dict[str, tuple[Measure, Measure]] = field(default_factory=dict)

    def taken(self) -> dict[str, _Taken]:
        asked = {row.code: row for _, _, row in self.form.rows}
        measures = frozenset(row.measure for row in asked.values())
        wanted = Wanted(self.form.period.year, OPEN_COLUMNS[self.form.stage], measures)
        found: dict[str, _Taken] = {}
        for mapped in self.mapping.sheets:
            again, told = found_again(self.book, self.mapping, mapped, wanted)
            self.findings.extend(told)
            codes = {row.code for row in mapped.rows if row.code}
            self.waiting |= codes  # what was mapped and is missing has been told; it is not absent from the mapping
            if again is not None:
                found.update(self._rows(again, asked))
        return found

    def _rows(self, again: FoundAgain, asked: Mapping[str, FormRow]) -> Iterator[tuple[str, _Taken]]:
        told = again.sheet.told_measures()
        for mapped, row in again.rows:
            form_row = asked.get(mapped.code)
            if form_row is None or mapped.certainty is Certainty.IGNORED:
                continue
            if mapped.certainty is Certainty.TO_CONFIRM:
                self._say(say.ROW_UNCONFIRMED, again, row, label=row.label, code=mapped.code)
            elif measure := self._measure(again, mapped, row, form_row, told[row.row]):
                yield mapped.code, self._taken(again, row, form_row, measure)
        for row in again.new_rows:
            self._say(say.ROW_NEW, again, row, label=row.label)

    def _measure(
        self, again: FoundAgain, mapped: RowMapping, row: ForeignRow, form_row: FormRow, told: str
    ) -> Measure | None:
        """What the row counts in; None, and told, when it changed or does not convert."""
        if folded(told) != folded(mapped.told):
            before, now = mapped.told or "–", told or "–"
            self._say(say.MEASURE_CHANGED, again, row, label=row.label, before=before, now=now)
            return None
        ours = measure_of(form_row.measure)
        theirs = measure_named(mapped.measure, frozenset({form_row.measure})) if mapped.measure else ours
        if theirs is None or theirs.dimension != ours.dimension:
            names = {"theirs": mapped.measure if theirs is None else theirs.label, "ours": ours.label}
            self._say(say.MEASURE_DIFFERS, again, row, label=row.label, **names)
            return None
        if theirs != ours:
            self._say(say.MEASURE_CONVERTED, again, row, label=row.label, theirs=theirs.label, ours=ours.label)
            self.converted[form_row.code] = theirs, ours
        return theirs

    def _taken(self, again: FoundAgain, row: ForeignRow, form_row: FormRow, measure: Measure) -> _Taken:
        cells: dict[FormColumn, _Cell] = {}
        for column in again.sheet.columns:
            kind, value = column.column, again.sheet.value(row, column)
            place = self.book.place(again.sheet.grid, row.row, column.position)
            if kind in _PRINTED:
                value = value if _contradicts(value, measure, form_row, kind) else None
            if kind in (*_PRINTED, *OPEN_COLUMNS[self.form.stage]):
                is_percent = (row.row, column.position) in again.sheet.grid.percents
                theirs = measure_of(form_row.measure) if is_percent else measure
                cells[kind] = _Cell(_in_measure(value, theirs, measure_of(form_row.measure)), place, is_percent)
            elif kind is FormColumn.EXPLANATION:
                cells[kind] = _Cell(value, place)
        return _Taken(self._label(again, row), cells)

    def _label(self, again: FoundAgain, row: ForeignRow) -> _Cell:
        names = [column.position for column in again.sheet.columns if column.column is FormColumn.NAME]
        at = next((at for at in reversed(names) if again.sheet.grid.at(row.row, at)), names[0] if names else 0)
        return _Cell(row.label, self.book.place(again.sheet.grid, row.row, at))

    def _say(self, kind: FindingKind, again: FoundAgain, row: ForeignRow, **values: Said) -> None:
        place = self._label(again, row).place
        self.findings.append(kind.at(place, "", cell=place.cell, **values))


def _absent(work: _Work, taken: Mapping[str, _Taken]) -> Iterator[Finding]:
    """Tell of indicators with a target that the mapping knows no row for."""
    for _, _, row in work.form.rows:
        if row.code not in taken and row.code not in work.waiting and row.plan_state not in _NO_TARGET:
            yield say.NOT_IN_FILE.at(Place(work.book.file), name=row.name, code=row.code)


def _contradicts(value: Value, measure: Measure, row: FormRow, column: FormColumn | None) -> bool:
    known = row.plan if column is FormColumn.PLAN else row.last_year
    stated = amount_in(value)
    return stated is not None and known is not None and is_said(stated, measure, known, row) is False


def _in_measure(value: Value, theirs: Measure, ours: Measure) -> Value:
    """Move a number, or a text that is one beyond doubt, to our measure; what is in doubt stays as it was typed."""
    if theirs == ours:
        return value
    if isinstance(value, Decimal):
        return converted(value, theirs, ours)
    stated = amount_in(value)
    if stated is None or not stated.is_exact:
        return value
    return written(converted(stated.exact, theirs, ours))


def _part_grid(part: FormPart, taken: Mapping[str, _Taken]) -> Grid:
    rows: list[tuple[Value, ...]] = [()] * HEAD_ROW
    rows += [(), tuple(FormColumn)]  # the heads are read by nobody, the small names under them are
    assert len(rows) == NAME_ROW + 1 == FIRST_ROW
    origins: dict[tuple[int, int], tuple[str, str]] = {}
    percents: set[tuple[int, int]] = set()
    for at, row in enumerate(part.rows, start=FIRST_ROW):
        one = taken[row.code]
        printed = {FormColumn.CODE: row.code, FormColumn.NAME: row.name.vi, FormColumn.MEASURE: row.measure}
        rows.append(tuple(_value(column, printed, one) for column in FormColumn))
        for column in FormColumn:
            place = one.cells.get(column, one.label).place
            origins[at, column.position] = (place.sheet, place.cell)
            if column in one.cells and one.cells[column].is_percent:
                percents.add((at, column.position))
    return Grid(part.sheet, tuple(rows), origins=origins, percents=frozenset(percents))


def _value(column: FormColumn, printed: Mapping[FormColumn, str], one: _Taken) -> Value:
    return one.cells[column].value if column in one.cells else printed.get(column)


def _issued(form: ReportForm, taken: Mapping[str, _Taken]) -> IssuedForm:
    """What the file is held to: the printed figures it contradicts; of the others it says nothing new."""
    issued = IssuedForm.of(form)

    def held(code: str, column: FormColumn, wire: str) -> str:
        cell = taken[code].cells.get(column)
        return wire if cell is not None and cell.value is not None else ""

    printed = tuple(
        (code, held(code, FormColumn.LAST_YEAR, last_year), held(code, FormColumn.PLAN, plan))
        for code, last_year, plan in issued.printed
    )
    return replace(issued, printed=printed)
