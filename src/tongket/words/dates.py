"""Dates as official papers write them (Decree 30/2020, Appendix I): a zero before days below 10 and months 1 and 2."""

import datetime as dt
from typing import Final

from tongket.words.language import Language

_RU_MONTHS: Final = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip
_EN_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_LAST_PADDED_MONTH: Final = 2


def long_date(day: dt.date, language: Language = "vi") -> str:
    """Write a date in words: ngày 05 tháng 01 năm 2027, but ngày 29 tháng 6 năm 2026."""
    if language == "ru":
        return f"{day.day} {_RU_MONTHS[day.month - 1]} {day.year} г."
    if language == "en":
        return f"{day.day} {_EN_MONTHS[day.month - 1]} {day.year}"
    month = f"{day.month:02}" if day.month <= _LAST_PADDED_MONTH else str(day.month)
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def short_date(day: dt.date, language: Language = "vi") -> str:
    """Write a date in figures: 13/11/2021, in Russian 13.11.2021."""
    mark = "." if language == "ru" else "/"
    return f"{day.day:02}{mark}{day.month:02}{mark}{day.year}"
