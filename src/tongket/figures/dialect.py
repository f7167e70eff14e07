"""What a calculation over many rows may ask of an engine's SQL, so that the year's sums are written once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


class Dialect(Protocol):
    """The few places where engines write or mean SQL differently; the rest is plain SQL that all share."""

    @property
    def name(self) -> str:
        """The engine's name, for messages."""
        ...

    def identifier(self, name: str) -> str:
        """Quote the name of a table or column."""
        ...

    def at_greatest(self, value: str, key: str) -> str:
        """Write the aggregate that gives `value`, be it NULL, of the row whose `key` is greatest."""
        ...

    def total(self, expression: str) -> str:
        """Write the aggregate that sums integers in a type of at least 126 bits, where 64-bit parts cannot overflow."""
        ...

    def quotient(self, expression: str, divisor: int) -> str:
        """Write the whole quotient of an integer that is not negative."""
        ...

    def whole(self, expression: str) -> str:
        """Write the same integer in 64 bits, where it is known to fit."""
        ...


@dataclass(frozen=True, slots=True)
class Query:
    """One named SELECT; it may read tables and the queries named before it."""

    name: str
    sql: str


def with_clause(queries: tuple[Query, ...], dialect: Dialect) -> str:
    """Make one statement of many: every query but the last as a WITH entry, the last as the answer."""
    *before, answer = queries
    entries = ",\n".join(f"{dialect.identifier(query.name)} AS (\n{query.sql}\n)" for query in before)
    return f"WITH {entries}\n{answer.sql}" if before else answer.sql
