"""Reads the claims of a paragraph: which figure of which row, in what relation to what, at what time.

What cannot be tied to one row, one relation and one base stays unread: silence is better than a false alarm.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Final

from tongket.dossier.claims.table import KnownRows
from tongket.dossier.claims.tokens import DAYS, PERCENT, TIMES, Quantity, Token, tokens_of
from tongket.dossier.claims.words import Role


class Relation(Enum):
    """How a figure stands to its base."""

    IS = auto()
    """The value itself, or the share of the base in per cent: đạt."""
    ABOVE = auto()
    BELOW = auto()
    TIMES = auto()


class Base(Enum):
    """What a figure is compared with."""

    NOTHING = auto()
    PLAN = auto()
    LAST_YEAR = auto()
    OTHER = auto()
    """Something that does not stand in the table: an adjusted plan, a quarter, two years ago."""


class Bound(Enum):
    """How exactly a figure is meant."""

    EXACT = auto()
    OVER = auto()
    NEAR = auto()
    ABOUT = auto()
    UNDER = auto()
    AT_LEAST = auto()


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement about one row. Without a quantity it says only on which side of its base the row is.

    `months` is up to which month (None: the year, -1: a time that the table does not hold), `year` the year named, None
    for the report's own. `exceeds` says that the word was one of going past a plan (vượt); `quote` are the words.
    """

    rows: frozenset[int]
    quantity: Quantity | None
    relation: Relation
    base: Base
    bound: Bound
    quote: str
    months: int | None = None
    year: int | None = None
    exceeds: bool = False
    negated: bool = False
    fulfils: bool = False


_POINT: Final = re.compile(r"(?<![\d.,])\d+\.(?:\d{1,2}|\d{4,})(?![\d.,/]*\d)")
_RELATIONS: Final = {
    Role.OF: Relation.IS,
    Role.ABOVE: Relation.ABOVE,
    Role.BELOW: Relation.BELOW,
    Role.TIMES: Relation.TIMES,
    Role.FULFIL: Relation.IS,
    Role.CHANGED_TO: Relation.IS,
    Role.PASSES: Relation.IS,
}
_BOUNDS: Final = {
    Role.OVER: Bound.OVER,
    Role.NEAR: Bound.NEAR,
    Role.ABOUT: Bound.ABOUT,
    Role.UNDER: Bound.UNDER,
    Role.AT_LEAST: Bound.AT_LEAST,
    Role.PASSES: Bound.OVER,
}
_BASES: Final = {
    Role.PLAN: Base.PLAN,
    Role.OTHER_PLAN: Base.OTHER,
    Role.LAST_YEAR: Base.LAST_YEAR,
    Role.SAME_PERIOD: Base.LAST_YEAR,
    Role.OTHER_TIME: Base.OTHER,
}
_ENDS: Final = frozenset(".!?…\n")
_UNKNOWN: Final = -1
"""A stretch of the year that the table does not hold."""
_CUT_OFF: Final = frozenset(_RELATIONS) - {Role.FULFIL} | {Role.AND, Role.BECAUSE}
_PASSED_OVER: Final = frozenset({Role.FILLER, Role.AGAINST, Role.LINK, Role.WHOLE_YEAR, Role.ESTIMATE, Role.FULFIL})


_BEFORE_A_PLAN: Final = frozenset(
    {Role.FILLER, Role.OF, Role.OVER, Role.NEAR, Role.ABOUT, Role.LINK, Role.CHANGED_TO, Role.ABOVE, Role.BELOW}
)
_LOSSES: Final = frozenset({"lỗ", "âm"})
"""Words that turn a figure's sign; what they say is not read."""


def claims_of(text: str, known: KnownRows, year: int) -> Iterator[Claim]:
    """Give the claims of a paragraph about the rows of a table; `year` is the year of the report."""
    tokens = tuple(_with_years(_in_its_style(text, tokens_of(text, known.lexicon))))
    in_months = any(token.months for token in tokens)
    for sentence in _cut(tokens, _ENDS):
        yield from _Sentence(text, sentence, known, year, in_months=in_months).claims()


def _in_its_style(text: str, tokens: Sequence[Token]) -> Iterator[Token]:
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
        if waiting and bare and 1990 <= number <= 2100 and waiting.words[-1] in {"năm", "kế", "hoạch", "kh", "kỳ"}:
            yield replace(waiting, end=token.end, year=number)
            waiting = None
            continue
        if waiting:
            yield waiting
        waiting = token
    if waiting:
        yield waiting


def _cut(tokens: Sequence[Token], marks: frozenset[str]) -> Iterator[tuple[Token, ...]]:
    found: list[Token] = []
    for token in tokens:
        found.append(token)
        if token.mark and token.mark in marks:
            yield tuple(found)
            found = []
    if found:
        yield tuple(found)


