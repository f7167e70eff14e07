"""Consolidation over many rows, as named SELECTs: the last version of each figure, then the sum along the tree.

`within_units` reads `facts` and may be run for one range of units after another; `along_tree` reads what came out,
`own`, and the `closure` of the tree.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pyarrow as pa

from tongket.figures import tables as kernel
from tongket.figures.dialect import Dialect, Query
from tongket.figures.packing import LARGEST, Cells, Packing
from tongket.figures.tables import Column

KEY = ("org_unit", "indicator", "breakdown", "period", "series")
"""What tells one figure from another, beside its version."""
TYPES = dict.fromkeys(KEY, "INTEGER") | {"series": "SMALLINT"}

SMALL = 2**31 // 16
"""So large may each of the five terms of a cell's number be, that none of their sums leaves 32 bits."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What the tables look like and how the answer is to look."""

    measures: tuple[str, ...] = ("value",)
    """The columns that are added up: `value`, or `low` and `high` of ranges."""
    open_ends: bool = False
    """Some are NULL, which is an end left open ("above 3 million"), not zero."""
    dated: bool = True
    """The tree has intervals [first, until) on the scale of the facts' period codes."""
    by_breakdown: bool = True
    """Each breakdown is added up apart; otherwise all rows of a unit are added together."""
    series: tuple[tuple[str, int], ...] = ()
    """Name and code of the series that become columns side by side, uncounted; none: one row a series."""
    sums_fit: bool = False
    """It is proved that no sum can leave 64 bits."""
    ordered: bool = True
    """Rows come in the order of their keys."""

    @property
    def keys(self) -> tuple[str, ...]:
        """The columns that tell one result from another."""
        return tuple(column for column in KEY if column not in self.added_up)

    @property
    def added_up(self) -> tuple[str, ...]:
        """The columns of the key that are added up, or set side by side, within the unit."""
        return (("series",) if self.series else ()) + (() if self.by_breakdown else ("breakdown",))

    @property
    def sums(self) -> tuple[tuple[str, str, int | None], ...]:
        """The sums side by side: name, column that is added up, code of its series."""
        if self.series:
            return tuple((name, self.measures[0], code) for name, code in self.series)
        return tuple((column, column, None) for column in self.measures)


def within_units(
    dialect: Dialect, shape: Shape, packing: Packing | None = None, cells: Cells | None = None, where: str = ""
) -> tuple[Query, ...]:
    """Take the last version of every figure and add up what is finer than asked for: from `facts` to `own`.

    With a `packing` the last version is a plain maximum, with `cells` its key is one number; both only where proved.
    Of a figure filed twice under one version either may be taken; `filed_twice` finds such figures.
    """
    queries = [_last_versions(dialect, shape, packing, cells, where), _own(dialect, shape, packing, cells)]
    return (*queries, _placed(dialect, shape, cells)) if cells else tuple(queries)


def along_tree(dialect: Dialect, shape: Shape) -> tuple[Query, ...]:
    """Add every unit's own figures to each of its ancestors: from `own` and `closure` to `consolidated`.

    A sum that leaves 64 bits comes out as too_large, for the caller to refuse by name; `outsiders` must be none.
    """
    return (_parents(), *_rolled_up(dialect, shape), _answer(dialect, shape))


def outsiders(shape: Shape) -> Query:
    """Find the units and periods of `own` that have no place in the tree, whose figures would be lost."""
    return Query(
        "outsiders",
        "SELECT DISTINCT own.org_unit, own.period FROM own\n"
        f"WHERE NOT EXISTS (SELECT 1 FROM closure WHERE {_in_tree(shape)}) ORDER BY own.org_unit, own.period",
    )


def filed_twice() -> Query:
    """Find the figures of `facts` that are filed twice under one version, so that none of the two is the last."""
    keys = _list((*KEY, "version"))
    return Query("twice", f"SELECT {keys} FROM facts GROUP BY {keys} HAVING count(*) > 1 ORDER BY {keys}")


