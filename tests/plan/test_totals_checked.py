"""Every total of a version beside its parts and the org units below, as the page of a plan shows it."""

from decimal import Decimal

import pytest
from tests.plan.cast import NOTICE, UNITS, plan, target

from tongket.plan import Breakdown, BreakdownKind, UnknownVersion, totals_checked
from tongket.words import Text


def checked(*targets, **changes):
    return totals_checked(plan(*targets, **changes), UNITS, "council", "v1")


def test_parts_that_make_their_total_leave_no_gap():
    (one,) = checked(*NOTICE)
    assert (one.gap, one.residue, one.of_units) == (0, 0, False)
    assert [key[2] for key, _ in one.parts] == ["09-1", "09-3/12"]


def test_a_tenth_too_little_is_the_gap():
    (one,) = checked(NOTICE[0], NOTICE[1], target("134.3", breakdown="09-3/12"))
    assert one.gap == Decimal("0.1")


def test_a_stated_residue_closes_the_gap():
    whole = target("2999.4", residue=Decimal("0.1"))
    (one,) = checked(whole, NOTICE[1], target("134.3", breakdown="09-3/12"))
    assert (one.gap, one.residue) == (0, Decimal("0.1"))


def test_a_total_without_parts_is_not_checked():
    assert checked(target("2999.4")) == ()


def test_of_fields_and_platforms_that_each_make_the_total_one_kind_is_shown():
    parts = (
        Breakdown("A", Text("A"), BreakdownKind.FIELD),
        Breakdown("P", Text("P"), BreakdownKind.PLATFORM),
    )
    (one,) = checked(target("10"), target("10", breakdown="A"), target("10", breakdown="P"), breakdowns=parts)
    assert (one.gap, len(one.parts)) == (0, 1)


def test_org_units_below_are_shown_beside_what_stands_above():
    (one,) = checked(target("10"), target("6", org_unit="XNKT"), target("3", org_unit="XNK"))
    assert (one.of_units, one.gap) == (True, 1)


def test_a_version_nobody_knows_is_refused():
    with pytest.raises(UnknownVersion):
        totals_checked(plan(*NOTICE), UNITS, "council", "v9")
