"""Nhập từ Excel: a workbook or a CSV of targets is looked at first; what was previewed is exactly what is stored.

Only the tables of the plan are taken from a year book; org units and reported figures stay as they are. A CSV adds and
replaces targets and removes none. Who has no right to Party pages imports beside the Party's rows, which stay.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import PurePath
from typing import Any, Final

from tongket import organisation, yearbook
from tongket import plan as room
from tongket.files import csv_rows
from tongket.files.classified import is_marked_name
from tongket.files.findings import CLASSIFIED
from tongket.files.guarded_books import read_tables
from tongket.files.year_folder import year_of_rows
from tongket.plan import Plan, VersionKind
from tongket.plan import findings_of_targets as said_of_targets
from tongket.server.actions.acting import Actor, Subject, acting
from tongket.server.actions.faults import brought_in
from tongket.server.actions.plan.storing import PLAN_TABLES, same_revision, store_plan, written
from tongket.server.actions.refusals import Absent, WrongState
from tongket.server.records import blobs
from tongket.server.records.models import PlanUpload, SourceFile, YearBook
from tongket.server.records.queries.books import typed_year
from tongket.server.records.queries.seen import party_codes
from tongket.words import Finding, Place, Refused, Severity, Text, errors_in
from tongket.yearbook import BY_NAME, Row, Year, facts_of

Rows = dict[str, tuple[Row, ...]]
TARGETS: Final = "targets"
KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "indicators": ("code",),
    "breakdowns": ("code",),
    "shares": ("breakdown", "org_unit", "from"),
    "factors": ("measure", "into", "indicator", "breakdown", "from"),
    "components": ("indicator", "part"),
    "plan_lines": ("code",),
    "plan_versions": ("line", "version"),
    "assumptions": ("line", "version", "code", "measure", "applies_to", "org_unit"),
    TARGETS: ("line", "version", "org_unit", "indicator", "breakdown", "period"),
    "key_projects": ("code",),
    "milestones": ("project", "stage", "name"),
}
"""What a row of each table is about: two rows alike in it are the same row, changed."""
_NAMING: Final = ("code", "indicator", "applies_to", "part")
"""The columns by which a row of the plan speaks of an indicator."""
_WEAKENED: Final = {
    kind.code
    for kind in (said_of_targets.LOWERED, said_of_targets.EASED, said_of_targets.POSTPONED, said_of_targets.WITHDRAWN)
}
_NOT_OURS: Final = Text(
    "Tệp “{name}” không phải sổ kế hoạch (.xlsx) hay bảng chỉ tiêu giao (.csv). Chọn tệp khác.",
    "Файл «{name}» — не книга плана (.xlsx) и не таблица показателей (.csv). Выберите другой.",
    "The file “{name}” is neither a plan book (.xlsx) nor a table of targets (.csv). Choose another.",
)
_NO_PLAN: Final = Text(
    "Tệp không có bảng nào của kế hoạch, nên không có gì để nhập.",
    "В файле нет таблиц плана, загружать нечего.",
    "The file holds no table of the plan, so there is nothing to import.",
)
_PARTY: Final = Text(
    "Tệp có chỉ tiêu mà tài khoản này không nhập được. Bỏ các dòng đó rồi tải lên lại.",
    "В файле есть показатели, которые эта учётная запись загрузить не может. Уберите эти строки.",
    "The file holds indicators that this account cannot import. Take those rows out and upload it again.",
)
_NO_UPLOAD: Final = Text("Không tìm thấy bản xem trước này.", "Такого просмотра нет.", "There is no such preview.")
_OTHER_UPLOAD: Final = Text(
    "Sau bản xem trước này đã có tệp khác được tải lên. Xem lại tệp mới nhất; chưa có gì được ghi.",
    "После этого просмотра загружен другой файл. Посмотрите последний; ничего не сохранено.",
    "Another file was uploaded after this preview. Look at the latest one; nothing was stored.",
)
_NOT_THE_SAME: Final = Text(
    "Nội dung xác nhận không trùng với nội dung đã xem trước. Tải tệp lên lại; chưa có gì được ghi.",
    "Подтверждаемое не совпадает с просмотренным. Загрузите файл снова; ничего не сохранено.",
    "What is confirmed is not what was previewed. Upload the file again; nothing was stored.",
)
_STORED: Final = Text(
    "Tệp này đã được ghi vào kế hoạch.", "Этот файл уже сохранён.", "This file has been stored already."
)
_IN_FORCE: Final = Text(
    "Tệp sửa chỉ tiêu của bản đã giao ({count} dòng). Cần ghi lý do và số văn bản.",
    "Файл меняет показатели утверждённой версии (строк: {count}). Укажите причину и номер документа.",
    "The file changes targets of a version in force ({count} rows). State the reason and the document number.",
)


@dataclass(frozen=True, slots=True)
class PlanFile:
    """A file as it was read: the rows of its tables of the plan, and what was found while reading."""

    name: str
    content: bytes
    rows: Rows
    findings: tuple[Finding, ...]
    adds_only: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """One row that an import brings, changes or removes; `before` and `after` hold its columns."""

    table: str
    before: Mapping[str, str]
    after: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ImportOutlook:
    """What an import would do: its rows and findings; `blocked` when it may not be stored.

    `in_force` counts the targets of versions in force that it would change: they ask for a reason and a document.
    """

    upload: PlanUpload | None
    differences: tuple[Difference, ...]
    findings: tuple[Finding, ...]
    in_force: int

    @property
    def blocked(self) -> bool:
        """Whether something must be corrected in the file first."""
        return self.upload is None


def read_plan_file(name: str, content: bytes) -> PlanFile:
    """Read a file somebody uploaded, a workbook in a guarded process. Raises Refused for a file of another kind."""
    kind = PurePath(name).suffix.lower()
    called = f"ke-hoach/{hashlib.sha256(content).hexdigest()[:8]}-{PurePath(name).name}"
    if is_marked_name(name):
        return PlanFile(called, content, {}, (CLASSIFIED.at(Place(called)),), adds_only=True)
    if kind == ".xlsx":
        rows, findings = read_tables(content, called)
        ours = {table: rows[table] for table in PLAN_TABLES if table in rows}
        return PlanFile(called, content, ours, findings, adds_only=False)
    table = csv_rows.table_of(PurePath(name).stem) or TARGETS
    if kind != ".csv" or table != TARGETS:
        raise Refused(_NOT_OURS.fill(name=PurePath(name).name))
    given, findings = csv_rows.read(content, called, TARGETS)
    return PlanFile(called, content, {TARGETS: given} if given or not findings else {}, findings, adds_only=True)


def preview_import(*, actor: Actor, book: YearBook, file: PlanFile) -> ImportOutlook:
    """Say what a file would do to the plan, and keep it to be confirmed when nothing must be corrected first."""
    with acting(actor, "plan.import", Subject(book, name=PurePath(file.name).name)) as event:
        year = typed_year(book)
        after, findings = _after(year, file, party=actor.party)
        told = _new_findings(year, file, findings)
        event.after = {"file": file.name, "step": "preview", "errors": len(errors_in(told))}
        if after is None or any(_blocks(one) for one in told):
            return ImportOutlook(None, _differences(year.plan, after, actor) if after else (), told, 0)
        upload = _staged(actor, book, file, after)
        return ImportOutlook(upload, _differences(year.plan, after, actor), told, _in_force(year.plan, after))


def confirm_import(
    *, actor: Actor, book: YearBook, upload: int, digest: str, reason: str = "", document: str = ""
) -> None:
    """Store what was previewed, to the byte.

    Raises WrongState for another upload or a year changed meanwhile, Refused for targets in force changed without a
    reason and a document, Faulty when the plan would be wrong.
    """
    with acting(actor, "plan.import", Subject(book), changes_year=True) as event:
        row = PlanUpload.objects.filter(book=book, pk=upload, uploaded_by=actor.account).first()
        if row is None:
            raise Absent(_NO_UPLOAD)
        event.subject = PurePath(row.name).name
        _as_previewed(row, digest)
        same_revision(book, row.revision)
        year = typed_year(book)
        after = _plan_in(year, json.loads(row.content))
        if (count := _in_force(year.plan, after)) and not (reason and document):
            raise Refused(_IN_FORCE.fill(count=str(count)))
        event.after = {"file": row.name, "sha256": row.blob_id, "reason": reason, "document": document}
        store_plan(actor, book, "plan.import", after, event)
        SourceFile.objects.update_or_create(book=book, name=row.name, defaults={"sha256": row.blob_id})
        row.stored = True
        row.save(update_fields=["stored"])


def _as_previewed(row: PlanUpload, digest: str) -> None:
    newest = PlanUpload.objects.filter(book=row.book, uploaded_by=row.uploaded_by).latest("pk")
    if row.stored:
        raise WrongState(_STORED)
    if newest.pk != row.pk:
        raise WrongState(_OTHER_UPLOAD)
    if not digest == row.content_sha256 == hashlib.sha256(row.content.encode()).hexdigest():
        raise WrongState(_NOT_THE_SAME)


def _staged(actor: Actor, book: YearBook, file: PlanFile, after: Plan) -> PlanUpload:
    measures = {one.code: one.measure for one in after.indicators}
    tables = {name: [_kept(row) for row in _placed(getattr(after, name), measures)] for name in file.rows}
    content = json.dumps(tables, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return PlanUpload.objects.create(
        book=book,
        uploaded_at=actor.at,
        uploaded_by=actor.account,
        revision=book.revision,
        blob=blobs.keep(file.content, actor.at),
        name=file.name,
        content=content,
        content_sha256=hashlib.sha256(content.encode()).hexdigest(),
    )


def _after(year: Year, file: PlanFile, *, party: bool) -> tuple[Plan | None, tuple[Finding, ...]]:
    """The plan with the file in it, and all that is found then; None when there is nothing to lay in."""
    if not file.rows:
        if errors_in(file.findings):
            return None, file.findings
        raise Refused(_NO_PLAN)
    hidden = frozenset[str]() if party else party_codes(year.plan)
    if not party and _speaks_of_party(file.rows, hidden):
        raise Refused(_PARTY)
    measures = {one.code: one.measure for one in year.plan.indicators}
    now = {name: _placed(facts, measures) for name, facts in facts_of(year).items()}
    laid = {name: _laid(now[name], rows, hidden, adds_only=file.adds_only) for name, rows in file.rows.items()}
    read, findings = year_of_rows({**now, **laid}, {})
    if read is None:
        return None, (*file.findings, *findings)
    after = replace(year.plan, **{name: getattr(read.plan, name) for name in file.rows})
    return after, (*file.findings, *findings)


def _laid(now: tuple[Row, ...], given: tuple[Row, ...], hidden: frozenset[str], *, adds_only: bool) -> tuple[Row, ...]:
    """The rows of a table with those of the file: in place of all, or of the same ones only; what is hidden stays."""
    if adds_only:
        stated = {_exact_key(row) for row in given}
        return (*(row for row in now if _exact_key(row) not in stated), *given)
    return (*(row for row in now if _names(row, hidden, _NAMING)), *given)


def _exact_key(row: Row) -> tuple[str, ...]:
    return tuple(row.values.get(name, "").strip() for name in KEYS[TARGETS])


def _names(row: Row, codes: frozenset[str], columns: Iterable[str]) -> bool:
    return any(row.values.get(name) in codes for name in columns)


def _speaks_of_party(rows: Rows, hidden: frozenset[str]) -> bool:
    from tongket.plan import IndicatorGroup
    from tongket.yearbook.choices import CHOICES

    words = CHOICES[IndicatorGroup][IndicatorGroup.PARTY]
    said = {IndicatorGroup.PARTY.value, words.vi.lower(), words.ru.lower(), words.en.lower()}
    of_party = any(row.values.get("group", "").strip().lower() in said for row in rows.get("indicators", ()))
    return of_party or any(
        _names(row, hidden, ("code", "indicator", "applies_to", "part")) for one in rows.values() for row in one
    )


def _new_findings(year: Year, file: PlanFile, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """What is said of the file itself, and what is said elsewhere only because of it."""
    before = (
        *organisation.check(year.organisation),
        *room.check(year.plan, year.organisation),
        *yearbook.check(year),
    )
    listed = list(dict.fromkeys(findings))
    elsewhere = set(brought_in(before, listed))
    return tuple(one for one in listed if one.place.file == file.name or one in elsewhere)


def _blocks(finding: Finding) -> bool:
    return finding.severity is Severity.ERROR or finding.code in _WEAKENED


def _differences(before: Plan, after: Plan, actor: Actor) -> tuple[Difference, ...]:
    hidden = frozenset[str]() if actor.party else party_codes(before)
    found = (one for table in PLAN_TABLES for one in _of_table(table, before, after))
    return tuple(one for one in found if not any({**one.before, **one.after}.get(name) in hidden for name in _NAMING))


def _of_table(table: str, before: Plan, after: Plan) -> Iterator[Difference]:
    old = {_key(table, row): row for row in written(before, table)}
    new = {_key(table, row): row for row in written(after, table)}
    for key in dict.fromkeys((*old, *new)):
        if old.get(key) != new.get(key):
            yield Difference(table, old.get(key, {}), new.get(key, {}))


def _key(table: str, row: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(row.get(name, "") for name in KEYS[table])


def _in_force(before: Plan, after: Plan) -> int:
    """How many targets of versions in force would change; a version that is new states what it likes."""
    adopted = {(row.line, row.version) for row in before.plan_versions if row.kind is not VersionKind.PROPOSED}
    changed = (one.before or one.after for one in _of_table(TARGETS, before, after))
    return sum((row["line"], row["version"]) in adopted for row in changed)


def _placed(facts: Iterable[Any], measures: Mapping[str, str]) -> tuple[Row, ...]:
    listed = list(facts)
    return tuple(
        replace(row, place=fact.place) for row, fact in zip(yearbook.write(listed, measures), listed, strict=True)
    )


def _kept(row: Row) -> dict[str, Any]:
    return {"values": dict(row.values), "place": asdict(row.place) if row.place else None}


def _plan_in(year: Year, tables: Mapping[str, list[dict[str, Any]]]) -> Plan:
    """Return the plan that an upload kept; its rows were read and checked before they were kept."""
    measures = {one.code: one.measure for one in year.plan.indicators}
    facts: dict[str, tuple[Any, ...]] = {}
    for name in PLAN_TABLES:
        if name in tables:
            rows = [Row(one["values"], Place(**one["place"]) if one["place"] else None) for one in tables[name]]
            facts[name], _ = yearbook.read(rows, BY_NAME[name].fact, name, measures)
        if name == "indicators" and name in facts:
            measures = {one.code: one.measure for one in facts[name]}
    return replace(year.plan, **facts)
