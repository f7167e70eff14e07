"""When a figure and its version fit into one 64-bit word, so that "the last version wins" is a plain maximum."""

from __future__ import annotations

from dataclasses import dataclass

WORD_BITS = 63
LARGEST = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Bounds:
    """What is known of a table of figures: the least and greatest value and version, and how many rows it has."""

    rows: int
    least: int
    greatest: int
    first_version: int
    last_version: int
    open_ends: bool = False

    @property
    def sums_fit(self) -> bool:
        """Whether no sum of any of these rows, each taken once, can leave 64 bits."""
        return self.rows * max(abs(self.least), abs(self.greatest)) <= LARGEST


@dataclass(frozen=True, slots=True)
class Packing:
    """The version above the value: `(version - first_version) * 2**bits + (value - offset)`; low bits 0: an open end."""

    bits: int
    offset: int
    first_version: int

    @property
    def step(self) -> int:
        """What one version weighs."""
        return 1 << self.bits

    @property
    def mask(self) -> int:
        """The bits that hold the value."""
        return self.step - 1


def prove_packing(bounds: Bounds) -> Packing | None:
    """Return the packing that these bounds allow, or None when version and value need more than 63 bits together."""
    offset = bounds.least - 1
    bits = (bounds.greatest - offset).bit_length()
    versions = (bounds.last_version - bounds.first_version).bit_length()
    if bits + versions > WORD_BITS or offset < -LARGEST:
        return None
    return Packing(bits=bits, offset=offset, first_version=bounds.first_version)
