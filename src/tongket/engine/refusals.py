"""What is refused by name rather than answered wrongly: units without a place or counted twice, sums too large."""

from __future__ import annotations

import numpy as np
import pyarrow as pa


class UnitsOutsideTree(ValueError):
    """Facts whose unit has no place in the tree of their period; adding up without them would lose them silently."""

    def __init__(self, places: tuple[tuple[int, ...], ...]) -> None:
        self.places = places
        shown = ", ".join(f"unit {unit} in period {period}" for unit, period in places[:5])
        super().__init__(f"{len(places)} unit(s) with figures have no place in the tree: {shown}.")


class TreeOverlaps(ValueError):
    """A tree that names one unit twice under one ancestor at one time, so that its figures would be counted twice."""

    def __init__(self, pairs: tuple[tuple[int, int], ...]) -> None:
        self.pairs = pairs
        shown = ", ".join(f"unit {unit} under {ancestor}" for ancestor, unit in pairs[:5])
        super().__init__(f"{len(pairs)} place(s) of the tree overlap in time: {shown}.")


class FiledTwice(ValueError):
    """Figures filed twice under one version, so that neither is the last."""

    def __init__(self, keys: tuple[tuple[int, ...], ...]) -> None:
        self.keys = keys
        shown = ", ".join(f"unit {key[0]}, indicator {key[1]}, period {key[3]}, version {key[5]}" for key in keys[:5])
        super().__init__(f"{len(keys)} figure(s) are filed twice under one version: {shown}.")


class OpenEnds(ValueError):
    """Ranges and bounds where single numbers are needed: series stand side by side only as numbers."""

    def __init__(self) -> None:
        super().__init__("some figures are ranges or bounds; consolidate them one row a series, with low and high.")


class SumTooLarge(OverflowError):
    """Sums that do not fit into 64 bits at the scale of their figures."""

    def __init__(self, results: tuple[tuple[int, ...], ...]) -> None:
        self.results = results
        shown = ", ".join(
            f"unit {unit}, indicator {indicator}, period {period}" for unit, indicator, period in results[:5]
        )
        super().__init__(f"{len(results)} sum(s) leave 64 bits; use a coarser scale: {shown}.")


def refuse_overlaps(closure: pa.Table) -> None:
    """Raise `TreeOverlaps` where two rows of the closure place one unit under one ancestor at one time."""
    ancestor, org_unit = (closure[name].to_numpy() for name in ("ancestor", "org_unit"))
    dated = "first" in closure.column_names
    first, until = (
        closure[name].to_numpy() if dated else np.full(len(ancestor), i) for i, name in enumerate(("first", "until"))
    )
    order = np.lexsort((first, org_unit, ancestor))
    ancestor, org_unit, first, until = (column[order] for column in (ancestor, org_unit, first, until))
    again = (ancestor[1:] == ancestor[:-1]) & (org_unit[1:] == org_unit[:-1]) & (first[1:] < until[:-1])
    if again.any():
        raise TreeOverlaps(tuple(zip(ancestor[1:][again].tolist(), org_unit[1:][again].tolist(), strict=True)))
