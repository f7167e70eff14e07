"""Half-open intervals of days `[first, until)` in which a name, a parent or a share is in force."""

import datetime as dt
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Interval:
    """Days from `first` up to but not including `until`; None is an open end."""

    first: dt.date | None = None
    until: dt.date | None = None

    def holds(self, day: dt.date) -> bool:
        """Say whether a day lies inside."""
        return (self.first is None or self.first <= day) and (self.until is None or day < self.until)

    def days_within(self, first: dt.date, until: dt.date) -> int:
        """Count the days shared with `[first, until)`."""
        start = max(self.first or first, first)
        end = min(self.until or until, until)
        return max((end - start).days, 0)

    def overlaps(self, other: "Interval") -> bool:
        """Say whether two intervals share a day."""
        if self.is_empty() or other.is_empty():
            return False
        return (other.until is None or self.first is None or self.first < other.until) and (
            self.until is None or other.first is None or other.first < self.until
        )

    def is_empty(self) -> bool:
        """Say whether no day lies inside (its end is not after its beginning)."""
        return self.first is not None and self.until is not None and self.until <= self.first


ALWAYS: Final = Interval()
