"""The way of a dossier on the unit's side: own head, submission, withdrawal, extension."""

import datetime as dt
from collections.abc import Sequence

from django.db import transaction

from tongket.desk.asking import form_of
from tongket.dossier import Dossier
from tongket.dossier.form import SHEETS, FormStage
from tongket.dossier.form_words import PART_TITLES
from tongket.dossier.states import DossierState, DossierStep
from tongket.server.actions.acting import Actor, acting
from tongket.server.actions.dossier.attaching import refuse_no_scan, seal_evidence
from tongket.server.actions.dossier.subjects import locked, move, subject_of, take_back_approval
from tongket.server.actions.refusals import WrongState
from tongket.server.actions.telling import tell_checkers, tell_unit
from tongket.server.records import blobs
from tongket.server.records.models import DossierCase, DossierFile, DossierVersion, FileRole
from tongket.server.records.queries.books import typed_year
from tongket.server.records.queries.dossiers import dossier_of, latest, tally
from tongket.server.records.queries.filing import PARTY_PART
from tongket.server.records.queries.seen import dossier_without, party_codes
from tongket.words import LANGUAGES, Finding, Language, Refused, Severity, Text, in_each_language

BY_TAP, BY_SCAN, BY_LETTER = "tap", "scan", "letter"
"""How the head of the unit approved: on the page, by a signed paper that was scanned, by the letter it came with."""

_NOTHING = Text(
    "Chưa có tệp nào được lưu. Tải biểu mẫu, điền vào các ô nền vàng, rồi gửi lên để kiểm tra.",
    "Ни один файл не сохранён. Скачайте форму, заполните жёлтые ячейки и загрузите её.",
    "No file was kept yet. Download the form, fill the yellow cells, and upload it.",
)
_NOT_YET = Text("Chưa gửi được: {why}.", "Отправить нельзя: {why}.", "It cannot be sent yet: {why}.")
_PARTS = Text("còn thiếu {parts}", "не хватает: {parts}", "{parts} is missing")
_ERRORS = Text("còn {n} lỗi phải sửa", "{n} ошибок нужно исправить", "{n} errors must be corrected")
_IN = Text(" ở {where}", " ({where})", " in {where}")
_AND = Text(" và ", " и ", " and ")
_WARNINGS = Text("còn {n} điểm cần giải trình", "{n} замечаний требуют пояснения", "{n} points need an explanation")
_OTHERS = Text(
    "còn phần do người khác phụ trách chưa xong",
    "не готов раздел другого ответственного",
    "a part of others is not done",
)
_NO_LETTER = Text("chưa có công văn gửi kèm", "нет сопроводительного письма", "there is no cover letter")
NO_HEAD = Text(
    "lãnh đạo đơn vị chưa duyệt", "руководитель организации не утвердил", "the head of the unit has not approved"
)
_NO_REASON = Text("Cần ghi lý do.", "Укажите причину.", "Say why.")
_NOT_LATER = Text(
    "Hạn mới phải sau hạn nộp hiện tại.", "Новый срок должен быть позже нынешнего.", "The new day must be a later one."
)
_NOT_ASKED = Text(
    "Đơn vị không còn đề nghị gia hạn nào chờ trả lời.",
    "Нет просьбы о продлении, ожидающей ответа.",
    "No request for an extension waits for an answer.",
)
_NO_SCAN = Text("Cần bản quét đã ký.", "Нужен подписанный скан.", "A signed scan is needed.")


def what_is_missing(case: DossierCase, version: DossierVersion | None, *, party: bool = True) -> tuple[Text, ...]:
    """Return what keeps a dossier from being sent, each as the end of a sentence; nothing when it may go.

    What the secretary files for a unit goes as it came: it has a signed letter, and what is wrong in it is said to the
    unit by the check, so that nothing is lost against filing it oneself. Without `party` nothing of the Party is named.
    """
    if version is None:
        return (_NOTHING,)
    has_letter = hasattr(case, "cover_letter") or bool(version.letter)
    named = ((not has_letter, _NO_LETTER), (version.approved_at is None and not version.letter, NO_HEAD))
    wrong = () if version.on_behalf else _wrong_in(case, dossier_of(version), party=party)
    return (*wrong, *(text for holds, text in named if holds))


def _wrong_in(case: DossierCase, dossier: Dossier, *, party: bool) -> tuple[Text, ...]:
    if party:
        return _faults(case, dossier)
    seen = dossier_without(dossier, party_codes(typed_year(case.book).plan))
    faults = _faults(case, seen, without=PARTY_PART)
    return (*faults, _OTHERS) if faults != _faults(case, dossier) else faults


