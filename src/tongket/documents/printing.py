"""Figures as they stand on paper: rounded once at the indicator's decimals, ranges, bounds, days, percentages."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from typing import Final

from tongket.figures import Amount, Figure, Kind
from tongket.figures.measures import DATE
from tongket.figures.ratio import rounded
from tongket.words import Language, Text, short_date, written
from tongket.words.numbers import NBSP
from tongket.year import Granularity, Period

PERCENT_DIGITS: Final = 1
PERCENTS: Final = (Kind.PERCENT_OF_PLAN, Kind.PERCENT_OF_LAST_YEAR)

_OVER = Text("trên {bound}", "свыше {bound}", "over {bound}")
_UNDER = Text("dưới {bound}", "менее {bound}", "under {bound}")
_AFTER = Text("sau ngày {day}", "после {day}", "after {day}")
_BEFORE = Text("trước ngày {day}", "до {day}", "before {day}")
_ROMAN = ("I", "II", "III", "IV")
_QUARTER = Text("quý {roman}/{year}", "{roman} кв. {year} г.", "Q{number} {year}")
_MONTH = Text("tháng {number}/{year}", "{number:02}.{year}", "{number:02}/{year}")
_FIRST_HALF = Text("6 tháng đầu năm {year}", "1-е полугодие {year} г.", "first half of {year}")
_SECOND_HALF = Text("6 tháng cuối năm {year}", "2-е полугодие {year} г.", "second half of {year}")
_NINE_MONTHS = Text("9 tháng năm {year}", "9 мес. {year} г.", "nine months of {year}")
_YEAR = Text("năm {year}", "{year} г.", "{year}")
_PARTLY = tuple(kind for kind in Granularity if kind is not Granularity.DAY)


def amount_text(amount: Amount, digits: int, language: Language) -> str:
    """Write an amount: `2.999,4`, a range `3,00–4,50`, a bound `trên 3.000` (as round as it was stated)."""
    if amount.low is None or amount.high is None:
        form, bound = (_UNDER, amount.high) if amount.low is None else (_OVER, amount.low)
        return form.to(language).format(bound=_round_text(bound, digits, language))
    low, high = (written(rounded(end, digits), language, digits) for end in (amount.low, amount.high))
    return low if amount.is_exact else f"{low}–{high}"


def _round_text(bound: Decimal | None, digits: int, language: Language) -> str:
    value = rounded(bound or 0, digits)
    needed = next((few for few in range(digits) if rounded(value, few) == value), digits)
    return written(rounded(value, needed), language, needed)


def days_text(amount: Amount, language: Language) -> str:
    """Write an amount of the measure "day": its numbers count days (1 is 01/01/0001), a stretch of them is a period."""
    first, last = (None if end is None else dt.date.fromordinal(int(end)) for end in (amount.low, amount.high))
    if first and last:
        period = period_between(first, last)
        ends = f"{short_date(first, language)}–{short_date(last, language)}"
        return period_text(period, language) if period else ends
    day = short_date(first or last or dt.date.min, language)
    return (_AFTER if first else _BEFORE).to(language).format(day=day)


def period_between(first: dt.date, last: dt.date) -> Period | None:
    """Return the period that begins and ends on these days, or None when there is no such."""
    if first == last:
        return Period.of_day(first)
    tried = (Period(first.year, kind, number) for kind in _PARTLY for number in range(1, _most(kind) + 1))
    return next((period for period in tried if (period.first, period.last) == (first, last)), None)


def _most(kind: Granularity) -> int:
    return {Granularity.HALF: 2, Granularity.QUARTER: 4, Granularity.MONTH: 12}.get(kind, 1)


def period_text(period: Period, language: Language) -> str:
    """Write a period as an office does: 13/11/2021, tháng 9/2022, quý IV/2021, năm 2021."""
    if period.granularity is Granularity.DAY:
        return short_date(period.first, language)
    half = _FIRST_HALF if period.number == 1 else _SECOND_HALF
    form = {
        Granularity.YEAR: _YEAR,
        Granularity.NINE_MONTHS: _NINE_MONTHS,
        Granularity.HALF: half,
        Granularity.QUARTER: _QUARTER,
        Granularity.MONTH: _MONTH,
    }[period.granularity]
    roman = _ROMAN[min(period.number, 4) - 1]
    return form.to(language).format(year=period.year, number=period.number, roman=roman)


def percent_amount(figure: Figure) -> Amount:
    """The percentage as printed, with one decimal."""
    return figure.amount.mapped(lambda end: rounded(end, PERCENT_DIGITS))


def figure_text(figure: Figure, digits: int, language: Language) -> str:
    """Write a figure as it stands in a table: its measure is in the head, a percentage has no sign."""
    if figure.address.kind in PERCENTS:
        return amount_text(percent_amount(figure), PERCENT_DIGITS, language)
    if figure.measure == DATE.code:
        return days_text(figure.amount, language)
    return amount_text(figure.amount, digits, language)


def with_sign(text: str, language: Language) -> str:
    """Put the sign of percent after a number; in Russian a no-break space stands between."""
    return f"{text}{NBSP if language == 'ru' else ''}%"


def difference(actual: Figure, plan: Figure) -> Fraction | None:
    """Actual less plan, exactly; None unless both are single numbers."""
    if not (actual.amount.is_exact and plan.amount.is_exact):
        return None
    return Fraction(actual.amount.exact) - Fraction(plan.amount.exact)
