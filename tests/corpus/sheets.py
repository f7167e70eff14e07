"""Dossiers whose tables were rebuilt: rows and columns sorted, inserted, deleted, hidden, merged; sheets renamed."""

from tests.corpus.case import CORPUS, Program
from tests.corpus.hands import ESTIMATE, copy_row, put, sort_rows, swap_columns


@CORPUS.one("AN", program=Program.LIBREOFFICE)
def rows_sorted(book):
    """The rows sorted by plan, largest first; a day is larger than any number for a spreadsheet."""
    places = {"DAY-SHIP": 0}
    sort_rows(book["Bieu1"], 13, key=lambda row: (places.get(row[1], 1), -row[5] if row[1] != "DAY-SHIP" else 0))


@CORPUS.one("AN", program=Program.XLS_AND_BACK)
def row_inserted(book):
    """An empty row put in above revenue."""
    book["Bieu1"].insert_rows(10)


@CORPUS.one("AN")
def row_of_its_own_inserted(book):
    """A row of the unit's own, without a code, put in below revenue."""
    sheet = book["Bieu1"]
    sheet.insert_rows(11)
    for column, value in (("C", "trong đó: doanh thu ngoài ngành"), ("D", "tỷ đồng"), ("G", 120), ("H", 151.5)):
        sheet[f"{column}11"].value = value


@CORPUS.one("AN", program=Program.LIBREOFFICE)
def indicator_of_its_own(book):
    """An indicator of the unit in the rows that the form leaves open for that."""
    for column, value in (("C", "Số chuyến tàu"), ("D", "chuyến"), ("G", 412), ("H", 498)):
        book["Bieu1"][f"{column}15"].value = value


@CORPUS.one("AN")
def row_deleted(book):
    """The row of the cost deleted; the row of the ship moved up."""
    book["Bieu1"].delete_rows(12)


@CORPUS.one("AN", program=Program.LIBREOFFICE)
def code_mistyped(book):
    """One letter too many in a code."""
    book["Bieu1"]["B10"].value = "REVV"


@CORPUS.one("AN")
def row_copied(book):
    """A row copied into an open row below, the same figures in both."""
    copy_row(book["Bieu1"], 10, 15)


@CORPUS.one("AN", program=Program.LIBREOFFICE)
def row_copied_and_changed(book):
    """A row copied and then changed, so that two figures claim to be the same."""
    copy_row(book["Bieu1"], 10, 15)
    book["Bieu1"]["H15"].value = 915


@CORPUS.one("AN")
def name_and_measure_changed(book):
    """One indicator renamed, another counted in a measure of the unit's own."""
    book["Bieu1"]["C11"].value = "Tổng lợi nhuận trước thuế hợp nhất"
    book["Bieu1"]["D10"].value = "triệu đồng"


@CORPUS.one("AN", program=Program.XLS_AND_BACK)
def column_inserted(book):
    """A column of remarks put in before the figures to date."""
    sheet = book["Bieu1"]
    sheet.insert_cols(7)
    sheet["G5"].value = "Ghi chú nội bộ"
    sheet["G10"].value = "đã đối chiếu"


@CORPUS.one("AN", program=Program.LIBREOFFICE)
def columns_swapped(book):
    """The estimate put before the figures to date, with its heading."""
    swap_columns(book["Bieu1"], "G", "H")


@CORPUS.one("AN")
def column_deleted(book):
    """The column of the figures to date deleted from one sheet."""
    book["Bieu3"].delete_cols(7)


@CORPUS.one("AN", program=Program.LIBREOFFICE)
def sheet_renamed(book):
    """A sheet given its Vietnamese name, another one named after its department."""
    book["Bieu1"].title = "Biểu 1"
    book["Bieu3"].title = "TCNS"


@CORPUS.one("AN")
def sheet_deleted(book):
    """The sheet of initiatives deleted."""
    del book["Bieu4"]


@CORPUS.one("AN")
def row_and_column_hidden(book):
    """A row with figures hidden on one sheet, a column with figures on another, and an empty row."""
    book["Bieu1"].row_dimensions[10].hidden = True
    book["Bieu1"].row_dimensions[16].hidden = True
    book["Bieu3"].column_dimensions["G"].hidden = True


@CORPUS.one("AN", program=Program.LIBREOFFICE)
def cells_merged(book):
    """Two cells of the estimate merged, one number in them."""
    book["Bieu1"].merge_cells("H10:H11")


@CORPUS.one("AN", program=Program.LIBREOFFICE)
def cut_off_changed(book):
    """The figures go up to the end of September, the unit says so in the head."""
    head = book["Bieu1"]["A3"]
    head.value = head.value.replace("31/10/2022", "30/9/2022")


@CORPUS.one("AN", is_told=True)
def hidden_sheets_gone(book):
    """The sheets copied into a new workbook: the two hidden ones stayed behind."""
    del book["_meta"]
    del book["_lists"]


@CORPUS.one("AN", program=Program.LIBREOFFICE)
def several_things_at_once(book):
    """A row put in, a number as text in a row that moved, a plan changed in another one."""
    sheet = book["Bieu1"]
    put(book, "COST", ESTIMATE, "118,0")
    sheet["F11"].value = 40
    sheet.insert_rows(12)
