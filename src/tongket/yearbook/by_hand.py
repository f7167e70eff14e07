"""What people type into a spreadsheet, brought to the exact form: 2.999,4, 30/11/2022, Quý IV/2021, Có, Xí nghiệp.

Nothing is guessed: what two readings fit is a finding, and what was understood from text is said back to its author.
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cache
from typing import Final

from tongket.words import Ambiguous, Finding, NotANumber, Place, normalised, read_number
from tongket.words import written as said_number
from tongket.yearbook import findings as say
from tongket.yearbook.choices import CHOICES
from tongket.yearbook.values import ValueKind, plain, read_period

_ROMAN: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_GROUPED: Final = re.compile(r"\d[.\s]\d{3}\b.*[,.\s]|\d\s\d")
_DAY: Final = re.compile(r"(?:ngày )?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", re.ASCII | re.IGNORECASE)
_MONTH: Final = re.compile(r"(?:tháng |t)?(\d{1,2})[/.-](\d{4})", re.ASCII | re.IGNORECASE)
_QUARTER: Final = re.compile(r"(?:quý |q)\s*(iv|i{1,3}|[1-4])\s*(?:[/.-]| năm )\s*(\d{4})", re.ASCII | re.IGNORECASE)
_YEAR: Final = re.compile(r"(?:cả )?năm (\d{4})", re.ASCII | re.IGNORECASE)
_PART: Final = re.compile(r"(6|9) tháng(?: đầu)?(?: năm |[/ ])(\d{4})", re.ASCII | re.IGNORECASE)

_Remarks = tuple[Finding, ...]


def from_hand(text: str, kind: ValueKind, choices: type[StrEnum] | None, place: Place) -> tuple[str, _Remarks]:
    """Return the exact form of what was typed, with remarks; what is not understood comes back as it was."""
    match kind:
        case ValueKind.NUMBER | ValueKind.WHOLE:
            return _number(text, place)
        case ValueKind.AMOUNT:
            return _ends(text, place, _number)
        case ValueKind.DATE | ValueKind.PERIOD:
            return _date(text, place)
        case ValueKind.DATED_AMOUNT:
            return _ends(text, place, _date)
        case ValueKind.CHOICE if choices:
            return _codes(choices).get(normalised(text).lower(), text), ()
        case _:
            return text, ()


def _ends(text: str, place: Place, one: Callable[[str, Place], tuple[str, _Remarks]]) -> tuple[str, _Remarks]:
    """Bring a range `3,00..4,50` or a bound `>3000` to its exact form, end by end."""
    sign = text[:1] if text[:1] in {">", "<"} else ""
    low, dots, high = text[len(sign) :].partition("..")
    first, remarks = one(low.strip(), place)
    if not dots:
        return sign + first, remarks
    last, more = one(high.strip(), place)
    return f"{sign}{first}..{last}", (*remarks, *more)


def _number(text: str, place: Place) -> tuple[str, _Remarks]:
    try:
        number = read_number(text)
    except NotANumber:
        return text, ()
    if isinstance(number, Ambiguous):
        first, second = (said_number(reading) for reading in number.readings)
        return text, (say.AMBIGUOUS_NUMBER.at(place, cell=_cell(place), text=text, first=first, second=second),)
    remark = say.NUMBER_AS_TEXT.at(place, cell=_cell(place), text=text, value=number)
    return plain(number), (remark,) if _GROUPED.search(text) else ()


def _date(text: str, place: Place) -> tuple[str, _Remarks]:
    try:
        read_period(text)
    except ValueError:
        pass
    else:
        return text, ()
    exact = next((found for form, write in _FORMS.items() if (found := _matched(form, write, normalised(text)))), "")
    if not exact:
        return text, ()
    return exact, (say.DATE_AS_TEXT.at(place, cell=_cell(place), text=text, value=exact),)


def _matched(form: re.Pattern[str], write: Callable[[re.Match[str]], str], text: str) -> str:
    found = form.fullmatch(text)
    try:
        return write(found) if found else ""
    except ValueError:  # 31/02/2022 has the form of a day but is none
        return ""


def _quarter(found: re.Match[str]) -> str:
    return f"{found[2]}-Q{_ROMAN.get(found[1].lower(), found[1])}"


_FORMS: Final[Mapping[re.Pattern[str], Callable[[re.Match[str]], str]]] = {
    _DAY: lambda found: dt.date(int(found[3]), int(found[2]), int(found[1])).isoformat(),
    _MONTH: lambda found: f"{found[2]}-{dt.date(int(found[2]), int(found[1]), 1).month:02}",
    _QUARTER: _quarter,
    _PART: lambda found: f"{found[2]}-{'H1' if found[1] == '6' else '9M'}",
    _YEAR: lambda found: found[1],
}


@cache
def _codes(choices: type[StrEnum]) -> Mapping[str, str]:
    """Return the code of every label in every language, and of the code itself, in small letters."""
    by_label = {
        label.lower(): code.value for code, text in CHOICES[choices].items() for label in (text.vi, text.ru, text.en)
    }
    return by_label | {code.value: code.value for code in choices}


def _cell(place: Place) -> str:
    return place.cell or str(place)
