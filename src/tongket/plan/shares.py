"""Participating shares: a part's quantity divided among its holders, by days where shares change inside the period.

How it is divided (issue 2 §4): a share holds on the days `[first, until)`; on each day a holder's share is its percent
over the printed sum of that day; a period counts each day the same; days without a holder are allocated to nobody.
What the holders get and what nobody gets add up to the quantity exactly.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import pairwise
from math import gcd, lcm

from tongket.figures.ratio import from_scaled
from tongket.plan import findings_of_shares as say
from tongket.plan.allocation import largest_remainder
from tongket.plan.facts import Plan, Share
from tongket.words import Finding, Place
from tongket.year import Interval, Period


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days `[first, until)` on which the same holders hold the same percents of a part.

    `percents` are whole numbers at `digits` decimals, those of the part's finest percent.
    """

    first: date
    until: date | None
    percents: Mapping[str, int] = field(hash=False)
    printed: int
    digits: int
    place: Place | None = None

    @property
    def printed_sum(self) -> Decimal:
        """What the percents add up to as they are printed; 0 where nobody holds anything."""
        return from_scaled(self.printed, self.digits)

    @property
    def rounding(self) -> Decimal:
        """By how much the printed sum may miss 100 through the rounding of each percent alone."""
        return from_scaled(5 * len(self.percents), self.digits + 1)

    def days_within(self, first: date, until: date) -> int:
        """Count its days inside `[first, until)`."""
        return Interval(self.first, self.until).days_within(first, until)