class _Sentence:
    """One sentence being read from left to right: what it speaks of is carried from clause to clause."""

    def __init__(self, text: str, tokens: tuple[Token, ...], known: KnownRows, year: int, *, in_months: bool) -> None:
        self.text, self.tokens, self.known, self.year, self.in_months = text, tokens, known, year, in_months
        self.subject: frozenset[int] = frozenset()
        self.indicator: frozenset[int] = frozenset()
        self.months: int | None = None
        self.named_year: int | None = None
        self.against: Base | None = None
        self.wanted = self.foreign = False

    def claims(self) -> Iterator[Claim]:
        for clause in _cut(self.tokens, frozenset(",;()")):
            yield from self._clause(clause)

    def _clause(self, clause: tuple[Token, ...]) -> Iterator[Claim]:
        if clause[0].role is Role.BECAUSE or (self.foreign and not any(token.rows for token in clause)):
            self.foreign = clause[0].role is Role.BECAUSE and not any(token.rows for token in clause)
        used: set[int] = set()
        for at, token in enumerate(clause):
            self._notice(token, clause, at)
            if self.wanted or self.foreign:
                continue
            if token.quantity is not None and at not in used:
                if claim := self._figure(clause, at):
                    used.add(at)
                    yield claim
            elif token.role in {Role.FULFIL, Role.ABOVE, Role.BELOW, Role.OF} and (claim := self._side(clause, at)):
                yield claim
        if not any(token.quantity for token in clause) and any(token.role is Role.AGAINST for token in clause):
            self.against = next((found for token in clause if (found := self._side_base(token))), None)
        if clause[-1].mark == ";":
            self.months = self.named_year = self.against = None

    def _notice(self, token: Token, clause: tuple[Token, ...], at: int) -> None:
        """Keep what the next figures are about: a row, one of its parts, a time, or something that is none of ours."""
        if token.role is Role.INTENT:
            self.wanted = True
        elif token.role is Role.OTHER_THING or (token.role is Role.TOGETHER and at):
            self.subject = self.indicator = frozenset()
        elif token.rows and not token.is_part:
            self.subject = self.indicator = token.rows
            self.foreign = False
        elif token.is_part:
            self.subject = self._parts(token.rows)
        elif token.year is not None and token.role is None:
            if not _is_base(clause, at):
                self.named_year = token.year
        elif token.role is Role.OTHER_TIME and not _is_base(clause, at):
            self.months = _UNKNOWN
        elif token.months and token.role is None:
            self.months = token.months

    def _parts(self, rows: frozenset[int]) -> frozenset[int]:
        """The parts of the indicator spoken of; of several indicators' parts none is taken."""
        codes = {self.known.rows[row].code.partition("/")[0] for row in self.indicator}
        fitting = frozenset(row for row in rows if self.known.rows[row].code.partition("/")[0] in codes)
        return fitting or (rows if len(rows) == 1 else frozenset())

    # A figure

    def _figure(self, clause: tuple[Token, ...], at: int) -> Claim | None:
        quantity = clause[at].quantity
        assert quantity is not None
        if quantity.base == DAYS or not self.subject:
            return None
        first, relation, word, bound = self._before(clause, at)
        base, last, base_year = self._base(clause, at, first)
        if _is_amount(quantity) and relation in (None, Relation.IS) and base in (Base.PLAN, Base.NOTHING):
            base = _plan_itself(clause, at)
        if quantity.base == TIMES:
            relation = Relation.TIMES
        if relation is None:
            if quantity.base == PERCENT and base in (Base.NOTHING, Base.OTHER):
                return None
            relation = Relation.IS
        rows = self._fitting(quantity)
        if not rows:
            return None
        return Claim(
            rows, quantity, relation, base, bound, self._quote(clause, first, last), self._months(base),
            (base_year if base is Base.NOTHING else None) or self.named_year, exceeds=word.startswith("vượt"),
        )  # fmt: skip

    def _fitting(self, quantity: Quantity) -> frozenset[int]:
        """The rows spoken of whose measure the figure can have."""
        if quantity.base in (PERCENT, TIMES):
            return self.subject
        if not quantity.base:
            return frozenset()
        return frozenset(row for row in self.subject if _same_measure(self.known.measures[row][1], quantity.base))

    def _before(self, clause: tuple[Token, ...], at: int) -> tuple[int, Relation | None, str, Bound]:
        """Look back for the verb of a figure and how exactly it is meant."""
        bound = Bound.EXACT
        for back in range(at - 1, -1, -1):
            token = clause[back]
            if token.quantity is not None or token.role is Role.AND:
                break
            if token.role in _BOUNDS and bound is Bound.EXACT:
                bound = _BOUNDS[token.role]
            if token.role in _RELATIONS:
                return back, _RELATIONS[token.role], token.words[0], bound
        return max(at - 1, 0) if bound is not Bound.EXACT else at, None, "", bound

    def _base(self, clause: tuple[Token, ...], at: int, first: int) -> tuple[Base, int, int | None]:
        """Look on for what a figure is compared with, then between its verb and itself, then before the verb."""
        after = self._base_after(clause, at)
        if after is not None:
            return after
        between = next((found for token in clause[first + 1 : at] if (found := self._base_of(token))), None)
        return between or self._base_before(clause, first) or self.against or Base.NOTHING, at, None

    def _base_after(self, clause: tuple[Token, ...], at: int) -> tuple[Base, int, int | None] | None:
        for on, token in enumerate(clause[at + 1 :], start=at + 1):
            if token.quantity is not None or token.mark or token.role in _CUT_OFF:
                return None
            if found := self._base_of(token):
                return found, on, None
            if token.year is not None:
                return self._of_year(token.year), on, token.year
            if token.role not in _PASSED_OVER:
                return None
        return None

    def _base_before(self, clause: tuple[Token, ...], first: int) -> Base | None:
        """So với kế hoạch, … tăng: what stands between "so với" and the verb."""
        for back in range(first - 1, -1, -1):
            if clause[back].quantity is not None or clause[back].rows:
                return None
            if clause[back].role is Role.AGAINST:
                return next((found for one in clause[back + 1 : first] if (found := self._base_of(one))), None)
        return None

    def _base_of(self, token: Token) -> Base | None:
        base = _BASES.get(token.role) if token.role else None
        if base is Base.PLAN and token.year not in (None, self.year):
            return Base.OTHER
        if base is Base.LAST_YEAR and token.year not in (None, self.year - 1):
            return Base.OTHER
        return base

    def _of_year(self, year: int) -> Base:
        return Base.LAST_YEAR if year == self.year - 1 else Base.NOTHING if year == self.year else Base.OTHER

    def _months(self, base: Base) -> int | None:
        """Up to which month a figure goes; of a part of last year the table knows nothing."""
        return _UNKNOWN if base is Base.LAST_YEAR and (self.months or self.in_months) else self.months

    # A side without a figure

    def _side(self, clause: tuple[Token, ...], at: int) -> Claim | None:
        """Read that a plan was reached or not, or that something rose or fell, where no figure follows."""
        rest = clause[at + 1 :]
        if not self.subject or any(token.quantity for token in rest):
            return None
        to, base = next(((on, found) for on, one in enumerate(rest) if (found := self._side_base(one))), (0, None))
        token = clause[at]
        if base is None or (token.role is Role.OF and token.words[0] != "đạt"):
            return None
        if token.role in {Role.ABOVE, Role.BELOW} and base is Base.PLAN and token.words[0] not in {"vượt", "hụt"}:
            return None
        negated = any(one.role is Role.NOT for one in clause[max(0, at - 2) : at])
        quote = self._quote(clause, at - negated, at + 1 + to)
        relation = _RELATIONS[token.role] if token.role else Relation.IS
        fulfils = base is Base.PLAN and token.role in {Role.FULFIL, Role.OF}
        if base is not Base.PLAN and relation is Relation.IS:
            return None
        return Claim(
            self.subject, None, relation, base, Bound.EXACT, quote, self._months(base), self.named_year,
            negated=negated, fulfils=fulfils,
        )  # fmt: skip

    def _side_base(self, token: Token) -> Base | None:
        return self._of_year(token.year) if token.year is not None and token.role is None else self._base_of(token)

    def _quote(self, clause: tuple[Token, ...], first: int, last: int) -> str:
        return self.text[clause[max(first, 0)].start : clause[last].end].strip()


