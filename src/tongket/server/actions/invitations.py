"""Invitations: the office offers somebody a role by a link that opens once and expires; no one signs up alone.

The link's secret leaves this module once, for the mail; the records hold only its SHA-256.
"""

import datetime as dt
import hashlib
import re
import secrets
from dataclasses import dataclass
from typing import Final

from django.db import transaction
from django.db.models import Q

from tongket.organisation import Side
from tongket.server.actions.accounts import ask_offer, granted, make_account
from tongket.server.actions.acting import Actor, Subject, acting, ask
from tongket.server.actions.refusals import Gone
from tongket.server.clock import civil_day
from tongket.server.records.models import Account, Invitation, Role, YearBook
from tongket.server.records.queries.rights import Standing
from tongket.words import Language, Refused, Text, in_each_language, short_date
from tongket.year import Interval

DAYS: Final = 7
"""How long a link opens."""
_WATCHING: Final = frozenset({Role.OFFICE, Role.AUDITOR, Role.ADMINISTRATOR})
"""Roles that stand above a cluster's own work: only who may give roles may offer them."""
_USERNAME: Final = re.compile(r"[a-z0-9][a-z0-9._-]{2,29}")
_EXPIRED: Final = Text(
    "Liên kết đã hết hạn ngày {day}. Đề nghị xin liên kết mới.",
    "Срок действия ссылки истёк {day}. Запросите новую.",
    "The link expired on {day}. Ask for a new one.",
)
_NO_LONGER: Final = Text(
    "Liên kết đã dùng hoặc đã thu hồi. Đề nghị xin liên kết mới.",
    "Ссылка уже использована или отозвана. Запросите новую.",
    "The link was used or withdrawn. Ask for a new one.",
)
_HAS_ACCOUNT: Final = Text(
    "Địa chỉ {email} đã có tài khoản. Giao thêm vai trò cho người đó thay vì mời lại.",
    "У адреса {email} уже есть учётная запись. Дайте этому человеку роль вместо приглашения.",
    "The address {email} has an account already. Give that person a role instead of an invitation.",
)
_BAD_NAME: Final = Text(
    "Tên đăng nhập gồm 3–30 chữ thường không dấu, chữ số, dấu chấm, gạch ngang; bắt đầu bằng chữ hoặc số.",
    "Имя пользователя: 3–30 строчных латинских букв, цифр, точек, дефисов; первым идёт буква или цифра.",
    "A user name is 3–30 small Latin letters, digits, dots or hyphens, a letter or digit first.",
)
_TAKEN: Final = Text(
    "Tên đăng nhập này đã có người dùng. Chọn tên khác.",
    "Это имя пользователя занято. Выберите другое.",
    "This user name is taken. Choose another.",
)


@dataclass(frozen=True, slots=True)
class Offer:
    """Who is invited, and to what: the role with where it holds, and `home`, where the person works."""

    full_name: str
    email: str
    role: Role
    org_unit: str
    home: str = ""
    post: str = ""
    side: str = Side.VIETNAMESE
    language: Language = "vi"
    party: bool = False


def invite(*, actor: Actor, book: YearBook, offer: Offer) -> tuple[Invitation, str]:
    """Offer somebody a role, and return the invitation with the secret of its link.

    An earlier invitation of the same person to the same role is withdrawn. Raises NotPermitted, Absent and Refused.
    """
    with acting(actor, "account.invite", Subject(book, offer.org_unit, name=offer.full_name)) as event:
        if offer.role in _WATCHING:
            ask(actor, "account.grant", Subject(book, offer.org_unit))
        ask_offer(actor, book, offer.org_unit, offer.side, party=offer.party)
        if Account.objects.filter(email__iexact=offer.email).exists():
            raise Refused(_HAS_ACCOUNT.fill(email=offer.email))
        same = Invitation.objects.filter(book=book, email__iexact=offer.email, role=offer.role, org_unit=offer.org_unit)
        same.filter(account=None, withdrawn_at=None).update(withdrawn_at=actor.at)
        event.after = {"role": offer.role.value, "org_unit": offer.org_unit}
        return _written(actor, book, offer)


