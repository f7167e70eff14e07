"""The cells of the year's great table: of whom, of what, which part, when, of which kind and plan line.

They are looked up millions of times in a large year, hence named tuples, whose hash is made in C.
"""

from typing import NamedTuple

from tongket.figures import Address, Kind
from tongket.year import Period


class Series(NamedTuple):
    """A kind of figure; for plans, the line it belongs to."""

    kind: Kind
    plan_line: str | None = None


class Cell(NamedTuple):
    """A place in the table, whoever or whatever fills it."""

    org_unit: str
    indicator: str
    breakdown: str | None
    period: Period
    series: Series

    def of(self, org_unit: str) -> "Cell":
        """Return the same cell of another org unit."""
        return Cell(org_unit, self.indicator, self.breakdown, self.period, self.series)

    def address(self, plan_version: str | None = None) -> Address:
        """Return the address of the figure in this cell."""
        line = self.series.plan_line
        version = plan_version if line else None
        return Address(self.org_unit, self.indicator, self.breakdown, self.period, self.series.kind, line, version)
