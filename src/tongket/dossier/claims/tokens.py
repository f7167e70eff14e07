"""A paragraph cut into what it is made of: phrases with their roles, figures with their measures, names of rows, marks.

Nothing is judged here. A word that no list knows stays a word, and whoever reads on decides what it hides.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from tongket.dossier.claims.words import MEASURE_WORDS, SCALES, Role, phrases
from tongket.words import Ambiguous, NotANumber, read_number

_COUNTED: Final = {
    word: count
    for count, word in enumerate(("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"), start=1)
}
_TIMES_IN_WORDS: Final = {"rưỡi": "1.5", "đôi": "2.0", "hai": "2.0", "ba": "3.0", "bốn": "4.0", "năm": "5.0"}
_NO_PER: Final = frozenset({"kh", "kế", "dầu", "khí", "condensate"})
"""What a stroke may set beside a figure: 968 triệu m3/KH 880 triệu m3, 3.119 nghìn tấn dầu/condensate."""
_BEFORE_NAMES: Final = frozenset({"tổng", "số", "mức"})
_BEFORE_A_DAY: Final = frozenset(
    {"", "ngày", "đến", "hết", "tới", "từ", "trước", "sau", "sáng", "chiều", "và", "vào", "–", "-", "(", ",", "."}
)
PERCENT: Final = "%"
TIMES: Final = "lần"
POINTS: Final = "điểm %"
DAYS: Final = "ngày"
_WORD: Final = re.compile(
    r"(?P<date>(?<![\d.,/])(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])(?:/\d{4})?(?![\d/]|[.,]\d))"
    r"|(?P<code>\b0\d*-\d+(?:/\d+)*|[a-zđ]+[-.]?\d+[a-z]?-\d+\w*|[a-zđ]+-\d+\w*|\d+/[a-zđ]\w*(?:-[\wđ]+)+)"
    r"|(?P<number>\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:,\d+)?(?![\d.,]*\d)|\d+(?:[.,]\d+)*)"
    r"|(?P<word>us\$|[^\W\d_]+[\d³]?(?:[^\W\d_]+)?)"
    r"|(?P<mark>[%/,;:()–—\-+&$\n]|[.!?…](?=\s|$))"
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure as printed: its possible readings, how many decimals, and how much one of it is in its base measure.

    `base` is the base measure, `%`, or empty when none was written; `high` is the other end of a range.
    """

    readings: tuple[Decimal, ...]
    digits: int
    scale: int = 1
    base: str = ""
    high: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of a sentence, from `start` to `end` of its text.

    `rows` are the numbers of the rows that a name fits; `year` and `months` what a time says; `is_capitals` tells an
    abbreviation.
    """

    start: int
    end: int
    words: tuple[str, ...]
    role: Role | None = None
    quantity: Quantity | None = None
    rows: frozenset[int] = frozenset()
    is_part: bool = False
    year: int | None = None
    months: int | None = None
    is_capitals: bool = False

    @property
    def is_unknown(self) -> bool:
        """Whether it is a word that no list knows; abbreviations in capitals are taken for the organisation itself."""
        known = self.role or self.rows or self.quantity or self.year is not None or self.months is not None
        return not known and self.words[0][:1].isalpha() and not self.is_capitals

    @property
    def mark(self) -> str:
        """The mark it is, or nothing."""
        only = self.words[0]
        return only if len(only) == 1 and not only.isalnum() and self.quantity is None else ""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All phrases that can be met: those of the language, and the names and measures of one table."""

    roles: Mapping[tuple[str, ...], Role]
    names: Mapping[tuple[str, ...], frozenset[int]]
    parts: Mapping[tuple[str, ...], frozenset[int]]
    measures: Mapping[tuple[str, ...], str]
    longest: int


def make_lexicon(
    names: Mapping[tuple[str, ...], frozenset[int]],
    parts: Mapping[tuple[str, ...], frozenset[int]],
    measures: Mapping[tuple[str, ...], str],
) -> Lexicon:
    """Put the phrases of a table beside those of the language; a name of the table wins over a phrase as long."""
    roles = dict(phrases())
    every = (*roles, *names, *parts, *measures)
    return Lexicon(roles, names, parts, dict(measures), max(map(len, every)))


def words_of(text: str) -> tuple[str, ...]:
    """Cut a text into small words, numbers and marks."""
    return tuple(found[0] for found in _WORD.finditer(text.lower()))


def known_measures() -> dict[tuple[str, ...], str]:
    """The measures of the language, as their words."""
    return {words_of(way): base for base, ways in MEASURE_WORDS.items() for way in ways.split("|")}


