"""Checks that the targets of a version agree: a total with its parts, a year with its months, a unit with those below.

A total must equal its parts exactly, or carry the residue it states. A year and its months, or an org unit and those
below it, may differ for good reasons, so there the difference is only shown.
"""

import datetime as dt
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Final

from tongket.figures import EXACT, Amount, converted, measure_of, total
from tongket.organisation import Organisation, name_on, parts_on
from tongket.plan import findings_of_targets as say
from tongket.plan.facts import Aggregation, Indicator, Plan, Target
from tongket.plan.versions import TargetKey, amount_in, key_of, targets_at, versions_of
from tongket.plan.wording import address_of, amount_text, parts_text
from tongket.words import Finding, FindingKind, Text
from tongket.year import Granularity, Period

_IN_A_YEAR: Final = {Granularity.HALF: 2, Granularity.QUARTER: 4, Granularity.MONTH: 12}
_ZERO: Final = Decimal(0)


@dataclass(frozen=True, slots=True)
class _Row:
    """A target of an indicator whose parts add up, with its amount in the indicator's measure."""

    target: Target
    amount: Amount
    indicator: Indicator

    @property
    def residue(self) -> Decimal:
        stated = self.target.residue or _ZERO
        if not self.target.measure:
            return stated
        return converted(stated, measure_of(self.target.measure), measure_of(self.indicator.measure))


@dataclass(frozen=True, slots=True)
class TotalCheck:
    """A total beside what it is made of, in the indicator's measure; `gap` is total - residue - sum, 0 if they agree.

    Parts must make their total; what the org units below were given may differ (`of_units`), and is only shown.
    """

    whole: TargetKey
    total: Amount
    parts: tuple[tuple[TargetKey, Amount], ...]
    residue: Decimal
    gap: Decimal
    of_units: bool = False


def totals_checked(plan: Plan, organisation: Organisation, line: str, version: str) -> tuple[TotalCheck, ...]:
    """Return every total of a line as it stands with a version, beside its parts and the org units below.

    Where parts of several kinds stand side by side (fields, platforms), those that differ are told, or else one kind
    that makes the total. Raises UnknownVersion.
    """
    standing = list(_standing(plan, line, version))
    return (*_of_parts(plan, standing), *_of_units(organisation, standing))


def _of_parts(plan: Plan, standing: Iterable[_Row]) -> Iterator[TotalCheck]:
    kinds = {part.code: part.kind for part in plan.breakdowns}
    for rows in _grouped(standing, lambda t: (t.org_unit, t.indicator, t.period)):
        whole = next((row for row in rows if row.target.breakdown is None), None)
        parts = [row for row in rows if row.target.breakdown is not None]
        if whole and parts:
            differing = _differing(whole, parts, lambda row: kinds.get(row.target.breakdown or ""))
            for group in differing or [_making(whole, parts, lambda row: kinds.get(row.target.breakdown or ""))]:
                yield _checked(whole, group, whole.residue)


def _of_units(organisation: Organisation, standing: Iterable[_Row]) -> Iterator[TotalCheck]:
    added = (row for row in standing if row.indicator.aggregation is Aggregation.SUM)
    for rows in _grouped(added, lambda t: (t.indicator, t.breakdown, t.period)):
        by_unit = {row.target.org_unit: row for row in rows}
        for whole in rows if len(rows) > 1 else ():
            below = parts_on(organisation, whole.target.org_unit, whole.target.period.last)
            if parts := [by_unit[code] for code in below if code in by_unit]:
                yield _checked(whole, parts, _ZERO, of_units=True)


def _making(whole: _Row, parts: list[_Row], kind: Callable[[_Row], Hashable]) -> list[_Row]:
    """Return the parts that make the whole: all of them, or those of one kind."""
    if not _gap(whole.amount, parts, whole.residue):
        return parts
    groups = [[part for part in parts if kind(part) == one] for one in dict.fromkeys(map(kind, parts))]
    return next(group for group in groups if not _gap(whole.amount, group, whole.residue))


