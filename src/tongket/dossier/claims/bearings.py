"""What a sentence is about while it is read: a row or one of its parts, a stretch of time, or nothing of ours."""

from collections.abc import Sequence
from typing import Final

from tongket.dossier.claims.carried import carried_row
from tongket.dossier.claims.table import KnownRows
from tongket.dossier.claims.tokens import DAYS, PERCENT, POINTS, TIMES, Quantity, Token
from tongket.dossier.claims.words import Role

UNKNOWN: Final = -1
"""A stretch of the year that the table does not hold."""
_CUT_OFF: Final = 9
"""Dossiers are cut off in autumn; of a half-year the table has no figure."""
_COUNTED_TIMES: Final = frozenset({"năm", "tháng", "giờ", "tuần", "kỳ", "đợt", "quý"})
_AT: Final = frozenset({("tại",), ("ở",)})
_CONCESSIONS: Final = frozenset({"dù", "tuy", "mặc"})
_STATES: Final = frozenset({Role.OF, Role.ABOVE, Role.BELOW, Role.FULFIL, Role.CHANGED_TO, Role.TIMES})
_BETWEEN: Final = frozenset({Role.FILLER, Role.OF, Role.OVER, Role.NEAR, Role.ABOUT, Role.ESTIMATE, Role.AT_LEAST})


class Bearings:
    """Kept from clause to clause of one sentence.

    `months` is a stretch of the year that was named, `carried` says that one was named before and may still be meant;
    `wanted` that the rest is an aim, `foreign` that a clause speaks of something else.
    """

    def __init__(self, known: KnownRows, year: int, *, carried: bool, named_year: int | None) -> None:
        self.known, self.year = known, year
        self.subject: frozenset[int] = frozenset()
        self.indicator: frozenset[int] = frozenset()
        self.months: int | None = None
        self.head: int | None = None
        self.carried, self.named_year = carried, named_year
        self.wanted = self.effort = self.foreign = self.elsewhere = self.other_body = self.of_which = False

    def open_clause(self, clause: Sequence[Token]) -> None:
        """See whether a clause begins with something else, and whether one that did is over."""
        self.effort = False
        named = any(token.rows for token in clause)
        if clause[0].role is Role.BECAUSE or (self.foreign and not named):
            self.foreign = clause[0].role is Role.BECAUSE and not named and not _concedes(clause)

    def next_stretch(self) -> None:
        """After a semicolon: the time named may still be meant."""
        self.carried = self.head is None and (self.carried or bool(self.months and self.months != UNKNOWN))
        self.months = self.head
        self.elsewhere = self.other_body = False

    def aside(self) -> tuple[frozenset[int], frozenset[int], int | None, int | None]:
        """What to come back to after a bracket."""
        return self.subject, self.indicator, self.months, self.named_year

    def back_from(self, aside: tuple[frozenset[int], frozenset[int], int | None, int | None]) -> None:
        """Come back from a bracket."""
        self.subject, self.indicator, self.months, self.named_year = aside

    def notice(self, token: Token, clause: Sequence[Token], at: int) -> None:
        """Keep what the next figures are about."""
        if token.role in {Role.INTENT, Role.EFFORT}:
            self.wanted = self.wanted or token.role is Role.INTENT
            self.effort = self.effort or token.role is Role.EFFORT
        elif token.mark == ":":
            self.effort, self.head = False, self.months
        elif token.rows:
            self._named(token, clause, at)
        elif token.quantity is not None:
            self.carry(token.quantity, clause, at)
        elif token.role is Role.PRODUCTION:
            self._produced(clause, at)
        elif token.role is Role.TOGETHER and at:
            self.subject = self.indicator = frozenset()
            self.of_which = False
        elif token.role in {Role.OTHER_THING, Role.OTHER_BODY}:
            self._other(token, clause, at)
        elif token.role in {Role.PART_OF, Role.IN_TURN}:
            self.subject = frozenset()
            self.of_which = token.role is Role.PART_OF
        else:
            self._time(token, clause, at)

    def _other(self, token: Token, clause: Sequence[Token], at: int) -> None:
        """Turn to a thing or a body that is none of ours."""
        if not self._says_of_what(token, clause, at):
            self.subject = self.indicator = frozenset()
            self.elsewhere = True
            self.other_body = self.other_body or (token.role is Role.OTHER_BODY and _opens(clause, at))

    def _named(self, token: Token, clause: Sequence[Token], at: int) -> None:
        if self.other_body:
            return
        if token.quantity is not None and at and clause[at - 1].words == ("trong",):
            self.subject = self.indicator = frozenset()  # of them: trong 97 sáng kiến … có 12
            return
        if token.is_part:
            self.subject = self._parts(token.rows)
            return
        if self.of_which and token.rows == self.indicator:
            return
        self.of_which = False
        self.subject = self.indicator = frozenset() if token.quantity is None and _narrowed(clause, at) else token.rows
        self.foreign = self.elsewhere = False

    def _parts(self, rows: frozenset[int]) -> frozenset[int]:
        """The parts of the indicator spoken of; of several indicators' parts none is taken."""
        codes = {self.known.rows[row].code.partition("/")[0] for row in self.indicator}
        fitting = frozenset(row for row in rows if self.known.rows[row].code.partition("/")[0] in codes)
        return fitting or (rows if len(rows) == 1 else frozenset())

    def carry(self, quantity: Quantity, clause: Sequence[Token], at: int) -> None:
        """Take the row that a figure itself tells: 39,4 nghìn tấn condensate, 34 giếng; 3 công trình is none."""
        if quantity.base in (PERCENT, TIMES, DAYS, POINTS) or self.other_body or self.foreign:
            return
        if not quantity.base:
            after = clause[at + 1] if at + 1 < len(clause) else None
            if quantity.scale == 1 and after and after.is_unknown and after.words[0] not in _COUNTED_TIMES:
                self.subject = frozenset()
        elif not any(_begins(self.known.measures[row][1], quantity.base) for row in self.subject):
            of_them = at > 0 and clause[at - 1].words == ("trong",)
            found = frozenset[int]() if of_them else carried_row(self.known, quantity, clause, at)
            self.subject, self.indicator = found, found or self.indicator

    def _produced(self, clause: Sequence[Token], at: int) -> None:
        """Sản lượng đạt …, khai thác được …: whatever is produced, until the measure of a figure tells which."""
        codes = {self.known.rows[row].code.partition("/")[0] for row in self.subject}
        if codes & {self.known.rows[row].code for row in self.known.production} or self.elsewhere:
            return
        if clause[at].words[:2] == ("sản", "lượng") or self._figure_follows(clause, at):
            self.subject = self.indicator = frozenset() if _narrowed(clause, at) else self.known.production

    def _says_of_what(self, token: Token, clause: Sequence[Token], at: int) -> bool:
        """Whether words behind a figure only repeat what the row is of: giải ngân 388,4 triệu USD | vốn đầu tư."""
        names = {word for row in self.subject for word in self.known.rows[row].name.lower().split()}
        return bool(at and clause[at - 1].quantity and set(token.words) <= names)

    def _figure_follows(self, clause: Sequence[Token], at: int) -> bool:
        for token in clause[at + 1 :]:
            if token.quantity is not None:
                return any(self.known.measures[row][1] == token.quantity.base for row in self.known.production)
            if token.role not in _BETWEEN:
                return False
        return False

    def _time(self, token: Token, clause: Sequence[Token], at: int) -> None:
        if token.year is not None and token.year > self.year:
            self.named_year = token.year
        elif token.year is not None and token.role is None:
            if not _is_base(clause, at):
                self.named_year = token.year
                if not (at and clause[at - 1].months):
                    self._whole_year()
        elif token.role is Role.OTHER_TIME and not _is_base(clause, at):
            self.months = UNKNOWN
        elif token.role in {Role.WHOLE_YEAR, Role.ESTIMATE} and token.words[-1] == "năm" and "cả" in token.words:
            self._whole_year()
        elif token.role is Role.WHOLE_YEAR and token.words[-1] in {"nay", "cáo"}:
            self.named_year = None
        elif token.months and token.role is None and (token.months != UNKNOWN or _opens(clause, at)):
            self.months = token.months if token.months >= _CUT_OFF else UNKNOWN
            if not self.indicator and at + 1 < len(clause) and clause[at + 1].mark in {",", ":"}:
                self.head = self.months

    def _whole_year(self) -> None:
        self.months, self.carried = None, False


