"""Whatever an office states reads back the same from YAML, CSV and Excel, and the same year gives the same bytes."""

import importlib.util
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tongket.files import csv_rows, workbook, workbook_reader, yaml_nodes, yaml_rows
from tongket.files.year_folder import blank_workbook, files_of, read_year, write_year
from tongket.words import Text
from tongket.yearbook import BY_NAME, TABLES, Row, YearHead, read, without_places, write

_spec = importlib.util.spec_from_file_location("years", Path(__file__).parents[1] / "yearbook" / "years.py")
years = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(years)

EXAMPLES = ("ncs-2012", "vietsovpetro-2021")
HEAD = YearHead(2021, "VSP", Text("Năm 2021"))
each_table = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)


def facts_of_rows(rows, table):
    facts, findings = read(rows, table.fact, table.name, years.MEASURES)
    assert findings == ()
    return tuple(replace(fact, place=None) for fact in facts)


@pytest.mark.parametrize("loader", [yaml.Loader, getattr(yaml, "CLoader", yaml.Loader)], ids=["python", "c"])
@each_table
@given(data=st.data())
@settings(max_examples=15)
def test_yaml_gives_back_every_fact_from_either_parser(table, loader, data):
    facts = data.draw(years.rows(table))
    text = yaml_rows.written("năm", {table: write(facts, years.MEASURES)})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_nodes, "_LOADER", loader)
        rows, findings = yaml_rows.read(text.encode(), "x.yaml")
    assert findings == ()
    assert facts_of_rows(rows.get(table.name, ()), table) == facts


@each_table
@given(data=st.data())
@settings(max_examples=15)
def test_csv_gives_back_every_fact(table, data):
    facts = data.draw(years.rows(table))
    text = csv_rows.written(write(facts, years.MEASURES), table.fact)
    rows, findings = csv_rows.read(text.encode(), "x.csv", table.name)
    assert findings == ()
    assert facts_of_rows(rows, table) == facts


@given(st.data())
@settings(max_examples=15)
def test_a_workbook_gives_back_every_fact_of_every_sheet(data):
    facts = {table: data.draw(years.rows(table)) for table in TABLES}
    content = workbook.written({table: write(some, years.MEASURES) for table, some in facts.items()}, HEAD, "VSP")
    rows, findings = workbook_reader.read(content, "year.xlsx")
    assert findings == ()
    for table in TABLES:
        assert facts_of_rows(rows.get(table.name, ()), table) == facts[table]


@pytest.fixture(params=EXAMPLES)
def example(request, root):
    return root / "examples" / request.param


def test_an_example_goes_from_yaml_to_excel_and_back_without_loss_and_to_the_same_bytes(example, tmp_path):
    year, _ = read_year(example)
    write_year(year, tmp_path, "excel")
    again, _ = read_year(tmp_path)
    assert without_places(again) == without_places(year)
    assert files_of(again, "yaml") == files_of(year, "yaml")
    assert files_of(again, "excel") == files_of(year, "excel")


def test_an_example_written_as_yaml_reads_back_as_the_same_year(example, tmp_path):
    year, findings = read_year(example)
    write_year(year, tmp_path, "yaml")
    again, found = read_year(tmp_path)
    assert without_places(again) == without_places(year)
    assert [finding.code for finding in found] == [finding.code for finding in findings]


def test_a_year_is_never_written_beside_another(example, tmp_path):
    shutil.copytree(example / "inputs", tmp_path / "inputs")
    year, _ = read_year(tmp_path)
    with pytest.raises(FileExistsError):
        write_year(year, tmp_path, "excel")
    assert not (tmp_path / "inputs" / "year.xlsx").exists()


def test_a_blank_book_states_its_year_and_asks_for_the_rest(tmp_path):
    (tmp_path / "inputs").mkdir()
    (tmp_path / "inputs" / "year.xlsx").write_bytes(blank_workbook(2026))
    year, findings = read_year(tmp_path)
    assert year is None
    assert [(finding.code, finding.place.sheet, finding.place.cell) for finding in findings] == [
        ("yearbook.missing-value", "Năm", "B4"),
        ("yearbook.missing-value", "Năm", "B5"),
    ]


def test_a_text_no_cell_can_hold_is_refused_rather_than_cut():
    rows = (Row({"section": "result", "text": "x" * 40000}),)
    with pytest.raises(ValueError, match="Excel cell"):
        workbook.written({BY_NAME["narratives"]: rows}, HEAD, "VSP")
