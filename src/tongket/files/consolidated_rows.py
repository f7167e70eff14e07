"""The rows of the consolidated workbook: figures as numbers, percentages and differences as live formulas.

A formula answers only where both its cells are numbers and the base is above zero; else it says what the paper prints:
a dash, or the percentages of a range. The product's own value is stored beside it for programs that do not calculate.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from xlsxwriter.utility import xl_col_to_name

from tongket.documents import wording as w
from tongket.documents.printing import PERCENT_DIGITS, difference, percent_amount
from tongket.documents.review_material import Material, plan_key
from tongket.documents.review_standing import note_text
from tongket.documents.tables_of_review import VALUES, head_of, known_kinds, stem_of, value_cell
from tongket.figures import Figure, Kind
from tongket.figures.measures import DATE
from tongket.figures.ratio import from_scaled
from tongket.files.consolidated_look import FIRST_ROW, Live, Mark, Middle, Part, Section, Shown, Value, fits
from tongket.plan import Direction
from tongket.results import Comparison

BASES = {Kind.PERCENT_OF_PLAN: Kind.PLAN, Kind.PERCENT_OF_LAST_YEAR: Kind.LAST_YEAR}


@dataclass(frozen=True, slots=True)
class Grid:
    """Which columns a sheet of figures has, and under which letter each kind of figure stands.

    `plan_by` says that the rows are held against several plans, so that each gives the code of its own.
    """

    before: tuple[str, ...]
    values: tuple[Kind, ...]
    plan_by: bool

    @property
    def letters(self) -> dict[Kind, str]:
        """The letter of the column of each kind of value."""
        return {kind: xl_col_to_name(len(self.before) + at) for at, kind in enumerate(self.values)}


def grid_of(material: Material, rows: Sequence[Comparison], before: tuple[str, ...]) -> Grid:
    """The columns that the rows have data for; plan and the figure judged by always stand."""
    with_data = known_kinds(material, rows) | {Kind.PLAN, material.occasion.basis}
    return Grid(before, tuple(kind for kind in VALUES if kind in with_data), len(material.plan_keys(rows)) > 1)


def heads(material: Material, grid: Grid) -> tuple[str, ...]:
    """The heads of all columns of a sheet of figures."""
    ratios = tuple(head_of(material, kind) for kind in BASES)
    tail = (w.DIFFERENCE, *((w.PLAN_BY,) if grid.plan_by else ()), w.NOTE, w.ADDRESS)
    values = tuple(head_of(material, kind) for kind in grid.values)
    return (*grid.before, *values, *ratios, *(material.say(text) for text in tail))


def figure_rows(
    material: Material, grid: Grid, rows: Sequence[Comparison], *, full: bool
) -> Iterator[tuple[Value, ...]]:
    """Rows of figures; `full` ones name their org unit, indicator and part, so that each can be filtered by itself.

    Of others, those of several org units stand under the name of each.
    """
    number, sections = 0, 0
    several = not full and len({row.org_unit for row in rows}) > 1
    for at, row in enumerate(rows):
        above = rows[at - 1] if at else None
        if several and (above is None or above.org_unit != row.org_unit):
            yield _section(material, grid, row.org_unit)
            above, number, sections = None, 0, sections + 1
        new = above is None or above.indicator != row.indicator
        number += new
        if full:
            names = _full_names(material, row)
        else:
            opens = above is not None and above.breakdown is None and row.breakdown is not None
            names = _names(material, row, number if new and row.breakdown is None else None, opens=opens)
        yield (*names, *_figures(material, grid, row, FIRST_ROW + 1 + sections + at))


def _section(material: Material, grid: Grid, org_unit: str) -> tuple[Value, ...]:
    empty = len(heads(material, grid)) - 2
    return ("", Section(material.unit_name(org_unit)), *[""] * empty)


def _full_names(material: Material, row: Comparison) -> tuple[Value, ...]:
    indicator = material.indicator(row.indicator).name.to(material.language)
    part = material.part(row.breakdown) if row.breakdown else ""
    return (
        row.org_unit,
        material.unit_name(row.org_unit),
        row.indicator,
        indicator,
        part,
        Middle(material.measure(row.indicator)),
    )


def _names(material: Material, row: Comparison, number: int | None, *, opens: bool) -> tuple[Value, ...]:
    """Ordinal, name and measure; the first of the parts opens with "trong đó:"."""
    name = material.name(row)
    part = Part(material.say(w.OF_WHICH, part=name) if opens else name)
    return number or "", part if row.breakdown else name, Middle(material.measure(row.indicator))


def _figures(material: Material, grid: Grid, row: Comparison, line: int) -> tuple[Value, ...]:
    key = plan_key(row)
    return (
        *(value_of(material, row, kind) for kind in grid.values),
        *(_percent(material, grid, row, kind, line) for kind in BASES),
        _difference(material, grid, row, line),
        *((".".join(key) if key else "",) if grid.plan_by else ()),
        note_text(material, row) if key or row.breakdown is None else "",
        stem_of(row),
    )


def value_of(material: Material, row: Comparison, kind: Kind) -> Value:
    """The figure of a kind as a number or a day; a range, a bound or what is missing as the paper prints it."""
    figure = row.figure(kind)
    return shown(material, figure) if figure else Mark(value_cell(material, row, kind).text)


def shown(material: Material, figure: Figure) -> Value:
    """A figure as a cell of its own kind."""
    if not figure.amount.is_exact:
        return Mark(material.text(figure))
    if figure.measure == DATE.code:
        return dt.date.fromordinal(int(figure.amount.exact))
    return Shown(figure.amount.exact, material.indicator(figure.address.indicator).digits)


def _percent(material: Material, grid: Grid, row: Comparison, kind: Kind, line: int) -> Value:
    """`=IF(AND(ISNUMBER(H8),ISNUMBER(E8)),IF(E8>0,ROUND(H8*100/E8,1),"–"),"–")`, with our own value stored."""
    direction = material.indicator(row.indicator).direction
    if direction is Direction.ON_DATE or (kind is Kind.PERCENT_OF_PLAN and direction is Direction.DOWN):
        return Mark(w.NOT_APPLICABLE)
    above, below = grid.letters.get(row.basis), grid.letters.get(BASES[kind])
    figure = row.figure(kind)
    if above is None or below is None or _withheld(row, kind):
        return Mark(material.text(figure) if figure else w.NOT_APPLICABLE)
    single = figure is not None and percent_amount(figure).is_exact
    otherwise = material.text(figure) if figure and not single else w.NOT_APPLICABLE
    formula = (
        f"=IF(AND(ISNUMBER({above}{line}),ISNUMBER({below}{line})),"
        f'IF({below}{line}>0,ROUND({above}{line}*100/{below}{line},{PERCENT_DIGITS}),"{w.NOT_APPLICABLE}"),"{otherwise}")'
    )
    return Live(formula, percent_amount(figure).exact if figure and single else otherwise, PERCENT_DIGITS)


def _withheld(row: Comparison, kind: Kind) -> bool:
    """Whether no formula is to stand: a part without a base, an answer the results do not give, digits a cell cuts."""
    if row.breakdown and row.figure(BASES[kind]) is None:
        return True
    amounts = [figure.amount for figure in (row.actual, row.figure(BASES[kind])) if figure]
    numbers = [amount.exact for amount in amounts if amount.is_exact]
    if len(numbers) < 2:
        return False
    answers = all(map(fits, numbers)) and numbers[1] > 0
    return answers is not bool(row.figure(kind))


def _difference(material: Material, grid: Grid, row: Comparison, line: int) -> Value:
    """Actual less plan as a live formula; a dash where either is no number, or the sum of some org units only."""
    plan, actual = row.figure(Kind.PLAN), row.actual
    gap = difference(actual, plan) if plan and actual and actual.measure != DATE.code else None
    letters = grid.letters
    unfit = any(not f.is_complete or (f.amount.is_exact and not fits(f.amount.exact)) for f in (plan, actual) if f)
    unplanned = row.breakdown is not None and plan is None
    dated = material.indicator(row.indicator).direction is Direction.ON_DATE
    if dated or unplanned or unfit or row.basis not in letters:
        return Mark(w.NOT_APPLICABLE)
    above, below = f"{letters[row.basis]}{line}", f"{letters[Kind.PLAN]}{line}"
    digits = max((decimals(figure) for figure in (plan, actual) if figure), default=0)
    formula = f'=IF(AND(ISNUMBER({above}),ISNUMBER({below})),ROUND({above}-{below},{digits}),"{w.NOT_APPLICABLE}")'
    value = w.NOT_APPLICABLE if gap is None else _decimal(gap, digits)
    return Live(formula, value, material.indicator(row.indicator).digits)


def decimals(figure: Figure) -> int:
    """With how many decimals a figure was stated."""
    ends = (end for end in (figure.amount.low, figure.amount.high) if end is not None)
    return max((max(0, -int(end.as_tuple().exponent)) for end in ends), default=0)


def _decimal(value: Fraction, digits: int) -> Decimal:
    return from_scaled(int(value * 10**digits), digits)
