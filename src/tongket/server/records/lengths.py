"""A text longer than its field is refused in words on every database; SQLite would keep it, PostgreSQL would crash."""

from collections.abc import Iterable
from typing import Any, Final

from django.db.models import CharField, Model
from django.db.models.signals import pre_save

from tongket.words import Refused, Text

_TOO_LONG: Final = Text(
    "Nội dung “{start}…” dài quá {limit} ký tự. Rút ngắn rồi gửi lại.",
    "Текст «{start}…» длиннее {limit} знаков. Сократите его и отправьте снова.",
    "The text “{start}…” is longer than {limit} characters. Shorten it and send again.",
)
_START: Final = 40


def refuse_too_long(rows: Iterable[Model]) -> None:
    """Refuse rows in which a text is longer than its field. Raises Refused."""
    for row in rows:
        for field in row._meta.concrete_fields:  # noqa: SLF001 - Django's own way to the fields of a model
            value = getattr(row, field.attname)
            if (
                isinstance(field, CharField)
                and isinstance(value, str)
                and len(value) > (field.max_length or len(value))
            ):
                raise Refused(_TOO_LONG.fill(start=value[:_START], limit=str(field.max_length)))


def connect() -> None:
    """Look at every row of ours before it is written."""
    pre_save.connect(_before_saving, dispatch_uid="lengths")


def _before_saving(sender: type[Model], instance: Model, **_: Any) -> None:
    if sender._meta.app_label == "records":  # noqa: SLF001 - as above
        refuse_too_long((instance,))
