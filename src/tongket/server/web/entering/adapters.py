"""Where allauth asks us: nobody signs up, every sentence is ours, a common log-in opens only an account that is there.

Accounts are made by invitation (`actions/invitations.py`). The office's common log-in (OpenID Connect) opens the
account that has the address which the common log-in vouches for; it never makes one.
"""

from collections.abc import Mapping
from typing import Any, Final

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.core.mail import EmailMessage
from django.http import HttpRequest
from django.utils import translation

from tongket.server.records.models import Account
from tongket.server.web.entering.spoken_words import later
from tongket.words import Text

WRONG: Final = Text(
    "Sai tên đăng nhập hoặc mật khẩu.", "Неверное имя или пароль.", "The user name or password is wrong."
)
_WRONG_CODE: Final = Text(
    "Mã không đúng hoặc đã dùng. Đề nghị nhập mã mới.",
    "Код неверен или уже использован. Введите новый.",
    "The code is wrong or was used already. Enter a new one.",
)
_SAID: Final[Mapping[str, Text]] = {
    "account_inactive": Text("Tài khoản đã ngừng.", "Учётная запись отключена.", "The account is closed."),
    "email_password_mismatch": WRONG,
    "username_password_mismatch": WRONG,
    "invalid_login": WRONG,
    "incorrect_password": Text("Sai mật khẩu.", "Неверный пароль.", "The password is wrong."),
    "enter_current_password": Text(
        "Sai mật khẩu hiện tại.", "Неверный текущий пароль.", "The current password is wrong."
    ),
    "incorrect_code": _WRONG_CODE,
    "invalid_password_reset": Text(
        "Liên kết đã hết hạn hoặc đã dùng. Đề nghị xin liên kết mới.",
        "Ссылка устарела или уже использована. Запросите новую.",
        "The link has expired or was used. Ask for a new one.",
    ),
    "rate_limited": Text("Gửi quá nhanh. Thử lại sau một phút.", "Слишком часто. Повторите через минуту.", "Too fast."),
    "same_as_current": Text(
        "Mật khẩu mới phải khác mật khẩu hiện tại.",
        "Новый пароль должен отличаться от текущего.",
        "The new password must differ from the current one.",
    ),
    "cannot_generate_recovery_codes": Text(
        "Bật xác thực hai lớp trước khi tạo mã dự phòng.",
        "Сначала включите второй фактор, затем создайте резервные коды.",
        "Turn on the second factor before making recovery codes.",
    ),
}


def _ours(theirs: Mapping[str, Any]) -> dict[str, Any]:
    return {**theirs, **{code: later(text) for code, text in _SAID.items()}}


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """No one signs up: the office invites. Mails speak the language of whoever gets them."""

    error_messages = _ours(DefaultAccountAdapter.error_messages)

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Say no."""
        return False

    def render_mail(
        self, template_prefix: str, email: Any, context: dict[str, Any], headers: Any = None
    ) -> EmailMessage:
        """Write the mail in the language of the account it goes to."""
        with translation.override(getattr(context.get("user"), "language", None) or "vi"):
            written: EmailMessage = super().render_mail(template_prefix, email, context, headers)
        return written


class MfaAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # allauth ships no types
    """The second factor in our words; in the app of a telephone the account goes by its user name."""

    error_messages = _ours(DefaultMFAAdapter.error_messages)

    def get_totp_label(self, user: Account) -> str:
        """Return the user name: addresses may be shared by an office, user names are not."""
        return user.get_username()

    def generate_authenticator_name(self, user: Account, type: Any) -> str:  # noqa: A002 - allauth's name
        """Name a new passkey by its number among those of the person."""
        from allauth.mfa.models import Authenticator

        number = Authenticator.objects.filter(user=user, type=type).count() + 1
        return str(later(Text("Khóa truy cập {n}", "Ключ доступа {n}", "Passkey {n}").fill(n=str(number))))


class SocialAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """A common log-in opens an account that is there; it makes none."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Say no."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Connect the account with the address that the common log-in says it has verified, if exactly one has it."""
        if sociallogin.is_existing or sociallogin.state.get("process") == "connect":
            return
        verified = [one.email for one in sociallogin.email_addresses if one.verified and one.email]
        found = [one for email in verified for one in Account.objects.filter(email__iexact=email, is_active=True)]
        if len(found) == 1:
            sociallogin.connect(request, found[0])
