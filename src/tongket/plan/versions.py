"""Which target is in force on a plan line, at its latest version or an earlier one, and what a version changed.

A version states only what it changes: what it does not mention stays as the versions before it left it.
A proposal is never in force; it can be looked at as what would be.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from tongket.figures import EXACT, Amount, converted, measure_of
from tongket.plan.facts import Indicator, Plan, PlanVersion, Target, TargetState, VersionKind
from tongket.year import Period

TargetKey = tuple[str, str, str | None, Period]
"""What a target is about: org unit, indicator, breakdown (None for the total), period."""


class UnknownVersion(LookupError):
    """The line has no version of that name."""

    def __init__(self, line: str, version: str) -> None:
        super().__init__(f"the plan line {line!r} has no version {version!r}.")


class NotInForce(ValueError):
    """A proposed version was asked for as if it were in force."""

    def __init__(self, line: str, version: str) -> None:
        super().__init__(
            f"version {version!r} of the plan line {line!r} is a proposal and not in force; see targets_at."
        )


def key_of(target: Target) -> TargetKey:
    """Return what a target is about, whatever line and version state it."""
    return target.org_unit, target.indicator, target.breakdown, target.period


def versions_of(plan: Plan, line: str) -> tuple[PlanVersion, ...]:
    """Return the versions of a line in the order in which they were stated; that order says which is later."""
    return tuple(version for version in plan.plan_versions if version.line == line)


def latest_version(plan: Plan, line: str) -> PlanVersion | None:
    """Return the last version of a line that is in force, or None while everything is only proposed."""
    adopted = [version for version in versions_of(plan, line) if version.kind is not VersionKind.PROPOSED]
    return adopted[-1] if adopted else None


def targets_in_force(plan: Plan, line: str, version: str | None = None) -> Mapping[TargetKey, Target]:
    """Return the targets of a line in force at a version (None: the latest), by what they are about.

    Each is the row of the last version up to it that states it, and names that version. Raises UnknownVersion
    for a version the line does not have and NotInForce for a proposal.
    """
    if version is None:
        latest = latest_version(plan, line)
        return targets_at(plan, line, latest.version) if latest else {}
    if _named(plan, line, version).kind is VersionKind.PROPOSED:
        raise NotInForce(line, version)
    return targets_at(plan, line, version)


def targets_at(plan: Plan, line: str, version: str) -> Mapping[TargetKey, Target]:
    """Return the targets as they stand with a version; a proposal is laid over what was in force before it.

    Raises UnknownVersion.
    """
    asked = _named(plan, line, version)
    rows = rows_by_version(plan, line)
    standing: dict[TargetKey, Target] = {}
    for earlier in versions_of(plan, line):
        if earlier is asked or earlier.kind is not VersionKind.PROPOSED:
            standing.update((key_of(target), target) for target in rows.get(earlier.version, ()))
        if earlier is asked:
            break
    return standing


def rows_by_version(plan: Plan, line: str) -> Mapping[str, list[Target]]:
    """Return the rows of a line's targets under the version that states them."""
    rows: dict[str, list[Target]] = {}
    for target in plan.targets:
        if target.line == line:
            rows.setdefault(target.version, []).append(target)
    return rows


def _named(plan: Plan, line: str, version: str) -> PlanVersion:
    found = next((row for row in versions_of(plan, line) if row.version == version), None)
    if found is None:
        raise UnknownVersion(line, version)
    return found


class ChangeKind(StrEnum):
    """What became of a target between two versions."""

    ADDED = "added"
    RAISED = "raised"
    LOWERED = "lowered"
    RESTATED = "restated"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Change:
    """One target that two versions of a line state differently.

    `old` and `new` are the amounts in the indicator's measure; `low` and `high` say by how much each end moved,
    where both ends are known. `reason` is the target's own, else that of the version that states it.
    """

    kind: ChangeKind
    org_unit: str
    indicator: str
    breakdown: str | None
    period: Period
    before: Target | None
    after: Target | None
    old: Amount | None
    new: Amount | None
    low: Decimal | None
    high: Decimal | None
    reason: str

    @property
    def by(self) -> Decimal | None:
        """By how much a single number moved; None when an end is unknown or the two ends moved differently."""
        return self.low if self.low == self.high else None


def difference(plan: Plan, line: str, version_a: str, version_b: str) -> tuple[Change, ...]:
    """List what stands otherwise at `version_b` than at `version_a`, in the order of the targets.

    Proposals may be compared. Raises UnknownVersion; ValueError when the two state measures that differ by
    more than scale.
    """
    before, after = targets_at(plan, line, version_a), targets_at(plan, line, version_b)
    indicators = {indicator.code: indicator for indicator in plan.indicators}
    reasons = {version.version: version.reason for version in versions_of(plan, line)}
    changes: list[Change | None] = []
    for key in dict.fromkeys((*before, *after)):
        new = after.get(key)
        reason = reasons[new.version] if new else reasons[version_b]
        changes.append(change_between(before.get(key), new, indicators.get(key[1]), reason))
    return tuple(change for change in changes if change)


def without_reason(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Return the changes for which neither the target nor its version states why."""
    return tuple(change for change in changes if not change.reason)


def amount_in(target: Target, indicator: Indicator | None) -> Amount | None:
    """Return a target's amount in the indicator's measure; None when it has none or was not assigned.

    Raises ValueError when the two measures differ by more than scale.
    """
    if target.amount is None or target.state is TargetState.NOT_ASSIGNED:
        return None
    if indicator is None or target.measure in ("", indicator.measure):
        return target.amount
    own, wanted = measure_of(target.measure), measure_of(indicator.measure)
    return target.amount.mapped(lambda number: converted(number, own, wanted))


def change_between(
    before: Target | None, after: Target | None, indicator: Indicator | None, version_reason: str = ""
) -> Change | None:
    """Say what became of one target, or None when it stands as it stood; raises ValueError as `amount_in` does."""
    told = after or before
    old = amount_in(before, indicator) if before else None
    new = amount_in(after, indicator) if after else None
    if told is None or (old == new and _state(before) is _state(after)):
        return None
    low = _moved(old.low if old else None, new.low if new else None)
    high = _moved(old.high if old else None, new.high if new else None)
    reason = (after.reason if after else "") or version_reason
    return Change(_kind(old, new, low, high), *key_of(told), before, after, old, new, low, high, reason)


def _state(target: Target | None) -> TargetState | None:
    return target.state if target else None


def _moved(old: Decimal | None, new: Decimal | None) -> Decimal | None:
    return None if old is None or new is None else EXACT.subtract(new, old)


def _kind(old: Amount | None, new: Amount | None, low: Decimal | None, high: Decimal | None) -> ChangeKind:
    if new is None:
        return ChangeKind.RESTATED if old is None else ChangeKind.WITHDRAWN
    if old is None:
        return ChangeKind.ADDED
    moves = [move for move in (low, high) if move]
    if moves and all(move > 0 for move in moves):
        return ChangeKind.RAISED
    if moves and all(move < 0 for move in moves):
        return ChangeKind.LOWERED
    return ChangeKind.RESTATED
