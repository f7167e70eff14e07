"""Ways in which a dossier comes back: one function for each, doing to a filled form what people do.

What a careful reader would say of each stands in expected.yaml, under the name of the case; it was written first.
"""

import dataclasses
import datetime as dt
import unicodedata
from collections.abc import Callable

PRACTICE, CLUSTER = "cum-luyen-tap", "cluster-1-2022"


@dataclasses.dataclass(frozen=True)
class Case:
    """A dossier: whose form, what its unit did to each of its files, and how they were saved and sent."""

    name: str
    year: str
    unit: str
    edits: tuple[Callable, ...]
    saved: str = ""  # xlsx · xls · back: by LibreOffice, as .xlsx, as .xls, as .xls and back
    after: Callable = bytes  # what happens to the bytes
    file: str = ""  # the name of the file, where it matters
    form: str = "{unit}-2022-uoc.xlsx"
    wanted: str = ""  # the unit that is asked about, where it is not the one the form was issued to


CASES = []


def case(name, unit, **options):
    """Add a case; the function changes the workbook in place."""
    year = CLUSTER if unit in {"VSP", "PVEP", "RVP", "GPV"} else PRACTICE

    def add(edit):
        CASES.append(Case(name, year, unit, (edit,), **options))
        return edit

    return add


def put(book, sheet, **cells):
    """Type into cells of a sheet."""
    for cell, value in cells.items():
        book[sheet][cell] = value


# Nothing is wrong with these.


@case("01-clean", "AN")
@case("02-clean-libreoffice", "VSP", saved="xlsx")
@case("03-clean-xls-and-back", "PVEP", saved="back")
@case("04-clean", "RVP", file="GUI CUM TRUONG - RVP bao cao nam (sua lan 2).xlsx")
def _nothing(book):
    pass


@case("05-clean-decomposed", "DUNG")
def _decomposed(book):
    put(book, "Bieu1", G10="Chưa có số liệu", H10="Chưa có số liệu")
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str):
                    cell.value = unicodedata.normalize("NFD", cell.value)


@case("06-clean-sheet-renamed", "AN")
def _renamed(book):
    book["Bieu1"].title = "Biểu 1 (Ban KH-ĐT)"


@case("07-clean-words-agree", "BINH", saved="xlsx")
def _words_agree(book):
    text = "Khối lượng vận chuyển ước đạt 1.688,0 nghìn tấn, bằng 105,5% KH năm và tăng 11,8% so với năm 2021."
    put(book, "Phan loi", B9=text)


# Numbers as people type them.


@case("08-pasted-as-text", "BINH")
def _pasted(book):
    put(book, "Bieu1", H7="1.688,0", H8="522,0", H9="-5,0", H10="125,5")
    for sheet, text in (("Bieu2", "0"), ("Bieu3", "17,1"), ("Bieu4", "8")):
        put(book, sheet, H7=text)


@case("09-thousand-or-decimal", "AN")
def _thousand(book):
    put(book, "Bieu1", G7="2.450", H7="2.999")


@case("10-comma", "AN", saved="xlsx")
def _comma(book):
    put(book, "Bieu1", H7="2.999,4", H8=2100.2, H9=899.2)


@case("11-no-break-space", "VSP")
def _no_break(book):
    put(book, "Bieu1", H7="3\u00a0122,5", H8="3\u202f001,5")


@case("12-about", "BINH")
def _about(book):
    put(book, "Bieu3", H7="khoảng 17")
    put(book, "Bieu4", H7="~8")


@case("13-range", "CUONG")
def _range(book):
    put(book, "Bieu1", H7="1.000–1.020", H8="trên 310")


@case("14-letters", "AN")
def _letters(book):
    put(book, "Bieu1", H10="9O5,0", H11="4l,5")


@case("15-with-measure", "AN")
def _with_measure(book):
    put(book, "Bieu1", H7="2.999,0 nghìn tấn", G10="748.000 triệu đồng", H10="905 tỷ")


