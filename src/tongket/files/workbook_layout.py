"""How the Excel year book is laid out; its writer and its reader both go by this.

A sheet of rows: a band with the title, the labels, the column names in small grey, then the data. A sheet of one row
(the year, the paper) stands upright: label, value, how to fill it in, and its name in small grey.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from tongket.figures import MEASURES
from tongket.words import Text
from tongket.yearbook import TABLES, Column, Table, columns
from tongket.yearbook.by_hand import to_hand
from tongket.yearbook.choices import CHOICES, NO, YES
from tongket.yearbook.values import ValueKind
from tongket.yearbook.values import written as exact

GUIDE: Final = "Hướng dẫn"
LISTS: Final = "Danh mục"
BAND_ROW, LABEL_ROW, NAME_ROW, DATA_ROW = 0, 1, 2, 3
LABEL_COLUMN, VALUE_COLUMN, HOW_COLUMN, NAME_COLUMN = 0, 1, 2, 3
REQUIRED_MARK: Final = "\u00a0*"  # the star stays on the line of its word

_HOW: Final[Mapping[ValueKind, str]] = {
    ValueKind.WHOLE: "Số nguyên.",
    ValueKind.NUMBER: "Một số, ví dụ 2999,4.",
    ValueKind.YES_NO: "Chọn Có hoặc Không.",
    ValueKind.DATE: "Ngày, ví dụ 28/11/2022.",
    ValueKind.PERIOD: "Kỳ: 2022 · Quý IV/2022 · 6 tháng/2022 · 9 tháng/2022 · 11/2022 · 28/11/2022.",
    ValueKind.AMOUNT: (
        "Số 2999,4 · khoảng 3..4,5 · trên 3000 ghi >3000 · dưới 157 ghi <157. Chỉ tiêu tính theo ngày: ghi ngày, kỳ."
    ),
    ValueKind.CHOICE: "Chọn trong danh sách.",
}


def in_order() -> tuple[Table, ...]:
    """The tables in the order of their sheets: what is filled in every year first, what is needed at times after it."""
    return tuple(sorted(TABLES, key=lambda table: not table.everyday))


def sheet_columns(table: Table) -> tuple[Column, ...]:
    """The columns of a sheet from left to right: translations stand at the end, out of the way."""
    return tuple(sorted(columns(table.fact), key=lambda column: column.language in {"ru", "en"}))


def label(column: Column) -> str:
    """What stands over a column; a star marks what must be filled in."""
    return column.label.vi + (REQUIRED_MARK if column.required else "")


def how(table: Table, column: Column) -> str:
    """How a column is filled in, in a sentence or two."""
    listed = table.refers(column.name)
    sentences = [
        column.help,
        f"Mã ở trang ‘{_title(listed)}’." if listed else "",
        _HOW.get(column.kind, ""),
        "" if column.required else _if_empty(column),
    ]
    return " ".join(sentence for sentence in sentences if sentence)


def choices(table: Table, column: Column) -> Sequence[str]:
    """What the drop-down list of a column offers; nothing for a column without one."""
    if column.kind is ValueKind.YES_NO:
        return (YES.vi, NO.vi)
    if column.choices is None:
        return ()
    allowed = table.choices.get(column.name) or tuple(column.choices)
    return [CHOICES[column.choices][code].vi for code in allowed]


def suggestions(column: Column) -> Sequence[str]:
    """What a column offers beside a free text: the measures known."""
    return [measure.label.vi for measure in MEASURES.values()] if column.name in {"measure", "into"} else ()


def _if_empty(column: Column) -> str:
    if column.default in (None, "", Text("")):
        return "Có thể để trống."
    said = to_hand(exact(column.kind, column.default), column.kind, column.choices)
    return f"Để trống: {said}."


def _title(table: str) -> str:
    return next(one.title.vi for one in TABLES if one.name == table)
