"""The ground: Vietnamese text and numbers, and what is said about people's data.

Everything a person reads or types passes through here: texts in three languages, numbers written 2.999,4, text typed
before Unicode, official dates, the order of names, and the Finding. The room knows nothing of emulation.
"""

from tongket.words.dates import long_date, short_date
from tongket.words.findings import Finding, FindingKind, Place, Severity, errors_in
from tongket.words.labels import said
from tongket.words.language import LANGUAGES, Language, Refused, Text, in_each_language
from tongket.words.names import normalised, person_sort_key
from tongket.words.numbers import Ambiguous, NotANumber, percent_text, read_number, written
from tongket.words.old_encodings import OldEncoding, encoding_of_font, guess_encoding, is_capitals_font, to_unicode

__all__ = [
    "LANGUAGES",
    "Ambiguous",
    "Finding",
    "FindingKind",
    "Language",
    "NotANumber",
    "OldEncoding",
    "Place",
    "Refused",
    "Severity",
    "Text",
    "encoding_of_font",
    "errors_in",
    "guess_encoding",
    "in_each_language",
    "is_capitals_font",
    "long_date",
    "normalised",
    "percent_text",
    "person_sort_key",
    "read_number",
    "said",
    "short_date",
    "to_unicode",
    "written",
]
