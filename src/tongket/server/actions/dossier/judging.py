"""What workbooks say when they are looked at: read in guarded processes, put beside what was kept, and judged."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tongket.desk.asking import form_of
from tongket.desk.judging import judged
from tongket.dossier import Dossier
from tongket.dossier.findings_of_forms import OTHER_STAGE
from tongket.dossier.foreign import WorkbookMapping
from tongket.dossier.form import EVIDENCE_PART, NARRATIVE_PART, FormStage, ReportForm
from tongket.dossier.grid import Book
from tongket.dossier.identity import STAGE_NAMES
from tongket.dossier.matching import meta_of, sheets_of
from tongket.dossier.restricting import only, parts_in
from tongket.dossier.wording import Says
from tongket.files.guarded_books import read_books
from tongket.server.records import blobs
from tongket.server.records.models import DossierCase, DossierVersion, FileRole
from tongket.server.records.queries.books import typed_year
from tongket.server.records.queries.dossiers import issued_forms
from tongket.words import Finding, Place, Refused, Text, in_each_language

_NOTHING_READ = Text(
    "Không đọc được tệp nào: {why}", "Ни один файл не прочитан: {why}", "None of the files could be read: {why}"
)
_OTHER_UNIT = Text(
    "Biểu mẫu này cấp cho {theirs}, không phải {ours}. Không nhận.",
    "Эта форма выдана {theirs}, а не {ours}. Не принята.",
    "This form was issued to {theirs}, not to {ours}. It was not taken.",
)
_WRITTEN = frozenset({NARRATIVE_PART, EVIDENCE_PART})


@dataclass(frozen=True, slots=True)
class Taken:
    """A workbook of a dossier: its name, hash, the parts that count in it (none: it is of the unit's own layout).

    `is_new` says that it came with this upload and was not kept before.
    """

    name: str
    sha256: str
    parts: tuple[str, ...]
    is_new: bool = True

    def row(self) -> dict[str, Any]:
        """Return it as an upload keeps it."""
        return {"name": self.name, "sha256": self.sha256, "parts": list(self.parts), "is_new": self.is_new}

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> "Taken":
        """Return it from what an upload keeps."""
        return cls(row["name"], row["sha256"], tuple(row["parts"]), bool(row.get("is_new", True)))


def form_in_force(case: DossierCase) -> ReportForm:
    """Return the form that is asked of an org unit at the stage of its dossier."""
    return form_of(typed_year(case.book), case.org_unit, FormStage(case.stage))


def read(files: Sequence[tuple[bytes, str]]) -> tuple[tuple[Book, ...], tuple[Finding, ...]]:
    """Read workbooks, and say of the others why not. Raises Refused when none could be read."""
    found = read_books(files)
    books = tuple(one for one in found if isinstance(one, Book))
    unread = tuple(one for one in found if isinstance(one, Finding))
    if not books:
        why = in_each_language(lambda language: " ".join(one.sentence(language) for one in unread))
        raise Refused(_NOTHING_READ.fill(why=why))
    return books, unread


def refuse_others(case: DossierCase, books: Iterable[Book]) -> None:
    """Refuse the form of another org unit, and one issued for the other stage of the year."""
    for book in books:
        meta = meta_of(book)
        if meta and meta.org_unit != case.org_unit:
            raise Refused(_OTHER_UNIT.fill(theirs=meta.org_unit, ours=case.org_unit))
        if meta and meta.stage is not FormStage(case.stage):
            names: Says = {"issued_for": STAGE_NAMES[meta.stage], "wanted": STAGE_NAMES[FormStage(case.stage)]}
            finding = OTHER_STAGE.at(Place(book.file), **names)
            raise Refused(in_each_language(finding.sentence))


def is_foreign(book: Book) -> bool:
    """Say whether a workbook is of the unit's own layout: no form of ours, not even one that lost its hidden sheet."""
    return meta_of(book) is None and not sheets_of(book)


def taken(book: Book, form: ReportForm) -> Taken:
    """Return what is remembered of a workbook that came."""
    return Taken(book.file, book.sha256, () if is_foreign(book) else parts_in(book, form))


def still_counting(before: DossierVersion | None, new: Sequence[Taken]) -> tuple[Taken, ...]:
    """Return the workbooks of the last version with the parts in them that the new ones do not fill again."""
    rows = before.files.filter(role=FileRole.WORKBOOK) if before else ()
    found = (_left(Taken(row.name, row.blob_id, _codes(row.parts), is_new=False), new) for row in rows)
    return tuple(one for one in found if one)


def _codes(parts: str) -> tuple[str, ...]:
    return tuple(part for part in parts.split(",") if part)


def _left(old: Taken, new: Sequence[Taken]) -> Taken | None:
    """What still counts of an old workbook; figures of the unit's own layout and those of a form replace each other."""
    filled = {part for one in new for part in one.parts}
    comes_foreign = any(not one.parts for one in new)
    if not old.parts:
        return None if comes_foreign or filled - _WRITTEN else old
    left = tuple(part for part in old.parts if part not in filled and (part in _WRITTEN or not comes_foreign))
    return Taken(old.name, old.sha256, left, is_new=False) if left else None


def judge(
    case: DossierCase, files: Sequence[Taken], mapping: WorkbookMapping | None, unread: tuple[Finding, ...] = ()
) -> Dossier:
    """Judge workbooks together by the form in force, each read for the parts that count in it."""
    from dataclasses import replace

    form = form_in_force(case)
    books, lost = read([(blobs.content_of(one.sha256), one.name) for one in files])
    parts = {one.sha256: one.parts for one in files}
    counted = [only(book, form, parts[book.sha256]) if parts.get(book.sha256) else book for book in books]
    foreign = mapping if any(map(is_foreign, counted)) else None
    _, dossier = judged(
        typed_year(case.book), counted, issued_forms(case.book), case.org_unit, foreign, FormStage(case.stage)
    )
    return replace(dossier, findings=(*unread, *lost, *dossier.findings))
