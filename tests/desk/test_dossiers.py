"""The dossiers of a year: each at its place, a later one instead of an earlier one, errors that stop nothing else."""

import shutil
from collections import Counter
from decimal import Decimal

import openpyxl
import pytest

from tongket.desk.dossiers import with_dossiers
from tongket.desk.issuing import IssueRequest, issue_forms
from tongket.desk.reviewing import review_folder
from tongket.dossier.form import FIRST_ROW, FormColumn, FormStage
from tongket.figures import Kind
from tongket.files.year_folder import read_year
from tongket.words import Severity


@pytest.fixture
def folder(root, tmp_path):
    """The example cluster as it was before anybody filed."""
    source, made = root / "examples/cluster-1-2022/inputs", tmp_path / "year"
    shutil.copytree(source, made / "inputs", ignore=shutil.ignore_patterns("dossiers", "figures-2022.csv"))
    return made


def filed(folder, org_unit, name, *, figures, parts=(), stage=FormStage.ESTIMATE):
    """Issue a form, fill some cells in, and put it among the dossiers."""
    place = folder / "inputs/dossiers" / name
    form = folder.parent / "issued.xlsx"
    issue_forms(folder, IssueRequest((org_unit,), parts, stage, out=form, force=True))
    place.parent.mkdir(exist_ok=True)
    book = openpyxl.load_workbook(form)
    for (code, column), value in figures.items():
        sheet, row = next(
            (sheet, row)
            for sheet in book
            for row in range(FIRST_ROW + 1, sheet.max_row + 1)
            if sheet.title.startswith("Bieu") and sheet.cell(row, FormColumn.CODE.position + 1).value == code
        )
        sheet.cell(row, FormColumn(column).position + 1).value = value
    book.save(place)
    return place


def taken(folder):
    year, _ = read_year(folder)
    return with_dossiers(folder, year)


def figures_of(year, org_unit):
    return {
        (one.indicator, str(one.kind)): (one.amount.exact, one.place.file, one.place.cell)
        for one in year.reported
        if one.org_unit == org_unit and one.period.year == 2022
    }


def codes(findings):
    return Counter(one.code for one in findings if one.severity is Severity.ERROR)


def test_a_year_without_dossiers_stays_as_it_is(folder):
    year, _ = read_year(folder)
    assert with_dossiers(folder, year) == (year, ())


def test_figures_of_a_dossier_are_reported_with_the_cell_they_stand_in(folder):
    filed(folder, "GPV", "GPV.xlsx", figures={("COND", "estimate"): 39.6, ("COND", "actual_to_date"): 32.4})
    year, findings = taken(folder)
    assert findings == ()
    row = 1 + FIRST_ROW + 1
    assert figures_of(year, "GPV") == {
        ("COND", "actual_to_date"): (Decimal("32.4"), "inputs/dossiers/GPV.xlsx", f"G{row}"),
        ("COND", "estimate"): (Decimal("39.6"), "inputs/dossiers/GPV.xlsx", f"H{row}"),
    }
    assert len(year.files["inputs/dossiers/GPV.xlsx"]) == 64
    assert [(one.org_unit, one.came) for one in year.filed if one.came] == [("GPV", True)]


def test_departments_file_apart_and_are_put_together(folder):
    filed(folder, "VSP", "VSP-bieu1.xlsx", figures={("GAS", "estimate"): 968}, parts=("1",))
    filed(folder, "VSP", "VSP-bieu4.xlsx", figures={("INIT", "estimate"): 97}, parts=("4",))
    year, _ = taken(folder)
    (dossier,) = year.dossiers
    assert dossier.files == ("inputs/dossiers/VSP-bieu1.xlsx", "inputs/dossiers/VSP-bieu4.xlsx")
    assert set(dossier.parts) == {"1", "4"}
    assert {code for code, _ in figures_of(year, "VSP")} == {"GAS", "INIT"}
    missing = [one.place.sheet for one in dossier.findings if one.code == "dossier.part-missing"]
    assert missing == ["Bieu2", "Bieu3", "Phan loi"]


def test_a_later_revision_stands_in_place_of_an_earlier_one_and_says_so(folder):
    filed(folder, "VSP", "VSP.xlsx", figures={("GAS", "estimate"): 900, ("REV", "estimate"): 2000})
    filed(folder, "VSP", "VSP lần 2.xlsx", figures={("GAS", "estimate"): 968})
    year, findings = taken(folder)
    assert {key: value for key, (value, _, _) in figures_of(year, "VSP").items()} == {("GAS", "estimate"): Decimal(968)}
    assert [(one.code, one.place.file) for one in findings] == [("dossier.replaced", "inputs/dossiers/VSP.xlsx")]


def test_a_revision_of_one_department_leaves_the_others(folder):
    filed(folder, "VSP", "VSP.xlsx", figures={("GAS", "estimate"): 900, ("INIT", "estimate"): 97})
    filed(folder, "VSP", "VSP-bieu1-lan2.xlsx", figures={("GAS", "estimate"): 968}, parts=("1",))
    year, _ = taken(folder)
    assert ("INIT", "estimate") in figures_of(year, "VSP")
    assert "dossier.filed-twice-different" in codes(year.dossiers[0].findings)


