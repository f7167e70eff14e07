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
    CHANGES,
    LOSSES,
    RELATIONS,
    Verb,
    first_side,
    plan_itself,
    side_base,
    verb_before,
)
from tongket.dossier.claims.in_turn import Spot, Turn
from tongket.dossier.claims.preparing import SENTENCE_ENDS, cut, prepared
from tongket.dossier.claims.settling import Clause, Meaning, Settling
from tongket.dossier.claims.table import KnownRows
from tongket.dossier.claims.tokens import DAYS, PERCENT, POINTS, TIMES, Quantity, Token, tokens_of
from tongket.dossier.claims.words import Role
from tongket.figures import Kind

_OPENINGS: Final = frozenset({Role.FILLER, Role.WHOLE_YEAR, Role.ESTIMATE})
_MOVES: Final = {
    "tăng": Relation.ABOVE, "nâng": Relation.ABOVE, "giảm": Relation.BELOW, "hạ": Relation.BELOW,
}  # fmt: skip


def claims_of(text: str, known: KnownRows, year: int, to_month: int | None = None) -> Iterator[Claim]:
    """Give the claims of a paragraph about the rows of a table.

    `year` is the year of the report; `to_month` the month up to which its figures to date go, where that is known.
    """
    tokens = prepared(text, tokens_of(text, known.lexicon))
    in_months = any(_in_year(token) for token in tokens)
    carried, not_held, named_year, before = False, False, None, frozenset[int]()
    for tokens_of_one in cut(tokens, SENTENCE_ENDS):
        bearings = Bearings(known, year, to_month, carried=carried, named_year=named_year)
        bearings.begin(not_held=not_held)
        if _goes_on(tokens_of_one):
            bearings.subject = bearings.indicator = before
        yield from _Sentence(text, tokens_of_one, bearings, in_months=in_months).claims()
        before, not_held = bearings.indicator, bearings.not_held
        carried = carried or any(_in_year(token) for token in tokens_of_one)
        named_year = bearings.named_year if bearings.named_year and bearings.named_year > year else None


def _goes_on(sentence: Clause) -> bool:
    """Whether a sentence goes on about what the one before spoke of: “Kết quả đạt …”."""
    if any(token.rows for token in sentence) or (sentence[0].role not in _OPENINGS and sentence[0].year is None):
        return False
    verb = next((token for token in sentence if token.role not in _OPENINGS and token.year is None), None)
    return verb is not None and verb.role in RELATIONS and verb.role is not Role.FULFIL


def _in_year(token: Token) -> bool:
    return token.role is None and token.months is not None and 0 < token.months < 12


