"""Turns cells typed before Unicode into what they meant, before anything else is read, and says how many to look at."""

from collections import Counter
from dataclasses import replace

from tongket.dossier.findings_of_forms import OLD_FONT
from tongket.dossier.grid import Book, Grid
from tongket.words import Finding, Place, Text
from tongket.words.old_encodings import OldEncoding, encoding_of_font, guess_encoding, is_capitals_font, to_unicode

_NO_FONT = Text("không rõ phông", "шрифт неизвестен", "font not known")
_Count = Counter[tuple[OldEncoding, str]]


def in_unicode(book: Book) -> tuple[Book, tuple[Finding, ...]]:
    """Return the workbook with all its text in Unicode, and a note for each old font met.

    The font decides; where no fonts are known (.xls), only what can be nothing else is turned.
    """
    counted: _Count = Counter()
    if any(grid.old_fonts for grid in book.grids):
        book = replace(book, grids=tuple(_by_font(grid, counted) for grid in book.grids))
    elif book.format == "xls":
        book = replace(book, grids=tuple(_by_guess(grid, counted) for grid in book.grids))
    place = Place(book.file)
    told = (
        OLD_FONT.at(place, encoding=encoding.value, font=font or _NO_FONT, count=count)
        for (encoding, font), count in counted.items()
    )
    return book, tuple(told)


def _by_font(grid: Grid, counted: _Count) -> Grid:
    if not grid.old_fonts:
        return grid
    rows = [list(row) for row in grid.rows]
    for (row, column), font in grid.old_fonts.items():
        value, encoding = grid.at(row, column), encoding_of_font(font)
        if isinstance(value, str) and encoding:
            text = to_unicode(value, encoding, capitals=is_capitals_font(font))
            if text != value:
                rows[row][column] = text
                counted[encoding, font] += 1
    return replace(grid, rows=tuple(tuple(row) for row in rows))


def _by_guess(grid: Grid, counted: _Count) -> Grid:
    rows = [list(row) for row in grid.rows]
    for row in rows:
        for column, value in enumerate(row):
            if isinstance(value, str) and not value.isascii() and (encoding := guess_encoding(value)):
                row[column] = to_unicode(value, encoding)
                counted[encoding, ""] += 1
    return replace(grid, rows=tuple(tuple(row) for row in rows))
