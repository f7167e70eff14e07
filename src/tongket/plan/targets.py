"""Checks of single targets, and of what a version did to those before it without saying why."""

from collections.abc import Iterator, Mapping

from tongket.figures import measure_of
from tongket.organisation import Organisation
from tongket.plan import findings_of_targets as say
from tongket.plan.facts import Direction, Indicator, Plan, PlanVersion, Target, TargetState, VersionKind
from tongket.plan.versions import Change, ChangeKind, TargetKey, change_between, key_of, rows_by_version, versions_of
from tongket.plan.wording import address_of, amount_text
from tongket.words import Finding, FindingKind, Text

_NOTHING = Text("không giao", "не задан", "not assigned")
_WEAKENED: Mapping[tuple[Direction, ChangeKind], FindingKind] = {
    (Direction.UP, ChangeKind.LOWERED): say.LOWERED,
    (Direction.DOWN, ChangeKind.RAISED): say.EASED,
    (Direction.ON_DATE, ChangeKind.RAISED): say.POSTPONED,
    **{(direction, ChangeKind.WITHDRAWN): say.WITHDRAWN for direction in Direction},
}


def values(plan: Plan, _: Organisation) -> Iterator[Finding]:
    """Find assigned targets without a value, unassigned ones with one, and negatives where none may be."""
    never_negative = {row.code for row in plan.indicators if not row.may_be_negative}
    for target in plan.targets:
        address, amount = address_of(target), target.amount
        if amount is None:
            if target.state is TargetState.ASSIGNED:
                yield say.VALUE_MISSING.at(target.place, address=address)
            continue
        if target.state is TargetState.NOT_ASSIGNED:
            yield say.VALUE_UNEXPECTED.at(target.place, address=address, value=amount_text(amount, target.measure))
        if target.indicator in never_negative and min(end for end in (amount.low, amount.high) if end is not None) < 0:
            yield say.NEGATIVE.at(target.place, address=address, value=amount_text(amount))


def measures(plan: Plan, _: Organisation) -> Iterator[Finding]:
    """Find targets in a measure that is no scale of their indicator's."""
    wanted = {row.code: measure_of(row.measure) for row in plan.indicators}
    for target in plan.targets:
        right = wanted.get(target.indicator)
        if target.measure and right and measure_of(target.measure).dimension != right.dimension:
            yield say.OTHER_DIMENSION.at(
                target.place, address=address_of(target), measure=measure_of(target.measure).label, wanted=right.label
            )


def weakened(plan: Plan, _: Organisation) -> Iterator[Finding]:
    """Find targets that an adopted version made easier without a reason or without a document."""
    indicators = {row.code: row for row in plan.indicators}
    for line in dict.fromkeys(version.line for version in plan.plan_versions):
        rows = rows_by_version(plan, line)
        standing: dict[TargetKey, Target] = {}
        for version in versions_of(plan, line):
            if version.kind is VersionKind.PROPOSED:
                continue
            for target in rows.get(version.version, ()):
                before = standing.get(key_of(target))
                standing[key_of(target)] = target
                if before and target.indicator in indicators:
                    yield from _weakened(before, target, indicators[target.indicator], version)


def is_weakened(change: Change, indicator: Indicator) -> bool:
    """Say whether a change makes a target easier: lowered, raised where less is better, put off, or taken back."""
    return (indicator.direction, change.kind) in _WEAKENED


def _weakened(before: Target, after: Target, indicator: Indicator, version: PlanVersion) -> Iterator[Finding]:
    try:
        change = change_between(before, after, indicator, version.reason)
    except ValueError:  # another dimension: that is its own finding
        return
    kind = _WEAKENED.get((indicator.direction, change.kind)) if change else None
    if change and kind and not (change.reason and version.document):
        old, new = (amount_text(end, indicator.measure) if end else _NOTHING for end in (change.old, change.new))
        yield kind.at(
            after.place, address=address_of(after), before=old, after=new, version=version.version, line=version.line
        )
