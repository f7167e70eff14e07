"""Ways in which a dossier comes back, the second part: what people do to the sheets, to the file, and to the words."""

from openpyxl.styles import Font
from tests.corpus.dossiers import bench
from tests.corpus.dossiers.cases import CASES, PRACTICE, Case, case, put

# Rows, columns, sheets.


@case("40-sorted", "VSP")
def _sorted(book):
    sheet = book["Bieu1"]
    bench.move_rows(sheet, sorted(range(7, 19), key=lambda at: sheet[f"B{at}"].value))


@case("41-row-inserted", "AN")
def _row_inserted(book):
    book["Bieu1"].insert_rows(10)


@case("42-own-row", "AN", saved="xlsx")
def _own_row(book):
    put(book, "Bieu1", C15="Số tàu đang khai thác", D15="tàu", G15=14, H15=15)


@case("43-column-inserted", "AN")
def _column_inserted(book):
    sheet = book["Bieu1"]
    sheet.insert_cols(7)
    put(book, "Bieu1", G5="So với cùng kỳ (%)", G7=109.5, G8=109.4, G9=109.6)


@case("44-row-deleted", "VSP")
def _row_deleted(book):
    book["Bieu1"].delete_rows(10)


@case("45-sheet-deleted", "BINH")
def _sheet_deleted(book):
    del book["Bieu3"]


@case("46-hidden", "VSP")
def _hidden(book):
    book["Bieu1"].row_dimensions[9].hidden = True
    book["Bieu3"].column_dimensions["H"].hidden = True


@case("47-merged", "AN")
def _merged(book):
    put(book, "Bieu1", H8=2999)
    book["Bieu1"].merge_cells("H8:H9")


@case("48-row-twice", "AN")
def _row_twice(book):
    _row_repeated(book)
    put(book, "Bieu1", H15=915)


@case("49-row-repeated", "AN")
def _row_repeated(book):
    sheet = book["Bieu1"]
    for column in "BCDEFGH":
        sheet[f"{column}15"] = sheet[f"{column}10"].value


@case("50-unknown-code", "AN")
def _unknown_code(book):
    put(book, "Bieu1", B15="TAU", C15="Số tàu đang khai thác", D15="tàu", G15=14, H15=15)


@case("51-name-changed", "RVP")
def _name_changed(book):
    put(book, "Bieu1", C7="Khai thác dầu thô")


# The words.


@case("52-words-missing", "BINH")
def _no_words(book):
    put(book, "Phan loi", B9=None, C15=None, D15=None)


@case("53-words-against-table", "BINH")
def _against(book):
    text = "Ước vận chuyển cả năm 1.688,0 nghìn tấn, vượt 8,8% kế hoạch; doanh thu giảm so với năm 2021."
    put(book, "Phan loi", B9=text)


@case("54-unknown-section", "CUONG")
def _section(book):
    put(book, "Phan loi", A10="Thành tích nổi bật", B10="Được tặng Cờ thi đua của Cụm.")
    put(book, "Minh chung", A7="Quyết định khen thưởng", B7="QD-khen.pdf", C7="DOANHTHU")


@case("55-old-font", "BINH")
def _old_font(book):
    for cell in ("B9", "B15", "C15", "D15", "B19"):
        book["Phan loi"][cell].value = bench.to_tcvn3(book["Phan loi"][cell].value)
        book["Phan loi"][cell].font = Font(name=".VnTime", size=13)


# The file.


@case("56-old-xls", "DUNG", saved="xls", file="DUNG.xls")
@case("57-password", "AN", after=bench.with_password)
@case("58-macro", "CUONG", after=bench.with_macro, file="CUONG.xlsm")
@case("59-cut-short", "BINH", after=lambda content: content[: len(content) * 2 // 3])
@case("60-link", "AN", after=bench.with_link)
@case("61-another-units-form", "PVEP", wanted="VSP")
@case("62-form-of-2021", "AN", form="2021/AN-2021-uoc.xlsx")
@case("63-form-of-2021-shorter", "AN", form="2021-shorter/AN-2021-uoc.xlsx")
@case("64-final-form", "BINH", form="final/BINH-2022-chinh-thuc.xlsx")
def _as_it_is(book):
    pass


@case("65-hidden-sheet-deleted", "AN", wanted="AN")
def _unnamed(book):
    del book["_meta"]
    del book["_lists"]


@case("66-classified", "DUNG")
def _classified(book):
    put(book, "Phan loi", B10="MẬT")


# Two departments.


def _planning(book):
    for name in ("Bieu2", "Bieu3", "Bieu4"):
        put(book, name, G7=None, H7=None, J7=None)
    for at in (7, 9, 15, 19, 24):
        put(book, "Phan loi", **{f"{column}{at}": None for column in "BCD"})


def _others(book):
    for at in range(7, 14):
        put(book, "Bieu1", **{f"{column}{at}": None for column in "GHJ"})


def _others_and_cargo(book):
    _others(book)
    put(book, "Bieu1", G7=2450, H7=2998)


CASES.append(Case("67-two-departments", PRACTICE, "AN", (_planning, _others)))
CASES.append(Case("68-two-departments-overlap", PRACTICE, "AN", (_planning, _others_and_cargo)))
