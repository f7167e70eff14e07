"""Facts as rows of text and back: the one codec behind YAML, CSV, the Excel year book and the server's exchange.

A column is a field of the fact; its type says how the text reads. What is wrong comes back as findings, all at once.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final, TypeVar

from tongket.figures import measure_of
from tongket.words import Finding, FindingKind, Place, Text, errors_in, in_each_language
from tongket.yearbook import findings as say
from tongket.yearbook.by_hand import from_hand
from tongket.yearbook.choices import CHOICES
from tongket.yearbook.columns import RENAMED, Column, columns, names, unknown_columns
from tongket.yearbook.titles import TITLES
from tongket.yearbook.values import READERS, ValueKind, written

_COMPLAINTS: Final[Mapping[ValueKind, FindingKind]] = {
    ValueKind.TEXT: say.BAD_TEXT,
    ValueKind.WHOLE: say.BAD_WHOLE,
    ValueKind.NUMBER: say.BAD_NUMBER,
    ValueKind.YES_NO: say.BAD_YES_NO,
    ValueKind.DATE: say.BAD_DATE,
    ValueKind.PERIOD: say.BAD_PERIOD,
    ValueKind.AMOUNT: say.BAD_AMOUNT,
    ValueKind.DATED_AMOUNT: say.BAD_DATED_AMOUNT,
    ValueKind.CHOICE: say.BAD_CHOICE,
}

Fact = TypeVar("Fact")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of text: the values by column, and where the row, each value and each heading stand.

    `typed` names the columns whose text a person typed in a spreadsheet, where 2.999,4 and 30/11/2022 are meant.
    """

    values: Mapping[str, str]
    place: Place | None = None
    places: Mapping[str, Place] = field(default_factory=dict)
    heads: Mapping[str, Place] = field(default_factory=dict)
    typed: frozenset[str] = frozenset()

    def at(self, column: str) -> Place | None:
        """Where the value of a column stands, or the row when the column is not there."""
        return self.places.get(column, self.place)


def read(
    rows: Iterable[Row], cls: type[Fact], table: str = "", measures: Mapping[str, str] | None = None
) -> tuple[tuple[Fact, ...], tuple[Finding, ...]]:
    """Read rows as facts; a row with a wrong or missing value is left out and told, an empty row is passed over.

    `measures` maps each indicator to its measure, for rows that name no measure of their own.
    """
    facts: list[Fact] = []
    findings: list[Finding] = []
    for row in rows:
        if any(row.values.values()):
            reading = _Reading(row, cls, table or cls.__name__, measures or {})
            fact = reading.fact()
            findings.extend(reading.findings)
            if fact is not None:
                facts.append(fact)
    return tuple(facts), tuple(findings)


def write(
    facts: Iterable[Any],
    measures: Mapping[str, str] | None = None,
    *,
    explicit: Callable[[Column], bool] = lambda _: False,
) -> tuple[Row, ...]:
    """Write facts as rows that `read` reads back as equal; what equals its default stays out unless `explicit`."""
    return tuple(Row(_values_of(fact, measures or {}, explicit)) for fact in facts)


