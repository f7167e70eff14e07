"""A finding: what is wrong or worth saying about people's data, with its place and a sentence.

Findings are values. All of them come at once; nothing stops at the first (DESIGN §4.6).
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Self

from tongket.words.dates import short_date
from tongket.words.language import Language, Text
from tongket.words.numbers import written

Value = str | int | Decimal | dt.date | Text
"""What a sentence can name: numbers, days and texts are written the way of its language, a code as it is."""


class Severity(StrEnum):
    """How much a finding weighs; the words are those of the result page."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def label(self) -> Text:
        """The level as the page names it."""
        return _SEVERITY_LABELS[self]


_SEVERITY_LABELS = {
    Severity.ERROR: Text("Phải sửa", "Исправить", "Must be corrected"),
    Severity.WARNING: Text("Cần giải trình", "Требует пояснения", "Needs an explanation"),
    Severity.NOTE: Text("Lưu ý", "К сведению", "Please note"),
}


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands: a file, and in it a line and column, or a sheet and cell."""

    file: str
    sheet: str = ""
    cell: str = ""
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """The place as one writes it: `plan.yaml:12:5` or `year.xlsx!Kế hoạch!E51`."""
        if self.cell:
            return "!".join(part for part in (self.file, self.sheet, self.cell) if part)
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


NOWHERE = Place("")


@dataclass(frozen=True, slots=True)
class FindingKind:
    """One thing a room can say: its public code (never reused), severity and sentence."""

    code: str
    severity: Severity
    sentence: Text

    @classmethod
    def error(cls, code: str, vi: str, ru: str, en: str) -> Self:
        """Declare what must be corrected."""
        return cls(code, Severity.ERROR, Text(vi, ru, en))

    @classmethod
    def warning(cls, code: str, vi: str, ru: str, en: str) -> Self:
        """Declare what needs an explanation."""
        return cls(code, Severity.WARNING, Text(vi, ru, en))

    @classmethod
    def note(cls, code: str, vi: str, ru: str, en: str) -> Self:
        """Declare what is only worth knowing."""
        return cls(code, Severity.NOTE, Text(vi, ru, en))

    def at(self, place: Place | None, /, clause: str = "", **values: Value) -> "Finding":
        """Return this finding for a place, with the values its sentence names."""
        return Finding(self, place or NOWHERE, tuple(values.items()), clause)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something found in people's data: kind, place, the values read, and the clause when one applies."""

    kind: FindingKind
    place: Place
    values: tuple[tuple[str, Value], ...] = ()
    clause: str = ""

    @property
    def code(self) -> str:
        """The public code, `<room>.<kebab-case>`."""
        return self.kind.code

    @property
    def severity(self) -> Severity:
        """How much it weighs."""
        return self.kind.severity

    def sentence(self, language: Language = "vi") -> str:
        """The sentence in a language, its numbers and days written the way of that language."""
        return self.kind.sentence.to(language).format(**self.spoken(language))

    def spoken(self, language: Language = "vi") -> dict[str, str]:
        """The values by their names, each as the sentence writes it."""
        return {name: _said(value, language) for name, value in self.values}


def _said(value: Value, language: Language) -> str:
    match value:
        case Decimal():
            return written(value, language)
        case dt.date():
            return short_date(value, language)
        case Text():
            return value.to(language)
    return str(value)


def errors_in(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings that must be corrected before the work can go on."""
    return tuple(finding for finding in findings if finding.severity is Severity.ERROR)
