"""`tongket map` as an officer meets it: a summary, what waits, what was found, and exit codes."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from tests.desk.superiors_template import template
from tests.dossier.foreign.cast import LAYOUTS, xlsx

from tongket.cli import main

EXAMPLE = Path(__file__).parents[2] / "examples" / "cluster-1-2022"


@pytest.fixture
def place(tmp_path):
    """A year folder, and beside it the workbooks as they came."""
    shutil.copytree(EXAMPLE, tmp_path / "year")
    for org_unit, layout in LAYOUTS.items():
        (tmp_path / f"{org_unit}.xlsx").write_bytes(xlsx(layout()))
    return tmp_path


def run(place, org_unit, *more):
    return main(["map", str(place / f"{org_unit}.xlsx"), "--year", str(place / "year"), "--unit", org_unit, *more])


def test_a_first_look_says_how_many_rows_are_certain_and_which_wait_and_why(place, capsys):
    assert run(place, "PVEP") == 0
    said = capsys.readouterr().out
    assert "10 dòng chắc chắn, 1 cần xác nhận, 1 không lấy." in said
    assert "SL khai thác quy dầu (triệu tấn quy dầu) → OE (đơn vị tính chưa rõ" in said
    assert "Số giếng thăm dò" in said
    assert "xem các dòng màu vàng" in said


def test_a_column_that_waits_is_named_with_its_letter(place, capsys):
    (sheet,) = LAYOUTS["PVEP"]()
    rows = [["KH điều chỉnh" if cell == "Kế hoạch được giao" else cell for cell in row] for row in sheet.rows]
    (place / "PVEP.xlsx").write_bytes(xlsx([replace(sheet, rows=rows)]))
    assert run(place, "PVEP") == 0
    assert "Sheet1, F: KH điều chỉnh → Kế hoạch năm" in capsys.readouterr().out


def test_findings_name_the_cell_of_the_foreign_file_and_end_with_1(place, capsys):
    assert run(place, "VSP") == 1
    said = capsys.readouterr().out
    assert "Phải sửa VSP.xlsx!PL 01!E14: Ô E14 còn trống" in said
    assert "25 số liệu đọc được." in said


def test_a_workbook_without_errors_ends_with_0(place, capsys):
    assert run(place, "RVP") == 0
    assert "22 số liệu đọc được." in capsys.readouterr().out


def test_the_mapping_goes_where_it_is_asked_for(place, capsys):
    assert run(place, "RVP", "--out", str(place / "mine.xlsx")) == 0
    assert (place / "mine.xlsx").is_file()
    assert not (place / "year" / "inputs" / "mappings").exists()
    assert run(place, "RVP", "--out", str(place / "mine.xlsx")) == 0
    assert "Theo bảng đối chiếu" in capsys.readouterr().out


def test_json_prints_one_document_and_nothing_else(place, capsys):
    assert run(place, "GPV", "--json") == 0
    said = capsys.readouterr()
    document = json.loads(said.out)
    assert said.err == ""
    assert {row["certainty"] for row in document["rows"]} == {"certain", "ignored"}
    gas = next(f for f in document["figures"] if f["indicator"] == "GAS-PROD" and f["kind"] == "estimate")
    assert (gas["value"], gas["place"]) == ("521", "GPV.xlsx!Bao cao!Q4")


@pytest.mark.parametrize(("language", "word"), [("ru", "подтвердить: 1"), ("en", "to be confirmed: 1")])
def test_it_speaks_the_language_asked_for(place, capsys, language, word):
    assert run(place, "PVEP", "--lang", language) == 0
    assert word in capsys.readouterr().out


@pytest.mark.parametrize(("more", "wanted"), [([], "--unit"), (["--fill"], "--out")])
def test_a_request_that_lacks_its_unit_or_its_file_is_refused_in_one_sentence(place, capsys, more, wanted):
    assert main(["map", str(place / "VSP.xlsx"), "--year", str(place / "year"), *more]) == 2
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert wanted in said.err


def fill(place, *more):
    file = place / "template.xlsx"
    if not file.exists():
        file.write_bytes(template())
    out = place / "filled.xlsx"
    return main(["map", str(file), "--year", str(place / "year"), "--fill", "--out", str(out), *more])


def test_filling_lists_every_cell_with_its_figure(place, capsys):
    assert fill(place) == 0
    said = capsys.readouterr().out
    assert "Biểu 02!D4 = 2.912.000  ← VSP/OIL@2022:plan#giao.mh" in said
    assert "dossier.template-cell-holds-formula" in said


def test_filling_in_json_is_one_document(place, capsys):
    assert fill(place, "--json") == 0
    document = json.loads(capsys.readouterr().out)
    assert document["out"] == str(place / "filled.xlsx")
    assert {"sheet": "Biểu 02", "cell": "E4", "value": "3119000", "address": "VSP/OIL@2022:estimate"} in document[
        "filled"
    ]


def test_no_file_is_written_over(place, capsys):
    (place / "filled.xlsx").write_bytes(b"mine")
    assert fill(place) == 2
    assert (place / "filled.xlsx").read_bytes() == b"mine"
    assert "không ghi đè" in capsys.readouterr().err


def test_it_is_said_that_a_review_takes_nothing_from_a_workbook_that_lies_elsewhere_and_what_to_do(place, capsys):
    assert run(place, "RVP") == 0
    assert "chưa vào hồ sơ của năm" in capsys.readouterr().out
    assert run(place, "RVP", "--file") == 0
    filed = place / "year/inputs/dossiers/RVP-lan-2.xlsx"  # the example holds a form of RVP already
    assert f"Lệnh review lấy số từ {filed}." in capsys.readouterr().out
    assert run(place, "RVP", "--file", "--json") == 0
    assert json.loads(capsys.readouterr().out)["filed"] == str(filed)


def test_a_workbook_cannot_be_filed_with_a_mapping_no_review_would_find(place, capsys):
    assert run(place, "RVP", "--file", "--out", str(place / "mine.xlsx")) == 2
    assert "bỏ --fill, --out" in capsys.readouterr().err
