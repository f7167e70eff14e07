"""What was typed into the grid of a proposal, read as targets; where a difference goes is the person's choice alone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from tongket.figures import EXACT, Amount
from tongket.plan import Indicator, Plan, Target, TargetKey, TotalCheck, restated, standing_before, totals_checked
from tongket.plan.versions import targets_at
from tongket.server.web.plan.fields import field_of, key_in, taker_of
from tongket.server.web.plan.figures import read_typed, typed_text
from tongket.words import Language, Text
from tongket.year import Period
from tongket.yearbook import Year

RESIDUE = "residue"
"""What takes a difference when no part does: it is stated at the total."""
_EMPTY = Text(
    "Ô để trống. Ghi số, hoặc ghi “không giao”.",
    "Ячейка пуста. Введите число или «не установлено».",
    "The cell is empty. Type a number, or “not assigned”.",
)


@dataclass(frozen=True, slots=True)
class Entries:
    """What was typed: the plan with it, before differences go anywhere; the targets that say so, differences included.

    `wrong` says by input what could not be read.
    """

    plan: Plan
    targets: tuple[Target, ...]
    without: frozenset[TargetKey] = frozenset()
    wrong: Mapping[str, str] = field(default_factory=dict, hash=False)


def read_entries(year: Year, line: str, version: str, typed: Mapping[str, str], language: Language) -> Entries:
    """Read the inputs of a grid, then give each difference to what was chosen to take it. Raises CannotPropose."""
    reading = _Reading(year, line, version, language)
    for name, text in typed.items():
        reading.take(name, text.strip())
    reading.add(typed)
    after = reading.plan()
    taken = tuple(_taken(year, after, line, version, typed))
    targets = {field_of_target(one): one for one in (*reading.targets, *taken)}
    return Entries(after, tuple(targets.values()), frozenset(reading.without), reading.wrong)


def field_of_target(target: Target) -> str:
    """Return the name of the input of a target."""
    return field_of((target.org_unit, target.indicator, target.breakdown, target.period))


class _Reading:
    """The inputs of one grid on their way to targets."""

    def __init__(self, year: Year, line: str, version: str, language: Language) -> None:
        self.year, self.line, self.version, self.language = year, line, version, language
        self.indicators = {one.code: one for one in year.plan.indicators}
        self.before = standing_before(year.plan, line, version)
        self.now = targets_at(year.plan, line, version)
        self.targets: list[Target] = []
        self.without: set[TargetKey] = set()
        self.wrong: dict[str, str] = {}

    def plan(self) -> Plan:
        return restated(self.year.plan, self.line, self.version, self.targets, self.without)

    def take(self, name: str, text: str) -> None:
        key = key_in(name)
        indicator = self.indicators.get(key[1]) if key else None
        if key is None or indicator is None:
            return
        standing = self.now.get(key)
        if standing and text == typed_text(standing, indicator, self.language):
            return  # left as it was, to the last digit
        if not text:
            self._emptied(name, key)
            return
        self._read(name, key, text, indicator)

    def add(self, typed: Mapping[str, str]) -> None:
        """Read the row by which a target is added that the version does not have yet."""
        org_unit, indicator = typed.get("new_org_unit", ""), self.indicators.get(typed.get("new_indicator", ""))
        text = typed.get("new_value", "").strip()
        if indicator and org_unit and text:
            period = Period.of_year(self.year.head.year)
            key = (org_unit, indicator.code, typed.get("new_breakdown") or None, period)
            self._read("new_value", key, text, indicator)

    def _emptied(self, name: str, key: TargetKey) -> None:
        if key in self.before:
            self.wrong[name] = _EMPTY.to(self.language)
        else:
            self.without.add(key)

    def _read(self, name: str, key: TargetKey, text: str, indicator: Indicator) -> None:
        read = read_typed(text, indicator, self.language)
        if read.wrong:
            self.wrong[name] = read.wrong.to(self.language)
            return
        standing = self.now.get(key)
        org_unit, code, breakdown, period = key
        new = Target(self.line, self.version, org_unit, code, period, breakdown, read.amount, read.state)
        residue = standing.residue if standing and not standing.measure and read.amount else None
        self.targets.append(replace(new, residue=residue))


def _taken(year: Year, plan: Plan, line: str, version: str, typed: Mapping[str, str]) -> Iterator[Target]:
    """Give each difference to the part that was chosen for it, or state it at the total."""
    standing = targets_at(plan, line, version)
    for check in totals_checked(plan, year.organisation, line, version):
        chosen = typed.get(taker_of(check.whole), "")
        if not check.gap or check.of_units or not chosen:
            continue
        if chosen == RESIDUE:
            whole = standing[check.whole]
            if not whole.measure:
                yield replace(whole, line=line, version=version, residue=_sum(check.residue, check.gap), place=None)
        else:
            yield from _to_part(check, standing, chosen, line, version)


def _to_part(
    check: TotalCheck, standing: Mapping[TargetKey, Target], chosen: str, line: str, version: str
) -> Iterator[Target]:
    for key, amount in check.parts:
        if field_of(key) == chosen and amount.is_exact:
            value = Amount.of(_sum(amount.exact, check.gap))
            yield replace(standing[key], line=line, version=version, amount=value, measure="", place=None)


def _sum(one: Decimal, other: Decimal) -> Decimal:
    return EXACT.add(one, other)
