"""What tongket does with one file; its processes import this and no more, as those of the product do."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from dossiers import data

from tongket.dossier.form import ReportForm
from tongket.dossier.rules import check_book
from tongket.figures import Kind
from tongket.files.book_reader import read_book
from tongket.words import Finding, Severity


def checked(form: ReportForm, path: str) -> tuple[list[int], list[str]]:
    """The estimates of one file in tenths, by row (0 where there is none), and the codes of what is wrong."""
    file = Path(path)
    book = read_book(file.read_bytes(), file.name)
    if isinstance(book, Finding):
        return [], [book.code]
    dossier = check_book(book, replace(form, org_unit=file.stem))
    estimates = [0] * data.ROWS
    for figure in dossier.figures:
        if figure.kind is Kind.ESTIMATE:
            estimates[int(figure.indicator[3:]) - 1] = int(figure.amount.exact.scaleb(1))
    return estimates, [one.code for one in dossier.findings if one.severity is not Severity.NOTE]
