from datetime import date
from decimal import Decimal

import pytest
from tests.plan.cast import NOTICE, ROW
from tests.plan.cast import found as found_in_plan

from tongket.plan import (
    Share,
)
from tongket.words import Severity


def share(org_unit, percent, first=None, until=None):
    first, until = (date.fromisoformat(day) if day else None for day in (first, until))
    return Share("09-1", org_unit, Decimal(percent), first, until, ROW)


def found(*shares):
    return found_in_plan(*NOTICE, shares=shares)


def codes(*shares):
    return [finding.code.removeprefix("plan.") for finding in found(*shares)]


def test_shares_of_a_hundred_are_in_order_through_a_change():
    rows = (
        share("VSP", "60"),
        share("XNK", "40", until="2021-07-01"),
        share("XNKT", "40", first="2021-07-01"),
    )
    assert codes(*rows) == []


@pytest.mark.parametrize(
    ("percent", "expected"),
    [("0", []), ("100", []), ("100.01", ["share-out-of-range"]), ("-0.01", ["share-out-of-range"])],
)
def test_a_share_lies_between_zero_and_a_hundred(percent, expected):
    rest = share("XNK", str(100 - Decimal(percent)))
    rows = (share("VSP", percent), rest) if 0 <= rest.percent <= 100 else (share("VSP", percent),)
    assert [code for code in codes(*rows) if code not in {"shares-sum", "shares-rounded"}] == expected


def test_two_rows_of_one_holder_share_no_day():
    following = share("VSP", "100", until="2021-07-01"), share("VSP", "100", first="2021-07-01")
    assert codes(*following) == []
    sharing = share("VSP", "50", until="2021-07-02"), share("VSP", "50", first="2021-07-01")
    first = found(*sharing)[0]
    assert (first.code, first.severity) == ("plan.shares-overlap", Severity.ERROR)
    assert "(từ 01/07/2021)" in first.sentence()


def test_an_interval_without_a_day_is_found():
    empty = share("XNK", "40", "2021-07-01", "2021-07-01")
    assert codes(share("VSP", "100"), empty) == ["empty-interval"]


def test_days_on_which_the_shares_are_not_a_hundred_are_named():
    rows = share("VSP", "60", "2021-01-01"), share("XNK", "40", "2021-01-01", "2021-07-01")
    (finding,) = found(*rows)
    assert (finding.code, finding.severity, finding.place) == ("plan.shares-sum", Severity.WARNING, ROW)
    assert "từ 01/07/2021 đến trước … là 60%, khác 100%" in finding.sentence()


@pytest.mark.parametrize(
    ("percents", "code"),
    [
        (("33.3", "33.3", "33.3"), "shares-rounded"),
        (("33.4", "33.4", "33.3"), "shares-rounded"),
        (("33.3", "33.3", "33.2"), "shares-sum"),
        (("49.9", "50.0"), "shares-rounded"),
        (("49.9", "49.9"), "shares-sum"),
        (("33.33", "33.33", "33.32"), "shares-sum"),
    ],
)
def test_a_sum_that_rounding_alone_explains_is_only_noted(percents, code):
    rows = (share(unit, percent) for unit, percent in zip(("VSP", "XNK", "XNKT"), percents, strict=False))
    assert codes(*rows) == [code]


def test_days_that_nobody_holds_between_two_holdings_are_named():
    rows = share("VSP", "100", until="2021-07-01"), share("VSP", "100", first="2021-07-03")
    (finding,) = found(*rows)
    assert finding.code == "plan.shares-gap"
    assert finding.sentence("en").startswith("Nobody holds a share in ‘09-1’ from 01/07/2021 until 03/07/2021.")
