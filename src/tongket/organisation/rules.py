"""Questions to the register on a day: whose part was X, what was it called, what became of it, who was in a cluster."""

import datetime as dt
from collections.abc import Mapping

from tongket.organisation.facts import Grouping, Organisation, OrgUnit
from tongket.words import Text


def unit_of(organisation: Organisation, code: str) -> OrgUnit | None:
    """Return the org unit of a code, or None when the register does not know it."""
    return next((org_unit for org_unit in organisation.org_units if org_unit.code == code), None)


def name_on(organisation: Organisation, code: str, day: dt.date) -> Text:
    """Return what an org unit, or a grouping, was called on a day; an unknown code is its own name."""
    renames = [r for r in organisation.renames if r.org_unit == code and r.first <= day]
    if renames:
        return max(renames, key=lambda r: r.first).name
    named: tuple[OrgUnit | Grouping, ...] = (*organisation.org_units, *organisation.groupings)
    return next((one.name for one in named if one.code == code), Text(code))


def parent_on(organisation: Organisation, code: str, day: dt.date) -> str | None:
    """Return the code of the org unit above that exists on a day, or None at the top."""
    above = next((p.parent for p in organisation.parents if p.org_unit == code and p.holds.holds(day)), "")
    org_unit = unit_of(organisation, above)
    return above if org_unit and org_unit.exists.holds(day) else None


def parts_on(organisation: Organisation, code: str, day: dt.date) -> tuple[str, ...]:
    """Return the org units directly below on a day, in the order of the register."""
    return every_part_on(organisation, day).get(code, ())


def every_part_on(organisation: Organisation, day: dt.date) -> Mapping[str, tuple[str, ...]]:
    """Return for every org unit with parts on a day those directly below it, in the order of the register."""
    order = {u.code: number for number, u in enumerate(organisation.org_units) if u.exists.holds(day)}
    above: dict[str, str] = {}
    for parent in organisation.parents:
        if parent.holds.holds(day) and parent.org_unit in order and parent.parent in order:
            above.setdefault(parent.org_unit, parent.parent)
    below: dict[str, list[str]] = {}
    for code in sorted(above, key=order.__getitem__):
        below.setdefault(above[code], []).append(code)
    return {code: tuple(codes) for code, codes in below.items()}


def subtree_on(organisation: Organisation, code: str, day: dt.date) -> tuple[str, ...]:
    """Return an org unit and everything below it on a day, parents before children."""
    below = every_part_on(organisation, day)
    seen: dict[str, None] = {}
    waiting = [code]
    while waiting:
        here = waiting.pop()
        if here not in seen:
            seen[here] = None
            waiting.extend(reversed(below.get(here, ())))
    return tuple(seen)


def members_on(organisation: Organisation, grouping: str, day: dt.date) -> tuple[str, ...]:
    """Return the members of a grouping on a day that exist on it, in the order of the register."""
    inside = {m.org_unit for m in organisation.grouping_members if m.grouping == grouping and m.holds.holds(day)}
    return tuple(u.code for u in organisation.org_units if u.code in inside and u.exists.holds(day))


def roots_on(organisation: Organisation, day: dt.date) -> tuple[str, ...]:
    """Return the org units that stand under nobody who exists on a day, in the order of the register."""
    below = {code for codes in every_part_on(organisation, day).values() for code in codes}
    return tuple(u.code for u in organisation.org_units if u.code not in below and u.exists.holds(day))


def successors_on(organisation: Organisation, code: str, day: dt.date) -> tuple[str, ...]:
    """Return what an org unit had become by a day: itself while it exists, else what it was merged or split into.

    Followed from merger to merger, in the order of the register; empty when it ended without a successor.
    """
    waiting, seen, found = [code], {code}, set[str]()
    while waiting:
        here = waiting.pop()
        org_unit = unit_of(organisation, here)
        if org_unit and org_unit.exists.holds(day):
            found.add(here)
            continue
        heirs = {r.target for r in organisation.restructurings if r.source == here and r.on <= day}
        waiting.extend(heirs - seen)
        seen |= heirs
    return tuple(u.code for u in organisation.org_units if u.code in found)


def predecessors_of(organisation: Organisation, code: str) -> tuple[str, ...]:
    """Return the org units that went, wholly or in part, directly into this one, in the order of the rows."""
    return tuple(dict.fromkeys(r.source for r in organisation.restructurings if r.target == code))
