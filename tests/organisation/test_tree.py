"""The register on a day: a merger, a split, a new name and a move must leave every earlier day as it was."""

from dataclasses import replace
from datetime import date

import pytest

from tongket.organisation import (
    Grouping,
    GroupingMember,
    Organisation,
    OrgUnit,
    Parent,
    Rename,
    Restructuring,
    RestructuringKind,
    check,
    members_on,
    name_on,
    parent_on,
    parts_on,
    predecessors_of,
    roots_on,
    subtree_on,
    successors_on,
    unit_of,
)
from tongket.words import Text

BEFORE, ON, AFTER = date(2021, 6, 30), date(2021, 7, 1), date(2022, 1, 1)
MERGE, SPLIT = RestructuringKind.MERGE, RestructuringKind.SPLIT


def units(*codes, **dated):
    return tuple(OrgUnit(code, Text(code.title()), **dated) for code in codes)


VENTURE = Organisation(
    org_units=units("VSP", "KHOAN", "KHAITHAC", "XAYLAP", "DOI-1", "DOI-2"),
    parents=(
        Parent("KHOAN", "VSP"),
        Parent("KHAITHAC", "VSP"),
        Parent("XAYLAP", "VSP"),
        Parent("DOI-1", "KHOAN", until=ON),
        Parent("DOI-1", "KHAITHAC", first=ON),
        Parent("DOI-2", "KHOAN"),
    ),
)


def test_the_tree_goes_parents_before_children_in_the_order_of_the_register():
    assert subtree_on(VENTURE, "VSP", BEFORE) == ("VSP", "KHOAN", "DOI-1", "DOI-2", "KHAITHAC", "XAYLAP")
    assert parts_on(VENTURE, "VSP", BEFORE) == ("KHOAN", "KHAITHAC", "XAYLAP")
    assert roots_on(VENTURE, BEFORE) == ("VSP",)


def test_a_unit_that_moved_stays_where_it_was_in_earlier_reports():
    assert parent_on(VENTURE, "DOI-1", BEFORE) == "KHOAN"
    assert parent_on(VENTURE, "DOI-1", ON) == "KHAITHAC"
    assert subtree_on(VENTURE, "KHOAN", BEFORE) == ("KHOAN", "DOI-1", "DOI-2")
    assert subtree_on(VENTURE, "KHOAN", ON) == ("KHOAN", "DOI-2")
    assert subtree_on(VENTURE, "KHAITHAC", ON) == ("KHAITHAC", "DOI-1")
    assert check(VENTURE) == ()


def test_a_renamed_unit_is_called_in_earlier_reports_what_it_was_called_then():
    renames = (
        Rename("KHOAN", AFTER, Text("Xí nghiệp Khoan và Sửa giếng")),
        Rename("KHOAN", ON, Text("Xí nghiệp Khoan")),
    )
    renamed = replace(VENTURE, renames=renames)
    names = [name_on(renamed, "KHOAN", day).vi for day in (BEFORE, ON, date(2021, 12, 31), AFTER)]
    assert names == ["Khoan", "Xí nghiệp Khoan", "Xí nghiệp Khoan", "Xí nghiệp Khoan và Sửa giếng"]
    assert name_on(renamed, "XAYLAP", AFTER).vi == "Xaylap"


def test_a_grouping_is_called_by_its_name():
    assert name_on(CLUSTER, "CUM-2", ON).vi == "Cụm thi đua số 2"


def test_an_unknown_code_is_its_own_name_and_no_unit():
    assert name_on(VENTURE, "X-9", ON) == Text("X-9")
    assert unit_of(VENTURE, "X-9") is None
    assert parent_on(VENTURE, "X-9", ON) is None
    assert parts_on(VENTURE, "X-9", ON) == ()


MERGED = Organisation(
    org_units=(*units("VSP"), *units("KHI", "DIEN", until=ON), *units("KHIDIEN", first=ON)),
    parents=(Parent("KHI", "VSP", until=ON), Parent("DIEN", "VSP", until=ON), Parent("KHIDIEN", "VSP", first=ON)),
    restructurings=(Restructuring(MERGE, ON, "KHI", "KHIDIEN"), Restructuring(MERGE, ON, "DIEN", "KHIDIEN")),
)


