"""The one place that opens DuckDB: its lines 1.5 and 2 answer alike, within a memory limit, off the network."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

import duckdb
import pyarrow as pa

from tongket.engine.dialects import DUCKDB
from tongket.figures.dialect import Query, with_clause

Source: TypeAlias = pa.Table | Path
"""Where a table is: in memory, or a Parquet file."""

SETTINGS = "; ".join(
    f"SET {name}"
    for name in (
        "preserve_insertion_order = false",  # rows of an answer are ordered where it says so
        "python_enable_replacements = false",  # a Python variable is no table
        "parquet_metadata_cache = true",  # a file is read range by range, its footer once
    )
)


@contextmanager
def connection(
    tables: Mapping[str, Source], *, memory_limit: str | None = None, threads: int | None = None
) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a database in memory that sees `tables` by name; what passes `memory_limit` goes to a folder of its own."""
    with TemporaryDirectory(prefix="tongket-engine-") as folder:
        config: dict[str, str | int] = {"temp_directory": folder, "autoinstall_known_extensions": "false"}
        if memory_limit is not None:
            config["memory_limit"] = memory_limit
        if threads is not None:
            config["threads"] = threads
        opened = duckdb.connect(":memory:", config=config)  # type: ignore[arg-type]
        try:
            opened.execute(SETTINGS)
            for name, source in tables.items():
                attach(opened, name, source)
            yield opened
        finally:
            opened.close()


@contextmanager
def cursor(opened: duckdb.DuckDBPyConnection) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a second way into the same database, for another thread; it sees files, not tables in memory."""
    own = opened.cursor()
    try:
        own.execute(SETTINGS)
        yield own
    finally:
        own.close()


def attach(opened: duckdb.DuckDBPyConnection, name: str, source: Source) -> None:
    """Make `source` readable as table *name*."""
    if isinstance(source, pa.Table):
        opened.register(name, source)
        return
    path = str(source).replace("'", "''")
    opened.execute(f"CREATE VIEW {DUCKDB.identifier(name)} AS SELECT * FROM read_parquet('{path}')")


def answer(opened: duckdb.DuckDBPyConnection, queries: Sequence[Query]) -> pa.Table:
    """Return the whole answer of the last query."""
    return opened.sql(with_clause(tuple(queries), DUCKDB)).to_arrow_table()


def run(
    queries: Sequence[Query],
    tables: Mapping[str, Source],
    *,
    memory_limit: str | None = None,
    threads: int | None = None,
) -> pa.Table:
    """Answer the last of `queries` over `tables`."""
    with connection(tables, memory_limit=memory_limit, threads=threads) as opened:
        return answer(opened, queries)


@contextmanager
def stream(
    queries: Sequence[Query],
    tables: Mapping[str, Source],
    *,
    rows: int = 122_880,
    memory_limit: str | None = None,
    threads: int | None = None,
) -> Iterator[pa.RecordBatchReader]:
    """Give the answer of the last of `queries` in batches of at most `rows`, readable while the context is open."""
    with connection(tables, memory_limit=memory_limit, threads=threads) as opened:
        yield opened.sql(with_clause(tuple(queries), DUCKDB)).to_arrow_reader(rows)
