"""The desk checks what a unit sent: bytes in, every error at its cell out, whatever else is wrong with the file."""

import io
import shutil

import openpyxl
import pytest
from tests.desk import returned
from tests.dossier.foreign.cast import LAYOUTS, xlsx

from tongket.desk.checking import check_files, write_marked
from tongket.desk.issuing import IssueRequest, issue_forms
from tongket.desk.mapping import map_workbook
from tongket.files.form_workbook import written
from tongket.words import LANGUAGES, Refused


@pytest.fixture(scope="module")
def form():
    return returned.form_of()


def sent(tmp_path, form, answers=None, name="PVEP-2022.xlsx"):
    path = tmp_path / name
    path.write_bytes(returned.sent_back(form, answers))
    return path


def codes(checked):
    return [(finding.code.removeprefix("dossier."), finding.place.cell) for finding in checked.findings]


def test_a_form_filled_in_well_is_taken_whole(tmp_path, form):
    checked = check_files([sent(tmp_path, form)], returned.FOLDER)
    assert [finding.sentence() for finding in checked.findings] == []
    assert checked.dossier.org_unit == "PVEP"
    assert {one.place.file for one in checked.dossier.figures} == {"PVEP-2022.xlsx"}
    assert len(checked.dossier.figures) > 12
    assert checked.dossier.form == form.id


