"""The measures of other people's workbooks: “Tr.USD”, “1000 tấn”, “tỷ đ”, “ngàn m³” are measures we know."""

import re
from collections.abc import Mapping
from typing import Final

from tongket.dossier.foreign.labels import folded
from tongket.figures import MEASURES, Measure, measure_of

_SPELLINGS: Final = (
    (re.compile(r"\bmet khoi\b|\bm\^3\b"), "m3"),
    (re.compile(r"/ ?ng(?:uoi)?\b"), "/nguoi"),
    (re.compile(r"\b(?:1[ ,]?000[ ,]?000|10\^?6|tr|mil|mln|млн|million)\b\.?"), "trieu"),
    (re.compile(r"\b(?:1[ ,]?000|10\^?3|ngan|ng|тыс|thousand)\b\.?"), "nghin"),
    (re.compile(r"\btrd\b"), "trieu dong"),
    (re.compile(r"\b(?:ty|ti|bil|млрд|billion)\b\.?"), "ty"),
    (re.compile(r"\b(?:vnd|vnđ|d)\b"), "dong"),
    (re.compile(r"\$|\b(?:us\$|do la my|do la|usd|долл(?:аров)?\.?(?: сша)?)"), "usd"),
    (re.compile(r"\bруб(?:лей)?\b\.?"), "rub"),
    (re.compile(r"\b(?:т|тонн)\b\.?"), "tan"),
    (re.compile(r"\b(?:qd|qui dau|toe)\b"), "quy dau"),
    (re.compile(r"\b(?:thang|th)\b"), "thang"),
    (re.compile(r"\bsk\b"), "sang kien"),
)
_BY_FOLDED: Final[Mapping[str, Measure]] = {
    folded(name).strip(" .:;"): measure
    for measure in MEASURES.values()
    for name in (measure.code, measure.label.vi, measure.label.ru, measure.label.en)
}
_PERCENT: Final = ("%", "phan tram", "percent")
_TWO_LANGUAGES: Final = re.compile(r"\s+/\s+|\n")
_KNOWN_WORDS: Final = re.compile(r"[\w%$/.,³^ ()-]{1,40}")


def measure_named(text: str, known: frozenset[str] = frozenset()) -> Measure | None:
    """Return the measure a foreign text names, or None when it names none we know; `known` are those of the year.

    A text in two languages, as “млн м3 / triệu m3”, names a measure when both sides name the same one.
    """
    if measure := _named(text, known):
        return measure
    sides = [_named(side, known) for side in _TWO_LANGUAGES.split(text.strip())]
    return sides[0] if len(sides) > 1 and len(set(sides)) == 1 else None


def _named(text: str, known: frozenset[str]) -> Measure | None:
    plain = folded(text).strip(" .:;")
    if not plain or not _KNOWN_WORDS.fullmatch(plain):
        return None
    if plain in _PERCENT:
        return measure_of("%")
    by_name = {_spelled(folded(label)): name for name in known for label in (name, measure_of(name).label.vi)}
    for way in (plain, _spelled(plain)):
        if way in _BY_FOLDED:
            return _BY_FOLDED[way]
        if way in by_name:
            return measure_of(by_name[way])
    return _BY_SPELLED.get(_spelled(plain))


def _spelled(plain: str) -> str:
    text = plain.replace("³", "3")
    text = text if "/" in text else text.replace(".", " ")
    for way, word in _SPELLINGS:
        text = way.sub(f" {word} ", text)
    return " ".join(text.replace(" / ", "/").split()).replace(" /", "/").replace("/ ", "/")


_BY_SPELLED: Final = {_spelled(name): measure for name, measure in _BY_FOLDED.items()}
