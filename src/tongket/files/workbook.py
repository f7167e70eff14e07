"""The Excel year book, written: one sheet a table, so that nobody has to know YAML (users-and-screens §8).

The same facts give the same bytes: the book carries the date of its data, not of its making.
"""

import datetime as dt
import io
from collections.abc import Mapping, Sequence
from typing import Final

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from tongket.files.csv_rows import column_letters
from tongket.files.workbook_cells import Cells
from tongket.files.workbook_guide import ILLUSTRATIVE, write_guide
from tongket.files.workbook_layout import (
    BAND_ROW,
    DATA_ROW,
    GUIDE,
    HOW_COLUMN,
    LABEL_COLUMN,
    LABEL_ROW,
    LISTS,
    NAME_COLUMN,
    NAME_ROW,
    VALUE_COLUMN,
    choices,
    how,
    in_order,
    label,
    sheet_columns,
    suggestions,
)
from tongket.yearbook import BY_NAME, Column, Row, Table, YearHead, columns
from tongket.yearbook.values import ValueKind

_LINE: Final = 16
_TALLEST: Final = 400
_SPARE_ROWS: Final = 500
_CODE_ROWS: Final = 3000
_WIDTHS: Final[Mapping[ValueKind, tuple[int, int]]] = {  # the narrowest and the widest a column becomes
    ValueKind.TEXT: (14, 42),
    ValueKind.WHOLE: (9, 12),
    ValueKind.NUMBER: (11, 18),
    ValueKind.YES_NO: (10, 12),
    ValueKind.DATE: (12, 13),
    ValueKind.PERIOD: (13, 16),
    ValueKind.AMOUNT: (13, 20),
    ValueKind.CHOICE: (14, 34),
}
_LANGUAGE_WIDTH: Final = (30, 60)


def written(rows: Mapping[Table, Sequence[Row]], head: YearHead, of: str) -> bytes:
    """Write the year book of a year: `rows` by table, its head, and the name of the org unit it is of.

    ValueError when a text is longer than a cell can hold.
    """
    out = io.BytesIO()
    with Workbook(out, {"in_memory": True}) as book:
        book.set_properties({"title": head.title.vi, "created": dt.datetime(head.year, 12, 31, tzinfo=dt.UTC)})
        _Book(book, rows, head, of).write()
    return out.getvalue()


