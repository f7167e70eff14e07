"""The values of an event as people write them: the log keeps days and moments as ISO text."""

import datetime as dt
from typing import Any

from tongket.server.web.language import spoken
from tongket.server.web.tags import deadline
from tongket.words import short_date


def said(value: Any) -> str:
    """Write a value; a text that is no day and no moment stays as it is."""
    if not isinstance(value, str):
        return str(value)
    try:
        if "T" in value:
            return deadline(dt.datetime.fromisoformat(value))
        return short_date(dt.date.fromisoformat(value), spoken())
    except ValueError:
        return value
