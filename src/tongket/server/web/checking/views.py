"""Kiểm tra hồ sơ: left the org units, right one dossier; what is downloaded from there."""

import io
import zipfile
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from tongket.dossier.states import DossierState
from tongket.server.actions.acting import may
from tongket.server.actions.dossier.subjects import subject_of
from tongket.server.records import blobs
from tongket.server.records.models import DossierCase, DossierVersion
from tongket.server.records.queries.dossiers import case_of, state_label, state_of
from tongket.server.records.queries.lateness import lateness
from tongket.server.records.queries.marking import marked_files
from tongket.server.records.queries.versions import shown, withdrawn
from tongket.server.web.checking.page import file_of, page_of
from tongket.server.web.checking.units import after, cases_seen, unfiled, unit_lines
from tongket.server.web.checking.words import confirmation, days_text, of_lead, words_of
from tongket.server.web.desk.views import TONES
from tongket.server.web.language import spoken
from tongket.server.web.names import org_unit_name
from tongket.server.web.saving import attachment
from tongket.server.web.visit import Visit, visit


@require_GET
def checking(request: HttpRequest, book: str) -> HttpResponse:
    """Lead to the first dossier that waits for this person, or say that none does."""
    here = visit(request)
    found = cases_seen(here)
    lines = unit_lines(here, found)
    first = next((one for one in lines if one.waits), None)
    if first:
        return redirect("checking_dossier", book=book, org_unit=first.code)
    return render(request, "checking/nothing.html", {**_left(here, found), "lines": lines})


@require_GET
def checking_dossier(request: HttpRequest, book: str, org_unit: str) -> HttpResponse:
    """Show one dossier to those who check it."""
    here = visit(request)
    case = case_or_404(here, org_unit)
    found = cases_seen(here)
    lines = unit_lines(here, found, org_unit)
    version = shown(case)
    context = {**_left(here, found), **_right(here, case), "lines": lines, "next_unit": after(lines, org_unit)}
    if version:
        context |= _dossier(here, case, version)
    return render(request, "checking/checking.html", context)


@require_GET
def checking_marked(request: HttpRequest, book: str, org_unit: str) -> HttpResponse:
    """Download the unit's workbook with findings and remarks at their cells; several come as one archive."""
    here = visit(request)
    version = version_or_404(case_or_404(here, org_unit))
    files = marked_files(version, party=here.actor.party, language=spoken())
    if not files:
        raise Http404
    if len(files) == 1:
        [(name, content)] = files
        return attachment(f"danh-dau-{name}", content)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(f"danh-dau-{name}", content)
    return attachment(f"danh-dau-{org_unit}.zip", packed.getvalue())


@require_GET
def checking_file(request: HttpRequest, book: str, org_unit: str, file: int) -> HttpResponse:
    """Download a file of the dossier that is checked; `file` 0 is the scan of the letter."""
    here = visit(request)
    case = case_or_404(here, org_unit)
    if file == 0:
        letter = getattr(case, "cover_letter", None)
        if letter is None or letter.scan_id is None:
            raise Http404
        return attachment(letter.scan_name, blobs.content_of(letter.scan_id))
    found = file_of(version_or_404(case), file, party=here.actor.party)
    if found is None:
        raise Http404
    return attachment(found.name, blobs.content_of(found.blob_id))


def case_or_404(here: Visit, org_unit: str) -> DossierCase:
    """Return the dossier of an org unit at the stage opened last. Raises Http404."""
    case = case_of(here.book, org_unit)
    if case is None:
        raise Http404
    return case


def version_or_404(case: DossierCase) -> DossierVersion:
    """Return the version a checker looks at. Raises Http404 while nothing was sent."""
    version = shown(case)
    if version is None:
        raise Http404
    return version


def _left(here: Visit, found: tuple[DossierCase, ...]) -> dict[str, Any]:
    waiting = unfiled(found)
    left = [days for one in waiting if (days := lateness(one, here.actor.at).days_left) is not None]
    overdue = any(lateness(one, here.actor.at).is_late for one in waiting)
    may_remind = any(here.may("dossier.remind", one.org_unit) for one in waiting)
    return {
        "unfiled": len(waiting),
        "days_left": min(left, default=None),
        "overdue": overdue,
        "may_remind": may_remind,
    }


def _right(here: Visit, case: DossierCase) -> dict[str, Any]:
    subject, state = subject_of(case), state_of(case)
    is_lead = case.org_unit == here.book.lead_org_unit
    may_decide = here.may("dossier.accept", case.org_unit)
    return {
        "case": case,
        "unit_name": org_unit_name(here.year, case.org_unit, spoken()),
        "state_name": state_label(case).to(spoken()),
        "state_tone": TONES[state],
        "days": days_text(case, here.actor.at),
        "lateness": lateness(case, here.actor.at),
        "withdrawn": withdrawn(case),
        "is_submitted": state is DossierState.SUBMITTED,
        "of_lead": of_lead(here.book, here.year) if is_lead and not may_decide else "",
        "own": case.org_unit == here.actor.account.org_unit and not is_lead,
        "may_accept": may(here.actor, "dossier.accept", subject),
        "may_return": may(here.actor, "dossier.return", subject),
        "may_remark": may(here.actor, "dossier.remark", subject),
        "may_reopen": may(here.actor, "dossier.reopen", subject),
        "may_extend": may(here.actor, "dossier.extend", subject),
        "words": words_of(here.book),
    }


def _dossier(here: Visit, case: DossierCase, version: DossierVersion) -> dict[str, Any]:
    page = page_of(version, here.year, party=here.actor.party)
    name = org_unit_name(here.year, case.org_unit, spoken())
    return {
        "page": page,
        "remarks_at": page.remarks_at,
        "letter": getattr(case, "cover_letter", None),
        "confirmation": confirmation(here.book, name, page.explained),
        "objections": tuple(version.objections.all()),
        "consents": [one.org_unit for one in version.consents.all()],
    }
