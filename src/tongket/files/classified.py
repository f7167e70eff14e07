"""The marks of a state secret: a file that bears one is not taken in, whatever else it says.

Only a mark that stands alone counts. “Bí mật thương mại”, “mật độ” and “BẢO MẬT” are words like others.
"""

import re
import unicodedata
from collections.abc import Iterator
from html import unescape
from typing import Final

_MARKS: Final = ("MẬT", "TỐI MẬT", "TUYỆT MẬT")
_IN_BYTES: Final = tuple(
    unicodedata.normalize(form, mark).encode()
    for form in ("NFC", "NFD")
    for mark in ("MẬT", "ối mật", "uyệt mật", "ộ mật")
)
_LABEL: Final = re.compile(r"^độ\s+mật\s*:\s*", re.IGNORECASE)
_WORDS: Final = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)*")
_PARAGRAPH: Final = re.compile(rb"<a:p[ >].*?</a:p>|<(?:odd|even|first)(?:Header|Footer)[^>]*>[^<]*<", re.DOTALL)
_HEADER_CODE: Final = re.compile(r'&(?:"[^"]*"|K[0-9A-F]{6}|\d+|[A-Za-z])')


def is_marked_text(text: str) -> bool:
    """Say whether a text, or one line of it, is a mark: `MẬT`, `(TỐI MẬT)`, `Độ mật: Tuyệt mật`."""
    return len(text) < 10_000 and ("ậ" in text or "Ậ" in text) and any(_is_mark(line) for line in text.splitlines())


def is_marked_name(file: str) -> bool:
    """Say whether the name of a file bears a mark: `Báo cáo MẬT.xlsx`, `BC_TUYỆT MẬT_2022.xlsx`."""
    name = unicodedata.normalize("NFC", file)
    return any(_holds_mark(words.split(" ")) for words in _WORDS.findall(name))


def may_be_marked(part: bytes) -> bool:
    """Say at a glance whether a part of a workbook may hold a mark at all; a letter may be written as its number."""
    if b"&" in part and b"&#" in part:
        return True
    return not part.isascii() and any(mark in part for mark in _IN_BYTES)


def marked_drawing(part: bytes) -> bool:
    """Say whether a shape, a header or a footer bears a mark; stamps are often drawn."""
    return any(is_marked_text(text) for text in _drawn(part))


def _drawn(part: bytes) -> Iterator[str]:
    for found in _PARAGRAPH.findall(part):
        text = unescape(re.sub(rb"<[^>]*>?", b"", found).decode())
        yield unicodedata.normalize("NFC", _HEADER_CODE.sub("\n", text))


def _is_mark(line: str) -> bool:
    bare = _LABEL.sub("", line.strip(" \t.,:;*-–—_()[]{}<>/\\|'\"“”‘’«»"))
    words = " ".join(bare.split())
    return words in _MARKS or words.upper() in _MARKS[1:] or (bare != line and words.upper() in _MARKS and "ộ" in line)


def _holds_mark(words: list[str]) -> bool:
    """Capitals around it make it a word of a title in capitals: BÍ MẬT KINH DOANH is none."""
    for number, word in enumerate(words):
        if word == "MẬT":
            first = number - (number > 0 and words[number - 1] in {"TỐI", "TUYỆT"})
            around = [*words[max(0, first - 1) : first], *words[number + 1 : number + 2]]
            if not any(len(near) > 1 and near.isupper() for near in around):
                return True
    return False
