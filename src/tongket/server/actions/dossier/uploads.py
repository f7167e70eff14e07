"""Workbooks that come in: looked at first, kept only when the person has seen what was found – and exactly that."""

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction

from tongket.dossier import Dossier
from tongket.dossier.foreign import WorkbookMapping
from tongket.dossier.grid import Book
from tongket.dossier.states import DossierStep
from tongket.files.dossier_json import read_dossier, written_dossier
from tongket.server.actions.acting import Actor, acting, ask
from tongket.server.actions.dossier import judging
from tongket.server.actions.dossier.explaining import with_explanations
from tongket.server.actions.dossier.judging import Taken
from tongket.server.actions.dossier.letters import write_on_behalf
from tongket.server.actions.dossier.mapping import known_mapping, proposal
from tongket.server.actions.dossier.subjects import locked, move, subject_of
from tongket.server.actions.refusals import WrongState
from tongket.server.actions.telling import tell_unit
from tongket.server.clock import ZONE
from tongket.server.records import blobs
from tongket.server.records.models import DossierCase, DossierFile, DossierVersion, FileRole, Upload
from tongket.server.records.queries.books import typed_year
from tongket.server.records.queries.dossiers import latest, measures_of
from tongket.server.records.queries.mappings import mapping_of
from tongket.words import Finding, Refused, Text

_CHANGED = Text(
    "Hồ sơ vừa được người khác cập nhật lúc {time}. Đề nghị xem lại hai bản trước khi lưu.",
    "Материалы только что изменил другой пользователь, в {time}. Сравните обе версии перед сохранением.",
    "Somebody else changed the dossier at {time}. Please look at both versions before saving.",
)
_NOT_SEEN = Text(
    "Nội dung cần lưu không phải nội dung vừa xem. Đề nghị xem lại kết quả kiểm tra rồi lưu.",
    "Сохраняемое не совпадает с просмотренным. Просмотрите результат проверки снова.",
    "What is to be kept is not what was looked at. Look at the result of the check again, then keep it.",
)
_NO_FILE = Text("Chưa chọn tệp nào.", "Файл не выбран.", "No file was chosen.")
_TOO_BIG = Text(
    "Tệp {name} có dung lượng {size} MB, vượt giới hạn {limit} MB. Bỏ bớt ảnh trong tệp hoặc gửi từng phần.",
    "Файл {name} занимает {size} МБ, допустимо {limit} МБ. Уберите рисунки или отправьте по частям.",
    "The file {name} has {size} MB; the limit is {limit} MB. Take pictures out of it, or send it in parts.",
)
_NO_SENDER = Text(
    "Nộp thay cần ghi người gửi, ngày gửi, số và ngày công văn của đơn vị.",
    "При подаче за организацию укажите отправителя, дату отправки, номер и дату письма.",
    "Filing for an org unit needs the sender, the day it was sent, and the number and day of the letter.",
)


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file as it comes in."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Sent:
    """How a workbook came by post: who sent it, on which day, with which letter of which day."""

    sender: str
    sent_on: dt.date
    letter: str
    letter_dated: dt.date | None = None


def look(*, actor: Actor, case: DossierCase, files: Sequence[Incoming]) -> Upload:
    """Read workbooks, judge them together with what was kept before, and keep the answer for `keep_upload` to find.

    A part that comes again stands in place of the one kept before; the other parts stay. A workbook of the unit's own
    layout waits for its mapping the first time. Raises NotPermitted, WrongState, and Refused when nothing could be
    read or the form is another org unit's.
    """
    ask(actor, "dossier.store", subject_of(case))
    refuse_big(files)
    books, unread = judging.read([(one.content, one.name) for one in files])
    judging.refuse_others(case, books)
    form = judging.form_in_force(case)
    with transaction.atomic():
        for one in files:
            blobs.keep(one.content, actor.at)
        return _looked(actor, case, [judging.taken(book, form) for book in books], books, unread)


def look_again(*, actor: Actor, case: DossierCase) -> Upload:
    """Judge once more what was kept last, so that its warnings can be explained; keeping it makes the next version."""
    ask(actor, "dossier.store", subject_of(case))
    files = judging.still_counting(latest(case), ())
    if not files:
        raise Refused(_NO_FILE)
    return _judged(Upload(case=case, uploaded_at=actor.at, uploaded_by=actor.account), files, ())


def look_anew(*, actor: Actor, upload: Upload) -> Upload:
    """Judge the workbooks of an upload once more, beside what others kept meanwhile."""
    case = case_of_upload(upload)
    ask(actor, "dossier.store", subject_of(case))
    return judge_anew(upload)


def judge_anew(upload: Upload, unread: tuple[Finding, ...] = ()) -> Upload:
    """Judge an upload beside the version that is the last one now."""
    case = case_of_upload(upload)
    new = [one for one in map(Taken.of, upload.files) if one.is_new]
    return _judged(upload, (*judging.still_counting(latest(case), new), *new), unread)


def keep_draft(*, actor: Actor, upload: Upload) -> Upload:
    """Set an upload aside ("Giữ bản của tôi thành bản nháp"): nothing in it is lost, nothing kept is changed."""
    case = case_of_upload(upload)
    with acting(actor, "dossier.store", subject_of(case)) as event:
        upload.is_draft = True
        upload.save(update_fields=["is_draft"])
        event.after = {"draft": [one["name"] for one in upload.files]}
    return upload


def drop_upload(*, actor: Actor, upload: Upload) -> None:
    """Throw away what was looked at and not kept."""
    case = case_of_upload(upload)
    with acting(actor, "dossier.store", subject_of(case)) as event:
        event.before = {"files": [one["name"] for one in upload.files]}
        upload.delete()


