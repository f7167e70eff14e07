"""Has PostgreSQL join the rows of a range into one string of bytes, where all columns asked for are whole numbers.

A row that comes by itself costs the reader more than ten times as much to take apart as its bytes in a string do, and
the server hardly less to send (docs/decisions/0004).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
import pyarrow as pa


@dataclass(frozen=True, slots=True)
class RowBytes:
    """How the columns of a row lie in its bytes: one after another, each with its highest byte first."""

    names: tuple[str, ...]
    widths: tuple[int, ...]
    """Bytes of each column: 2, 4 or 8."""

    @classmethod
    def of(cls, names: Sequence[str], widths: Mapping[str, int]) -> Self | None:
        """Lay the columns out; None where one is not known to be a whole number."""
        known = names and all(name in widths for name in names)
        return cls(tuple(names), tuple(widths[name] for name in names)) if known else None

    def select(self, columns: Sequence[str]) -> str:
        """Write what is selected: the number of rows, and the bytes of those without a gap; names come quoted."""
        sent = (f"pg_catalog.int{width}send({name})" for name, width in zip(columns, self.widths, strict=True))
        return f"count(*), string_agg({' || '.join(sent)}, '')"

    def table(self, answer: pa.Table) -> pa.Table | None:
        """Read the one row of the answer; None where rows have gaps, as PostgreSQL joins nothing to an unknown."""
        rows, joined = answer[0][0].as_py(), answer[1][0]
        content = joined.as_buffer() if joined.is_valid else b""
        if rows * sum(self.widths) != len(content):
            return None
        read = np.frombuffer(content, np.dtype([("", f">i{width}") for width in self.widths]))
        columns = [
            read[name].astype(f"i{width}") for name, width in zip(read.dtype.names or (), self.widths, strict=True)
        ]
        return pa.table([pa.array(column) for column in columns], names=list(self.names))


def widths_query(table: str) -> str:
    """Ask for the whole numbers of a table that lies in blocks of its own; `table` is a quoted literal.

    A table of others (partitions, heirs) gives none: its blocks do not say how much a range can hold.
    """
    whole = ", ".join(f"'pg_catalog.int{width}'::regtype" for width in (2, 4, 8))
    return (
        "SELECT attname::text, attlen\n"
        "FROM pg_catalog.pg_attribute JOIN pg_catalog.pg_class ON pg_class.oid = attrelid\n"
        f"WHERE attrelid = {table}::regclass AND attnum > 0 AND NOT attisdropped AND atttypid IN ({whole})\n"
        "AND relkind IN ('r', 'm') AND NOT relhassubclass"
    )
