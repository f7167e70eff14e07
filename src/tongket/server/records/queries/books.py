"""A year book as the frozen Year the rooms calculate with."""

import functools
from typing import Any

from tongket import yearbook
from tongket.dossier import Dossier
from tongket.dossier.states import DossierState
from tongket.files.dossier_json import read_dossier
from tongket.server.records.models import DossierCase, YearBook
from tongket.server.records.rows import facts_in, indicators_of
from tongket.yearbook import TABLES, Year

COUNTED = (DossierState.ACCEPTED.value, DossierState.CONSOLIDATED.value)
"""The states in which a dossier stands in the year."""


def books() -> tuple[YearBook, ...]:
    """Return all year books, the newest first."""
    return tuple(YearBook.objects.all())


def book_named(slug: str) -> YearBook | None:
    """Return a year book by the word in its address."""
    return YearBook.objects.filter(slug=slug).first()


def typed_year(book: YearBook) -> Year:
    """Return the year as it was typed and imported, without dossiers; kept while the book's revision holds."""
    return _typed(book.pk, book.revision)


def year_with_dossiers(book: YearBook) -> Year:
    """Return the year with the dossiers that count: those that met the requirements."""
    from dataclasses import replace

    typed = typed_year(book)
    counted = accepted_dossiers(book)
    files = {name: sha for case_files in (files_of(case) for case, _ in counted) for name, sha in case_files.items()}
    return replace(typed, dossiers=tuple(dossier for _, dossier in counted), files={**typed.files, **files})


def accepted_dossiers(book: YearBook) -> tuple[tuple[DossierCase, Dossier], ...]:
    """Return the dossiers that count, each with its case, in the order in which they were asked for."""
    cases = DossierCase.objects.filter(book=book, state__in=COUNTED).select_related("accepted")
    return tuple((case, read_dossier(case.accepted.content)) for case in cases if case.accepted)


def files_of(case: DossierCase) -> dict[str, str]:
    """Return the SHA-256 of the files a counted dossier was read from, by their names in the year."""
    assert case.accepted is not None
    return {one.name: one.blob_id for one in case.accepted.files.all()}


@functools.lru_cache(maxsize=32)
def _typed(pk: int, revision: int) -> Year:
    book = YearBook.objects.get(pk=pk)
    measures = {indicator.code: indicator.measure for indicator in indicators_of(book)}
    facts: dict[str, tuple[Any, ...]] = {table.name: facts_in(book, table, measures) for table in TABLES}
    files = {one.name: one.sha256 for one in book.source_files.all()}
    year = yearbook.year_of(facts, files)
    assert year is not None  # a book is opened with its head
    return year
