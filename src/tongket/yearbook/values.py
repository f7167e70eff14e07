"""One value of the year as plain text and back: 2999.4, 3.00..4.50, 2021-11-13, 2021-Q4, true, venture.

The text is exact and the same in every file format; what a person types in a spreadsheet is brought to it by `by_hand`.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Any, Final

from tongket.figures import Amount
from tongket.year import Period


class ValueKind(StrEnum):
    """What a column holds."""

    TEXT = "text"
    WHOLE = "whole"
    NUMBER = "number"
    YES_NO = "yes_no"
    DATE = "date"
    PERIOD = "period"
    AMOUNT = "amount"
    DATED_AMOUNT = "dated_amount"
    CHOICE = "choice"


_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NUMBER: Final = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")
_WHOLE: Final = re.compile(r"[+-]?[0-9]{1,18}")
UNSPEAKABLE: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_YES: Final = {"true", "yes", "có"}
_NO: Final = {"false", "no", "không"}


def read_text(text: str) -> str:
    """Take a text as it is; ValueError for characters that no file can hold and nobody can see."""
    if UNSPEAKABLE.search(text):
        msg = f"a control character in {text!r}"
        raise ValueError(msg)
    return text


def read_whole(text: str) -> int:
    """Read a whole number."""
    if not _WHOLE.fullmatch(text):
        raise ValueError(text)
    return int(text)


def read_number(text: str) -> Decimal:
    """Read a plain decimal number: a point, no groups, no exponent."""
    if not _NUMBER.fullmatch(text):
        raise ValueError(text)
    return Decimal(text)


def read_yes_no(text: str) -> bool:
    """Read true/false, yes/no or có/không."""
    word = text.lower()
    if word not in _YES | _NO:
        raise ValueError(text)
    return word in _YES


@lru_cache(maxsize=4096)
def read_date(text: str) -> dt.date:
    """Read a civil date, 2021-11-13."""
    if not _DATE.fullmatch(text):
        raise ValueError(text)
    return dt.date.fromisoformat(text)


@lru_cache(maxsize=4096)
def read_period(text: str) -> Period:
    """Read a period: 2021, 2021-H1, 2021-9M, 2021-Q4, 2021-11, 2021-11-13."""
    return Period.parse(text)


def read_dated_amount(text: str) -> Amount:
    """Read an amount of the measure "date": the days of a period, `first..last`, `>day` or `<day`.

    A day counts as its ordinal, so 2023-Q2 is the range from its first to its last day.
    """
    first, dots, last = text.partition("..")
    if dots:
        return Amount(_ordinal(read_period(first).first), _ordinal(read_period(last).last))
    if text[:1] == ">":
        return Amount(_ordinal(read_period(text[1:]).last), None)
    if text[:1] == "<":
        return Amount(None, _ordinal(read_period(text[1:]).first))
    period = read_period(text)
    return Amount(_ordinal(period.first), _ordinal(period.last))


READERS: Final[Mapping[ValueKind, Callable[[str], Any]]] = {
    ValueKind.TEXT: read_text,
    ValueKind.WHOLE: read_whole,
    ValueKind.NUMBER: read_number,
    ValueKind.YES_NO: read_yes_no,
    ValueKind.DATE: read_date,
    ValueKind.PERIOD: read_period,
    ValueKind.AMOUNT: Amount.parse,
    ValueKind.DATED_AMOUNT: read_dated_amount,
}


def plain(number: Decimal) -> str:
    """Write a number without exponent and without closing zeros, which are not part of its value."""
    text = f"{number:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def written_amount(amount: Amount) -> str:
    """Write an amount in the form `Amount.parse` reads."""
    if amount.low is None or amount.high is None:
        return f"<{plain(amount.high)}" if amount.high is not None else f">{plain(amount.low or Decimal(0))}"
    return plain(amount.low) if amount.is_exact else f"{plain(amount.low)}..{plain(amount.high)}"


def written_dated_amount(amount: Amount) -> str:
    """Write an amount of days as the period it is, or as `first..last`."""
    if amount.low is None or amount.high is None:
        return f"<{_day(amount.high)}" if amount.high is not None else f">{_day(amount.low or Decimal(0))}"
    first, last = _day(amount.low), _day(amount.high)
    period = next((p for p in _periods_from(first) if p.first == first and p.last == last), None)
    return str(period) if period else f"{first}..{last}"


def written(kind: ValueKind, value: Any) -> str:  # noqa: ANN401 - one field of a fact, whatever its type
    """Write a value in the form the reader of its kind reads."""
    match kind:
        case ValueKind.YES_NO:
            return "true" if value else "false"
        case ValueKind.NUMBER:
            return plain(value)
        case ValueKind.AMOUNT:
            return written_amount(value)
        case ValueKind.DATED_AMOUNT:
            return written_dated_amount(value)
        case _:
            return str(value)


def _periods_from(first: dt.date) -> Iterator[Period]:
    """All periods that could begin on a day, the shortest first."""
    yield Period.of_day(first)
    yield Period.of_month(first.year, first.month)
    quarter, half = (first.month - 1) // 3 + 1, (first.month - 1) // 6 + 1
    yield from map(
        read_period,
        (f"{first.year:04}-Q{quarter}", f"{first.year:04}-H{half}", f"{first.year:04}-9M", f"{first.year:04}"),
    )


def _ordinal(day: dt.date) -> Decimal:
    return Decimal(day.toordinal())


def _day(ordinal: Decimal) -> dt.date:
    if ordinal != int(ordinal):
        msg = f"{ordinal} is not a day"
        raise ValueError(msg)
    return dt.date.fromordinal(int(ordinal))
