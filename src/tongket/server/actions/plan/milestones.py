"""Reporting a milestone of a key project: when it is expected, and when it came. What was set stays as it was."""

from dataclasses import replace
from typing import Final

from tongket.server.actions.acting import Actor, Subject, acting
from tongket.server.actions.plan.storing import same_revision, store_plan
from tongket.server.actions.refusals import Absent
from tongket.server.clock import civil_day
from tongket.server.records.models import YearBook
from tongket.server.records.queries.books import typed_year
from tongket.words import Refused, Text
from tongket.year import Period

_NO_SUCH: Final = Text("Không tìm thấy mốc này.", "Такой вехи нет.", "There is no such milestone.")
_TO_COME: Final = Text(
    "Ngày thực tế {when} chưa đến (hôm nay {today}). Ngày sắp tới ghi vào ô “Dự báo”.",
    "Фактическая дата {when} ещё не наступила (сегодня {today}). Будущую дату укажите в поле «Прогноз».",
    "The actual date {when} is still to come (today is {today}). Enter a coming date as the forecast.",
)


def report_milestone(
    *,
    actor: Actor,
    book: YearBook,
    project: str,
    number: int,
    forecast: Period | None,
    actual: Period | None,
    revision: int,
) -> None:
    """Keep the forecast and actual dates of the milestone that stands at `number` in its project, counted from 0.

    Raises Refused for an actual date that begins after the day of the report; one already kept is left alone.
    """
    plan = typed_year(book).plan
    row = next((one for one in plan.key_projects if one.code == project), None)
    listed = [one for one in plan.milestones if one.project == project]
    if row is None or not 0 <= number < len(listed):
        raise Absent(_NO_SUCH)
    subject = Subject(book, row.org_unit, name=project)
    with acting(actor, "plan.report_milestone", subject, changes_year=True) as event:
        same_revision(book, revision)
        old = listed[number]
        today = civil_day(actor.at)
        if actual and actual != old.actual and actual.first > today:
            raise Refused(_TO_COME.fill(when=str(actual), today=f"{today:%d/%m/%Y}"))
        new = replace(old, forecast=forecast, actual=actual)
        milestones = tuple(new if one is old else one for one in plan.milestones)
        store_plan(actor, book, "plan.report_milestone", replace(plan, milestones=milestones), event)
