"""What a form sends: days, files and texts, each read once and refused in one sentence."""

import datetime as dt
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse

from tongket.server.actions.dossier.uploads import Incoming
from tongket.server.actions.refusals import Absent, NotPermitted, WrongState
from tongket.server.records.models import DossierCase
from tongket.server.records.queries.dossiers import case_of
from tongket.server.web.language import spoken
from tongket.server.web.visit import visit
from tongket.words import Refused, Text, normalised

_NO_DAY = Text(
    "Ngày ‘{text}’ không đúng. Chọn ngày theo lịch.",
    "Дата «{text}» неверна. Выберите день в календаре.",
    "‘{text}’ is no day. Choose one in the calendar.",
)
_NO_STATEMENT = Text(
    "Cần xác nhận tệp không chứa bí mật nhà nước trước khi gửi lên.",
    "Подтвердите, что файл не содержит государственной тайны.",
    "State that the file holds no state secret before you upload it.",
)
NOT_OPEN = Text(
    "Kỳ báo cáo này chưa mở.", "Этот отчётный период ещё не открыт.", "This reporting period is not open yet."
)
_LONGEST_NAME = 180


def text_of(request: HttpRequest, name: str) -> str:
    """Return a line that was typed, in composed Unicode and trimmed."""
    return normalised(request.POST.get(name, ""))


def words_of(request: HttpRequest, name: str) -> str:
    """Return a text that was typed, with its lines."""
    return "\n".join(normalised(line) for line in request.POST.get(name, "").splitlines()).strip()


def day_of(request: HttpRequest, name: str) -> dt.date:
    """Return a day. Raises Refused when it is none."""
    text = text_of(request, name)
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise Refused(_NO_DAY.fill(text=text)) from None


def files_of(request: HttpRequest, name: str, *, stated: bool = True) -> list[Incoming]:
    """Return the files that came, once the person has stated that they hold no state secret."""
    if stated and request.POST.get("no_secret") != "yes":
        raise Refused(_NO_STATEMENT)
    return [_incoming(one) for one in request.FILES.getlist(name)]


def _incoming(file: "UploadedFile[Any]") -> Incoming:
    return Incoming(normalised(file.name or "")[-_LONGEST_NAME:] or "tep", file.read())


def case_asked(request: HttpRequest, org_unit: str) -> DossierCase:
    """Return the dossier of an org unit. Raises Absent while none is asked of it."""
    case = case_of(visit(request).book, org_unit)
    if case is None:
        raise Absent(NOT_OPEN)
    return case


View = Callable[..., HttpResponse]


def refused_here(show: View) -> Callable[[View], View]:
    """Say a refusal on the page it was asked from, so that nothing has to be looked for again."""

    def around(view: View) -> View:
        @wraps(view)
        def answered(request: HttpRequest, *args: Any, **address: Any) -> HttpResponse:
            try:
                return view(request, *args, **address)
            except Refused as refused:
                if isinstance(refused, NotPermitted | Absent):
                    raise
                messages.error(request, refused.sentence.to(spoken()))
                page = show(request, *args, **address)
                page.status_code = 409 if isinstance(refused, WrongState) else 400
                return page

        return answered

    return around
