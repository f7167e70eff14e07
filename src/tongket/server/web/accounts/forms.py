"""What people type on the pages of accounts, checked before an action sees it."""

import datetime as dt
from typing import Any, Final

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from tongket.server.actions.refusals import Absent, Gone, NotPermitted
from tongket.server.records.models import Account
from tongket.server.web.accounts.people import SIDES
from tongket.server.web.entering.passwords import TWICE
from tongket.server.web.entering.spoken_words import later
from tongket.server.web.language import spoken
from tongket.words import LANGUAGES, Refused, Text, normalised

_EMPTY: Final = later(Text("Chưa điền mục này.", "Поле не заполнено.", "This was left empty."))
_WRONG: Final = later(Text("Nội dung mục này chưa đúng.", "Поле заполнено неверно.", "This is not right."))
_SAID: Final[dict[str, Any]] = {
    "required": _EMPTY,
    "invalid": _WRONG,
    "invalid_choice": _WRONG,
    "max_length": later(Text("Nội dung quá dài.", "Слишком длинно.", "This is too long.")),
}
_DAY: Final[dict[str, Any]] = {"required": False, "input_formats": ["%Y-%m-%d"], "error_messages": _SAID}
Choices = list[tuple[str, str]]


class DaysForm(forms.Form):
    """From a day to the end of another."""

    first = forms.DateField(**_DAY)
    last = forms.DateField(**_DAY)


class RoleForm(DaysForm):
    """A role, and where it holds."""

    role = forms.ChoiceField(error_messages=_SAID)
    org_unit = forms.ChoiceField(error_messages=_SAID)
    party = forms.BooleanField(required=False)

    def __init__(self, *args: Any, roles: Choices, org_units: Choices, **kwargs: Any) -> None:
        """Keep what can be chosen."""
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = roles  # type: ignore[attr-defined]  # a choice field
        self.fields["org_unit"].choices = org_units  # type: ignore[attr-defined]  # a choice field


class InvitationForm(RoleForm):
    """Who is invited, and to which role."""

    full_name = forms.CharField(max_length=120, error_messages=_SAID)
    email = forms.EmailField(error_messages=_SAID)
    post = forms.CharField(max_length=200, required=False, error_messages=_SAID)
    home = forms.ChoiceField(required=False, error_messages=_SAID)
    side = forms.ChoiceField(choices=[(code, code) for code in SIDES], error_messages=_SAID)
    language = forms.ChoiceField(choices=[(code, code) for code in LANGUAGES], error_messages=_SAID)

    def __init__(self, *args: Any, roles: Choices, org_units: Choices, **kwargs: Any) -> None:
        """Keep what can be chosen; somebody may work outside every org unit of the year."""
        super().__init__(*args, roles=roles, org_units=org_units, **kwargs)
        self.fields["home"].choices = [("", ""), *org_units]  # type: ignore[attr-defined]  # a choice field

    def clean_full_name(self) -> str:
        """Write the name one way."""
        return normalised(self.cleaned_data["full_name"])


class DelegationForm(forms.Form):
    """Which role, to whom, from when until when, by which document."""

    grant = forms.TypedChoiceField(coerce=int, error_messages=_SAID)
    receiver = forms.TypedChoiceField(coerce=int, error_messages=_SAID)
    first = forms.DateField(**(_DAY | {"required": True}))
    last = forms.DateField(**(_DAY | {"required": True}))
    document = forms.CharField(max_length=200, required=False, error_messages=_SAID)

    def __init__(
        self, *args: Any, grants: list[tuple[int, str]], receivers: list[tuple[int, str]], **kwargs: Any
    ) -> None:
        """Keep what can be chosen."""
        super().__init__(*args, **kwargs)
        self.fields["grant"].choices = grants  # type: ignore[attr-defined]  # a choice field
        self.fields["receiver"].choices = receivers  # type: ignore[attr-defined]  # a choice field


class JoiningForm(forms.Form):
    """The user name and the password that an invited person chooses."""

    username = forms.CharField(max_length=30, error_messages=_SAID)
    password1 = forms.CharField(strip=False, error_messages=_SAID)
    password2 = forms.CharField(strip=False, error_messages=_SAID)

    def __init__(self, *args: Any, likeness: Account, **kwargs: Any) -> None:
        """Keep whom the password must not resemble."""
        super().__init__(*args, **kwargs)
        self._likeness = likeness

    def clean_username(self) -> str:
        """Write the user name in small letters."""
        return str(self.cleaned_data["username"]).strip().lower()

    def clean_password1(self) -> str:
        """Take a good password. Raises ValidationError."""
        self._likeness.username = self.cleaned_data.get("username", "")
        validate_password(self.cleaned_data["password1"], self._likeness)
        return str(self.cleaned_data["password1"])

    def clean_password2(self) -> str:
        """Take the same password again. Raises ValidationError."""
        first, second = self.cleaned_data.get("password1"), self.cleaned_data["password2"]
        if first and first != second:
            raise ValidationError(later(TWICE))
        return str(second)


def keep_or_raise(form: forms.Form, refused: Refused, field: str | None = None) -> None:
    """Show on the form what was refused, so that nothing typed is lost; what is not for this person goes on.

    Raises NotPermitted, Absent and Gone again.
    """
    if isinstance(refused, NotPermitted | Absent | Gone):
        raise refused
    form.add_error(field, refused.sentence.to(spoken()))


def iso(day: dt.date | None) -> str:
    """Write a day as a date field takes it."""
    return day.isoformat() if day else ""
