"""Files that come in: looked at, explained, kept, set aside; and the same file back with its findings marked."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from tongket.files.dossier_json import read_dossier
from tongket.files.marked import marked
from tongket.server.actions.acting import may
from tongket.server.actions.dossier import uploads
from tongket.server.actions.dossier.explaining import explain as explain_it
from tongket.server.actions.dossier.explaining import spot
from tongket.server.actions.dossier.subjects import subject_of
from tongket.server.actions.dossier.uploads import Sent
from tongket.server.clock import ZONE
from tongket.server.records import blobs
from tongket.server.records.models import Upload
from tongket.server.records.queries import filing
from tongket.server.web.dossier.asked import case_asked, day_of, files_of, refused_here, text_of, words_of
from tongket.server.web.dossier.page import form_seen, names_in, names_of
from tongket.server.web.dossier.result import files_shown, result_of, uploaded_dossier
from tongket.server.web.dossier.views import dossier
from tongket.server.web.language import spoken
from tongket.server.web.names import org_unit_name
from tongket.server.web.saving import attachment
from tongket.server.web.visit import visit
from tongket.words import Severity, Text

_KEPT = Text("Đã lưu lúc {time}: lần {n}.", "Сохранено в {time}: редакция {n}.", "Saved at {time}: version {n}.")
_DRAFT = Text(
    "Bản của Anh/Chị được giữ thành bản nháp, chưa thay số liệu của hồ sơ.",
    "Ваш вариант сохранён как черновик; данные материалов не изменены.",
    "Yours was set aside as a draft; the dossier's figures are unchanged.",
)
_DROPPED = Text("Đã bỏ tệp vừa xem.", "Просмотренный файл отброшен.", "What was looked at was thrown away.")


def upload_asked(request: HttpRequest, org_unit: str, pk: int) -> Upload:
    """Return what was looked at; Http404 for anybody else's, or when it was kept meanwhile."""
    upload = filing.upload_of(visit(request).book, org_unit, pk)
    if upload is None:
        raise Http404
    return upload


@require_POST
@refused_here(dossier)
def upload(request: HttpRequest, book: str, org_unit: str) -> HttpResponse:
    """Take workbooks in and lead to what was found in them."""
    case, files = case_asked(request, org_unit), files_of(request, "files")
    made = uploads.look(actor=visit(request).actor, case=case, files=files)
    return redirect("dossier_result", book=book, org_unit=org_unit, pk=made.pk)


@require_POST
@refused_here(dossier)
def again(request: HttpRequest, book: str, org_unit: str) -> HttpResponse:
    """Open the result of what was kept last, to explain what is asked in it."""
    made = uploads.look_again(actor=visit(request).actor, case=case_asked(request, org_unit))
    return redirect("dossier_result", book=book, org_unit=org_unit, pk=made.pk)


def result(request: HttpRequest, book: str, org_unit: str, pk: int) -> HttpResponse:
    """Show what was found; a workbook whose mapping waits is led to that first."""
    found, one = visit(request), upload_asked(request, org_unit, pk)
    if one.mapping:
        return redirect("dossier_mapping", book=book, org_unit=org_unit, pk=pk)
    uploads.refresh(one)
    subject = subject_of(one.case)
    given = {
        "result": result_of(found, one),
        "case": one.case,
        "name": org_unit_name(found.year, org_unit, spoken()),
        "on_behalf": is_for_a_unit(request, one),
        "may_explain": may(found.actor, "dossier.explain", subject),
        "may_keep": may(found.actor, "dossier.store", subject),
        "today": found.day,
    }
    return render(request, "dossier/result.html", given)


def is_for_a_unit(request: HttpRequest, upload: Upload) -> bool:
    """Say whether who keeps this files for the unit: the secretary, whose role is not the unit's own."""
    actor = visit(request).actor
    return may(actor, "dossier.file_on_behalf", subject_of(upload.case))


