"""What those who check a dossier do: remark on cells, ask for completion, accept, reopen. Nobody checks their own."""

import datetime as dt

from tongket.dossier.states import DossierState, DossierStep
from tongket.server.actions.acting import Actor, acting, checkers
from tongket.server.actions.dossier.letters import write_accepted, write_supplement
from tongket.server.actions.dossier.subjects import locked, move, subject_of, take_back_approval
from tongket.server.actions.refusals import WrongState
from tongket.server.actions.telling import tell_unit
from tongket.server.records.models import CheckConsent, CrossCheck, DossierCase, DossierVersion, Remark
from tongket.server.records.queries.dossiers import latest
from tongket.words import Refused, Text

_NO_REMARK = Text(
    "Cần ghi ít nhất một ý kiến trước khi đề nghị bổ sung.",
    "Перед возвратом нужно хотя бы одно замечание.",
    "Write at least one remark before asking for completion.",
)
_NOT_SUBMITTED = Text(
    "Hồ sơ chưa được gửi hoặc đã rút lại.",
    "Материалы не направлены или отозваны.",
    "The dossier was not submitted, or was withdrawn.",
)
_NOT_SEEN = Text(
    "Đơn vị đã gửi lần {number} trong khi Anh/Chị đang xem lần khác. Đề nghị tải lại trang và xem lần mới.",
    "Пока Вы смотрели другую версию, поступила версия {number}. Обновите страницу и посмотрите её.",
    "While you looked at another version, version {number} came in. Load the page again and look at it.",
)
_NO_WORDS = Text("Ý kiến còn trống.", "Замечание пустое.", "The remark is empty.")
_NO_REASON = Text("Cần ghi lý do mở lại.", "Укажите причину повторного открытия.", "Say why it is reopened.")


def remark(*, actor: Actor, case: DossierCase, text: str, sheet: str = "", cell: str = "", row: str = "") -> Remark:
    """Remark on a cell of what was submitted, or on the whole of it; the unit sees it when it is returned."""
    with acting(actor, "dossier.remark", subject_of(case)) as event:
        if not text.strip():
            raise Refused(_NO_WORDS)
        event.after = {"sheet": sheet, "cell": cell, "text": text.strip()}
        return Remark.objects.create(
            version=_submitted(case), sheet=sheet, cell=cell, row=row, text=text.strip(),
            made_at=actor.at, made_by=actor.account,
        )  # fmt: skip


def drop_remark(*, actor: Actor, remark: Remark) -> None:
    """Take back a remark that was not yet sent to the unit."""
    case = DossierCase.objects.select_related("book").get(pk=remark.version.case_id)
    with acting(actor, "dossier.remark", subject_of(case)) as event:
        if remark.sent:
            raise WrongState(_SENT)
        event.before = {"sheet": remark.sheet, "cell": remark.cell, "text": remark.text}
        remark.delete()


_SENT = Text("Ý kiến đã gửi đơn vị, không xóa được.", "Замечание уже отправлено.", "The remark was sent already.")


def ask_completion(*, actor: Actor, case: DossierCase, until: dt.date | None = None, seen: int | None = None) -> None:
    """Return the dossier to the unit with its remarks ("Đề nghị bổ sung"); at least one is needed.

    `until` is the day before which the checkers ask for it; `seen` the version they looked at. The unit's people get a
    mail with their file and a notice. Raises WrongState when another version came in since.
    """
    with acting(actor, "dossier.return", subject_of(case)) as event:
        case = locked(case)
        version = _seen(_submitted(case), seen)
        if not version.remarks.filter(sent=False).exists():
            raise Refused(_NO_REMARK)
        version.remarks.update(sent=True)
        before, now = move(case, DossierStep.RETURN)
        take_back_approval(version)
        case.supplement_by = until
        case.save(update_fields=["state", "supplement_by"])
        count = version.remarks.count()
        event.before, event.after = {"state": before}, {"state": now, "remarks": count, "version": version.number}
        if until:
            event.after["until"] = until
        write_supplement(actor, case, version)
        tell_unit(actor, case, "returned", count=count, until=until.isoformat() if until else "")


def accept(*, actor: Actor, case: DossierCase, seen: int | None = None) -> bool:
    """Accept the dossier, and say whether it counts now: where all others check the lead, the last one decides.

    `seen` is the version that was looked at. Raises WrongState when another one came in since.
    """
    with acting(actor, "dossier.accept", subject_of(case), changes_year=True) as event:
        case = locked(case)
        version = _seen(_submitted(case), seen)
        if not _everybody_agrees(actor, case, version):
            event.after = {"consent": actor.account.org_unit, "version": version.number}
            return False
        before, now = move(case, DossierStep.ACCEPT)
        case.accepted = version
        case.save(update_fields=["state", "accepted"])
        event.before, event.after = {"state": before}, {"state": now, "version": version.number}
        write_accepted(actor, case, version)
        tell_unit(actor, case, "accepted", version=version.number)
    return True


def reopen(*, actor: Actor, case: DossierCase, reason: str) -> None:
    """Open an accepted dossier again, from above and with a reason; until it is accepted anew it does not count."""
    with acting(actor, "dossier.reopen", subject_of(case), changes_year=True) as event:
        if not reason.strip():
            raise Refused(_NO_REASON)
        case = locked(case)
        before, now = move(case, DossierStep.REOPEN)
        version = latest(case)
        if version:
            take_back_approval(version)
        case.accepted = None
        case.save(update_fields=["state", "accepted"])
        event.before, event.after = {"state": before}, {"state": now, "reason": reason.strip()}
        tell_unit(actor, case, "reopened", reason=reason.strip())


def _everybody_agrees(actor: Actor, case: DossierCase, version: DossierVersion) -> bool:
    """Whether nobody's consent is missing, once the actor's own is noted."""
    if case.org_unit != case.book.lead_org_unit or case.book.cross_check != CrossCheck.ALL_OTHERS:
        return True
    CheckConsent.objects.get_or_create(
        version=version, org_unit=actor.account.org_unit, defaults={"given_by": actor.account, "given_at": actor.at}
    )
    given = set(version.consents.values_list("org_unit", flat=True))
    return given >= set(checkers(case.book))


def _submitted(case: DossierCase) -> DossierVersion:
    version = latest(case)
    if version is None or case.state != DossierState.SUBMITTED.value:
        raise WrongState(_NOT_SUBMITTED)
    return version


def _seen(version: DossierVersion, number: int | None) -> DossierVersion:
    if number is not None and number != version.number:
        raise WrongState(_NOT_SEEN.fill(number=str(version.number)))
    return version
