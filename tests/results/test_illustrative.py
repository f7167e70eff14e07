"""A figure is illustrative when anything it was made of is invented, and only then."""

from dataclasses import replace
from decimal import Decimal

import pytest
from tests.results.small_year import GROUP, OIL, months, plan, reported, review, target

from tongket.plan import Share


def invented(results):
    return {address for address, figure in results.figures.items() if figure.illustrative}


def test_an_invented_figure_marks_the_sums_and_percentages_made_of_it():
    figures = [reported("A1", "OIL", "1", illustrative=True), reported("A2", "OIL", "2"), reported("B", "OIL", "4")]
    results = review(GROUP, plan([OIL], [target("A", "OIL", "5"), target("B", "OIL", "4")]), figures)
    actual = {f"{unit}/OIL@2022:actual" for unit in ("A1", "A", "G")}
    assert invented(results) == actual | {f"{unit}/OIL@2022:percent_of_plan#council.v1" for unit in ("A", "G")}


def test_an_invented_plan_marks_its_targets_and_what_is_measured_by_them():
    promised = plan([OIL], [target("B", "OIL", "4")])
    promised = replace(promised, plan_versions=(replace(promised.plan_versions[0], illustrative=True),))
    results = review(GROUP, promised, [reported("B", "OIL", "4")])
    marked = {address.partition(":")[2].partition("#")[0] for address in invented(results)}
    assert marked == {"plan", "percent_of_plan"}


@pytest.mark.parametrize("part", [False, True])
def test_a_stated_total_beside_its_parts_is_as_real_as_the_parts_that_make_its_figure(part):
    figures = [reported("A", "OIL", "3", illustrative=not part), reported("A1", "OIL", "3", illustrative=part)]
    assert ("A/OIL@2022:actual" in invented(review(GROUP, plan([OIL]), figures))) is part


def test_what_is_divided_by_shares_stays_invented_and_months_mark_their_sums():
    shares = [Share("P", "B", Decimal(60)), Share("P", "A", Decimal(40))]
    figures = months("G", "OIL", ["1"] * 12, breakdown="P", illustrative=True)
    results = review(GROUP, plan([OIL], parts=["P"], shares=shares), figures)
    assert {"A/OIL/P@2022-03:actual", "B/OIL@2022:actual", "G/OIL@2022-Q1:actual"} <= invented(results)
