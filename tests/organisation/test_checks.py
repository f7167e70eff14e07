from dataclasses import replace
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tongket.organisation import (
    Grouping,
    GroupingMember,
    Organisation,
    OrgUnit,
    Parent,
    Person,
    Rename,
    Restructuring,
    RestructuringKind,
    check,
    parent_on,
)
from tongket.words import Place, Severity, Text

ON, LATER = date(2021, 7, 1), date(2022, 1, 1)
ROW = Place("organisation.yaml", line=9)


def register(*codes, **changes):
    return replace(Organisation(org_units=tuple(OrgUnit(code, Text(code)) for code in codes)), **changes)


def codes(organisation):
    return [finding.code.removeprefix("organisation.") for finding in check(organisation)]


def test_a_register_in_order_has_no_findings():
    assert codes(register("VSP", "PVEP", parents=(Parent("PVEP", "VSP"),))) == []
    assert codes(Organisation()) == []


@pytest.mark.parametrize("code", ["AB", "09-1", "A" * 24, "XN-KHOAN-2"])
def test_a_well_formed_code_is_taken(code):
    assert codes(register(code)) == []


@pytest.mark.parametrize("code", ["A", "A" * 25, "vsp", "VSP 1", "VSP/1", "ĐỘI", ""])
def test_a_code_that_is_not_well_formed_is_found(code):
    assert codes(register(code)) == ["bad-code"]


def test_a_code_that_stands_twice_is_found_at_the_second_row():
    twice = Organisation(org_units=(OrgUnit("VSP", Text("a")), OrgUnit("VSP", Text("b"), place=ROW)))
    (finding,) = check(twice)
    assert (finding.code, finding.place, finding.severity) == ("organisation.duplicate", ROW, Severity.ERROR)
    assert finding.sentence() == "Mã ‘VSP’ được khai hai lần. Mỗi mã chỉ dùng cho một đơn vị hoặc một nhóm."


def test_groupings_and_people_have_their_own_codes():
    groupings = (Grouping("CUM-1", Text("a")), Grouping("CUM-1", Text("b")), Grouping("VSP", Text("c")))
    people = (Person("P-1", "An", "VSP"), Person("P-1", "Bình", "VSP"))
    assert codes(register("VSP", groupings=groupings, people=people)) == ["duplicate", "duplicate-person"]


@pytest.mark.parametrize(
    "change",
    [
        {"renames": (Rename("X-9", ON, Text("x")),)},
        {"parents": (Parent("X-9", "VSP"),)},
        {"parents": (Parent("VSP", "X-9"),)},
        {"restructurings": (Restructuring(RestructuringKind.SPLIT, ON, "X-9", "VSP"),)},
        {"restructurings": (Restructuring(RestructuringKind.SPLIT, ON, "VSP", "X-9"),)},
        {"people": (Person("P-1", "An", "X-9"),)},
        {"groupings": (Grouping("CUM", Text("c")),), "grouping_members": (GroupingMember("CUM", "X-9"),)},
    ],
)
def test_an_org_unit_nobody_declared_is_found_wherever_it_is_named(change):
    (finding,) = check(register("VSP", **change))
    assert finding.code == "organisation.unknown-unit"
    assert "‘X-9’" in finding.sentence()


def test_a_grouping_nobody_declared_is_found():
    assert codes(register("VSP", grouping_members=(GroupingMember("CUM", "VSP"),))) == ["unknown-grouping"]


def test_an_interval_without_a_day_is_found_wherever_it_stands():
    empty = Organisation(
        org_units=(OrgUnit("VSP", Text("a"), first=ON, until=ON), OrgUnit("AB", Text("b"))),
        parents=(Parent("AB", "AB", first=LATER, until=ON),),
        groupings=(Grouping("CUM", Text("c")),),
        grouping_members=(GroupingMember("CUM", "AB", first=ON, until=ON),),
    )
    assert codes(empty) == ["empty-interval"] * 3
    assert check(empty)[0].sentence("ru").startswith("Пустой промежуток: с 01.07.2021 до 01.07.2021.")


def test_two_parents_may_follow_each_other_but_not_share_a_day():
    following = (Parent("DOI", "A1", until=ON), Parent("DOI", "B1", first=ON))
    assert codes(register("A1", "B1", "DOI", parents=following)) == []
    sharing = (Parent("DOI", "A1", until=LATER), Parent("DOI", "B1", first=ON, place=ROW))
    (finding,) = check(register("A1", "B1", "DOI", parents=sharing))
    assert (finding.code, finding.place) == ("organisation.two-parents", ROW)


