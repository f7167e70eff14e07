from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tongket.plan import Plan, Share, ShareBook, share_of
from tongket.words import Place
from tongket.year import Period

JUNE = Period.parse("2012-06")
ROW = Place("plan.yaml", line=7)


def share(org_unit, percent, first=None, until=None, breakdown="SKULD"):
    first, until = (date.fromisoformat(day) if day else None for day in (first, until))
    return Share(breakdown, org_unit, Decimal(percent), first, until, ROW)


def split(quantity, *shares, period=JUNE):
    return ShareBook(shares).split("SKULD", period, Decimal(quantity))


def test_a_part_is_divided_by_the_percents_to_the_last_digit():
    got = split("12.34567", share("STATOIL", "63.95500"), share("PETORO", "36.04500"))
    assert got.values == {"STATOIL": Decimal("7.895673248500"), "PETORO": Decimal("4.449996751500")}
    assert got.unallocated == 0
    assert got.key.findings == ()


def test_the_values_carry_as_many_decimals_as_the_plain_product_has():
    got = split("1.5", share("A", "33.3"), share("B", "66.7"))
    assert [value.as_tuple().exponent for value in (*got.values.values(), got.unallocated)] == [-4, -4, -4]


def test_a_change_of_shares_inside_the_period_divides_it_by_days():
    got = split("30", share("A", "100", until="2012-06-11"), share("B", "100", first="2012-06-11"))
    assert got.values == {"A": 10, "B": 20}
    (finding,) = got.key.findings
    assert finding.code == "plan.shares-change-inside"
    assert finding.sentence() == (
        "Tỷ lệ tham gia phần ‘SKULD’ thay đổi trong kỳ 2012-06. Số liệu của kỳ được chia theo số ngày: 10/30; 20/30."
    )


def test_a_share_ends_on_the_day_before_its_end():
    got = split("30", share("A", "100", until="2012-06-01"), share("B", "100", first="2012-06-01"))
    assert got.values == {"B": 30}
    assert got.key.findings == ()


def test_who_left_before_the_period_or_comes_after_it_is_not_even_named():
    gone, comes = share("A", "100", until="2012-06-01"), share("B", "100", first="2012-07-01")
    assert split("30", gone).values == {}
    assert split("30", gone, comes).values == {}
    assert split("30", share("C", "100", until="2012-07-01"), comes).values == {"C": 30}


def test_what_divides_into_no_finite_decimals_goes_by_largest_remainder_and_nothing_is_lost():
    got = split("1", share("A", "50", until="2012-06-11"), share("C", "50"), share("B", "50", first="2012-06-11"))
    assert got.values == {"A": Decimal("0.17"), "C": Decimal("0.50"), "B": Decimal("0.33")}


def test_shares_are_divided_by_their_printed_sum():
    got = split("100.00001", share("A", "60.00001"), share("B", "40"))
    assert got.values == {"A": Decimal("60.00001"), "B": Decimal("40")}
    (finding,) = got.key.findings
    assert (finding.code, finding.place) == ("plan.shares-reduced", ROW)
    assert "cộng lại là 100,00001%" in finding.sentence()


def test_days_without_a_holder_are_allocated_to_nobody():
    got = split("30", share("A", "100", first="2012-06-10"))
    assert (got.values, got.unallocated) == ({"A": 21}, 9)
    (finding,) = got.key.findings
    assert finding.code == "plan.shares-unallocated"
    assert "trong 9/30 ngày của kỳ 2012-06" in finding.sentence()


def test_a_part_nobody_ever_held_is_wholly_unallocated():
    got = split("-4.5")
    assert (got.values, got.unallocated) == ({}, Decimal("-4.5"))
    assert [finding.code for finding in got.key.findings] == ["plan.shares-unallocated"]


def test_a_gap_between_two_holdings_is_unallocated():
    got = split("30", share("A", "100", until="2012-06-06"), share("A", "100", first="2012-06-26"))
    assert (got.values, got.unallocated) == ({"A": 10}, 20)


def test_a_correction_is_divided_like_the_figure_it_corrects():
    shares = share("A", "33.3"), share("B", "66.7", until="2012-06-08"), share("C", "66.7", first="2012-06-08")
    up, down = split("0.00004", *shares), split("-0.00004", *shares)
    assert down.values == {holder: -value for holder, value in up.values.items()}


def test_a_share_of_nothing_is_said_to_be_nothing():
    assert split("5", share("A", "100"), share("B", "0")).values == {"A": 5, "B": 0}


def test_shares_of_zero_alone_leave_everything_unallocated():
    assert split("5", share("A", "0")).unallocated == 5


