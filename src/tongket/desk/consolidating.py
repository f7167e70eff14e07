"""Adds up a year: the rows the rooms gathered go through the engine, and its sums back to the rooms."""

import datetime as dt
from collections.abc import Iterator, Sequence

import pyarrow as pa

from tongket.engine import consolidate
from tongket.figures import Kind
from tongket.results import Results
from tongket.results.assembly import SumRow
from tongket.results.review import Question, conclude, prepare
from tongket.results.rollup import Additions, ClosureRow, FactRow
from tongket.yearbook import Year

_FACTS = ("org_unit", "indicator", "breakdown", "period", "series", "version", "low", "high")
_CLOSURE = ("ancestor", "org_unit", "first", "until")
_SUM = ("org_unit", "indicator", "period", "series", "low", "high", "parts")


def consolidated(year: Year, basis: Kind | None = None) -> Results:
    """Return everything the year adds up to, on its own basis or another (`estimate`, `actual`)."""
    prepared = prepare(question_of(year, basis))
    return conclude(prepared, added_up(prepared.additions))


def question_of(year: Year, basis: Kind | None = None) -> Question:
    """Take from a year what its review rests on; without a cut-off the year's last day counts."""
    return Question(
        year.head.year,
        year.organisation,
        year.plan,
        year.figures,
        year.filings,
        year.files,
        basis or year.head.basis,
        year.head.cut_off or dt.date(year.head.year, 12, 31),
    )


def added_up(additions: Additions) -> Iterator[SumRow]:
    """Let the engine add up the rows along the tree, and apart from it the rows that stand alone."""
    periods = sorted({row[3] for row in additions.alone})
    units = sorted({row[0] for row in additions.alone})
    itself = [(unit, unit, period, period + 1) for period in periods for unit in units]
    for rows, closure in ((additions.along_tree, additions.closure), (additions.alone, itself)):
        if rows:
            answer = consolidate(_facts(rows), _closure(closure), by_breakdown=False)
            yield from zip(*(answer[name].to_pylist() for name in _SUM), strict=True)


def _facts(rows: Sequence[FactRow]) -> pa.Table:
    columns = dict(zip(_FACTS, zip(*rows, strict=True), strict=True))
    low, high = columns.pop("low"), columns.pop("high")
    table = {name: pa.array(column, pa.int32()) for name, column in columns.items()}
    values = {"value": low} if low == high and None not in low else {"low": low, "high": high}
    return pa.table({**table, **{name: pa.array(column, pa.int64()) for name, column in values.items()}})


def _closure(rows: Sequence[ClosureRow]) -> pa.Table:
    columns = zip(_CLOSURE, zip(*rows, strict=True), strict=True)
    return pa.table({name: pa.array(column, pa.int32()) for name, column in columns})
