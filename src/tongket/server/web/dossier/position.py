"""Where a dossier stands as its reader sees it: who holds it, how late it is, what is still missing."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from tongket.dossier.states import DossierState
from tongket.server.actions.acting import checkers, may
from tongket.server.actions.dossier.subjects import subject_of
from tongket.server.clock import civil_day
from tongket.server.records.models import DossierCase, Relation
from tongket.server.records.queries.dossiers import due, state_label, state_of
from tongket.server.web.language import spoken
from tongket.server.web.names import org_unit_name
from tongket.server.web.visit import Visit
from tongket.words import Text, in_each_language, short_date
from tongket.year import working_days_late

_S = DossierState
TONES: Final = {
    _S.DRAFT: "quiet",
    _S.AWAITING_HEAD: "warn",
    _S.SUBMITTED: "now",
    _S.RETURNED: "warn",
    _S.ACCEPTED: "good",
    _S.CONSOLIDATED: "good",
    _S.WITHDRAWN: "warn",
}
_YOU: Final = Text("Chờ Anh/Chị", "Ждёт Вас", "Waits for you")
_YOU_APPROVE: Final = Text("Chờ Anh/Chị duyệt", "Ждёт Вашего утверждения", "Waits for your approval")
_YOU_CHECK: Final = Text("Chờ Anh/Chị kiểm tra", "Ждёт Вашей проверки", "Waits for your check")
_UNIT: Final = Text("Chờ đơn vị", "Ждёт организацию", "Waits for the unit")
_HEAD: Final = Text("Chờ lãnh đạo đơn vị", "Ждёт руководителя", "Waits for the unit's head")
_CHECK: Final = Text("Chờ Thư ký Cụm kiểm tra", "Ждёт проверки секретаря", "Waits for the secretary's check")
_CHECK_ABOVE: Final = Text("Chờ thẩm định", "Ждёт проверки", "Waits for the check")
_OTHERS: Final = Text("Chờ {who} kiểm tra", "Ждёт проверки: {who}", "Waits for {who} to check")
_DONE: Final = Text("Đã xong", "Готово", "Done")
_LATE: Final = Text("Quá hạn {n} ngày", "Просрочено на {n} дн.", "{n} days overdue")
_CAME_LATE: Final = Text("Nộp muộn {n} ngày", "Представлено с опозданием на {n} дн.", "Came {n} days late")
_EXTENDED: Final = Text("Được gia hạn đến {day}", "Срок продлён до {day}", "Extended to {day}")
_LEFT: Final = Text("Còn {n} ngày", "Осталось {n} дн.", "{n} days left")
_TODAY: Final = Text("Hạn hôm nay", "Срок сегодня", "Due today")
_IN_TIME: Final = Text("Nộp đúng hạn", "Представлено в срок", "Came in time")
_OVERDUE: Final = Text(
    "Đã quá hạn nộp {n} ngày làm việc. Đơn vị vẫn gửi được hồ sơ; thời điểm nộp muộn được ghi nhận.",
    "Срок истёк {n} раб. дн. назад. Материалы по-прежнему можно направить; время опоздания отмечается.",
    "The deadline passed {n} working days ago. The dossier can still be sent; when it came is noted.",
)
_OVERDUE_TODAY: Final = Text(
    "Đã quá hạn nộp hôm nay. Đơn vị vẫn gửi được hồ sơ; thời điểm nộp muộn được ghi nhận.",
    "Срок истёк сегодня. Материалы по-прежнему можно направить; время опоздания отмечается.",
    "The deadline passed today. The dossier can still be sent; when it came is noted.",
)


@dataclass(frozen=True, slots=True)
class Lateness:
    """How a dossier stands to its deadline, in words and tone."""

    label: Text
    tone: str


def tone_of(case: DossierCase) -> str:
    """Return the tone in which a state is shown."""
    return TONES[state_of(case)]


def label_of(case: DossierCase) -> Text:
    """Return the state in words."""
    return state_label(case)


def held_by(found: Visit, case: DossierCase) -> Text:
    """Say who has to act now, from the position of who reads it."""
    state, subject = state_of(case), subject_of(case)
    if state is _S.AWAITING_HEAD:
        return _YOU_APPROVE if may(found.actor, "dossier.approve", subject) else _HEAD
    if state.with_unit:
        return _YOU if found.actor.standing.org_unit == case.org_unit else _UNIT
    if state is _S.SUBMITTED:
        return _YOU_CHECK if may(found.actor, "dossier.accept", subject) else _checked_by(found, case)
    return _DONE


def _checked_by(found: Visit, case: DossierCase) -> Text:
    if case.org_unit == case.book.lead_org_unit:
        names = [org_unit_name(found.year, code, spoken()) for code in checkers(case.book)]
        return _OTHERS.fill(who=", ".join(names))
    return _CHECK if case.book.relation == Relation.PEERS else _CHECK_ABOVE


def lateness(case: DossierCase, at: dt.datetime) -> Lateness | None:
    """Say how a dossier stands to its deadline; None where none was set."""
    limit = due(case)
    if limit is None:
        return None
    came = case.received_at
    if came:
        days = (civil_day(came) - civil_day(limit)).days
        return Lateness(_CAME_LATE.fill(n=str(max(days, 1))), "warn") if came > limit else Lateness(_IN_TIME, "good")
    if at > limit:
        return Lateness(_LATE.fill(n=str(max((civil_day(at) - civil_day(limit)).days, 1))), "bad")
    left = (civil_day(limit) - civil_day(at)).days
    return Lateness(_LEFT.fill(n=str(left)) if left else _TODAY, "quiet" if left > 2 else "warn")


def extended(case: DossierCase) -> Text | None:
    """Say until when the deadline was extended."""
    if case.extended_to is None:
        return None
    day = civil_day(case.extended_to)
    return _EXTENDED.fill(day=in_each_language(lambda language: short_date(day, language)))


def overdue(case: DossierCase, at: dt.datetime) -> Text | None:
    """Say on the unit's own page that the deadline has passed, and that it can still file."""
    limit = due(case)
    if limit is None or at <= limit or not (state_of(case).with_unit or state_of(case) is _S.AWAITING_HEAD):
        return None
    if case.received_at is not None and case.received_at <= limit:
        return None
    days = working_days_late(civil_day(limit), civil_day(at))
    return _OVERDUE.fill(n=str(days)) if days else _OVERDUE_TODAY


def not_filed(cases: Iterable[DossierCase]) -> int:
    """Count the dossiers that have not come."""
    return sum(case.received_at is None for case in cases)
