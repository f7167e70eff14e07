from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.figures import Amount
from tongket.plan import Factor, NoFactor, Plan, converted_by
from tongket.words import Severity

DAY = date(2021, 6, 30)


def factor(number, from_="t", into="bbl", **about):
    return Factor(from_, into, Decimal(number), "Sổ tay 2021", **about)


GENERAL, OF_OIL = factor("7.5"), factor("7.45", indicator="OIL")
OF_FIELD, OF_BOTH = factor("7.4", breakdown="09-1"), factor("7.41", indicator="OIL", breakdown="09-1")


def convert(amount, *factors, from_="t", into="bbl", indicator="OIL", breakdown=None, day=DAY):
    plan = Plan(factors=factors)
    return converted_by(plan, Amount.parse(amount), from_, into, indicator=indicator, breakdown=breakdown, day=day)


def test_a_factor_in_force_converts_and_is_named_for_its_source():
    got = convert("2", GENERAL)
    assert (got.amount, got.measure, got.factor) == (Amount.parse("15"), "bbl", GENERAL)


def test_a_factor_serves_other_scales_of_its_measures():
    assert convert("2999.4", GENERAL, from_="nghìn tấn", into="triệu thùng").amount == Amount.parse("22.4955")


def test_what_differs_by_scale_alone_needs_no_factor():
    got = convert("2.5", from_="kt", into="t")
    assert (got.amount, got.factor) == (Amount.parse("2500"), None)


def test_the_nearest_factor_goes_first_whatever_the_order_of_rows():
    for rows in ((GENERAL, OF_OIL, OF_FIELD, OF_BOTH), (OF_BOTH, OF_FIELD, OF_OIL, GENERAL)):
        assert convert("1", *rows, breakdown="09-1").factor is OF_BOTH
        assert convert("1", *rows, breakdown="09-1", indicator="COND").factor is OF_FIELD
        assert convert("1", *rows, breakdown="09-3/12").factor is OF_OIL
        assert convert("1", *rows, indicator="COND").factor is GENERAL


def test_a_field_goes_before_an_indicator():
    assert convert("1", OF_OIL, OF_FIELD, breakdown="09-1").factor is OF_FIELD


def test_each_year_has_its_factor_from_its_first_day():
    last = factor("7.4", until=date(2021, 1, 1))
    this = factor("7.5", first=date(2021, 1, 1))
    assert convert("1", last, this, day=date(2020, 12, 31)).factor is last
    assert convert("1", last, this, day=date(2021, 1, 1)).factor is this


@pytest.mark.parametrize(
    ("factors", "about"),
    [
        ((), {}),
        ((factor("7.5", until=DAY),), {}),
        ((factor("7.5", first=date(2021, 7, 1)),), {}),
        ((factor("7.5", breakdown="09-1"),), {}),
        ((factor("7.5", indicator="COND"),), {}),
        ((factor("7.5"),), {"into": "toe"}),
        ((factor("7.5"),), {"from_": "bbl", "into": "t"}),
    ],
)
def test_without_a_factor_in_force_the_conversion_is_refused(factors, about):
    with pytest.raises(NoFactor):
        convert("1", *factors, **about)


def test_the_refusal_is_a_finding_that_says_what_to_do():
    with pytest.raises(NoFactor) as refusal:
        convert("1", breakdown="09-1")
    finding = refusal.value.finding
    assert (finding.code, finding.severity) == ("plan.no-factor", Severity.ERROR)
    assert finding.sentence() == (
        "Không có hệ số quy đổi từ ‘tấn’ sang ‘thùng’ có hiệu lực ngày 30/06/2021 cho OIL/09-1. "
        "Khai hệ số kèm nguồn và ngày hiệu lực."
    )


def test_both_ends_of_a_range_are_converted_and_an_open_end_stays_open():
    assert convert("2..4", GENERAL).amount == Amount.parse("15..30")
    assert convert(">2", GENERAL).amount == Amount.parse(">15")


positive = st.decimals("0.000001", "1000000", places=6)


@given(st.decimals("-1e30", "1e30", places=4), positive)
def test_a_conversion_equals_the_arithmetic_of_fractions(number, times):
    got = convert(f"{number:f}", factor(times), from_="kt", into="Mbbl").amount.exact
    assert Fraction(got) == Fraction(number) * 1000 * Fraction(times) / 1_000_000
