"""What a figure is compared with where the words beside it leave it open: by what was said before and what follows."""

from typing import Final

from tongket.dossier.claims.bearings import UNKNOWN, Bearings
from tongket.dossier.claims.claim import Base, Claim, Relation
from tongket.dossier.claims.comparing import (
    CHANGES,
    Found,
    Verb,
    base_for,
    beyond_brackets,
    first_side,
    is_percent,
    later_base,
    plan_itself,
    side_base,
)
from tongket.dossier.claims.in_turn import turns_of
from tongket.dossier.claims.preparing import CLAUSE_ENDS, cut
from tongket.dossier.claims.tokens import PERCENT, TIMES, Quantity, Token
from tongket.dossier.claims.words import Role

Clause = tuple[Token, ...]
Meaning = tuple[Relation, Base]

_THE_SAME: Final = frozenset({"tương", "tức", "hay"})
"""Words that say a difference again in another measure."""
_NO_SHARES_OF_A_PLAN: Final = frozenset({"chiếm", "là"})
_OF_THE_PLAN: Final = frozenset({"vượt", "hụt", "thiếu"})
"""What is said of a plan, whether it is named again or not."""


class Settling:
    """What a sentence has said so far that a later figure of it may be compared with.

    `against` is what a clause said it compares with, `listed_against` the same of all that a colon lists; `aside` what
    the bracket now open belongs to; `latest` the last claim; `heading` what the amounts of the sentence are headed by.
    """

    def __init__(self, text: str, tokens: Clause, bearings: Bearings, *, in_months: bool) -> None:
        self.text, self.bearings, self.known, self.year = text, bearings, bearings.known, bearings.year
        self.in_months = in_months
        self.clauses = tuple(cut(tokens, CLAUSE_ENDS))
        self.turns = turns_of(self.clauses)
        self.against: Base | None = None
        self.listed_against: Base | None = None
        self.aside: Base | None = None
        self.latest: Claim | None = None
        self.plan_said = False
        self.heading = Base.PLAN if _is_of_the_plan(tokens) else Base.NOTHING

    def found(self, number: int, at: int, verb: Verb) -> Found:
        """Find what the figure at a place of a clause is compared with."""
        quantity = self.clauses[number][at].quantity
        compared = verb.relation in CHANGES or (quantity is not None and quantity.base in (PERCENT, TIMES))
        against = self.against if compared else None  # tăng so với năm 2021, | đạt 49,5 triệu đồng
        found = base_for(self.clauses[number], at, verb, self.year) or Found(against or Base.NOTHING, at)
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
        if not is_share and self._is_to_the_plan(verb):
            return Found(Base.PLAN, at)
        if self.heading is not Base.NOTHING and verb.relation in CHANGES:
            return Found(self.heading, at)
        if is_share and self.aside and verb.relation in (None, Relation.IS):
            return Found(self.aside, at)
        if quantity.base == PERCENT and self.plan_said and self._is_of_plan(clause, at, verb):
            return Found(Base.PLAN, at)
        return self._of_what_follows(number, at, verb, found)

    def is_compared_with(self, clause: Clause, verb: Verb, at: int) -> bool:
        """Whether an amount is not a difference but what one compares with: tăng so với mức | 68 triệu USD của 2021."""
        between = clause[verb.at : at]
        against = [on for on, token in enumerate(between) if token.role is Role.AGAINST]
        return bool(against) and verb.relation in CHANGES and first_side(between[against[-1] :], self.year) is None

    def _is_to_the_plan(self, verb: Verb) -> bool:
        """Whether an amount is how far one is from a plan: còn thiếu 41 triệu USD; không đạt kế hoạch, hụt 97,6."""
        return verb.word == "thiếu" or (
            self.plan_said
            and verb.word in _OF_THE_PLAN
            and self.latest is not None
            and self.latest.rows == self.bearings.subject
        )

    def _of_what_follows(self, number: int, at: int, verb: Verb, found: Found) -> Found:
        """Take the base from later figures of the kind, or from behind brackets."""
        quantity = self.clauses[number][at].quantity
        if (
            quantity
            and quantity.base == PERCENT
            and (verb.fulfils or (verb.word == "vượt" and verb.relation is Relation.ABOVE))
        ):
            return later_base(self.clauses[number:], at, self.year) or Found(Base.PLAN, at)
        if (verb.relation in (*CHANGES, Relation.TIMES) or verb.word in _THE_SAME) and (
            past := beyond_brackets(self.clauses[number:], self.year)
        ):
            return Found(past, at)
        if verb.relation in CHANGES:
            return later_base(self.clauses[number:], at, self.year) or found
        if quantity and quantity.base == PERCENT and self._stands_alone(number, at, verb):
            return later_base(self.clauses[number:], at, self.year, (Relation.IS,)) or found
        return found

    def _stands_alone(self, number: int, at: int, verb: Verb) -> bool:
        """Whether a share says nothing behind it of what it is, and others like it follow: bằng 115,5% và …."""
        clause = self.clauses[number]
        after = clause[at + 1] if at + 1 < len(clause) else None
        goes_on = after is not None and (after.role is Role.AND or after.mark == ",")
        return goes_on and verb.relation is Relation.IS and verb.word not in _NO_SHARES_OF_A_PLAN

    def _is_of_plan(self, clause: Clause, at: int, verb: Verb) -> bool:
        """Whether a share without a base follows the plan's own figure: 182/240 tỷ đồng, bằng 76,1%."""
        if all(self.known.measures[row][1] == PERCENT for row in self.bearings.subject):
            return False
        if verb.relation is None:
            return any(token.words[:2] == ("tỷ", "lệ") for token in clause[:at])
        return verb.relation is Relation.IS and verb.word not in _NO_SHARES_OF_A_PLAN

    def others(self, quantity: Quantity, verb: Verb, found: Found) -> tuple[Meaning, ...]:
        """What the same words may also mean: vượt kế hoạch 2.912 nghìn tấn names the plan, or how much above it."""
        if quantity.base in (PERCENT, TIMES):
            return ()
        if found.is_between and verb.relation in CHANGES:
            return ((Relation.IS, found.base),)
        if self.aside in (Base.PLAN, Base.LAST_YEAR) and verb.relation is None:
            return ((Relation.IS, self.aside),)
        return ()

    def goes_on_of(self, rows: frozenset[int], number: int, at: int, verb: Verb) -> bool:
        """Whether a change that names nothing to compare with goes on about the figure before: 43,6 triệu (tăng 8,5%).

        It is of last year or of the plan then, and told only where it is neither.
        """
        clause = self.clauses[number]
        after = (*clause[at + 1 :], *(self.clauses[number + 1] if number + 1 < len(self.clauses) else ()))
        ends = not after or bool(after[0].mark) or after[0].role is Role.AND
        compared = any(token.role is Role.AGAINST for token in (*clause[:at], *after[:2]))
        of_before = self.latest is not None and self.latest.rows == rows
        return (is_percent(clause[at]) or verb.word == "vượt") and of_before and ends and not compared

    def says_again(self, quantity: Quantity, verb: Verb, clause: Clause, found: Found) -> bool:
        """Whether a share says a difference again: vượt 588,6 nghìn tấn (tương đương 8,9%) so với kế hoạch."""
        again = quantity.base == PERCENT and verb.word in _THE_SAME and found.last <= len(clause) - 1
        named = any(side_base(token, self.year) for token in clause[verb.at :])
        return again and not named and self.latest is not None and self.latest.relation in CHANGES

    def months(self, clause: Clause, base: Base) -> int | None:
        """Up to which month a figure goes; of a part of last year the table knows nothing."""
        months = self.bearings.months
        if base is Base.LAST_YEAR:
            same = (
                self.in_months
                and not self.bearings.in_the_year
                and any(token.role is Role.SAME_PERIOD for token in clause)
            )
            return UNKNOWN if months or self.bearings.carried or same else None
        return months


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
