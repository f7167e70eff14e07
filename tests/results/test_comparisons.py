"""Plan against actual: what is met, missed, not due or not to be computed; lines, versions, completeness."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest
from tests.results.small_year import (
    GROUP,
    OIL,
    YEAR,
    Aggregation,
    Direction,
    codes,
    indicator,
    months,
    plan,
    reported,
    review,
    row,
    target,
    value,
)

from tongket.dossier import Absence, Filing, ReportedFigure, StatedAbsence
from tongket.figures import Amount, Kind
from tongket.results import Achievement, FilingState
from tongket.year import Period


@pytest.mark.parametrize(
    ("direction", "planned", "actual", "expected", "percent"),
    [
        (Direction.UP, "100", "100", Achievement.MET, "100.0"),
        (Direction.UP, "100", "100.1", Achievement.EXCEEDED, "100.1"),
        (Direction.UP, "100", "99.9", Achievement.NOT_MET, "99.9"),
        (Direction.UP, "0", "1.5", Achievement.NOT_COMPUTABLE, None),
        (Direction.UP, "-4.5", "7.6", Achievement.NOT_COMPUTABLE, None),
        (Direction.UP, "3..4.5", "3", Achievement.MET, "66.7..100.0"),
        (Direction.UP, "3..4.5", "4.6", Achievement.EXCEEDED, "102.2..153.3"),
        (Direction.UP, "2865", ">3000", Achievement.EXCEEDED, ">104.7"),
        (Direction.DOWN, "28.5", "26.2", Achievement.MET, "91.9"),
        (Direction.DOWN, "28.5", "28.6", Achievement.NOT_MET, "100.4"),
        (Direction.DOWN, "0", "0", Achievement.MET, None),
    ],
)
def test_an_actual_figure_is_weighed_against_its_target(direction, planned, actual, expected, percent):
    promised = plan([indicator("X", direction=direction)], [target("B", "X", planned)])
    found = row(review(GROUP, promised, [reported("B", "X", actual)]), "B", "X")
    ours = found.figure(Kind.PERCENT_OF_PLAN)
    assert (found.achievement, str(ours.amount) if ours else None) == (expected, percent)


@pytest.mark.parametrize(
    ("planned", "happened", "expected", "late"),
    [
        ("2022-Q3", "2022-09-18", Achievement.MET, -12),
        ("2022-12-31", "2022-12-31", Achievement.MET, 0),
        ("2022-11-30", "2022-12-01", Achievement.NOT_MET, 1),
    ],
)
def test_a_day_is_kept_early_on_time_or_late(planned, happened, expected, late):
    day = indicator("PROJ", direction=Direction.ON_DATE, measure="day", aggregation=Aggregation.NONE)
    ends = [
        Amount(Decimal(p.first.toordinal()), Decimal(p.last.toordinal()))
        for p in map(Period.parse, (planned, happened))
    ]
    promised = plan([day], [target("B", "PROJ", "0", amount=ends[0])])
    done = ReportedFigure("B", "PROJ", Period.of_year(YEAR), Kind.ACTUAL, ends[1])
    found = row(review(GROUP, promised, [done]), "B", "PROJ")
    assert (found.achievement, found.days_late) == (expected, late)


def test_what_was_not_assigned_says_so_and_has_no_percentage():
    found = row(review(GROUP, plan([OIL], [target("B", "OIL", None)]), [reported("B", "OIL", "5")]), "B")
    assert (found.achievement, found.figure(Kind.PERCENT_OF_PLAN)) == (Achievement.NOT_ASSIGNED, None)


def test_a_target_without_an_actual_figure_is_not_available_and_never_zero():
    found = row(review(GROUP, plan([OIL], [target("B", "OIL", "5")]), []), "B")
    assert (found.achievement, found.actual) == (Achievement.NOT_AVAILABLE, None)


def test_a_percentage_names_its_line_and_the_version_in_force():
    targets = [target("B", "OIL", "5"), target("B", "OIL", "8", version="v2")]
    results = review(GROUP, plan([OIL], targets, versions=("v1", "v2")), [reported("B", "OIL", "4")])
    assert value(results, "B/OIL@2022:percent_of_plan#council.v2") == Decimal("50.0")


def test_every_plan_line_with_a_target_has_its_own_row_the_counting_line_first():
    targets = [target("B", "OIL", "5"), target("B", "OIL", "4", line="own")]
    results = review(GROUP, plan([OIL], targets, lines=("council", "own")), [reported("B", "OIL", "4")])
    assert [r.plan_line for r in results.comparisons if r.org_unit == "B"] == ["council", "own"]
    assert value(results, "B/OIL@2022:percent_of_plan#own.v1") == 100


def test_a_target_set_above_stands_and_only_missing_ones_are_added_up():
    targets = [target("A1", "OIL", "1"), target("A2", "OIL", "2"), target("B", "OIL", "4"), target("G", "OIL", "10")]
    results = review(GROUP, plan([OIL], targets), [])
    assert value(results, "A/OIL@2022:plan#council.v1") == 3
    assert value(results, "G/OIL@2022:plan#council.v1") == 10


def test_a_total_of_units_that_did_not_all_file_is_marked_incomplete():
    targets = [target("A1", "OIL", "1"), target("B", "OIL", "4")]
    figure = review(GROUP, plan([OIL], targets), [reported("B", "OIL", "4")]).figures["G/OIL@2022:actual"]
    assert (figure.parts, figure.expected, figure.is_complete) == (1, 2, False)


def test_a_mean_is_weighed_by_its_exact_quotient_and_not_by_what_is_printed():
    rate = indicator("FR", aggregation=Aggregation.FORMULA, numerator="N", denominator="D", digits=1)
    promised = plan([rate, indicator("N"), indicator("D")], [target("B", "FR", "0.67")])
    results = review(GROUP, promised, [reported("B", "N", "12"), reported("B", "D", "18")])
    found = row(results, "B", "FR")
    assert str(found.actual.amount) == "0.7"
    assert (found.achievement, str(found.figure(Kind.PERCENT_OF_PLAN).amount)) == (Achievement.NOT_MET, "99.5")


def test_a_plan_set_for_some_units_only_is_not_held_against_the_figures_of_all():
    results = review(
        GROUP, plan([OIL], [target("A1", "OIL", "10")]), [reported("A1", "OIL", "9"), reported("B", "OIL", "10")]
    )
    found = row(results, "G")
    assert (found.achievement, found.figure(Kind.PERCENT_OF_PLAN)) == (Achievement.NOT_AVAILABLE, None)
    assert row(results, "A1").achievement is Achievement.NOT_MET


def test_a_total_some_units_are_missing_from_is_not_held_against_the_whole_plan():
    figures = [*months("A1", "OIL", ["1"] * 12), *months("B", "OIL", ["1"] * 8)]
    found = row(review(GROUP, plan([OIL], [target("G", "OIL", "20")]), figures), "G")
    assert (found.actual.parts, found.actual.expected) == (1, 2)
    assert (found.achievement, found.figure(Kind.PERCENT_OF_PLAN)) == (Achievement.NOT_AVAILABLE, None)


def test_the_exact_ends_of_a_loss_against_a_range_are_those_of_its_percentage():
    promised = plan([OIL], [target("B", "OIL", "10..20")])
    percent = row(review(GROUP, promised, [reported("B", "OIL", "-5")]), "B").figure(Kind.PERCENT_OF_PLAN)
    assert (str(percent.amount), [str(end) for end in percent.exact]) == ("-50.0..-25.0", ["-5/10", "-5/20"])


def test_a_bound_is_rounded_so_that_it_stays_true():
    promised = plan([OIL], [target("B", "OIL", "1141")])
    percent = row(review(GROUP, promised, [reported("B", "OIL", ">1700")]), "B").figure(Kind.PERCENT_OF_PLAN)
    assert str(percent.amount) == ">148.9"


def test_a_number_too_large_for_64_bits_is_named_and_has_no_percentage():
    promised = plan([OIL], [target("B", "OIL", "1.0000000000001")])
    results = review(GROUP, promised, [reported("B", "OIL", "90000000000")])
    assert "results.too-large" in codes(results)
    assert row(results, "B").figure(Kind.PERCENT_OF_PLAN) is None


def test_a_day_after_the_cut_off_has_not_come_yet():
    day = indicator("PROJ", direction=Direction.ON_DATE, measure="day", aggregation=Aggregation.NONE)
    planned, came = (Decimal(Period.parse(text).last.toordinal()) for text in ("2022-12-31", "2022-11-30"))
    promised = plan([day], [target("B", "PROJ", "0", amount=Amount(planned, planned))])
    done = ReportedFigure("B", "PROJ", Period.of_year(YEAR), Kind.ACTUAL, Amount(came, came))
    found = row(review(GROUP, promised, [done], cut_off=Period.parse("2022-10").last), "B", "PROJ")
    assert found.achievement is Achievement.NOT_DUE


@pytest.mark.parametrize(
    ("due", "filed_on", "came", "state", "late"),
    [
        ("2022-11-20", "2022-11-20", True, FilingState.ON_TIME, 0),
        ("2022-11-20", "2022-11-21", True, FilingState.LATE, 1),
        ("2022-11-20", None, True, FilingState.RECEIVED, 0),
        ("2022-11-20", None, False, FilingState.MISSING, 0),
    ],
)
def test_who_filed_when_is_said_and_an_unknown_day_is_neither_on_time_nor_late(due, filed_on, came, state, late):
    days = [day and dt.date.fromisoformat(day) for day in (due, filed_on)]
    found = review(GROUP, plan([OIL], []), [], filings=[Filing("B", Period.of_year(YEAR), *days, came)])
    (outcome,) = found.filings
    assert (outcome.state, outcome.days_late) == (state, late)
    told = [finding.sentence() for finding in found.findings if "B" in finding.spoken().values()]
    assert all("(hạn 20/11/2022)" in sentence for sentence in told)
    assert len(told) == (state in {FilingState.LATE, FilingState.MISSING})


def test_a_missing_report_is_told_with_its_due_day_in_the_language_of_the_sentence():
    missing = Filing("B", Period.of_year(YEAR), dt.date(2022, 11, 20), None, False)
    (finding,) = review(GROUP, plan([OIL], []), [], filings=[missing]).findings
    assert "20/11/2022" in finding.sentence("vi")
    assert "2022-11-20" not in finding.sentence("vi")


def test_what_a_unit_explains_and_what_it_has_no_figure_for_stand_under_their_addresses():
    figure = replace(reported("B", "OIL", "7"), explanation="Dừng giàn để sửa chữa.")
    absence = StatedAbsence("C", "OIL", None, Period.of_year(YEAR), Kind.ACTUAL, Absence.NOT_AVAILABLE)
    found = review(GROUP, plan([OIL], []), [figure, reported("B", "OIL", "7", kind=Kind.ESTIMATE)], absences=[absence])
    assert found.explanations == {f"B/OIL@{YEAR}:actual": "Dừng giàn để sửa chữa."}
    assert found.absences == {f"C/OIL@{YEAR}:actual": Absence.NOT_AVAILABLE}
