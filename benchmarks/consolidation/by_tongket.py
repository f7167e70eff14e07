"""tongket's own consolidation, in the forms that are measured."""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq
from consolidation.outcome import PERCENTS, SERIES, Fingerprint, fingerprint, new_file

from tongket.engine.consolidation import Consolidation
from tongket.engine.forms import Limits
from tongket.engine.workers import in_slices
from tongket.results.tables import with_percents

ZSTD = 3
"""The level that DuckDB and Polars take by themselves."""


def packed(facts: str, closure: str) -> Fingerprint:
    return _consolidated(facts, closure, Limits())


def packed_in_2gb(facts: str, closure: str) -> Fingerprint:
    """The same with a limit; what counts is that the whole process stays within 2 GB."""
    return _consolidated(facts, closure, Limits(), memory_limit="1200MB")


def not_packed(facts: str, closure: str) -> Fingerprint:
    """The fallback: as if no bounds had been proved, so that versions are compared instead of packed words."""
    return _consolidated(facts, closure, Limits(pack=False))


def _consolidated(facts: str, closure: str, limits: Limits, memory_limit: str | None = None) -> Fingerprint:
    """Do what `engine.side_by_side` does, with a say in the forms."""
    work = Consolidation(
        Path(facts), pq.read_table(closure), by_breakdown=False, versions_unique=True, series=SERIES, limits=limits
    )
    out = new_file()
    table = in_slices(work.run(memory_limit), lambda part: with_percents(part, PERCENTS, 1))
    keys, sums = table.column_names[:3], table.column_names[3:]
    split = dict.fromkeys(sums, "BYTE_STREAM_SPLIT")  # sums hardly repeat, but their high bytes do
    pq.write_table(table, out, compression="zstd", compression_level=ZSTD, use_dictionary=keys, column_encoding=split)
    return fingerprint(out)
