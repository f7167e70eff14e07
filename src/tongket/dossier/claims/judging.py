"""Holds a claim against the table: a printed figure agrees when any figure it can mean rounds to it as printed.

Figures are compared in base measures as exact fractions; what the table does not hold is never judged.
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Final

from tongket.dossier.claims.claim import Base, Bound, Claim, Relation
from tongket.dossier.claims.table import KnownRows, TableRow
from tongket.dossier.claims.tokens import PERCENT, POINTS, Quantity
from tongket.figures import Kind
from tongket.figures.ratio import rounded
from tongket.plan import Direction

OVER_AT_MOST: Final = Fraction(120, 100)
"""«trên 3 triệu tấn» is said of 3,5 and less, hardly of more: one speaks of the next round number then."""
NEAR_AT_LEAST: Final = Fraction(93, 100)
"""«gần 100» is said of 93 and more."""
ABOUT_WITHIN: Final = Fraction(5, 100)
"""«khoảng 2.350» is off by a twentieth at the most."""
_THIS_YEAR: Final = (Kind.ESTIMATE, Kind.ACTUAL)


def meanings(claim: Claim, known: KnownRows, row: int) -> tuple[Fraction, ...]:
    """Return the values the table has for what a claim says of a row: amounts in its measure, shares in per cent.

    None of them means that the table does not hold what the claim is about.
    """
    one = known.rows[row]
    now = tuple(_values(one, claim))
    if claim.base in (Base.PLAN, Base.LAST_YEAR):
        kind = Kind.PLAN if claim.base is Base.PLAN else Kind.LAST_YEAR
        bases = tuple(_ends(one, kind))
    else:
        bases = ()
    if claim.base is Base.NOTHING:
        return now
    if claim.relation is Relation.IS and claim.quantity and claim.quantity.base != PERCENT:
        return bases
    return tuple(_compared(claim, value, base) for value in now for base in bases if base > 0 or not _is_share(claim))


def contradicted(claim: Claim, known: KnownRows, row: int) -> tuple[Fraction, ...]:
    """Return what the table has for a claim when nothing that the claim may mean agrees with it, else nothing.

    Of a cost, vượt kế hoạch is said for better and for worse; it is not judged.
    """
    if claim.quantity is None and claim.exceeds and known.rows[row].direction is not Direction.UP:
        return ()
    values = meanings(claim, known, row)
    other = [replace(claim, relation=relation, base=base) for relation, base in claim.others]
    ways = [claim, *other, *_in_points(claim, known, row)]
    if any(agrees(way, value, known, row) for way in ways for value in meanings(way, known, row)):
        return ()
    return values


def went_elsewhere(claim: Claim, row: TableRow) -> bool:
    """Whether an amount came from the other side than is said, seen from last year and from the plan alike."""
    if claim.moved is None or claim.months is not None or claim.or_to_date:
        return False
    before = [end for kind in (Kind.LAST_YEAR, Kind.PLAN) for end in _ends(row, kind)]
    steps = [value - one for value in _values(row, claim) for one in before]
    return bool(steps) and all(step < 0 if claim.moved is Relation.ABOVE else step > 0 for step in steps)


def _in_points(claim: Claim, known: KnownRows, row: int) -> Iterator[Claim]:
    """Of a row that is itself in per cent, a share may be an amount: kế hoạch 95%, cao hơn kế hoạch 1,2 (điểm) %."""
    if known.measures[row][1] == PERCENT and claim.quantity and claim.quantity.base == PERCENT:
        points = replace(claim, quantity=replace(claim.quantity, base=POINTS))
        yield points
        yield replace(points, relation=Relation.IS)
        yield replace(points, relation=Relation.IS, base=Base.NOTHING)


def _is_share(claim: Claim) -> bool:
    return claim.quantity is None or claim.quantity.base == PERCENT or claim.relation is Relation.TIMES


def _compared(claim: Claim, value: Fraction, base: Fraction) -> Fraction:
    if claim.quantity is None:
        return value - base
    if claim.relation is Relation.TIMES:
        return value / base
    if claim.quantity.base != PERCENT:
        return value - base if claim.relation is Relation.ABOVE else base - value
    share = value / base * 100
    return {Relation.IS: share, Relation.ABOVE: share - 100, Relation.BELOW: 100 - share}[claim.relation]


def _values(row: TableRow, claim: Claim) -> Iterator[Fraction]:
    """The values of the time a claim speaks of."""
    if claim.months == -1:
        return
    kinds: tuple[Kind, ...] = (Kind.ACTUAL_TO_DATE,) if claim.months and claim.months < 12 else _THIS_YEAR
    if claim.or_to_date and claim.months is None:
        kinds = (*kinds, Kind.ACTUAL_TO_DATE)
    for kind in kinds:
        yield from _ends(row, kind)


def _ends(row: TableRow, kind: Kind) -> Iterator[Fraction]:
    amount = row.amount(kind)
    if amount is not None:
        yield from dict.fromkeys(Fraction(end) for end in (amount.low, amount.high) if end is not None)


def agrees(claim: Claim, value: Fraction, known: KnownRows, row: int) -> bool:
    """Whether a claimed figure can be a value of the table, as exactly as it is meant."""
    if claim.quantity is None:
        return _on_that_side(claim, value, known.rows[row])
    own = Fraction(1) if claim.quantity.base == PERCENT or claim.relation is Relation.TIMES else known.measures[row][0]
    return any(_fits(claim, reading, value * own) for reading in _readings(claim.quantity))


def _on_that_side(claim: Claim, value: Fraction, row: TableRow) -> bool:
    if claim.base is Base.PLAN and (claim.fulfils or claim.exceeds):
        reached = value <= 0 if row.direction is Direction.DOWN else value >= 0
        if claim.relation is Relation.ABOVE and not claim.fulfils:
            reached = reached and value != 0
        if claim.relation is Relation.BELOW:
            reached = not reached or value < 0
        return reached is not claim.negated
    rose = value > 0 if claim.relation is Relation.ABOVE else value < 0
    return rose is not claim.negated


def _readings(quantity: Quantity) -> Iterator[tuple[Decimal, int, int]]:
    """The ways to read a printed number: its value, its decimals, and how much one of it is."""
    for reading in dict.fromkeys((*quantity.readings, *((quantity.high,) if quantity.high is not None else ()))):
        digits = max(0, -int(reading.as_tuple().exponent))
        yield reading, digits, quantity.scale


def _fits(claim: Claim, reading: tuple[Decimal, int, int], value: Fraction) -> bool:
    printed, digits, scale = reading
    exact = value / scale
    size = Fraction(printed)
    if claim.bound is Bound.EXACT:
        return _rounds_to(exact, printed, digits)
    if claim.bound is Bound.OF_EACH:
        return exact >= size or _rounds_to(exact, printed, digits)
    if claim.bound in (Bound.OVER, Bound.AT_LEAST):
        return size <= exact <= size * OVER_AT_MOST
    if claim.bound is Bound.UNDER:
        return exact < size
    if claim.bound is Bound.NEAR:
        return size * NEAR_AT_LEAST <= exact <= size
    return abs(exact - size) <= abs(size) * ABOUT_WITHIN


def _rounds_to(exact: Fraction, printed: Decimal, digits: int) -> bool:
    """Whether a value, rounded half away from zero or cut off, is what was printed."""
    cut = Fraction(int(exact * 10**digits), 10**digits)
    return Fraction(rounded(exact, digits)) == Fraction(printed) or cut == Fraction(printed)
