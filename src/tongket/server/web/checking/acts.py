"""What is done from the checking desk: remark, ask for completion, accept, reopen, extend; each leads back there."""

import datetime as dt
from typing import Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from tongket.server.actions.acting import PARTY_SHEET, checkers
from tongket.server.actions.dossier import checking, moving
from tongket.server.clock import end_of_office
from tongket.server.records.models import DossierCase, Remark
from tongket.server.records.queries.dossiers import latest
from tongket.server.web.checking.table import anchor_of
from tongket.server.web.checking.views import case_or_404
from tongket.server.web.checking.words import words_of
from tongket.server.web.forms import number_of
from tongket.server.web.language import spoken
from tongket.server.web.names import org_unit_name
from tongket.server.web.tags import deadline
from tongket.server.web.visit import Visit, visit
from tongket.words import Refused, Text

_REMARKED: Final = Text("Đã ghi ý kiến tại {place}.", "Замечание записано: {place}.", "Remark kept at {place}.")
_WHOLE: Final = Text("toàn bộ hồ sơ", "все материалы", "the whole dossier")
_DROPPED: Final = Text("Đã xóa ý kiến.", "Замечание удалено.", "The remark was taken back.")
_RETURNED: Final = Text(
    "{words}: đã chuyển ý kiến cho {unit} và viết thư báo.",
    "{words}: замечания переданы {unit}, письмо написано.",
    "{words}: {unit} has the remarks, and a mail was written.",
)
_ACCEPTED: Final = Text(
    "Hồ sơ của {unit} đạt yêu cầu, đã đưa vào tổng hợp.",
    "Материалы {unit} приняты и включены в свод.",
    "The dossier of {unit} meets the requirements and counts now.",
)
_ACCEPTED_LEAD: Final = Text(
    "Đã kiểm tra hồ sơ của Cụm trưởng, không có ý kiến khác.",
    "Материалы председателя группы проверены, иных замечаний нет.",
    "The dossier of the lead was checked; there are no other remarks.",
)
_CONSENT: Final = Text(
    "Đã kiểm tra hồ sơ của Cụm trưởng, không có ý kiến khác. Còn chờ: {units}.",
    "Материалы председателя группы проверены, иных замечаний нет. Ожидаются: {units}.",
    "The dossier of the lead was checked; there are no other remarks. Still awaited: {units}.",
)
_REOPENED: Final = Text(
    "Đã mở lại hồ sơ của {unit}.", "Материалы {unit} открыты заново.", "{unit} can change it again."
)
_EXTENDED: Final = Text(
    "Đã gia hạn cho {unit} đến {due}.", "Срок {unit} продлён до {due}.", "{unit} has until {due} now."
)
_DECLINED: Final = Text(
    "Đã trả lời {unit}: không gia hạn.", "{unit}: в продлении отказано.", "{unit} was told that there is no extension."
)
_NO_DAY: Final = Text("Ngày chưa đúng.", "Дата неверна.", "This is no day.")


@require_POST
def checking_remark(request: HttpRequest, book: str, org_unit: str) -> HttpResponse:
    """Keep a remark at a cell, or on the whole dossier."""
    here, case = _asked(request, org_unit)
    sheet, _, cell = request.POST.get("place", "").rpartition("!")
    checking.remark(actor=here.actor, case=case, text=request.POST.get("text", ""), sheet=sheet, cell=cell)
    place = f"{sheet}!{cell}" if cell else _WHOLE.to(spoken())
    messages.success(request, _REMARKED.to(spoken()).format(place=place))
    return _back(case, f"#{anchor_of(place)}" if cell else "#remarks")


@require_POST
def checking_drop(request: HttpRequest, book: str, org_unit: str, remark: int) -> HttpResponse:
    """Take back a remark that was not sent."""
    here, case = _asked(request, org_unit)
    found = Remark.objects.select_related("version").filter(pk=remark, version__case=case).first()
    if found is None or (found.sheet == PARTY_SHEET and not here.actor.party):
        raise Http404
    checking.drop_remark(actor=here.actor, remark=found)
    messages.success(request, _DROPPED.to(spoken()))
    return _back(case, "#remarks")


