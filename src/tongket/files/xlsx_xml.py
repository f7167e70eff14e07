"""The XML of a workbook's parts: parsed without entities or network, children put where the schema wants them."""

import re
from collections.abc import Sequence
from typing import Any, Final

from lxml import etree

from tongket.files import xlsx_refusals as say
from tongket.words import Refused

Element = Any  # lxml ships no types
Said = tuple[Any, ...]  # what an element says, to be compared

MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT: Final = "http://purl.oclc.org/ooxml/spreadsheetml/main"
OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 16_384
_CELL: Final = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})")
_FORBIDDEN: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")


def q(name: str, namespace: str = MAIN) -> str:
    """Name an element or attribute of a namespace."""
    return f"{{{namespace}}}{name}"


def parsed(content: bytes, part: str) -> Element:
    """Parse one part; broken XML, or XML that declares a document type, is refused with the part's name."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Refused(say.BROKEN.fill(part=part)) from error
    if root.getroottree().docinfo.doctype:
        raise Refused(say.BROKEN.fill(part=part))
    return root


def serialised(root: Element) -> bytes:
    """Write one part the way Excel heads its own."""
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return made


def made(parent: Element, tag: str, text: str | None = None, /, **attributes: object) -> Element:
    """Append a child in the parent's own namespace (and so with its prefix)."""
    child = etree.SubElement(parent, q(tag, etree.QName(parent).namespace))
    child.text = text
    for key, value in attributes.items():
        child.set(key, str(value))
    return child


def placed(parent: Element, child: Element, order: Sequence[str]) -> Element:
    """Insert a child behind all children that the schema's order puts before it; strangers keep their places."""
    before = set(order[: order.index(etree.QName(child).localname) + 1])
    at = 0
    for index, other in enumerate(parent, start=1):
        if isinstance(other.tag, str) and etree.QName(other).localname in before:
            at = index
    parent.insert(at, child)
    return child


def child_of(parent: Element, name: str, order: Sequence[str]) -> Element:
    """The child of a name, made in its place when it is absent."""
    found = parent.find(q(name))
    if found is not None:
        return found
    return placed(parent, etree.Element(q(name), nsmap={None: MAIN} if not parent.nsmap else None), order)


def counted(parent: Element) -> int:
    """Set `count` of a collection to what it holds, and return it."""
    parent.set("count", str(len(parent)))
    return len(parent)


def canonical(element: Element) -> Said:
    """What an element says, whichever prefixes and order of attributes it says it with."""
    attributes = tuple(sorted(element.attrib.items()))
    return (element.tag, attributes, (element.text or "").strip(), tuple(canonical(child) for child in element))


def at(cell: str) -> tuple[int, int] | None:
    """Row and column of an address, from 1; None when it is none that a sheet can have."""
    found = _CELL.fullmatch(cell)
    if not found:
        return None
    column = 0
    for letter in found[1].upper():
        column = column * 26 + ord(letter) - 64
    row = int(found[2])
    return (row, column) if row <= _MOST_ROWS and column <= _MOST_COLUMNS else None


def area(reference: str) -> tuple[int, int, int, int] | None:
    """First row, first column, last row, last column of `A1:C3`; a single cell is an area too."""
    first, _, last = reference.partition(":")
    start, end = at(first), at(last or first)
    return (*start, *end) if start and end else None


def inside(place: tuple[int, int], reference: str) -> bool:
    """Say whether a cell lies in an area."""
    bounds = area(reference)
    return bounds is not None and bounds[0] <= place[0] <= bounds[2] and bounds[1] <= place[1] <= bounds[3]


def escaped(text: str) -> str:
    """What XML cannot carry, the way Excel writes it (`_x000B_`), so that the text comes back whole."""
    return _FORBIDDEN.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
