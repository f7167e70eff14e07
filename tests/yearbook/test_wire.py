"""Facts as rows of text: nothing is lost on the way, and what is wrong is said at its place."""

import dataclasses
import datetime as dt
import importlib.util
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tongket.dossier import ReportedFigure
from tongket.figures import Amount, Kind
from tongket.organisation import Organisation, OrgUnit, OrgUnitKind
from tongket.plan import Plan, Target
from tongket.words import Place, Text
from tongket.year import Period
from tongket.yearbook import TABLES, Row, Year, columns, facts_of, read, write, year_of
from tongket.yearbook.choices import CHOICES

_spec = importlib.util.spec_from_file_location("years", Path(__file__).with_name("years.py"))
years = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(years)

FIGURE = {"org_unit": "VSP", "indicator": "OIL", "period": "2021", "kind": "actual", "value": "3001.5"}


def one(values, fact=ReportedFigure, measures=None, **row):
    facts, findings = read([Row(values, **row)], fact, measures=measures)
    return (facts[0] if facts else None), [finding.code for finding in findings]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
@given(st.data())
@settings(max_examples=30)
def test_facts_of_every_table_read_back_equal(table, data):
    facts = data.draw(years.rows(table))
    again, findings = read(write(facts, years.MEASURES), table.fact, table.name, years.MEASURES)
    assert (again, findings) == (facts, ())


@pytest.mark.parametrize("room", [Organisation, Plan])
def test_every_field_of_a_room_is_a_table(room):
    assert {field.name for field in dataclasses.fields(room)} == {
        t.name for t in TABLES if t.room == room.__name__.lower()
    }


def test_every_field_of_a_year_is_a_table_or_a_room():
    fields = {field.name for field in dataclasses.fields(Year)} - {"organisation", "plan", "files", "head"}
    fields.remove("dossiers")  # the units' own workbooks: kept as they came, never written as rows
    assert fields | {"year"} == {table.name for table in TABLES if not table.room}


@given(st.data())
@settings(max_examples=5)
def test_a_year_is_taken_apart_into_tables_and_put_together_again(data):
    tables = {table.name: data.draw(years.rows(table, most=1)) for table in TABLES}
    year = year_of(tables, {"inputs/year.yaml": "00"})
    assert (year is None) == (not tables["year"])
    if year:
        assert facts_of(year) == tables
        assert year.files == {"inputs/year.yaml": "00"}


def test_every_column_has_a_label_in_three_languages_and_a_name_of_its_own():
    for table in TABLES:
        names = [column.name for column in columns(table.fact)]
        assert len(set(names)) == len(names)
        assert len({column.label.vi.lower() for column in columns(table.fact)}) == len(names)
        assert all(column.label.vi and column.label.ru and column.label.en for column in columns(table.fact))


def test_every_choice_has_a_label_of_its_own():
    chosen = {column.choices for table in TABLES for column in columns(table.fact) if column.choices}
    assert chosen == set(CHOICES)
    for choices, labels in CHOICES.items():
        assert set(labels) == set(choices)
        assert len({label.vi.lower() for label in labels.values()}) == len(choices)


def test_what_equals_its_default_is_not_written():
    row = write([OrgUnit("VSP", Text("Vietsovpetro"), OrgUnitKind.COMPANY)])[0]
    assert row.values == {"code": "VSP", "name": "Vietsovpetro"}


def _figure():
    return ReportedFigure("VSP", "OIL", Period.of_year(2021), Kind.ACTUAL, Amount.of("3001.5"))


def test_closing_zeros_are_no_part_of_a_number():
    figure = replace(_figure(), amount=Amount(Decimal("3.00"), Decimal("4.50")))
    assert write([figure])[0].values["value"] == "3..4.5"


