"""Periods of the plan year, from one day to the whole year, as people write them: 2021-Q4, 2012-01, 2021-11-13.

A milestone's date is a period too: "Q4/2021" is a date known to the quarter (DESIGN §1).
"""

import datetime as dt
import re
from calendar import monthrange
from dataclasses import dataclass
from enum import IntEnum
from typing import Final, Self


class Granularity(IntEnum):
    """How long a period is; the order is that of a table's rows."""

    YEAR = 0
    NINE_MONTHS = 1
    HALF = 2
    QUARTER = 3
    MONTH = 4
    DAY = 5


_MONTHS_LONG: Final = {
    Granularity.YEAR: 12,
    Granularity.NINE_MONTHS: 9,
    Granularity.HALF: 6,
    Granularity.QUARTER: 3,
    Granularity.MONTH: 1,
}
_FORM: Final = re.compile(
    r"(?P<year>\d{4})(?:-(?:Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<nine>9M)"
    r"|(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d{2}))?))?"
)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A stretch of civil days `[first, until)`; `number` counts it within its year (month 1–12, day 1–366)."""

    year: int
    granularity: Granularity
    number: int = 1

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `2012`, `2012-9M`, `2012-H1`, `2021-Q4`, `2012-01` or `2021-11-13`; ValueError otherwise."""
        found = _FORM.fullmatch(text.strip())
        if not found or found["year"] == "0000":
            msg = f"not a period: {text!r}"
            raise ValueError(msg)
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
        match self.granularity:
            case Granularity.YEAR:
                return f"{self.year:04}"
            case Granularity.NINE_MONTHS:
                return f"{self.year:04}-9M"
            case Granularity.HALF:
                return f"{self.year:04}-H{self.number}"
            case Granularity.QUARTER:
                return f"{self.year:04}-Q{self.number}"
            case Granularity.MONTH:
                return f"{self.year:04}-{self.number:02}"
            case Granularity.DAY:
                return self.first.isoformat()

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
        if self.granularity is Granularity.DAY:
            return ()
        return tuple(Period.of_month(self.year, m) for m in range(self.first.month, self.last.month + 1))

    def in_year(self, year: int) -> "Period":
        """Return the same period of another year (29 February falls back to the 28th)."""
        if self.granularity is not Granularity.DAY:
            return Period(year, self.granularity, self.number)
        day = self.first
        return Period.of_day(dt.date(year, day.month, min(day.day, monthrange(year, day.month)[1])))

    def covers(self, other: "Period") -> bool:
        """Say whether another period lies inside this one."""
        return self.first <= other.first and other.until <= self.until


def days_late(planned: Period, happened: Period) -> int:
    """Days by which something came after the last day planned; negative when early, 0 within the planned period.

    A plan of a quarter is kept by any day of it and is early by the days left: 18/09 for Q3 is -12.
    """
    return (happened.last - planned.last).days
