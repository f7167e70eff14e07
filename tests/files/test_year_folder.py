"""The year folder as people write it: what is read, and what is said when it is wrong."""

import hashlib
from decimal import Decimal

import pytest

from tongket.figures import Amount
from tongket.files.year_folder import blank_workbook, read_year

HEAD = """\
schema: tongket/1
year: {year: 2021, org_unit: VSP, title: {vi: Báo cáo tổng kết năm 2021, en: Review of 2021}}
org_units:
  - {code: VSP, name: Vietsovpetro, kind: venture}
indicators:
  - {code: OIL, name: Sản lượng dầu, measure: nghìn tấn}
  - {code: FIRST-OIL, name: Dòng dầu đầu tiên, measure: ngày, direction: on_date, aggregation: none}
"""


@pytest.fixture
def folder(tmp_path):
    def make(**files):
        (tmp_path / "inputs").mkdir(exist_ok=True)
        for name, text in {"year.yaml": HEAD, **{k.replace("__", "."): v for k, v in files.items()}}.items():
            path = tmp_path / "inputs" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return tmp_path

    return make


def told(findings):
    return [(finding.code, str(finding.place)) for finding in findings]


def test_yaml_and_csv_files_of_any_name_and_depth_make_one_year(folder):
    csv = "org_unit,indicator,period,kind,value\nVSP,OIL,2021,actual,3001.5\n"
    year, findings = read_year(folder(**{"a/figures-2021__csv": csv}))
    assert findings == ()
    assert year.head.title.en == "Review of 2021"
    assert [figure.amount for figure in year.figures] == [Amount.of("3001.5")]
    assert year.files["inputs/a/figures-2021.csv"] == hashlib.sha256(csv.encode()).hexdigest()


def test_a_figure_stands_in_the_cell_of_its_value_and_other_facts_where_their_row_begins(folder):
    csv = "org_unit,indicator,period,kind,value\n\nVSP,OIL,2021,actual,3001.5\n"
    year, _ = read_year(folder(figures__csv=csv))
    assert str(year.figures[0].place) == "inputs/figures.csv!E3"
    assert str(year.organisation.org_units[0].place) == "inputs/year.yaml:4:5"


def test_a_value_measured_in_dates_is_a_range_of_days(folder):
    rows = "VSP,FIRST-OIL,2021,actual,2021-11-13\nVSP,FIRST-OIL,2021,estimate,2021-Q4\n"
    year, findings = read_year(folder(figures__csv=f"org_unit,indicator,period,kind,value\n{rows}"))
    assert findings == ()
    assert [figure.amount for figure in year.figures] == [
        Amount.of(738107),
        Amount(Decimal(738064), Decimal(738155)),
    ]


def test_every_fault_of_every_file_is_told_at_once_in_the_order_of_files_and_places(folder):
    bad = "schema: tongket/1\nparents:\n  - {org_unit: VSP, parrent: X}\n  - {org_unit: VSP, parent: NOBODY}\n"
    csv = "org_unit,indicator,period,kind,value\nVSP,OIL,2021,actual,viele\nNIE,OIL,2021,plan,1\n"
    _, findings = read_year(folder(bad__yaml=bad, figures__csv=csv))
    assert told(findings) == [
        ("yearbook.missing-value", "inputs/bad.yaml:3:5"),
        ("yearbook.unknown-column", "inputs/bad.yaml:3:21"),
        ("organisation.unknown-unit", "inputs/bad.yaml:4:29"),
        ("yearbook.bad-amount", "inputs/figures.csv!E2"),
        ("yearbook.unknown-unit", "inputs/figures.csv!A3"),
        ("yearbook.not-a-reported-kind", "inputs/figures.csv!D3"),
    ]


def test_a_row_that_cannot_be_read_is_told_once_and_not_again_by_all_who_name_it(folder):
    bad = "schema: tongket/1\norg_units:\n  - {code: PVEP, name: PVEP, from: soon}\n"
    csv = "org_unit,indicator,period,kind,value\nPVEP,OIL,2021,actual,1\nPVEP,OIL,2020,actual,1\n"
    _, findings = read_year(folder(bad__yaml=bad, figures__csv=csv))
    assert told(findings) == [("yearbook.bad-date", "inputs/bad.yaml:3:36")]


def test_a_wrong_key_spoils_no_row(folder):
    year, findings = read_year(
        folder(more__yaml="schema: tongket/1\norg_units:\n  - {code: PVEP, name: P, colour: x}\n")
    )
    assert [unit.code for unit in year.organisation.org_units] == ["PVEP", "VSP"]
    assert told(findings) == [("yearbook.unknown-column", "inputs/more.yaml:3:27")]


def test_a_cycle_in_the_tree_is_told_at_its_row(folder):
    more = "schema: tongket/1\nparents:\n  - {org_unit: VSP, parent: VSP}\n"
    _, findings = read_year(folder(more__yaml=more))
    assert told(findings) == [("organisation.cycle", "inputs/more.yaml:3:5")]


def test_two_year_books_are_told_once(folder):
    place = folder()
    (place / "inputs" / "year - Copy.xlsx").write_bytes(blank_workbook(2021))
    year, findings = read_year(place)
    assert year is None
    assert [finding.code for finding in findings] == ["files.several-years"]
    assert "year - Copy.xlsx" in findings[0].sentence("vi")


def test_a_year_has_one_head(folder):
    year, findings = read_year(folder(z__yaml="schema: tongket/1\nyear: {year: 2022, org_unit: VSP, title: Khác}\n"))
    assert year.head.year == 2021
    assert told(findings) == [("yearbook.one-row", "inputs/z.yaml:2:7")]


def test_without_a_head_there_is_no_year(folder):
    year, findings = read_year(folder(year__yaml="schema: tongket/1\norg_units:\n  - {code: VSP, name: V}\n"))
    assert year is None
    assert told(findings) == [("yearbook.no-year", "")]


def test_without_inputs_there_is_no_year(tmp_path):
    year, findings = read_year(tmp_path)
    assert year is None
    assert [finding.code for finding in findings] == ["files.no-inputs"]


def test_what_programs_leave_behind_is_passed_over_and_what_looks_like_data_is_told(folder):
    files = {
        ".DS_Store": "x",
        "~$year.xlsx": "x",
        ".git/x.yaml": "x",
        "README.md": "x",
        "plan.csv": "x",
        "a/b.xlsx": "x",
    }
    year, findings = read_year(folder(**files))
    assert told(findings) == [("files.not-read", "inputs/a/b.xlsx"), ("files.not-read", "inputs/plan.csv")]
    assert set(year.files) == {"inputs/year.yaml"}


def test_a_damaged_file_hides_nothing_of_the_others(folder):
    year, findings = read_year(folder(a__yaml="a: [", b__csv="x", figures__csv=b"\xff\xfe", c__xlsx=b"PK"))
    assert year.head.year == 2021
    assert [code for code, _ in told(findings)] == [
        "files.yaml-syntax",
        "files.not-read",
        "files.damaged",
        "files.not-utf8",
    ]
