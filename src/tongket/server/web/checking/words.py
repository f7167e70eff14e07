"""The words of checking, by relation: of peers “Đạt yêu cầu”, “Đề nghị bổ sung”; of a superior “Duyệt”, “Trả lại”."""

import datetime as dt
from dataclasses import dataclass
from typing import Final

from tongket.server.actions.acting import checkers
from tongket.server.records.models import CrossCheck, DossierCase, Relation, YearBook
from tongket.server.records.queries.lateness import Lateness, lateness
from tongket.server.web.language import spoken
from tongket.server.web.names import org_unit_name
from tongket.server.web.tags import moment
from tongket.words import Text, short_date
from tongket.yearbook import Year


@dataclass(frozen=True, slots=True)
class RelationWords:
    """What the two decisions are called, and what is asked before the first."""

    accept: Text
    send_back: Text
    confirm: Text


PEERS: Final = RelationWords(
    Text("Xác nhận đạt yêu cầu", "Подтвердить соответствие", "Confirm that it meets the requirements"),
    Text("Đề nghị bổ sung", "Просить дополнить", "Ask for completion"),
    Text(
        "Xác nhận hồ sơ của {unit} đạt yêu cầu để đưa vào tổng hợp?",
        "Подтвердить, что материалы {unit} соответствуют требованиям и идут в сводный отчёт?",
        "Confirm that the dossier of {unit} meets the requirements and goes into the consolidated table?",
    ),
)
SUPERIOR: Final = RelationWords(
    Text("Duyệt", "Утвердить", "Approve"),
    Text("Trả lại bổ sung", "Вернуть на доработку", "Return for completion"),
    Text(
        "Duyệt hồ sơ của {unit} để đưa vào tổng hợp?",
        "Утвердить материалы {unit} для сводного отчёта?",
        "Approve the dossier of {unit} for the consolidated table?",
    ),
)
_EXPLAINED: Final = Text(
    " Còn {n} điểm đơn vị đã giải trình; nội dung giải trình sẽ in kèm báo cáo.",
    " Пояснено пунктов: {n}; пояснения будут напечатаны вместе с отчётом.",
    " The org unit explained {n} point(s); what it said will be printed with the report.",
)
_LEFT: Final = Text("còn {n} ngày", "осталось дней: {n}", "{n} day(s) left")
_TODAY: Final = Text("hạn hôm nay", "срок сегодня", "due today")
_OVER: Final = Text("quá hạn {n} ngày làm việc", "просрочено рабочих дней: {n}", "{n} working day(s) overdue")
_OVER_TODAY: Final = Text("quá hạn trong ngày", "просрочено в тот же день", "overdue the same day")
_CAME: Final = Text("gửi {moment}", "направлено {moment}", "submitted {moment}")
_CAME_LATE: Final = Text(
    "gửi {moment}, muộn {n} ngày làm việc",
    "направлено {moment}, позже на рабочих дней: {n}",
    "submitted {moment}, {n} working day(s) late",
)
_CAME_LATE_SAME_DAY: Final = Text(
    "gửi {moment}, sau giờ hạn", "направлено {moment}, после срока", "submitted {moment}, after the hour it was due"
)
_BY_ALL: Final = Text("các thành viên khác ({units})", "другие участники ({units})", "all other members ({units})")
_IN_TURN: Final = Text(
    "thành viên luân phiên ({units})", "участник по очереди ({units})", "the member whose turn it is ({units})"
)
_BY_DEPUTY: Final = Text("Cụm phó ({units})", "заместитель председателя ({units})", "the deputy ({units})")
_BY_NOBODY: Final = Text(
    "người do Cụm cử (chưa cử)", "тот, кого назначит группа (пока не назначен)", "whom the cluster names (nobody yet)"
)
_OF_LEAD: Final = Text(
    "Hồ sơ của Cụm trưởng do {who} kiểm tra.",
    "Материалы председателя группы проверяет: {who}.",
    "The dossier of the lead is checked by {who}.",
)


def words_of(book: YearBook) -> RelationWords:
    """Return the words of a year: those of peers, or of a superior."""
    return PEERS if book.relation == Relation.PEERS else SUPERIOR


def confirmation(book: YearBook, org_unit: str, explained: int) -> str:
    """Return what is asked before a dossier is accepted."""
    asked = words_of(book).confirm.to(spoken()).format(unit=org_unit)
    return asked + (_EXPLAINED.to(spoken()).format(n=explained) if explained else "")


def days_text(case: DossierCase, at: dt.datetime) -> str:
    """Say how a dossier stands to its deadline: days left, overdue, or when it came."""
    late = lateness(case, at)
    if late.came:
        return _came(late, late.came)
    if late.due is None:
        return ""
    if late.is_late:
        return _OVER.to(spoken()).format(n=late.working_days) if late.working_days else _OVER_TODAY.to(spoken())
    return _LEFT.to(spoken()).format(n=late.days_left) if late.days_left else _TODAY.to(spoken())


def of_lead(book: YearBook, year: Year) -> str:
    """Say who checks the dossier of the lead: never the lead."""
    named = checkers(book)
    forms = {CrossCheck.DEPUTY: _BY_DEPUTY, CrossCheck.IN_TURN: _IN_TURN, CrossCheck.ALL_OTHERS: _BY_ALL}
    form = forms[CrossCheck(book.cross_check)] if named else _BY_NOBODY
    units = ", ".join(org_unit_name(year, one, spoken()) for one in named)
    return _OF_LEAD.to(spoken()).format(who=form.to(spoken()).format(units=units))


def day_text(day: dt.date) -> str:
    """Write a day the way of the page."""
    return short_date(day, spoken())


def _came(late: Lateness, came: dt.datetime) -> str:
    if not late.is_late:
        return _CAME.to(spoken()).format(moment=moment(came))
    form = _CAME_LATE if late.working_days else _CAME_LATE_SAME_DAY
    return form.to(spoken()).format(moment=moment(came), n=late.working_days)
