"""The mapping of a foreign workbook, written as a small workbook: what a person who knows Excel confirms and corrects.

One row for each row of the file, with the indicator it is taken for; what is in doubt is yellow until somebody says so.
"""

import datetime as dt
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from tongket.dossier.foreign.mapping import Certainty, ColumnMapping, RowMapping, WorkbookMapping
from tongket.dossier.foreign.mapping_table import (
    BESIDE_CODE,
    COLUMN_TABLE,
    COLUMNS_SHEET,
    LISTS_SHEET,
    META_SHEET,
    ROW_NAMES,
    ROWS_SHEET,
    SCHEMA,
)
from tongket.dossier.foreign.wording import CERTAINTY_NAMES, COLUMN_NAMES, DOUBT_NAMES, NOT_OURS
from tongket.dossier.grid import cell_name
from tongket.figures import MEASURES, measure_of
from tongket.files.workbook_cells import FONT, GREEN, GREY, LINE

_HEADS: Final = {
    "sheet": ("Trang", 12),
    "cell": ("Ô", 7),
    "label": ("Tên dòng trong tệp", 38),
    "parent": ("Thuộc dòng", 20),
    "seen": ("Số trong tệp\n(NT năm trước, KH kế hoạch, LK lũy kế, Ước cả năm)", 44),
    "code": ("Mã chỉ tiêu", 38),
    "told": ("ĐVT ghi trong tệp", 14),
    "measure": ("Tính bằng", 16),
    "certainty": ("Mức độ", 14),
    "doubt": ("Vì sao phải xác nhận", 26),
    "org_unit": ("Đơn vị", 11),
    "column": ("Cột", 7),
    "heading": ("Đầu cột trong tệp", 48),
    "kind": ("Là số gì", 26),
}
_TO_FILL: Final = frozenset({"code", "measure", "certainty", "kind", "org_unit"})
_STEPS: Final = tuple(
    """\
1. Chỉ cần xem các dòng màu vàng (‘cần xác nhận’): đúng thì đổi thành ‘chắc chắn’; sai thì chọn mã khác rồi đổi thành \
‘chắc chắn’; không phải chỉ tiêu cần lấy thì chọn ‘bỏ qua’.
2. ‘Tính bằng’ là đơn vị tính của các số trong tệp. Khác đơn vị tính của chỉ tiêu (tấn, nghìn tấn) thì số được đổi tự \
động, không làm tròn.
3. Trang ‘Cot’ cho biết cột nào của tệp là số gì; thường không phải sửa.
4. Lưu lại, giữ nguyên tên tệp, rồi chạy lại lệnh. Bảng này dùng tiếp cho các kỳ sau; tệp đổi dòng, đổi cột vẫn nhận \
ra theo tên.""".splitlines()
)
_TITLE: Final = "BẢNG ĐỐI CHIẾU TỆP CỦA ĐƠN VỊ VỚI CHỈ TIÊU"
_TITLE_OF_TEMPLATE: Final = "BẢNG ĐỐI CHIẾU BIỂU MẪU CỦA CẤP TRÊN VỚI CHỈ TIÊU"
_ABOUT: Final = (
    "{org_unit} · lập theo tệp {file}, năm {year} · {certain} dòng chắc chắn, {unsure} cần xác nhận, {left} bỏ qua"
)
_HEAD_AT: Final = 7
_SPARE: Final = 200
_YELLOW, _PALE = "#FFF4C2", "#FFFDE7"


@dataclass(frozen=True, slots=True)
class Choices:
    """What may be chosen: the codes with the names of their indicators, the measures of the year, the org units."""

    codes: Mapping[str, str]
    measures: Sequence[str] = ()
    org_units: Sequence[str] = ()


def mapping_workbook(mapping: WorkbookMapping, choices: Choices) -> bytes:
    """Write a mapping, always the same bytes; with a column for org units when any may be chosen."""
    out = io.BytesIO()
    with Workbook(out, {"in_memory": True, "strings_to_formulas": False}) as book:
        book.set_properties({"title": _TITLE, "created": dt.datetime(mapping.year, 12, 31, tzinfo=dt.UTC)})
        _Book(book, mapping, choices).write()
    return out.getvalue()


