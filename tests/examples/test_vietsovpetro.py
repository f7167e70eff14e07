"""The Vietsovpetro example: what was published, what it adds up to, and where it disagrees with itself."""

import datetime as dt
from decimal import Decimal

import pytest

from tongket.figures import Address, Kind
from tongket.results import Results
from tongket.results.findings import PRINTED_PERCENT
from tongket.yearbook import Year

CHECKED_ON = dt.date(2026, 11, 21)


@pytest.fixture
def year(vietsovpetro) -> Year:
    return vietsovpetro[0]


@pytest.fixture
def results(vietsovpetro) -> Results:
    return vietsovpetro[1]


def amount(results: Results, address: str) -> str:
    return str(results.figures[str(Address.parse(address))].amount)


def test_the_plan_of_the_notice_is_the_sum_of_its_two_blocks(results):
    total, main, share = (
        Decimal(amount(results, f"VSP/OIL{part}@2021:plan#council.v1")) for part in ("", "/09-1", "/09-3-12")
    )
    assert (total, main, share) == (Decimal("2999.4"), Decimal("2865.0"), Decimal("134.4"))
    assert main + share == total


def test_the_oil_of_the_year_stands_at_105_5_percent_of_the_plan(results):
    figure = results.figures["VSP/OIL@2021:percent_of_plan#council.v1"]
    assert str(figure.amount) == "105.5"
    assert figure.exact is not None
    assert str(figure.exact[0]) == "31650/29994"


def test_the_published_percentages_are_reported_as_differing_from_ours(results):
    told = [dict(finding.values) for finding in results.findings if finding.kind is PRINTED_PERCENT]
    assert {(f["where"], str(f["printed"]), str(f["recomputed"])) for f in told} == {
        ("VSP/OIL@2021:actual", "108.8", "105.5"),
        ("VSP/PROF@2021:actual", "173.2", "179.9"),
    }


def test_block_09_1_reached_its_plan_19_days_early(results):
    (row,) = (row for row in results.comparisons if row.indicator == "DAY-09-1")
    assert row.days_late == -19


def test_both_platforms_gave_oil_in_the_fourth_quarter_as_planned(results):
    first_oil = {
        o.milestone.project: (str(o.milestone.baseline), str(o.milestone.actual))
        for o in results.milestones
        if o.milestone.stage == "first_oil"
    }
    assert first_oil == {"BK-18A": ("2021-Q4", "2021-11-10"), "BK-19": ("2021-Q4", "2021-11-13")}


def test_revenue_and_budget_stand_as_the_bounds_they_were_published_as(results):
    assert amount(results, "VSP/REV@2021:actual") == ">1700"
    assert amount(results, "VSP/BUD@2021:plan#council.v1") == ">519"
    assert amount(results, "VSP/BUD@2021:actual") == "922"
    assert amount(results, "VSP/BUD@2021:percent_of_plan#council.v1") == "<177.7"


def test_every_figure_is_either_published_with_page_and_day_or_marked_as_made_up(year):
    for figure in year.figures:
        published = bool(figure.page) and figure.checked_on == CHECKED_ON
        assert published is not figure.illustrative, figure


def test_every_target_is_either_published_with_page_and_day_or_in_a_version_marked_as_made_up(year):
    made_up = {(v.line, v.version) for v in year.plan.plan_versions if v.illustrative}
    for target in year.plan.targets:
        published = bool(target.page) and target.checked_on == CHECKED_ON
        assert published is not ((target.line, target.version) in made_up), target


def test_nothing_unfavourable_is_made_up_for_the_venture(year, results):
    rows = [row for row in results.comparisons if row.org_unit == "VSP"]
    assert not {row.achievement for row in rows} & {"not_met", "not_computable", "undecided"}
    assert all(outcome.state == "on_time" for outcome in results.filings if outcome.filing.org_unit == "VSP")
    projects = {project.code for project in year.plan.key_projects if project.org_unit == "VSP"}
    assert all((o.days_late or 0) <= 0 for o in results.milestones if o.milestone.project in projects)


def test_nothing_of_the_practice_unit_adds_up_to_the_venture(results):
    own = {row.indicator for row in results.comparisons if row.org_unit == "LUYEN-TAP"}
    assert own
    assert not {row.indicator for row in results.comparisons if row.org_unit == "VSP"} & own


def test_more_revenue_than_planned_is_split_into_less_volume_and_a_higher_price(results):
    (effect,) = results.price_effects
    assert (effect.volume_effect, effect.price_effect) == (Decimal("-4.5"), Decimal("17.1"))
    assert effect.volume_effect + effect.price_effect == effect.actual - effect.plan


def test_last_year_is_what_was_published_for_2020(results):
    assert amount(results, "VSP/OIL@2021:last_year") == "3420"
    assert amount(results, "VSP/PROF@2021:last_year") == ">49"
    assert results.figures["VSP/OIL@2021:last_year"].address.kind is Kind.LAST_YEAR
