"""Workbooks as people make them: charts, pictures, rules, remarks, formulas, hidden sheets; figures invented."""

import base64
import functools
import io
import subprocess
import warnings
import zipfile
from xml.etree import ElementTree as ET

import openpyxl
import xlsxwriter
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, GradientFill, PatternFill, Protection
from openpyxl.utils import coordinate_to_tuple

DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)
ROWS = [
    ("OIL", "Khai thác dầu và condensate", 3165.0, 2912.0, 3119.0),
    ("OIL/09-1", "Lô 09-1", 3021.5, 2794.0, 2998.0),
    ("OIL/09-3", "Lô 09-3/12", 143.5, 118.0, 121.0),
    ("GAS", "Khí đưa về bờ", 1020.0, 880.0, 968.0),
]


@functools.cache  # it holds the time of its making
def rich():
    """A form by XlsxWriter with everything a program that loads and saves tends to lose."""
    kept = io.BytesIO()
    book = xlsxwriter.Workbook(kept)
    sheet, hidden, other = (book.add_worksheet(name) for name in ("Bieu1", "Ẩn", "Biểu's 2"))
    hidden.hide()
    hidden.write("A1", "giữ kín")
    open_cell = book.add_format({"num_format": "#,##0.0", "border": 1, "locked": 0, "bg_color": "#FFF9DB"})
    patterned = book.add_format({"border": 1, "pattern": 4, "bg_color": "#AA33CC", "fg_color": "#00FF00"})
    sheet.set_column("B:B", 40)
    sheet.merge_range("A1:E1", "BIỂU 1", book.add_format({"bold": 1, "align": "center"}))
    for number, row in enumerate(ROWS, start=5):
        sheet.write_row(number, 0, row[:2])
        sheet.write_row(number, 2, row[2:], open_cell)
    sheet.write("B14", "mẫu", patterned)
    sheet.write_formula("E15", "=SUM(E7:E9)", open_cell, 4087)
    sheet.write_array_formula("C16:C17", "{=C6:C7*2}", open_cell, 6330)
    sheet.write_number("C17", 6043, open_cell)
    sheet.write_comment("E7", "Số này đã chốt.", {"author": "Lan"})
    sheet.conditional_format("E6:E9", {"type": "data_bar"})
    red = book.add_format({"font_color": "#FF0000"})
    sheet.conditional_format("D6:D9", {"type": "cell", "criteria": ">", "value": 2000, "format": red})
    sheet.data_validation("E6:E9", {"validate": "decimal", "criteria": ">=", "value": 0})
    sheet.add_table("G6:H8", {"columns": [{"header": "Mã"}, {"header": "Số"}]})
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "=Bieu1!$E$6:$E$9", "categories": "=Bieu1!$B$6:$B$9"})
    sheet.insert_chart("A20", chart)
    sheet.insert_image("G20", "dot.png", {"image_data": io.BytesIO(DOT), "x_scale": 60, "y_scale": 60})
    sheet.protect("x")
    sheet.freeze_panes(5, 2)
    sheet.print_area("A1:H17")
    sheet.repeat_rows(4)
    other.write("A1", 1)
    other.insert_textbox("B2", "hộp chữ")
    other.activate()
    drawn = book.add_chart({"type": "line"})
    drawn.add_series({"values": "=Bieu1!$E$6:$E$9"})
    book.add_chartsheet("Đồ thị").set_chart(drawn)
    book.define_name("'Bieu1'!cua_bieu", "=Bieu1!$A$1")
    book.define_name("toan_bo", "=Bieu1!$B$1")
    book.close()
    return kept.getvalue()


