"""The numbers that the explanations quote from the examples are those the examples give."""

import pytest

from tongket.desk.consolidating import consolidated
from tongket.files.year_folder import read_year

QUOTED = {
    "exact-numbers.md": {
        "VSP/OIL@2021:percent_of_plan#council.v1": ("105.5", "31650/29994"),
        "VSP/REV@2021:percent_of_plan#council.mh": (">148.9",),
    },
    "unknown-is-not-zero.md": {
        "VSP/BUD@2021:percent_of_plan#council.v1": ("<177.7",),
        "VSP/REV@2021:percent_of_plan#council.mh": (">148.9",),
    },
}
SAID = {">": "above", "<": "below"}


@pytest.fixture(scope="module")
def figures(root):
    year, _ = read_year(root / "examples/vietsovpetro-2021")
    return consolidated(year).figures


@pytest.mark.parametrize("page", QUOTED)
def test_a_page_quotes_what_the_example_gives(page, root, figures):
    text = " ".join((root / "docs/explanation" / page).read_text(encoding="utf-8").replace("**", "").split())
    for address, (amount, *exact) in QUOTED[page].items():
        figure = figures[address]
        assert str(figure.amount) == amount
        assert (f"{SAID[amount[0]]} {amount[1:]}%" if amount[0] in SAID else amount) in text
        assert [str(figure.exact[0])] * len(exact) == exact
        assert all(quotient in text for quotient in exact)


def test_undecided_is_what_the_page_says_of_above_90_against_100(root):
    year, _ = read_year(root / "examples/vietsovpetro-2021")
    (row,) = (one for one in consolidated(year).comparisons if one.indicator == "LT-VOL")
    assert row.achievement == "undecided"
