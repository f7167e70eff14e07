"""The whole year bound in one volume: the frozen `Year`, and how its tables read and write as rows of text.

The year folder and the server's records are the only two ways to build a `Year` (DESIGN §2); both
speak in the flat tables declared here, whose columns are the fields of the rooms' own facts.
"""

from tongket.yearbook.facts import PaperHead, Recipient, Year, YearHead

__all__ = ["PaperHead", "Recipient", "Year", "YearHead"]
