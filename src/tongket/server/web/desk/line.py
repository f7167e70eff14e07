"""The line of the year: ten steps, where the year stands now, and the days that are known.

What is not recorded is not claimed: a step that tongket has no facts of is neither done nor due.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from tongket.dossier.states import DossierState
from tongket.plan import VersionKind
from tongket.server.clock import civil_day
from tongket.server.records.models import DossierCase
from tongket.server.records.queries.dossiers import due
from tongket.server.web.visit import Visit
from tongket.words import Text


class Mark(StrEnum):
    """How a step stands."""

    DONE = "done"
    NOW = "now"
    AHEAD = "ahead"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the year, with its day where one is known."""

    label: Text
    mark: Mark
    day: dt.date | None = None


_LABELS: Final = (
    Text("Giao kế hoạch", "Утверждение плана", "Plan assigned"),
    Text("Ký giao ước", "Подписание соглашения", "Agreement signed"),
    Text("Sơ kết 6 tháng", "Итоги полугодия", "Interim review"),
    Text("Báo cáo năm", "Годовой отчёт", "Yearly dossiers"),
    Text("Tổng hợp", "Свод", "Consolidation"),
    Text("Chấm điểm", "Оценка в баллах", "Scoring"),
    Text("Bình xét", "Рассмотрение", "Consideration"),
    Text("Hội nghị", "Конференция", "Conference"),
    Text("Trình khen thưởng", "Представление к награждению", "Nominations sent"),
    Text("Mở năm mới", "Открытие нового года", "Next year opened"),
)
_COUNTED: Final = frozenset({DossierState.ACCEPTED.value, DossierState.CONSOLIDATED.value})


def steps(visit: Visit, cases: tuple[DossierCase, ...]) -> tuple[Step, ...]:
    """Return the ten steps of the year as they stand for a visit."""
    marks, days = tuple(_marks(visit, cases)), _days(visit, cases)
    return tuple(Step(label, mark, days.get(at)) for at, (label, mark) in enumerate(zip(_LABELS, marks, strict=True)))


def _marks(visit: Visit, cases: tuple[DossierCase, ...]) -> Iterator[Mark]:
    assigned = any(one.kind is not VersionKind.PROPOSED for one in visit.year.plan.plan_versions)
    reported = bool(cases) and all(case.state in _COUNTED for case in cases)
    added_up = bool(cases) and all(case.state == DossierState.CONSOLIDATED.value for case in cases)
    yield Mark.DONE if assigned else Mark.NOW
    yield Mark.UNKNOWN
    yield Mark.UNKNOWN
    yield Mark.DONE if reported else Mark.NOW if assigned and cases else Mark.AHEAD
    yield Mark.DONE if added_up else Mark.NOW if reported else Mark.AHEAD
    yield from (Mark.AHEAD,) * 5


def _days(visit: Visit, cases: tuple[DossierCase, ...]) -> dict[int, dt.date]:
    limits = [moment for case in cases if (moment := due(case))]
    known = {
        0: max((one.on for one in visit.year.plan.plan_versions if one.on), default=None),
        3: civil_day(max(limits)) if limits else None,
        4: civil_day(visit.book.cut_at) if visit.book.cut_at else None,
        7: visit.book.conference_on,
    }
    return {at: day for at, day in known.items() if day}
