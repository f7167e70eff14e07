"""How large the numbers of a table are: by Parquet's own statistics where kept, else by the data."""

from __future__ import annotations

from functools import reduce
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from tongket.figures.packing import Extent


class Held:
    """A table in memory."""

    def __init__(self, table: pa.Table) -> None:
        self._table = table
        self.rows: int = table.num_rows
        self.columns: list[str] = table.column_names

    def extent(self, column: str) -> Extent | None:
        """Look at the data."""
        found = pc.min_max(self._table[column])
        least, greatest = found["min"].as_py(), found["max"].as_py()
        return None if least is None else Extent(least, greatest, self._table[column].null_count)


class Stored:
    """A Parquet file, known by its footer."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._meta = pq.read_metadata(path)
        self.rows: int = self._meta.num_rows
        self.columns: list[str] = self._meta.schema.to_arrow_schema().names
        self._groups = [self._meta.row_group(group) for group in range(self._meta.num_row_groups)]
        self._known: dict[str, list[tuple[Extent, int]] | None] = {}

    def extent(self, column: str) -> Extent | None:
        """Join the statistics of all row groups; where one has none, look at the data."""
        groups = self.groups(column)
        if groups is None:
            return Held(pq.read_table(self._path, columns=[column])).extent(column)
        return reduce(Extent.joined, (extent for extent, _ in groups)) if groups else None

    def groups(self, column: str) -> list[tuple[Extent, int]] | None:
        """Return the extent of a column and the rows of every row group; None when one keeps no statistics."""
        if column not in self._known:
            position = self.columns.index(column)
            kept = [group.column(position).statistics for group in self._groups]
            rows = [group.num_rows for group in self._groups]
            told = all(s is not None and s.has_min_max and s.has_null_count for s in kept)
            extents = [Extent(s.min, s.max, s.null_count) for s in kept] if told else []
            self._known[column] = list(zip(extents, rows, strict=True)) if told else None
        return self._known[column]


def table_of(facts: pa.Table | Path) -> Held | Stored:
    """Open a table for questions about its size."""
    return Held(facts) if isinstance(facts, pa.Table) else Stored(facts)
