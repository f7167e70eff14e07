"""How a table stands on paper: its heads in rows, and columns so wide that no word and no figure breaks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

from tongket.documents.facts import Column, RowKind, Table
from tongket.documents.measure import width_mm
from tongket.documents.profile import Part, Profile

PADDING_MM = Fraction("1.3")  # at each side of a cell
SET_IN_MM = 4  # a part of the sum above it
_SLACK_MM = Fraction("0.4")  # borders, and printers that round
_SMALLEST, _NAMES_GIVE_WAY = 8, 9
_NAMES_MM = 28
_BREAKS = re.compile(r"[ \n]+|(?<=[-–])")
_CODE_BREAKS = re.compile(r"(?<=[-–/@:#.,; \n])")


@dataclass(frozen=True, slots=True)
class Head:
    """A head cell: its text, how many columns and rows it covers, and whether it only numbers its column."""

    text: str
    across: int = 1
    down: int = 1
    light: bool = False


def heads(columns: Sequence[Column]) -> tuple[tuple[Head, ...], ...]:
    """The rows of heads: common heads over each run of columns of one group, tall cells over the others."""
    rows = [tuple(Head(column.head) for column in columns)]
    if any(column.group for column in columns):
        runs = groupby(enumerate(columns), key=lambda numbered: numbered[1].group or numbered[0])
        upper = [(group, [column for _, column in members]) for group, members in runs]
        rows = [
            tuple(Head(g, across=len(run)) if isinstance(g, str) else Head(run[0].head, down=2) for g, run in upper),
            tuple(Head(column.head) for column in columns if column.group),
        ]
    if any(column.formula for column in columns):
        rows.append(tuple(Head(column.formula, light=True) for column in columns))
    return tuple(rows)


def parts(text: str, *, code: bool) -> tuple[str, ...]:
    """What must stay on one line: words, halves of a range, and in codes and addresses what stands between marks."""
    return tuple(part for part in (_CODE_BREAKS if code else _BREAKS).split(text) if part)


def fit(table: Table, profile: Profile, room: int) -> tuple[tuple[Fraction, ...], int]:
    """Each column's width in millimetres, and how many points smaller than the profile's the letters must be.

    Shares hold where they can; a column too narrow for its longest word takes from those that have more than they need.
    Names get some room before letters may become small, so that a crowded table does not stack its names word by word.
    """
    shares = [column.width for column in table.columns]
    plain = profile.styles[Part.TABLE].size
    needs, smaller = [Fraction(0)] * len(shares), 0
    for smaller in range(max(plain - _SMALLEST, 0) + 1):
        styled = profile.with_smaller_tables(smaller)
        needs = [_need(table, at, styled) for at in range(len(table.columns))]
        roomy = list(needs)
        roomy[table.name_column] = max(needs[table.name_column], _room_for_names(table, styled))
        if sum(roomy) <= room:
            return _shared(shares, roomy, Fraction(room)), smaller
        if sum(needs) <= room and plain - smaller <= _NAMES_GIVE_WAY:
            break
    return _shared(shares, needs, Fraction(room)), smaller


def _room_for_names(table: Table, profile: Profile) -> Fraction:
    """As much as the longest name would take on one line, but no more than a sixth of a page."""
    size, at = profile.styles[Part.TABLE].size, table.name_column
    lengths = (
        width_mm(row.cells[at].text, size) + (SET_IN_MM if is_set_in(table, row.kind, at) else 0)
        for row in table.rows
        if row.kind is not RowKind.SECTION
    )
    return min(max(lengths, default=Fraction(0)) + 2 * PADDING_MM, Fraction(_NAMES_MM))


def _need(table: Table, at: int, profile: Profile) -> Fraction:
    column = table.columns[at]
    head, plain = (profile.styles[part].size for part in (Part.TABLE_HEAD, Part.SMALL if column.small else Part.TABLE))
    heads = parts(f"{column.head} {column.formula}", code=False)
    widths = [width_mm(word, head, bold=True) for word in ("", *heads)]
    widths += [width_mm(word, plain, bold=bold) + set_in for word, bold, set_in in _words(table, at)]
    return max(widths) + 2 * PADDING_MM + _SLACK_MM


def _words(table: Table, at: int) -> Iterator[tuple[str, bool, int]]:
    """Every different word of a column once, with what makes it wider."""
    found = {
        (word, row.kind is RowKind.SUBTOTAL, SET_IN_MM if is_set_in(table, row.kind, at) else 0)
        for row in table.rows
        if row.kind is not RowKind.SECTION
        for word in parts(row.cells[at].text, code=table.columns[at].small)
    }
    yield from found


def is_set_in(table: Table, kind: RowKind, at: int) -> bool:
    """Whether the cell names a part of the sum above it and so begins further right."""
    return kind is RowKind.INDENTED and at == table.name_column


def _shared(shares: Sequence[int], needs: Sequence[Fraction], room: Fraction) -> tuple[Fraction, ...]:
    """Columns whose share is below their need get the need; the others share what is left."""
    total = sum(needs)
    if total >= room:
        return tuple(need * room / total for need in needs)
    tight: set[int] = set()
    while True:
        left = room - sum(needs[at] for at in tight)
        loose = sum(share for at, share in enumerate(shares) if at not in tight)
        widths = [needs[at] if at in tight else left * share / loose for at, share in enumerate(shares)]
        found = {at for at, width in enumerate(widths) if width < needs[at]}
        if not found:
            return tuple(widths)
        tight |= found
