"""The engine and a plain adder agree on real and invented years, to the last digit."""

import pytest
from tests.results.small_year import added_up_plainly, indicator, months, organisation, plan, reported, target

from tongket.desk.consolidating import added_up, question_of
from tongket.results.review import Question, prepare
from tongket.results.rollup import Additions


def agree(additions: Additions) -> bool:
    return sorted(added_up(additions), key=str) == sorted(added_up_plainly(additions), key=str)


@pytest.mark.parametrize("example", ["vietsovpetro", "ncs"])
def test_the_engine_adds_up_an_example_as_a_plain_adder_does(example, request):
    year = request.getfixturevalue(example)
    additions = prepare(question_of(year)).additions
    assert additions.along_tree
    assert agree(additions)


def test_bounds_and_ranges_go_through_the_engine_with_their_open_ends():
    from tests.results.small_year import END, YEAR

    from tongket.figures import Kind

    figures = [reported("A", "OIL", ">3000"), reported("B", "OIL", "3..4.5"), *months("C", "OIL", ["0.1"] * 12)]
    promised = plan([indicator("OIL")], [target("A", "OIL", "5"), target("B", "OIL", "<6")])
    of = organisation(("A", "G"), ("B", "G"), ("C", "G"))
    additions = prepare(Question(YEAR, of, promised, tuple(figures), (), {}, Kind.ACTUAL, END)).additions
    assert agree(additions)
    assert (None in {row[5] for row in added_up(additions)}) is True
