"""Điều chỉnh sau khi chốt: what changed the year after its figures were cut off, with the reason that was given."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from tongket.server.records.models import AuditEvent, YearBook

CHANGING = (
    "dossier.accept",
    "dossier.reopen",
    "plan.assign",
    "plan.adjust",
    "plan.import",
    "plan.report_milestone",
    "organisation.change",
)
"""The verbs after which the year's figures may be other ones."""


@dataclass(frozen=True, slots=True)
class Adjustment:
    """One change after the cut-off: when, who, whose dossier or which plan, by which verb, why."""

    at: dt.datetime
    who: str
    org_unit: str
    verb: str
    reason: str


def adjustments(book: YearBook, *, party: bool) -> tuple[Adjustment, ...]:
    """Return the changes since the cut-off, the oldest first; nothing while the figures were not cut off."""
    return tuple(_since_cut(book, party=party)) if book.cut_at else ()


def _since_cut(book: YearBook, *, party: bool) -> Iterator[Adjustment]:
    """A dossier accepted anew gives the reason for which it was reopened; a consent alone accepts nothing yet."""
    cut = book.events.filter(verb="results.cut_off").order_by("-id").values_list("id", flat=True).first() or 0
    found = book.events.filter(verb__in=CHANGING).select_related("actor")
    reopened: dict[str, str] = {}
    for event in found if party else found.filter(party=False):
        reason = _reason(event)
        if event.verb == "dossier.reopen":
            reopened[event.org_unit] = reason
        elif event.verb == "dossier.accept" and "consent" not in event.after:
            reason = reopened.pop(event.org_unit, "")
        if event.id > cut and "consent" not in event.after:
            yield Adjustment(event.at, _who(event), event.org_unit, event.verb, reason)


def _reason(event: AuditEvent) -> str:
    """The reason that was written down; of a plan put in force, its reason and document."""
    versions = event.after.get("plan_versions") or ()
    told = [event.after.get("reason"), *(row.get(name) for row in versions for name in ("reason", "document"))]
    return "; ".join(dict.fromkeys(str(piece) for piece in told if piece))


def _who(event: AuditEvent) -> str:
    return (event.actor.full_name or event.actor.username) if event.actor else ""
