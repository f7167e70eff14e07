"""An amount: one exact number, a range, or a bound ("trên 3 triệu tấn"). Never a float, never a guess."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal, Inexact, InvalidOperation, Overflow
from typing import Final, Self

from tongket.figures.ratio import NotExact

EXACT: Final = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[Inexact, InvalidOperation, Overflow])
"""Adds, subtracts and multiplies without ever dropping a digit, unlike the 28 digits of the default context.

Never divide with it: a quotient without end would fill the memory. Divide as `Fraction` and round once.
"""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number known exactly (`low == high`), between two ends, or only from one side (None is open)."""

    low: Decimal | None
    high: Decimal | None

    def __post_init__(self) -> None:
        """Refuse an amount that says nothing, whose ends are crossed, or one of them is no number."""
        for end in (self.low, self.high):
            if end is not None and not end.is_finite():
                raise NotExact(end)
        if self.low is None and self.high is None:
            raise ValueError("an amount needs at least one end")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"the range {self.low}..{self.high} is empty")

    @classmethod
    def of(cls, number: Decimal | int | str) -> Self:
        """Return the amount of one exact number; NotExact for a float."""
        if not isinstance(number, Decimal | int | str):
            raise NotExact(number)
        value = Decimal(number)
        return cls(value, value)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the wire form: `2999.4`, a range `3.00..4.50`, a bound `>3000` or `<157`; ValueError otherwise."""
        body = text.strip()
        low, dots, high = body.partition("..")
        if dots:
            return cls(_number(low), _number(high))
        if body[:1] == ">":
            return cls(_number(body[1:]), None)
        if body[:1] == "<":
            return cls(None, _number(body[1:]))
        return cls.of(_number(body))

    def __str__(self) -> str:
        """Write the amount in the form `parse` reads."""
        if self.low is None:
            return f"<{self.high:f}"
        if self.high is None:
            return f">{self.low:f}"
        return f"{self.low:f}" if self.is_exact else f"{self.low:f}..{self.high:f}"

    @property
    def is_exact(self) -> bool:
        """Whether it is one number."""
        return self.low == self.high

    @property
    def exact(self) -> Decimal:
        """The number; ValueError when it is a range or a bound."""
        if self.low is None or not self.is_exact:
            raise ValueError(f"{self} is not one number")
        return self.low

    def mapped(self, change: Callable[[Decimal], Decimal]) -> "Amount":
        """Return the amount with an increasing change applied to both ends."""
        return Amount(
            None if self.low is None else change(self.low),
            None if self.high is None else change(self.high),
        )


def total(amounts: Iterable[Amount]) -> Amount:
    """Add amounts; an open end stays open. ValueError when every end is open or nothing is given."""
    low: Decimal | None = Decimal(0)
    high: Decimal | None = Decimal(0)
    for amount in amounts:
        low = None if low is None or amount.low is None else EXACT.add(low, amount.low)
        high = None if high is None or amount.high is None else EXACT.add(high, amount.high)
    return Amount(low, high)


def _number(text: str) -> Decimal:
    body = text.strip()
    try:
        number = Decimal(body)
    except InvalidOperation:
        raise ValueError(f"not a number: {text!r}") from None
    if not number.is_finite() or "e" in body.lower() or "_" in body or not body.isascii():
        raise ValueError(f"not a plain number: {text!r}")
    return number or number.copy_abs()
