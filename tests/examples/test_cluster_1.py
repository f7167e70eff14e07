"""The cluster of 2022: every printed percentage recomputed, what is published, and what must not be made up."""

import datetime as dt
from collections import Counter
from decimal import Decimal

import pytest
from tests.examples.programs import EXAMPLES, checked, codes, program

from tongket.desk.consolidating import consolidated
from tongket.dossier import Section
from tongket.dossier.form import FormStage
from tongket.figures import Address, Kind
from tongket.plan import Direction
from tongket.results import Achievement, Comparison, FilingState, Results
from tongket.yearbook import Year

CHECKED_ON = dt.date(2026, 11, 21)
FOLDER = EXAMPLES / "cluster-1-2022"
LINE = "giao"
MEMBERS = ("VSP", "PVEP", "RVP", "GPV")

# Address, then in percent: estimate of plan, final of plan, final of last year; a hyphen where there is none.
# Revenue of 2021 is known as "above 1.7 billion", so its percentage is known from one side only.
PERCENTAGES = """
    VSP/OIL 107.1 107.3 98.7
    VSP/OIL/09-1 107.3 107.5 99.4
    VSP/OIL/09-3-12 102.5 102.9 84.6
    VSP/GAS 110.0 110.6 95.4
    VSP/RES 125.0 125.4 149.4
    VSP/REV 170.6 171.8 <138.7
    VSP/PROF 176.2 179.3 106.6
    VSP/BUD 198.1 200.2 139.0
    VSP/CAPEX 90.0 90.9 104.6
    VSP/COST 92.6 91.9 96.7
    VSP/LTIF 0.0 0.0 -
    VSP/INIT 121.3 122.5 116.7
    VSP/INC 106.3 107.1 109.2
    PVEP/OE 117.6 118.6 107.7
    PVEP/GAS-SOLD 145.2 146.2 111.3
    PVEP/RES-OE 75.6..113.3 76.7..115.0 132.7
    PVEP/REV-VND 171.5 172.9 153.1
    PVEP/PROF-VND 280.7 282.7 182.7
    PVEP/BUD-VND 189.5 191.7 151.5
    PVEP/CAPEX 80.5 79.9 98.3
    PVEP/COST 96.2 96.6 102.7
    PVEP/LTIF 0.0 0.0 -
    PVEP/INIT 115.6 115.6 126.8
    PVEP/INC-VND 106.7 107.6 110.5
    RVP/OIL-100 101.7 101.9 99.0
    RVP/APG 101.2 101.3 100.6
    RVP/RES - - -
    RVP/DRL 108.3 108.3 118.2
    RVP/REV-USD 124.8 124.1 112.4
    RVP/PROF-USD 164.2 162.4 136.5
    RVP/DIV 195.2 195.2 123.5
    RVP/CAPEX 92.3 93.5 99.5
    RVP/COST 103.1 103.1 108.8
    RVP/LTIF 0.0 0.0 -
    RVP/INIT 113.3 113.3 121.4
    RVP/INC-RUB 105.4 106.2 111.5
    GPV/GAS-PROD 101.8 101.4 104.3
    GPV/COND 104.2 103.7 107.9
    GPV/DRL-ALL 100.0 100.0 200.0
    GPV/REV-USD 156.8 158.4 172.4
    GPV/PROF-USD - - -
    GPV/DIV - - -
    GPV/CAPEX 94.3 93.2 116.0
    GPV/COST-GAS 95.3 94.7 91.4
    GPV/LTIF 0.0 0.0 -
    GPV/INIT 133.3 133.3 160.0
    GPV/INC-RUB 104.5 104.8 109.0
"""
PRINTED = {where: percentages for where, *percentages in map(str.split, PERCENTAGES.strip().splitlines())}


@pytest.fixture(scope="module")
def year(cluster) -> Year:
    return cluster[0]


@pytest.fixture(scope="module")
def estimated(cluster) -> Results:
    return cluster[1]


@pytest.fixture(scope="module")
def final(year) -> Results:
    return consolidated(year, Kind.ACTUAL)


def rows_of(results: Results, line: str | None = LINE) -> dict[str, Comparison]:
    """The rows of the members by what they are of; `line` is the plan they are held against, if any."""
    return {
        f"{row.org_unit}/{row.indicator}" + (f"/{row.breakdown}" if row.breakdown else ""): row
        for row in results.comparisons
        if row.org_unit in MEMBERS and row.plan_line == line
    }


def said(row: Comparison, kind: Kind) -> str:
    figure = row.figure(kind)
    return "-" if figure is None else str(figure.amount)


