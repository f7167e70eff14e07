"""The frame every job works in: in the role it was asked for, telling how far it is, and ending with a sentence."""

from collections.abc import Callable, Mapping
from typing import Any

from tongket.server.actions import jobs
from tongket.server.actions.acting import Actor
from tongket.server.clock import now
from tongket.server.records.models import Job
from tongket.words import Refused

Advance = Callable[[], None]
"""Told after each step that is done."""
Work = Callable[[Job, Actor, Advance], Mapping[str, Any]]


def run(pk: int, work: Work) -> None:
    """Do the work of a job; whatever happens, the job says how it ended, so that no page waits for ever."""
    job = Job.objects.select_related("book", "asked_by", "acting_for").get(pk=pk)
    jobs.start(job, now())
    try:
        result = work(job, jobs.actor_of(job, now()), lambda: jobs.advance(job, job.done + 1, now()))
    except Refused as refused:
        jobs.fail(job, now(), refused.sentence)
    except Exception:
        jobs.fail(job, now(), jobs.BROKEN)
        raise  # a bug: the queue logs it
    else:
        jobs.end(job, now(), result)
