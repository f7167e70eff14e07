"""Numbers as people write and read them: 2.999,4 in Vietnamese, 2 999,4 in Russian, 2,999.4 in English.

Writing never loses a digit; reading never guesses. A text that two readings fit is `Ambiguous`
and goes back to its author (stack.md §9: lax parsers turn 2999.4 into 29994).
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from tongket.words.language import Language

NBSP: Final = "\u00a0"
_SEPARATORS: Final[dict[Language, tuple[str, str]]] = {"vi": (".", ","), "ru": (NBSP, ","), "en": (",", ".")}
_MINUS: Final = "-"
_GROUPED: Final = re.compile(r"[0-9]{1,3}(?:(?:\.[0-9]{3})+|(?: [0-9]{3})+)")
_SWAPPED: Final = str.maketrans(".,", ",.")


class NotANumber(ValueError):
    """The text is not a number in any reading."""


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A text with two readings, for example 2.999: thousands or a decimal fraction."""

    text: str
    readings: tuple[Decimal, Decimal]


def written(value: Decimal | int, language: Language = "vi", digits: int | None = None) -> str:
    """Write a number with the separators of a language, however many digits it has.

    `digits` is the number of decimals printed; the value must already be rounded to it
    (rounding is a decision of the indicator, not of the printer), else ValueError.
    """
    number = Decimal(value)
    sign, digit_tuple, exponent = number.as_tuple()
    assert isinstance(exponent, int)  # NaN and infinities never enter: Decimal() of text is guarded at the doors
    text = "".join(map(str, digit_tuple)) + "0" * max(exponent, 0)
    whole, fraction = (text[:exponent], text[exponent:].zfill(-exponent)) if exponent < 0 else (text, "")
    if digits is not None:
        if fraction[digits:].strip("0"):
            raise ValueError(f"{number} has more than {digits} decimals: round it first")
        fraction = fraction[:digits].ljust(digits, "0")
    group, point = _SEPARATORS[language]
    grouped = f"{int(whole or '0'):,}".replace(",", group)
    return (_MINUS if sign and number else "") + grouped + (point + fraction if fraction else "")


def percent_text(value: Decimal, language: Language = "vi", digits: int | None = 1) -> str:
    """Write a percentage: 105,5% in Vietnamese, 105.5% in English, «105,5 %» with a no-break space in Russian."""
    gap = NBSP if language == "ru" else ""
    return f"{written(value, language, digits)}{gap}%"


def read_number(text: str, language: Language = "vi") -> Decimal | Ambiguous:
    """Read a number typed by a person who writes the way of a language; never guess.

    In Vietnamese 2.999,4 and 2999,4 and 3 001,5 are read; 2.999 is `Ambiguous` (2999 or 2,999); 2999.4 and 12.5 are
    read only as what they can be: a point before other than three digits is a decimal point. In English point and
    comma change places. Raises NotANumber for anything else (~30, khoảng 30, 1e5).
    """
    cleaned = re.sub(f"[{NBSP}\u202f\u2009 ]", " ", text.strip()).replace("\u2212", "-")
    if language == "en":
        cleaned = cleaned.translate(_SWAPPED)
    negative, body = cleaned.startswith("-"), cleaned.lstrip("+-").strip()
    if len(cleaned) - len(cleaned.lstrip("+-")) > 1:
        raise NotANumber(text)
    value = _unsigned(body, text)
    if isinstance(value, Ambiguous):
        return Ambiguous(text, (_signed(value.readings[0], negative), _signed(value.readings[1], negative)))
    return _signed(value, negative)


def _signed(number: Decimal, negative: bool) -> Decimal:  # noqa: FBT001 - the sign is the argument
    return number.copy_negate() if negative and number else number


def _unsigned(body: str, text: str) -> Decimal | Ambiguous:
    whole, comma, fraction = body.partition(",")
    if comma and _plain(fraction) and (_plain(whole) or _GROUPED.fullmatch(whole)):
        return Decimal(f"{_digits(whole)}.{fraction}")
    if comma:
        raise NotANumber(text)
    if _plain(body) or (_GROUPED.fullmatch(body) and (" " in body or body.count(".") > 1)):
        return Decimal(_digits(body))
    whole, point, fraction = body.partition(".")
    if not (point and _plain(whole) and _plain(fraction)):
        raise NotANumber(text)
    if len(fraction) == 3 and len(whole) <= 3 and not whole.startswith("0"):
        return Ambiguous(text, (Decimal(whole + fraction), Decimal(f"{whole}.{fraction}")))
    return Decimal(f"{whole}.{fraction}")


def _plain(text: str) -> bool:
    return text.isdecimal() and text.isascii()


def _digits(text: str) -> str:
    return text.replace(".", "").replace(" ", "")