class _Reading:
    """The reading of one row, with what was found on the way."""

    def __init__(self, row: Row, cls: type[Any], table: str, measures: Mapping[str, str]) -> None:
        self.row, self.cls, self.table = row, cls, table
        self.findings: list[Finding] = []
        self.in_book = row.place is not None and bool(row.place.sheet)
        measure = row.values.get("measure") or measures.get(row.values.get("indicator", ""), "")
        self.on_date = _is_date(measure)

    def fact(self) -> Any:  # noqa: ANN401 - an instance of the class asked for
        row, known = self.row, names(self.cls)
        strange = {name: row.heads.get(name, row.at(name)) for name in row.values if name not in known}
        self.findings.extend(unknown_columns(strange, self.cls, self.table))
        found: dict[str, Any] = {}
        texts: dict[str, dict[str, str]] = {}
        for column in columns(self.cls):
            value = self._value(column)
            if column.language is not None:
                texts.setdefault(column.field, {})[column.language] = value or ""
            elif value is not None:
                found[column.field] = value
        found |= {name: self._text(name, parts) for name, parts in texts.items() if any(parts.values())}
        return None if self._is_spoilt() else self.cls(**found, place=self._place())

    def _value(self, column: Column) -> Any:  # noqa: ANN401 - one field of a fact
        name, text = self._given(column)
        if not text:
            if column.required:
                self._say(say.MISSING, column.name, column=self._called(column), table=self._table())
            return None
        kind = ValueKind.DATED_AMOUNT if column.kind is ValueKind.AMOUNT and self.on_date else column.kind
        exact: str = text
        remarks: tuple[Finding, ...] = ()
        if name in self.row.typed:
            exact, remarks = from_hand(text, kind, column.choices, self.row.at(name))
            self.findings.extend(remarks)
        try:
            return column.choices(exact) if column.choices else READERS[kind](exact)
        except ValueError:
            if not errors_in(remarks):
                more = {"choices": self._choices(column.choices)} if column.choices else {}
                self._say(_COMPLAINTS[kind], name, column=self._called(column), text=text, **more)
            return None

    def _given(self, column: Column) -> tuple[str, str]:
        """The text of a column and the name it was given under: a text in Vietnamese answers to two."""
        text, other = self.row.values.get(column.name, ""), self.row.values.get(column.alias, "")
        if text and other and column.name != column.alias:
            self._say(say.COLUMN_TWICE, column.alias, column=self._called(column))
        return (column.name, text) if text else (column.alias, other)

    def _text(self, name: str, parts: Mapping[str, str]) -> Text:
        if not parts["vi"] and not any(finding.kind is say.MISSING for finding in self.findings):
            column = next(c for c in columns(self.cls) if c.name == RENAMED.get(name, name))
            self._say(say.MISSING_VIETNAMESE, column.name, column=self._called(column))
        return Text(**parts)

    def _called(self, column: Column) -> Text | str:
        """A column as the person sees it: by its label in a workbook, by its name in YAML and CSV."""
        return column.label if self.in_book else column.name

    def _table(self) -> Text | str:
        return TITLES[self.table][0] if self.in_book and self.table in TITLES else self.table

    def _choices(self, choices: type[StrEnum]) -> Text | str:
        if not self.in_book:
            return ", ".join(choices)
        labels = [CHOICES[choices][choice] for choice in choices]
        return in_each_language(lambda language: ", ".join(label.to(language) for label in labels))

    def _is_spoilt(self) -> bool:
        """A wrong name spoils no value; it is an error all the same."""
        return any(finding.kind is not say.UNKNOWN_COLUMN for finding in errors_in(self.findings))

    def _place(self) -> Place | None:
        """A fact stands where its figure stands, so that a trace ends in the very cell; another where its row does."""
        figures = (c.name for c in columns(self.cls) if c.kind in {ValueKind.AMOUNT, ValueKind.NUMBER})
        figure = next(figures, "")
        return self.row.at(figure) if self.row.values.get(figure) else self.row.place

    def _say(self, kind: FindingKind, where: str, /, **values: Text | str) -> None:
        self.findings.append(kind.at(self.row.at(where), "", **values))


def _values_of(fact: Any, measures: Mapping[str, str], explicit: Callable[[Column], bool]) -> dict[str, str]:  # noqa: ANN401 - any fact
    on_date = _is_date(getattr(fact, "measure", "") or measures.get(getattr(fact, "indicator", ""), ""))
    values: dict[str, str] = {}
    for column in columns(type(fact)):
        value = getattr(fact, column.field)
        if value is None or (value == column.default and not column.required and not explicit(column)):
            continue
        if column.language:
            value = getattr(value, column.language)
        kind = ValueKind.DATED_AMOUNT if column.kind is ValueKind.AMOUNT and on_date else column.kind
        if text := written(kind, value):
            values[column.name] = text
    return values


def _is_date(measure: str) -> bool:
    return bool(measure) and measure_of(measure).dimension == "date"
