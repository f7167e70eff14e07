"""The gate of every page: who comes, in which role, into which year; and whether the table of rights opens the address.

Pages take the answer from `visit(request)`; they never ask the session or the address themselves.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, cast

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ImproperlyConfigured
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase

from tongket.server.actions.acting import Actor, Subject, ask_right, covers_year
from tongket.server.actions.refusals import NO_RIGHT, NOT_TO_SEE, NotPermitted
from tongket.server.actions.rights import ENTERED, PUBLIC, Verb, rights
from tongket.server.clock import civil_day, now
from tongket.server.records.models import Account, YearBook
from tongket.server.records.queries.books import book_named, books, typed_year
from tongket.server.records.queries.rights import Standing, standings
from tongket.server.web.refusals import refusal
from tongket.yearbook import Year

STANDING: Final = "standing"
"""The name under which the session keeps the role a person acts in."""


@dataclass(frozen=True, slots=True)
class Visit:
    """Somebody in a role in a year; what every page begins with."""

    actor: Actor
    book: YearBook
    standings: tuple[Standing, ...]

    @property
    def year(self) -> Year:
        """The year as it was typed and imported, without dossiers."""
        return typed_year(self.book)

    @property
    def day(self) -> dt.date:
        """The civil day of the visit, in Vietnam."""
        return civil_day(self.actor.at)

    def subject(self, org_unit: str = "") -> Subject:
        """The year, or an org unit in it, as what an action is done to."""
        return Subject(self.book, org_unit)

    def may(self, verb: str, org_unit: str = "") -> bool:
        """Say whether the role reaches so far, whatever the state; menus ask this."""
        try:
            ask_right(self.actor, rights().verbs[verb], self.subject(org_unit))
        except NotPermitted:
            return False
        return True


class Gate:
    """Lets nobody to an address that the table of rights does not open to the role they act in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep what answers the request."""
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Go on; the gate stands where the address is known."""
        return self._get_response(request)

    def process_view(
        self,
        request: HttpRequest,
        view: Any,
        args: Any,
        kwargs: Mapping[str, Any],
    ) -> HttpResponseBase | None:
        """Ask for log-in, year and right before the page is made. Raises Http404 and NotPermitted."""
        match = request.resolver_match
        name = match.view_name if match else ""
        verb = rights().routes.get(name)
        if verb is None:
            raise ImproperlyConfigured(f"the route {name!r} does not stand in actions/rights.yaml")
        if verb == PUBLIC:
            return None
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if verb == ENTERED:
            return None
        found = _visit(request, str(kwargs["book"]))
        request.visit = found  # type: ignore[attr-defined]  # as Django's own middlewares do with `user`
        return _answer_refused(request, found, rights().verbs[verb], str(kwargs.get("org_unit", "")))


def _answer_refused(request: HttpRequest, found: Visit, verb: Verb, org_unit: str) -> HttpResponse | None:
    """Answer who may not go in; what is raised in a gate would reach nobody who makes a page of it. Raises Http404."""
    if verb.party and not found.actor.party:
        raise Http404  # Party pages do not exist for who may not see them
    try:
        ask_right(found.actor, verb, found.subject(org_unit))
    except NotPermitted as refused:
        seen_only = request.method in {"GET", "HEAD"} and refused.sentence == NO_RIGHT
        return refusal(request, NOT_TO_SEE if seen_only else refused.sentence, 403)
    return None


def visit(request: HttpRequest) -> Visit:
    """Return who came, in which role, into which year; the gate has let them in."""
    return cast("Visit", getattr(request, "visit"))  # noqa: B009 - a mypy that knows Django knows no such field


def visit_or_none(request: HttpRequest) -> Visit | None:
    """Return the visit where the page belongs to a year, None elsewhere."""
    return getattr(request, "visit", None)


def account_of(request: HttpRequest) -> Account:
    """Return the account of a person who has entered."""
    return cast("Account", request.user)


def standings_of(request: HttpRequest) -> tuple[Standing, ...]:
    """Return the roles of the person today."""
    return standings(account_of(request), civil_day(now()))


def books_of(roles: tuple[Standing, ...]) -> tuple[YearBook, ...]:
    """Return the years that exist for somebody with these roles."""
    return tuple(book for book in books() if any(covers_year(role.org_unit, book) for role in roles))


def origin_of(request: HttpRequest) -> str:
    """Return from which address a request came, as the log keeps it."""
    return str(request.META.get("REMOTE_ADDR", ""))[:60]


def _visit(request: HttpRequest, slug: str) -> Visit:
    book = book_named(slug)
    roles = standings_of(request) if book else ()
    here = tuple(role for role in roles if book and covers_year(role.org_unit, book))
    if book is None or not here:
        raise Http404  # a year of other people does not exist
    chosen = request.session.get(STANDING)
    standing = next((role for role in here if key_of(role) == chosen), here[0])
    return Visit(Actor(account_of(request), standing, now(), origin_of(request)), book, here)


def key_of(standing: Standing) -> str:
    """Return how the session names a role: its grant, and whether it is used for somebody else."""
    return f"{standing.grant}:{standing.acting_for.pk if standing.acting_for else ''}"
