"""Turns refusals into pages with one clear sentence: 403 you may not, 409 not now, 400 the request itself was wrong."""

import logging
import secrets
from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tongket.server.actions.refusals import NO_RIGHT, Absent, Gone, NotPermitted, WrongState
from tongket.server.web.language import spoken
from tongket.words import Refused, Text

_LOG: Final = logging.getLogger(__name__)
_NUMBERS: Final = ((Absent, 404), (NotPermitted, 403), (WrongState, 409), (Gone, 410))
NOT_FOUND: Final = Text("Không tìm thấy trang.", "Страница не найдена.", "There is no such page.")
_CSRF: Final = Text(
    "Trang đã mở quá lâu nên chưa nhận được nội dung gửi. Quay lại, tải lại trang rồi gửi lại.",
    "Страница была открыта слишком долго, отправленное не принято. Вернитесь, обновите страницу и отправьте снова.",
    "The page was open too long, and what was sent was not taken. Go back, load the page again and send once more.",
)
_BROKEN: Final = Text(
    "Máy chủ gặp lỗi, chưa làm được việc này. Dữ liệu đã lưu không bị ảnh hưởng. Đề nghị tải lại trang; "
    "nếu vẫn lỗi, báo quản trị hệ thống kèm mã {code}.",
    "Ошибка на сервере, действие не выполнено. Сохранённые данные не затронуты. Обновите страницу; "
    "если ошибка повторится, сообщите администратору код {code}.",
    "The server met an error and did not do this. What was saved is not affected. Load the page again; "
    "if it happens again, tell the administrator the code {code}.",
)


class Refusals:
    """Answers a refusal with its sentence, and any other error with a code that stands in the log too."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep what answers the request."""
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer."""
        return self._get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Make the page of a refusal; everything else is a bug and is left to crash with its context logged."""
        if not isinstance(exception, Refused):
            return None
        number = next((number for kind, number in _NUMBERS if isinstance(exception, kind)), 400)
        return refusal(request, exception.sentence, number)


def refusal(request: HttpRequest, sentence: Text, number: int) -> HttpResponse:
    """Answer with one sentence and the way on; a part of a page asked by htmx gets the sentence alone."""
    template = "part_refusal.html" if request.headers.get("HX-Request") else "refusal.html"
    return render(request, template, {"sentence": sentence.to(spoken()), "number": number}, status=number)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that there is no such page; also where somebody may not know that there is one."""
    return refusal(request, NOT_FOUND, 404)


def no_right(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that the person may not; for what Django or a package refuses by itself."""
    return refusal(request, NO_RIGHT, 403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that a form was open too long."""
    return refusal(request, _CSRF, 403)


def server_error(request: HttpRequest) -> HttpResponse:
    """Say that the fault is the server's, with a code that the log holds too."""
    code = secrets.token_hex(4)
    _LOG.error("the page of error %s was shown for %s", code, request.path)
    return refusal(request, _BROKEN.fill(code=code), 500)
