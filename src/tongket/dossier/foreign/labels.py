"""How alike two names of an indicator are: without marks, numbering and case, with the usual abbreviations written out.

Likeness only proposes. What it proposes is certain when the whole name is the same, or figures known to both agree.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Final

from tongket.words import normalised

_NUMBERING: Final = re.compile(
    r"\s*(?:[-+*•–—]\s*|\(?(?:[IVXivx]{1,5}|[A-Za-zА-Яа-я]|\d{1,2})(?:\.\d{1,2})*[.)]\s+|\(?\d{1,2}(?:\.\d{1,2})*[.)]?\s+"
    r"|\(?[IVXivx]{1,5}(?:\.\d{1,2})*[.)]?\s+)+"
)
_IN_BRACKETS: Final = re.compile(r"\(([^()]*)\)")
_OF_WHICH: Final = re.compile(r"^(?:trong đó|trong do|bao gồm|bao gom|gồm|gom|в том числе|of which)\b[ :]*")
_WORD: Final = re.compile(r"[^\W_]+(?:[-/.][^\W_]+)*")
_WRITTEN_OUT: Final[Mapping[str, str]] = {
    "sl": "sản lượng",
    "dt": "doanh thu",
    "ln": "lợi nhuận",
    "lnst": "lợi nhuận sau thuế",
    "lntt": "lợi nhuận trước thuế",
    "nsnn": "ngân sách nhà nước",
    "ns": "ngân sách",
    "tnbq": "thu nhập bình quân",
    "bq": "bình quân",
    "kt": "khai thác",
    "tl": "trữ lượng",
    "gttl": "gia tăng trữ lượng",
    "sk": "sáng kiến",
    "gn": "giải ngân",
    "vđt": "vốn đầu tư",
    "vdt": "vốn đầu tư",
    "tnlđ": "tai nạn lao động",
    "tnld": "tai nạn lao động",
    "lđ": "lao động",
    "khđh": "khí đồng hành",
}
_WEAK: Final = frozenset(
    ("cac", "cua", "va", "so", "trong", "do", "theo", "ve", "duoc", "tu", "tai", "nam", "thuc", "hien", "chi", "tieu")
) | {"san", "luong", "tong", "phan", "tinh", "muc"}
_STRONG: Final = re.compile(r".*\d")
_STRONG_WEIGHT, _RARE_WEIGHT, _COMMON_WEIGHT, _WEAK_WEIGHT = 3, 2, 1, Fraction(1, 4)

_OPPOSITES: Final = (("truoc", "sau"), ("tang", "giam"), ("mua", "ban"), ("thu", "chi"))


def folded(text: str) -> str:
    """Return a text without marks, case and superfluous spaces: what is the same whoever typed it."""
    return _without_marks(normalised(text).lower())


def without_numbering(text: str) -> str:
    """Take `I.1`, `a)` or `-` off the beginning of a label."""
    return _NUMBERING.sub("", text, count=1) if _NUMBERING.match(text) else text.strip()


def is_part(text: str) -> bool:
    """Say whether a label tells that it is a part of the row above it: it begins with a dash or with “trong đó”."""
    return text.strip()[:1] in "-+*•–—" or bool(_OF_WHICH.match(normalised(text).lower()))


def label_key(text: str) -> str:
    """Return what a label is known by next time: its words, in order, without numbering and marks."""
    return " ".join(words_of(text))


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a label without marks, abbreviations written out; codes such as 09-3/12 stay one word."""
    return tuple(_without_marks(word) for word in _marked_words(text))


@lru_cache(maxsize=4096)
def _marked_words(text: str) -> tuple[str, ...]:
    plain = normalised(text).lower()
    for _ in range(2):  # “- trong đó: - Lô 09-1”
        plain = _OF_WHICH.sub("", without_numbering(plain))
    words = (_WRITTEN_OUT.get(word, word).split() for word in _WORD.findall(plain))
    return tuple(word for several in words for word in several)


def _without_marks(text: str) -> str:
    parts = unicodedata.normalize("NFD", text.replace("đ", "d"))
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def in_brackets(text: str) -> tuple[str, ...]:
    """Return what stands in brackets in a label: often its measure."""
    return tuple(found.strip() for found in _IN_BRACKETS.findall(text))


@dataclass(frozen=True, slots=True)
class Likeness:
    """Compares labels with a list of names; a word that stands in few of the names says more than a common one."""

    counts: Mapping[str, int]

    @classmethod
    def among(cls, names: Iterable[str]) -> "Likeness":
        """Learn from the names which words are common."""
        return cls(Counter(word for name in names for word in set(_marked_words(name)) | set(words_of(name))))

    def of(self, label: str, name: str) -> Fraction:
        """Return 1 for the same words, 0 for none in common; what stands in brackets may be missing on either side.

        Marks count when the label has any: dầu and đầu are two words, but a label typed without marks says both.
        """
        split = words_of if _is_unmarked(label) else _marked_words
        ways = ((a, b) for a in _with_and_without_brackets(label) for b in _with_and_without_brackets(name))
        return max(self._overlap(set(split(a)), set(split(b))) for a, b in ways)

    def _overlap(self, ours: set[str], theirs: set[str]) -> Fraction:
        both = self._weight(ours & theirs)
        all_ = self._weight(ours) + self._weight(theirs)
        alike = 2 * both / all_ if all_ else Fraction(0)
        return alike / 2 if _are_opposed(ours - theirs, theirs - ours) else alike

    def _weight(self, words: Iterable[str]) -> Fraction:
        return sum((Fraction(self._weight_of(word)) for word in words), Fraction(0))

    def _weight_of(self, word: str) -> int | Fraction:
        if _STRONG.match(word):
            return _STRONG_WEIGHT
        if _without_marks(word) in _WEAK:
            return _WEAK_WEIGHT
        return _RARE_WEIGHT if self.counts.get(word, 0) <= 1 else _COMMON_WEIGHT


def _is_unmarked(text: str) -> bool:
    plain = normalised(text).lower()
    return _without_marks(plain) == plain


def _are_opposed(ours: set[str], theirs: set[str]) -> bool:
    """Whether one says before and the other after: a word apart, and yet another thing."""
    left, right = ({_without_marks(word) for word in words} for words in (ours, theirs))
    return any((a in left and b in right) or (b in left and a in right) for a, b in _OPPOSITES)


def _with_and_without_brackets(text: str) -> tuple[str, ...]:
    bare = _IN_BRACKETS.sub(" ", text).strip()
    return (text, bare) if bare and bare != text else (text,)
