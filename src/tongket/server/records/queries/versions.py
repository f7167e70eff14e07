"""The versions of a dossier as those who check it count them: what was sent, and what was sent before that."""

from tongket.dossier.states import DossierState
from tongket.server.records.models import AuditEvent, DossierCase, DossierVersion


def shown(case: DossierCase) -> DossierVersion | None:
    """Return the version a checker looks at: the one sent last; while the unit works on another, still that one."""
    found = case.versions.select_related("case__book").filter(submitted_at__isnull=False)
    return found.order_by("-number").first()


def sent_before(version: DossierVersion) -> DossierVersion | None:
    """Return the version that was sent before this one; None for the first."""
    sent = DossierVersion.objects.select_related("case__book").filter(case=version.case_id, submitted_at__isnull=False)
    return sent.filter(number__lt=version.number).order_by("-number").first()


def withdrawn(case: DossierCase) -> AuditEvent | None:
    """Return the event by which a dossier was withdrawn, while it is."""
    if case.state != DossierState.WITHDRAWN.value:
        return None
    events = AuditEvent.objects.filter(book=case.book, org_unit=case.org_unit, verb="dossier.withdraw")
    return events.order_by("-id").first()
