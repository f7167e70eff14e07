"""The gate before a workbook: what is too big, locked, damaged or of another kind is told and never opened.

Every part is unpacked here, once and strictly, so that no later reader sees a byte that was not measured. No macro is
ever run, no link followed.
"""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from tongket.files import findings as say
from tongket.words import Finding, Place

MAX_BYTES: Final = 64 * 1024 * 1024
MAX_UNPACKED: Final = 256 * 1024 * 1024
MAX_PARTS: Final = 5000
MAX_RATIO: Final = 200
"""A part over `_SMALL` that packs better than this holds nothing a person wrote."""
_SMALL: Final = 8 * 1024 * 1024
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # an encrypted .xlsx and an old .xls both come in this container
_LOCAL: Final = struct.Struct("<4s5H3L2H")
_LISTED: Final = struct.Struct("<4s6H3L5H2L")
_END: Final = struct.Struct("<4s4H2LH")
_FIRST_DAY: Final = 33  # 1980-01-01, as archives write it
_FORMULA: Final = re.compile(rb"<(\w+:)?f[\s/>]")
_OTHER_ENCODING: Final = re.compile(rb"""encoding\s*=\s*["'](?!utf-?8["']|us-ascii["'])""", re.IGNORECASE)
_OTHER_ZIPS: Final = {
    "mimetype": "OpenDocument (.ods, .odt …)",
    "xl/workbook.bin": ".xlsb",
    "word/document.xml": "Word (.docx)",
    "ppt/presentation.xml": "PowerPoint (.pptx)",
}
_OTHER_FILES: Final = {b"%pdf": "PDF", b"<htm": "HTML", b"<!do": "HTML", b"<?xm": "XML", b"{\\rt": "RTF"}


@dataclass(frozen=True, slots=True)
class Package:
    """What lies in a workbook: its parts in XML, unpacked and checked, by name; of the others only the names."""

    parts: Mapping[str, bytes]
    names: frozenset[str]

    @property
    def has_macros(self) -> bool:
        """Say whether programs came with it."""
        return any(name.lower().endswith("vbaproject.bin") or "/macrosheets/" in name.lower() for name in self.names)

    @property
    def has_links(self) -> bool:
        """Say whether it takes values from other files or from connections."""
        return any(name.lower().startswith(("xl/externallinks/", "xl/connections")) for name in self.names)


class _Refused(Exception):
    """The package is refused; the finding says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.code)
        self.finding = finding


def refusal(content: bytes, file: str) -> Finding | None:
    """Say why a workbook is not opened, or None when it may be (see `opened`)."""
    found = opened(content, file)
    return found if isinstance(found, Finding) else None


def opened(content: bytes, file: str) -> Package | Finding:
    """Unpack a workbook (.xlsx, .xlsm), or say why not.

    Refused: over 64 MB, over 256 MB unpacked or packed beyond belief (a small file can unpack to more than the machine
    holds), with a password, not a workbook, damaged anywhere in what is read, two parts of one name, a document type
    declaration (entities can grow without end), another encoding than UTF-8.
    """
    place = Place(file)
    if len(content) > MAX_BYTES:
        return say.TOO_BIG.at(place, limit=f"{MAX_BYTES // 1024 // 1024} MB")
    if content[:2] != b"PK":
        return _no_package(content, place)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _package(content, archive.infolist(), place)
    except _Refused as refused:
        return refused.finding
    except (zipfile.BadZipFile, zlib.error, struct.error, NotImplementedError, OSError, ValueError):
        return say.DAMAGED.at(place)


def is_old_workbook(content: bytes) -> bool:
    """Say whether these are the bytes of an .xls: its container, and in it neither a password nor another document."""
    return content[:8] == _OLE and not _holds(content, "EncryptedPackage") and _holds(content, "Workbook", "Book")


def has_formulas(content: bytes) -> bool:
    """Say whether any sheet of a workbook that passed the gate holds a formula."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sheets = (name for name in archive.namelist() if name.startswith("xl/worksheets/"))
        return any(_FORMULA.search(archive.read(name)) for name in sheets)


def _holds(content: bytes, *streams: str) -> bool:
    return any(stream.encode("utf-16-le") + b"\0\0" in content for stream in streams)


