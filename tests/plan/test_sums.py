from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.plan.cast import NOTICE, OIL, ROW, UNITS, YEAR, codes, found, plan, target

from tongket.figures import Amount
from tongket.organisation import OrgUnit
from tongket.plan import (
    Aggregation,
    Breakdown,
    BreakdownKind,
    TargetState,
)
from tongket.words import Severity, Text
from tongket.year import Period


def test_a_total_that_differs_from_its_parts_is_found_with_the_difference():
    (finding,) = found(target("2999.5", place=ROW), *NOTICE[1:])
    assert (finding.code, finding.severity, finding.place) == ("plan.sum-differs", Severity.ERROR, ROW)
    assert finding.sentence() == (
        "Tổng VSP/OIL@2021 = 2.999,5 khác tổng các phần Lô 09-1: 2.865 + Lô 09-3/12: 134,4 = 2.999,4. "
        "Chênh lệch 0,1 nghìn tấn. Sửa số, hoặc nêu phần chênh ở dòng tổng."
    )


def test_the_parts_of_a_quantity_are_added_even_where_units_are_not_and_those_of_a_price_are_not():
    quantity, price = (replace(OIL, aggregation=Aggregation.NONE, accumulates=adds) for adds in (True, False))
    rows = target("2999.5"), *NOTICE[1:]
    assert codes(*rows, indicators=(quantity,)) == ["sum-differs"]
    assert codes(*rows, indicators=(price,)) == []


def test_a_difference_in_the_last_digit_of_large_money_is_found():
    large = "98765432109876543210987654321098.7"
    dong = (replace(OIL, measure="VND"),)
    assert codes(target(large), target(large, breakdown="09-1"), indicators=dong) == []
    assert codes(target(large), target(large + "1", breakdown="09-1"), indicators=dong) == ["sum-differs"]


def test_a_total_and_parts_in_different_scales_agree():
    parts = target("2865000", breakdown="09-1", measure="t"), target("134.4", breakdown="09-3/12")
    assert codes(target("2.9994", measure="triệu tấn"), *parts) == []


def test_a_stated_residue_is_taken_when_it_is_the_difference():
    parts = NOTICE[1:]
    assert codes(target("2999.5", residue=Decimal("0.1")), *parts) == []
    assert codes(target("2999.3", residue=Decimal("-0.1")), *parts) == []
    assert codes(target("2999500", measure="t", residue=Decimal(100)), *parts) == []


@pytest.mark.parametrize(("total", "residue"), [("2999.5", "0.2"), ("2999.5", "-0.1"), ("2999.4", "0.1")])
def test_a_stated_residue_that_is_not_the_difference_is_found(total, residue):
    (finding,) = found(target(total, residue=Decimal(residue)), *NOTICE[1:])
    assert finding.code == "plan.residue-differs"
    assert dict(finding.values)["difference"] == Decimal(total) - Decimal("2999.4")


def test_a_residue_stands_in_the_row_of_a_total_with_parts():
    assert codes(target("5", residue=Decimal(0))) == ["residue-of-nothing"]
    part = target("134.4", breakdown="09-3/12", residue=Decimal("0.1"))
    assert codes(*NOTICE[:2], part) == ["residue-of-nothing"]


def test_a_version_that_raises_the_total_alone_no_longer_agrees_with_its_parts():
    (finding,) = found(*NOTICE, target("3068", version="v2", place=ROW))
    assert (finding.code, finding.place) == ("plan.sum-differs", ROW)


def test_a_version_that_raises_a_total_and_one_part_agrees_with_the_part_it_left():
    raised = target("3099.4", version="v2"), target("2965", version="v2", breakdown="09-1")
    assert codes(*NOTICE, *raised) == []


def test_a_difference_is_told_of_the_version_that_made_it_only():
    wrong = target("3000"), *NOTICE[1:]
    other = target("7", version="v2", org_unit="PVEP")
    units = replace(UNITS, org_units=(*UNITS.org_units, OrgUnit("PVEP", Text("PVEP"))))
    assert codes(*wrong, other, units=units) == ["sum-differs"]


def test_a_proposal_must_add_up_too():
    assert codes(*(replace(row, version="v0") for row in (target("3000"), *NOTICE[1:]))) == ["sum-differs"]


def test_blocks_and_platforms_side_by_side_may_each_make_the_total():
    platforms = tuple(Breakdown(code, Text(code), BreakdownKind.PLATFORM) for code in ("BK-18A", "BK-19"))
    parts = (*plan().breakdowns, *platforms)
    both = *NOTICE, target("2000", breakdown="BK-18A"), target("999.4", breakdown="BK-19")
    assert codes(*both, breakdowns=parts) == []
    (finding,) = found(*both[:-1], target("999.5", breakdown="BK-19"), breakdowns=parts)
    assert dict(finding.values)["parts"].vi == "BK-18A: 2.000 + BK-19: 999,5"


def test_where_neither_kind_nor_both_make_the_total_one_difference_is_told_of_all_parts():
    parts = (*plan().breakdowns, Breakdown("KHAC", Text("Khác"), BreakdownKind.OTHER))
    (finding,) = found(target("3000"), *NOTICE[1:], target("0.5", breakdown="KHAC"), breakdowns=parts)
    assert dict(finding.values)["difference"] == Decimal("0.1")


