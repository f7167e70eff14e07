"""In which language a page speaks: what the person chose, else what the account says, else Vietnamese."""

from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.utils import translation

from tongket.words import LANGUAGES, Language

CHOSEN: Final = "language"
"""The name under which the session keeps what was chosen."""


def spoken() -> Language:
    """Return the language of the page that is being made."""
    active = (translation.get_language() or "vi")[:2]
    return active if active in LANGUAGES else "vi"


class SpokenLanguage:
    """Sets the language of each request; the browser's own wish is not asked, since offices share machines."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep what answers the request."""
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer in the language of the person."""
        account = getattr(request, "user", None)
        chosen = request.session.get(CHOSEN) or getattr(account, "language", "") or "vi"
        with translation.override(chosen if chosen in LANGUAGES else "vi"):
            response = self._get_response(request)
            response.headers["Content-Language"] = spoken()
        return response
