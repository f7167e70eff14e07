"""How figures, days and cells are named in what is said about a returned form."""

import datetime as dt
from decimal import Decimal
from typing import Any, Final

from tongket.dossier.facts import Absence
from tongket.dossier.form import FormColumn, FormRow
from tongket.dossier.form_words import ABSENCE_NAMES
from tongket.dossier.grid import ErrorValue, Uncalculated, Value
from tongket.figures import Amount, Kind, measure_of
from tongket.figures.measures import DATE
from tongket.plan import Direction
from tongket.words import LANGUAGES, Language, Text, in_each_language, long_date, normalised, short_date, written
from tongket.year import Granularity, Period

Says = dict[str, Any]
"""The values a sentence names, gathered before it is told."""

_QUARTERS: Final = ("", "I", "II", "III", "IV")
_FIRST_HALF: Final = Text("6 tháng đầu năm {year}", "1-е полугодие {year} г.", "first half of {year}")
_SECOND_HALF: Final = Text("6 tháng cuối năm {year}", "2-е полугодие {year} г.", "second half of {year}")
_NINE_MONTHS: Final = Text("9 tháng năm {year}", "9 мес. {year} г.", "nine months of {year}")
_ABOVE: Final = Text("trên", "более", "above")
_BELOW: Final = Text("dưới", "менее", "below")
_EMPTY: Final = Text("trống", "пусто", "nothing")
_TRUE: Final = {True: "TRUE", False: "FALSE"}
_INVISIBLE: Final = str.maketrans("", "", "\u200b\u200c\u200d\u2060\ufeff\u00ad")
_TO_DATE: Final = Text("Thực hiện {months} tháng", "Факт за {months} мес.", "The actual figure of {months} months")
_TO_DAY: Final = Text("Thực hiện đến ngày {day}", "Факт на {day}", "The actual figure up to {day}")
_TO_NOW: Final = Text("Thực hiện đến nay", "Факт на сегодня", "The actual figure to date")
COLUMN_NAMES: Final = {
    FormColumn.NUMBER: Text("TT", "№", "No."),
    FormColumn.CODE: Text("Mã", "Код", "Code"),
    FormColumn.NAME: Text("Chỉ tiêu", "Показатель", "Indicator"),
    FormColumn.MEASURE: Text("Đơn vị tính", "Ед. изм.", "Measure"),
    FormColumn.LAST_YEAR: Text("Thực hiện năm trước", "Факт прошлого года", "Last year"),
    FormColumn.PLAN: Text("Kế hoạch năm", "План на год", "Plan"),
    FormColumn.ACTUAL_TO_DATE: Text("Thực hiện đến nay", "Факт на дату", "Actual to date"),
    FormColumn.ESTIMATE: Text("Ước thực hiện cả năm", "Оценка за год", "Estimate for the year"),
    FormColumn.ACTUAL: Text("Thực hiện chính thức", "Итоговый факт", "Final figure"),
    FormColumn.EXPLANATION: Text("Giải trình", "Пояснение", "Explanation"),
}
"""What a column is called in a sentence; the head in the sheet may name months and years."""
KIND_NAMES: Final = {
    Kind.ACTUAL_TO_DATE: COLUMN_NAMES[FormColumn.ACTUAL_TO_DATE],
    Kind.ESTIMATE: COLUMN_NAMES[FormColumn.ESTIMATE],
    Kind.ACTUAL: COLUMN_NAMES[FormColumn.ACTUAL],
}


def tidy(text: str) -> str:
    """Return a text as it is meant: composed, with single plain spaces, without letters nobody can see."""
    if text.isascii():
        return " ".join(text.split()) if " " in text or not text.isprintable() else text
    return normalised(text.translate(_INVISIBLE))


def text_of(value: Value) -> str:
    """Return what a cell says as a text: a code typed as a number, a year typed as a day."""
    match value:
        case str():
            return tidy(value)
        case bool():
            return _TRUE[value]
        case Decimal():
            return f"{value:f}"
        case dt.date():
            return value.isoformat()
        case ErrorValue():
            return value.text
    return ""


