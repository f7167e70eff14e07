"""Which words can be Vietnamese: one syllable, by its onset, vowels and ending, and the tones an ending allows."""

import re
import unicodedata
from typing import Final

_TONE: Final = re.compile("(?<=[aeiouy\u0302\u0306\u031b])[\u0300\u0309\u0303\u0301\u0323]")
"""Huyền, hỏi, ngã, sắc or nặng, behind a vowel or the mark of one."""
_SYLLABLE: Final = re.compile(
    r"(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnpqrstvx])?"
    r"(?:uyê|uya|uyu|uây|uôi|ươi|ươu|iêu|yêu|oai|oao|oay|oeo|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|oo|ôi|ơi"
    r"|ua|uâ|uê|ui|uô|uơ|uy|ưa|ưi|ưu|ươ|yê|[aăâeêioôơuưy])"
    r"(?P<ending>ch|ng|nh|[cmnpt])?"
)


def is_syllable(word: str) -> bool:
    """Whether a word, in capitals or not, is built as a Vietnamese syllable; it need not have a meaning."""
    marks = unicodedata.normalize("NFD", unicodedata.normalize("NFC", word.lower()))
    marks = re.sub("([\u0323])([\u0302\u0306])", r"\2\1", marks)  # the dot below stands before the hat; put it behind
    tones = _TONE.findall(marks)
    found = _SYLLABLE.fullmatch(unicodedata.normalize("NFC", _TONE.sub("", marks)))
    if not found or len(tones) > 1:
        return False
    return found["ending"] not in {"c", "ch", "p", "t"} or tones in (["\u0301"], ["\u0323"])
