"""Công trình, dự án trọng điểm: the chart and the table, and the dates that are reported for a milestone."""

from typing import Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from tongket.server.actions.plan.milestones import report_milestone
from tongket.server.records.queries.seen import year_seen
from tongket.server.web.forms import revision_of, text_of
from tongket.server.web.language import spoken
from tongket.server.web.plan.figures import period_said
from tongket.server.web.plan.gantt import chart_of
from tongket.server.web.plan.projects import milestones_of, project_rows
from tongket.server.web.visit import Visit, visit
from tongket.words import Refused, Text
from tongket.year import Period
from tongket.yearbook.by_hand import from_hand
from tongket.yearbook.values import ValueKind

_REPORTED: Final = Text("Đã cập nhật mốc “{name}”.", "Веха «{name}» обновлена.", "The milestone “{name}” was updated.")
_NOT_READ: Final = Text(
    "Không đọc được “{text}”. Ghi ngày 05/12/2022, tháng 12/2022 hoặc Quý IV/2022.",
    "«{text}» не читается. Введите день 05/12/2022, месяц 12/2022 или квартал Q4/2022.",
    "“{text}” cannot be read. Type a day 05/12/2022, a month 12/2022 or a quarter Q4/2022.",
)


@require_GET
def projects(request: HttpRequest, book: str) -> HttpResponse:
    """Show the key projects as a chart and a table."""
    found = visit(request)
    rows = project_rows(year_seen(found.book, party=found.actor.party, with_dossiers=False), found.day, spoken())
    listed = [(one, found.may("plan.report_milestone", one.org_unit)) for one in rows]
    page = {
        "projects": listed,
        "may_report_any": any(may for _, may in listed),
        "chart": chart_of(rows, found.day, spoken()),
        "may_import": found.may("plan.import"),
        "day": found.day,
    }
    return render(request, "plan/projects.html", page)


def milestone(request: HttpRequest, book: str, org_unit: str, project: str, number: int) -> HttpResponse:
    """Ask for the forecast and actual dates of a milestone, and keep them."""
    found = visit(request)
    project_row = next((one for one in found.year.plan.key_projects if one.code == project), None)
    listed = milestones_of(found.year, project)
    if project_row is None or project_row.org_unit != org_unit or number >= len(listed):
        raise Http404
    given: dict[str, str] = {}
    if request.method != "POST":
        return _form(request, found, project, number, given)
    given = {name: str(value) for name, value in request.POST.dict().items()}
    try:
        report_milestone(
            actor=found.actor,
            book=found.book,
            project=project,
            number=number,
            forecast=_period(given, "forecast"),
            actual=_period(given, "actual"),
            revision=revision_of(given),
        )
    except Refused as refused:
        if type(refused) is not Refused:
            raise
        return _form(request, found, project, number, given, refused)
    name = next(one for one in project_rows(found.year, found.day, spoken()) if one.code == project)
    messages.success(request, _REPORTED.to(spoken()).format(name=name.milestones[number].name))
    return redirect("plan_projects", book=book)


def _form(
    request: HttpRequest,
    found: Visit,
    project: str,
    number: int,
    given: dict[str, str],
    refused: Refused | None = None,
) -> HttpResponse:
    row = next(one for one in project_rows(found.year, found.day, spoken()) if one.code == project)
    milestone = row.milestones[number]
    kept = period_said(milestone.actual, spoken()) if milestone.actual else ""
    page = {
        "project": row,
        "row": milestone,
        "given": given or {"forecast": milestone.forecast_said, "actual": kept},
        "refused": refused.sentence if refused else None,
        "revision": found.book.revision,
    }
    return render(request, "plan/milestone.html", page, status=400 if refused else 200)


def _period(given: dict[str, str], field: str) -> Period | None:
    """Read a day, month or quarter the way people write it; nothing where the field is empty. Raises Refused."""
    text = text_of(given, field)
    if not text:
        return None
    exact, _ = from_hand(text, ValueKind.PERIOD, None, None)
    try:
        return Period.parse(exact)
    except ValueError:
        raise Refused(_NOT_READ.fill(text=text)) from None
