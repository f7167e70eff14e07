"""Checks a returned form: all that is wrong in it, each at its cell, in one run, and what can be taken from it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Final

from tongket.dossier import row_checks, totals
from tongket.dossier import rows as rows_of
from tongket.dossier.answers import AnsweredRow, OpenCells, Reading
from tongket.dossier.cut_off import cut_off_of
from tongket.dossier.explanations import explained, was_asked
from tongket.dossier.facts import Dossier, ReportedFigure, StatedAbsence
from tongket.dossier.findings_of_forms import NOT_OUR_FORM
from tongket.dossier.form import KIND_OF, FormColumn, FormMeta, FormPart, IssuedForm, ReportForm
from tongket.dossier.glance import rows_to_look_at
from tongket.dossier.grid import Book
from tongket.dossier.identity import laid_out_as, refusals, remarks
from tongket.dossier.matching import Sheet, coded_rows, meta_of, parts_by_sheet, sheets_of
from tongket.dossier.printed import printed_in
from tongket.dossier.rows import Layout, Located, locate
from tongket.dossier.unicode_text import in_unicode
from tongket.dossier.wording import Says
from tongket.dossier.written_parts import parts_written, read_evidence, read_narratives
from tongket.words import Finding, Place

LAYOUT_CHECKS: Final[tuple[Callable[[Layout], Iterator[Finding]], ...]] = (
    rows_of.sheets_missing,
    rows_of.columns_changed,
    rows_of.rows_unasked,
)
"""What is looked at before any cell is read."""
ROW_CHECKS: Final[tuple[Callable[[Reading, AnsweredRow], Iterable[Finding]], ...]] = (
    row_checks.labels_changed,
    row_checks.printed_changed,
    row_checks.wrong_measure,
    row_checks.jump,
    row_checks.to_date_above_year,
    row_checks.absences,
    row_checks.after_cut_off,
    row_checks.hidden_row,
)
"""What is looked at in every row that a glance does not pass; the first three may find a figure that is not taken."""
CHECKS: Final[tuple[Callable[[Reading], Iterator[Finding]], ...]] = (
    totals.parts_make_totals,
    totals.looks_copied,
    totals.hidden_sheets_and_columns,
)
"""What is looked at over several rows."""


def check_book(book: Book, form: ReportForm, issued: IssuedForm | None = None) -> Dossier:
    """Read a returned workbook against the form in force and return what it says, with all that was found.

    Its words are held against the tables when the files of all departments lie together (`narrative_check`).

    `issued` is what is remembered of the form that was handed out; the closed cells are compared with it, not with a
    plan that may have changed since. Of a form of another unit or purpose, or a workbook that is no form, nothing is
    taken.
    """
    meta = meta_of(book)
    refused = tuple(refusals(book, form, meta))
    if refused:
        return _dossier(book, form, meta, findings=refused)
    book, converted = in_unicode(book)
    sheets = sheets_of(book)
    if not sheets:
        return _dossier(book, form, meta, findings=(*converted, NOT_OUR_FORM.at(Place(book.file))))
    layout = _layout(book, form, meta, sheets)
    located, lost = locate(layout)
    cut_off, late = cut_off_of(book, form, sheets) if _is_of_the_period(form, meta) else (form.cut_off, ())
    reading = Reading(book, form, issued, printed_in(form, meta, issued), _answered(layout, located), cut_off)
    narratives, of_words = read_narratives(book, form, sheets)
    evidence, of_evidence = read_evidence(book, form, sheets)
    findings = (
        *remarks(layout, meta, issued, _not_there(layout, located, meta)),
        *converted,
        *late,
        *(finding for check in LAYOUT_CHECKS for finding in check(layout)),
        *lost,
        *rows_of.rows_moved(layout, located),
        *_judged(reading),
        *of_words,
        *of_evidence,
    )
    figures, absences = _taken(reading)
    words = parts_written(sheets, narratives, evidence, of_words)
    filled = {row.part.code for row in reading.rows if row.is_answered} | set(words)
    return replace(
        _dossier(book, form, meta, findings=findings),
        parts=tuple(part.code for part in form.parts if part.code in filled),
        held=tuple(part.code for part in layout.parts if rows_of.is_there(layout, part)),
        cut_off=cut_off,
        figures=figures,
        absences=absences,
        narratives=narratives,
        evidence=evidence,
    )


def _dossier(book: Book, form: ReportForm, meta: FormMeta | None, findings: tuple[Finding, ...]) -> Dossier:
    name = meta.form if meta else ""
    return Dossier(form.org_unit, form.period, (book.file,), name, cut_off=form.cut_off, findings=findings)


def _layout(book: Book, form: ReportForm, meta: FormMeta | None, sheets: tuple[Sheet, ...]) -> Layout:
    coded = coded_rows(sheets)
    by_part = parts_by_sheet(form.parts, coded)
    parts = tuple(part for part in form.parts if _in_scope(part, meta, by_part))
    return Layout(book, form, parts, sheets, by_part, coded, laid_out_as(form, meta))


def _in_scope(part: FormPart, meta: FormMeta | None, by_part: dict[str, Sheet]) -> bool:
    """Whether a file should hold a part: what it says of itself decides, and where it says nothing, what it holds."""
    return part.code in meta.parts if meta and meta.parts else part.code in by_part


def _is_of_the_period(form: ReportForm, meta: FormMeta | None) -> bool:
    """Whether what a form says of its days can be believed; that it is another year's is said once, for the file."""
    return meta is None or meta.period == form.period


