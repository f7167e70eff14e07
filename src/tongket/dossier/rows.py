"""Takes each row of the form from where it now stands, and says which are missing, twice, moved, unknown or added."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Final, NamedTuple

from tongket.dossier import findings_of_forms as say
from tongket.dossier.form import (
    EVIDENCE_PART,
    FIRST_ROW,
    KIND_OF,
    OPEN_COLUMNS,
    EvidenceColumn,
    FormColumn,
    FormPart,
    FormRow,
    NarrativeColumn,
    ReportForm,
)
from tongket.dossier.grid import Book, Value, cell_name
from tongket.dossier.matching import Coded, Sheet
from tongket.dossier.wording import COLUMN_NAMES, Says, shown, text_of
from tongket.words import Finding, Place, Text, in_each_language


class Located(NamedTuple):
    """A row of the form and where it stands in the file."""

    part: FormPart
    row: FormRow
    sheet: Sheet
    number: int


@dataclass(frozen=True, slots=True)
class Layout:
    """A form found again in a workbook: its parts in scope, their sheets, and where every row of it stands."""

    book: Book
    form: ReportForm
    parts: tuple[FormPart, ...]
    sheets: tuple[Sheet, ...]
    by_part: Mapping[str, Sheet]
    coded: Mapping[str, Sequence[Coded]]
    same_layout: bool

    @property
    def open_columns(self) -> tuple[FormColumn, ...]:
        """The columns of figures a unit fills in."""
        return OPEN_COLUMNS[self.form.stage]


_FIGURES: Final = tuple(KIND_OF)


def locate(layout: Layout) -> tuple[tuple[Located, ...], tuple[Finding, ...]]:
    """Return every row that was found, in the order of the form, with what is to be said of the others."""
    located: list[Located] = []
    findings: list[Finding] = []
    for part in layout.parts:
        sheet = layout.by_part.get(part.code)
        if sheet is None:
            continue
        for row in part.rows:
            where = layout.coded.get(row.code.upper(), ())
            if len(where) == 1:
                located.append(Located(part, row, where[0].sheet, where[0].number))
            elif where:
                taken, said = _one_of(layout, row, where)
                findings.append(said)
                if taken:
                    located.append(Located(part, row, taken.sheet, taken.number))
            else:
                place = Place(layout.book.file, sheet.grid.name)
                findings.append(say.ROW_MISSING.at(place, name=row.name, code=row.code))
    return tuple(located), tuple(findings)


def _one_of(layout: Layout, row: FormRow, where: Sequence[Coded]) -> tuple[Coded | None, Finding]:
    """Choose between rows under one code: the only one filled in, or the first of those that say the same."""
    first, second = where[0], where[1]
    places = [layout.book.place(one.sheet.grid, one.number, one.sheet.columns[FormColumn.CODE]) for one in where]
    about: Says = {"name": row.name, "code": row.code, "first": _spot(places[0]), "second": _spot(places[1])}
    filled = [(one, place) for one, place in zip(where, places, strict=True) if _is_filled(layout, one)]
    said = {_said(layout, one) for one, _ in filled}
    if len(said) > 1:
        return None, say.ROW_TWICE.at(places[0 if first == filled[0][0] else 1], **about)
    taken, place = filled[0] if filled else (first, places[0])
    return taken, say.ROW_REPEATED.at(places[1] if taken != second else places[0], taken=_spot(place), **about)


def _spot(place: Place) -> str:
    return f"{place.sheet}!{place.cell}"


def _said(layout: Layout, one: Coded) -> tuple[Value, ...]:
    return tuple(_at(one, column) for column in layout.open_columns)


def _is_filled(layout: Layout, one: Coded) -> bool:
    return any(value is not None and text_of(value) != "" for value in _said(layout, one))


def _at(one: Coded, column: FormColumn) -> Value:
    at = one.sheet.columns.get(column)
    return None if at is None else one.sheet.grid.at(one.number, at)


# What the sheets themselves look like


def sheets_missing(layout: Layout) -> Iterator[Finding]:
    """Find parts of the form that have no sheet in the file."""
    for part in layout.parts:
        if not is_there(layout, part):
            yield say.SHEET_MISSING.at(Place(layout.book.file), sheet=part.sheet, part=part.title)


def is_there(layout: Layout, part: FormPart) -> bool:
    """Whether a part of the form has a sheet in the file; one that asks for no figure needs none."""
    if part.is_figures:
        return part.code in layout.by_part or not part.rows
    kind = EvidenceColumn if part.code == EVIDENCE_PART else NarrativeColumn
    return any(sheet.kind is kind for sheet in layout.sheets)


def columns_changed(layout: Layout) -> Iterator[Finding]:
    """Find columns that are missing, twice, moved, or none of the form's."""
    for sheet in _sheets_of_figures(layout):
        yield from _missing_or_twice(layout, sheet)
        yield from _moved_columns(layout, sheet)
        yield from _extra_columns(layout, sheet)


