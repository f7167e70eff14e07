"""Makes a paragraph ready to be read claim by claim: its own number style, its years, its sentences and clauses."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from tongket.dossier.claims.tokens import Token

SENTENCE_ENDS: Final = frozenset(".!?…\n")
CLAUSE_ENDS: Final = frozenset(",;()")
_POINT: Final = re.compile(r"(?<![\d.,])\d+\.(?:\d{1,2}|\d{4,})(?![\d.,/]*\d)")
_BEFORE_A_YEAR: Final = frozenset({"năm", "kế", "hoạch", "kh", "kỳ"})


def prepared(text: str, tokens: Iterable[Token]) -> tuple[Token, ...]:
    """Settle how the text writes numbers, and give bare years to the words they belong to."""
    return tuple(_with_years(_in_its_style(text, tokens)))


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
    """Give a bare year to the words before it: kế hoạch năm | 2022."""
    waiting: Token | None = None
    for token in tokens:
        bare = token.quantity and not token.quantity.base and token.quantity.scale == 1
        number = int(token.quantity.readings[0]) if token.quantity and bare else 0
        if waiting and bare and 1990 <= number <= 2100 and waiting.words[-1] in _BEFORE_A_YEAR:
            yield replace(waiting, end=token.end, year=number)
            waiting = None
            continue
        if waiting:
            yield waiting
        waiting = token
    if waiting:
        yield waiting
