"""What all contestants share: the columns they write, Parquet to Parquet (zstd), and a result's fingerprint."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import duckdb

SERIES = (("plan", 1), ("actual", 2), ("last_year", 3))
PERCENTS = {"percent_of_plan": ("actual", "plan"), "percent_of_last_year": ("actual", "last_year")}
COLUMNS = ("org_unit", "indicator", "period", "plan", "actual", "last_year", *PERCENTS)
Fingerprint = Callable[[], str]


def new_file() -> Path:
    return Path(tempfile.mkstemp(suffix=".parquet", prefix="tongket-benchmark-")[1])


def fingerprint(path: Path) -> Fingerprint:
    """Sum the hashes of all rows, so that their order does not matter; made outside of the measured time."""

    def made() -> str:
        columns = ", ".join(f"CAST({column} AS BIGINT)" for column in COLUMNS)
        [[rows, total]] = duckdb.sql(f"SELECT count(*), sum(CAST(hash({columns}) AS HUGEINT)) FROM '{path}'").fetchall()
        path.unlink()
        return f"{rows} rows, {total}"

    return made
