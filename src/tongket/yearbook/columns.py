"""The columns of a table, made of the fields of its fact: the type says how a text reads, the label its name."""

import dataclasses
import datetime as dt
import difflib
import types
import typing
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any, Final, cast

from tongket.figures import Amount
from tongket.words import LANGUAGES, Finding, Language, Place, Text
from tongket.year import Period
from tongket.yearbook import findings as say
from tongket.yearbook.values import ValueKind

RENAMED: Final = {"first": "from", "amount": "value"}
"""Fields whose column is called otherwise, because people say so."""
_KINDS: Final[Mapping[Any, ValueKind]] = {
    str: ValueKind.TEXT,
    Text: ValueKind.TEXT,
    int: ValueKind.WHOLE,
    bool: ValueKind.YES_NO,
    Decimal: ValueKind.NUMBER,
    dt.date: ValueKind.DATE,
    Period: ValueKind.PERIOD,
    Amount: ValueKind.AMOUNT,
}
_TRANSLATED: Final[Mapping[Language, Text]] = {
    "vi": Text("", "", ""),
    "ru": Text(" (tiếng Nga)", " (рус.)", " (Russian)"),
    "en": Text(" (tiếng Anh)", " (англ.)", " (English)"),
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: its wire name, the field it fills, and how its text reads.

    A text in three languages makes three columns, `name`, `name.ru`, `name.en`; `name.vi` means the first.
    """

    name: str
    field: str
    kind: ValueKind
    label: Text
    required: bool
    default: Any
    help: str = ""
    language: Language | None = None
    choices: type[StrEnum] | None = None

    @property
    def alias(self) -> str:
        """The other name it answers to, or its own."""
        return f"{self.name}.vi" if self.language == "vi" else self.name


def columns(cls: type[Any]) -> tuple[Column, ...]:
    """Return the columns of a fact in the order of its fields."""
    return _columns(cast("Any", cls))  # mypy does not see that every class can be hashed


def names(cls: type[Any]) -> frozenset[str]:
    """Return all names the columns of a fact answer to."""
    return _names(cast("Any", cls))


def unknown_columns(given: Mapping[str, Place | None], cls: type[Any], table: str) -> tuple[Finding, ...]:
    """Tell the names that are no column of a table, each with the nearest name it has."""
    known = [column.name for column in columns(cls)]
    return tuple(
        say.UNKNOWN_COLUMN.at(place, column=name, table=table, near=nearest(name, known), columns=", ".join(known))
        for name, place in given.items()
        if name not in names(cls)
    )


def nearest(name: str, known: Sequence[str]) -> str:
    """Return the name most like a wrong one."""
    return next(iter(difflib.get_close_matches(name.lower(), known, n=1, cutoff=0)), known[0])


@cache
def _columns(cls: Any) -> tuple[Column, ...]:  # noqa: ANN401 - see `columns`
    hints = typing.get_type_hints(cls)
    fields = (one for one in dataclasses.fields(cls) if one.name != "place")
    return tuple(column for one in fields for column in _columns_of(one, _base(hints[one.name])))


@cache
def _names(cls: Any) -> frozenset[str]:  # noqa: ANN401 - see `columns`
    return frozenset(name for column in columns(cls) for name in (column.name, column.alias))


def _columns_of(one: dataclasses.Field[Any], base: type[Any]) -> Iterator[Column]:
    label, name, help_vi = one.metadata["label"], RENAMED.get(one.name, one.name), one.metadata["help"]
    required = one.default is dataclasses.MISSING
    default = None if required else one.default
    choices = base if issubclass(base, StrEnum) else None
    kind = ValueKind.CHOICE if choices else _KINDS[base]
    if base is not Text:
        yield Column(name, one.name, kind, label, required, default, help_vi, None, choices)
        return
    for language in LANGUAGES:
        more = _TRANSLATED[language]
        full = Text(label.vi + more.vi, label.ru + more.ru, label.en + more.en)
        yield Column(
            name if language == "vi" else f"{name}.{language}",
            one.name,
            kind,
            full,
            required and language == "vi",
            default,
            help_vi,
            language,
        )


def _base(hint: Any) -> type[Any]:  # noqa: ANN401 - a type hint
    """The type of a field without its `| None`."""
    parts: tuple[type[Any], ...] = typing.get_args(hint) if typing.get_origin(hint) is types.UnionType else (hint,)
    return next(part for part in parts if part is not types.NoneType)
