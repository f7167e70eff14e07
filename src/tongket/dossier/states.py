"""The states of a dossier and the allowed steps between them, as data.

draft → awaiting own head → submitted → returned → … → accepted → consolidated, with withdrawn. In a cluster the words
for them are those of peers, inside an enterprise those of a superior (users-and-screens §5.2).
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from tongket.words import Text


class DossierState(StrEnum):
    """Where a dossier stands."""

    DRAFT = "draft"
    AWAITING_HEAD = "awaiting_head"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    ACCEPTED = "accepted"
    CONSOLIDATED = "consolidated"
    WITHDRAWN = "withdrawn"

    @property
    def with_unit(self) -> bool:
        """Whether the org unit itself may change it now."""
        return self in WITH_UNIT


class DossierStep(StrEnum):
    """What moves a dossier from one state to another."""

    STORE = "store"
    ASK_HEAD = "ask_head"
    HEAD_SENDS_BACK = "head_sends_back"
    SUBMIT = "submit"
    WITHDRAW = "withdraw"
    RETURN = "return"
    ACCEPT = "accept"
    CONSOLIDATE = "consolidate"
    REOPEN = "reopen"


WITH_UNIT: Final = frozenset({DossierState.DRAFT, DossierState.RETURNED, DossierState.WITHDRAWN})
_S = DossierState
STEPS: Final[Mapping[DossierStep, tuple[frozenset[DossierState], DossierState | None]]] = {
    DossierStep.STORE: (WITH_UNIT, None),
    DossierStep.ASK_HEAD: (WITH_UNIT, _S.AWAITING_HEAD),
    DossierStep.HEAD_SENDS_BACK: (frozenset({_S.AWAITING_HEAD}), _S.DRAFT),
    DossierStep.SUBMIT: (frozenset({_S.AWAITING_HEAD, *WITH_UNIT}), _S.SUBMITTED),
    DossierStep.WITHDRAW: (frozenset({_S.SUBMITTED, _S.AWAITING_HEAD}), _S.WITHDRAWN),
    DossierStep.RETURN: (frozenset({_S.SUBMITTED}), _S.RETURNED),
    DossierStep.ACCEPT: (frozenset({_S.SUBMITTED}), _S.ACCEPTED),
    DossierStep.CONSOLIDATE: (frozenset({_S.ACCEPTED}), _S.CONSOLIDATED),
    DossierStep.REOPEN: (frozenset({_S.ACCEPTED, _S.CONSOLIDATED}), _S.RETURNED),
}
"""From which states each step is allowed, and where it leads (None: it stays). Reopening comes from above only."""


def after(state: DossierState, step: DossierStep) -> DossierState | None:
    """Return the state a step leads to, or None when it is not allowed from here."""
    allowed, into = STEPS[step]
    return (into or state) if state in allowed else None


_PEERS: Final[Mapping[DossierState, Text]] = {
    _S.DRAFT: Text("Đang chuẩn bị", "Подготовка", "In preparation"),
    _S.AWAITING_HEAD: Text("Chờ lãnh đạo đơn vị duyệt", "На утверждении руководителя", "Awaiting own head"),
    _S.SUBMITTED: Text("Đã gửi, chờ kiểm tra", "Направлено, ожидает проверки", "Submitted"),
    _S.RETURNED: Text("Đề nghị bổ sung", "Требуется доработка", "Returned"),
    _S.ACCEPTED: Text("Đạt yêu cầu", "Принято", "Accepted"),
    _S.CONSOLIDATED: Text("Đã tổng hợp", "Включено в сводный отчёт", "Consolidated"),
    _S.WITHDRAWN: Text("Đã rút lại để sửa", "Отозвано для исправления", "Withdrawn"),
}
_SUPERIOR: Final[Mapping[DossierState, Text]] = {
    **_PEERS,
    _S.AWAITING_HEAD: Text("Chờ lãnh đạo phòng duyệt", "На утверждении руководителя", "Awaiting own head"),
    _S.SUBMITTED: Text("Đã gửi, chờ thẩm định", "Направлено, ожидает проверки", "Submitted"),
    _S.RETURNED: Text("Trả lại bổ sung", "Требуется доработка", "Returned"),
    _S.ACCEPTED: Text("Đã duyệt", "Принято", "Accepted"),
}


def label(state: DossierState, *, peers: bool) -> Text:
    """Return what a state is called between peers, or under a superior."""
    return (_PEERS if peers else _SUPERIOR)[state]
