"""What happens to org units in the course of a year: renamed, moved, opened, closed, merged, split, each from a day on.

Every change gives a new register and leaves the old one as it was. Nothing dated before the day is touched, so the
reports of past years stay right. What must hold of the result is asked of `check`, not here.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final, TypeVar

from tongket.organisation.facts import (
    GroupingMember,
    Organisation,
    OrgUnit,
    Parent,
    Rename,
    Restructuring,
    RestructuringKind,
)
from tongket.organisation.rules import name_on, parent_on, unit_of
from tongket.words import Refused, Text

_UNKNOWN: Final = Text(
    "Ngày {day}, không có đơn vị mang mã ‘{code}’. Chọn đơn vị khác hoặc ngày khác.",
    "На {day} организации с кодом «{code}» нет. Выберите другую организацию или другой день.",
    "On {day} there is no org unit with the code ‘{code}’. Choose another org unit or another day.",
)
_SAME_NAME: Final = Text(
    "Từ ngày {day}, đơn vị ‘{code}’ đã mang đúng tên này. Không có gì thay đổi.",
    "С {day} организация «{code}» уже носит это наименование. Менять нечего.",
    "From {day} the org unit ‘{code}’ already has this name. There is nothing to change.",
)
_SAME_PARENT: Final = Text(
    "Ngày {day}, đơn vị ‘{code}’ đã trực thuộc ‘{parent}’. Không có gì thay đổi.",
    "На {day} организация «{code}» уже подчинена «{parent}». Менять нечего.",
    "On {day} the org unit ‘{code}’ already stands under ‘{parent}’. There is nothing to change.",
)
_CODE_TAKEN: Final = Text(
    "Mã ‘{code}’ đã dùng cho một đơn vị. Mã không dùng lại, kể cả khi đơn vị đã chấm dứt; chọn mã khác.",
    "Код «{code}» уже занят. Коды не используются повторно, даже после ликвидации; выберите другой.",
    "The code ‘{code}’ is taken. Codes are never used again, not even of closed org units; choose another.",
)
_NO_OTHER: Final = Text(
    "Chọn ít nhất một đơn vị khác với ‘{code}’.",
    "Выберите хотя бы одну организацию, кроме «{code}».",
    "Choose at least one org unit other than ‘{code}’.",
)


_Row = TypeVar("_Row", Parent, GroupingMember)


class CannotChange(Refused):
    """The change makes no sense on that day; the sentence says why."""


def renamed(organisation: Organisation, code: str, day: dt.date, name: Text, document: str = "") -> Organisation:
    """Give an org unit a new name from a day on; a rename of that very day is replaced. Raises CannotChange."""
    _existing(organisation, code, day)
    if name_on(organisation, code, day) == name:
        raise _cannot(_SAME_NAME, day, code)
    kept = tuple(row for row in organisation.renames if (row.org_unit, row.first) != (code, day))
    return replace(organisation, renames=(*kept, Rename(code, day, name, document)))


def moved(organisation: Organisation, code: str, day: dt.date, parent: str) -> Organisation:
    """Put an org unit under another parent from a day on, until the next change already known. Raises CannotChange."""
    _existing(organisation, code, day)
    _existing(organisation, parent, day)
    if parent_on(organisation, code, day) == parent:
        raise _cannot(_SAME_PARENT, day, code, parent=parent)
    later = [row.first for row in organisation.parents if row.org_unit == code and row.first and row.first > day]
    now = next((row for row in organisation.parents if row.org_unit == code and row.holds.holds(day)), None)
    until = now.until if now else min(later, default=None)
    rows = tuple(_ended(organisation.parents, code, day))
    return replace(organisation, parents=(*rows, Parent(code, parent, day, until)))


def opened(organisation: Organisation, org_unit: OrgUnit, parent: str) -> Organisation:
    """Add an org unit under a parent from its first day on. Raises CannotChange for a code that was ever used."""
    if unit_of(organisation, org_unit.code):
        raise _cannot(_CODE_TAKEN, org_unit.first, org_unit.code)
    if parent:
        _existing(organisation, parent, org_unit.first or dt.date.min)
    parents = (Parent(org_unit.code, parent, org_unit.first, org_unit.until),) if parent else ()
    return replace(
        organisation,
        org_units=(*organisation.org_units, org_unit),
        parents=(*organisation.parents, *parents),
    )


def closed(organisation: Organisation, code: str, day: dt.date) -> Organisation:
    """Let an org unit exist no longer from a day on; it leaves its parent and its groupings. Raises CannotChange."""
    _existing(organisation, code, day)
    units = tuple(replace(u, until=day) if u.code == code else u for u in organisation.org_units)
    return replace(
        organisation,
        org_units=units,
        parents=tuple(_ended(organisation.parents, code, day)),
        grouping_members=tuple(_ended(organisation.grouping_members, code, day)),
    )


def merged(
    organisation: Organisation, sources: Iterable[str], target: str, day: dt.date, document: str = ""
) -> Organisation:
    """Let org units go into another from a day on; those that went exist no longer. Raises CannotChange."""
    _existing(organisation, target, day)
    gone = [code for code in dict.fromkeys(sources) if code != target]
    if not gone:
        raise _cannot(_NO_OTHER, day, target)
    for code in gone:
        organisation = closed(organisation, code, day)
    rows = (Restructuring(RestructuringKind.MERGE, day, code, target, document) for code in gone)
    return replace(organisation, restructurings=(*organisation.restructurings, *rows))


def split(
    organisation: Organisation,
    source: str,
    targets: Iterable[str],
    day: dt.date,
    document: str = "",
    *,
    lives_on: bool = True,
) -> Organisation:
    """Let an org unit give parts of itself to others from a day on, and end where it does not live on.

    The others must exist on that day: they are opened before. Raises CannotChange.
    """
    _existing(organisation, source, day)
    heirs = [code for code in dict.fromkeys(targets) if code != source]
    if not heirs:
        raise _cannot(_NO_OTHER, day, source)
    for code in heirs:
        _existing(organisation, code, day)
    after = organisation if lives_on else closed(organisation, source, day)
    rows = (Restructuring(RestructuringKind.SPLIT, day, source, code, document) for code in heirs)
    return replace(after, restructurings=(*after.restructurings, *rows))


def _existing(organisation: Organisation, code: str, day: dt.date) -> None:
    org_unit = unit_of(organisation, code)
    if org_unit is None or not org_unit.exists.holds(day):
        raise _cannot(_UNKNOWN, day, code)


def _ended(rows: Iterable[_Row], code: str, day: dt.date) -> Iterator[_Row]:
    """Give rows with that of an org unit that holds on a day ended on it; one that begins on it never does."""
    for row in rows:
        if row.org_unit != code or not row.holds.holds(day):
            yield row
        elif row.first is None or row.first < day:
            yield replace(row, until=day)


def _cannot(sentence: Text, day: dt.date | None, code: str, **more: str) -> CannotChange:
    said = f"{day:%d/%m/%Y}" if day else "…"
    return CannotChange(sentence.fill(day=said, code=code, **more))