def scale_and_base(measure: str, known: Mapping[tuple[str, ...], str]) -> tuple[int, str]:
    """Split a measure into how many base measures it is, and which: nghìn tấn is 1000 tấn."""
    words = tuple(word for word in words_of(measure) if word != "1")
    scale, rest = _scale_of(words)
    if not rest:
        return 1, " ".join(words)
    for size in range(len(rest), 0, -1):
        if rest[:size] in known:
            return scale, " ".join((known[rest[:size]], *rest[size:]))
    return scale, " ".join(rest)


def _scale_of(words: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    for size in (2, 1):
        if len(words) > size and " ".join(words[:size]) in SCALES:
            return SCALES[" ".join(words[:size])], words[size:]
    return 1, words


def tokens_of(text: str, lexicon: Lexicon) -> tuple[Token, ...]:
    """Cut a text into tokens, always taking the longest phrase that fits."""
    return tuple(_joined(list(_pieces(text)), lexicon))


def _pieces(text: str) -> Iterator[Token]:
    """The words, numbers and marks; 3/11 is a day only behind a word that days stand behind (else 3 of 11)."""
    before = ""
    for found in _WORD.finditer(text.lower()):
        if found["date"] and found[0].count("/") == 1 and before not in _BEFORE_A_DAY:
            bar = text.index("/", found.start())
            for start, end in ((found.start(), bar), (bar, bar + 1), (bar + 1, found.end())):
                yield Token(start, end, (text[start:end],))
        else:
            yield _piece(text, found.start(), found.end(), found[0])
        before = found[0]


def _piece(text: str, start: int, end: int, word: str) -> Token:
    return Token(start, end, (word,), is_capitals=len(word) > 2 and text[start:end].isupper() and word.isascii())


def _joined(pieces: list[Token], lexicon: Lexicon) -> Iterator[Token]:
    at = 0
    while at < len(pieces):
        made, used = _time(pieces, at) or _quantity(pieces, at, lexicon) or _phrase(pieces, at, lexicon)
        yield made
        at += used


def _span(pieces: list[Token], at: int, used: int) -> Token:
    return Token(pieces[at].start, pieces[at + used - 1].end, tuple(piece.words[0] for piece in pieces[at : at + used]))


def _words(pieces: list[Token], at: int, count: int) -> tuple[str, ...]:
    return tuple(piece.words[0] for piece in pieces[at : at + count])


def _phrase(pieces: list[Token], at: int, lexicon: Lexicon) -> tuple[Token, int]:
    found, used = _longest(pieces, at, lexicon)
    if found.words[0] in _BEFORE_NAMES and _longest(pieces, at + 1, lexicon)[1] >= used:
        return replace(pieces[at], role=Role.FILLER), 1
    return found, used


def _longest(pieces: list[Token], at: int, lexicon: Lexicon) -> tuple[Token, int]:
    for size in range(min(lexicon.longest, len(pieces) - at), 0, -1):
        words = _words(pieces, at, size)
        if rows := lexicon.parts.get(words):
            return replace(_span(pieces, at, size), rows=rows, is_part=True), size
        if rows := lexicon.names.get(words):
            return replace(_span(pieces, at, size), rows=rows), size
        if role := lexicon.roles.get(words):
            return replace(_span(pieces, at, size), role=role), size
    return (pieces[at], 1) if at < len(pieces) else (pieces[-1], 0)


def _time(pieces: list[Token], at: int) -> tuple[Token, int] | None:
    """Năm 2022, tháng 10, 10 tháng (năm 2022, đầu năm), mười tháng, quý III, (đến ngày) 31/10/2022."""
    first, second, *_ = (*_words(pieces, at, 2), "", "")
    for used, word in enumerate((first, second), start=1):
        if re.fullmatch(r"\d{1,2}/\d{1,2}(?:/\d{4})?", word) and first in {word, "ngày"}:
            return replace(_span(pieces, at, used), months=_until(pieces, at + used - 1)), used
    if first == "năm" and re.fullmatch(r"(?:19|20)\d\d", second):
        return replace(_span(pieces, at, 2), year=int(second)), 2
    count = int(first) if first.isdecimal() else _COUNTED.get(first, 0)
    if second == "tháng" and 0 < count <= 12:
        used = 4 if _words(pieces, at + 2, 2) == ("đầu", "năm") else 2
        return replace(_span(pieces, at, used), months=count), used
    if first in {"tháng", "quý"} and (second.isdecimal() or re.fullmatch(r"[ivx]+", second)):
        used = 4 if _words(pieces, at + 2, 1) == ("/",) and _words(pieces, at + 3, 1)[0:1] != () else 2
        if first == "tháng" and second.isdecimal() and _words(pieces, at - 1, 1)[:1] in {("đến",), ("hết",), ("tới",)}:
            return replace(_span(pieces, at, used), months=int(second)), used
        ended = int(second) if first == "tháng" and second.isdecimal() else 0
        return replace(_span(pieces, at, used), role=Role.OTHER_TIME, months=ended), used
    return None


def _until(pieces: list[Token], at: int) -> int:
    """The month at whose end something was counted; -1 for the day of an event, which tells no stretch of time."""
    if not {"đến", "hết"} & set(_words(pieces, max(0, at - 3), min(3, at))):
        return -1
    day, month, *_ = map(int, pieces[at].words[0].split("/"))
    return month if day >= 28 else month - 1 or 12


def _quantity(pieces: list[Token], at: int, lexicon: Lexicon) -> tuple[Token, int] | None:
    if times := _times_in_words(pieces, at):
        return times
    read = _number(pieces[at].words[0])
    if read is None:
        return None
    used, high = 1, None
    if _words(pieces, at + 1, 1) in {("–",), ("-",), ("—",)} and at + 2 < len(pieces):
        other = _number(pieces[at + 2].words[0])
        used, high = (3, other.readings[0]) if other else (1, None)
    scale, base, more = _measure(pieces, at + used, lexicon)
    rows, named = _counted(pieces, at + used, lexicon) if more else (frozenset(), 0)
    used += max(more, named)
    quantity = replace(read, scale=scale, base=base, high=high)
    return replace(_span(pieces, at, used), quantity=quantity, rows=rows), used


def _times_in_words(pieces: list[Token], at: int) -> tuple[Token, int] | None:
    """Gấp đôi, gấp hơn ba (lần): as exact as a number with one decimal."""
    times = _TIMES_IN_WORDS.get(pieces[at].words[0])
    if times is None or "gấp" not in _words(pieces, max(0, at - 2), min(2, at)):
        return None
    used = 2 if _words(pieces, at + 1, 1) == (TIMES,) else 1
    return replace(_span(pieces, at, used), quantity=Quantity((Decimal(times),), 1, base=TIMES)), used


def _counted(pieces: list[Token], at: int, lexicon: Lexicon) -> tuple[frozenset[int], int]:
    """The row whose name stands behind a number: 98 | sáng kiến được công nhận; short names could be of less."""
    for size in range(min(lexicon.longest, len(pieces) - at), 3, -1):
        if rows := lexicon.names.get(_words(pieces, at, size)):
            return rows, size
    return frozenset(), 0


def _number(word: str) -> Quantity | None:
    if not word[:1].isdecimal():
        return None
    try:
        read = read_number(word)
    except NotANumber:
        try:
            read = read_number(word, "en")
        except NotANumber:
            return None
    readings = read.readings if isinstance(read, Ambiguous) else (read,)
    fraction = max(-int(reading.as_tuple().exponent) for reading in readings)
    return Quantity(readings, fraction)


def _measure(pieces: list[Token], at: int, lexicon: Lexicon) -> tuple[int, str, int]:
    """The scale, the base measure and how many pieces they take."""
    ahead = _words(pieces, at, 8)
    if ahead[:1] == (PERCENT,):
        return 1, PERCENT, 1
    if ahead[:2] == ("phần", "trăm"):
        return 1, PERCENT, 2
    scale, rest = _scale_of((*ahead, ""))
    skipped = len(ahead) + 1 - len(rest)
    for size in range(min(lexicon.longest, len(rest) - 1), 0, -1):
        if base := lexicon.measures.get(rest[:size]):
            tail = rest[size:]
            per = _per(tail)
            return scale, base + "".join(f" {word}" for word in tail[:per] if word != "1"), skipped + size + per
    if ahead[:1] in {(TIMES,), (DAYS,)}:
        return 1, ahead[0], 1
    return (scale, "", skipped) if skipped else (1, "", 0)


def _is_per(word: str) -> bool:
    return word.isalpha() and word not in _NO_PER


def _per(words: tuple[str, ...]) -> int:
    """How many words say "per what": / người / tháng."""
    used = 0
    while words[used : used + 1] == ("/",) and words[used + 1 : used + 2] and _is_per(words[used + 1]):
        used += 3 if words[used + 1] in SCALES and words[used + 2 : used + 3] != ("",) else 2
    return used
