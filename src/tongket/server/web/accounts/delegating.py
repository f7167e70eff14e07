"""“Ủy quyền”: let somebody act in a role of one's own for some days; see what was delegated to oneself."""

from typing import Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from tongket.organisation import name_on
from tongket.server.actions.delegations import delegate, withdraw_delegation
from tongket.server.actions.refusals import Absent
from tongket.server.records.queries import accounts as queries
from tongket.server.web.accounts import people
from tongket.server.web.accounts.forms import DelegationForm, iso, keep_or_raise
from tongket.server.web.accounts.mails import send_delegation
from tongket.server.web.language import spoken
from tongket.server.web.names import end_of, org_unit_name
from tongket.server.web.refusals import NOT_FOUND
from tongket.server.web.visit import Visit, visit
from tongket.words import Refused, Text
from tongket.year import Interval

_DONE: Final = Text(
    "Đã ủy quyền. Người nhận thấy vai trò này ở mục “Đổi vai trò”.",
    "Полномочия переданы. Получатель увидит роль в пункте «Сменить роль».",
    "Delegated. The receiver finds the role under “Change role”.",
)
_WITHDRAWN: Final = Text("Đã thu hồi ủy quyền.", "Передача полномочий отозвана.", "The delegation was withdrawn.")


def delegation(request: HttpRequest, book: str) -> HttpResponse:
    """Show what was delegated and received, ask for a new delegation, and write it."""
    here = visit(request)
    everybody = queries.people_of(here.book, here.day)
    choices = {"grants": _own_roles(here), "receivers": people.receiver_choices(here, everybody)}
    form = DelegationForm(request.POST or None, **choices)
    if request.method == "POST" and form.is_valid():
        try:
            _delegate(here, form)
        except Refused as refused:
            keep_or_raise(form, refused)
        else:
            messages.success(request, _DONE.to(spoken()))
            return redirect("delegation", book=book)
    return render(request, "accounts/delegation.html", {"form": form, **choices, **_shown(here)})


def _shown(here: Visit) -> dict[str, object]:
    me = here.actor.account
    return {
        "given": [people.delegation_seen(here, one) for one in queries.delegations_in(here.book, here.day, giver=me)],
        "received": [people.delegation_seen(here, one) for one in queries.delegations_to(here.book, me, here.day)],
        "acts_for": here.actor.standing.acting_for,
        "today": iso(here.day),
    }


def _own_roles(here: Visit) -> list[tuple[int, str]]:
    """The roles of one's own that hold today, the one acted in first."""
    own = [one for one in here.standings if one.acting_for is None]
    own.sort(key=lambda one: one != here.actor.standing)
    return [
        (one.grant, f"{people.role_name(one.role)} – {org_unit_name(here.year, one.org_unit, spoken())}") for one in own
    ]


def _delegate(here: Visit, form: DelegationForm) -> None:
    given = form.cleaned_data
    grant = queries.grant_in(here.book, given["grant"])
    receiver = queries.person_in(here.book, given["receiver"])
    if grant is None or receiver is None:
        raise Absent(NOT_FOUND)
    made = delegate(
        actor=here.actor,
        book=here.book,
        grant=grant,
        receiver=receiver,
        days=Interval(given["first"], people.day_after(given["last"])),
        document=given["document"],
    )
    send_delegation(made, name_on(here.year.organisation, grant.org_unit, end_of(here.year)))


@require_POST
def delegation_withdraw(request: HttpRequest, book: str, delegation: int) -> HttpResponse:
    """Take a delegation back."""
    here = visit(request)
    found = queries.delegation_in(here.book, delegation)
    if found is None:
        raise Http404
    withdraw_delegation(actor=here.actor, book=here.book, delegation=found)
    messages.success(request, _WITHDRAWN.to(spoken()))
    return redirect("delegation", book=book)