@dataclass(frozen=True)
class ShareKey:
    """How every quantity of a part in a period is divided: weights over `whole`, `unheld` of it by nobody.

    `days` counts the days of each stretch inside the period; `digits` are the decimals of the percents.
    """

    breakdown: str
    period: Period
    stretches: tuple[Stretch, ...] = field(hash=False)
    days: tuple[int, ...] = field(hash=False)
    digits: int = field(hash=False)
    holders: tuple[str, ...] = field(hash=False)
    weights: tuple[int, ...] = field(hash=False)
    unheld: int = field(hash=False)
    whole: int = field(hash=False)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What is to be said of this division: shares changed inside, printed sums other than 100, days of nobody."""
        return tuple(_said_of(self))


@dataclass(frozen=True, slots=True)
class Split:
    """A quantity divided: `sum(values) + unallocated == quantity`, exactly, all to the same number of decimals."""

    key: ShareKey
    quantity: Decimal
    values: Mapping[str, Decimal] = field(hash=False)
    unallocated: Decimal


class ShareBook:
    """The shares of a plan, opened once and asked many times."""

    def __init__(self, shares: Iterable[Share]) -> None:
        self._shares: dict[str, list[Share]] = {}
        for share in shares:
            self._shares.setdefault(share.breakdown, []).append(share)
        self._stretches: dict[str, tuple[tuple[Stretch, ...], list[date]]] = {}
        self._keys: dict[tuple[str, Period], ShareKey] = {}

    def stretches(self, breakdown: str) -> tuple[Stretch, ...]:
        """Return the days of a part from its first share to its last, cut where its shares change, gaps too."""
        return self._timeline(breakdown)[0]

    def key(self, breakdown: str, period: Period) -> ShareKey:
        """Return how the quantities of a part in a period are divided."""
        asked = (breakdown, period)
        found = self._keys.get(asked)
        if found is None:
            first, until = period.first, period.until
            stretches = tuple(self._inside(breakdown, first, until))
            days = [stretch.days_within(first, until) for stretch in stretches]
            found = self._keys[asked] = _key(breakdown, period, stretches, days)
        return found

    def split(self, breakdown: str, period: Period, quantity: Decimal, digits: int | None = None) -> Split:
        """Divide a quantity of a part in a period among those who held it.

        The values carry the decimals of the quantity and of the percents and two more, at which a quantity times a
        percent is exact; what is not (days, printed sums other than 100) goes by largest remainder, in the order
        of the holders' rows, nobody's share last. `digits` asks for another scale; ValueError when the quantity
        is finer than that.
        """
        key = self.key(breakdown, period)
        scale = _decimals(quantity) + key.digits + 2 if digits is None else digits
        *held, unheld = largest_remainder(_whole(quantity, scale), (*key.weights, key.unheld), key.whole)
        values = {holder: Decimal(f"{part}E-{scale}") for holder, part in zip(key.holders, held, strict=True)}
        return Split(key, quantity, values, Decimal(f"{unheld}E-{scale}"))

    def _timeline(self, breakdown: str) -> tuple[tuple[Stretch, ...], list[date]]:
        found = self._stretches.get(breakdown)
        if found is None:
            stretches = tuple(_stretches(self._shares.get(breakdown, ())))
            found = self._stretches[breakdown] = stretches, [stretch.first for stretch in stretches]
        return found

    def _inside(self, breakdown: str, first: date, until: date) -> Iterator[Stretch]:
        stretches, firsts = self._timeline(breakdown)
        for stretch in stretches[max(bisect_right(firsts, first) - 1, 0) :]:
            if stretch.first >= until:
                return
            if stretch.until is None or stretch.until > first:
                yield stretch


def share_of(plan: Plan, breakdown: str, period: Period, quantity: Decimal) -> Split:
    """Divide one quantity of a part in a period; many are divided faster with one ShareBook."""
    return ShareBook(plan.shares).split(breakdown, period, quantity)


def _stretches(shares: Sequence[Share]) -> Iterator[Stretch]:
    held = [share for share in shares if not share.holds.is_empty()]
    digits = max((_decimals(share.percent) for share in held), default=0)
    last: Stretch | None = None
    for first, until in _between_changes(held):
        here = [share for share in held if share.holds.holds(first)]
        percents: dict[str, int] = {}
        for share in here:
            percents[share.org_unit] = percents.get(share.org_unit, 0) + _whole(share.percent, digits)
        if last and last.percents == percents:
            last = replace(last, until=until)
            continue
        if last:
            yield last
        place = here[0].place if here else None
        last = Stretch(first, until, percents, sum(percents.values()), digits, place)
    if last:
        yield last


def _between_changes(shares: Sequence[Share]) -> Iterator[tuple[date, date | None]]:
    days = sorted({end for share in shares for end in (share.first or date.min, share.until) if end})
    yield from pairwise(days)
    if days and any(share.until is None for share in shares):
        yield days[-1], None


def _key(breakdown: str, period: Period, stretches: tuple[Stretch, ...], days: Sequence[int]) -> ShareKey:
    held = [(stretch, inside) for stretch, inside in zip(stretches, days, strict=True) if stretch.printed > 0]
    common = lcm(*(stretch.printed for stretch, _ in held))
    weights: dict[str, int] = {}
    for stretch, inside in held:
        times = inside * (common // stretch.printed)
        for holder, percent in stretch.percents.items():
            weights[holder] = weights.get(holder, 0) + times * percent
    whole = period.days * common
    unheld = whole - common * sum(inside for _, inside in held)
    least = gcd(unheld, *weights.values())
    shared = tuple(weight // least for weight in weights.values())
    digits = max((stretch.digits for stretch, _ in held), default=0)
    return ShareKey(
        breakdown, period, stretches, tuple(days), digits, tuple(weights), shared, unheld // least, whole // least
    )


def _said_of(key: ShareKey) -> Iterator[Finding]:
    breakdown, period, of = key.breakdown, str(key.period), key.period.days
    held = [(stretch, days) for stretch, days in zip(key.stretches, key.days, strict=True) if stretch.printed > 0]
    place = next((stretch.place for stretch, _ in held), None)
    if len(held) > 1:
        told = "; ".join(f"{days}/{of}" for _, days in held)
        yield say.SHARES_CHANGE_INSIDE.at(place, breakdown=breakdown, period=period, days=told)
    for stretch, _ in held:
        if stretch.printed_sum != 100:
            yield say.SHARES_REDUCED.at(stretch.place, breakdown=breakdown, period=period, sum=stretch.printed_sum)
    if key.unheld:
        nobody = of - sum(days for _, days in held)
        yield say.SHARES_UNALLOCATED.at(place, breakdown=breakdown, period=period, days=nobody, of=of)


def _decimals(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    assert isinstance(exponent, int)  # infinities and NaN never enter: they are refused where texts are read
    return max(-exponent, 0)


def _whole(quantity: Decimal, digits: int) -> int:
    above, below = quantity.as_integer_ratio()
    whole, rest = divmod(above * int(10**digits), below)
    if rest:
        raise ValueError(f"{quantity} has more than {digits} decimals.")
    return whole
