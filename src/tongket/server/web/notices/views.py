"""Thông báo: what is new for the person, newest first; opening one marks it as read and leads to its page."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from tongket.server.actions.notices import read_all, read_notice
from tongket.server.records.queries.notices import notice_of, notices_of
from tongket.server.web.notices.wording import leads_to, line
from tongket.server.web.visit import visit


@require_GET
def notices(request: HttpRequest, book: str) -> HttpResponse:
    """Show the notices of the person in this year."""
    here = visit(request)
    lines = [line(one, here.year) for one in notices_of(here.actor.account, here.book)]
    return render(request, "notices/notices.html", {"lines": lines, "some_new": any(one.is_new for one in lines)})


@require_POST
def open_notice(request: HttpRequest, book: str, notice: int) -> HttpResponse:
    """Mark a notice as read and go where it leads."""
    here = visit(request)
    found = notice_of(here.actor.account, here.book, notice)
    if found is None:
        raise Http404
    read_notice(actor=here.actor, notice=found)
    return redirect(leads_to(found))


@require_POST
def mark_read(request: HttpRequest, book: str) -> HttpResponse:
    """Mark all notices as read."""
    here = visit(request)
    read_all(actor=here.actor, book=here.book)
    return redirect("notices", book=book)
