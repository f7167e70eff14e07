"""Four e-mailed workbooks and a person who knows only Excel: mapped once, confirmed in Excel, read and checked."""

import shutil
import subprocess
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from tests.dossier.foreign.cast import LAYOUTS, told, xlsx

from tongket.desk.mapping import map_workbook
from tongket.files.year_folder import read_year
from tongket.words import Refused

EXAMPLE = Path(__file__).parents[2] / "examples" / "cluster-1-2022"


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(EXAMPLE, tmp_path / "year")
    return tmp_path / "year"


@pytest.fixture
def mailed(tmp_path):
    def write(org_unit):
        place = tmp_path / f"{org_unit} bao cao.xlsx"
        place.write_bytes(xlsx(LAYOUTS[org_unit]()))
        return place

    return write


def confirm(place, measures=()):
    """Do in Excel what the first lines of the mapping say."""
    book = openpyxl.load_workbook(place)
    sheet = book["Bang doi chieu"]
    names = {cell.value: cell.column for cell in sheet[8]}
    for line in range(9, sheet.max_row + 1):
        if sheet.cell(line, names["certainty"]).value == "cần xác nhận":
            sheet.cell(line, names["certainty"]).value = "chắc chắn"
            code = sheet.cell(line, names["code"]).value.partition(" ")[0]
            if code in dict(measures):
                sheet.cell(line, names["measure"]).value = dict(measures)[code]
    book.save(place)


def values(dossier):
    return sorted(figure.amount.exact for figure in dossier.figures)


@pytest.mark.parametrize("org_unit", ["VSP", "RVP", "GPV"])
def test_a_workbook_that_leaves_no_doubt_is_mapped_and_read_at_once(folder, mailed, org_unit):
    mapped = map_workbook(folder, mailed(org_unit), org_unit)
    assert mapped.place == folder / "inputs" / "mappings" / f"{org_unit}.xlsx"
    assert mapped.place.is_file()
    assert values(mapped.dossier) == sorted(told(org_unit, "to_date", "estimate").values())


def test_while_a_row_waits_nothing_is_read_and_after_it_is_confirmed_everything(folder, mailed):
    first = map_workbook(folder, mailed("PVEP"), "PVEP")
    assert (first.is_new, first.mapping.unsure, first.dossier) == (True, 1, None)
    confirm(first.place, {"OE": "triệu tấn"})
    again = map_workbook(folder, mailed("PVEP"), "pvep")
    assert not again.is_new
    assert values(again.dossier) == sorted(told("PVEP", "to_date", "estimate").values())


def test_a_mapping_that_was_not_confirmed_is_read_but_for_the_row_that_waits(folder, mailed):
    map_workbook(folder, mailed("PVEP"), "PVEP")
    again = map_workbook(folder, mailed("PVEP"), "PVEP")
    assert "dossier.mapped-row-unconfirmed" in {finding.code for finding in again.findings}
    assert Decimal("3.74") not in values(again.dossier)


@pytest.mark.needs_tool("soffice")
def test_an_old_xls_is_read_by_the_same_mapping(folder, mailed, tmp_path):
    file = mailed("GPV")
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to", "xls"]
    subprocess.run([*command, "--outdir", str(tmp_path), str(file)], check=True, capture_output=True)
    assert map_workbook(folder, file, "GPV").dossier is not None
    old = map_workbook(folder, file.with_suffix(".xls"), "GPV")
    assert not old.is_new
    assert values(old.dossier) == sorted(told("GPV", "to_date", "estimate").values())
    assert {figure.place.file for figure in old.dossier.figures} == {"GPV bao cao.xls"}


def test_a_mapping_spoilt_by_hand_is_told_at_its_cell_and_nothing_is_read(folder, mailed):
    place = map_workbook(folder, mailed("VSP"), "VSP").place
    book = openpyxl.load_workbook(place)
    book["Bang doi chieu"]["F9"] = "DAU"
    book.save(place)
    mapped = map_workbook(folder, mailed("VSP"), "VSP")
    assert mapped.dossier is None
    assert [(f.code, f.place.cell) for f in mapped.findings] == [("dossier.mapping-unknown-code", "F9")]


def test_the_mapping_of_one_unit_is_not_used_for_another(folder, mailed):
    place = map_workbook(folder, mailed("VSP"), "VSP").place
    mapped = map_workbook(folder, mailed("PVEP"), "PVEP", place)
    assert [finding.code for finding in mapped.findings] == ["dossier.mapping-of-another-unit"]


def test_mappings_are_no_tables_of_the_year(folder, mailed):
    before = read_year(folder)
    map_workbook(folder, mailed("VSP"), "VSP")
    assert read_year(folder) == before


def test_a_workbook_that_holds_nothing_of_the_unit_is_refused_in_one_sentence(folder, tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["Danh bạ điện thoại"])
    book.save(tmp_path / "khac.xlsx")
    with pytest.raises(Refused, match="no table with indicators of VSP"):
        map_workbook(folder, tmp_path / "khac.xlsx", "VSP")
    assert not (folder / "inputs" / "mappings").exists()


def test_a_unit_nobody_knows_and_a_file_that_is_not_there_are_refused(folder, mailed, tmp_path):
    with pytest.raises(Refused, match="XYZ"):
        map_workbook(folder, mailed("VSP"), "XYZ")
    with pytest.raises(Refused, match=r"no file"):
        map_workbook(folder, tmp_path / "none.xlsx", "VSP")


def test_a_workbook_that_cannot_be_opened_is_a_finding(folder, tmp_path):
    (tmp_path / "hong.xlsx").write_bytes(b"PK\x03\x04 no workbook")
    mapped = map_workbook(folder, tmp_path / "hong.xlsx", "VSP")
    assert [finding.code for finding in mapped.findings] == ["files.damaged"]
