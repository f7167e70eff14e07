"""What a sentence is about while it is read: a row or one of its parts, a stretch of time, or nothing of ours."""

from collections.abc import Sequence
from typing import Final

from tongket.dossier.claims.carried import carried_row
from tongket.dossier.claims.table import CARGOES, KnownRows, bracket_words, name_words
from tongket.dossier.claims.tokens import DAYS, PERCENT, POINTS, TIMES, Quantity, Token
from tongket.dossier.claims.words import Role

UNKNOWN: Final = -1
"""A stretch of the year that the table does not hold."""
_MONTHS: Final = 12
_COUNTED_TIMES: Final = frozenset({"năm", "tháng", "giờ", "tuần", "kỳ", "đợt", "quý"})
_AT: Final = frozenset({("tại",), ("ở",)})
_IN_A_LIST: Final = frozenset({Role.FILLER, Role.AND, Role.TOGETHER, Role.PRODUCTION, Role.WHOLE_YEAR, Role.ESTIMATE})
_OPENINGS: Final = frozenset({Role.FILLER, Role.WHOLE_YEAR, Role.BECAUSE, Role.PART_OF})
_COMPARED: Final = frozenset({Role.PLAN, Role.LAST_YEAR, Role.SAME_PERIOD})
_CONCESSIONS: Final = frozenset({"dù", "tuy", "mặc"})
_STATES: Final = frozenset({Role.OF, Role.ABOVE, Role.BELOW, Role.FULFIL, Role.CHANGED_TO, Role.TIMES})
_BETWEEN: Final = frozenset({Role.FILLER, Role.OF, Role.OVER, Role.NEAR, Role.ABOUT, Role.ESTIMATE, Role.AT_LEAST})


