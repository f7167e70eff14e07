"""What a person typed into a form, read as what it means; what cannot be read is refused with one sentence."""

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from typing import Final, TypeVar

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
    except ValueError:
        return None


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