def _written(actor: Actor, book: YearBook, offer: Offer) -> tuple[Invitation, str]:
    secret = secrets.token_urlsafe(32)
    invitation = Invitation.objects.create(
        book=book,
        secret_sha256=_hash(secret),
        full_name=offer.full_name,
        email=offer.email,
        post=offer.post,
        side=offer.side,
        language=offer.language,
        role=offer.role,
        org_unit=offer.org_unit,
        home=offer.home,
        party=offer.party,
        invited_by=actor.account,
        invited_at=actor.at,
        expires_at=actor.at + dt.timedelta(days=DAYS),
    )
    return invitation, secret


def withdraw_invitation(*, actor: Actor, invitation: Invitation) -> None:
    """Withdraw an invitation that nobody has accepted yet. Raises NotPermitted and Gone."""
    subject = Subject(invitation.book, invitation.org_unit, name=invitation.full_name)
    with acting(actor, "account.invite", subject) as event:
        if invitation.account_id is not None or invitation.withdrawn_at is not None:
            raise Gone(_NO_LONGER)
        event.before = {"role": invitation.role, "org_unit": invitation.org_unit}
        event.after = {"withdrawn_at": actor.at}
        invitation.withdrawn_at = actor.at
        invitation.save(update_fields=["withdrawn_at"])


def invitation_of(secret: str, at: dt.datetime) -> Invitation:
    """Return the invitation that a secret opens at a moment. Raises Gone, with the day where it has expired."""
    invitation = Invitation.objects.select_related("book", "invited_by").filter(secret_sha256=_hash(secret)).first()
    if invitation is None or invitation.account_id is not None or invitation.withdrawn_at is not None:
        raise Gone(_NO_LONGER)
    if at >= invitation.expires_at:
        day = civil_day(invitation.expires_at)
        raise Gone(_EXPIRED.fill(day=in_each_language(lambda language: short_date(day, language))))
    return invitation


def accept_invitation(*, secret: str, username: str, password: str, at: dt.datetime, origin: str = "") -> Account:
    """Make the account that was offered, with its role, and return it. The link is used up. Raises Gone and Refused."""
    with transaction.atomic():
        invitation = _taken(secret, at)
        ask_username(username)
        account = _account(invitation, username, password)
        invited = Actor(account, _standing(invitation), at, origin)
        subject = Subject(invitation.book, invitation.org_unit, name=username, owner=account.pk)
        with acting(invited, "account.accept", subject) as event:
            grant = granted(
                invited,
                "account.accept",
                subject,
                event,
                account,
                Role(invitation.role),
                Interval(civil_day(at)),
                party=invitation.party,
            )
            grant.granted_by = invitation.invited_by
            grant.save(update_fields=["granted_by"])
        return account


def ask_username(username: str) -> None:
    """Ask whether a user name is well made and free, whatever its capitals. Raises Refused."""
    if not _USERNAME.fullmatch(username):
        raise Refused(_BAD_NAME)
    if Account.objects.filter(Q(username__iexact=username) | Q(email__iexact=username)).exists():
        raise Refused(_TAKEN)


def _taken(secret: str, at: dt.datetime) -> Invitation:
    """Hold the row while the account is made, so that two presses make one account."""
    list(Invitation.objects.select_for_update().filter(secret_sha256=_hash(secret)))
    return invitation_of(secret, at)


def _account(invitation: Invitation, username: str, password: str) -> Account:
    account = make_account(
        username=username,
        full_name=invitation.full_name,
        password=password,
        org_unit=invitation.home,
        email=invitation.email,
    )
    account.post, account.side, account.language = invitation.post, invitation.side, invitation.language
    account.save(update_fields=["post", "side", "language"])
    invitation.account = account
    invitation.save(update_fields=["account"])
    return account


def _standing(invitation: Invitation) -> Standing:
    return Standing(0, Role(invitation.role), invitation.org_unit, invitation.party)


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
