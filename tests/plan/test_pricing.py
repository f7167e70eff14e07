from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.plan.cast import plan

from tongket.plan import Assumption, AssumptionCode, NotRealised, assumptions_in_force, at_plan_price, price_assumption
from tongket.results import PriceEffect
from tongket.year import Period


def price(planned="60", realised="104.2", **about):
    stated = None if realised is None else Decimal(realised)
    return Assumption(
        **{"line": "council", "version": "v1", "code": AssumptionCode.OIL_PRICE, "planned": Decimal(planned)} | about,
        realised=stated,
    )


def test_an_actual_at_plan_price_is_rounded_once_and_keeps_what_it_was():
    got = at_plan_price(Decimal("2356.8"), price(), 1)
    assert (got.value, got.exactly) == (Decimal("1357.1"), Fraction(23568, 10) * 60 / Fraction(1042, 10))


def test_a_half_is_rounded_away_from_zero():
    assert at_plan_price(Decimal("0.25"), price("1", "1"), 1).value == Decimal("0.3")
    assert at_plan_price(Decimal("-0.25"), price("1", "1"), 1).value == Decimal("-0.3")


@pytest.mark.parametrize("realised", [None, "0", "-3"])
def test_what_was_not_realised_cannot_be_divided_by(realised):
    with pytest.raises(NotRealised, match="oil_price of version 'v1', line 'council'"):
        at_plan_price(Decimal(1), price(realised=realised), 1)


def test_the_price_of_an_org_unit_goes_before_that_of_an_indicator_and_that_before_the_one_for_all():
    of_all, of_revenue = price(), price("61", applies_to="REV")
    of_unit = price("62", org_unit="VSP")
    stated = plan(assumptions=(of_unit, of_revenue, of_all))
    assert price_assumption(stated, "council", "v1", "REV", "VSP") is of_unit
    assert price_assumption(stated, "council", "v1", "REV", "PVEP") is of_revenue
    assert price_assumption(stated, "council", "v1", "BUD", "PVEP") is of_all
    assert price_assumption(stated, "group", "v1", "REV", "VSP") is None


def test_an_exchange_rate_is_no_price():
    rate = price("23200", code=AssumptionCode.EXCHANGE_RATE)
    assert price_assumption(plan(assumptions=(rate,)), "council", "v1", "REV", "VSP") is None


def test_a_later_version_restates_a_price_and_leaves_the_others():
    first, second = price(), price("65", version="v2")
    rate = price("23200", code=AssumptionCode.EXCHANGE_RATE)
    stated = plan(assumptions=(second, first, rate))
    assert assumptions_in_force(stated, "council", "v1") == (first, rate)
    assert assumptions_in_force(stated, "council", "v2") == (second, rate)


def test_a_proposed_price_is_not_in_force():
    stated = plan(assumptions=(price("99", version="v0"),))
    assert assumptions_in_force(stated, "council", "v1") == ()
    assert len(assumptions_in_force(stated, "council", "v0")) == 1


money = st.decimals("-1e12", "1e12", places=3)
prices = st.decimals("0.01", "1000", places=2)


@given(money, money, prices, prices, st.integers(0, 4))
def test_volume_and_price_add_up_to_the_difference_exactly_and_the_rounding_is_less_than_a_unit(
    planned, actual, plan_price, realised, digits
):
    at_plan = at_plan_price(actual, price(plan_price, realised), digits)
    effect = PriceEffect("VSP", "REV", Period.parse("2022"), planned, actual, at_plan.value, "MUSD")
    assert Fraction(effect.volume_effect) + Fraction(effect.price_effect) == Fraction(actual) - Fraction(planned)
    assert at_plan.exactly == Fraction(actual) * Fraction(plan_price) / Fraction(realised)
    assert abs(at_plan.exactly - Fraction(at_plan.value)) * 2 <= Fraction(1, 10**digits)
