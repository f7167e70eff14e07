"""Reads a SQLite file into Arrow, in a process of its own, at the word of `sqlite_files`; it imports no tongket.

Why a process: ADBC brings a SQLite of its own, and on POSIX systems a process loses all its locks on a file when any
part of it closes the file, so two SQLites in one process undo each other's locks. And two readers in one process wait
for each other's memory.

It is told line by line, and answers each line with one: `hold` (keep writers off), `begin` (see this state from now
on), `release`, `read FIRST UNTIL`. What it reads goes to a file in Arrow's own format, complete when the process ends.
"""

from __future__ import annotations

import json
import sys
from contextlib import ExitStack
from typing import TypedDict

import adbc_driver_sqlite.dbapi as sqlite
import pyarrow as pa
from adbc_driver_manager.dbapi import Connection

BUSY = "PRAGMA busy_timeout = 20000"
"""How long a lock is waited for, in milliseconds: as long as the server waits."""
OPTIONS = {"adbc.sqlite.query.batch_rows": "65536"}
"""Rows handed over at a time; with the driver's own 1,024 reading takes a third longer."""


class Order(TypedDict):
    """What is to be read: names are quoted already, the schema is Arrow's own bytes in hexadecimal."""

    path: str
    table: str
    columns: str
    schema: str
    out: str


class Reader:
    """Two connections to one file: one reads, the other may hold writers off."""

    def __init__(self, order: Order, stack: ExitStack) -> None:
        self.order = order
        self.schema = pa.ipc.read_schema(pa.BufferReader(bytes.fromhex(order["schema"])))
        self.reading, self.holding = (stack.enter_context(sqlite.connect(order["path"])) for _ in range(2))
        sink = stack.enter_context(pa.OSFile(order["out"], "wb"))
        self.out = stack.enter_context(pa.ipc.new_file(sink, self.schema))
        for connection in (self.reading, self.holding):
            _rows(connection, BUSY)

    def told(self, line: str) -> list[int]:
        """Do what a line says and give what it asks for."""
        match line.split():
            case ["hold"]:  # a statement that writes nothing takes SQLite's one place for a writer
                _rows(self.holding, f"DELETE FROM {self.order['table']} WHERE 0")
            case ["release"]:
                self.holding.rollback()
            case ["begin"]:  # the first reading fixes the state that the connection sees
                least, greatest = (f"(SELECT {end}(rowid) FROM {self.order['table']})" for end in ("min", "max"))
                # asked for together in one SELECT, both ends would be looked for row by row
                return list(_rows(self.reading, f"SELECT coalesce({least}, 0), coalesce({greatest}, -1)")[0])
            case ["read", first, until]:
                self._read(int(first), int(until))
            case _:
                raise ValueError(f"not understood: {line!r}")
        return []

    def _read(self, first: int, until: int) -> None:
        with self.reading.cursor() as cursor:
            cursor.adbc_statement.set_options(**OPTIONS)
            table, columns = self.order["table"], self.order["columns"]
            cursor.execute(f"SELECT {columns} FROM {table} WHERE rowid >= {first} AND rowid < {until}")
            for batch in cursor.fetch_record_batch():
                self.out.write_batch(batch.cast(self.schema))


def _rows(connection: Connection, statement: str) -> list[tuple[int, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchall()


def main() -> None:
    """Read an order, then do what the lines say until they end; what goes wrong is answered too."""
    order: Order = json.loads(sys.stdin.readline())
    with ExitStack() as stack:
        try:
            reader = Reader(order, stack)
            for line in sys.stdin:
                _say({"answer": reader.told(line)})
        except (pa.ArrowInvalid, sqlite.Error) as refused:
            _say({"refused": type(refused).__name__, "because": str(refused)})


def _say(answer: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
