"""What the unit says: answers to remarks, who fills which part, and what it objects to in what was filed for it."""

from tongket.server.actions.acting import Actor, acting
from tongket.server.actions.dossier.subjects import subject_of
from tongket.server.actions.refusals import WrongState
from tongket.server.actions.telling import tell
from tongket.server.clock import civil_day
from tongket.server.records.models import DossierCase, Objection, Remark, Role, SectionAssignment
from tongket.server.records.queries.books import typed_year
from tongket.server.records.queries.dossiers import latest
from tongket.server.records.queries.people import holders
from tongket.words import Refused, Text

_NO_ANSWER = Text("Câu trả lời còn trống.", "Ответ пустой.", "The answer is empty.")
_NO_OBJECTION = Text("Cần ghi nội dung đề nghị sửa.", "Укажите, что следует исправить.", "Say what is to be corrected.")
_NOT_ON_BEHALF = Text(
    "Hồ sơ này do đơn vị tự nộp.", "Эти материалы подала сама организация.", "The unit filed this dossier itself."
)
_NO_PERSON = Text("Cần ghi họ tên người phụ trách.", "Укажите ответственного.", "Say who is in charge.")


def answer(*, actor: Actor, remark: Remark, text: str) -> Remark:
    """Answer a remark that came with a returned dossier; the checker reads it beside the cell."""
    case = DossierCase.objects.select_related("book").get(pk=remark.version.case_id)
    with acting(actor, "dossier.answer", subject_of(case)) as event:
        if not text.strip():
            raise Refused(_NO_ANSWER)
        event.before = {"answer": remark.answer}
        remark.answer, remark.answered_at, remark.answered_by = text.strip(), actor.at, actor.account
        remark.save(update_fields=["answer", "answered_at", "answered_by"])
        event.after = {"sheet": remark.sheet, "cell": remark.cell, "answer": remark.answer}
    return remark


def divide(*, actor: Actor, case: DossierCase, part: str, person: str, department: str = "") -> None:
    """Say who fills a part ("Phân công điền từng phần"); an empty name takes the assignment back."""
    with acting(actor, "dossier.divide", subject_of(case)) as event:
        event.after = {"part": part, "person": person.strip(), "department": department.strip()}
        if not person.strip():
            if department.strip():
                raise Refused(_NO_PERSON)
            SectionAssignment.objects.filter(case=case, part=part).delete()
            return
        given = {"person": person.strip(), "department": department.strip()}
        SectionAssignment.objects.update_or_create(case=case, part=part, defaults=given)


def object_to(*, actor: Actor, case: DossierCase, text: str) -> Objection:
    """Ask to correct what the secretary filed for the unit; it stands in the dossier and waits for the secretary."""
    with acting(actor, "dossier.object", subject_of(case)) as event:
        version = latest(case)
        if version is None or not version.on_behalf:
            raise WrongState(_NOT_ON_BEHALF)
        if not text.strip():
            raise Refused(_NO_OBJECTION)
        event.after = {"version": version.number, "text": text.strip()}
        cluster = typed_year(case.book).head.org_unit
        tell(holders((Role.SECRETARY,), (cluster,), civil_day(actor.at)), case, "objected", actor.at)
        return Objection.objects.create(version=version, text=text.strip(), made_at=actor.at, made_by=actor.account)
