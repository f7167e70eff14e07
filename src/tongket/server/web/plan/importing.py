"""What the preview of an import shows: how many rows come, change and go, each of them, and the findings by cell."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from tongket.server.actions.plan.importing import Difference, ImportOutlook
from tongket.words import Finding, Language, Text
from tongket.yearbook import BY_NAME, Column, Year, columns
from tongket.yearbook.by_hand import to_hand
from tongket.yearbook.choices import CHOICES
from tongket.yearbook.values import ValueKind

_NEW: Final = (Text("Mới", "Новая", "New"), "good")
_CHANGED: Final = (Text("Thay đổi", "Изменена", "Changed"), "now")
_REMOVED: Final = (Text("Bị bỏ", "Удалена", "Removed"), "warn")
_MOST: Final = 300
Names = Mapping[tuple[str, str], str]
"""What a code stands for, by the table that lists it and the code."""


@dataclass(frozen=True, slots=True)
class ShownDifference:
    """A row of a table that comes, changes or goes: its columns, and of a change what differs, from what to what."""

    what: str
    tone: str
    about: str
    changes: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class ShownTable:
    """The differences of one table with their counts; `more` are not listed for want of room."""

    title: str
    new: int
    changed: int
    removed: int
    rows: tuple[ShownDifference, ...]
    more: int


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """A finding with its cell."""

    severity: str
    label: str
    cell: str
    sentence: str


def shown_tables(outlook: ImportOutlook, year: Year, language: Language) -> tuple[ShownTable, ...]:
    """Return the differences table by table, those without any left out; codes the year knows by their names."""
    names = _names(year, language)
    by_table: dict[str, list[Difference]] = {}
    for one in outlook.differences:
        by_table.setdefault(one.table, []).append(one)
    return tuple(_table(name, rows, names, language) for name, rows in by_table.items())


def shown_findings(findings: Iterable[Finding], language: Language) -> tuple[ShownFinding, ...]:
    """Return findings with sheet and cell, the most severe first."""
    order = {"error": 0, "warning": 1, "note": 2}
    listed = sorted(findings, key=lambda one: order[one.severity.value])
    return tuple(
        ShownFinding(one.severity.value, one.severity.label.to(language), _cell(one), one.sentence(language))
        for one in listed
    )


def _names(year: Year, language: Language) -> Names:
    """What the codes of a year stand for, by the table that lists them."""
    listed: Mapping[str, tuple[Any, ...]] = {
        "org_units": year.organisation.org_units,
        "indicators": year.plan.indicators,
        "breakdowns": year.plan.breakdowns,
        "plan_lines": year.plan.plan_lines,
        "key_projects": year.plan.key_projects,
    }
    return {(table, one.code): one.name.to(language) for table, rows in listed.items() for one in rows}


def _cell(finding: Finding) -> str:
    place = finding.place
    if place.cell:
        return f"{place.sheet}!{place.cell}" if place.sheet else place.cell
    return str(place.line) if place.line else ""


def _table(name: str, rows: list[Difference], names: Names, language: Language) -> ShownTable:
    new = sum(not one.before for one in rows)
    removed = sum(not one.after for one in rows)
    shown = tuple(_shown(one, names, language) for one in rows[:_MOST])
    title = BY_NAME[name].title.to(language)
    return ShownTable(title, new, len(rows) - new - removed, removed, shown, max(len(rows) - _MOST, 0))


def _shown(one: Difference, names: Names, language: Language) -> ShownDifference:
    table = BY_NAME[one.table]
    known = columns(table.fact)

    def said(column: Column, values: Mapping[str, str]) -> str:
        text = _said(column, values, language)
        return names.get((table.refers(column.name), text), text)

    word, tone = _NEW if not one.before else _REMOVED if not one.after else _CHANGED
    both = one.before and one.after
    differing = [c for c in known if one.before.get(c.name) != one.after.get(c.name)] if both else []
    same = [c for c in known if c not in differing]
    about = " · ".join(text for c in same if (text := said(c, one.after or one.before)))
    changes = tuple((c.label.to(language), said(c, one.before), said(c, one.after)) for c in differing)
    return ShownDifference(word.to(language), tone, about, changes)


def _said(column: Column, values: Mapping[str, str], language: Language) -> str:
    text = values.get(column.name, "")
    if not text or column.language in {"ru", "en"}:
        return ""
    if column.choices:
        return CHOICES[column.choices][column.choices(text)].to(language)
    if column.kind is ValueKind.DATE:
        return "/".join(reversed(text.split("-")))
    return text if language == "en" else to_hand(text, column.kind, column.choices)
