"""The list of findings of one file, as its unit reads it: by sheet, the gravest first, what is alike said once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from tongket.files import marked_words as words
from tongket.files.csv_rows import column_letters
from tongket.files.xlsx_xml import at
from tongket.words import Finding, Language, Severity

INDICATOR: Final = ("indicator", "name", "row", "address", "code")
IN_FILE: Final = ("value", "text", "found", "actual", "total", "stated")
COMPARED: Final = ("expected", "plan", "printed", "sum", "issued", "last_year", "limit")
"""Under which names the values of a finding fill the columns; of several the first."""
_NAMES_OF_A_PLACE: Final = {"cell", "column", "line", *INDICATOR}
_WEIGHT: Final = list(Severity)
_MOST_CELLS: Final = 12


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list: a finding, and the cells of those that are alike."""

    finding: Finding
    alike: tuple[str, ...] = ()

    def texts(self, language: Language) -> tuple[str, ...]:
        """What stands in the columns."""
        finding = self.finding
        values = finding.spoken(language)
        return (
            finding.severity.label.to(language),
            where(finding) or words.WHOLE_FILE.to(language),
            _first(values, INDICATOR),
            self._sentence(language),
            _first(values, IN_FILE),
            _first(values, COMPARED),
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


def _first(values: dict[str, str], names: Iterable[str]) -> str:
    return next((values[name] for name in names if values.get(name)), "")
