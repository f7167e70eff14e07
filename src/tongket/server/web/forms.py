"""What a person typed into a form, read as what it means; what cannot be read is refused with one sentence."""

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final, TypeVar

from tongket.words import Refused, Text, normalised

_MISSING: Final = Text("Chưa điền ô “{what}”.", "Не заполнено поле «{what}».", "The field “{what}” is empty.")
_NO_DAY: Final = Text(
    "Ô “{what}”: “{text}” không phải là ngày. Ghi như 30/11/2022.",
    "Поле «{what}»: «{text}» — не дата. Пишите, например, 30.11.2022.",
    "The field “{what}”: “{text}” is not a day. Write it like 30/11/2022.",
)
_NOT_OFFERED: Final = Text(
    "Ô “{what}”: không có lựa chọn “{text}”.",
    "Поле «{what}»: нет варианта «{text}».",
    "The field “{what}”: there is no choice “{text}”.",
)
_DIGITS: Final = 18
Choice = TypeVar("Choice", bound=StrEnum)


def text_of(form: Mapping[str, str], field: str, label: Text | None = None) -> str:
    """Return a text with its spaces put right; with a label it may not be empty. Raises Refused."""
    text = normalised(str(form.get(field) or ""))
    if label is not None and not text:
        raise _refused(_MISSING, label)
    return text


def day_of(form: Mapping[str, str], field: str, label: Text) -> dt.date:
    """Return a day as browsers send it (2022-11-30) or as people write it (30/11/2022). Raises Refused."""
    text = text_of(form, field, label)
    found = read_day(text)
    if found is None:
        raise _refused(_NO_DAY, label, text)
    return found


def read_day(text: str) -> dt.date | None:
    """Read a day in either way, or nothing."""
    try:
        if text[:4].isdigit():
            return dt.date.fromisoformat(text)
        day, month, year = text.replace(".", "/").split("/")
        return dt.date(int(year), int(month), int(day))
    except (ValueError, OverflowError):
        return None


def number_of(text: str) -> int | None:
    """Read a whole number as our pages write it, or nothing; none has more digits than a database holds."""
    return int(text) if text.isdecimal() and len(text) <= _DIGITS else None


def revision_of(form: Mapping[str, Any]) -> int:
    """Return at which revision of the year a page was made; none that there is where the page does not say."""
    number = number_of(str(form.get("revision", "")))
    return -1 if number is None else number


def choice_of(form: Mapping[str, str], field: str, kind: type[Choice], label: Text) -> Choice:
    """Return one of the choices. Raises Refused."""
    text = text_of(form, field, label)
    try:
        return kind(text)
    except ValueError:
        raise _refused(_NOT_OFFERED, label, text) from None


def _refused(sentence: Text, label: Text, text: str = "") -> Refused:
    return Refused(
        Text(
            sentence.vi.format(what=label.to("vi"), text=text),
            sentence.ru.format(what=label.to("ru"), text=text),
            sentence.en.format(what=label.to("en"), text=text),
        )
    )
