"""Accounts and roles: who is let in, with which roles, from when until when."""

import datetime as dt
from typing import Final

from tongket.organisation import Side
from tongket.server.actions.acting import Actor, Event, Subject, acting, append, covers_year
from tongket.server.actions.refusals import NO_RIGHT, Absent, NotPermitted
from tongket.server.records.models import Account, Role, RoleGrant, YearBook
from tongket.words import Refused, Text, person_sort_key
from tongket.year import ALWAYS, Interval

NOT_ONESELF: Final = Text(
    "Không tự giao, tự thôi vai trò và không tự ngừng tài khoản của mình. Đề nghị người quản trị khác thực hiện.",
    "Свои роли и свою учётную запись не меняют. Попросите другого администратора.",
    "Nobody changes their own roles or closes their own account. Ask another administrator.",
)
_NO_ORG_UNIT: Final = Text(
    "Không có đơn vị này trong năm công tác.", "Такой организации нет в этом году.", "The year has no such org unit."
)
_NO_PARTY: Final = Text(
    "Quyền xem nội dung Đảng chỉ giao cho người phía Việt Nam.",
    "Право на партийные страницы получают только сотрудники вьетнамской стороны.",
    "The right to Party pages is for people of the Vietnamese side only.",
)
WRONG_DAYS: Final = Text(
    "Ngày kết thúc phải sau ngày bắt đầu.", "Конец должен быть позже начала.", "The end must come after the beginning."
)


def make_account(*, username: str, full_name: str, password: str, org_unit: str = "", email: str = "") -> Account:
    """Make an account; only an invitation, the demonstration and the first administrator call this."""
    account = Account(
        username=username, email=email, full_name=full_name, org_unit=org_unit, name_key=name_key(full_name)
    )
    account.set_password(password)
    account.save()
    return account


def name_key(full_name: str) -> str:
    """Return the key by which names are sorted the Vietnamese way, the same on every database.

    Ranks stand in it with as many digits each and no marks between them, so that every collation sorts them alike.
    """
    return "".join(
        "".join(f"{min(rank, 0xFFFF):04x}" for rank in letters) + "0000" + "".join(map(str, tones))
        for letters, tones in person_sort_key(full_name)
    )[:400]


def grant_role(
    *,
    actor: Actor,
    book: YearBook,
    account: Account,
    role: Role,
    org_unit: str,
    days: Interval = ALWAYS,
    party: bool = False,
) -> RoleGrant:
    """Give somebody a role in a branch, from a day until another. Raises NotPermitted, Absent and Refused."""
    subject = Subject(book, org_unit, name=account.username)
    with acting(actor, "account.grant", subject) as event:
        _ask_not_oneself(actor, account)
        ask_offer(actor, book, org_unit, account.side, party=party)
        ask_days(days)
        return granted(actor, "account.grant", subject, event, account, role, days, party=party)


def granted(
    actor: Actor,
    verb: str,
    subject: Subject,
    event: Event,
    account: Account,
    role: Role,
    days: Interval,
    *,
    party: bool,
) -> RoleGrant:
    """Write a role and what the log says of it; that it opens Party pages stands in an event of its own."""
    event.after = {"role": role.value, "org_unit": subject.org_unit, "first": days.first, "until": days.until}
    if party:
        append(actor, verb, subject, Event(after={"party": True}, party=True, subject=subject.name))
    return RoleGrant.objects.create(
        account=account,
        role=role,
        org_unit=subject.org_unit,
        first=days.first,
        until=days.until,
        party=party,
        granted_by=actor.account,
    )


def end_role(*, actor: Actor, book: YearBook, grant: RoleGrant, day: dt.date) -> None:
    """Take a role back from a day on; what was done in it stays done. Raises NotPermitted and Absent."""
    with acting(actor, "account.grant", Subject(book, grant.org_unit, name=grant.account.username)) as event:
        _ask_not_oneself(actor, grant.account)
        ask_in_year(book, grant.org_unit)
        event.before, event.after = {"role": grant.role, "until": grant.until}, {"role": grant.role, "until": day}
        grant.until = day
        grant.save(update_fields=["until"])


def close_account(*, actor: Actor, book: YearBook, account: Account) -> None:
    """Close an account: its sessions end with their next page, and nobody acts for the person any longer."""
    with acting(actor, "account.close", Subject(book, name=account.username)) as event:
        _ask_not_oneself(actor, account)
        event.before, event.after = {"is_active": account.is_active}, {"is_active": False}
        account.is_active = False
        account.save(update_fields=["is_active"])


def reopen_account(*, actor: Actor, book: YearBook, account: Account) -> None:
    """Open a closed account again, with the roles that still hold."""
    with acting(actor, "account.close", Subject(book, name=account.username)) as event:
        _ask_not_oneself(actor, account)
        event.before, event.after = {"is_active": account.is_active}, {"is_active": True}
        account.is_active = True
        account.save(update_fields=["is_active"])


def ask_offer(actor: Actor, book: YearBook, org_unit: str, side: str, *, party: bool) -> None:
    """Ask whether a role may be offered: in this year, and Party pages only by and to those who may see them.

    Raises Absent, NotPermitted and Refused.
    """
    ask_in_year(book, org_unit)
    if party and not actor.party:
        raise NotPermitted(NO_RIGHT)
    if party and side != Side.VIETNAMESE:
        raise Refused(_NO_PARTY)


def ask_in_year(book: YearBook, org_unit: str) -> None:
    """Ask whether the register of the year knows an org unit. Raises Absent."""
    if not covers_year(org_unit, book):
        raise Absent(_NO_ORG_UNIT)


def ask_days(days: Interval) -> None:
    """Ask whether there is a day between beginning and end. Raises Refused."""
    if days.is_empty():
        raise Refused(WRONG_DAYS)


def _ask_not_oneself(actor: Actor, account: Account) -> None:
    acted_for = actor.standing.acting_for
    if account.pk in {actor.account.pk, acted_for.pk if acted_for else None}:
        raise NotPermitted(NOT_ONESELF)


def grant_first_administrator(*, actor: Actor, org_unit: str) -> RoleGrant:
    """Give the first administrator of a server the role in a year they opened; others are granted by those who may."""
    with acting(actor, "account.grant", Subject(org_unit=org_unit, name=actor.account.username)) as event:
        event.after = {"role": Role.ADMINISTRATOR.value, "org_unit": org_unit}
        grant, _ = RoleGrant.objects.get_or_create(
            account=actor.account, role=Role.ADMINISTRATOR, org_unit=org_unit, defaults={"granted_by": actor.account}
        )
        return grant
