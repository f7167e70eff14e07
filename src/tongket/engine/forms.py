"""Chooses how facts are read: in which ranges of org units, and what is packed there. All choices give the same sums.

A range of units keeps what is worked on small, so memory is bounded and caches hold it; it pays where facts are stored
by unit. Where a unit's figures fill most of the cells they could fill, the key of a figure is the number of its cell.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from tongket.engine.bounds import Held, Stored
from tongket.figures.packing import Cells, Extent, Packing
from tongket.results.tables import Shape


@dataclass(frozen=True, slots=True)
class Limits:
    """From how many rows on, and up to what size, each form was measured to pay (docs/decisions/0004)."""

    rows_worth_ranges: int = 2_000_000
    ranges_a_worker: int = 4
    """At least so many, so that no worker waits long for another at the end."""
    least_rows_a_range: int = 1_000_000
    most_rows_a_range: int = 2_000_000
    most_cells_a_range: int = 8_000_000
    most_cells_a_row: int = 6
    """Cells emptier than this cost more than they save."""
    pack: bool = True
    """Whether to pack what is proved to fit; without, versions are compared, for a measurement of what that costs."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some of the facts, and how they are read."""

    packing: Packing | None
    cells: Cells | None = None
    units: Extent | None = None
    indicators: tuple[int, ...] = ()
    """Only these; none: all."""

    @property
    def where(self) -> str:
        """The condition that a row belongs to this part."""
        conditions = []
        if self.units:
            conditions.append(f"org_unit >= {self.units.least} AND org_unit <= {self.units.greatest}")
        if self.indicators:
            conditions.append(f"indicator IN ({', '.join(map(str, self.indicators))})")
        return " AND ".join(conditions)


def parts_by_indicator(extents: Iterable[tuple[int, Extent | None, Extent]]) -> list[Part]:
    """Pack together as many indicators, the smaller first, as their bounds (value, version) allow; leave the rest."""
    packed: list[int] = []
    rest: list[int] = []
    packing, values, versions = None, None, None
    for indicator, value, version in sorted(extents, key=lambda entry: entry[1].magnitude if entry[1] else 0):
        joint = values.joined(value) if values and value else value or values
        both = versions.joined(version) if versions else version
        proved = Packing.prove(both, joint) if joint else None
        if proved is None:
            rest.append(indicator)
            continue
        packing, values, versions = proved, joint, both
        packed.append(indicator)
    whole = [Part(packing, indicators=tuple(packed))] if packed else []
    return [*whole, Part(None, indicators=tuple(rest))] if rest else whole


@dataclass(frozen=True, slots=True)
class Range:
    """A range of units and about how many rows it holds."""

    units: Extent
    rows: int


def in_ranges(table: Held | Stored, shape: Shape, parts: list[Part], limits: Limits, workers: int) -> list[Part]:
    """Cut the parts into ranges of units where facts are many and stored by unit; else leave them whole."""
    inner = [table.extent(column) for column in (*shape.keys, *shape.added_up) if column != "org_unit"]
    groups = table.groups("org_unit") if isinstance(table, Stored) and table.rows >= limits.rows_worth_ranges else None
    if groups is None or None in inner:
        return parts
    known = tuple(extent for extent in inner if extent is not None)
    return [
        replace(part, units=found.units, cells=_cells(shape, found, known, limits))
        for found in _ranges(groups, _rows_a_range(table.rows, limits, workers))
        for part in parts
    ]


def _rows_a_range(rows: int, limits: Limits, workers: int) -> int:
    """Share the rows out so that all workers end at about the same time."""
    rounds = max(limits.ranges_a_worker, -(-rows // (limits.most_rows_a_range * workers)))
    return max(limits.least_rows_a_range, -(-rows // (rounds * workers)))


def _ranges(groups: list[tuple[Extent, int]], rows_a_range: int) -> list[Range]:
    """Join neighbouring row groups up to the size of a range; groups that overlap widely give one range of all."""
    ordered = sorted(groups, key=lambda group: group[0].least)
    total = sum(count for _, count in groups)
    wanted = -(-total // rows_a_range)
    cuts, rows = [ordered[0][0].least], 0
    for extent, count in ordered:
        half_way = 2 * rows + count
        if (
            half_way * wanted > 2 * total * len(cuts) and extent.least > cuts[-1]
        ):  # nearest to where the next share begins
            cuts.append(extent.least)
        rows += count
    cuts.append(max(extent.greatest for extent, _ in groups) + 1)
    found = [_between(ordered, first, until - 1) for first, until in pairwise(cuts)]
    read, stored = sum(one.rows for one in found), sum(count for _, count in groups)
    return found if read <= 2 * stored else [_between(ordered, cuts[0], cuts[-1] - 1)]


def _between(groups: list[tuple[Extent, int]], least: int, greatest: int) -> Range:
    rows = sum(count for extent, count in groups if extent.least <= greatest and extent.greatest >= least)
    return Range(Extent(least, greatest), rows)


def _cells(shape: Shape, found: Range, inner: tuple[Extent, ...], limits: Limits) -> Cells | None:
    """Number the cells of a range, if they are not too many nor too empty."""
    cells = Cells((*shape.keys, *shape.added_up), (found.units, *inner))
    dense = cells.count <= min(limits.most_cells_a_range, limits.most_cells_a_row * found.rows)
    return cells if dense else None
