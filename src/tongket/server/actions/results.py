"""What is done to the figures of a year as a whole: dossiers that count are consolidated, the figures are cut off."""

from tongket.dossier.states import DossierState, DossierStep
from tongket.server.actions.acting import Actor, Subject, acting, touch
from tongket.server.actions.dossier.subjects import move
from tongket.server.actions.refusals import WrongState
from tongket.server.clock import ZONE
from tongket.server.records.models import DossierCase, YearBook
from tongket.server.records.queries.books import accepted_cases
from tongket.words import Refused, Text, in_each_language, short_date

NOTHING_ACCEPTED = Text(
    "Chưa có hồ sơ nào đạt yêu cầu nên chưa tổng hợp được.",
    "Пока ни один комплект материалов не принят, свести нечего.",
    "No dossier has been accepted yet, so there is nothing to consolidate.",
)
_CUT = Text(
    "Số liệu đã chốt lúc {time} ngày {day}.",
    "Данные уже зафиксированы {day} в {time}.",
    "The figures were cut off already, at {time} on {day}.",
)


def consolidate(*, actor: Actor, book: YearBook) -> tuple[str, ...]:
    """Mark every dossier that met the requirements as consolidated ("Đã tổng hợp"), and return whose they are.

    Raises Refused when no dossier counts.
    """
    with acting(actor, "results.consolidate", Subject(book)) as event:
        if not accepted_cases(book):
            raise Refused(NOTHING_ACCEPTED)
        waiting = DossierCase.objects.select_for_update().filter(book=book, state=DossierState.ACCEPTED.value)
        moved = tuple(waiting)
        for case in moved:
            move(case, DossierStep.CONSOLIDATE)
            case.save(update_fields=["state"])
        if moved:
            touch(book)
        event.after = {"org_units": [case.org_unit for case in moved]}
    return tuple(case.org_unit for case in moved)


def cut_off(*, actor: Actor, book: YearBook) -> None:
    """Cut off the figures ("Chốt số liệu"): from now on every change is listed with its reason.

    Raises WrongState when they were cut off before, Refused when no dossier counts.
    """
    with acting(actor, "results.cut_off", Subject(book)) as event:
        now = YearBook.objects.select_for_update().get(pk=book.pk)
        if now.cut_at:
            local = now.cut_at.astimezone(ZONE)
            day = in_each_language(lambda language: short_date(local.date(), language))
            raise WrongState(_CUT.fill(time=f"{local:%H:%M}", day=day))
        if not accepted_cases(book):
            raise Refused(NOTHING_ACCEPTED)
        now.cut_at = book.cut_at = actor.at
        now.save(update_fields=["cut_at"])
        event.after = {"cut_at": actor.at, "revision": now.revision}
