"""Which figures prove that a row is the indicator it looks like."""

from dataclasses import replace
from decimal import Decimal

import pytest
from tests.dossier.foreign.cast import rows_of

from tongket.dossier.foreign.agreement import agrees, amount_in, is_said
from tongket.figures import Amount, measure_of

OIL = rows_of("VSP")[0]
KT, T, USD = measure_of("kt"), measure_of("t"), measure_of("MUSD")


@pytest.mark.parametrize(
    ("value", "amount"),
    [
        (Decimal("3.18"), "3.18"),
        ("2.999,4", "2999.4"),
        ("3,00 - 4,50", "3.00..4.50"),
        ("từ 3 đến 4,5", "3..4.5"),
        ("2.999", None),
        ("khoảng 30", None),
        ("4 - 3", None),
        (None, None),
    ],
)
def test_an_amount_is_read_only_beyond_doubt(value, amount):
    assert amount_in(value) == (amount and Amount.parse(amount))


def test_the_same_figure_in_another_scale_agrees():
    assert agrees(Decimal(2912000), T, Amount.of(2912), OIL)
    assert agrees(Decimal(2912000), KT, Amount.of(2912), OIL) is False


def test_a_figure_with_more_decimals_agrees_when_it_is_printed_the_same():
    assert agrees(Decimal("2911.98"), KT, Amount.of(2912), OIL)
    assert agrees(Decimal("2911.9"), KT, Amount.of(2912), OIL) is False


@pytest.mark.parametrize(("value", "known"), [("0", "5"), ("5", "0"), ("0", "0"), ("1700", ">1700")])
def test_zeros_and_bounds_prove_nothing(value, known):
    assert agrees(Decimal(value), KT, Amount.parse(known), OIL) is None


def test_measures_that_do_not_convert_prove_nothing():
    assert agrees(Decimal(2912), USD, Amount.of(2912), OIL) is None


def test_a_plan_of_zero_is_contradicted_by_a_number():
    assert is_said(Amount.of(62), USD, Amount.of(0), replace(OIL, measure="MUSD")) is False
