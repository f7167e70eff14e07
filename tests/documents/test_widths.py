"""The shipped widths are those of the font they name."""

import unicodedata
from pathlib import Path

import pytest

from tongket.documents import widths

FOLDER = Path("/usr/share/fonts/truetype/liberation2")
STYLES = {"regular": "Regular", "bold": "Bold", "italic": "Italic", "bold_italic": "BoldItalic"}
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")


def vietnamese() -> set[str]:
    """All 134 letters with marks or tones, small and capital, and the plain ones they grow from."""
    small = {unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in TONES} | {"đ"}
    return small | {letter.upper() for letter in small}


def shipped_letters() -> set[str]:
    """Every letter the table promises."""
    latin = {chr(code) for span in (range(0x20, 0x7F), range(0xA0, 0x100)) for code in span} - {"\u00ad"}
    cyrillic = {chr(code) for code in range(0x400, 0x460)}
    return vietnamese() | latin | cyrillic | set("–—…“”‘’„•№₫−≤≥≈‰€\u202f")


def read_font(style: str) -> dict[str, int]:
    """The advance width of each shipped letter, read from the font file itself."""
    ttfont = pytest.importorskip("fontTools.ttLib", reason="fontTools is not installed").TTFont
    path = FOLDER / f"LiberationSerif-{STYLES[style]}.ttf"
    if not path.exists():
        pytest.skip("Liberation Serif 2.x is not installed (Debian: fonts-liberation2)")
    font = ttfont(path)
    names, advances = font.getBestCmap(), font["hmtx"]
    return {letter: advances[names[ord(letter)]][0] for letter in shipped_letters()}


@pytest.mark.parametrize("style", STYLES)
def test_each_letter_is_as_wide_as_in_the_font(style: str) -> None:
    shipped = {letter: width for width, letters in widths.GROUPS[style].items() for letter in letters}
    assert shipped == read_font(style)


def test_no_vietnamese_letter_is_missing() -> None:
    for groups in widths.GROUPS.values():
        assert vietnamese() <= set("".join(groups.values()))