def test_parts_of_several_kinds_may_make_the_total_together():
    parts = (*plan().breakdowns, Breakdown("KHAC", Text("Khác"), BreakdownKind.OTHER))
    assert codes(target("3000"), *NOTICE[1:], target("0.6", breakdown="KHAC"), breakdowns=parts) == []


def test_parts_without_a_total_and_a_part_not_assigned_are_no_difference():
    assert codes(*NOTICE[1:]) == []
    assert codes(target("2865"), NOTICE[1], target(breakdown="09-3/12", state=TargetState.NOT_ASSIGNED)) == []


def test_what_is_not_a_sum_need_not_add_up():
    assert (
        codes(target("5"), target("7", breakdown="09-1"), indicators=(replace(OIL, aggregation=Aggregation.AVERAGE),))
        == []
    )


@pytest.mark.parametrize(
    ("total", "one", "other", "agrees"),
    [
        ("3.00..4.50", "2.00..3.00", "1.00..1.50", True),
        ("3.00..4.50", "2.00..3.00", "1.00..1.40", False),
        ("3.00..4.50", "2.00..3.00", "1.10..1.50", False),
        ("3.00..4.50", "2.00", "1.50", True),
        ("3.00..4.50", "2.00", "2.51", False),
        ("3.00..4.50", "2.00", "0.99", False),
        ("3.5", "2.00..3.00", "1.00..1.50", True),
        ("2.9", "2.00..3.00", "1.00..1.50", False),
        (">3000", "2865", "136", True),
        (">3000", "2865", "134.4", False),
        ("3000", ">2865", "134.4", True),
        ("2999", ">2865", "134.4", False),
        ("<3000", "2865", ">136", False),
        ("3000", ">2865", "<136", True),
    ],
)
def test_ranges_and_bounds_agree_where_they_can_meet(total, one, other, agrees):
    rows = target(total), target(one, breakdown="09-1"), target(other, breakdown="09-3/12")
    assert codes(*rows) == ([] if agrees else ["sum-differs"])


numbers = st.decimals("0", "9999", places=2)


@given(st.lists(numbers, min_size=1, max_size=5), st.decimals("-5", "5", places=2))
def test_the_difference_told_is_that_of_fractions(parts, off):
    total = sum(map(Fraction, parts)) + Fraction(off)
    written = Decimal(int(total * 100)).scaleb(-2)
    rows = [target(str(part), breakdown=f"P{n}") for n, part in enumerate(parts)]
    breakdowns = tuple(Breakdown(f"P{n}", Text(f"P{n}")) for n in range(len(parts)))
    indicators = (replace(OIL, may_be_negative=True),)
    told = found(
        replace(rows[0], breakdown=None, amount=Amount.of(written)), *rows, breakdowns=breakdowns, indicators=indicators
    )
    assert [dict(finding.values)["difference"] for finding in told] == ([off] if off else [])


quarters = tuple(target(value, period=Period(2021, YEAR.granularity.QUARTER, n)) for n, value in enumerate("1234", 1))


def test_quarters_that_make_the_year_are_in_order():
    assert codes(target("10"), *quarters) == []


def test_quarters_that_do_not_make_the_year_are_to_be_explained():
    (finding,) = found(target("11"), *quarters)
    assert (finding.code, finding.severity) == ("plan.periods-differ", Severity.WARNING)
    assert "2021-Q1: 1 + 2021-Q2: 2 + 2021-Q3: 3 + 2021-Q4: 4 = 10. Chênh lệch 1 nghìn tấn." in finding.sentence()


def test_as_long_as_a_quarter_is_missing_nothing_is_compared():
    assert codes(target("11"), *quarters[:3]) == []


def test_a_half_year_is_compared_with_its_own_quarters():
    assert codes(target("4", period=Period.parse("2021-H1")), *quarters[:2]) == ["periods-differ"]
    assert codes(target("6", period=Period.parse("2021-9M")), *quarters[:3]) == []


def test_what_does_not_accumulate_is_not_compared():
    assert codes(target("11"), *quarters, indicators=(replace(OIL, accumulates=False),)) == []


def test_units_below_that_were_given_more_or_less_are_noted():
    below = target("2000", org_unit="XNKT"), target("900", org_unit="XNK")
    assert codes(target("2900"), *below) == []
    (finding,) = found(target("2912"), *below)
    assert (finding.code, finding.severity) == ("plan.units-differ", Severity.NOTE)
    assert "Xí nghiệp Khai thác: 2.000 + Xí nghiệp Khí: 900 = 2.900. Chênh lệch 12 nghìn tấn." in finding.sentence()


def test_the_units_below_are_those_at_the_end_of_the_period():
    parent, gas = UNITS.parents
    moved = replace(UNITS, parents=(parent, replace(gas, until=date(2021, 12, 31))))
    below = target("2000", org_unit="XNKT"), target("900", org_unit="XNK")
    assert codes(target("2000"), *below, units=moved) == []
    last_day = replace(UNITS, parents=(parent, replace(gas, until=date(2022, 1, 1))))
    assert codes(target("2900"), *below, units=last_day) == []


def test_what_is_not_a_sum_is_not_compared_between_units():
    average = (replace(OIL, aggregation=Aggregation.AVERAGE),)
    assert codes(target("5"), target("7", org_unit="XNKT"), indicators=average) == []
