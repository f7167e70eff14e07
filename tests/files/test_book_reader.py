"""What stands in a workbook reaches the checks as it stands there: values, addresses, and what a sheet says beside."""

import datetime as dt
import io
import zipfile
from decimal import Decimal

import openpyxl
import pytest
import xlsxwriter

from tongket.dossier.grid import Book, ErrorValue, Uncalculated
from tongket.files.book_reader import read_book
from tongket.words import Finding

SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData>{}</worksheet>'


def written(fill, **options):
    """The bytes of a workbook that xlsxwriter makes."""
    kept = io.BytesIO()
    with xlsxwriter.Workbook(kept, {"in_memory": True, **options}) as book:
        fill(book)
    return kept.getvalue()


def with_sheet(cells, after="", **parts):
    """A workbook of one sheet whose XML is given; `parts` replace or add parts of the package (`xl__x` is xl/x)."""
    content = written(lambda book: book.add_worksheet("Bieu1"))
    return replaced(content, {"xl/worksheets/sheet1.xml": SHEET.format(cells, after), **parts})


def replaced(content, parts):
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as target:
        for name in [*source.namelist(), *(name for name in parts if name not in source.namelist())]:
            target.writestr(name, parts[name] if name in parts else source.read(name))
    return kept.getvalue()


def grid_of(content, file="a.xlsx"):
    book = read_book(content, file)
    assert isinstance(book, Book), book
    return book.grids[0]


def code_of(content, file="a.xlsx"):
    found = read_book(content, file)
    assert isinstance(found, Finding), found
    return found.code


def test_values_keep_their_kind_and_their_address_even_below_empty_rows():
    def fill(book):
        sheet = book.add_worksheet("Bieu1")
        day, clock = book.add_format({"num_format": "dd/mm/yyyy"}), book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
        sheet.write_row(2, 1, ["Vũng Tàu", 2999.4, True, "2.999,4", "  ", 0])
        sheet.write_datetime(3, 1, dt.date(2022, 11, 30), day)
        sheet.write_datetime(3, 2, dt.datetime(2022, 11, 30, 17, 5), clock)  # noqa: DTZ001 - a cell knows no zone

    grid = grid_of(written(fill))
    assert grid.rows[:2] == ((None,) * 7, (None,) * 7)
    assert grid.rows[2] == (None, "Vũng Tàu", Decimal("2999.4"), True, "2.999,4", "  ", Decimal(0))
    assert grid.rows[3][1:3] == (dt.date(2022, 11, 30), "2022-11-30 17:05:00")
    assert [type(value) for value in grid.rows[2][2:4]] == [Decimal, bool]


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("0.30000000000000004", "0.3"),
        ("2999.4000000000001", "2999.4"),
        ("1E20", "100000000000000000000"),
        ("-0.05", "-0.05"),
        ("1.5E-7", "0.00000015"),
        ("123456789012345", "123456789012345"),
    ],
)
def test_a_number_is_the_fifteen_digits_a_spreadsheet_shows(stored, shown):
    value = grid_of(with_sheet(f'<row r="1"><c r="A1"><v>{stored}</v></c></row>')).at(0, 0)
    assert (value, f"{value:f}") == (Decimal(shown), shown)


def test_yes_and_one_stay_apart_in_a_row_and_from_file_to_file():
    one, yes = '<c r="A1"><v>1</v></c>', '<c r="B1" t="b"><v>1</v></c>'
    for cells, kinds in ((one, [Decimal]), (one + yes, [Decimal, bool]), (yes, [type(None), bool]), (one, [Decimal])):
        assert [type(value) for value in grid_of(with_sheet(f'<row r="1">{cells}</row>')).rows[0]] == kinds


def test_a_percentage_is_the_number_before_its_sign():
    def fill(book):
        sheet = book.add_worksheet("Bieu1")
        for at, look in enumerate(("0%", "0.0%", '[Red]0.00"x"%', '0" %"', "0.0")):
            sheet.write_number(1, at, 0.953 if at else 1, book.add_format({"num_format": look}))
        sheet.write_blank(2, 0, None, book.add_format({"num_format": "0%"}))
        sheet.write_string(2, 1, "95%", book.add_format({"num_format": "0%"}))

    grid = grid_of(written(fill))
    assert grid.rows[1] == (Decimal(100), Decimal("95.3"), Decimal("95.3"), Decimal("0.953"), Decimal("0.953"))
    assert str(grid.at(1, 0)) == "100"
    assert grid.percents == {(1, 0), (1, 1), (1, 2), (2, 0), (2, 1)}
    assert grid.at(2, 1) == "95%"


