"""The frame every action works in: who acts, whether they may, and the event that says what was done."""

import datetime as dt
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Final

from django.db import transaction
from django.db.models import F

from tongket.dossier.form import PART_CODES, SHEETS
from tongket.organisation import parts_on, subtree_on
from tongket.plan import IndicatorGroup
from tongket.server.actions.refusals import NO_RIGHT, NOT_NOW, OWN_UNIT, OWN_UNIT_OF_BOTH, NotPermitted, WrongState
from tongket.server.actions.rights import Right, Verb, Where, rights
from tongket.server.clock import civil_day
from tongket.server.records.models import Account, AuditEvent, CrossCheck, Role, YearBook
from tongket.server.records.models.books import new_stamp
from tongket.server.records.queries.books import typed_year
from tongket.server.records.queries.rights import Standing, standings
from tongket.words import Text

PARTY_PART: Final = PART_CODES[IndicatorGroup.PARTY]
PARTY_SHEET: Final = SHEETS[PARTY_PART]


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, in which role, at which moment, and from where."""

    account: Account
    standing: Standing
    at: dt.datetime
    origin: str = ""

    @property
    def role(self) -> Role:
        """The role acted in."""
        return self.standing.role

    @property
    def party(self) -> bool:
        """Whether Party pages exist for this person."""
        return self.standing.party


@dataclass(frozen=True, slots=True)
class Subject:
    """What an action is done to: in which year, whose, in which state; `owner` where it is a person's own."""

    book: YearBook | None = None
    org_unit: str = ""
    state: str = ""
    name: str = ""
    state_label: Text = field(default=Text(""))
    owner: int | None = None


def may(actor: Actor, verb: str, subject: Subject) -> bool:
    """Say whether the role would allow a verb on a subject in its present state; what a page offers is asked here."""
    try:
        ask(actor, verb, subject)
    except (NotPermitted, WrongState):
        return False
    return True


def ask(actor: Actor, verb: str, subject: Subject) -> None:
    """Check right, separation of duties and state. Raises NotPermitted or WrongState."""
    asked = rights().verbs[verb]
    ask_right(actor, asked, subject)
    _ask_state(asked, subject)


def ask_right(actor: Actor, asked: Verb, subject: Subject) -> None:
    """Check right and separation of duties, whatever the state. Raises NotPermitted."""
    if asked.party and not actor.party:
        raise NotPermitted(NO_RIGHT)
    if asked.separate:
        _ask_separate(actor, subject)
    if not any(_reaches(actor, right, subject) for right in _open_to(asked, subject)):
        raise NotPermitted(NO_RIGHT)


def _ask_separate(actor: Actor, subject: Subject) -> None:
    """Nobody judges their own org unit; who acts for somebody is bound by the org units of both."""
    if not subject.org_unit:
        return
    if subject.org_unit in _homes(actor.account, actor.at):
        raise NotPermitted(OWN_UNIT)
    acted_for = actor.standing.acting_for
    if acted_for is not None and subject.org_unit in _homes(acted_for, actor.at):
        raise NotPermitted(OWN_UNIT_OF_BOTH)


def _homes(account: Account, at: dt.datetime) -> frozenset[str]:
    """Where a person works, and every org unit in which they hold a role today: who filed it does not judge it."""
    return frozenset({account.org_unit, *(one.org_unit for one in standings(account, civil_day(at)))})


def _open_to(asked: Verb, subject: Subject) -> tuple[Right, ...]:
    """The rights that count: what is separate is done to the lead's own dossier by its checkers alone."""
    of_the_lead = subject.book is not None and subject.org_unit != "" and subject.org_unit == subject.book.lead_org_unit
    if asked.separate and of_the_lead:
        return tuple(right for right in asked.rights if right.where is Where.CHECKER)
    return asked.rights


def _ask_state(asked: Verb, subject: Subject) -> None:
    if asked.states and subject.state not in asked.states:
        label = subject.state_label if subject.state_label.vi else Text(subject.state)
        raise WrongState(NOT_NOW.fill(state=label))


def _reaches(actor: Actor, right: Right, subject: Subject) -> bool:
    if actor.role not in right.roles:
        return False
    match right.where:
        case Where.ANY:
            return subject.book is None or covers_year(actor.standing.org_unit, subject.book)
        case Where.CHECKER:
            of_lead = subject.book is not None and subject.org_unit in {"", subject.book.lead_org_unit}
            named = checkers(subject.book) if subject.book and of_lead else ()
            return actor.standing.org_unit in named or actor.account.org_unit in named
        case Where.SELF:
            return subject.owner == actor.account.pk
        case Where.OWN:
            return subject.org_unit in {"", actor.standing.org_unit}
        case Where.WHOLE:
            return subject.book is None or _leads(actor.standing.org_unit, subject.book)
        case Where.BELOW:
            is_above = subject.org_unit != actor.standing.org_unit
            return is_above and _is_in_branch(actor, subject)
        case Where.BRANCH:
            return _is_in_branch(actor, subject)


