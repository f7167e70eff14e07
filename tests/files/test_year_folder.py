"""The year folder as people write it: what is read, and what is said when it is wrong."""

import hashlib
from decimal import Decimal

import pytest

from tongket.figures import Amount
from tongket.files.year_folder import read_year

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
