"""Columns are as wide as their words need, and heads stand in the rows an office expects."""

from fractions import Fraction

import pytest

from tongket.documents import Align, Column, Row, RowKind, Table, cells
from tongket.documents.columns import PADDING_MM, SET_IN_MM, Head, fit, heads, parts
from tongket.documents.measure import width_mm
from tongket.documents.nd30 import ND30
from tongket.documents.profile import Part

NAME = Column("Chỉ tiêu", width=30, align=Align.LEFT)
SIZE = ND30.styles[Part.TABLE].size


def table(*columns: Column, rows: tuple[Row, ...] = ()) -> Table:
    return Table(columns, rows)


def test_shares_hold_where_every_word_fits() -> None:
    widths, smaller = fit(table(NAME, Column("A", width=10), Column("B", width=20)), ND30, 120)
    assert (widths, smaller) == ((Fraction(60), Fraction(20), Fraction(40)), 0)


@pytest.mark.parametrize("kind", [RowKind.NORMAL, RowKind.SUBTOTAL, RowKind.INDENTED])
def test_a_long_figure_is_never_broken(kind: RowKind) -> None:
    figure = "931.200.000.000"
    widths, _ = fit(table(NAME, Column("Số", width=1), rows=(Row(cells("Thu", figure), kind),)), ND30, 160)
    assert widths[1] >= width_mm(figure, SIZE, bold=kind is RowKind.SUBTOTAL) + 2 * PADDING_MM
    assert sum(widths) == 160


def test_a_part_of_a_sum_needs_room_for_being_set_in() -> None:
    word = "Vietsovpetro"
    slim, wide = Column("", width=1, align=Align.LEFT), Column("Số", width=50)
    plain, _ = fit(table(slim, wide, rows=(Row(cells(word, "1")),)), ND30, 100)
    set_in, _ = fit(table(slim, wide, rows=(Row(cells(word, "1"), RowKind.INDENTED),)), ND30, 100)
    assert set_in[0] - plain[0] == SET_IN_MM


@pytest.mark.parametrize(("months", "points"), [(13, 0), (14, 1), (15, 2), (16, 3)])
def test_a_table_too_wide_for_its_page_gets_letters_just_small_enough(months: int, points: int) -> None:
    figures = tuple(Column(f"T{month}", width=1) for month in range(months))
    rows = (Row(cells("Năm", *["10.310,0"] * months)),)
    widths, smaller = fit(table(NAME, *figures, rows=rows), ND30, 252)
    assert smaller == points
    assert sum(widths) == 252
    assert min(widths[1:]) >= width_mm("10.310,0", SIZE - smaller) + 2 * PADDING_MM


def test_names_keep_some_room_beside_many_figures() -> None:
    figures = tuple(Column(f"T{month}", width=10) for month in range(8))
    rows = (Row(cells("còn 73 phần khác: xem Phụ lục I", *["101,69741"] * 8)),)
    widths, smaller = fit(table(Column("Chỉ tiêu", width=1, align=Align.LEFT), *figures, rows=rows), ND30, 165)
    assert widths[0] >= 28
    assert SIZE - smaller >= 9


def test_letters_stop_shrinking_while_they_can_still_be_read() -> None:
    figures = tuple(Column("x", width=1) for _ in range(40))
    widths, smaller = fit(table(*figures, rows=(Row(cells(*["10.310.000,0"] * 40)),)), ND30, 165)
    assert SIZE - smaller == 8
    assert sum(widths) == 165


def test_a_code_in_small_letters_breaks_only_between_its_parts() -> None:
    address = "VIETSOVPETRO-09-1/OIL@2022-10:percent_of_plan#COUNCIL.2"
    rows = (Row(cells(address, "x")),)
    widths, _ = fit(table(Column("", width=1, small=True), Column("", width=99), rows=rows), ND30, 100)
    longest = width_mm("VIETSOVPETRO-", ND30.styles[Part.SMALL].size)
    assert longest < widths[0] < longest + 4
    assert "".join(parts(address, code=True)) == address


def test_a_range_may_break_after_its_dash() -> None:
    assert parts("16,30000–17,90000 x", code=False) == ("16,30000–", "17,90000", "x")


def test_letters_of_codes_are_never_larger_than_those_of_the_table() -> None:
    assert ND30.with_smaller_tables(4).styles[Part.SMALL].size == 8
    assert ND30.with_smaller_tables(1).styles[Part.SMALL].size == 9


def test_a_section_row_does_not_widen_the_first_column() -> None:
    rows = (Row(cells("III. An toàn, lao động, sáng kiến"), RowKind.SECTION), Row(cells("1", "Dầu")))
    widths, _ = fit(table(Column("TT", width=5), NAME, rows=rows), ND30, 70)
    assert widths == (Fraction(10), Fraction(60))


def test_heads_without_groups_stand_in_one_row() -> None:
    assert heads((Column("A"), Column("B"))) == ((Head("A"), Head("B")),)


def test_neighbours_of_one_group_stand_under_a_common_head() -> None:
    columns = (Column("TT"), Column("KH", group="2022"), Column("TH", group="2022"), Column("TH", group="2021"))
    upper, lower = heads(columns)
    assert upper == (Head("TT", down=2), Head("2022", across=2), Head("2021"))
    assert lower == (Head("KH"), Head("TH"), Head("TH"))


def test_two_tall_heads_beside_each_other_stay_two() -> None:
    upper, _ = heads((Column("TT"), Column("Chỉ tiêu"), Column("KH", group="2022")))
    assert upper == (Head("TT", down=2), Head("Chỉ tiêu", down=2), Head("2022"))


def test_the_row_that_numbers_the_columns_comes_last() -> None:
    assert heads((Column("A", formula="1"), Column("B", formula="2=1")))[-1] == (
        Head("1", light=True),
        Head("2=1", light=True),
    )
