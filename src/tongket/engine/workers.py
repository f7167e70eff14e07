"""Reads facts part by part with as many workers as there are threads, each on a connection of its own with one thread.

A range of units is small, so one thread finishes it without sharing tables; two such workers leave no core waiting.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import Empty, SimpleQueue

import pyarrow as pa
from duckdb import DuckDBPyConnection

from tongket.engine.connection import answer, connection
from tongket.engine.dialects import DUCKDB
from tongket.engine.forms import Part
from tongket.engine.memory import share
from tongket.results.tables import Shape, within_units

WORKERS = os.cpu_count() or 1


def own_figures(
    opened: DuckDBPyConnection, facts: pa.Table | Path, shape: Shape, parts: Sequence[Part], memory_limit: str | None
) -> pa.Table:
    """Return what every unit has of its own: the sums of the last versions in all parts together."""
    queue: SimpleQueue[Part] = SimpleQueue()
    for part in parts:
        queue.put(part)
    if len(parts) < WORKERS:
        return pa.concat_tables(_worked_off(opened, shape, queue))
    with ThreadPoolExecutor(WORKERS) as pool:
        portion = share(memory_limit, WORKERS)
        answers = [pool.submit(_worker, facts, shape, queue, portion) for _ in range(WORKERS)]
        return pa.concat_tables([table for each in answers for table in each.result()])


def _worker(facts: pa.Table | Path, shape: Shape, queue: SimpleQueue[Part], memory_limit: str | None) -> list[pa.Table]:
    with connection({"facts": facts}, memory_limit=memory_limit, threads=1) as opened:
        return list(_worked_off(opened, shape, queue))


def _worked_off(opened: DuckDBPyConnection, shape: Shape, queue: SimpleQueue[Part]) -> Iterator[pa.Table]:
    opened.execute("SET parquet_metadata_cache = true")
    while True:
        try:
            part = queue.get_nowait()
        except Empty:
            opened.execute("RESET perfect_ht_threshold")
            return
        if part.cells:  # a table of all cells is made only for a key that is known to be small
            opened.execute(f"SET perfect_ht_threshold = {part.cells.count.bit_length() + 1}")
        yield answer(opened, within_units(DUCKDB, shape, part.packing, part.cells, part.where))
