"""A foreign workbook as a dossier: read by its mapping, then judged by the checks of the form, unchanged."""

from dataclasses import replace

from tongket.dossier.facts import Dossier
from tongket.dossier.foreign.applying import applied
from tongket.dossier.foreign.in_their_terms import in_their_terms
from tongket.dossier.foreign.mapping import WorkbookMapping
from tongket.dossier.form import ReportForm
from tongket.dossier.grid import Book
from tongket.dossier.rules import check_book


def mapped_dossier(mapping: WorkbookMapping, book: Book, form: ReportForm) -> Dossier:
    """Return what a foreign workbook says for an org unit and a period, with all that was found in it.

    The dossier names no form: the workbook was made from none. Every place is one of the foreign file.
    """
    result = applied(mapping, book, form)
    dossier = check_book(result.book, result.form, result.issued)
    told = in_their_terms(dossier.findings, result.converted)
    held = tuple(part.code for part in form.parts)  # it is not divided among departments, so it is held to all of them
    return replace(dossier, form="", held=held, findings=(*result.findings, *told))
