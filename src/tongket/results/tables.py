"""Consolidation over many rows, as named SELECTs: the last version of each figure, then the sum along the tree."""

from __future__ import annotations

from dataclasses import dataclass

from tongket.figures.dialect import Dialect, Query
from tongket.figures.packing import LARGEST, Packing

KEY = ("org_unit", "indicator", "breakdown", "period", "series")
GRAIN = ("indicator", "breakdown", "period", "series")


@dataclass(frozen=True, slots=True)
class Shape:
    """What the tables look like and how fine the answer is to be."""

    measures: tuple[str, ...] = ("value",)
    """The columns that are added up: `value`, or `low` and `high` of ranges."""
    open_ends: bool = False
    """Some are NULL, which is an end left open ("above 3 million"), not zero."""
    dated: bool = True
    """The tree has intervals [first, until) on the scale of the facts' period codes."""
    by_breakdown: bool = True
    """Each breakdown is added up apart; otherwise all rows of a unit are added together."""
    sums_fit: bool = False
    """It is proved that no sum can leave 64 bits."""

    @property
    def grain(self) -> tuple[str, ...]:
        """The columns, beside the unit, that tell one result from another."""
        return GRAIN if self.by_breakdown else tuple(column for column in GRAIN if column != "breakdown")


def consolidation(dialect: Dialect, shape: Shape, packing: Packing | None) -> tuple[Query, ...]:
    """Sum the last versions along the tree: from `facts` and `closure` to `consolidated`.

    A row whose unit has no place in the tree of its period comes out with a NULL org_unit; a sum that leaves 64 bits
    with too_large. Both are for the caller to refuse by name.
    """
    last = last_version_packed(shape, packing) if packing else last_version(dialect, shape)
    return (*last, rolled_up(dialect, shape), answer(dialect, shape))


def last_version(dialect: Dialect, shape: Shape) -> tuple[Query, ...]:
    """Take the greatest version of each figure; of a version filed twice, either may be taken."""
    values = ", ".join(f"{dialect.at_greatest(column, 'version')} AS {column}" for column in shape.measures)
    return (Query("latest", f"SELECT {_list(KEY)}, {values} FROM facts GROUP BY {_list(KEY)}"),)


def last_version_packed(shape: Shape, packing: Packing) -> tuple[Query, ...]:
    """Take the same by plain maximum of one word, where bounds prove that version and value fit into it."""
    version = f"(CAST(version AS BIGINT) - ({packing.first_version})) * {packing.step}"
    words = ", ".join(f"max({version} + {_coded(column, shape, packing)}) AS {column}" for column in shape.measures)
    values = ", ".join(f"{_decoded(column, shape, packing)} AS {column}" for column in shape.measures)
    return (
        Query("words", f"SELECT {_list(KEY)}, {words} FROM facts GROUP BY {_list(KEY)}"),
        Query("latest", f"SELECT {_list(KEY)}, {values} FROM words"),
    )


def rolled_up(dialect: Dialect, shape: Shape) -> Query:
    """Add every unit's figure to each of its ancestors in the tree of the figure's period, and count the parts."""
    sums = ", ".join(
        f"{_sum(dialect, f'latest.{column}', shape)} AS {column}, count(latest.{column}) AS {column}_known"
        for column in shape.measures
    )
    columns = _list(shape.grain, "latest")
    return Query(
        "rolled",
        f"SELECT closure.ancestor AS org_unit, {columns}, {sums}, count(*) AS parts\n"
        f"FROM latest LEFT JOIN closure ON {_in_tree('latest', shape)}\n"
        f"GROUP BY closure.ancestor, {columns}",
    )


def answer(dialect: Dialect, shape: Shape) -> Query:
    """Give one row a unit and grain: `low` and `high` (NULL where any part is open there), `parts`, `too_large`."""
    low, high = (shape.measures * 2)[:2]
    columns = _list(("org_unit", *shape.grain))
    return Query(
        "consolidated",
        f"SELECT {columns}, {_end(dialect, low, shape)} AS low, {_end(dialect, high, shape)} AS high, parts, "
        f"{_too_large(shape)} AS too_large\nFROM rolled ORDER BY {columns}",
    )


def outsiders(shape: Shape) -> Query:
    """Find the units and periods of `facts` that have no place in the tree."""
    return Query(
        "outsiders",
        f"SELECT DISTINCT facts.org_unit, facts.period FROM facts LEFT JOIN closure ON {_in_tree('facts', shape)}\n"
        "WHERE closure.ancestor IS NULL ORDER BY facts.org_unit, facts.period",
    )


def _in_tree(table: str, shape: Shape) -> str:
    same = f"closure.org_unit = {table}.org_unit"
    return f"{same} AND {table}.period >= closure.first AND {table}.period < closure.until" if shape.dated else same


def _list(columns: tuple[str, ...], table: str = "") -> str:
    return ", ".join(f"{table}.{column}" if table else column for column in columns)


def _coded(column: str, shape: Shape, packing: Packing) -> str:
    shifted = f"({column} - ({packing.offset}))"
    return f"coalesce({shifted}, 0)" if shape.open_ends else shifted


def _decoded(column: str, shape: Shape, packing: Packing) -> str:
    code = f"({column} & {packing.mask})"
    if shape.open_ends:
        return f"nullif({code}, 0) + ({packing.offset})"
    return f"{code} + ({packing.offset})"


def _sum(dialect: Dialect, expression: str, shape: Shape) -> str:
    total = dialect.total(expression)
    return dialect.whole(total) if shape.sums_fit else total


def _end(dialect: Dialect, column: str, shape: Shape) -> str:
    fits = "" if shape.sums_fit else f" AND {column} BETWEEN {-LARGEST} AND {LARGEST}"
    return f"CASE WHEN {column}_known = parts{fits} THEN {dialect.whole(column)} END"


def _too_large(shape: Shape) -> str:
    if shape.sums_fit:
        return "false"
    return " OR ".join(
        f"({column}_known = parts AND {column} NOT BETWEEN {-LARGEST} AND {LARGEST})" for column in shape.measures
    )
