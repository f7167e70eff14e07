"""Bàn làm việc: the line of the year, what to do, four figures, who has filed, whom others wait for, what happened."""

from dataclasses import dataclass
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tongket.dossier.states import DossierState
from tongket.server.records.models import DossierCase, Role
from tongket.server.records.queries.dossiers import (
    cases,
    dossier_of,
    due,
    is_late,
    latest,
    state_label,
    state_of,
    tally,
)
from tongket.server.web.addresses import address
from tongket.server.web.desk.line import steps
from tongket.server.web.desk.tasks import MOST, tasks, waiting
from tongket.server.web.language import spoken
from tongket.server.web.log.sentences import recent
from tongket.server.web.names import org_unit_name
from tongket.server.web.visit import Visit, visit
from tongket.words import Text

_OWN_ROLES: Final = frozenset({Role.REPORTER, Role.HEAD})
TONES: Final = {
    DossierState.DRAFT: "quiet",
    DossierState.AWAITING_HEAD: "warn",
    DossierState.SUBMITTED: "now",
    DossierState.RETURNED: "warn",
    DossierState.ACCEPTED: "good",
    DossierState.CONSOLIDATED: "good",
    DossierState.WITHDRAWN: "quiet",
}
"""The tone in which a state of a dossier is shown, on every page."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One of the four figures: a number that answers "what must I do", and its words."""

    value: str
    words: Text


@dataclass(frozen=True, slots=True)
class FiledRow:
    """One row of the table of who has filed."""

    org_unit: str
    name: str
    case: DossierCase
    label: Text
    tone: str
    late: bool
    address: str


def desk(request: HttpRequest, book: str) -> HttpResponse:
    """Show the desk of the person in their role."""
    here = visit(request)
    owed = cases(here.book)
    todo = tasks(here, owed)
    others = waiting(here, owed)
    return render(
        request,
        "desk/desk.html",
        {
            "steps": steps(here, owed),
            "tasks": todo[:MOST],
            "more_tasks": len(todo) - MOST if len(todo) > MOST else 0,
            "figures": _figures(here, owed),
            "rows": [_row(here, case) for case in owed],
            "waiting": [(org_unit_name(here.year, one.org_unit, spoken()), one.what) for one in others],
            "is_empty": not here.year.plan.targets,
            "import_address": address("plan_import", here.book.slug) if here.may("plan.import") else "",
            "activity": [one.sentence for one in recent(here)],
            "sees_all": here.actor.role not in _OWN_ROLES,
        },
    )


def _figures(here: Visit, owed: tuple[DossierCase, ...]) -> tuple[Figure, ...]:
    return _own_figures(here, owed) if here.actor.role in _OWN_ROLES else _cluster_figures(here, owed)


def _own_figures(here: Visit, owed: tuple[DossierCase, ...]) -> tuple[Figure, ...]:
    case = next((one for one in owed if one.org_unit == here.actor.standing.org_unit), None)
    if case is None:
        return ()
    version = latest(case)
    counted = tally(dossier_of(version).findings) if version else None
    remarks = version.remarks.filter(sent=True, answer="").count() if version else 0
    moment = due(case)
    left = (moment.date() - here.day).days if moment else None
    return (
        Figure(str(version.number if version else 0), Text("lần đã lưu", "сохранённых версий", "versions kept")),
        Figure(str(counted.errors if counted else "–"), Text("lỗi phải sửa", "ошибок исправить", "errors to correct")),
        Figure(str(remarks), Text("ý kiến cần trả lời", "замечаний без ответа", "remarks to answer")),
        Figure("–" if left is None else str(left), Text("ngày còn lại đến hạn nộp", "дней до срока", "days until due")),
    )


def _cluster_figures(here: Visit, owed: tuple[DossierCase, ...]) -> tuple[Figure, ...]:
    states = [state_of(case) for case in owed]
    received = sum(case.received_at is not None for case in owed)
    limit = max((moment for case in owed if (moment := due(case))), default=None)
    left = "–" if limit is None else str((limit.date() - here.day).days)
    return (
        Figure(f"{received}/{len(owed)}", Text("Hồ sơ đã nhận", "Получено материалов", "Dossiers received")),
        Figure(str(states.count(DossierState.SUBMITTED)), Text("Chờ kiểm tra", "Ожидают проверки", "To be checked")),
        Figure(
            str(states.count(DossierState.RETURNED)),
            Text("Chờ đơn vị bổ sung", "На доработке у организаций", "Being completed"),
        ),
        Figure(left, Text("ngày còn lại đến hạn nộp", "дней до срока", "days until due")),
    )


def _row(here: Visit, case: DossierCase) -> FiledRow:
    opens = here.may("dossier.see", case.org_unit)
    return FiledRow(
        case.org_unit,
        org_unit_name(here.year, case.org_unit, spoken()),
        case,
        state_label(case),
        TONES[state_of(case)],
        is_late(case, here.actor.at),
        address("dossier", here.book.slug, org_unit=case.org_unit) if opens else "",
    )
