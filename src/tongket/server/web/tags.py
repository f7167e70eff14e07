"""What templates can say: a text in three languages, numbers, percentages, days and moments as people write them.

A text stands in the template in all three languages at once, so none can be forgotten: `{% t "vi" "ru" "en" %}`.
"""

import datetime as dt
from decimal import Decimal
from typing import Any, Final

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from tongket.server.clock import ZONE
from tongket.server.web.language import spoken
from tongket.words import Text, percent_text, short_date, written

register = template.Library()
_MOMENT: Final = Text("{time} ngày {day}", "{time} {day}", "{time} on {day}")
_DEADLINE: Final = Text(
    "{hour} giờ {minute} ngày {day} (giờ Việt Nam)",
    "{hour}:{minute} {day} (время Вьетнама)",
    "{hour}:{minute} on {day} (Vietnam time)",
)


@register.simple_tag
def t(vi: str, ru: str, en: str, **values: object) -> SafeString:
    """Say a text in the language of the page; values are escaped."""
    return (
        format_html({"vi": vi, "ru": ru, "en": en}[spoken()], **values)
        if values
        else mark_safe(  # noqa: S308 - our own words
            {"vi": vi, "ru": ru, "en": en}[spoken()]
        )
    )


@register.filter
def say(text: Text | None) -> str:
    """Say a Text in the language of the page."""
    return text.to(spoken()) if text else ""


@register.filter
def number(value: Decimal | int | None, digits: int | None = None) -> str:
    """Write a number the way of the page's language; nothing for nothing."""
    return "" if value is None else written(value, spoken(), digits)


@register.filter
def percent(value: Decimal | None, digits: int | None = 1) -> str:
    """Write a percentage."""
    return "" if value is None else percent_text(value, spoken(), digits)


@register.filter
def day(value: dt.date | None) -> str:
    """Write a day; of a moment, the day it is in Vietnam."""
    if isinstance(value, dt.datetime):
        value = value.astimezone(ZONE).date()
    return short_date(value, spoken()) if value else ""


@register.filter
def moment(value: dt.datetime | None) -> str:
    """Write a moment as the clock shows it in Vietnam: 14:05 ngày 18/11/2022."""
    if value is None:
        return ""
    local = value.astimezone(ZONE)
    return _MOMENT.to(spoken()).format(time=f"{local:%H:%M}", day=short_date(local.date(), spoken()))


@register.filter
def clock(value: dt.datetime | None) -> str:
    """Write the time of day in Vietnam."""
    return f"{value.astimezone(ZONE):%H:%M}" if value else ""


@register.filter
def deadline(value: dt.datetime | None) -> str:
    """Write a deadline with its zone named: 17 giờ 00 ngày 20/11/2022 (giờ Việt Nam)."""
    if value is None:
        return ""
    local = value.astimezone(ZONE)
    day_ = short_date(local.date(), spoken())
    return _DEADLINE.to(spoken()).format(hour=f"{local:%H}", minute=f"{local:%M}", day=day_)


@register.filter
def of(mapping: Any, key: Any) -> Any:
    """Look up a key that is itself a variable."""
    return mapping.get(key) if mapping else None


@register.inclusion_tag("part_icon.html")
def icon(name: str) -> dict[str, str]:
    """Draw one of our own icons; it says nothing that the words beside it do not."""
    return {"name": name}


@register.inclusion_tag("part_state.html")
def state(label: str, tone: str) -> dict[str, str]:
    """Show a state as dot, word and colour; `tone` is quiet, now, good, warn or bad."""
    return {"label": label, "tone": tone}