def _faults(case: DossierCase, dossier: Dossier, without: str = "") -> tuple[Text, ...]:
    counted = tally(dossier.findings)
    errors = [one for one in dossier.findings if one.severity is Severity.ERROR]
    lacking = _parts_lacking(case, dossier.held, without)
    named = (
        (lacking.vi != "", _PARTS.fill(parts=lacking)),
        (counted.errors, _with_places(_ERRORS.fill(n=str(counted.errors)), errors)),
        (counted.warnings, _WARNINGS.fill(n=str(counted.warnings))),
    )
    return tuple(text for holds, text in named if holds)


def _parts_lacking(case: DossierCase, held: tuple[str, ...], without: str) -> Text:
    """Name the parts of the form that no workbook has; a workbook of the unit's own layout has no parts to lack."""
    form = form_of(typed_year(case.book), case.org_unit, FormStage(case.stage))
    missing = [part.title for part in form.parts if held and part.code not in (*held, without)]
    return in_each_language(lambda language: ", ".join(title.to(language) for title in missing))


def _with_places(text: Text, findings: Sequence[Finding]) -> Text:
    """Name the parts of the form in which the errors stand, when all stand in such parts."""
    codes = {sheet: code for code, sheet in SHEETS.items()}
    sheets = sorted({one.place.sheet for one in findings})
    if not sheets or any(sheet not in codes for sheet in sheets):
        return text
    where = [", ".join(_short(codes[sheet], one) for sheet in sheets) for one in LANGUAGES]
    said = (text.to(one) + _IN.to(one).format(where=names) for one, names in zip(LANGUAGES, where, strict=True))
    return Text(*said)


def _short(code: str, language: Language) -> str:
    return PART_TITLES[code].to(language).split(".", maxsplit=1)[0]


def ask_head(*, actor: Actor, case: DossierCase) -> None:
    """Lay the dossier before the head of the unit ("Trình lãnh đạo duyệt"); errors must be gone before."""
    with acting(actor, "dossier.ask_head", subject_of(case)) as event:
        case = locked(case)
        version = _version(case)
        counted = tally(dossier_of(version).findings)
        if counted.errors:
            raise WrongState(_sentence((_ERRORS.fill(n=str(counted.errors)),)))
        event.before, event.after = _moved(case, DossierStep.ASK_HEAD, version)


def approve(*, actor: Actor, case: DossierCase) -> None:
    """Approve as the head of the unit, by one tap; the dossier can be sent from then on."""
    with acting(actor, "dossier.approve", subject_of(case)) as event:
        version = _version(locked(case))
        _approved(version, actor, BY_TAP)
        event.after = {"version": version.number, "how": BY_TAP}


def approve_by_scan(*, actor: Actor, case: DossierCase, name: str, content: bytes) -> None:
    """Record that the head approved on paper: the signed scan is kept with the version."""
    with acting(actor, "dossier.approve_by_scan", subject_of(case)) as event:
        if not content:
            raise Refused(_NO_SCAN)
        version = _version(locked(case))
        refuse_no_scan(name, content)
        blob = blobs.keep(content, actor.at)
        DossierFile.objects.create(
            version=version, blob=blob, name=name, role=FileRole.APPROVAL, added_at=actor.at, added_by=actor.account
        )
        _approved(version, actor, BY_SCAN)
        event.after = {"version": version.number, "how": BY_SCAN, "sha256": blob.sha256}


def approve_and_send(*, actor: Actor, case: DossierCase) -> DossierVersion:
    """Approve as the head of the unit and send at once ("Duyệt và gửi Cụm trưởng"): one tap, all of it or nothing."""
    with transaction.atomic():
        approve(actor=actor, case=case)
        return submit(actor=actor, case=case)


def send_back(*, actor: Actor, case: DossierCase, why: str) -> None:
    """Give the dossier back to the reporter, with what the head asks for."""
    with acting(actor, "dossier.send_back", subject_of(case)) as event:
        case = locked(case)
        if not why.strip():
            raise Refused(_NO_REASON)
        event.before, event.after = _moved(case, DossierStep.HEAD_SENDS_BACK, _version(case))
        event.after["why"] = why.strip()


