"""The assumptions of a proposal as they are typed: the oil price, the exchange rate, each in its measure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Final

from tongket.figures import measure_of
from tongket.plan import Assumption, AssumptionCode, Plan, assumptions_in_force
from tongket.words import Ambiguous, Language, NotANumber, Text, read_number
from tongket.yearbook.choices import CHOICES
from tongket.yearbook.values import plain

_NOT_READ: Final = Text(
    "Giả định “{text}” không đọc được hoặc đọc được hai cách. Ghi số, ví dụ 60 hoặc 23500.",
    "Допущение «{text}» не читается или читается двояко. Введите число, например 60 или 23500.",
    "The assumption “{text}” cannot be read, or in two ways. Type a number, for example 60 or 23500.",
)


@dataclass(frozen=True, slots=True)
class AssumptionInput:
    """One assumption in force, as the input in which it is typed."""

    field: str
    label: str
    typed: str


@dataclass(frozen=True, slots=True)
class Assumed:
    """What was typed: the assumptions that differ from those in force, and the first text that could not be read."""

    rows: tuple[Assumption, ...]
    wrong: Text | None = field(default=None)


def assumption_inputs(plan: Plan, line: str, version: str, language: Language) -> tuple[AssumptionInput, ...]:
    """Return the inputs of a proposal's assumptions."""
    return tuple(
        AssumptionInput(_field(row), _label(row, language), plain(row.planned).replace(".", _mark(language)))
        for row in assumptions_in_force(plan, line, version)
    )


def read_assumptions(plan: Plan, line: str, version: str, typed: Mapping[str, str], language: Language) -> Assumed:
    """Read what was typed into the inputs, and into the row by which an assumption is added."""
    rows: list[Assumption] = []
    for row, text in _given(plan, line, version, typed):
        try:
            number = read_number(text, language)
        except NotANumber:
            return Assumed((), _NOT_READ.fill(text=text))
        if isinstance(number, Ambiguous):
            return Assumed((), _NOT_READ.fill(text=text))
        if number != row.planned or row.version != version:
            rows.append(replace(row, planned=number))
    return Assumed(tuple(rows))


def _given(plan: Plan, line: str, version: str, typed: Mapping[str, str]) -> Iterator[tuple[Assumption, str]]:
    for row in assumptions_in_force(plan, line, version):
        text = typed.get(_field(row), "").strip()
        if text and not _same(row, text):
            yield row, text
    text, code = typed.get("new_assumption_value", "").strip(), typed.get("new_assumption", "")
    if text and code in set(AssumptionCode):
        measure = typed.get("new_assumption_measure", "").strip()
        yield Assumption(line, "", AssumptionCode(code), Decimal(0), measure=measure), text


def _same(row: Assumption, text: str) -> bool:
    return text.replace(",", ".") == plain(row.planned)


def _field(row: Assumption) -> str:
    return "|".join(("assume", row.code, row.measure, row.applies_to or "", row.org_unit or "", "planned"))


def _label(row: Assumption, language: Language) -> str:
    measure = measure_of(row.measure).label.to(language) if row.measure else ""
    about = ", ".join(filter(None, (row.org_unit, row.applies_to)))
    return " ".join(
        filter(None, (CHOICES[AssumptionCode][row.code].to(language), f"({measure})" if measure else "", about))
    )


def _mark(language: Language) -> str:
    return "." if language == "en" else ","
