"""How large the figures and versions of a table are: by Parquet's own statistics where kept, else by the data."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from tongket.figures.packing import Bounds

Extent = tuple[int, int, int]
"""Least, greatest and number of NULLs of one column."""


def bounds_of(facts: pa.Table | Path, measures: tuple[str, ...]) -> Bounds | None:
    """The bounds over all *measures* together; None where there is no figure at all."""
    table = _TableExtents(facts) if isinstance(facts, pa.Table) else _ParquetExtents(facts)
    extents = [table.extent(column) for column in measures]
    known = [extent for extent in extents if extent is not None]
    versions = table.extent("version")
    if not known or versions is None:
        return None
    return Bounds(
        rows=table.rows,
        least=min(least for least, _, _ in known),
        greatest=max(greatest for _, greatest, _ in known),
        first_version=versions[0],
        last_version=versions[1],
        open_ends=len(known) < len(measures) or any(nulls for _, _, nulls in known),
    )


class _TableExtents:
    def __init__(self, table: pa.Table) -> None:
        self._table, self.rows = table, table.num_rows

    def extent(self, column: str) -> Extent | None:
        found = pc.min_max(self._table[column])
        least, greatest = found["min"].as_py(), found["max"].as_py()
        return None if least is None else (least, greatest, self._table[column].null_count)


class _ParquetExtents:
    def __init__(self, path: Path) -> None:
        self._path, self._meta = path, pq.read_metadata(path)
        self.rows = self._meta.num_rows

    def extent(self, column: str) -> Extent | None:
        position = self._meta.schema.to_arrow_schema().get_field_index(column)
        chunks = [self._meta.row_group(group).column(position) for group in range(self._meta.num_row_groups)]
        kept = [chunk.statistics for chunk in chunks if chunk.is_stats_set]
        if len(kept) < len(chunks) or not all(_complete(statistics) for statistics in kept):
            return _TableExtents(pq.read_table(self._path, columns=[column])).extent(column)
        return _merged((s.min, s.max, s.null_count) for s in kept if s.has_min_max)


def _complete(statistics: pq.Statistics) -> bool:
    """Whether these tell everything; a chunk of nothing but NULLs has no least value, and says so by its count."""
    return bool(statistics.has_null_count and (statistics.has_min_max or statistics.num_values == 0))


def _merged(extents: Iterable[Extent]) -> Extent | None:
    parts = list(extents)
    if not parts:
        return None
    return min(p[0] for p in parts), max(p[1] for p in parts), sum(p[2] for p in parts)
