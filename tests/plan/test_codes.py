from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from tests.plan.cast import NOTICE, OIL, ROW, YEAR, codes, found, plan, target

from tongket.organisation import Organisation, OrgUnit
from tongket.plan import (
    Assumption,
    AssumptionCode,
    Breakdown,
    Component,
    Factor,
    Indicator,
    KeyProject,
    Milestone,
    PlanLine,
    PlanVersion,
    Share,
    Stage,
    VersionKind,
)
from tongket.words import Severity, Text


@pytest.mark.parametrize(
    "changes",
    [
        {"indicators": (OIL, replace(OIL, code="OIL/1"))},
        {"indicators": (OIL, replace(OIL, code=" GAS"))},
        {"breakdowns": (*plan().breakdowns, Breakdown("A@B", Text("x")))},
        {"breakdowns": (*plan().breakdowns, Breakdown("", Text("x")))},
        {"plan_lines": (*plan().plan_lines, PlanLine("group.2", Text("x")))},
        {"plan_versions": (*plan().plan_versions, PlanVersion("council", "v#3"))},
    ],
)
def test_a_code_that_cannot_stand_in_an_address_is_found(changes):
    assert codes(*NOTICE, **changes) == ["bad-code"]


def test_a_part_may_have_a_slash_and_a_version_a_point():
    versions = (*plan().plan_versions, PlanVersion("council", "v2.1"))
    parts = (*plan().breakdowns, Breakdown("33/9-6 DELTA", Text("x")))
    assert codes(*NOTICE, plan_versions=versions, breakdowns=parts) == []


@pytest.mark.parametrize(
    ("table", "row", "code"),
    [
        ("indicators", OIL, "duplicate-indicator"),
        ("breakdowns", Breakdown("09-1", Text("x")), "duplicate-breakdown"),
        ("plan_lines", PlanLine("council", Text("x")), "duplicate-line"),
        ("plan_versions", PlanVersion("council", "v2"), "duplicate-version"),
        ("key_projects", KeyProject("BK-19", Text("x"), "VSP"), "duplicate-project"),
        ("milestones", Milestone("BK-19", Stage.FIRST_OIL, YEAR), "duplicate-milestone"),
        ("components", Component("OIL", "COND", Decimal(1)), "duplicate-component"),
        ("assumptions", Assumption("council", "v1", AssumptionCode.OIL_PRICE, Decimal(60)), "duplicate-assumption"),
    ],
)
def test_what_stands_twice_is_found_at_the_second_row(table, row, code):
    whole = {
        "indicators": (OIL, Indicator("COND", Text("Condensate"), "kt")),
        "key_projects": (KeyProject("BK-19", Text("Giàn BK-19"), "VSP"),),
        "milestones": (Milestone("BK-19", Stage.FIRST_OIL, YEAR),),
        "components": (Component("OIL", "COND", Decimal(1)),),
        "assumptions": (Assumption("council", "v1", AssumptionCode.OIL_PRICE, Decimal(60)),),
    }
    assert codes(*NOTICE, **whole) == []
    rows = whole.get(table) or getattr(plan(), table)
    (finding,) = found(*NOTICE, **whole | {table: (*rows, replace(row, place=ROW))})
    assert (finding.code, finding.place, finding.severity) == (f"plan.{code}", ROW, Severity.ERROR)


def test_a_target_stated_twice_in_one_version_is_found_but_not_in_two():
    assert codes(target("5", place=ROW), target("5", version="v2")) == []
    (finding,) = found(target("5"), target("5", place=ROW))
    assert finding.place == ROW
    assert finding.sentence() == (
        "Chỉ tiêu VSP/OIL@2021 được giao hai lần trong bản ‘v1’ của tuyến ‘council’. "
        "Giữ một dòng; thay đổi thì ghi vào bản điều chỉnh."
    )


