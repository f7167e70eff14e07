"""Reads the year book an office sends to begin with: everything that is wrong is told, nothing is opened by it."""

import hashlib

from tongket.files.guarded_books import read_tables
from tongket.files.year_folder import INPUTS, WORKBOOK, year_of_rows
from tongket.words import Finding
from tongket.yearbook import Year

NAME = f"{INPUTS}/{WORKBOOK}"
"""Under which name the book stands in the places of its facts, as it would in a year folder."""


def year_in_book(content: bytes) -> tuple[Year | None, tuple[Finding, ...]]:
    """Return the year of an Excel year book, None when nothing tells which year it is, and what was found."""
    rows, read = read_tables(content, NAME)
    if not rows:
        return None, read
    year, told = year_of_rows(rows, {NAME: hashlib.sha256(content).hexdigest()})
    return year, (*read, *told)
