import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.year import Granularity, Period, days_late


@pytest.mark.parametrize(
    ("text", "first", "last", "days"),
    [
        ("2021", "2021-01-01", "2021-12-31", 365),
        ("2020", "2020-01-01", "2020-12-31", 366),
        ("2022-9M", "2022-01-01", "2022-09-30", 273),
        ("2022-H1", "2022-01-01", "2022-06-30", 181),
        ("2022-H2", "2022-07-01", "2022-12-31", 184),
        ("2021-Q1", "2021-01-01", "2021-03-31", 90),
        ("2021-Q4", "2021-10-01", "2021-12-31", 92),
        ("2012-02", "2012-02-01", "2012-02-29", 29),
        ("2021-12", "2021-12-01", "2021-12-31", 31),
        ("2021-11-13", "2021-11-13", "2021-11-13", 1),
        ("2020-12-31", "2020-12-31", "2020-12-31", 1),
        ("0001", "0001-01-01", "0001-12-31", 365),
        ("9998-12-31", "9998-12-31", "9998-12-31", 1),
    ],
)
def test_a_period_reads_writes_and_knows_its_days(text, first, last, days):
    period = Period.parse(text)
    assert str(period) == text
    assert (period.first.isoformat(), period.last.isoformat(), period.days) == (first, last, days)
    assert period.until == period.last + dt.timedelta(days=1)


@pytest.mark.parametrize(
    "text",
    ["", "21", "2021-Q5", "2021-Q0", "2021-H3", "2021-10M", "2021-13", "2021-1", "2021-00", "2021-02-29", "2021-11-31",
     "2021-11-1", "Q4/2021", "2021Q4", "0000", "9999", "9999-12-31", "２０２１", "2021-Q4-1"],
)  # fmt: skip
def test_what_is_no_period_is_refused(text):
    with pytest.raises(ValueError, match=r"."):
        Period.parse(text)


@pytest.mark.parametrize(
    ("granularity", "number"),
    [
        (Granularity.YEAR, 2),
        (Granularity.HALF, 3),
        (Granularity.QUARTER, 0),
        (Granularity.MONTH, 13),
        (Granularity.DAY, 366),
    ],
)
def test_a_period_the_calendar_does_not_have_cannot_be_made(granularity, number):
    with pytest.raises(ValueError, match="there is no"):
        Period(2021, granularity, number)


def test_the_last_day_of_a_leap_year_exists():
    assert str(Period(2020, Granularity.DAY, 366)) == "2020-12-31"


def test_the_months_of_a_period_come_in_order():
    assert [str(month) for month in Period.parse("2021-Q4").months()] == ["2021-10", "2021-11", "2021-12"]
    assert len(Period.parse("2021-9M").months()) == 9
    assert Period.parse("2021-05").months() == (Period.of_month(2021, 5),)
    assert Period.parse("2021-11-13").months() == ()


def test_the_same_period_of_another_year_is_found_and_the_leap_day_falls_back():
    assert str(Period.parse("2022-Q3").in_year(2021)) == "2021-Q3"
    assert str(Period.parse("2020-02-29").in_year(2021)) == "2021-02-28"
    assert str(Period.parse("2020-12-31").in_year(2021)) == "2021-12-31"


def test_a_period_covers_what_lies_inside_it_and_itself():
    year, quarter = Period.parse("2021"), Period.parse("2021-Q4")
    assert year.covers(quarter)
    assert quarter.covers(quarter)
    assert not quarter.covers(year)
    assert not Period.parse("2021-9M").covers(quarter)
    assert not year.covers(Period.parse("2022-01-01"))


def test_rows_of_a_table_go_from_the_year_to_the_day():
    texts = ["2021", "2021-9M", "2021-H1", "2021-H2", "2021-Q1", "2021-01", "2021-02", "2021-01-01", "2022"]
    assert [str(period) for period in sorted(map(Period.parse, reversed(texts)))] == texts


@pytest.mark.parametrize(
    ("planned", "happened", "late"),
    [
        ("2022-Q3", "2022-09-18", -12),
        ("2022-12-31", "2022-12-05", -26),
        ("2022-Q3", "2022-09-30", 0),
        ("2022-Q3", "2022-10-01", 1),
        ("2021-Q4", "2021-11-10", -51),
        ("2021-11-13", "2021-11-13", 0),
        ("2021-11", "2021-Q4", 31),
        ("2021-10-31", "2022-01-12", 73),
    ],
)
def test_lateness_counts_from_the_last_day_planned(planned, happened, late):
    assert days_late(Period.parse(planned), Period.parse(happened)) == late


counts = {
    Granularity.YEAR: 1,
    Granularity.NINE_MONTHS: 1,
    Granularity.HALF: 2,
    Granularity.QUARTER: 4,
    Granularity.MONTH: 12,
    Granularity.DAY: 365,
}
periods = st.sampled_from(list(counts)).flatmap(
    lambda granularity: st.builds(
        Period, st.integers(1, 9998), st.just(granularity), st.integers(1, counts[granularity])
    )
)


@given(periods)
def test_every_period_is_read_back_as_it_was_written(period):
    assert Period.parse(str(period)) == period


@given(periods)
def test_the_days_of_a_period_lie_in_its_year(period):
    assert period.first.year == period.last.year == period.year
    assert Period.of_year(period.year).covers(period)
    assert sum(month.days for month in period.months()) in (0, period.days)
