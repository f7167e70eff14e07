"""One statement of a text about one row: a figure, how it stands to what it is compared with, and how exactly."""

from dataclasses import dataclass
from enum import Enum, auto

from tongket.dossier.claims.tokens import Quantity


class Relation(Enum):
    """How a figure stands to its base."""

    IS = auto()
    """The value itself, or the share of the base in per cent: đạt."""
    ABOVE = auto()
    BELOW = auto()
    TIMES = auto()


class Base(Enum):
    """What a figure is compared with."""

    NOTHING = auto()
    PLAN = auto()
    LAST_YEAR = auto()
    OTHER = auto()
    """Something that does not stand in the table: an adjusted plan, a quarter, two years ago."""


class Bound(Enum):
    """How exactly a figure is meant."""

    EXACT = auto()
    OVER = auto()
    NEAR = auto()
    ABOUT = auto()
    UNDER = auto()
    AT_LEAST = auto()
    OF_EACH = auto()
    """Said of several rows at once: none is below it, and how far above it they are is not said."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement about one row. Without a quantity it says only on which side of its base the row is.

    `months` is up to which month (None: the year, -1: a time that the table does not hold), `year` the year named, None
    for the report's own. `exceeds` says that the word was one of going past a plan (vượt); `quote` are the words.
    `or_to_date`: a part of the year was spoken of before, and its figure may be meant; `others`: what else the same
    words may mean; `moved`: which way an amount is said to have come. A claim is contradicted only when nothing that it
    may mean holds.
    """

    rows: frozenset[int]
    quantity: Quantity | None
    relation: Relation
    base: Base
    bound: Bound
    quote: str
    months: int | None = None
    year: int | None = None
    exceeds: bool = False
    negated: bool = False
    fulfils: bool = False
    or_to_date: bool = False
    others: tuple[tuple[Relation, Base], ...] = ()
    moved: Relation | None = None
