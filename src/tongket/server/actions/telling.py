"""Telling people: notices on their pages, and mails that are written with the action and sent once it is committed."""

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, Final, cast

from tongket.server.actions.acting import Actor, checkers
from tongket.server.actions.letter_words import Matter, Signature, letter
from tongket.server.actions.rights import rights
from tongket.server.clock import civil_day
from tongket.server.records.models import Account, DossierCase, Mail, Notice, Relation, Role
from tongket.server.records.queries.books import typed_year
from tongket.server.records.queries.dossiers import due
from tongket.server.records.queries.people import holders, of_unit, sees_party
from tongket.words import Language, Text, in_each_language

NO_ADDRESS: Final = "no-address"
"""The failure of a mail for whom nobody has an address."""
_OF_A_UNIT: Final = frozenset({Role.REPORTER, Role.HEAD})


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that goes with a mail."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A mail before it is written down: to whom, in which language, what it says."""

    kind: str
    receiver: Account | None
    address: str
    language: Language
    subject: str
    body: str
    attachments: tuple[Attached, ...] = ()


def tell(people: Iterable[Account], case: DossierCase, code: str, at: dt.datetime, **values: Any) -> None:
    """Put a notice on the pages of some people; `values` are what its sentence names."""
    known = {"org_unit": case.org_unit, **values}
    for account in people:
        Notice.objects.create(account=account, book=case.book, code=code, values=known, at=at)


def tell_unit(actor: Actor, case: DossierCase, code: str, **values: Any) -> None:
    """Put a notice on the pages of the org unit's people, but for who did it."""
    tell(_others(of_unit(case.org_unit, civil_day(actor.at)), actor), case, code, actor.at, **values)


def tell_checkers(actor: Actor, case: DossierCase, code: str, **values: Any) -> None:
    """Put a notice on the pages of those who check a dossier: the cluster's desk, or whom the rules name."""
    day = civil_day(actor.at)
    if case.org_unit == case.book.lead_org_unit:
        people = holders(_OF_A_UNIT, checkers(case.book), day)
    else:
        people = holders((Role.SECRETARY, Role.DEPUTY), (typed_year(case.book).head.org_unit,), day)
    tell(_others(people, actor), case, code, actor.at, **values)


def drafts(actor: Actor, case: DossierCase, kind: str, matter: Matter) -> tuple[Draft, ...]:
    """Write a mail to each of the org unit's people in their language; one to nobody where nobody is known."""
    people = of_unit(case.org_unit, civil_day(actor.at))
    if not people:
        return (draft_to(kind, None, matter),)
    return tuple(draft_to(kind, one, matter) for one in people)


def matter_of(actor: Actor, case: DossierCase, **more: Any) -> Matter:
    """Return what every mail about a dossier names: whose it is, the year, the deadline, and who signs."""
    from tongket.organisation import name_on

    year = typed_year(case.book)
    name = name_on(year.organisation, case.org_unit, dt.date(year.head.year, 12, 31))
    peers = case.book.relation == Relation.PEERS
    return replace(Matter(name, year.head.year, signature(actor), due(case), peers=peers), **more)


def signature(actor: Actor) -> Signature:
    """Return how the sender signs: name and post; where no post is noted, the role acted in, with its org unit."""
    account = actor.account
    role = rights().roles[actor.role]
    if actor.role in _OF_A_UNIT:
        name, whose = role, actor.standing.org_unit
        role = in_each_language(lambda language: f"{name.to(language)} {whose}")
    return Signature(account.full_name, Text(account.post) if account.post else role, account.telephone, account.email)


def write(actor: Actor, case: DossierCase, written: Iterable[Draft]) -> tuple[Mail, ...]:
    """Keep mails for sending; who has no address is noted as not reached, for the sender to see."""
    return tuple(_kept(actor, case, one) for one in written)


def party_right(account: Account, case: DossierCase, day: dt.date) -> bool:
    """Say whether a person may know of what is the Party's in a dossier."""
    return sees_party(account, (case.org_unit, typed_year(case.book).head.org_unit), day)


def fingerprint(written: Iterable[Draft]) -> str:
    """Return one hash of mails as they were shown, so that nothing else is sent."""
    told = [[one.kind, one.address, one.subject, one.body, [asdict(two) for two in one.attachments]] for one in written]
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


def _kept(actor: Actor, case: DossierCase, draft: Draft) -> Mail:
    reached = bool(draft.address)
    return Mail.objects.create(
        book=case.book,
        case=case,
        kind=draft.kind,
        sender=actor.account,
        receiver=draft.receiver,
        address=draft.address,
        language=draft.language,
        subject=draft.subject,
        body=draft.body,
        attachments=[asdict(one) for one in draft.attachments],
        written_at=actor.at,
        failed_at=None if reached else actor.at,
        failure="" if reached else NO_ADDRESS,
    )


def draft_to(kind: str, receiver: Account | None, matter: Matter, attachments: Sequence[Attached] = ()) -> Draft:
    """Write a mail to somebody in their language; to nobody, in Vietnamese."""
    language = cast("Language", receiver.language) if receiver else "vi"
    subject, body = letter(kind, matter, language)
    return Draft(kind, receiver, receiver.email if receiver else "", language, subject, body, tuple(attachments))


def _others(people: Iterable[Account], actor: Actor) -> tuple[Account, ...]:
    return tuple(one for one in people if one.pk != actor.account.pk)
