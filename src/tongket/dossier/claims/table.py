"""The rows that words are held against, and the names by which a text may call them."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from tongket.dossier.claims.tokens import Lexicon, known_measures, make_lexicon, scale_and_base, words_of
from tongket.dossier.claims.words import Role, phrases
from tongket.figures import Amount, Kind, measure_of
from tongket.plan import Direction
from tongket.words import Text


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of the report as a text may speak of it: an indicator, or one part of it (`part` is its name).

    Amounts stand in `measure` (its code); what is not known is None. `table` is how the reader finds the row.
    """

    code: str
    name: str
    measure: str
    digits: int
    direction: Direction
    table: Text
    part: str = ""
    plan: Amount | None = None
    last_year: Amount | None = None
    actual_to_date: Amount | None = None
    estimate: Amount | None = None
    actual: Amount | None = None

    def amount(self, kind: Kind) -> Amount | None:
        """Return the figure of a kind, or None."""
        figures = {
            Kind.PLAN: self.plan,
            Kind.LAST_YEAR: self.last_year,
            Kind.ACTUAL_TO_DATE: self.actual_to_date,
            Kind.ESTIMATE: self.estimate,
            Kind.ACTUAL: self.actual,
        }
        return figures[kind]


@dataclass(frozen=True, slots=True)
class KnownRows:
    """The rows with the words that name them, and each row's measure as a scale and its base word."""

    rows: tuple[TableRow, ...]
    lexicon: Lexicon
    measures: tuple[tuple[Fraction, str], ...]
    production: frozenset[int] = frozenset()
    """The rows that "sản lượng" alone may mean."""
    counts: frozenset[str] = frozenset()
    """The measures that only this table has; they are things counted: giếng, sáng kiến."""


Words = tuple[str, ...]

_PRODUCED: Final = frozenset({"tấn", "tấn quy dầu", "m3", "sm3", "thùng"})

_BRACKETS: Final = re.compile(r"\([^)]*\)")
_LEADING: Final = frozenset(
    {
        "khai",
        "thác",
        "sản",
        "lượng",
        "tỷ",
        "lệ",
        "số",
        "tổng",
        "giá",
        "trị",
        "giếng",
        "mức",
        "chỉ",
        "tiêu",
        "kết",
        "quả",
    }
)
"""Words a name often begins with and a sentence leaves out."""
CARGOES: Final = frozenset({"dầu", "khí", "condensate"})
"""What is produced; a name that begins with one may be told by what is done with it: đưa về bờ."""
_TOO_SHORT: Final = frozenset(
    {("dầu",), ("khí",), ("giá",), ("số",), ("vốn",), ("đầu", "tư"), ("lao", "động"), ("mỏ",), ("gia", "tăng")}
)
"""What remains of a name but means too many things."""
_OF_MANY: Final = frozenset(words for words, role in phrases() if role in {Role.FILLER, Role.OTHER_THING})
"""Beginnings of names that say nothing alone: khai thác, tiêu thụ."""
_SYNONYMS: Final[tuple[tuple[Words, tuple[str, ...]], ...]] = (
    (("lợi", "nhuận", "chuyển"), ("lợi nhuận chuyển về", "lợi nhuận chuyển về nước", "chuyển lợi nhuận về việt nam",
        "chuyển lợi nhuận về nước")),
    (("khí", "đồng", "hành"), ("khí đồng hành", "sử dụng khí đồng hành", "tỷ lệ sử dụng khí đồng hành")),
    (("doanh", "thu"), ("doanh thu", "tổng doanh thu", "doanh số")),
    (("lợi", "nhuận", "sau", "thuế"), ("lợi nhuận sau thuế", "lợi nhuận", "lãi sau thuế", "lnst", "lãi ròng")),
    (("nộp", "ngân", "sách"), ("nộp ngân sách", "nộp ngân sách nhà nước", "nộp nsnn", "nsnn", "thu nộp ngân sách")),
    (("gia", "tăng", "trữ", "lượng"), ("gia tăng trữ lượng", "trữ lượng gia tăng", "gia tăng trữ lượng thu hồi")),
    (("sáng", "kiến"), ("sáng kiến", "số sáng kiến", "sáng kiến được công nhận", "sáng kiến cải tiến")),
    (("thu", "nhập", "bình", "quân"), ("thu nhập bình quân", "thu nhập", "thu nhập bình quân đầu người")),
    (("giá", "thành"), ("giá thành", "giá thành khai thác", "giá thành sản xuất", "giá thành sản phẩm")),
    (("giải", "ngân"), ("giải ngân", "giải ngân vốn đầu tư", "giải ngân đầu tư")),
    (("tần", "suất", "tai", "nạn"), ("tần suất tai nạn", "tần suất tai nạn mất ngày công", "ltif")),
    (("quy", "dầu"), ("sản lượng quy dầu", "sản lượng khai thác quy dầu", "khai thác quy dầu", "tổng sản lượng")),
    (("dầu", "và", "condensate"), (
        "sản lượng dầu", "sản lượng khai thác dầu", "khai thác dầu", "dầu khai thác", "dầu và condensate", "dầu thô",
        "sản lượng dầu và condensate", "sản lượng dầu thô", "sản lượng khai thác dầu và condensate",
    )),
    (("khai", "thác", "dầu"), ("sản lượng dầu", "sản lượng khai thác dầu", "khai thác dầu", "dầu thô")),
    (("khí",), (
        "sản lượng khí", "khí đưa về bờ", "khí đưa vào bờ", "khí về bờ", "cung cấp khí về bờ", "đưa khí về bờ",
        "đưa khí vào bờ", "khí khai thác", "sản lượng khai thác khí", "cung cấp khí", "sản lượng khí đưa vào bờ",
        "sản lượng khí về bờ",
    )),
    (("condensate",), ("condensate", "sản lượng condensate", "khai thác condensate")),
    (("giếng",), ("giếng khoan", "khoan", "số giếng khoan", "giếng khoan hoàn thành", "giếng")),
)  # fmt: skip
"""Words in the name of an indicator, in their order, and how else reports call it; the first that fits counts."""


