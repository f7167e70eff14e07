"""The rows of the register that a change takes out and brings in, in the words of the table's heads."""

from collections.abc import Iterable
from dataclasses import dataclass

from tongket.server.actions.organisation import RowChange
from tongket.words import Language
from tongket.yearbook import BY_NAME, Column, columns
from tongket.yearbook.values import ValueKind


@dataclass(frozen=True, slots=True)
class ShownRow:
    """One row that would go or come: in which table, and its values with their heads."""

    table: str
    is_new: bool
    values: tuple[tuple[str, str], ...]


def shown_rows(rows: Iterable[RowChange], language: Language) -> tuple[ShownRow, ...]:
    """Return rows as people read them: choices by their words, days as days are written."""
    return tuple(_shown(row, language) for row in rows)


def _shown(row: RowChange, language: Language) -> ShownRow:
    table = BY_NAME[row.table]
    said = (
        (column.label.to(language), _said(column, row.values[column.name], language))
        for column in columns(table.fact)
        if row.values.get(column.name)
    )
    return ShownRow(table.title.to(language), row.is_new, tuple(said))


def _said(column: Column, text: str, language: Language) -> str:
    if column.choices:
        from tongket.yearbook.choices import CHOICES

        return CHOICES[column.choices][column.choices(text)].to(language)
    if column.kind is ValueKind.DATE:
        mark = "." if language == "ru" else "/"
        return mark.join(reversed(text.split("-")))
    return text
