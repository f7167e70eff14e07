import random
from dataclasses import replace

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tongket.engine.bounds import Stored, table_of
from tongket.engine.consolidation import Consolidation
from tongket.engine.forms import Limits, Part, in_ranges, parts_by_indicator
from tongket.figures.packing import Extent
from tongket.results.tables import Shape

TINY = Limits(rows_worth_ranges=0, least_rows_a_range=100, most_rows_a_range=200, most_cells_a_range=400)
TREE = pa.table({"ancestor": [0] * 40 + list(range(1, 41)), "org_unit": list(range(1, 41)) * 2})


def stored(folder, *, units=40, shuffled=False, codes=1, statistics=True):
    """Figures of forty units in Parquet, by unit or shuffled, with periods that lie apart by `codes`."""
    chance = random.Random(3)
    rows = [
        (unit, indicator, breakdown, 1 + period * codes, series, version, chance.randint(-50, 10**6))
        for unit in range(1, units + 1)
        for indicator in (1, 2)
        for breakdown in (0, 1)
        for period in range(3)
        for series in (1, 2)
        for version in range(1, chance.choice((2, 3)))
    ]
    if shuffled:
        chance.shuffle(rows)
    names = ("org_unit", "indicator", "breakdown", "period", "series", "version", "value")
    table = pa.table(dict(zip(names, map(list, zip(*rows, strict=True)), strict=True)))
    path = folder / "facts.parquet"
    pq.write_table(table, path, row_group_size=37, write_statistics=statistics)
    return path, table


def test_ranges_hold_every_unit_once_and_no_more_cells_than_allowed(tmp_path):
    path, _ = stored(tmp_path)
    parts = in_ranges(table_of(path), Shape(), [Part(None)], TINY, 2)
    assert [unit for part in parts for unit in range(part.units.least, part.units.greatest + 1)] == list(range(1, 41))
    assert len(parts) > 4
    assert all(part.cells is not None and part.cells.count <= TINY.most_cells_a_range for part in parts)


def test_facts_not_stored_by_unit_are_read_in_one_go(tmp_path):
    path, _ = stored(tmp_path, shuffled=True)
    [part] = in_ranges(table_of(path), Shape(), [Part(None)], TINY, 2)
    assert part.units == Extent(1, 40)


def test_cells_that_would_mostly_be_empty_are_not_made(tmp_path):
    path, _ = stored(tmp_path, codes=50)
    roomy = replace(TINY, most_cells_a_range=10**6)
    assert {part.cells for part in in_ranges(table_of(path), Shape(), [Part(None)], roomy, 2)} == {None}


def test_few_facts_and_facts_in_memory_are_read_in_one_go(tmp_path):
    path, table = stored(tmp_path)
    assert in_ranges(table_of(path), Shape(), [Part(None)], Limits(), 2) == [Part(None)]
    assert in_ranges(table_of(table), Shape(), [Part(None)], TINY, 2) == [Part(None)]


def test_a_file_without_statistics_is_measured_by_its_data(tmp_path):
    path, _ = stored(tmp_path, statistics=False)
    assert table_of(path).extent("org_unit") == Extent(1, 40)
    assert in_ranges(table_of(path), Shape(), [Part(None)], TINY, 2) == [Part(None)]


def test_the_footer_says_what_the_data_say(tmp_path):
    table = pa.table({"a": [5, None, -7, 3], "b": pa.array([None] * 4, pa.int64())})
    pq.write_table(table, tmp_path / "t.parquet", row_group_size=2)
    for name in table.column_names:
        assert Stored(tmp_path / "t.parquet").extent(name) == table_of(table).extent(name)
    assert table_of(table).extent("a") == Extent(-7, 5, open=1)


@pytest.mark.parametrize("shuffled", [False, True])
@pytest.mark.parametrize("codes", [1, 50])
@pytest.mark.parametrize("series", [(), (("plan", 1), ("actual", 2))])
def test_in_ranges_or_in_one_go_the_sums_are_the_same(tmp_path, shuffled, codes, series):
    path, table = stored(tmp_path, shuffled=shuffled, codes=codes)
    whole, cut = (
        Consolidation(facts, TREE, by_breakdown=False, versions_unique=False, series=series, limits=limits).run()
        for facts, limits in ((table, Limits()), (path, TINY))
    )
    keys = [
        (name, "ascending") for name in whole.column_names if name not in ("low", "high", "parts", "plan", "actual")
    ]
    assert whole.num_rows > 200
    assert cut.sort_by(keys).equals(whole.sort_by(keys))


def test_indicators_that_do_not_fit_are_left_out_of_the_packing():
    few, many = Extent(1, 3), Extent(1, 2**30)
    [packed, rest] = parts_by_indicator(
        [(6, Extent(0, 10**18), few), (1, Extent(-5, 900), many), (2, Extent(0, 2**40), few), (9, None, few)]
    )
    assert (packed.indicators, rest.indicators) == ((1,), (9, 2, 6))
    assert packed.packing is not None
    assert rest.packing is None
    assert rest.where == "indicator IN (9, 2, 6)"
