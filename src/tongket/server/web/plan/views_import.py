"""Nhập từ Excel, Xuất Excel: upload, preview, confirm; and the plan as a workbook that can be brought back."""

from dataclasses import replace
from pathlib import PurePath
from typing import Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from tongket.files.year_folder import WORKBOOK, files_of
from tongket.server.actions.faults import Faulty
from tongket.server.actions.plan.copying import copy_indicators
from tongket.server.actions.plan.importing import confirm_import, preview_import, read_plan_file
from tongket.server.records.queries.seen import year_seen
from tongket.server.web.forms import number_of, text_of
from tongket.server.web.language import spoken
from tongket.server.web.plan.importing import shown_findings, shown_tables
from tongket.server.web.saving import attachment
from tongket.server.web.visit import visit
from tongket.words import Refused, Text

_NO_FILE: Final = Text("Chưa chọn tệp.", "Файл не выбран.", "No file was chosen.")
_NO_STATEMENT: Final = Text(
    "Cần xác nhận tệp không chứa bí mật nhà nước.",
    "Подтвердите, что файл не содержит государственной тайны.",
    "State that the file is not classified.",
)
_IMPORTED: Final = Text("Đã nhập kế hoạch từ tệp.", "План загружен из файла.", "The plan was imported from the file.")
_COPIED: Final = Text("Đã sao chép danh mục chỉ tiêu.", "Перечень скопирован.", "The indicators were copied.")


def upload(request: HttpRequest, book: str) -> HttpResponse:
    """Ask for a file, and show what it would do."""
    found = visit(request)
    if request.method != "POST":
        return render(request, "plan/import.html", {})
    try:
        read = read_plan_file(*_uploaded(request))
        seen = preview_import(actor=found.actor, book=found.book, file=read)
    except Refused as refused:
        if type(refused) is not Refused:
            raise
        return render(request, "plan/import.html", {"refused": refused.sentence}, status=400)
    page = {
        "name": PurePath(read.name).name.partition("-")[2],
        "seen": seen,
        "tables": shown_tables(seen, found.year, spoken()),
        "findings": shown_findings(seen.findings, spoken()),
    }
    return render(request, "plan/import_preview.html", page)


@require_POST
def confirm(request: HttpRequest, book: str) -> HttpResponse:
    """Store what was previewed."""
    found = visit(request)
    given = {name: str(value) for name, value in request.POST.dict().items()}
    try:
        confirm_import(
            actor=found.actor,
            book=found.book,
            upload=number_of(text_of(given, "upload")) or 0,
            digest=text_of(given, "digest"),
            reason=text_of(given, "reason"),
            document=text_of(given, "document"),
        )
    except Refused as refused:
        if type(refused) is not Refused and not isinstance(refused, Faulty):
            raise
        return render(request, "plan/import.html", {"refused": refused.sentence}, status=400)
    messages.success(request, _IMPORTED.to(spoken()))
    return redirect("plan", book=book)


@require_POST
def copy(request: HttpRequest, book: str) -> HttpResponse:
    """Take over the indicators of the year before."""
    found = visit(request)
    copy_indicators(actor=found.actor, book=found.book)
    messages.success(request, _COPIED.to(spoken()))
    return redirect("plan_indicators", book=book)


@require_GET
def export(request: HttpRequest, book: str) -> HttpResponse:
    """Give the plan as a year book, with the register it speaks of; reported figures and people are not in it."""
    found = visit(request)
    year = year_seen(found.book, party=found.actor.party, with_dossiers=False)
    bare = replace(
        year,
        organisation=replace(year.organisation, people=()),
        paper=None,
        recipients=(),
        figures=(),
        filings=(),
        narratives=(),
    )
    return attachment(f"ke-hoach-{found.book.slug}.xlsx", files_of(bare, "excel")[WORKBOOK])


def _uploaded(request: HttpRequest) -> tuple[str, bytes]:
    """The name and content of the file that was sent. Raises Refused without a file or the statement beside it."""
    file = request.FILES.get("file")
    if file is None:
        raise Refused(_NO_FILE)
    if request.POST.get("not_classified") != "yes":
        raise Refused(_NO_STATEMENT)
    return str(file.name), file.read()
