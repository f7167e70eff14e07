"""The workbook's own part: which sheets there are, in which order, and everything that counts them by position."""

import re
from dataclasses import dataclass
from typing import Final

from lxml import etree

from tongket.files import xlsx_refusals as say
from tongket.files.xlsx_orders import WORKBOOK
from tongket.files.xlsx_package import Package, office
from tongket.files.xlsx_xml import MAIN, OFFICE, Element, child_of, made, q
from tongket.words import Refused

SHEET_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_SELECTED: Final = re.compile(rb"""(<(?:\w+:)?sheetView\b[^>]*?)\s+tabSelected\s*=\s*(?:"[^"]*"|'[^']*')""")
_FORMULA: Final = re.compile(rb"<(\w+:)?f[\s/>]")
_TRUE: Final = {"1", "true", "on"}


@dataclass(frozen=True, slots=True)
class SheetPart:
    """One sheet of a workbook: its name, its part, and whether it has cells (a chart sheet has none)."""

    name: str
    part: str
    has_cells: bool


class WorkbookPart:
    """The sheets of a package, in their order."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.root: Element = package.tree(package.workbook)
        if self.root.find(q("sheets")) is None:
            raise Refused(say.BROKEN.fill(part=package.workbook))

    def _edit(self) -> Element:
        self.root = self.package.edit(self.package.workbook)
        return self.root

    @property
    def sheets(self) -> tuple[SheetPart, ...]:
        """All sheets, hidden ones too."""
        links = {ref: (kind, part) for ref, kind, part in self.package.links(self.package.workbook)}
        found = []
        for sheet in self.root.find(q("sheets")):
            kind, part = links.get(sheet.get(q("id", OFFICE), ""), ("", ""))
            if not self.package.has(part):
                raise Refused(say.BROKEN.fill(part=self.package.workbook))
            found.append(SheetPart(sheet.get("name", ""), part, kind == office("worksheet")))
        return tuple(found)

    def sheet(self, name: str) -> SheetPart | None:
        """The sheet of a name; Excel's names differ not by case."""
        return next((sheet for sheet in self.sheets if sheet.name.lower() == name.lower()), None)

    @property
    def counts_from_1904(self) -> bool:
        """Say whether the workbook counts its days from 1904, as old Macs did."""
        head = self.root.find(q("workbookPr"))
        return head is not None and head.get("date1904", "").lower() in _TRUE

    def recalculate_on_load(self) -> None:
        """Ask the program that opens the workbook next to calculate it, if it holds any formula."""
        if any(_FORMULA.search(self.package.read(sheet.part)) for sheet in self.sheets):
            child_of(self._edit(), "calcPr", WORKBOOK).set("fullCalcOnLoad", "1")

    def defined(self, name: str) -> str | None:
        """What a name of the whole workbook stands for, or None."""
        for one in self.root.iterfind(f"{q('definedNames')}/{q('definedName')}"):
            if one.get("name") == name and one.get("localSheetId") is None:
                return one.text or ""
        return None

    def define(self, name: str, text: str, *, first_sheet: bool = False) -> None:
        """Give a name a meaning: hidden and for the whole workbook, or a built-in one of the first sheet."""
        names = child_of(self._edit(), "definedNames", WORKBOOK)
        scope = {"localSheetId": 0} if first_sheet else {"hidden": 1}
        made(names, "definedName", text, name=name, **scope)

    def insert_first(self, name: str, content: bytes) -> SheetPart:
        """Put a new sheet before all others and open the workbook on it; positions elsewhere move up by one."""
        package = self.package
        part = package.free_name("xl/worksheets/sheet{}.xml")
        package.write(part, content)
        package.declare(part, SHEET_TYPE)
        for sheet in self.sheets:
            _deselect(package, sheet.part)
        ref = package.link(package.workbook, office("worksheet"), part)
        sheets = self._edit().find(q("sheets"))
        number = max((int(sheet.get("sheetId", "0")) for sheet in sheets), default=0) + 1
        entry = etree.Element(q("sheet"), name=name, sheetId=str(number), nsmap={"r": OFFICE, None: MAIN})
        entry.set(q("id", OFFICE), ref)
        sheets.insert(0, entry)
        self._move(1, from_=0)
        self._open_first()
        return SheetPart(name, part, has_cells=True)

    def remove(self, sheet: SheetPart) -> None:
        """Take a sheet out, with the names that belong to it; positions behind it move down by one."""
        position = [one.part for one in self.sheets].index(sheet.part)
        sheets = self._edit().find(q("sheets"))
        sheets.remove(sheets[position])
        for one in self.root.findall(f"{q('definedNames')}/{q('definedName')}"):
            if one.get("localSheetId") == str(position):
                one.getparent().remove(one)
        self._move(-1, from_=position)
        self.package.unlink(self.package.workbook, sheet.part)
        self.package.remove(sheet.part)

    def forget(self, name: str) -> None:
        """Take a name of the whole workbook out."""
        names = self._edit().find(q("definedNames"))
        for one in [] if names is None else names.findall(q("definedName")):
            if one.get("name") == name and one.get("localSheetId") is None:
                names.remove(one)
        if names is not None and not len(names):
            self.root.remove(names)

    def _move(self, by: int, *, from_: int) -> None:
        """Names of one sheet, and the sheet that a window shows, are kept by position."""
        counted = [(one, "localSheetId") for one in self.root.iter(q("definedName"))]
        counted += [(view, key) for view in self.root.iter(q("workbookView")) for key in ("activeTab", "firstSheet")]
        for element, key in counted:
            position = element.get(key)
            if position is not None and int(position) >= from_:
                element.set(key, str(max(0, int(position) + by)))

    def _open_first(self) -> None:
        view = self.root.find(f"{q('bookViews')}/{q('workbookView')}")
        if view is not None:
            for key in ("activeTab", "firstSheet"):
                view.attrib.pop(key, None)


def _deselect(package: Package, part: str) -> None:
    """Two selected tabs would be edited together; only that one word is taken out of the sheet that was open."""
    content = package.read(part)
    without = _SELECTED.sub(rb"\1", content)
    if without != content:
        package.write(part, without)
