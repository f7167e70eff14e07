"""What no database takes is refused at the door, whatever field or address it came in: NUL, and halves of characters.

PostgreSQL refuses them with an error, SQLite keeps them; neither is of use to anybody who writes a report.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from django.http import HttpRequest, HttpResponse

from tongket.server.web.refusals import refusal
from tongket.words import Text

_UNTAKEN: Final = re.compile("[\x00\ud800-\udfff]")
_REFUSED: Final = Text(
    "Nội dung gửi lên có ký tự không lưu được. Xóa ký tự đó (thường do sao chép từ phần mềm khác) rồi gửi lại.",
    "В присланном есть символ, который нельзя сохранить. Удалите его (обычно он попадает при копировании) и повторите.",
    "What was sent holds a character that cannot be kept. Take it out (it mostly comes by copying) and send again.",
)


class Taking:
    """Refuses a request with characters that cannot be kept, before a page or an action sees it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep what answers the request."""
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Go on; what was sent is looked at once the address is known."""
        return self._get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: Mapping[str, Any]
    ) -> HttpResponse | None:
        """Look at the address, the query and the form."""
        if any(_UNTAKEN.search(text) for text in _sent(request, kwargs)):
            return refusal(request, _REFUSED, 400)
        return None


def _sent(request: HttpRequest, kwargs: Mapping[str, Any]) -> Iterator[str]:
    yield from (value for value in kwargs.values() if isinstance(value, str))
    for form in (request.GET, request.POST):
        for name, values in form.lists():
            yield name
            yield from (str(value) for value in values)
