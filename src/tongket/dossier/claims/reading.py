"""Reads the claims of a paragraph: which figure of which row, in what relation to what, at what time.

What cannot be tied to one row, one relation and one base stays unread: silence is better than a false alarm.
"""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import Final

from tongket.dossier.claims.bearings import UNKNOWN, Bearings
from tongket.dossier.claims.claim import Base, Bound, Claim, Relation
from tongket.dossier.claims.comparing import (
    RELATIONS,
    Found,
    Verb,
    base_for,
    beyond_brackets,
    first_side,
    later_base,
    plan_itself,
    side_base,
    verb_before,
)
from tongket.dossier.claims.in_turn import Spot, Turn, turns_of
from tongket.dossier.claims.preparing import CLAUSE_ENDS, SENTENCE_ENDS, cut, prepared
from tongket.dossier.claims.table import KnownRows
from tongket.dossier.claims.tokens import DAYS, PERCENT, POINTS, TIMES, Quantity, Token, tokens_of
from tongket.dossier.claims.words import Role
from tongket.figures import Kind

Clause = tuple[Token, ...]
Meaning = tuple[Relation, Base]

_OPENINGS: Final = frozenset({Role.FILLER, Role.WHOLE_YEAR, Role.ESTIMATE})
_MOVES: Final = {
    "tăng": Relation.ABOVE, "nâng": Relation.ABOVE, "giảm": Relation.BELOW, "hạ": Relation.BELOW,
}  # fmt: skip
_THE_SAME: Final = frozenset({"tương", "tức", "hay"})
"""Words that say a difference again in another measure."""
_CHANGES: Final = (Relation.ABOVE, Relation.BELOW)


def claims_of(text: str, known: KnownRows, year: int) -> Iterator[Claim]:
    """Give the claims of a paragraph about the rows of a table; `year` is the year of the report."""
    tokens = prepared(text, tokens_of(text, known.lexicon))
    in_months = any(_in_year(token) for token in tokens)
    carried, named_year, before = False, None, frozenset[int]()
    for tokens_of_one in cut(tokens, SENTENCE_ENDS):
        bearings = Bearings(known, year, carried=carried, named_year=named_year)
        if _goes_on(tokens_of_one):
            bearings.subject = bearings.indicator = before
        yield from _Sentence(text, tokens_of_one, bearings, in_months=in_months).claims()
        before = bearings.indicator
        carried = carried or any(_in_year(token) for token in tokens_of_one)
        named_year = bearings.named_year if bearings.named_year and bearings.named_year > year else None


def _goes_on(sentence: Clause) -> bool:
    """Whether a sentence goes on about what the one before spoke of: “Kết quả đạt …”."""
    if any(token.rows for token in sentence) or (sentence[0].role not in _OPENINGS and sentence[0].year is None):
        return False
    verb = next((token for token in sentence if token.role not in _OPENINGS and token.year is None), None)
    return verb is not None and verb.role in RELATIONS and verb.role is not Role.FULFIL


def _is_of_the_plan(sentence: Clause) -> bool:
    """Whether a sentence lists what a plan asks: “Kế hoạch năm được giao: …”."""
    for at, token in enumerate(sentence):
        if token.role is Role.PLAN:
            opened = (
                one for one in sentence[at:] if one.mark == ":" or one.rows or one.quantity or one.role is Role.FULFIL
            )
            return next((one.mark == ":" for one in opened), False)
        if token.role not in {Role.FILLER, Role.WHOLE_YEAR} and token.year is None:
            return False
    return False


def _in_year(token: Token) -> bool:
    return token.role is None and token.months is not None and 0 < token.months < 12


