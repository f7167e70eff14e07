"""What was done in a year, as somebody may see it: the events for the log, and the last few for the desk.

Events of the Party do not exist for who has no right to them. What an event says in words is the pages' part
(`web.log.sentences`), which know the labels of the verbs.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from tongket.server.clock import ZONE
from tongket.server.records.models import Account, AuditEvent, YearBook

PRIVATE = ("account.", "log.")
"""What those who may not read the log do not see of others: accounts, and who read what."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which events are asked for; nothing named means all. `first` and `last` are civil days in Vietnam, both in."""

    org_unit: str = ""
    verb: str = ""
    person: int | None = None
    first: dt.date | None = None
    last: dt.date | None = None


def events(book: YearBook, *, party: bool, wanted: Wanted = Wanted()) -> QuerySet[AuditEvent]:
    """Return the events of a year, the newest first."""
    found = AuditEvent.objects.filter(_asked(wanted), book=book).select_related("actor", "acting_for", "book")
    return (found if party else found.exclude(party=True)).order_by("-at", "-id")


def latest(book: YearBook, *, party: bool, org_units: Iterable[str] | None, count: int) -> tuple[AuditEvent, ...]:
    """Return the last events somebody may see: all of a year (None), or those of their org units and of nobody's."""
    found = events(book, party=party)
    if org_units is not None:
        for prefix in PRIVATE:
            found = found.exclude(verb__startswith=prefix)
        found = found.filter(org_unit__in=["", *org_units])
    return tuple(found[:count])


def verbs_used(book: YearBook, *, party: bool) -> tuple[str, ...]:
    """Return the verbs that occur in the log of a year."""
    return tuple(events(book, party=party).order_by("verb").values_list("verb", flat=True).distinct())


def people_seen(book: YearBook, *, party: bool) -> tuple[Account, ...]:
    """Return the people who did something in a year, in the Vietnamese order of names."""
    done = events(book, party=party).order_by().values("actor")
    return tuple(Account.objects.filter(pk__in=done))


def _asked(wanted: Wanted) -> Q:
    asked = Q()
    if wanted.org_unit:
        asked &= Q(org_unit=wanted.org_unit)
    if wanted.verb:
        asked &= Q(verb=wanted.verb)
    if wanted.person is not None:
        asked &= Q(actor=wanted.person)
    if wanted.first:
        asked &= Q(at__gte=_midnight(wanted.first))
    if wanted.last:
        asked &= Q(at__lt=_midnight(wanted.last + dt.timedelta(days=1)))
    return asked


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), ZONE)
