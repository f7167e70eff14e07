"""One figure: its address, amount, measure, maturity and source (DESIGN §4.5).

An address is `ORG_UNIT/INDICATOR[/BREAKDOWN]@PERIOD:KIND[#VERSION]`; for what rests on a plan the
version is written `LINE.VERSION`, for example `VSP/OIL/09-1@2021:percent_of_plan#council.v1`.
"""

import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Final, Self

from tongket.figures.amount import Amount
from tongket.figures.source import Source
from tongket.year import Period


class Kind(StrEnum):
    """What a figure says of its indicator."""

    PLAN = "plan"
    ACTUAL_TO_DATE = "actual_to_date"
    ESTIMATE = "estimate"
    ACTUAL = "actual"
    LAST_YEAR = "last_year"
    PERCENT_OF_PLAN = "percent_of_plan"
    PERCENT_OF_LAST_YEAR = "percent_of_last_year"

    __hash__ = str.__hash__  # an enum's own hash is slow, and kinds are keys everywhere


class Maturity(StrEnum):
    """How settled a figure is."""

    PLANNED = "planned"
    TO_DATE = "to_date"
    ESTIMATE = "estimate"
    FINAL = "final"
    REVISED = "revised"


_FORM: Final = re.compile(
    r"(?P<org>[^/@#]+)/(?P<indicator>[^/@#]+)(?:/(?P<breakdown>[^@#]+))?"
    r"@(?P<period>[^:#]+):(?P<kind>[a-z_]+)(?:#(?P<line>[^.#]+)(?:\.(?P<version>[^#]+))?)?"
)


@dataclass(frozen=True, slots=True)
class Address:
    """Which figure: of whom, of what, of which part, when, of which kind, against which plan."""

    org_unit: str
    indicator: str
    breakdown: str | None
    period: Period
    kind: Kind
    plan_line: str | None = None
    plan_version: str | None = None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read an address; ValueError says what is expected."""
        found = _FORM.fullmatch(text.strip())
        if not found:
            raise ValueError(
                f"not an address of a figure (ORG_UNIT/INDICATOR[/BREAKDOWN]@PERIOD:KIND[#LINE[.VERSION]]): {text!r}"
            )
        return cls(
            found["org"],
            found["indicator"],
            found["breakdown"],
            Period.parse(found["period"]),
            Kind(found["kind"]),
            found["line"],
            found["version"],
        )

    def __str__(self) -> str:
        """Write the address in the form `parse` reads."""
        part = f"/{self.breakdown}" if self.breakdown else ""
        line = f"#{self.plan_line}" if self.plan_line else ""
        version = f".{self.plan_version}" if line and self.plan_version else ""
        return f"{self.org_unit}/{self.indicator}{part}@{self.period}:{self.kind}{line}{version}"


@dataclass(frozen=True, slots=True)
class Ratio:
    """An exact quotient of two integers, kept as it was formed: 633/600, not 211/200."""

    numerator: int
    denominator: int

    @property
    def fraction(self) -> Fraction:
        """The quotient as an exact fraction."""
        return Fraction(self.numerator, self.denominator)

    def __str__(self) -> str:
        """Write the quotient as `633/600`."""
        return f"{self.numerator}/{self.denominator}"


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of the year with everything needed to trust it.

    `exact` is the unrounded ratio behind a percentage or mean, for the low and the high end; `parts` and
    `expected` count the org units that filed and should have, where the figure is a sum over them. It is
    `illustrative` when anything it was made of is invented.
    """

    address: Address
    amount: Amount
    measure: str
    maturity: Maturity
    sources: tuple[Source, ...]
    cut_off: dt.date | None = None
    exact: tuple[Ratio | None, Ratio | None] | None = None
    parts: int = 1
    expected: int = 1
    illustrative: bool = False

    @property
    def is_complete(self) -> bool:
        """Whether every org unit that should have filed is in it."""
        return self.parts >= self.expected