@functools.cache
def plain():
    """A sheet by openpyxl: styles, a gradient, a shared formula, somebody's remark."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Bieu1"
    for number, row in enumerate(ROWS, start=6):
        for column, value in enumerate(row, start=1):
            sheet.cell(number, column, value)
    sheet["E6"].font = Font(name="Times New Roman", size=13, bold=True, color="FF0000AA")
    sheet["E6"].alignment, sheet["E6"].protection = Alignment(horizontal="center"), Protection(locked=False)
    sheet["E7"].fill = PatternFill("solid", fgColor="FFD9D9D9")
    sheet["E8"].fill = GradientFill(stop=("FFFFFFFF", "FF00FF00"))
    sheet["E8"].number_format = "0.000"
    sheet["C6"].comment = Comment("Xem lại", "Lan")
    for number in range(6, 10):
        sheet[f"F{number}"] = f"=E{number}/D{number}"
    sheet.column_dimensions["J"].fill = PatternFill("solid", fgColor="FFEEEEFF")
    kept = io.BytesIO()
    book.save(kept)
    return with_part(kept.getvalue(), "xl/worksheets/sheet1.xml", shared_formula)


def shared_formula(text):
    """The formulas of column F as Excel writes them when they were dragged down."""
    text = text.replace(b"<f>E6/D6</f>", b'<f t="shared" ref="F6:F9" si="0">E6/D6</f>')
    for number in (b"7", b"8", b"9"):
        text = text.replace(b"<f>E%b/D%b</f>" % (number, number), b'<f t="shared" si="0"/>')
    assert text.count(b'si="0"') == 4
    return text


def with_part(content, name, change):
    """The workbook with one part changed; None for what it held when it was not there, None from it takes it out."""
    parts = parts_of(content)
    changed = change(parts.pop(name, None))
    return zipped(parts | ({name: changed} if changed is not None else {}))


def parts_of(content):
    """Every part by its name."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts):
    """Parts as a package."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return kept.getvalue()


def loaded(content, **how):
    """The workbook as openpyxl sees it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it says which drawings and rules it leaves out
        return openpyxl.load_workbook(io.BytesIO(content), **how)


def look(cell):
    """The value of a cell and all of its style but the fill, then the fill."""
    rest = (cell.font, cell.border, cell.number_format, cell.alignment, cell.protection, cell.quotePrefix)
    value = cell.value if not hasattr(cell.value, "ref") else (cell.value.ref, cell.value.text)
    return (value, cell.data_type, *map(repr, rest)), repr(cell.fill)


def looks(content):
    """Every cell of a workbook by sheet and address."""
    sheets = [sheet for sheet in loaded(content).worksheets if not sheet.title.startswith("KẾT QUẢ")]
    return {(sheet.title, cell.coordinate): look(cell) for sheet in sheets for row in sheet.iter_rows() for cell in row}


def out_of_order(content, part="xl/worksheets/sheet1.xml"):
    """The rows and cells of a sheet that Excel would call damaged: not in their order, or outside of stated bounds."""
    main = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    sheet = ET.fromstring(parts_of(content)[part])
    rows = list(sheet.iter(f"{main}row"))
    numbers = [int(row.get("r")) for row in rows]
    wrong = [] if numbers == sorted(set(numbers)) else ["rows"]
    for row in rows:
        columns = []
        for cell in row.iter(f"{main}c"):
            columns.append(coordinate_to_tuple(cell.get("r"))[1] if cell.get("r") else (columns or [0])[-1] + 1)
        first, last = (int(one) for one in row.get("spans", "1:16384").split(":"))
        if columns != sorted(set(columns)) or not all(first <= column <= last for column in columns):
            wrong.append(row.get("r"))
    return wrong


def by_libreoffice(content, folder, to="xlsx"):
    """The workbook opened by LibreOffice and saved again."""
    folder.mkdir(exist_ok=True)
    (folder / "in.xlsx").write_bytes(content)
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    command = ["soffice", profile, "--headless", "--convert-to", to, "--outdir", str(folder / "out")]
    subprocess.run([*command, str(folder / "in.xlsx")], check=True, capture_output=True, timeout=180)
    return (folder / "out" / f"in.{to}").read_bytes()
