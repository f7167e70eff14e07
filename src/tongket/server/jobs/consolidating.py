"""Tổng hợp số liệu: every dossier that counts is looked at once more, added up, and marked as consolidated."""

from collections.abc import Mapping
from typing import Any, Final

from django_tasks import task

from tongket.server.actions import results
from tongket.server.actions.acting import Actor
from tongket.server.actions.jobs import ask_for
from tongket.server.jobs.running import Advance, run
from tongket.server.records import blobs
from tongket.server.records.models import DossierCase, Job, JobKind, YearBook
from tongket.server.records.queries.books import accepted_cases, files_of
from tongket.server.records.queries.results import reckoned
from tongket.words import Refused, Text

_CHANGED: Final = Text(
    "Tệp nguồn không còn khớp với bản đã ghi nhận: {file}. Đề nghị khôi phục tệp từ bản sao lưu rồi tổng hợp lại.",
    "Исходный файл больше не совпадает с принятым: {file}. Восстановите его из резервной копии и сведите снова.",
    "A source file no longer is what was recorded: {file}. Restore it from a backup and consolidate again.",
)


def begin(*, actor: Actor, book: YearBook) -> Job:
    """Ask for the consolidation of a year. Raises NotPermitted, and Refused when no dossier counts."""
    counted = accepted_cases(book)
    job, is_new = ask_for(actor=actor, book=book, kind=JobKind.CONSOLIDATE, asked={}, total=len(counted) + 2)
    if is_new:
        consolidate.enqueue(job.pk)
        job.refresh_from_db()
    return job


@task()
def consolidate(job: int) -> None:
    """Do a consolidation that was asked for."""
    run(job, _consolidate)


def _consolidate(job: Job, actor: Actor, advance: Advance) -> Mapping[str, Any]:
    counted = accepted_cases(job.book)
    for case in counted:
        _refuse_changed(case)
        advance()
    added_up = reckoned(job.book, party=True)  # what cannot be added up is told before a dossier is marked
    advance()
    moved = results.consolidate(actor=actor, book=job.book)
    return {"dossiers": len(counted), "moved": list(moved), "rows": len(added_up.results.comparisons)}


def _refuse_changed(case: DossierCase) -> None:
    for name, digest in files_of(case).items():
        try:
            blobs.content_of(digest)
        except (OSError, ValueError):
            raise Refused(_CHANGED.fill(file=name)) from None
