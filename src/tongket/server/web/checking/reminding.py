"""Nhắc đơn vị chưa nộp: what is shown is what is sent, to whom and in whose language; below, what became of mails."""

from dataclasses import dataclass
from typing import Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from tongket.server.actions.dossier.letters import remind, reminders
from tongket.server.actions.telling import NO_ADDRESS, Draft, fingerprint
from tongket.server.records.models import DossierCase, Mail
from tongket.server.records.queries.mails import mails_of
from tongket.server.web.checking.units import cases_seen, unfiled
from tongket.server.web.checking.words import days_text
from tongket.server.web.language import spoken
from tongket.server.web.names import org_unit_name
from tongket.server.web.visit import Visit, visit
from tongket.words import Text

_SENT: Final = Text(
    "Đã viết {n} thư nhắc, gửi ngay khi máy chủ thư nhận.",
    "Написано напоминаний: {n}; уйдут, как только почтовый сервер их примет.",
    "{n} reminder(s) written; they go as soon as the mail server takes them.",
)
_NOBODY: Final = Text(
    "Chưa chọn đơn vị nào để nhắc.", "Не выбрана ни одна организация.", "No org unit was chosen to be reminded."
)
_NO_ADDRESS: Final = Text(
    "Chưa có địa chỉ thư điện tử: {units}. Đề nghị nhắc bằng cách khác.",
    "Нет адреса электронной почты: {units}. Напомните другим способом.",
    "No mail address is known for {units}. Please remind them in another way.",
)


@dataclass(frozen=True, slots=True)
class Preview:
    """One org unit that is to be reminded: its mails as they will be sent, and their fingerprint."""

    code: str
    name: str
    days: str
    reminded: DossierCase
    drafts: tuple[Draft, ...]
    seen: str


@dataclass(frozen=True, slots=True)
class SentLine:
    """A mail that was written, and what became of it."""

    mail: Mail
    state: str
    tone: str


@require_http_methods(["GET", "POST"])
def remind_unfiled(request: HttpRequest, book: str) -> HttpResponse:
    """Show who would get which mail; send those that were chosen."""
    here = visit(request)
    waiting = [one for one in unfiled(cases_seen(here)) if here.may("dossier.remind", one.org_unit)]
    if request.method == "POST":
        return _send(request, here, waiting)
    previews = [_preview(here, one) for one in waiting]
    sent = [_line(one) for one in mails_of(here.book, sender=here.actor.account)]
    return render(request, "checking/remind.html", {"previews": previews, "sent": sent})


def _send(request: HttpRequest, here: Visit, waiting: list[DossierCase]) -> HttpResponse:
    chosen = set(request.POST.getlist("org_unit"))
    mails = [
        mail
        for one in waiting
        if one.org_unit in chosen
        for mail in remind(actor=here.actor, case=one, seen=request.POST.get(f"seen-{one.org_unit}", ""))
    ]
    if not mails:
        messages.warning(request, _NOBODY.to(spoken()))
    elif reached := [one for one in mails if one.address]:
        messages.success(request, _SENT.to(spoken()).format(n=len(reached)))
    missed = {mail.case.org_unit for mail in mails if not mail.address and mail.case}
    if missed:
        names = ", ".join(org_unit_name(here.year, one, spoken()) for one in sorted(missed))
        messages.warning(request, _NO_ADDRESS.to(spoken()).format(units=names))
    return redirect("remind", book=here.book.slug)


def _preview(here: Visit, case: DossierCase) -> Preview:
    written = reminders(here.actor, case)
    name = org_unit_name(here.year, case.org_unit, spoken())
    return Preview(case.org_unit, name, days_text(case, here.actor.at), case, written, fingerprint(written))


def _line(mail: Mail) -> SentLine:
    if mail.sent_at:
        return SentLine(mail, Text("Đã gửi", "Отправлено", "Sent").to(spoken()), "good")
    if mail.failure == NO_ADDRESS:
        return SentLine(mail, Text("Chưa có địa chỉ", "Нет адреса", "No address").to(spoken()), "bad")
    if mail.failed_at:
        return SentLine(mail, Text("Chưa gửi được", "Не отправлено", "Not sent").to(spoken()), "bad")
    return SentLine(mail, Text("Đang chờ gửi", "Ждёт отправки", "Waiting").to(spoken()), "quiet")
