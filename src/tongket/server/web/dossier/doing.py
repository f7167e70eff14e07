"""What a unit does on the page of its dossier; each answers on the same page."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from tongket.dossier.form_words import PART_TITLES
from tongket.server.actions.dossier import answering, attaching, moving
from tongket.server.actions.dossier.forms import issue_form
from tongket.server.clock import ZONE, end_of_office
from tongket.server.records.models import DossierVersion
from tongket.server.records.queries import filing
from tongket.server.web.dossier.asked import case_asked, day_of, files_of, refused_here, text_of, words_of
from tongket.server.web.dossier.page import receipt_code
from tongket.server.web.dossier.parts import LETTER_PART
from tongket.server.web.dossier.views import dossier
from tongket.server.web.language import spoken
from tongket.server.web.saving import attachment
from tongket.server.web.visit import visit
from tongket.words import Text, short_date

_SAVED = Text("Đã lưu lúc {time}.", "Сохранено в {time}.", "Saved at {time}.")
_SENT = Text(
    "Đã gửi lúc {time} ngày {day}. Mã biên nhận: {code}.",
    "Направлено в {time} {day}. Код расписки: {code}.",
    "Sent at {time} on {day}. Receipt code: {code}.",
)
_ASKED = Text(
    "Đã trình lãnh đạo đơn vị duyệt.", "Передано руководителю на утверждение.", "Laid before the head of the unit."
)
_BACK = Text("Đã chuyển lại cho cán bộ đầu mối.", "Возвращено ответственному.", "Given back to the reporter.")
_WITHDRAWN = Text(
    "Đã rút lại để sửa. Sau khi sửa, cần lãnh đạo duyệt và gửi lại.",
    "Отозвано для исправления. После правки нужны утверждение и повторная отправка.",
    "Withdrawn for correction. Once corrected, it is approved and sent again.",
)
_EXTENSION = Text(
    "Đã gửi đề nghị gia hạn đến Thư ký Cụm.", "Просьба о продлении направлена секретарю.", "The secretary was asked."
)
_OBJECTED = Text(
    "Đã gửi đề nghị sửa đến Thư ký Cụm.", "Возражение направлено секретарю.", "The secretary was told what to correct."
)
_APPROVED = Text(
    "Đã ghi nhận: lãnh đạo đơn vị đã duyệt (bản quét đã ký).",
    "Отмечено: руководитель утвердил (подписанный скан).",
    "Noted: the head of the unit has approved (signed scan).",
)


@require_POST
@refused_here(dossier)
def form(request: HttpRequest, book: str, org_unit: str) -> HttpResponse:
    """Hand out the form, whole or one part of it."""
    found, case = visit(request), case_asked(request, org_unit)
    part = text_of(request, "part")
    contact = next((str(one) for one in filing.secretaries(found.year.head.org_unit, found.day)), "")
    parts = (part,) if part in PART_TITLES else ()
    return attachment(*issue_form(actor=found.actor, case=case, parts=parts, language=spoken(), contact=contact))


@require_POST
@refused_here(dossier)
def letter(request: HttpRequest, book: str, org_unit: str) -> HttpResponse:
    """Note the cover letter."""
    files = files_of(request, "scan", stated=False)
    attaching.set_letter(
        actor=visit(request).actor, case=case_asked(request, org_unit), number=text_of(request, "number"),
        dated=day_of(request, "dated"), signer=text_of(request, "signer"),
        scan=(files[0].name, files[0].content) if files else None,
    )  # fmt: skip
    return _saved(request, book, org_unit, "letter")


@require_POST
@refused_here(dossier)
def evidence(request: HttpRequest, book: str, org_unit: str) -> HttpResponse:
    """Take evidence in."""
    part = text_of(request, "part")
    attaching.add_evidence(
        actor=visit(request).actor, case=case_asked(request, org_unit), files=files_of(request, "files"),
        part=part if part in PART_TITLES else "",
    )  # fmt: skip
    return _saved(request, book, org_unit, "evidence")


@require_POST
@refused_here(dossier)
def remove(request: HttpRequest, book: str, org_unit: str, pk: int) -> HttpResponse:
    """Take a piece of evidence out again."""
    found = visit(request)
    one = filing.evidence_of(case_asked(request, org_unit), pk, party=found.actor.party)
    if one is None:
        raise Http404
    attaching.remove_evidence(actor=found.actor, evidence=one)
    return _saved(request, book, org_unit, "evidence")


@require_POST
@refused_here(dossier)
def divide(request: HttpRequest, book: str, org_unit: str) -> HttpResponse:
    """Say who fills which part; every part of the table comes at once."""
    found, case = visit(request), case_asked(request, org_unit)
    known = filing.assignments(case)
    for part in (*PART_TITLES, LETTER_PART):
        if f"person-{part}" in request.POST:
            person, department = text_of(request, f"person-{part}"), text_of(request, f"department-{part}")
            old = known.get(part)
            if (person, department) != ((old.person, old.department) if old else ("", "")):
                answering.divide(actor=found.actor, case=case, part=part, person=person, department=department)
    return _saved(request, book, org_unit, "parts")


@require_POST
@refused_here(dossier)
def answer(request: HttpRequest, book: str, org_unit: str, pk: int) -> HttpResponse:
    """Answer a remark."""
    one = filing.remark_of(case_asked(request, org_unit), pk, party=visit(request).actor.party)
    if one is None:
        raise Http404
    answering.answer(actor=visit(request).actor, remark=one, text=words_of(request, "answer"))
    return _saved(request, book, org_unit, "remarks")


@require_POST
@refused_here(dossier)
def ask_head(request: HttpRequest, book: str, org_unit: str) -> HttpResponse:
    """Lay the dossier before the head."""
    moving.ask_head(actor=visit(request).actor, case=case_asked(request, org_unit))
    return _told(request, book, org_unit, _ASKED)


@require_POST
@refused_here(dossier)
def approve(request: HttpRequest, book: str, org_unit: str) -> HttpResponse:
    """Approve and send, by one tap of the head."""
    version = moving.approve_and_send(actor=visit(request).actor, case=case_asked(request, org_unit))
    return _told(request, book, org_unit, _sent(version))


@require_POST
@refused_here(dossier)
def send_back(request: HttpRequest, book: str, org_unit: str) -> HttpResponse:
    """Give the dossier back to the reporter."""
    moving.send_back(actor=visit(request).actor, case=case_asked(request, org_unit), why=words_of(request, "why"))
    return _told(request, book, org_unit, _BACK)


@require_POST
@refused_here(dossier)
def scan(request: HttpRequest, book: str, org_unit: str) -> HttpResponse:
    """Record that the head approved on paper."""
    files = files_of(request, "scan", stated=False)
    name, content = (files[0].name, files[0].content) if files else ("", b"")
    moving.approve_by_scan(actor=visit(request).actor, case=case_asked(request, org_unit), name=name, content=content)
    return _told(request, book, org_unit, _APPROVED)


@require_POST
@refused_here(dossier)
def submit(request: HttpRequest, book: str, org_unit: str) -> HttpResponse:
    """Send the dossier to those who check it."""
    version = moving.submit(actor=visit(request).actor, case=case_asked(request, org_unit))
    return _told(request, book, org_unit, _sent(version))


@require_POST
@refused_here(dossier)
def withdraw(request: HttpRequest, book: str, org_unit: str) -> HttpResponse:
    """Take the dossier back to correct it."""
    moving.withdraw(actor=visit(request).actor, case=case_asked(request, org_unit))
    return _told(request, book, org_unit, _WITHDRAWN)


@require_POST
@refused_here(dossier)
def extension(request: HttpRequest, book: str, org_unit: str) -> HttpResponse:
    """Ask for a later deadline."""
    moving.ask_extension(
        actor=visit(request).actor, case=case_asked(request, org_unit),
        until=end_of_office(day_of(request, "until")), reason=words_of(request, "reason"),
    )  # fmt: skip
    return _told(request, book, org_unit, _EXTENSION)


@require_POST
@refused_here(dossier)
def object_to(request: HttpRequest, book: str, org_unit: str) -> HttpResponse:
    """Ask to correct what the secretary filed."""
    answering.object_to(actor=visit(request).actor, case=case_asked(request, org_unit), text=words_of(request, "text"))
    return _told(request, book, org_unit, _OBJECTED)


def _sent(version: DossierVersion) -> Text:
    assert version.submitted_at is not None  # it was just sent
    local = version.submitted_at.astimezone(ZONE)
    code, time = receipt_code(version), f"{local:%H:%M}"
    said = (_SENT.to(one).format(time=time, day=short_date(local.date(), one), code=code) for one in ("vi", "ru", "en"))
    return Text(*said)


def _saved(request: HttpRequest, book: str, org_unit: str, anchor: str) -> HttpResponse:
    time = f"{visit(request).actor.at.astimezone(ZONE):%H:%M}"
    return _told(request, book, org_unit, _SAVED.fill(time=time), anchor)


def _told(request: HttpRequest, book: str, org_unit: str, text: Text, anchor: str = "") -> HttpResponse:
    messages.success(request, text.to(spoken()))
    answer_ = redirect("dossier", book=book, org_unit=org_unit)
    if anchor:
        answer_.headers["Location"] += f"#{anchor}"
    return answer_
