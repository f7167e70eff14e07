"""The command line as an officer meets it: exit codes, one sentence for a wrong request, JSON and nothing else."""

import json
import shutil
from pathlib import Path

import pytest

from tongket.cli import main

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    place = tmp_path_factory.mktemp("cli") / "out"
    assert main(["review", str(EXAMPLES / "vietsovpetro-2021"), "--out", str(place)]) == 0
    return place


def test_a_review_prints_its_table_its_findings_and_where_the_papers_lie(tmp_path, capsys):
    assert main(["review", str(EXAMPLES / "vietsovpetro-2021"), "--out", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    assert "105,5%" in said
    assert "[results.printed-percent-differs]" in said
    for paper in ("consolidated.xlsx", "results.json", "report.docx", "report.pdf", "slides.pptx"):
        assert str(tmp_path / paper) in said
        assert (tmp_path / paper).stat().st_size > 0


@pytest.mark.parametrize(("language", "word"), [("ru", "Показатель"), ("en", "Indicator")])
def test_a_review_speaks_the_language_asked_for(tmp_path, capsys, language, word):
    assert main(["review", str(EXAMPLES / "vietsovpetro-2021"), "--out", str(tmp_path), "--lang", language]) == 0
    assert word in capsys.readouterr().out


def test_errors_in_the_folder_are_all_said_at_once_and_nothing_is_written(tmp_path, capsys):
    folder = tmp_path / "year"
    shutil.copytree(EXAMPLES / "vietsovpetro-2021", folder)
    figures = folder / "inputs" / "figures.csv"
    text = figures.read_text(encoding="utf-8")
    figures.write_text(text.replace("VSP,OIL,", "VSQ,OIL,", 1).replace("VSP,COST,", "VSP,COSTS,", 1), encoding="utf-8")
    assert main(["review", str(folder), "--out", str(tmp_path / "out")]) == 1
    said = capsys.readouterr().out
    assert "VSQ" in said
    assert "COSTS" in said
    assert "figures.csv!" in said
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["review", "nowhere", "--out", "x"], "Không có thư mục nowhere."),
        (["trace", "nowhere", "A/B@2022:actual"], "tongket review"),
        (["compare", "nowhere", "nowhere"], "tongket review"),
        (["convert", "nowhere", "--to", "yaml", "--out", "x"], "Không có thư mục nowhere."),
    ],
)
def test_a_wrong_request_gets_one_sentence_and_exit_code_2(arguments, sentence, capsys):
    assert main(arguments) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert sentence in said.err
    assert said.err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "tongket: Lệnh còn thiếu: LỆNH. Xem: tongket --help"),
        (["reviw"], "tongket: LỆNH không nhận “reviw”; chọn một trong: review, compare, "),
        (["review"], "tongket review: Lệnh còn thiếu: year_folder, --out. Xem: tongket review --help"),
        (["review", "x", "--out"], "tongket review: Sau --out phải có giá trị."),
        (["review", "x", "--out", "y", "--lang", "fr"], "--lang không nhận “fr”; chọn một trong: vi, ru, en."),
        (["review", "x", "--out", "y", "--jsn"], "tongket: Lệnh này không có: --jsn."),
        (["review", "x", "--out", "y", "--json=1"], "--json không nhận giá trị."),
        (["form", "x", "--out", "y", "--issued-on", "mai"], "--issued-on: 'mai': ngày ghi là 2022-10-25"),
        (["new", "x", "mười"], "year không đọc được “mười”."),
        (
            ["trace", "x", "y", "--lang", "en", "--yeer"],
            "Lệnh này không có: --yeer. / The command does not know: --yeer.",
        ),
        (["reviw", "--lang", "en"], "/ COMMAND does not take “reviw”; choose one of: review, "),
        (["trace", "--lang=ru"], "В команде не хватает: out_dir, address. Xem / См.: tongket trace --help"),
    ],
)
def test_a_request_that_does_not_parse_gets_one_sentence_in_vietnamese_and_exit_code_2(arguments, sentence, capsys):
    assert main(arguments) == 2
    said = capsys.readouterr()
    assert sentence in said.err
    assert (said.out, said.err.count("\n")) == ("", 1)


def test_a_trace_prints_the_chain_and_that_the_files_match(out, capsys):
    assert main(["trace", str(out), "VSP/OIL@2021:percent_of_plan#council.v1"]) == 0
    said = capsys.readouterr().out
    assert "inputs/figures.csv!F2" in said
    assert "dấu vân tay tệp khớp" in said


