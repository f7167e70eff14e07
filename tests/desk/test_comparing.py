"""What final figures changed against the estimate is listed, and only that."""

import json

import pytest

from tongket.desk.comparing import NotAReview, OtherYear, compare_reckoned, compare_results
from tongket.desk.consolidating import consolidated
from tongket.desk.reviewing import review_folder
from tongket.figures import Kind
from tongket.files.year_folder import read_year
from tongket.results import Achievement


@pytest.fixture(scope="module")
def reviews(tmp_path_factory, examples):
    place = tmp_path_factory.mktemp("compare")
    for basis in (Kind.ESTIMATE, Kind.ACTUAL):
        review_folder(examples / "vietsovpetro-2021", place / basis, basis=basis)
    return place


def test_results_at_hand_change_as_the_written_ones_do(reviews, examples):
    year, _ = read_year(examples / "vietsovpetro-2021")
    estimate, final = (consolidated(year, basis) for basis in (Kind.ESTIMATE, Kind.ACTUAL))
    assert compare_reckoned(estimate, final) == compare_results(reviews / "estimate", reviews / "actual")


def test_every_figure_that_moved_between_estimate_and_final_is_listed(reviews):
    changes = {change.key: change for change in compare_results(reviews / "estimate", reviews / "actual")}
    oil = changes["VSP", "OIL", None, "2021", "council"]
    assert (str(oil.before.amount), str(oil.after.amount)) == ("3150", "3165")
    assert (oil.before.basis, oil.after.basis) == (Kind.ESTIMATE, Kind.ACTUAL)
    assert (str(oil.before.percent), str(oil.after.percent)) == ("105.0", "105.5")


def test_a_row_that_only_the_final_review_has_stands_with_nothing_before(reviews):
    changes = compare_results(reviews / "estimate", reviews / "actual")
    cost = next(change for change in changes if change.key[1] == "COST")
    assert (cost.before.amount, cost.after.achievement) == (None, Achievement.MET)


def corrected(place, out, kind, value):
    """The same review in which the oil of the whole has another figure of a kind."""
    document = json.loads((place / "results.json").read_text(encoding="utf-8"))
    figure = next(f for f in document["figures"] if f["address"] == f"VSP/OIL@2021:{kind}")
    figure["value"] = value
    out.mkdir()
    (out / "results.json").write_text(json.dumps(document), encoding="utf-8")
    return out


@pytest.mark.parametrize("kind", ["estimate", "plan#council.v1", "last_year"])
def test_a_change_of_another_figure_than_the_one_judged_by_is_listed(reviews, tmp_path, kind):
    after = corrected(reviews / "actual", tmp_path / "after", kind, "3100")
    changes = compare_results(reviews / "actual", after)
    assert {change.key[:3] for change in changes} == {("VSP", "OIL", None)}
    assert {other for change in changes for other in change.others} == {kind.partition("#")[0]}


def test_a_review_compared_with_itself_changed_nothing(reviews):
    assert compare_results(reviews / "actual", reviews / "actual") == ()


def test_a_place_without_a_review_is_refused(reviews, tmp_path):
    with pytest.raises(NotAReview, match="tongket review"):
        compare_results(tmp_path, reviews / "actual")


def test_two_years_are_not_compared(reviews, tmp_path):
    text = (reviews / "actual" / "results.json").read_text(encoding="utf-8")
    (tmp_path / "results.json").write_text(text.replace('"year": 2021', '"year": 2020'), encoding="utf-8")
    with pytest.raises(OtherYear, match="2020"):
        compare_results(tmp_path, reviews / "actual")
