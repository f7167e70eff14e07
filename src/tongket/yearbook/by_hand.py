"""What people type and read in a spreadsheet, and the exact form behind it: 2.999,4 · 30/11/2022 · Quý IV/2021 · Có.

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
from tongket.year import Granularity
from tongket.yearbook import findings as say
from tongket.yearbook.choices import CHOICES, NO, YES
from tongket.yearbook.values import ValueKind, plain, read_period

_QUARTERS: Final = ("I", "II", "III", "IV")
_GROUPED: Final = re.compile(r"\d[.\s]\d{3}\b.*[,.\s]|\d\s\d")
_FLAGS: Final = re.ASCII | re.IGNORECASE
_DAY: Final = re.compile(r"(?:ngày )?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", _FLAGS)
_MONTH: Final = re.compile(r"(?:tháng |t)?(\d{1,2})[/.-](\d{4})", _FLAGS)
_QUARTER: Final = re.compile(r"(?:quý |q)\s*(iv|i{1,3}|[1-4])\s*(?:[/.-]| năm )\s*(\d{4})", _FLAGS)
_PART: Final = re.compile(r"(6|9) tháng(?: đầu)?(?: năm |[/ ])(\d{4})", _FLAGS)
_YEAR: Final = re.compile(r"(?:cả )?năm (\d{4})", _FLAGS)
_BOUNDS: Final = ((re.compile("trên ", re.IGNORECASE), ">"), (re.compile("dưới ", re.IGNORECASE), "<"))
_RANGE: Final = re.compile(r"từ (.+) đến (.+)", re.IGNORECASE)

_Remarks = tuple[Finding, ...]
_Understood = tuple[str, _Remarks]


def from_hand(text: str, kind: ValueKind, choices: type[StrEnum] | None, place: Place | None) -> _Understood:
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


def to_hand(text: str, kind: ValueKind, choices: type[StrEnum] | None) -> str:
    """Return what a person reads for an exact form; `from_hand` takes it back without a remark."""
    match kind:
        case ValueKind.YES_NO:
            return YES.vi if text == "true" else NO.vi
        case ValueKind.CHOICE if choices:
            return CHOICES[choices][choices(text)].vi
        case ValueKind.NUMBER:
            return text.replace(".", ",")
        case ValueKind.AMOUNT:
            return "..".join(end.replace(".", ",") for end in text.split(".."))
        case ValueKind.PERIOD | ValueKind.DATED_AMOUNT if ".." not in text and text[:1] not in {"<", ">"}:
            return _said_period(text)
        case _:
            return text


def _said_period(text: str) -> str:
    period = read_period(text)
    match period.granularity:
        case Granularity.QUARTER:
            return f"Quý {_QUARTERS[period.number - 1]}/{period.year:04}"
        case Granularity.MONTH:
            return f"{period.number:02}/{period.year:04}"
        case Granularity.HALF if period.number == 1:
            return f"6 tháng/{period.year:04}"
        case Granularity.NINE_MONTHS:
            return f"9 tháng/{period.year:04}"
        case _:
            return text


def _ends(text: str, place: Place | None, one: Callable[[str, Place | None], _Understood]) -> _Understood:
    """Bring a range `3,00..4,50` or a bound `>3000`, `trên 3000` to its exact form, end by end."""
    body = _RANGE.sub(r"\1..\2", text)
    for word, sign in _BOUNDS:
        body = word.sub(sign, body, count=1) if word.match(body) else body
    sign = body[:1] if body[:1] in {">", "<"} else ""
    low, dots, high = body[len(sign) :].partition("..")
    first, remarks = one(low.strip(), place)
    if not dots:
        return sign + first, remarks
    last, more = one(high.strip(), place)
    return f"{sign}{first}..{last}", (*remarks, *more)


def _number(text: str, place: Place | None) -> _Understood:
    try:
        number = read_number(text)
    except NotANumber:
        return text, ()
    if isinstance(number, Ambiguous):
        first, second = (said_number(reading) for reading in number.readings)
        return text, (say.AMBIGUOUS_NUMBER.at(place, cell=_cell(place), text=text, first=first, second=second),)
    remark = say.NUMBER_AS_TEXT.at(place, cell=_cell(place), text=text, value=number)
    return plain(number), (remark,) if _GROUPED.search(text) else ()


def _date(text: str, place: Place | None) -> _Understood:
    tidy = normalised(text)
    exact = next((found for form, write in _FORMS.items() if (found := _matched(form, write, tidy))), "")
    if not exact:
        return text, ()
    day = dt.date.fromisoformat(exact) if len(exact) == len("2022-11-28") else exact
    remark = say.DATE_AS_TEXT.at(place, cell=_cell(place), text=text, value=day)
    return exact, () if _said_period(exact) == tidy else (remark,)


def _matched(form: re.Pattern[str], write: Callable[[re.Match[str]], str], text: str) -> str:
    found = form.fullmatch(text)
    try:
        return write(found) if found else ""
    except ValueError:  # 31/02/2022 has the form of a day but is none
        return ""


def _quarter(found: re.Match[str]) -> str:
    number = found[1].upper()
    return f"{found[2]}-Q{_QUARTERS.index(number) + 1 if number in _QUARTERS else number}"


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
    labels = {
        label.lower(): code.value for code, text in CHOICES[choices].items() for label in (text.vi, text.ru, text.en)
    }
    return labels | {code.value: code.value for code in choices}


def _cell(place: Place | None) -> str:
    return (place.cell or str(place)) if place else "?"
