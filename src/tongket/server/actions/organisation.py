"""Changing the register of org units: each change from a day on, looked at first, stored only without errors."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from tongket import organisation, plan
from tongket.organisation import Organisation, OrgUnit, OrgUnitKind
from tongket.organisation.changes import closed, merged, moved, opened, renamed, split
from tongket.server.actions.acting import Actor, Subject, acting, ask
from tongket.server.actions.faults import brought_in, refuse_errors
from tongket.server.actions.refusals import WrongState
from tongket.server.records.models import YearBook
from tongket.server.records.queries.books import typed_year
from tongket.server.records.rows import replace_rows
from tongket.words import Finding, Text
from tongket.yearbook import BY_NAME, TABLES, write

MEANWHILE: Final = Text(
    "Năm này vừa được người khác thay đổi. Xem trước lại rồi mới ghi; chưa có gì được ghi.",
    "Данные этого года только что изменил другой пользователь. Посмотрите ещё раз; ничего не сохранено.",
    "Somebody else has just changed this year. Look at the preview again; nothing was stored.",
)
ORGANISATION_TABLES: Final = tuple(table.name for table in TABLES if table.room == "organisation")


class ChangeOf(StrEnum):
    """What can happen to an org unit."""

    RENAME = "rename"
    MOVE = "move"
    OPEN = "open"
    CLOSE = "close"
    MERGE = "merge"
    SPLIT = "split"


@dataclass(frozen=True, slots=True)
class RegisterChange:
    """One change of the register: `others` are those that are merged into the org unit, or that it is split into.

    A new org unit is named by `org_unit`, with its name, kind and parent.
    """

    of: ChangeOf
    org_unit: str
    day: dt.date
    name: Text = Text("")
    parent: str = ""
    kind: OrgUnitKind = OrgUnitKind.COMPANY
    others: tuple[str, ...] = ()
    lives_on: bool = True
    document: str = ""


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row of the register that a change takes out or brings in, as the year folder writes it."""

    table: str
    values: dict[str, str]
    is_new: bool


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a change would do: the rows it takes out and brings in, and what would be found then and is not now."""

    rows: tuple[RowChange, ...]
    findings: tuple[Finding, ...]
    after: Organisation


def outlook(book: YearBook, change: RegisterChange) -> Outlook:
    """Say what a change would do, without doing it. Raises CannotChange."""
    year = typed_year(book)
    before, after = year.organisation, changed(year.organisation, change)
    found = brought_in(
        (*organisation.check(before), *plan.check(year.plan, before)),
        (*organisation.check(after), *plan.check(year.plan, after)),
    )
    return Outlook(_rows(before, after), found, after)


def change_register(*, actor: Actor, book: YearBook, change: RegisterChange, revision: int) -> None:
    """Store a change as it was previewed at a revision of the year.

    Raises WrongState when the year was changed since, CannotChange when the change makes no sense on its day, and
    Faulty when the register would be wrong.
    """
    whose = change.parent if change.of is ChangeOf.OPEN else change.org_unit
    with acting(actor, "organisation.change", Subject(book, whose, name=change.org_unit), changes_year=True) as event:
        for code in (*change.others, *filter(None, (change.parent,))):
            ask(actor, "organisation.change", Subject(book, code))
        if book.revision != revision:
            raise WrongState(MEANWHILE)
        seen = outlook(book, change)
        refuse_errors(seen.findings)
        replace_rows(book, {name: getattr(seen.after, name) for name in {row.table for row in seen.rows}})
        event.before = _told(row for row in seen.rows if not row.is_new)
        event.after = {
            **_told(row for row in seen.rows if row.is_new),
            "change": change.of.value,
            "day": change.day,
            "document": change.document,
        }


def changed(register: Organisation, change: RegisterChange) -> Organisation:
    """Return the register with the change. Raises CannotChange."""
    code, day = change.org_unit, change.day
    match change.of:
        case ChangeOf.RENAME:
            return renamed(register, code, day, change.name, change.document)
        case ChangeOf.MOVE:
            return moved(register, code, day, change.parent)
        case ChangeOf.OPEN:
            return opened(register, OrgUnit(code, change.name, change.kind, day), change.parent)
        case ChangeOf.CLOSE:
            return closed(register, code, day)
        case ChangeOf.MERGE:
            return merged(register, change.others, code, day, change.document)
        case ChangeOf.SPLIT:
            return split(register, code, change.others, day, change.document, lives_on=change.lives_on)


def _rows(before: Organisation, after: Organisation) -> tuple[RowChange, ...]:
    found: list[RowChange] = []
    for table in ORGANISATION_TABLES:
        old, new = _written(before, table), _written(after, table)
        found += [RowChange(table, row, is_new=False) for row in old if row not in new]
        found += [RowChange(table, row, is_new=True) for row in new if row not in old]
    return tuple(found)


def _written(register: Organisation, table: str) -> list[dict[str, str]]:
    return [dict(row.values) for row in write(getattr(register, BY_NAME[table].name))]


def _told(rows: Any) -> dict[str, Any]:
    told: dict[str, Any] = {}
    for row in rows:
        told.setdefault(row.table, []).append(row.values)
    return told
