"""`tongket check` as an officer meets it: the verdict first, then every finding by sheet; JSON for programs."""

import json
from decimal import Decimal

import pytest
from tests.desk import returned

from tongket.cli import main

YEAR = ["--year", str(returned.FOLDER)]


@pytest.fixture(scope="module")
def form():
    return returned.form_of()


@pytest.fixture
def sent(tmp_path, form):
    def send(answers=None):
        path = tmp_path / "PVEP-2022.xlsx"
        path.write_bytes(returned.sent_back(form, answers))
        return str(path)

    return send


def test_the_verdict_comes_first_and_the_findings_by_sheet(sent, capsys):
    assert main(["check", sent({"GAS-SOLD": ("khoảng 30", "–")}), *YEAR]) == 1
    said = capsys.readouterr().out
    assert said.startswith("Tệp đọc được. Có 2 lỗi phải sửa")
    assert "PVEP-2022.xlsx – Bieu1" in said
    assert "Phải sửa G8: Ô G8 phải là số, đang ghi ‘khoảng 30’. [dossier.not-a-number]" in said


def test_cells_alike_are_told_once_with_how_many_more(sent, form, capsys):
    blank = {row.code: (None, None) for _, _, row in form.rows}
    assert main(["check", sent(blank), *YEAR]) == 1
    said = capsys.readouterr().out
    assert "ô tương tự: G" in said
    assert said.count("còn trống") < len(blank)


def test_a_file_without_an_error_ends_with_0_and_says_that_it_can_be_kept(sent, capsys):
    assert main(["check", sent(), *YEAR]) == 0
    assert capsys.readouterr().out.startswith("Tệp không có lỗi")


@pytest.mark.parametrize(
    ("language", "words"), [("vi", "phải là số"), ("ru", "должно быть число"), ("en", "must be a")]
)
def test_it_speaks_the_language_asked_for(sent, capsys, language, words):
    assert main(["check", sent({"GAS-SOLD": ("khoảng 30", "–")}), *YEAR, "--lang", language]) == 1
    assert words in capsys.readouterr().out


def test_json_is_one_document_with_file_sheet_and_cell(sent, capsys):
    assert main(["check", sent({"GAS-SOLD": ("khoảng 30", Decimal("900.55"))}), *YEAR, "--json"]) == 1
    document = json.loads(capsys.readouterr().out)
    assert (document["errors"], document["org_unit"], document["period"]) == (1, "PVEP", "2022")
    assert document["figures"] > 10
    [error] = [one for one in document["findings"] if one["severity"] == "error"]
    assert (error["file"], error["sheet"], error["cell"]) == ("PVEP-2022.xlsx", "Bieu1", "G8")
    assert error["values"] == {"text": "khoảng 30", "cell": "G8", "row": "GAS-SOLD", "column": "actual_to_date"}
    assert error["sentence"].startswith("Ô G8")


def test_the_marked_file_is_written_where_it_is_asked_for(sent, tmp_path, capsys):
    out = tmp_path / "marked.xlsx"
    assert main(["check", sent({"GAS-SOLD": ("khoảng 30", "–")}), *YEAR, "--marked", str(out)]) == 1
    assert out.read_bytes()[:2] == b"PK"
    assert str(out) in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["nowhere.xlsx", *YEAR], ["nowhere.xlsx", "--year", "nowhere"]])
def test_a_wrong_request_gets_one_sentence_and_2(arguments, capsys):
    assert main(["check", *arguments]) == 2
    assert capsys.readouterr().err.count("\n") == 1
