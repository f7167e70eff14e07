"""Means and quotients, shares, and everything that is said when figures do not agree."""

from decimal import Decimal
from fractions import Fraction

import pytest
from tests.results.small_year import (
    GROUP,
    OIL,
    Aggregation,
    codes,
    indicator,
    months,
    organisation,
    plan,
    reported,
    review,
    row,
    target,
    value,
)

from tongket.figures import DerivedSource, Kind
from tongket.plan import Component, PlanVersion, Share, VersionKind
from tongket.results import Achievement
from tongket.words import Place
from tongket.year import Period


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


def test_a_share_holder_outside_the_reporting_unit_is_named_and_gets_nothing():
    shelf = organisation(("P", "S"), extra=["ELSEWHERE"])
    shares = [Share("F", "P", Decimal(60)), Share("F", "ELSEWHERE", Decimal(40))]
    results = review(shelf, plan([OIL], parts=("F",), shares=shares), [reported("S", "OIL", "10", breakdown="F")])
    assert value(results, "P/OIL/F@2022:actual") == 6
    assert "ELSEWHERE/OIL/F@2022:actual" not in results.figures
    assert "results.holder-outside" in codes(results)


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


def test_what_a_unit_states_itself_goes_before_its_share_and_the_difference_is_named():
    shelf = organisation(("A", "G"), ("B", "G"))
    shares = [Share("X", "A", Decimal(40)), Share("X", "B", Decimal(60))]
    figures = [reported("G", "OIL", "10", breakdown="X"), reported("A", "OIL", "1", breakdown="X")]
    for order in (figures, figures[::-1]):
        results = review(shelf, plan([OIL], parts=("X",), shares=shares), order)
        assert value(results, "A/OIL/X@2022:actual") == 1
        assert "results.share-and-statement" in codes(results)


def test_a_part_with_fewer_months_than_its_unit_reported_is_named():
    figures = [*months("B", "OIL", ["1"] * 12, breakdown="L1"), *months("B", "OIL", ["1"] * 6, breakdown="L2")]
    results = review(GROUP, plan([OIL], parts=("L1", "L2")), figures)
    assert [f.sentence("en")[:40] for f in results.findings if f.code == "results.months-missing"] == [
        "B/OIL/L2@2022:actual: there are figures "
    ]


def test_a_plan_the_year_missed_was_not_reached_early_whatever_the_months_say():
    figures = [*months("B", "OIL", ["2"] * 12), reported("B", "OIL", "19")]
    assert review(GROUP, plan([OIL], [target("B", "OIL", "20")]), figures).early_finishes == ()
