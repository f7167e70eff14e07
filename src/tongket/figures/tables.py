"""The one kernel of ratios for many figures at once: long division inside 64 bits, rounded once, half away from zero.

It is called with one row or a hundred million, so one figure is explained by running the same code on it. Numbers are
64-bit integers at a scale the caller knows; 10**digits times a percentage comes out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

Whole = NDArray[np.int64]
Mask = NDArray[np.bool_]
Magnitude = NDArray[np.uint64]

LARGEST = 2**63 - 1
ROOM = 2**64 - 1
BLOCK = 1 << 16
"""So many rows at once stay in a processor's cache."""


class RatioTooLarge(OverflowError):
    """A ratio that does not fit into 64 bits; `row` is the first such row."""

    def __init__(self, row: int, part: int, whole: int) -> None:
        self.row, self.part, self.whole = row, part, whole
        super().__init__(f"row {row}: {part} / {whole} leaves 64 bits at this scale; use a coarser scale.")


@dataclass(frozen=True, slots=True)
class Column:
    """Whole numbers, each known or not; where it is not, the number stands for nothing."""

    values: Whole
    known: Mask

    @classmethod
    def of(cls, numbers: Sequence[int | None]) -> Self:
        """Make a column of numbers; None is not known."""
        known = np.array([number is not None for number in numbers], dtype=np.bool_)
        return cls(np.array([number or 0 for number in numbers], dtype=np.int64), known)

    @classmethod
    def from_arrow(cls, array: pa.Array | pa.ChunkedArray) -> Self:
        """Make a column of an Arrow array of whole numbers; NULL is not known."""
        known = (
            array.is_valid().to_numpy(zero_copy_only=False)
            if isinstance(array, pa.Array)
            else array.is_valid().to_numpy()
        )
        filled = array.fill_null(0).cast(pa.int64())
        values = filled.to_numpy(zero_copy_only=False) if isinstance(filled, pa.Array) else filled.to_numpy()
        return cls(values, known)

    def to_arrow(self) -> pa.Array:
        """Give an Arrow array with NULL where a number is not known."""
        return pa.array(self.values, mask=~self.known)

    def to_list(self) -> list[int | None]:
        """Give plain numbers, None where not known."""
        return [
            value if known else None for value, known in zip(self.values.tolist(), self.known.tolist(), strict=True)
        ]


def percents(part: Column, whole: Column, digits: int) -> Column:
    """Return part in percent of whole x 10**digits, half away from zero; not known without both or of a whole of 0."""
    return ratios(part, whole, times=100, digits=digits)


def ratios(part: Column, whole: Column, *, times: int = 1, digits: int = 0) -> Column:
    """Return `times` x part / whole x 10**digits as `percents` does; raises `RatioTooLarge`."""
    known, steps = part.known & whole.known & (whole.values != 0), _steps(times, digits)
    values = np.empty(known.shape, dtype=np.int64)
    for first in range(0, len(values), BLOCK):
        block = slice(first, first + BLOCK)
        dividend = np.where(known[block], part.values[block], 0)
        divisor = np.where(known[block], whole.values[block], 1)
        try:
            size = _long_division(dividend, divisor, steps)
        except RatioTooLarge as refused:
            raise RatioTooLarge(first + refused.row, refused.part, refused.whole) from None
        values[block] = np.where((dividend < 0) != (divisor < 0), -size, size)
    return Column(values, known)


def _steps(times: int, digits: int) -> list[int]:
    """Split times x 10**digits into the factors of the long division: one for each decimal digit, one for the rest."""
    if times < 1 or digits < 0:
        raise ValueError(f"a ratio is taken at least once and to no negative digits, not {times} times to {digits}.")
    while times % 10 == 0:
        times, digits = times // 10, digits + 1
    return ([times] if times > 1 else []) + [10] * digits


def _long_division(dividend: Whole, divisor: Whole, steps: list[int]) -> Whole:
    """Divide magnitudes, bring down digits while a remainder is left, round at the end; no step can leave 64 bits."""
    above, below = _magnitude(dividend), _magnitude(divisor)
    quotient = above // below
    rest = above - quotient * below
    room = ROOM // int(below.max(initial=1))
    for factor in _as_many_at_once(steps, room):
        _refuse(quotient > LARGEST // factor - 1, dividend, divisor)
        digits, rest = _brought_down(rest, below, factor) if factor <= room else _doubled_and_added(rest, below, factor)
        quotient = quotient * np.uint64(factor) + digits
    _refuse(quotient > LARGEST, dividend, divisor)
    quotient += rest >= below - rest
    return quotient.view(np.int64)


def _brought_down(rest: Magnitude, below: Magnitude, factor: int) -> tuple[Magnitude, Magnitude]:
    """Divide rest x factor, which fits."""
    rest = rest * np.uint64(factor)
    digits = rest // below
    return digits, rest - digits * below


def _doubled_and_added(rest: Magnitude, below: Magnitude, factor: int) -> tuple[Magnitude, Magnitude]:
    """Divide rest x factor where that may not fit: bit by bit of the factor, as twice a rest always fits."""
    digits, left = np.zeros_like(rest), np.zeros_like(rest)
    for bit in f"{factor:b}":
        digits, left = _reduced(digits * np.uint64(2), left * np.uint64(2), below)
        if bit == "1":
            digits, left = _reduced(digits, left + rest, below)
    return digits, left


def _reduced(digits: Magnitude, left: Magnitude, below: Magnitude) -> tuple[Magnitude, Magnitude]:
    over = left >= below
    return digits + over, left - over * below


def _refuse(over: Mask, dividend: Whole, divisor: Whole) -> None:
    if over.any():
        row = int(over.argmax())
        raise RatioTooLarge(row, int(dividend[row]), int(divisor[row]))


def _as_many_at_once(steps: list[int], room: int) -> list[int]:
    """Bring down several digits in one step where the largest divisor leaves room; the quotient is the same."""
    merged: list[int] = []
    for factor in steps:
        if merged and merged[-1] * factor <= room:
            merged[-1] *= factor
        else:
            merged.append(factor)
    return merged


def _magnitude(numbers: Whole) -> Magnitude:
    """Return sizes without sign; that of -2**63 is right too, for it is read without a sign."""
    return np.abs(numbers).view(np.uint64)
