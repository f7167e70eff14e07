"""Org units are renamed, moved, opened, closed, merged and split from a day on; what was before stays as it was."""

import datetime as dt

import pytest

from tongket.organisation import (
    Grouping,
    GroupingMember,
    Organisation,
    OrgUnit,
    Parent,
    Rename,
    check,
    members_on,
    name_on,
    parent_on,
    parts_on,
    successors_on,
)
from tongket.organisation.changes import CannotChange, closed, merged, moved, opened, renamed, split
from tongket.words import Text

DAY = dt.date(2022, 7, 1)
BEFORE = dt.date(2022, 6, 30)


@pytest.fixture
def register():
    return Organisation(
        org_units=(
            OrgUnit("TOP", Text("Trên")),
            OrgUnit("AN", Text("An")),
            OrgUnit("BINH", Text("Bình")),
            OrgUnit("CON", Text("Con")),
        ),
        parents=(Parent("AN", "TOP"), Parent("BINH", "TOP"), Parent("CON", "AN")),
        groupings=(Grouping("G", Text("Nhóm")),),
        grouping_members=(GroupingMember("G", "AN"),),
    )


def test_a_rename_holds_from_its_day_and_not_the_day_before(register):
    after = renamed(register, "AN", DAY, Text("An mới"), "QĐ 1")
    assert [name_on(after, "AN", day).vi for day in (BEFORE, DAY)] == ["An", "An mới"]
    assert after.renames == (Rename("AN", DAY, Text("An mới"), "QĐ 1"),)


def test_a_second_rename_of_the_same_day_replaces_the_first(register):
    after = renamed(renamed(register, "AN", DAY, Text("Một")), "AN", DAY, Text("Hai"))
    assert [row.name.vi for row in after.renames] == ["Hai"]


def test_a_rename_to_the_name_it_has_is_refused(register):
    with pytest.raises(CannotChange):
        renamed(register, "AN", DAY, Text("An"))


def test_a_move_holds_from_its_day(register):
    after = moved(register, "CON", DAY, "BINH")
    assert [parent_on(after, "CON", day) for day in (BEFORE, DAY)] == ["AN", "BINH"]
    assert check(after) == ()


def test_a_move_lasts_until_the_move_already_known(register):
    later = dt.date(2023, 1, 1)
    after = moved(moved(register, "CON", later, "TOP"), "CON", DAY, "BINH")
    assert [parent_on(after, "CON", day) for day in (BEFORE, DAY, later)] == ["AN", "BINH", "TOP"]
    assert check(after) == ()


def test_a_second_move_of_the_same_day_leaves_no_empty_stretch(register):
    after = moved(moved(register, "CON", DAY, "BINH"), "CON", DAY, "TOP")
    assert parent_on(after, "CON", DAY) == "TOP"
    assert check(after) == ()


def test_a_move_under_its_own_part_is_found_by_the_check(register):
    assert "organisation.cycle" in {one.code for one in check(moved(register, "AN", DAY, "CON"))}


def test_a_move_to_where_it_stands_is_refused(register):
    with pytest.raises(CannotChange):
        moved(register, "CON", DAY, "AN")


def test_a_new_org_unit_stands_under_its_parent_from_its_first_day(register):
    after = opened(register, OrgUnit("MOI", Text("Mới"), first=DAY), "TOP")
    assert ["MOI" in parts_on(after, "TOP", day) for day in (BEFORE, DAY)] == [False, True]
    assert check(after) == ()


def test_a_code_is_never_used_again(register):
    with pytest.raises(CannotChange):
        opened(closed(register, "BINH", BEFORE), OrgUnit("BINH", Text("Khác"), first=DAY), "TOP")


def test_a_closed_org_unit_leaves_its_parent_and_groupings_on_the_day(register):
    after = closed(moved(register, "CON", BEFORE, "BINH"), "AN", DAY)
    assert ["AN" in parts_on(after, "TOP", day) for day in (BEFORE, DAY)] == [True, False]
    assert [members_on(after, "G", day) for day in (BEFORE, DAY)] == [("AN",), ()]
    assert check(after) == ()


def test_closing_one_with_others_below_is_found_by_the_check(register):
    assert "organisation.parent-absent" in {one.code for one in check(closed(register, "AN", DAY))}


def test_what_is_closed_cannot_be_closed_again(register):
    with pytest.raises(CannotChange):
        closed(closed(register, "BINH", DAY), "BINH", DAY)


def test_a_merger_ends_its_sources_and_leads_to_its_target(register):
    after = merged(register, ["BINH"], "AN", DAY, "QĐ 2")
    assert [successors_on(after, "BINH", day) for day in (BEFORE, DAY)] == [("BINH",), ("AN",)]
    assert check(after) == ()


def test_a_merger_of_nobody_is_refused(register):
    with pytest.raises(CannotChange):
        merged(register, ["AN"], "AN", DAY)


@pytest.mark.parametrize(("lives_on", "later"), [(True, ("BINH",)), (False, ("AN",))])
def test_a_split_leads_to_its_heirs_and_ends_only_what_does_not_live_on(register, lives_on, later):
    after = split(register, "BINH", ["AN"], DAY, lives_on=lives_on)
    assert successors_on(after, "BINH", DAY) == later
    assert check(after) == ()


def test_a_split_into_what_does_not_exist_is_refused(register):
    with pytest.raises(CannotChange):
        split(register, "BINH", ["XA"], DAY)