def _checked(whole: _Row, parts: Sequence[_Row], residue: Decimal, *, of_units: bool = False) -> TotalCheck:
    told = tuple((key_of(row.target), row.amount) for row in parts)
    return TotalCheck(key_of(whole.target), whole.amount, told, residue, _gap(whole.amount, parts, residue), of_units)


def parts_make_totals(plan: Plan, _: Organisation) -> Iterator[Finding]:
    """Find totals that differ from the sum of their parts by anything but the residue they state."""
    names = {part.code: part.name for part in plan.breakdowns}
    kinds = {part.code: part.kind for part in plan.breakdowns}
    for version, standing in _versions(plan):
        for rows in _grouped(standing, lambda t: (t.org_unit, t.indicator, t.period)):
            whole = next((row for row in rows if row.target.breakdown is None), None)
            parts = [row for row in rows if row.target.breakdown is not None]
            if whole and parts and _stated_by(version, rows):
                for differing in _differing(whole, parts, lambda row: kinds.get(row.target.breakdown or "")):
                    yield _total_told(whole, differing, names)


def residues(plan: Plan, _: Organisation) -> Iterator[Finding]:
    """Find residues stated where there is no total with parts."""
    totals = {
        (t.line, t.org_unit, t.indicator, t.period)
        for t in plan.targets
        if t.breakdown is not None and t.amount is not None
    }
    for target in plan.targets:
        about = (target.line, target.org_unit, target.indicator, target.period)
        if target.residue is not None and (target.breakdown is not None or about not in totals):
            yield say.RESIDUE_OF_NOTHING.at(target.place, address=address_of(target), residue=target.residue)


def periods_make_years(plan: Plan, _: Organisation) -> Iterator[Finding]:
    """Find targets of a period that differ from the sum of its halves, quarters or months where all are stated."""
    for version, standing in _versions(plan):
        accumulating = (row for row in standing if row.indicator.accumulates)
        for rows in _grouped(accumulating, lambda t: (t.org_unit, t.indicator, t.breakdown, t.period.year)):
            for whole, inside in _periods(rows):
                if _stated_by(version, (whole, *inside)) and _gap(whole.amount, inside):
                    named = parts_text((Text(str(row.target.period)), row.amount) for row in inside)
                    yield _told(say.PERIODS_DIFFER, whole, inside, parts=named)


def units_make_parents(plan: Plan, organisation: Organisation) -> Iterator[Finding]:
    """Find targets of an org unit that differ from what the org units directly below were given, where any was."""

    @cache
    def below(code: str, day: dt.date) -> tuple[str, ...]:
        return parts_on(organisation, code, day)

    for version, standing in _versions(plan):
        added = (row for row in standing if row.indicator.aggregation is Aggregation.SUM)
        for rows in _grouped(added, lambda t: (t.indicator, t.breakdown, t.period)):
            by_unit = {row.target.org_unit: row for row in rows}
            for whole in rows:
                day = whole.target.period.last
                parts = [by_unit[code] for code in below(whole.target.org_unit, day) if code in by_unit]
                if parts and _stated_by(version, (whole, *parts)) and _gap(whole.amount, parts):
                    named = parts_text((name_on(organisation, row.target.org_unit, day), row.amount) for row in parts)
                    yield _told(say.UNITS_DIFFER, whole, parts, parts=named)


def _versions(plan: Plan) -> Iterator[tuple[str, list[_Row]]]:
    """Give every version with the rows of quantities as they stand with it."""
    for line in dict.fromkeys(version.line for version in plan.plan_versions):
        for version in dict.fromkeys(version.version for version in versions_of(plan, line)):
            yield version, list(_standing(plan, line, version))


def _standing(plan: Plan, line: str, version: str) -> Iterator[_Row]:
    """Give the rows of quantities as they stand with a version."""
    quantities = (row for row in plan.indicators if row.parts_add_up)
    sums = {row.code: row for row in quantities if row.aggregation is not Aggregation.LAST}
    for target in targets_at(plan, line, version).values():
        row = _row(target, sums[target.indicator]) if target.indicator in sums else None
        if row:
            yield row


