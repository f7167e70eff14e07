"""Across the two shipped examples every kind of figure, direction and oddity occurs; each is counted, none is zero."""

from collections import Counter
from collections.abc import Iterable, Iterator

import pytest

from tongket.dossier import Section
from tongket.figures import Amount, Figure, Kind, Maturity
from tongket.plan import Direction, TargetState, VersionKind
from tongket.results import Achievement, FilingState, Results
from tongket.yearbook import Year

Example = tuple[Year, Results]


def figures(examples: Iterable[Example]) -> Iterator[Figure]:
    return (figure for _, results in examples for figure in results.figures.values())


def shapes(amount: Amount) -> Iterator[str]:
    if amount.low is None or amount.high is None:
        yield "bound"
    elif amount.low != amount.high:
        yield "range"
    else:
        yield "negative" if amount.low < 0 else "zero" if amount.low == 0 else "number"


def test_every_kind_of_figure_occurs_in_each_example(examples):
    for example in examples:
        count = Counter(figure.address.kind for figure in figures([example]))
        assert set(count) == set(Kind)


def test_every_maturity_occurs(examples):
    count = Counter(figure.maturity for figure in figures(examples))
    assert set(count) == set(Maturity)


def test_every_direction_is_weighed(examples):
    count: Counter[Direction] = Counter()
    for year, results in examples:
        directions = {indicator.code: indicator.direction for indicator in year.plan.indicators}
        weighed = (row for row in results.comparisons if row.figure(Kind.PLAN) and row.actual)
        count.update(directions[row.indicator] for row in weighed)
    assert set(count) == set(Direction)


@pytest.mark.parametrize("kind", [Kind.PLAN, Kind.ACTUAL])
def test_numbers_ranges_bounds_zeros_and_negatives_occur_in_plan_and_actual(examples, kind):
    count = Counter(shape for f in figures(examples) if f.address.kind is kind for shape in shapes(f.amount))
    assert set(count) == {"number", "range", "bound", "zero", "negative"}


def test_percentages_occur_as_numbers_ranges_and_bounds(examples):
    kinds = (Kind.PERCENT_OF_PLAN, Kind.PERCENT_OF_LAST_YEAR)
    count = Counter(shape for f in figures(examples) if f.address.kind in kinds for shape in shapes(f.amount))
    assert {"number", "range", "bound", "zero"} <= set(count)


def test_targets_are_assigned_not_assigned_and_not_due(examples):
    count = Counter(target.state for year, _ in examples for target in year.plan.targets)
    assert set(count) == set(TargetState)


def test_every_achievement_occurs(examples):
    count = Counter(row.achievement for _, results in examples for row in results.comparisons)
    assert set(count) == set(Achievement)


def test_plans_have_more_than_one_line_and_more_than_one_version(examples):
    assert max(len(year.plan.plan_lines) for year, _ in examples) > 1
    count = Counter(version.kind for year, _ in examples for version in year.plan.plan_versions)
    assert {VersionKind.ASSIGNED, VersionKind.ADJUSTED} <= set(count)
    for year, _ in examples:
        assert all(version.reason for version in year.plan.plan_versions if version.kind is VersionKind.ADJUSTED)


def test_filings_are_on_time_late_and_missing_and_every_day_of_filing_is_noted(examples):
    count = Counter(outcome.state for _, results in examples for outcome in results.filings)
    assert set(count) == set(FilingState) - {FilingState.RECEIVED}


def test_milestones_come_early_late_on_time_and_not_yet(examples):
    late = [outcome.days_late for _, results in examples for outcome in results.milestones]
    assert None in late
    known = [days for days in late if days is not None]
    assert min(known) < 0 < max(known)
    assert 0 in known


def test_a_plan_was_reached_early_and_a_price_effect_was_split(examples):
    assert any(results.early_finishes for _, results in examples)
    assert any(results.price_effects for _, results in examples)


def test_every_section_of_the_narrative_is_filled_in_three_languages(examples):
    for year, _ in examples:
        assert {narrative.section for narrative in year.narratives} == set(Section)
        for narrative in year.narratives:
            assert narrative.text.ru
            assert narrative.text.en
            if narrative.section is Section.SHORTCOMING:
                assert narrative.cause.vi
                assert narrative.remedy.vi


def test_what_is_illustrative_says_so(examples):
    for year, _ in examples:
        assert year.head.illustrative
        assert "minh họa" in year.head.title.vi
        assert any(version.illustrative for version in year.plan.plan_versions)
        assert all(figure.illustrative for figure in year.figures if figure.kind is Kind.ESTIMATE)