@pytest.mark.parametrize("where", PRINTED)
def test_a_percentage_is_the_printed_one(where, estimated, final):
    before, after = rows_of(estimated)[where], rows_of(final)[where]
    of_plan, of_plan_final, of_last_year = PRINTED[where]
    assert said(before, Kind.PERCENT_OF_PLAN) == of_plan
    assert said(after, Kind.PERCENT_OF_PLAN) == of_plan_final
    assert said(after, Kind.PERCENT_OF_LAST_YEAR) == of_last_year


def test_the_cluster_has_48_indicators_the_parts_of_one_and_the_dates_beside_them(year):
    targets = {(t.org_unit, t.indicator, t.breakdown) for t in year.plan.targets if t.line == LINE}
    wholes = {key for key in targets if key[2] is None and key[1] != "DAY"}
    assert len(wholes) == 48
    assert len(PRINTED) == 47  # the wholes without the three dates, and the two parts
    assert {key for key in targets if key[2]} == {("VSP", "OIL", "09-1"), ("VSP", "OIL", "09-3-12")}


def test_nine_rows_stand_at_150_percent_or_more_and_five_were_not_met_on_estimates(year, estimated):
    up = {indicator.code for indicator in year.plan.indicators if indicator.direction is Direction.UP}
    rows = rows_of(estimated)
    percents = {where: row.figure(Kind.PERCENT_OF_PLAN) for where, row in rows.items() if row.indicator in up}
    assert {where for where, percent in percents.items() if percent and percent.amount.low >= 150} == {
        "VSP/REV", "VSP/PROF", "VSP/BUD", "PVEP/REV-VND", "PVEP/PROF-VND", "PVEP/BUD-VND",
        "RVP/PROF-USD", "RVP/DIV", "GPV/REV-USD",
    }  # fmt: skip
    missed = {"VSP/CAPEX", "PVEP/CAPEX", "RVP/CAPEX", "RVP/COST", "GPV/CAPEX"}
    assert {where for where, row in rows.items() if row.achievement is Achievement.NOT_MET} == missed


def test_every_way_of_standing_occurs_that_the_cluster_has(estimated):
    stands = {where: row.achievement for where, row in rows_of(estimated).items()}
    assert stands["PVEP/RES-OE"] is Achievement.MET  # 3.40 lies in 3.00..4.50
    assert stands["RVP/RES"] is Achievement.NOT_ASSIGNED
    assert stands["PVEP/PROJ-B"] is Achievement.NOT_DUE
    assert stands["GPV/PROF-USD"] is Achievement.NOT_COMPUTABLE  # a planned loss
    assert stands["GPV/DIV"] is Achievement.NOT_COMPUTABLE  # a plan of zero
    assert stands["VSP/LTIF"] in (Achievement.MET, Achievement.EXCEEDED)  # lower is better, and it was 0


def test_a_date_is_early_once_it_has_come(estimated, final):
    assert rows_of(estimated)["GPV/PROJ-C"].days_late == -12
    assert rows_of(estimated)["VSP/PROJ-A"].achievement is Achievement.NOT_DUE  # it came after the cut-off
    days = {where: row.days_late for where, row in rows_of(final).items() if row.indicator in ("DAY", "PROJ-A")}
    assert days == {"VSP/PROJ-A": -26, "VSP/DAY": -33, "PVEP/DAY": -57, "RVP/DAY": -7, "GPV/DAY": -4}


def test_the_first_assigned_plan_counts_and_the_raised_one_stands_beside_it(year, estimated):
    counting = [line.code for line in year.plan.plan_lines if line.counts]
    assert counting == [LINE]
    raised = rows_of(estimated, "council")
    assert said(raised["VSP/OIL"], Kind.PERCENT_OF_PLAN) == "101.7"
    assert (raised["VSP/OIL"].plan_version, said(raised["VSP/OIL"], Kind.PLAN)) == ("dc2", "3068")


def test_parts_make_the_total_in_every_version_and_kind(year, estimated):
    for version in ("v1", "dc1", "dc2"):
        stated = {t.breakdown: t.amount.exact for t in year.plan.targets if (t.line, t.version) == ("council", version)}
        assert stated[None] == stated["09-1"] + stated["09-3-12"]
    rows = rows_of(estimated)
    for kind in (Kind.LAST_YEAR, Kind.PLAN, Kind.ACTUAL_TO_DATE, Kind.ESTIMATE, Kind.ACTUAL):
        total, *parts = (rows[f"VSP/OIL{part}"].figure(kind).amount.exact for part in ("", "/09-1", "/09-3-12"))
        assert total == sum(parts, Decimal(0)), kind


