"""What is wrong in the register: bad or double codes, unknown names, two parents, cycles, absent parents."""

import datetime as dt
import re
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Final, Protocol, TypeVar

from tongket.organisation import findings as say
from tongket.organisation.facts import Organisation, Parent, RestructuringKind
from tongket.words import Finding, Place
from tongket.year import Interval

_CODE: Final = re.compile(r"[A-Z0-9-]{2,24}")


class _Row(Protocol):
    @property
    def place(self) -> Place | None: ...


class _Dated(_Row, Protocol):
    @property
    def holds(self) -> Interval: ...


R = TypeVar("R", bound=_Row)
D = TypeVar("D", bound=_Dated)


def check(organisation: Organisation) -> tuple[Finding, ...]:
    """Find what is wrong in the register; all findings come at once, check by check."""
    return tuple(finding for one in CHECKS for finding in one(organisation))


def codes(organisation: Organisation) -> Iterator[Finding]:
    """Find org unit codes that are not well formed, and codes or ids that stand twice."""
    for org_unit in organisation.org_units:
        if not _CODE.fullmatch(org_unit.code):
            yield say.BAD_CODE.at(org_unit.place, code=org_unit.code)
    for twice in _again(organisation.org_units, lambda row: row.code):
        yield say.DUPLICATE.at(twice.place, code=twice.code)
    for grouping in _again(organisation.groupings, lambda row: row.code):
        yield say.DUPLICATE.at(grouping.place, code=grouping.code)
    for person in _again(organisation.people, lambda row: row.id):
        yield say.DUPLICATE_PERSON.at(person.place, id=person.id)


def intervals(organisation: Organisation) -> Iterator[Finding]:
    """Find intervals without a day."""
    dated: Iterable[tuple[Interval, Place | None]] = (
        *((u.exists, u.place) for u in organisation.org_units),
        *((p.holds, p.place) for p in organisation.parents),
        *((m.holds, m.place) for m in organisation.grouping_members),
    )
    for interval, place in dated:
        if interval.first and interval.until and interval.is_empty():
            yield say.EMPTY_INTERVAL.at(place, first=interval.first, until=interval.until)


def names(organisation: Organisation) -> Iterator[Finding]:
    """Find org units and groupings the register does not know."""
    known = {u.code for u in organisation.org_units}
    mentions: tuple[tuple[str, _Row], ...] = (
        *((r.org_unit, r) for r in organisation.renames),
        *((p.org_unit, p) for p in organisation.parents),
        *((p.parent, p) for p in organisation.parents),
        *((s.source, s) for s in organisation.restructurings),
        *((s.target, s) for s in organisation.restructurings),
        *((m.org_unit, m) for m in organisation.grouping_members),
        *((q.org_unit, q) for q in organisation.people),
    )
    for code, row in mentions:
        if code not in known:
            yield say.UNKNOWN_UNIT.at(row.place, code=code)
    groupings = {g.code for g in organisation.groupings}
    for member in organisation.grouping_members:
        if member.grouping not in groupings:
            yield say.UNKNOWN_GROUPING.at(member.place, code=member.grouping)


def one_parent_at_a_time(organisation: Organisation) -> Iterator[Finding]:
    """Find org units with two parents, and members listed twice in one grouping, on one day."""
    for parent in _overlapping(organisation.parents, lambda row: row.org_unit):
        yield say.TWO_PARENTS.at(parent.place, code=parent.org_unit, parent=parent.parent)
    for member in _overlapping(organisation.grouping_members, lambda row: (row.grouping, row.org_unit)):
        yield say.DUPLICATE_MEMBER.at(member.place, code=member.org_unit, grouping=member.grouping)


def no_cycle(organisation: Organisation) -> Iterator[Finding]:
    """Find org units that stand under themselves on some day; each circle is told once, from its first day."""
    told: set[frozenset[str]] = set()
    for day in sorted({p.first or dt.date.min for p in organisation.parents}):
        above = {p.org_unit: p for p in organisation.parents if p.holds.holds(day)}
        for circle in _circles(above):
            if frozenset(circle) not in told:
                told.add(frozenset(circle))
                path = " → ".join((*circle, circle[0]))
                since = max(above[code].first or dt.date.min for code in circle)
                on = since if since > dt.date.min else say.THE_BEGINNING
                yield say.CYCLE.at(above[circle[0]].place, path=path, on=on)


def parents_exist(organisation: Organisation) -> Iterator[Finding]:
    """Find org units that exist on days on which the org unit they stand under does not."""
    exists = {u.code: u.exists for u in organisation.org_units}
    for row in organisation.parents:
        child, parent = exists.get(row.org_unit), exists.get(row.parent)
        if child and parent and not _inside(_both(child, row.holds), parent):
            yield say.PARENT_ABSENT.at(row.place, code=row.org_unit, parent=row.parent)


def restructurings(organisation: Organisation) -> Iterator[Finding]:
    """Find mergers whose source lives on, and mergers and splits into what does not exist on that day."""
    exists = {u.code: u.exists for u in organisation.org_units}
    for row in organisation.restructurings:
        source, target = exists.get(row.source), exists.get(row.target)
        if source and row.kind is RestructuringKind.MERGE and row.source != row.target and source.holds(row.on):
            yield say.MERGED_LIVES_ON.at(row.place, source=row.source, target=row.target, on=row.on)
        if target and not target.holds(row.on):
            yield say.TARGET_ABSENT.at(row.place, target=row.target, on=row.on)


CHECKS: Final = (
    codes,
    intervals,
    names,
    one_parent_at_a_time,
    no_cycle,
    parents_exist,
    restructurings,
)


def _again(rows: Iterable[R], key: Callable[[R], Hashable]) -> Iterator[R]:
    seen: set[Hashable] = set()
    for row in rows:
        if key(row) in seen:
            yield row
        seen.add(key(row))


def _overlapping(rows: Iterable[D], key: Callable[[D], Hashable]) -> Iterator[D]:
    seen: dict[Hashable, list[D]] = {}
    for row in rows:
        others = seen.setdefault(key(row), [])
        if any(other.holds.overlaps(row.holds) for other in others):
            yield row
        others.append(row)


def _circles(above: dict[str, Parent]) -> Iterator[list[str]]:
    """Walk up from every org unit once; a walk that meets itself has closed a circle."""
    walked: set[str] = set()
    for start in above:
        path: list[str] = []
        here = start
        while here in above and here not in walked:
            walked.add(here)
            path.append(here)
            here = above[here].parent
        if here in path:
            yield path[path.index(here) :]


def _both(one: Interval, other: Interval) -> Interval:
    firsts = [first for first in (one.first, other.first) if first]
    untils = [until for until in (one.until, other.until) if until]
    return Interval(max(firsts, default=None), min(untils, default=None))


def _inside(inner: Interval, outer: Interval) -> bool:
    starts = outer.first is None or (inner.first is not None and outer.first <= inner.first)
    ends = outer.until is None or (inner.until is not None and inner.until <= outer.until)
    return inner.is_empty() or (starts and ends)
