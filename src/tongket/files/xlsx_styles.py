"""The styles of a workbook: a cell gets another fill or day format while everything else of its style stays.

Styles are only ever added. Before one is added an equal one is looked for, so that marking a file again and again does
not let it grow.
"""

import re
from collections.abc import Callable
from copy import deepcopy
from typing import Final

from lxml import etree

from tongket.files import xlsx_refusals as say
from tongket.files.xlsx_orders import STYLES
from tongket.files.xlsx_package import Package, office
from tongket.files.xlsx_xml import MAIN, Element, Said, canonical, child_of, counted, q, serialised
from tongket.words import Refused

_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
_PART: Final = "xl/styles.xml"
_LEAST: Final = (
    f'<styleSheet xmlns="{MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>'
).encode()
_DAY_FORMATS: Final = {14, 15, 16, 17, 22, *range(27, 37), *range(50, 59)}
_SHORT_DAY: Final = 14
_NOT_SHOWN: Final = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')


class Styles:
    """The style sheet of a package; a workbook that has none is given the least one."""

    def __init__(self, package: Package) -> None:
        found = package.linked(package.workbook, office("styles"))
        self._package = package
        self._part = found[0] if found else _PART
        if not found:
            package.write(_PART, serialised(etree.fromstring(_LEAST)))
            package.declare(_PART, _TYPE)
            package.link(package.workbook, office("styles"), _PART)
        self.root: Element = package.tree(self._part)
        self._known: dict[str, dict[Said, int]] = {}

    def _collection(self, name: str) -> Element:
        self.root = self._package.edit(self._part)
        return child_of(self.root, name, STYLES)

    def style(self, number: str | None) -> Element:
        """The style a cell names; one that does not exist is the first, as programs read it."""
        styles = self._styles()
        index = int(number) if number and number.isdecimal() else 0
        return styles[index if index < len(styles) else 0]

    def _styles(self) -> Element:
        found = self.root.find(q("cellXfs"))
        if found is None or not len(found):
            raise Refused(say.BROKEN.fill(part=self._part))
        return found

    def add(self, collection: str, piece: Element) -> int:
        """The number of a font, fill, border or style equal to this one, which is added when there is none."""
        if collection not in self._known:
            present = self.root.find(q(collection))
            held = [] if present is None else [canonical(one) for one in present]
            self._known[collection] = {said: index for index, said in reversed(list(enumerate(held)))}
        known, wanted = self._known[collection], canonical(piece)
        if wanted not in known:
            into = self._collection(collection)
            into.append(deepcopy(piece))
            known[wanted] = counted(into) - 1
        return known[wanted]

    def fill_of(self, style: Element) -> Element | None:
        """The fill of a style, or None when it names none that exists."""
        number = int(style.get("fillId", "0"))
        fills = self.root.find(q("fills"))
        return fills[number] if fills is not None and number < len(fills) else None

    def fills(self) -> list[tuple[int, Element]]:
        """Every fill with its number."""
        found = self.root.find(q("fills"))
        return list(enumerate([] if found is None else found))

    def with_fill(self, number: str | None, fill: Element) -> str:
        """The number of the style that differs from a given one in its fill alone."""
        changed = deepcopy(self.style(number))
        changed.set("fillId", str(self.add("fills", fill)))
        changed.set("applyFill", "1")
        return str(self.add("cellXfs", changed))

    def rule_with_fill(self, colour: str) -> int:
        """The number of the look of a conditional format that gives cells a colour, `RRGGBB`."""
        said = f'<patternFill patternType="solid"><fgColor rgb="FF{colour}"/><bgColor rgb="FF{colour}"/></patternFill>'
        return self.add("dxfs", _piece(f"<dxf><fill>{said}</fill></dxf>"))

    def without_fill(self, number: str, fill: Element | None) -> str:
        """The number of the style from which `with_fill` made this one, covering that fill."""
        covered = self.add("fills", fill) if fill is not None else 0
        wanted = deepcopy(self.style(number))
        wanted.set("fillId", str(covered))
        same = self._first(lambda style: _but_apply(style) == _but_apply(wanted))
        return str(self.add("cellXfs", wanted) if same is None else same)

    def _first(self, is_wanted: Callable[[Element], bool]) -> int | None:
        return next((index for index, style in enumerate(self._styles()) if is_wanted(style)), None)

    def for_days(self, number: str | None) -> str:
        """The style itself when it shows a day, else the one that differs in showing it."""
        style = self.style(number)
        if self._shows_days(int(style.get("numFmtId", "0"))):
            return number or "0"
        changed = deepcopy(style)
        changed.set("numFmtId", str(_SHORT_DAY))
        changed.set("applyNumberFormat", "1")
        return str(self.add("cellXfs", changed))

    def _shows_days(self, number: int) -> bool:
        for one in self.root.iterfind(f"{q('numFmts')}/{q('numFmt')}"):
            if one.get("numFmtId") == str(number):
                return bool(re.search("[dDyY]", _NOT_SHOWN.sub("", one.get("formatCode", ""))))
        return number in _DAY_FORMATS

    def make(self, *, font: str, fill: str = "", border: str = "", inside: str = "") -> str:
        """The number of a style made of XML pieces, for a sheet of our own."""
        ids = {
            "fontId": self.add("fonts", _piece(font)),
            "fillId": self.add("fills", _piece(fill)) if fill else 0,
            "borderId": self.add("borders", _piece(border)) if border else 0,
        }
        said = "".join(f' {name}="{number}" apply{name[0].upper()}{name[1:-2]}="1"' for name, number in ids.items())
        align = ' applyAlignment="1"' if inside else ""
        return str(self.add("cellXfs", _piece(f'<xf numFmtId="0"{said}{align} xfId="0">{inside}</xf>')))


def solid(colour: str) -> Element:
    """A fill of one colour, `RRGGBB`."""
    colours = f'<fgColor rgb="FF{colour}"/><bgColor indexed="64"/>'
    return _piece(f'<fill><patternFill patternType="solid">{colours}</patternFill></fill>')


def colour_of(fill: Element | None) -> str:
    """The `RRGGBB` of a fill of one colour that is said outright, else an empty text."""
    pattern = fill.find(q("patternFill")) if fill is not None else None
    if pattern is None or pattern.get("patternType") != "solid":
        return ""
    colour = pattern.find(q("fgColor"))
    return colour.get("rgb", "")[-6:].upper() if colour is not None else ""


def _piece(text: str) -> Element:
    return etree.fromstring(f'<styleSheet xmlns="{MAIN}">{text}</styleSheet>')[0]


def _but_apply(style: Element) -> Said:
    """What a style says beside whether its fill is its own or that of its named style."""
    bare = deepcopy(style)
    bare.attrib.pop("applyFill", None)
    return canonical(bare)
