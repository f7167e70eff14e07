from dataclasses import replace
from datetime import date

import pytest
from tests.plan.cast import OIL, ROW, codes, found, plan, target

from tongket.plan import (
    Aggregation,
    Direction,
    Indicator,
    PlanVersion,
    TargetState,
    VersionKind,
)
from tongket.words import Severity, Text


def test_an_assigned_target_has_a_value():
    assert codes(target(None)) == ["value-missing"]
    assert codes(target(None, state=TargetState.NOT_DUE)) == []


def test_a_target_not_assigned_has_none():
    assert codes(target(state=TargetState.NOT_ASSIGNED)) == []
    assert codes(target("0", state=TargetState.NOT_ASSIGNED)) == ["value-unexpected"]


@pytest.mark.parametrize("value", ["-0.1", "-1..5", "<-3"])
def test_a_negative_target_needs_an_indicator_that_allows_it(value):
    assert codes(target(value)) == ["negative"]
    assert codes(target(value), indicators=(replace(OIL, may_be_negative=True),)) == []
    assert codes(target("0")) == []


@pytest.mark.parametrize(
    ("measure", "expected"),
    [("", []), ("t", []), ("triệu tấn", []), ("m3", ["other-dimension"]), ("thùng", ["other-dimension"])],
)
def test_a_target_is_in_a_scale_of_its_indicators_measure(measure, expected):
    assert codes(target("5", measure=measure)) == expected


def test_a_lowered_target_needs_a_reason():
    (finding,) = found(target("2912"), target("2900.5", version="v2", place=ROW))
    assert (finding.code, finding.severity, finding.place) == ("plan.lowered-without-reason", Severity.WARNING, ROW)
    assert finding.sentence() == (
        "Chỉ tiêu VSP/OIL@2021 giảm so với lần giao trước: từ 2.912 xuống 2.900,5 (bản ‘v2’, tuyến ‘council’). "
        "Cần ghi lý do và số văn bản."
    )


def test_a_reason_and_the_number_of_a_document_are_enough():
    lowered = target("2912"), target("2900", version="v2", reason="Dừng giếng")
    assert codes(*lowered) == []
    versions = tuple(replace(version, document="") for version in plan().plan_versions)
    assert codes(*lowered, plan_versions=versions) == ["lowered-without-reason"]


def test_the_reason_of_the_version_covers_its_targets():
    versions = tuple(replace(version, reason="Giá dầu giảm") for version in plan().plan_versions)
    assert codes(target("2912"), target("2900", version="v2"), plan_versions=versions) == []


def test_a_raised_target_and_one_restated_in_another_measure_need_no_reason():
    assert codes(target("2912"), target("2913", version="v2")) == []
    assert codes(target("2912"), target("2912000", version="v2", measure="t")) == []


def test_a_target_lowered_only_in_a_proposal_needs_no_reason():
    versions = (*plan().plan_versions[:2], PlanVersion("council", "v2", VersionKind.PROPOSED))
    assert codes(target("2912"), target("2900", version="v2"), plan_versions=versions) == []


def test_where_lower_is_better_a_higher_target_is_the_easier_one():
    cost = (replace(OIL, direction=Direction.DOWN),)
    assert codes(target("28.5"), target("28.6", version="v2"), indicators=cost) == ["eased-without-reason"]
    assert codes(target("28.5"), target("28.4", version="v2"), indicators=cost) == []


def test_a_date_put_off_needs_a_reason_and_is_written_as_a_date():
    project = (Indicator("OIL", Text("Dòng dầu đầu tiên"), "day", Direction.ON_DATE, Aggregation.NONE),)
    first, later = (str(date(2021, 12, day).toordinal()) for day in (15, 31))
    (finding,) = found(target(first), target(later, version="v2"), indicators=project)
    assert finding.code == "plan.postponed-without-reason"
    assert "được lùi từ 15/12/2021 đến 31/12/2021" in finding.sentence()
    assert codes(target(later), target(first, version="v2"), indicators=project) == []


def test_a_target_withdrawn_needs_a_reason():
    gone = target(version="v2", state=TargetState.NOT_ASSIGNED)
    assert codes(target("5"), gone) == ["withdrawn-without-reason"]
    assert codes(target("5"), replace(gone, reason="Không giao lại")) == []
    assert codes(target(state=TargetState.NOT_ASSIGNED), replace(gone)) == []


def test_each_version_is_held_against_the_one_before_it():
    versions = (*plan().plan_versions, PlanVersion("council", "v3", VersionKind.ADJUSTED, document="NQ 55"))
    three = target("3000"), target("3100", version="v2"), target("3050", version="v3")
    assert codes(*three, plan_versions=versions) == ["lowered-without-reason"]
