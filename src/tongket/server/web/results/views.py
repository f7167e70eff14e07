"""Tổng hợp số liệu: the table with its filters, the trace of a figure, pictures, cut-off, estimate against final."""

from typing import Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tongket.files.consolidated import consolidated_workbook
from tongket.server.actions import results as actions
from tongket.server.actions.rights import rights
from tongket.server.jobs import consolidating
from tongket.server.records.models import JobKind
from tongket.server.records.queries.adjustments import adjustments
from tongket.server.records.queries.jobs import job_of, running
from tongket.server.records.queries.results import Reckoned, has_figures, has_final, reckoned, turnout
from tongket.server.web.language import spoken
from tongket.server.web.names import org_unit_name
from tongket.server.web.results import pictures, summary
from tongket.server.web.results.changes import shown_changes
from tongket.server.web.results.filters import BASIS_NAMES, Wanted, choices, query_of
from tongket.server.web.results.table import shown_table
from tongket.server.web.results.tracing import traced
from tongket.server.web.saving import attachment
from tongket.server.web.visit import Visit, visit
from tongket.server.web.work import work_answer, work_of
from tongket.words import Text

_DONE: Final = Text(
    "Đã tổng hợp {count} hồ sơ.", "Сведено комплектов материалов: {count}.", "{count} dossiers were consolidated."
)
_CUT: Final = Text("Đã chốt số liệu.", "Данные зафиксированы.", "The figures were cut off.")


@require_GET
def results(request: HttpRequest, book: str) -> HttpResponse:
    """Show the consolidated table as the person may see it, what stood out, and the pictures."""
    found, wanted = visit(request), Wanted.asked(request.GET)
    one = _reckoned(found, wanted)
    material = one.material(spoken())
    rows = wanted.rows(material)
    shown = {
        "wanted": wanted,
        "basis": one.basis,
        "bases": tuple((kind.value, name) for kind, name in BASIS_NAMES.items()),
        "choices": choices(material, wanted),
        "cut_off_line": summary.cut_off_line(material, turnout(found.book, one.basis)),
        "table": shown_table(material, rows),
        "is_empty": not has_figures(one),
        "lists": summary.lists(material, rows),
        "doings": summary.doings(material),
        "milestone_title": summary.milestone_title(material),
        "milestone_heads": summary.milestone_heads(material),
        "milestones": tuple(summary.milestones(material)),
        "pictures": tuple(pictures.pictures(one, spoken())),
        "looks": pictures.SOURCES,
        "query": query_of(basis=one.basis),
        "work": work_of(running(found.book, JobKind.CONSOLIDATE, found.actor.at), found),
    }
    return render(request, "results/results.html", shown | _after_cut(found))


def _after_cut(found: Visit) -> dict[str, object]:
    verbs = rights().verbs
    named = [
        (one, org_unit_name(found.year, one.org_unit, spoken()) if one.org_unit else "", verbs[one.verb].label)
        for one in adjustments(found.book, party=found.actor.party)
    ]
    return {
        "adjustments": named,
        "may_consolidate": found.may("results.consolidate"),
        "may_cut_off": found.may("results.cut_off") and found.book.cut_at is None,
    }


@require_GET
def workbook(request: HttpRequest, book: str) -> HttpResponse:
    """Send the consolidated table as a workbook: exactly what the person may see."""
    one = _reckoned(visit(request), Wanted.asked(request.GET))
    parts = (one.occasion, one.year.organisation, one.year.plan, one.results, one.year.words)
    return attachment(f"{book}-{one.basis}.xlsx", consolidated_workbook(*parts, spoken()))


@require_GET
def trace(request: HttpRequest, book: str) -> HttpResponse:
    """Show where a figure comes from: as a page, or as the content of the drawer."""
    found = visit(request)
    one = _reckoned(found, Wanted.asked(request.GET))
    told = traced(found.book, one, request.GET.get("address", ""), spoken())
    template = "results/part_trace.html" if request.headers.get("HX-Request") else "results/trace.html"
    return render(request, template, {"trace": told, "query": query_of(basis=one.basis)})


@require_GET
def chart(request: HttpRequest, book: str, number: int, look: str) -> HttpResponse:
    """Send a picture; the browser keeps it and asks each time whether it still holds, since people share machines."""
    one = _reckoned(visit(request), Wanted.asked(request.GET))
    mark = f'"{one.mark}-{spoken()}-{number}-{look}"'
    if request.headers.get("If-None-Match") == mark:
        return _kept(HttpResponse(status=304), mark)
    drawn = pictures.drawn(one, spoken(), number, look)
    if drawn is None:
        raise Http404
    return _kept(HttpResponse(drawn, content_type="image/svg+xml"), mark)


def _kept(answer: HttpResponse, mark: str) -> HttpResponse:
    answer.headers["ETag"] = mark
    answer.headers["Cache-Control"] = "private, no-cache"
    answer.headers["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; font-src data:"
    return answer


@require_GET
def compare(request: HttpRequest, book: str) -> HttpResponse:
    """Show what the final figures changed against the estimate."""
    found = visit(request)
    one = reckoned(found.book, party=found.actor.party)
    told = shown_changes(found.book, one, spoken(), party=found.actor.party) if has_final(one) else None
    return render(request, "results/compare.html", {"changes": told})


@require_POST
def consolidate(request: HttpRequest, book: str) -> HttpResponse:
    """Begin the consolidation; the page tells how far it is."""
    found = visit(request)
    job = consolidating.begin(actor=found.actor, book=found.book)
    return redirect("results_job", book=book, job=job.pk)


@require_GET
def job(request: HttpRequest, book: str, job: int) -> HttpResponse:
    """Tell how far the consolidation is; when it is done, lead back to the table."""
    found = visit(request)
    one = job_of(found.book, JobKind.CONSOLIDATE, job)
    if one is None:
        raise Http404
    done = _DONE.fill(count=str(one.result.get("dossiers", 0)))
    return work_answer(request, found, one, "results", done)


@require_http_methods(["GET", "POST"])
def cut_off(request: HttpRequest, book: str) -> HttpResponse:
    """Ask whether the figures are to be cut off, and do it."""
    found = visit(request)
    if request.method == "GET":
        template = "results/part_cut_off.html" if request.headers.get("HX-Request") else "results/cut_off.html"
        return render(request, template, {"at": found.actor.at})
    actions.cut_off(actor=found.actor, book=found.book)
    messages.success(request, _CUT.to(spoken()))
    return redirect("results", book=book)


def _reckoned(found: Visit, wanted: Wanted) -> Reckoned:
    return reckoned(found.book, party=found.actor.party, basis=wanted.basis)