def shown(value: Value, digits: int = 0) -> Text:
    """Return what a person sees in a cell, for a sentence: 2.749,0, 05/11/2026, a text as typed."""
    match value:
        case bool():
            return Text(_TRUE[value])
        case Decimal():
            return in_each_language(lambda language: number_text(value, language, digits))
        case dt.date():
            return in_each_language(lambda language: short_date(value, language))
        case None | Uncalculated():
            return _EMPTY
    text = text_of(value)
    return Text(text) if text else _EMPTY


def number_text(number: Decimal, language: Language = "vi", digits: int = 0) -> str:
    """Write a number with at least the decimals of its indicator, and never fewer than it has."""
    try:
        return written(number, language, digits)
    except ValueError:
        return written(number, language)


def figure_text(amount: Amount, row: FormRow) -> Text:
    """Write a figure the way its indicator is printed; of dates, the period they are."""
    return in_each_language(lambda language: _amount(amount, row, language))


def answer_text(answer: Amount | Absence, row: FormRow) -> Text:
    """Write what a cell answers: a figure, or the words for its absence."""
    return figure_text(answer, row) if isinstance(answer, Amount) else ABSENCE_NAMES[answer]


def measure_name(row: FormRow) -> Text:
    """Return what the measure of a row is called."""
    return measure_of(row.measure).label


def is_dated(row: FormRow) -> bool:
    """Whether a row asks for a day, a month or a quarter, and not for a quantity."""
    return row.direction is Direction.ON_DATE or measure_of(row.measure) is DATE


def period_text(period: Period) -> Text:
    """Write a period as it is said: quý IV năm 2021, 6 tháng đầu năm 2022; of a year, its number."""
    match period.granularity:
        case Granularity.HALF:
            return (_FIRST_HALF if period.number == 1 else _SECOND_HALF).fill(year=str(period.year))
        case Granularity.NINE_MONTHS:
            return _NINE_MONTHS.fill(year=str(period.year))
        case Granularity.QUARTER:
            quarter, year = _QUARTERS[period.number], period.year
            return Text(
                f"quý {quarter} năm {year}", f"{quarter} квартал {year} г.", f"quarter {period.number} of {year}"
            )
        case Granularity.MONTH:
            number, year = period.number, period.year
            return Text(f"tháng {number} năm {year}", f"{number:02}.{year}", f"month {number} of {year}")
        case Granularity.DAY:
            return in_each_language(lambda language: long_date(period.first, language))
        case _:
            return Text(str(period))


def to_date_text(cut_off: dt.date | None) -> Text:
    """Name the figure to date: “Thực hiện 10 tháng” when it goes to the end of October."""
    if cut_off is None:
        return _TO_NOW
    if (cut_off + dt.timedelta(days=1)).day == 1:
        return _TO_DATE.fill(months=str(cut_off.month))
    said = {language: short_date(cut_off, language) for language in LANGUAGES}
    return in_each_language(lambda language: _TO_DAY.to(language).format(day=said[language]))


def _amount(amount: Amount, row: FormRow, language: Language) -> str:
    if is_dated(row):
        return _days(amount, language)
    low, high = (None if end is None else number_text(end, language, row.digits) for end in (amount.low, amount.high))
    return _between(low, high, language)


def _between(low: str | None, high: str | None, language: Language) -> str:
    if low is None:
        return f"{_BELOW.to(language)} {high}"
    if high is None:
        return f"{_ABOVE.to(language)} {low}"
    return low if low == high else f"{low}–{high}"


def _days(amount: Amount, language: Language) -> str:
    low, high = (None if end is None else dt.date.fromordinal(int(end)) for end in (amount.low, amount.high))
    if low and high and low != high and (period := _period(low, high)):
        return period_text(period).to(language)
    first, last = (None if day is None else short_date(day, language) for day in (low, high))
    return _between(first, last, language)


def _period(first: dt.date, last: dt.date) -> Period | None:
    """Return the month or quarter that begins and ends on these days."""
    month = Period.of_month(first.year, first.month)
    quarter = Period(first.year, Granularity.QUARTER, (first.month - 1) // 3 + 1)
    return next((period for period in (month, quarter) if (period.first, period.last) == (first, last)), None)
