"""Brings a table of figures from SQLite or PostgreSQL into Arrow: in ranges of rows, by several readers of one state.

A database may be written to while it is read, so all readers first agree on one state of it: on SQLite writers are held
off for the moment in which the readers begin, on PostgreSQL the readers take the first one's snapshot.

ADBC brings a SQLite of its own. On POSIX systems a process loses all its locks on a file when any part of it closes the
file, so two SQLites in one process could each undo the locks of the other: such a load is refused.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path
from queue import SimpleQueue

import adbc_driver_postgresql.dbapi as postgresql
import adbc_driver_sqlite.dbapi as sqlite
import pyarrow as pa
from adbc_driver_manager.dbapi import Connection

RANGES_A_READER = 4
"""More ranges than readers, so that none waits long for the other at the end."""
BUSY_MILLISECONDS = 20_000
"""How long another writer is waited for, as long as the server waits."""
SQLITE_OPTIONS = {"adbc.sqlite.query.batch_rows": "65536"}
"""Rows handed over at a time; with the driver's own 1,024 a reader takes a third longer."""


class OpenHere(RuntimeError):
    """This process has the SQLite file open already; load it from a process of its own."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(f"{path.name} is open in this process already; load it from a process of its own.")


@dataclass(frozen=True, slots=True)
class Readers:
    """Connections that see one state of a database, and the conditions that cut the table into ranges of rows."""

    connections: tuple[Connection, ...]
    conditions: tuple[str, ...]
    options: Mapping[str, str]

    def read(self, select: str) -> Iterator[pa.Table]:
        """Answer the query range by range; each reader takes the next range when it is done with one."""
        free: SimpleQueue[Connection] = SimpleQueue()
        for connection in self.connections:
            free.put(connection)
        with ThreadPoolExecutor(len(self.connections)) as pool:
            yield from pool.map(partial(self._range, free, select), self.conditions)

    def _range(self, free: SimpleQueue[Connection], select: str, condition: str) -> pa.Table:
        connection = free.get()
        try:
            with connection.cursor() as cursor:
                cursor.adbc_statement.set_options(**self.options)
                cursor.execute(f"{select} WHERE {condition}")
                return cursor.fetch_arrow_table()
        finally:
            free.put(connection)


def load(source: Path | str, table: str, schema: pa.Schema, *, readers: int = 2) -> pa.Table:
    """Return the columns of `schema` from a table of a SQLite file (a path) or a PostgreSQL database (an address).

    Values take the types of the schema without loss, or pyarrow's `ArrowInvalid` says which do not fit. Rows come in no
    promised order. Raises `FileNotFoundError`, and `OpenHere` for a SQLite file that this process has open.
    """
    opened = _of_sqlite(source, table, readers) if isinstance(source, Path) else _of_postgresql(source, table, readers)
    columns = ", ".join(_quoted(name) for name in schema.names)
    with opened as found:
        ranges = [part.cast(schema) for part in found.read(f"SELECT {columns} FROM {_quoted(table)}")]
    return pa.concat_tables([schema.empty_table(), *ranges])


@contextmanager
def _of_sqlite(path: Path, table: str, readers: int) -> Iterator[Readers]:
    _refuse_open(path)
    with ExitStack() as stack:
        connections = tuple(stack.enter_context(sqlite.connect(str(path))) for _ in range(readers))
        with _writers_held_off(path, table):
            extents = [_begun_sqlite(connection, table) for connection in connections]
        least, greatest = extents[0]
        edges = _edges(least, greatest + 1, readers * RANGES_A_READER)
        conditions = tuple(f"rowid >= {first} AND rowid < {until}" for first, until in pairwise(edges))
        yield Readers(connections, conditions, SQLITE_OPTIONS)


def _refuse_open(path: Path) -> None:
    """Look for the file among those this process has open, where the system lists them."""
    wanted = path.stat()
    listed = Path("/dev/fd")
    for descriptor in listed.iterdir() if listed.is_dir() else ():
        try:
            found = os.fstat(int(descriptor.name))
        except OSError:  # the listing's own descriptor is closed by now
            continue
        if os.path.samestat(found, wanted):
            raise OpenHere(path)


def _begun_sqlite(connection: Connection, table: str) -> tuple[int, int]:
    """Return the least and greatest row number; this first reading fixes the state the connection sees from now on."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT coalesce(min(rowid), 0), coalesce(max(rowid), -1) FROM {_quoted(table)}")
        [(least, greatest)] = cursor.fetchall()
    return least, greatest


@contextmanager
def _writers_held_off(path: Path, table: str) -> Iterator[None]:
    """Take SQLite's one place for a writer by writing nothing; who may not write has nobody to hold off."""
    if not os.access(path, os.W_OK):
        yield
        return
    with sqlite.connect(str(path)) as holder, holder.cursor() as cursor:
        cursor.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
        cursor.execute(f"DELETE FROM {_quoted(table)} WHERE 0")
        try:
            yield
        finally:
            holder.rollback()


@contextmanager
def _of_postgresql(address: str, table: str, readers: int) -> Iterator[Readers]:
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
        yield Readers(connections, _by_block(_edges(0, blocks, readers * RANGES_A_READER)), {})


def _by_block(edges: list[int]) -> tuple[str, ...]:
    """Cut at the first row of a block; the last range has no end, as the table may have grown since it was measured."""
    ranges = [f"ctid >= '({first},0)' AND ctid < '({until},0)'" for first, until in pairwise(edges[:-1])]
    return (*ranges, f"ctid >= '({edges[-2]},0)'")


def _edges(first: int, until: int, ranges: int) -> list[int]:
    """Cut [first, until) into about equal ranges, none of them empty but the only one."""
    ranges = max(1, min(ranges, until - first))
    return [first + (until - first) * i // ranges for i in range(ranges + 1)]


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"
