"""The occasion of the review: which year, whose, on which figures and up to which day, and who signs the paper.

The rooms know the parts of a year, not the whole; this is what a paper needs of the year beside its parts.
"""

import datetime as dt
from dataclasses import dataclass

from tongket.figures import Kind
from tongket.words import Text
from tongket.year import Period

NOTHING = Text("")


@dataclass(frozen=True, slots=True)
class Occasion:
    """What stands at the head and foot of the review's papers; number, date and signer may still be blank.

    `basis` is the kind of figure the year is judged by (estimate while the year still runs, actual after it).
    """

    year: int
    org_unit: str
    title: Text
    cut_off: dt.date | None = None
    basis: Kind = Kind.ACTUAL
    illustrative: bool = False
    licence: Text = NOTHING
    issuer: Text = NOTHING
    superior: Text = NOTHING
    symbol: str = ""
    number: str = ""
    locality: Text = NOTHING
    dated: dt.date | None = None
    authority: Text = NOTHING
    office: Text = NOTHING
    signer: str = ""
    recipients: tuple[Text, ...] = ()

    @property
    def period(self) -> Period:
        """The year under review as a period."""
        return Period.of_year(self.year)

    @property
    def file_date(self) -> dt.date:
        """The day the files carry inside: the day of signing, else the cut-off, else the last day of the year."""
        return self.dated or self.cut_off or self.period.last

    @property
    def seen_on(self) -> dt.date:
        """The day on which org units are called by their names: the last of the year."""
        return self.period.last