def refresh(upload: Upload) -> Upload:
    """Bring the explanations given meanwhile into an upload; what is shown from here on is what is kept."""
    content = _explained(upload)
    if upload.judged and content != upload.content:
        upload.content, upload.content_sha256 = content, fingerprint(content, map(Taken.of, upload.files))
        upload.save(update_fields=["content", "content_sha256"])
    return upload


def keep_upload(
    *, actor: Actor, upload: Upload, seen: str, note: str = "", letter: Sent | None = None
) -> DossierVersion:
    """Keep what was looked at as the next version; `seen` is the fingerprint shown with the preview.

    With a `letter` the secretary files for the unit (verb dossier.file_on_behalf). Raises WrongState when the dossier
    has changed since, Refused when this is not what was seen: also when an explanation was given after it was shown.
    """
    verb = "dossier.file_on_behalf" if letter else "dossier.store"
    case = case_of_upload(upload)
    with acting(actor, verb, subject_of(case)) as event:
        case = locked(case)
        _refuse_changed(case, upload)
        if not upload.content or seen != fingerprint(_explained(upload), map(Taken.of, upload.files)):
            raise Refused(_NOT_SEEN)
        if letter and not (letter.sender.strip() and letter.letter.strip()):
            raise Refused(_NO_SENDER)
        version = _store(actor, case, upload, note, letter)
        move(case, DossierStep.STORE)
        case.save(update_fields=["state"])
        event.after = {"version": version.number, "files": [one["name"] for one in upload.files]}
        if letter:
            event.after |= {"sender": letter.sender, "sent_on": letter.sent_on, "letter": letter.letter}
        upload.delete()
        if letter:
            write_on_behalf(actor, case, version)
            tell_unit(actor, case, "on_behalf", version=version.number)
    return version


def changed_since(case: DossierCase, upload: Upload) -> DossierVersion | None:
    """Return the version that somebody kept after an upload was looked at, None when there is none."""
    before = latest(case)
    return before if before and before.number != upload.based_on else None


def fingerprint(content: str, files: Iterable[Taken]) -> str:
    """Return one hash of a dossier and of the files it was read from."""
    listed = json.dumps([[one.name, one.sha256, list(one.parts)] for one in files])
    return hashlib.sha256(f"{content}\n{listed}".encode()).hexdigest()


def case_of_upload(upload: Upload) -> DossierCase:
    """Return the case of an upload with its year."""
    return DossierCase.objects.select_related("book").get(pk=upload.case_id)


def refuse_big(files: Sequence[Incoming]) -> None:
    """Refuse an upload without a file, and a file over the limit."""
    if not files:
        raise Refused(_NO_FILE)
    for one in files:
        if len(one.content) > settings.UPLOAD_BYTES:
            size, limit = -(-len(one.content) // 1024**2), settings.UPLOAD_BYTES // 1024**2
            raise Refused(_TOO_BIG.fill(name=one.name, size=str(size), limit=str(limit)))


def _looked(
    actor: Actor, case: DossierCase, new: Sequence[Taken], books: Sequence[Book], unread: tuple[Finding, ...]
) -> Upload:
    upload = Upload(case=case, uploaded_at=actor.at, uploaded_by=actor.account)
    foreign = [book for book in books if judging.is_foreign(book)]
    if foreign and known_mapping(case) is None:
        upload.mapping = proposal(case, foreign, party=actor.party)
        upload.files = [one.row() for one in new]
        upload.save()
        return upload
    return _judged(upload, (*judging.still_counting(latest(case), new), *new), unread)


def _judged(upload: Upload, files: Sequence[Taken], unread: tuple[Finding, ...]) -> Upload:
    case, before = upload.case, latest(upload.case)
    dossier = judging.judge(case, files, _mapping(case), unread)
    upload.based_on = before.number if before else 0
    upload.files = [one.row() for one in files]
    upload.judged = _written(case, dossier)
    upload.content = _explained(upload)
    upload.content_sha256 = fingerprint(upload.content, files)
    upload.save()
    return upload


def _mapping(case: DossierCase) -> WorkbookMapping | None:
    known = known_mapping(case)
    return mapping_of(known.content) if known else None


def _written(case: DossierCase, dossier: Dossier) -> str:
    return written_dossier(dossier, measures_of(typed_year(case.book).plan.indicators))


def _explained(upload: Upload) -> str:
    given = tuple(upload.case.explanations.values_list("row", "code", "text"))
    if not upload.judged or not given:
        return upload.judged
    return _written(upload.case, with_explanations(read_dossier(upload.judged), given))


def _refuse_changed(case: DossierCase, upload: Upload) -> None:
    changed = changed_since(case, upload)
    if changed:
        raise WrongState(_CHANGED.fill(time=f"{changed.stored_at.astimezone(ZONE):%H:%M}"))


def _store(actor: Actor, case: DossierCase, upload: Upload, note: str, letter: Sent | None) -> DossierVersion:
    how = (
        {"on_behalf": True, "sender": letter.sender.strip(), "sent_on": letter.sent_on,
         "letter": letter.letter.strip(), "letter_dated": letter.letter_dated}
        if letter
        else {}
    )  # fmt: skip
    version = DossierVersion.objects.create(
        case=case, number=upload.based_on + 1, stored_at=actor.at, stored_by=actor.account, content=upload.content,
        content_sha256=upload.content_sha256, note=note, **how,
    )  # fmt: skip
    DossierFile.objects.bulk_create(
        DossierFile(
            version=version, blob_id=one.sha256, name=one.name, role=FileRole.WORKBOOK,
            parts=",".join(one.parts), added_at=actor.at, added_by=actor.account,
        )
        for one in map(Taken.of, upload.files)
    )  # fmt: skip
    return version