def test_decomposed_letters_are_composed():
    grid = grid_of(written(lambda book: book.add_worksheet("Bieu1").write(0, 0, "Nguye\u0302\u0303n")))
    assert grid.at(0, 0) == "Nguyễn"


def test_a_formula_nobody_calculated_and_a_failed_one_are_told_from_an_empty_cell():
    book = openpyxl.Workbook()
    book.active["C9"] = '=SUM(A1:A3)&"<"'
    kept = io.BytesIO()
    book.save(kept)
    grid = grid_of(kept.getvalue())
    assert grid.at(8, 2) == Uncalculated('SUM(A1:A3)&"<"')
    cells = '<c r="B2" s="0" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C2" t="e"><v>#N/A</v></c>'
    cells += '<c r="D2" t="str"><f>IF(A1=0,"","x")</f><v></v></c><c r="E2"><f t="shared" si="0"/><v>5</v></c>'
    grid = grid_of(with_sheet(f'<row r="2">{cells}</row>'))
    assert grid.rows[1] == (None, ErrorValue("#DIV/0!"), ErrorValue("#N/A"), None, Decimal(5))
    assert grid.computed == {(1, 1), (1, 3), (1, 4)}


def test_a_zero_that_the_file_itself_calls_stale_is_no_value():
    formula = written(lambda book: book.add_worksheet("Bieu1").write_formula(0, 0, "=1+1"))
    assert grid_of(formula).at(0, 0) == Uncalculated("1+1")
    calculated = written(lambda book: book.add_worksheet("Bieu1").write_formula(0, 0, "=1+1", None, 2))
    assert grid_of(calculated).at(0, 0) == Decimal(2)


def test_what_is_hidden_or_merged_is_known():
    def fill(book):
        sheet = book.add_worksheet("Bieu1")
        sheet.merge_range(0, 0, 0, 4, "Biểu 1")
        sheet.write_row(5, 0, range(5))
        sheet.set_row(5, None, None, {"hidden": True})
        sheet.set_column(2, 20, None, None, {"hidden": True})
        book.add_worksheet("_meta").very_hidden()
        book.add_worksheet("an").hide()

    grids = read_book(written(fill), "a.xlsx").grids
    assert [grid.hidden for grid in grids] == [False, True, True]
    assert grids[0].merged == ((0, 0, 0, 4),)
    assert (grids[0].hidden_rows, grids[0].hidden_columns) == ({5}, {2, 3, 4})


def test_cells_typed_in_an_old_font_are_named_with_it():
    def fill(book):
        sheet = book.add_worksheet("Bieu1")
        sheet.write(0, 0, "TËp ®oµn", book.add_format({"font_name": ".VnTime"}))
        sheet.write(0, 1, 5, book.add_format({"font_name": ".VnArial"}))
        sheet.write(1, 0, "Vuõng Taøu", book.add_format({"font_name": "VNI-Times"}))
        sheet.write_rich_string(2, 0, "a", book.add_format({"font_name": ".VnTimeH"}), "®", "b")
        sheet.write(3, 0, "Vũng Tàu", book.add_format({"font_name": "Times New Roman"}))

    assert grid_of(written(fill)).old_fonts == {(0, 0): ".VnTime", (1, 0): "VNI-Times", (2, 0): ".VnTimeH"}


def test_a_sheet_in_another_spelling_of_xml_reads_the_same():
    plain = '<row r="2" hidden="1"><c r="A2" t="e"><v>#REF!</v></c><c r="B2"><f>A1</f></c><c r="C2"><v>7</v></c></row>'
    odd = (
        "<x:worksheet xmlns:x='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><!-- <c r=\"XFD1048576\"> -->"
        "<x:sheetData><x:row/><x:row hidden = '1'><x:c t='e'><x:v>#REF!</x:v></x:c><x:c><x:f>A1</x:f></x:c>"
        "<x:c><x:v><![CDATA[7]]></x:v></x:c></x:row></x:sheetData></x:worksheet>"
    )
    assert grid_of(with_sheet(plain)) == grid_of(replaced(with_sheet(plain), {"xl/worksheets/sheet1.xml": odd}))


def test_macros_and_links_are_told_and_values_still_read():
    links = {"xl/externalLinks/externalLink1.xml": "<externalLink/>", "xl/vbaProject.bin": "x"}
    book = read_book(with_sheet('<row r="1"><c r="A1"><v>1</v></c></row>', **links), "a.xlsm")
    assert (book.has_macros, book.has_links, book.grids[0].at(0, 0)) == (True, True, Decimal(1))
