"""Which sheets a workbook has, where they lie, which of its fonts are old, and the package for the fast reader.

The parts are renamed on the way: the reader then finds exactly the sheets that were measured, whatever the original's
lists said twice or elsewhere.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from typing import Final
from xml.etree import ElementTree as ET

from tongket.files.workbook_guard import Package, stored

_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATED: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_TRUE: Final = ("1", "true")
_OLD_FONT: Final = re.compile(r"\.vn\w|vni-", re.IGNORECASE)
_PERCENT: Final = re.compile(rb"""numFmtId\s*=\s*["'](?:9|10)["']|%""")
_NOT_SHOWN: Final = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
"""What a number format says in words, or to the machine; a percent sign there shows no percentage."""
_MAX_SHEETS: Final = 500
_LIST: Final = re.compile(
    rb"<(?:\w+:)?(?:sst|cellXfs|cellStyleXfs|numFmts|fonts|fills|borders|dxfs|cellStyles)[ \t\r\n][^>]*>"
)
_HEAD: Final = 4096
"""The one list of shared texts opens at the very beginning; texts that only look like a list stay as they are."""
_COUNT: Final = re.compile(rb"""\s(?:uniqueCount|count)\s*=\s*(?:"[^"]*"|'[^']*')""")
"""How many members a list states: the fast reader makes room for so many before it has seen one."""


@dataclass(frozen=True, slots=True)
class SheetPart:
    """One sheet of a workbook: its name and the name of its part in the package."""

    name: str
    part: str
    hidden: bool


@dataclass(frozen=True, slots=True)
class Outline:
    """What the workbook says of itself: its sheets in order, how its days count, whether its values are stale.

    `texts` and `styles` name the parts that the sheets share.
    """

    sheets: tuple[SheetPart, ...]
    texts: str
    styles: str
    from_1904: bool = False
    stale: bool = False


def outline(package: Package) -> Outline:
    """Read the list of sheets; ValueError when it leads nowhere."""
    root = _tree(package.parts["xl/workbook.xml"])
    targets = _targets(package.parts.get("xl/_rels/workbook.xml.rels", b"<none/>"))
    sheets = []
    from_1904 = stale = False
    for element in root.iter():
        local = _local(element.tag)
        if local == "sheet":
            given = {_local(key): value for key, value in element.attrib.items()}
            part = targets.get(given.get("id", ""), "")
            if part in package.parts and "worksheet" in part + targets.get("type:" + given.get("id", ""), ""):
                sheets.append(SheetPart(given.get("name", ""), part, given.get("state", "visible") != "visible"))
        elif local == "workbookPr":
            from_1904 = element.get("date1904") in _TRUE
        elif local == "calcPr":
            stale = element.get("fullCalcOnLoad") in _TRUE
    if not 0 < len(sheets) <= _MAX_SHEETS or len({sheet.name for sheet in sheets}) < len(sheets):
        raise ValueError("no sheets, or two of one name")
    texts = targets.get("kind:sharedStrings", "xl/sharedStrings.xml")
    styles = targets.get("kind:styles", "xl/styles.xml")
    return Outline(tuple(sheets), texts, styles, from_1904, stale)


def rebuilt(package: Package, found: Outline, sheets: list[bytes]) -> bytes:
    """Write the package that the fast reader gets: these sheets, the shared texts and the styles, and nothing else."""
    numbers = range(1, len(sheets) + 1)
    listed = "".join(
        f'<sheet name="{escape(sheet.name)}" sheetId="{number}" r:id="rId{number}"/>'
        for number, sheet in zip(numbers, found.sheets, strict=True)
    )
    related = [(f"rId{number}", "worksheet", f"worksheets/sheet{number}.xml") for number in numbers]
    parts: list[tuple[str, bytes]] = []
    for kind, part in (("sharedStrings", found.texts), ("styles", found.styles)):
        if text := package.parts.get(part):
            related.append((kind, kind, f"{kind}.xml"))
            head = text[:_HEAD] if kind == "sharedStrings" else text
            parts.append((f"xl/{kind}.xml", _LIST.sub(_without_count, head) + text[len(head) :]))
    days = ' date1904="1"' if found.from_1904 else ""
    workbook = f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATED}"><workbookPr{days}/><sheets>{listed}</sheets></workbook>'
    return stored(
        [
            ("_rels/.rels", _relations([("rId1", "officeDocument", "xl/workbook.xml")])),
            ("xl/workbook.xml", workbook.encode()),
            ("xl/_rels/workbook.xml.rels", _relations(related)),
            *parts,
            *((f"xl/worksheets/sheet{number}.xml", xml) for number, xml in zip(numbers, sheets, strict=True)),
        ]
    )


