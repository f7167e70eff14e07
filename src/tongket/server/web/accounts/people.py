"""What the page of accounts shows: people with their roles, invitations that wait, delegations that hold."""

import datetime as dt
from dataclasses import dataclass
from typing import Final

from tongket.organisation import Side
from tongket.server.actions.rights import rights
from tongket.server.records.models import Account, Delegation, Invitation, Role, RoleGrant
from tongket.server.records.queries.accounts import Person, is_over
from tongket.server.web.language import spoken
from tongket.server.web.names import org_unit_name
from tongket.server.web.visit import Visit
from tongket.words import Text

SIDES: Final = {
    Side.VIETNAMESE.value: Text("Phía Việt Nam", "Вьетнамская сторона", "Vietnamese side"),
    Side.RUSSIAN.value: Text("Phía Nga", "Российская сторона", "Russian side"),
}
_OVER: Final = Text("Đã thôi", "Закончилась", "Ended")
_TO_COME: Final = Text("Chưa đến ngày", "Ещё не началась", "Not yet")
_HOLDS: Final = Text("Đang giữ", "Действует", "Holds")


@dataclass(frozen=True, slots=True)
class RoleSeen:
    """A role as the page says it; `last` is the last day on which it holds. `party` only for who may know."""

    key: int
    name: str
    where: str
    first: dt.date | None
    last: dt.date | None
    state: str
    tone: str
    party: bool
    is_over: bool


@dataclass(frozen=True, slots=True)
class PersonSeen:
    """A person with roles, and where the person works."""

    key: int
    name: str
    username: str
    email: str
    post: str
    home: str
    side: str
    is_active: bool
    is_oneself: bool
    roles: tuple[RoleSeen, ...]


@dataclass(frozen=True, slots=True)
class InvitationSeen:
    """An invitation that waits or has expired."""

    key: int
    name: str
    email: str
    role: str
    where: str
    invited_at: dt.datetime
    expires_at: dt.datetime
    by: str
    has_expired: bool
    party: bool


@dataclass(frozen=True, slots=True)
class DelegationSeen:
    """Somebody who acts or will act for somebody else."""

    key: int
    giver: str
    receiver: str
    role: str
    where: str
    first: dt.date
    last: dt.date
    document: str
    holds_today: bool


def role_name(role: str) -> str:
    """Return what a role is called in the language of the page."""
    return rights().roles[Role(role)].to(spoken())


def person_seen(visit: Visit, person: Person) -> PersonSeen:
    """Put a person into words."""
    account = person.account
    return PersonSeen(
        key=account.pk,
        name=str(account),
        username=account.username,
        email=account.email,
        post=account.post,
        home=_where(visit, account.org_unit),
        side=SIDES[account.side].to(spoken()) if account.side in SIDES else "",
        is_active=account.is_active,
        is_oneself=account.pk == visit.actor.account.pk,
        roles=tuple(role_seen(visit, grant) for grant in person.grants),
    )


def role_seen(visit: Visit, grant: RoleGrant) -> RoleSeen:
    """Put a role into words; the right to Party pages is seen by those who have it themselves."""
    over = is_over(grant, visit.day)
    to_come = not over and grant.first is not None and grant.first > visit.day
    state, tone = (_OVER, "quiet") if over else (_TO_COME, "warn") if to_come else (_HOLDS, "good")
    return RoleSeen(
        key=grant.pk,
        name=role_name(grant.role),
        where=_where(visit, grant.org_unit),
        first=grant.first,
        last=last_day(grant.until),
        state=state.to(spoken()),
        tone=tone,
        party=grant.party and visit.actor.party,
        is_over=over,
    )


def invitation_seen(visit: Visit, invitation: Invitation) -> InvitationSeen:
    """Put an invitation into words."""
    return InvitationSeen(
        key=invitation.pk,
        name=invitation.full_name,
        email=invitation.email,
        role=role_name(invitation.role),
        where=_where(visit, invitation.org_unit),
        invited_at=invitation.invited_at,
        expires_at=invitation.expires_at,
        by=str(invitation.invited_by),
        has_expired=invitation.expires_at <= visit.actor.at,
        party=invitation.party and visit.actor.party,
    )


def delegation_seen(visit: Visit, delegation: Delegation) -> DelegationSeen:
    """Put a delegation into words."""
    return DelegationSeen(
        key=delegation.pk,
        giver=str(delegation.grant.account),
        receiver=str(delegation.receiver),
        role=role_name(delegation.grant.role),
        where=_where(visit, delegation.grant.org_unit),
        first=delegation.first,
        last=delegation.until - dt.timedelta(days=1),
        document=delegation.document,
        holds_today=delegation.first <= visit.day,
    )


def last_day(until: dt.date | None) -> dt.date | None:
    """Return the last day on which something holds; people name it, the records name the day after."""
    return until - dt.timedelta(days=1) if until else None


def day_after(last: dt.date | None) -> dt.date | None:
    """Return the day after the last one, as the records name it; after the last day that there is, there is no end."""
    return last + dt.timedelta(days=1) if last and last < dt.date.max else None


def role_choices() -> list[tuple[str, str]]:
    """Return the roles to choose from."""
    return [(role.value, name.to(spoken())) for role, name in rights().roles.items()]


def org_unit_choices(visit: Visit) -> list[tuple[str, str]]:
    """Return the org units of the year to choose from, in the order of the register."""
    return [(one.code, _where(visit, one.code)) for one in visit.year.organisation.org_units]


def receiver_choices(visit: Visit, people: tuple[Person, ...]) -> list[tuple[int, str]]:
    """Return whom a role may be delegated to: everybody of the year but oneself."""
    others = (one.account for one in people if one.account.is_active and one.account.pk != visit.actor.account.pk)
    return [(account.pk, _with_home(visit, account)) for account in others]


def _with_home(visit: Visit, account: Account) -> str:
    return f"{account} – {_where(visit, account.org_unit)}" if account.org_unit else str(account)


def _where(visit: Visit, code: str) -> str:
    known = any(one.code == code for one in visit.year.organisation.org_units)
    return org_unit_name(visit.year, code, spoken()) if known else code
