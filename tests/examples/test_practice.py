"""The practice cluster: what is ugly about a year is read, found and said, and every figure of it is made up."""

from collections import Counter
from decimal import Decimal

import pytest
from tests.examples.programs import EXAMPLES, checked, codes, program

from tongket.desk.consolidating import consolidated
from tongket.desk.dossiers import with_dossiers
from tongket.figures import Amount, Kind, Maturity
from tongket.files.year_folder import read_year
from tongket.results import Achievement, Comparison, FilingState, Results
from tongket.words import Finding, errors_in
from tongket.yearbook import Year

FOLDER = EXAMPLES / "cum-luyen-tap"
DOSSIERS = FOLDER / "inputs" / "dossiers"


@pytest.fixture(scope="module")
def read() -> tuple[Year, tuple[Finding, ...]]:
    typed, findings = read_year(FOLDER)
    assert typed is not None
    year, of_files = with_dossiers(FOLDER, typed)
    told = (finding for dossier in year.dossiers for finding in dossier.findings)
    return year, (*findings, *of_files, *told)


@pytest.fixture(scope="module")
def year(read) -> Year:
    return read[0]


@pytest.fixture(scope="module")
def estimated(year) -> Results:
    return consolidated(year)


@pytest.fixture(scope="module")
def final(year) -> Results:
    return consolidated(year, Kind.ACTUAL)


def row(results: Results, org_unit: str, indicator: str, line: str = "giao") -> Comparison:
    (found,) = (
        one
        for one in results.comparisons
        if (one.org_unit, one.indicator, one.breakdown, one.plan_line) == (org_unit, indicator, None, line)
    )
    return found


def test_one_dossier_is_three_days_late_and_the_others_say_how_they_came(estimated):
    outcomes = {outcome.filing.org_unit: outcome for outcome in estimated.filings}
    assert {unit: (o.state, o.days_late) for unit, o in outcomes.items()} == {
        "AN": (FilingState.LATE, 3),
        "BINH": (FilingState.ON_TIME, 0),
        "CUONG": (FilingState.ON_TIME, 0),
        "DUNG": (FilingState.ON_TIME, 0),
    }
    assert "118/CV-CUONG" in outcomes["CUONG"].filing.note
    assert "Hai lần đề nghị bổ sung" in outcomes["BINH"].filing.note


def test_only_what_is_meant_to_be_found_in_the_folder_is_found(read, estimated):
    assert not errors_in(read[1])
    assert Counter(finding.code for finding in read[1]) == {
        "plan.lowered-without-reason": 1,
        "dossier.old-font": 1,
        "dossier.old-format": 1,
        "dossier.replaced": 3,
    }
    assert [finding.code for finding in estimated.findings] == ["results.filed-late"]


def test_a_unit_that_joined_in_july_counts_this_year_and_not_last_year(estimated):
    total = row(estimated, "CUM-LT", "CARGO")
    assert total.figure(Kind.ESTIMATE).amount.exact == Decimal("2999.0") + 1688 + 1010 + 426 + 236
    assert total.figure(Kind.LAST_YEAR).amount.exact == 2740 + 1510 + 990 + 360
    assert row(estimated, "DUNG", "CARGO").figure(Kind.PERCENT_OF_LAST_YEAR) is None


def test_what_a_unit_merged_in_september_stated_is_still_added(estimated):
    assert row(estimated, "EM", "CARGO").figure(Kind.ACTUAL_TO_DATE).amount.exact == 236
    to_date = row(estimated, "CUM-LT", "CARGO").figure(Kind.ACTUAL_TO_DATE)
    assert to_date.amount.exact == 2450 + 1398 + 842 + 281 + 236


def test_a_lowered_plan_does_not_count_and_stands_beside_the_one_that_does(estimated):
    first, lowered = row(estimated, "CUONG", "CARGO"), row(estimated, "CUONG", "CARGO", "adjusted")
    assert (str(first.figure(Kind.PERCENT_OF_PLAN).amount), first.achievement) == ("96.2", Achievement.NOT_MET)
    assert (str(lowered.figure(Kind.PERCENT_OF_PLAN).amount), lowered.achievement) == ("103.1", Achievement.EXCEEDED)


