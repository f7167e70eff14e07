"""How late a dossier is: the moment is 17:00 in Vietnam, the days are working days there, Monday to Friday."""

import datetime as dt
from dataclasses import dataclass

from tongket.server.clock import civil_day
from tongket.server.records.models import DossierCase
from tongket.server.records.queries.dossiers import due
from tongket.year import working_days_late


@dataclass(frozen=True, slots=True)
class Lateness:
    """When a dossier is due, whether it came (or has still to come) after that moment, and by how many days.

    `working_days` is 0 for what came later on the very day; `days_left` are civil days still to go, None once it came
    or where no day was set.
    """

    due: dt.datetime | None
    came: dt.datetime | None
    is_late: bool
    working_days: int
    days_left: int | None


def lateness(case: DossierCase, at: dt.datetime) -> Lateness:
    """Weigh a dossier at a moment: one second after 17:00 is late."""
    limit, came = due(case), case.received_at
    moment = came or at
    if limit is None:
        return Lateness(None, came, is_late=False, working_days=0, days_left=None)
    days = working_days_late(civil_day(limit), civil_day(moment))
    left = None if came else max((civil_day(limit) - civil_day(at)).days, 0)
    return Lateness(limit, came, moment > limit, days, left)
