"""Questions to the register on a day: whose part was X, what was it called, who belonged to the cluster."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final, Protocol

from tongket.organisation import findings as say
from tongket.organisation.facts import Organisation, OrgUnit, Parent
from tongket.words import Finding, Place, Text
from tongket.year import Interval

_CODE: Final = re.compile(r"[A-Z0-9-]{2,24}")


def unit_of(organisation: Organisation, code: str) -> OrgUnit | None:
    """Return the org unit of a code, or None when the register does not know it."""
    return next((org_unit for org_unit in organisation.org_units if org_unit.code == code), None)


def name_on(organisation: Organisation, code: str, day: dt.date) -> Text:
    """Return what an org unit was called on a day; an unknown code is its own name."""
    renames = [r for r in organisation.renames if r.org_unit == code and r.first <= day]
    if renames:
        return max(renames, key=lambda r: r.first).name
    org_unit = unit_of(organisation, code)
    return org_unit.name if org_unit else Text(code)


def parent_on(organisation: Organisation, code: str, day: dt.date) -> str | None:
    """Return the code of the org unit above on a day, or None at the top."""
    return next((p.parent for p in organisation.parents if p.org_unit == code and p.holds.holds(day)), None)


def parts_on(organisation: Organisation, code: str, day: dt.date) -> tuple[str, ...]:
    """Return the org units directly below on a day, in the order of the register."""
    below = {p.org_unit for p in organisation.parents if p.parent == code and p.holds.holds(day)}
    return tuple(u.code for u in organisation.org_units if u.code in below and u.exists.holds(day))


def subtree_on(organisation: Organisation, code: str, day: dt.date) -> tuple[str, ...]:
    """Return an org unit and everything below it on a day, parents before children."""
    seen: dict[str, None] = {}
    waiting = [code]
    while waiting:
        here = waiting.pop()
        if here not in seen:
            seen[here] = None
            waiting.extend(reversed(parts_on(organisation, here, day)))
    return tuple(seen)


def members_on(organisation: Organisation, grouping: str, day: dt.date) -> tuple[str, ...]:
    """Return the members of a grouping on a day, in the order of the register."""
    inside = {m.org_unit for m in organisation.grouping_members if m.grouping == grouping and m.holds.holds(day)}
    return tuple(u.code for u in organisation.org_units if u.code in inside)


def roots_on(organisation: Organisation, day: dt.date) -> tuple[str, ...]:
    """Return the org units that stand under nobody on a day."""
    below = {p.org_unit for p in organisation.parents if p.holds.holds(day)}
    return tuple(u.code for u in organisation.org_units if u.code not in below and u.exists.holds(day))


def check(organisation: Organisation) -> tuple[Finding, ...]:
    """Find what is wrong in the register: bad or double codes, unknown names, cycles, overlapping parents."""
    return tuple(finding for one in _CHECKS for finding in one(organisation))


def _codes(organisation: Organisation) -> Iterator[Finding]:
    seen: set[str] = set()
    for org_unit in organisation.org_units:
        if not _CODE.fullmatch(org_unit.code):
            yield say.BAD_CODE.at(org_unit.place, code=org_unit.code)
        if org_unit.code in seen:
            yield say.DUPLICATE.at(org_unit.place, code=org_unit.code)
        seen.add(org_unit.code)
    for code, times in Counter(g.code for g in organisation.groupings).items():
        if times > 1:
            place = [g.place for g in organisation.groupings if g.code == code][-1]
            yield say.DUPLICATE.at(place, code=code)


def _intervals(organisation: Organisation) -> Iterator[Finding]:
    dated: Iterable[tuple[Interval, Place | None]] = (
        *((u.exists, u.place) for u in organisation.org_units),
        *((p.holds, p.place) for p in organisation.parents),
        *((m.holds, m.place) for m in organisation.grouping_members),
    )
    for interval, place in dated:
        if interval.is_empty():
            yield say.EMPTY_INTERVAL.at(place, first=str(interval.first), until=str(interval.until))


class _Named(Protocol):
    @property
    def place(self) -> Place | None: ...


def _names(organisation: Organisation) -> Iterator[Finding]:
    known = {u.code for u in organisation.org_units}
    groupings = {g.code for g in organisation.groupings}
    mentions: list[tuple[str, _Named]] = [
        *((r.org_unit, r) for r in organisation.renames),
        *((p.org_unit, p) for p in organisation.parents),
        *((p.parent, p) for p in organisation.parents),
        *((s.source, s) for s in organisation.restructurings),
        *((s.target, s) for s in organisation.restructurings),
        *((m.org_unit, m) for m in organisation.grouping_members),
        *((q.org_unit, q) for q in organisation.people),
    ]
    for code, row in mentions:
        if code not in known:
            yield say.UNKNOWN_UNIT.at(row.place, code=code)
    for member in organisation.grouping_members:
        if member.grouping not in groupings:
            yield say.UNKNOWN_GROUPING.at(member.place, code=member.grouping)


def _one_parent_at_a_time(organisation: Organisation) -> Iterator[Finding]:
    seen: list[Parent] = []
    for parent in organisation.parents:
        if any(p.org_unit == parent.org_unit and p.holds.overlaps(parent.holds) for p in seen):
            yield say.TWO_PARENTS.at(parent.place, code=parent.org_unit, parent=parent.parent)
        seen.append(parent)


def _no_cycle(organisation: Organisation) -> Iterator[Finding]:
    days = sorted({p.first for p in organisation.parents if p.first} | {dt.date.min})
    told: set[str] = set()
    for day in days:
        for parent in organisation.parents:
            if parent.holds.holds(day) and parent.org_unit not in told:
                path = _path_up(organisation, parent.org_unit, day)
                if path[-1] == parent.org_unit and len(path) > 1:
                    told.update(path)
                    yield say.CYCLE.at(parent.place, path=" → ".join(path), on=str(max(day, parent.first or day)))


def _path_up(organisation: Organisation, code: str, day: dt.date) -> list[str]:
    path = [code]
    while (above := parent_on(organisation, path[-1], day)) is not None:
        path.append(above)
        if above in path[:-1]:
            break
    return path


_CHECKS: Final = (_codes, _intervals, _names, _one_parent_at_a_time, _no_cycle)