def test_a_correction_after_the_freeze_stands_and_says_that_it_is_one(estimated, final):
    revenue = row(final, "AN", "REV")
    assert (revenue.actual.amount.exact, revenue.actual.maturity) == (Decimal("904.8"), Maturity.REVISED)
    assert row(estimated, "AN", "REV").actual.amount.exact == 905


def test_a_fatal_accident_against_a_plan_of_none_is_not_met(final):
    assert row(final, "DUNG", "ACC").achievement is Achievement.NOT_MET
    assert row(final, "CUM-LT", "ACC").actual.amount.exact == 1


def test_everything_is_made_up_and_says_so(year):
    assert year.head.illustrative
    assert all(figure.illustrative for figure in year.reported)
    assert all(version.illustrative for version in year.plan.plan_versions)


def test_building_again_gives_the_bytes_that_are_shipped_but_for_old_workbooks(tmp_path, monkeypatch):
    build = program("build_practice")
    monkeypatch.setattr(build, "as_xls", lambda _, path: path.write_bytes(b""))  # LibreOffice writes the time into it
    for made in (build.build_tables, build.build_dossiers, build.build_returned):
        made(tmp_path)
    written = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.suffix != ".xls"}
    shipped = (*(FOLDER / "inputs").glob("*.csv"), *DOSSIERS.glob("*.xlsx"))
    assert written == {path.name: path.read_bytes() for path in shipped}


STANDING = {"AN-lan-2.xlsx": [], "BINH-lan-3.xlsx": [], "CUONG.xlsx": ["old-font"], "DUNG.xls": ["old-format"]}
RETURNED = {
    "AN-lan-1.xlsx": ["ambiguous-number H7"],
    "BINH-lan-1.xls": ["old-format", "plan-changed F7", "to-date-above-year G7", "missing H7"],
    "BINH-lan-2.xlsx": ["wrong-measure G7", "not-a-number H7"],
}


@pytest.mark.parametrize("name", STANDING)
def test_a_dossier_has_only_what_its_old_font_or_format_brings(name):
    dossier = checked(FOLDER, DOSSIERS / name)
    assert codes(dossier) == STANDING[name]
    assert not errors_in(dossier.findings)


def test_text_in_an_old_font_is_read_as_it_was_meant():
    words = [narrative.text.vi for narrative in checked(FOLDER, DOSSIERS / "CUONG.xlsx").narratives]
    assert "Ước được công nhận 9 sáng kiến, đạt 150,0% kế hoạch." in words


def test_the_figures_of_an_old_workbook_are_those_that_were_typed_into_it():
    told = {(f.indicator, str(f.kind)): f.amount for f in checked(FOLDER, DOSSIERS / "DUNG.xls").figures}
    rows = program("source_rows").rows_of(FOLDER, "rows", org_unit="DUNG")
    typed = {(row["indicator"], "actual_to_date"): Amount.parse(row["to_date"]) for row in rows}
    assert told == typed | {(row["indicator"], "estimate"): Amount.parse(row["estimate"]) for row in rows}


def test_of_several_files_of_a_unit_the_last_stands(year):
    assert {dossier.files for dossier in year.dossiers} == {
        (f"inputs/dossiers/{name}",) for name in ("AN-lan-2.xlsx", "BINH-lan-3.xlsx", "CUONG.xlsx", "DUNG.xls")
    }


@pytest.mark.parametrize("name", RETURNED)
def test_a_returned_dossier_has_the_faults_it_was_returned_for_each_at_its_cell(name):
    assert codes(checked(FOLDER, DOSSIERS / name)) == RETURNED[name]


def test_an_empty_cell_is_no_zero():
    dossier = checked(FOLDER, DOSSIERS / "BINH-lan-1.xls")
    assert ("INIT", Kind.ESTIMATE) not in {(figure.indicator, figure.kind) for figure in dossier.figures}
    (missing,) = (finding for finding in dossier.findings if finding.code == "dossier.missing")
    assert "ghi 0" in missing.sentence()


def test_a_number_that_may_be_two_is_taken_as_neither():
    dossier = checked(FOLDER, DOSSIERS / "AN-lan-1.xlsx")
    taken = {(figure.indicator, figure.breakdown, figure.kind) for figure in dossier.figures}
    assert ("CARGO", None, Kind.ESTIMATE) not in taken
    assert ("CARGO", "SEA", Kind.ESTIMATE) in taken
