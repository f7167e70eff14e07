"""Has a SQLite file read by processes of their own, all of one state, and takes what they read as one Arrow table."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from itertools import pairwise
from pathlib import Path
from queue import Empty, SimpleQueue
from tempfile import TemporaryDirectory

import pyarrow as pa

from tongket.engine.sqlite_reader import Order

SCRIPT = Path(__file__).with_name("sqlite_reader.py")
RANGES_A_READER = 4
"""More ranges than readers, so that none waits long for the other at the end."""


class NotLoaded(RuntimeError):
    """The database refused: no such table or column, locked for too long, not a database."""


def read_sqlite(path: Path, table: str, columns: str, schema: pa.Schema, readers: int) -> pa.Table:
    """Return the columns of a table of the file; names come quoted. Raises `NotLoaded` and pyarrow's `ArrowInvalid`."""
    if not path.is_file():
        raise FileNotFoundError(path)
    with TemporaryDirectory(prefix="tongket-engine-") as folder:
        order = Order(
            path=str(path), table=table, columns=columns, schema=schema.serialize().to_pybytes().hex(), out=""
        )
        outs = [Path(folder) / f"{number}.arrow" for number in range(readers)]
        with ExitStack() as stack:
            started = [stack.enter_context(_started(Order(**{**order, "out": str(out)}))) for out in outs]
            _shared_out(started, _begun(started, writable=os.access(path, os.W_OK)))
        return pa.concat_tables([_taken(out) for out in outs])


@contextmanager
def _started(order: Order) -> Iterator[subprocess.Popen[str]]:
    """Start a reader; at the end its input is closed, so that it completes its file, and it is waited for."""
    command = [sys.executable, "-P", str(SCRIPT)]
    pipe = subprocess.PIPE
    process = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, encoding="utf-8")  # noqa: S603  # our own
    with process:  # closes the pipes and waits
        _write(process, json.dumps(order))
        yield process


def _told(process: subprocess.Popen[str], line: str) -> list[int]:
    """Say a line and return the answer; raises what the reader refused for."""
    _write(process, line)
    said = json.loads(process.stdout.readline() or "{}") if process.stdout else {}
    if "answer" in said:
        return list(said["answer"])
    if said.get("refused") == pa.ArrowInvalid.__name__:
        raise pa.ArrowInvalid(said["because"])
    raise NotLoaded(said.get("because", "the reader ended without a word."))


def _write(process: subprocess.Popen[str], line: str) -> None:
    with suppress(BrokenPipeError):  # a reader that has ended has said why, or will be seen to have said nothing
        if process.stdin:
            process.stdin.write(line + "\n")
            process.stdin.flush()


def _begun(started: Sequence[subprocess.Popen[str]], *, writable: bool) -> tuple[int, int]:
    """Let all readers begin while one keeps writers off; who may not write has nobody to keep off."""
    if writable:
        _told(started[0], "hold")
    extents = [_told(process, "begin") for process in started]
    if writable:
        _told(started[0], "release")
    return extents[0][0], extents[0][1] + 1


def _shared_out(started: Sequence[subprocess.Popen[str]], extent: tuple[int, int]) -> None:
    """Let every reader take the next range when it is done with one."""
    ranges: SimpleQueue[tuple[int, int]] = SimpleQueue()
    for found in pairwise(edges(*extent, len(started) * RANGES_A_READER)):
        ranges.put(found)

    def work(process: subprocess.Popen[str]) -> None:
        with suppress(Empty):
            while True:
                first, until = ranges.get_nowait()
                _told(process, f"read {first} {until}")

    with ThreadPoolExecutor(len(started)) as pool:
        for done in [pool.submit(work, process) for process in started]:
            done.result()


def _taken(out: Path) -> pa.Table:
    """Read what a reader wrote; where a mapped file may be removed, without copying it."""
    opened = pa.memory_map(str(out)) if os.name == "posix" else pa.OSFile(str(out))
    return pa.ipc.open_file(opened).read_all()


def edges(first: int, until: int, ranges: int) -> list[int]:
    """Cut [first, until) into about equal ranges, none of them empty but the only one."""
    ranges = max(1, min(ranges, until - first))
    return [first + (until - first) * i // ranges for i in range(ranges + 1)]
