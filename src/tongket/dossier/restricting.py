"""A workbook of which only some parts still count: the other parts came again, corrected, in another file."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tongket.dossier.form import (
    EVIDENCE_PART,
    META_SHEET,
    NARRATIVE_PART,
    EvidenceColumn,
    FormMeta,
    NarrativeColumn,
    ReportForm,
)
from tongket.dossier.grid import Book, Grid
from tongket.dossier.identity import laid_out_as, only_parts
from tongket.dossier.matching import Sheet, coded_rows, meta_of, parts_by_sheet, sheets_of

_WRITTEN = {NARRATIVE_PART: NarrativeColumn, EVIDENCE_PART: EvidenceColumn}


def parts_in(book: Book, form: ReportForm) -> tuple[str, ...]:
    """Return the parts of a form that a workbook holds: those it names itself, else those it is seen to hold."""
    meta = meta_of(book)
    if meta and meta.parts:
        return meta.parts
    sheets = sheets_of(book)
    figures = parts_by_sheet(form.parts, coded_rows(sheets))
    kinds = {sheet.kind for sheet in sheets}
    written = {code for code, kind in _WRITTEN.items() if kind in kinds}
    return tuple(part.code for part in form.parts if part.code in figures or part.code in written)


def only(book: Book, form: ReportForm, parts: Sequence[str]) -> Book:
    """Return a workbook without the parts of the form that do not count any longer; cells keep their addresses."""
    gone = tuple(part for part in form.parts if part.code not in parts)
    if not gone:
        return book
    sheets = sheets_of(book)
    coded, held = coded_rows(sheets), parts_by_sheet(form.parts, coded_rows(sheets))
    needed = {sheet.grid.name for code, sheet in held.items() if code in parts}
    dropped = {sheet.grid.name for part in gone for sheet in _sheets_of_part(part.code, sheets, held)} - needed
    blank = {
        (row.sheet.grid.name, row.number)
        for part in gone
        for one in part.rows
        for row in coded.get(one.code.upper(), ())
    }
    grids = tuple(_blanked(grid, blank) for grid in book.grids if grid.name not in dropped)
    meta = meta_of(book)
    return replace(book, grids=_told_anew(grids, meta, form, tuple(parts)) if meta else grids)


def _sheets_of_part(code: str, sheets: Sequence[Sheet], held: Mapping[str, Sheet]) -> Iterator[Sheet]:
    if code in held:
        yield held[code]
    yield from (sheet for sheet in sheets if sheet.kind is _WRITTEN.get(code))


def _blanked(grid: Grid, blank: set[tuple[str, int]]) -> Grid:
    numbers = {number for name, number in blank if name == grid.name}
    if not numbers:
        return grid
    return replace(grid, rows=tuple(() if at in numbers else row for at, row in enumerate(grid.rows)))


def _told_anew(grids: tuple[Grid, ...], meta: FormMeta, form: ReportForm, parts: tuple[str, ...]) -> tuple[Grid, ...]:
    """Let the hidden sheet say which parts are left, so that nobody misses the others."""
    layout = only_parts(form, parts).layout_hash if laid_out_as(form, meta) else meta.layout_hash
    pairs = replace(meta, parts=parts, layout_hash=layout).pairs()
    hidden = Grid(META_SHEET, tuple(pairs), hidden=True)
    others = (grid for grid in grids if not any(row and row[0] == "schema" for row in grid.rows[:40]))
    return (*others, hidden)
