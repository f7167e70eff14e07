"""Judges the workbooks of a unit by the form that the plan of the year asks of it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from tongket.desk.issuing import request_for, stage_of
from tongket.dossier import Dossier
from tongket.dossier.asking import form_for
from tongket.dossier.form import FormMeta, ReportForm
from tongket.dossier.grid import Book
from tongket.dossier.matching import meta_of
from tongket.dossier.merging import merged
from tongket.dossier.rules import check_book
from tongket.files.record import read_forms
from tongket.files.year_folder import read_year
from tongket.words import Refused, Text, errors_in
from tongket.yearbook import Year

_YEAR_WRONG: Final = Text(
    "Sổ năm còn {n} lỗi phải sửa nên chưa biết biểu cần gì. Xem: tongket review {folder} --out …",
    "В папке года {n} ошибок, поэтому неизвестно, что требует форма. См.: tongket review {folder} --out …",
    "The year folder has {n} errors, so it is not known what the form asks for. See: tongket review {folder} --out …",
)
_WHOSE: Final = Text(
    "Tệp không cho biết là của đơn vị nào. Nêu mã đơn vị: --unit MÃ.",
    "Из файла не видно, чья это форма. Укажите код организации: --unit КОД.",
    "The file does not say whose it is. Name the org unit: --unit CODE.",
)


def year_of(folder: Path) -> Year:
    """Read the year whose plan the forms were made of; Refused when it has errors."""
    year, findings = read_year(folder)
    errors = errors_in(findings)
    if year is None or errors:
        raise Refused(_YEAR_WRONG.fill(n=str(len(errors)), folder=str(folder)))
    return year


def judged(year: Year, folder: Path, books: Sequence[Book], org_unit: str | None = None) -> Dossier:
    """Check the books of one org unit, and put several together. Raises Refused when nobody says whose they are.

    A book is compared with what is remembered of the form it was made from, when that was issued from this folder.
    """
    metas = [meta_of(book) for book in books]
    form = _form(year, next((meta for meta in metas if meta), None), org_unit)
    known = read_forms(folder)
    dossiers = [
        check_book(book, form, known.form(meta.form) if meta else None) for book, meta in zip(books, metas, strict=True)
    ]
    return dossiers[0] if len(dossiers) == 1 else merged(dossiers)


def _form(year: Year, meta: FormMeta | None, org_unit: str | None) -> ReportForm:
    """The form in force for the unit that sent the books, for the figures they were issued for."""
    whose = org_unit or (meta.org_unit if meta else None)
    if whose is None:
        raise Refused(_WHOSE)
    wanted = request_for(year, whose, meta.stage if meta else stage_of(year))
    return form_for(year.organisation, year.plan, year.reported, wanted)
