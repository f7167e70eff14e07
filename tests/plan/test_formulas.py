from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from tests.plan.cast import NOTICE, OIL, codes, found

from tongket.plan import (
    Aggregation,
    Assumption,
    AssumptionCode,
    Factor,
    Indicator,
)
from tongket.words import Text


def test_a_weighted_average_names_its_weight():
    income = Indicator("INC", Text("Thu nhập"), "MVND", aggregation=Aggregation.WEIGHTED)
    assert codes(indicators=(OIL, income)) == ["weight-missing"]
    assert codes(indicators=(OIL, replace(income, weight="OIL"))) == []


def test_a_formula_names_both_of_its_parts():
    cost = Indicator("COST", Text("Giá thành"), "USD", aggregation=Aggregation.FORMULA, numerator="OIL")
    assert codes(indicators=(OIL, cost)) == ["ratio-missing"]
    assert codes(indicators=(OIL, replace(cost, denominator="OIL"))) == []


def test_formulas_that_rest_on_each_other_are_told_once():
    def formula(code, above, below):
        return Indicator(code, Text(code), "%", aggregation=Aggregation.FORMULA, numerator=above, denominator=below)

    circle = formula("A", "B", "OIL"), formula("B", "OIL", "C"), formula("C", "A", "OIL"), formula("D", "A", "OIL")
    (finding,) = found(indicators=(OIL, *circle))
    assert finding.code == "plan.formula-cycle"
    assert "A → B → C → A" in finding.sentence()


def test_formulas_sixty_deep_that_share_all_their_parts_are_walked_once():
    def formula(depth):
        below = f"F{depth - 1}" if depth else "OIL"
        return Indicator(
            f"F{depth}", Text("x"), "%", aggregation=Aggregation.FORMULA, numerator=below, denominator=below
        )

    assert codes(indicators=(OIL, *map(formula, reversed(range(60))))) == []


def test_an_indicator_weighted_by_itself_is_a_circle():
    itself = Indicator("INC", Text("x"), "%", aggregation=Aggregation.WEIGHTED, weight="INC")
    assert codes(indicators=(OIL, itself)) == ["formula-cycle"]


def test_formulas_may_share_their_parts():
    shared = [
        Indicator(code, Text(code), "%", aggregation=Aggregation.FORMULA, numerator=above, denominator="OIL")
        for code, above in (("A", "B"), ("B", "OIL"), ("C", "B"))
    ]
    assert codes(indicators=(OIL, *shared)) == []


def test_the_weight_of_what_is_only_added_makes_no_circle():
    assert codes(indicators=(replace(OIL, weight="OIL"),)) == []


def test_a_factor_is_positive_has_a_source_and_a_day():
    good = Factor("t", "bbl", Decimal("7.5"), "Sổ tay", first=date(2021, 1, 1))
    assert codes(factors=(good,)) == []
    assert codes(factors=(replace(good, factor=Decimal(0)),)) == ["factor-not-positive"]
    assert codes(factors=(replace(good, source=""),)) == ["factor-without-source"]
    assert codes(factors=(replace(good, until=date(2021, 1, 1)),)) == ["empty-interval"]


def test_two_factors_for_the_same_thing_share_no_day():
    last = Factor("t", "bbl", Decimal("7.4"), "s", until=date(2021, 1, 1))
    this = Factor("t", "bbl", Decimal("7.5"), "s", first=date(2021, 1, 1))
    assert codes(factors=(last, this)) == []
    assert codes(factors=(last, replace(this, first=date(2020, 12, 31)))) == ["factors-overlap"]
    assert codes(factors=(last, replace(this, first=None, breakdown="09-1"))) == []


@pytest.mark.parametrize(
    ("realised", "expected"), [("104.2", []), ("0", ["realised-not-positive"]), ("-1", ["realised-not-positive"])]
)
def test_a_realised_price_can_be_divided_by(realised, expected):
    price = Assumption("council", "v1", AssumptionCode.OIL_PRICE, Decimal(60), Decimal(realised))
    assert codes(*NOTICE, assumptions=(price,)) == expected
