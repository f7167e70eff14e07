"""Workbooks that come in: looked at first, kept only when the person has seen what was found – and exactly that."""

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db import transaction

from tongket.desk.judging import judged
from tongket.dossier import Dossier
from tongket.dossier.form import FormStage
from tongket.dossier.grid import Book
from tongket.dossier.matching import meta_of
from tongket.dossier.states import DossierStep
from tongket.files.dossier_json import written_dossier
from tongket.files.guarded_books import read_books
from tongket.server.actions.acting import Actor, acting, ask
from tongket.server.actions.dossier.explaining import with_explanations
from tongket.server.actions.dossier.subjects import locked, move, subject_of
from tongket.server.actions.refusals import WrongState
from tongket.server.clock import ZONE
from tongket.server.records import blobs
from tongket.server.records.models import DossierCase, DossierFile, DossierVersion, FileRole, Upload
from tongket.server.records.queries.books import typed_year
from tongket.server.records.queries.dossiers import issued_forms, latest, measures_of
from tongket.words import Finding, Refused, Text

_CHANGED = Text(
    "Hồ sơ vừa được người khác cập nhật lúc {time}. Đề nghị xem lại hai bản trước khi lưu.",
    "Материалы только что изменил другой пользователь, в {time}. Сравните обе версии перед сохранением.",
    "Somebody else changed the dossier at {time}. Please look at both versions before saving.",
)
_NOT_SEEN = Text(
    "Nội dung cần lưu không phải nội dung vừa xem. Đề nghị gửi tệp lên và xem lại.",
    "Сохраняемое не совпадает с просмотренным. Загрузите файл и просмотрите его снова.",
    "What is to be kept is not what was looked at. Upload the file and look at it again.",
)
_NOTHING_READ = Text(
    "Không đọc được tệp nào: {why}", "Ни один файл не прочитан: {why}", "None of the files could be read: {why}"
)
_OTHER_UNIT = Text(
    "Biểu mẫu này cấp cho {theirs}, không phải {ours}. Không nhận.",
    "Эта форма выдана {theirs}, а не {ours}. Не принята.",
    "This form was issued to {theirs}, not to {ours}. It was not taken.",
)


