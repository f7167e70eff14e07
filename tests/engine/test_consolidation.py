from collections import defaultdict

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tongket.engine import FiledTwice, SumTooLarge, TreeOverlaps, UnitsOutsideTree, consolidate

INT32, INT16, INT64 = pa.int32(), pa.int16(), pa.int64()
KEY = ("org_unit", "indicator", "breakdown", "period", "series")
FACTS = dict.fromkeys(("org_unit", "indicator", "breakdown", "period", "version"), INT32) | {"series": INT16}


def facts_of(rows, measures=("value",)):
    """Rows of dictionaries as the engine's table of facts; what a row does not say is 1, a missing measure is NULL."""
    columns = {name: pa.array([row.get(name, 1) for row in rows], kind) for name, kind in FACTS.items()}
    return pa.table(columns | {name: pa.array([row.get(name) for row in rows], INT64) for name in measures})


def closure_of(rows, *, dated=True):
    names = ("ancestor", "org_unit", "first", "until") if dated else ("ancestor", "org_unit")
    return pa.table({name: pa.array([row[i] for row in rows], INT32) for i, name in enumerate(names)})


def with_a_pencil(facts, closure, *, by_breakdown):
    """The rows the engine should give, in its order: dictionaries and unbounded integers."""
    latest = {}
    for row in facts.to_pylist():
        key = tuple(row[name] for name in KEY)
        if key not in latest or row["version"] > latest[key]["version"]:
            latest[key] = row
    cells = defaultdict(list)
    for (unit, indicator, breakdown, period, series), row in latest.items():
        for place in closure.to_pylist():
            if place["org_unit"] == unit and place.get("first", period) <= period < place.get("until", period + 1):
                grain = (indicator, breakdown, period, series) if by_breakdown else (indicator, period, series)
                cells[(place["ancestor"], *grain)].append(
                    (row.get("low", row.get("value")), row.get("high", row.get("value")))
                )
    names = KEY if by_breakdown else tuple(name for name in KEY if name != "breakdown")
    return [
        dict(zip(names, cell, strict=True)) | {"low": _sum(lows), "high": _sum(highs), "parts": len(lows)}
        for cell, (lows, highs) in sorted((cell, tuple(zip(*parts, strict=True))) for cell, parts in cells.items())
    ]


def _sum(ends):
    return None if None in ends else sum(ends)


TREE = closure_of([(1, 1, 0, 9), (1, 2, 0, 9), (1, 3, 0, 9), (2, 2, 0, 9), (3, 3, 0, 9)])


def rows_of(table):
    return table.to_pylist()


def cell(table, unit, **wanted):
    [row] = [r for r in rows_of(table) if r["org_unit"] == unit and all(r[k] == v for k, v in wanted.items())]
    return row


def test_a_parent_is_the_sum_of_its_units_and_says_how_many_parts_it_has():
    facts = facts_of([{"org_unit": 2, "value": 286_500}, {"org_unit": 3, "value": 13_440}])
    whole = {"low": 299_940, "high": 299_940, "parts": 2}
    assert cell(consolidate(facts, TREE), 1) == {"org_unit": 1} | dict.fromkeys(KEY[1:], 1) | whole


def test_the_last_version_wins_even_when_it_is_smaller_and_negative():
    facts = facts_of([{"org_unit": 2, "version": v, "value": x} for v, x in ((1, 500), (3, -7), (2, 900))])
    assert cell(consolidate(facts, TREE), 1)["low"] == -7


def test_an_open_end_keeps_the_sum_open_at_that_end_only():
    facts = facts_of(
        [{"org_unit": 2, "low": 300, "high": None}, {"org_unit": 3, "low": 10, "high": 20}], ("low", "high")
    )
    assert (cell(consolidate(facts, TREE), 1)["low"], cell(consolidate(facts, TREE), 1)["high"]) == (310, None)


def test_a_later_version_may_open_an_end_that_was_closed():
    facts = facts_of(
        [{"org_unit": 2, "version": 1, "low": 1, "high": 2}, {"org_unit": 2, "version": 2, "low": 1, "high": None}],
        ("low", "high"),
    )
    assert cell(consolidate(facts, TREE), 2)["high"] is None


def test_a_unit_that_moved_counts_under_its_parent_of_that_period():
    moved = closure_of([(1, 1, 0, 9), (2, 2, 0, 9), (1, 3, 0, 2), (2, 3, 2, 9), (3, 3, 0, 9)])
    facts = facts_of([{"org_unit": 3, "period": 1, "value": 10}, {"org_unit": 3, "period": 2, "value": 20}])
    result = consolidate(facts, moved)
    assert (cell(result, 1)["period"], cell(result, 1)["low"]) == (1, 10)
    assert (cell(result, 2)["period"], cell(result, 2)["low"]) == (2, 20)


def test_a_tree_without_dates_holds_for_every_period():
    tree = closure_of([(1, 2), (2, 2)], dated=False)
    result = consolidate(facts_of([{"org_unit": 2, "period": p, "value": p} for p in (1, 100)]), tree)
    assert [row["low"] for row in rows_of(result) if row["org_unit"] == 1] == [1, 100]


