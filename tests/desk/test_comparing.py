"""What final figures changed against the estimate is listed, and only that."""

import pytest

from tongket.desk.comparing import NotAReview, OtherYear, compare_results
from tongket.desk.reviewing import review_folder
from tongket.figures import Kind
from tongket.results import Achievement


@pytest.fixture(scope="module")
def reviews(tmp_path_factory, examples):
    place = tmp_path_factory.mktemp("compare")
    for basis in (Kind.ESTIMATE, Kind.ACTUAL):
        review_folder(examples / "vietsovpetro-2021", place / basis, basis=basis)
    return place


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
