"""Of a workbook whose part came again elsewhere only the other parts are read, and nobody misses the one that went."""

import pytest

from tongket.dossier.matching import meta_of
from tongket.dossier.restricting import only, parts_in
from tongket.dossier.rules import check_book
from tongket.files.book_reader import read_book


@pytest.fixture(scope="module")
def year(root):
    from tongket.files.year_folder import read_year

    return read_year(root / "examples/cluster-1-2022")[0]


@pytest.fixture(scope="module")
def form(year):
    from tongket.desk.asking import form_of, stage_of

    return form_of(year, "PVEP", stage_of(year))


@pytest.fixture(scope="module")
def book(root):
    place = root / "examples/cluster-1-2022/inputs/dossiers/PVEP.xlsx"
    return read_book(place.read_bytes(), place.name)


def test_a_form_names_its_parts_itself(book, form):
    assert parts_in(book, form) == ("1", "2", "3", "4", "words", "evidence")


def test_a_form_without_its_hidden_sheet_is_seen_to_hold_its_parts(book, form):
    from dataclasses import replace

    bare = replace(book, grids=tuple(grid for grid in book.grids if grid.name != "_meta"))
    assert meta_of(bare) is None
    assert parts_in(bare, form) == ("1", "2", "3", "4", "words", "evidence")


def test_all_parts_leave_the_workbook_as_it_is(book, form):
    assert only(book, form, parts_in(book, form)) is book


@pytest.mark.parametrize("gone", ["1", "4", "words"])
def test_the_part_that_went_is_neither_read_nor_missed(book, form, gone):
    left = tuple(part for part in parts_in(book, form) if part != gone)
    whole, rest = check_book(book, form), check_book(only(book, form, left), form)
    rows = {row.code for part in form.parts if part.code == gone for row in part.rows}
    expected = [one for one in whole.figures if one.indicator not in {row.split("/")[0] for row in rows}]
    assert list(rest.figures) == expected  # values and places
    assert gone not in rest.parts
    assert (rest.narratives == ()) is (gone == "words")
    assert rest.findings == tuple(one for one in whole.findings if one in rest.findings)