def test_zero_has_no_sign():
    assert write([replace(_figure(), amount=Amount.of("-0.0"))])[0].values["value"] == "0"


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("2999.4", Amount.of("2999.4")),
        ("3.00..4.50", Amount(Decimal("3"), Decimal("4.5"))),
        (">3000", Amount(Decimal(3000), None)),
        ("<157", Amount(None, Decimal(157))),
    ],
)
def test_an_amount_is_a_number_a_range_or_a_bound(text, amount):
    fact, codes = one({**FIGURE, "value": text})
    assert (fact.amount, codes) == (amount, [])


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2022-12-31", Period.parse("2022-12-31"), Period.parse("2022-12-31")),
        ("2023-Q2", Period.parse("2023-04-01"), Period.parse("2023-06-30")),
        ("2022-11-05..2022-12", Period.parse("2022-11-05"), Period.parse("2022-12-31")),
    ],
)
def test_a_value_of_a_measure_of_days_is_the_days_of_a_period(text, first, last):
    expected = Amount(Decimal(first.first.toordinal()), Decimal(last.first.toordinal()))
    for more, measures in (({"measure": "day"}, None), ({"measure": "ngày"}, None), ({}, {"OIL": "ngày"})):
        fact, codes = one({**FIGURE, "value": text, **more}, measures=measures)
        assert (fact.amount, codes) == (expected, [])


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [(">2022-Q2", "2022-06-30", None), ("<2022-Q2", None, "2022-04-01"), ("<2022-12-31", None, "2022-12-31")],
)
def test_after_a_period_is_after_its_last_day_and_before_it_before_its_first(text, low, high):
    fact, _ = one({**FIGURE, "value": text, "measure": "day"})
    ends = (None if day is None else Decimal(dt.date.fromisoformat(day).toordinal()) for day in (low, high))
    assert fact.amount == Amount(*ends)


def test_a_measure_of_the_row_outweighs_that_of_the_indicator():
    fact, _ = one({**FIGURE, "value": "2022", "measure": "kt"}, measures={"OIL": "ngày"})
    assert fact.amount == Amount.of(2022)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"value": "2,999.4"}, "yearbook.bad-amount"),
        ({"value": ""}, "yearbook.missing-value"),
        ({"value": "NaN"}, "yearbook.bad-amount"),
        ({"period": "2021-Q5"}, "yearbook.bad-period"),
        ({"cut_off": "30/11/2021"}, "yearbook.bad-date"),
        ({"cut_off": "20211130"}, "yearbook.bad-date"),
        ({"revision": "1.5"}, "yearbook.bad-whole-number"),
        ({"printed_percent": "1e2"}, "yearbook.bad-number"),
        ({"illustrative": "maybe"}, "yearbook.bad-yes-no"),
        ({"kind": "Thực hiện"}, "yearbook.bad-choice"),
        ({"note": "a\x07b"}, "yearbook.bad-text"),
        ({"measure": "day"}, "yearbook.bad-dated-amount"),
    ],
)
def test_a_wrong_value_leaves_its_row_out_and_says_what_is_expected(change, code):
    fact, codes = one({**FIGURE, **change})
    assert (fact, codes) == (None, [code])


def test_a_wrong_name_is_told_with_the_nearest_right_one_and_spoils_nothing():
    facts, findings = read([Row({**FIGURE, "org_unt": "VSP"})], ReportedFigure)
    assert len(facts) == 1
    assert [finding.code for finding in findings] == ["yearbook.unknown-column"]
    assert dict(findings[0].values)["near"] == "org_unit"


def test_a_finding_stands_where_the_value_stands():
    place = Place("figures.csv", cell="E51")
    _, findings = read(
        [Row({**FIGURE, "value": "x"}, Place("figures.csv", cell="A51"), {"value": place})], ReportedFigure
    )
    assert findings[0].place == place


def test_a_text_is_given_plain_or_by_language_but_not_twice():
    unit = {"code": "VSP"}
    assert one({**unit, "name": "Liên doanh"}, OrgUnit)[0].name == Text("Liên doanh")
    assert one({**unit, "name.vi": "Liên doanh", "name.en": "Venture"}, OrgUnit)[0].name == Text(
        "Liên doanh", en="Venture"
    )
    assert one({**unit, "name.vi": "Liên doanh", "name": "LD"}, OrgUnit)[1] == ["yearbook.column-twice"]


def test_a_translation_without_vietnamese_is_told_once():
    assert one({"code": "VSP", "name.en": "Venture"}, OrgUnit) == (None, ["yearbook.missing-value"])
    assert one({"code": "C", "name": "Cấp", "authority.ru": "Совет"}, _line()) == (
        None,
        ["yearbook.missing-vietnamese"],
    )


def _line():
    return next(table.fact for table in TABLES if table.name == "plan_lines")


def test_an_empty_row_is_passed_over():
    assert read([Row({"org_unit": "", "value": ""})], Target) == ((), ())
