"""Which org units have acknowledged a version of the plan, and whether what they received still stands."""

import datetime as dt
import hashlib
import json
from dataclasses import dataclass, replace
from enum import StrEnum

from tongket import yearbook
from tongket.plan import Plan, key_of, targets_at
from tongket.server.records.models import PlanAcknowledgement, YearBook
from tongket.server.records.queries.books import typed_year


class Received(StrEnum):
    """Whether an org unit has acknowledged a version."""

    YES = "yes"
    NO = "no"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Receipt:
    """An org unit that a version gives targets, and whether it has acknowledged them: who did, and when."""

    org_unit: str
    received: Received
    by: str = ""
    at: dt.datetime | None = None


def receipts(book: YearBook, line: str, version: str) -> tuple[Receipt, ...]:
    """Return for every org unit with targets at a version whether it has acknowledged it, in the register's order."""
    year = typed_year(book)
    told = {
        row.org_unit: row
        for row in PlanAcknowledgement.objects.filter(book=book, line=line, version=version).select_related("by")
    }
    given = {org_unit for org_unit, *_ in targets_at(year.plan, line, version)}
    order = (unit.code for unit in year.organisation.org_units if unit.code in given)
    return tuple(_receipt(year.plan, line, version, code, told.get(code)) for code in order)


def _receipt(plan: Plan, line: str, version: str, org_unit: str, row: PlanAcknowledgement | None) -> Receipt:
    if row is None:
        return Receipt(org_unit, Received.NO)
    same = row.digest == digest_of(plan, line, version, org_unit)
    return Receipt(org_unit, Received.YES if same else Received.CHANGED, row.by.full_name, row.at)


def digest_of(plan: Plan, line: str, version: str, org_unit: str) -> str:
    """Return the SHA-256 of what a version gives an org unit, whatever version states it."""
    measures = {one.code: one.measure for one in plan.indicators}
    standing = [row for row in targets_at(plan, line, version).values() if row.org_unit == org_unit]
    bare = [replace(row, version=version, reason="", page="", checked_on=None) for row in standing]
    ordered = sorted(bare, key=lambda row: tuple(map(str, key_of(row))))
    rows = [dict(row.values) for row in yearbook.write(ordered, measures)]
    return hashlib.sha256(json.dumps(rows, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
