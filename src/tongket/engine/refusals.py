"""What is refused by name rather than answered wrongly: units without a place or counted twice, sums too large."""

from __future__ import annotations

Place = tuple[int, int]
"""A unit and a period."""


class UnitsOutsideTree(ValueError):
    """Facts whose unit has no place in the tree of their period; adding up without them would lose them silently."""

    def __init__(self, places: tuple[Place, ...]) -> None:
        self.places = places
        shown = ", ".join(f"unit {unit} in period {period}" for unit, period in places[:5])
        super().__init__(f"{len(places)} unit(s) with figures have no place in the tree: {shown}.")


class TreeOverlaps(ValueError):
    """A tree that names one unit twice under one ancestor at one time, so that its figures would be counted twice."""

    def __init__(self, pairs: tuple[tuple[int, int], ...]) -> None:
        self.pairs = pairs
        shown = ", ".join(f"unit {unit} under {ancestor}" for ancestor, unit in pairs[:5])
        super().__init__(f"{len(pairs)} place(s) of the tree overlap in time: {shown}.")


class SumTooLarge(OverflowError):
    """Sums that do not fit into 64 bits at the scale of their figures."""

    def __init__(self, results: tuple[tuple[int, int, int], ...]) -> None:
        self.results = results
        shown = ", ".join(
            f"unit {unit}, indicator {indicator}, period {period}" for unit, indicator, period in results[:5]
        )
        super().__init__(f"{len(results)} sum(s) leave 64 bits; use a coarser scale: {shown}.")