class _Sentence(Settling):
    """One sentence being read from left to right: what it speaks of is carried from clause to clause."""

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
                self.against = self.listed_against

    def _clause(self, number: int, clause: Clause) -> Iterator[Claim]:
        bearings = self.bearings
        bearings.open_clause(clause, self.clauses[number + 1] if number + 1 < len(self.clauses) else ())
        for at, token in enumerate(clause):
            bearings.notice(token, clause, at)
            if token.mark == ":":
                self.listed_against = self.against  # so với năm 2021, …: of all that is listed
            if bearings.wanted or bearings.effort or bearings.foreign:
                continue
            if token.quantity is not None:
                if claim := self._figure(number, at):
                    yield from self._of_each(self._kept(claim))
            elif token.role in {Role.FULFIL, Role.ABOVE, Role.BELOW, Role.OF} and (claim := self._side(clause, at)):
                yield from self._of_each(self._kept(claim))
        if not any(token.quantity for token in clause) and any(token.role is Role.AGAINST for token in clause):
            self.against = first_side(clause, self.year)

    def _of_each(self, claim: Claim) -> Iterator[Claim]:
        """Give a claim about several rows as one about each."""
        each = self.bearings.each(claim.rows)
        several = len(each) > 1 and claim.bound in {Bound.EXACT, Bound.OVER, Bound.AT_LEAST}
        bound = Bound.OF_EACH if several else claim.bound
        yield from (replace(claim, rows=rows, bound=bound) for rows in each)

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
        quantity = self._measured(quantity, clause, at)
        rows = self._fitting(quantity)
        if quantity.base == DAYS or not rows:
            return None
        verb = verb_before(clause, at)
        if _is_of_something_else(clause, verb, at):
            return None
        came_from = _is_where_it_came_from(clause, verb, at)
        if came_from or self.is_compared_with(clause, verb, at):
            verb = Verb(at, None, "", verb.bound)
        found = self.found(number, at, verb)
        if came_from and found.base is Base.NOTHING:
            found = replace(found, base=Base.LAST_YEAR)
        rows = self._spoken_of(clause[found.last + 1 :]) or rows if found.base is Base.PLAN else rows
        relation = Relation.TIMES if quantity.base == TIMES else verb.relation or Relation.IS
        if self.says_again(quantity, verb, clause, found) and self.latest:
            relation = self.latest.relation
        others: tuple[Meaning, ...] = ((relation, Base.PLAN),) if came_from else self.others(quantity, verb, found)
        if found.base is Base.NOTHING and relation is not Relation.IS:
            if self._is_past_a_mark(quantity, verb, rows):
                others, relation, verb = ((relation, Base.PLAN),), Relation.IS, replace(verb, bound=Bound.OVER)
            elif relation in CHANGES and self.goes_on_of(rows, number, at, verb):
                others = ((relation, Base.PLAN),)
                found = replace(found, base=Base.LAST_YEAR)
            else:
                return None
        return Claim(
            rows, quantity, relation, found.base, verb.bound, self._quote(clause, verb.at, found.last),
            self.months(clause, found.base),
            (found.year if found.base is Base.NOTHING else None) or self.bearings.named_year,
            exceeds=verb.word == "vượt", or_to_date=self.bearings.carried and self.bearings.months is None,
            others=others, moved=_moved(clause[verb.at], found.base),
        )  # fmt: skip

    def _measured(self, quantity: Quantity, clause: Clause, at: int) -> Quantity:
        """A figure with the measure it shares: 109/120 trạm, and (KH: 15) in the measure of its row."""
        if quantity.base or quantity.scale != 1:
            return quantity
        bar, other = (*clause[at + 1 : at + 3], None, None)[:2]
        if bar and bar.mark == "/" and other and other.quantity:
            return replace(quantity, scale=other.quantity.scale, base=other.quantity.base)
        if len(self.bearings.subject) == 1 and _is_the_count(clause, at):
            (row,) = self.bearings.subject
            base = self.known.measures[row][1]
            return replace(quantity, base=base if base in self.known.counts else "")
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
        before = self._said_of_all(turn)
        relation = Relation.TIMES if quantity.base == TIMES else verb.relation or Relation.IS
        if verb.relation is None and before:
            relation, base = before
            return Claim(turn.rows, quantity, relation, base, verb.bound, self.text[token.start : token.end],
                self.months(self.clauses[turn.first[0] - 1], base), self.bearings.named_year)  # fmt: skip
        found = self.found(*turn.last, verb if turn.first[0] == turn.last[0] else verb_before(*self._at(turn.last)))
        rows = self._of_measure(quantity, turn.rows)
        if not rows or quantity.base == DAYS or (found.base is Base.NOTHING and relation is not Relation.IS):
            return None
        quote = self.text[token.start : token.end]
        months = self.months(self.clauses[turn.last[0]], found.base)
        return Claim(rows, quantity, relation, found.base, verb.bound, quote, months, self.bearings.named_year)

    def _said_of_all(self, turn: Turn) -> Meaning | None:
        """What the clause before says of all: đều vượt kế hoạch, | lần lượt 28,4% và 64,2%."""
        number = turn.first[0]
        clause = self.clauses[number - 1] if number and self.clauses[number][0].role is Role.IN_TURN else ()
        if any(token.quantity for token in clause):
            return None
        verb = verb_before(clause, len(clause))
        base = first_side(clause, self.year)
        return (verb.relation, base) if verb.relation and base else None

    def _at(self, spot: Spot) -> tuple[Clause, int]:
        return self.clauses[spot[0]], spot[1]

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

    # A side without a figure

    def _side(self, clause: Clause, at: int) -> Claim | None:
        """Read that a plan was reached or not, or that something rose or fell, where no figure follows."""
        rest = self._until_next_verb(_until_turn(clause[at + 1 :]))
        if any(token.quantity for token in rest):
            return None
        if any(one.words == ("thiếu",) for one in clause[:at]):
            return None  # còn thiếu 41 triệu USD mới đạt kế hoạch
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
            self.months(clause, base), self.bearings.named_year,
            exceeds=token.words[0] in {"vượt", "hụt"}, negated=negated,
            fulfils=base is Base.PLAN and token.role in {Role.FULFIL, Role.OF},
        )  # fmt: skip

    def _until_next_verb(self, rest: Clause) -> Clause:
        """The tokens before another verb, once it is said what one compares with: hoàn thành kế hoạch | tăng."""
        said = False
        for at, token in enumerate(rest):
            said = said or side_base(token, self.year) is not None
            if said and token.role in RELATIONS:
                return rest[:at]
        return rest

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


def _is_of_something_else(clause: Clause, verb: Verb, at: int) -> bool:
    """Whether a figure is no value of its row: that of a day, a loss, or of a difference: phần vượt là 210."""
    if any(token.months == UNKNOWN for token in clause[at + 1 :]) and plan_itself(clause, at) is not Base.PLAN:
        return True  # đạt mốc 2 triệu tấn ngày 15/9
    before = clause[: verb.at]
    rises = [on for on, token in enumerate(before) if token.role in {Role.ABOVE, Role.BELOW}]
    differs = verb.word == "là" and bool(rises) and not any(one.quantity or one.mark for one in before[rises[-1] :])
    return differs or (at > 0 and clause[at - 1].words[0] in LOSSES)


def _is_where_it_came_from(clause: Clause, verb: Verb, at: int) -> bool:
    """Whether a figure is where a movement began: tăng từ | 141,0 nghìn RUB lên 157,2; last year's or the plan's."""
    return any(token.words == ("từ",) for token in clause[verb.at : at])


def _is_the_count(clause: Clause, at: int) -> bool:
    """Whether a number without a measure stands right behind what it counts: số sáng kiến là 97."""
    bare = at + 1 == len(clause) or bool(clause[at + 1].mark.strip("/%()"))
    return bare and at > 1 and clause[at - 1].role is Role.OF and bool(clause[at - 2].rows)


def _moved(verb: Token, base: Base) -> Relation | None:
    """Which way an amount is said to have come to where it is: giảm còn 102,5%."""
    return _MOVES.get(verb.words[0]) if verb.role is Role.CHANGED_TO and base is Base.NOTHING else None


def _until_turn(clause: Clause) -> Clause:
    """The tokens before a clause turns to something else or explains itself: “thấp hơn kế hoạch | nhưng …”."""
    turns = (at for at, token in enumerate(clause) if token.role in {Role.BUT, Role.BECAUSE} or token.mark == ":")
    return clause[: next(turns, len(clause))]


def _same_measure(own: str, stated: str) -> bool:
    """Whether a stated measure is the row's, or less of it: triệu đồng/tháng for triệu đồng/người/tháng."""
    head, *per = (part.strip() for part in own.split("/"))
    said, *said_per = (part.strip() for part in stated.split("/"))
    return (head == said or head.startswith(f"{said} ")) and set(said_per) <= set(per)
