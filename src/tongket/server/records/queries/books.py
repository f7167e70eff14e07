"""A year book as the frozen Year the rooms calculate with."""

import functools
from dataclasses import replace
from typing import Any

from tongket import yearbook
from tongket.dossier.states import DossierState
from tongket.files.dossier_json import read_dossier
from tongket.server.records.models import DossierCase, DossierVersion, FileRole, YearBook
from tongket.server.records.queries.dossiers import in_year, prefix_of
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
    """Return the year as it was typed and imported, without dossiers; kept while the book's stamp holds."""
    return _typed(book.pk, book.stamp)


def year_with_dossiers(book: YearBook) -> Year:
    """Return the year with the dossiers that count: those that met the requirements."""
    typed, counted = typed_year(book), accepted_cases(book)
    files = {name: sha for case in counted for name, sha in files_of(case).items()}
    dossiers = tuple(in_year(read_dossier(_accepted(case).content), _prefix(case)) for case in counted)
    return replace(typed, dossiers=dossiers, files={**typed.files, **files})


def accepted_cases(book: YearBook) -> tuple[DossierCase, ...]:
    """Return the cases whose accepted version counts, in the order in which they were asked for."""
    found = DossierCase.objects.filter(book=book, state__in=COUNTED, accepted__isnull=False)
    return tuple(found.select_related("accepted", "book"))


def files_of(case: DossierCase) -> dict[str, str]:
    """Return the SHA-256 of the workbooks a counted dossier was read from, by their names in the year."""
    return {_prefix(case) + one.name: one.blob_id for one in _accepted(case).files.filter(role=FileRole.WORKBOOK)}


def _prefix(case: DossierCase) -> str:
    return prefix_of(case, _accepted(case).number)


def _accepted(case: DossierCase) -> DossierVersion:
    assert case.accepted is not None  # only such cases are asked for
    return case.accepted


@functools.lru_cache(maxsize=32)
def _typed(pk: int, stamp: str) -> Year:  # the stamp says for how long the answer holds
    book = YearBook.objects.get(pk=pk)
    measures = {indicator.code: indicator.measure for indicator in indicators_of(book)}
    facts: dict[str, tuple[Any, ...]] = {table.name: facts_in(book, table, measures) for table in TABLES}
    files = {one.name: one.sha256 for one in book.source_files.all()}
    year = yearbook.year_of(facts, files)
    assert year is not None  # a book is opened with its head
    return year
