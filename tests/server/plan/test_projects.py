"""Key projects: early, late and not due in words, the chart beside them, and who reports the dates of a milestone."""

import datetime as dt
import re

import pytest

from tongket.plan import Milestone, Stage
from tongket.server.actions.plan.milestones import report_milestone
from tongket.server.actions.refusals import Absent, NotPermitted, WrongState
from tongket.server.records.models import AuditEvent
from tongket.server.records.queries.books import typed_year
from tongket.server.web.plan.gantt import chart_of
from tongket.server.web.plan.projects import milestones_of, project_rows, standing
from tongket.words import Refused
from tongket.year import Period

PROJECTS = "/cum-1-2022/plan/projects/"


def day(text):
    return Period.parse(text)


@pytest.mark.parametrize(
    ("baseline", "forecast", "actual", "said", "tone"),
    [
        ("2021-Q4", None, "2021-12-08", "sớm 23 ngày", "good"),
        ("2021-12-31", None, "2022-01-12", "muộn 12 ngày", "bad"),
        ("2022-11-18", None, "2022-11-18", "đúng hạn", "good"),
        ("2022-11-18", None, None, "chưa đến hạn", "quiet"),
        ("2022-11-17", None, None, "quá hạn 1 ngày", "bad"),
        ("2022-12-31", "2023-01-10", None, "chưa đến hạn; dự báo muộn 10 ngày", "warn"),
        ("2022-12-31", "2022-12-21", None, "chưa đến hạn; dự báo sớm 10 ngày", "quiet"),
        ("2022-12-31", "2022-12-31", None, "chưa đến hạn", "quiet"),
        ("2022-12-31", "2022-12-05", "2022-12-05", "chưa đến hạn; dự báo sớm 26 ngày", "quiet"),
    ],
)
def test_a_milestone_stands_as_people_say_it(baseline, forecast, actual, said, tone):
    one = Milestone(
        "A", Stage.FIRST_OIL, day(baseline), day(forecast) if forecast else None, day(actual) if actual else None
    )
    assert standing(one, dt.date(2022, 11, 18), "vi") == (said, tone)


def report(actor, book, project="DA-B", number=0, forecast=None, actual=None, revision=None):
    report_milestone(
        actor=actor,
        book=book,
        project=project,
        number=number,
        forecast=day(forecast) if forecast else None,
        actual=day(actual) if actual else None,
        revision=book.revision if revision is None else revision,
    )


@pytest.mark.parametrize("who", ["pvep", "thuky", "thuongtruc"])
def test_the_org_units_reporter_the_secretary_and_the_office_report_a_milestone(who, cluster, actor_of):
    report(actor_of(who), cluster, forecast="2023-06-15")
    (one,) = milestones_of(typed_year(cluster), "DA-B")
    assert (one.baseline, one.forecast, one.actual) == (day("2023-Q2"), day("2023-06-15"), None)
    event = AuditEvent.objects.latest("id")
    assert (event.verb, event.org_unit, event.subject) == ("plan.report_milestone", "PVEP", "DA-B")
    assert event.after["milestones"][0]["forecast"] == "2023-06-15"


@pytest.mark.parametrize("who", ["vsp", "pvep-lanhdao", "cumtruong", "kiemtra"])
def test_nobody_else_reports_it(who, cluster, actor_of):
    with pytest.raises(NotPermitted):
        report(actor_of(who), cluster, forecast="2023-06-15")


def test_what_has_come_has_come_today_at_the_latest(cluster, actor_of):
    with pytest.raises(Refused):
        report(actor_of("pvep"), cluster, actual="2022-11-19")
    report(actor_of("pvep"), cluster, actual="2022-11-18")
    assert milestones_of(typed_year(cluster), "DA-B")[0].actual == day("2022-11-18")


def test_a_milestone_nobody_knows_and_a_year_changed_meanwhile_are_refused(cluster, actor_of):
    with pytest.raises(Absent):
        report(actor_of("thuky"), cluster, project="KHONG-CO")
    with pytest.raises(Absent):
        report(actor_of("thuky"), cluster, number=1)
    with pytest.raises(WrongState):
        report(actor_of("thuky"), cluster, forecast="2023-06-15", revision=cluster.revision + 1)


def test_the_page_shows_the_chart_with_titles_and_no_style_of_its_own(client_of):
    shown = client_of("pvep").get(PROJECTS).content.decode()
    assert "<svg" in shown
    assert "style=" not in shown
    assert "<title>Kế hoạch: Quý II/2023</title>" in shown
    assert "hôm nay" in shown
    assert "sớm 26 ngày" in shown
    assert "chưa đến hạn" in shown


def test_only_ones_own_milestones_are_offered_to_be_updated(client_of):
    def offered(who):
        return re.findall(r"/plan/projects/(\w+)/", client_of(who).get(PROJECTS).content.decode())

    assert offered("pvep") == ["PVEP"]
    assert offered("thuky") == ["VSP", "PVEP", "GPV"]
    assert offered("kiemtra") == []


def test_dates_are_typed_as_people_write_them(cluster, client_of):
    client = client_of("pvep")
    address = f"{PROJECTS}PVEP/DA-B/0/"
    wrong = client.post(address, {"forecast": "mai", "actual": "", "revision": str(cluster.revision)})
    assert wrong.status_code == 400
    assert "Không đọc được “mai”" in wrong.content.decode()
    given = {"forecast": "Quý III/2023", "actual": "", "revision": str(cluster.revision)}
    assert client.post(address, given).status_code == 302
    cluster.refresh_from_db()
    assert milestones_of(typed_year(cluster), "DA-B")[0].forecast == day("2023-Q3")
    assert client_of("vsp").get(address).status_code == 403
    assert client.get(f"{PROJECTS}PVEP/CT-A/0/").status_code == 404  # another org unit's


def test_the_line_of_today_stands_only_inside_the_chart(cluster):
    year = typed_year(cluster)
    inside, outside = (
        chart_of(project_rows(year, on, "vi"), on, "vi") for on in (dt.date(2022, 11, 18), dt.date(2025, 1, 1))
    )
    assert inside.today
    assert outside.today == ""
    assert chart_of((), dt.date(2022, 1, 1), "vi") is None


def test_an_actual_day_still_to_come_is_not_shown_as_come_and_not_lost(cluster, client_of):
    (row,) = next(
        one for one in project_rows(typed_year(cluster), dt.date(2022, 11, 18), "vi") if one.code == "CT-A"
    ).milestones
    assert (row.actual, row.actual_said) == (day("2022-12-05"), "")
    form = client_of("vsp").get(f"{PROJECTS}VSP/CT-A/0/").content.decode()
    assert 'name="actual" value="05/12/2022"' in form
