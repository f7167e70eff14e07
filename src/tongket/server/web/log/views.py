"""The page of the log with its filter, fifty events a page, and the archive of a dossier for an audit."""

import datetime as dt
from typing import Any, Final

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST

from tongket.server.actions.auditing import note_export
from tongket.server.actions.rights import rights
from tongket.server.records.queries.activity import Wanted, events, people_seen, verbs_used
from tongket.server.records.queries.dossiers import cases
from tongket.server.web.checking.views import case_or_404
from tongket.server.web.forms import number_of
from tongket.server.web.language import spoken
from tongket.server.web.log.archive import archive_of
from tongket.server.web.log.sentences import line
from tongket.server.web.names import org_unit_name
from tongket.server.web.saving import attachment
from tongket.server.web.visit import Visit, visit

PAGE: Final = 50


@require_GET
def log(request: HttpRequest, book: str) -> HttpResponse:
    """Show what was done in the year, the newest first."""
    here = visit(request)
    wanted = _wanted(request)
    page = Paginator(events(here.book, party=here.actor.party, wanted=wanted), PAGE).get_page(request.GET.get("page"))
    kept = request.GET.copy()
    kept.pop("page", None)
    context = {
        "lines": [line(one, party=here.actor.party) for one in page],
        "page": page,
        "wanted": wanted,
        "query": kept.urlencode(),
        "filtered": wanted != Wanted(),
        **_choices(here),
    }
    return render(request, "log/log.html", context)


@require_POST
def log_export(request: HttpRequest, book: str, org_unit: str) -> HttpResponse:
    """Download one archive of a dossier: index, versions, files, events. Taking it out is noted in the log first."""
    here = visit(request)
    case = case_or_404(here, org_unit)
    note_export(actor=here.actor, case=case)
    content = archive_of(case, here.year, party=here.actor.party, at=here.actor.at)
    return attachment(f"ho-so-kiem-tra-{org_unit}-{case.period}.zip", content)


def _choices(here: Visit) -> dict[str, Any]:
    units = dict.fromkeys(one.org_unit for one in cases(here.book))
    labels = rights().verbs
    return {
        "units": [(code, org_unit_name(here.year, code, spoken())) for code in units],
        "exported": [
            (code, org_unit_name(here.year, code, spoken())) for code in units if here.may("log.export", code)
        ],
        "verbs": [
            (verb, labels[verb].label.to(spoken()) if verb in labels else verb)
            for verb in verbs_used(here.book, party=here.actor.party)
        ],
        "people": people_seen(here.book, party=here.actor.party),
    }


def _wanted(request: HttpRequest) -> Wanted:
    """Read the filter; what makes no sense is as if not asked."""
    person = request.GET.get("person", "")
    return Wanted(
        request.GET.get("org_unit", ""),
        request.GET.get("verb", ""),
        number_of(person),
        _day(request.GET.get("first", "")),
        _day(request.GET.get("last", "")),
    )


def _day(text: str) -> dt.date | None:
    try:
        found = dt.date.fromisoformat(text) if text else None
    except ValueError:
        return None
    return found if found and dt.MINYEAR < found.year < dt.MAXYEAR else None  # no clock has a midnight at either end
