"""The whole year bound in one volume: the frozen `Year`, and how its tables read and write as rows of text.

The year folder and the server's records are the only two ways to build a `Year` (DESIGN §2); both
speak in the flat tables declared here, whose columns are the fields of the rooms' own facts.
"""

from tongket.yearbook.columns import Column, columns
from tongket.yearbook.facts import PaperHead, Recipient, Year, YearHead
from tongket.yearbook.reference import reference_page
from tongket.yearbook.rules import check
from tongket.yearbook.schema import BY_NAME, SCHEMA, TABLES, Table, facts_of, without_places, year_of
from tongket.yearbook.wire import Row, read, write

__all__ = [
    "BY_NAME",
    "SCHEMA",
    "TABLES",
    "Column",
    "PaperHead",
    "Recipient",
    "Row",
    "Table",
    "Year",
    "YearHead",
    "check",
    "columns",
    "facts_of",
    "read",
    "reference_page",
    "without_places",
    "write",
    "year_of",
]