@pytest.mark.parametrize("code", ["VSP", "PVEP", "RVP", "GPV"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_form_as_it_was_issued_says_nothing_wrong_in_any_language(tmp_path, code, language):
    path = tmp_path / f"{code}.xlsx"
    path.write_bytes(returned.sent_back(returned.form_of(code), language=language))
    checked = check_files([path], returned.FOLDER)
    assert [finding.sentence() for finding in checked.findings if finding.code != "dossier.one-of-two"] == []


def test_a_blank_form_lacks_every_open_cell_and_nothing_else(tmp_path, form):
    path = tmp_path / "PVEP.xlsx"
    path.write_bytes(written(form))
    checked = check_files([path], returned.FOLDER)
    assert {code for code, _ in codes(checked)} == {"missing", "words-missing"}
    asked = [row for _, _, row in form.rows if row.plan_state is None]
    assert len([1 for code, _ in codes(checked) if code == "missing"]) == 2 * len(asked)


def test_a_form_that_was_issued_here_is_judged_by_what_was_printed_in_it(tmp_path, form):
    folder = tmp_path / "year"
    shutil.copytree(returned.FOLDER, folder)
    issued = issue_forms(folder, IssueRequest(("PVEP",)))
    [(_, place)] = issued.forms
    targets = folder / "inputs" / "targets.csv"
    text = targets.read_text(encoding="utf-8")
    assert ",830" in text
    targets.write_text(text.replace(",830", ",900"), encoding="utf-8")
    checked = check_files([place], folder)
    assert "plan-changed" not in [code for code, _ in codes(checked)]
    (folder / "record" / "forms.jsonl").unlink()
    unknown = check_files([place], folder)
    assert "plan-changed" in [code for code, _ in codes(unknown)]


def test_what_is_wrong_is_told_at_its_cell(tmp_path, form):
    checked = check_files([sent(tmp_path, form, {"GAS-SOLD": ("khoảng 30", "–")})], returned.FOLDER)
    wrong = [at for at in codes(checked) if at[0] in ("not-a-number", "dash")]
    assert wrong == [("not-a-number", "G8"), ("dash", "H8")]


def test_another_units_form_is_refused_when_the_unit_is_named(tmp_path, form):
    checked = check_files([sent(tmp_path, form)], returned.FOLDER, "VSP")
    assert codes(checked) == [("other-units-form", "")]
    assert checked.dossier.figures == ()


def test_files_of_two_departments_are_put_together_and_one_that_cannot_be_read_is_told(tmp_path, form):
    broken = tmp_path / "hong.xlsx"
    broken.write_bytes(b"PK\x03\x04 not a workbook")
    first = sent(tmp_path, form, {"GAS-SOLD": (None, None)}, "sx.xlsx")
    second = sent(tmp_path, form, name="at.xlsx")
    checked = check_files([first, broken, second], returned.FOLDER)
    assert checked.dossier.files == ("sx.xlsx", "at.xlsx")
    assert [finding.place.file for finding in checked.findings if finding.code.startswith("files.")] == ["hong.xlsx"]
    assert "missing" not in [code for code, _ in codes(checked)]
    alone = check_files([broken], returned.FOLDER)
    assert (alone.dossier, len(alone.findings)) == (None, 1)


def test_nothing_can_be_checked_without_a_file_a_year_or_a_unit(tmp_path, form):
    there = sent(tmp_path, form)
    with pytest.raises(Refused, match="cannot be read"):
        check_files([tmp_path / "nowhere.xlsx"], returned.FOLDER)
    with pytest.raises(Refused, match="Two files"):
        check_files([there, there], returned.FOLDER)
    folder = tmp_path / "year"
    shutil.copytree(returned.FOLDER, folder)
    (folder / "inputs" / "targets.csv").write_text("nonsense,line\n1,2\n", encoding="utf-8")
    with pytest.raises(Refused, match="not known what the form asks"):
        check_files([there], folder)
    foreign = tmp_path / "own.xlsx"
    book = openpyxl.Workbook()
    book.active["A1"] = "x"
    book.save(foreign)
    with pytest.raises(Refused, match="--unit"):
        check_files([foreign], returned.FOLDER)
    assert codes(check_files([foreign], returned.FOLDER, "PVEP")) == [("not-our-form", "")]
    with pytest.raises(Refused, match="NOPE"):
        check_files([there], returned.FOLDER, "NOPE")


def test_the_file_comes_back_marked_and_the_units_own_stays_as_it_is(tmp_path, form):
    there = sent(tmp_path, form, {"GAS-SOLD": ("khoảng 30", "–")})
    before = there.read_bytes()
    checked = check_files([there], returned.FOLDER)
    out = tmp_path / "marked.xlsx"
    write_marked(checked, out, [there])
    book = openpyxl.load_workbook(io.BytesIO(out.read_bytes()))
    assert book.sheetnames[0] == "KẾT QUẢ KIỂM TRA"
    assert "khoảng 30" in book["Bieu1"]["G8"].comment.text
    listed = [str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row]
    assert any(text.startswith("Khí bán") for text in listed)
    assert there.read_bytes() == before
    for wrong, files in ((there, [there]), (out, [there, there]), (tmp_path / "no" / "x.xlsx", [there])):
        with pytest.raises(Refused):
            write_marked(checked, wrong, files)


@pytest.fixture
def mapped(tmp_path):
    """A year where VSP's own workbook was mapped, and that workbook."""
    folder, file = tmp_path / "year", tmp_path / "BC VSP.xlsx"
    shutil.copytree(returned.FOLDER, folder)
    file.write_bytes(xlsx(LAYOUTS["VSP"]()))
    map_workbook(folder, file, "VSP")
    return folder, file


def test_a_workbook_of_a_units_own_layout_is_read_by_its_mapping(mapped):
    folder, file = mapped
    checked = check_files([file], folder, "VSP")
    assert ("missing", "E14") in codes(checked)
    assert len(checked.dossier.figures) == 25
    assert [code for code, _ in codes(check_files([file], returned.FOLDER, "VSP"))] == ["not-our-form"]


def test_a_workbook_of_a_units_own_layout_can_be_sent_back_with_its_remarks(mapped, tmp_path):
    folder, file = mapped
    write_marked(check_files([file], folder, "VSP"), tmp_path / "marked.xlsx", [file])
    book = openpyxl.load_workbook(tmp_path / "marked.xlsx")
    assert "còn trống" in book["PL 01"]["E14"].comment.text


def test_a_mapping_spoilt_by_hand_is_told_by_the_check_too(mapped):
    folder, file = mapped
    place = folder / "inputs" / "mappings" / "VSP.xlsx"
    book = openpyxl.load_workbook(place)
    book["Bang doi chieu"]["F9"] = "DAU"
    book.save(place)
    assert ("mapping-unknown-code", "F9") in codes(check_files([file], folder, "VSP"))
