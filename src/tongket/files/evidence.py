"""Looks at a file that is to prove something: what it is by its bytes, whatever its name says, and whether it is safe.

A PDF and a picture are taken as they are; an Office file passes a gate, since it may carry programs.
"""

import io
import re
import unicodedata
import zipfile
from collections.abc import Sequence
from html import unescape
from typing import Final

from tongket.files import findings as say
from tongket.files.book_reader import read_book
from tongket.files.classified import is_marked_name, is_marked_text
from tongket.files.reading_pool import Loss, ReadingPool
from tongket.files.workbook_guard import MAX_BYTES
from tongket.words import Finding, Place

KINDS: Final = {"pdf": ("pdf",), "jpg": ("jpg", "jpeg"), "png": ("png",), "docx": ("docx",), "xlsx": ("xlsx",)}
"""What is taken as evidence, with the endings its name may have."""
_BEGINNINGS: Final = ((b"%PDF-", "pdf"), (b"\xff\xd8\xff", "jpg"), (b"\x89PNG\r\n\x1a\n", "png"))
_MOST_UNPACKED: Final = 256 * 1024 * 1024
_MOST_PARTS: Final = 10_000
_PARAGRAPH: Final = re.compile(rb"<w:p[ >].*?</w:p>", re.DOTALL)
_TAG: Final = re.compile(rb"<[^>]*>")


def evidence_faults(files: Sequence[tuple[bytes, str]]) -> tuple[Finding | None, ...]:
    """Look at files in guarded processes: one that ends its reader is a finding too."""
    with ReadingPool(_fault, processes=1) as pool:
        answers = tuple(pool.map(files))
    return tuple(
        say.UNSAFE.at(Place(name)) if isinstance(answer, Loss) else answer
        for answer, (_, name) in zip(answers, files, strict=True)
    )


def _fault(_: None, content: bytes, name: str) -> Finding | None:
    return evidence_fault(content, name)


def kind_of(content: bytes) -> str:
    """Return what a file is by its bytes (pdf, jpg, png, docx, xlsx), or nothing when it is none of these."""
    for beginning, kind in _BEGINNINGS:
        if content.startswith(beginning):
            return kind
    names = _names(content)
    return "docx" if "word/document.xml" in names else "xlsx" if "xl/workbook.xml" in names else ""


def evidence_fault(content: bytes, file: str) -> Finding | None:
    """Say why a file is not taken as evidence, or None when it is.

    Refused: too big, of another kind than its name says or than is taken, damaged, with programs in it, or marked as
    a state secret. What a picture or a PDF shows is not looked at; whoever sends it states that it is no secret.
    """
    place = Place(file)
    if len(content) > MAX_BYTES:
        return say.TOO_BIG.at(place, limit=f"{MAX_BYTES // 1024 // 1024} MB")
    if is_marked_name(file):
        return say.CLASSIFIED.at(place)
    kind, ending = kind_of(content), file.rpartition(".")[2].lower()
    if not kind or ending not in KINDS[kind]:
        return say.NO_EVIDENCE.at(place, file=file)
    if kind == "docx":
        return _fault_of_words(content, place)
    return _fault_of_workbook(content, file) if kind == "xlsx" else None


def _fault_of_workbook(content: bytes, file: str) -> Finding | None:
    book = read_book(content, file)
    if isinstance(book, Finding):
        return book
    return say.NO_PROGRAMS.at(Place(file), file=file) if book.has_macros else None


def _fault_of_words(content: bytes, place: Place) -> Finding | None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            if len(entries) > _MOST_PARTS or sum(one.file_size for one in entries) > _MOST_UNPACKED:
                return say.TOO_BIG.at(place, limit=f"{_MOST_UNPACKED // 1024 // 1024} MB")
            if any(one.filename.lower().endswith("vbaproject.bin") for one in entries):
                return say.NO_PROGRAMS.at(place, file=place.file)
            texts = [archive.read(one) for one in entries if one.filename.endswith((".xml", ".rels"))]
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return say.DAMAGED.at(place)
    if any(b"<!DOCTYPE" in text for text in texts):
        return say.DAMAGED.at(place)
    marked = any(is_marked_text(said) for text in texts for said in _paragraphs(text))
    return say.CLASSIFIED.at(place) if marked else None


def _paragraphs(part: bytes) -> list[str]:
    said = (unescape(_TAG.sub(b"", one).decode("utf-8", "replace")) for one in _PARAGRAPH.findall(part))
    return [unicodedata.normalize("NFC", one) for one in said]


def _names(content: bytes) -> frozenset[str]:
    if content[:2] != b"PK":
        return frozenset()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return frozenset(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError):
        return frozenset()
