"""What a sheet holds, and where each of its cells really stands."""

from decimal import Decimal

import pytest

from tongket.dossier.grid import Book, Grid, cell_name
from tongket.words import Place


@pytest.mark.parametrize(("at", "name"), [((0, 0), "A1"), ((50, 4), "E51"), ((8, 25), "Z9"), ((8, 26), "AA9")])
def test_a_cell_is_named_as_people_say_it(at, name):
    assert cell_name(*at) == name


def test_outside_of_what_is_filled_stands_nothing():
    grid = Grid("A", ((Decimal(1),),))
    assert [grid.at(0, 0), grid.at(0, 1), grid.at(1, 0), grid.at(-1, 0)] == [Decimal(1), None, None, None]


def test_a_cell_taken_from_another_sheet_keeps_its_place():
    grid = Grid("Bieu1", ((Decimal(1), Decimal(2)),), origins={(0, 1): ("PL 01", "H9")})
    book = Book("unit.xlsx", "", (grid,))
    assert book.place(grid, 0, 1) == Place("unit.xlsx", "PL 01", "H9")
    assert book.place(grid, 0, 0) == Place("unit.xlsx", "Bieu1", "A1")