def known_rows(rows: Sequence[TableRow]) -> KnownRows:
    """Prepare the rows of a report for reading: each name, shortened name and usual synonym leads to its rows."""
    parts: dict[Words, set[int]] = {}
    for number, row in enumerate(rows):
        if row.part:
            parts.setdefault(words_of(_plain(row.part)), set()).add(number)
    known = known_measures()
    read = [_measured(row, known) for row in rows]
    own = {words_of(base): base for _, base in read if base}
    lexicon = make_lexicon(_frozen(_names(rows)), _frozen(parts), {**own, **known})
    measures = tuple((Fraction(scale), base) for scale, base in read)
    made = frozenset(n for n, row in enumerate(rows) if measures[n][1] in _PRODUCED and _is_production(row))
    counts = frozenset(base for _, base in read if base.replace(" ", "").isalpha()) - frozenset(known.values())
    return KnownRows(tuple(rows), lexicon, measures, made, counts)


def _names(rows: Sequence[TableRow]) -> dict[Words, set[int]]:
    """The ways to name each indicator; whoever writes a whole name means its row, and none that only begins so."""
    ways: dict[Words, set[int]] = {}
    whole: dict[Words, set[int]] = {}
    for number, row in enumerate(rows):
        if row.part:
            continue
        for way in (*_ways(row.name), *_with_brackets(row.name)):
            ways.setdefault(way, set()).add(number)
        if len(words := name_words(row)) > 1 or words not in _TOO_SHORT:
            whole.setdefault(words, set()).add(number)
    return ways | whole


def name_words(row: TableRow) -> Words:
    """The words of a row's name, without what stands in brackets."""
    return tuple(word for word in words_of(_plain(row.part or row.name)) if word.isalnum() or "-" in word)


def bracket_words(row: TableRow) -> Words:
    """The words that stand in brackets in a row's name."""
    return tuple(
        word for bracket in _BRACKETS.findall(row.part or row.name) for word in words_of(bracket) if word.isalnum()
    )


def _measured(row: TableRow, known: dict[Words, str]) -> tuple[int, str]:
    scale, base = scale_and_base(measure_of(row.measure).label.vi, known)
    return scale, "tấn quy dầu" if base == "tấn" and _holds(words_of(row.name), ("quy", "dầu")) else base


def _is_production(row: TableRow) -> bool:
    return not row.part and not _holds(words_of(row.name), ("trữ", "lượng"))


def _frozen(found: dict[Words, set[int]]) -> dict[Words, frozenset[int]]:
    return {words: frozenset(rows) for words, rows in found.items() if words}


def _plain(name: str) -> str:
    text = unicodedata.normalize("NFC", _BRACKETS.sub(" ", name)).lower()
    return text.removeprefix("trong đó:").strip()


def _ways(name: str) -> Iterator[Words]:
    """The full name, its beginnings, what remains without the words a name begins with, and usual synonyms."""
    pieces = words_of(_plain(name))
    words = tuple(word for word in pieces if word.isalnum() or "-" in word)
    listed = pieces.index(",") if "," in pieces else -1
    yield pieces
    yield from (words[:size] for size in range(len(words), 1, -1) if _tells(words[:size]) and size != listed)
    for start in range(1, len(words)):
        if words[start - 1] not in _LEADING and (start > 1 or words[0] not in CARGOES or len(words) < 4):
            break
        if words[start:] not in _TOO_SHORT and (len(words) - start > 1 or len(words[start]) > 6):
            yield words[start:]
    if words[:2] != ("sản", "lượng") and not _holds(words, ("trữ", "lượng")):
        yield ("sản", "lượng", *words)
    yield from ((word.lower(),) for word in re.findall(r"\b[A-ZĐ]{3,}\b", _BRACKETS.sub(" ", name)))
    others = next((others for holds, others in _SYNONYMS if _holds(words, holds)), ())
    yield from (words_of(other) for other in others)


def _tells(words: Words) -> bool:
    """Whether words tell an indicator: not those that many names begin with."""
    return words not in _TOO_SHORT and words not in _OF_MANY and not set(words) <= _LEADING


def _with_brackets(name: str) -> Iterator[Words]:
    """The ways of a name with its brackets behind them: sản lượng khai thác dầu (100% dự án)."""
    for bracket in _BRACKETS.findall(name):
        for way in _ways(name):
            yield (*way, *words_of(bracket))


def _holds(words: Words, wanted: Words) -> bool:
    return any(words[at : at + len(wanted)] == wanted for at in range(len(words)))
