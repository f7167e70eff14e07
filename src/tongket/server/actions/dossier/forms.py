"""Hands out the report form of an org unit and remembers it, so that it is known again when it comes back."""

from tongket.desk.asking import request_for
from tongket.dossier.asking import form_for
from tongket.dossier.form import FormStage, IssuedForm, ReportForm
from tongket.files.form_workbook import written
from tongket.files.record import form_line
from tongket.server.actions.acting import Actor, acting
from tongket.server.actions.dossier.subjects import subject_of
from tongket.server.actions.refusals import Absent
from tongket.server.clock import civil_day
from tongket.server.records.models import DossierCase
from tongket.server.records.models import IssuedForm as IssuedFormRow
from tongket.server.records.queries.books import typed_year
from tongket.server.records.queries.filing import PARTY_PART
from tongket.words import Language, Text

_NO_PART = Text("Không tìm thấy trang.", "Страница не найдена.", "There is no such page.")


def issue_form(
    *, actor: Actor, case: DossierCase, parts: tuple[str, ...] = (), language: Language = "vi", contact: str = ""
) -> tuple[str, bytes]:
    """Return the name and the workbook of the form, whole or of some parts only, and remember it.

    Who has no right to Party pages gets a form without the Party's part.
    """
    with acting(actor, "dossier.form", subject_of(case)) as event:
        form = _form(actor, case, parts, contact)
        line = form_line(IssuedForm.of(form, civil_day(actor.at)))
        IssuedFormRow.objects.get_or_create(book=case.book, form=form.id, defaults={"line": line})
        event.after = {"form": form.id, "parts": [part.code for part in form.parts]}
    some = "".join(f"-{part}" for part in parts)
    return f"{case.org_unit}-{case.period}{some}.xlsx", written(form, language)


def _form(actor: Actor, case: DossierCase, parts: tuple[str, ...], contact: str) -> ReportForm:
    from dataclasses import replace

    year = typed_year(case.book)
    asked = replace(request_for(year, case.org_unit, FormStage(case.stage)), contact=contact)
    whole = form_for(year.organisation, year.plan, year.reported, asked)
    wanted = parts or tuple(part.code for part in whole.parts)
    if not actor.party:
        wanted = tuple(code for code in wanted if code != PARTY_PART)
    if not wanted:
        raise Absent(_NO_PART)
    return form_for(year.organisation, year.plan, year.reported, replace(asked, parts=wanted))