def submit(*, actor: Actor, case: DossierCase) -> DossierVersion:
    """Send the dossier to those who check it. Raises WrongState with everything that is still missing."""
    with acting(actor, "dossier.submit", subject_of(case)) as event:
        case = locked(case)
        version = latest(case)
        if version and version.letter and version.approved_at is None:
            _approved(version, actor, BY_LETTER)  # a signed letter that came by post is the head's approval
        missing = what_is_missing(case, version, party=actor.party)
        if version is None or missing:
            raise WrongState(_sentence(missing))
        version.submitted_at = actor.at
        version.save(update_fields=["submitted_at"])
        case.received_at = case.received_at or actor.at
        evidence = seal_evidence(version, actor)
        event.before, event.after = _moved(case, DossierStep.SUBMIT, version)
        event.after["evidence"] = evidence
        tell_checkers(actor, case, "submitted", version=version.number)
    return version


def withdraw(*, actor: Actor, case: DossierCase) -> None:
    """Take the dossier back to correct it, as long as it was not accepted."""
    with acting(actor, "dossier.withdraw", subject_of(case)) as event:
        case = locked(case)
        event.before, event.after = _moved(case, DossierStep.WITHDRAW, _version(case))
        tell_checkers(actor, case, "withdrawn")


def ask_extension(*, actor: Actor, case: DossierCase, until: dt.datetime, reason: str) -> None:
    """Ask for a later deadline; the moment and the reason stay on record."""
    with acting(actor, "dossier.ask_extension", subject_of(case)) as event:
        case = locked(case)
        limit = case.extended_to or case.due_at
        if limit and until <= limit:
            raise Refused(_NOT_LATER)
        if not reason.strip():
            raise Refused(_NO_REASON)
        case.extension_asked_to, case.extension_reason = until, reason.strip()
        case.save(update_fields=["extension_asked_to", "extension_reason"])
        event.after = {"until": until, "reason": reason}
        tell_checkers(actor, case, "extension_asked", until=until.isoformat())


def extend(*, actor: Actor, case: DossierCase, until: dt.datetime, reason: str = "") -> None:
    """Grant a later deadline; the first one stays a fact. Raises Refused for a moment that is not later."""
    with acting(actor, "dossier.extend", subject_of(case)) as event:
        case = locked(case)
        before = case.extended_to or case.due_at
        if before is not None and until <= before:
            raise Refused(_NOT_LATER)
        event.before = {"due": before}
        case.extended_to, case.extension_asked_to = until, None
        case.extension_reason = reason or case.extension_reason
        case.save(update_fields=["extended_to", "extension_asked_to", "extension_reason"])
        event.after = {"due": until, "reason": case.extension_reason}
        tell_unit(actor, case, "extended", until=until.isoformat())


def decline_extension(*, actor: Actor, case: DossierCase, why: str = "") -> None:
    """Say no to the later deadline a unit asked for; that it asked, and why, stays on record."""
    with acting(actor, "dossier.extend", subject_of(case)) as event:
        case = locked(case)
        if case.extension_asked_to is None:
            raise WrongState(_NOT_ASKED)
        event.before = {"asked": case.extension_asked_to}
        case.extension_asked_to = None
        case.save(update_fields=["extension_asked_to"])
        event.after = {"declined": True, "reason": why.strip()}
        tell_unit(actor, case, "extension_declined", reason=why.strip())


def _version(case: DossierCase) -> DossierVersion:
    version = latest(case)
    if version is None:
        raise WrongState(_NOTHING)
    return version


def _moved(
    case: DossierCase, step: DossierStep, version: DossierVersion
) -> tuple[dict[str, object], dict[str, object]]:
    before, now = move(case, step)
    if now in {DossierState.WITHDRAWN.value, DossierState.DRAFT.value}:
        take_back_approval(version)
    case.save()
    return {"state": before}, {"state": now, "version": version.number}


def _approved(version: DossierVersion, actor: Actor, how: str) -> None:
    version.approved_by, version.approved_at, version.approved_how = actor.account, actor.at, how
    version.save(update_fields=["approved_by", "approved_at", "approved_how"])


def _sentence(missing: tuple[Text, ...]) -> Text:
    if missing == (_NOTHING,):
        return _NOTHING
    why = in_each_language(lambda language: _listed([text.to(language) for text in missing], language))
    return _NOT_YET.fill(why=why)


def _listed(said: Sequence[str], language: Language) -> str:
    return _AND.to(language).join(part for part in (", ".join(said[:-1]), said[-1]) if part)
