"""Between a fact and its row in the database: one codec for every table, the same text the year folder writes."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import Any, Final

from django.apps import apps
from django.db.models import BooleanField, DateField, Field, IntegerField, Model

from tongket import yearbook
from tongket.server.records.lengths import refuse_too_long
from tongket.server.records.models import FactRow, YearBook
from tongket.words import Place
from tongket.yearbook import TABLES, Column, Row, Table

RENAMED: Final = {"from": "first", "id": "person_id"}
"""Columns whose field has another name: one is a word of Python, the other one of Django."""


def field_name(column: str) -> str:
    """Return the name of the field that keeps a column: `name.ru` is `name_ru`."""
    return RENAMED.get(column, column.replace(".", "_"))


def model_of(table: Table) -> type[FactRow]:
    """Return the model that keeps the rows of a table; it is called like the fact."""
    model: type[FactRow] = apps.get_model("records", table.fact.__name__)
    return model


def rows_of(facts: Iterable[Any], table: Table, book: YearBook, measures: Mapping[str, str]) -> Iterator[FactRow]:
    """Give the rows that keep some facts of a table, in their order."""
    model = model_of(table)
    columns = yearbook.columns(table.fact)
    fields = {column.name: model._meta.get_field(field_name(column.name)) for column in columns}  # noqa: SLF001 - Django's public way
    for ordinal, fact in enumerate(facts):
        [row] = yearbook.write((fact,), measures)
        values = {fields[name].name: _kept(fields[name], text) for name, text in row.values.items()}
        place = asdict(fact.place) if fact.place else None
        yield model(book=book, ordinal=ordinal, place=place, **values)


def facts_in(book: YearBook, table: Table, measures: Mapping[str, str]) -> tuple[Any, ...]:
    """Return the facts a book keeps in a table, in their order.

    What was kept was checked when it was taken in, so a row that cannot be read is a damaged database: ValueError.
    """
    columns = yearbook.columns(table.fact)
    kept = model_of(table)._default_manager.filter(book=book).values()  # noqa: SLF001 - Django's public way
    rows = [Row(_values(row, columns), Place(**row["place"]) if row["place"] else None) for row in kept]
    facts, findings = yearbook.read(rows, table.fact, table.name, measures)
    if len(facts) != len(rows):
        raise ValueError("; ".join(finding.sentence() for finding in findings))
    return facts


def replace_rows(book: YearBook, facts: Mapping[str, tuple[Any, ...]]) -> None:
    """Keep these tables of a book in place of what was kept of them before."""
    measures = {one.code: one.measure for one in facts.get("indicators") or indicators_of(book)}
    for table in TABLES:
        if table.name in facts:
            model = model_of(table)
            model._default_manager.filter(book=book).delete()  # noqa: SLF001
            rows = list(rows_of(facts[table.name], table, book, measures))
            refuse_too_long(rows)
            model._default_manager.bulk_create(rows, batch_size=500)  # noqa: SLF001


def indicators_of(book: YearBook) -> tuple[Any, ...]:
    """Return the indicators of a book: they say in which measure the others speak."""
    return facts_in(book, yearbook.BY_NAME["indicators"], {})


def _values(row: Mapping[str, Any], columns: Iterable[Column]) -> dict[str, str]:
    given = ((column.name, _text(row[field_name(column.name)])) for column in columns)
    return {name: text for name, text in given if text}


def _text(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case dt.date():
            return value.isoformat()
    return str(value)


def _kept(field: "Field[Any, Any] | Any", text: str) -> object:
    if isinstance(field, BooleanField):
        return text == "true"
    if isinstance(field, DateField):
        return dt.date.fromisoformat(text)
    return int(text) if isinstance(field, IntegerField) else text


def tables_of(model: type[Model]) -> str:
    """Return the name of the table in the database."""
    return model._meta.db_table  # noqa: SLF001 - Django's public way
