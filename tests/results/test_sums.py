"""What adds up: units, parts, months, revisions, last year, measures, groupings and moves."""

from dataclasses import replace
from decimal import Decimal

import pytest
from tests.results.small_year import (
    GROUP,
    OIL,
    codes,
    indicator,
    months,
    organisation,
    plan,
    reported,
    review,
    target,
    value,
)

from tongket.figures import Amount, DerivedSource, Maturity, PageSource
from tongket.organisation import Grouping, GroupingMember, Parent
from tongket.plan import Aggregation, Factor
from tongket.words import Text
from tongket.year import Period


def test_a_unit_with_parts_is_the_sum_of_its_parts_through_every_level():
    results = review(
        GROUP, plan([OIL]), [reported("A1", "OIL", "1.5"), reported("A2", "OIL", "2"), reported("B", "OIL", "4")]
    )
    assert value(results, "A/OIL@2022:actual") == Decimal("3.5")
    assert value(results, "G/OIL@2022:actual") == Decimal("7.5")


def test_a_grouping_beside_the_tree_adds_up_its_members_of_that_day_with_all_below_them():
    cluster = replace(
        GROUP,
        groupings=(Grouping("CUM-1", Text("Cụm thi đua số 1")),),
        grouping_members=(
            GroupingMember("CUM-1", "A"),
            GroupingMember("CUM-1", "B", first=Period.parse("2022-07").first),
        ),
    )
    figures = [f for u in ("A1", "A2", "B") for f in months(u, "OIL", ["1"] * 12)]
    results = review(cluster, plan([OIL], [target("A", "OIL", "20"), target("B", "OIL", "10")]), figures)
    assert [value(results, f"CUM-1/OIL@2022{p}:actual") for p in ("-01", "-07", "")] == [2, 3, 36]
    assert value(results, "CUM-1/OIL@2022:percent_of_plan#council.v1") == 120
    assert value(results, "G/OIL@2022:actual") == 36


def test_a_unit_that_moves_inside_the_year_counts_where_it_stands_at_the_end_of_each_period():
    july = Period.parse("2022-07").first
    moved = organisation(("A", "G"), ("B", "G"), extra=["X"])
    moved = replace(moved, parents=(*moved.parents, Parent("X", "A", until=july), Parent("X", "B", first=july)))
    results = review(moved, plan([OIL]), months("X", "OIL", ["1"] * 12))
    assert value(results, "A/OIL@2022-06:actual") == 1
    assert value(results, "B/OIL@2022-07:actual") == 1
    assert "A/OIL@2022-07:actual" not in results.figures
    assert [value(results, f"{u}/OIL@2022:actual") for u in ("B", "G")] == [12, 12]


def test_what_a_unit_with_parts_states_itself_is_compared_and_never_added():
    figures = [reported("A1", "OIL", "1.5"), reported("A2", "OIL", "2"), reported("A", "OIL", "9")]
    results = review(GROUP, plan([OIL]), figures)
    assert value(results, "G/OIL@2022:actual") == Decimal("3.5")
    assert "results.stated-differs" in codes(results)


def test_a_stated_total_that_agrees_with_its_parts_raises_nothing():
    figures = [reported("A1", "OIL", "1.5"), reported("A2", "OIL", "2"), reported("A", "OIL", "3.5")]
    assert codes(review(GROUP, plan([OIL]), figures)) == []


def test_a_total_without_a_statement_is_the_sum_of_its_breakdowns():
    figures = [reported("B", "OIL", "2.9", breakdown="L1"), reported("B", "OIL", "0.1", breakdown="L2")]
    results = review(GROUP, plan([OIL], parts=("L1", "L2")), figures)
    assert value(results, "B/OIL@2022:actual") == Decimal(3)
    assert results.figures["B/OIL@2022:actual"].sources == (
        DerivedSource("sum", ("B/OIL/L1@2022:actual", "B/OIL/L2@2022:actual")),
    )


def test_a_stated_total_stands_and_its_difference_from_the_breakdowns_is_listed():
    figures = [reported("B", "OIL", "3"), reported("B", "OIL", "2.9", breakdown="L1")]
    results = review(GROUP, plan([OIL], parts=("L1",)), figures)
    assert value(results, "B/OIL@2022:actual") == Decimal(3)
    finding = next(f for f in results.findings if f.code == "results.parts-differ")
    assert "Chênh lệch 0,1" in finding.sentence()


def test_breakdowns_of_a_quantity_that_is_added_to_no_other_unit_s_still_make_its_total():
    own = indicator("OIL", aggregation=Aggregation.NONE)
    figures = [reported("A1", "OIL", "3"), reported("A1", "OIL", "2.9", breakdown="L1")]
    results = review(GROUP, plan([own], parts=("L1",)), figures)
    assert codes(results) == ["results.parts-differ"]
    assert "A/OIL@2022:actual" not in results.figures
    unstated = review(GROUP, plan([own], parts=("L1",)), figures[1:])
    assert value(unstated, "A1/OIL@2022:actual") == Decimal("2.9")
    price = indicator("OIL", aggregation=Aggregation.NONE, accumulates=False)
    assert codes(review(GROUP, plan([price], parts=("L1",)), figures)) == []


def test_twelve_months_make_the_year_its_quarters_and_halves():
    results = review(GROUP, plan([OIL]), months("B", "OIL", [str(m) for m in range(1, 13)]))
    assert [value(results, f"G/OIL@2022{p}:actual") for p in ("", "-9M", "-H1", "-H2", "-Q4")] == [78, 45, 21, 57, 33]


