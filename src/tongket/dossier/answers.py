"""What a unit answered: every open cell read, with the finding that stands at it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final

from tongket.dossier import findings_of_cells as say
from tongket.dossier.facts import Absence
from tongket.dossier.form import FormColumn, FormPart, FormRow, IssuedForm, ReportForm
from tongket.dossier.grid import Book, Value, cell_name
from tongket.dossier.matching import Sheet
from tongket.dossier.printed import Printed
from tongket.dossier.rows import Located
from tongket.dossier.values import Understood, understood
from tongket.dossier.wording import figure_text, measure_name, number_text, shown, text_of
from tongket.figures import EXACT, Amount, Measure, measure_of
from tongket.figures.measures import DATE
from tongket.plan import Direction
from tongket.words import Finding, FindingKind, Place
from tongket.words.findings import Value as Said


@dataclass(slots=True)
class AnsweredRow:
    """A row of the form with what was answered in its open cells; a cell in error has no answer."""

    part: FormPart
    row: FormRow
    sheet: Sheet
    number: int
    figures: dict[FormColumn, Amount] = field(default_factory=dict)
    absences: dict[FormColumn, Absence] = field(default_factory=dict)
    explanation: str = ""
    findings: list[Finding] = field(default_factory=list)
    cells: tuple[Value, ...] = field(init=False)
    measure: Measure = field(init=False)
    dated: bool = field(init=False)

    def __post_init__(self) -> None:
        """Look up once what every check asks for."""
        cells = self.sheet.grid.rows[self.number]
        lacking = self.sheet.width - len(cells)
        self.cells = cells if lacking <= 0 else (*cells, *(None,) * lacking)
        self.measure = measure_of(self.row.measure)
        self.dated = self.row.direction is Direction.ON_DATE or self.measure is DATE

    def raw(self, column: FormColumn) -> Value:
        """Return what stands in a cell of the row, as it was found."""
        at = self.sheet.columns.get(column)
        return None if at is None else self.cells[at]

    @property
    def is_answered(self) -> bool:
        """Whether anything was taken from its open cells."""
        return bool(self.figures or self.absences)

    def drop(self) -> None:
        """Take nothing from the row."""
        self.figures.clear()
        self.absences.clear()


@dataclass(frozen=True, slots=True)
class Reading:
    """A returned form as the checks see it: the file, what was asked, what was printed, and how it was answered.

    `printed` holds last year's and the plan's figure by code, as they stood when the form was issued; without it the
    printed cells of a row cannot be judged.
    """

    book: Book
    form: ReportForm
    issued: IssuedForm | None
    printed: Mapping[str, tuple[Printed, Printed]]
    rows: tuple[AnsweredRow, ...]
    cut_off: dt.date | None

    def place(self, row: AnsweredRow, column: FormColumn) -> Place:
        """Return where a cell of a row stands."""
        return self.book.place(row.sheet.grid, row.number, row.sheet.columns[column])

    def cell(self, row: AnsweredRow, column: FormColumn) -> str:
        """Return the address of a cell of a row."""
        return self.place(row, column).cell

    def told(self, kind: FindingKind, row: AnsweredRow, column: FormColumn, /, **values: Said) -> Finding:
        """Return a finding at a cell of a row."""
        return told(kind, self.place(row, column), row.row, column, **values)


def told(kind: FindingKind, place: Place, row: FormRow, column: FormColumn, /, **values: Any) -> Finding:  # noqa: ANN401 - what a sentence names
    """Return a finding at a cell; it also names the row and column, for programs and for what is said together."""
    return kind.at(place, **values, cell=place.cell, row=row.code, column=column.value)


_STEPS: Final = tuple(Decimal(1).scaleb(-digits) for digits in range(20))
"""The last digit an indicator is printed with, by its number of decimals."""
_Area = tuple[int, int, int, int]


def _merged_cells(sheet: Sheet) -> Mapping[tuple[int, int], _Area]:
    """Return the merged area of every cell of a known column that shares one with others, below the row of names."""
    columns = sheet.columns.values()
    return {
        (row, column): area
        for area in sheet.grid.merged
        if area[2] > sheet.name_row and area[:2] != area[2:]
        for row in range(area[0], min(area[2] + 1, len(sheet.grid.rows)))
        for column in columns
        if area[1] <= column <= area[3]
    }


@dataclass(slots=True)
class OpenCells:
    """Reads the open cells of the rows of one sheet.

    `merged` is the area each cell lies in that shares one with others; each is told once, at its first cell. `marked`
    are all cells of which the sheet says more than their value.
    """

    book: Book
    sheet: Sheet
    columns: tuple[tuple[FormColumn, int], ...]
    explanation: int | None
    merged: Mapping[tuple[int, int], _Area]
    marked: frozenset[tuple[int, int]]
    told: set[_Area] = field(default_factory=set)

    @classmethod
    def of(cls, book: Book, sheet: Sheet, columns: tuple[FormColumn, ...]) -> "OpenCells":
        """Find the open columns in a sheet; one that stands twice is not read."""
        places = sheet.columns
        found = tuple((column, places[column]) for column in columns if column in places and column not in sheet.twice)
        merged = _merged_cells(sheet)
        marked = sheet.grid.computed | sheet.grid.percents | merged.keys()
        return cls(book, sheet, found, places.get(FormColumn.EXPLANATION), merged, marked)

    def answered(self, located: Located) -> AnsweredRow:
        """Read the open cells of a row; most hold a plain number and pass without a word."""
        one = AnsweredRow(*located)
        marked = self.marked
        for column, at in self.columns:
            value = one.cells[at]
            if type(value) is Decimal and _is_plain(value, one) and not (marked and (one.number, at) in marked):
                one.figures[column] = Amount(value, value)
            else:
                self._read(one, column, at)
        if self.explanation is not None and (explained := one.cells[self.explanation]) is not None:
            one.explanation = text_of(explained)
        return one

    def _read(self, one: AnsweredRow, column: FormColumn, at: int) -> None:
        value, row = one.cells[at], one.row
        if area := self.merged.get((one.number, at)):
            self._say_merged(area, one, column, at)
            return
        found = self._understood(value, one, at)
        if found.kind:
            self._say(found.kind, one, column, at, **found.values)
        if found.answer is None:
            if found.kind is None and not _may_stay_empty(row):
                self._say(say.MISSING, one, column, at)
            return
        amount = found.answer if isinstance(found.answer, Amount) else None
        if amount is not None and not self._fits(amount, one, column, at):
            return
        if (one.number, at) in self.sheet.grid.computed:
            self._say(say.FORMULA, one, column, at, value=shown(value, row.digits))
        if amount is not None:
            one.figures[column] = amount
        elif isinstance(found.answer, Absence):
            one.absences[column] = found.answer

    def _understood(self, value: Value, one: AnsweredRow, at: int) -> Understood:
        """Say what a cell answers; a percentage where something else is asked for is not taken."""
        is_percentage = (one.number, at) in self.sheet.grid.percents
        if isinstance(value, Decimal) and is_percentage and one.row.measure != "%":
            about: dict[str, Said] = {"text": f"{number_text(value)}%", "wanted": measure_name(one.row)}
            return Understood(None, say.OTHER_MEASURE, about)
        return understood(value, one.row)

    def _fits(self, amount: Amount, one: AnsweredRow, column: FormColumn, at: int) -> bool:
        row = one.row
        low = amount.low if amount.low is not None else amount.high
        if low is not None and low < 0 and not row.may_be_negative:
            self._say(say.NEGATIVE, one, column, at)
            return False
        if low is not None and EXACT.remainder(low, _STEPS[row.digits]) and not one.dated:
            self._say(say.MORE_DECIMALS, one, column, at, value=figure_text(amount, row), digits=row.digits)
        return True

    def _say_merged(self, area: _Area, one: AnsweredRow, column: FormColumn, at: int) -> None:
        if area not in self.told:
            self.told.add(area)
            self._say(say.MERGED, one, column, at, area=f"{cell_name(*area[:2])}:{cell_name(*area[2:])}")

    def _say(self, kind: FindingKind, one: AnsweredRow, column: FormColumn, at: int, **values: Said) -> None:
        place = self.book.place(self.sheet.grid, one.number, at)
        one.findings.append(told(kind, place, one.row, column, **values))


def _is_plain(value: Decimal, one: AnsweredRow) -> bool:
    """Whether a number is one to which nothing is to be said, whatever else the sheet says of its cell."""
    row = one.row
    return not (
        one.dated or (value.is_signed() and not row.may_be_negative) or EXACT.remainder(value, _STEPS[row.digits])
    )


def _may_stay_empty(row: FormRow) -> bool:
    """Where the plan itself says that there is no target, or none yet, an empty cell is no omission."""
    return row.plan_state in (Absence.NOT_ASSIGNED, Absence.NOT_DUE)