def test_a_member_twice_in_one_cluster_is_found_but_not_in_two():
    groupings = Grouping("CUM-1", Text("a")), Grouping("CUM-2", Text("b"))
    two = GroupingMember("CUM-1", "VSP"), GroupingMember("CUM-2", "VSP")
    assert codes(register("VSP", groupings=groupings, grouping_members=two)) == []
    again = (*two, GroupingMember("CUM-1", "VSP", first=ON))
    assert codes(register("VSP", groupings=groupings, grouping_members=again)) == ["duplicate-member"]


def test_a_cycle_is_told_once_with_its_path_and_first_day():
    parents = (Parent("A1", "B1"), Parent("B1", "C1", first=ON), Parent("C1", "A1", place=ROW), Parent("D1", "A1"))
    (finding,) = check(register("A1", "B1", "C1", "D1", parents=parents))
    assert finding.code == "organisation.cycle"
    assert finding.sentence() == (
        "Cây đơn vị bị vòng kể từ 01/07/2021: A1 → B1 → C1 → A1. Một đơn vị không thể ở dưới chính mình."
    )


def test_a_unit_under_itself_is_a_cycle_from_the_first_day():
    (finding,) = check(register("A1", parents=(Parent("A1", "A1"),)))
    assert finding.sentence("en") == (
        "The tree of org units has a cycle from the first day: A1 → A1. An org unit cannot stand under itself."
    )


def test_units_that_change_places_are_no_cycle():
    parents = Parent("A1", "B1", until=ON), Parent("B1", "A1", first=ON)
    assert codes(register("A1", "B1", parents=parents)) == []


def test_a_cycle_of_some_days_only_is_found():
    parents = Parent("A1", "B1", until=LATER), Parent("B1", "A1", first=ON)
    assert codes(register("A1", "B1", parents=parents)) == ["cycle"]


def test_a_parent_must_exist_as_long_as_the_unit_stands_under_it():
    old = OrgUnit("CU", Text("cũ"), until=ON)
    child = OrgUnit("DOI", Text("đội"))
    assert codes(Organisation((old, child), parents=(Parent("DOI", "CU", until=ON),))) == []
    assert codes(Organisation((old, replace(child, until=ON)), parents=(Parent("DOI", "CU"),))) == []
    assert codes(Organisation((old, child), parents=(Parent("DOI", "CU", until=LATER),))) == ["parent-absent"]


def test_what_was_merged_must_end_on_that_day_and_what_takes_over_must_exist():
    merge = (Restructuring(RestructuringKind.MERGE, ON, "CU", "MOI"),)
    new = OrgUnit("MOI", Text("mới"), first=ON)
    assert codes(Organisation((OrgUnit("CU", Text("cũ"), until=ON), new), restructurings=merge)) == []
    assert codes(Organisation((OrgUnit("CU", Text("cũ")), new), restructurings=merge)) == ["merged-lives-on"]
    late = replace(new, first=LATER)
    assert codes(Organisation((OrgUnit("CU", Text("cũ"), until=ON), late), restructurings=merge)) == ["target-absent"]


def test_a_unit_that_was_split_in_part_may_live_on():
    split = (Restructuring(RestructuringKind.SPLIT, ON, "CU", "MOI"),)
    assert codes(register("CU", "MOI", restructurings=split)) == []


names = ["A1", "B1", "C1", "D1", "E1"]
days = st.none() | st.dates(date(2021, 1, 1), date(2021, 1, 6))
rows = st.builds(Parent, st.sampled_from(names), st.sampled_from(names), days, days, st.none())


@given(st.lists(rows, max_size=6))
def test_a_cycle_is_found_exactly_when_some_day_leads_a_unit_up_to_itself(parents):
    organisation = register(*names, parents=tuple(parents))
    found = codes(organisation)
    assume("two-parents" not in found)
    assert ("cycle" in found) is any(
        _comes_back(organisation, name, day)
        for name in names
        for day in (date(2020, 12, 31), *map(_january, range(1, 8)))
    )


def _january(day):
    return date(2021, 1, day)


def _comes_back(organisation, name, day):
    here = name
    for _ in names:
        here = parent_on(organisation, here, day)
        if here in (None, name):
            return here == name
    return False
