"""The reference: the conventional SQL beside this file, on DuckDB with its own settings."""

from __future__ import annotations

from pathlib import Path

import duckdb
from consolidation.outcome import Fingerprint, fingerprint, new_file


def reference(facts: str, closure: str) -> Fingerprint:
    return _answered(facts, closure, "")


def reference_in_2gb(facts: str, closure: str) -> Fingerprint:
    return _answered(facts, closure, "SET memory_limit = '1200MB'")


def _answered(facts: str, closure: str, settings: str) -> Fingerprint:
    sql = Path(__file__).with_name("reference.sql").read_text(encoding="utf-8")
    out = new_file()
    connection = duckdb.connect()
    connection.execute(f"SET preserve_insertion_order = false; {settings}")
    connection.execute(f"CREATE VIEW facts AS FROM '{facts}'; CREATE VIEW closure AS FROM '{closure}'")
    connection.execute(f"COPY ({sql}) TO '{out}' (FORMAT parquet, COMPRESSION zstd)").fetchall()
    connection.close()
    return fingerprint(out)
