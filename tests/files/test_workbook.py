"""The year book in the hands of people: what they do to it is read where it can be, and told at its cell where not."""

import datetime as dt
import functools
import io
import re
import zipfile
from dataclasses import replace

import openpyxl
import pytest

from tongket.dossier import ReportedFigure
from tongket.figures import Amount
from tongket.files.workbook_layout import GUIDE, LISTS
from tongket.files.workbook_reader import read
from tongket.files.year_folder import files_of, read_year, write_year
from tongket.organisation import Organisation, OrgUnit
from tongket.plan import Indicator, Plan
from tongket.words import Text
from tongket.year import Period
from tongket.yearbook import Year, YearHead, without_places

OIL = Indicator("OIL", Text("Khai thác dầu"), "nghìn tấn", digits=1)
YEAR = Year(
    YearHead(2021, "VSP", Text("Báo cáo năm 2021")),
    organisation=Organisation(org_units=(OrgUnit("VSP", Text("Vietsovpetro")),)),
    plan=Plan(indicators=(OIL,)),
    figures=tuple(
        ReportedFigure("VSP", "OIL", Period.of_month(2021, month), "actual", Amount.of("250.5")) for month in (1, 2, 3)
    ),
)
HALF_PAST_FIVE = dt.datetime(2021, 12, 31, 17, 30)  # noqa: DTZ001 - cells know no zone
VALUE = "E4"  # the value of the first figure


@functools.cache
def written():
    return files_of(YEAR, "excel")["year.xlsx"]


@functools.cache
def few_sheets():
    """The book with the sheets these tests use, which opens and saves much sooner."""
    book = openpyxl.load_workbook(io.BytesIO(written()))
    for name in set(book.sheetnames) - {GUIDE, "Năm", "Đơn vị", "Chỉ tiêu", "Số liệu", LISTS}:
        book.remove(book[name])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.fixture
def book(tmp_path):
    """A year book opened as a person opens it; `reread` saves and reads it."""
    (tmp_path / "inputs").mkdir()

    class Book:
        def __init__(self):
            self.book = openpyxl.load_workbook(io.BytesIO(few_sheets()))
            self.figures = self.book["Số liệu"]

        def reread(self):
            self.book.save(tmp_path / "inputs" / "year.xlsx")
            return read_year(tmp_path)

        def type(self, value, cell=VALUE, number_format=None):
            self.figures[cell].value = value
            self.figures[cell].number_format = number_format or (
                "dd/mm/yyyy" if isinstance(value, dt.date) else "General"
            )
            return self.reread()

    return Book()


def told(findings):
    return [(finding.code, finding.place.cell) for finding in findings]


def test_a_book_saved_again_is_the_same_year(book):
    year, findings = book.reread()
    assert findings == ()
    assert without_places(year) == YEAR
    assert str(year.figures[0].place) == "inputs/year.xlsx!Số liệu!E4"


@pytest.mark.needs_tool("soffice")
def test_a_book_saved_by_another_program_is_the_same_year(tmp_path, root):
    import subprocess

    year, _ = read_year(root / "examples" / "vietsovpetro-2021")
    write_year(year, tmp_path / "a", "excel")
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", str(tmp_path / "b" / "inputs")]
    subprocess.run(
        [*command, str(tmp_path / "a" / "inputs" / "year.xlsx")], check=True, capture_output=True, timeout=120
    )
    again, findings = read_year(tmp_path / "b")
    assert findings == ()
    assert without_places(again) == without_places(year)


def test_sheets_bear_vietnamese_names_and_begin_with_the_guide():
    book = openpyxl.load_workbook(io.BytesIO(written()))
    names = book.sheetnames
    assert names[:4] == [GUIDE, "Năm", "Văn bản", "Đơn vị"]
    assert book[LISTS].sheet_state == "hidden"
    guide = " ".join(str(cell.value) for row in book[GUIDE].iter_rows() for cell in row if cell.value)
    assert [name for name in names[1:-1] if name not in guide] == []


def test_choices_and_codes_come_from_drop_down_lists(book):
    lists = {str(rule.sqref).split(":")[0]: rule for rule in book.figures.data_validations.dataValidation}
    assert lists["D4"].formula1.startswith(f"'{LISTS}'!")
    assert lists["D4"].errorStyle in (None, "stop")
    assert (lists["A4"].formula1, lists["A4"].errorStyle) == ("ma_org_units", "warning")


def test_codes_and_periods_stand_in_text_cells_so_that_none_becomes_a_date(book):
    assert [book.figures.column_dimensions[column].number_format for column in "CF"] == ["@", "@"]
    assert (book.figures["C4"].value, book.figures["C4"].data_type) == ("01/2021", "s")


def test_columns_may_be_moved_and_rows_inserted_above_or_between(book):
    rows = [[cell.value for cell in reversed(row)] for row in book.figures.iter_rows(max_col=9)]
    book.book.remove(book.figures)
    sheet = book.book.create_sheet("số  liệu")
    sheet.append(["một dòng của tôi"])
    for row in rows:
        sheet.append(row)
        sheet.append([])
    year, findings = book.reread()
    assert findings == ()
    assert without_places(year) == YEAR


