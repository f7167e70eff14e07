"""Makes the facts that are consolidated: seeded, of any size, stored by org unit as a year's figures are.

Each leaf of a five-level tree has 20 indicators x 8 blocks x 12 periods x 3 series (plan, actual, last year) in one to
three versions, in no order within the unit; 2 % of the values are negative corrections; one leaf in twenty changes its
parent in period 7. Values are 64-bit hundredths, up to ten million; those of the 20th indicator up to a trillion VND.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

INDICATORS, BLOCKS, PERIODS, SERIES = 20, 8, 12, 3
VERSIONS = np.array([1, 1, 1, 1, 2, 2, 2, 3, 3, 3], dtype=np.int64)
ROWS_A_LEAF = INDICATORS * BLOCKS * PERIODS * SERIES * float(VERSIONS.mean())
LEAVES_AT_ONCE = 16
SCHEMA = pa.schema(
    {"org_unit": pa.int32(), "indicator": pa.int16(), "breakdown": pa.int32(), "period": pa.int32()}
    | {"series": pa.int16(), "version": pa.int32(), "value": pa.int64()}
)


def make(folder: Path, rows: int) -> tuple[Path, Path]:
    """Write facts.parquet and closure.parquet of about `rows` facts; what is there already is kept."""
    facts, closure = folder / f"facts-{rows}.parquet", folder / f"closure-{rows}.parquet"
    leaves = max(1, round(rows / ROWS_A_LEAF))
    if not closure.exists():
        folder.mkdir(parents=True, exist_ok=True)
        write_facts(facts, leaves)
        pq.write_table(tree(leaves), closure, compression="zstd")
    return facts, closure


def write_facts(path: Path, leaves: int) -> None:
    chance = np.random.default_rng(20121)
    half = path.with_suffix(".half")
    with pq.ParquetWriter(half, SCHEMA, compression="zstd") as writer:
        for first in range(1, leaves + 1, LEAVES_AT_ONCE):
            table = reported(chance, first, min(first + LEAVES_AT_ONCE, leaves + 1))
            writer.write_table(table, row_group_size=122_880)
    half.rename(path)


def reported(chance: np.random.Generator, first: int, until: int) -> pa.Table:
    """The facts of leaves first..until-1."""
    shape = (until - first, INDICATORS, BLOCKS, PERIODS, SERIES)
    keys = [axis.ravel() for axis in np.indices(shape, dtype=np.int32)]
    versions = chance.choice(VERSIONS, keys[0].size)
    rows = np.repeat(np.arange(keys[0].size), versions)
    version = np.arange(rows.size) - np.repeat(np.cumsum(versions) - versions, versions) + 1
    unit, indicator, block, period, series = (axis[rows] for axis in keys)
    order = np.lexsort((chance.random(rows.size), unit))
    value = chance.integers(0, 10**9, rows.size) * np.where(indicator == INDICATORS - 1, 10**5, 1)
    value = np.where(chance.random(rows.size) < 0.02, -value, value)
    columns = (unit + first, indicator + 1, block + 1, period + 1, series + 1, version, value)
    return pa.table([pa.array(c[order], f.type) for c, f in zip(columns, SCHEMA, strict=True)], schema=SCHEMA)


def tree(leaves: int) -> pa.Table:
    """The dated closure: leaves under 1000, 100, 10 and 1 units; intervals of periods, half open."""
    codes = [leaves + 1 + start for start in (0, 1000, 1100, 1110)]
    rows = []
    for leaf in range(1, leaves + 1):
        homes = [(1, 13, leaf % 1000)] if leaf % 20 else [(1, 7, leaf % 1000), (7, 13, (leaf + 1) % 1000)]
        rows.append((leaf, leaf, 1, 13))
        rows += [(codes[0] + home, leaf, *when) for *when, home in homes]
        rows += [(codes[1] + home // 10, leaf, *when) for *when, home in homes]
        rows += [(codes[2] + home // 100, leaf, *when) for *when, home in homes]
        rows.append((codes[3], leaf, 1, 13))
    columns = zip(*rows, strict=True)
    names = ("ancestor", "org_unit", "first", "until")
    return pa.table({name: pa.array(column, pa.int32()) for name, column in zip(names, columns, strict=True)})
