"""Periods of the plan year, from one day to the whole year, as people write them: 2021-Q4, 2012-01, 2021-11-13.

A milestone's date is a period too: "Q4/2021" is a date known to the quarter (DESIGN §1).
"""

import datetime as dt
import re
from calendar import isleap, monthrange
from enum import IntEnum
from functools import cache
from typing import Final, NamedTuple, Self


class Granularity(IntEnum):
    """How long a period is; the order is that of a table's rows."""

    YEAR = 0
    NINE_MONTHS = 1
    HALF = 2
    QUARTER = 3
    MONTH = 4
    DAY = 5

    __hash__ = int.__hash__  # an enum's own hash is slow, and periods are keys everywhere


_MONTHS_LONG: Final = {
    Granularity.YEAR: 12,
    Granularity.NINE_MONTHS: 9,
    Granularity.HALF: 6,
    Granularity.QUARTER: 3,
    Granularity.MONTH: 1,
}
_IN_A_YEAR: Final = {
    Granularity.YEAR: 1,
    Granularity.NINE_MONTHS: 1,
    Granularity.HALF: 2,
    Granularity.QUARTER: 4,
    Granularity.MONTH: 12,
}
_WORKING_DAYS: Final = 5  # of a week, the first of it
_FORM: Final = re.compile(
    r"(?P<year>[0-9]{4})(?:-(?:Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<nine>9M)"
    r"|(?P<month>0[1-9]|1[0-2])(?:-(?P<day>[0-9]{2}))?))?"
)


class _Fields(NamedTuple):
    year: int
    granularity: Granularity
    number: int = 1


class Period(_Fields):
    """A stretch of civil days `[first, until)`; `number` counts it within its year (month 1–12, day 1–366).

    A named tuple, because periods are compared and looked up millions of times in a large year.
    """

    __slots__ = ()

    def __new__(cls, year: int, granularity: Granularity, number: int = 1) -> Self:
        """Refuse what the calendar does not have: a fifth quarter, day 366 of 2021, a year with no day after it."""
        most = _IN_A_YEAR.get(granularity) or 365 + isleap(year)
        if not (1 <= number <= most and dt.MINYEAR <= year < dt.MAXYEAR):
            raise ValueError(f"there is no {granularity.name.lower()} {number} of the year {year}")
        return super().__new__(cls, year, granularity, number)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `2012`, `2012-9M`, `2012-H1`, `2021-Q4`, `2012-01` or `2021-11-13`; ValueError otherwise."""
        found = _FORM.fullmatch(text.strip())
        if not found:
            raise ValueError(f"not a period: {text!r}")
        year = int(found["year"])
        if found["day"]:
            return cls.of_day(dt.date(year, int(found["month"]), int(found["day"])))
        if found["nine"]:
            return cls(year, Granularity.NINE_MONTHS)
        for name, granularity in (
            ("quarter", Granularity.QUARTER), ("half", Granularity.HALF), ("month", Granularity.MONTH),
        ):  # fmt: skip
            if found[name]:
                return cls(year, granularity, int(found[name]))
        return cls(year, Granularity.YEAR)

    @classmethod
    def of_day(cls, day: dt.date) -> Self:
        """Return the period of one day."""
        return cls(day.year, Granularity.DAY, day.timetuple().tm_yday)

    @classmethod
    def of_month(cls, year: int, month: int) -> Self:
        """Return the period of one month."""
        return cls(year, Granularity.MONTH, month)

    @classmethod
    def of_year(cls, year: int) -> Self:
        """Return the period of one whole year."""
        return cls(year, Granularity.YEAR)

    def __str__(self) -> str:
        """Write the period in the form `parse` reads."""
        return _written(self)

    @property
    def first(self) -> dt.date:
        """The first day."""
        if self.granularity is Granularity.DAY:
            return dt.date(self.year, 1, 1) + dt.timedelta(days=self.number - 1)
        return dt.date(self.year, (self.number - 1) * _MONTHS_LONG[self.granularity] + 1, 1)

    @property
    def last(self) -> dt.date:
        """The last day."""
        if self.granularity is Granularity.DAY:
            return self.first
        month = self.number * _MONTHS_LONG[self.granularity]
        return dt.date(self.year, month, monthrange(self.year, month)[1])

    @property
    def until(self) -> dt.date:
        """The day after the last."""
        return self.last + dt.timedelta(days=1)

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.until - self.first).days

    def months(self) -> tuple["Period", ...]:
        """Return the months of the period in order; a day has none."""
        return _months_of(self)

    def in_year(self, year: int) -> "Period":
        """Return the same period of another year (29 February falls back to the 28th)."""
        if self.granularity is not Granularity.DAY:
            return Period(year, self.granularity, self.number)
        day = self.first
        return Period.of_day(dt.date(year, day.month, min(day.day, monthrange(year, day.month)[1])))

    def covers(self, other: "Period") -> bool:
        """Say whether another period lies inside this one."""
        return self.first <= other.first and other.until <= self.until


def working_days_late(due: dt.date, came: dt.date) -> int:
    """Count the working days, Monday to Friday, after the day something was due, up to the day it came; 0 if in time.

    Public holidays are not known here and count like other days. Both are civil days of one place: who has moments
    takes the days they are there, so that what comes an hour after the office closed is late by no working day yet.
    """
    days = max((came - due).days, 0)
    weeks, rest = divmod(days, 7)
    return weeks * _WORKING_DAYS + sum((due.weekday() + step) % 7 < _WORKING_DAYS for step in range(1, rest + 1))


@cache
def _written(period: Period) -> str:
    match period.granularity:
        case Granularity.YEAR:
            return f"{period.year:04}"
        case Granularity.NINE_MONTHS:
            return f"{period.year:04}-9M"
        case Granularity.HALF:
            return f"{period.year:04}-H{period.number}"
        case Granularity.QUARTER:
            return f"{period.year:04}-Q{period.number}"
        case Granularity.MONTH:
            return f"{period.year:04}-{period.number:02}"
        case Granularity.DAY:
            return period.first.isoformat()


@cache
def _months_of(period: Period) -> tuple[Period, ...]:
    if period.granularity is Granularity.DAY:
        return ()
    return tuple(Period.of_month(period.year, m) for m in range(period.first.month, period.last.month + 1))


def days_late(planned: Period, happened: Period) -> int:
    """Days by which something came after the last day planned; negative when early, 0 on that day.

    A plan of a quarter is kept by any day of it, and early by the days left: 18/09 for Q3 is -12. What is known only
    to the month or quarter counts as its last day.
    """
    return (happened.last - planned.last).days
