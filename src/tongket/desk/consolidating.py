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
from tongket.words import Refused, Text
from tongket.yearbook import Year

_TOO_LARGE = Text(
    "Có số liệu quá lớn hoặc quá nhiều chữ số thập phân để cộng chính xác trong 64 bit. Dùng đơn vị tính lớn hơn.",
    "Есть числа, слишком большие или слишком дробные для точной суммы в 64 битах. Возьмите более крупную единицу.",
    "Some figures are too large, or have too many decimals, to be added exactly in 64 bits. Use a larger measure.",
)
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
        year.reported,
        year.filed,
        year.files,
        basis or year.head.basis,
        cut_off_of(year, basis or year.head.basis),
        tuple(absence for dossier in year.dossiers for absence in dossier.absences),
    )


def cut_off_of(year: Year, basis: Kind) -> dt.date:
    """Return up to which day a review goes: final figures asked of a year told on estimates go to its last day."""
    end = dt.date(year.head.year, 12, 31)
    final = basis is Kind.ACTUAL and year.head.basis is Kind.ESTIMATE
    return end if final or year.head.cut_off is None else year.head.cut_off


def added_up(additions: Additions) -> Iterator[SumRow]:
    """Let the engine add up the rows along the tree, and apart from it the rows that stand alone."""
    periods = sorted({row[3] for row in additions.alone})
    units = sorted({row[0] for row in additions.alone})
    itself = [(unit, unit, period, period + 1) for period in periods for unit in units]
    for rows, closure in ((additions.along_tree, additions.closure), (additions.alone, itself)):
        if rows:
            yield from _answer(rows, closure)


def _answer(rows: Sequence[FactRow], closure: Sequence[ClosureRow]) -> Iterator[SumRow]:
    try:
        answer = consolidate(_facts(rows), _closure(closure), by_breakdown=False)
    except OverflowError:
        raise Refused(_TOO_LARGE) from None
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
