"""What things are called on pages: years, org units, roles; in the language of the page."""

import datetime as dt

from tongket.organisation import name_on
from tongket.words import Language
from tongket.yearbook import Year


def end_of(year: Year) -> dt.date:
    """Return the last day of a year; names and trees on pages are those of that day."""
    return dt.date(year.head.year, 12, 31)


def org_unit_name(year: Year, code: str, language: Language) -> str:
    """Return what an org unit is called at the end of the year."""
    return name_on(year.organisation, code, end_of(year)).to(language)


def year_title(year: Year, language: Language) -> str:
    """Return the name of a year for heads and choices: whose, and which."""
    return f"{org_unit_name(year, year.head.org_unit, language)} · {year.head.year}"
