"""What must agree between the parts of a year."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tongket.dossier import Filing, Narrative, ReportedFigure, Section
from tongket.figures import Amount, Kind
from tongket.organisation import Organisation, OrgUnit, Person
from tongket.plan import Breakdown, Indicator, Plan
from tongket.words import Place, Text
from tongket.year import Period
from tongket.yearbook import Year, YearHead, check

FIGURE = ReportedFigure(
    "VSP", "OIL", Period.of_year(2021), Kind.ACTUAL, Amount.of("3001.5"), "09-1", place=Place("figures.csv", cell="E2")
)
YEAR = Year(
    YearHead(2021, "VSP", Text("Năm 2021")),
    organisation=Organisation(org_units=(OrgUnit("VSP", Text("Vietsovpetro")),)),
    plan=Plan(indicators=(Indicator("OIL", Text("Dầu"), "kt"),), breakdowns=(Breakdown("09-1", Text("Lô 09-1")),)),
    figures=(FIGURE,),
)


def told(**changes):
    return [(finding.code, finding.place.cell) for finding in check(replace(YEAR, **changes))]


def test_a_year_in_which_all_agrees_gives_no_findings():
    assert told() == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"org_unit": "PVEP"}, "unknown-unit"),
        ({"indicator": "GAS"}, "unknown-indicator"),
        ({"breakdown": "09-2"}, "unknown-breakdown"),
        ({"measure": "m3"}, "other-dimension"),
        ({"measure": "nghìn thùng"}, "other-dimension"),
        ({"kind": Kind.PLAN}, "not-a-reported-kind"),
        ({"kind": Kind.PERCENT_OF_PLAN}, "not-a-reported-kind"),
        ({"amount": Amount(Decimal(-1), Decimal(5))}, "negative"),
    ],
)
def test_a_figure_that_does_not_agree_is_told_where_it_stands(change, code):
    assert told(figures=(replace(FIGURE, **change),)) == [(f"yearbook.{code}", "E2")]


@pytest.mark.parametrize(
    "change", [{"measure": "triệu tấn"}, {"kind": Kind.LAST_YEAR}, {"breakdown": None}, {"amount": Amount.of(0)}]
)
def test_a_figure_that_agrees_is_not_told(change):
    assert told(figures=(replace(FIGURE, **change),)) == []


def test_an_indicator_that_may_be_negative_may():
    indicators = (replace(YEAR.plan.indicators[0], may_be_negative=True),)
    assert told(plan=replace(YEAR.plan, indicators=indicators), figures=(replace(FIGURE, amount=Amount.of(-1)),)) == []


def test_the_same_figure_twice_needs_another_revision():
    assert told(figures=(FIGURE, FIGURE)) == [("yearbook.same-figure-twice", "E2")]
    assert told(figures=(FIGURE, replace(FIGURE, revision=2))) == []


def test_filings_and_narratives_name_known_org_units():
    filing, text = Filing("PVEP", FIGURE.period), Narrative(Section.RESULT, Text("x"), org_unit="PVEP")
    assert told(filings=(filing,)) == [("yearbook.unknown-unit", "")]
    assert told(narratives=(text, replace(text, org_unit=None))) == [("yearbook.unknown-unit", "")]


def test_an_org_unit_files_once_for_a_period_and_a_person_has_one_id():
    filing, person = Filing("VSP", FIGURE.period), Person("p1", "An", "VSP")
    assert told(filings=(filing, filing)) == [("yearbook.same-row-twice", "")]
    organisation = replace(YEAR.organisation, people=(person, replace(person, name="Bình")))
    assert told(organisation=organisation) == [("yearbook.same-row-twice", "")]


def test_a_year_is_reviewed_on_reported_figures_of_a_known_org_unit():
    assert told(head=replace(YEAR.head, basis=Kind.PLAN)) == [("yearbook.bad-basis", "")]
    assert told(head=replace(YEAR.head, org_unit="PVEP")) == [("yearbook.unknown-unit", "")]
