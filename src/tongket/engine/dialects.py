"""How DuckDB writes the few things on which engines differ."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DuckDB:
    """DuckDB 1.5 and 2: sums of integers are 128 bits wide, and casts that do not fit are refused."""

    name: str = "duckdb"

    def identifier(self, name: str) -> str:
        """Quote a name."""
        return '"' + name.replace('"', '""') + '"'

    def at_greatest(self, value: str, key: str) -> str:
        """Take the value with the greatest key; plain `arg_max` would pass over a NULL."""
        return f"arg_max_null({value}, {key})"

    def total(self, expression: str) -> str:
        """Sum in 128 bits, which is what DuckDB does with integers."""
        return f"sum({expression})"

    def quotient(self, expression: str, divisor: int) -> str:
        """Divide whole numbers; a plain `/` would give a float."""
        return expression if divisor == 1 else f"({expression} // {divisor})"

    def whole(self, expression: str) -> str:
        """Cast to 64 bits."""
        return f"CAST({expression} AS BIGINT)"


DUCKDB = DuckDB()
