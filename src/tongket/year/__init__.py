"""The ground: time. Periods of a plan year, intervals of validity, deadlines, and how early or late a day is.

A moment is always an argument: nothing here, or in any room, reads the clock (DESIGN §5).
"""

from tongket.year.intervals import ALWAYS, Interval
from tongket.year.periods import Granularity, Period, days_late, working_days_late

__all__ = ["ALWAYS", "Granularity", "Interval", "Period", "days_late", "working_days_late"]
