import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.figures.packing import Cells, Extent, Packing, sums_fit

INT64 = st.integers(-(2**63), 2**63 - 1)
VERSION = st.integers(0, 2**31 - 1)


def extent_of(numbers):
    return Extent(min(numbers), max(numbers))


def word(packing, version, value):
    return version * packing.step + value


def read(packing, word):
    return ((word - packing.offset) & packing.mask) + packing.offset


@given(st.lists(st.tuples(VERSION, st.one_of(INT64, st.integers(-1000, 10**12))), min_size=1, max_size=8))
def test_a_proved_packing_orders_by_version_and_gives_every_value_back(figures):
    versions, values = zip(*figures, strict=True)
    packing = Packing.prove(extent_of(versions), extent_of(values))
    if packing is None:
        bits = (max(values) - min(values) + 1).bit_length()
        assert (max(versions) << bits) + 2 * max(map(abs, (*values, min(values) - 1))) > 2**63 - 1
        return
    words = [word(packing, *figure) for figure in figures]
    assert all(abs(part) < 2**63 for w in words for part in (w, w - packing.offset))
    assert [read(packing, w) for w in words] == list(values)
    assert max(figures)[0] == figures[words.index(max(words))][0]


def test_low_bits_of_zero_are_left_for_an_open_end():
    packing = Packing.prove(Extent(1, 9), Extent(-5, 250))
    assert min((word(packing, 1, value) - packing.offset) & packing.mask for value in range(-5, 251)) == 1
    assert (word(packing, 1, packing.offset) - packing.offset) & packing.mask == 0


def test_revenue_in_hundredths_of_a_dong_packs_with_a_few_versions_but_not_with_many():
    revenue = Extent(-(10**15), 10**17)
    assert Packing.prove(Extent(1, 16), revenue) is not None
    assert Packing.prove(Extent(1, 400), revenue) is None


@pytest.mark.parametrize(("parts", "fits"), [(9, True), (10, False)])
def test_sums_fit_when_the_largest_figure_in_every_part_would(parts, fits):
    assert sums_fit(Extent(-(10**18), 5), parts) is fits


@given(st.lists(st.tuples(st.integers(-50, 50), st.integers(1, 9)), min_size=1, max_size=4), st.data())
def test_a_cell_is_one_key_and_the_last_column_runs_fastest(columns, data):
    names = tuple("abcd"[: len(columns)])
    cells = Cells(names, tuple(Extent(least, least + span - 1) for least, span in columns))
    key = [data.draw(st.integers(e.least, e.greatest)) for e in cells.extents]
    cell = sum((k - e.least) * cells.weight(n) for n, k, e in zip(names, key, cells.extents, strict=True))
    assert 0 <= cell < cells.count
    assert [cell // cells.weight(n) % cells.extent(n).span + cells.extent(n).least for n in names] == key
    assert cells.weight(names[-1]) == 1


def test_joining_extents_keeps_what_is_open():
    assert Extent(1, 5, open=2).joined(Extent(-3, 4, open=1)) == Extent(-3, 5, open=3)
