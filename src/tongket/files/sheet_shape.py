"""Brings the XML of a sheet into the one shape that spreadsheet programs write, when a stranger wrote it otherwise.

Prefixes, single quotes, comments, rows and cells without addresses: all of it is allowed, and every quick look at the
bytes could be led astray by it. Excel, LibreOffice, Google Sheets and WPS write the plain shape, which is left alone.
"""

import re
from html import escape
from typing import Final
from xml.parsers import expat

from tongket.dossier.grid import cell_name

MAX_ROWS: Final = 1_048_576
MAX_COLUMNS: Final = 16_384
_ATTRIBUTE: Final = rb'[A-Za-z0-9:]+="[^"<>]*"'
_TAG: Final = rb"(?: " + _ATTRIBUTE + rb")*\s?/?>"
_ODD: Final = re.compile(
    rb'<c(?:[\t\r\n/>]| (?!r="[A-Z]{1,3}[1-9][0-9]{0,6}"' + _TAG + rb"))"
    rb'|<row(?:[\t\r\n/>]| (?!r="[1-9][0-9]{0,6}"' + _TAG + rb"))"
    rb"|<(?:col|mergeCell)(?:[\t\r\n/>]| (?!" + _ATTRIBUTE + _TAG + rb"))"
)
_UNUSUAL: Final = (
    re.compile(rb'<c(?:[\t\r\n/>]| (?!r="[A-Z]{1,2}[1-9][0-9]{0,3}"))'),
    re.compile(rb'<row(?:[\t\r\n/>]| (?!r="[1-9][0-9]{0,6}"))'),
    re.compile(rb"<col[\t\r\n/>]"),
    re.compile(rb'<mergeCell(?!s| ref=")'),
)
_QUESTION_MARKS: Final = 2
"""The declaration at the head of every part holds so many."""
_PREFIXED: Final = re.compile(rb":(?:sheetData|row|c|f|v|is|t|mergeCell|col)[\s/>]")
_ADDRESS: Final = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_KEPT: Final = frozenset(
    {"worksheet", "sheetFormatPr", "cols", "col", "sheetData", "row", "c", "f", "v", "is", "t", "r", "rPr", "rFont"}
    | {"mergeCells", "mergeCell"}
)


def is_plain_and_near(xml: bytes) -> bool:
    """Say at a glance that a sheet has the shape everybody writes, and no cell beyond ZZ9999: so it is with almost all.

    Without single quotes, comments and prefixes, every address that is there stands where it is looked for.
    """
    if b"'" in xml or _may_be_skipped(xml) or _PREFIXED.search(xml):
        return False
    return not any(unusual.search(xml) for unusual in _UNUSUAL)


def _may_be_skipped(xml: bytes) -> bool:
    """Say whether comments, raw text or orders to programs stand in it; one rare letter is looked for much faster."""
    commented = b"!" in xml and (b"!-" in xml or b"![" in xml)
    return commented or (xml.count(b"?") > _QUESTION_MARKS and xml.count(b"?>") > 1)


def is_plain(xml: bytes) -> bool:
    """Say whether the XML of a sheet has the shape that everybody writes."""
    return b"<!" not in xml and not _PREFIXED.search(xml) and not _ODD.search(xml)


def plain(xml: bytes) -> bytes:
    """Write the XML of a sheet anew in the plain shape; ValueError when it is no XML or names impossible cells."""
    writer = _Writer()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = writer.start
    parser.EndElementHandler = writer.end
    parser.CharacterDataHandler = writer.text
    try:
        parser.Parse(xml, True)  # noqa: FBT003 - the parser's own way to say that nothing follows
    except expat.ExpatError as error:
        raise ValueError(str(error)) from error
    return "".join(writer.out).encode()


def column_of(letters: str) -> int:
    """Return where a column stands, from 0."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


class _Writer:
    """What was read of a sheet so far, written again."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self.row = self.column = 0
        self.skipped = 0

    def start(self, name: str, given: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        if self.skipped or local not in _KEPT:
            self.skipped += 1
            return
        kept = {key: value for key, value in given.items() if ":" not in key and key != "xmlns"}
        if local == "row":
            self.row, self.column = _number(kept.get("r"), self.row + 1), 0
            kept = {"r": str(self.row), **{key: value for key, value in kept.items() if key != "r"}}
        elif local == "c":
            kept = {"r": self._address(kept.get("r")), **{key: value for key, value in kept.items() if key != "r"}}
        elif local == "t":
            kept["xml:space"] = "preserve"
        elif local == "worksheet":
            kept = {"xmlns": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
        said = "".join(f' {key}="{escape(value)}"' for key, value in kept.items())
        self.out.append(f"<{local}{said}>")

    def end(self, name: str) -> None:
        if self.skipped:
            self.skipped -= 1
        else:
            self.out.append(f"</{name.rpartition(':')[2]}>")

    def text(self, text: str) -> None:
        if not self.skipped:
            self.out.append(escape(text, quote=False))

    def _address(self, stated: str | None) -> str:
        row = self.row
        if stated is None:
            self.column += 1
        elif match := _ADDRESS.fullmatch(stated):
            self.column, row = column_of(match[1].upper()) + 1, int(match[2])
        else:
            raise ValueError(stated)
        if not (1 <= row <= MAX_ROWS and 1 <= self.column <= MAX_COLUMNS):
            raise ValueError(stated)
        return cell_name(row - 1, self.column - 1)


def _number(stated: str | None, otherwise: int) -> int:
    number = otherwise if stated is None else int(stated)
    if not 1 <= number <= MAX_ROWS:
        raise ValueError(stated)
    return number
