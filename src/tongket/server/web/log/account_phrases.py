"""What was done to accounts and roles, as the end of a sentence; beside `phrases`, which takes them up."""

from collections.abc import Mapping
from typing import Final

from tongket.words import Text

ACCOUNTS: Final[Mapping[str, Text]] = {
    "account.invite": Text(
        "mời {subject} giữ vai trò {role}{of}",
        "приглашение: {subject}, роль «{role}»{of}",
        "invited {subject} to the role of {role}{of}",
    ),
    "account.invite.withdrawn": Text(
        "thu hồi lời mời {subject} giữ vai trò {role}{of}",
        "отозвано приглашение: {subject}, роль «{role}»{of}",
        "withdrew the invitation of {subject} to the role of {role}{of}",
    ),
    "account.accept": Text(
        "nhận lời mời giữ vai trò {role}{of}",
        "принято приглашение, роль «{role}»{of}",
        "accepted the invitation to the role of {role}{of}",
    ),
    "account.accept.party": Text(
        "nhận quyền xem nội dung Đảng theo lời mời",
        "получено по приглашению право на партийные страницы",
        "received the right to Party pages with the invitation",
    ),
    "account.grant": Text(
        "giao {subject} vai trò {role}{of}",
        "роль «{role}»{of} дана: {subject}",
        "gave {subject} the role of {role}{of}",
    ),
    "account.grant.ended": Text(
        "cho {subject} thôi vai trò {role}{of} từ ngày {until}",
        "роль «{role}»{of} прекращена с {until}: {subject}",
        "ended the role of {role}{of} of {subject} from {until}",
    ),
    "account.grant.party": Text(
        "giao {subject} quyền xem nội dung Đảng{of}",
        "право на партийные страницы{of} дано: {subject}",
        "gave {subject} the right to Party pages{of}",
    ),
    "account.close": Text(
        "ngừng tài khoản {subject}", "закрыта учётная запись {subject}", "closed the account {subject}"
    ),
    "account.close.reopened": Text(
        "mở lại tài khoản {subject}", "снова открыта учётная запись {subject}", "reopened the account {subject}"
    ),
    "account.delegate": Text(
        "ủy quyền cho {subject} vai trò {role}{of} từ ngày {first} đến trước ngày {until}",
        "полномочия роли «{role}»{of} с {first} до {until} переданы: {subject}",
        "delegated the role of {role}{of} to {subject} from {first} until before {until}",
    ),
    "account.delegate.withdrawn": Text(
        "thu hồi ủy quyền vai trò {role}{of} cho {subject}",
        "отозвана передача роли «{role}»{of}: {subject}",
        "withdrew the delegation of the role of {role}{of} to {subject}",
    ),
}
"""The phrases; a suffix after the verb stands for a variant of it (see `variant_of`)."""


def variant_of(verb: str, before: Mapping[str, object], after: Mapping[str, object]) -> str:
    """Return the suffix that says which deed of a verb an event was, empty for the verb itself."""
    if after.get("party"):
        return ".party"
    if after.get("withdrawn_at"):
        return ".withdrawn"
    if after.get("is_active"):
        return ".reopened"
    return ".ended" if verb == "account.grant" and before else ""
