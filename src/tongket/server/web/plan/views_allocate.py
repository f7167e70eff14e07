"""Phân bổ từ tổng: choose a total and how it is divided, look at what each part gets, write it into the proposal."""

from typing import Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode

from tongket.figures import Amount
from tongket.plan import Target, proposal_of
from tongket.server.actions.plan.assigning import restate
from tongket.server.records.queries.seen import year_seen
from tongket.server.web.forms import revision_of, text_of
from tongket.server.web.language import spoken
from tongket.server.web.plan.dividing import METHODS, Division, divided, totals_of
from tongket.server.web.visit import visit
from tongket.words import Refused, Text

_LINE: Final = Text("Tuyến kế hoạch", "Линия плана", "Plan line")
_VERSION: Final = Text("Bản kế hoạch", "Версия плана", "Version")
_WRITTEN: Final = Text(
    "Đã ghi kết quả phân bổ vào bản đề xuất.",
    "Распределение записано в предложение.",
    "The division was written into the proposal.",
)


def allocate(request: HttpRequest, book: str) -> HttpResponse:
    """Divide a total of a proposal."""
    found = visit(request)
    source = request.POST if request.method == "POST" else request.GET
    given = {name: str(value) for name, value in source.dict().items()}
    line, version = text_of(given, "line", _LINE), text_of(given, "version", _VERSION)
    year = year_seen(found.book, party=found.actor.party, with_dossiers=False)
    waiting = proposal_of(year.plan, line)
    back = f"{reverse('plan', args=[book])}?{urlencode({'line': line, 'version': version})}"
    if waiting is None or waiting.version != version:
        return redirect(back)
    division: Division | None = None
    refused: Text | None = None
    try:
        if request.method == "POST":
            division = divided(year, line, version, given, spoken())
            if given.get("step") == "write":
                restate(
                    actor=found.actor,
                    book=found.book,
                    line=line,
                    version=version,
                    targets=_targets(line, version, division),
                    revision=revision_of(given),
                )
                messages.success(request, _WRITTEN.to(spoken()))
                return redirect(back)
    except Refused as refusal:
        if type(refusal).__module__.endswith("refusals"):  # rights and states have pages of their own
            raise
        refused = refusal.sentence
    page = {
        "back": back,
        "given": given,
        "totals": totals_of(year, line, version, spoken()),
        "methods": [(one.value, label) for one, label in METHODS.items()],
        "indicators": [(one.code, one.name) for one in year.plan.indicators],
        "division": division,
        "refused": refused,
        "revision": found.book.revision,
    }
    return render(request, "plan/allocate.html", page, status=400 if refused else 200)


def _targets(line: str, version: str, division: Division) -> list[Target]:
    rows = ((one.key, one.value) for one in division.parts)
    return [Target(line, version, key[0], key[1], key[3], key[2], Amount.of(value)) for key, value in rows]