def _is_in_branch(actor: Actor, subject: Subject) -> bool:
    return not subject.org_unit or subject.org_unit in branch(actor.standing.org_unit, subject.book)


def _leads(org_unit: str, book: YearBook) -> bool:
    """Say whether a year is led where a role holds, or below that."""
    return typed_year(book).head.org_unit in branch(org_unit, book)


def branch(org_unit: str, book: YearBook | None) -> frozenset[str]:
    """Return an org unit or cluster with all below it, as the year's register stands at the year's end."""
    if book is None:
        return frozenset({org_unit})
    year = typed_year(book)
    return frozenset({org_unit, *subtree_on(year.organisation, org_unit, dt.date(year.head.year, 12, 31))})


def checkers(book: YearBook) -> tuple[str, ...]:
    """Return the org units whose people check the dossier of the lead: the deputy, one in turn, or all others."""
    if not book.lead_org_unit:
        return ()
    if book.cross_check == CrossCheck.DEPUTY:
        return (book.deputy_org_unit,) if book.deputy_org_unit else ()
    year = typed_year(book)
    day = dt.date(year.head.year, 12, 31)
    members = set(parts_on(year.organisation, year.head.org_unit, day)) - {book.lead_org_unit}
    others = [one.code for one in year.organisation.org_units if one.code in members]  # in the order of the register
    if book.cross_check == CrossCheck.IN_TURN and others:
        return (others[year.head.year % len(others)],)
    return tuple(others)


def covers_year(org_unit: str, book: YearBook) -> bool:
    """Say whether an org unit stands in the register of a year: only then does that year exist for its people."""
    return any(one.code == org_unit for one in typed_year(book).organisation.org_units)


@dataclass(slots=True)
class Event:
    """What an action says of itself: filled while it works, appended when it is done."""

    before: dict[str, Any] = field(default_factory=dict)
    after: dict[str, Any] = field(default_factory=dict)
    party: bool = False
    subject: str = ""


@contextmanager
def acting(actor: Actor, verb: str, subject: Subject, *, changes_year: bool = False) -> Iterator[Event]:
    """Ask for the right and the state, let the action work, append its event; all or nothing.

    With `changes_year` the year's revision goes up, so that nothing calculated before is taken for true any longer.
    """
    with transaction.atomic():
        ask(actor, verb, subject)
        event = Event(subject=subject.name)
        yield event
        if changes_year and subject.book is not None:
            touch(subject.book)
        append(actor, verb, subject, event)


def touch(book: YearBook) -> None:
    """Raise the revision of a year and draw a new stamp, in the database and in the value at hand."""
    YearBook.objects.filter(pk=book.pk).update(revision=F("revision") + 1, stamp=new_stamp())
    book.refresh_from_db(fields=["revision", "stamp"])


def append(actor: Actor | None, verb: str, subject: Subject, event: Event, at: dt.datetime | None = None) -> AuditEvent:
    """Append an event to the log; without an actor it is the program itself that acted, at `at`."""
    moment = actor.at if actor else at
    assert moment is not None  # whoever acts without an actor says when
    return AuditEvent.objects.create(
        at=moment,
        actor=actor.account if actor else None,
        acting_for=actor.standing.acting_for if actor else None,
        role=actor.role if actor else "",
        origin=actor.origin if actor else "",
        verb=verb,
        book=subject.book,
        org_unit=subject.org_unit,
        subject=event.subject,
        before=_plain(event.before),
        after=_plain(event.after),
        party=event.party or _speaks_of_party(event.before) or _speaks_of_party(event.after),
    )


def _speaks_of_party(values: Mapping[str, Any]) -> bool:
    """Say whether an event is about the Party's part of a dossier: its sheet, a row of it, or the part itself."""
    sheet, row = str(values.get("sheet", "")), str(values.get("row", ""))
    return PARTY_SHEET in {sheet, row.partition("!")[0]} or values.get("part") == PARTY_PART


def _plain(values: Mapping[str, Any]) -> dict[str, Any]:
    """Values as JSON holds them; days and moments as ISO text."""
    return {name: value.isoformat() if isinstance(value, dt.date) else value for name, value in values.items()}
