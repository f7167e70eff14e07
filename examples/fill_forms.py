"""Issue report forms and fill them in as the units would: figures, explanations, words, evidence.

A form is filled by what stands in it, the small names under the heads and the codes of the rows, so nothing here
knows where a cell lies. What openpyxl leaves of the clock is taken out, so the same form and rows give the same bytes.
"""

import datetime as dt
import io
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Final

from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tongket.desk.issuing import IssueRequest, issue_forms
from tongket.dossier import Absence, Section
from tongket.dossier.form import (
    EVIDENCE_PART,
    NAME_ROW,
    NARRATIVE_PART,
    PART_CODES,
    SHEETS,
    EvidenceColumn,
    FormColumn,
    FormStage,
    NarrativeColumn,
)
from tongket.dossier.form_words import ABSENCE_NAMES, section_named
from tongket.files.zips import settled

Row = Mapping[str, str]
_NAMES: Final = NAME_ROW + 1  # openpyxl counts from 1


def issued(folder: Path, org_unit: str, stage: FormStage, on: dt.date) -> bytes:
    """Issue the form of an org unit of a year folder, which remembers it in `record/`, and return it."""
    with tempfile.TemporaryDirectory() as place:
        out = Path(place) / "form.xlsx"
        told = issue_forms(folder, IssueRequest((org_unit,), stage=stage, issued_on=on, out=out))
        if not told.forms:
            raise ValueError(f"{folder}: {told.findings}")
        return out.read_bytes()


def filled(
    form: bytes, figures: Mapping[str, Row], words: Iterable[Row] = (), evidence: Iterable[Row] = (), *, on: dt.date
) -> bytes:
    """Return a form with its open cells filled in.

    `figures` gives for the code of a row what is typed under each name (`estimate`, `explanation` …): a number, a day,
    or the code of an absence. `words` and `evidence` are rows under the names of their columns. `on` is the day of
    filling, which the file carries.
    """
    book = load_workbook(io.BytesIO(form))
    _fill_figures(book, figures)
    _fill_words(book, words)
    _fill_evidence(book, evidence)
    made = io.BytesIO()
    book.save(made)
    return settled(made.getvalue(), on)


def _fill_figures(book: Workbook, figures: Mapping[str, Row]) -> None:
    left = set(figures)
    for sheet in (book[SHEETS[code]] for code in PART_CODES.values() if SHEETS[code] in book.sheetnames):
        names = _columns(sheet)
        for line in range(_NAMES + 1, sheet.max_row + 1):
            code = sheet.cell(line, names[FormColumn.CODE]).value
            for name, text in figures.get(str(code), {}).items():
                if text:
                    sheet.cell(line, names[name]).value = typed(text)
            left.discard(str(code))
    if left:
        raise ValueError(f"the form does not ask for {', '.join(sorted(left))}.")


def typed(text: str) -> Decimal | dt.date | str:
    """Return what a hand would type: a number or a day as such, the word for an absence, after `=` a text."""
    if text.startswith("="):
        return text[1:]  # typed as text, whatever it looks like
    if text in list(Absence):
        return ABSENCE_NAMES[Absence(text)].vi
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        pass
    try:
        return Decimal(text)
    except ArithmeticError:
        return text


def cell_of(book: Workbook, code: str, column: FormColumn) -> Cell:
    """Return the cell of a row and a column of the form."""
    for sheet in (book[SHEETS[part]] for part in PART_CODES.values() if SHEETS[part] in book.sheetnames):
        names = _columns(sheet)
        for line in range(_NAMES + 1, sheet.max_row + 1):
            if sheet.cell(line, names[FormColumn.CODE]).value == code:
                return sheet.cell(line, names[column])
    raise KeyError(code)


def _fill_words(book: Workbook, words: Iterable[Row]) -> None:
    sheet = book[SHEETS[NARRATIVE_PART]]
    names = _columns(sheet)
    places: dict[Section, Iterator[int]] = {}
    for section in Section:
        said = ((n, sheet.cell(n, names[NarrativeColumn.SECTION]).value) for n in range(_NAMES + 1, sheet.max_row + 1))
        places[section] = iter([line for line, text in said if section_named(str(text)) is section])
    for row in words:
        line = next(places[Section(row["section"])])
        for name in (NarrativeColumn.TEXT, NarrativeColumn.CAUSE, NarrativeColumn.REMEDY):
            if row.get(name):
                sheet.cell(line, names[name]).value = row[name]


def _fill_evidence(book: Workbook, evidence: Iterable[Row]) -> None:
    sheet = book[SHEETS[EVIDENCE_PART]]
    names = _columns(sheet)
    for line, row in enumerate(evidence, start=_NAMES + 1):
        for name in EvidenceColumn:
            if row.get(name):
                sheet.cell(line, names[name]).value = row[name]


def _columns(sheet: Worksheet) -> dict[str, int]:
    return {str(cell.value): cell.column for cell in sheet[_NAMES] if cell.value}
