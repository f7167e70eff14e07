"""Giao kế hoạch: a line gets a proposal, the proposal its targets, a document makes it the version in force."""

import datetime as dt
from collections.abc import Container, Iterable
from dataclasses import replace
from typing import Final

from tongket.plan import (
    Assumption,
    Change,
    Plan,
    PlanLine,
    Target,
    TargetKey,
    adopted,
    assumed,
    difference,
    dropped,
    is_weakened,
    latest_version,
    next_version,
    proposed,
    restated,
)
from tongket.server.actions.acting import Actor, Subject, acting, ask
from tongket.server.actions.plan.storing import same_revision, store_plan
from tongket.server.records.models import PlanAcknowledgement, YearBook
from tongket.server.records.queries.books import typed_year
from tongket.server.records.queries.planned import digest_of, receipts
from tongket.words import Refused, Text

_LOWERED: Final = Text(
    "Chỉ tiêu giảm so với lần giao trước: {count} chỉ tiêu. Cần ghi lý do và số văn bản.",
    "Показатели снижены по сравнению с прежним заданием: {count}. Укажите причину и номер документа.",
    "Targets lower than assigned before: {count}. State the reason and the document number.",
)
_NO_DOCUMENT: Final = Text(
    "Giao kế hoạch cần số văn bản và ngày văn bản.",
    "Для утверждения плана нужны номер и дата документа.",
    "Assigning a plan needs the number and the date of the document.",
)
_EMPTY: Final = Text(
    "Bản ‘{version}’ chưa có chỉ tiêu nào khác lần giao trước. Ghi chỉ tiêu rồi mới giao.",
    "В версии «{version}» нет ни одного нового показателя. Сначала введите показатели.",
    "Version ‘{version}’ states no target that differs from before. Enter targets first.",
)
_NOT_IN_FORCE: Final = Text(
    "Bản ‘{version}’ không phải bản đang có hiệu lực nên không cần xác nhận.",
    "Версия «{version}» не действует, подтверждать её не нужно.",
    "Version ‘{version}’ is not in force, so there is nothing to acknowledge.",
)
_NOTHING_GIVEN: Final = Text(
    "Bản ‘{version}’ không giao chỉ tiêu nào cho đơn vị này.",
    "Версия «{version}» не задаёт показателей этой организации.",
    "Version ‘{version}’ gives this org unit no target.",
)
_RECEIVED: Final = Text(
    "Đơn vị đã xác nhận nhận bản này.",
    "Организация уже подтвердила получение.",
    "The org unit has acknowledged this version already.",
)
_LINE_TAKEN: Final = Text(
    "Mã tuyến ‘{code}’ đã có. Chọn mã khác.",
    "Код линии «{code}» занят. Выберите другой.",
    "The line code ‘{code}’ is taken. Choose another.",
)


def add_line(*, actor: Actor, book: YearBook, line: PlanLine) -> None:
    """Add the line of an authority; the first line of a year is the one that counts."""
    with acting(actor, "plan.propose", Subject(book, name=line.code), changes_year=True) as event:
        plan = typed_year(book).plan
        if any(one.code == line.code for one in plan.plan_lines):
            raise Refused(_LINE_TAKEN.fill(code=line.code))
        first = replace(line, counts=not plan.plan_lines)
        store_plan(actor, book, "plan.propose", replace(plan, plan_lines=(*plan.plan_lines, first)), event)


def propose_version(*, actor: Actor, book: YearBook, line: str) -> str:
    """Lay a proposal over a line and return its code. Raises CannotPropose while another one waits."""
    with acting(actor, "plan.propose", Subject(book, name=line), changes_year=True) as event:
        plan = typed_year(book).plan
        store_plan(actor, book, "plan.propose", proposed(plan, line), event)
        return next_version(plan, line)


def restate(
    *,
    actor: Actor,
    book: YearBook,
    line: str,
    version: str,
    targets: Iterable[Target],
    revision: int,
    without: Container[TargetKey] = (),
    assumptions: Iterable[Assumption] = (),
) -> None:
    """Keep what was typed into a proposal; parts that do not make their total are refused with where they differ."""
    with acting(actor, "plan.propose", Subject(book, name=f"{line} {version}"), changes_year=True) as event:
        same_revision(book, revision)
        after = restated(typed_year(book).plan, line, version, targets, without)
        after = assumed(after, line, version, assumptions)
        store_plan(actor, book, "plan.propose", after, event)


def drop_proposal(*, actor: Actor, book: YearBook, line: str, version: str) -> None:
    """Take a proposal back. Raises CannotPropose for what is no proposal."""
    with acting(actor, "plan.propose", Subject(book, name=f"{line} {version}"), changes_year=True) as event:
        store_plan(actor, book, "plan.propose", dropped(typed_year(book).plan, line, version), event)


def assign(
    *,
    actor: Actor,
    book: YearBook,
    line: str,
    version: str,
    document: str,
    on: dt.date | None,
    reason: str = "",
    revision: int,
) -> None:
    """Put a proposal in force by a document: assigned when it is the line's first, else an adjustment.

    Raises Refused without number or date, without any target, and for lowered targets without a reason.
    """
    plan = typed_year(book).plan
    verb = "plan.adjust" if latest_version(plan, line) else "plan.assign"
    with acting(actor, verb, Subject(book, name=f"{line} {version}"), changes_year=True) as event:
        same_revision(book, revision)
        weakened = weakened_by(plan, line, version)
        if weakened and not (document and reason):
            raise Refused(_LOWERED.fill(count=str(len(weakened))))
        if not document or on is None:
            raise Refused(_NO_DOCUMENT)
        own = [row for row in plan.targets if (row.line, row.version) == (line, version)]
        if not own:
            raise Refused(_EMPTY.fill(version=version))
        for code in sorted({row.org_unit for row in own}):
            ask(actor, verb, Subject(book, code))
        store_plan(actor, book, verb, adopted(plan, line, version, on, document, reason), event)


def weakened_by(plan: Plan, line: str, version: str) -> tuple[Change, ...]:
    """Return what a proposal makes easier than the version in force before it; nothing where there is none."""
    before = latest_version(plan, line)
    if before is None:
        return ()
    indicators = {one.code: one for one in plan.indicators}
    changes = difference(plan, line, before.version, version)
    return tuple(one for one in changes if one.indicator in indicators and is_weakened(one, indicators[one.indicator]))


def acknowledge(*, actor: Actor, book: YearBook, line: str, version: str, org_unit: str) -> None:
    """Record that an org unit has received the version in force. Raises Refused where there is nothing to receive."""
    subject = Subject(book, org_unit, name=f"{line} {version}")
    with acting(actor, "plan.acknowledge", subject) as event:
        plan = typed_year(book).plan
        latest = latest_version(plan, line)
        if latest is None or latest.version != version:
            raise Refused(_NOT_IN_FORCE.fill(version=version))
        receipt = next((one for one in receipts(book, line, version) if one.org_unit == org_unit), None)
        if receipt is None:
            raise Refused(_NOTHING_GIVEN.fill(version=version))
        digest = digest_of(plan, line, version, org_unit)
        row = PlanAcknowledgement.objects.filter(book=book, line=line, version=version, org_unit=org_unit).first()
        if row and row.digest == digest:
            raise Refused(_RECEIVED)
        PlanAcknowledgement.objects.update_or_create(
            book=book,
            line=line,
            version=version,
            org_unit=org_unit,
            defaults={"by": actor.account, "at": actor.at, "digest": digest},
        )
        event.before = {"digest": row.digest} if row else {}
        event.after = {"line": line, "version": version, "digest": digest}
