"""Delegation: somebody lets another act in their role for some days; what is done then names both.

Only a role of one's own is delegated, never one that was delegated to oneself; the right to Party pages stays.
"""

from typing import Final

from tongket.server.actions.accounts import WRONG_DAYS, ask_in_year
from tongket.server.actions.acting import Actor, Subject, acting
from tongket.server.actions.refusals import Gone, NotPermitted
from tongket.server.clock import civil_day
from tongket.server.records.models import Account, Delegation, RoleGrant, YearBook
from tongket.server.records.queries.rights import standings
from tongket.words import Refused, Text
from tongket.year import Interval

_NOT_ONES_OWN: Final = Text(
    "Chỉ ủy quyền vai trò của chính mình, và khi đang làm việc trong vai trò của mình.",
    "Передать можно только собственную роль, действуя от своего имени.",
    "Only a role of one's own is delegated, and while acting for oneself.",
)
_TO_ONESELF: Final = Text(
    "Không ủy quyền cho chính mình. Chọn người khác.",
    "Себе полномочия не передают. Выберите другого человека.",
    "One does not delegate to oneself. Choose somebody else.",
)
_CLOSED: Final = Text(
    "Tài khoản của người nhận đã ngừng. Chọn người khác.",
    "Учётная запись получателя закрыта. Выберите другого человека.",
    "The receiver's account is closed. Choose somebody else.",
)
_OVER: Final = Text(
    "Ngày kết thúc đã qua. Chọn ngày từ hôm nay trở đi.",
    "Конец срока уже прошёл. Укажите сегодняшний день или более поздний.",
    "The last day is past. Choose today or later.",
)
_WITHDRAWN: Final = Text(
    "Ủy quyền này đã được thu hồi.", "Эта передача полномочий уже отозвана.", "This delegation was withdrawn already."
)


def delegate(
    *, actor: Actor, book: YearBook, grant: RoleGrant, receiver: Account, days: Interval, document: str = ""
) -> Delegation:
    """Let somebody act in a role of one's own during some days. Raises NotPermitted, Absent and Refused."""
    subject = Subject(book, grant.org_unit, name=receiver.username, owner=grant.account_id)
    with acting(actor, "account.delegate", subject) as event:
        _ask_own(actor, grant)
        ask_in_year(book, grant.org_unit)
        _ask_receiver(actor, receiver)
        if days.first is None or days.until is None or days.is_empty():
            raise Refused(WRONG_DAYS)
        if days.until <= civil_day(actor.at):
            raise Refused(_OVER)
        event.after = {"role": grant.role, "first": days.first, "until": days.until, "document": document}
        return Delegation.objects.create(
            grant=grant, receiver=receiver, first=days.first, until=days.until, document=document
        )


def withdraw_delegation(*, actor: Actor, book: YearBook, delegation: Delegation) -> None:
    """Take a delegation back from this moment on; what was done in it stays done. Raises NotPermitted and Gone."""
    grant = delegation.grant
    subject = Subject(book, grant.org_unit, name=delegation.receiver.username, owner=grant.account_id)
    with acting(actor, "account.delegate", subject) as event:
        if delegation.withdrawn_at is not None:
            raise Gone(_WITHDRAWN)
        event.before, event.after = {"role": grant.role}, {"role": grant.role, "withdrawn_at": actor.at}
        delegation.withdrawn_at = actor.at
        delegation.save(update_fields=["withdrawn_at"])


def _ask_own(actor: Actor, grant: RoleGrant) -> None:
    held = {one.grant for one in standings(actor.account, civil_day(actor.at)) if one.acting_for is None}
    if actor.standing.acting_for is not None or grant.pk not in held:
        raise NotPermitted(_NOT_ONES_OWN)


def _ask_receiver(actor: Actor, receiver: Account) -> None:
    if receiver.pk == actor.account.pk:
        raise Refused(_TO_ONESELF)
    if not receiver.is_active:
        raise Refused(_CLOSED)
