"""Dossiers with something wrong in single cells: how numbers, days and words are typed in Vietnamese offices."""

import datetime as dt

from tests.corpus.case import CORPUS, Program
from tests.corpus.hands import ESTIMATE, LAST_YEAR, PLAN, TO_DATE, WHY, WORDS, paste_as_text, put


@CORPUS.one("AN", program=Program.LIBREOFFICE)
def column_pasted_as_text(book):
    """The column of the estimate was pasted from a Word table: every number a text with a Vietnamese comma."""
    paste_as_text(book["Bieu1"], "H", ("2.999,0", "2.100,0", "899,0", "905,0", "48,0", "118,0"))


@CORPUS.one("BINH")
def numbers_as_text_confirmed(book):
    """Two numbers are text, and beside them the unit says that it means them so."""
    paste_as_text(book["Bieu1"], "G", (None, "431,0"))
    put(book, "REV", WHY, "Số đúng, dán từ báo cáo tài chính.")


@CORPUS.one("VSP", program=Program.XLS_AND_BACK)
def dot_of_thousands(book):
    """‘2.341’ as text, which may be two thousand or two and a bit."""
    paste_as_text(book["Bieu1"], "H", (None,) * 7 + ("2.341",))


@CORPUS.one("VSP", program=Program.LIBREOFFICE)
def spaces_of_thousands(book):
    """Thousands parted by no-break spaces, as a Russian or a French program does."""
    paste_as_text(book["Bieu1"], "G", ("2\u00a0622,2", "2\u202f521,0"))


@CORPUS.one("CUONG")
def about_so_much(book):
    """‘~30’ and ‘khoảng 30’ for a number."""
    put(book, "REV", ESTIMATE, "~316")
    put(book, "INC", ESTIMATE, "khoảng 16")


@CORPUS.one("CUONG", program=Program.LIBREOFFICE)
def not_one_number(book):
    """A range, and a bound in words, where one number is asked for."""
    put(book, "REV", ESTIMATE, "310–316")
    put(book, "PROF", ESTIMATE, "trên 15")


@CORPUS.one("AN", program=Program.XLS_AND_BACK)
def letters_for_digits(book):
    """The letter O for a zero and l for a one, typed from a scan."""
    put(book, "REV", ESTIMATE, "9O5,0")
    put(book, "COST", ESTIMATE, "ll8,0")


@CORPUS.one("VSP")
def measure_in_the_cell(book):
    """The measure typed behind the number: the row's own, and a larger one."""
    put(book, "GAS", ESTIMATE, "968,0 triệu m3")
    put(book, "INIT", ESTIMATE, "97 sáng kiến")
    put(book, "CAPEX", ESTIMATE, "0,371 tỷ USD")


@CORPUS.one("AN")
def dashes(book):
    """A dash in place of a zero or a word, as in printed tables."""
    put(book, "ACC", TO_DATE, "-")
    put(book, "ACC", ESTIMATE, "–")


@CORPUS.one("AN", program=Program.LIBREOFFICE)
def words_for_a_number(book):
    """‘Không’ for zero, ‘Đang tổng hợp’ for a number that is not there yet."""
    put(book, "ACC", ESTIMATE, "Không")
    put(book, "INIT", ESTIMATE, "Đang tổng hợp")


@CORPUS.one("VSP", program=Program.LIBREOFFICE)
def days_as_text(book):
    """Days typed as texts: with slashes, and a quarter."""
    put(book, "PROJ-A", ESTIMATE, "Quý IV/2022")
    put(book, "DAY", ESTIMATE, "28/11/2022")


@CORPUS.one("AN")
def days_as_text_otherwise(book):
    """A quarter in Arabic digits a year ago, and a day in words."""
    put(book, "DAY-SHIP", TO_DATE, "Quý 4/2021")
    put(book, "DAY-SHIP", ESTIMATE, "ngày 12 tháng 10 năm 2022")


@CORPUS.one("VSP")
def days_that_are_none(book):
    """A thirty-first of November, and ‘cuối năm’."""
    put(book, "PROJ-A", ESTIMATE, "31/11/2022")
    put(book, "DAY", ESTIMATE, "cuối năm")


@CORPUS.one("AN")
def day_for_a_number(book):
    """Excel turned 4.8 into the fourth of August."""
    put(book, "PROF", ESTIMATE, dt.date(2022, 8, 4))


@CORPUS.one("AN")
def done_after_the_cut_off(book):
    """The ship is said to be in service on a day after that up to which the figures go."""
    put(book, "DAY-SHIP", TO_DATE, dt.date(2022, 11, 15))
    put(book, "DAY-SHIP", ESTIMATE, dt.date(2022, 11, 15))
    put(book, "DAY-SHIP", WHY, None)
    book[WORDS]["B15"].value = "Tàu mới đưa vào khai thác ngày 15/11/2022, muộn 46 ngày so với kế hoạch."


@CORPUS.one("AN", program=Program.LIBREOFFICE)
def division_by_zero(book):
    """A formula that divides by an empty cell."""
    put(book, "COST", ESTIMATE, "=H10/H16")


@CORPUS.one("AN")
def formulas_not_calculated(book):
    """Totals as formulas, written by a program that does not calculate."""
    put(book, "CARGO", TO_DATE, "=G8+G9")
    put(book, "CARGO", ESTIMATE, "=SUM(H8:H9)")


@CORPUS.one("AN", program=Program.LIBREOFFICE)
def formulas_calculated(book):
    """The same totals, calculated when the file was saved."""
    put(book, "CARGO", TO_DATE, "=G8+G9")
    put(book, "CARGO", ESTIMATE, "=SUM(H8:H9)")


