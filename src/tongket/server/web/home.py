"""The door: where a person is led to, which language and role they choose, and whether the server is well."""

from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from tongket.server.actions.rights import rights
from tongket.server.records.models import Role
from tongket.server.records.queries.books import typed_year
from tongket.server.web.first_steps import steps_of
from tongket.server.web.language import CHOSEN, spoken
from tongket.server.web.names import year_title
from tongket.server.web.visit import STANDING, account_of, books_of, key_of, standings_of
from tongket.words import LANGUAGES


def home(request: HttpRequest) -> HttpResponse:
    """Lead to the newest year of the person, or say that nothing waits here yet."""
    books = books_of(standings_of(request))
    if books:
        return redirect("desk", book=books[0].slug)
    return render(request, "home.html")


def choose_year(request: HttpRequest) -> HttpResponse:
    """Show all years of the person."""
    named = [(book, year_title(typed_year(book), spoken())) for book in books_of(standings_of(request))]
    return render(request, "years.html", {"years": named})


@require_GET
def help_page(request: HttpRequest) -> HttpResponse:
    """Show the first steps of each role."""
    held = tuple(dict.fromkeys(one.role for one in standings_of(request)))
    shown = [(rights().roles[role], steps_of(role)) for role in held or (Role.MEMBER,)]
    return render(request, "help.html", {"roles_told": shown})


@require_POST
def speak(request: HttpRequest) -> HttpResponse:
    """Choose the language of the pages; a person's account remembers it."""
    language = request.POST.get("language", "")
    if language in LANGUAGES:
        request.session[CHOSEN] = language
        if request.user.is_authenticated:
            account = account_of(request)
            account.language = language
            account.save(update_fields=["language"])
    return _back(request)


@require_POST
def stand(request: HttpRequest) -> HttpResponse:
    """Choose the role acted in, among those the person holds today."""
    wanted = request.POST.get("standing", "")
    if wanted in {key_of(one) for one in standings_of(request)}:
        request.session[STANDING] = wanted
    return redirect("home") if "home" in request.POST else _back(request, to_desk=True)


@require_GET
def health(request: HttpRequest) -> HttpResponse:
    """Answer whether the database can be read."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"ok": True})


def _back(request: HttpRequest, *, to_desk: bool = False) -> HttpResponseRedirect:
    """Go back to where the choice was made; with another role, to its desk, since the page may not be open to it."""
    came_from = request.POST.get("from", "")
    safe = url_has_allowed_host_and_scheme(came_from, allowed_hosts=None) and came_from.startswith("/")
    if to_desk and safe:
        return HttpResponseRedirect("/" + came_from.strip("/").split("/")[0] + "/")
    return HttpResponseRedirect(came_from if safe else "/")