def old_styles(package: Package, found: Outline) -> Mapping[int, str]:
    """Return the cell styles whose font belongs to an old encoding of Vietnamese, with the name of the font."""
    text = package.parts.get(found.styles, b"")
    if not _may_be_old(text):
        return {}
    root = _tree(text)
    fonts = [_old_name(font) for list_of in _all(root, "fonts") for font in list_of]
    styles = [int(style.get("fontId", "0")) for list_of in _all(root, "cellXfs") for style in list_of]
    return {number: fonts[font] for number, font in enumerate(styles) if font < len(fonts) and fonts[font]}


def old_texts(package: Package, found: Outline) -> Mapping[int, str]:
    """Return the shared texts that hold a run in an old font, with the name of the font."""
    text = package.parts.get(found.texts, b"")
    if not _may_be_old(text):
        return {}
    items = (item for item in _tree(text) if _local(item.tag) == "si")
    return {number: name for number, item in enumerate(items) if (name := _old_name(item))}


def percent_styles(package: Package, found: Outline) -> Mapping[int, str]:
    """Return the cell styles that show a number as a percentage, with its sign."""
    text = package.parts.get(found.styles, b"")
    if not _PERCENT.search(text):
        return {}
    root = _tree(text)
    own = {
        each.get("numFmtId", ""): each.get("formatCode", "") for list_of in _all(root, "numFmts") for each in list_of
    }
    shown = {"9", "10", *(number for number, code in own.items() if "%" in _NOT_SHOWN.sub("", code))}
    styles = (style for list_of in _all(root, "cellXfs") for style in list_of)
    return {number: "%" for number, style in enumerate(styles) if style.get("numFmtId") in shown}


def _without_count(opening: re.Match[bytes]) -> bytes:
    return _COUNT.sub(b"", opening[0])


def _targets(relations: bytes) -> dict[str, str]:
    """Return the parts by the id of the relation, and by `kind:` and what they are to the workbook."""
    found: dict[str, str] = {}
    for element in _tree(relations):
        if element.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/xl", element.get("Target", "").replace("\\", "/")))[1:]
            kind = element.get("Type", "").rpartition("/")[2]
            found |= {element.get("Id", ""): target, f"kind:{kind}": target, f"type:{element.get('Id', '')}": kind}
    return found


def _relations(related: list[tuple[str, str, str]]) -> bytes:
    lines = (f'<Relationship Id="{key}" Type="{_RELATED}/{kind}" Target="{target}"/>' for key, kind, target in related)
    return f'<Relationships xmlns="{_PACKAGE}">{"".join(lines)}</Relationships>'.encode()


def _may_be_old(text: bytes) -> bool:
    lower = text.lower()
    return b'".vn' in lower or b'"vni-' in lower


def _old_name(element: ET.Element) -> str:
    names = (part.get("val", "") for part in element.iter() if _local(part.tag) in {"name", "rFont"})
    return next((name for name in names if _OLD_FONT.match(name)), "")


def _all(root: ET.Element, name: str) -> Iterator[ET.Element]:
    return (element for element in root.iter() if _local(element.tag) == name)


def _tree(text: bytes) -> ET.Element:
    try:
        return ET.fromstring(text)  # noqa: S314 - the gate let no document type declaration through
    except ET.ParseError as error:
        raise ValueError(str(error)) from error


def _local(name: str) -> str:
    return name.rpartition("}")[2]