def _begins(own: str, stated: str) -> bool:
    return own.partition("/")[0].startswith(stated.partition("/")[0].strip())


def _concedes(clause: Sequence[Token]) -> bool:
    """Whether a clause goes on about the same thing: dù mới bằng 21,8% kế hoạch."""
    if clause[0].words[0] not in _CONCESSIONS:
        return False
    after = next((token for token in clause[1:] if token.role not in {Role.FILLER, Role.NOT, Role.WHOLE_YEAR}), None)
    return after is not None and after.role in _STATES


def _narrowed(clause: Sequence[Token], at: int) -> bool:
    """Whether a name goes on in a way that makes it another thing: doanh thu | từ bán khí."""
    for after in clause[at + 1 :]:
        if after.role is Role.LINK:
            return after.words[0] not in {"của", "cho"}
        if after.role is not Role.FILLER or after.words in _AT:
            return after.is_unknown or after.words in _AT
    return False


def _opens(clause: Sequence[Token], at: int) -> bool:
    """Whether nothing but fillers and times stands before a place of a clause."""
    return all(one.role in {Role.FILLER, Role.WHOLE_YEAR, Role.BECAUSE} or one.year for one in clause[:at])


def _is_base(clause: Sequence[Token], at: int) -> bool:
    """Whether a year stands as what is compared with: so với năm 2021."""
    return any(token.role is Role.AGAINST for token in clause[max(0, at - 2) : at]) or bool(
        (at and clause[at - 1].role in {Role.PLAN, Role.SAME_PERIOD, Role.OTHER_PLAN, Role.ABOVE, Role.BELOW})
        or _of_figure(clause, at)
    )


def _of_figure(clause: Sequence[Token], at: int) -> bool:
    """Bằng 98,5% | năm 2021; giảm từ 3.165 nghìn tấn | năm 2021."""
    before = clause[at - 1].quantity if at else None
    return before is not None and (before.base == PERCENT or clause[at - 2].words == ("từ",))