class Bearings:
    """Kept from clause to clause of one sentence.

    `to_month` is the month up to which figures to date go; None or 0 when no words name such a stretch of the year.
    `months` is a stretch of the year that was named, `carried` says that one was named before and may still be meant;
    `wanted` that the rest is an aim, `foreign` that a clause speaks of something else.
    """

    def __init__(
        self, known: KnownRows, year: int, to_month: int | None, *, carried: bool, named_year: int | None
    ) -> None:
        self.known, self.year, self.held = known, year, (to_month, _MONTHS)
        self.subject: frozenset[int] = frozenset()
        self.indicator: frozenset[int] = frozenset()
        self.months: int | None = None
        self.head: int | None = None
        self.carried, self.named_year = carried, named_year
        self.before_aside: tuple[int | None] | None = None
        self.in_the_year = self.not_held = False
        self.after: Sequence[Token] = ()
        self.listed: list[frozenset[int]] = []
        self.together: frozenset[int] = frozenset()
        self.wanted = self.effort = self.foreign = self.elsewhere = self.other_body = self.of_which = False

    def open_clause(self, clause: Sequence[Token], after: Sequence[Token]) -> None:
        """See whether a clause begins with something else, and whether one that did is over; `after` is the next."""
        self.after = after
        self.effort = False
        named = any(token.rows for token in clause)
        if clause[0].role is Role.BECAUSE or (self.foreign and not named):
            self.foreign = clause[0].role is Role.BECAUSE and not named and not _concedes(clause)
        if self.before_aside:
            self.other_body = self.elsewhere = False
            (self.months,) = self.before_aside
        self.before_aside = (self.months,) if clause[0].role is Role.BECAUSE and not self.other_body else None

    def next_stretch(self) -> None:
        """After a semicolon: the time named may still be meant; one that the table does not hold leaves all unknown."""
        self.carried = self.head is None and (self.carried or bool(self.months and self.months != UNKNOWN))
        self.months = UNKNOWN if self.not_held else self.head
        self.elsewhere = self.other_body = False

    def begin(self, *, not_held: bool) -> None:
        """Begin a sentence behind one that ended within a part of the year that the table does not hold."""
        self.not_held, self.months = not_held, UNKNOWN if not_held else self.months

    def aside(self) -> tuple[frozenset[int], frozenset[int], int | None, int | None]:
        """What to come back to after a bracket."""
        return self.subject, self.indicator, self.months, self.named_year

    def back_from(self, aside: tuple[frozenset[int], frozenset[int], int | None, int | None]) -> None:
        """Come back from a bracket."""
        self.subject, self.indicator, self.months, self.named_year = aside

    def each(self, rows: frozenset[int]) -> Sequence[frozenset[int]]:
        """Rows of which something is said one by one when it is said of all: doanh thu, lợi nhuận đều vượt."""
        return [frozenset({row}) for row in sorted(rows)] if rows and rows == self.together else [rows]

    def notice(self, token: Token, clause: Sequence[Token], at: int) -> None:
        """Keep what the next figures are about, and which rows were named one after another."""
        self._notice(token, clause, at)
        if token.rows and token.quantity is None:
            self.listed.append(self.subject)
        elif token.role not in _IN_A_LIST and token.mark != ",":
            self.listed = []

    def _all_listed(self) -> frozenset[int]:
        """The rows of a list of names, each of which tells one; without a list of such names, none."""
        told = len(self.listed) > 1 and all(len(rows) == 1 for rows in self.listed)
        return frozenset().union(*self.listed) if told else frozenset()

    def _notice(self, token: Token, clause: Sequence[Token], at: int) -> None:
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
        elif token.words[0] in CARGOES and _says_alone(clause, at):
            self.subject = self.indicator = self._cargo(token)
        elif token.role is Role.TOGETHER and at:
            self.subject = self.indicator = self.together = self._all_listed()
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
        if self.other_body or (token.quantity is None and _is_of_another(clause, at, self._name_words(token.rows))):
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
        self.subject = self.indicator = (
            frozenset() if token.quantity is None and self._narrowed(token, clause, at) else token.rows
        )
        self.foreign = self.elsewhere = False

    def _narrowed(self, token: Token, clause: Sequence[Token], at: int) -> bool:
        return _narrowed(clause, at, self._in_brackets(token.rows))

    def _name_words(self, rows: frozenset[int]) -> frozenset[str]:
        return frozenset(word for row in rows for word in name_words(self.known.rows[row]))

    def _in_brackets(self, rows: frozenset[int]) -> frozenset[str]:
        """The words in brackets behind a row's name: of whom or of what it is, which a text may say without them."""
        return frozenset(word for row in rows for word in bracket_words(self.known.rows[row]))

    def _parts(self, rows: frozenset[int]) -> frozenset[int]:
        """The parts of the indicator spoken of; of several indicators' parts none is taken."""
        codes = {self.known.rows[row].code.partition("/")[0] for row in self.indicator}
        fitting = frozenset(row for row in rows if self.known.rows[row].code.partition("/")[0] in codes)
        return fitting or (rows if len(rows) == 1 else frozenset())

    def carry(self, quantity: Quantity, clause: Sequence[Token], at: int) -> None:
        """Take the row that a figure itself tells: 39,4 nghìn tấn condensate, 34 giếng; 3 công trình is none."""
        if quantity.base in (PERCENT, TIMES, DAYS, POINTS) or self.other_body or self.foreign:
            return
        if self._is_of_a_piece(quantity, clause, at):
            self.subject = carried_row(self.known, quantity, clause, at)
        elif not quantity.base:
            after = clause[at + 1] if at + 1 < len(clause) else None
            if quantity.scale == 1 and after and after.is_unknown and after.words[0] not in _COUNTED_TIMES:
                self.subject = frozenset()
        elif not any(_begins(self.known.measures[row][1], quantity.base) for row in self.subject):
            of_them = at > 0 and clause[at - 1].words == ("trong",)
            found = frozenset[int]() if of_them else carried_row(self.known, quantity, clause, at)
            if not found and not of_them and not self.elsewhere:
                found = self._counted(quantity, clause, at)
            self.subject, self.indicator = found, found or self.indicator

    def _counted(self, quantity: Quantity, clause: Sequence[Token], at: int) -> frozenset[int]:
        """The one row that counts such things, where a clause says no more and the next compares it.

        Hoàn thành 26 giếng, bằng 108,3% kế hoạch.
        """
        if quantity.base not in self.known.counts or not any(token.role in _COMPARED for token in self.after):
            return frozenset()
        rows = frozenset(row for row, (_, base) in enumerate(self.known.measures) if base == quantity.base)
        own = self._name_words(rows)
        return rows if len(rows) == 1 and _says_only(clause, at, own) else frozenset()

    def _is_of_a_piece(self, quantity: Quantity, clause: Sequence[Token], at: int) -> bool:
        """Whether a count is of some of what a row counts, or of what else befell it: 3 giếng | thăm dò."""
        if quantity.base not in self.known.counts:
            return False
        before, after = clause[max(0, at - 1) : at], clause[at + 1 : at + 2]
        return any(token.is_unknown for token in (*before, *after)) or any(token.words in _AT for token in after)

    def _produced(self, clause: Sequence[Token], at: int) -> None:
        """Sản lượng đạt …, khai thác được …: whatever is produced, until the measure of a figure tells which."""
        codes = {self.known.rows[row].code.partition("/")[0] for row in self.subject}
        if codes & {self.known.rows[row].code for row in self.known.production} or self.elsewhere:
            return
        if clause[at].words[:2] == ("sản", "lượng") or self._figure_follows(clause, at):
            self.subject = self.indicator = frozenset() if _narrowed(clause, at) else self.known.production

    def _cargo(self, token: Token) -> frozenset[int]:
        """The one product that a clause is about in a word: khí | giảm 5,1%."""
        made = frozenset(
            row for row in self.known.production if set(token.words) <= set(name_words(self.known.rows[row]))
        )
        return made if len(made) == 1 else frozenset()

    def _says_of_what(self, token: Token, clause: Sequence[Token], at: int) -> bool:
        """Whether words behind a figure only repeat what the row is of: giải ngân 388,4 triệu USD | vốn đầu tư."""
        names = {word for row in self.subject for word in self.known.rows[row].name.lower().split()}
        repeats = bool(at and clause[at - 1].quantity and set(token.words) <= names)
        return repeats or self._in_brackets(self.subject).issuperset(token.words)

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
            self.in_the_year, self.not_held = False, token.months not in (*self.held, UNKNOWN)
            self.months = token.months if token.months in self.held else UNKNOWN
            if not self.indicator and at + 1 < len(clause) and clause[at + 1].mark in {",", ":"}:
                self.head = self.months

    def _whole_year(self) -> None:
        self.months, self.carried, self.in_the_year, self.not_held = None, False, True, False