def test_after_a_merger_the_new_unit_stands_in_the_tree_and_before_it_the_old_ones():
    assert subtree_on(MERGED, "VSP", BEFORE) == ("VSP", "KHI", "DIEN")
    assert subtree_on(MERGED, "VSP", ON) == ("VSP", "KHIDIEN")
    assert check(MERGED) == ()


def test_a_merged_unit_is_followed_to_what_it_became_and_back():
    assert successors_on(MERGED, "KHI", BEFORE) == ("KHI",)
    assert successors_on(MERGED, "KHI", ON) == ("KHIDIEN",)
    assert predecessors_of(MERGED, "KHIDIEN") == ("KHI", "DIEN")
    assert predecessors_of(MERGED, "KHI") == ()


def test_a_split_is_followed_to_every_part_and_through_later_mergers():
    split = Organisation(
        org_units=(*units("CU", until=ON), *units("A1", first=ON), *units("B1", first=ON, until=AFTER), *units("C1")),
        restructurings=(
            Restructuring(SPLIT, ON, "CU", "A1"),
            Restructuring(SPLIT, ON, "CU", "B1"),
            Restructuring(MERGE, AFTER, "B1", "C1"),
        ),
    )
    assert successors_on(split, "CU", ON) == ("A1", "B1")
    assert successors_on(split, "CU", AFTER) == ("A1", "C1")
    assert check(split) == ()


def test_a_unit_that_ended_without_a_successor_became_nothing():
    ended = Organisation(org_units=units("CU", until=ON))
    assert successors_on(ended, "CU", AFTER) == ()


def test_units_that_went_into_each_other_are_not_followed_for_ever():
    circle = Organisation(
        org_units=units("A1", "B1", until=ON),
        restructurings=(Restructuring(MERGE, ON, "A1", "B1"), Restructuring(MERGE, ON, "B1", "A1")),
    )
    assert successors_on(circle, "A1", AFTER) == ()


CLUSTER = Organisation(
    org_units=(*units("VSP", "PVEP"), *units("GPV", until=AFTER)),
    groupings=(Grouping("CUM-1", Text("Cụm thi đua số 1")), Grouping("CUM-2", Text("Cụm thi đua số 2"))),
    grouping_members=(
        GroupingMember("CUM-1", "PVEP", first=ON),
        GroupingMember("CUM-2", "PVEP", until=ON),
        GroupingMember("CUM-1", "VSP"),
        GroupingMember("CUM-1", "GPV"),
    ),
)


def test_the_members_of_a_cluster_are_those_of_the_day_in_the_order_of_the_register():
    assert members_on(CLUSTER, "CUM-1", BEFORE) == ("VSP", "GPV")
    assert members_on(CLUSTER, "CUM-1", ON) == ("VSP", "PVEP", "GPV")
    assert members_on(CLUSTER, "CUM-2", BEFORE) == ("PVEP",)
    assert members_on(CLUSTER, "CUM-2", ON) == ()


def test_a_unit_that_no_longer_exists_is_no_member():
    assert members_on(CLUSTER, "CUM-1", AFTER) == ("VSP", "PVEP")


def test_a_unit_below_one_that_ended_stands_alone_rather_than_being_lost():
    orphan = Organisation(
        org_units=(*units("CU", until=ON), *units("DOI")),
        parents=(Parent("DOI", "CU"),),
    )
    assert roots_on(orphan, BEFORE) == ("CU",)
    assert roots_on(orphan, ON) == ("DOI",)
    assert parent_on(orphan, "DOI", ON) is None
    assert subtree_on(orphan, "CU", ON) == ("CU",)
    assert [finding.code for finding in check(orphan)] == ["organisation.parent-absent"]


@pytest.mark.parametrize("day", [BEFORE, ON, AFTER])
def test_every_unit_that_exists_stands_below_exactly_one_root(day):
    for organisation in (VENTURE, MERGED, CLUSTER):
        listed = [code for root in roots_on(organisation, day) for code in subtree_on(organisation, root, day)]
        assert sorted(listed) == sorted(u.code for u in organisation.org_units if u.exists.holds(day))
