import itertools
import random

import pyarrow as pa
import pytest

from tongket.engine import run
from tongket.engine.dialects import DUCKDB
from tongket.figures.packing import Cells, Extent, Packing
from tongket.results.tables import Shape, along_tree, extents_by_indicator, filed_twice, with_percents, within_units

FIRST = 2_000_000_007  # unit codes may be any of 32 bits
SPANS = {
    "org_unit": (FIRST, FIRST + 2),
    "indicator": (1, 3),
    "breakdown": (0, 2),
    "period": (202_101, 202_104),
    "series": (1, 3),
}
SERIES = (("plan", 1), ("actual", 2), ("last_year", 3))
TREE = pa.table(
    {
        "ancestor": pa.array([FIRST + n for n in (0, 1, 2, 0, 0, 1)], pa.int32()),
        "org_unit": pa.array([FIRST + n for n in (0, 1, 2, 1, 2, 2)], pa.int32()),
        "first": pa.array([0, 0, 0, 0, 0, 202_103], pa.int32()),
        "until": pa.array([300_000] * 6, pa.int32()),
    }
)


def facts(*, ranged=False, size=10**12, seed=11):
    """Two thirds of all figures there could be, in one to three versions, some negative, some of ranges open."""
    chance = random.Random(seed)
    rows = []
    for key in itertools.product(*(range(first, last + 1) for first, last in SPANS.values())):
        for version in chance.sample(range(1, 40), chance.choice((0, 1, 3))):
            low = chance.randint(-size // 10, size)
            high = low + chance.randint(0, size)
            ends = [None if chance.random() < 0.2 else end for end in (low, high)] if ranged else [low]
            rows.append((*key, version, *ends))
    chance.shuffle(rows)
    names = (*SPANS, "version", *(("low", "high") if ranged else ("value",)))
    types = dict.fromkeys(("low", "high", "value"), pa.int64()) | {"series": pa.int16()}
    columns = zip(names, zip(*rows, strict=True), strict=True)
    return pa.table({name: pa.array(column, types.get(name, pa.int32())) for name, column in columns})


def extent(table, *columns):
    numbers = [number for column in columns for number in table[column].to_pylist() if number is not None]
    return Extent(min(numbers), max(numbers))


def forms(table, shape):
    """Every way to read the facts: with and without a packing, with and without cells."""
    packing = Packing.prove(extent(table, "version"), extent(table, *shape.measures))
    columns = (*shape.keys, *shape.added_up)
    cells = Cells(columns, tuple(extent(table, column) for column in columns))
    assert packing is not None
    return itertools.product((None, packing), (None, cells))


def consolidated(table, shape, packing, cells):
    own = run(within_units(DUCKDB, shape, packing, cells), {"facts": table})
    return run(along_tree(DUCKDB, shape), {"own": own, "closure": TREE})


@pytest.mark.parametrize("by_breakdown", [True, False])
@pytest.mark.parametrize("sums_fit", [True, False])
@pytest.mark.parametrize(
    ("ranged", "series"), [(False, ()), (False, SERIES), (True, ())], ids=["numbers", "side by side", "ranges"]
)
def test_every_form_gives_the_same_table(by_breakdown, sums_fit, ranged, series):
    table = facts(ranged=ranged)
    shape = Shape(
        measures=("low", "high") if ranged else ("value",),
        open_ends=ranged, by_breakdown=by_breakdown, series=series, sums_fit=sums_fit,
    )  # fmt: skip
    tables = [consolidated(table, shape, packing, cells) for packing, cells in forms(table, shape)]
    assert tables[0].num_rows > 30
    assert all(other.equals(tables[0]) for other in tables[1:])


def test_side_by_side_holds_what_stands_one_below_the_other():
    table = facts()
    below = consolidated(table, Shape(by_breakdown=False), None, None).to_pylist()
    wide = consolidated(table, Shape(by_breakdown=False, series=SERIES), None, None).to_pylist()
    unfolded = {
        (row["org_unit"], row["indicator"], row["period"], code): row[name] for row in wide for name, code in SERIES
    }
    listed = {(row["org_unit"], row["indicator"], row["period"], row["series"]): row["low"] for row in below}
    assert {key: value for key, value in unfolded.items() if value is not None} == listed
    assert None in unfolded.values()


def test_percentages_stand_beside_their_figures():
    table = pa.table({"plan": [600, 0, None, 8], "actual": [633, 5, 5, 1]})
    percents = with_percents(table, {"percent_of_plan": ("actual", "plan")}, 1)["percent_of_plan"]
    assert percents.to_pylist() == [1055, None, None, 125]


def test_how_large_figures_are_is_found_for_each_indicator():
    table = facts(ranged=True)
    for row in run((extents_by_indicator(Shape(measures=("low", "high"))),), {"facts": table}).to_pylist():
        mine = table.filter(pa.compute.equal(table["indicator"], row["indicator"]))
        assert Extent(row["least"], row["greatest"]) == extent(mine, "low", "high")
        assert Extent(row["first"], row["last"]) == extent(mine, "version")


def test_what_is_filed_twice_is_found_with_its_version():
    table = facts()
    twice = pa.concat_tables([table, table.slice(3, 1)])
    assert run((filed_twice(),), {"facts": table}).num_rows == 0
    assert run((filed_twice(),), {"facts": twice}).to_pylist() == [
        {name: table[name][3].as_py() for name in ("org_unit", "indicator", "breakdown", "period", "series", "version")}
    ]
