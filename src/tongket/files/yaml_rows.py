"""The tables of a year in YAML: `schema: tongket/1`, then a list of mappings under each table's name.

A text in several languages is a mapping {vi, ru, en} or, in Vietnamese alone, a plain text.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from tongket.files import findings as say
from tongket.files.yaml_nodes import Branch, Leaf, Listing, Node, load
from tongket.files.yaml_text import TableText, Value, document
from tongket.words import Finding, FindingKind, Place
from tongket.yearbook import BY_NAME, SCHEMA, Row, Table
from tongket.yearbook import findings as rows_say
from tongket.yearbook.columns import nearest

Rows = dict[str, tuple[Row, ...]]
"""Rows by the name of their table."""

_SHAPES: Final = {
    Leaf: "một giá trị / a value / значение",
    Branch: "các cặp ‘khóa: giá trị’ / ‘key: value’ pairs / пары «ключ: значение»",
    Listing: "một danh sách, mỗi dòng bắt đầu bằng ‘- ’ / a list of ‘- ’ / список из «- »",
}


def read(content: bytes, file: str) -> tuple[Rows, tuple[Finding, ...]]:
    """Read the tables of one YAML file; rows of a table this version does not know are told and left out."""
    node, findings = load(content, file)
    if node is None and findings:
        return {}, findings
    reading = _Reading(file)
    rows = reading.tables(node)
    return rows, (*findings, *reading.findings)


class _Reading:
    """One YAML file on its way to rows."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.findings: list[Finding] = []

    def tables(self, node: Node | None) -> Rows:
        if not isinstance(node, Branch):
            place = node.place if node else Place(self.file)
            self._say(
                say.WRONG_SHAPE if node else rows_say.NO_SCHEMA, place, expected=_SHAPES[Branch] if node else SCHEMA
            )
            return {}
        self._schema(node)
        return {
            entry.key.text: tuple(self._table(BY_NAME[entry.key.text], entry.node))
            for entry in node.entries
            if entry.key.text != "schema" and self._is_known(entry.key)
        }

    def _schema(self, node: Branch) -> None:
        schema = node.get("schema")
        if schema is None:
            self._say(rows_say.NO_SCHEMA, Place(self.file, line=1, column=1), expected=SCHEMA)
        elif not isinstance(schema, Leaf) or schema.text != SCHEMA:
            found = schema.text if isinstance(schema, Leaf) else "…"
            self._say(rows_say.WRONG_SCHEMA, schema.place, found=found, expected=SCHEMA)

    def _is_known(self, key: Leaf) -> bool:
        if key.text in BY_NAME:
            return True
        tables = ", ".join(BY_NAME)
        self._say(
            rows_say.UNKNOWN_TABLE, key.place, table=key.text, near=nearest(key.text, list(BY_NAME)), tables=tables
        )
        return False

    def _table(self, table: Table, node: Node) -> Iterator[Row]:
        if table.single and isinstance(node, Branch):
            yield self._row(node)
        elif isinstance(node, Listing):
            for item in node.items:
                if isinstance(item, Branch):
                    yield self._row(item)
                else:
                    self._say(say.WRONG_SHAPE, item.place, expected=_SHAPES[Branch])
        elif not (isinstance(node, Leaf) and not node.text):
            self._say(say.WRONG_SHAPE, node.place, expected=_SHAPES[Branch if table.single else Listing])

    def _row(self, node: Branch) -> Row:
        values: dict[str, str] = {}
        places: dict[str, Place] = {}
        heads: dict[str, Place] = {}
        for name, key, leaf in self._leaves(node):
            values[name], places[name], heads[name] = leaf.text.strip(), leaf.place, key.place
        return Row(values, node.place, places, heads)

    def _leaves(self, node: Branch) -> Iterator[tuple[str, Leaf, Leaf]]:
        """Every value with its column: under a key, or under a key and a language."""
        for entry in node.entries:
            if isinstance(entry.node, Leaf):
                yield entry.key.text, entry.key, entry.node
                continue
            for part in entry.node.entries if isinstance(entry.node, Branch) else ():
                if isinstance(part.node, Leaf):
                    yield f"{entry.key.text}.{part.key.text}", part.key, part.node
                else:
                    self._say(say.WRONG_SHAPE, part.node.place, expected=_SHAPES[Leaf])
            if isinstance(entry.node, Listing):
                self._say(say.WRONG_SHAPE, entry.node.place, expected=_SHAPES[Leaf])

    def _say(self, kind: FindingKind, place: Place, /, **values: str) -> None:
        self.findings.append(kind.at(place, **values))


def written(comment: str, tables: Mapping[Table, Sequence[Row]]) -> str:
    """Write tables as one YAML file; the same rows always give the same bytes."""
    texts = [
        TableText(table.name, f"{table.title.vi}: {table.about.vi}", [_nested(row) for row in rows], table.single)
        for table, rows in tables.items()
        if rows
    ]
    return document(comment, SCHEMA, texts)


def _nested(row: Row) -> dict[str, Value]:
    """The languages of a text go under one key; a text in Vietnamese alone stands plain."""
    nested: dict[str, Value] = {}
    for name, text in row.values.items():
        base, _, language = name.partition(".")
        before = nested.get(base)
        nested[base] = (
            text if not language else {**({"vi": before} if isinstance(before, str) else before or {}), language: text}
        )
    return nested
