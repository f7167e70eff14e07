"""The page an invitation leads to: the role that is offered, and the user name and password one chooses."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from tongket.server.actions.invitations import accept_invitation, invitation_of
from tongket.server.clock import now
from tongket.server.records.models import Account, Invitation
from tongket.server.records.queries.books import typed_year
from tongket.server.web.accounts.forms import JoiningForm, keep_or_raise
from tongket.server.web.accounts.people import role_name
from tongket.server.web.language import CHOSEN, spoken
from tongket.server.web.names import org_unit_name, year_title
from tongket.server.web.visit import origin_of
from tongket.words import Refused


@never_cache
@sensitive_post_parameters("password1", "password2")
def invitation(request: HttpRequest, secret: str) -> HttpResponse:
    """Show the offer, in the language of the invited person unless another was chosen; take name and password."""
    found = invitation_of(secret, now())
    with translation.override(request.session.get(CHOSEN) or found.language):
        return _page(request, secret, found)


def _page(request: HttpRequest, secret: str, found: Invitation) -> HttpResponse:
    likeness = Account(full_name=found.full_name, email=found.email)
    form = JoiningForm(request.POST or None, likeness=likeness)
    if request.method == "POST" and form.is_valid():
        try:
            accept_invitation(
                secret=secret,
                username=form.cleaned_data["username"],
                password=form.cleaned_data["password1"],
                at=now(),
                origin=origin_of(request),
            )
        except Refused as refused:
            keep_or_raise(form, refused, "username")
        else:
            return redirect("account_login")
    year = typed_year(found.book)
    shown = {
        "form": form,
        "offer": found,
        "role": role_name(found.role),
        "where": org_unit_name(year, found.org_unit, spoken()),
        "whose": year_title(year, spoken()),
    }
    return render(request, "accounts/invitation.html", shown)
