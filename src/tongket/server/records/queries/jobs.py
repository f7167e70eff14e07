"""How far long work is, and in about how many seconds it will be done."""

import datetime as dt
import math
from typing import Final

from tongket.server.records.models import Job, JobKind, JobState, YearBook
from tongket.words import Text

_GIVEN_UP: Final = dt.timedelta(minutes=15)
"""After so long nobody works on it any more: the process that did was stopped."""
_UNTAKEN: Final = dt.timedelta(seconds=30)


def running(book: YearBook, kind: JobKind, at: dt.datetime) -> Job | None:
    """Return the work of a kind that is under way in a year, the newest."""
    found = Job.objects.filter(book=book, kind=kind, state__in=(JobState.WAITING, JobState.WORKING))
    return found.filter(asked_at__gt=at - _GIVEN_UP).order_by("-id").first()


def job_of(book: YearBook, kind: JobKind, pk: int) -> Job | None:
    """Return a job of a year by its number."""
    return Job.objects.filter(book=book, kind=kind, pk=pk).first()


def seconds_left(job: Job, at: dt.datetime) -> int | None:
    """Return in about how many seconds it will be done; None before a third of its steps are behind it."""
    if job.started_at is None or job.done * 3 < job.total or job.done >= job.total:
        return None
    passed = (at - job.started_at) / dt.timedelta(seconds=1)
    return max(1, math.ceil(passed / job.done * (job.total - job.done)))


def is_untaken(job: Job, at: dt.datetime) -> bool:
    """Say whether nobody has taken the work up for so long that no worker seems to run."""
    return job.state == JobState.WAITING and at - job.asked_at > _UNTAKEN


def words_of(job: Job) -> Text:
    """Return why a job failed."""
    return Text(job.words.get("vi", ""), job.words.get("ru", ""), job.words.get("en", ""))
