"""What a figure in a clause is compared with, and by which verb: looked for behind it, between, and before."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from tongket.dossier.claims.claim import Base, Bound, Relation
from tongket.dossier.claims.tokens import PERCENT, TIMES, Token
from tongket.dossier.claims.words import Role

RELATIONS: Final = {
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
_CUT_OFF: Final = frozenset(RELATIONS) - {Role.FULFIL} | {Role.AND, Role.BUT, Role.BECAUSE}
_PASSED_OVER: Final = frozenset({Role.FILLER, Role.AGAINST, Role.LINK, Role.WHOLE_YEAR, Role.ESTIMATE, Role.FULFIL})
_BEFORE_A_PLAN: Final = frozenset(
    {
        Role.FILLER,
        Role.OF,
        Role.OVER,
        Role.NEAR,
        Role.ABOUT,
        Role.LINK,
        Role.CHANGED_TO,
        Role.ABOVE,
        Role.BELOW,
        Role.PRODUCTION,
    }
)
LOSSES: Final = frozenset({"lỗ", "âm"})
"""Words that turn a figure's sign; what they say is not read."""


@dataclass(frozen=True, slots=True)
class Verb:
    """The verb before a figure: where it stands, its relation (None: there is none), its first word, the bound."""

    at: int
    relation: Relation | None
    word: str
    bound: Bound
    fulfils: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A base, the place of its last token, and the year when it was named by its number."""

    base: Base
    last: int
    year: int | None = None
    is_between: bool = False


def verb_before(clause: Sequence[Token], at: int) -> Verb:
    """Look back for the verb of a figure and how exactly it is meant."""
    bound, linked = Bound.EXACT, None
    for back in range(at - 1, -1, -1):
        token = clause[back]
        if token.quantity is not None or token.mark == ":" or token.role is Role.AND or (linked and token.rows):
            break
        if token.role in _BOUNDS and bound is Bound.EXACT:
            bound = _BOUNDS[token.role]
        if token.words == ("là",) and linked is None:
            linked = Verb(back, Relation.IS, "là", bound)
        elif token.role in RELATIONS and (linked is None or token.role in {Role.ABOVE, Role.BELOW}):
            fulfils = token.role is Role.FULFIL or token.words[0] == "hoàn"
            if token.role is Role.TIMES and bound is Bound.EXACT and back:  # gần | gấp đôi
                bound = _BOUNDS.get(clause[back - 1].role or token.role, bound)
            return Verb(back, RELATIONS[token.role], token.words[0], bound, fulfils)
    if linked:
        return linked
    return Verb(max(at - 1, 0) if bound is not Bound.EXACT else at, None, "", bound)


def base_for(clause: Sequence[Token], at: int, verb: Verb, year: int) -> Found | None:
    """Look on for what a figure is compared with, then between its verb and itself, then before the verb."""
    if after := base_after(clause, at, year):
        return after
    if between := _between(clause[verb.at + 1 : at], verb, year):
        return Found(between, at, is_between=True)
    before = _base_before(clause, verb.at, year)
    return Found(before, at) if before else None


def _between(tokens: Sequence[Token], verb: Verb, year: int) -> Base | None:
    """Thấp hơn năm 2021 | 1,0%; vượt mức dự kiến | 9,5 triệu is compared with what no table holds."""
    found = _first_base(tokens, year)
    if found or verb.relation not in (Relation.ABOVE, Relation.BELOW):
        return found
    if any(token.role is Role.ESTIMATE for token in tokens):
        return Base.OTHER
    named = next((token.year for token in tokens if token.year is not None), year)
    return None if named == year else _of_year(named, year)


def base_after(clause: Sequence[Token], at: int, year: int) -> Found | None:
    """What stands behind a figure as its base."""
    against = False
    for on, token in enumerate(clause[at + 1 :], start=at + 1):
        against = against or token.role is Role.AGAINST
        if against and token.quantity is not None and token.quantity.base not in (PERCENT, TIMES):
            continue
        if token.quantity is not None or token.mark or token.role in _CUT_OFF:
            return None
        if found := base_of(token, year):
            return Found(_of_what(found, clause, on), on)
        if token.year is not None:
            return Found(_of_year(token.year, year), on, token.year)
        if token.role not in _PASSED_OVER:
            return None
    return None


def _of_what(base: Base, clause: Sequence[Token], on: int) -> Base:
    """A plan of something that is none of our rows is another plan: 100% kế hoạch | bảo dưỡng."""
    after = clause[on + 1] if base is Base.PLAN and on + 1 < len(clause) else None
    return Base.OTHER if after and after.is_unknown else base


def beyond_brackets(clauses: Sequence[Sequence[Token]], year: int) -> Base | None:
    """The base behind brackets: 588,6 nghìn tấn (tương đương 8,9%) | so với kế hoạch."""
    for number, clause in enumerate(clauses[:-1]):
        if clause[-1].mark == ")":
            after = clauses[number + 1]
            return first_side(after[:4], year) if after[0].role is Role.AGAINST else None
        if clause[-1].mark != "(":
            return None
    return None


CHANGES: Final = (Relation.ABOVE, Relation.BELOW)


def later_base(
    clauses: Sequence[Sequence[Token]], at: int, year: int, alike: Sequence[Relation] = CHANGES
) -> Found | None:
    """The base that the next figures of a row of like figures name for all: tăng 12%, … tăng 15% so với kế hoạch."""
    for number, clause in enumerate(clauses):
        figures = [on for on, token in enumerate(clause) if token.quantity is not None and (number or on > at)]
        for on in figures:
            verb = verb_before(clause, on)
            if verb.relation not in alike or _first_base(clause[:on], year):
                return None
            if alike is not CHANGES and not is_percent(clause[on]):
                return None
            if found := base_after(clause, on, year):
                return Found(found.base, at)
        if (number and not figures) or clause[-1].mark != ",":
            return None
    return None


def is_percent(token: Token) -> bool:
    """Whether a token is a figure in per cent."""
    return token.quantity is not None and token.quantity.base == PERCENT


def _base_before(clause: Sequence[Token], first: int, year: int) -> Base | None:
    """So với kế hoạch, … tăng: what stands between "so với" and the verb."""
    for back in range(first - 1, -1, -1):
        if clause[back].quantity is not None or (clause[back].rows and clause[0].role is not Role.AGAINST):
            return None
        if clause[back].role is Role.AGAINST:
            return first_side(clause[back + 1 : first], year)
    return None


def _first_base(tokens: Iterable[Token], year: int) -> Base | None:
    return next((found for token in tokens if (found := base_of(token, year))), None)


def first_side(tokens: Iterable[Token], year: int) -> Base | None:
    """The first base among tokens, a year by its number included."""
    return next((found for token in tokens if (found := side_base(token, year))), None)


def base_of(token: Token, year: int) -> Base | None:
    """What a token stands for as a base; a plan or a result of another year is another thing."""
    base = _BASES.get(token.role) if token.role else None
    if base is Base.PLAN and token.year not in (None, year):
        return Base.OTHER
    if base is Base.LAST_YEAR and token.year not in (None, year - 1):
        return Base.OTHER
    return base


def side_base(token: Token, year: int) -> Base | None:
    """As `base_of`, or what a year stands for: năm 2021."""
    return _of_year(token.year, year) if token.year is not None and token.role is None else base_of(token, year)


def _of_year(named: int, year: int) -> Base:
    return Base.LAST_YEAR if named == year - 1 else Base.NOTHING if named == year else Base.OTHER


def plan_itself(clause: Sequence[Token], at: int) -> Base:
    """Say whether an amount is that of the plan (kế hoạch là 2.912 nghìn tấn), of another plan, or a loss."""
    if at > 1 and clause[at - 1].mark == "/" and clause[at - 2].quantity:
        return Base.PLAN
    for back, token in reversed(list(enumerate(clause[:at]))):
        if token.mark == ":" and (clause[back + 1].rows or clause[back + 1].role is Role.PRODUCTION):
            return Base.NOTHING
        if token.words[0] in LOSSES or token.role is Role.OTHER_PLAN:
            return Base.OTHER
        if token.role is Role.PLAN:
            return Base.PLAN
        if not token.rows and token.mark != ":" and (token.role not in _BEFORE_A_PLAN or token.words[0] == "đạt"):
            break
    return _plan_of_a_list(clause[:at])


def _plan_of_a_list(before: Sequence[Token]) -> Base:
    """Whether amounts are listed as the plan: kế hoạch khai thác 3,18 triệu tấn và bán 830 triệu m3."""
    listed = any(token.role is Role.AND for token in before)
    plan = next((at for at in range(len(before) - 1, -1, -1) if before[at].role is Role.PLAN), None)
    if not listed or plan is None or any(token.role in RELATIONS for token in before[plan:]):
        return Base.NOTHING
    leads = before[plan - 1] if plan else None
    compares = leads is not None and (leads.quantity is not None or leads.role in {*RELATIONS, Role.AGAINST})
    return Base.NOTHING if compares else Base.PLAN
