"""The reference page of the year folder, made of the same metadata that reads it; a test holds the two equal."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from tongket.figures import MEASURES
from tongket.yearbook.choices import CHOICES
from tongket.yearbook.columns import Column, columns
from tongket.yearbook.schema import SCHEMA, TABLES, Table
from tongket.yearbook.values import ValueKind, written

_KINDS: Final = {ValueKind.WHOLE: "whole number", ValueKind.YES_NO: "yes or no"}
_HEAD: Final = """\
# The year folder

<!-- Made by tongket.yearbook.reference_page(); a test holds it equal to the code. -->

A year is a folder. People write `inputs/`; everything in it is read, in sub-folders too, and every fault is told at
once with its file and line and column, or cell.

| file | what it is |
|---|---|
| `inputs/*.yaml` | any names; `schema: {schema}` at the head, then tables |
| `inputs/TABLE.csv`, `inputs/TABLE-anything.csv` | the rows of one table under a row of column names |
| `inputs/year.xlsx` (any name, directly in `inputs/`) | the Excel year book: one sheet a table |
| `inputs/mappings/*.xlsx` | how workbooks that are not our form are read; no tables of the year |

All three may stand side by side; their rows are put together in the order of the paths. Files whose names begin with
`.` or `~$` are passed over. The same year written as YAML, as Excel and as YAML again is the same year and the same
bytes.

## YAML

```yaml
schema: {schema}
year: {{year: 2021, org_unit: VSP, title: Báo cáo tổng kết năm 2021}}
org_units:
  - {{code: VSP, name: {{vi: Liên doanh Việt – Nga Vietsovpetro, ru: СП «Вьетсовпетро»}}, kind: venture}}
```

A table is a list of rows; `year` and `paper` are one row. A text is plain (Vietnamese) or a mapping of `vi`, `ru`,
`en`. Every scalar is read as text and typed by its column, so nothing needs quotes for its type. Anchors, aliases,
tags, merge keys and second documents are refused; so are a key given twice and a key the table does not have.

## CSV

UTF-8, with or without byte order mark. The languages of a text are columns: `name`, `name.ru`, `name.en`. A comma
separates exact values as below. A semicolon is what a spreadsheet with decimal commas writes: there values are read
as typed by hand, as in Excel.

## Excel

The sheets bear the Vietnamese names below. Rows: a title, the labels, the column names in small grey, then the data;
`Năm` and `Văn bản` stand upright. Columns may be moved, rows inserted, sheets and columns of one's own added (they are
named in a warning and not read). Numbers are read as Excel shows them, to fifteen digits. Typed text is understood the
Vietnamese way: `2999,4`, `30/11/2022`, `Quý IV/2021`, `11/2021`, `6 tháng/2021`, `9 tháng/2021`, `trên 3000`, `Có`, the
label of a choice. `2.999` as text may be two numbers, so it is asked about; `2.999,4` is understood and said back.

## Values

| value | written | examples |
|---|---|---|
| text | as it is | `Khai thác dầu` |
| whole number, number | plain decimal, point, no groups | `2`, `-4.5` |
| yes or no | `true` `false`, `yes` `no`, `có` `không` | `true` |
| date | year-month-day | `2022-11-28` |
| period | year, half, nine months, quarter, month, day | `2022` `2022-H1` `2022-9M` `2022-Q4` `2022-11` `2022-11-28` |
| amount | a number, a range, a bound | `2999.4`, `3.00..4.50`, `>3000`, `<157` |
| amount in the measure `day` | a day, a period, a range, a bound | `2022-12-31`, `2023-Q2`, `<2022-12-31` |
| choice | one of the codes listed below | `venture` |

Closing zeros are no part of a number. `from` is the first day of something, `until` the first day it is no longer so;
empty is open. A value left empty takes the default named in its table.
"""


def reference_page() -> str:
    """Return the page `docs/reference/year-folder.md`."""
    parts = [_HEAD.format(schema=SCHEMA), "## Tables\n"]
    parts += (_table(table) for table in TABLES)
    return "\n".join((*parts, _choices(), _measures()))


def _table(table: Table) -> str:
    rows = (
        (f"`{c.name}`", c.label.vi, c.label.en, _value(table, c), "**required**" if c.required else _default(c))
        for c in columns(table.fact)
    )
    one = " One row." if table.single else ""
    head = f"### `{table.name}` · {table.title.vi}\n\n{table.about.en}{one} Written to `{table.file}`."
    return f"{head}\n\n{_grid(('column', 'nhãn', 'label', 'value', 'if empty'), rows)}"


def _value(table: Table, column: Column) -> str:
    if listed := table.refers(column.name):
        return f"a code of `{listed}`"
    if column.choices:
        allowed = table.choices.get(column.name) or tuple(column.choices)
        return "choice: " + ", ".join(f"`{code}`" for code in allowed)
    return _KINDS.get(column.kind, column.kind.value)


def _default(column: Column) -> str:
    if column.language or column.default in (None, ""):
        return "–"
    return f"`{written(column.kind, column.default)}`"


def _choices() -> str:
    lists = (
        f"### {_words(choices.__name__)}\n\n"
        + _grid(
            ("code", "tiếng Việt", "русский", "English"),
            ((f"`{code}`", label.vi, label.ru, label.en) for code, label in labels.items()),
        )
        for choices, labels in CHOICES.items()
    )
    return "\n".join(("## Choices\n", *lists))


def _words(name: str) -> str:
    """The name of a class as words: OrgUnitKind, org unit kind."""
    return re.sub(r"(?<!^)(?=[A-Z])", " ", name).lower()


def _measures() -> str:
    said = (
        "A measure is a code or its Vietnamese name. Those of one dimension differ by scale and convert exactly; "
        "any other name stands for itself and converts to nothing."
    )
    rows = ((f"`{m.code}`", m.label.vi, m.label.ru, m.dimension.replace("_", " ")) for m in MEASURES.values())
    return f"## Measures\n\n{said}\n\n{_grid(('code', 'tiếng Việt', 'русский', 'dimension'), rows)}"


def _grid(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    return "\n".join(_lines(head, rows)) + "\n"


def _lines(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield "|" + "---|" * len(head)
    for row in rows:
        yield f"| {' | '.join(row)} |"