def test_a_unit_without_a_place_in_the_tree_is_refused_with_its_period():
    facts = facts_of(
        [
            {"org_unit": 2, "value": 1},
            {"org_unit": 7, "period": 4, "value": 1},
            {"org_unit": 2, "period": 9, "value": 1},
        ]
    )
    with pytest.raises(UnitsOutsideTree) as refusal:
        consolidate(facts, TREE)
    assert refusal.value.places == ((2, 9), (7, 4))


def test_a_unit_twice_under_one_ancestor_at_one_time_is_refused():
    with pytest.raises(TreeOverlaps) as refusal:
        consolidate(facts_of([{"org_unit": 2, "value": 1}]), closure_of([(1, 2, 0, 5), (1, 2, 4, 9), (2, 2, 0, 9)]))
    assert refusal.value.pairs == ((1, 2),)


def test_a_figure_filed_twice_under_one_version_is_refused_unless_the_store_answers_for_it():
    facts = facts_of([{"org_unit": 2, "version": 3, "value": value} for value in (5, 5)])
    with pytest.raises(FiledTwice) as refusal:
        consolidate(facts, TREE)
    assert refusal.value.keys == ((2, 1, 1, 1, 1, 3),)
    assert cell(consolidate(facts, TREE, versions_unique=True), 1)["low"] == 5


def test_a_sum_that_leaves_64_bits_is_refused_with_its_unit_indicator_and_period():
    facts = facts_of([{"org_unit": unit, "indicator": 6, "period": 5, "value": 2**62} for unit in (2, 3)])
    with pytest.raises(SumTooLarge) as refusal:
        consolidate(facts, TREE)
    assert refusal.value.results == ((1, 6, 5),)


def test_large_parts_whose_sum_fits_are_added_exactly():
    facts = facts_of([{"org_unit": 2, "value": 2**62}, {"org_unit": 3, "value": -(2**62) + 1}])
    assert cell(consolidate(facts, TREE), 1)["low"] == 1


def test_no_facts_give_no_results():
    assert consolidate(facts_of([]), TREE).num_rows == 0


def test_the_answer_has_the_promised_columns_and_types():
    assert consolidate(facts_of([{"org_unit": 2, "value": 1}]), TREE).schema.equals(
        pa.schema(
            [(n, pa.int32()) for n in ("org_unit", "indicator", "breakdown", "period")]
            + [("series", pa.int16())]
            + [(n, pa.int64()) for n in ("low", "high", "parts")]
        )
    )


def test_a_parquet_file_gives_what_the_same_table_in_memory_gives(tmp_path):
    facts = facts_of(
        [{"org_unit": 2 + n % 2, "indicator": n % 5, "version": n, "value": n * 7 - 50} for n in range(60)]
    )
    pq.write_table(facts, tmp_path / "it's facts.parquet", row_group_size=16)
    assert consolidate(tmp_path / "it's facts.parquet", TREE).equals(consolidate(facts, TREE))


SMALL = st.integers(-5, 5)
MONEY = st.integers(-(10**17), 10**17)
WIDE = st.integers(-(2**62), 2**62)


def keys(draw):
    ranges = {
        "org_unit": (1, 5),
        "indicator": (1, 2),
        "breakdown": (0, 2),
        "period": (1, 3),
        "series": (1, 2),
        "version": (1, 40),
    }
    rows = draw(st.lists(st.fixed_dictionaries({k: st.integers(*r) for k, r in ranges.items()}), max_size=40))
    return list({tuple(row[k] for k in ranges): row for row in rows}.values())


@st.composite
def exact_facts(draw):
    values = draw(st.sampled_from([SMALL, MONEY, WIDE]))
    return facts_of([row | {"value": draw(values)} for row in keys(draw)])


@st.composite
def ranged_facts(draw):
    ends = st.one_of(st.none(), draw(st.sampled_from([SMALL, MONEY, WIDE])))
    return facts_of([row | {"low": draw(ends), "high": draw(ends)} for row in keys(draw)], ("low", "high"))


@st.composite
def trees(draw):
    """A tree of five units whose parents may change at period 2."""
    rows = []
    for first, until in ((0, 2), (2, 9)):
        parent = {unit: draw(st.integers(1, unit - 1)) for unit in range(2, 6)}
        for unit in range(1, 6):
            above = unit
            while above:
                rows.append((above, unit, first, until))
                above = parent.get(above)
    return closure_of(rows)


@settings(deadline=None, max_examples=60)
@given(facts=st.one_of(exact_facts(), ranged_facts()), tree=trees(), by_breakdown=st.booleans())
def test_every_sum_equals_the_one_done_with_a_pencil(facts, tree, by_breakdown):
    expected = with_a_pencil(facts, tree, by_breakdown=by_breakdown)
    if any(abs(row[end] or 0) > 2**63 - 1 for row in expected for end in ("low", "high")):
        with pytest.raises(SumTooLarge):
            consolidate(facts, tree, by_breakdown=by_breakdown)
    else:
        assert rows_of(consolidate(facts, tree, by_breakdown=by_breakdown)) == expected
