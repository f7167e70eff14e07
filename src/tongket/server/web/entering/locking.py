"""The door locks for fifteen minutes after five failures, of the password and of the second factor together.

Failures are counted by django-axes for one account from one address, whether the person typed user name or e-mail.
"""

from typing import Any, Final

from allauth.core import context
from allauth.mfa.base.forms import AuthenticateForm as _AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as _ReauthenticateForm
from allauth.mfa.signals import authentication_failed
from axes.handlers.proxy import AxesProxyHandler
from django.contrib.auth.signals import user_login_failed
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse

from tongket.server.records.models import Account
from tongket.server.web.entering.spoken_words import later
from tongket.server.web.refusals import refusal
from tongket.words import Text

LOCKED: Final = Text(
    "Tài khoản tạm khóa 15 phút do nhập sai nhiều lần.",
    "Учётная запись закрыта на 15 минут: слишком много неверных попыток.",
    "The account is locked for 15 minutes after too many wrong attempts.",
)


def locked_out(request: HttpRequest, *_: Any, **__: Any) -> HttpResponse:
    """Answer an attempt while the door is locked."""
    return refusal(request, LOCKED, 403)


def counted_as(request: HttpRequest, credentials: dict[str, Any] | None = None) -> str:
    """Return under which name a failure is counted: the account's user name, however the person named themselves."""
    given = credentials or {}
    typed = str(given.get("username") or given.get("email") or request.POST.get("login") or "").strip()
    account = Account.objects.filter(Q(username__iexact=typed) | Q(email__iexact=typed)).first() if typed else None
    return account.username if account else typed.lower()[:150]


@receiver(authentication_failed)
def count_second_factor(request: HttpRequest, user: Account, **_: Any) -> None:
    """Count a wrong code as a wrong password is counted; otherwise six digits could be tried one by one."""
    user_login_failed.send(sender=__name__, credentials={"username": user.get_username()}, request=request)


def _ask_open(account: Account) -> None:
    request = context.request
    if not AxesProxyHandler.is_allowed(request, {"username": account.get_username()}):
        request.axes_locked_out = True  # the middleware of axes then answers with `locked_out`
        raise ValidationError(later(LOCKED), code="locked")


class AuthenticateForm(_AuthenticateForm):  # type: ignore[misc]  # allauth ships no types
    """The second step of a log-in: while the door is locked, not even the right code opens it."""

    def clean_code(self) -> str:
        """Take the code. Raises ValidationError."""
        _ask_open(self.user)
        return str(super().clean_code())


class ReauthenticateForm(_ReauthenticateForm):  # type: ignore[misc]  # allauth ships no types
    """The same, before something that touches the security of the account."""

    def clean_code(self) -> str:
        """Take the code. Raises ValidationError."""
        _ask_open(self.user)
        return str(super().clean_code())
