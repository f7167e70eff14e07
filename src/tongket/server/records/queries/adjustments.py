"""Điều chỉnh sau khi chốt: what changed the year after its figures were cut off, with the reason that was given."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from tongket.server.records.models import AuditEvent, YearBook

CHANGING = ("dossier.accept", "dossier.reopen", "plan.assign", "plan.adjust", "plan.import")
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
    """A dossier accepted anew gives the reason for which it was reopened."""
    cut = book.events.filter(verb="results.cut_off").order_by("-id").values_list("id", flat=True).first() or 0
    found = book.events.filter(id__gt=cut, verb__in=CHANGING).select_related("actor")
    reasons: dict[str, str] = {}
    for event in found if party else found.filter(party=False):
        reason = str(event.after.get("reason", ""))
        if event.verb == "dossier.reopen":
            reasons[event.org_unit] = reason
        elif event.verb == "dossier.accept":
            reason = reason or reasons.get(event.org_unit, "")
        yield Adjustment(event.at, _who(event), event.org_unit, event.verb, reason)


def _who(event: AuditEvent) -> str:
    return (event.actor.full_name or event.actor.username) if event.actor else ""