def extents_by_indicator(shape: Shape) -> Query:
    """Find how large values and versions are, indicator by indicator; NULL where one has no value."""
    ends = [(f"min({column})", f"max({column})") for column in shape.measures]
    least, greatest = (", ".join(column) for column in zip(*ends, strict=True))
    if len(ends) > 1:
        least, greatest = f"least({least})", f"greatest({greatest})"
    return Query(
        "extents",
        f"SELECT indicator, {least} AS least, {greatest} AS greatest, min(version) AS first, max(version) AS last\n"
        "FROM facts GROUP BY indicator ORDER BY indicator",
    )


def with_percents(table: pa.Table, percents: Mapping[str, tuple[str, str]], digits: int) -> pa.Table:
    """Add columns of percentages: a name, and the columns that are part and whole; see `figures.tables.percents`."""
    for name, (part, whole) in percents.items():
        column = kernel.percents(Column.from_arrow(table[part]), Column.from_arrow(table[whole]), digits)
        table = table.append_column(name, column.to_arrow())
    return table


def _last_versions(dialect: Dialect, shape: Shape, packing: Packing | None, cells: Cells | None, where: str) -> Query:
    if packing:
        words = [f"max({_word(column, shape, packing)}) AS {column}" for column in shape.measures]
    else:
        words = [f"{dialect.at_greatest(column, 'version')} AS {column}" for column in shape.measures]
    keys = f"{_cell(cells)} AS cell" if cells else _list(KEY)
    condition = f"WHERE {where}\n" if where else ""
    return Query(
        "words",
        f"SELECT {keys}, {', '.join(words)}\nFROM facts\n{condition}GROUP BY {_cell(cells) if cells else keys}",
    )


def _own(dialect: Dialect, shape: Shape, packing: Packing | None, cells: Cells | None) -> Query:
    """Add up within the unit what the answer does not tell apart, and count the parts."""
    series = _digit(dialect, cells, "series") if cells else "series"
    columns = []
    for name, column, code in shape.sums:
        value = _value(column, shape, packing)
        only = "" if code is None else f" FILTER (WHERE {series} = {code})"
        columns.append(f"{_sum(dialect, value, shape, only)} AS {name}")
        columns += [f"count({value}) AS {name}_known"] if shape.open_ends else []
    columns += [] if shape.series else ["count(*) AS parts"]
    keys = dialect.quotient("cell", _left_over(shape, cells)) if cells else _list(shape.keys)
    named = f"{keys} AS cell" if cells else keys
    select = f"SELECT {named}, {', '.join(columns)}\nFROM words\nGROUP BY {keys}"
    return Query("sums" if cells else "own", select)


def _placed(dialect: Dialect, shape: Shape, cells: Cells) -> Query:
    """Read the columns of the key back from the cell that is left of it."""
    kept = Cells(shape.keys, cells.extents[: len(shape.keys)])
    keys = ", ".join(f"CAST({_digit(dialect, kept, column)} AS {TYPES[column]}) AS {column}" for column in shape.keys)
    return Query("own", f"SELECT {keys}, {_list(_measured(shape))} FROM sums")


def _left_over(shape: Shape, cells: Cells) -> int:
    """How many cells fall together when what is added up is left out of the key."""
    return cells.weight(shape.keys[-1])


def _parents() -> Query:
    """Tell units with others below them, which are added up, from the many without, whose figures are final."""
    return Query("parents", "SELECT DISTINCT ancestor FROM closure WHERE ancestor <> org_unit")


def _rolled_up(dialect: Dialect, shape: Shape) -> tuple[Query, ...]:
    keys, names = _list(shape.keys[1:], "own"), _measured(shape)
    values = {name for name, _, _ in shape.sums}
    added = {n: _sum(dialect, f"own.{n}", shape) if n in values else f"sum(own.{n})" for n in names}
    sums = ", ".join(f"{total} AS {name}" for name, total in added.items())
    tree = f"FROM own JOIN closure ON {_in_tree(shape)}\nWHERE closure.ancestor"
    return (
        Query(
            "added",
            f"SELECT closure.ancestor AS org_unit, {keys}, {sums}\n"
            f"{tree} IN (SELECT ancestor FROM parents)\nGROUP BY closure.ancestor, {keys}",
        ),
        Query(
            "rolled",
            f"SELECT org_unit, {_list(shape.keys[1:])}, {_list(names)} FROM added\nUNION ALL\n"
            f"SELECT closure.ancestor, {keys}, {_list(names, 'own')}\n"
            f"{tree} NOT IN (SELECT ancestor FROM parents)",
        ),
    )


