"""Reads "lần lượt": several rows named one after another, then as many figures in the same order."""

from collections.abc import Sequence
from dataclasses import dataclass

from tongket.dossier.claims.tokens import Token
from tongket.dossier.claims.words import Role

Spot = tuple[int, int]
"""A token of a sentence: the number of its clause, and its place there."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Whose turn a figure is; the first figure of its group has the verb, the last one the base and the measure."""

    rows: frozenset[int]
    first: Spot
    last: Spot


def turns_of(clauses: Sequence[Sequence[Token]]) -> dict[Spot, Turn]:
    """Give each figure behind "lần lượt" its row, where there are as many of them as rows, or a multiple."""
    spots = [(number, at) for number, clause in enumerate(clauses) for at in range(len(clause))]
    starts = [spot for spot in spots if clauses[spot[0]][spot[1]].role is Role.IN_TURN]
    found: dict[Spot, Turn] = {}
    for start in starts:
        named = [clauses[n][at].rows for n, at in _stretch(clauses, spots, start) if (n, at) < start]
        rows = [one for one in named if one]
        figures = [
            (n, at)
            for n, at in _stretch(clauses, spots, start)
            if (n, at) > start and clauses[n][at].quantity is not None
        ]
        if len(rows) > 1 and figures and len(figures) % len(rows) == 0 and all(len(one) == 1 for one in rows):
            for number, figure in enumerate(figures):
                group = number // len(rows) * len(rows)
                ends = figures[group], figures[group + len(rows) - 1]
                found[figure] = Turn(rows[number - group], *ends)
    return found


def _stretch(clauses: Sequence[Sequence[Token]], spots: list[Spot], around: Spot) -> list[Spot]:
    """The tokens between the semicolons around a place."""
    ends = [spot[0] for spot in spots if clauses[spot[0]][spot[1]].mark == ";"]
    low = max((end for end in ends if end < around[0]), default=-1)
    high = min((end for end in ends if end >= around[0]), default=len(clauses))
    return [spot for spot in spots if low < spot[0] <= high]
