"""Reads any workbook a unit sends back into grids of values, or says in one sentence why it was not read.

The gate comes first, then the marks of each sheet, then python-calamine for the values: it is fast, and it ends the
whole process on a sheet whose cells lie too far apart, so that it only ever gets what was measured. What nobody has
measured before goes through `reading_pool`, where the loss of a process is one finding.
"""

import hashlib
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final

from tongket.dossier.grid import Book, Grid, Value, cell_name
from tongket.files import findings as say
from tongket.files.book_parts import old_styles, old_texts, outline, percent_styles, rebuilt
from tongket.files.book_values import Locked, Values, read_values
from tongket.files.classified import is_marked_name, is_marked_text, marked_drawing, may_be_marked
from tongket.files.sheet_marks import MAX_CELLS, Cell, Marks, cells_by_style, cells_by_text, marks_of, too_far
from tongket.files.sheet_shape import is_plain, is_plain_and_near, plain
from tongket.files.workbook_guard import MAX_BYTES, Package, is_old_workbook, opened
from tongket.words import Finding, Place

_NONE: Final[frozenset[Cell]] = frozenset()


def read_book(content: bytes, file: str) -> Book | Finding:
    """Read a workbook (.xlsx, .xlsm, .xls); one that is not read is one finding.

    Numbers come as the fifteen digits a spreadsheet shows, days as days, texts in composed Unicode and otherwise as
    they were typed. No formula is calculated, no macro run, no link followed.
    """
    place = Place(file)
    if is_marked_name(file):
        return say.CLASSIFIED.at(place)
    try:
        if len(content) <= MAX_BYTES and is_old_workbook(content):
            return _old_book(content, file)
        package = opened(content, file)
        return package if isinstance(package, Finding) else _book(content, package, file)
    except Locked:
        return say.LOCKED.at(place)
    except (ValueError, KeyError, OverflowError, RecursionError):
        return say.DAMAGED.at(place)


def _book(content: bytes, package: Package, file: str) -> Book | Finding:
    found = outline(package)
    sheets = []
    for sheet in found.sheets:
        xml = package.parts[sheet.part]
        if not is_plain_and_near(xml):
            xml = xml if is_plain(xml) else plain(xml)
            if far := too_far(xml):
                cell = cell_name(*far)
                return say.TOO_FAR.at(Place(file, sheet.name, cell), sheet=sheet.name, cell=cell)
        sheets.append(xml)
    old = old_styles(package, found), old_texts(package, found)
    percent = percent_styles(package, found)
    values = read_values(rebuilt(package, found, sheets), MAX_CELLS)
    grids = []
    for sheet, xml, read in zip(found.sheets, sheets, values, strict=True):
        marks = marks_of(xml, stale=found.stale)
        percents = frozenset(cell for cell, _ in cells_by_style(xml, percent)) if percent else _NONE
        fonts = {**dict(cells_by_style(xml, old[0])), **dict(cells_by_text(xml, old[1]))} if any(old) else {}
        grids.append(_grid(read, sheet.hidden, marks, fonts, percents))
    book = Book(file, _print(content), tuple(grids), has_macros=package.has_macros, has_links=package.has_links)
    if any(may_be_marked(part) for part in package.parts.values()):
        if marked := _marked(book):
            return say.CLASSIFIED.at(marked)
        if any(marked_drawing(part) for name, part in package.parts.items() if name.startswith("xl/")):
            return say.CLASSIFIED.at(Place(file))
    return book


def _old_book(content: bytes, file: str) -> Book | Finding:
    grids = tuple(
        _grid(read, read.hidden, Marks(merged=read.merged), {}, _NONE) for read in read_values(content, MAX_CELLS)
    )
    book = Book(file, _print(content), grids, format="xls")
    marked = _marked(book)
    return say.CLASSIFIED.at(marked) if marked else book


def _grid(
    read: Values,
    hidden: bool,  # noqa: FBT001 - a field of Grid
    marks: Marks,
    fonts: dict[Cell, str],
    percents: frozenset[Cell],
) -> Grid:
    rows = _with(read.rows, marks.instead) if marks.instead else read.rows
    if shown := {cell: _shown(number) for cell in percents if isinstance(number := _at(rows, cell), Decimal)}:
        rows = _with(rows, shown)
    width = max(map(len, rows), default=0)
    return Grid(
        read.name,
        tuple(rows),
        hidden,
        marks.hidden_rows,
        frozenset(column for first, end in marks.hidden_columns for column in range(first, min(end, width))),
        marks.merged,
        marks.computed,
        {cell: font for cell, font in fonts.items() if isinstance(_at(rows, cell), str)},
        percents=percents,
    )


def _shown(share: Decimal) -> Decimal:
    """Return what stands before the sign of a percentage, without a nought that says nothing."""
    return Decimal(f"{share.scaleb(2).normalize():f}")


def _with(rows: list[tuple[Value, ...]], instead: Mapping[Cell, Value]) -> list[tuple[Value, ...]]:
    """Put what stands in some cells into the rows, which may end before them."""
    by_row: dict[int, dict[int, Value]] = {}
    for (row, column), value in instead.items():
        by_row.setdefault(row, {})[column] = value
    rows = rows + [()] * (max(by_row) + 1 - len(rows))
    for number, cells in by_row.items():
        filled = [*rows[number], *[None] * (max(cells) + 1 - len(rows[number]))]
        for column, value in cells.items():
            filled[column] = value
        rows[number] = tuple(filled)
    return rows


def _at(rows: Sequence[tuple[Value, ...]], cell: Cell) -> Value:
    row, column = cell
    return rows[row][column] if row < len(rows) and column < len(rows[row]) else None


def _marked(book: Book) -> Place | None:
    """Return the first cell that bears the mark of a state secret."""
    for grid in book.grids:
        for row, values in enumerate(grid.rows):
            for column, value in enumerate(values):
                if isinstance(value, str) and is_marked_text(value):
                    return book.place(grid, row, column)
    return None


def _print(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
