"""`tongket form`: where the forms lie is printed, a wrong request gets one sentence."""

import json
import shutil

import pytest

from tongket.cli.commands import main


@pytest.fixture
def folder(root, tmp_path):
    shutil.copytree(root / "examples/cluster-1-2022/inputs", tmp_path / "year/inputs")
    return tmp_path / "year"


def test_a_form_is_written_and_its_place_printed(folder, capsys):
    assert main(["form", str(folder), "--unit", "GPV", "--issued-on", "2022-10-25", "--contact", "Thư ký Cụm"]) == 0
    place = folder / "forms" / "GPV-2022-uoc.xlsx"
    assert str(place) in capsys.readouterr().out
    assert place.is_file()


def test_json_names_the_forms_and_nothing_else_is_printed(folder, capsys):
    assert main(["form", str(folder), "--unit", "GPV", "--unit", "RVP", "--lang", "ru", "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert [form["org_unit"] for form in said["forms"]] == ["GPV", "RVP"]
    assert said["findings"] == []


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        (["--unit", "KHONG-CO"], "Sổ năm không có đơn vị ‘KHONG-CO’"),
        (["--unit", "VSP", "--part", "9"], "Biểu mẫu không có phần ‘9’"),
        (["--out", "a.xlsx"], "không ghi vào một tệp được"),
    ],
)
def test_a_wrong_request_is_refused_in_one_sentence(folder, capsys, more, sentence):
    assert main(["form", str(folder), *more]) == 2
    said = capsys.readouterr().err
    assert sentence in said
    assert "Traceback" not in said
    assert said.strip().splitlines()[-1].startswith("tongket form: ")


def test_a_day_that_is_no_day_is_refused(folder, capsys):
    assert main(["form", str(folder), "--issued-on", "25/10/2022"]) == 2
    assert "2022-10-25" in capsys.readouterr().err