def _sheets_of_figures(layout: Layout) -> Iterable[Sheet]:
    return {id(sheet): sheet for sheet in layout.by_part.values()}.values()


def _missing_or_twice(layout: Layout, sheet: Sheet) -> Iterator[Finding]:
    for column in (*layout.open_columns, FormColumn.MEASURE):
        if column not in sheet.columns:
            place = Place(layout.book.file, sheet.grid.name)
            yield say.COLUMN_MISSING.at(place, sheet=sheet.grid.name, column=COLUMN_NAMES[column])
    for name, second in sheet.twice.items():
        first = sheet.columns[name]
        place = layout.book.place(sheet.grid, sheet.name_row, second)
        letters = {"first": _letters(first), "second": _letters(second)}
        yield say.COLUMN_TWICE.at(place, column=COLUMN_NAMES[FormColumn(name)], **letters)


def _moved_columns(layout: Layout, sheet: Sheet) -> Iterator[Finding]:
    """Tell of each run of columns that moved together once, by its first."""
    shift = 0
    for name, at in sheet.columns.items():
        column = FormColumn(name)
        if at - column.position not in (0, shift):
            place = layout.book.place(sheet.grid, sheet.name_row, at)
            where = {"found": _letters(at), "expected": _letters(column.position)}
            yield say.COLUMN_MOVED.at(place, column=COLUMN_NAMES[column], **where)
        shift = at - column.position


def _extra_columns(layout: Layout, sheet: Sheet) -> Iterator[Finding]:
    known = {*sheet.columns.values(), *sheet.twice.values()}
    rows = sheet.grid.rows[sheet.name_row + 1 :]
    strange = (at for at in range(max(map(len, rows), default=0)) if at not in known)
    filled = [at for at in strange if any(at < len(row) and row[at] is not None for row in rows)]
    for _, run in groupby(enumerate(filled), key=lambda one: one[1] - one[0]):
        ends = [at for _, at in run]
        place = layout.book.place(sheet.grid, sheet.name_row, ends[0])
        yield say.EXTRA_COLUMN.at(place, column="–".join(dict.fromkeys((_letters(ends[0]), _letters(ends[-1])))))


def rows_moved(layout: Layout, located: Sequence[Located]) -> Iterator[Finding]:
    """Tell of each run of rows that moved together once, by its first; after a change of layout nothing can be told."""
    if not layout.same_layout:
        return
    shift: dict[str, int] = {}
    expected = {row.code: FIRST_ROW + at for part in layout.parts for at, row in enumerate(part.rows)}
    for one in sorted(located, key=lambda one: (one.part.code, one.number)):
        moved = one.number - expected[one.row.code]
        if moved not in (0, shift.get(one.part.code, 0)):
            place = layout.book.place(one.sheet.grid, one.number, one.sheet.columns[FormColumn.CODE])
            where: Says = {"found": one.number + 1, "expected": expected[one.row.code] + 1}
            yield say.ROW_MOVED.at(place, name=one.row.name, row=one.row.code, **where)
        shift[one.part.code] = moved


def rows_unasked(layout: Layout) -> Iterator[Finding]:
    """Find rows under a code the form does not have, and rows of the unit's own, which are kept as notes."""
    asked = {row.code.upper() for _, _, row in layout.form.rows}
    for code, where in layout.coded.items():
        if code in asked:
            continue
        for one in where:
            values = [value for column in _FIGURES if (value := _at(one, column)) is not None and text_of(value)]
            if code:
                place = layout.book.place(one.sheet.grid, one.number, one.sheet.columns[FormColumn.CODE])
                yield say.UNKNOWN_CODE.at(place, cell=place.cell, code=code)
            elif any(isinstance(value, Decimal) or text_of(value)[:1].isdigit() for value in values):
                yield _own_row(layout, one, values)


def _own_row(layout: Layout, one: Coded, values: Sequence[Value]) -> Finding:
    name, measure = text_of(_at(one, FormColumn.NAME)), text_of(_at(one, FormColumn.MEASURE))
    place = layout.book.place(one.sheet.grid, one.number, one.sheet.columns.get(FormColumn.NAME, 0))
    texts = [shown(value) for value in values]
    said = in_each_language(
        lambda language: f"{'; '.join(text.to(language) for text in texts)}{' ' if measure else ''}{measure}"
    )
    return say.EXTRA_ROW.at(place, row=one.number + 1, name=Text(name or "…"), values=said)


def _letters(column: int) -> str:
    return cell_name(0, column)[:-1]
