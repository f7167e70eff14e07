from dataclasses import replace
from decimal import Decimal

import pytest
from tests.plan.cast import NOTICE, OIL, YEAR, plan, target

from tongket.plan import PlanVersion, TargetState, VersionKind, targets_at, targets_in_force
from tongket.plan.versions import ChangeKind, NotInForce, UnknownVersion, difference, without_reason

KEY = ("VSP", "OIL", None, YEAR)
PART = ("VSP", "OIL", "09-1", YEAR)


def value(targets, key=KEY):
    return targets[key].amount.exact


def test_the_last_version_that_states_a_target_is_in_force():
    raised = plan(*NOTICE, target("3068", version="v2"))
    assert value(targets_in_force(raised, "council")) == Decimal("3068")
    assert targets_in_force(raised, "council")[KEY].version == "v2"


def test_what_a_version_does_not_mention_stays_as_it_was():
    raised = plan(*NOTICE, target("3068", version="v2"))
    assert value(targets_in_force(raised, "council"), PART) == Decimal("2865")
    assert targets_in_force(raised, "council")[PART].version == "v1"


def test_the_order_of_the_versions_counts_not_that_of_the_targets():
    assert value(targets_in_force(plan(target("2", version="v2"), target("1")), "council")) == 2


def test_an_earlier_version_can_be_asked_for():
    raised = plan(*NOTICE, target("3068", version="v2"))
    assert value(targets_in_force(raised, "council", "v1")) == Decimal("2999.4")


def test_a_proposal_is_never_in_force():
    proposed = plan(target("9", version="v0"))
    assert targets_in_force(proposed, "council") == {}
    with pytest.raises(NotInForce, match="'v0' of the plan line 'council' is a proposal"):
        targets_in_force(proposed, "council", "v0")


def test_a_proposal_after_the_last_version_changes_nothing_in_force_but_can_be_looked_at():
    versions = (*plan().plan_versions, PlanVersion("council", "v3", VersionKind.PROPOSED))
    later = plan(*NOTICE, target("3100", version="v3"), plan_versions=versions)
    assert value(targets_in_force(later, "council")) == Decimal("2999.4")
    assert value(targets_at(later, "council", "v3")) == Decimal("3100")
    assert value(targets_at(later, "council", "v3"), PART) == Decimal("2865")


def test_an_earlier_proposal_is_no_ground_for_what_comes_after_it():
    assert targets_at(plan(target("9", version="v0")), "council", "v1") == {}


def test_lines_stand_side_by_side_and_never_mix():
    both = plan(
        target("2999.4"),
        target("2900", line="group"),
        plan_versions=(*plan().plan_versions, PlanVersion("group", "v1")),
    )
    assert value(targets_in_force(both, "council")) == Decimal("2999.4")
    assert value(targets_in_force(both, "group")) == Decimal("2900")


def test_a_version_the_line_does_not_have_is_refused_by_name():
    with pytest.raises(UnknownVersion, match="'council' has no version 'v9'"):
        targets_in_force(plan(), "council", "v9")


def test_a_line_without_versions_has_nothing_in_force():
    assert targets_in_force(plan(target("1", line="other")), "other") == {}


def changes(*targets, **more):
    return difference(plan(*targets, **more), "council", "v1", "v2")


def test_a_difference_says_what_moved_by_how_much_and_why():
    (change,) = changes(target("2912"), target("2990.5", version="v2", reason="Giếng mới"))
    assert (change.kind, change.by, change.reason) == (ChangeKind.RAISED, Decimal("78.5"), "Giếng mới")
    assert (change.org_unit, change.indicator, change.period) == ("VSP", "OIL", YEAR)


def test_a_lowered_target_has_a_negative_difference():
    (change,) = changes(target("2912"), target("2900", version="v2"))
    assert (change.kind, change.by) == (ChangeKind.LOWERED, Decimal("-12"))


def test_a_change_without_its_own_reason_has_that_of_its_version():
    versions = tuple(replace(version, reason="Giá dầu tăng") for version in plan().plan_versions)
    (change,) = changes(target("1"), target("2", version="v2"), plan_versions=versions)
    assert change.reason == "Giá dầu tăng"
    assert without_reason((change,)) == ()


def test_changes_without_a_reason_are_listed():
    moved = changes(
        *NOTICE,
        target("3000", version="v2", reason="Giếng mới"),
        target("2865.6", version="v2", breakdown="09-1"),
    )
    assert [change.breakdown for change in without_reason(moved)] == ["09-1"]


def test_what_stands_as_it_stood_is_no_change_though_it_is_written_in_another_measure():
    assert changes(target("2912"), target("2912000", version="v2", measure="t")) == ()


def test_a_change_between_measures_is_told_in_the_measure_of_the_indicator():
    (change,) = changes(target("2912"), target("2913500", version="v2", measure="t"))
    assert change.by == Decimal("1.5")


def test_a_difference_never_loses_a_digit_of_large_money():
    large = replace(OIL, measure="VND")
    old, new = "123456789012345678901234567890.12", "123456789012345678901234567890.13"
    (change,) = changes(target(old), target(new, version="v2"), indicators=(large,))
    assert change.by == Decimal("0.01")


def test_a_target_no_longer_assigned_is_withdrawn():
    (change,) = changes(target("5"), target(version="v2", state=TargetState.NOT_ASSIGNED))
    assert (change.kind, change.by) == (ChangeKind.WITHDRAWN, None)


def test_a_target_stated_for_the_first_time_is_added():
    (change,) = changes(target("5", version="v2"))
    assert (change.kind, change.before, change.by) == (ChangeKind.ADDED, None, None)


@pytest.mark.parametrize(
    ("old", "new", "kind", "low", "high"),
    [
        ("3.00..4.50", "3.10..4.60", ChangeKind.RAISED, "0.10", "0.10"),
        ("3.00..4.50", "3.00..4.40", ChangeKind.LOWERED, "0", "-0.10"),
        ("3.00..4.50", "2.90..4.60", ChangeKind.RESTATED, "-0.10", "0.10"),
        (">3000", ">3100", ChangeKind.RAISED, "100", None),
        (">3000", "<3000", ChangeKind.RESTATED, None, None),
    ],
)
def test_each_end_of_a_range_moves_on_its_own(old, new, kind, low, high):
    (change,) = changes(target(old), target(new, version="v2"))
    ends = tuple(None if end is None else Decimal(end) for end in (low, high))
    assert (change.kind, (change.low, change.high)) == (kind, ends)


def test_versions_may_be_compared_backwards():
    (change,) = difference(plan(target("5"), target("7", version="v2")), "council", "v2", "v1")
    assert (change.kind, change.by) == (ChangeKind.LOWERED, -2)
