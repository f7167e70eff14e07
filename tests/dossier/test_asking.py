"""What a unit is asked: its targets in force in the plan's order, with last year's figures, and nothing guessed."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from tongket.dossier import Absence, ReportedFigure
from tongket.dossier.asking import FormRequest, form_for, units_asked
from tongket.dossier.form import FormStage
from tongket.figures import Amount, Kind
from tongket.organisation import Organisation, OrgUnit, Rename
from tongket.plan import (
    Aggregation,
    Breakdown,
    Direction,
    Factor,
    Indicator,
    IndicatorGroup,
    Plan,
    PlanLine,
    PlanVersion,
    Target,
    TargetState,
    VersionKind,
)
from tongket.words import Refused, Text
from tongket.year import Period

YEAR, BEFORE = Period.of_year(2022), Period.of_year(2021)
UNITS = Organisation(
    org_units=(
        OrgUnit("VSP", Text("Vietsovpetro")),
        OrgUnit("PVEP", Text("PVEP")),
        OrgUnit("GPV", Text("GPV")),
    ),
    renames=(Rename("VSP", dt.date(2022, 5, 1), Text("Liên doanh Vietsovpetro")),),
)
WANTED = FormRequest("VSP", YEAR)


def target(indicator, value=None, /, **changes):
    amount = None if value is None else Amount.parse(value)
    return replace(Target("council", "v1", "VSP", indicator, YEAR, amount=amount), **changes)


def reported(indicator, value, /, **changes):
    return replace(ReportedFigure("VSP", indicator, BEFORE, Kind.ACTUAL, Amount.parse(value)), **changes)


PLAN = Plan(
    indicators=(
        Indicator("GAS", Text("Khí đưa về bờ"), "Mm3"),
        Indicator("OIL", Text("Khai thác dầu"), "kt"),
        Indicator("PROJ", Text("Công trình A"), "day", Direction.ON_DATE),
        Indicator("LTIF", Text("Tần suất tai nạn"), "vụ/1 triệu giờ công", group=IndicatorGroup.SAFETY, digits=2),
        Indicator("RES", Text("Gia tăng trữ lượng"), "kt"),
    ),
    breakdowns=(Breakdown("09-1", Text("Lô 09-1", "Блок 09-1")), Breakdown("09-3", Text("Lô 09-3"))),
    plan_lines=(PlanLine("group", Text("Quản trị")), PlanLine("council", Text("Hội đồng giao"), counts=True)),
    plan_versions=(
        PlanVersion("group", "q1"),
        PlanVersion("council", "v1"),
        PlanVersion("council", "v2", VersionKind.ADJUSTED),
        PlanVersion("council", "v3", VersionKind.PROPOSED),
    ),
    targets=(
        target("OIL", "118", breakdown="09-3"),
        target("OIL", "2794.0", breakdown="09-1"),
        target("OIL", "2912.0"),
        target("GAS", "900"),
        target("GAS", "880", version="v2"),
        target("GAS", "999", version="v3"),
        target("GAS", "1000", line="group", version="q1"),
        target("LTIF", "0.20"),
        target("PROJ", str(dt.date(2022, 12, 31).toordinal())),
        target("GAS", "400", period=Period.parse("2022-H1")),
        target("GAS", "830", org_unit="PVEP"),
    ),
)


def asked(plan=PLAN, figures=(), wanted=WANTED):
    return form_for(UNITS, plan, figures, wanted)


def rows(form):
    return {row.code: row for _, _, row in form.rows}


def test_the_form_follows_the_order_of_the_plan_and_a_whole_stands_before_its_parts():
    assert list(rows(asked())) == ["GAS", "OIL", "OIL/09-1", "OIL/09-3", "PROJ", "LTIF"]


def test_the_plan_printed_is_the_one_in_force_on_the_line_that_counts():
    form = asked()
    assert rows(form)["GAS"].plan == Amount.of(880)
    assert (form.plan_line, form.plan_version) == ("council", "v2")


def test_each_department_has_its_part_with_its_title_and_empty_parts_are_left_out():
    form = asked()
    assert [(part.code, part.title.vi) for part in form.parts] == [
        ("1", "Biểu 1. Chỉ tiêu sản xuất – kinh doanh"),
        ("2", "Biểu 2. An toàn, sức khỏe, môi trường"),
        ("words", "Phần lời"),
        ("evidence", "Tài liệu minh chứng"),
    ]
    assert [row.code for row in form.part("2").rows] == ["LTIF"]


def test_only_the_parts_asked_for_are_issued_even_an_empty_one():
    form = asked(wanted=replace(WANTED, parts=("evidence", "3")))
    assert [(part.code, len(part.rows)) for part in form.parts] == [("3", 0), ("evidence", 0)]
    assert form.indicators == ("GAS", "OIL", "PROJ", "LTIF")  # evidence may be of any indicator


def test_last_year_is_printed_in_the_indicator_s_measure_from_either_way_it_was_stated():
    figures = (
        reported("OIL", "3.165", measure="Mt"),
        reported("GAS", "1000"),
        reported("GAS", "1020", revision=2),
        reported("LTIF", "0.00", period=YEAR, kind=Kind.LAST_YEAR),
    )
    found = rows(asked(figures=figures))
    assert found["OIL"].last_year == Amount.of("3165")
    assert found["GAS"].last_year == Amount.of(1020)
    assert found["LTIF"].last_year == Amount.of("0.00")
    assert found["OIL/09-1"].last_year is None


def test_figures_of_other_years_kinds_and_units_are_no_last_year():
    figures = (
        reported("GAS", "1", period=Period.of_year(2020)),
        reported("GAS", "2", kind=Kind.ESTIMATE),
        reported("GAS", "3", org_unit="PVEP"),
        reported("GAS", "4", period=YEAR),
    )
    assert rows(asked(figures=figures))["GAS"].last_year is None


def test_what_was_reported_last_year_without_a_target_this_year_is_asked_as_not_assigned():
    row = rows(asked(figures=(reported("RES", "2350"),)))["RES"]
    assert (row.last_year, row.plan, row.plan_state) == (Amount.of(2350), None, Absence.NOT_ASSIGNED)


def test_targets_not_assigned_and_not_due_say_so():
    more = (
        target("RES", state=TargetState.NOT_ASSIGNED),
        target("PROJ", "738336", version="v2", state=TargetState.NOT_DUE),
    )
    found = rows(asked(replace(PLAN, targets=(*PLAN.targets, *more))))
    assert (found["RES"].plan, found["RES"].plan_state) == (None, Absence.NOT_ASSIGNED)
    assert (found["PROJ"].plan, found["PROJ"].plan_state) == (Amount.of(738336), Absence.NOT_DUE)
    assert found["OIL"].plan_state is None


def test_parts_are_named_below_their_whole_and_with_the_indicator_where_there_is_none():
    assert rows(asked())["OIL/09-1"].name == Text("trong đó: Lô 09-1", "в том числе: Блок 09-1", "of which: Lô 09-1")
    alone = replace(PLAN, targets=(target("OIL", "2794", breakdown="09-1"),))
    assert rows(asked(alone))["OIL/09-1"].name.vi == "Khai thác dầu – Lô 09-1"


@pytest.mark.parametrize(
    ("whole", "aggregation", "sums"),
    [
        ("2912.0", Aggregation.SUM, 2),
        ("2950", Aggregation.SUM, 0),  # there are parts that nobody named
        ("2912", Aggregation.AVERAGE, 0),
        (">2900", Aggregation.SUM, 0),
    ],
)
def test_parts_must_add_up_where_the_plan_shows_that_they_are_all(whole, aggregation, sums):
    indicators = tuple(replace(one, aggregation=aggregation) for one in PLAN.indicators)
    more = (*PLAN.targets, target("OIL", whole, version="v2"))
    found = rows(asked(replace(PLAN, indicators=indicators, targets=more)))
    assert found["OIL"].sums == sums
    assert found["OIL/09-1"].sums == 0


def test_the_name_is_that_of_the_period_and_the_request_is_repeated():
    wanted = replace(WANTED, stage=FormStage.FINAL, cut_off=dt.date(2022, 12, 31), due=dt.date(2023, 1, 20))
    form = asked(wanted=wanted)
    assert form.org_unit_name.vi == "Liên doanh Vietsovpetro"
    assert (form.stage, form.cut_off, form.due) == (FormStage.FINAL, dt.date(2022, 12, 31), dt.date(2023, 1, 20))


def test_units_with_a_target_for_the_period_are_those_who_can_be_asked():
    assert units_asked(UNITS, PLAN, YEAR) == ("VSP", "PVEP")
    assert units_asked(UNITS, PLAN, Period.parse("2022-H1")) == ("VSP",)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"org_unit": "XYZ"}, "Sổ năm không có đơn vị ‘XYZ’. Các đơn vị cấp được biểu mẫu: VSP, PVEP."),
        (
            {"org_unit": "GPV"},
            "Đơn vị GPV (GPV) chưa được giao chỉ tiêu nào của kỳ 2022 theo ‘Hội đồng giao’; chưa cấp được biểu mẫu.",
        ),
        (
            {"period": Period.parse("2022-H2")},
            (
                "Đơn vị Liên doanh Vietsovpetro (VSP) chưa được giao chỉ tiêu nào của kỳ 6 tháng cuối năm 2022 theo "
                "‘Hội đồng giao’; chưa cấp được biểu mẫu."
            ),
        ),
        ({"parts": ("9",)}, "Biểu mẫu không có phần ‘9’. Các phần: 1, 2, 3, 4, 5, 6, words, evidence."),
    ],
)
def test_what_cannot_be_asked_is_refused_in_one_sentence(changes, says):
    with pytest.raises(Refused) as refused:
        asked(wanted=replace(WANTED, **changes))
    assert refused.value.sentence.vi == says
    assert refused.value.sentence.ru
    assert refused.value.sentence.en


@pytest.mark.parametrize("nothing", [{"plan_lines": PLAN.plan_lines[:1]}, {"plan_versions": PLAN.plan_versions[3:]}])
def test_without_a_line_that_counts_in_force_nothing_can_be_asked(nothing):
    with pytest.raises(Refused, match="names no plan line that counts"):
        asked(replace(PLAN, **nothing))


def test_a_figure_in_a_measure_nobody_can_convert_is_refused_and_a_factor_helps():
    figures = (reported("OIL", "23", measure="Mbbl"),)
    with pytest.raises(Refused, match="million bbl"):
        asked(figures=figures)
    factors = (Factor("bbl", "t", Decimal("0.125"), "minh họa"),)
    assert rows(asked(replace(PLAN, factors=factors), figures))["OIL"].last_year == Amount.of("2875")
