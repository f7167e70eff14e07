"""The mapping as an Excel workbook: what is written reads back the same, and what a person changes holds."""

import io
import zipfile
from decimal import Decimal

import openpyxl
import pytest
from tests.dossier.foreign.cast import LAYOUTS, asked, book, rows_of

from tongket.dossier.foreign import Certainty, proposed
from tongket.dossier.foreign.mapping_table import read_mapping
from tongket.dossier.foreign.measures import measure_named
from tongket.dossier.grid import Book, Grid
from tongket.files.mapping_workbook import Choices, mapping_workbook


def made(org_unit, **about):
    rows = rows_of(org_unit)
    mapping = proposed(book(LAYOUTS[org_unit](), f"{org_unit}.xlsx"), asked(org_unit))
    choices = Choices({row.code: row.name.vi for row in rows}, [row.measure for row in rows], **about)
    return mapping, mapping_workbook(mapping, choices)


def opened(content):
    """The workbook as grids."""

    def value(found):
        return Decimal(str(found)) if isinstance(found, int | float) else found

    sheets = openpyxl.load_workbook(io.BytesIO(content)).worksheets
    grids = (Grid(s.title, tuple(tuple(map(value, row)) for row in s.iter_rows(values_only=True))) for s in sheets)
    return Book("mapping.xlsx", "", tuple(grids))


def plain(mapping):
    """A mapping without what is told only once, and measures by what they mean."""
    known = frozenset(row.measure for org_unit in LAYOUTS for row in rows_of(org_unit))
    return [
        (s.sheet, s.columns, [(r.row, r.label, r.parent, r.code, r.certainty, r.told, measure_named(r.measure, known))
                              for r in s.rows])
        for s in mapping.sheets
    ]  # fmt: skip


@pytest.mark.parametrize("org_unit", LAYOUTS)
def test_a_mapping_reads_back_as_it_was_written(org_unit):
    mapping, content = made(org_unit)
    again, findings = read_mapping(opened(content), org_unit, frozenset(row.code for row in rows_of(org_unit)))
    assert findings == ()
    assert (again.org_unit, again.year, again.file) == (org_unit, 2022, f"{org_unit}.xlsx")
    assert plain(again) == plain(mapping)


def test_the_same_mapping_gives_the_same_bytes():
    assert made("VSP")[1] == made("VSP")[1]


def test_what_a_person_confirms_in_excel_holds():
    _, content = made("PVEP")
    workbook = openpyxl.load_workbook(io.BytesIO(content))
    sheet = workbook["Bang doi chieu"]
    names = {cell.value: cell.column for cell in sheet[8]}
    (line,) = [row for row in range(9, 30) if sheet.cell(row, names["certainty"]).value == "cần xác nhận"]
    assert sheet.cell(line, names["doubt"]).value == "đơn vị tính chưa rõ hoặc khác đơn vị tính của chỉ tiêu"
    sheet.cell(line, names["certainty"]).value = "chắc chắn"
    sheet.cell(line, names["measure"]).value = "triệu tấn"
    out = io.BytesIO()
    workbook.save(out)
    again, findings = read_mapping(opened(out.getvalue()), "PVEP", frozenset(row.code for row in rows_of("PVEP")))
    assert findings == ()
    oil = next(row for _, row in again.rows if row.code == "OE")
    assert (oil.certainty, oil.measure) == (Certainty.CERTAIN, "triệu tấn")


def test_codes_measures_and_certainty_are_chosen_from_lists():
    _, content = made("VSP")
    sheet = openpyxl.load_workbook(io.BytesIO(content))["Bang doi chieu"]
    chosen = {next(iter(rule.sqref.ranges)).min_col: rule for rule in sheet.data_validations.dataValidation}
    heads = {cell.column: cell.value for cell in sheet[8]}
    assert {heads[column] for column in chosen} == {"code", "measure", "certainty"}
    lists = openpyxl.load_workbook(io.BytesIO(content))["_lists"]
    assert lists["A1"].value == "OIL · Khai thác dầu và condensate"
    assert [row[0].value for row in lists["C1:C3"]] == ["chắc chắn", "cần xác nhận", "bỏ qua"]


def test_only_a_template_asks_whose_a_row_is():
    _, content = made("VSP")
    _, of_template = made("VSP", org_units=["VSP", "PVEP"])
    heads = [
        [cell.value for cell in openpyxl.load_workbook(io.BytesIO(one))["Bang doi chieu"][8]]
        for one in (content, of_template)
    ]
    assert ["org_unit" in head for head in heads] == [False, True]


def test_a_label_that_looks_like_a_formula_is_a_text():
    _, content = made("VSP")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")