@require_POST
@refused_here(result)
def explain(request: HttpRequest, book: str, org_unit: str, pk: int) -> HttpResponse:
    """Explain a warning, with all that are alike; only what was really asked can be answered."""
    found, one = visit(request), upload_asked(request, org_unit, pk)
    code, text = text_of(request, "code"), words_of(request, "text")
    asked = {(spot(it), it.code) for it in read_dossier(one.judged).findings if it.severity is Severity.WARNING}
    for row in request.POST.getlist("spot"):
        if (row, code) in asked:
            explain_it(actor=found.actor, case=one.case, row=row, code=code, text=text)
    uploads.refresh(one)
    answer = redirect("dossier_result", book=book, org_unit=org_unit, pk=pk)
    number = text_of(request, "number")
    answer.headers["Location"] += f"#f-{number}" if number.isdecimal() else ""
    return answer


@require_GET
def marked_file(request: HttpRequest, book: str, org_unit: str, pk: int, digest: str) -> HttpResponse:
    """Give an uploaded workbook back with its findings marked. Refused for an .xls, which must be saved anew first."""
    found, one = visit(request), upload_asked(request, org_unit, pk)
    file = next((it for it in files_shown(found, one) if it.sha256 == digest), None)
    if file is None or not one.content:
        raise Http404
    names = names_in(names_of(form_seen(found, one.case)))
    findings = uploaded_dossier(found, one).findings
    content = marked(blobs.content_of(digest), findings, spoken(), file=file.name, names=names)
    stem, _, ending = file.name.rpartition(".")
    return attachment(f"{stem}-kiem-tra.{ending}", content)


@require_POST
@refused_here(result)
def keep(request: HttpRequest, book: str, org_unit: str, pk: int) -> HttpResponse:
    """Keep exactly what was seen as the next version; the secretary says how it came."""
    found, one = visit(request), upload_asked(request, org_unit, pk)
    letter = _letter(request) if is_for_a_unit(request, one) else None
    version = uploads.keep_upload(
        actor=found.actor, upload=one, seen=text_of(request, "seen"), note=words_of(request, "note"), letter=letter
    )
    time = f"{version.stored_at.astimezone(ZONE):%H:%M}"
    messages.success(request, _KEPT.fill(time=time, n=str(version.number)).to(spoken()))
    return redirect("dossier", book=book, org_unit=org_unit)


def _letter(request: HttpRequest) -> Sent:
    return Sent(
        text_of(request, "sender"), day_of(request, "sent_on"), text_of(request, "letter"),
        day_of(request, "letter_dated"),
    )  # fmt: skip


@require_POST
@refused_here(result)
def draft(request: HttpRequest, book: str, org_unit: str, pk: int) -> HttpResponse:
    """Set aside what was looked at, since somebody else changed the dossier meanwhile."""
    uploads.keep_draft(actor=visit(request).actor, upload=upload_asked(request, org_unit, pk))
    messages.success(request, _DRAFT.to(spoken()))
    return redirect(reverse("dossier", kwargs={"book": book, "org_unit": org_unit}) + "#drafts")


@require_POST
@refused_here(result)
def anew(request: HttpRequest, book: str, org_unit: str, pk: int) -> HttpResponse:
    """Judge what was uploaded once more, beside what is kept now."""
    uploads.look_anew(actor=visit(request).actor, upload=upload_asked(request, org_unit, pk))
    return redirect("dossier_result", book=book, org_unit=org_unit, pk=pk)


@require_POST
@refused_here(result)
def drop(request: HttpRequest, book: str, org_unit: str, pk: int) -> HttpResponse:
    """Throw away what was looked at."""
    uploads.drop_upload(actor=visit(request).actor, upload=upload_asked(request, org_unit, pk))
    messages.success(request, _DROPPED.to(spoken()))
    return redirect(reverse("dossier", kwargs={"book": book, "org_unit": org_unit}) + "#upload")