def _row(target: Target, indicator: Indicator) -> _Row | None:
    try:
        amount = amount_in(target, indicator)
    except ValueError:  # another dimension: that is its own finding
        return None
    return None if amount is None else _Row(target, amount, indicator)


def _grouped(rows: Iterable[_Row], key: Callable[[Target], Hashable]) -> Iterable[list[_Row]]:
    groups: dict[Hashable, list[_Row]] = {}
    for row in rows:
        groups.setdefault(key(row.target), []).append(row)
    return groups.values()


def _stated_by(version: str, rows: Iterable[_Row]) -> bool:
    """Say whether a version touched any of the rows: what it left alone was told of an earlier one."""
    return any(row.target.version == version for row in rows)


def _differing(whole: _Row, parts: list[_Row], kind: Callable[[_Row], Hashable]) -> list[list[_Row]]:
    """Return the parts that do not make the whole; fields and platforms side by side may each make it."""
    if not _gap(whole.amount, parts, whole.residue):
        return []
    groups: dict[Hashable, list[_Row]] = {}
    for part in parts:
        groups.setdefault(kind(part), []).append(part)
    differing = [group for group in groups.values() if _gap(whole.amount, group, whole.residue)]
    return differing if len(differing) < len(groups) else [parts]


def _periods(rows: Sequence[_Row]) -> Iterator[tuple[_Row, list[_Row]]]:
    by_period = {row.target.period: row for row in rows}
    for period, whole in by_period.items():
        for granularity, count in _IN_A_YEAR.items():
            every = (Period(period.year, granularity, number) for number in range(1, count + 1))
            inside = [each for each in every if period.covers(each)]
            if len(inside) > 1 and all(each in by_period for each in inside):
                yield whole, [by_period[each] for each in inside]


def _gap(whole: Amount, rows: Iterable[_Row], residue: Decimal = _ZERO) -> Decimal:
    """Return whole - residue - sum, 0 where they agree; where one is a range or bound they agree if they meet."""
    try:
        added = total(row.amount for row in rows)
    except ValueError:  # open at both ends: nothing can contradict it
        return _ZERO
    low = _less(_less(whole.low, residue), added.low)
    if whole.is_exact and added.is_exact:
        return low or _ZERO
    high = _less(_less(whole.high, residue), added.high)
    if None not in (whole.low, whole.high, added.low, added.high) and not whole.is_exact and not added.is_exact:
        return low or high or _ZERO
    above = _less(_less(whole.low, residue), added.high)
    under = _less(_less(whole.high, residue), added.low)
    return next(
        (gap for gap in (above if above and above > 0 else None, under if under and under < 0 else None) if gap), _ZERO
    )


def _less(number: Decimal | None, by: Decimal | None) -> Decimal | None:
    return None if number is None or by is None else EXACT.subtract(number, by)


def _total_told(whole: _Row, parts: Sequence[_Row], names: dict[str, Text]) -> Finding:
    named = parts_text(
        (names.get(row.target.breakdown or "", Text(row.target.breakdown or "")), row.amount) for row in parts
    )
    if whole.target.residue is None:
        return _told(say.SUM_DIFFERS, whole, parts, parts=named)
    return _told(say.RESIDUE_DIFFERS, whole, parts, parts=named, residue=whole.residue)


def _told(kind: FindingKind, whole: _Row, rows: Sequence[_Row], parts: Text, residue: Decimal = _ZERO) -> Finding:
    return kind.at(
        whole.target.place,
        address=address_of(whole.target),
        total=amount_text(whole.amount),
        sum=amount_text(total(row.amount for row in rows)),
        difference=_gap(whole.amount, rows),
        measure=measure_of(whole.indicator.measure).label,
        parts=parts,
        residue=residue,
    )
