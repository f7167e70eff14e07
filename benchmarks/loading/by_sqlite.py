"""From a SQLite file to Arrow: the reference is Python's own sqlite3, batch after batch."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
from consolidation.data import SCHEMA
from loading.outcome import fingerprint

from tongket.engine import load

BATCH_ROWS = 65_536


def reference(path: str) -> Callable[[], str]:
    connection = sqlite3.connect(path)
    cursor = connection.execute(f"SELECT {', '.join(SCHEMA.names)} FROM facts")
    batches = []
    while rows := cursor.fetchmany(BATCH_ROWS):
        columns = zip(zip(*rows, strict=True), SCHEMA, strict=True)
        batches.append(pa.record_batch([pa.array(column, field.type) for column, field in columns], schema=SCHEMA))
    connection.close()
    return fingerprint(pa.Table.from_batches(batches, SCHEMA))


def tongket(path: str) -> Callable[[], str]:
    return fingerprint(load(Path(path), "facts", SCHEMA))


def one_reader(path: str) -> Callable[[], str]:
    return fingerprint(load(Path(path), "facts", SCHEMA, readers=1))