def test_labels_alone_are_enough_when_the_grey_names_are_gone(book):
    book.figures.delete_rows(3)
    year, findings = book.reread()
    assert findings == ()
    assert without_places(year) == YEAR


def test_a_value_that_is_a_label_itself_stays_a_value(book):
    sheet = book.book["Năm"]
    sheet["B5"] = "Múi giờ"
    sheet.delete_cols(4)
    year, findings = book.reread()
    assert findings == ()
    assert year.head == replace(YEAR.head, title=Text("Múi giờ"), place=year.head.place)


def test_a_row_of_formulas_nobody_calculated_is_told_and_not_passed_over(book):
    for cell in ("A9", "B9", "E9"):
        book.figures[cell] = "=A4"
    _, findings = book.reread()
    assert {("files.formula-without-value", cell) for cell in ("A9", "B9", "E9")} <= set(told(findings))


def test_a_sheet_or_column_of_ones_own_is_told_and_left_alone(book):
    book.book.create_sheet("Tính nháp")["B2"] = 1
    book.figures["Q3"], book.figures["Q5"] = "Ghi chú riêng", "xem lại"
    year, findings = book.reread()
    assert without_places(year) == YEAR
    assert told(findings) == [("files.column-not-read", "Q3"), ("files.unknown-sheet", "")]


def test_a_column_with_values_but_without_a_heading_is_told_with_the_empty_cell(book):
    book.figures["Q5"] = "250"
    year, findings = book.reread()
    assert without_places(year) == YEAR
    assert told(findings) == [("files.column-without-name", "Q3")]
    assert findings[0].sentence("vi").startswith("Cột Q có dữ liệu nhưng ô tên cột Q3 còn trống")


def test_a_sheet_of_the_book_under_another_name_is_known_by_its_columns(book):
    book.figures.title = "SL nộp lần 2"
    _, findings = book.reread()
    assert told(findings) == [("files.renamed-sheet", "")]
    assert "Đổi tên trang thành ‘Số liệu’" in findings[0].sentence("vi")


def test_the_sheet_of_the_year_under_another_name_is_told_once(book):
    book.book["Năm"].title = "Năm 2021"
    year, findings = book.reread()
    assert year is None
    assert told(findings) == [("files.renamed-sheet", "")]
    assert "Đổi tên trang thành ‘Năm’" in findings[0].sentence("vi")


def test_without_the_sheet_of_the_year_the_year_is_missing(book):
    del book.book["Năm"]
    _, findings = book.reread()
    assert told(findings) == [("yearbook.no-year", "")]


def test_a_copy_beside_the_sheet_itself_is_a_sheet_of_ones_own(book):
    book.book.copy_worksheet(book.figures).title = "Số liệu (2)"
    year, findings = book.reread()
    assert without_places(year) == YEAR
    assert told(findings) == [("files.unknown-sheet", "")]


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        (3001.5, "3001.5"),
        (0.1 + 0.2, "0.3"),
        (2.999, "2.999"),
        (12345678901234, "12345678901234"),
        ("3001,5", "3001.5"),
        (">3000", ">3000"),
        ("trên 3000,5", ">3000.5"),
        ("từ 3,00 đến 4,50", "3..4.5"),
    ],
)
def test_numbers_are_read_as_typed(book, typed, amount):
    year, findings = book.type(typed)
    assert findings == ()
    assert year.figures[0].amount == Amount.parse(amount)


@pytest.mark.parametrize(
    ("typed", "look", "code", "amount"),
    [
        ("2.999,4", None, "yearbook.number-as-text", "2999.4"),
        ("3\u00a0001,5", None, "yearbook.number-as-text", "3001.5"),
        (1.055, "0.0%", "files.percent-cell", "105.5"),
    ],
)
def test_what_was_understood_from_text_or_a_percentage_is_said_back(book, typed, look, code, amount):
    year, findings = book.type(typed, number_format=look)
    assert told(findings) == [(code, VALUE)]
    assert year.figures[0].amount == Amount.of(amount)


@pytest.mark.parametrize(
    ("typed", "cell", "code"),
    [
        ("2.999", "E4", "yearbook.ambiguous-number"),
        ("2.999..3.500", "E4", "yearbook.ambiguous-number"),
        ("khoảng 30", "E4", "yearbook.bad-amount"),
        ("#DIV/0!", "E4", "files.cell-error"),
        ("=1+1", "E4", "files.formula-without-value"),
        (dt.date(2021, 1, 9), "F4", "files.unexpected-date"),
        (HALF_PAST_FIVE, "H4", "files.not-a-day"),
        ("Thực hiện", "D4", "yearbook.bad-choice"),
        ("31/02/2021", "H4", "yearbook.bad-date"),
        (44561, "H4", "yearbook.bad-date"),
    ],
)
def test_what_cannot_be_understood_is_told_at_its_cell(book, typed, cell, code):
    _, findings = book.type(typed, cell)
    assert (code, cell) in told(findings)


