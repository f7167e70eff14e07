"""What waits for a person in their role, the most urgent first; and what others are waited for."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tongket.dossier.states import DossierState
from tongket.organisation import name_on
from tongket.server.actions.acting import may
from tongket.server.actions.dossier.moving import what_is_missing
from tongket.server.actions.dossier.subjects import subject_of
from tongket.server.clock import civil_day
from tongket.server.records.models import DossierCase, Role
from tongket.server.records.queries.dossiers import due, latest, state_of
from tongket.server.records.queries.filing import open_objection
from tongket.server.web.addresses import address
from tongket.server.web.names import end_of
from tongket.server.web.visit import Visit
from tongket.words import Text

MOST: Final = 7
"""A list longer than this is not read; the others are counted."""
_CLUSTER_ROLES: Final = frozenset({Role.LEAD, Role.DEPUTY, Role.SECRETARY, Role.OFFICE})
_REPORT: Final = Text(
    "Gửi hồ sơ báo cáo năm {year}", "Направить отчётные материалы за {year} год", "File the dossier of {year}"
)
_COMPLETE: Final = Text(
    "Bổ sung hồ sơ theo {n} ý kiến", "Доработать материалы: {n} замечаний", "Complete the dossier: {n} remarks"
)
_APPROVE: Final = Text(
    "Duyệt hồ sơ báo cáo năm {year}", "Утвердить отчётные материалы за {year} год", "Approve the dossier of {year}"
)
_CHECK: Final = Text("Kiểm tra hồ sơ {name}", "Проверить материалы: {name}", "Check the dossier of {name}")
_EXTENSION: Final = Text(
    "Trả lời đề nghị gia hạn của {name}",
    "Ответить на просьбу о продлении: {name}",
    "Answer {name}'s request for more time",
)
_OBJECTION: Final = Text(
    "Xem đề nghị sửa hồ sơ nộp thay của {name}",
    "Рассмотреть возражение: {name}",
    "See what {name} asks to correct in what was filed for it",
)
_FILED_FOR: Final = Text(
    "Xem hồ sơ năm {year} do Thư ký Cụm nộp thay",
    "Посмотреть материалы за {year} год, поданные секретарём",
    "See the dossier of {year} that the secretary filed",
)
_REMIND: Final = Text(
    "Nhắc đơn vị chưa nộp ({n})", "Напомнить не представившим ({n})", "Remind who has not filed ({n})"
)
_CONSOLIDATE: Final = Text("Tổng hợp số liệu", "Свести данные", "Consolidate the figures")
_OPEN: Final = Text("Mở", "Открыть", "Open")
_CHECK_VERB: Final = Text("Kiểm tra", "Проверить", "Check")
_APPROVE_VERB: Final = Text("Xem và duyệt", "Просмотреть и утвердить", "Look and approve")
_REMIND_VERB: Final = Text("Xem danh sách", "К списку", "See the list")


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do: what, by when, and the page on which it is done, with the word on its button."""

    subject: Text
    address: str
    button: Text
    due: dt.datetime | None = None
    days_left: int | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """Somebody else is waited for: who, for what, since when."""

    org_unit: str
    what: Text


def tasks(visit: Visit, cases: tuple[DossierCase, ...]) -> tuple[Task, ...]:
    """Return what waits for the person in the role they act in, in the order of the days it is due."""
    found = (*_own(visit, cases), *_to_check(visit, cases), *_of_the_cluster(visit, cases))
    return tuple(sorted(found, key=lambda task: (task.due is None, task.due or visit.actor.at)))


def waiting(visit: Visit, cases: tuple[DossierCase, ...]) -> tuple[Waiting, ...]:
    """Return whom others wait for: dossiers that lie with their org unit, or with others who check."""
    mine = visit.actor.standing.org_unit
    others = (case for case in cases if case.org_unit != mine and not _is_to_check(visit, case))
    return tuple(Waiting(case.org_unit, _waits(case)) for case in others if _waits(case).vi)