class _Sentence:
    """One sentence being read from left to right: what it speaks of is carried from clause to clause."""

    def __init__(self, text: str, tokens: Clause, bearings: Bearings, *, in_months: bool) -> None:
        self.text, self.bearings, self.known, self.year = text, bearings, bearings.known, bearings.year
        self.in_months = in_months
        self.clauses = tuple(cut(tokens, CLAUSE_ENDS))
        self.turns = turns_of(self.clauses)
        self.against: Base | None = None
        self.aside: Base | None = None
        self.latest: Claim | None = None
        self.plan_said = False
        self.heading = Base.PLAN if _is_of_the_plan(tokens) else Base.NOTHING

    def claims(self) -> Iterator[Claim]:
        """Give what the sentence claims, clause by clause; after a bracket what was before it is meant again."""
        before = self.bearings.aside()
        for number, clause in enumerate(self.clauses):
            yield from self._clause(number, clause)
            mark = clause[-1].mark
            self.aside = side_base(clause[-2], self.year) if mark == "(" and len(clause) > 1 else None
            if mark == "(":
                before = self.bearings.aside()
            elif mark == ")":
                self.bearings.back_from(before)
            elif mark == ";":
                self.bearings.next_stretch()
                self.against = None

    def _clause(self, number: int, clause: Clause) -> Iterator[Claim]:
        bearings = self.bearings
        bearings.open_clause(clause)
        for at, token in enumerate(clause):
            bearings.notice(token, clause, at)
            if bearings.wanted or bearings.effort or bearings.foreign:
                continue
            if token.quantity is not None:
                if claim := self._figure(number, at):
                    yield self._kept(claim)
            elif token.role in {Role.FULFIL, Role.ABOVE, Role.BELOW, Role.OF} and (claim := self._side(clause, at)):
                yield self._kept(claim)
        if not any(token.quantity for token in clause) and any(token.role is Role.AGAINST for token in clause):
            self.against = first_side(clause, self.year)

    def _kept(self, claim: Claim) -> Claim:
        """Remember what was claimed: a share may follow that says no base, or says it again."""
        amount = claim.quantity is None or claim.quantity.base not in (PERCENT, TIMES)
        same = self.latest is not None and self.latest.rows == claim.rows
        self.plan_said = (same and self.plan_said) or (claim.base is Base.PLAN and amount)
        self.latest = claim
        return claim

    # A figure

    def _figure(self, number: int, at: int) -> Claim | None:
        clause = self.clauses[number]
        quantity = clause[at].quantity
        assert quantity is not None
        if turn := self.turns.get((number, at)):
            return self._in_its_turn(clause[at], turn)
        if any(token.months == UNKNOWN for token in clause[at + 1 :]):
            return None  # a figure of one day: đạt mốc 2 triệu tấn ngày 15/9
        quantity = self._measured(quantity, clause, at)
        rows = self._fitting(quantity)
        if quantity.base == DAYS or not rows:
            return None
        verb = verb_before(clause, at)
        if any(token.words == ("từ",) for token in clause[verb.at : at]):
            verb = Verb(at, None, "", verb.bound)
        found = self._found(number, at, verb)
        rows = self._spoken_of(clause[found.last + 1 :]) or rows if found.base is Base.PLAN else rows
        relation = Relation.TIMES if quantity.base == TIMES else verb.relation or Relation.IS
        if self._says_again(quantity, verb, clause, found) and self.latest:
            relation = self.latest.relation
        if found.base is Base.NOTHING and relation is not Relation.IS:
            if not self._is_past_a_mark(quantity, verb, rows):
                return None
            relation, verb = Relation.IS, replace(verb, bound=Bound.OVER)
        return Claim(
            rows, quantity, relation, found.base, verb.bound, self._quote(clause, verb.at, found.last),
            self._months(clause, found.base),
            (found.year if found.base is Base.NOTHING else None) or self.bearings.named_year,
            exceeds=verb.word == "vượt", or_to_date=self.bearings.carried and self.bearings.months is None,
            others=self._others(quantity, verb, found), moved=_moved(clause[verb.at], found.base),
        )  # fmt: skip

    def _measured(self, quantity: Quantity, clause: Clause, at: int) -> Quantity:
        """A figure with the measure it shares: 109/120 trạm, and (KH: 15) in the measure of its row."""
        if quantity.base or quantity.scale != 1:
            return quantity
        bar, other = (*clause[at + 1 : at + 3], None, None)[:2]
        if bar and bar.mark == "/" and other and other.quantity:
            return replace(quantity, scale=other.quantity.scale, base=other.quantity.base)
        if (
            len(self.bearings.subject) == 1
            and at > 1
            and clause[at - 1].mark == ":"
            and clause[at - 2].role is Role.PLAN
        ):
            (row,) = self.bearings.subject
            scale, base = self.known.measures[row]
            return replace(quantity, scale=int(scale), base=base)
        return quantity

    def _says_again(self, quantity: Quantity, verb: Verb, clause: Clause, found: Found) -> bool:
        """Whether a share says a difference again: vượt 588,6 nghìn tấn (tương đương 8,9%) so với kế hoạch."""
        again = quantity.base == PERCENT and verb.word in _THE_SAME and found.last <= len(clause) - 1
        named = any(side_base(token, self.year) for token in clause[verb.at :])
        return again and not named and self.latest is not None and self.latest.relation in _CHANGES

    def _is_past_a_mark(self, quantity: Quantity, verb: Verb, rows: frozenset[int]) -> bool:
        """Whether an amount is a mark that was passed, and no difference: vượt 10 nghìn tỷ đồng."""
        if verb.word != "vượt" or quantity.base in (PERCENT, TIMES) or len(rows) != 1:
            return False
        (row,) = rows
        amounts = [self.known.rows[row].amount(kind) for kind in (Kind.ESTIMATE, Kind.ACTUAL)]
        size, scale = Fraction(max(quantity.readings)) * quantity.scale, self.known.measures[row][0]
        return any(one is not None and one.low is not None and 2 * size > Fraction(one.low) * scale for one in amounts)

    def _in_its_turn(self, token: Token, turn: Turn) -> Claim | None:
        """Doanh thu, lợi nhuận lần lượt bằng 170,6% và 176,2% kế hoạch."""
        last = self.clauses[turn.last[0]][turn.last[1]].quantity
        assert token.quantity is not None
        assert last is not None
        own = token.quantity
        quantity = own if own.base or own.scale != 1 else replace(own, base=last.base, scale=last.scale)
        verb = verb_before(self.clauses[turn.first[0]], turn.first[1])
        relation = Relation.TIMES if quantity.base == TIMES else verb.relation or Relation.IS
        found = self._found(*turn.last, verb if turn.first[0] == turn.last[0] else verb_before(*self._at(turn.last)))
        rows = self._of_measure(quantity, turn.rows)
        if not rows or quantity.base == DAYS or (found.base is Base.NOTHING and relation is not Relation.IS):
            return None
        quote = self.text[token.start : token.end]
        months = self._months(self.clauses[turn.last[0]], found.base)
        return Claim(rows, quantity, relation, found.base, verb.bound, quote, months, self.bearings.named_year)

    def _at(self, spot: Spot) -> tuple[Clause, int]:
        return self.clauses[spot[0]], spot[1]

    def _found(self, number: int, at: int, verb: Verb) -> Found:
        found = base_for(self.clauses[number], at, verb, self.year) or Found(self.against or Base.NOTHING, at)
        return self._settled(number, at, verb, found)

    def _settled(self, number: int, at: int, verb: Verb, found: Found) -> Found:
        """Settle the base where the words around the figure leave it open."""
        clause = self.clauses[number]
        quantity = clause[at].quantity
        assert quantity is not None
        is_share = quantity.base in (PERCENT, TIMES)
        before = clause[at - 1].role if at else None
        if verb.relation is None and at == 1 and before in {Role.LAST_YEAR, Role.SAME_PERIOD}:
            return Found(side_base(clause[0], self.year) or Base.OTHER, at)
        if not is_share and verb.relation in (None, Relation.IS) and found.base in (Base.PLAN, Base.NOTHING):
            base = plan_itself(clause, at)
            return Found(self.heading if base is Base.NOTHING else base, found.last, found.year)
        if found.base is not Base.NOTHING:
            return found
        if is_share and self.aside and verb.relation in (None, Relation.IS):
            return Found(self.aside, at)
        if quantity.base == PERCENT and self.plan_said and self._is_of_plan(clause, at, verb):
            return Found(Base.PLAN, at)
        return self._of_what_follows(number, at, verb, found)

    def _of_what_follows(self, number: int, at: int, verb: Verb, found: Found) -> Found:
        """Take the base from later figures of the kind, or from behind brackets."""
        quantity = self.clauses[number][at].quantity
        if (
            quantity
            and quantity.base == PERCENT
            and (verb.fulfils or (verb.word == "vượt" and verb.relation is Relation.ABOVE))
        ):
            return later_base(self.clauses[number:], at, self.year) or Found(Base.PLAN, at)
        if (verb.relation in _CHANGES or verb.word in _THE_SAME) and (
            past := beyond_brackets(self.clauses[number:], self.year)
        ):
            return Found(past, at)
        if verb.relation in _CHANGES:
            return later_base(self.clauses[number:], at, self.year) or found
        return found

    def _is_of_plan(self, clause: Clause, at: int, verb: Verb) -> bool:
        """Whether a share without a base follows the plan's own figure: 182/240 tỷ đồng, bằng 76,1%."""
        if all(self.known.measures[row][1] == PERCENT for row in self.bearings.subject):
            return False
        if verb.relation is None:
            return any(token.words[:2] == ("tỷ", "lệ") for token in clause[:at])
        return verb.relation is Relation.IS and verb.word not in {"chiếm", "là"}

    def _others(self, quantity: Quantity, verb: Verb, found: Found) -> tuple[Meaning, ...]:
        """What the same words may also mean: vượt kế hoạch 2.912 nghìn tấn names the plan, or how much above it."""
        if quantity.base in (PERCENT, TIMES):
            return ()
        if found.is_between and verb.relation in _CHANGES:
            return ((Relation.IS, found.base),)
        if self.aside in (Base.PLAN, Base.LAST_YEAR) and verb.relation is None:
            return ((Relation.IS, self.aside),)
        return ()

    def _fitting(self, quantity: Quantity) -> frozenset[int]:
        """The rows spoken of whose measure the figure can have; an amount tells which of several is spoken of."""
        rows = self._of_measure(quantity, self.bearings.subject)
        if len(rows) == 1:
            self.bearings.subject = rows
        return rows

    def _of_measure(self, quantity: Quantity, rows: frozenset[int]) -> frozenset[int]:
        if quantity.base in (PERCENT, TIMES):
            return rows
        if not quantity.base:
            return frozenset()
        if quantity.base == POINTS:
            return frozenset(row for row in rows if self.known.measures[row][1] == PERCENT)
        return frozenset(row for row in rows if _same_measure(self.known.measures[row][1], quantity.base))

    def _months(self, clause: Clause, base: Base) -> int | None:
        """Up to which month a figure goes; of a part of last year the table knows nothing."""
        months = self.bearings.months
        if base is Base.LAST_YEAR:
            same = self.in_months and any(token.role is Role.SAME_PERIOD for token in clause)
            return UNKNOWN if months or self.bearings.carried or same else None
        return months

    # A side without a figure

    def _side(self, clause: Clause, at: int) -> Claim | None:
        """Read that a plan was reached or not, or that something rose or fell, where no figure follows."""
        rest = _until_turn(clause[at + 1 :])
        if any(token.quantity for token in rest):
            return None
        to = next((on for on, one in enumerate(rest) if side_base(one, self.year)), None)
        token = clause[at]
        if to is None or (token.role is Role.OF and "đạt" not in token.words):
            return None
        base = side_base(rest[to], self.year)
        rows = self._spoken_of(rest[to + 1 :]) or self.bearings.subject
        if base is None or not rows:
            return None
        relation = RELATIONS[token.role] if token.role else Relation.IS
        if base is not Base.PLAN and relation is Relation.IS:
            return None
        negated = any(one.role is Role.NOT for one in clause[max(0, at - 2) : at])
        return Claim(
            rows, None, relation, base, Bound.EXACT, self._quote(clause, at - negated, at + 1 + to),
            self._months(clause, base), self.bearings.named_year,
            exceeds=token.words[0] in {"vượt", "hụt"}, negated=negated,
            fulfils=base is Base.PLAN and token.role in {Role.FULFIL, Role.OF},
        )  # fmt: skip

    def _spoken_of(self, after: Clause) -> frozenset[int]:
        """The row named behind the plan: hoàn thành kế hoạch | sản lượng dầu."""
        for at, token in enumerate(after):
            if token.rows and not token.is_part:
                joined = any(one.role in {Role.AND, Role.LINK} or one.rows for one in after[at + 1 :])
                return frozenset() if joined else token.rows
            if token.role not in {Role.FILLER, Role.AGAINST, Role.LINK}:
                return frozenset()
        return frozenset()

    def _quote(self, clause: Clause, first: int, last: int) -> str:
        return self.text[clause[max(first, 0)].start : clause[last].end].strip()


def _moved(verb: Token, base: Base) -> Relation | None:
    """Which way an amount is said to have come to where it is: giảm còn 102,5%."""
    return _MOVES.get(verb.words[0]) if verb.role is Role.CHANGED_TO and base is Base.NOTHING else None


def _until_turn(clause: Clause) -> Clause:
    """The tokens before a clause turns to something else: “thấp hơn kế hoạch | nhưng …”."""
    turns = (at for at, token in enumerate(clause) if token.role in {Role.BUT, Role.BECAUSE})
    return clause[: next(turns, len(clause))]


def _same_measure(own: str, stated: str) -> bool:
    """Whether a stated measure is the row's, or less of it: triệu đồng/tháng for triệu đồng/người/tháng."""
    head, *per = (part.strip() for part in own.split("/"))
    said, *said_per = (part.strip() for part in stated.split("/"))
    return (head == said or head.startswith(f"{said} ")) and set(said_per) <= set(per)
