"""“Quản trị”: who has which role; give, end, invite, withdraw, close."""

from typing import Final

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from tongket.server.actions import accounts as actions
from tongket.server.actions.invitations import Offer, invite, withdraw_invitation
from tongket.server.records.models import Account, Role
from tongket.server.records.queries import accounts as queries
from tongket.server.web.accounts import people
from tongket.server.web.accounts.forms import InvitationForm, RoleForm, iso, keep_or_raise
from tongket.server.web.accounts.mails import send_invitation
from tongket.server.web.language import spoken
from tongket.server.web.visit import Visit, visit
from tongket.words import Refused, Text
from tongket.year import Interval

_INVITED: Final = Text(
    "Đã gửi lời mời tới {email}.", "Приглашение отправлено: {email}.", "The invitation was sent to {email}."
)
_BY_HAND: Final = Text(
    "Máy chủ chưa gửi được thư. Chuyển liên kết này cho người được mời; liên kết chỉ hiện một lần: {link}",
    "Письмо не отправлено. Передайте эту ссылку приглашённому; она показана один раз: {link}",
    "No mail was sent. Hand this link to the invited person; it is shown once: {link}",
)
_WITHDRAWN: Final = Text("Đã thu hồi lời mời.", "Приглашение отозвано.", "The invitation was withdrawn.")
_GIVEN: Final = Text("Đã giao vai trò.", "Роль дана.", "The role was given.")
_ENDED: Final = Text("Đã thôi vai trò.", "Роль прекращена.", "The role was ended.")
_CLOSED: Final = Text("Đã ngừng tài khoản.", "Учётная запись закрыта.", "The account was closed.")
_REOPENED: Final = Text("Đã mở lại tài khoản.", "Учётная запись открыта.", "The account was reopened.")


@require_GET
def accounts(request: HttpRequest, book: str) -> HttpResponse:
    """Show people with roles, invitations that wait, delegations that hold."""
    here = visit(request)
    shown = {
        "people": [people.person_seen(here, one) for one in queries.people_of(here.book, here.day)],
        "invitations": [people.invitation_seen(here, one) for one in queries.pending_invitations(here.book)],
        "delegations": [people.delegation_seen(here, one) for one in queries.delegations_in(here.book, here.day)],
        "may_invite": here.may("account.invite"),
        "may_grant": here.may("account.grant"),
        "may_close": here.may("account.close"),
    }
    return render(request, "accounts/accounts.html", shown)


def invitation_new(request: HttpRequest, book: str) -> HttpResponse:
    """Ask whom to invite to what, and send the link."""
    here = visit(request)
    choices = {"roles": people.role_choices(), "org_units": people.org_unit_choices(here)}
    form = InvitationForm(request.POST or None, **choices)
    if request.method == "POST" and form.is_valid():
        try:
            invitation, secret = invite(actor=here.actor, book=here.book, offer=_offer(form))
        except Refused as refused:
            keep_or_raise(form, refused)
        else:
            link = request.build_absolute_uri(reverse("invitation", kwargs={"secret": secret}))
            if send_invitation(invitation, link):
                messages.success(request, _INVITED.fill(email=invitation.email).to(spoken()))
            else:
                messages.warning(request, _BY_HAND.fill(link=link).to(spoken()))
            return redirect("accounts", book=book)
    return render(request, "accounts/invite.html", {"form": form, "sides": people.SIDES, **choices})


def _offer(form: InvitationForm) -> Offer:
    given = form.cleaned_data
    return Offer(
        full_name=given["full_name"],
        email=given["email"],
        role=Role(given["role"]),
        org_unit=given["org_unit"],
        home=given["home"],
        post=given["post"],
        side=given["side"],
        language=given["language"],
        party=given["party"],
    )


@require_POST
def invitation_withdraw(request: HttpRequest, book: str, invitation: int) -> HttpResponse:
    """Withdraw an invitation."""
    here = visit(request)
    found = queries.invitation_in(here.book, invitation)
    if found is None:
        raise Http404
    withdraw_invitation(actor=here.actor, invitation=found)
    return _done(request, book, _WITHDRAWN)


def role_new(request: HttpRequest, book: str, person: int) -> HttpResponse:
    """Give somebody one more role."""
    here = visit(request)
    account = _person(here, person)
    choices = {"roles": people.role_choices(), "org_units": people.org_unit_choices(here)}
    form = RoleForm(request.POST or None, **choices)
    if request.method == "POST" and form.is_valid():
        try:
            _grant(here, account, form)
        except Refused as refused:
            keep_or_raise(form, refused)
        else:
            return _done(request, book, _GIVEN)
    return render(request, "accounts/grant.html", {"form": form, "person": account, "today": iso(here.day), **choices})


def _grant(here: Visit, account: Account, form: RoleForm) -> None:
    given = form.cleaned_data
    actions.grant_role(
        actor=here.actor,
        book=here.book,
        account=account,
        role=Role(given["role"]),
        org_unit=given["org_unit"],
        days=Interval(given["first"], people.day_after(given["last"])),
        party=given["party"],
    )


class _EndForm(forms.Form):
    day = forms.DateField(input_formats=["%Y-%m-%d"])


def role_end(request: HttpRequest, book: str, grant: int) -> HttpResponse:
    """Ask from which day on a role ends, and end it."""
    here = visit(request)
    found = queries.grant_in(here.book, grant)
    if found is None:
        raise Http404
    form = _EndForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        day = max(form.cleaned_data["day"], here.day)  # what was done in it stays done
        actions.end_role(actor=here.actor, book=here.book, grant=found, day=day)
        return _done(request, book, _ENDED)
    shown = {"person": found.account, "role": people.role_seen(here, found), "today": iso(here.day)}
    return render(request, "accounts/end.html", shown)


def account_closing(request: HttpRequest, book: str, person: int) -> HttpResponse:
    """Ask whether an account is to be closed, and close it."""
    here = visit(request)
    account = _person(here, person)
    if request.method == "POST":
        actions.close_account(actor=here.actor, book=here.book, account=account)
        return _done(request, book, _CLOSED)
    return render(request, "accounts/close.html", {"person": account})


@require_POST
def account_reopening(request: HttpRequest, book: str, person: int) -> HttpResponse:
    """Open a closed account again."""
    here = visit(request)
    actions.reopen_account(actor=here.actor, book=here.book, account=_person(here, person))
    return _done(request, book, _REOPENED)


def _person(here: Visit, pk: int) -> Account:
    found = queries.person_in(here.book, pk)
    if found is None:
        raise Http404
    return found


def _done(request: HttpRequest, book: str, said: Text) -> HttpResponse:
    messages.success(request, said.to(spoken()))
    return redirect("accounts", book=book)
