"""Conditional formats of a sheet: where one may cover our colour, a rule of ours comes before it.

The rule is known by its formula, which every program keeps; all other rules keep their order.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from lxml import etree

from tongket.files.csv_rows import column_letters
from tongket.files.xlsx_orders import WORKSHEET
from tongket.files.xlsx_package import Package
from tongket.files.xlsx_styles import Styles
from tongket.files.xlsx_xml import MAIN, Element, inside, made, placed, q

_OURS: Final = '"tongket"="tongket"'
_NEWER: Final = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
_NEWER_AREA: Final = "{http://schemas.microsoft.com/office/excel/2006/main}sqref"
Place = tuple[int, int]


def put_first(package: Package, sheet: str, colours: Mapping[Place, str], styles: Styles) -> None:
    """Let cells keep their colour (`RRGGBB`) where a rule of the sheet may give them another."""
    ruled = _areas(package.tree(sheet))
    wanted: dict[str, list[str]] = {}
    for place, colour in sorted(colours.items()):
        if any(inside(place, area) for area in ruled):
            wanted.setdefault(colour, []).append(f"{column_letters(place[1] - 1)}{place[0]}")
    if not wanted:
        return
    root = package.edit(sheet)
    _move(_rules(root), len(wanted))
    first = root.find(q("conditionalFormatting"))
    for priority, (colour, cells) in enumerate(sorted(wanted.items()), start=1):
        block = etree.Element(q("conditionalFormatting"), sqref=" ".join(cells), nsmap={None: MAIN})
        look = styles.rule_with_fill(colour)
        made(made(block, "cfRule", type="expression", dxfId=look, priority=priority), "formula", _OURS)
        if first is None:
            placed(root, block, WORKSHEET)
        else:
            first.addprevious(block)  # LibreOffice goes by this order, Excel by the priorities


def take_away(package: Package, sheet: str) -> None:
    """Take our rules out of a sheet."""
    ours = [rule for rule in _rules(package.tree(sheet)) if (rule.findtext(q("formula")) or "").strip() == _OURS]
    if not ours:
        return
    root = package.edit(sheet)
    for rule in ours:
        block = rule.getparent()
        block.remove(rule)
        if block.find(q("cfRule")) is None:
            block.getparent().remove(block)
    _move(_rules(root), -len(ours))


def _areas(root: Element) -> tuple[str, ...]:
    texts = [one.get("sqref", "") for one in root.iterfind(q("conditionalFormatting"))]
    texts += [one.text or "" for one in root.iter(_NEWER_AREA)]
    return tuple(area for text in texts for area in text.split())


def _rules(root: Element) -> list[Element]:
    return [*root.iterfind(f"{q('conditionalFormatting')}/{q('cfRule')}"), *root.iter(q("cfRule", _NEWER))]


def _move(rules: Iterable[Element], by: int) -> None:
    for rule in rules:
        priority = rule.get("priority", "")
        if priority.isdecimal():
            rule.set("priority", str(max(1, int(priority) + by)))
