"""Figures written into somebody else's template: every other cell, chart and picture stays exactly as it was."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from tongket.files import xlsx_refusals as say
from tongket.files.xlsx_book import SheetPart, WorkbookPart
from tongket.files.xlsx_cells import Cells, cells_of, fill
from tongket.files.xlsx_package import Package, office
from tongket.files.xlsx_styles import Styles
from tongket.files.xlsx_xml import MAIN, at, inside, q
from tongket.words import Refused, Text

Value = Decimal | str | dt.date
MOST_LETTERS: Final = 32_767
_FIRST_DAY: Final = dt.date(1900, 3, 1)  # before it Excel counts a 29 February 1900 that never was


def filled(content: bytes, values: Mapping[tuple[str, str], Value]) -> bytes:
    """Return a template with values written into cells, given by sheet and address; the same input, the same bytes.

    A number stands digit for digit as it was given; a day in a cell that does not show days gets a day format; an empty
    text empties the cell. Formulas are calculated anew when the file is opened. Raises `Refused`, naming the cell, for
    one that holds a formula, is hidden inside a merged area, heads an Excel table or belongs to a pivot table; and for
    a file that cannot be written into.
    """
    package = Package(content)
    book = WorkbookPart(package)
    by_sheet: dict[str, dict[str, Value]] = {}
    for (sheet, cell), value in values.items():
        by_sheet.setdefault(sheet, {})[cell] = value
    for name, wanted in by_sheet.items():
        found = book.sheet(name)
        if found is None or not found.has_cells:
            sheets = ", ".join(sheet.name for sheet in book.sheets)
            raise Refused(say.NO_SHEET.fill(sheet=name, sheets=sheets))
        _fill_sheet(package, book, found, wanted)
    if values:
        book.recalculate_on_load()
    return package.written()


def _fill_sheet(package: Package, book: WorkbookPart, sheet: SheetPart, values: Mapping[str, Value]) -> None:
    cells = cells_of(package, sheet.part)
    fixed = _fixed_areas(package, sheet)
    from_1904 = book.counts_from_1904
    styles: Styles | None = None
    for name, value in values.items():
        place = _refuse_unfit(cells, fixed, sheet.name, name, value)
        cell = cells.make(place)
        fill(cell, value, from_1904=from_1904)
        if isinstance(value, dt.date):
            styles = styles or Styles(package)
            cell.set("s", styles.for_days(cell.get("s")))


def _refuse_unfit(cells: Cells, fixed: tuple[str, ...], sheet: str, name: str, value: Value) -> tuple[int, int]:
    place = at(name)
    if place is None:
        raise Refused(say.NO_CELL.fill(cell=name))
    merged = cells.merged_area(place)
    table = next((area for area in fixed if inside(place, area)), None)
    reason: Text | None = None
    if cells.is_computed(place):
        reason = say.FORMULA
    elif merged and cells.anchor(place) != place:
        reason = say.COVERED
    elif table:
        reason = say.HEADING
    elif isinstance(value, str) and len(value) > MOST_LETTERS:
        reason = say.TOO_LONG
    elif isinstance(value, dt.date) and dt.date(value.year, value.month, value.day) < _FIRST_DAY:
        reason = say.TOO_EARLY
    if reason:
        area = merged or table or ""
        raise Refused(reason.fill(cell=name, sheet=sheet, area=area, limit=str(MOST_LETTERS)))
    return place


def _fixed_areas(package: Package, sheet: SheetPart) -> tuple[str, ...]:
    """What a table's columns are named by, and what a pivot table writes anew: both are no place for values."""
    areas = []
    for part in package.linked(sheet.part, office("table")):
        table = package.tree(part)
        first, _, last = table.get("ref", "").partition(":")
        top, end = at(first), at(last or first)
        if top and end and table.get("headerRowCount", "1") != "0":
            areas.append(f"{first}:{last.rstrip('0123456789')}{top[0]}")
    for part in package.linked(sheet.part, office("pivotTable")):
        location = package.tree(part).find(q("location", MAIN))
        if location is not None:
            areas.append(location.get("ref", ""))
    return tuple(areas)
