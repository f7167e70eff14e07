"""A part of figures as a sheet of the form: the rows of the plan, the open cells, and what shows at once while typing.

Nothing on the sheet is a formula: colours follow rules of the sheet, and whatever reads the file back finds values.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from itertools import groupby
from typing import Any, Final

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from tongket.documents.printing import amount_text, days_text
from tongket.dossier import Absence
from tongket.dossier.form import FIRST_ROW, OPEN_COLUMNS, FormColumn, FormPart, FormRow
from tongket.dossier.form_words import ABSENCE_NAMES
from tongket.figures import Amount, measure_of
from tongket.files import form_said as said
from tongket.files.consolidated_look import LOCALE
from tongket.files.form_look import (
    ASKED,
    DATE_FORMAT,
    DOUBTFUL,
    FILLED,
    GREEN,
    GREY,
    LOCKED,
    OFFERED,
    FormLook,
    height_of,
)
from tongket.plan import Direction

WIDTHS: Final[Mapping[FormColumn, int]] = {
    FormColumn.NUMBER: 5,
    FormColumn.CODE: 13,
    FormColumn.NAME: 40,
    FormColumn.MEASURE: 17,
    FormColumn.LAST_YEAR: 14,
    FormColumn.PLAN: 14,
    FormColumn.ACTUAL_TO_DATE: 15,
    FormColumn.ESTIMATE: 15,
    FormColumn.ACTUAL: 15,
    FormColumn.EXPLANATION: 42,
}
_KEPT: Final = FormColumn.MEASURE.position  # number, code and name stay in sight
_FIGURES: Final = (FormColumn.ACTUAL_TO_DATE, FormColumn.ESTIMATE, FormColumn.ACTUAL)
_FIRST_CELL_YEAR: Final = 1901  # before March 1900 a spreadsheet counts a day that never was
_ROW_HEIGHT: Final = 22


class FiguresSheet:
    """One part of figures being written."""

    def __init__(self, look: FormLook, part: FormPart) -> None:
        """Begin the sheet of a part."""
        self.look, self.part, self.form, self.language = look, part, look.form, look.language
        self.sheet: Worksheet = look.sheet(part.sheet)
        self.opened = OPEN_COLUMNS[self.form.stage]
        self.words = [ABSENCE_NAMES[absence].to(self.language) for absence in ABSENCE_NAMES]

    def write(self) -> None:
        """Write the heads, the rows, the rows of the unit itself, and the rules of the open cells."""
        heads = [(said.head_of(column, self.form, self.language), str(column)) for column in FormColumn]
        help_line = said.HELP_FIGURES.to(self.language)
        self.look.head(self.sheet, self.part.title.to(self.language), help_line, heads, [*WIDTHS.values()])
        number = 0
        for at, row in enumerate(self.part.rows, start=FIRST_ROW):
            number += row.breakdown is None
            self._row(at, row, str(number) if row.breakdown is None else "")
        self._own_rows()
        self._rules()
        self.sheet.set_tab_color(GREEN)
        self.look.end(self.sheet, self.part.own_rows[-1], len(FormColumn), _KEPT)
        if self.part.rows:
            self.sheet.set_selection(FIRST_ROW, self.opened[0].position, FIRST_ROW, self.opened[0].position)

    def _row(self, at: int, row: FormRow, number: str) -> None:
        part = row.breakdown is not None
        name = row.name.to(self.language)
        measure = measure_of(row.measure).label.to(self.language)
        weight = {"bold": True} if row.sums else {"italic": True} if part else {}
        self._locked(at, FormColumn.NUMBER, number, align="center")
        self._locked(at, FormColumn.CODE, row.code, font_color=GREY, font_size=10, indent=1)
        self._locked(at, FormColumn.NAME, name, text_wrap=True, indent=3 if part else 1, **weight)
        self._locked(at, FormColumn.MEASURE, measure, text_wrap=True, align="center")
        self._printed(at, FormColumn.LAST_YEAR, row, row.last_year, None)
        self._printed(at, FormColumn.PLAN, row, row.plan, row.plan_state)
        for column in _FIGURES:
            look = self._shape(row)
            cell = self.look.open(ASKED, **look) if column in self.opened else self.look.boxed(bg_color=LOCKED, **look)
            self.sheet.write_blank(at, column.position, None, cell)
        self._explanation(at)
        needed = max(
            height_of(name, WIDTHS[FormColumn.NAME] - 3 * part), height_of(measure, WIDTHS[FormColumn.MEASURE])
        )
        self.sheet.set_row(at, max(needed + 4, _ROW_HEIGHT))

    def _shape(self, row: FormRow) -> dict[str, Any]:
        """How a value of the row stands in its cell."""
        if row.direction is Direction.ON_DATE:
            return {"num_format": DATE_FORMAT, "align": "center"}
        return {"num_format": self.look.number_format(row.digits), "align": "right", "indent": 1}

    def _explanation(self, at: int) -> None:
        look = self.look.open(OFFERED, text_wrap=True, align="left", indent=1)
        self.sheet.write_blank(at, FormColumn.EXPLANATION.position, None, look)

    def _locked(self, at: int, column: FormColumn, text: str, **traits: Any) -> None:  # noqa: ANN401
        self.look.text(self.sheet, at, column.position, text, _frame(**traits))

    def _printed(self, at: int, column: FormColumn, row: FormRow, amount: Amount | None, state: Absence | None) -> None:
        """Print an amount as a number or a day where it is one, in words where it is a range, a bound or absent."""
        where, look = (self.sheet, at, column.position), _frame(bg_color=LOCKED, **self._shape(row))
        if amount is None:
            text = ABSENCE_NAMES[state].to(self.language) if state else "–"
            self.look.text(*where, text, {**look, "align": "center", "indent": 0, "italic": True, "font_color": GREY})
        elif row.direction is Direction.ON_DATE:
            day = dt.date.fromordinal(int(amount.exact)) if amount.is_exact else None
            if day and day.year >= _FIRST_CELL_YEAR:
                self.look.day(*where, day, look)
            else:
                self.look.text(*where, days_text(amount, self.language), look)
        elif amount.is_exact:
            self.look.number(*where, amount.exact, look)
        else:
            self.look.text(*where, amount_text(amount, row.digits, self.language), look)

    def _own_rows(self) -> None:
        """Three rows for indicators that nobody foresaw, under a heading; their code stays empty."""
        heading = self.part.own_rows.start - 1
        band = self.look.made(bg_color="#E3EEE6", top=1, bottom=1)
        for column in FormColumn:
            self.sheet.write_blank(heading, column.position, None, band)
        self.look.text(
            self.sheet, heading, 0, said.OWN_ROWS_HEADING.to(self.language),
            {"bg_color": "#E3EEE6", "top": 1, "bottom": 1, "bold": True, "font_color": GREEN, "indent": 1},
        )  # fmt: skip
        self.sheet.set_row(heading, _ROW_HEIGHT)
        for at in self.part.own_rows:
            for column in FormColumn:
                self.sheet.write_blank(at, column.position, None, self._own(column))
            self.sheet.set_row(at, _ROW_HEIGHT)

    def _own(self, column: FormColumn) -> Format:
        if column in (FormColumn.NUMBER, FormColumn.CODE) or (column in _FIGURES and column not in self.opened):
            return self.look.boxed(bg_color=LOCKED)
        if column in (FormColumn.NAME, FormColumn.MEASURE, FormColumn.EXPLANATION):
            return self.look.open(OFFERED, text_wrap=True, align="left", indent=1)
        return self.look.open(OFFERED, num_format=LOCALE[self.language] + "#,##0.##", align="right", indent=1)

    def _rules(self) -> None:
        """The lists and messages of the open cells, and the colours that follow what is typed.

        The open columns stand side by side, and a rule is written for the first cell of its area and moves with the
        others; so one rule serves all rows alike, and the file stays small.
        """
        first, last = self.opened[0].position, self.opened[-1].position
        doubtful = self.look.book.add_format({"bg_color": DOUBTFUL, "font_color": "#8A1C12", "bold": True})
        for top, bottom in self._runs(_kind):
            self._ask((top, first, bottom, last), self._row_at(top))
            self._colour(
                (top, first, bottom, last), self._doubt(xl_rowcol_to_cell(top, first), self._row_at(top)), doubtful
            )
        for at, row in enumerate(self.part.rows, start=FIRST_ROW):
            if row.sums:
                self._colour((at, first, at, last), self._sum_differs(at, first, row), doubtful)
        if FormColumn.ESTIMATE in self.opened:
            whole = FormColumn.ESTIMATE.position
            for top, bottom in self._runs(_grows):
                if _grows(self._row_at(top)):
                    self._colour((top, whole, bottom, whole), _less_than_before(top), doubtful)
        filled = self.look.book.add_format({"bg_color": FILLED})
        own, end = self.part.own_rows[0], self.part.own_rows[-1]
        note = FormColumn.EXPLANATION.position
        named = (own, FormColumn.NAME.position, end, FormColumn.MEASURE.position)
        for area in ((FIRST_ROW, first, end, last), (FIRST_ROW, note, end, note), named):
            self.sheet.conditional_format(*area, {"type": "no_blanks", "format": filled})

    def _colour(self, area: tuple[int, int, int, int], formula: str, look: Format) -> None:
        rule = {"type": "formula", "criteria": formula, "format": look, "stop_if_true": True}
        self.sheet.conditional_format(*area, rule)

    def _runs(self, alike: Callable[[FormRow], object]) -> Iterator[tuple[int, int]]:
        """The stretches of rows that are alike, each by its first and last row."""
        for _, rows in groupby(enumerate(self.part.rows, start=FIRST_ROW), key=lambda pair: alike(pair[1])):
            places = [at for at, _ in rows]
            yield places[0], places[-1]

    def _row_at(self, at: int) -> FormRow:
        return self.part.rows[at - FIRST_ROW]

    def _ask(self, area: tuple[int, int, int, int], row: FormRow) -> None:
        """Offer the three words in a list and let numbers be typed.

        A cell takes one validation: a list that refuses would refuse numbers, and a rule that takes numbers shows no
        list. So the list only offers, and what is neither number nor word turns pink at once, pasted text too.
        """
        dated = row.direction is Direction.ON_DATE
        title, how = (said.CHOOSE_DAY, said.CHOOSE_DAY_HOW) if dated else (said.CHOOSE, said.CHOOSE_HOW)
        listed = {
            "validate": "list",
            "source": self.words,
            "show_error": False,
            "input_title": title.to(self.language),
            "input_message": how.to(self.language).format(year=self.form.period.year),
        }
        self.sheet.data_validation(*area, listed)

    def _doubt(self, cell: str, row: FormRow) -> str:
        """A rule that is true of what can be no answer: neither a number (a day) nor one of the words, or a minus."""
        words = ",".join(f'TRIM({cell})<>"{word}"' for word in self.words)
        text = f"AND(LEN(TRIM({cell}))>0,NOT(ISNUMBER({cell})),{words})"
        if row.direction is Direction.ON_DATE:
            year = self.form.period.year
            return f"=OR({text},AND(ISNUMBER({cell}),OR({cell}<DATE({year - 5},1,1),{cell}>DATE({year + 5},12,31))))"
        return f"={text}" if row.may_be_negative else f"=OR({text},AND(ISNUMBER({cell}),{cell}<0))"

    def _sum_differs(self, at: int, column: int, row: FormRow) -> str:
        """A rule that is true of a total whose parts are all there and add up to something else."""
        whole, parts = xl_rowcol_to_cell(at, column), xl_range(at + 1, column, at + row.sums, column)
        none = ABSENCE_NAMES[Absence.NOT_ASSIGNED].to(self.language)
        answered = f'COUNT({parts})+COUNTIF({parts},"{none}")={row.sums}'
        return f"=AND(ISNUMBER({whole}),{answered},ABS({whole}-SUM({parts}))>0.0000005)"


def _frame(**traits: Any) -> dict[str, Any]:  # noqa: ANN401
    return {"border": 1, "border_color": "#AEB9B2", **traits}


def _kind(row: FormRow) -> tuple[bool, bool]:
    return row.direction is Direction.ON_DATE, row.may_be_negative


def _grows(row: FormRow) -> bool:
    return row.accumulates and not row.may_be_negative and row.direction is not Direction.ON_DATE


def _less_than_before(at: int) -> str:
    """A rule that is true of an estimate for the whole period below what was reached already."""
    so_far, whole = (xl_rowcol_to_cell(at, c.position) for c in (FormColumn.ACTUAL_TO_DATE, FormColumn.ESTIMATE))
    return f"=AND(ISNUMBER({so_far}),ISNUMBER({whole}),{so_far}>{whole})"
