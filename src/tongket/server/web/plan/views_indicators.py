"""Chỉ tiêu: the table of indicators, by part of the dossier and by a word sought."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from tongket.server.records.queries.seen import year_seen
from tongket.server.web.forms import text_of
from tongket.server.web.language import spoken
from tongket.server.web.plan.indicators import groups_of, indicator_rows
from tongket.server.web.visit import visit


@require_GET
def indicators(request: HttpRequest, book: str) -> HttpResponse:
    """Show the indicators; those of the Party do not exist for who has no right to Party pages."""
    found = visit(request)
    plan = year_seen(found.book, party=found.actor.party, with_dossiers=False).plan
    given = request.GET.dict()
    group, sought = text_of(given, "group"), text_of(given, "sought")
    page = {
        "rows": indicator_rows(plan, group, sought, spoken()),
        "groups": groups_of(plan, spoken()),
        "group": group,
        "sought": sought,
        "all": len(plan.indicators),
        "may_import": found.may("plan.import"),
    }
    return render(request, "plan/indicators.html", page)
