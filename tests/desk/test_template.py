"""A superior's template comes back filled, and otherwise as it was sent."""

import io
import shutil
from pathlib import Path

import openpyxl
import pytest
from tests.desk.superiors_template import SHEET, template
from tests.desk.test_mapping import confirm

from tongket.desk.template import fill_template
from tongket.figures import Kind
from tongket.words import Refused

EXAMPLE = Path(__file__).parents[2] / "examples" / "cluster-1-2022"


@pytest.fixture
def place(tmp_path):
    shutil.copytree(EXAMPLE, tmp_path / "year")
    (tmp_path / "Biểu TĐ.xlsx").write_bytes(template())
    return tmp_path


def fill(place, **about):
    return fill_template(place / "year", place / "Biểu TĐ.xlsx", place / "filled.xlsx", **about)


def cells(content):
    """Every cell of every sheet: its value or formula, and its format."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    return {
        (sheet.title, cell.coordinate): (cell.value, cell.number_format, cell.fill.fgColor.rgb)
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
    }


def test_our_cells_are_filled_and_every_other_cell_stays_as_it_was(place):
    mapped = fill(place)
    before, after = (cells((place / name).read_bytes()) for name in ("Biểu TĐ.xlsx", "filled.xlsx"))
    changed = {cell: after[cell][0] for cell in after if after[cell] != before[cell]}
    assert changed == {
        (SHEET, "D4"): 2912000,
        (SHEET, "E4"): 3119000,
        (SHEET, "D5"): 880,
        (SHEET, "E5"): 968,
        (SHEET, "D7"): 830,
    }
    assert set(before) == set(after)
    assert {cell: one[1:] for cell, one in before.items()} == {cell: one[1:] for cell, one in after.items()}
    assert {(one.place.sheet, one.place.cell) for one in mapped.filled} == set(changed)


def test_every_cell_says_which_figure_it_is(place):
    addresses = {one.place.cell: one.address for one in fill(place).filled}
    assert (addresses["D7"], addresses["E4"]) == ("PVEP/GAS-SOLD@2022:plan#giao.v1", "VSP/OIL@2022:estimate")


def test_a_formula_is_left_and_told(place):
    codes = [(finding.code, finding.place.cell) for finding in fill(place).findings]
    assert ("dossier.template-cell-holds-formula", "E7") in codes


def test_a_value_somebody_typed_is_kept_unless_told_otherwise(place):
    (place / "Biểu TĐ.xlsx").write_bytes(template(plan_of_gas=900))
    told = fill(place)
    assert ("dossier.template-cell-holds-value", "D5") in [(f.code, f.place.cell) for f in told.findings]
    assert cells((place / "filled.xlsx").read_bytes())[SHEET, "D5"][0] == 900
    (place / "filled.xlsx").unlink()
    fill(place, overwrite=True)
    assert cells((place / "filled.xlsx").read_bytes())[SHEET, "D5"][0] == 880


def test_the_mapping_is_kept_and_used_again(place):
    first = fill(place)
    assert first.place == place / "year" / "inputs" / "mappings" / "template-Biểu TĐ.xlsx"
    (place / "filled.xlsx").unlink()
    again = fill(place)
    assert (first.is_new, again.is_new) == (True, False)
    assert again.filled == first.filled


def test_final_figures_fill_the_final_column(place):
    book = openpyxl.load_workbook(io.BytesIO(template()))
    book[SHEET]["E2"] = "TH 2022"
    book.save(place / "Biểu TĐ.xlsx")
    assert {one.place.cell: str(one.value) for one in fill(place, basis=Kind.ACTUAL).filled}["E4"] == "3125400"


def test_a_row_that_waits_is_filled_once_it_is_confirmed(place):
    book = openpyxl.load_workbook(io.BytesIO(template()))
    book[SHEET]["B4"] = "Dầu khai thác các loại"
    book.save(place / "Biểu TĐ.xlsx")
    first = fill(place)
    assert "dossier.mapped-row-unconfirmed" in {finding.code for finding in first.findings}
    assert "E4" not in {one.place.cell for one in first.filled}
    confirm(first.place)
    (place / "filled.xlsx").unlink()
    assert {one.place.cell: one.value for one in fill(place).filled}["E4"] == 3119000


def test_a_template_that_asks_for_nothing_of_ours_is_refused(place):
    openpyxl.Workbook().save(place / "Biểu TĐ.xlsx")
    with pytest.raises(Refused, match="no table"):
        fill(place)
    assert not (place / "filled.xlsx").exists()
