"""Giao kế hoạch: lines and versions, the grid with its live check, proposing, assigning, acknowledging, comparing."""

from typing import Any, Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_GET, require_POST

from tongket.plan import CannotPropose, PlanLine, UnknownVersion, proposal_of
from tongket.server.actions.faults import Faulty
from tongket.server.actions.plan import assigning
from tongket.server.actions.refusals import Absent
from tongket.server.records.queries.seen import year_seen
from tongket.server.web.forms import day_of, revision_of, text_of
from tongket.server.web.language import spoken
from tongket.server.web.plan.assuming import read_assumptions
from tongket.server.web.plan.comparing import compared
from tongket.server.web.plan.entries import Entries, read_entries
from tongket.server.web.plan.grid import Asked, Grid, with_typed
from tongket.server.web.plan.lines import chosen, shown_versions
from tongket.server.web.plan.page import asked_of, page_of
from tongket.server.web.refusals import NOT_FOUND
from tongket.server.web.visit import Visit, visit
from tongket.words import Refused, Text

_SAVED: Final = Text("Đã lưu bản đề xuất.", "Предложение сохранено.", "The proposal was saved.")
_DROPPED: Final = Text("Đã bỏ bản đề xuất.", "Предложение снято.", "The proposal was dropped.")
_ASSIGNED: Final = Text(
    "Đã giao kế hoạch theo văn bản {document}. Các đơn vị cần xác nhận đã nhận.",
    "План утверждён документом {document}. Организации должны подтвердить получение.",
    "The plan was assigned by {document}. The org units are to acknowledge it.",
)
_RECEIVED: Final = Text("Đã xác nhận nhận kế hoạch.", "Получение плана подтверждено.", "The plan was acknowledged.")
_LINE_ADDED: Final = Text("Đã thêm tuyến kế hoạch.", "Линия плана добавлена.", "The plan line was added.")
_LINE: Final = Text("Tuyến kế hoạch", "Линия плана", "Plan line")
_VERSION: Final = Text("Bản kế hoạch", "Версия плана", "Version")
_CODE: Final = Text("Mã tuyến", "Код линии", "Line code")
_NAME: Final = Text("Tên tuyến kế hoạch", "Название линии", "Name of the line")
_DAY: Final = Text("Ngày văn bản", "Дата документа", "Date of the document")
_UNREAD: Final = Text(
    "Có {count} ô không đọc được; câu giải thích đứng dưới từng ô. Chưa lưu.",
    "Не прочитано ячеек: {count}; пояснение под каждой. Не сохранено.",
    "{count} cells cannot be read; the reason stands below each. Not saved.",
)


@require_GET
def plan(request: HttpRequest, book: str) -> HttpResponse:
    """Show a version of a plan line."""
    return render(request, "plan/plan.html", page_of(visit(request), request.GET.dict()))


@require_POST
def add_line(request: HttpRequest, book: str) -> HttpResponse:
    """Add the line of an authority."""
    found = visit(request)
    given = _given(request)
    name = Text(text_of(given, "name", _NAME), text_of(given, "name_ru"), text_of(given, "name_en"))
    line = PlanLine(text_of(given, "code", _CODE), name, Text(text_of(given, "authority")))
    assigning.add_line(actor=found.actor, book=found.book, line=line)
    messages.success(request, _LINE_ADDED.to(spoken()))
    return _to(book, line.code)


@require_POST
def propose(request: HttpRequest, book: str) -> HttpResponse:
    """Lay a proposal over a line."""
    found = visit(request)
    line = text_of(_given(request), "line", _LINE)
    return _to(book, line, assigning.propose_version(actor=found.actor, book=found.book, line=line))


@require_POST
def check(request: HttpRequest, book: str) -> HttpResponse:
    """Answer while somebody types: the lines under the totals, and what cannot be read."""
    found = visit(request)
    given = _given(request)
    line, version = text_of(given, "line", _LINE), text_of(given, "version", _VERSION)
    entries = _entries(found, line, version, given)
    asked = asked_of(found, given)
    parts = _typed_grid(found, line, version, asked, given)
    return render(
        request, "plan/part_checks.html", {"parts": parts, "taken": given, "wrong": entries.wrong, "oob": True}
    )


@require_POST
def save(request: HttpRequest, book: str) -> HttpResponse:
    """Keep what was typed into a proposal, or show it again with what is wrong."""
    found = visit(request)
    given = _given(request)
    line, version = text_of(given, "line", _LINE), text_of(given, "version", _VERSION)
    entries = _entries(found, line, version, given)
    if entries.wrong:
        count = str(len(entries.wrong))
        return _again(request, found, given, _UNREAD.fill(count=count), dict(entries.wrong))
    granted = read_assumptions(found.year.plan, line, version, given, spoken())
    if granted.wrong:
        return _again(request, found, given, granted.wrong, {})
    try:
        assigning.restate(
            actor=found.actor,
            book=found.book,
            line=line,
            version=version,
            targets=entries.targets,
            without=entries.without,
            assumptions=granted.rows,
            revision=revision_of(given),
        )
    except Faulty as refused:
        return _again(request, found, given, refused.sentence, {}, refused)
    messages.success(request, _SAVED.to(spoken()))
    return _to(book, line, version, given)


