"""Dividing a total from the top so that no unit of the last digit is lost, and saying where it went.

The method is the largest remainder: every part gets its share cut to the last digit, and the digits left
over go one by one to the parts cut the most; of parts cut equally the one stated first comes first.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import lcm

from tongket.figures.ratio import Exact, exact, from_scaled, rounded, scaled


class CannotAllocate(ValueError):
    """The total cannot be divided in the way that was asked for; the sentence says why."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one part was given.

    `exactly` is its share before rounding; `adjusted` is what it holds beyond its share rounded on its own,
    so the parts where this is not zero are where the residue of the last digit went.
    """

    code: str
    value: Decimal
    exactly: Fraction
    adjusted: Decimal


@dataclass(frozen=True, slots=True)
class Allocation:
    """A total and its parts, in the order they were stated; the parts add up to the total exactly."""

    total: Decimal
    digits: int
    parts: tuple[Part, ...]

    @property
    def residue(self) -> Decimal:
        """By how much the parts, each rounded on its own, would miss the total."""
        return from_scaled(sum(scaled(part.adjusted, self.digits) for part in self.parts), self.digits)

    @property
    def adjusted(self) -> tuple[Part, ...]:
        """The parts that took the residue of the last digit, or gave it."""
        return tuple(part for part in self.parts if part.adjusted)


def allocate(total: Exact, weights: Mapping[str, Exact], digits: int, *, residue_to: str | None = None) -> Allocation:
    """Divide a total by weights (shares, key figures, last year's figures) to `digits` decimals.

    The residue of the last digit goes by largest remainder, or wholly to the part `residue_to`. The total may
    be negative. Raises CannotAllocate for a negative weight, for weights that are all zero, for a total finer
    than `digits`, and for a receiver of the residue that is no part.
    """
    exactly = _shares(exact(total), weights)
    whole = _whole(total, digits)
    if residue_to is None:
        wholes = largest_remainder(whole, _integers([exact(weight) for weight in weights.values()]))
    else:
        wholes = _with_receiver(whole, exactly, digits, residue_to)
    parts = tuple(
        Part(code, from_scaled(got, digits), share, from_scaled(got - scaled(rounded(share, digits), digits), digits))
        for (code, share), got in zip(exactly.items(), wholes, strict=True)
    )
    return Allocation(from_scaled(whole, digits), digits, parts)


def largest_remainder(total: int, weights: Sequence[int], whole: int | None = None) -> list[int]:
    """Divide a whole number by whole weights (none negative) that add up to `whole`; the parts add up to it exactly.

    A negative total is divided as the positive one and given its sign back.
    """
    size, whole = abs(total), whole or sum(weights)
    cut = [divmod(size * weight, whole) for weight in weights]
    parts = [part for part, _ in cut]
    left = size - sum(parts)
    if left:
        for index in sorted(range(len(cut)), key=lambda i: -cut[i][1])[:left]:
            parts[index] += 1
    return [-part for part in parts] if total < 0 else parts


def _shares(total: Fraction, weights: Mapping[str, Exact]) -> dict[str, Fraction]:
    exactly = {code: exact(weight) for code, weight in weights.items()}
    below = [code for code, weight in exactly.items() if weight < 0]
    if below:
        raise CannotAllocate(f"the weight of {', '.join(below)} is negative; nothing can be divided by it.")
    whole = sum(exactly.values())
    if not whole:
        raise CannotAllocate(f"the weights of {', '.join(exactly) or 'no part'} are all zero; state other weights.")
    return {code: total * weight / whole for code, weight in exactly.items()}


def _whole(total: Exact, digits: int) -> int:
    try:
        return scaled(total, digits)
    except ValueError as reason:
        raise CannotAllocate(
            f"the total {total} is finer than {digits} decimals; its parts could not add up."
        ) from reason


def _integers(weights: Iterable[Fraction]) -> list[int]:
    listed = list(weights)
    common = lcm(*(weight.denominator for weight in listed))
    return [int(weight * common) for weight in listed]


def _with_receiver(whole: int, exactly: Mapping[str, Fraction], digits: int, receiver: str) -> list[int]:
    if receiver not in exactly:
        raise CannotAllocate(f"{receiver} is to take the residue but is none of {', '.join(exactly)}.")
    wholes = {code: scaled(rounded(share, digits), digits) for code, share in exactly.items()}
    wholes[receiver] += whole - sum(wholes.values())
    return list(wholes.values())
