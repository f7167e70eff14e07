"""Where a foreign table has its head, and which rows stand under it."""

from decimal import Decimal

import pytest

from tongket.dossier.foreign.labels import is_part, label_key
from tongket.dossier.foreign.tables import Head, head_of, rows_under, shown
from tongket.dossier.grid import ErrorValue, Grid, Uncalculated

WORDS = {"KH", "TH", "Chỉ tiêu", "Năm | KH", "Năm | TH", "2022 | KH"}


def headings(rows, merged=()):
    grid = Grid("A", tuple(map(tuple, rows)), merged=tuple(merged))
    head = head_of(grid, lambda texts: sum(len(text) for text in texts.values() if text in WORDS))
    return head and (head.first, head.last, dict(head.headings))


def test_a_head_of_one_row_is_found_below_titles():
    assert headings([["BÁO CÁO"], [], ["Chỉ tiêu", "KH"], ["Dầu", Decimal(1)]]) == (2, 2, {0: "Chỉ tiêu", 1: "KH"})


def test_a_merged_head_speaks_for_every_column_under_it():
    rows = [["Chỉ tiêu", "Năm", None], [None, "KH", "TH"]]
    assert headings(rows, [(0, 0, 1, 0), (0, 1, 0, 2)]) == (0, 1, {0: "Chỉ tiêu", 1: "Năm | KH", 2: "Năm | TH"})


def test_a_wide_head_that_nobody_merged_speaks_for_the_columns_to_its_right():
    assert headings([[None, "Năm", None], ["Chỉ tiêu", "KH", "TH"]]) == (
        0,
        1,
        {0: "Chỉ tiêu", 1: "Năm | KH", 2: "Năm | TH"},
    )


def test_a_title_merged_over_the_table_is_no_part_of_its_heads():
    rows = [["Năm", None, None, None], ["Chỉ tiêu", "KH", "TH", None]]
    assert headings(rows, [(0, 0, 0, 3)])[2] == {0: "Chỉ tiêu", 1: "KH", 2: "TH"}


def test_a_year_typed_as_a_number_is_a_word_of_the_head():
    assert headings([[None, Decimal(2022)], ["Chỉ tiêu", "KH"]])[2] == {0: "Chỉ tiêu", 1: "2022 | KH"}


def test_rows_with_figures_are_never_a_head():
    assert headings([["KH", Decimal(5)]]) is None


def under(rows, labels=(0,)):
    grid = Grid("A", tuple(map(tuple, rows)))
    found = rows_under(grid, Head(0, 0, {}), labels, is_part, label_key)
    return [(row.row, row.label, row.parent, row.above, row.turn) for row in found]


def test_a_part_belongs_to_the_last_whole_and_of_which_alone_is_no_row():
    assert under([[], ["Dầu"], ["Trong đó:"], ["- Lô 1"], ["- Lô 2"], ["Khí"]]) == [
        (1, "Dầu", "", -1, 0),
        (3, "- Lô 1", "Dầu", 1, 0),
        (4, "- Lô 2", "Dầu", 1, 0),
        (5, "Khí", "", -1, 0),
    ]


def test_a_label_further_right_belongs_to_the_one_on_its_left():
    assert under([[], ["Sản xuất"], [None, "Dầu"], [None, "- Lô"], ["Tài chính"], [None, "Thuế"]], (0, 1)) == [
        (1, "Sản xuất", "", -1, 0),
        (2, "Dầu", "Sản xuất", 1, 0),
        (3, "- Lô", "Dầu", 2, 0),
        (4, "Tài chính", "", -1, 0),
        (5, "Thuế", "Tài chính", 4, 0),
    ]


def test_the_same_label_twice_is_told_apart_by_its_turn():
    assert [turn for *_, turn in under([[], ["Khác"], ["Khác"]])] == [0, 1]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal("2912.50"), "2.912,50"),
        (None, ""),
        (" 3 - 4 ", "3 - 4"),
        (ErrorValue("#DIV/0!"), "#DIV/0!"),
        (Uncalculated(), "="),
    ],
)
def test_a_value_is_shown_as_the_file_shows_it(value, text):
    assert shown(value) == text
