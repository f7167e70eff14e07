"""Reads strangers' workbooks in guarded processes: a file that ends its reader is one finding, the others go on."""

from collections.abc import Sequence
from typing import Final

from tongket.dossier.grid import Book
from tongket.files import findings as say
from tongket.files.book_reader import read_book
from tongket.files.reading_pool import Loss, ReadingPool
from tongket.files.workbook_guard import refusal
from tongket.files.workbook_reader import read
from tongket.files.yaml_rows import Rows
from tongket.words import Finding, Place

_PROCESSES: Final = 2


def read_books(files: Sequence[tuple[bytes, str]]) -> tuple[Book | Finding, ...]:
    """Read workbooks, given as their content and their name; each comes back as a book or as why it was not read."""
    with ReadingPool(_read, processes=min(_PROCESSES, len(files))) as pool:
        answers = tuple(pool.map(files))
    return tuple(
        say.UNSAFE.at(Place(name)) if isinstance(answer, Loss) else answer
        for answer, (_, name) in zip(answers, files, strict=True)
    )


def read_tables(content: bytes, name: str) -> tuple[Rows, tuple[Finding, ...]]:
    """Read a year book that came from outside, in a guarded process: its tables as rows, and what was found.

    A file that the gate refuses, or that ends its reader, gives no rows and one finding.
    """
    refused = refusal(content, name)
    if refused:
        return {}, (refused,)
    with ReadingPool(_tables, None, processes=1) as pool:
        [answer] = pool.map([(content, name)])
    return ({}, (say.UNSAFE.at(Place(name)),)) if isinstance(answer, Loss) else answer


def _tables(_: None, content: bytes, name: str) -> tuple[Rows, tuple[Finding, ...]]:
    return read(content, name)


def _read(_: None, content: bytes, name: str) -> Book | Finding:
    return read_book(content, name)
