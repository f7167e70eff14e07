"""Names: one form of each text, and the order in which a Vietnamese office lists people."""

import unicodedata
from typing import Final

_ALPHABET: Final = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK: Final = {letter: rank for rank, letter in enumerate(_ALPHABET, start=1)}
# ngang, huyền, hỏi, ngã, sắc, nặng: the order of Vietnamese dictionaries
_TONES: Final = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}

SortKey = tuple[tuple[int, ...], tuple[int, ...]]


def normalised(text: str) -> str:
    """Return a text in composed Unicode, no-break spaces and runs of spaces made one, ends trimmed."""
    return " ".join(unicodedata.normalize("NFC", text).replace("\u00a0", " ").split())


def person_sort_key(name: str) -> tuple[SortKey, ...]:
    """Key that sorts people by given name (the last word), then family name, then middle names.

    Letters first (a ă â b … y), tones as a second key, as in Vietnamese dictionaries.
    """
    words = normalised(name).lower().split()
    ordered = words[-1:] + words[:-1]
    return tuple(_word_key(word) for word in ordered)


def _word_key(word: str) -> SortKey:
    letters: list[int] = []
    tones: list[int] = []
    for letter in unicodedata.normalize("NFC", word):
        base, tone = _split(letter)
        letters.append(_RANK.get(base, 1000 + ord(base[0])))
        tones.append(tone)
    return tuple(letters), tuple(tones)


def _split(letter: str) -> tuple[str, int]:
    marks = unicodedata.normalize("NFD", letter)
    tone = next((_TONES[mark] for mark in marks if mark in _TONES), 0)
    base = unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in _TONES))
    return base or letter, tone