@CORPUS.one("AN", program=Program.LIBREOFFICE)
def plan_and_last_year_changed(book):
    """The unit lowered its plan and corrected last year on the way."""
    put(book, "REV", PLAN, 806)
    put(book, "COST", LAST_YEAR, 119.5)


@CORPUS.one("AN", program=Program.XLS_AND_BACK)
def parts_against_the_total(book):
    """The two parts add up to one more than the total."""
    put(book, "CARGO/SEA", ESTIMATE, 2101)


@CORPUS.one("AN")
def ten_months_above_the_year(book):
    """More in ten months than in the whole year."""
    put(book, "REV", TO_DATE, 948)


@CORPUS.one("AN", program=Program.LIBREOFFICE)
def below_zero(book):
    """A minus sign before revenue, and before a profit, which may be a loss."""
    put(book, "REV", ESTIMATE, -905)
    put(book, "PROF", TO_DATE, -3.5)


@CORPUS.one("AN")
def jumps(book):
    """Three times last year, and a fifth of it."""
    put(book, "INC", ESTIMATE, 57.9)
    put(book, "REV", TO_DATE, 130)
    put(book, "REV", ESTIMATE, 160)


@CORPUS.one("AN", program=Program.LIBREOFFICE)
def jump_explained(book):
    """Three times last year, with the reason beside it."""
    put(book, "INC", ESTIMATE, 57.9)
    put(book, "INC", WHY, "Chi trả lương bổ sung theo quyết toán quỹ lương năm 2021.")


@CORPUS.one("BINH", program=Program.XLS_AND_BACK)
def tonnes_for_thousand_tonnes(book):
    """Both figures of a row in tonnes."""
    put(book, "CARGO", TO_DATE, 1398000)
    put(book, "CARGO", ESTIMATE, 1688000)


@CORPUS.one("AN", program=Program.LIBREOFFICE)
def empty_cells(book):
    """Two cells left empty, one of them with a space in it."""
    put(book, "REV", ESTIMATE, None)
    put(book, "INC", TO_DATE, " ")


@CORPUS.one("CUONG")
def not_assigned_though_planned(book):
    """‘Không giao’ where the plan gave a number."""
    put(book, "PROF", TO_DATE, "Không giao")
    put(book, "PROF", ESTIMATE, "Không giao")


@CORPUS.one("CUONG", program=Program.LIBREOFFICE)
def one_of_two_not_there(book):
    """‘Chưa có số liệu’ to date beside an estimate for the year."""
    put(book, "PROF", TO_DATE, "Chưa có số liệu")


@CORPUS.one("CUONG")
def one_of_two_explained(book):
    """The same, with the reason beside it."""
    put(book, "PROF", TO_DATE, "Chưa có số liệu")
    put(book, "PROF", WHY, "Quyết toán quý III chưa được kiểm toán.")


@CORPUS.one("BINH")
def more_decimals(book):
    """More decimals than the indicator is printed with."""
    put(book, "REV", ESTIMATE, 522.37)


@CORPUS.one("RVP")
def percent_cell(book):
    """96.1 % typed as such into a row that counts in per cent: Excel keeps 0.961 and a format."""
    for column, value in ((TO_DATE, 0.96), (ESTIMATE, 0.961)):
        put(book, "APG", column, value)
    for cell in (book["Bieu1"]["G8"], book["Bieu1"]["H8"]):
        cell.number_format = "0.0%"


@CORPUS.one("AN", program=Program.LIBREOFFICE)
def words_against_the_table(book):
    """Five sentences: a wrong amount, percentage, fall, ‘not reached’, and one that can be read two ways."""
    sheet = book[WORDS]
    sheet["B9"].value = "Ước khối lượng vận chuyển cả năm 2.990,0 nghìn tấn."
    sheet["B10"].value = "Doanh thu ước 905,0 tỷ đồng, vượt 8,8% kế hoạch."
    sheet["B11"].value = "Chi phí vận chuyển một tấn giảm 5,0% so với năm 2021."
    sheet["B12"].value = "Lợi nhuận trước thuế không hoàn thành kế hoạch."
    sheet["B13"].value = "Sáng kiến được công nhận vượt trên 110% kế hoạch."


@CORPUS.one("AN")
def shortcoming_without_cause(book):
    """A second shortcoming without cause and remedy."""
    book[WORDS]["B16"].value = "Công tác thanh toán công nợ còn chậm."


@CORPUS.one("AN", program=Program.LIBREOFFICE)
def section_left_empty(book):
    """Nothing about the results."""
    book[WORDS]["B9"].value = None


@CORPUS.one("AN")
def section_of_its_own(book):
    """A heading of the unit's own in place of that of the form."""
    book[WORDS]["A16"].value = "Khó khăn, vướng mắc"
    book[WORDS]["B16"].value = "Giá nhiên liệu tăng cao trong sáu tháng đầu năm."


@CORPUS.one("VSP", program=Program.LIBREOFFICE)
def evidence_of_nothing(book):
    """A document proves an indicator that the form does not have."""
    book["Minh chung"]["C7"].value = "OILL"


@CORPUS.one("BINH")
def copied_from_the_plan(book):
    """All estimates of a sheet equal the plan."""
    for code, plan in (("CARGO", 1600), ("REV", 480), ("PROF", -8), ("COST", 126)):
        put(book, code, ESTIMATE, plan)
    book[WORDS]["B9"].value = "Ước hoàn thành kế hoạch khối lượng vận chuyển được giao."
