"""Adds up all units' figures along the tree: proves what may be packed, works range by range, refuses by name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import reduce
from pathlib import Path

import pyarrow as pa
from duckdb import DuckDBPyConnection

from tongket.engine.bounds import Held, Stored, table_of
from tongket.engine.connection import answer, attach, connection
from tongket.engine.dialects import DUCKDB
from tongket.engine.forms import Limits, Part, in_ranges, parts_by_indicator
from tongket.engine.refusals import FiledTwice, OpenEnds, SumTooLarge, UnitsOutsideTree, refuse_overlaps
from tongket.engine.workers import WORKERS, in_slices, own_figures
from tongket.figures.packing import Extent, Packing, sums_fit
from tongket.results.tables import Shape, along_tree, extents_by_indicator, filed_twice, outsiders, with_percents


def consolidate(
    facts: pa.Table | Path,
    closure: pa.Table,
    *,
    by_breakdown: bool = True,
    versions_unique: bool = False,
    memory_limit: str | None = None,
) -> pa.Table:
    """Add up along the tree the last version of every figure.

    `facts`: org_unit, indicator, breakdown, period, series, version and a 64-bit value, or low and high with NULL for
    an open end. `closure`: ancestor, org_unit (each unit its own ancestor too) and, when dated, first, until on the
    scale of period. The answer: org_unit, indicator, breakdown, period, series, low, high, parts, rows in that order.

    `versions_unique` says that the store itself keeps a figure from being filed twice under one version; otherwise that
    is checked. Raises `UnitsOutsideTree`, `TreeOverlaps`, `FiledTwice`, `SumTooLarge`.
    """
    return Consolidation(facts, closure, by_breakdown=by_breakdown, versions_unique=versions_unique).run(memory_limit)


def side_by_side(
    facts: pa.Table | Path,
    closure: pa.Table,
    *,
    series: Mapping[str, int],
    percents: Mapping[str, tuple[str, str]],
    digits: int,
    versions_unique: bool = False,
    memory_limit: str | None = None,
) -> pa.Table:
    """Consolidate without breakdowns, each series a column, with percentages between them; in no order of rows.

    `series` names the codes ("plan": 1); `percents` says part and whole ("percent_of_plan": ("actual", "plan")), which
    come out times 10**digits, half away from zero. Raises `OpenEnds` too: ranges do not stand side by side.
    """
    work = Consolidation(
        facts, closure, by_breakdown=False, versions_unique=versions_unique, series=tuple(series.items())
    )
    return in_slices(work.run(memory_limit), lambda part: with_percents(part, percents, digits))


class Consolidation:
    """One consolidation: what is known of the facts before they are read, and the reading."""

    def __init__(
        self,
        facts: pa.Table | Path,
        closure: pa.Table,
        *,
        by_breakdown: bool,
        versions_unique: bool,
        series: tuple[tuple[str, int], ...] = (),
        limits: Limits | None = None,
    ) -> None:
        refuse_overlaps(closure)
        self.facts, self.closure = facts, closure
        self.versions_unique, self.limits = versions_unique, limits or Limits()
        self.table: Held | Stored = table_of(facts)
        self.measures = ("value",) if "value" in self.table.columns else ("low", "high")
        self.value = _joined(self.table.extent(column) for column in self.measures)
        self.shape = Shape(
            measures=self.measures,
            open_ends=self._has_open_ends(),
            dated="first" in closure.column_names,
            by_breakdown=by_breakdown,
            series=series,
            sums_fit=self.value is not None and sums_fit(self.value, self._most_parts()),
            ordered=not series,
        )
        if series and (self.shape.open_ends or len(self.measures) > 1):
            raise OpenEnds

    def run(self, memory_limit: str | None = None) -> pa.Table:
        """Read the facts and add them up."""
        with connection({"facts": self.facts, "closure": self.closure}, memory_limit=memory_limit) as opened:
            if not self.versions_unique:
                self._refuse_filed_twice(opened)
            parts = in_ranges(self.table, self.shape, self._parts(opened), self.limits, WORKERS)
            attach(opened, "own", own_figures(opened, self.shape, parts))
            lost = answer(opened, (outsiders(self.shape),))
            if lost.num_rows:
                raise UnitsOutsideTree(_rows(lost, "org_unit", "period"))
            result = answer(opened, along_tree(DUCKDB, self.shape))
        too_large = result.filter(result["too_large"])
        if too_large.num_rows:
            raise SumTooLarge(_rows(too_large, "org_unit", "indicator", "period"))
        return result.drop_columns(["too_large"])

    def _parts(self, opened: DuckDBPyConnection) -> list[Part]:
        """Pack all figures if their bounds allow it; else those indicators whose own bounds do."""
        version = self.table.extent("version")
        if self.value is None or version is None or not self.limits.pack:
            return [Part(None)]
        packing = Packing.prove(version, self.value)
        return [Part(packing)] if packing else parts_by_indicator(self._extents_by_indicator(opened))

    def _refuse_filed_twice(self, opened: DuckDBPyConnection) -> None:
        twice = answer(opened, (filed_twice(),))
        if twice.num_rows:
            raise FiledTwice(_rows(twice, *twice.column_names))

    def _extents_by_indicator(self, opened: DuckDBPyConnection) -> Iterator[tuple[int, Extent | None, Extent]]:
        for row in answer(opened, (extents_by_indicator(self.shape),)).to_pylist():
            value = None if row["least"] is None else Extent(row["least"], row["greatest"])
            yield row["indicator"], value, Extent(row["first"], row["last"])

    def _has_open_ends(self) -> bool:
        extents = [self.table.extent(column) for column in self.measures]
        return self.table.rows > 0 and any(extent is None or extent.open > 0 for extent in extents)

    def _most_parts(self) -> int:
        """Return how many figures can meet in one sum: of a unit and a breakdown, one."""
        units, breakdowns = (self.table.extent(column) for column in ("org_unit", "breakdown"))
        return min(self.table.rows, units.span * breakdowns.span) if units and breakdowns else self.table.rows


def _joined(extents: Iterable[Extent | None]) -> Extent | None:
    known = [extent for extent in extents if extent is not None]
    return reduce(Extent.joined, known) if known else None


def _rows(table: pa.Table, *columns: str) -> tuple[tuple[int, ...], ...]:
    return tuple(zip(*(table[column].to_pylist() for column in columns), strict=True))
