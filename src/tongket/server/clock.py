"""The only place where the server reads the clock; the demonstration year pretends that it is a day of that year.

No action calls it: `at` is an argument everywhere below the doors (DESIGN §5).
"""

import datetime as dt
import zoneinfo
from typing import Final

from django.conf import settings
from django.utils import timezone

ZONE: Final = zoneinfo.ZoneInfo("Asia/Ho_Chi_Minh")
_STARTED: Final = timezone.now()


def now() -> dt.datetime:
    """Return this moment; in the demonstration, the pretended one, running on since the start."""
    pretended: dt.datetime | None = settings.PRETENDED_NOW
    return timezone.now() if pretended is None else pretended + (timezone.now() - _STARTED)


def civil_day(moment: dt.datetime) -> dt.date:
    """Return the civil day of a moment in Vietnam."""
    return moment.astimezone(ZONE).date()


def end_of_office(day: dt.date) -> dt.datetime:
    """Return 17:00 in Vietnam on a day: when what is due that day is due."""
    return dt.datetime.combine(day, dt.time(17), ZONE)