class _Book:
    """One mapping being written."""

    def __init__(self, book: Workbook, mapping: WorkbookMapping, choices: Choices) -> None:
        self.book, self.mapping, self.choices = book, mapping, choices
        self.looks: dict[tuple[tuple[str, Any], ...], Format] = {}

    def write(self) -> None:
        rows, columns = self.book.add_worksheet(ROWS_SHEET), self.book.add_worksheet(COLUMNS_SHEET)
        lists = self._lists()
        self._head(rows, self._names(ROW_NAMES))
        self._lines(rows, self._names(ROW_NAMES), [self._row(sheet, row) for sheet, row in self._rows()], lists)
        self._head(columns, self._names(COLUMN_TABLE))
        lines = [self._column(sheet.sheet, column) for sheet, column in self.mapping.columns]
        self._lines(columns, self._names(COLUMN_TABLE), lines, lists)
        self._meta()
        rows.activate()

    def _rows(self) -> Iterator[tuple[str, RowMapping]]:
        return ((sheet.sheet, row) for sheet, row in self.mapping.rows)

    def _names(self, names: Sequence[str]) -> list[str]:
        return [name for name in names if name != "org_unit" or self.choices.org_units]

    # What stands over a table

    def _head(self, sheet: Worksheet, names: Sequence[str]) -> None:
        last = len(names) - 1
        title = _TITLE_OF_TEMPLATE if self.choices.org_units else _TITLE
        sheet.merge_range(0, 0, 0, last, title, self._look(bold=True, font_size=15, font_color=GREEN))
        sheet.merge_range(1, 0, 1, last, self._about(), self._look(italic=True, font_color=GREY))
        for at, step in enumerate(_STEPS, start=2):
            sheet.merge_range(at, 0, at, last, step, self._look(text_wrap=True, valign="vcenter"))
            sheet.set_row(at, 34 if len(step) > 110 else 18)
        head = {
            "bold": True,
            "text_wrap": True,
            "align": "center",
            "valign": "vcenter",
            "border": 1,
            "font_color": "white",
        }
        for at, name in enumerate(names):
            text, width = _HEADS[name]
            sheet.set_column(at, at, width)
            fill = GREEN if name in _TO_FILL else GREY
            sheet.write_string(_HEAD_AT - 1, at, text, self._look(**head, bg_color=fill, border_color=LINE))
            sheet.write_string(_HEAD_AT, at, name, self._look(font_size=8, font_color="#8A938D", bg_color="#F4F6F4"))
        sheet.set_row(_HEAD_AT - 1, 48)
        sheet.set_row(_HEAD_AT, 12)
        sheet.freeze_panes(_HEAD_AT + 1, 3)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(_HEAD_AT - 1)

    def _about(self) -> str:
        marks = [row.certainty for _, row in self.mapping.rows]
        return _ABOUT.format(
            org_unit=self.mapping.org_unit,
            file=self.mapping.file,
            year=self.mapping.year,
            certain=marks.count(Certainty.CERTAIN),
            unsure=marks.count(Certainty.TO_CONFIRM),
            left=marks.count(Certainty.IGNORED),
        )

    # The lines

    def _row(self, sheet: str, row: RowMapping) -> dict[str, str]:
        return {
            "sheet": sheet,
            "cell": cell_name(row.row, self._label_column(sheet)),
            "label": row.label,
            "parent": row.parent,
            "seen": row.seen,
            "code": self._code(row.code),
            "told": row.told,
            "measure": measure_of(row.measure).label.vi,
            "certainty": CERTAINTY_NAMES[row.certainty].vi,
            "doubt": DOUBT_NAMES[row.doubt].vi if row.doubt else "",
            "org_unit": row.org_unit,
        }

    def _label_column(self, sheet: str) -> int:
        names = [c.position for s, c in self.mapping.columns if s.sheet == sheet and c.column == "name"]
        return names[0] if names else 0

    def _code(self, code: str) -> str:
        return f"{code}{BESIDE_CODE}{self.choices.codes.get(code, '')}" if code else ""

    def _column(self, sheet: str, column: ColumnMapping) -> dict[str, str]:
        return {
            "sheet": sheet,
            "column": cell_name(0, column.position)[:-1],
            "heading": column.heading,
            "kind": (COLUMN_NAMES[column.column] if column.column else NOT_OURS).vi,
            "certainty": CERTAINTY_NAMES[column.certainty].vi,
            "org_unit": column.org_unit,
        }

    def _lines(
        self, sheet: Worksheet, names: Sequence[str], lines: Sequence[Mapping[str, str]], lists: Mapping[str, str]
    ) -> None:
        first = _HEAD_AT + 1
        for at, line in enumerate(lines, start=first):
            for column, name in enumerate(names):
                self._cell(sheet, at, column, name, line[name])
            sheet.set_row(at, 32 if any(len(line[n]) > _HEADS[n][1] * 1.05 for n in names) else 18)
        last = first + len(lines) + _SPARE
        for column, name in enumerate(names):
            if name in lists:
                sheet.data_validation(first, column, last, column, _one_of(lists[name], strict=name != "measure"))
        self._colours(sheet, names, first, last)
        sheet.autofilter(_HEAD_AT, 0, max(first, first + len(lines) - 1), len(names) - 1)
        sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})

    def _cell(self, sheet: Worksheet, row: int, column: int, name: str, text: str) -> None:
        look: dict[str, Any] = {"text_wrap": True, "valign": "vcenter", "border": 1, "border_color": LINE}
        if name in _TO_FILL:
            look["bg_color"] = _PALE
        if text.startswith(("=", "+", "-", "@")):
            look["quote_prefix"] = True
        made = self._look(**look)
        if text:
            sheet.write_string(row, column, text, made)
        else:
            sheet.write_blank(row, column, None, made)

    def _colours(self, sheet: Worksheet, names: Sequence[str], first: int, last: int) -> None:
        """Yellow while a line waits, grey when it is left out; the colour follows what is chosen."""
        letters = cell_name(0, names.index("certainty"))[:-1]
        for certainty, look in (
            (Certainty.TO_CONFIRM, {"bg_color": _YELLOW, "bold": True}),
            (Certainty.IGNORED, {"font_color": "#9AA39D"}),
        ):
            rule = f'=${letters}{first + 1}="{CERTAINTY_NAMES[certainty].vi}"'
            made = self.book.add_format(look)
            sheet.conditional_format(
                first, 0, last, len(names) - 1, {"type": "formula", "criteria": rule, "format": made}
            )

    # What nobody sees

    def _lists(self) -> dict[str, str]:
        """The lists to choose from, each a column of a hidden sheet; returns where each lies."""
        sheet = self.book.add_worksheet(LISTS_SHEET)
        sheet.very_hidden()
        measures = dict.fromkeys(measure_of(code).label.vi for code in (*self.choices.measures, *MEASURES))
        lists = {
            "code": [self._code(code) for code in self.choices.codes],
            "measure": list(measures),
            "certainty": [name.vi for name in CERTAINTY_NAMES.values()],
            "kind": [name.vi for name in (*COLUMN_NAMES.values(), NOT_OURS)],
            "org_unit": list(self.choices.org_units),
        }
        for at, texts in enumerate(lists.values()):
            sheet.write_column(0, at, texts)
        letters = [cell_name(0, at)[:-1] for at in range(len(lists))]
        return {
            name: f"={LISTS_SHEET}!${letter}$1:${letter}${len(texts)}"
            for letter, (name, texts) in zip(letters, lists.items(), strict=True)
            if texts
        }

    def _meta(self) -> None:
        sheet = self.book.add_worksheet(META_SHEET)
        sheet.very_hidden()
        about = {
            "schema": SCHEMA,
            "org_unit": self.mapping.org_unit,
            "year": str(self.mapping.year),
            "file": self.mapping.file,
        }
        for at, (name, text) in enumerate(about.items()):
            sheet.write_string(at, 0, name)
            sheet.write_string(at, 1, text)

    def _look(self, **look: Any) -> Format:  # noqa: ANN401 - what xlsxwriter calls format properties
        look = {"font_name": FONT, "font_size": 12, **look}
        key = tuple(sorted(look.items()))
        if key not in self.looks:
            self.looks[key] = self.book.add_format(look)
        return self.looks[key]


def _one_of(where: str, *, strict: bool) -> dict[str, Any]:
    """A list to choose from; a measure may also be typed that stands in no list."""
    return {
        "validate": "list",
        "source": where,
        "error_type": "stop" if strict else "information",
        "error_title": "Chọn trong danh sách",
        "error_message": "Chọn một giá trị trong danh sách thả xuống.",
    }
