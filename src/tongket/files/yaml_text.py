"""YAML as people write it: one row a line where it fits, long texts folded, quotes only where they are needed.

The same rows give the same bytes, and every scalar reads back as the same text.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

Value = str | Mapping[str, str]
"""A scalar, or the languages of a text."""
Row = Mapping[str, Value]
_WIDTH: Final = 110
_FIRST: Final = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`]|-(?=[^\s,\[\]{}])")
_NOT_PLAIN: Final = re.compile(r":(\s|$)|\s#|[\t\n\u2028\u2029]|^(---|\.\.\.|<<)")
_NOT_IN_FLOW: Final = re.compile(r"[,\[\]{}?]")
_ESCAPED: Final = re.compile(r"[\t\u2028\u2029]")
_ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\u2028": "\\L", "\u2029": "\\P"}


@dataclass(frozen=True, slots=True)
class TableText:
    """A table to write: its name, the comment above it, and its rows; a single row is written as one mapping."""

    name: str
    comment: str
    rows: Sequence[Row]
    single: bool = False


def document(comment: str, schema: str, tables: Sequence[TableText]) -> str:
    """Write a document with its schema and tables."""
    lines = [f"# {comment}", f"schema: {schema}"]
    for table in tables:
        lines += ["", f"# {table.comment}", f"{table.name}:"]
        lines += _block(table.rows[0], 2) if table.single else _rows(table.rows)
    return "\n".join(lines) + "\n"


def _rows(rows: Sequence[Row]) -> list[str]:
    """One row a line when every row of the table fits a line, else one field a line."""
    flat = [f"  - {_inline(row)}" for row in rows]
    if all(len(line) <= _WIDTH and "\\n" not in line for line in flat):
        return flat
    lines: list[str] = []
    for row in rows:
        first, *others = _block(row, 4)
        lines += [f"  - {first[4:]}", *others]
    return lines


def _block(row: Row, indent: int) -> list[str]:
    lines: list[str] = []
    gap = " " * indent
    for key, value in row.items():
        short = f"{gap}{key}: {_inline(value)}"
        if isinstance(value, str):
            lines += _field(key, value, indent)
        elif len(short) <= _WIDTH and "\\n" not in short:
            lines.append(short)
        else:
            lines += [f"{gap}{key}:", *_block(value, indent + 2)]
    return lines


def _field(key: str, text: str, indent: int) -> list[str]:
    """A short text stands beside its key; a long one is folded under it; one of several lines keeps them."""
    gap, under = " " * indent, " " * (indent + 2)
    plain_lines = not _ESCAPED.search(text) and text == text.strip()
    if plain_lines and "\n" in text:
        return [f"{gap}{key}: |-", *(f"{under}{line}" if line else "" for line in text.split("\n"))]
    if plain_lines and "  " not in text and indent + len(key) + len(text) > _WIDTH:
        return [f"{gap}{key}: >-", *(f"{under}{line}" for line in _folded(text, _WIDTH - indent - 2))]
    return [f"{gap}{key}: {_scalar(text, flow=False)}"]


def _folded(text: str, width: int) -> Iterator[str]:
    line = ""
    for word in text.split(" "):
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line


def _inline(value: Value | Row) -> str:
    if isinstance(value, str):
        return _scalar(value, flow=True)
    return "{" + ", ".join(f"{key}: {_inline(part)}" for key, part in value.items()) + "}"


def _scalar(text: str, *, flow: bool) -> str:
    if _is_plain(text, flow=flow):
        return text
    if _ESCAPED.search(text) or "\n" in text:
        return '"' + "".join(_ESCAPES.get(sign, sign) for sign in text) + '"'
    return "'" + text.replace("'", "''") + "'"


def _is_plain(text: str, *, flow: bool) -> bool:
    if not text or text != text.strip() or not _FIRST.match(text) or _NOT_PLAIN.search(text):
        return False
    return not (flow and _NOT_IN_FLOW.search(text))