def test_a_trace_whose_source_is_gone_ends_with_1(out, tmp_path, capsys):
    assert main(["trace", str(out), "VSP/OIL@2021:actual", "--year", str(tmp_path)]) == 1
    assert "không tìm thấy tệp nguồn" in capsys.readouterr().out


def test_json_prints_one_document_and_nothing_else(out, tmp_path, capsys):
    requests = (
        ["review", str(EXAMPLES / "vietsovpetro-2021"), "--out", str(tmp_path)],
        ["trace", str(out), "VSP/OIL@2021:actual"],
        ["compare", str(out), str(out)],
        ["convert", str(EXAMPLES / "vietsovpetro-2021"), "--to", "excel", "--out", str(tmp_path / "excel")],
    )
    for request in requests:
        assert main([*request, "--json"]) == 0
        said = capsys.readouterr()
        json.loads(said.out)
        assert said.err == ""


def test_comparing_an_estimate_with_the_final_figures_names_what_turned(out, tmp_path, capsys):
    folder = str(EXAMPLES / "vietsovpetro-2021")
    assert main(["review", folder, "--out", str(tmp_path), "--basis", "estimate"]) == 0
    capsys.readouterr()
    assert main(["compare", str(tmp_path), str(out)]) == 0
    said = capsys.readouterr().out
    assert "VSP/OIL@2021#council: 3.150 (105,0%) → 3.165 (105,5%)" in said


def test_a_year_turned_into_excel_and_back_reviews_to_the_same_figures(out, tmp_path):
    excel, again, result = tmp_path / "excel", tmp_path / "yaml", tmp_path / "out"
    assert main(["convert", str(EXAMPLES / "vietsovpetro-2021"), "--to", "excel", "--out", str(excel)]) == 0
    assert main(["convert", str(excel), "--to", "yaml", "--out", str(again)]) == 0
    assert main(["review", str(again), "--out", str(result)]) == 0
    ours, theirs = (json.loads((p / "results.json").read_text(encoding="utf-8")) for p in (out, result))
    assert _numbers(ours) == _numbers(theirs)


def _numbers(document):
    return [{k: v for k, v in figure.items() if k != "source"} for figure in document["figures"]]


def test_nothing_is_overwritten_when_a_year_is_converted(tmp_path, capsys):
    (tmp_path / "mine.txt").write_text("kept", encoding="utf-8")
    assert main(["convert", str(EXAMPLES / "vietsovpetro-2021"), "--to", "yaml", "--out", str(tmp_path)]) == 2
    assert "không ghi đè" in capsys.readouterr().err


def test_a_new_year_begins_with_an_empty_book_that_says_what_is_missing(tmp_path, capsys):
    assert main(["new", str(tmp_path / "2026"), "2026"]) == 0
    assert (tmp_path / "2026" / "inputs" / "year.xlsx").is_file()
    assert main(["review", str(tmp_path / "2026"), "--out", str(tmp_path / "out")]) == 1
    assert "Phải sửa inputs/year.xlsx" in capsys.readouterr().out


def test_a_new_year_overwrites_nothing(tmp_path, capsys):
    assert main(["new", str(tmp_path), "2026"]) == 0
    assert main(["new", str(tmp_path), "2026"]) == 2
    assert "không ghi đè" in capsys.readouterr().err


def test_errors_leave_nothing_half_converted(tmp_path, capsys):
    folder, out = tmp_path / "year", tmp_path / "out"
    shutil.copytree(EXAMPLES / "vietsovpetro-2021", folder)
    figures = folder / "inputs" / "figures.csv"
    figures.write_text(figures.read_text(encoding="utf-8").replace("3165", "ba nghìn", 1), encoding="utf-8")
    assert main(["convert", str(folder), "--to", "yaml", "--out", str(out)]) == 1
    assert "Phải sửa" in capsys.readouterr().out
    assert not out.exists()


@pytest.mark.parametrize("place", ["inputs", "inputs/out"])
def test_papers_never_go_among_the_inputs(tmp_path, capsys, place):
    folder = tmp_path / "year"
    shutil.copytree(EXAMPLES / "vietsovpetro-2021", folder)
    assert main(["review", str(folder), "--out", str(folder / place)]) == 2
    assert "đầu vào" in capsys.readouterr().err


def test_a_place_that_cannot_take_papers_is_refused_in_one_sentence(tmp_path, capsys):
    (tmp_path / "file").write_text("x", encoding="utf-8")
    assert main(["review", str(EXAMPLES / "vietsovpetro-2021"), "--out", str(tmp_path / "file")]) == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 1
