"""Reads one open cell strictly: a number, a day, one of the three words for its absence; anything else is asked about.

Nothing is guessed. What was understood from text is said back to its author, with the finding that says it.
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import takewhile
from typing import Final

from tongket.dossier import findings_of_cells as say
from tongket.dossier.claims.words import SCALES
from tongket.dossier.dates import amount_of, day_of, read_period
from tongket.dossier.facts import Absence
from tongket.dossier.form import FormRow
from tongket.dossier.form_words import ABSENCE_NAMES
from tongket.dossier.grid import ErrorValue, Uncalculated, Value
from tongket.dossier.wording import figure_text, is_dated, measure_name, number_text, period_text, shown, tidy
from tongket.figures import MEASURES, Amount, measure_of
from tongket.words import Ambiguous, FindingKind, NotANumber, in_each_language, read_number, written
from tongket.words.findings import Value as Said
from tongket.words.spelling import in_words


@dataclass(frozen=True, slots=True)
class Understood:
    """What a cell answers, None when nothing can be taken from it, and what is to be said about it."""

    answer: Amount | Absence | None = None
    kind: FindingKind | None = None
    values: Mapping[str, Said] = field(default_factory=dict)


_DASHES: Final = frozenset("-–—−_/.xX?") | {"--", "---", "...", "…", "n/a", "N/A", "k/c", "K/C"}
_WITH_MEASURE: Final = re.compile(r"([+\-−]?[0-9][0-9., ]*?) ?([^\W\d_].*)")
_RANGE: Final = re.compile(r"(?:từ |от )?([0-9][0-9.,]*) ?(?:–|—|-|\.\.|…| đến | до ) ?([0-9][0-9.,]*)", re.IGNORECASE)
_ABOVE: Final = re.compile(r"(?:trên|hơn|более|свыше|above|over|>) ?([0-9][0-9., ]*)", re.IGNORECASE)
_BELOW: Final = re.compile(r"(?:dưới|менее|below|under|<) ?([0-9][0-9., ]*)", re.IGNORECASE)


def understood(value: Value, row: FormRow) -> Understood:
    """Say what an open cell answers to its row."""
    match value:
        case None:
            return Understood()
        case str():
            return _text(tidy(value), row)
        case bool():
            return _asked(row, shown(value).vi)
        case Decimal():
            return _asked(row, number_text(value)) if is_dated(row) else Understood(Amount.of(value))
        case dt.date():
            if is_dated(row):
                return Understood(day_of(value))
            return Understood(None, say.UNEXPECTED_DATE, {"text": value})
        case ErrorValue():
            return Understood(None, say.CELL_ERROR, {"text": value.text})
        case Uncalculated():
            return Understood(None, say.UNCALCULATED)


def _asked(row: FormRow, text: str) -> Understood:
    return Understood(None, say.NOT_A_DATE if is_dated(row) else say.NOT_A_NUMBER, {"text": text})


def _text(text: str, row: FormRow) -> Understood:
    if not text:
        return Understood()
    if absence := _ABSENCES.get(_bare(text)):
        return Understood(absence)
    if text in _DASHES:
        return Understood(None, say.DASH, {"text": text})
    return _date(text, row) if is_dated(row) else _number(text, row)


def _date(text: str, row: FormRow) -> Understood:
    period = read_period(text)
    if period is None:
        return _asked(row, text)
    return Understood(amount_of(period), say.DATE_AS_TEXT, {"text": text, "value": period_text(period)})


def _number(text: str, row: FormRow) -> Understood:
    body = text
    if text.endswith("%") and row.measure == "%":
        body = text[:-1].rstrip()
    elif found := _WITH_MEASURE.fullmatch(text):
        body, named = found[1].rstrip(), _plain(found[2])
        if named not in _names(row.measure) and named != _scale_of(row.measure):
            return _in_another_measure(text, named, row)
    elif text.endswith("%"):
        return _other_measure(text, row)
    try:
        return _read(text, read_number(body))
    except NotANumber:
        return _ends(text, row)


def _in_another_measure(text: str, named: str, row: FormRow) -> Understood:
    known = any(named in _names(measure) for measure in MEASURES)
    return _other_measure(text, row) if known else _asked(row, text)


def _other_measure(text: str, row: FormRow) -> Understood:
    return Understood(None, say.OTHER_MEASURE, {"text": text, "wanted": measure_name(row)})


def _read(text: str, number: Decimal | Ambiguous) -> Understood:
    if isinstance(number, Ambiguous):
        return Understood(None, say.AMBIGUOUS, {"text": text, **_both(number)})
    value = in_each_language(lambda language: number_text(number, language))
    return Understood(Amount.of(number), say.NUMBER_AS_TEXT, {"text": text, "value": value})


def _both(number: Ambiguous) -> dict[str, Said]:
    whole, fraction = number.readings
    return {
        "first": whole,
        "second": in_each_language(lambda language: written(fraction, language)),
        "spelt": in_each_language(lambda language: in_words(int(whole), language)),
    }


def _ends(text: str, row: FormRow) -> Understood:
    """Read a range or a bound, where the plan or last year's figure is one too; elsewhere one number is asked for."""
    found = _RANGE.fullmatch(text) or _ABOVE.fullmatch(text) or _BELOW.fullmatch(text)
    if found is None:
        return _asked(row, text)
    try:
        ends = [read_number(end.strip()) for end in found.groups()]
    except NotANumber:
        return _asked(row, text)
    if not _takes_ranges(row):
        return Understood(None, say.NOT_ONE_NUMBER, {"text": text})
    for end in ends:
        if isinstance(end, Ambiguous):
            return Understood(None, say.AMBIGUOUS, {"text": text, **_both(end)})
    low, high = _in_order(found.re, [end for end in ends if isinstance(end, Decimal)])
    if low is not None and high is not None and low > high:
        return Understood(None, say.NOT_ONE_NUMBER, {"text": text})
    amount = Amount(low, high)
    return Understood(amount, say.NUMBER_AS_TEXT, {"text": text, "value": figure_text(amount, row)})


def _in_order(form: re.Pattern[str], ends: list[Decimal]) -> tuple[Decimal | None, Decimal | None]:
    if form is _RANGE:
        return ends[0], ends[1]
    return (ends[0], None) if form is _ABOVE else (None, ends[0])


def _takes_ranges(row: FormRow) -> bool:
    return any(known is not None and not known.is_exact for known in (row.plan, row.last_year))


def _names(measure: str) -> frozenset[str]:
    """What a measure may be called behind a number."""
    if measure not in _NAMES:
        found = measure_of(measure)
        names = (found.code, found.label.vi, found.label.ru, found.label.en, measure)
        _NAMES[measure] = frozenset(_plain(name) for name in names if name)
    return _NAMES[measure]


def _scale_of(measure: str) -> str:
    """The scale that a measure begins with; everybody writes 905 tỷ in a row of tỷ đồng, and is asked to confirm it."""
    return " ".join(takewhile(SCALES.__contains__, measure_of(measure).label.vi.split()))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", tidy(text)).casefold().rstrip(".")


def _bare(text: str) -> str:
    """Return a text without capitals, marks and a closing stop: “KHONG GIAO.” can mean only one thing."""
    letters = unicodedata.normalize("NFD", text.casefold()).replace("đ", "d")
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).strip(" .")


_NAMES: Final[dict[str, frozenset[str]]] = {}
_ABSENCES: Final[Mapping[str, Absence]] = {
    _bare(name): absence for absence, names in ABSENCE_NAMES.items() for name in (names.vi, names.ru, names.en)
}
