"""Key projects: each milestone with what was set, forecast and actual, and by how many days it is early or late."""

import datetime as dt
from dataclasses import dataclass
from typing import Final

from tongket.organisation import name_on
from tongket.plan import KeyProject, Milestone, expected_lateness, lateness
from tongket.plan.wording import milestone_name
from tongket.server.web.names import end_of
from tongket.server.web.plan.figures import period_said
from tongket.words import Language, Text
from tongket.year import Period
from tongket.yearbook import Year

_EARLY: Final = Text("sớm {days} ngày", "раньше на {days} дн.", "{days} days early")
_LATE: Final = Text("muộn {days} ngày", "позже на {days} дн.", "{days} days late")
_ON_TIME: Final = Text("đúng hạn", "в срок", "on time")
_NOT_DUE: Final = Text("chưa đến hạn", "срок не наступил", "not due")
_OVERDUE: Final = Text("quá hạn {days} ngày", "просрочено на {days} дн.", "{days} days overdue")
_FORECAST: Final = Text("dự báo {what}", "прогноз: {what}", "forecast {what}")


@dataclass(frozen=True, slots=True)
class MilestoneRow:
    """One milestone of a project; `number` is its place among those of its project.

    `actual` is what is kept; `actual_said` is empty while that day is still to come.
    """

    number: int
    name: str
    baseline: Period
    forecast: Period | None
    actual: Period | None
    baseline_said: str
    forecast_said: str
    actual_said: str
    standing: str
    tone: str


@dataclass(frozen=True, slots=True)
class ProjectRow:
    """A key project with its milestones."""

    code: str
    name: str
    org_unit: str
    org_unit_name: str
    milestones: tuple[MilestoneRow, ...]


def project_rows(year: Year, day: dt.date, language: Language) -> tuple[ProjectRow, ...]:
    """Return the key projects of a year as they stand on a day; what came later has not come yet."""
    return tuple(_project(year, one, day, language) for one in year.plan.key_projects)


def milestones_of(year: Year, project: str) -> tuple[Milestone, ...]:
    """Return the milestones of a project in the order in which they were stated."""
    return tuple(one for one in year.plan.milestones if one.project == project)


def standing(milestone: Milestone, day: dt.date, language: Language) -> tuple[str, str]:
    """Say how a milestone stands on a day, and the tone of it: sớm 23 ngày, muộn 12 ngày, chưa đến hạn.

    What has an actual date stands by it; what is past its last day is overdue; else a forecast says how it will be.
    """
    late = lateness(milestone)
    if late is not None and _has_come(milestone, day):
        return _days(late, language), "good" if late <= 0 else "bad"
    overdue = (day - milestone.baseline.last).days
    if overdue > 0:
        return _OVERDUE.to(language).format(days=overdue), "bad"
    expected = expected_lateness(milestone)
    if expected is None or expected == 0:
        return _NOT_DUE.to(language), "quiet"
    said = f"{_NOT_DUE.to(language)}; {_FORECAST.to(language).format(what=_days(expected, language))}"
    return said, "warn" if expected > 0 else "quiet"


def _days(late: int, language: Language) -> str:
    if late == 0:
        return _ON_TIME.to(language)
    return (_LATE if late > 0 else _EARLY).to(language).format(days=abs(late))


def _project(year: Year, project: KeyProject, day: dt.date, language: Language) -> ProjectRow:
    milestones = milestones_of(year, project.code)
    return ProjectRow(
        project.code,
        project.name.to(language),
        project.org_unit,
        name_on(year.organisation, project.org_unit, end_of(year)).to(language),
        tuple(_milestone(number, one, day, language) for number, one in enumerate(milestones)),
    )


def _has_come(milestone: Milestone, day: dt.date) -> bool:
    return milestone.actual is not None and milestone.actual.first <= day


def _milestone(number: int, one: Milestone, day: dt.date, language: Language) -> MilestoneRow:
    said, tone = standing(one, day, language)
    return MilestoneRow(
        number,
        milestone_name(one).to(language),
        one.baseline,
        one.forecast,
        one.actual,
        period_said(one.baseline, language),
        period_said(one.forecast, language) if one.forecast else "",
        period_said(one.actual, language) if one.actual and _has_come(one, day) else "",
        said,
        tone,
    )
