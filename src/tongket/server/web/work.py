"""Long work as a page tells it: what is being done, how far it is, in about how many seconds it will be over."""

from dataclasses import dataclass
from typing import Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from tongket.server.records.models import Job, JobKind, JobState
from tongket.server.records.queries.jobs import is_untaken, words_of
from tongket.server.web.language import spoken
from tongket.server.web.visit import Visit
from tongket.words import Text

_DOING: Final = {
    JobKind.CONSOLIDATE: Text(
        "Đang tổng hợp {count} hồ sơ", "Сводятся материалы: {count}", "Consolidating {count} dossiers"
    ),
    JobKind.DOCUMENTS: Text("Đang lập văn bản", "Создаются документы", "Making the documents"),
}
_ROUTES: Final = {JobKind.CONSOLIDATE: "results_job", JobKind.DOCUMENTS: "document_job"}
_LEFT: Final = Text(", còn khoảng {count} giây.", ", осталось около {count} с.", ", about {count} seconds left.")
_UNTAKEN: Final = Text(
    "Chưa có tiến trình nào nhận việc này. Đề nghị báo quản trị hệ thống chạy: tongket worker.",
    "Никто не взял эту работу. Попросите администратора запустить: tongket worker.",
    "Nobody has taken this work up. Ask the administrator to run: tongket worker.",
)


@dataclass(frozen=True, slots=True)
class Work:
    """Work that is under way: the sentence, how many steps are behind it, and where it is told of."""

    sentence: str
    done: int
    total: int
    address: str


def work_of(job: Job | None, found: Visit) -> Work | None:
    """Return what is under way as a page tells it; None where nothing is."""
    if job is None or job.is_over:
        return None
    kind, language = JobKind(job.kind), spoken()
    if is_untaken(job, found.actor.at):
        sentence = _UNTAKEN.to(language)
    else:
        dossiers = max(job.total - 2, 0)  # beside them, adding up and marking are steps of a consolidation
        said = _DOING[kind].to(language).format(count=dossiers)
        sentence = said + ("." if job.left is None else _LEFT.to(language).format(count=job.left))
    return Work(sentence, job.done, job.total, reverse(_ROUTES[kind], kwargs={"book": found.book.slug, "job": job.pk}))


def work_answer(request: HttpRequest, found: Visit, job: Job, back: str, done: Text) -> HttpResponse:
    """Answer how far work is; once it is over, say how it ended on the page it belongs to."""
    work = work_of(job, found)
    part = bool(request.headers.get("HX-Request"))
    if work is not None:
        return render(request, "part_work.html" if part else "work.html", {"work": work})
    if job.state == JobState.FAILED:
        messages.error(request, words_of(job).to(spoken()))
    else:
        messages.success(request, done.to(spoken()))
    if not part:
        return redirect(back, book=found.book.slug)
    answer = HttpResponse(status=204)
    answer.headers["HX-Redirect"] = reverse(back, kwargs={"book": found.book.slug})
    return answer