@require_POST
def drop(request: HttpRequest, book: str) -> HttpResponse:
    """Take a proposal back."""
    found = visit(request)
    given = _given(request)
    line, version = text_of(given, "line", _LINE), text_of(given, "version", _VERSION)
    assigning.drop_proposal(actor=found.actor, book=found.book, line=line, version=version)
    messages.success(request, _DROPPED.to(spoken()))
    return _to(book, line)


def assign(request: HttpRequest, book: str) -> HttpResponse:
    """Ask for document, date and reason, and put a proposal in force."""
    found = visit(request)
    given = _given(request) if request.method == "POST" else request.GET.dict()
    line, version = text_of(given, "line", _LINE), text_of(given, "version", _VERSION)
    if request.method != "POST":
        return _assign_form(request, found, line, version, given)
    try:
        document = text_of(given, "document")
        on = day_of(given, "on", _DAY) if text_of(given, "on") else None
        assigning.assign(
            actor=found.actor,
            book=found.book,
            line=line,
            version=version,
            document=document,
            on=on,
            reason=text_of(given, "reason"),
            revision=revision_of(given),
        )
    except (Faulty, CannotPropose) as refused:
        return _assign_form(request, found, line, version, given, refused)
    except Refused as refused:
        if type(refused) is not Refused:  # rights and states have pages of their own
            raise
        return _assign_form(request, found, line, version, given, refused)
    messages.success(request, _ASSIGNED.to(spoken()).format(document=document))
    return _to(book, line, version)


@require_POST
def acknowledge(request: HttpRequest, book: str, org_unit: str) -> HttpResponse:
    """Record that the person's org unit has received the version in force."""
    found = visit(request)
    given = _given(request)
    line, version = text_of(given, "line", _LINE), text_of(given, "version", _VERSION)
    assigning.acknowledge(actor=found.actor, book=found.book, line=line, version=version, org_unit=org_unit)
    messages.success(request, _RECEIVED.to(spoken()))
    return _to(book, line, version)


@require_GET
def compare(request: HttpRequest, book: str) -> HttpResponse:
    """Show what stands otherwise in one version than in another, with the reason for each change."""
    found = visit(request)
    year = year_seen(found.book, party=found.actor.party, with_dossiers=False)
    shown = chosen(year.plan, request.GET.dict(), spoken())
    codes = [one.code for one in shown.versions] if shown else []
    one = request.GET.get("one", "") if request.GET.get("one") in codes else (codes[-2] if len(codes) > 1 else "")
    other = request.GET.get("other", "") if request.GET.get("other") in codes else (codes[-1] if codes else "")
    table = compared(year, shown.line.code, one, other, spoken()) if shown and one and other else None
    page = {"chosen": shown, "one": one, "other": other, "table": table}
    return render(request, "plan/compare.html", page)


def _assign_form(
    request: HttpRequest, found: Visit, line: str, version: str, given: dict[str, str], refused: Refused | None = None
) -> HttpResponse:
    year = year_seen(found.book, party=found.actor.party, with_dossiers=False)
    waiting = proposal_of(year.plan, line)
    if waiting is None or waiting.version != version:
        return _to(found.book.slug, line, version)
    weakened = assigning.weakened_by(year.plan, line, version)
    name = next(one.name for one in shown_versions(year.plan, line, spoken()) if one.code == version)
    page = {
        "line": next(one for one in year.plan.plan_lines if one.code == line),
        "version": version,
        "name": name,
        "given": given,
        "weakened": len(weakened),
        "refused": refused.sentence if refused else None,
        "findings": [one.sentence(spoken()) for one in refused.findings] if isinstance(refused, Faulty) else [],
        "revision": found.book.revision,
    }
    return render(request, "plan/assign.html", page, status=400 if refused else 200)


def _again(
    request: HttpRequest,
    found: Visit,
    given: dict[str, str],
    sentence: Text,
    wrong: dict[str, str],
    faulty: Faulty | None = None,
) -> HttpResponse:
    page = page_of(found, given)
    page["parts"] = with_typed(
        _typed_grid(found, given["line"], given["version"], asked_of(found, given), given), given, wrong
    )
    page |= {"refused": sentence, "given": given, "taken": given, "wrong": wrong}
    page["findings"] = [one.sentence(spoken()) for one in faulty.findings] if faulty else []
    return render(request, "plan/plan.html", page, status=400)


def _typed_grid(found: Visit, line: str, version: str, asked: Asked, given: dict[str, str]) -> Any:
    """The grid as it would be with what was typed, so that its totals are checked as they stand on the page."""
    from dataclasses import replace

    year = year_seen(found.book, party=found.actor.party, with_dossiers=False)
    entries = read_entries(year, line, version, given, spoken())
    return Grid(replace(year, plan=entries.plan), line, version, asked, spoken()).parts()


def _given(request: HttpRequest) -> dict[str, str]:
    return {name: str(value) for name, value in request.POST.dict().items()}


def _entries(found: Visit, line: str, version: str, given: dict[str, str]) -> Entries:
    """Read what was typed. Raises Absent for a version that the line does not have."""
    year = year_seen(found.book, party=found.actor.party, with_dossiers=False)
    try:
        return read_entries(year, line, version, given, spoken())
    except UnknownVersion:
        raise Absent(NOT_FOUND) from None


def _to(book: str, line: str, version: str = "", given: dict[str, str] | None = None) -> HttpResponseRedirect:
    asked = {"line": line, "version": version, **{n: v for n, v in (given or {}).items() if n in {"of", "period"}}}
    return redirect(f"{reverse('plan', args=[book])}?{urlencode({n: v for n, v in asked.items() if v})}")
