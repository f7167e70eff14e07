"""A report form as an Excel workbook: a guide, a sheet for each part, and what the form says of itself, out of sight.

The same form gives the same bytes, and opens in Excel 2010 and later and in LibreOffice.
"""

import datetime as dt
import io
from collections.abc import Iterable, Sequence
from typing import Final

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from tongket.dossier import Section
from tongket.dossier.form import (
    EVIDENCE_PART,
    EVIDENCE_ROWS,
    FIRST_ROW,
    GUIDE_SHEET,
    LISTS_SHEET,
    META_SHEET,
    NARRATIVE_ROWS,
    EvidenceColumn,
    FormMeta,
    FormPart,
    NarrativeColumn,
    ReportForm,
)
from tongket.dossier.form_words import SECTION_NAMES
from tongket.files import form_said as said
from tongket.files.form_figures import FiguresSheet
from tongket.files.form_guide import write_guide
from tongket.files.form_look import FILLED, GREEN, LOCKED, OFFERED, FormLook
from tongket.words import Language

PROPERTY: Final = "tongket-form"
"""The custom property of the document that holds the id of the form."""
_NARRATIVE_WIDTHS: Final = (24, 78, 42, 42)
_EVIDENCE_WIDTHS: Final = (70, 44, 16, 50)
_PARAGRAPH_HEIGHT: Final = 66
_EVIDENCE_HEIGHT: Final = 30


def written(form: ReportForm, language: Language = "vi") -> bytes:
    """Return the workbook of a form, with its heads and instructions in a language."""
    out = io.BytesIO()
    with Workbook(out, {"in_memory": True}) as book:
        made = dt.datetime.combine(form.period.first, dt.time(), dt.UTC)  # of its period, not of its making
        look = FormLook(book, form, language)
        book.set_properties({"title": look.id, "created": made})
        book.set_custom_property(PROPERTY, look.id)
        guide = look.sheet(GUIDE_SHEET, landscape=False)
        for part in form.parts:
            _write_part(look, part)
        if form.part(EVIDENCE_PART):
            _write_hidden(book, LISTS_SHEET, [(code,) for code in form.indicators])
        _write_hidden(book, META_SHEET, FormMeta.of(form).pairs())
        write_guide(look, guide)
    return out.getvalue()


def _write_part(look: FormLook, part: FormPart) -> None:
    if part.is_figures:
        FiguresSheet(look, part).write()
    elif part.code == EVIDENCE_PART:
        _write_evidence(look, part)
    else:
        _write_narrative(look, part)


def _write_narrative(look: FormLook, part: FormPart) -> None:
    """Offer a few paragraphs for each section; its name stands in every row, so that a row moved keeps its meaning."""
    sheet, language = look.sheet(part.sheet), look.language
    heads = [(said.NARRATIVE_HEADS[column].to(language), str(column)) for column in NarrativeColumn]
    look.head(sheet, part.title.to(language), said.HELP_WORDS.to(language), heads, _NARRATIVE_WIDTHS)
    wrapped = {"text_wrap": True, "valign": "top", "align": "left"}
    at = FIRST_ROW
    for section, count in NARRATIVE_ROWS.items():
        for _ in range(count):
            name = SECTION_NAMES[section].to(language)
            sheet.write_string(
                at, NarrativeColumn.SECTION.position, name, look.boxed(bg_color=LOCKED, indent=1, **wrapped)
            )
            sheet.write_blank(at, NarrativeColumn.TEXT.position, None, look.open(OFFERED, **wrapped))
            answered = section is Section.SHORTCOMING
            for column in (NarrativeColumn.CAUSE, NarrativeColumn.REMEDY):
                cell = look.open(OFFERED, **wrapped) if answered else look.boxed(bg_color=LOCKED)
                sheet.write_blank(at, column.position, None, cell)
            sheet.set_row(at, _PARAGRAPH_HEIGHT)
            at += 1
    _finish_list(look, sheet, at - 1, (1, len(NarrativeColumn) - 1))
    look.end(sheet, at - 1, len(NarrativeColumn), 1)


def _write_evidence(look: FormLook, part: FormPart) -> None:
    """Offer rows for documents; an indicator is chosen from the codes of the form, or left out."""
    sheet, language = look.sheet(part.sheet), look.language
    heads = [(said.EVIDENCE_HEADS[column].to(language), str(column)) for column in EvidenceColumn]
    look.head(sheet, part.title.to(language), said.HELP_EVIDENCE.to(language), heads, _EVIDENCE_WIDTHS)
    last = FIRST_ROW + EVIDENCE_ROWS - 1
    for at in range(FIRST_ROW, last + 1):
        for column in EvidenceColumn:
            sheet.write_blank(at, column.position, None, look.open(OFFERED, text_wrap=True))
        sheet.set_row(at, _EVIDENCE_HEIGHT)
    codes = EvidenceColumn.INDICATOR.position
    if look.form.indicators:
        source = f"='{LISTS_SHEET}'!$A$1:$A${len(look.form.indicators)}"
        offered = {"validate": "list", "source": source, "show_error": False}
        sheet.data_validation(FIRST_ROW, codes, last, codes, offered)
    _finish_list(look, sheet, last, (0, len(EvidenceColumn) - 1))
    look.end(sheet, last, len(EvidenceColumn), 0)


def _finish_list(look: FormLook, sheet: Worksheet, last: int, columns: tuple[int, int]) -> None:
    """Let filled cells turn white, and begin where the first answer goes."""
    filled = look.book.add_format({"bg_color": FILLED})
    sheet.conditional_format(FIRST_ROW, columns[0], last, columns[1], {"type": "no_blanks", "format": filled})
    sheet.set_tab_color(GREEN)
    sheet.set_selection(FIRST_ROW, columns[0], FIRST_ROW, columns[0])


def _write_hidden(book: Workbook, name: str, rows: Iterable[Sequence[str]]) -> None:
    """Write a sheet that no menu offers to show; a program that does not know "very hidden" hides it plainly."""
    sheet = book.add_worksheet(name)
    for at, texts in enumerate(rows):
        for column, text in enumerate(texts):
            sheet.write_string(at, column, text)
    sheet.very_hidden()
