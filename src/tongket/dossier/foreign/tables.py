"""The table in a foreign sheet: which rows are its head, what each column is called, which rows stand under it.

Heads of several rows are read from the top down, merged cells for every column they stand over. What counts as a good
head is asked from outside: words we know when a file is seen first, remembered wordings when it comes again.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from tongket.dossier.grid import ErrorValue, Grid, Uncalculated, Value
from tongket.words import normalised, written

_DEEPEST: Final = 60
_TALLEST: Final = 4
_PARTED: Final = " | "
_A_YEAR: Final = range(1990, 2100)

_Cover = Mapping[tuple[int, int], tuple[int, int] | None]
Headings = Mapping[int, str]
"""The wording of each column that has one, by its position."""


@dataclass(frozen=True, slots=True)
class Head:
    """The rows of a head, first and last, and the wording of each column."""

    first: int
    last: int
    headings: Headings


def head_of(grid: Grid, worth: Callable[[Headings], int]) -> Head | None:
    """Return the head worth most, of equal ones the lowest that is shortest; None when none is worth anything."""
    best: tuple[int, int, int] = (0, 0, 0)
    found: Head | None = None
    for head in _candidates(grid):
        rank = (worth(head.headings), head.first - head.last, -head.first)
        if rank[0] > 0 and rank > best:
            best, found = rank, head
    return found


def _candidates(grid: Grid) -> Iterator[Head]:
    cover = _merged_over(grid)
    for last in range(min(len(grid.rows), _DEEPEST)):
        for first in range(last, max(last - _TALLEST, -1), -1):
            if _holds_figures(grid, first):
                break
            yield Head(first, last, _headings(grid, first, last, cover))


def _merged_over(grid: Grid) -> _Cover:
    """For every cell of a merged area the cell that speaks for it; of an area over most of the sheet, a title, none."""
    width = max((len(row) for row in grid.rows), default=0)
    over: dict[tuple[int, int], tuple[int, int] | None] = {}
    for top, left, bottom, right in grid.merged:
        speaks = None if right - left + 1 > max(2, width * 3 // 5) else (top, left)
        for row in range(top, min(bottom, top + _TALLEST) + 1):
            over.update(((row, column), speaks) for column in range(left, right + 1))
    return over


def _headings(grid: Grid, first: int, last: int, cover: _Cover) -> dict[int, str]:
    width = max((len(grid.rows[row]) for row in range(first, last + 1)), default=0)
    found: dict[int, str] = {}
    for column in range(width):
        parts: list[str] = []
        for row in range(first, last + 1):
            text = _over(grid, row, column, cover, last)
            if text and (not parts or parts[-1] != text):
                parts.append(text)
        if parts:
            found[column] = _PARTED.join(parts)
    return found


def _over(grid: Grid, row: int, column: int, cover: _Cover, last: int) -> str:
    """What a head row says over a column: its own cell, the area merged over it, or a wide head to its left."""
    at = cover.get((row, column), (row, column))
    if at is None:
        return ""
    text = head_text(grid.at(*at))
    if text or at != (row, column) or row == last or not head_text(grid.at(row + 1, column)):
        return text
    left = column - 1
    while left >= 0 and not head_text(grid.at(row, left)) and head_text(grid.at(row + 1, left)):
        left -= 1
    is_wide = left >= 0 and (row, left) not in cover and head_text(grid.at(row + 1, left))
    return head_text(grid.at(row, left)) if is_wide else ""


def head_text(value: Value) -> str:
    """Return what a cell says as a part of a head: its text, or a number that is a year."""
    if isinstance(value, str):
        return normalised(value)
    return str(int(value)) if isinstance(value, Decimal) and value in _A_YEAR else ""


def _holds_figures(grid: Grid, row: int) -> bool:
    """Whether a row is data: numbers that are no years stand in it."""
    numbers = [value for value in grid.rows[row] if isinstance(value, Decimal) and value not in _A_YEAR]
    return bool(numbers)


@dataclass(frozen=True, slots=True)
class ForeignRow:
    """A row under a head: its label, the label of the row it is a part of and where that stands (-1: it is none).

    `turn` counts how often the same pair of labels stood before.
    """

    row: int
    label: str
    parent: str
    above: int = -1
    turn: int = 0


def rows_under(
    grid: Grid, head: Head, labels: Sequence[int], is_part: Callable[[str], bool], key: Callable[[str], str]
) -> tuple[ForeignRow, ...]:
    """Return the rows that have a label, in their order; `labels` are the columns where names stand.

    A label that tells it is a part belongs to the last that does not; one further to the right to the one on its left.
    A row that only says “trong đó:” is none.
    """
    found: list[ForeignRow] = []
    turns: dict[tuple[str, str], int] = {}
    whole, above = -1, dict[int, int]()
    named: dict[int, str] = {-1: ""}
    for row in range(head.last + 1, len(grid.rows)):
        column = next((column for column in reversed(labels) if text_of(grid.at(row, column))), None)
        label = "" if column is None else text_of(grid.at(row, column))
        if column is None or not key(label):
            continue
        above = {left: at for left, at in above.items() if left < column}
        parent = whole if is_part(label) else above.get(max(above, default=-1), -1)
        if not is_part(label):
            whole = above[column] = row
        named[row] = label
        pair = (key(named[parent]), key(label))
        found.append(ForeignRow(row, label, named[parent], parent, turns.get(pair, 0)))
        turns[pair] = turns.get(pair, 0) + 1
    return tuple(found)


def text_of(value: Value) -> str:
    """Return a text as it is compared, and nothing for what is no text."""
    return normalised(value) if isinstance(value, str) else ""


def is_filled(value: Value) -> bool:
    """Say whether a cell holds anything, a failed formula too."""
    return value is not None and (not isinstance(value, str) or bool(value.strip()))


def shown(value: Value) -> str:
    """Write a value the way the file shows it, for the eyes of a person who compares."""
    match value:
        case None:
            return ""
        case ErrorValue(text):
            return text
        case Uncalculated():
            return "="
        case bool():
            return str(value)
        case Decimal():
            return written(value)
        case str():
            return value.strip()
    return f"{value:%d/%m/%Y}"
