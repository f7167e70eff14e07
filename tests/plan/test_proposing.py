"""A line goes on by proposals: laid over what stands, stating only what differs, adopted by a document."""

from dataclasses import replace
from datetime import date

import pytest
from tests.plan.cast import NOTICE, plan, target

from tongket.figures import Amount
from tongket.plan import (
    CannotPropose,
    Direction,
    PlanVersion,
    TargetState,
    VersionKind,
    adopted,
    check,
    difference,
    dropped,
    is_weakened,
    key_of,
    latest_version,
    next_version,
    proposal_of,
    proposed,
    restated,
    standing_before,
    targets_in_force,
)

DAY = date(2021, 9, 1)


@pytest.fixture
def base():
    """A line whose first version is assigned."""
    return plan(*NOTICE, plan_versions=(PlanVersion("council", "v1", on=date(2021, 1, 5), document="NQ 53"),))


def rows(of, version):
    return [row for row in of.targets if row.version == version]


def test_the_first_version_is_v1_and_adjustments_are_counted(base):
    assert next_version(replace(base, plan_versions=()), "council") == "v1"
    assert next_version(base, "council") == "dc1"
    once = adopted(proposed(base, "council"), "council", "dc1", DAY, "NQ 54")
    assert next_version(once, "council") == "dc2"


def test_a_code_that_is_taken_is_passed_over(base):
    taken = replace(base, plan_versions=(*base.plan_versions, PlanVersion("council", "dc1")))
    assert next_version(taken, "council") == "dc2"


def test_one_proposal_waits_at_a_time(base):
    once = proposed(base, "council")
    assert proposal_of(once, "council").version == "dc1"
    with pytest.raises(CannotPropose):
        proposed(once, "council")


def test_a_proposal_states_only_what_differs_from_what_stands(base):
    after = restated(proposed(base, "council"), "council", "dc1", [target("3000"), target("2865", breakdown="09-1")])
    assert [(row.amount, row.breakdown) for row in rows(after, "dc1")] == [(Amount.of("3000"), None)]


def test_the_same_amount_in_another_scale_states_nothing(base):
    after = restated(proposed(base, "council"), "council", "dc1", [target("2.9994", measure="Mt")])
    assert rows(after, "dc1") == []


def test_typing_the_old_value_again_takes_the_change_back(base):
    changed = restated(proposed(base, "council"), "council", "dc1", [target("3000")])
    assert rows(restated(changed, "council", "dc1", [target("2999.4")]), "dc1") == []


def test_what_is_not_typed_stays_as_the_proposal_stated_it(base):
    changed = restated(proposed(base, "council"), "council", "dc1", [target("3000")])
    again = restated(changed, "council", "dc1", [target("2866", breakdown="09-1")])
    assert {row.breakdown for row in rows(again, "dc1")} == {None, "09-1"}


def test_what_is_emptied_is_stated_no_longer(base):
    new = target("5", org_unit="XNKT")
    changed = restated(proposed(base, "council"), "council", "dc1", [new])
    assert rows(restated(changed, "council", "dc1", [], {key_of(new)}), "dc1") == []


def test_a_version_in_force_is_not_edited_and_not_dropped(base):
    with pytest.raises(CannotPropose):
        restated(base, "council", "v1", [target("1")])
    with pytest.raises(CannotPropose):
        dropped(base, "council", "v1")


def test_a_dropped_proposal_leaves_the_plan_as_it_was(base):
    changed = restated(proposed(base, "council"), "council", "dc1", [target("3000")])
    assert dropped(changed, "council", "dc1") == base


def test_an_adopted_proposal_is_in_force_by_its_document(base):
    changed = restated(proposed(base, "council"), "council", "dc1", [target("3000")])
    after = adopted(changed, "council", "dc1", DAY, "NQ 54", "tăng sản lượng")
    latest = latest_version(after, "council")
    assert (latest.version, latest.kind, latest.on, latest.document) == ("dc1", VersionKind.ADJUSTED, DAY, "NQ 54")
    assert targets_in_force(after, "council")[key_of(target("1"))].amount == Amount.of("3000")
    first = replace(base, plan_versions=(PlanVersion("council", "v1", VersionKind.PROPOSED),))
    assert adopted(first, "council", "v1", DAY, "NQ 53").plan_versions[0].kind is VersionKind.ASSIGNED


def test_what_was_adopted_while_a_proposal_waited_comes_before_it(base):
    waiting = proposed(base, "council")
    meanwhile = replace(
        waiting, plan_versions=(*waiting.plan_versions, PlanVersion("council", "dc9", VersionKind.ADJUSTED, DAY, "NQ"))
    )
    after = adopted(meanwhile, "council", "dc1", DAY, "NQ 54")
    assert [row.version for row in after.plan_versions] == ["v1", "dc9", "dc1"]


def test_a_proposal_is_laid_over_what_was_in_force_before_it(base):
    after = restated(proposed(base, "council"), "council", "dc1", [target("3000")])
    assert standing_before(after, "council", "dc1")[key_of(target("1"))].amount == Amount.of("2999.4")


@pytest.mark.parametrize(
    ("direction", "value", "weakened"),
    [
        (Direction.UP, "2999.3", True),
        (Direction.UP, "2999.5", False),
        (Direction.DOWN, "2999.5", True),
        (Direction.DOWN, "2999.3", False),
    ],
)
def test_a_target_is_weakened_against_its_direction(base, direction, value, weakened):
    indicator = replace(base.indicators[0], direction=direction)
    after = restated(proposed(base, "council"), "council", "dc1", [target(value)])
    (change,) = difference(after, "council", "v1", "dc1")
    assert is_weakened(change, indicator) is weakened


def test_a_target_taken_back_is_weakened_in_every_direction(base):
    after = restated(proposed(base, "council"), "council", "dc1", [target(state=TargetState.NOT_ASSIGNED)])
    (change,) = difference(after, "council", "v1", "dc1")
    assert all(is_weakened(change, replace(base.indicators[0], direction=one)) for one in Direction)


def test_a_proposal_whose_parts_do_not_make_its_total_is_found(base):
    from tests.plan.cast import UNITS

    after = restated(proposed(base, "council"), "council", "dc1", [target("3000")])
    assert [one.code for one in check(after, UNITS) if one.severity == "error"] == ["plan.sum-differs"]
