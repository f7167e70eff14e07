"""Lập văn bản: report, slides, consolidated table and results.json of a year, kept with what they rest on."""

from collections.abc import Mapping
from typing import Any, Final, cast

from django_tasks import task

from tongket.desk.beside import process_beside
from tongket.desk.reviewing import PAPERS, papers_of
from tongket.figures import Kind
from tongket.server.actions.acting import Actor
from tongket.server.actions.documents import MadeFrom, keep_documents
from tongket.server.actions.jobs import ask_for
from tongket.server.jobs.running import Advance, run
from tongket.server.records.models import Job, JobKind, YearBook
from tongket.server.records.queries.books import typed_year
from tongket.server.records.queries.results import figures_hash, reckoned
from tongket.server.records.queries.seen import party_codes
from tongket.words import Language

STEPS: Final = 1 + len(PAPERS)


def begin(*, actor: Actor, book: YearBook, language: Language, basis: Kind, party: bool) -> Job:
    """Ask for the papers of a year; with `party`, the Party's figures are in them, if the actor may see those.

    Raises NotPermitted.
    """
    with_party = party and actor.party and bool(party_codes(typed_year(book).plan))
    asked = {"language": language, "basis": str(basis), "party": with_party}
    job, is_new = ask_for(actor=actor, book=book, kind=JobKind.DOCUMENTS, asked=asked, total=STEPS)
    if is_new:
        make_documents.enqueue(job.pk)
        job.refresh_from_db()
    return job


@task()
def make_documents(job: int) -> None:
    """Make papers that were asked for."""
    run(job, _make)


def _make(job: Job, actor: Actor, advance: Advance) -> Mapping[str, Any]:
    book, language = job.book, cast("Language", job.asked["language"])
    stamp, revision = book.stamp, book.revision
    one = reckoned(book, party=bool(job.asked["party"]) and actor.party, basis=Kind(job.asked["basis"]))
    papers: dict[str, bytes] = {}
    with process_beside() as beside:
        advance()
        for name, content in papers_of(one.year, one.results, language, one.basis, beside):
            papers[name] = content()
            advance()
    made_from = MadeFrom(language, one.basis, bool(job.asked["party"]), stamp, revision, figures_hash(one))
    kept = keep_documents(actor=actor, book=book, made_from=made_from, papers=papers)
    return {"documents": [document.pk for document in kept]}