def test_milestones_of_one_stage_may_differ_by_name():
    projects = (KeyProject("BK-19", Text("Giàn BK-19"), "VSP"),)
    two = [Milestone("BK-19", Stage.INSTALLATION, YEAR, name=Text(name)) for name in ("chân đế", "thượng tầng")]
    assert codes(*NOTICE, key_projects=projects, milestones=tuple(two)) == []


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"shares": (Share("09-1", "X-9", Decimal(100)),)}, "unknown-unit"),
        ({"shares": (Share("X-9", "VSP", Decimal(100)),)}, "unknown-breakdown"),
        ({"key_projects": (KeyProject("BK-19", Text("x"), "X-9"),)}, "unknown-unit"),
        ({"milestones": (Milestone("X-9", Stage.FIRST_OIL, YEAR),)}, "unknown-project"),
        ({"components": (Component("OIL", "X-9", Decimal(1)),)}, "unknown-indicator"),
        ({"components": (Component("X-9", "OIL", Decimal(1)),)}, "unknown-indicator"),
        ({"factors": (Factor("t", "bbl", Decimal(7), "s", indicator="X-9"),)}, "unknown-indicator"),
        ({"factors": (Factor("t", "bbl", Decimal(7), "s", breakdown="X-9"),)}, "unknown-breakdown"),
        ({"plan_versions": (*plan().plan_versions, PlanVersion("X-9", "v1"))}, "unknown-line"),
    ],
)
def test_a_name_nobody_declared_is_found_wherever_it_stands(changes, code):
    (finding,) = found(*NOTICE, **changes)
    assert finding.code == f"plan.{code}"
    assert "X-9" in finding.sentence()


@pytest.mark.parametrize("field", ["weight", "numerator", "denominator", "at_plan_price_of"])
def test_an_indicator_made_of_one_nobody_declared_is_found(field):
    assert codes(indicators=(OIL, Indicator("COST", Text("x"), "USD", **{field: "X-9"}))) == ["unknown-indicator"]


@pytest.mark.parametrize(
    ("field", "code"),
    [
        ("org_unit", "unknown-unit"),
        ("indicator", "unknown-indicator"),
        ("breakdown", "unknown-breakdown"),
        ("line", "unknown-line"),
        ("version", "unknown-version"),
    ],
)
def test_a_target_of_something_nobody_declared_is_found(field, code):
    (finding,) = found(target("5", place=ROW, **{field: "X-9"}))
    assert (finding.code, finding.place) == (f"plan.{code}", ROW)


@pytest.mark.parametrize(
    ("field", "code"),
    [
        ("org_unit", "unknown-unit"),
        ("applies_to", "unknown-indicator"),
        ("line", "unknown-line"),
        ("version", "unknown-version"),
    ],
)
def test_an_assumption_about_something_nobody_declared_is_found(field, code):
    price = Assumption("council", "v1", AssumptionCode.OIL_PRICE, Decimal(60))
    assert codes(*NOTICE, assumptions=(replace(price, **{field: "X-9"}),)) == [code]


@pytest.mark.parametrize(("until", "expected"), [("2021-01-01", ["unit-absent"]), ("2021-01-02", [])])
def test_a_target_of_a_unit_that_existed_on_no_day_of_the_period_is_found(until, expected):
    units = Organisation((OrgUnit("VSP", Text("Vietsovpetro"), until=date.fromisoformat(until)),))
    assert codes(target("5"), units=units) == expected


def test_exactly_one_line_counts():
    council = plan().plan_lines[0]
    group = PlanLine("group", Text("Tập đoàn giao"))
    assert codes(*NOTICE, plan_lines=(council, group)) == []
    (none,) = found(*NOTICE, plan_lines=(replace(council, counts=False), group))
    assert none.code == "plan.no-counting-line"
    assert none.sentence().endswith("Chọn đúng một trong các tuyến: council, group.")
    (two,) = found(*NOTICE, plan_lines=(council, replace(group, counts=True, place=ROW)))
    assert (two.code, two.place) == ("plan.two-counting-lines", ROW)


def test_versions_stand_in_the_order_of_their_dates():
    proposed, first, second = plan().plan_versions
    same_day = replace(second, on=first.on)
    assert codes(*NOTICE, plan_versions=(proposed, first, same_day)) == []
    earlier = replace(second, on=date(2021, 1, 4), place=ROW)
    (finding,) = found(*NOTICE, plan_versions=(proposed, first, earlier))
    assert (finding.code, finding.place) == ("plan.version-out-of-order", ROW)
    assert "ngày 04/01/2021, sớm hơn bản đứng trước nó (05/01/2021)" in finding.sentence()


def test_a_proposal_and_another_line_may_have_any_date():
    lines = (*plan().plan_lines, PlanLine("group", Text("x")))
    more = (
        PlanVersion("council", "v3", VersionKind.PROPOSED, date(2020, 1, 1)),
        PlanVersion("group", "v1", on=date(2020, 1, 1)),
    )
    assert codes(*NOTICE, plan_lines=lines, plan_versions=(*plan().plan_versions, *more)) == []
