"""Checks that every code of a plan stands once and means something, and that its lines and versions are in order."""

import datetime as dt
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Protocol, TypeVar

from tongket.organisation import Organisation
from tongket.plan import findings as say
from tongket.plan.facts import Assumption, Plan, Target, VersionKind
from tongket.plan.wording import address_of, milestone_name
from tongket.words import Finding, FindingKind, Place


class _Row(Protocol):
    @property
    def place(self) -> Place | None: ...


class _Coded(_Row, Protocol):
    @property
    def code(self) -> str: ...


R = TypeVar("R")


def addressable(plan: Plan, _: Organisation) -> Iterator[Finding]:
    """Find codes that would make the address of a figure ambiguous."""
    told: tuple[tuple[str, str, _Row], ...] = (
        *((row.code, "/@#", row) for row in plan.indicators),
        *((row.code, "@#", row) for row in plan.breakdowns),
        *((row.code, ".#", row) for row in plan.plan_lines),
        *((row.version, "#", row) for row in plan.plan_versions),
    )
    for code, marks, row in told:
        if not code.strip() or code != code.strip() or any(mark in code for mark in marks):
            yield say.BAD_CODE.at(row.place, code=code, marks=" ".join(marks))


def duplicates(plan: Plan, _: Organisation) -> Iterator[Finding]:
    """Find what is stated twice; of two rows the second is reported."""
    yield from _same_code(say.DUPLICATE_INDICATOR, plan.indicators)
    yield from _same_code(say.DUPLICATE_BREAKDOWN, plan.breakdowns)
    yield from _same_code(say.DUPLICATE_LINE, plan.plan_lines)
    yield from _same_code(say.DUPLICATE_PROJECT, plan.key_projects)
    for version in _again(plan.plan_versions, lambda row: (row.line, row.version)):
        yield say.DUPLICATE_VERSION.at(version.place, line=version.line, version=version.version)
    for component in _again(plan.components, lambda row: (row.indicator, row.part)):
        yield say.DUPLICATE_COMPONENT.at(component.place, indicator=component.indicator, part=component.part)


def duplicate_statements(plan: Plan, _: Organisation) -> Iterator[Finding]:
    """Find targets, assumptions and milestones stated twice for the same thing."""
    about = ("line", "version", "org_unit", "indicator", "breakdown", "period")
    for target in _again(plan.targets, lambda row: tuple(getattr(row, name) for name in about)):
        yield say.DUPLICATE_TARGET.at(
            target.place, address=address_of(target), version=target.version, line=target.line
        )
    for row in _again(plan.assumptions, lambda a: (a.line, a.version, a.code, a.applies_to, a.org_unit, a.measure)):
        yield say.DUPLICATE_ASSUMPTION.at(row.place, code=str(row.code), version=row.version, line=row.line)
    for milestone in _again(plan.milestones, lambda row: (row.project, row.stage, row.name)):
        yield say.DUPLICATE_MILESTONE.at(milestone.place, stage=milestone_name(milestone), project=milestone.project)


def unknown_units(plan: Plan, organisation: Organisation) -> Iterator[Finding]:
    """Find org units the register does not know, and targets of a period in which the unit did not exist."""
    known = {unit.code: unit for unit in organisation.org_units}
    mentions: tuple[tuple[str | None, _Row], ...] = (
        *((row.org_unit, row) for row in plan.targets),
        *((row.org_unit, row) for row in plan.shares),
        *((row.org_unit, row) for row in plan.assumptions),
        *((row.org_unit, row) for row in plan.key_projects),
    )
    yield from _unknown(say.UNKNOWN_UNIT, mentions, known)
    for target in plan.targets:
        unit = known.get(target.org_unit)
        if unit and not unit.exists.days_within(target.period.first, target.period.until):
            yield say.UNIT_ABSENT.at(target.place, code=unit.code, period=str(target.period))


