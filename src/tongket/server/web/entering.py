"""How people enter: accounts are made by invitation only; too many failures lock the door for fifteen minutes."""

from typing import Any, Final

from allauth.account.adapter import DefaultAccountAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest, HttpResponse

from tongket.server.web.refusals import refusal
from tongket.words import Text

_LOCKED: Final = Text(
    "Tài khoản tạm khóa 15 phút do nhập sai nhiều lần.",
    "Учётная запись закрыта на 15 минут: слишком много неверных попыток.",
    "The account is locked for 15 minutes after too many wrong attempts.",
)


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """No one signs up: the office invites."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Say no."""
        return False


class SocialAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """A common log-in opens an account that is there; it makes none."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Say no."""
        return False


def locked_out(request: HttpRequest, *_: Any, **__: Any) -> HttpResponse:
    """Answer an attempt while the door is locked."""
    return refusal(request, _LOCKED, 403)
