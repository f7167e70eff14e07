"""The parts of a form that hold words: the paragraphs of the narrative, and the list of evidence."""

from collections.abc import Iterator
from typing import Final

from tongket.dossier import findings_of_words as say
from tongket.dossier.facts import Evidence, Narrative, Section
from tongket.dossier.form import EVIDENCE_PART, NARRATIVE_PART, EvidenceColumn, NarrativeColumn, ReportForm
from tongket.dossier.form_words import SECTION_NAMES, section_named
from tongket.dossier.grid import Book, Value
from tongket.dossier.matching import Sheet
from tongket.dossier.wording import text_of
from tongket.words import Finding, Place, Text, in_each_language

REQUIRED: Final = (Section.RESULT, Section.SHORTCOMING, Section.DIRECTION)
"""The sections a review cannot be written without; context and proposals may have nothing to say."""
_CAUSE: Final = Text("nguyên nhân", "причина", "cause")
_REMEDY: Final = Text("giải pháp khắc phục", "мера", "remedy")
_BOTH: Final = Text("nguyên nhân và giải pháp khắc phục", "причина и мера", "cause and remedy")
_NOTHING: Final = frozenset({"không", "không có", "không phát sinh", "нет", "none", "-", "–", "—"})


def read_narratives(
    book: Book, form: ReportForm, sheets: tuple[Sheet, ...]
) -> tuple[tuple[Narrative, ...], tuple[Finding, ...]]:
    """Read the paragraphs of the sheet of words, several to a section; empty sections are told."""
    found: list[Narrative] = []
    findings: list[Finding] = []
    filled: set[Section] = set()
    of_words = [sheet for sheet in sheets if sheet.kind is NarrativeColumn]
    for sheet in of_words:
        for number, cells in _rows(sheet):
            text = cells.get(NarrativeColumn.TEXT, "")
            if not text:
                continue
            section = section_named(cells.get(NarrativeColumn.SECTION, ""))
            if section is None:
                findings.append(_unknown_section(book, sheet, number, cells))
                continue
            filled.add(section)
            if text.casefold().strip(" .") not in _NOTHING:
                one = _narrative(book, form, sheet, number, section, cells)
                found.append(one)
                findings.extend(_incomplete(one))
    if of_words:
        sheet = of_words[0]
        findings.extend(_missing(book, sheet, section) for section in REQUIRED if section not in filled)
    return tuple(found), tuple(findings)


def read_evidence(
    book: Book, form: ReportForm, sheets: tuple[Sheet, ...]
) -> tuple[tuple[Evidence, ...], tuple[Finding, ...]]:
    """Read the list of evidence; a code that is none of the form's is asked about."""
    found: list[Evidence] = []
    findings: list[Finding] = []
    for sheet in sheets:
        if sheet.kind is not EvidenceColumn:
            continue
        for number, cells in _rows(sheet):
            title, file = cells.get(EvidenceColumn.TITLE, ""), cells.get(EvidenceColumn.FILE, "")
            code, note = cells.get(EvidenceColumn.INDICATOR, ""), cells.get(EvidenceColumn.NOTE, "")
            if not (title or file):
                continue
            place = book.place(sheet.grid, number, sheet.columns[EvidenceColumn.TITLE])
            found.append(Evidence(title or file, file, code, note, place))
            if code and not _is_asked(code, form):
                where = book.place(sheet.grid, number, sheet.columns[EvidenceColumn.INDICATOR])
                findings.append(say.UNKNOWN_INDICATOR.at(where, cell=where.cell, code=code))
    return tuple(found), tuple(findings)


def _is_asked(code: str, form: ReportForm) -> bool:
    known = (*form.indicators, *(one for _, _, row in form.rows for one in (row.code, row.indicator)))
    return code.upper() in {one.upper() for one in known}


def parts_written(
    sheets: tuple[Sheet, ...],
    narratives: tuple[Narrative, ...],
    evidence: tuple[Evidence, ...],
    findings: tuple[Finding, ...],
) -> Iterator[str]:
    """Return the codes of the parts of words that hold anything; ‘Không có’ in a section is an answer as well."""
    has_words = any(sheet.kind is NarrativeColumn for sheet in sheets)
    empty = [finding for finding in findings if finding.code == say.WORDS_MISSING.code]
    if narratives or (has_words and len(empty) < len(REQUIRED)):
        yield NARRATIVE_PART
    if evidence:
        yield EVIDENCE_PART


def _rows(sheet: Sheet) -> Iterator[tuple[int, dict[str, str]]]:
    for number in range(sheet.name_row + 1, len(sheet.grid.rows)):
        row: tuple[Value, ...] = sheet.grid.rows[number]
        yield number, {name: text_of(row[at]) for name, at in sheet.columns.items() if at < len(row)}


def _narrative(
    book: Book, form: ReportForm, sheet: Sheet, number: int, section: Section, cells: dict[str, str]
) -> Narrative:
    return Narrative(
        section,
        Text(cells[NarrativeColumn.TEXT]),
        Text(cells.get(NarrativeColumn.CAUSE, "")),
        Text(cells.get(NarrativeColumn.REMEDY, "")),
        form.org_unit,
        book.place(sheet.grid, number, sheet.columns[NarrativeColumn.TEXT]),
    )


def _unknown_section(book: Book, sheet: Sheet, number: int, cells: dict[str, str]) -> Finding:
    place = book.place(sheet.grid, number, sheet.columns[NarrativeColumn.SECTION])
    sections = in_each_language(lambda language: " · ".join(name.to(language) for name in SECTION_NAMES.values()))
    text = cells.get(NarrativeColumn.SECTION, "") or "…"
    return say.UNKNOWN_SECTION.at(place, cell=place.cell, text=text, sections=sections)


def _missing(book: Book, sheet: Sheet, section: Section) -> Finding:
    """Tell of an empty section at its first row, where it can be filled in; at the sheet where it has none."""
    name = SECTION_NAMES[section]
    rows = (
        number for number, cells in _rows(sheet) if section_named(cells.get(NarrativeColumn.SECTION, "")) is section
    )
    first = next(rows, None)
    place = Place(book.file, sheet.grid.name)
    if first is not None:
        place = book.place(sheet.grid, first, sheet.columns[NarrativeColumn.TEXT])
    return say.WORDS_MISSING.at(place, sheet=sheet.grid.name, section=name)


def _incomplete(one: Narrative) -> Iterator[Finding]:
    if one.section is not Section.SHORTCOMING or one.place is None:
        return
    missing = {(True, True): None, (False, True): _CAUSE, (True, False): _REMEDY, (False, False): _BOTH}
    lacks = missing[bool(one.cause.vi), bool(one.remedy.vi)]
    if lacks:
        yield say.CAUSE_MISSING.at(one.place, cell=one.place.cell, missing=lacks)