@pytest.mark.parametrize(
    ("typed", "cell", "language", "sentence"),
    [
        (None, "A4", "vi", "Còn trống: ‘Mã đơn vị’. Bảng ‘Số liệu’ bắt buộc có mục này ở mỗi dòng."),
        (None, "A4", "en", "Left empty: ‘Org unit’. Every row of the table ‘Figures’ needs it."),
        ("khoảng 30", "E4", "vi", "‘Giá trị’ phải là số, khoảng hoặc cận, đang ghi ‘khoảng 30’."),
        ("Thực hiện", "D4", "vi", "Thực hiện chính thức, Thực hiện năm trước"),
        ("31.12.2021", "H4", "vi", "31/12/2021"),
    ],
)
def test_a_finding_in_a_book_names_columns_choices_and_days_as_the_book_does(book, typed, cell, language, sentence):
    _, findings = book.type(typed, cell)
    assert sentence in next(one for one in findings if one.place.cell == cell).sentence(language)


@pytest.mark.parametrize(
    ("typed", "look", "period"),
    [
        ("Quý IV/2021", None, "2021-Q4"),
        ("6 tháng/2021", None, "2021-H1"),
        (2021, None, "2021"),
        ("2021-9M", None, "2021-9M"),
        (dt.date(2021, 11, 13), "dd/mm/yyyy", "2021-11-13"),
        (dt.date(2021, 11, 1), "mmm-yy", "2021-11"),
    ],
)
def test_periods_are_read_as_people_write_them(book, typed, look, period):
    year, findings = book.type(typed, "C4", look)
    assert findings == ()
    assert year.figures[0].period == Period.parse(period)


@pytest.mark.parametrize(
    ("typed", "period"),
    [
        ("Q4/2021", "2021-Q4"),
        ("quý 4 năm 2021", "2021-Q4"),
        ("13/11/2021", "2021-11-13"),
        ("9 tháng đầu năm 2021", "2021-9M"),
    ],
)
def test_a_period_in_other_words_is_said_back(book, typed, period):
    year, findings = book.type(typed, "C4")
    assert told(findings) == [("yearbook.date-as-text", "C4")]
    assert year.figures[0].period == Period.parse(period)


def test_text_typed_in_decomposed_letters_is_composed(book):
    year, findings = book.type("mi\u0301nh hoa\u0323", "L4")
    assert findings == ()
    assert year.figures[0].page == "mính hoạ"


def test_cells_at_the_far_corners_of_a_sheet_do_no_harm(book):
    book.figures["XFD1048576"] = 1
    year, findings = book.reread()
    assert without_places(year) == YEAR
    assert findings == ()


def test_a_sheet_that_understates_its_size_is_read_whole():
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(written())) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            target.writestr(name, re.sub(rb'<dimension ref="[^"]*"/>', b'<dimension ref="A1"/>', source.read(name)))
    rows, findings = read(out.getvalue(), "year.xlsx")
    assert findings == ()
    assert len(rows["figures"]) == len(YEAR.figures)


def test_a_book_of_another_form_is_told(book):
    guide = book.book[GUIDE]
    cell = next(cell for row in guide.iter_rows() for cell in row if cell.value == "Mẫu sổ: tongket/1")
    cell.value = "Mẫu sổ: tongket/2"
    _, findings = book.reread()
    assert [finding.code for finding in findings] == ["yearbook.wrong-schema"]


@pytest.mark.parametrize("amount", ["2.999..3.5", ">2.999", "1234567890123456.789", "0.0000000000000000001", "-2.999"])
def test_the_book_writes_no_number_that_its_reader_would_ask_about(tmp_path, amount):
    year = replace(YEAR, figures=(replace(YEAR.figures[0], amount=Amount.parse(amount)),))
    write_year(year, tmp_path, "excel")
    again, findings = read_year(tmp_path)
    assert [finding.code for finding in findings if finding.code != "yearbook.negative"] == []
    assert again.figures[0].amount == Amount.parse(amount)


def test_what_looks_like_a_formula_is_written_as_text(tmp_path):
    year = Year(YearHead(2021, "VSP", Text("=HYPERLINK(1)")), organisation=YEAR.organisation)
    content = files_of(year, "excel")["year.xlsx"]
    sheet = openpyxl.load_workbook(io.BytesIO(content))["Năm"]
    assert (sheet["B5"].value, sheet["B5"].data_type) == ("=HYPERLINK(1)", "s")


def test_measures_are_offered_by_name_and_others_may_be_typed(book):
    rule = next(rule for rule in book.figures.data_validations.dataValidation if "G4" in rule.sqref)
    assert rule.errorStyle == "warning"
    names = [cell.value for column in book.book[LISTS].iter_cols() for cell in column]
    assert {"nghìn tấn", "tỷ đồng", "ngày"} <= set(names)