def test_only_the_initiatives_add_up_over_the_cluster(estimated, final):
    for results, actual in ((estimated, "174"), (final, "175")):
        (row,) = (row for row in results.comparisons if row.org_unit == "CUM-1")
        assert row.indicator == "INIT"
        assert (said(row, Kind.LAST_YEAR), said(row, Kind.PLAN)) == ("144", "146")
        assert str(row.actual.amount) == actual


def test_revenue_above_plan_is_split_into_volume_and_price(final):
    effects = {effect.org_unit: (effect.volume_effect, effect.price_effect) for effect in final.price_effects}
    assert effects["VSP"] == (Decimal("100.5"), Decimal("884.3"))
    assert set(effects) == set(MEMBERS)


def test_final_figures_changed_a_percentage_that_stood_near_a_band(estimated, final):
    where = "PVEP/CAPEX"
    moved = [said(rows_of(results)[where], Kind.PERCENT_OF_PLAN) for results in (estimated, final)]
    assert moved == ["80.5", "79.9"]


def test_every_figure_is_either_published_with_page_and_day_or_marked_as_made_up(year):
    for figure in year.figures:
        published = bool(figure.page) and figure.checked_on == CHECKED_ON
        assert published is not figure.illustrative, figure
    made_up = {(v.line, v.version) for v in year.plan.plan_versions if v.illustrative}
    for target in year.plan.targets:
        published = bool(target.page) and target.checked_on == CHECKED_ON
        assert published is not ((target.line, target.version) in made_up), target
    assert Counter(bool(figure.page) for figure in year.figures)[True] == 4
    assert sum(bool(target.page) for target in year.plan.targets) == 2


def test_nobody_real_is_late_hurt_or_slow(year, final):
    assert {outcome.state for outcome in final.filings} == {FilingState.ON_TIME}
    assert all(row.actual.amount.exact == 0 for row in rows_of(final).values() if row.indicator == "LTIF")
    assert all((outcome.days_late or 0) <= 0 for outcome in final.milestones)
    assert year.head.illustrative


def test_a_project_and_its_indicator_name_the_same_day(year, final):
    dates = {"CT-A": "VSP/PROJ-A", "TN-C": "GPV/PROJ-C"}
    for outcome in final.milestones:
        if outcome.milestone.project in dates:
            row = rows_of(final)[dates[outcome.milestone.project]]
            assert outcome.days_late == row.days_late


def test_building_again_gives_the_bytes_that_are_shipped(tmp_path):
    build = program("build_cluster_1")
    build.build_tables(tmp_path)
    build.build_dossiers(tmp_path)
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    shipped = (*(FOLDER / "inputs").glob("*.csv"), *(FOLDER / "inputs" / "dossiers").iterdir())
    assert made == {path.name: path.read_bytes() for path in shipped}


@pytest.mark.parametrize("unit", MEMBERS)
@pytest.mark.parametrize(
    ("stage", "name"), [(FormStage.ESTIMATE, "{unit}.xlsx"), (FormStage.FINAL, "{unit}-final.xlsx")]
)
def test_a_dossier_is_the_issued_form_filled_in_without_a_fault(unit, stage, name):
    dossier = checked(FOLDER, FOLDER / "inputs" / "dossiers" / name.format(unit=unit), stage)
    assert codes(dossier) == []
    assert dossier.org_unit == unit
    assert bool(dossier.narratives) is (stage is FormStage.ESTIMATE)


def test_what_the_members_report_this_year_comes_from_their_dossiers(year):
    assert {dossier.org_unit for dossier in year.dossiers} == set(MEMBERS)
    assert len(year.dossiers) == 2 * len(MEMBERS)
    typed = {figure.indicator for figure in year.figures if figure.period.year == 2022}
    assert typed == {"REV-PP", "REV-VND-PP", "REV-USD-PP"}
    assert not [finding for dossier in year.dossiers for finding in dossier.findings]


def test_a_reported_figure_leads_back_to_its_cell_in_the_dossier(final):
    (source,) = final.figures["VSP/OIL@2022:actual"].sources
    assert str(source.place) == "inputs/dossiers/VSP-final.xlsx!Bieu1!I7"


def test_every_member_says_its_shortcoming_with_cause_and_remedy(year):
    said = [one for one in year.words if one.section is Section.SHORTCOMING and one.org_unit]
    assert {one.org_unit for one in said} == set(MEMBERS)
    assert all(one.cause.vi and one.remedy.vi for one in said)


def test_addresses_of_the_cluster_are_found(final):
    assert str(final.figures[str(Address.parse("PVEP/OE@2022:plan#giao.v1"))].amount) == "3.18"
