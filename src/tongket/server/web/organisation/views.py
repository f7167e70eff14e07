"""Đơn vị, nhân sự: the tree of a day, one org unit, and changes with what they do before they are stored."""

import datetime as dt
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse

from tongket.organisation import OrgUnitKind
from tongket.server.actions.organisation import ChangeOf, change_register, outlook
from tongket.server.web.forms import read_day, revision_of
from tongket.server.web.language import spoken
from tongket.server.web.names import end_of
from tongket.server.web.organisation.forms import FORMS, change_of
from tongket.server.web.organisation.rows import shown_rows
from tongket.server.web.organisation.tree import Node, Reader
from tongket.server.web.visit import Visit, visit
from tongket.words import Refused, Text, errors_in
from tongket.yearbook.choices import CHOICES

_STORED = Text(
    "Đã ghi thay đổi, có hiệu lực từ ngày {day}.",
    "Изменение сохранено и действует с {day}.",
    "The change was stored; it holds from {day}.",
)


def organisation(request: HttpRequest, book: str) -> HttpResponse:
    """Show the tree as of a day, what changed when, and the groupings."""
    found = visit(request)
    day = _day(request, found)
    reader = Reader(found.year, day, spoken())
    page = {
        "day": day,
        "tree": reader.tree(),
        "groups": reader.groups(),
        "happenings": reader.happenings(),
        "may_change": found.may("organisation.change"),
        "forms": [(one.of.value, one.title) for one in FORMS.values()],
    }
    return render(request, "organisation/organisation.html", page)


def org_unit_page(request: HttpRequest, book: str, org_unit: str) -> HttpResponse:
    """Show one org unit: what it is on a day, its history, those below it, its people, its dossier."""
    found = visit(request)
    day = _day(request, found)
    sheet = Reader(found.year, day, spoken()).sheet(org_unit)
    if sheet is None:
        raise Http404
    page = {
        "day": day,
        "sheet": sheet,
        "dossier": _dossier_of(found, org_unit),
        "may_change": found.may("organisation.change", org_unit),
        "forms": [(one.of.value, one.title) for one in FORMS.values() if one.of is not ChangeOf.OPEN],
    }
    return render(request, "organisation/org_unit.html", page)


def change(request: HttpRequest, book: str, of: str) -> HttpResponse:
    """Ask for a change, show what it would do, and store it when that was looked at."""
    found = visit(request)
    asked = FORMS.get(ChangeOf(of)) if of in set(ChangeOf) else None
    if asked is None:
        raise Http404
    if request.method != "POST":
        return _form(request, found, asked.of, request.GET)
    try:
        wanted = change_of(asked.of, request.POST)
        seen = outlook(found.book, wanted)
        if request.POST.get("step") == "store":
            revision = revision_of(request.POST.dict())
            change_register(actor=found.actor, book=found.book, change=wanted, revision=revision)
            messages.success(request, _STORED.to(spoken()).format(day=f"{wanted.day:%d/%m/%Y}"))
            return redirect(f"{reverse('organisation', args=[book])}?day={wanted.day.isoformat()}")
    except Refused as refusal:
        return _form(request, found, asked.of, request.POST, refusal=refusal)
    more = {
        "rows": shown_rows(seen.rows, spoken()),
        "findings": [(one.severity.label, one.severity.value, one.sentence(spoken())) for one in seen.findings],
        "blocked": bool(errors_in(seen.findings)),
        "given": list(_hidden(request.POST)),
        "query": urlencode(list(_hidden(request.POST))),
        "revision": found.book.revision,
        "asked": asked,
        "day": wanted.day,
    }
    return render(request, "organisation/preview.html", more)


def _form(
    request: HttpRequest, found: Visit, of: ChangeOf, given: QueryDict, refusal: Refused | None = None
) -> HttpResponse:
    reader = Reader(found.year, end_of(found.year), spoken())
    page = {
        "asked": FORMS[of],
        "given": given,
        "others": given.getlist("others"),
        "refusal": refusal.sentence if refusal else None,
        "org_units": list(_flat(reader.tree())),
        "kinds": [(one.value, CHOICES[OrgUnitKind][one]) for one in OrgUnitKind],
    }
    return render(request, "organisation/change.html", page, status=400 if refusal else 200)


def _flat(nodes: tuple[Node, ...], depth: int = 0) -> "list[tuple[Node, str]]":
    listed: list[tuple[Node, str]] = []
    for node in nodes:
        listed.append((node, " " * depth))
        listed += _flat(node.below, depth + 1)
    return listed


def _hidden(given: QueryDict) -> "list[tuple[str, str]]":
    kept = (name for name in given if name not in {"csrfmiddlewaretoken", "step", "revision"})
    return [(name, str(value)) for name in kept for value in given.getlist(name)]


def _day(request: HttpRequest, found: Visit) -> dt.date:
    """The day asked for; else the day of the visit where it lies in the year, else the year's last."""
    last = end_of(found.year)
    return read_day(request.GET.get("day", "")) or (found.day if found.day.year == last.year else last)


def _dossier_of(found: Visit, org_unit: str) -> str:
    """The address of the org unit's dossier, where there is such a page and the person may see it."""
    if not found.may("dossier.see", org_unit):
        return ""
    try:
        return reverse("dossier", kwargs={"book": found.book.slug, "org_unit": org_unit})
    except NoReverseMatch:
        return ""
