"""What a password must be, in our words, and the forms in which it is typed twice."""

from typing import Any, Final, cast

from allauth.account import forms as theirs
from django.contrib.auth import password_validation as django
from django.forms import Form

from tongket.server.web.entering.spoken_words import later
from tongket.server.web.language import spoken
from tongket.words import Text

TWICE: Final = Text(
    "Hai lần nhập mật khẩu không giống nhau.", "Пароли не совпадают.", "The two passwords are not the same."
)
_SHORT: Final = Text(
    "Mật khẩu quá ngắn: cần ít nhất {number} ký tự.",
    "Пароль слишком короткий: нужно не менее {number} знаков.",
    "The password is too short: it needs at least {number} characters.",
)
_SIMILAR: Final = Text(
    "Mật khẩu quá giống tên hoặc địa chỉ thư của Anh/Chị.",
    "Пароль слишком похож на Ваше имя или адрес.",
    "The password is too much like your name or address.",
)
_COMMON: Final = Text(
    "Mật khẩu này quá phổ biến, dễ bị đoán.", "Этот пароль слишком распространён.", "This password is too common."
)


class LongEnough(django.MinimumLengthValidator):
    """Long enough."""

    def get_error_message(self) -> str:
        """Say how long it must be."""
        return _SHORT.fill(number=str(self.min_length)).to(spoken())


class NotTheName(django.UserAttributeSimilarityValidator):
    """Not the person's own name or address."""

    def get_error_message(self) -> str:
        """Say what it resembles."""
        return _SIMILAR.to(spoken())


class NotCommon(django.CommonPasswordValidator):
    """Not one of those that everybody tries first."""

    def get_error_message(self) -> str:
        """Say that it is guessed easily."""
        return _COMMON.to(spoken())


class _Twice:
    """Says in our words that the two passwords differ."""

    def clean(self) -> dict[str, Any]:
        form = cast("Form", self)
        first, second = (form.cleaned_data.get(name) for name in ("password1", "password2"))
        if first and second and first != second:
            form.add_error("password2", later(TWICE))
        return form.cleaned_data


class ChangePasswordForm(_Twice, theirs.ChangePasswordForm):  # type: ignore[misc]  # allauth ships no types
    """A new password for one that is known."""


class SetPasswordForm(_Twice, theirs.SetPasswordForm):  # type: ignore[misc]  # allauth ships no types
    """A first password for an account that had none."""


class ResetPasswordKeyForm(_Twice, theirs.ResetPasswordKeyForm):  # type: ignore[misc]  # allauth ships no types
    """A new password for one that was forgotten."""
