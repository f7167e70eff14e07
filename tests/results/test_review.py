"""The review of a small year: what adds up, what stands, what is compared, and what is said when it does not agree."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from tests.results.small_year import (
    YEAR,
    Aggregation,
    Direction,
    indicator,
    months,
    organisation,
    plan,
    reported,
    review,
    target,
    value,
)

from tongket.figures import Amount, DerivedSource, Kind, Maturity, PageSource
from tongket.organisation import Grouping, GroupingMember, Parent
from tongket.plan import Component, Factor, PlanVersion, Share, VersionKind
from tongket.results import Achievement, ReportedFigure
from tongket.words import Place, Text
from tongket.year import Period

GROUP = organisation(("A", "G"), ("B", "G"), ("A1", "A"), ("A2", "A"))
OIL = indicator("OIL")


def codes(results):
    return [finding.code for finding in results.findings]


def row(results, unit, code="OIL", part=None, line="council"):
    wanted = (unit, code, part, Period.of_year(YEAR), line)
    return next(
        r for r in results.comparisons if (r.org_unit, r.indicator, r.breakdown, r.period, r.plan_line) == wanted
    )


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


@pytest.mark.parametrize(
    ("direction", "planned", "actual", "expected", "percent"),
    [
        (Direction.UP, "100", "100", Achievement.MET, "100.0"),
        (Direction.UP, "100", "100.1", Achievement.EXCEEDED, "100.1"),
        (Direction.UP, "100", "99.9", Achievement.NOT_MET, "99.9"),
        (Direction.UP, "0", "1.5", Achievement.NOT_COMPUTABLE, None),
        (Direction.UP, "-4.5", "7.6", Achievement.NOT_COMPUTABLE, None),
        (Direction.UP, "3..4.5", "3", Achievement.MET, "66.7..100.0"),
        (Direction.UP, "3..4.5", "4.6", Achievement.EXCEEDED, "102.2..153.3"),
        (Direction.UP, "2865", ">3000", Achievement.EXCEEDED, ">104.7"),
        (Direction.DOWN, "28.5", "26.2", Achievement.MET, "91.9"),
        (Direction.DOWN, "28.5", "28.6", Achievement.NOT_MET, "100.4"),
        (Direction.DOWN, "0", "0", Achievement.MET, None),
    ],
)
def test_an_actual_figure_is_weighed_against_its_target(direction, planned, actual, expected, percent):
    promised = plan([indicator("X", direction=direction)], [target("B", "X", planned)])
    found = row(review(GROUP, promised, [reported("B", "X", actual)]), "B", "X")
    ours = found.figure(Kind.PERCENT_OF_PLAN)
    assert (found.achievement, str(ours.amount) if ours else None) == (expected, percent)


@pytest.mark.parametrize(
    ("planned", "happened", "expected", "late"),
    [
        ("2022-Q3", "2022-09-18", Achievement.MET, -12),
        ("2022-12-31", "2022-12-31", Achievement.MET, 0),
        ("2022-11-30", "2022-12-01", Achievement.NOT_MET, 1),
    ],
)
def test_a_day_is_kept_early_on_time_or_late(planned, happened, expected, late):
    day = indicator("PROJ", direction=Direction.ON_DATE, measure="day", aggregation=Aggregation.NONE)
    ends = [
        Amount(Decimal(p.first.toordinal()), Decimal(p.last.toordinal()))
        for p in map(Period.parse, (planned, happened))
    ]
    promised = plan([day], [target("B", "PROJ", "0", amount=ends[0])])
    done = ReportedFigure("B", "PROJ", Period.of_year(YEAR), Kind.ACTUAL, ends[1])
    found = row(review(GROUP, promised, [done]), "B", "PROJ")
    assert (found.achievement, found.days_late) == (expected, late)


def test_what_was_not_assigned_says_so_and_has_no_percentage():
    found = row(review(GROUP, plan([OIL], [target("B", "OIL", None)]), [reported("B", "OIL", "5")]), "B")
    assert (found.achievement, found.figure(Kind.PERCENT_OF_PLAN)) == (Achievement.NOT_ASSIGNED, None)


def test_a_target_without_an_actual_figure_is_not_available_and_never_zero():
    found = row(review(GROUP, plan([OIL], [target("B", "OIL", "5")]), []), "B")
    assert (found.achievement, found.actual) == (Achievement.NOT_AVAILABLE, None)


def test_a_percentage_names_its_line_and_the_version_in_force():
    targets = [target("B", "OIL", "5"), target("B", "OIL", "8", version="v2")]
    results = review(GROUP, plan([OIL], targets, versions=("v1", "v2")), [reported("B", "OIL", "4")])
    assert value(results, "B/OIL@2022:percent_of_plan#council.v2") == Decimal("50.0")


def test_every_plan_line_with_a_target_has_its_own_row_the_counting_line_first():
    targets = [target("B", "OIL", "5"), target("B", "OIL", "4", line="own")]
    results = review(GROUP, plan([OIL], targets, lines=("council", "own")), [reported("B", "OIL", "4")])
    assert [r.plan_line for r in results.comparisons if r.org_unit == "B"] == ["council", "own"]
    assert value(results, "B/OIL@2022:percent_of_plan#own.v1") == 100


def test_a_target_set_above_stands_and_only_missing_ones_are_added_up():
    targets = [target("A1", "OIL", "1"), target("A2", "OIL", "2"), target("B", "OIL", "4"), target("G", "OIL", "10")]
    results = review(GROUP, plan([OIL], targets), [])
    assert value(results, "A/OIL@2022:plan#council.v1") == 3
    assert value(results, "G/OIL@2022:plan#council.v1") == 10


def test_a_total_of_units_that_did_not_all_file_is_marked_incomplete():
    targets = [target("A1", "OIL", "1"), target("B", "OIL", "4")]
    figure = review(GROUP, plan([OIL], targets), [reported("B", "OIL", "4")]).figures["G/OIL@2022:actual"]
    assert (figure.parts, figure.expected, figure.is_complete) == (1, 2, False)


def test_a_mean_is_over_the_units_and_keeps_its_exact_ratio():
    mean = indicator("INC", aggregation=Aggregation.AVERAGE)
    figures = [reported("A1", "INC", "40.1"), reported("A2", "INC", "40.2"), reported("B", "INC", "40.2")]
    figure = review(GROUP, plan([mean]), figures).figures["G/INC@2022:actual"]
    assert (figure.amount.exact, str(figure.exact[0])) == (Decimal("40.2"), "1205/30")


def test_a_weighted_mean_uses_the_weights_of_the_same_units():
    paid = indicator("INC", aggregation=Aggregation.WEIGHTED, weight="MEN")
    men = indicator("MEN", measure="người")
    figures = [
        reported("A1", "INC", "10"), reported("A1", "MEN", "1"), reported("B", "INC", "20"), reported("B", "MEN", "3"),
    ]  # fmt: skip
    assert value(review(GROUP, plan([paid, men]), figures), "G/INC@2022:actual") == Decimal("17.5")


def test_weights_and_values_with_decimals_keep_every_digit_of_their_products():
    paid = indicator("INC", aggregation=Aggregation.WEIGHTED, weight="MEN", digits=3)
    figures = [
        *(reported("A1", code, text) for code, text in (("INC", "10.25"), ("MEN", "1.5"))),
        *(reported("B", code, text) for code, text in (("INC", "20.5"), ("MEN", "0.5"))),
    ]
    figure = review(GROUP, plan([paid, indicator("MEN")]), figures).figures["G/INC@2022:actual"]
    assert figure.exact[0].fraction == Fraction("12.8125")
    assert figure.amount.exact == Decimal("12.813")


def test_a_unit_without_its_weight_is_left_out_of_the_mean_and_named():
    paid = indicator("INC", aggregation=Aggregation.WEIGHTED, weight="MEN")
    figures = [reported("A1", "INC", "10"), reported("B", "INC", "20"), reported("B", "MEN", "3")]
    results = review(GROUP, plan([paid, indicator("MEN")]), figures)
    assert value(results, "G/INC@2022:actual") == 20
    assert [dict(f.values)["where"] for f in results.findings if f.code == "results.weight-missing"] == [
        "A1/INC@2022:actual"
    ]
    assert value(results, "A1/INC@2022:actual") == 10


def test_a_stated_weighted_mean_is_compared_with_the_mean_of_those_below():
    paid, men = indicator("INC", aggregation=Aggregation.WEIGHTED, weight="MEN"), indicator("MEN")
    below = [
        reported("A1", "INC", "10"),
        reported("A1", "MEN", "1"),
        reported("A2", "INC", "20"),
        reported("A2", "MEN", "3"),
    ]
    for stated, said in (("17.5", []), ("18", ["results.stated-differs"])):
        results = review(GROUP, plan([paid, men]), [*below, reported("A", "INC", stated)])
        assert value(results, "A/INC@2022:actual") == Decimal("17.5")
        assert codes(results) == said


def test_the_mean_of_a_unit_over_its_months_says_that_it_is_a_mean():
    mean = indicator("INC", aggregation=Aggregation.AVERAGE)
    results = review(GROUP, plan([mean]), months("B", "INC", [str(m) for m in range(1, 13)]))
    assert value(results, "B/INC@2022:actual") == Decimal("6.5")
    assert results.figures["B/INC@2022:actual"].sources[0].operation == "average"


def test_parts_stated_for_a_quarter_make_the_quarters_total():
    figures = [reported("B", "OIL", text, "2022-Q2", breakdown=part) for part, text in (("L1", "2"), ("L2", "1"))]
    results = review(GROUP, plan([OIL], parts=("L1", "L2")), figures)
    assert results.figures["B/OIL@2022-Q2:actual"].sources[0].of == (
        "B/OIL/L1@2022-Q2:actual",
        "B/OIL/L2@2022-Q2:actual",
    )


def test_a_formula_divides_what_its_parts_add_up_to():
    cost = indicator("UNITCOST", aggregation=Aggregation.FORMULA, numerator="COST", denominator="OIL", digits=2)
    figures = [
        *(reported("A1", code, value) for code, value in (("COST", "10"), ("OIL", "2"))),
        *(reported("B", code, value) for code, value in (("COST", "10"), ("OIL", "4"))),
    ]
    figure = review(GROUP, plan([cost, indicator("COST"), OIL]), figures).figures["G/UNITCOST@2022:actual"]
    assert (figure.amount.exact, str(figure.exact[0])) == (Decimal("3.33"), "20/6")


@pytest.mark.parametrize("denominator", [None, "0", "1..2"])
def test_a_quotient_that_cannot_be_formed_is_named_and_never_zero(denominator):
    cost = indicator("UNITCOST", aggregation=Aggregation.FORMULA, numerator="COST", denominator="OIL")
    figures = [reported("B", "COST", "10"), *([reported("B", "OIL", denominator)] if denominator else [])]
    results = review(organisation(extra=["B"]), plan([cost, indicator("COST"), OIL]), figures)
    assert "B/UNITCOST@2022:actual" not in results.figures
    assert codes(results) == ["results.not-computed"]


def test_an_indicator_that_is_not_aggregated_stays_with_its_unit():
    alone = indicator("INC", aggregation=Aggregation.NONE)
    results = review(GROUP, plan([alone]), [reported("B", "INC", "5")])
    assert "B/INC@2022:actual" in results.figures
    assert "G/INC@2022:actual" not in results.figures


def test_shares_divide_a_figure_exactly_and_nobodys_part_goes_to_the_residual_unit():
    shelf = organisation(("P", "S"), ("Q", "S"), ("NOBODY", "S"), residual="NOBODY")
    shares = [
        Share("F", "P", Decimal(60)),
        Share("F", "Q", Decimal(40), until=None, first=Period.parse("2022-07").first),
    ]
    figures = months("S", "OIL", ["1"] * 12, breakdown="F") + months("S", "OIL", ["0.5"] * 12, breakdown="NONE")
    results = review(shelf, plan([OIL], parts=("F", "NONE"), shares=shares), figures)
    assert value(results, "P/OIL/F@2022-01:actual") == 1
    assert value(results, "Q/OIL/F@2022-07:actual") == Decimal("0.4")
    assert value(results, "NOBODY/OIL@2022:actual") == 6
    assert sum(value(results, f"{u}/OIL@2022:actual") for u in ("P", "Q", "NOBODY")) == value(
        results, "S/OIL@2022:actual"
    )


def test_an_indicator_with_components_is_reported_and_never_repaired():
    promised = plan([indicator("OE"), OIL], components=(Component("OE", "OIL", Decimal(2)),))
    figures = [reported("G", "OE", "9.9"), reported("G", "OIL", "5")]
    results = review(organisation(extra=["G"]), promised, figures)
    assert value(results, "G/OE@2022:actual") == Decimal("9.9")
    assert codes(results) == ["results.components-differ"]


def test_a_printed_percentage_is_recomputed_and_the_difference_named():
    figures = [reported("B", "OIL", "3165", printed_percent=Decimal("108.8"), place=Place("inputs/f.csv", cell="F2"))]
    results = review(GROUP, plan([OIL], [target("B", "OIL", "2999.4")]), figures)
    finding = next(f for f in results.findings if f.code == "results.printed-percent-differs")
    assert "108,8% kế hoạch; tính lại 3.165 / 2.999,4 = 105,5%" in finding.sentence()
    assert str(finding.place) == "inputs/f.csv!F2"


def test_the_year_reviewed_on_estimates_takes_its_percentages_from_the_estimate():
    figures = [reported("B", "OIL", "4", kind="estimate"), reported("B", "OIL", "6")]
    promised = plan([OIL], [target("B", "OIL", "5")])
    on_estimate, on_final = (
        row(review(GROUP, promised, figures, basis=kind), "B") for kind in (Kind.ESTIMATE, Kind.ACTUAL)
    )
    assert (on_estimate.achievement, on_final.achievement) == (Achievement.NOT_MET, Achievement.EXCEEDED)


def test_the_month_in_which_the_plan_was_reached_is_found_with_the_days_left():
    results = review(GROUP, plan([OIL], [target("B", "OIL", "10")]), months("B", "OIL", ["1"] * 12))
    early = next(e for e in results.early_finishes if e.org_unit == "B")
    assert (str(early.reached), early.days_early) == ("2022-10", 61)


def test_the_day_is_found_when_figures_are_daily():
    days = [reported("B", "OIL", "5", "2022-12-11"), reported("B", "OIL", "5", "2022-12-12")]
    results = review(GROUP, plan([OIL], [target("B", "OIL", "10")]), days)
    assert [(str(e.reached), e.days_early) for e in results.early_finishes if e.org_unit == "B"] == [("2022-12-12", 19)]


def test_a_plan_reached_only_at_the_end_of_the_year_is_not_early():
    results = review(GROUP, plan([OIL], [target("B", "OIL", "12")]), months("B", "OIL", ["1"] * 12))
    assert results.early_finishes == ()


def test_revenue_is_split_into_volume_and_price_without_a_remainder():
    promised = plan([indicator("REV", measure="MUSD"), indicator("REVPP", measure="MUSD", at_plan_price_of="REV")],
                    [target("B", "REV", "1372")])  # fmt: skip
    results = review(GROUP, promised, [reported("B", "REV", "2356.8"), reported("B", "REVPP", "1472.5")])
    effect = next(e for e in results.price_effects if e.org_unit == "B")
    assert (effect.volume_effect, effect.price_effect) == (Decimal("100.5"), Decimal("884.3"))
    assert effect.volume_effect + effect.price_effect == Decimal("2356.8") - 1372


def test_a_proposed_version_is_never_what_a_percentage_is_taken_against():
    promised = plan([OIL], [target("B", "OIL", "5"), target("B", "OIL", "1", version="draft")])
    promised = type(promised)(
        **{f: getattr(promised, f) for f in promised.__slots__}
        | {"plan_versions": (*promised.plan_versions, PlanVersion("council", "draft", VersionKind.PROPOSED))}
    )
    results = review(GROUP, promised, [reported("B", "OIL", "5")])
    assert value(results, "B/OIL@2022:percent_of_plan#council.v1") == 100


def test_every_figure_leads_back_to_a_statement_through_figures_that_exist():
    figures = [
        *months("A1", "OIL", ["1"] * 12, breakdown="L1"),
        reported("B", "OIL", "3", place=Place("f.csv", cell="A2")),
    ]
    results = review(GROUP, plan([OIL], [target("B", "OIL", "4")], parts=("L1",)), figures)
    for figure in results.figures.values():
        for source in figure.sources:
            if isinstance(source, DerivedSource):
                assert source.of
                assert set(source.of) <= set(results.figures)
