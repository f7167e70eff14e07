"""How long a text is on paper, known without a font: rules are as long as names, names break where they look best.

Widths come from `widths`; a letter outside it counts as half the type size.
"""

import functools
import unicodedata
from fractions import Fraction

from tongket.documents import widths

MM_PER_POINT = Fraction(254, 720)
_UNKNOWN = widths.UNITS_PER_EM // 2
_KEPT_HYPHEN = "\N{NO-BREAK SPACE}-\N{NO-BREAK SPACE}"
_STYLES = {(False, False): "regular", (True, False): "bold", (False, True): "italic", (True, True): "bold_italic"}


@functools.cache
def _advances(style: str) -> dict[str, int]:
    return {letter: width for width, letters in widths.GROUPS[style].items() for letter in letters}


def width_mm(text: str, size: int, *, bold: bool = False, italic: bool = False) -> Fraction:
    """The length of a line of text in millimetres at `size` points, in Times New Roman."""
    advances = _advances(_STYLES[bold, italic])
    units = sum(advances.get(letter, _UNKNOWN) for letter in unicodedata.normalize("NFC", text))
    return Fraction(units * size, widths.UNITS_PER_EM) * MM_PER_POINT


def lines(text: str, room: Fraction, size: int, *, bold: bool = False, italic: bool = False) -> tuple[str, ...]:
    """The text in as few lines of at most `room` millimetres as it needs, of lengths as equal as can be.

    A break in the text is kept, the two sides of a spaced hyphen stay together, and a word longer than the room stands
    alone on its line.
    """
    units = int(room / MM_PER_POINT / size * widths.UNITS_PER_EM)
    advances = _advances(_STYLES[bold, italic])
    return tuple(
        line.replace("\N{NO-BREAK SPACE}", " ")
        for part in unicodedata.normalize("NFC", text).replace(" - ", _KEPT_HYPHEN).split("\n")
        for line in _balanced(part.split(" "), units, advances)
    )


def _balanced(words: list[str], room: int, advances: dict[str, int]) -> list[str]:
    """Fill lines greedily, then narrow the room in hundredths as long as the number of lines stays the same."""
    sizes = [sum(advances.get(letter, _UNKNOWN) for letter in word) for word in words]
    space = advances[" "]
    best = _filled(sizes, room, space)
    for hundredths in range(99, 0, -1):
        tried = _filled(sizes, room * hundredths // 100, space)
        if len(tried) > len(best):
            break
        best = tried
    return [" ".join(words[start:end]) for start, end in zip(best, [*best[1:], len(words)], strict=True)]


def _filled(sizes: list[int], room: int, space: int) -> list[int]:
    """The number of the word that begins each line."""
    starts, used = [0], sizes[0]
    for at, size in enumerate(sizes[1:], start=1):
        used += space + size
        if used > room:
            starts.append(at)
            used = size
    return starts
