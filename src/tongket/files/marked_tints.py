"""The colours of marked cells. Each tint carries, where no eye sees it, the number of the fill it covers.

So a file that comes back can be cleaned, whatever program saved it meanwhile and however its rows moved: the fills
themselves are kept on the result sheet, number by number. Number 1 is a cell without any fill.
"""

from copy import deepcopy
from typing import Final

from lxml import etree

from tongket.files.xlsx_styles import colour_of, solid
from tongket.files.xlsx_xml import Element, parsed, q
from tongket.words import Refused, Severity

BASE: Final = {Severity.ERROR: 0xF0B0A0, Severity.WARNING: 0xF0D080, Severity.NOTE: 0xD0D0D0}
"""Red, amber, grey; the last four bits of each part are free for the number."""
_FREE: Final = 0x0F0F0F
_NO_FILL, _MOST = 1, 4095


class Tints:
    """The fills covered so far, by number from 2."""

    def __init__(self, kept: tuple[str, ...] = ()) -> None:
        self.kept = list(kept)

    def over(self, level: Severity, fill: Element | None) -> Element:
        """The tint of a level over a fill."""
        return solid(f"{BASE[level] | _spread(self._number(fill)):06X}")

    def _number(self, fill: Element | None) -> int:
        pattern = fill.find(q("patternFill")) if fill is not None else None
        if fill is None or (pattern is not None and pattern.get("patternType", "none") == "none"):
            return _NO_FILL
        bare = deepcopy(fill)
        etree.cleanup_namespaces(bare)
        text = etree.tostring(bare, encoding="unicode", with_tail=False)
        if text not in self.kept:
            self.kept.append(text)
        return min(self.kept.index(text) + _NO_FILL + 1, _MOST)

    def is_tint(self, fill: Element | None) -> bool:
        """Say whether a fill is one of ours."""
        return bool(self._number_in(fill))

    def under(self, fill: Element | None) -> Element | None:
        """The fill that a tint covers; None when there was none."""
        number = self._number_in(fill)
        try:
            return parsed(self.kept[number - 2].encode(), "fill") if number > _NO_FILL else None
        except Refused:  # somebody wrote into the hidden column
            return None

    def _number_in(self, fill: Element | None) -> int:
        colour = colour_of(fill)
        value = int(colour, 16) if colour else 0
        number = _gathered(value & _FREE) if value & ~_FREE in BASE.values() else 0
        return number if number <= len(self.kept) + _NO_FILL else 0


def _spread(number: int) -> int:
    return (number & 15) | (number >> 4 & 15) << 8 | (number >> 8 & 15) << 16


def _gathered(bits: int) -> int:
    return bits & 15 | (bits >> 8 & 15) << 4 | (bits >> 16 & 15) << 8
