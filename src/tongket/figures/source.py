"""Where a figure comes from: cells of files, a published page, or other figures it was made of (DESIGN §4.5)."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from tongket.words import Place


class Operation(StrEnum):
    """How a figure was made of others."""

    SUM = "sum"
    AVERAGE = "average"
    LAST = "last"
    RATIO = "ratio"
    SHARE = "share"
    CONVERSION = "conversion"


@dataclass(frozen=True, slots=True)
class CellSource:
    """A cell, or a line and column, of a file whose content had this SHA-256."""

    place: Place
    sha256: str


@dataclass(frozen=True, slots=True)
class PageSource:
    """A published page, and the day it was last read."""

    page: str
    checked_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class DerivedSource:
    """An operation on other figures, named by their addresses."""

    operation: Operation
    of: tuple[str, ...]


Source = CellSource | PageSource | DerivedSource