def _begins(own: str, stated: str) -> bool:
    return own.partition("/")[0].startswith(stated.partition("/")[0].strip())


def _concedes(clause: Sequence[Token]) -> bool:
    """Whether a clause goes on about the same thing: dù mới bằng 21,8% kế hoạch."""
    if clause[0].words[0] not in _CONCESSIONS:
        return False
    after = next((token for token in clause[1:] if token.role not in {Role.FILLER, Role.NOT, Role.WHOLE_YEAR}), None)
    return after is not None and after.role in _STATES


def _is_of_another(clause: Sequence[Token], at: int, own: frozenset[str]) -> bool:
    """Whether a name only says what another thing is for: tiền thưởng | sáng kiến; `own` are the words of the name."""
    before = next((token for token in reversed(clause[:at]) if not token.is_unknown), None)
    return before is not None and before.role is Role.OTHER_THING and not own.issuperset(before.words)


def _says_alone(clause: Sequence[Token], at: int) -> bool:
    """Whether a clause has no subject but the word it opens with, of which something is said at once."""
    verb = next((token for token in clause[at + 1 :] if token.role is not Role.FILLER), None)
    opens = all(token.role in {Role.FILLER, Role.PART_OF, Role.BUT} for token in clause[:at])
    return opens and verb is not None and verb.role in _STATES


def _says_only(clause: Sequence[Token], at: int, own: frozenset[str]) -> bool:
    """Whether a clause says nothing but that so many were reached, in words of which `own` are those of the name."""
    before, after = clause[:at], clause[at + 1 :]
    ends = not after or after[0].mark in {",", ";", ".", ":"}
    return ends and all(
        token.role in _BETWEEN or token.role in {Role.FULFIL, Role.WHOLE_YEAR} or own.issuperset(token.words)
        for token in before
    )


def _narrowed(clause: Sequence[Token], at: int, own: frozenset[str] = frozenset()) -> bool:
    """Whether a name goes on in a way that makes it another thing: doanh thu | từ bán khí.

    `own` are words that the row's name itself has in brackets: thu nhập bình quân của | lao động Việt Nam.
    """
    for after in clause[at + 1 :]:
        if own.issuperset(after.words):
            continue
        if after.role is Role.LINK:
            return after.words[0] not in {"của", "cho"}
        if after.role is not Role.FILLER or after.words in _AT:
            return after.is_unknown or after.words in _AT
    return False


def _opens(clause: Sequence[Token], at: int) -> bool:
    """Whether nothing but fillers and times stands before a place of a clause."""
    return all(one.role in _OPENINGS or one.year for one in clause[:at])


def _is_base(clause: Sequence[Token], at: int) -> bool:
    """Whether a year stands as what is compared with: so với năm 2021."""
    while at > 1 and clause[at - 1].role is Role.FILLER and clause[at - 2].role in {Role.ABOVE, Role.BELOW}:
        at -= 1  # thấp hơn | thực hiện năm 2021
    return any(token.role is Role.AGAINST for token in clause[max(0, at - 2) : at]) or bool(
        (at and clause[at - 1].role in {Role.PLAN, Role.SAME_PERIOD, Role.OTHER_PLAN, Role.ABOVE, Role.BELOW})
        or _of_figure(clause, at)
    )


def _of_figure(clause: Sequence[Token], at: int) -> bool:
    """Bằng 98,5% | năm 2021; giảm từ 3.165 nghìn tấn | năm 2021."""
    before = clause[at - 1].quantity if at else None
    return before is not None and (before.base == PERCENT or clause[at - 2].words == ("từ",))
