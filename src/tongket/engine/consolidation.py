"""Adds up all units' figures along the tree: chooses the packed or the general form, refuses by name."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from tongket.engine.bounds import bounds_of
from tongket.engine.connection import Source, run
from tongket.engine.dialects import DUCKDB
from tongket.engine.refusals import SumTooLarge, TreeOverlaps, UnitsOutsideTree
from tongket.figures.packing import Bounds, prove_packing
from tongket.results.tables import Shape, consolidation, outsiders


def consolidate(
    facts: pa.Table | Path,
    closure: pa.Table,
    *,
    by_breakdown: bool = True,
    memory_limit: str | None = None,
    threads: int | None = None,
) -> pa.Table:
    """Add up along the tree the last version of every figure.

    `facts`: org_unit, indicator, breakdown, period, series, version and a 64-bit value, or low and high with NULL for
    an open end. `closure`: ancestor, org_unit (each unit its own ancestor too) and, when dated, first, until on the
    scale of period. The answer: org_unit, indicator, breakdown, period, series, low, high, parts, rows in that order.

    Raises `UnitsOutsideTree`, `TreeOverlaps`, `SumTooLarge`.
    """
    dated = "first" in closure.column_names
    _refuse_overlaps(closure, dated=dated)
    measures = _measures(facts)
    bounds = bounds_of(facts, measures)
    shape = _shape(measures, bounds, dated=dated, by_breakdown=by_breakdown)
    queries = consolidation(DUCKDB, shape, prove_packing(bounds) if bounds else None)
    tables = {"facts": facts, "closure": closure}
    result = run(queries, tables, memory_limit=memory_limit, threads=threads)
    if result["org_unit"].null_count:
        raise UnitsOutsideTree(_places(run((outsiders(shape),), tables)))
    _refuse_too_large(result)
    return result.drop_columns(["too_large"])


def _measures(facts: Source) -> tuple[str, ...]:
    names = facts.column_names if isinstance(facts, pa.Table) else pq.read_schema(facts).names
    return ("value",) if "value" in names else ("low", "high")


def _shape(measures: tuple[str, ...], bounds: Bounds | None, *, dated: bool, by_breakdown: bool) -> Shape:
    return Shape(
        measures=measures,
        dated=dated,
        by_breakdown=by_breakdown,
        open_ends=bounds is None or bounds.open_ends,
        sums_fit=bounds is not None and bounds.sums_fit,
    )


def _refuse_overlaps(closure: pa.Table, *, dated: bool) -> None:
    ancestor, org_unit = (closure[name].to_numpy() for name in ("ancestor", "org_unit"))
    first, until = (
        (closure[name].to_numpy() for name in ("first", "until")) if dated else (ancestor * 0, ancestor * 0 + 1)
    )
    order = np.lexsort((first, org_unit, ancestor))
    ancestor, org_unit, first, until = (column[order] for column in (ancestor, org_unit, first, until))
    again = (ancestor[1:] == ancestor[:-1]) & (org_unit[1:] == org_unit[:-1]) & (first[1:] < until[:-1])
    if again.any():
        raise TreeOverlaps(tuple(zip(ancestor[1:][again].tolist(), org_unit[1:][again].tolist(), strict=True)))


def _places(found: pa.Table) -> tuple[tuple[int, int], ...]:
    return tuple(zip(found["org_unit"].to_pylist(), found["period"].to_pylist(), strict=True))


def _refuse_too_large(result: pa.Table) -> None:
    if not pc.any(result["too_large"], min_count=0).as_py():
        return
    rows = result.filter(result["too_large"])
    raise SumTooLarge(
        tuple(zip(*(rows[name].to_pylist() for name in ("org_unit", "indicator", "period")), strict=True))
    )