def _is_base(clause: tuple[Token, ...], at: int) -> bool:
    """Whether a year stands as what is compared with: so với năm 2021."""
    return any(token.role is Role.AGAINST for token in clause[max(0, at - 2) : at]) or bool(
        (at and clause[at - 1].role in {Role.PLAN, Role.SAME_PERIOD, Role.OTHER_PLAN}) or _after_percent(clause, at)
    )


def _after_percent(clause: tuple[Token, ...], at: int) -> bool:
    before = clause[at - 1].quantity if at else None
    return before is not None and before.base == PERCENT


def _plan_itself(clause: tuple[Token, ...], at: int) -> Base:
    """Say whether an amount is that of the plan (kế hoạch là 2.912 nghìn tấn), of another plan, or a loss."""
    for token in reversed(clause[:at]):
        if token.words[0] in _LOSSES or token.role is Role.OTHER_PLAN:
            return Base.OTHER
        if token.role is Role.PLAN:
            return Base.PLAN
        if not token.rows and (token.role not in _BEFORE_A_PLAN or token.words[0] == "đạt"):
            return Base.NOTHING
    return Base.NOTHING


def _is_amount(quantity: Quantity) -> bool:
    return quantity.base not in (PERCENT, TIMES)


def _same_measure(own: str, stated: str) -> bool:
    """Whether a stated measure is the row's, or the beginning of it: triệu đồng for triệu đồng/người/tháng."""
    return own == stated or own.startswith((f"{stated} ", f"{stated}/"))
