"""“Mở năm mới”: an Excel year book is looked at, how the org units work together is said, the year is opened.

The book looked at is kept under its hash, which comes back with the confirmation: what is opened is what was seen.
"""

import datetime as dt
import re
from collections.abc import Mapping
from typing import Final

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.views.decorators.http import require_GET

from tongket.desk.opening import NAME, year_in_book
from tongket.files.year_folder import blank_workbook
from tongket.organisation import parts_on
from tongket.server.actions.accounts import grant_first_administrator
from tongket.server.actions.acting import Actor
from tongket.server.actions.refusals import NO_RIGHT, NotPermitted
from tongket.server.actions.rights import rights
from tongket.server.actions.year import Conduct, open_year
from tongket.server.clock import now
from tongket.server.records import blobs
from tongket.server.records.models import CrossCheck, Relation, Role
from tongket.server.records.queries.books import book_named
from tongket.server.records.queries.rights import Standing
from tongket.server.web.language import spoken
from tongket.server.web.names import end_of, org_unit_name
from tongket.server.web.saving import attachment
from tongket.server.web.visit import account_of, origin_of, standings_of
from tongket.words import Refused, Text, errors_in
from tongket.yearbook import Year

_NO_FILE: Final = Text("Chưa chọn tệp Excel.", "Файл Excel не выбран.", "No Excel file was chosen.")
_TAKEN: Final = Text(
    "Đã có năm công tác tên “{slug}”.", "Год с именем «{slug}» уже есть.", "There is a year called “{slug}” already."
)
_ERRORS: Final = Text(
    "Sổ năm còn lỗi phải sửa nên chưa mở được.",
    "В книге года есть ошибки.",
    "The year book has errors to be corrected.",
)
_OPENED: Final = Text("Đã mở năm công tác.", "Год открыт.", "The year was opened.")
_ROW: Final = Mapping[str, object]


class OpeningForm(forms.Form):
    """How the org units of the year work together; checked again when it comes back."""

    sha256 = forms.RegexField(r"^[0-9a-f]{64}$")
    slug = forms.SlugField(max_length=60)
    relation = forms.ChoiceField(choices=Relation.choices)
    lead = forms.CharField(max_length=24, required=False)
    deputy = forms.CharField(max_length=24, required=False)
    cross_check = forms.ChoiceField(choices=CrossCheck.choices)
    due_on = forms.DateField(required=False, input_formats=["%Y-%m-%d"])
    conference_on = forms.DateField(required=False, input_formats=["%Y-%m-%d"])


def opening(request: HttpRequest) -> HttpResponse:
    """Ask for the year book, show what is in it, and open the year once that is confirmed."""
    actor = _actor(request)
    if request.method != "POST":
        return render(request, "year/opening.html", {"this_year": now().year})
    if "confirm" in request.POST:
        return _open(request, actor)
    content = _uploaded(request)
    blob = blobs.keep(content, now())
    return _preview(request, content, blob.sha256)


@require_GET
def blank(request: HttpRequest) -> HttpResponse:
    """Give an empty year book to begin with."""
    _actor(request)
    asked = request.GET.get("year", "")
    year = int(asked) if re.fullmatch(r"[12][0-9]{3}", asked) else now().year
    return attachment(f"so-nam-{year}.xlsx", blank_workbook(year))


def _actor(request: HttpRequest) -> Actor:
    """Whoever may open years: the roles of the table, and the first administrator of an empty server."""
    account = account_of(request)
    allowed = {role for right in rights().verbs["year.open"].rights for role in right.roles}
    standing = next((one for one in standings_of(request) if one.role in allowed), None)
    if standing is None and account.is_superuser:
        standing = Standing(0, Role.ADMINISTRATOR, "", party=False)
    if standing is None:
        raise NotPermitted(NO_RIGHT)
    return Actor(account, standing, now(), origin_of(request))


def _uploaded(request: HttpRequest) -> bytes:
    file = request.FILES.get("book")
    if file is None:
        raise Refused(_NO_FILE)
    return bytes(file.read())


def _preview(request: HttpRequest, content: bytes, sha256: str) -> HttpResponse:
    year, findings = year_in_book(content)
    language = spoken()
    told = [(one.severity.label.to(language), str(one.place), one.sentence(language)) for one in findings]
    context: dict[str, object] = {"findings": told, "sha256": sha256, "this_year": now().year}
    if year and not errors_in(findings):
        context |= {"year": year, "counts": _counts(year), "slug": _slug(year), "members": _members(year)}
    return render(request, "year/opening.html", context)


def _open(request: HttpRequest, actor: Actor) -> HttpResponse:
    form = OpeningForm(request.POST)
    if not form.is_valid():
        raise Refused(_ERRORS)
    given = form.cleaned_data
    try:
        content = blobs.content_of(given["sha256"])
    except FileNotFoundError:
        raise Refused(_NO_FILE) from None
    year, findings = year_in_book(content)
    if year is None or errors_in(findings):
        raise Refused(_ERRORS)
    if book_named(given["slug"]):
        raise Refused(_TAKEN.fill(slug=given["slug"]))
    conduct = _conduct(given, set(dict(_members(year))))
    book = open_year(slug=given["slug"], year=year, files={NAME: content}, at=actor.at, conduct=conduct, actor=actor)
    if actor.account.is_superuser:
        grant_first_administrator(actor=actor, org_unit=year.head.org_unit)
    messages.success(request, _OPENED.to(spoken()))
    return redirect("desk", book=book.slug)


def _conduct(given: Mapping[str, object], members: set[str]) -> Conduct:
    peers = given["relation"] == Relation.PEERS
    lead, deputy = str(given["lead"]), str(given["deputy"])
    due_on, conference_on = given["due_on"], given["conference_on"]
    return Conduct(
        relation=Relation(str(given["relation"])),
        lead_org_unit=lead if peers and lead in members else "",
        deputy_org_unit=deputy if peers and deputy in members and deputy != lead else "",
        cross_check=CrossCheck(str(given["cross_check"])),
        conference_on=conference_on if isinstance(conference_on, dt.date) else None,
        due_on=due_on if isinstance(due_on, dt.date) else None,
    )


def _counts(year: Year) -> list[tuple[int, Text]]:
    return [
        (len(year.organisation.org_units), Text("đơn vị", "организаций", "org units")),
        (len(year.plan.indicators), Text("chỉ tiêu", "показателей", "indicators")),
        (len(year.plan.targets), Text("số kế hoạch", "плановых заданий", "targets")),
        (len(year.figures), Text("số liệu đã có", "имеющихся данных", "figures")),
    ]


def _members(year: Year) -> list[tuple[str, str]]:
    codes = parts_on(year.organisation, year.head.org_unit, end_of(year))
    return [(code, org_unit_name(year, code, spoken())) for code in codes]


def _slug(year: Year) -> str:
    return slugify(f"{year.head.org_unit}-{year.head.year}")
