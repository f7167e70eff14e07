"""results.json keeps to its published schema, says numbers as text, and leads every figure to a source."""

import json
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import jsonschema
import pytest

from tongket.desk.consolidating import consolidated
from tongket.figures import Address, Kind
from tongket.files.results_json import dumped, results_document
from tongket.files.results_schema import results_schema
from tongket.files.year_folder import read_year

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "reference" / "results.schema.json"


@pytest.fixture(scope="module")
def document():
    year, findings = read_year(ROOT / "examples" / "vietsovpetro-2021")
    results = consolidated(year)
    return json.loads(dumped(results_document(year, results, (*findings, *results.findings), {}, Kind.ACTUAL)))


def test_the_published_schema_is_the_one_the_program_has():
    assert json.loads(PAGE.read_text(encoding="utf-8")) == results_schema()


def test_an_example_keeps_to_the_schema(document):
    jsonschema.Draft202012Validator(results_schema()).validate(document)


def test_the_schema_refuses_a_float_an_unknown_kind_and_a_figure_without_a_source(document):
    validator = jsonschema.Draft202012Validator(results_schema())
    for key, wrong in (("value", 3165.0), ("kind", "hope"), ("source", []), ("breakdown", 3)):
        broken = {**document, "figures": [{**document["figures"][0], key: wrong}]}
        assert not validator.is_valid(broken), key


def test_each_figure_stands_under_the_address_of_its_own_fields(document):
    for figure in document["figures"]:
        address = Address.parse(figure["address"])
        ours = (address.org_unit, address.indicator, address.breakdown, str(address.period), str(address.kind))
        assert ours == tuple(figure[key] for key in ("org_unit", "indicator", "breakdown", "period", "kind"))
        assert (address.plan_line, address.plan_version) == (figure["plan_line"], figure["plan_version"])


def test_a_percentage_is_its_exact_ratio_times_a_hundred_rounded_once(document):
    exact = [figure for figure in document["figures"] if "exact" in figure and figure["measure"] == "%"]
    assert exact
    for figure in exact:
        ratio, value = Fraction(figure["exact"]) * 100, Decimal(figure["value"])
        assert abs(ratio - Fraction(value)) <= Fraction(1, 20), figure["address"]


def test_a_day_is_written_as_a_day_and_a_bound_with_an_open_end(document):
    figures = {figure["address"]: figure for figure in document["figures"]}
    assert figures["VSP/DAY-09-1@2021:actual"]["value"] == "2021-12-12"
    assert (figures["VSP/REV@2021:actual"]["low"], figures["VSP/REV@2021:actual"]["high"]) == ("1700", None)


def test_a_figure_says_whether_it_is_illustrative_and_a_milestone_where_its_days_stand(document):
    invented = {figure["address"] for figure in document["figures"] if figure["illustrative"]}
    assert "VSP/OIL@2021:plan#management.mh" in invented
    assert not invented & {"VSP/OIL@2021:actual", "VSP/OIL@2021:plan#council.v1"}
    assert document["milestones"]
    for milestone in document["milestones"]:
        files = [source["file"] for source in milestone["source"] if "file" in source]
        assert files == ["inputs/projects.yaml"]
        assert all(document["inputs"][name] for name in files)


def test_every_figure_is_on_a_line_of_its_own():
    text = dumped({"a": 1, "figures": [{"x": "1"}, {"x": "2"}], "none": []}).decode()
    assert text == '{\n"a": 1,\n"figures": [\n{"x":"1"},\n{"x":"2"}\n],\n"none": []\n}\n'
