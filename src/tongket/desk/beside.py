"""Writes the report and the slides in a process of its own, while this one writes the workbook and results.json.

A process, since painting charts and setting pages leaves a thread beside it no time; a fresh one on every system, since
Windows knows no other kind. It gets ready while the figures are added up, and is sent the composed papers, which are
small, never the results.
"""

import os
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context, parent_process

from tongket.documents import Deck, Paper


@contextmanager
def process_beside() -> Iterator[Executor]:
    """Start the process, which gets ready by itself, and end it when all is written."""
    with ProcessPoolExecutor(1, get_context("spawn"), stay_with_parent) as beside:
        beside.submit(_get_ready)
        yield beside


def as_docx(paper: Paper) -> bytes:
    """Write a paper as a Word file."""
    from tongket.files.docx import paper_as_docx

    return paper_as_docx(paper)


def as_pdf(paper: Paper) -> bytes:
    """Write a paper as a PDF."""
    from tongket.files.pdf import paper_as_pdf

    return paper_as_pdf(paper)


def as_pptx(deck: Deck) -> bytes:
    """Write the slides."""
    from tongket.files.slides import deck_as_pptx

    return deck_as_pptx(deck)


def stay_with_parent() -> None:
    """Leave Ctrl+C to the process the officer started, and end with it, however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _get_ready() -> None:
    import tongket.files.docx
    import tongket.files.pdf
    import tongket.files.slides  # noqa: F401 - loaded now, used soon
    from tongket.files import charts

    charts.get_ready()
