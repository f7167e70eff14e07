"""Reads facts part by part with as many workers as there are threads, each on a cursor of its own with one thread.

A range of units is small, so one thread finishes it without sharing tables; two such workers leave no core waiting.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from queue import Empty, SimpleQueue

import pyarrow as pa
from duckdb import DuckDBPyConnection

from tongket.engine.connection import answer, cursor
from tongket.engine.dialects import DUCKDB
from tongket.engine.forms import Part
from tongket.results.tables import Shape, within_units

WORKERS = os.cpu_count() or 1


def own_figures(opened: DuckDBPyConnection, shape: Shape, parts: Sequence[Part]) -> pa.Table:
    """Return what every unit has of its own: the sums of the last versions in all parts of `facts` together."""
    queue: SimpleQueue[Part] = SimpleQueue()
    for part in parts:
        queue.put(part)
    if any(part.units is None for part in parts):  # not cut into ranges: all threads work on one part
        return pa.concat_tables(_worked_off(opened, shape, queue))
    opened.execute("SET threads = 1")  # of the database's own; each worker brings itself
    try:
        with ThreadPoolExecutor(WORKERS) as pool:
            answers = [pool.submit(_worker, opened, shape, queue) for _ in range(WORKERS)]
            return pa.concat_tables([table for each in answers for table in each.result()])
    finally:
        opened.execute("RESET threads")


def in_slices(table: pa.Table, work: Callable[[pa.Table], pa.Table]) -> pa.Table:
    """Do what is done row by row in as many slices as there are workers."""
    rows = max(1, -(-table.num_rows // WORKERS))
    with ThreadPoolExecutor(WORKERS) as pool:
        return pa.concat_tables(pool.map(work, (table.slice(first, rows) for first in range(0, rows * WORKERS, rows))))


def _worker(opened: DuckDBPyConnection, shape: Shape, queue: SimpleQueue[Part]) -> list[pa.Table]:
    with cursor(opened) as own:
        return list(_worked_off(own, shape, queue))


def _worked_off(opened: DuckDBPyConnection, shape: Shape, queue: SimpleQueue[Part]) -> Iterator[pa.Table]:
    while True:
        try:
            part = queue.get_nowait()
        except Empty:
            opened.execute("RESET perfect_ht_threshold")
            return
        if part.cells:  # a table of all cells is made only for a key that is known to be small
            opened.execute(f"SET perfect_ht_threshold = {part.cells.count.bit_length() + 1}")
        yield answer(opened, within_units(DUCKDB, shape, part.packing, part.cells, part.where))