def test_ten_months_make_no_year_but_a_figure_to_date_with_its_cut_off():
    results = review(GROUP, plan([OIL]), months("B", "OIL", ["1"] * 10))
    assert "B/OIL@2022:actual" not in results.figures
    to_date = results.figures["B/OIL@2022:actual_to_date"]
    assert (to_date.amount.exact, to_date.maturity, str(to_date.cut_off)) == (10, Maturity.TO_DATE, "2022-10-31")


def test_months_with_a_hole_make_neither_a_year_nor_a_figure_to_date():
    figures = [f for f in months("B", "OIL", ["1"] * 12) if f.period.number != 5]
    results = review(GROUP, plan([OIL]), figures)
    assert not {"B/OIL@2022:actual", "B/OIL@2022:actual_to_date", "B/OIL@2022-H1:actual"} & set(results.figures)
    assert value(results, "B/OIL@2022-H2:actual") == 6


def test_a_stated_year_stands_and_its_difference_from_the_months_is_listed():
    results = review(GROUP, plan([OIL]), [*months("B", "OIL", ["1"] * 12), reported("B", "OIL", "12.5")])
    assert value(results, "G/OIL@2022:actual") == Decimal("12.5")
    assert "results.months-differ" in codes(results)


def test_an_indicator_that_does_not_accumulate_takes_its_last_month():
    stock = indicator("RES", accumulates=False)
    results = review(GROUP, plan([stock]), months("B", "RES", [str(m) for m in range(1, 13)]))
    assert value(results, "G/RES@2022:actual") == 12


def test_the_last_revision_of_a_figure_counts_and_is_marked_revised():
    figures = [reported("B", "OIL", "4", revision=2), reported("B", "OIL", "3")]
    results = review(GROUP, plan([OIL]), figures)
    assert (value(results, "G/OIL@2022:actual"), results.figures["B/OIL@2022:actual"].maturity) == (4, Maturity.REVISED)


def test_the_actual_of_the_year_before_stands_beside_this_year():
    results = review(GROUP, plan([OIL]), [reported("B", "OIL", "4", "2021"), reported("B", "OIL", "5")])
    assert value(results, "G/OIL@2022:last_year") == 4
    percent = results.figures["G/OIL@2022:percent_of_last_year"]
    assert (percent.amount.exact, str(percent.exact[0])) == (Decimal("125.0"), "5/4")


def test_figures_in_another_scale_of_the_measure_are_converted_exactly():
    results = review(
        GROUP, plan([OIL]), [reported("A1", "OIL", "1234567", measure="t"), reported("B", "OIL", "1", measure="Mt")]
    )
    assert value(results, "G/OIL@2022:actual") == Decimal("2234.567")


def test_a_figure_in_another_measure_is_converted_by_the_factor_of_its_day_and_names_it():
    factor = Factor("bbl", "t", Decimal("0.136"), "sổ tay của mỏ", until=Period.parse("2022-07").first)
    later = Factor("bbl", "t", Decimal("0.137"), "sổ tay mới", first=Period.parse("2022-07").first)
    figures = [reported("B", "OIL", "10", f"2022-{m}", measure="Mbbl") for m in ("06", "07")]
    results = review(GROUP, plan([OIL], factors=(factor, later)), figures)
    assert [value(results, f"B/OIL@2022-{m}:actual") for m in ("06", "07")] == [1360, 1370]
    assert results.figures["B/OIL@2022-07:actual"].sources[-1] == PageSource("sổ tay mới")


def test_a_bound_keeps_its_open_end_in_every_sum():
    results = review(GROUP, plan([OIL]), [reported("A1", "OIL", ">3000"), reported("B", "OIL", "5")])
    assert results.figures["G/OIL@2022:actual"].amount == Amount(Decimal(3005), None)


def test_a_unit_merged_inside_the_year_stays_in_every_total_of_that_year_and_of_the_year_before():
    july = Period.parse("2022-07").first
    merged = organisation(("AA", "GR"), ("BB", "GR"))
    units = tuple(replace(u, until=july) if u.code == "AA" else u for u in merged.org_units)
    merged = replace(merged, org_units=units)
    figures = [
        *(f for f in months("AA", "OIL", ["1"] * 6)),
        *months("BB", "OIL", ["1"] * 6 + ["2"] * 6),
        *(f for u in ("AA", "BB") for f in months(u, "OIL", ["1"] * 12, 2021)),
    ]
    results = review(merged, plan([OIL]), figures)
    assert [value(results, f"GR/OIL@2022-{half}:actual") for half in ("H1", "H2")] == [12, 12]
    assert value(results, "GR/OIL@2022:last_year") == 24


@pytest.mark.parametrize("spans", [("Q1", "Q2", "Q3", "Q4"), ("H1", "H2")])
def test_all_quarters_or_halves_make_the_year(spans):
    figures = [reported("B", "OIL", "6", f"2022-{span}") for span in spans]
    assert value(review(GROUP, plan([OIL]), figures), "G/OIL@2022:actual") == 6 * len(spans)


def test_three_quarters_make_no_year():
    figures = [reported("B", "OIL", "6", f"2022-Q{quarter}") for quarter in (1, 2, 3)]
    assert "B/OIL@2022:actual" not in review(GROUP, plan([OIL]), figures).figures
