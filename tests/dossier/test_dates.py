import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from tongket.dossier.dates import amount_of, day_of, read_period
from tongket.dossier.wording import period_text
from tongket.words import long_date, short_date
from tongket.year import Granularity, Period


@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)))
def test_a_day_is_read_back_from_each_way_it_is_written(day):
    for text in (short_date(day), short_date(day, "ru"), long_date(day), day.isoformat()):
        assert read_period(text) == Period.of_day(day)
    assert amount_of(Period.of_day(day)) == day_of(day)


@given(st.integers(1900, 2100), st.sampled_from([(Granularity.QUARTER, 4), (Granularity.MONTH, 12)]), st.data())
def test_quarters_and_months_are_read_back_as_they_are_said(year, kind, data):
    granularity, most = kind
    period = Period(year, granularity, data.draw(st.integers(1, most)))
    assert read_period(period_text(period).vi) == period


def test_what_no_calendar_has_is_not_read():
    for text in ("30/02/2022", "00/2022", "Quý 0/2022", "2022", "năm 2022", "", "5/11"):
        assert read_period(text) is None
