from dataclasses import replace
from datetime import date

import pytest
from tests.plan.cast import UNITS, plan

from tongket.plan import KeyProject, Milestone, Stage, Timeliness, check, expected_lateness, lateness, timeliness
from tongket.words import Text
from tongket.year import Period

CUT_OFF = date(2022, 10, 31)


def milestone(baseline, actual=None, forecast=None, stage=Stage.FIRST_OIL, project="BK-19"):
    dates = [day and Period.parse(day) for day in (baseline, forecast, actual)]
    return Milestone(project, stage, *dates)


@pytest.mark.parametrize(
    ("baseline", "actual", "days", "outcome"),
    [
        ("2022-Q3", "2022-09-18", -12, Timeliness.EARLY),
        ("2021-Q4", "2021-11-13", -48, Timeliness.EARLY),
        ("2022-09-30", "2022-09-30", 0, Timeliness.ON_TIME),
        ("2022-Q3", "2022-09", 0, Timeliness.ON_TIME),
        ("2022-Q3", "2022-10-12", 12, Timeliness.LATE),
        ("2022-09-30", "2022-10-01", 1, Timeliness.LATE),
        ("2022-10-31", "2022-10-31", 0, Timeliness.ON_TIME),
    ],
)
def test_what_has_come_is_early_on_time_or_late(baseline, actual, days, outcome):
    came = milestone(baseline, actual)
    assert (lateness(came), timeliness(came, CUT_OFF)) == (days, outcome)


@pytest.mark.parametrize(
    ("baseline", "outcome"),
    [
        ("2023-Q2", Timeliness.NOT_DUE),
        ("2022-11-01", Timeliness.NOT_DUE),
        ("2022-10-31", Timeliness.OVERDUE),
        ("2022-Q3", Timeliness.OVERDUE),
        ("2022-Q4", Timeliness.NOT_DUE),
    ],
)
def test_what_has_not_come_is_not_due_until_the_last_day_planned_is_over(baseline, outcome):
    waiting = milestone(baseline)
    assert (lateness(waiting), timeliness(waiting, CUT_OFF)) == (None, outcome)


def test_what_came_after_the_cut_off_day_had_not_come_on_it():
    came = milestone("2022-12-31", "2022-12-05")
    assert timeliness(came, CUT_OFF) is Timeliness.NOT_DUE
    assert timeliness(came, date(2022, 12, 4)) is Timeliness.NOT_DUE
    assert timeliness(came, date(2022, 12, 5)) is Timeliness.EARLY


def test_a_forecast_says_how_late_it_will_be_until_it_has_come():
    assert expected_lateness(milestone("2022-Q3", forecast="2022-11-15")) == 46
    assert expected_lateness(milestone("2022-Q3", "2022-09-18", forecast="2022-11-15")) == -12
    assert expected_lateness(milestone("2022-Q3")) is None


def found(*milestones):
    stated = plan(key_projects=(KeyProject("BK-19", Text("Giàn BK-19"), "VSP"),), milestones=milestones)
    return [finding for finding in check(stated, UNITS) if finding.code == "plan.stage-too-early"]


def test_a_stage_planned_before_the_stage_that_must_come_first_is_found():
    early = milestone("2021-03", stage=Stage.INSTALLATION), milestone("2021-Q2", stage=Stage.FABRICATION)
    (finding,) = found(*early)
    assert finding.sentence() == (
        "Công trình ‘BK-19’: mốc ‘Lắp đặt’ (2021-03) đứng trước mốc ‘Chế tạo’ (2021-Q2) của giai đoạn trước nó. "
        "Kiểm tra lại ngày."
    )


def test_stages_in_the_same_quarter_may_be_in_order():
    assert found(milestone("2021-Q2", stage=Stage.FABRICATION), milestone("2021-04", stage=Stage.INSTALLATION)) == []


def test_stages_that_came_in_the_wrong_order_are_found_though_they_were_planned_well():
    came = (
        milestone("2021-Q1", "2021-06-01", stage=Stage.PROCUREMENT),
        milestone("2021-Q2", "2021-05-31", stage=Stage.FABRICATION),
    )
    (finding,) = found(*came)
    assert "(31/05/2021) đứng trước mốc ‘Mua sắm’ (01/06/2021)" in finding.sentence()


def test_other_projects_and_other_stages_have_no_order():
    later = milestone("2021-Q4", stage=Stage.PROCUREMENT)
    assert found(later, milestone("2021-Q1", stage=Stage.OTHER)) == []
    assert found(later, replace(milestone("2021-Q1", stage=Stage.FIRST_OIL), project="BK-18A")) == []
