"""What is written of long work: that it was asked for, how far it is, how it ended."""

import datetime as dt
from collections.abc import Mapping
from typing import Any, Final

from tongket.server.actions.acting import Actor, Subject, ask
from tongket.server.actions.refusals import NO_RIGHT, NotPermitted
from tongket.server.clock import civil_day
from tongket.server.records.models import Job, JobKind, JobState, YearBook
from tongket.server.records.queries.jobs import running, seconds_left
from tongket.server.records.queries.rights import standings
from tongket.words import Text

VERBS: Final = {JobKind.CONSOLIDATE: "results.consolidate", JobKind.DOCUMENTS: "document.make"}
BROKEN: Final = Text(
    "Máy chủ gặp lỗi, chưa làm xong việc này. Số liệu đã lưu không bị ảnh hưởng. Đề nghị làm lại; nếu vẫn lỗi, báo "
    "quản trị hệ thống.",
    "Ошибка на сервере, работа не завершена. Сохранённые данные не затронуты. Повторите; если ошибка повторится, "
    "сообщите администратору.",
    "The server met an error and did not finish this. What was saved is not affected. Please do it again; if it "
    "happens again, tell the administrator.",
)


def ask_for(*, actor: Actor, book: YearBook, kind: JobKind, asked: Mapping[str, Any], total: int) -> tuple[Job, bool]:
    """Write down that work is asked for, and say whether it is new: the same work under way is not begun twice.

    Raises NotPermitted.
    """
    ask(actor, VERBS[kind], Subject(book))
    if (found := running(book, kind, actor.at)) and found.asked == asked:
        return found, False
    job = Job.objects.create(
        book=book, kind=kind, asked_by=actor.account, grant_id=actor.standing.grant,
        acting_for=actor.standing.acting_for, origin=actor.origin, asked_at=actor.at, asked=dict(asked), total=total,
    )  # fmt: skip
    return job, True


def actor_of(job: Job, at: dt.datetime) -> Actor:
    """Return who asked for a job, in the role they asked in. Raises NotPermitted when they no longer hold it."""
    for standing in standings(job.asked_by, civil_day(at)):
        if (standing.grant, standing.acting_for) == (job.grant_id, job.acting_for):
            return Actor(job.asked_by, standing, at, job.origin)
    raise NotPermitted(NO_RIGHT)


def start(job: Job, at: dt.datetime) -> None:
    """Note that the work has begun."""
    job.state, job.started_at = JobState.WORKING, at
    job.save(update_fields=["state", "started_at"])


def advance(job: Job, done: int, at: dt.datetime) -> None:
    """Note how many steps are behind it, and by those in about how many seconds it will be done."""
    job.done = done
    job.left = seconds_left(job, at)
    job.save(update_fields=["done", "left"])


def end(job: Job, at: dt.datetime, result: Mapping[str, Any]) -> None:
    """Note that the work is done, and what came of it."""
    job.state, job.ended_at, job.done, job.result = JobState.DONE, at, job.total, dict(result)
    job.save(update_fields=["state", "ended_at", "done", "result"])


def fail(job: Job, at: dt.datetime, sentence: Text) -> None:
    """Note that nothing came of the work, and why."""
    job.state, job.ended_at = JobState.FAILED, at
    job.words = {"vi": sentence.vi, "ru": sentence.ru, "en": sentence.en}
    job.save(update_fields=["state", "ended_at", "words"])