@case("16-negative", "CUONG")
def _negative(book):
    put(book, "Bieu1", G10=-130.2)
    put(book, "Bieu2", H7=-1)


@case("17-more-decimals", "BINH")
def _decimals(book):
    put(book, "Bieu1", H7=1688.2537)


@case("18-dashes", "BINH", saved="xlsx")
def _dashes(book):
    put(book, "Bieu2", G7="-", H7="–")


@case("19-empty", "GPV")
def _empty(book):
    put(book, "Bieu1", G8=None, H8=None)
    put(book, "Bieu2", H7="   ")


@case("20-three-words", "PVEP")
def _words_for_none(book):
    put(book, "Bieu1", G15="Chưa có số liệu", H15="chưa có số liệu ", G16="Không giao", H16="KHÔNG GIAO")


@case("21-one-of-two", "GPV")
def _one_of_two(book):
    put(book, "Bieu1", G8="Chưa có số liệu")


# Days.


@case("22-days-as-text", "AN")
def _days(book):
    put(book, "Bieu1", G13="12/10/2022", H13="Quý 4/2022")


@case("23-days-wrong", "GPV")
def _wrong_days(book):
    put(book, "Bieu1", G10="tháng 9/2022", H10="18.9.2022", H11="31/02/2023")


@case("24-after-cut-off", "AN")
def _after(book):
    put(book, "Bieu1", G13=dt.date(2022, 11, 20), H13=dt.date(2022, 11, 20), J13=None)


@case("25-number-became-date", "BINH")
def _became_date(book):
    book["Bieu1"]["H10"].value = dt.date(2022, 5, 12)
    book["Bieu1"]["H10"].number_format = "d-mmm"


# Formulas.


@case("26-error", "BINH")
def _error(book):
    put(book, "Bieu1", H10="#DIV/0!")


@case("27-not-calculated", "AN")
@case("28-calculated", "AN", saved="xlsx")
def _formula(book):
    put(book, "Bieu1", G7="=G8+G9", H7="=SUM(H8:H9)")


@case("29-error-calculated", "CUONG", saved="xlsx")
def _divided(book):
    put(book, "Bieu1", H10="=H8*1000/0")


# What was printed, and what must agree.


@case("30-printed-changed", "VSP")
def _printed(book):
    put(book, "Bieu1", F8=2749, F16=660, E9=134.5)


@case("31-tonnes", "AN")
def _tonnes(book):
    sheet = book["Bieu1"]
    for cell in ("G7", "G8", "G9", "H7", "H8", "H9"):
        sheet[cell] = sheet[cell].value * 1000


@case("32-parts", "VSP", saved="xlsx")
def _parts(book):
    put(book, "Bieu1", H9=120)


@case("33-above-year", "RVP")
def _above(book):
    put(book, "Bieu1", G7=2990)
    put(book, "Bieu4", G7=21)


@case("34-jump", "BINH")
def _jump(book):
    put(book, "Bieu1", G8=1010, H8=1290)
    put(book, "Bieu4", G7=24, H7=30)


@case("35-jump-explained", "BINH")
def _explained(book):
    _jump(book)
    put(book, "Bieu1", J8="Bán ba tàu cũ, tiền bán tàu hạch toán vào doanh thu Quý III.")
    put(book, "Bieu4", J7="Phát động đợt thi đua 90 ngày; hội đồng sáng kiến họp hai lần.")


@case("36-digit-lost", "AN")
def _digit_lost(book):
    put(book, "Bieu1", G10=74.8, H10=90.5)


@case("37-measure-changed", "AN")
def _measure(book):
    put(book, "Bieu1", D10="triệu đồng")


@case("38-copied-from-plan", "CUONG")
def _copied(book):
    put(book, "Bieu1", H7=1050, H8=320, H9=16, H10=129)


@case("39-cut-off", "DUNG")
def _cut_off(book):
    put(book, "Bieu1", A3="Số liệu tính đến ngày 30/9/2022   ·   Hạn nộp: 20/11/2022")
