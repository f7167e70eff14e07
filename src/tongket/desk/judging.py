"""Judges the workbooks of a unit by the form that the plan of the year asks of it."""

from collections.abc import Sequence
from typing import Final

from tongket.desk.asking import form_of, stage_of
from tongket.dossier import Dossier
from tongket.dossier.foreign import WorkbookMapping
from tongket.dossier.foreign.reading import mapped_dossier
from tongket.dossier.form import FormStage, ReportForm
from tongket.dossier.grid import Book
from tongket.dossier.matching import meta_of
from tongket.dossier.merging import merged, with_parts_of_nobody
from tongket.dossier.narrative_check import words_checked
from tongket.dossier.rules import check_book
from tongket.files.record import Remembered
from tongket.words import Refused, Text
from tongket.yearbook import Year

_WHOSE: Final = Text(
    "Tệp không cho biết là của đơn vị nào. Nêu mã đơn vị: --unit MÃ.",
    "Из файла не видно, чья это форма. Укажите код организации: --unit КОД.",
    "The file does not say whose it is. Name the org unit: --unit CODE.",
)


def judged(
    year: Year,
    books: Sequence[Book],
    issued: Remembered,
    org_unit: str | None = None,
    mapping: WorkbookMapping | None = None,
    stage: FormStage | None = None,
) -> tuple[ReportForm, Dossier]:
    """Check the books of one org unit, and put several together; return the form they were judged by as well.

    `issued` are the forms that were handed out: a book that came of one is held to what was printed in it. A book of
    the unit's own layout is read by its `mapping`; `stage` says what it reports for where it does not. One book may be
    of one department and lacks nothing then; several must hold the whole form, and so must one of another year, whose
    parts are not this year's. Raises Refused when nobody says whose the books are.
    """
    metas = [meta_of(book) for book in books]
    meta = next((meta for meta in metas if meta), None)
    whose = org_unit or (meta.org_unit if meta else None)
    if whose is None:
        raise Refused(_WHOSE)
    form = form_of(year, whose, meta.stage if meta else stage or stage_of(year))
    printed = [issued.form(meta.form) if meta else None for meta in metas]
    dossiers = [
        check_book(book, form, was) if known or mapping is None else mapped_dossier(mapping, book, form)
        for book, known, was in zip(books, metas, printed, strict=True)
    ]
    dossier = dossiers[0] if len(dossiers) == 1 else merged(dossiers)
    if len(dossiers) > 1 or any(meta and meta.period != form.period for meta in metas):
        dossier = with_parts_of_nobody(dossier, form)
    return form, words_checked(dossier, form)