def test_a_coarser_scale_may_be_asked_for_and_a_finer_figure_is_refused():
    book = ShareBook([share("A", "33.3"), share("B", "66.7")])
    got = book.split("SKULD", JUNE, Decimal("1"), digits=1)
    assert got.values == {"A": Decimal("0.3"), "B": Decimal("0.7")}
    with pytest.raises(ValueError, match=r"1\.25 has more than 1 decimals"):
        book.split("SKULD", JUNE, Decimal("1.25"), digits=1)


def test_an_equal_holding_stated_in_two_rows_is_one_stretch():
    rows = share("A", "100", until="2012-06-11"), share("A", "100", first="2012-06-11")
    assert split("30", *rows).key.findings == ()
    assert len(ShareBook(rows).stretches("SKULD")) == 1


def test_stretches_name_the_days_of_each_holding_and_the_gaps_between():
    rows = (
        share("A", "60", "2012-01-01", "2012-03-01"),
        share("B", "40", "2012-01-01", "2012-02-01"),
        share("A", "100", "2012-04-01"),
    )
    seen = [
        (s.first.isoformat(), s.until and s.until.isoformat(), str(s.printed_sum))
        for s in ShareBook(rows).stretches("SKULD")
    ]
    assert seen == [
        ("2012-01-01", "2012-02-01", "100"),
        ("2012-02-01", "2012-03-01", "60"),
        ("2012-03-01", "2012-04-01", "0"),
        ("2012-04-01", None, "100"),
    ]


def test_one_quantity_can_be_divided_straight_from_the_plan():
    plan = Plan(shares=(share("VSP", "49"), share("PVEP", "51")))
    assert share_of(plan, "SKULD", Period.parse("2021"), Decimal("274.285")).values["VSP"] == Decimal("134.39965")


def test_keys_of_one_part_and_period_are_the_same_so_a_finding_is_told_once():
    book = ShareBook([share("A", "99")])
    assert book.split("SKULD", JUNE, Decimal(1)).key is book.split("SKULD", JUNE, Decimal(2)).key


days = st.integers(0, 60).map(lambda n: date(2012, 5, 15) + timedelta(days=n))
percents = st.decimals("0", "100", places=3)
holdings = st.builds(
    Share, st.just("SKULD"), st.sampled_from("ABCD"), percents, st.none() | days, st.none() | days, st.none()
)
periods = st.sampled_from(["2012-06", "2012-Q2", "2012", "2012-06-15"]).map(Period.parse)
quantities = st.decimals("-99999", "99999", places=5)


def by_hand(shares, period, quantity):
    """What each holder gets, day after day, in fractions."""
    got = {}
    for n in range(period.days):
        day = period.first + timedelta(days=n)
        here = [one for one in shares if one.holds.holds(day)]
        printed = sum(Fraction(one.percent) for one in here)
        for one in here if printed else ():
            got[one.org_unit] = got.get(one.org_unit, 0) + Fraction(one.percent) / printed / period.days * Fraction(
                quantity
            )
    return got


@given(st.lists(holdings, max_size=6), periods, quantities)
def test_a_split_adds_up_exactly_and_each_value_is_within_one_unit_of_its_true_share(shares, period, quantity):
    got = ShareBook(shares).split("SKULD", period, quantity)
    assert sum(map(Fraction, got.values.values())) + Fraction(got.unallocated) == Fraction(quantity)
    true = by_hand(shares, period, quantity)
    unit = Fraction(1, 10 ** -got.unallocated.as_tuple().exponent)
    assert all(abs(Fraction(value) - true.get(holder, 0)) < unit for holder, value in got.values.items())
    assert abs(Fraction(quantity) - sum(true.values()) - Fraction(got.unallocated)) < unit


@given(st.lists(percents, min_size=1, max_size=6), quantities)
def test_where_shares_are_whole_all_period_long_every_value_is_the_plain_product(cuts, quantity):
    last = 100 - sum(cuts)
    assume(last >= 0)
    shares = [share(f"U{n}", percent) for n, percent in enumerate([*cuts, last])]
    got = ShareBook(shares).split("SKULD", JUNE, quantity)
    assert {h: Fraction(v) for h, v in got.values.items()} == {
        one.org_unit: Fraction(one.percent) * Fraction(quantity) / 100 for one in shares
    }


@given(st.lists(holdings, max_size=5), periods, quantities)
def test_the_order_of_other_parts_rows_changes_nothing(shares, period, quantity):
    others = [replace(one, breakdown="OTHER") for one in shares]
    alone, among = (ShareBook(rows).split("SKULD", period, quantity) for rows in (shares, [*others, *shares]))
    assert (alone.values, alone.unallocated) == (among.values, among.unallocated)
