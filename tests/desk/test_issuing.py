"""Forms are issued to whom the plan asks something of, remembered, and never written over another file."""

import datetime as dt
import shutil

import pytest

from tongket.desk.issuing import FORMS, IssueRequest, issue_forms
from tongket.dossier.form import FormStage, IssuedForm
from tongket.files.record import read_forms
from tongket.words import Refused


@pytest.fixture
def folder(root, tmp_path):
    source, before_anybody_filed = root / "examples/cluster-1-2022/inputs", shutil.ignore_patterns("dossiers")
    shutil.copytree(source, tmp_path / "year/inputs", ignore=before_anybody_filed)
    return tmp_path / "year"


def test_every_unit_with_targets_gets_a_form_that_is_remembered(folder):
    issued = issue_forms(folder, IssueRequest(issued_on=dt.date(2022, 10, 25)))
    assert [place.name for _, place in issued.forms] == [
        f"{code}-2022-uoc.xlsx" for code in ("VSP", "PVEP", "RVP", "GPV")
    ]
    assert all(place.parent == folder / FORMS and place.is_file() for _, place in issued.forms)
    remembered = read_forms(folder)
    assert {form.form for form in remembered.forms} == {form.id for form, _ in issued.forms}
    for form, _ in issued.forms:
        assert remembered.form(form.id) == IssuedForm.of(form, dt.date(2022, 10, 25))
        assert (form.stage, form.cut_off, form.illustrative) == (FormStage.ESTIMATE, dt.date(2022, 10, 31), True)


def test_a_form_for_one_department_and_for_final_figures_says_so_in_its_name(folder):
    wanted = IssueRequest(("VSP",), ("2", "words"), FormStage.FINAL)
    ((form, place),) = issue_forms(folder, wanted).forms
    assert place.name == "VSP-2022-chinh-thuc-bieu2-words.xlsx"
    assert [part.code for part in form.parts] == ["2", "words"]
    assert form.cut_off == dt.date(2022, 12, 31)


def test_a_file_with_other_content_is_left_and_nothing_is_remembered(folder):
    theirs = folder / FORMS / "RVP-2022-uoc.xlsx"
    theirs.parent.mkdir()
    theirs.write_bytes(b"theirs")
    with pytest.raises(Refused, match="with other content"):
        issue_forms(folder, IssueRequest())
    assert theirs.read_bytes() == b"theirs"
    assert [path.name for path in theirs.parent.iterdir()] == [theirs.name]
    assert read_forms(folder).forms == ()
    issue_forms(folder, IssueRequest(force=True))
    assert theirs.read_bytes() != b"theirs"


def test_a_form_issued_again_changes_nothing(folder):
    issue_forms(folder, IssueRequest(issued_on=dt.date(2022, 10, 25)))
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    issue_forms(folder, IssueRequest(issued_on=dt.date(2022, 11, 1)))
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_one_form_may_go_into_a_file_and_several_may_not(folder, tmp_path):
    out = tmp_path / "elsewhere/PVEP.xlsx"
    ((_, place),) = issue_forms(folder, IssueRequest(("PVEP",), out=out)).forms
    assert (place, out.is_file()) == (out, True)
    with pytest.raises(Refused, match="one file"):
        issue_forms(folder, IssueRequest(("PVEP", "VSP"), out=out))


def test_progress_says_before_each_form_which_one_it_is_and_how_many_there_are(folder):
    told = []
    issue_forms(folder, IssueRequest(), tell=lambda what, total: told.append((what.vi, total)))
    assert told[0] == ("Lập biểu mẫu VSP-2022-uoc.xlsx", 4)
    assert len(told) == 4


def test_a_year_folder_in_error_issues_nothing(folder):
    (folder / "inputs/plan.yaml").write_text("schema: tongket/1\nplan_lines:\n  - {code: giao\n", encoding="utf-8")
    issued = issue_forms(folder, IssueRequest())
    assert issued.forms == ()
    assert issued.findings
    assert not (folder / FORMS).exists()


@pytest.mark.parametrize("place", ["inputs", "inputs/dossiers/VSP", "inputs/VSP.xlsx"])
def test_forms_never_go_among_the_inputs(folder, place):
    with pytest.raises(Refused, match="inputs lie"):
        issue_forms(folder, IssueRequest(("VSP",), out=folder / place))
    assert not list((folder / "inputs").rglob("VSP*.xlsx"))


@pytest.mark.parametrize("place", ["file", "file/below", "file/VSP.xlsx", "folder.xlsx"])
def test_a_place_that_takes_no_form_is_refused_in_one_sentence(folder, tmp_path, place):
    (tmp_path / "file").write_text("x", encoding="utf-8")
    (tmp_path / "folder.xlsx").mkdir()
    with pytest.raises(Refused, match="cannot be written"):
        issue_forms(folder, IssueRequest(("VSP",), out=tmp_path / place))
    assert read_forms(folder).forms == ()


def test_what_is_damaged_in_the_record_is_told_with_the_forms(folder):
    (folder / "record").mkdir()
    (folder / "record/forms.jsonl").write_bytes(b"{\n")
    issued = issue_forms(folder, IssueRequest(("GPV",)))
    assert [finding.code for finding in issued.findings] == ["files.record-damaged"]
    assert len(issued.forms) == 1
