"""Days, months and quarters as people type them into a cell: 05/11/2026, tháng 11/2026, Quý 4/2021, IV кв. 2021."""

import datetime as dt
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Final

from tongket.figures import Amount
from tongket.year import Granularity, Period

_FLAGS: Final = re.ASCII | re.IGNORECASE
_ROMAN: Final = {"I": 1, "II": 2, "III": 3, "IV": 4}
_QUARTER: Final = r"(iv|i{1,3}|[1-4])"
_DAY: Final = re.compile(r"(?:ngày )?(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?(\d{4})", re.IGNORECASE)
_ISO: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})", _FLAGS)
_IN_WORDS: Final = re.compile(r"ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})", re.IGNORECASE)
_MONTH: Final = re.compile(r"(?:tháng |t\.?)?(\d{1,2})(?: ?[/.-] ?| năm )(\d{4})", re.IGNORECASE)
_VI_QUARTER: Final = re.compile(rf"(?:quý |q\.?) ?{_QUARTER}(?: ?[/.-] ?| năm | )(\d{{4}})", re.IGNORECASE)
_RU_QUARTER: Final = re.compile(
    rf"{_QUARTER}(?:-й)? ?(?:кв\.?|квартал)(?: ?[/.-] ?| )(\d{{4}})(?: ?г\.?| года)?", re.IGNORECASE
)
_YEAR_FIRST: Final = re.compile(r"(\d{4})-q([1-4])", _FLAGS)


def read_period(text: str) -> Period | None:
    """Read a tidy text as a day, a month or a quarter; None for anything else, and for what no calendar has."""
    for form, make in _FORMS:
        if found := form.fullmatch(text):
            try:
                return make(found)
            except ValueError:  # 31/02/2022 has the form of a day but is none
                return None
    return None


def amount_of(period: Period) -> Amount:
    """Return a period as an amount of the measure “date”: from its first day to its last, as ordinals."""
    return Amount(Decimal(period.first.toordinal()), Decimal(period.last.toordinal()))


def day_of(day: dt.date) -> Amount:
    """Return a day as an amount of the measure “date”."""
    return Amount.of(day.toordinal())


def _day(found: re.Match[str]) -> Period:
    return Period.of_day(dt.date(int(found[3]), int(found[2]), int(found[1])))


def _quarter(found: re.Match[str]) -> Period:
    number = found[1].upper()
    return Period(int(found[2]), Granularity.QUARTER, _ROMAN.get(number) or int(number))


_FORMS: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Period]], ...]] = (
    (_DAY, _day),
    (_IN_WORDS, _day),
    (_ISO, lambda found: Period.of_day(dt.date(int(found[1]), int(found[2]), int(found[3])))),
    (_MONTH, lambda found: Period.of_month(int(found[2]), int(found[1]))),
    (_VI_QUARTER, _quarter),
    (_RU_QUARTER, _quarter),
    (_YEAR_FIRST, lambda found: Period(int(found[1]), Granularity.QUARTER, int(found[2]))),
)