@dataclass(frozen=True, slots=True)
class Incoming:
    """A workbook as it comes in; with a `mapping` it is of the unit's own layout."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class _Taken:
    """A workbook of a dossier: its name, hash, and the parts of the form it fills (none: it is no form of ours)."""

    name: str
    sha256: str
    parts: tuple[str, ...]


def look(*, actor: Actor, case: DossierCase, files: Sequence[Incoming]) -> Upload:
    """Read workbooks, judge them together with what was kept before, and keep the answer for `keep_upload` to find.

    A workbook that fills parts filled before stands in place of the one that filled them. Raises NotPermitted,
    WrongState, and Refused when nothing could be read or the form is another org unit's.
    """
    ask(actor, "dossier.store", subject_of(case))
    books, unread = _read(files)
    _refuse_other_units(case, books)
    before = latest(case)
    kept = _kept(before, books) if before else ()
    taken = [_Taken(book.file, book.sha256, _parts(book)) for book in (*kept, *books)]
    dossier = _judged(case, (*kept, *books), unread)
    content = written_dossier(dossier, measures_of(typed_year(case.book).plan.indicators))
    with transaction.atomic():
        for one in files:
            blobs.keep(one.content, actor.at)
        return Upload.objects.create(
            case=case,
            uploaded_at=actor.at,
            uploaded_by=actor.account,
            based_on=before.number if before else 0,
            files=[{"name": one.name, "sha256": one.sha256, "parts": list(one.parts)} for one in taken],
            content=content,
            content_sha256=fingerprint(content, taken),
        )


def keep_upload(
    *, actor: Actor, upload: Upload, seen: str, note: str = "", letter: "Sent | None" = None
) -> DossierVersion:
    """Keep what was looked at as the next version; `seen` is the fingerprint shown with the preview.

    With a `letter` the secretary files for the unit (verb dossier.file_on_behalf). Raises WrongState when the dossier
    has changed since, Refused when this is not what was seen.
    """
    case = locked_case(upload)
    verb = "dossier.file_on_behalf" if letter else "dossier.store"
    with acting(actor, verb, subject_of(case)) as event:
        case = locked(case)
        if upload.content_sha256 != seen:
            raise Refused(_NOT_SEEN)
        before = latest(case)
        if (before.number if before else 0) != upload.based_on:
            assert before is not None  # a version was added since
            raise WrongState(_CHANGED.fill(time=f"{before.stored_at.astimezone(ZONE):%H:%M}"))
        version = _store(actor, case, upload, note, letter)
        move(case, DossierStep.STORE)
        case.save(update_fields=["state"])
        event.after = {"version": version.number, "files": [one["name"] for one in upload.files]}
        upload.delete()
    return version


@dataclass(frozen=True, slots=True)
class Sent:
    """How a workbook came by post: who sent it, on which day, with which letter."""

    sender: str
    sent_on: dt.date
    letter: str


def fingerprint(content: str, files: Iterable[_Taken]) -> str:
    """Return one hash of a dossier and of the files it was read from."""
    listed = json.dumps([[one.name, one.sha256, list(one.parts)] for one in files])
    return hashlib.sha256(f"{content}\n{listed}".encode()).hexdigest()


def locked_case(upload: Upload) -> DossierCase:
    """Return the case of an upload with its year."""
    return DossierCase.objects.select_related("book").get(pk=upload.case_id)


def _store(actor: Actor, case: DossierCase, upload: Upload, note: str, letter: Sent | None) -> DossierVersion:
    version = DossierVersion.objects.create(
        case=case,
        number=upload.based_on + 1,
        stored_at=actor.at,
        stored_by=actor.account,
        content=upload.content,
        content_sha256=upload.content_sha256,
        note=note,
        on_behalf=letter is not None,
        sender=letter.sender if letter else "",
        sent_on=letter.sent_on if letter else None,
        letter=letter.letter if letter else "",
    )
    DossierFile.objects.bulk_create(
        DossierFile(
            version=version, blob_id=one["sha256"], name=one["name"], role=FileRole.WORKBOOK,
            parts=",".join(one["parts"]), added_at=actor.at, added_by=actor.account,
        )
        for one in upload.files
    )  # fmt: skip
    return version


def _read(files: Sequence[Incoming]) -> tuple[tuple[Book, ...], tuple[Finding, ...]]:
    read = read_books([(one.content, one.name) for one in files])
    books = tuple(one for one in read if isinstance(one, Book))
    unread = tuple(one for one in read if isinstance(one, Finding))
    if not books:
        why = Text(*(" ".join(one.sentence(language) for one in unread) for language in ("vi", "ru", "en")))
        raise Refused(Text(*(_NOTHING_READ.to(one).format(why=why.to(one)) for one in ("vi", "ru", "en"))))
    return books, unread


def _refuse_other_units(case: DossierCase, books: Iterable[Book]) -> None:
    for book in books:
        meta = meta_of(book)
        if meta and meta.org_unit != case.org_unit:
            raise Refused(_OTHER_UNIT.fill(theirs=meta.org_unit, ours=case.org_unit))


def _kept(before: DossierVersion, books: Iterable[Book]) -> tuple[Book, ...]:
    """The workbooks of the last version that the new ones do not stand in place of, read again."""
    new = frozenset(part for book in books for part in _parts(book))
    whole = any(not _parts(book) for book in books)
    rows = before.files.filter(role=FileRole.WORKBOOK)
    keep = [] if whole else [row for row in rows if row.parts and new.isdisjoint(row.parts.split(","))]
    if not keep:
        return ()
    return tuple(
        one for one in read_books([(blobs.content_of(row.blob_id), row.name) for row in keep]) if isinstance(one, Book)
    )


def _parts(book: Book) -> tuple[str, ...]:
    meta = meta_of(book)
    return meta.parts if meta else ()


def _judged(case: DossierCase, books: Sequence[Book], unread: tuple[Finding, ...]) -> Dossier:
    from dataclasses import replace

    _, dossier = judged(
        typed_year(case.book), books, issued_forms(case.book), case.org_unit, stage=FormStage(case.stage)
    )
    return with_explanations(replace(dossier, findings=(*unread, *dossier.findings)), tuple(_explained(case)))


def _explained(case: DossierCase) -> Iterator[tuple[str, str, str]]:
    yield from case.explanations.values_list("row", "code", "text")