@require_POST
def checking_return(request: HttpRequest, book: str, org_unit: str) -> HttpResponse:
    """Return the dossier with its remarks."""
    here, case = _asked(request, org_unit)
    checking.ask_completion(actor=here.actor, case=case, until=_day(request), seen=_seen(request))
    said = {"words": words_of(here.book).send_back.to(spoken()), "unit": _name(here, case)}
    messages.success(request, _RETURNED.to(spoken()).format(**said))
    return _back(case)


@require_POST
def checking_accept(request: HttpRequest, book: str, org_unit: str) -> HttpResponse:
    """Accept the dossier; where all others check the lead, note that this org unit agrees."""
    here, case = _asked(request, org_unit)
    counts = checking.accept(actor=here.actor, case=case, seen=_seen(request))
    if not counts:
        messages.success(request, _CONSENT.to(spoken()).format(units=", ".join(_awaited(here, case))))
    elif org_unit == here.book.lead_org_unit:
        messages.success(request, _ACCEPTED_LEAD.to(spoken()))
    else:
        messages.success(request, _ACCEPTED.to(spoken()).format(unit=_name(here, case)))
    return _back(case)


@require_POST
def checking_reopen(request: HttpRequest, book: str, org_unit: str) -> HttpResponse:
    """Open an accepted dossier again, with the reason."""
    here, case = _asked(request, org_unit)
    checking.reopen(actor=here.actor, case=case, reason=request.POST.get("reason", ""))
    messages.success(request, _REOPENED.to(spoken()).format(unit=_name(here, case)))
    return _back(case)


@require_POST
def checking_extend(request: HttpRequest, book: str, org_unit: str) -> HttpResponse:
    """Grant a later day, until 17:00; or say no to the day the unit asked for."""
    here, case = _asked(request, org_unit)
    reason = request.POST.get("reason", "")
    if "decline" in request.POST:
        moving.decline_extension(actor=here.actor, case=case, why=reason)
        messages.success(request, _DECLINED.to(spoken()).format(unit=_name(here, case)))
        return _back(case)
    day = _day(request)
    if day is None:
        raise Refused(_NO_DAY)
    until = end_of_office(day)
    moving.extend(actor=here.actor, case=case, until=until, reason=reason)
    messages.success(request, _EXTENDED.to(spoken()).format(unit=_name(here, case), due=deadline(until)))
    return _back(case)


def _asked(request: HttpRequest, org_unit: str) -> tuple[Visit, DossierCase]:
    here = visit(request)
    return here, case_or_404(here, org_unit)


def _awaited(here: Visit, case: DossierCase) -> list[str]:
    version = latest(case)
    given = set(version.consents.values_list("org_unit", flat=True)) if version else set()
    return [org_unit_name(here.year, one, spoken()) for one in checkers(here.book) if one not in given]


def _name(here: Visit, case: DossierCase) -> str:
    return org_unit_name(here.year, case.org_unit, spoken())


def _seen(request: HttpRequest) -> int:
    """Return which version the page showed; without it nothing can be decided. Raises Refused."""
    number = number_of(request.POST.get("version", ""))
    if number is None:
        raise Refused(Text("Trang thiếu số lần gửi.", "На странице нет номера версии.", "The page named no version."))
    return number


def _day(request: HttpRequest) -> dt.date | None:
    """Return the day given, None where none is. Raises Refused for what is no day."""
    text = request.POST.get("until", "")
    if not text:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise Refused(_NO_DAY) from None


def _back(case: DossierCase, anchor: str = "") -> HttpResponse:
    to = redirect("checking_dossier", book=case.book.slug, org_unit=case.org_unit)
    to["Location"] += anchor
    return to
