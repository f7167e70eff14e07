"""Tells at a glance the rows to which nothing is to be said: almost all of a form that was filled in with care.

A row passes when its names and printed figures stand as issued and its answers are plain and near the plan and last
year. The checks of `row_checks` are silent on such a row, and look at every other one themselves.
"""

from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import groupby
from operator import itemgetter
from typing import Final

from tongket.dossier.answers import AnsweredRow, Reading
from tongket.dossier.form import FormColumn, FormRow
from tongket.dossier.grid import Value
from tongket.dossier.matching import Sheet
from tongket.dossier.printed import Printed, agrees
from tongket.dossier.row_checks import JUMP_DOWN, JUMP_WORSE
from tongket.figures import EXACT, Amount

_CLOSED: Final = (FormColumn.NAME, FormColumn.MEASURE, FormColumn.LAST_YEAR, FormColumn.PLAN)
_Closed = Callable[[tuple[Value, ...]], tuple[Value, Value, Value, Value]]


def rows_to_look_at(reading: Reading) -> Iterator[AnsweredRow]:
    """Yield the rows that a glance does not pass, in the order of the form."""
    for _, rows in groupby(reading.rows, key=lambda row: id(row.sheet)):
        first, *others = rows
        closed = _closed_cells(first.sheet)
        hidden = first.sheet.grid.hidden_rows
        for row in (first, *others):
            if closed is None or row.number in hidden or not _passes(row, closed(row.cells), reading):
                yield row


def _closed_cells(sheet: Sheet) -> _Closed | None:
    """Return what takes the printed cells out of a row; None where the sheet lacks one of their columns."""
    places = [sheet.columns[column] for column in _CLOSED if column in sheet.columns]
    return itemgetter(*places) if len(places) == len(_CLOSED) else None


def _passes(row: AnsweredRow, closed: tuple[Value, Value, Value, Value], reading: Reading) -> bool:
    asked, (name, measure, last_year, plan) = row.row, closed
    if row.dated or row.absences or name != asked.name.vi or measure != row.measure.label.vi:
        return False
    printed: tuple[Printed, Printed] | None = reading.printed.get(asked.code)
    if printed and not (agrees(last_year, printed[0], asked) and agrees(plan, printed[1], asked)):
        return False
    return _are_usual(row.figures, asked)


def _are_usual(figures: dict[FormColumn, Amount], asked: FormRow) -> bool:
    """Whether the answers lie between half of the plan and of last year and half as much again, and months below years.

    These are the narrowest bounds of `row_checks`; where any number is a range or not there, a glance cannot tell.
    """
    plan, last_year = _one(asked.plan), _one(asked.last_year)
    if plan is None or last_year is None:
        return False
    smaller, larger = (plan, last_year) if plan < last_year else (last_year, plan)
    least, most = EXACT.multiply(larger, JUMP_DOWN), EXACT.multiply(smaller, JUMP_WORSE)
    for amount in figures.values():
        if (number := _one(amount)) is None or not least <= number <= most:
            return False
    to_date, year = figures.get(FormColumn.ACTUAL_TO_DATE), figures.get(FormColumn.ESTIMATE)
    return to_date is None or year is None or to_date.exact <= year.exact


def _one(amount: Amount | None) -> Decimal | None:
    """Return the number of an amount read or printed as one."""
    return amount.low if amount is not None and amount.low is amount.high else None