def test_estimates_and_final_figures_are_two_dossiers(folder):
    filed(folder, "GPV", "GPV.xlsx", figures={("COND", "estimate"): 39.6})
    filed(folder, "GPV", "GPV-final.xlsx", figures={("COND", "actual"): 39.4}, stage=FormStage.FINAL)
    year, _ = taken(folder)
    assert len(year.dossiers) == 2
    assert {key: str(value) for key, (value, _, _) in figures_of(year, "GPV").items()} == {
        ("COND", "estimate"): "39.6",
        ("COND", "actual"): "39.4",
    }


def test_files_that_nobody_can_place_or_open_are_one_finding_each_and_hold_nobody_up(folder):
    filed(folder, "GPV", "GPV.xlsx", figures={("COND", "estimate"): 39.6})
    place = folder / "inputs/dossiers"
    (place / "RVP.xlsx").write_bytes(b"PK\3\4 cut")
    openpyxl.Workbook().save(place / "bao cao.xlsx")
    (place / "~$GPV.xlsx").write_bytes(b"lock")
    (place / "cong van.pdf").write_bytes(b"%PDF")
    shutil.copy(place / "GPV.xlsx", place / "PVEP.xlsx")
    year, findings = taken(folder)
    assert {(one.code, one.place.file) for one in findings} == {
        ("files.damaged", "inputs/dossiers/RVP.xlsx"),
        ("files.nobodys-dossier", "inputs/dossiers/bao cao.xlsx"),
    }
    assert figures_of(year, "GPV")
    of_pvep = next(one for one in year.dossiers if one.org_unit == "PVEP")
    assert [one.code for one in of_pvep.findings] == ["dossier.other-units-form"]
    assert of_pvep.figures == ()


def test_a_figure_typed_into_the_year_stands_and_another_one_in_a_dossier_is_an_error(folder):
    head = "org_unit,indicator,period,kind,value\n"
    rows = "GPV,COND,2022,estimate,39.6\nGPV,REV-USD,2022,estimate,100\n"
    (folder / "inputs/figures.csv").write_text(head + rows, encoding="utf-8")
    filed(folder, "GPV", "GPV.xlsx", figures={("COND", "estimate"): 39.6, ("REV-USD", "estimate"): 116})
    year, _ = taken(folder)
    (dossier,) = year.dossiers
    assert dossier.figures == ()
    told = [one.code for one in dossier.findings if one.code in ("dossier.also-typed", "dossier.typed-otherwise")]
    assert told == ["dossier.also-typed", "dossier.typed-otherwise"]


def test_a_plan_changed_after_the_form_was_issued_is_told_as_that_and_not_as_a_changed_cell(folder):
    filed(folder, "GPV", "GPV.xlsx", figures={("COND", "estimate"): 39.6})
    targets = folder / "inputs/targets.csv"
    text = targets.read_text(encoding="utf-8")
    assert "GPV,COND" in text
    lines = [line.replace("38.0", "40.0") if "GPV,COND" in line else line for line in text.splitlines()]
    targets.write_text("\n".join(lines) + "\n", encoding="utf-8")
    year, _ = taken(folder)
    assert not codes(year.dossiers[0].findings)["dossier.plan-changed"]


def test_the_review_rests_on_dossiers_tells_their_errors_and_is_written_all_the_same(folder, tmp_path):
    filed(folder, "GPV", "GPV.xlsx", figures={("COND", "estimate"): "khoảng 40", ("REV-USD", "estimate"): 116})
    reviewed = review_folder(folder, tmp_path / "out")
    assert len(reviewed.papers) == 5
    assert codes(reviewed.findings)["dossier.not-a-number"] == 1
    figures = reviewed.results.figures
    assert figures["GPV/REV-USD@2022:estimate"].amount.exact == 116
    assert "GPV/COND@2022:estimate" not in figures
    source = figures["GPV/REV-USD@2022:estimate"].sources[0]
    assert (source.place.file, source.place.sheet) == ("inputs/dossiers/GPV.xlsx", "Bieu1")
    assert source.sha256 == reviewed.year.files["inputs/dossiers/GPV.xlsx"]


def test_a_review_on_final_figures_takes_the_final_dossiers(folder, tmp_path):
    filed(folder, "GPV", "GPV.xlsx", figures={("COND", "estimate"): 39.6})
    filed(folder, "GPV", "GPV-final.xlsx", figures={("COND", "actual"): 39.4}, stage=FormStage.FINAL)
    final = review_folder(folder, tmp_path / "out", basis=Kind.ACTUAL)
    row = next(row for row in final.results.comparisons if (row.org_unit, row.indicator) == ("GPV", "COND"))
    assert row.actual.amount.exact == Decimal("39.4")
