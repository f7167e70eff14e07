"""A glance passes a row only when every check is silent on it, and passes almost all of a form filled in with care."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.dossier import cast

from tongket.dossier import rules
from tongket.dossier.answers import AnsweredRow, Reading
from tongket.dossier.form import FormColumn
from tongket.dossier.glance import rows_to_look_at
from tongket.dossier.grid import Book, Grid
from tongket.dossier.matching import sheets_of
from tongket.figures import Amount
from tongket.plan import Direction
from tongket.words import Text

NUMBERS = st.sampled_from(
    [Decimal(number) for number in ("100", "100", "100", "80", "49.9", "150.1", "200.1", "0", "-5")]
)
RANGES = st.sampled_from([Amount(Decimal(100), Decimal(120)), Amount(Decimal(100), None), Amount(None, Decimal(300))])
AMOUNTS = st.one_of(*[NUMBERS.map(Amount.of)] * 5, RANGES)
KNOWN = st.one_of(*[AMOUNTS] * 5, st.none())
CELLS = st.sampled_from([None, "100", "như kế hoạch", True]) | NUMBERS
COLUMNS = (FormColumn.CODE, FormColumn.NAME, FormColumn.MEASURE, FormColumn.LAST_YEAR, FormColumn.PLAN,
           FormColumn.ACTUAL_TO_DATE, FormColumn.ESTIMATE)  # fmt: skip


def reading_of(asked, closed, figures, columns=COLUMNS, *, hidden=False):
    """One row of a file with these printed cells, whose answers were read as these figures."""
    printed = dict(
        zip((FormColumn.NAME, FormColumn.MEASURE, FormColumn.LAST_YEAR, FormColumn.PLAN), closed, strict=True)
    )
    row = tuple(asked.code if column is FormColumn.CODE else printed.get(column) for column in columns)
    grid = Grid("Bieu1", (tuple(map(str, columns)), row), hidden_rows=frozenset({1} if hidden else ()))
    book = Book("VSP.xlsx", "", (grid,))
    (sheet,) = sheets_of(book)
    form = replace(cast.FORM, parts=(replace(cast.FORM.parts[0], rows=(asked,)),))
    answered = AnsweredRow(form.parts[0], asked, sheet, 1, dict(figures))
    known = {asked.code: (asked.last_year, asked.plan or asked.plan_state)}
    return Reading(book, form, None, known, (answered,), cast.CUT_OFF)


def found(reading):
    (row,) = reading.rows
    return [finding.code for check in rules.ROW_CHECKS for finding in check(reading, row)]


@st.composite
def readings(draw):
    directions, flags = st.sampled_from([Direction.UP, Direction.DOWN, Direction.ON_DATE]), st.booleans()
    asked = replace(
        cast.GAS, plan=draw(KNOWN), last_year=draw(KNOWN), direction=draw(directions), accumulates=draw(flags)
    )
    stands = draw(st.integers(0, 3))
    as_printed = [one.exact if one is not None and one.is_exact else None for one in (asked.last_year, asked.plan)]
    closed = [asked.name.vi, "triệu m3", *as_printed]
    if not stands:
        closed[draw(st.integers(0, 3))] = draw(CELLS)
    figures = {column: draw(AMOUNTS) for column in COLUMNS[5:] if draw(st.integers(0, 3))}
    return reading_of(asked, closed, figures, hidden=draw(st.integers(0, 5)) == 0)


@settings(max_examples=1000, deadline=None)
@given(readings())
def test_what_a_glance_passes_every_check_passes(reading):
    if not list(rows_to_look_at(reading)):
        assert found(reading) == []


@pytest.mark.parametrize("figures", [("70.0", "70.0"), ("50.0", "150.0"), ("99.9", "100.0")])
def test_a_row_near_its_plan_and_last_year_is_passed(figures):
    asked = replace(cast.GAS, plan=Amount.of("100.0"), last_year=Amount.of("100.0"))
    closed = (asked.name.vi, "triệu m3", Decimal(100), Decimal("100.0"))
    reading = reading_of(asked, closed, zip(COLUMNS[5:], map(Amount.of, figures), strict=True))
    assert list(rows_to_look_at(reading)) == []


def test_where_a_printed_column_is_gone_every_row_is_looked_at():
    asked = replace(cast.GAS, plan=Amount.of("100.0"), last_year=Amount.of("100.0"))
    closed = (asked.name.vi, "triệu m3", Decimal(100), Decimal(100))
    columns = tuple(column for column in COLUMNS if column is not FormColumn.PLAN)
    assert len(list(rows_to_look_at(reading_of(asked, closed, {}, columns)))) == 1


DAY = cast.CUT_OFF.toordinal()


@pytest.mark.parametrize(
    ("code", "changed", "figures"),
    [
        ("jump", {}, {"estimate": "200.1"}),
        ("jump", {"direction": Direction.DOWN}, {"estimate": "150.1"}),
        ("jump", {"plan": Amount.of("60.0")}, {"estimate": "49.9"}),
        ("wrong-measure", {"measure": "kt"}, {"estimate": "100000"}),
        ("to-date-above-year", {}, {"actual_to_date": "100.1", "estimate": "100.0"}),
        ("after-cut-off", {"direction": Direction.ON_DATE, "plan": Amount.of(DAY), "last_year": Amount.of(DAY)},
         {"actual_to_date": str(DAY + 20)}),
        ("name-changed", {"name": Text("Khí khác")}, {}),
        ("measure-changed", {"measure": "kt"}, {}),
    ],
)  # fmt: skip
def test_a_row_to_which_something_is_to_be_said_is_looked_at(code, changed, figures):
    asked = replace(cast.GAS, plan=Amount.of("100.0"), last_year=Amount.of("100.0"))
    row = replace(asked, **changed)
    measure = "nghìn tấn" if code == "wrong-measure" else "triệu m3"
    closed = (asked.name.vi, measure, row.last_year.exact, row.plan.exact)
    given = {FormColumn(column): Amount.of(value) for column, value in figures.items()}
    assert len(list(rows_to_look_at(reading_of(row, closed, given)))) == 1
    assert found(reading_of(row, closed, given)) == [f"dossier.{code}"]


@pytest.mark.parametrize("at", [2, 3])
def test_a_row_whose_printed_figure_changed_is_looked_at(at):
    asked = replace(cast.GAS, plan=Amount.of("100.0"), last_year=Amount.of("100.0"))
    closed = [asked.name.vi, "triệu m3", Decimal(100), Decimal(100)]
    closed[at] = Decimal(101)
    assert len(list(rows_to_look_at(reading_of(asked, closed, {})))) == 1
    assert len(found(reading_of(asked, closed, {}))) == 1
