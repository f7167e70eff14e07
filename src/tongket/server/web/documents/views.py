"""Văn bản: what was made of the year, and making it anew."""

from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from tongket.server.jobs import documenting
from tongket.server.records import blobs
from tongket.server.records.models import JobKind
from tongket.server.records.queries.documents import document_of, makings
from tongket.server.records.queries.jobs import job_of, running
from tongket.server.records.queries.results import has_figures, has_final, reckoned
from tongket.server.records.queries.seen import party_codes
from tongket.server.web.documents.papers import BASES, KINDS, LANGUAGE_NAMES
from tongket.server.web.language import spoken
from tongket.server.web.saving import attachment
from tongket.server.web.visit import visit
from tongket.server.web.work import work_answer, work_of
from tongket.words import LANGUAGES, Refused, Text

_DONE: Final = Text("Đã lập văn bản.", "Документы созданы.", "The documents were made.")
_NO_FIGURES: Final = Text(
    "Chưa có hồ sơ nào đạt yêu cầu nên chưa lập được văn bản.",
    "Пока ни один комплект материалов не принят, документы создать нельзя.",
    "No dossier has been accepted yet, so no document can be made.",
)


@require_GET
def documents(request: HttpRequest, book: str) -> HttpResponse:
    """Show what was made, and whether its figures still hold."""
    found = visit(request)
    one = reckoned(found.book, party=found.actor.party)
    shown = {
        "makings": makings(found.book, party=found.actor.party),
        "kinds": KINDS,
        "language_names": LANGUAGE_NAMES,
        "bases": BASES,
        "basis": one.basis,
        "has_final": has_final(one),
        "has_figures": has_figures(one),
        "may_make": found.may("document.make"),
        "may_choose_party": found.actor.party and bool(party_codes(found.year.plan)),
        "work": work_of(running(found.book, JobKind.DOCUMENTS, found.actor.at), found),
    }
    return render(request, "documents/documents.html", shown)


@require_POST
def make(request: HttpRequest, book: str) -> HttpResponse:
    """Begin to make the papers."""
    found = visit(request)
    if not has_figures(reckoned(found.book, party=found.actor.party)):
        raise Refused(_NO_FIGURES)
    language = request.POST.get("language", "")
    job = documenting.begin(
        actor=found.actor,
        book=found.book,
        language=language if language in LANGUAGES else spoken(),
        basis=next((kind for kind in BASES if kind.value == request.POST.get("basis")), found.year.head.basis),
        party="without_party" not in request.POST,
    )
    return redirect("document_job", book=book, job=job.pk)


@require_GET
def job(request: HttpRequest, book: str, job: int) -> HttpResponse:
    """Tell how far the papers are; when they are made, lead back to the list."""
    found = visit(request)
    one = job_of(found.book, JobKind.DOCUMENTS, job)
    if one is None:
        raise Http404
    return work_answer(request, found, one, "documents", _DONE)


@require_GET
def download(request: HttpRequest, book: str, document: int) -> HttpResponse:
    """Send a paper; one that was made with the Party's figures does not exist for who may not see them."""
    found = visit(request)
    one = document_of(found.book, document, party=found.actor.party)
    if one is None:
        raise Http404
    stem, _, ending = one.name.rpartition(".")
    return attachment(f"{book}-{stem}-{one.language}-{one.basis}.{ending}", blobs.content_of(one.blob_id))