def unknown_indicators(plan: Plan, _: Organisation) -> Iterator[Finding]:
    """Find indicators no row declares."""
    mentions: tuple[tuple[str | None, _Row], ...] = (
        *((row.indicator, row) for row in plan.targets),
        *((row.indicator, row) for row in plan.factors),
        *((row.indicator, row) for row in plan.components),
        *((row.part, row) for row in plan.components),
        *((row.applies_to, row) for row in plan.assumptions),
        *((code, row) for row in plan.indicators for code in (row.weight, row.numerator, row.denominator)),
        *((row.at_plan_price_of, row) for row in plan.indicators),
    )
    yield from _unknown(say.UNKNOWN_INDICATOR, mentions, {row.code for row in plan.indicators})


def unknown_parts_and_projects(plan: Plan, _: Organisation) -> Iterator[Finding]:
    """Find breakdowns and projects no row declares."""
    mentions: tuple[tuple[str | None, _Row], ...] = (
        *((row.breakdown, row) for row in plan.targets),
        *((row.breakdown, row) for row in plan.shares),
        *((row.breakdown, row) for row in plan.factors),
    )
    yield from _unknown(say.UNKNOWN_BREAKDOWN, mentions, {row.code for row in plan.breakdowns})
    projects = {row.code for row in plan.key_projects}
    yield from _unknown(say.UNKNOWN_PROJECT, ((row.project, row) for row in plan.milestones), projects)


def unknown_versions(plan: Plan, _: Organisation) -> Iterator[Finding]:
    """Find plan lines, and versions of known lines, that no row declares."""
    lines = {row.code for row in plan.plan_lines}
    versions = {(row.line, row.version) for row in plan.plan_versions}
    yield from _unknown(say.UNKNOWN_LINE, ((row.line, row) for row in plan.plan_versions), lines)
    stated: tuple[Target | Assumption, ...] = (*plan.targets, *plan.assumptions)
    for row in stated:
        if row.line not in lines:
            yield say.UNKNOWN_LINE.at(row.place, code=row.line)
        elif (row.line, row.version) not in versions:
            yield say.UNKNOWN_VERSION.at(row.place, line=row.line, version=row.version)


def counting_line(plan: Plan, _: Organisation) -> Iterator[Finding]:
    """Find whether exactly one line counts, once there is a line."""
    counting = [line for line in plan.plan_lines if line.counts]
    if plan.plan_lines and not counting:
        yield say.NO_COUNTING_LINE.at(plan.plan_lines[0].place, lines=", ".join(line.code for line in plan.plan_lines))
    if len(counting) > 1:
        yield say.TWO_COUNTING_LINES.at(counting[1].place, lines=", ".join(line.code for line in counting))


def versions_in_order(plan: Plan, _: Organisation) -> Iterator[Finding]:
    """Find adopted versions dated before the one that stands above them, for the order says which is in force."""
    last: dict[str, dt.date] = {}
    for version in plan.plan_versions:
        if version.kind is VersionKind.PROPOSED or version.on is None:
            continue
        before = last.get(version.line, version.on)
        if version.on < before:
            yield say.VERSION_OUT_OF_ORDER.at(
                version.place, version=version.version, line=version.line, on=version.on, before=before
            )
        last[version.line] = max(version.on, before)


def _same_code(kind: FindingKind, rows: Iterable[_Coded]) -> Iterator[Finding]:
    for row in _again(rows, lambda row: row.code):
        yield kind.at(row.place, code=row.code)


def _again(rows: Iterable[R], key: Callable[[R], Hashable]) -> Iterator[R]:
    seen: set[Hashable] = set()
    for row in rows:
        mine = key(row)
        if mine in seen:
            yield row
        seen.add(mine)


def _unknown(kind: FindingKind, mentions: Iterable[tuple[str | None, _Row]], known: Iterable[str]) -> Iterator[Finding]:
    codes = frozenset(known)
    for code, row in mentions:
        if code is not None and code not in codes:
            yield kind.at(row.place, code=code)