def _no_package(content: bytes, place: Place) -> Finding:
    if content[:8] == _OLE:
        if _holds(content, "EncryptedPackage"):
            return say.LOCKED.at(place)
        kind = ".xls" if is_old_workbook(content) else "Office 97–2003 (.doc, .ppt …)"
        return say.WRONG_TYPE.at(place, type=kind)
    kind = _OTHER_FILES.get(content.lstrip(b"\xef\xbb\xbf \r\n\t")[:4].lower(), "")
    return say.WRONG_TYPE.at(place, type=kind) if kind else say.DAMAGED.at(place)


def _package(content: bytes, entries: list[zipfile.ZipInfo], place: Place) -> Package | Finding:
    names = [_named(entry.filename) for entry in entries]
    if "xl/workbook.xml" not in names:
        other = next((kind for name, kind in _OTHER_ZIPS.items() if name in names), "")
        return say.WRONG_TYPE.at(place, type=other) if other else say.DAMAGED.at(place)
    if len(names) > MAX_PARTS or sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        return say.TOO_BIG.at(place, limit=f"{MAX_UNPACKED // 1024 // 1024} MB")
    if len({name.lower() for name in names}) < len(names):
        return say.DAMAGED.at(place)
    texts = {name: entry for name, entry in zip(names, entries, strict=True) if name.endswith((".xml", ".rels"))}
    return Package({name: _text(content, entry, place) for name, entry in texts.items()}, frozenset(names))


def _named(name: str) -> str:
    return name.replace("\\", "/").removeprefix("/")


def _text(content: bytes, entry: zipfile.ZipInfo, place: Place) -> bytes:
    """Return a part as it lies in the archive; its size and check sum must be the ones the list of parts states."""
    if entry.flag_bits & 1:
        raise _Refused(say.LOCKED.at(place))
    if entry.file_size > _SMALL and entry.file_size > MAX_RATIO * entry.compress_size:
        raise _Refused(say.UNSAFE.at(place))
    text = _unpacked(content, entry)
    has_type = b"!" in text and b"<!DOCTYPE" in text  # one rare letter is looked for much faster
    if zlib.crc32(text) != entry.CRC or has_type or _is_not_utf8(text[:200]):
        raise _Refused(say.DAMAGED.at(place))
    return text


def _unpacked(content: bytes, entry: zipfile.ZipInfo) -> bytes:
    head = _LOCAL.unpack_from(content, entry.header_offset)
    if head[0] != b"PK\3\4":
        raise zipfile.BadZipFile
    first = entry.header_offset + _LOCAL.size + head[-2] + head[-1]
    packed = memoryview(content)[first : first + entry.compress_size]
    if entry.compress_type == zipfile.ZIP_STORED:
        text = bytes(packed)
    elif entry.compress_type == zipfile.ZIP_DEFLATED:
        inflating = zlib.decompressobj(-zlib.MAX_WBITS)
        text = inflating.decompress(packed, entry.file_size + 1)
        if not inflating.eof:
            raise zipfile.BadZipFile
    else:
        raise NotImplementedError
    if len(text) != entry.file_size:
        raise zipfile.BadZipFile
    return text


def _is_not_utf8(head: bytes) -> bool:
    return b"\0" in head or head[:2] in {b"\xff\xfe", b"\xfe\xff"} or bool(_OTHER_ENCODING.search(head))


def stored(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """Write parts as an archive without packing, for a reader that wants the file whole; names are plain ASCII."""
    pieces: list[bytes] = []
    listed: list[bytes] = []
    at = 0
    for name, text in parts:
        raw = name.encode("ascii")
        about = (20, 0, zipfile.ZIP_STORED, 0, _FIRST_DAY, zlib.crc32(text), len(text), len(text), len(raw), 0)
        listed += (_LISTED.pack(b"PK\1\2", 20, *about, 0, 0, 0, 0, at), raw)
        pieces += (_LOCAL.pack(b"PK\3\4", *about), raw, text)
        at += _LOCAL.size + len(raw) + len(text)
    count, size = len(listed) // 2, sum(map(len, listed))
    return b"".join((*pieces, *listed, _END.pack(b"PK\5\6", 0, 0, count, count, size, at, 0)))
