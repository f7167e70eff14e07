"""How late a dossier is: 17:00:00 in Vietnam is in time, one second later is not; days are working days there."""

import datetime as dt

import pytest

from tongket.server.clock import ZONE
from tongket.server.records.models import DossierCase
from tongket.server.records.queries.lateness import lateness

DUE = dt.datetime(2022, 11, 18, 17, tzinfo=ZONE)  # a Friday


def case(came=None, extended=None):
    return DossierCase(due_at=DUE, extended_to=extended, received_at=came)


def at(day, hour=17, minute=0, second=0):
    return dt.datetime(2022, 11, day, hour, minute, second, tzinfo=ZONE)


def test_five_o_clock_sharp_is_in_time_and_a_second_later_is_late():
    assert not lateness(case(at(18)), at(30)).is_late
    late = lateness(case(at(18, 17, 0, 1)), at(30))
    assert late.is_late
    assert late.working_days == 0


def test_the_moment_is_that_of_vietnam_wherever_it_is_written():
    moscow = dt.timezone(dt.timedelta(hours=3))
    assert not lateness(case(dt.datetime(2022, 11, 18, 13, 0, 0, tzinfo=moscow)), at(30)).is_late
    assert lateness(case(dt.datetime(2022, 11, 18, 13, 0, 1, tzinfo=moscow)), at(30)).is_late
    early_in_utc = dt.datetime(2022, 11, 20, 18, 0, tzinfo=dt.UTC)  # already Monday the 21st in Vietnam
    assert lateness(case(early_in_utc), at(30)).working_days == 1


@pytest.mark.parametrize(("day", "days"), [(19, 0), (20, 0), (21, 1), (22, 2), (28, 6)])
def test_saturday_and_sunday_are_no_working_days(day, days):
    late = lateness(case(), at(day, 9))
    assert late.is_late
    assert late.working_days == days
    assert late.days_left == 0


def test_what_is_still_to_come_counts_the_days_left_and_an_extension_moves_the_deadline():
    assert lateness(case(), at(16, 9)).days_left == 2
    extended = lateness(case(extended=at(25)), at(22, 9))
    assert (extended.is_late, extended.days_left) == (False, 3)


def test_without_a_deadline_nothing_is_late():
    none = lateness(DossierCase(), at(30))
    assert (none.is_late, none.due, none.days_left) == (False, None, None)
