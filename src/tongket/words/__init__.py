"""The ground: Vietnamese text and numbers, and what is said about people's data.

Everything a person reads or types passes through here: texts in three languages, numbers written
2.999,4, official dates, the order of names, and the Finding. The room knows nothing of emulation.
"""

from tongket.words.dates import long_date, short_date
from tongket.words.findings import Finding, FindingKind, Place, Severity, errors_in
from tongket.words.labels import said
from tongket.words.language import LANGUAGES, Language, Refused, Text
from tongket.words.names import normalised, person_sort_key
from tongket.words.numbers import Ambiguous, NotANumber, percent_text, read_number, written

__all__ = [
    "LANGUAGES",
    "Ambiguous",
    "Finding",
    "FindingKind",
    "Language",
    "NotANumber",
    "Place",
    "Refused",
    "Severity",
    "Text",
    "errors_in",
    "long_date",
    "normalised",
    "percent_text",
    "person_sort_key",
    "read_number",
    "said",
    "short_date",
    "written",
]
