"""The first sheet of the year book: what it is for, five steps, how to write, what lies where; on one page."""

from collections.abc import Mapping
from typing import Final

from xlsxwriter.worksheet import Worksheet

from tongket.files.workbook_cells import Cells
from tongket.files.workbook_layout import in_order
from tongket.yearbook import SCHEMA, Table, YearHead

ILLUSTRATIVE: Final = "SỐ LIỆU MINH HỌA"
_WIDTHS: Final = (28, 92, 10)
_LINE: Final = 20
_HEADING: Final = "SỔ NĂM"
_PURPOSE: Final = (
    "Sổ này giữ toàn bộ số liệu tổng kết của một năm: đơn vị, chỉ tiêu, kế hoạch, số thực hiện và lời văn. "
    "Điền xong, lưu lại rồi lập báo cáo; thiếu hoặc sai ở đâu, chương trình báo đúng trang và ô."
)
_STEPS_HEADING: Final = "Năm bước"
_STEPS: Final = (
    ("Năm", "Ghi năm, đơn vị tổng kết, tên báo cáo. Trang ‘Văn bản’ ghi cơ quan ban hành và người ký."),
    ("Đơn vị", "Mỗi đơn vị một dòng, một mã. Trang ‘Cây đơn vị’ cho biết đơn vị nào thuộc đơn vị nào."),
    (
        "Chỉ tiêu",
        "Mỗi chỉ tiêu một dòng: tên, đơn vị tính, cách tổng hợp. Nếu chia theo lô, mỏ, giàn: trang ‘Lô, mỏ, giàn’.",
    ),
    ("Kế hoạch", "Khai tuyến và bản kế hoạch trước, rồi ghi số giao cho từng đơn vị, từng chỉ tiêu, từng kỳ."),
    ("Số liệu", "Ghi số thực hiện, số ước, số năm trước. Số sửa lại ghi thêm một dòng với ‘Lần báo cáo’ lớn hơn."),
)
_WRITING_HEADING: Final = "Cách ghi"
_WRITING: Final = (
    ("Cột có dấu *", "bắt buộc ở mỗi dòng. Dòng chữ xám nhỏ là tên cột, xin giữ nguyên."),
    ("Số", "gõ như thường lệ. Khoảng: 3..4,5. Trên 3.000: ghi >3000. Dưới 157: ghi <157."),
    ("Ngày, kỳ", "28/11/2022 · 2022 · Quý IV/2022 · 6 tháng/2022 · 9 tháng/2022 · 11/2022."),
    ("Mã", "chữ in hoa không dấu, chữ số, gạch nối: VSP, BK-18A. Mã dùng mãi, không đổi."),
    ("Chưa có số", "để trống. Không phát sinh: ghi 0. Không được giao: chọn ‘Không giao’."),
    ("Tiếng Nga, tiếng Anh", "ở các cột bên phải; có thể để trống."),
    ("Ghi chú riêng", "thêm trang hoặc cột tùy ý; chương trình không đọc và sẽ nói rõ."),
)
_SHEETS_HEADING: Final = "Các trang"
_SHEETS_COLUMNS: Final = ("Trang", "Mỗi dòng là gì", "Số dòng")
_SHEETS_LATER: Final = "Chỉ điền khi cần"
_FORM: Final = "Mẫu sổ: {schema}"


def write_guide(sheet: Worksheet, cells: Cells, head: YearHead, of: str, counts: Mapping[Table, int]) -> None:
    """Write the guide of a year of an org unit; `counts` says how many rows each sheet holds."""
    sheet.hide_gridlines(2)
    for index, width in enumerate(_WIDTHS):
        sheet.set_column(index, index, width)
    heading = " – ".join(part for part in (f"{_HEADING} {head.year}", of) if part)
    sheet.merge_range(0, 0, 0, 2, heading, cells.book_title)
    sheet.set_row(0, 36)
    sheet.merge_range(1, 0, 1, 2, ILLUSTRATIVE if head.illustrative else "", cells.warning)
    sheet.merge_range(2, 0, 2, 2, _PURPOSE, cells.paragraph)
    sheet.set_row(2, 36)
    at = _section(sheet, cells, 4, _STEPS_HEADING)
    for number, (name, text) in enumerate(_STEPS, start=1):
        at = _line(sheet, cells, at, text)
        sheet.write_url(at - 1, 0, f"internal:'{name}'!A1", cells.link, f"{number}. {name}")
    at = _section(sheet, cells, at + 1, _WRITING_HEADING)
    for name, text in _WRITING:
        at = _line(sheet, cells, at, text)
        sheet.write_string(at - 1, 0, name, cells.term)
    _contents(sheet, cells, _section(sheet, cells, at + 1, _SHEETS_HEADING), counts)
    sheet.activate()


def _section(sheet: Worksheet, cells: Cells, at: int, title: str) -> int:
    sheet.merge_range(at, 0, at, 2, title, cells.section)
    sheet.set_row(at, 24)
    return at + 1


def _line(sheet: Worksheet, cells: Cells, at: int, text: str) -> int:
    sheet.set_row(at, _LINE)
    sheet.write_string(at, 1, text, cells.line)
    return at + 1


def _contents(sheet: Worksheet, cells: Cells, at: int, counts: Mapping[Table, int]) -> None:
    """A list of the sheets with links; those filled in every year first."""
    for index, title in enumerate(_SHEETS_COLUMNS):
        sheet.write_string(at, index, title, cells.later_right if index == 2 else cells.later)
    at += 1
    for everyday in (True, False):
        if not everyday:
            sheet.merge_range(at + 1, 0, at + 1, 2, _SHEETS_LATER, cells.later)
            at += 2
        for table in (table for table in in_order() if table.everyday is everyday):
            at = _line(sheet, cells, at, table.about.vi)
            sheet.write_url(at - 1, 0, f"internal:'{table.title.vi}'!A1", cells.link, table.title.vi)
            if not table.single:
                sheet.write_number(at - 1, 2, counts.get(table, 0), cells.count)
    sheet.write_string(at + 1, 0, _FORM.format(schema=SCHEMA), cells.form)
