"""Text typed before Unicode: files a unit has kept for years come back with « where ô should stand.

Two ways of typing are met in offices. TCVN3 is the third character set of the standard TCVN 5712:1993, used by the
fonts whose names begin with `.Vn`: one code for one letter, and capitals with a tone only in fonts that draw every
letter as a capital (`.VnTimeH`). VNI is that of VNI Software's fonts for Windows (`VNI-Times`): a letter and, behind
it, its mark. Both tables are given as Windows shows their codes in a Western font (code page 1252).
"""

import re
import unicodedata
from enum import StrEnum
from typing import Final

from tongket.words.syllables import is_syllable


class OldEncoding(StrEnum):
    """Vietnamese as it was typed before Unicode: the letters stand in the code points of others."""

    TCVN3 = "TCVN3"
    VNI = "VNI"


_TCVN3: Final = dict(
    zip(
        "¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
        "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
        strict=True,
    )
)
_VNI_ALONE: Final = dict(zip("ñôöìæóíòî", "đơưìỉĩíịỵ", strict=True))
_VNI_MARKED: Final = {
    "a": ("øûõùïâàåãáäêèúüéë", "àảãáạâầẩẫấậăằẳẵắặ"),
    "e": ("øûõùïâàåãáä", "èẻẽéẹêềểễếệ"),
    "o": ("øûõùïâàåãáä", "òỏõóọôồổỗốộ"),
    "u": ("øûõùï", "ùủũúụ"),
    "y": ("øûõù", "ỳỷỹý"),
    "ô": ("øûõùï", "ờởỡớợ"),
    "ö": ("øûõùï", "ừửữứự"),
}


def _vni_in_both_cases() -> dict[str, str]:
    """A letter and its mark, in either case: the letter decides, for the mark was not always shifted with it."""
    small = _VNI_ALONE | {
        base + mark: letter
        for base, (marks, letters) in _VNI_MARKED.items()
        for mark, letter in zip(marks, letters, strict=True)
    }
    either = {code[0] + code[1:].upper(): letter for code, letter in small.items()}
    capital = {code[0].upper() + rest: code for code in small for rest in (code[1:], code[1:].upper())}
    return small | either | {code: small[of].upper() for code, of in capital.items()}


_VNI: Final = _vni_in_both_cases()
_VNI_CODES: Final = re.compile("|".join(sorted(_VNI, key=len, reverse=True)))
_UNICODE_ONLY: Final = re.compile(
    "[ĂăĐđƠơƯư\u0128\u0129\u0168\u0169\u1ea0-\u1ef9\u0300-\u0303\u0306\u0309\u031b\u0323]"
)
"""Letters and marks that only Unicode has; where one stands, the text needs no conversion."""
_BETWEEN_WORDS: Final = re.compile(r"[\s!-/:-@\[-`{-~]+")
_SIGN_BETWEEN_LETTERS: Final = re.compile(r"[a-zA-Z][¡-¬\u00ad®µ-¹»-¾×÷][a-zA-Z]")


def encoding_of_font(name: str) -> OldEncoding | None:
    """Return the old encoding that text in a font of this name is typed in; None for every other font."""
    plain = name.strip().lower()
    if plain.startswith(".vn"):
        return OldEncoding.TCVN3
    return OldEncoding.VNI if plain.startswith("vni-") else None


def is_capitals_font(name: str) -> bool:
    """Whether a font draws all letters as capitals (`.VnTimeH`), so that its text must be read in capitals."""
    return encoding_of_font(name) is OldEncoding.TCVN3 and name.strip().endswith("H")


def to_unicode(text: str, encoding: OldEncoding, *, capitals: bool = False) -> str:
    """Return text typed in an old encoding as composed Unicode (NFC); `capitals` when its font has only those.

    Text that already holds letters only Unicode has is left as it is, whatever its font says; so is each character that
    means nothing in the encoding.
    """
    if _UNICODE_ONLY.search(text):
        return unicodedata.normalize("NFC", text)
    read = _from_tcvn3(text) if encoding is OldEncoding.TCVN3 else _from_vni(text)
    return read.upper() if capitals else read


def _from_tcvn3(text: str) -> str:
    return "".join(_TCVN3.get(letter, letter) for letter in text)


def _from_vni(text: str) -> str:
    return _VNI_CODES.sub(lambda code: _VNI[code[0]], text)


def guess_encoding(text: str) -> OldEncoding | None:
    """Return the old encoding of a text whose font is not known, but only when it can be nothing else.

    Certain means: every word that the encoding changes becomes a Vietnamese syllable with nothing foreign left in it;
    and in TCVN3 a sign stands inside such a word (`C«ng`) or there are two signs, in VNI two words carry a mark behind
    their letter. French, Spanish or German text gives None, and so does Vietnamese in Unicode.
    """
    if _UNICODE_ONLY.search(text):
        return None
    words = {word for word in _BETWEEN_WORDS.split(text) if not word.isascii()}
    if _all_become_syllables(words, OldEncoding.TCVN3) and _has_tcvn3_signs(words):
        return OldEncoding.TCVN3
    marked = {word for word in words if any(len(code) > 1 for code in _VNI_CODES.findall(word))}
    if len(marked) > 1 and _all_become_syllables(words, OldEncoding.VNI):
        return OldEncoding.VNI
    return None


def _all_become_syllables(words: set[str], encoding: OldEncoding) -> bool:
    return bool(words) and all(is_syllable(to_unicode(word, encoding)) for word in words)


def _has_tcvn3_signs(words: set[str]) -> bool:
    signs = sum(not letter.isalpha() or letter in "ªµ" for word in words for letter in word if not letter.isascii())
    return signs > 1 or any(_SIGN_BETWEEN_LETTERS.search(word) for word in words)
