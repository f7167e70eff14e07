"""What fits into one word: a version above its figure, so that the last version is a maximum; a key of many columns.

Nothing is packed on trust: the bounds come from the data, and what they do not prove is not packed.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import prod
from typing import Self

LARGEST = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Extent:
    """The least and the greatest number of a column, and how many of its rows are open (NULL)."""

    least: int
    greatest: int
    open: int = 0

    @property
    def span(self) -> int:
        """How many numbers there can be."""
        return self.greatest - self.least + 1

    @property
    def magnitude(self) -> int:
        """The greatest size, whatever the sign."""
        return max(abs(self.least), abs(self.greatest))

    def joined(self, other: Extent) -> Extent:
        """Return the extent of both."""
        return Extent(min(self.least, other.least), max(self.greatest, other.greatest), self.open + other.open)


@dataclass(frozen=True, slots=True)
class Packing:
    """One word, version x 2**bits + value, in the order of versions; `offset` is just below the least value.

    The word less the offset has value - offset in its low bits; low bits of 0 are an open end.
    """

    bits: int
    offset: int

    @classmethod
    def prove(cls, version: Extent, value: Extent) -> Self | None:
        """Return the packing that these bounds allow; None when a word, or a step on the way to it, leaves 64 bits."""
        offset = value.least - 1
        bits = (value.greatest - offset).bit_length()
        size = (version.magnitude << bits) + max(abs(offset), value.magnitude)
        return cls(bits, offset) if size + abs(offset) <= LARGEST else None

    @property
    def step(self) -> int:
        """What one version weighs."""
        return 1 << self.bits

    @property
    def mask(self) -> int:
        """The bits that hold the value."""
        return self.step - 1


@dataclass(frozen=True, slots=True)
class Cells:
    """A key of columns as one number in mixed radix: the cell of a dense table, the last column running fastest."""

    columns: tuple[str, ...]
    extents: tuple[Extent, ...]

    @property
    def count(self) -> int:
        """How many cells there are."""
        return prod(extent.span for extent in self.extents)

    def weight(self, column: str) -> int:
        """How many cells lie between two neighbours in a column."""
        return prod(extent.span for extent in self.extents[self.columns.index(column) + 1 :])

    def extent(self, column: str) -> Extent:
        """Return the extent of a column."""
        return self.extents[self.columns.index(column)]


def sums_fit(value: Extent, parts: int) -> bool:
    """Whether no sum of up to so many figures can leave 64 bits."""
    return parts * value.magnitude <= LARGEST
