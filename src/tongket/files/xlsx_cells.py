"""The cells of one sheet as they stand in its XML: found or made in their order, filled without losing their style."""

import datetime as dt
from bisect import bisect
from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from typing import Final

from lxml import etree

from tongket.files import xlsx_refusals as say
from tongket.files.csv_rows import column_letters
from tongket.files.xlsx_package import Package, office
from tongket.files.xlsx_xml import Element, area, at, escaped, inside, made, q
from tongket.words import Refused

_EXTENSIONS: Final = "extLst"
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_EPOCH, _MAC_EPOCH = dt.date(1899, 12, 30), dt.date(1904, 1, 1)


def cells_of(package: Package, part: str, *, change: bool = True) -> "Cells":
    """The cells of a sheet, to be changed or only looked at; positions that are no numbers are refused."""
    try:
        return Cells(package.edit(part) if change else package.tree(part))
    except ValueError as error:
        raise Refused(say.BROKEN.fill(part=part)) from error


class Cells:
    """The rows and cells of a sheet's part. Positions that the file leaves out are counted."""

    def __init__(self, root: Element) -> None:
        self.root = root
        found = root.find(q("sheetData"))
        self.data: Element = found if found is not None else made(root, "sheetData")
        self._rows: dict[int, Element] = {}
        last = 0
        for row in self.data.iterchildren(q("row")):
            last = int(row.get("r") or last + 1)
            row.set("r", str(last))
            self._rows.setdefault(last, row)
        self._numbers = sorted(self._rows)
        self._cells: dict[int, dict[int, Element]] = {}
        self.merged = tuple(one.get("ref", "") for one in root.iterfind(f"{q('mergeCells')}/{q('mergeCell')}"))

    def _in_row(self, number: int) -> dict[int, Element]:
        if number not in self._cells:
            cells: dict[int, Element] = {}
            last = 0
            for cell in self._rows[number].iterchildren(q("c")):
                place = at(cell.get("r", ""))
                last = place[1] if place else last + 1
                cells[last] = cell
            self._cells[number] = cells
        return self._cells[number]

    def find(self, place: tuple[int, int]) -> Element | None:
        """The cell at a row and column (from 1), or None."""
        return self._in_row(place[0]).get(place[1]) if place[0] in self._rows else None

    def make(self, place: tuple[int, int]) -> Element:
        """The cell at a row and column; a new one takes the style of its row or column, as in Excel."""
        cell = self.find(place)
        return cell if cell is not None else self._new_cell(place)

    def _new_cell(self, place: tuple[int, int]) -> Element:
        number, column = place
        row = self._rows[number] if number in self._rows else self._new_row(number)
        cells = self._in_row(number)
        cell = etree.Element(q("c"), r=f"{column_letters(column - 1)}{number}")
        style = self._style_around(row, column)
        if style != "0":
            cell.set("s", style)
        following = min((other for other in cells if other > column), default=None)
        if following is None:
            extension = row.find(q(_EXTENSIONS))
            row.append(cell) if extension is None else extension.addprevious(cell)
        else:
            cells[following].addprevious(cell)
        cells[column] = cell
        row.attrib.pop("spans", None)  # only a hint, and now too narrow perhaps
        self._widen(place)
        return cell

    def _new_row(self, number: int) -> Element:
        row = etree.Element(q("row"), r=str(number))
        index = bisect(self._numbers, number)
        if index:
            self._rows[self._numbers[index - 1]].addnext(row)
        else:
            self.data.insert(0, row)
        self._numbers.insert(index, number)
        self._rows[number] = row
        return row

    def _style_around(self, row: Element, column: int) -> str:
        if row.get("customFormat", "0").lower() in {"1", "true"}:
            return str(row.get("s", "0"))
        for one in self.root.iterfind(f"{q('cols')}/{q('col')}"):
            if int(one.get("min", "0")) <= column <= int(one.get("max", "0")):
                return str(one.get("style", "0"))
        return "0"

    def _widen(self, place: tuple[int, int]) -> None:
        dimension = self.root.find(q("dimension"))
        bounds = area(dimension.get("ref", "")) if dimension is not None else None
        if bounds:
            top, left = min(bounds[0], place[0]), min(bounds[1], place[1])
            bottom, right = max(bounds[2], place[0]), max(bounds[3], place[1])
            first, last = f"{column_letters(left - 1)}{top}", f"{column_letters(right - 1)}{bottom}"
            dimension.set("ref", first if first == last else f"{first}:{last}")

    def anchor(self, place: tuple[int, int]) -> tuple[int, int]:
        """The cell that shows: inside a merged area its first one."""
        found = self.merged_area(place)
        bounds = area(found) if found else None
        return bounds[:2] if bounds else place

    def merged_area(self, place: tuple[int, int]) -> str | None:
        """The merged area around a cell, or None."""
        return next((reference for reference in self.merged if inside(place, reference)), None)

    def is_computed(self, place: tuple[int, int]) -> bool:
        """Say whether a formula makes the value: one of its own, a shared one, or one that fills a whole area."""
        cell = self.find(place)
        if cell is not None and cell.find(q("f")) is not None:
            return True
        return any(inside(place, reference) for reference in self._wide_formulas)

    @cached_property
    def _wide_formulas(self) -> tuple[str, ...]:
        return tuple(f.get("ref", "") for f in self.data.iter(q("f")) if f.get("t") in {"array", "dataTable"})

    def styled(self) -> Iterator[tuple[Element, str]]:
        """Every row, cell and column with the attribute that names its style."""
        for row in self._rows.values():
            yield row, "s"
            yield from ((cell, "s") for cell in row.iterchildren(q("c")))
        yield from ((one, "style") for one in self.root.iterfind(f"{q('cols')}/{q('col')}"))


def fill(cell: Element, value: Decimal | str | dt.date, *, from_1904: bool = False) -> None:
    """Set the value of a cell that holds no formula; its style stays. A number is written digit for digit."""
    for child in [child for child in cell if etree.QName(child).localname != _EXTENSIONS]:
        cell.remove(child)
    for key in ("t", "vm"):
        cell.attrib.pop(key, None)
    if value == "":
        return
    content = etree.Element(q("v"))
    if isinstance(value, str):
        cell.set("t", "inlineStr")
        content = etree.Element(q("is"))
        text = made(content, "t", escaped(value))
        text.set(_SPACE, "preserve")
    else:
        content.text = f"{value:f}" if isinstance(value, Decimal) else str(serial(value, from_1904=from_1904))
    cell.insert(0, content)


def serial(day: dt.date, *, from_1904: bool = False) -> int:
    """The number that stands for a day in a cell."""
    civil = dt.date(day.year, day.month, day.day)
    return (civil - (_MAC_EPOCH if from_1904 else _EPOCH)).days


def text_of(package: Package, cell: Element | None) -> str:
    """The text of a cell, wherever the program that saved last has put it."""
    if cell is None:
        return ""
    if cell.get("t") == "inlineStr":
        return "".join(one.text or "" for one in cell.iter(q("t")))
    value = cell.findtext(q("v")) or ""
    shared = package.linked(package.workbook, office("sharedStrings"))
    if cell.get("t") == "s" and shared and value.isdecimal():
        items = package.tree(shared[0]).findall(q("si"))
        return "".join(one.text or "" for one in items[int(value)].iter(q("t"))) if int(value) < len(items) else ""
    return value
