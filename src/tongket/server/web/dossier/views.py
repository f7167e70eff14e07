"""The pages of dossiers that are only looked at: the list, the dossier, its print, its files, its receipt."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from tongket.dossier.foreign.wording import COLUMN_NAMES
from tongket.dossier.form_words import SECTION_NAMES
from tongket.server.actions.rights import Where, rights
from tongket.server.records import blobs
from tongket.server.records.models import DossierCase
from tongket.server.records.queries import filing
from tongket.server.records.queries.dossiers import case_of
from tongket.server.web.dossier.asked import NOT_OPEN, case_asked
from tongket.server.web.dossier.figures import columns_of, figure_parts
from tongket.server.web.dossier.history import FileShown
from tongket.server.web.dossier.listing import lines
from tongket.server.web.dossier.page import DossierPage, dossier_seen, form_seen, page_of, party_is_asked
from tongket.server.web.dossier.position import extended, held_by, label_of, lateness, not_filed, overdue, tone_of
from tongket.server.web.dossier.receipt import receipt
from tongket.server.web.language import spoken
from tongket.server.web.names import org_unit_name
from tongket.server.web.saving import attachment
from tongket.server.web.visit import Visit, visit


@require_GET
def dossiers(request: HttpRequest, book: str) -> HttpResponse:
    """Lead a unit's people to their own dossier; show those who gather them all of the year."""
    found = visit(request)
    if _is_of_a_unit(found):
        return redirect("dossier", book=book, org_unit=found.actor.standing.org_unit)
    shown = lines(found)
    came = len(shown) - not_filed([one.case for one in shown])
    return render(request, "dossier/dossiers.html", {"lines": shown, "came": came, "not_open": NOT_OPEN})


def _is_of_a_unit(found: Visit) -> bool:
    own = next(right for right in rights().verbs["dossier.see"].rights if right.where is Where.OWN)
    return found.actor.role in own.roles and case_of(found.book, found.actor.standing.org_unit) is not None


def dossier(request: HttpRequest, book: str, org_unit: str, pk: int = 0) -> HttpResponse:
    """Show the dossier of an org unit."""
    found, case = visit(request), case_of(visit(request).book, org_unit)
    if case is None:
        return render(request, "dossier/not_open.html", {"not_open": NOT_OPEN, "org_unit": org_unit}, status=404)
    return render(request, "dossier/dossier.html", context_of(found, case, page_of(found, case)))


def context_of(found: Visit, case: DossierCase, page: DossierPage) -> dict[str, object]:
    """Return what the templates of a dossier are given."""
    return {
        "page": page,
        "case": case,
        "name": org_unit_name(found.year, case.org_unit, spoken()),
        "state_label": label_of(case),
        "tone": tone_of(case),
        "held_by": held_by(found, case),
        "lateness": lateness(case, found.actor.at),
        "extended": extended(case),
        "overdue": overdue(case, found.actor.at),
        "columns": [COLUMN_NAMES[column] for column in columns_of(page.form)],
        "today": found.day,
        "is_own": found.actor.standing.org_unit == case.org_unit,
    }


@require_GET
def dossier_print(request: HttpRequest, book: str, org_unit: str) -> HttpResponse:
    """Show what was kept last the way it is read on paper."""
    found, case = visit(request), case_asked(request, org_unit)
    page = page_of(found, case)
    if page.latest is None:
        raise Http404
    said = dossier_seen(found, page.latest)
    words = [(SECTION_NAMES[section], [one for one in said.narratives if one.section is section])
             for section in SECTION_NAMES]  # fmt: skip
    given = {
        **context_of(found, case, page),
        "figures": figure_parts(form_seen(found, case), said),
        "narratives": [(name, paragraphs) for name, paragraphs in words if paragraphs],
        "listed": said.evidence,
    }
    return render(request, "dossier/print.html", given)


@require_GET
def dossier_file(request: HttpRequest, book: str, org_unit: str, digest: str) -> HttpResponse | FileResponse:
    """Give a file of the dossier, always as an attachment and never as anything a browser would run."""
    found, case = visit(request), case_asked(request, org_unit)
    name = filing.file_named(case, digest, party=found.actor.party, party_is_asked=party_is_asked(case))
    if name is None:
        raise Http404
    return attachment(name, blobs.content_of(digest))


@require_GET
def dossier_receipt(request: HttpRequest, book: str, org_unit: str) -> HttpResponse:
    """Give the receipt of what was sent last."""
    found, case = visit(request), case_asked(request, org_unit)
    page = page_of(found, case)
    if not page.receipt or page.latest is None:
        raise Http404
    files: tuple[FileShown, ...] = page.history[0].files
    return attachment(f"bien-nhan-{page.receipt}.pdf", receipt(found.year, page.latest, files, spoken()))