def _answer(dialect: Dialect, shape: Shape) -> Query:
    """Give one row a result: its sums (NULL where any part is open there), `parts`, `too_large`."""
    names = [name for name, _, _ in shape.sums]
    ends = list(zip(names, names, strict=True)) if shape.series else [("low", names[0]), ("high", names[-1])]
    columns = [f"CAST({column} AS {TYPES[column]}) AS {column}" for column in shape.keys]
    columns += [f"{_end(dialect, name, shape)} AS {end}" for end, name in ends]
    columns += [] if shape.series else [f"{dialect.whole('parts')} AS parts"]
    order = f"\nORDER BY {_list(shape.keys)}" if shape.ordered else ""
    return Query(
        "consolidated", f"SELECT {', '.join(columns)}, {_too_large(names, shape)} AS too_large\nFROM rolled{order}"
    )


def _word(column: str, shape: Shape, packing: Packing) -> str:
    """Write the version above the value. An open end has low bits of 0, as no value has."""
    value = f"coalesce({column}, {packing.offset})" if shape.open_ends else column
    return f"CAST(version AS BIGINT) * {packing.step} + {value}"


def _value(column: str, shape: Shape, packing: Packing | None) -> str:
    if packing is None:
        return column
    code = f"(({column} - ({packing.offset})) & {packing.mask})"
    return f"(nullif({code}, 0) + ({packing.offset}))" if shape.open_ends else f"({code} + ({packing.offset}))"


def _cell(cells: Cells) -> str:
    """Write the number of a cell; what is small is shifted to its first cell all at once, at the end."""
    terms, shift = [], 0
    for column, extent in zip(cells.columns, cells.extents, strict=True):
        weight = cells.weight(column)
        if extent.magnitude * weight <= SMALL:
            terms.append(f"CAST({column} AS INTEGER) * {weight}")
            shift += extent.least * weight
        else:
            terms.append(f"(CAST({column} AS INTEGER) - ({extent.least})) * {weight}")
    return f"{' + '.join(terms)} - ({shift})"


def _digit(dialect: Dialect, cells: Cells, column: str) -> str:
    """Write a column of the key as read back from its cell."""
    extent = cells.extent(column)
    above = dialect.quotient("cell", cells.weight(column))
    return f"({above if column == cells.columns[0] else f'{above} % {extent.span}'} + ({extent.least}))"


def _sum(dialect: Dialect, expression: str, shape: Shape, only: str = "") -> str:
    total = f"{dialect.total(expression)}{only}"
    return dialect.whole(total) if shape.sums_fit else total


def _end(dialect: Dialect, column: str, shape: Shape) -> str:
    conditions = [f"{column}_known = parts"] if shape.open_ends else []
    conditions += [] if shape.sums_fit else [f"{column} BETWEEN {-LARGEST} AND {LARGEST}"]
    whole = dialect.whole(column)
    return f"CASE WHEN {' AND '.join(conditions)} THEN {whole} END" if conditions else whole


def _too_large(names: list[str], shape: Shape) -> str:
    if shape.sums_fit:
        return "false"
    known = {name: f"{name}_known = parts AND " if shape.open_ends else "" for name in names}
    outside = " OR ".join(f"({known[name]}{name} NOT BETWEEN {-LARGEST} AND {LARGEST})" for name in names)
    return f"coalesce({outside}, false)"


def _in_tree(shape: Shape) -> str:
    same = "closure.org_unit = own.org_unit"
    return f"{same} AND own.period >= closure.first AND own.period < closure.until" if shape.dated else same


def _measured(shape: Shape) -> tuple[str, ...]:
    """Name what `own` holds beside its keys."""
    suffixes = ("", "_known") if shape.open_ends else ("",)
    measured = tuple(f"{name}{suffix}" for name, _, _ in shape.sums for suffix in suffixes)
    return measured if shape.series else (*measured, "parts")


def _list(columns: tuple[str, ...], table: str = "") -> str:
    return ", ".join(f"{table}.{column}" if table else column for column in columns)
