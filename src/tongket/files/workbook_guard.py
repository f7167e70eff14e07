"""The gate before a workbook: what is too big, locked or damaged is told and never opened; no macro is ever run."""

import io
import re
import zipfile
from typing import Final

from tongket.files import findings as say
from tongket.words import Finding, Place

MAX_BYTES: Final = 64 * 1024 * 1024
MAX_UNPACKED: Final = 256 * 1024 * 1024
MAX_PARTS: Final = 5000
_FORMULA: Final = re.compile(rb"<(\w+:)?f[\s/>]")
_OLE: Final = b"\xd0\xcf\x11\xe0"  # an encrypted .xlsx and an old .xls both come in this container


def refusal(content: bytes, file: str) -> Finding | None:
    """Say why a workbook is not opened, or None when it may be.

    Refused: over 64 MB, over 256 MB unpacked (a small file can unpack to more than the machine holds), with a password,
    not a workbook, with a document type declaration (entities can grow without end).
    """
    place = Place(file)
    if len(content) > MAX_BYTES:
        return say.TOO_BIG.at(place, limit=f"{MAX_BYTES // 1024 // 1024} MB")
    if content[:4] == _OLE:
        return say.LOCKED.at(place)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _inside(archive, place)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError):
        return say.DAMAGED.at(place)


def _inside(archive: zipfile.ZipFile, place: Place) -> Finding | None:
    parts = archive.infolist()
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        return say.TOO_BIG.at(place, limit=f"{MAX_UNPACKED // 1024 // 1024} MB")
    if "xl/workbook.xml" not in archive.namelist() or archive.testzip() is not None:
        return say.DAMAGED.at(place)
    texts = (archive.read(part) for part in parts if part.filename.endswith((".xml", ".rels")))
    return say.DAMAGED.at(place) if any(b"<!DOCTYPE" in text for text in texts) else None


def has_formulas(content: bytes) -> bool:
    """Say whether any sheet of a workbook that passed the gate holds a formula."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sheets = (name for name in archive.namelist() if name.startswith("xl/worksheets/"))
        return any(_FORMULA.search(archive.read(name)) for name in sheets)
