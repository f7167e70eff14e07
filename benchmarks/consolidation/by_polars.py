"""Polars: its streaming engine, lazy from scan to sink."""

from __future__ import annotations

import polars as pl
from consolidation.outcome import PERCENTS, SERIES, Fingerprint, fingerprint, new_file

KEYS = ["org_unit", "indicator", "period"]
BITS, OFFSET = 48, 10**14


def packed(facts: str, closure: str) -> Fingerprint:
    """The version packed above the value by hand: the fastest form found."""
    word = pl.col("version").cast(pl.Int64) * 2**BITS + pl.col("value") + OFFSET
    value = (pl.col("version") & (2**BITS - 1)) - OFFSET
    latest = pl.scan_parquet(facts).group_by(*KEYS, "breakdown", "series").agg(word.max())
    return _rolled_up(latest, value, closure)


def conventional(facts: str, closure: str) -> Fingerprint:
    """The last version as the documentation has it: the value at the greatest version of the group."""
    value = pl.col("value").get(pl.col("version").arg_max())
    latest = pl.scan_parquet(facts).group_by(*KEYS, "breakdown", "series").agg(value)
    return _rolled_up(latest, pl.col("value"), closure)


def _rolled_up(latest: pl.LazyFrame, value: pl.Expr, closure: str) -> Fingerprint:
    own = latest.group_by(KEYS).agg(value.filter(pl.col("series") == code).sum().alias(name) for name, code in SERIES)
    in_force = (pl.col("period") >= pl.col("first")) & (pl.col("period") < pl.col("until"))
    rolled = (
        own.join(pl.scan_parquet(closure), on="org_unit")
        .filter(in_force)
        .group_by(pl.col("ancestor").alias("org_unit"), "indicator", "period")
        .agg(pl.col(name).sum() for name, _ in SERIES)
    )
    percents = [_percent(pl.col(part), pl.col(whole)).alias(name) for name, (part, whole) in PERCENTS.items()]
    out = new_file()
    rolled.with_columns(percents).sink_parquet(out, compression="zstd", engine="streaming")
    return fingerprint(out)


def _percent(part: pl.Expr, whole: pl.Expr) -> pl.Expr:
    above, below = part.abs().cast(pl.Int128), whole.abs().cast(pl.Int128)
    size = ((2000 * above + below) // (2 * below)).cast(pl.Int64)
    return pl.when(whole != 0).then(part.sign() * whole.sign() * size)
