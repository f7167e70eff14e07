"""Amounts, days and periods as they stand on paper, in three languages."""

import datetime as dt
from decimal import Decimal

import pytest

from tongket.documents.printing import amount_text, days_text, period_between, period_text
from tongket.figures import Amount
from tongket.words import LANGUAGES
from tongket.year import Period


@pytest.mark.parametrize(
    ("wire", "digits", "written"),
    [
        ("2999.4", 1, ["2.999,4", "2\u00a0999,4", "2,999.4"]),
        ("2.25", 1, ["2,3", "2,3", "2.3"]),
        ("-2.25", 1, ["-2,3", "-2,3", "-2.3"]),
        ("-0.04", 1, ["0,0", "0,0", "0.0"]),
        ("3..4.5", 2, ["3,00–4,50", "3,00–4,50", "3.00–4.50"]),
        (">3000", 1, ["trên 3.000", "свыше 3\u00a0000", "over 3,000"]),
        ("<156.75", 1, ["dưới 156,8", "менее 156,8", "under 156.8"]),
        ("80", 0, ["80", "80", "80"]),
    ],
)
def test_an_amount_is_rounded_once_and_written_in_the_way_of_each_language(wire, digits, written):
    assert [amount_text(Amount.parse(wire), digits, language) for language in LANGUAGES] == written


@pytest.mark.parametrize(
    ("wire", "written"),
    [
        ("2021-11-13", ["13/11/2021", "13.11.2021", "13/11/2021"]),
        ("2022-09", ["tháng 9/2022", "09.2022", "09/2022"]),
        ("2021-Q4", ["quý IV/2021", "IV кв. 2021 г.", "Q4 2021"]),
        ("2022-H1", ["6 tháng đầu năm 2022", "1-е полугодие 2022 г.", "first half of 2022"]),
        ("2022-H2", ["6 tháng cuối năm 2022", "2-е полугодие 2022 г.", "second half of 2022"]),
        ("2022-9M", ["9 tháng năm 2022", "9 мес. 2022 г.", "nine months of 2022"]),
        ("2022", ["năm 2022", "2022 г.", "2022"]),
    ],
)
def test_a_period_is_written_as_an_office_writes_it(wire, written):
    period = Period.parse(wire)
    assert [period_text(period, language) for language in LANGUAGES] == written
    assert period_between(period.first, period.last) == period


def test_a_stretch_of_days_that_is_a_quarter_is_called_one_and_any_other_by_its_ends():
    quarter = Period.parse("2022-Q3")
    ends = [Decimal(day.toordinal()) for day in (quarter.first, quarter.last)]
    assert days_text(Amount(*ends), "vi") == "quý III/2022"
    assert days_text(Amount(ends[0], ends[1] - 1), "vi") == "01/07/2022–29/09/2022"
    assert days_text(Amount.of(dt.date(2022, 12, 31).toordinal()), "ru") == "31.12.2022"


def test_a_bound_in_days_says_before_or_after():
    day = Decimal(dt.date(2022, 12, 31).toordinal())
    assert days_text(Amount(None, day), "vi") == "trước ngày 31/12/2022"
    assert days_text(Amount(day, None), "en") == "after 31/12/2022"
