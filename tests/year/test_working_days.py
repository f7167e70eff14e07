"""How many working days after its deadline something came: Monday to Friday, holidays not known."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.year import working_days_late

FRIDAY, SUNDAY = dt.date(2022, 11, 18), dt.date(2022, 11, 20)
DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2100, 1, 1))


@pytest.mark.parametrize(
    ("due", "came", "late"),
    [
        (FRIDAY, FRIDAY, 0),
        (FRIDAY, SUNDAY, 0),
        (FRIDAY, dt.date(2022, 11, 21), 1),
        (SUNDAY, dt.date(2022, 11, 21), 1),
        (SUNDAY, dt.date(2022, 11, 22), 2),
        (SUNDAY, dt.date(2022, 11, 27), 5),
        (FRIDAY, dt.date(2022, 11, 28), 6),
        (SUNDAY, FRIDAY, 0),
        (dt.date(2022, 12, 30), dt.date(2023, 1, 2), 1),  # a holiday in many years, which is not known here
    ],
)
def test_only_monday_to_friday_count(due, came, late):
    assert working_days_late(due, came) == late


@given(due=DAYS, days=st.integers(0, 800))
def test_it_is_what_counting_day_by_day_gives(due, days):
    after = (due + dt.timedelta(days=step) for step in range(1, days + 1))
    counted = sum(day.strftime("%a") in {"Mon", "Tue", "Wed", "Thu", "Fri"} for day in after)
    assert working_days_late(due, due + dt.timedelta(days=days)) == counted
