"""Up to which day a returned file says its figures go."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from tongket.dossier.findings_of_forms import CUT_OFF_DIFFERS
from tongket.dossier.form import ReportForm
from tongket.dossier.grid import Book
from tongket.dossier.matching import Sheet
from tongket.dossier.wording import tidy
from tongket.words import Finding, Place

_SAID: Final = re.compile(
    r"(?:tính đến|tính tới|по состоянию на|up to)(?: hết)?(?: ngày)?:? ?([0-9]{1,2})[/.]([0-9]{1,2})[/.]([0-9]{4})",
    re.IGNORECASE,
)


def cut_off_of(book: Book, form: ReportForm, sheets: tuple[Sheet, ...]) -> tuple[dt.date | None, tuple[Finding, ...]]:
    """Return the day the file names above its tables, or the form's, and what differs from the form."""
    said = tuple(_said(book, sheets))
    differing = [(day, place) for day, place in said if form.cut_off and day != form.cut_off]
    findings = tuple(
        CUT_OFF_DIFFERS.at(place, cell=place.cell, found=day, wanted=form.cut_off or day) for day, place in differing
    )
    day = differing[0][0] if differing else next((day for day, _ in said), form.cut_off)
    return day, findings


def _said(book: Book, sheets: tuple[Sheet, ...]) -> Iterator[tuple[dt.date, Place]]:
    for sheet in sheets:
        for number, row in enumerate(sheet.grid.rows[: sheet.name_row]):
            for column, value in enumerate(row):
                if isinstance(value, str) and (found := _SAID.search(tidy(value))):
                    try:
                        day = dt.date(int(found[3]), int(found[2]), int(found[1]))
                    except ValueError:  # 31/02: not a day, so it says nothing
                        continue
                    yield day, book.place(sheet.grid, number, column)
