"""Makes a paragraph ready to be read claim by claim: its own number style, its years, its sentences and clauses."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import Final

from tongket.dossier.claims.tokens import Token
from tongket.dossier.claims.words import Role

SENTENCE_ENDS: Final = frozenset(".!?…\n")
CLAUSE_ENDS: Final = frozenset(",;()")
_POINT: Final = re.compile(r"(?<![\d.,])\d+\.(?:\d{1,2}|\d{4,})(?![\d.,/]*\d)")
_SIDES: Final = frozenset({Role.PLAN, Role.OTHER_PLAN, Role.LAST_YEAR, Role.SAME_PERIOD})
_YEARS: Final = range(1990, 2101)
_BEFORE_A_YEAR: Final = frozenset({"năm", "kế", "hoạch", "kh", "kỳ"})


def prepared(text: str, tokens: Iterable[Token]) -> tuple[Token, ...]:
    """Settle how the text writes numbers, and give bare years to the words they belong to."""
    return tuple(_comparing(tuple(_with_years(_of_the_whole(_in_its_style(text, tokens))))))


def _comparing(tokens: Sequence[Token]) -> Iterator[Token]:
    """Read "hơn" before what one compares with as a comparison: hơn | kế hoạch gần 1 tỷ USD; hơn 1 tỷ is a bound."""
    for token, after in zip_longest(tokens, tokens[1:]):
        compares = token.words == ("hơn",) and after is not None and (after.role in _SIDES or after.year is not None)
        yield replace(token, role=Role.ABOVE) if compares else token


def _of_the_whole(tokens: Iterable[Token]) -> Iterator[Token]:
    """Pass over what the whole is called: doanh thu toàn | đội; it is the one who reports."""
    before: Token | None = None
    for token in tokens:
        whole = token.is_unknown and before is not None and before.words == ("toàn",)
        before = replace(token, role=Role.FILLER) if whole else token
        yield before


def cut(tokens: Sequence[Token], marks: frozenset[str]) -> Iterator[tuple[Token, ...]]:
    """Cut tokens after each of the marks."""
    found: list[Token] = []
    for token in tokens:
        found.append(token)
        if token.mark and token.mark in marks:
            yield tuple(found)
            found = []
    if found:
        yield tuple(found)


def _in_its_style(text: str, tokens: Iterable[Token]) -> Iterator[Token]:
    """Read 2.341 as thousands, as Vietnamese does, unless the text itself writes a point before decimals (107.1)."""
    points = bool(_POINT.search(text))
    for token in tokens:
        if token.quantity and len(token.quantity.readings) > 1 and not points:
            yield replace(token, quantity=replace(token.quantity, readings=token.quantity.readings[:1], digits=0))
        else:
            yield token


def _with_years(tokens: Iterable[Token]) -> Iterator[Token]:
    """Give a bare year to the words before it: kế hoạch năm | 2022; behind "so với" it stands for itself."""
    waiting: Token | None = None
    for token in tokens:
        year = _bare_year(token)
        if waiting and year and waiting.words[-1] in _BEFORE_A_YEAR:
            yield replace(waiting, end=token.end, year=year)
            waiting = None
            continue
        if waiting:
            yield waiting
        against = waiting is not None and waiting.role is Role.AGAINST
        waiting = replace(token, quantity=None, year=year) if year and against else token
    if waiting:
        yield waiting


def _bare_year(token: Token) -> int:
    """The year that a number without a measure can be, else nothing."""
    if token.quantity is None or token.quantity.base or token.quantity.scale != 1:
        return 0
    number = int(token.quantity.readings[0])
    return number if number in _YEARS else 0