def _not_there(layout: Layout, located: tuple[Located, ...], meta: FormMeta | None) -> int:
    """Count the rows that were not found; how another year's form was divided says nothing of this year's."""
    parts = layout.parts if _is_of_the_period(layout.form, meta) else layout.form.parts
    return sum(len(part.rows) for part in parts) - len(located)


def _answered(layout: Layout, located: tuple[Located, ...]) -> tuple[AnsweredRow, ...]:
    open_cells = {id(sheet): OpenCells.of(layout.book, sheet, layout.open_columns) for sheet in layout.sheets}
    return tuple(open_cells[id(one.sheet)].answered(one) for one in located)


def _judged(reading: Reading) -> Iterator[Finding]:
    """Give the findings of every row, explained where the unit explains them, then those over several rows."""
    for row in rows_to_look_at(reading):
        for check in ROW_CHECKS:
            if found := check(reading, row):
                row.findings.extend(found)
    over_rows = [finding for check in CHECKS for finding in check(reading)]
    for row in reading.rows:
        if row.findings:
            yield from explained(row, row.findings)
    yield from over_rows


def _taken(reading: Reading) -> tuple[tuple[ReportedFigure, ...], tuple[StatedAbsence, ...]]:
    figures: list[ReportedFigure] = []
    absences: list[StatedAbsence] = []
    form, cut_off, place = reading.form, reading.cut_off, reading.book.place
    for row in reading.rows:
        asked, said, columns = row.row, _said_of(row), row.sheet.columns
        for column, amount in row.figures.items():
            figures.append(
                ReportedFigure(
                    form.org_unit, asked.indicator, form.period, KIND_OF[column], amount, asked.breakdown,
                    asked.measure, cut_off if column is not FormColumn.ACTUAL else None,
                    illustrative=form.illustrative, place=place(row.sheet.grid, row.number, columns[column]), **said,
                )
            )  # fmt: skip
        for column, absence in row.absences.items():
            about = (form.org_unit, asked.indicator, asked.breakdown, form.period, KIND_OF[column])
            absences.append(StatedAbsence(*about, absence, reading.place(row, column)))
    return tuple(figures), tuple(absences)


def _said_of(row: AnsweredRow) -> Says:
    if not row.explanation:
        return {}
    return {"explanation" if was_asked(row.findings) else "note": row.explanation}
