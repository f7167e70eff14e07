"""One exact ratio at a time: percent of plan, share, rounding half away from zero. Many at once: `figures.tables`."""

from decimal import Decimal
from fractions import Fraction

Exact = int | Decimal | Fraction
"""A number that is what it says; a float is not, and is refused."""


class NotExact(TypeError):
    """A float, an infinity or not a number was given where a figure is needed."""

    def __init__(self, number: object) -> None:
        super().__init__(f"{number!r} is not an exact number; give an int, a Decimal or a Fraction.")


def exact(number: Exact) -> Fraction:
    """Return the number as a fraction, unchanged; `NotExact` when it is none."""
    if isinstance(number, bool) or not isinstance(number, int | Decimal | Fraction):
        raise NotExact(number)
    if isinstance(number, Decimal) and not number.is_finite():
        raise NotExact(number)
    return Fraction(number)


def ratio(part: Exact, whole: Exact, *, times: int = 1) -> Fraction | None:
    """Return `times` x part / whole exactly; None when the whole is zero, for then there is no ratio."""
    divisor = exact(whole)
    return exact(part) * times / divisor if divisor else None


def percent(part: Exact, whole: Exact, digits: int) -> Decimal | None:
    """Return part in percent of whole, rounded once to `digits` decimals; None when the whole is zero."""
    exactly = ratio(part, whole, times=100)
    return None if exactly is None else rounded(exactly, digits)


def rounded(number: Exact, digits: int) -> Decimal:
    """Round half away from zero to `digits` decimals (negative: tens, hundreds); all of them are kept, 105.50."""
    return from_scaled(nearest(exact(number) * Fraction(10) ** digits), digits)


def nearest(number: Exact) -> int:
    """Return the nearest whole number, half away from zero: 2.5 gives 3, -2.5 gives -3."""
    value = exact(number)
    whole, rest = divmod(abs(value.numerator), value.denominator)
    away = whole + (2 * rest >= value.denominator)
    return away if value >= 0 else -away


def scaled(number: Exact, digits: int) -> int:
    """Return number x 10**digits as a whole number; ValueError when that would drop a digit."""
    if digits < 0:
        return scaled(exact(number) / 10**-digits, 0)
    if isinstance(number, float | bool):
        raise NotExact(number)
    try:
        numerator, denominator = number.as_integer_ratio()
    except (AttributeError, ValueError, OverflowError):
        raise NotExact(number) from None
    scale: int = 10**digits
    whole, rest = divmod(numerator * scale, denominator)
    if rest:
        raise ValueError(f"{number} has more than {digits} decimals.")
    return whole


def from_scaled(whole: int, digits: int) -> Decimal:
    """Return whole / 10**digits with exactly that many decimals, whatever the precision in force."""
    return Decimal(f"{whole}E-{digits}") if digits >= 0 else Decimal(whole * 10**-digits)
