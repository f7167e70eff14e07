"""Opening a year: a year read from a folder or a workbook becomes a book that people work on."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tongket.desk.asking import stage_of
from tongket.dossier.asking import units_asked
from tongket.dossier.form import FormStage, IssuedForm
from tongket.figures import Kind
from tongket.files.record import form_line
from tongket.server.actions.acting import Actor, Event, Subject, acting, append
from tongket.server.clock import end_of_office
from tongket.server.records import blobs
from tongket.server.records.models import (
    CrossCheck,
    DossierCase,
    Relation,
    SourceFile,
    YearBook,
)
from tongket.server.records.models import (
    IssuedForm as IssuedFormRow,
)
from tongket.server.records.rows import replace_rows
from tongket.year import Period
from tongket.yearbook import Year, facts_of


@dataclass(frozen=True, slots=True)
class Conduct:
    """How the org units of a year work together: peers or under a superior, who leads, who checks the lead."""

    relation: Relation = Relation.PEERS
    lead_org_unit: str = ""
    deputy_org_unit: str = ""
    cross_check: CrossCheck = CrossCheck.IN_TURN
    conference_on: dt.date | None = None
    due_on: dt.date | None = None


def open_year(
    *,
    slug: str,
    year: Year,
    files: Mapping[str, bytes],
    at: dt.datetime,
    conduct: Conduct = Conduct(),
    issued: Iterable[IssuedForm] = (),
    actor: Actor | None = None,
) -> YearBook:
    """Open a year for work: its facts, the files it was read from, a case for every dossier that is owed.

    Without an actor it is the program itself that opens it (`tongket demo`, `tongket import`).
    """
    subject = Subject(name=slug)
    if actor is None:
        book, event = _opened(slug, year, files, at, conduct, issued)
        append(None, "year.open", Subject(book, name=slug), event, at)
        return book
    with acting(actor, "year.open", subject) as event:
        book, made = _opened(slug, year, files, at, conduct, issued)
        event.after = made.after
    return book


def _opened(
    slug: str, year: Year, files: Mapping[str, bytes], at: dt.datetime, conduct: Conduct, issued: Iterable[IssuedForm]
) -> tuple[YearBook, Event]:
    book = YearBook.objects.create(
        slug=slug,
        year=year.head.year,
        relation=conduct.relation,
        lead_org_unit=conduct.lead_org_unit,
        deputy_org_unit=conduct.deputy_org_unit,
        cross_check=conduct.cross_check,
        conference_on=conduct.conference_on,
        opened_at=at,
        deadline=_deadline(year) or (end_of_office(conduct.due_on) if conduct.due_on else None),
        revision=1,
    )
    replace_rows(book, facts_of(year))
    for name, content in sorted(files.items()):
        blobs.keep(content, at)
        SourceFile.objects.create(book=book, name=name, sha256=hashlib.sha256(content).hexdigest())
    IssuedFormRow.objects.bulk_create(IssuedFormRow(book=book, form=one.form, line=form_line(one)) for one in issued)
    open_owed(book, year)
    return book, Event(after={"year": year.head.year, "org_unit": year.head.org_unit}, subject=slug)


def open_owed(book: YearBook, year: Year) -> None:
    """Open a case for every dossier that is owed for a year; a plan that is assigned or imported later asks again.

    A year that is told on final figures, with these figures in its book already, is over: nobody owes it anything.
    """
    ended = any(one.kind is Kind.ACTUAL and one.period.year == year.head.year for one in year.figures)
    if year.head.basis is Kind.ACTUAL and ended:
        return
    open_cases(book, year, stage_of(year))


def open_cases(book: YearBook, year: Year, stage: FormStage) -> None:
    """Open a case for every org unit that owes a dossier and has none yet at this stage."""
    period = Period.of_year(year.head.year)
    due = {one.org_unit: one.due for one in year.filings if one.period == period and one.due}
    for code in units_asked(year.organisation, year.plan, period):
        day = due.get(code)
        DossierCase.objects.get_or_create(
            book=book,
            org_unit=code,
            period=str(period),
            stage=stage.value,
            defaults={"due_at": end_of_office(day) if day else book.deadline},
        )


def _deadline(year: Year) -> dt.datetime | None:
    days = [one.due for one in year.filings if one.due]
    return end_of_office(max(days)) if days else None