class _Book:
    """One year book being written."""

    def __init__(self, book: Workbook, rows: Mapping[Table, Sequence[Row]], head: YearHead, of: str) -> None:
        self.book, self.rows, self.head, self.of = book, rows, head, of
        self.cells = Cells(book)
        self.lists: dict[tuple[str, ...], str] = {}

    def write(self) -> None:
        sheet = self._sheet(GUIDE, landscape=False)
        for table in in_order():
            self._table(table)
        self._lists()
        write_guide(sheet, self.cells, self.head, self.of, {table: len(rows) for table, rows in self.rows.items()})

    def _sheet(self, name: str, *, landscape: bool = True) -> Worksheet:
        sheet = self.book.add_worksheet(name)
        sheet.set_paper(9)
        sheet.set_margins(0.5, 0.5, 0.6, 0.7)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&L&9&A&R&9Trang &P/&N")
        if landscape:
            sheet.set_landscape()
        if self.head.illustrative:
            sheet.set_header(f"&R&9&B{ILLUSTRATIVE}")
        return sheet

    def _table(self, table: Table) -> None:
        sheet = self._sheet(table.title.vi)
        sheet.set_tab_color("#14532D" if table.everyday else "#B8C4BC")
        rows = self.rows.get(table, ())
        self._band(sheet, table)
        if table.single:
            self._upright(sheet, table, rows[0] if rows else Row({}))
        else:
            self._grid(sheet, table, rows)
        sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})

    def _band(self, sheet: Worksheet, table: Table) -> None:
        parts = [self.cells.title, table.title.vi, self.cells.about, f"    {table.about.vi}"]
        if self.head.illustrative:
            parts += [self.cells.warning, f"    {ILLUSTRATIVE}"]
        sheet.write_rich_string(BAND_ROW, 0, *parts, self.cells.band)
        sheet.set_row(BAND_ROW, 30)

    def _grid(self, sheet: Worksheet, table: Table, rows: Sequence[Row]) -> None:
        shown = sheet_columns(table)
        lines = [1] * len(rows)
        for index, column in enumerate(shown):
            texts = [row.values.get(column.name, "") for row in rows]
            width = self._width(table, column, texts)
            lines = [max(most, self.cells.lines(text, column, width)) for most, text in zip(lines, texts, strict=True)]
            sheet.set_column(index, index, width, self.cells.empty(column))
            self.cells.head(sheet, LABEL_ROW, index, label(column), how(table, column), column)
            sheet.write_string(NAME_ROW, index, column.name, self.cells.name)
            for number, text in enumerate(texts):
                self.cells.value(sheet, DATA_ROW + number, index, text, column)
            self._drop_down(sheet, table, column, (DATA_ROW, index, DATA_ROW + len(rows) + _SPARE_ROWS, index))
        for number, count in enumerate(lines):
            sheet.set_row(DATA_ROW + number, min(_LINE * count + 2, _TALLEST))
        sheet.set_row(LABEL_ROW, 36)
        sheet.set_row(NAME_ROW, 12)
        last = sum(column.language not in {"ru", "en"} for column in shown) - 1
        sheet.print_area(0, 0, DATA_ROW + max(len(rows), 1) - 1, last)  # translations stay on the screen
        sheet.freeze_panes(DATA_ROW, 1)
        sheet.autofilter(NAME_ROW, 0, max(NAME_ROW + 1, NAME_ROW + len(rows)), len(shown) - 1)
        sheet.repeat_rows(LABEL_ROW)

    def _upright(self, sheet: Worksheet, table: Table, row: Row) -> None:
        for index, width in ((LABEL_COLUMN, 34), (VALUE_COLUMN, 60), (HOW_COLUMN, 62), (NAME_COLUMN, 12)):
            sheet.set_column(index, index, width)
        for index, title in enumerate(("Mục", "Nội dung", "Cách ghi", "")):
            sheet.write_string(LABEL_ROW, index, title, self.cells.heading)
        for number, column in enumerate(columns(table.fact), start=LABEL_ROW + 1):
            sheet.write_string(number, LABEL_COLUMN, label(column), self.cells.side)
            text = row.values.get(column.name, "")
            self.cells.field(sheet, number, VALUE_COLUMN, text, column)
            sheet.write_string(number, HOW_COLUMN, how(table, column), self.cells.how)
            sheet.write_string(number, NAME_COLUMN, column.name, self.cells.side_name)
            sheet.set_row(number, _LINE * max(self.cells.lines(text, column, 60), 1) + 6)
            self._drop_down(sheet, table, column, (number, VALUE_COLUMN, number, VALUE_COLUMN))
        sheet.set_row(LABEL_ROW, 24)
        sheet.freeze_panes(LABEL_ROW + 1, 0)

    def _drop_down(self, sheet: Worksheet, table: Table, column: Column, area: tuple[int, int, int, int]) -> None:
        """A choice takes nothing but what is listed; a measure or code not listed may be typed after a question."""
        if offered := tuple(choices(table, column)):
            source, stop = self._list_of(offered), "stop"
        elif offered := tuple(suggestions(column)):
            source, stop = self._list_of(offered), "warning"
        elif listed := table.refers(column.name):
            source, stop = f"=ma_{listed}", "warning"
        else:
            return
        said = {"error_title": column.label.vi[:32], "error_message": "Giá trị này không có trong danh sách."}
        sheet.data_validation(*area, {"validate": "list", "source": source, "error_type": stop, **said})

    def _list_of(self, offered: tuple[str, ...]) -> str:
        if offered not in self.lists:
            letters = column_letters(len(self.lists))
            self.lists[offered] = f"='{LISTS}'!${letters}$1:${letters}${len(offered)}"
        return self.lists[offered]

    def _width(self, table: Table, column: Column, texts: Sequence[str]) -> int:
        """Wide enough for what stands in a column or may be chosen there, within bounds of its kind."""
        least, most = _LANGUAGE_WIDTH if column.language else _WIDTHS[column.kind]
        said = [*choices(table, column), *(self.cells.shown(text, column) for text in texts)]
        longest = max((len(line) for text in said for line in text.split("\n")), default=0)
        head = max(len(label(column)) // 2, *(len(word) for word in label(column).split()))
        return min(max(least, longest + 4, head + 5), most)

    def _lists(self) -> None:
        """The drop-down lists stand on a hidden sheet; lists of codes grow with the sheets that state them."""
        sheet = self.book.add_worksheet(LISTS)
        for index, offered in enumerate(self.lists):
            sheet.write_column(0, index, offered)
        sheet.hide()
        for name in dict.fromkeys(table.refers(c.name) for table in BY_NAME.values() for c in columns(table.fact)):
            if name:
                title, first = BY_NAME[name].title.vi, DATA_ROW + 1
                area = f"'{title}'!$A${first}:$A${first + _CODE_ROWS}"
                self.book.define_name(f"ma_{name}", f"=OFFSET('{title}'!$A${first},0,0,MAX(1,COUNTA({area})),1)")