def _own(visit: Visit, cases: tuple[DossierCase, ...]) -> Iterator[Task]:
    for case in cases:
        if case.org_unit != visit.actor.standing.org_unit:
            continue
        page = address("dossier", visit.book.slug, org_unit=case.org_unit)
        if visit.actor.role is Role.HEAD and case.state == DossierState.AWAITING_HEAD.value:
            yield _task(visit, case, _APPROVE.fill(year=case.period), page, _APPROVE_VERB)
        version = latest(case)
        if version and version.on_behalf and state_of(case) is DossierState.SUBMITTED and not open_objection(case):
            yield _task(visit, case, _FILED_FOR.fill(year=case.period), page, _OPEN)
        if visit.actor.role is Role.REPORTER and state_of(case).with_unit:
            remarks = version.remarks.filter(sent=True, answer="").count() if version else 0
            subject = _COMPLETE.fill(n=str(remarks)) if remarks else _REPORT.fill(year=case.period)
            yield _task(visit, case, subject, page, _OPEN)


def _to_check(visit: Visit, cases: tuple[DossierCase, ...]) -> Iterator[Task]:
    for case in cases:
        if _is_to_check(visit, case):
            page = address("checking_dossier", visit.book.slug, org_unit=case.org_unit)
            yield _task(visit, case, _named(_CHECK, visit, case.org_unit), page, _CHECK_VERB)


def _is_to_check(visit: Visit, case: DossierCase) -> bool:
    return case.state == DossierState.SUBMITTED.value and may(visit.actor, "dossier.accept", subject_of(case))


def _of_the_cluster(visit: Visit, cases: tuple[DossierCase, ...]) -> Iterator[Task]:
    if visit.actor.role not in _CLUSTER_ROLES:
        return
    for case in cases:
        if case.extension_asked_to and may(visit.actor, "dossier.extend", subject_of(case)):
            page = address("checking_dossier", visit.book.slug, org_unit=case.org_unit)
            yield Task(_named(_EXTENSION, visit, case.org_unit), page, _OPEN)
    for case in cases:
        if open_objection(case) and visit.may("dossier.file_on_behalf", case.org_unit):
            page = address("dossier", visit.book.slug, org_unit=case.org_unit)
            yield Task(_named(_OBJECTION, visit, case.org_unit), page, _OPEN)
    missing = [case for case in cases if state_of(case).with_unit and case.received_at is None]
    if missing and visit.may("dossier.remind"):
        page = address("remind", visit.book.slug) or address("dossiers", visit.book.slug)
        yield _task(visit, missing[0], _REMIND.fill(n=str(len(missing))), page, _REMIND_VERB)
    if cases and all(case.state == DossierState.ACCEPTED.value for case in cases) and visit.may("results.consolidate"):
        yield Task(_CONSOLIDATE, address("results", visit.book.slug), _OPEN)


def _task(visit: Visit, case: DossierCase, subject: Text, page: str, button: Text) -> Task:
    moment = due(case)
    left = (civil_day(moment) - visit.day).days if moment else None
    return Task(subject, page, button, moment, left)


def _named(text: Text, visit: Visit, org_unit: str) -> Text:
    return text.fill(name=name_on(visit.year.organisation, org_unit, end_of(visit.year)))


_WITH_UNIT: Final = Text("chuẩn bị, gửi hồ sơ", "подготовка и отправка", "preparing and filing")
_WITH_HEAD: Final = Text("lãnh đạo đơn vị duyệt", "утверждение руководителем", "approval by the head")
_BACK: Final = Text("bổ sung hồ sơ", "доработка материалов", "completing the dossier")
_AT_CHECK: Final = Text("kiểm tra hồ sơ", "проверка материалов", "checking the dossier")
_WAITS: Final = {
    DossierState.DRAFT: _WITH_UNIT,
    DossierState.WITHDRAWN: _BACK,
    DossierState.RETURNED: _BACK,
    DossierState.AWAITING_HEAD: _WITH_HEAD,
    DossierState.SUBMITTED: _AT_CHECK,
}


def _waits(case: DossierCase) -> Text:
    return _WAITS.get(state_of(case), Text(""))


def missing_of(case: DossierCase) -> tuple[Text, ...]:
    """Return what still keeps a dossier from being sent."""
    return what_is_missing(case, latest(case))
