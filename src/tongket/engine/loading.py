"""Brings a table of figures from SQLite or PostgreSQL into Arrow: in ranges of rows, by several readers of one state.

A database may be written to while it is read, so all readers first agree on one state of it: on SQLite writers are held
off for the moment in which the readers begin, on PostgreSQL the readers take the first one's snapshot.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from functools import partial
from itertools import pairwise
from pathlib import Path
from queue import SimpleQueue

import adbc_driver_postgresql.dbapi as postgresql
import pyarrow as pa
from adbc_driver_manager.dbapi import Connection

from tongket.engine.sqlite_files import RANGES_A_READER, edges, read_sqlite

POSTGRESQL_OPTIONS = {"adbc.postgresql.batch_size_hint_bytes": str(512 * 1024)}
"""How much is decoded at a time; with the driver's own 16 MB new memory costs a twentieth more."""


def load(source: Path | str, table: str, schema: pa.Schema, *, readers: int = 2) -> pa.Table:
    """Return the columns of `schema` from a table of a SQLite file (a path) or a PostgreSQL database (an address).

    Values take the types of the schema without loss, or pyarrow's `ArrowInvalid` says which do not fit. Rows come in no
    promised order. Raises `FileNotFoundError`, as SQLite would make the file, and `NotLoaded` when SQLite refuses.
    """
    columns = ", ".join(_quoted(name) for name in schema.names)
    if isinstance(source, Path):
        return read_sqlite(source, _quoted(table), columns, schema, readers)
    with _one_state(source, table, readers) as (connections, conditions):
        select = f"SELECT {columns} FROM {_quoted(table)} WHERE "
        parts = [part.cast(schema) for part in _read(connections, [select + condition for condition in conditions])]
    return pa.concat_tables([schema.empty_table(), *parts])


def _read(connections: tuple[Connection, ...], queries: list[str]) -> Iterator[pa.Table]:
    """Answer the queries; each reader takes the next when it is done with one."""
    free: SimpleQueue[Connection] = SimpleQueue()
    for connection in connections:
        free.put(connection)
    with ThreadPoolExecutor(len(connections)) as pool:
        yield from pool.map(partial(_answered, free), queries)


def _answered(free: SimpleQueue[Connection], query: str) -> pa.Table:
    connection = free.get()
    try:
        with connection.cursor() as cursor:
            cursor.adbc_statement.set_options(**POSTGRESQL_OPTIONS)
            cursor.execute(query)
            return cursor.fetch_arrow_table()
    finally:
        free.put(connection)


@contextmanager
def _one_state(address: str, table: str, readers: int) -> Iterator[tuple[tuple[Connection, ...], tuple[str, ...]]]:
    with ExitStack() as stack:
        connections = tuple(stack.enter_context(postgresql.connect(address, autocommit=True)) for _ in range(readers))
        with connections[0].cursor() as cursor:
            cursor.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            cursor.execute("SELECT pg_export_snapshot()")
            [(snapshot,)] = cursor.fetchall()
            cursor.execute(f"SELECT pg_relation_size({_text(_quoted(table))}::regclass) / 8192")
            [(blocks,)] = cursor.fetchall()
        for connection in connections[1:]:
            with connection.cursor() as cursor:
                cursor.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
                cursor.execute(f"SET TRANSACTION SNAPSHOT {_text(snapshot)}")
        yield connections, _by_block(edges(0, blocks, readers * RANGES_A_READER))


def _by_block(cuts: list[int]) -> tuple[str, ...]:
    """Cut at the first row of a block; the last range has no end, as the table may have grown since it was measured."""
    ranges = [f"ctid >= '({first},0)' AND ctid < '({until},0)'" for first, until in pairwise(cuts[:-1])]
    return (*ranges, f"ctid >= '({cuts[-2]},0)'")


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"
