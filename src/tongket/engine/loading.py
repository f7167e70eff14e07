"""Brings a table of figures from SQLite or PostgreSQL into Arrow: in ranges of rows, by several readers of one state.

A database may be written to while it is read, so all readers first agree on one state of it: on SQLite writers are held
off for the moment in which the readers begin, on PostgreSQL the readers take the first one's snapshot.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from itertools import pairwise
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import adbc_driver_postgresql.dbapi as postgresql
import pyarrow as pa
from adbc_driver_manager.dbapi import Connection

from tongket.engine.row_bytes import RowBytes, widths_query
from tongket.engine.sqlite_files import RANGES_A_READER, edges, read_sqlite

BLOCKS_A_RANGE = 512
"""About so many blocks at a time: what the server joins stays in its processor's cache."""
POSTGRESQL_OPTIONS = {"adbc.postgresql.batch_size_hint_bytes": str(512 * 1024)}
"""How much is decoded at a time; with the driver's own 16 MB new memory costs a twentieth more."""


def load(source: Path | str, table: str, schema: pa.Schema, *, readers: int = 2) -> pa.Table:
    """Return the columns of `schema` from a table of a SQLite file (a path) or a PostgreSQL database (an address).

    Values take the types of the schema without loss, or pyarrow's `ArrowInvalid` says which do not fit. Rows come in no
    promised order. Raises `FileNotFoundError`, as SQLite would make the file, and `NotLoaded` when SQLite refuses.
    """
    columns = [_quoted(name) for name in schema.names]
    if isinstance(source, Path):
        return read_sqlite(source, _quoted(table), ", ".join(columns), schema, readers)
    with _one_state(source, table, readers) as (connections, conditions):
        widths = dict(_rows(connections[0], widths_query(_text(_quoted(table)))))
        ranges = _Ranges(_quoted(table), columns, RowBytes.of(schema.names, widths))
        parts = [part.cast(schema) for part in _read(connections, ranges, conditions)]
    return pa.concat_tables([schema.empty_table(), *parts])


class _Ranges:
    """How a range of a table is read: its rows joined, until one has a gap; from then on row by row."""

    def __init__(self, table: str, columns: list[str], joined: RowBytes | None) -> None:
        self._table, self._columns, self._joined = table, columns, joined

    def read(self, connection: Connection, condition: str) -> pa.Table:
        source = f"FROM {self._table} WHERE {condition}"
        if joined := self._joined:
            found = joined.table(_answered(connection, f"SELECT {joined.select(self._columns)} {source}"))
            if found is not None:
                return found
            self._joined = None  # a column with one gap mostly has many
        return _answered(connection, f"SELECT {', '.join(self._columns)} {source}")


def _read(connections: tuple[Connection, ...], ranges: _Ranges, conditions: Iterable[str]) -> Iterator[pa.Table]:
    """Read all ranges; each reader takes the next when it is done with one."""
    free: SimpleQueue[Connection] = SimpleQueue()
    for connection in connections:
        free.put(connection)

    def work(condition: str) -> pa.Table:
        connection = free.get()
        try:
            return ranges.read(connection, condition)
        finally:
            free.put(connection)

    with ThreadPoolExecutor(len(connections)) as pool:
        yield from pool.map(work, conditions)


def _answered(connection: Connection, query: str) -> pa.Table:
    with connection.cursor() as cursor:
        cursor.adbc_statement.set_options(**POSTGRESQL_OPTIONS)
        cursor.execute(query)
        return cursor.fetch_arrow_table()


def _rows(connection: Connection, query: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query)
        return list(cursor.fetchall())


@contextmanager
def _one_state(address: str, table: str, readers: int) -> Iterator[tuple[tuple[Connection, ...], tuple[str, ...]]]:
    with ExitStack() as stack:
        connections = tuple(stack.enter_context(postgresql.connect(address, autocommit=True)) for _ in range(readers))
        with connections[0].cursor() as cursor:
            cursor.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        [(snapshot,)] = _rows(connections[0], "SELECT pg_export_snapshot()")
        [(blocks,)] = _rows(connections[0], f"SELECT pg_relation_size({_text(_quoted(table))}::regclass) / 8192")
        for connection in connections[1:]:
            with connection.cursor() as cursor:
                cursor.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
                cursor.execute(f"SET TRANSACTION SNAPSHOT {_text(snapshot)}")
        yield connections, _by_block(edges(0, blocks, max(readers * RANGES_A_READER, blocks // BLOCKS_A_RANGE)))


def _by_block(cuts: list[int]) -> tuple[str, ...]:
    """Cut at the first row of a block; the last range has no end, as the table may have grown since it was measured."""
    ranges = [f"ctid >= '({first},0)' AND ctid < '({until},0)'" for first, until in pairwise(cuts[:-1])]
    return (*ranges, f"ctid >= '({cuts[-2]},0)'")


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"
