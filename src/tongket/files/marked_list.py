"""The list of findings of one file, as its unit reads it: by sheet, the gravest first, what is alike said once."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from types import MappingProxyType
from typing import Final

from tongket.files import marked_words as words
from tongket.files.csv_rows import column_letters
from tongket.files.xlsx_xml import at
from tongket.words import Finding, Language, Severity, Text

_CODE: Final = ("row", "indicator", "code", "address")
_TYPED: Final = "text"
_IN_FILE: Final = ("value", "total", "found", "stated", "actual")
_COMPARED: Final = ("against", "printed", "sum", "plan", "expected", "year", "cut_off", "wanted", "last_year")
"""Under which names the values of a finding fill the columns; of several the first that is a figure."""
_NAMES_OF_A_PLACE: Final = {"cell", "column", "line", "row", "indicator"}
_WEIGHT: Final = list(Severity)
_MOST_CELLS: Final = 12


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list: a finding, and the cells of those that are alike."""

    finding: Finding
    alike: tuple[str, ...] = ()

    def texts(self, language: Language, names: Mapping[str, Text] = MappingProxyType({})) -> tuple[str, ...]:
        """What stands in the columns; `names` says what the indicators of some codes are called."""
        finding = self.finding
        return (
            finding.severity.label.to(language),
            where(finding) or words.WHOLE_FILE.to(language),
            _indicator(finding, language, names),
            self._sentence(language),
            _typed(finding) or _figure(finding, _IN_FILE, language),
            _figure(finding, _COMPARED, language),
            words.to_do(finding.severity, language),
        )

    def _sentence(self, language: Language) -> str:
        sentence = self.finding.sentence(language)
        clause = f" [{self.finding.clause}]" if self.finding.clause else ""
        if not self.alike:
            return sentence + clause
        return f"{sentence}{clause}\n{words.SIMILAR.to(language).format(count=len(self.alike), cells=runs(self.alike))}"


def lines(findings: Iterable[Finding], sheets: Sequence[str]) -> tuple[Line, ...]:
    """The lines of a file with these sheets: first what concerns all of it, then sheet by sheet."""
    order = {name: number for number, name in enumerate(sheets)}

    def rank(finding: Finding) -> tuple[object, ...]:
        place = finding.place
        cell = at(place.cell) or (0, 0)
        sheet = (-1, "") if not place.sheet else (order.get(place.sheet, len(order)), place.sheet)
        return (sheet, _WEIGHT.index(finding.severity), cell, place.line, finding.code)

    alike: dict[tuple[object, ...], list[Finding]] = {}
    for finding in sorted(findings, key=rank):
        alike.setdefault(_likeness(finding), []).append(finding)
    return tuple(Line(group[0], _others(group)) for group in alike.values())


def _others(group: Sequence[Finding]) -> tuple[str, ...]:
    cells = dict.fromkeys(one.place.cell for one in group)
    return tuple(cells)[1:]


def _likeness(finding: Finding) -> tuple[object, ...]:
    """Two findings are alike when they say the same of two cells of a sheet."""
    if not finding.place.cell:
        return (finding,)
    values = tuple(pair for pair in finding.values if pair[0] not in _NAMES_OF_A_PLACE)
    return (finding.code, finding.place.sheet, finding.clause, values)


def where(finding: Finding) -> str:
    """Where a finding stands inside of the file."""
    place = finding.place
    if place.line and not place.cell:
        return ":".join(str(part) for part in (place.sheet, place.line) if part)
    return "!".join(part for part in (place.sheet, place.cell) if part)


def runs(cells: Iterable[str]) -> str:
    """Cells as one says them: those below one another as a run, the last of many left out."""
    places = sorted((place[1], place[0]) for cell in cells if (place := at(cell)))
    said = []
    for (column, _), group in groupby(enumerate(places), key=lambda one: (one[1][0], one[1][1] - one[0])):
        rows = [row for _, (_, row) in group]
        name = column_letters(column - 1)
        said.append(f"{name}{rows[0]}" if len(rows) == 1 else f"{name}{rows[0]}–{name}{rows[-1]}")
    return ", ".join(said[:_MOST_CELLS]) + (", …" if len(said) > _MOST_CELLS else "")


def _indicator(finding: Finding, language: Language, names: Mapping[str, Text]) -> str:
    said = finding.spoken(language)
    code = next((said[name] for name in _CODE if said.get(name)), "")
    name = said.get("name") or (names[code].to(language) if code in names else "")
    return f"{name} ({code})" if name and code and name != code else name or code


def _typed(finding: Finding) -> str:
    """What a cell says letter for letter, unless the text is somebody's explanation."""
    values = dict(finding.values)
    typed = values.get(_TYPED)
    return typed if isinstance(typed, str) and finding.place.cell and "about" not in values else ""


def _figure(finding: Finding, names: Iterable[str], language: Language) -> str:
    """The first of some values that is a figure or a day; counts of rows and names of columns and forms are none."""
    values, said = dict(finding.values), finding.spoken(language)
    for name in names:
        value = values.get(name)
        is_text = isinstance(value, str | Text) and finding.place.cell and value not in {"", finding.place.cell}
        if isinstance(value, Decimal | dt.date) or (is_text and any(letter.isdigit() for letter in said[name])):
            return said[name]
    return ""
