"""The consolidated table on paper: indicator, measure, last year, plan, actual, percentages, note; only with data."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from tongket.documents import wording as w
from tongket.documents.facts import Align, Cell, Column, Row, RowKind, Table
from tongket.documents.printing import PERCENTS
from tongket.documents.review_material import Material, PlanKey, plan_key
from tongket.documents.review_standing import missing_text, note_text
from tongket.figures import Kind
from tongket.results import Achievement, Comparison
from tongket.words import Text, short_date

VALUES = (Kind.LAST_YEAR, Kind.PLAN, Kind.ACTUAL_TO_DATE, Kind.ESTIMATE, Kind.ACTUAL)
_WIDEST_BODY = 6  # columns of numbers that fit an upright page


@dataclass(frozen=True, slots=True)
class Layout:
    """Which columns a table has: kinds of figures, and the code by which a row is addressed."""

    kinds: tuple[Kind, ...]
    addresses: bool = False


def layout_of(material: Material, rows: Sequence[Comparison], *, addresses: bool = False) -> Layout:
    """The columns that rows have data for; the figure judged by always stands. Addressed tables are turned."""
    wanted = known_kinds(material, rows) | {material.occasion.basis}
    if any(row.plan_line for row in rows):
        wanted |= {Kind.PLAN, Kind.PERCENT_OF_PLAN}
    kinds = [kind for kind in (*VALUES, *PERCENTS) if kind in wanted]
    return Layout(tuple(kinds if addresses else _narrowed(material, kinds)), addresses)


def known_kinds(material: Material, rows: Iterable[Comparison]) -> set[Kind]:
    """The kinds of figures that rows have, without what came after the day a paper on estimates speaks of."""
    kinds = {kind for row in rows for kind in row.figures}
    return kinds - {Kind.ACTUAL} if material.occasion.basis is Kind.ESTIMATE else kinds


def _narrowed(material: Material, kinds: list[Kind]) -> list[Kind]:
    """Leave to the appendix what the figure judged by has overtaken, until the columns fit an upright page."""
    for overtaken in (Kind.ACTUAL_TO_DATE, Kind.ESTIMATE):
        if len(kinds) > _WIDEST_BODY and overtaken is not material.occasion.basis:
            kinds = [kind for kind in kinds if kind is not overtaken]
    return kinds


def head_of(material: Material, kind: Kind) -> str:
    """The head of a column of figures: "KH 2022", "TH 10 tháng", "% ước TH/KH"."""
    if kind is Kind.PERCENT_OF_PLAN and material.occasion.basis is Kind.ESTIMATE:
        return material.say(w.PERCENT_OF_ESTIMATE)
    return material.say(w.HEADS[kind], to_date=to_date_text(material))


def to_date_text(material: Material) -> str:
    """`10 tháng` when the figures end with a month, else `đến 15/11/2022`."""
    day = material.occasion.cut_off
    if day is None or day.year != material.occasion.year:
        return material.say(w.UP_TO_NOW)
    if (day + dt.timedelta(days=1)).day == 1:
        return material.say(w.MONTHS_TO_DATE, count=day.month)
    return material.say(w.UP_TO, day=short_date(day, material.language))


def columns_of(
    material: Material, layout: Layout, rows: Sequence[Row], first: Text = w.INDICATOR
) -> tuple[Column, ...]:
    """The columns with widths that follow from what stands in them, so that no number is broken."""
    heads = [
        Column(material.say(w.ORDINAL), align=Align.CENTRE),
        Column(material.say(first), align=Align.LEFT),
        Column(material.say(w.MEASURE), align=Align.CENTRE),
        *(Column(head_of(material, kind)) for kind in layout.kinds),
        Column(material.say(w.NOTE), align=Align.LEFT),
        *((Column(material.say(w.ROW_CODE), align=Align.LEFT, small=True),) if layout.addresses else ()),
    ]
    return fitted(heads, rows)


def fitted(heads: Sequence[Column], rows: Sequence[Row]) -> tuple[Column, ...]:
    """The same columns as wide as their longest word, texts as wide as they like to be, within reason."""
    whole = [row.cells for row in rows if row.kind is not RowKind.SECTION]
    return tuple(
        replace(head, width=_width(head, [cells[at].text for cells in whole])) for at, head in enumerate(heads)
    )


def _width(column: Column, texts: Sequence[str]) -> int:
    """A share of the table: names and notes take what numbers and measures leave them."""
    longest = max(map(len, texts), default=0)
    if column.small:
        return min(longest, 26) + 1
    if column.align is Align.RIGHT:
        return 4  # as wide as its longest figure, no more
    return min(longest + 2, 14) if column.align is Align.CENTRE else min(longest + 4, 30)


def comparison_table(material: Material, rows: Sequence[Row], layout: Layout, caption: str, note: str = "") -> Table:
    """A table of comparison rows with its columns fitted and the plan it is held against below it."""
    return Table(columns_of(material, layout, rows), tuple(rows), caption, note=note)


def plan_note(material: Material, rows: Iterable[Comparison], *, codes: bool = False) -> str:
    """Which plan line and version the percentages of some rows are against, by which document."""
    names = [_plan_named(material, key, codes=codes) for key in material.plan_keys(rows)]
    return material.say(w.AGAINST, plans="; ".join(names)) if names else ""


def table_note(material: Material, rows: Sequence[Comparison], *, codes: bool = False) -> str:
    """The plans of a table whose rows name in their notes any plan but the main one, and which that is."""
    against, keys = plan_note(material, rows, codes=codes), material.plan_keys(rows)
    main = material.main_plan
    if main is None or main not in keys or len(keys) < 2:
        return against
    return f"{against} {material.say(w.UNMARKED, mark=material.plan_mark(main))}"


def _plan_named(material: Material, key: PlanKey, *, codes: bool) -> str:
    document = material.plan_document(key)
    name = material.plan_name(key) if codes else material.plan_short(key)
    return f"{material.plan_mark(key)} {name}{f' ({document})' if document else ''}".strip()


def rows_of_unit(material: Material, rows: Sequence[Comparison], layout: Layout, *, leading: int = 0) -> Iterator[Row]:
    """The rows of one org unit: each indicator, below it its parts; with `leading`, only so many of many parts.

    An indicator held against several plans stands once for each, with its parts.
    """
    for number, wholes, parts in in_order(rows):
        yield from (comparison_row(material, layout, row, number) for row in wholes)
        yield from _part_rows(material, layout, parts, leading)


def in_order(rows: Iterable[Comparison]) -> Iterator[tuple[str, list[Comparison], list[Comparison]]]:
    """The rows of one org unit as a table has them: ordinal, whole indicator, its parts; once for each plan line.

    The ordinal stands only where an indicator first appears.
    """
    for number, group in enumerate(by_indicator(rows).values(), start=1):
        for at, line in enumerate(dict.fromkeys(row.plan_line for row in group)):
            against = [row for row in group if row.plan_line == line]
            wholes, parts = ([row for row in against if (row.breakdown is None) is whole] for whole in (True, False))
            yield "" if at else str(number), wholes, parts


def by_indicator(rows: Iterable[Comparison]) -> dict[str, list[Comparison]]:
    """Rows under their indicators, in the order in which these first appear."""
    groups: dict[str, list[Comparison]] = {}
    for row in rows:
        groups.setdefault(row.indicator, []).append(row)
    return groups


def _part_rows(material: Material, layout: Layout, parts: Sequence[Comparison], leading: int) -> Iterator[Row]:
    shown = leading_rows(parts, leading) if leading and len(parts) > leading + 3 else parts
    for at, row in enumerate(shown):
        name = material.name(row) if at else material.say(w.OF_WHICH, part=material.name(row))
        yield comparison_row(material, layout, row, "", name)
    if len(shown) < len(parts):
        appendix = material.say(w.APPENDIX, number="I")
        rest = material.say(w.OTHER_PARTS, count=len(parts) - len(shown), appendix=appendix)
        empty = [Cell("")] * (len(layout.kinds) + 2 + layout.addresses)
        yield Row((Cell(""), Cell(rest), *empty), RowKind.INDENTED)


def leading_rows(rows: Sequence[Comparison], count: int) -> list[Comparison]:
    """The rows with the largest figures, largest first; rows without a figure come last."""
    return sorted(rows, key=lambda row: (row.actual is None, -size_of(row)))[:count]


def size_of(row: Comparison) -> Decimal:
    """How large the figure of a row is, for choosing the leading ones."""
    amount = row.actual.amount if row.actual else None
    ends = [abs(end) for end in (amount.low, amount.high) if end is not None] if amount else []
    return max(ends, default=Decimal(0))


def comparison_row(material: Material, layout: Layout, row: Comparison, number: str, name: str | None = None) -> Row:
    """One printed row of the consolidated table."""
    in_part = row.breakdown is not None
    key = plan_key(row)
    tail = [Cell(note_text(material, row) if Kind.PLAN in layout.kinds and (key or not in_part) else "")]
    if layout.addresses:
        tail.append(Cell(f"{row.indicator}/{row.breakdown}" if row.breakdown else row.indicator))
    measure = "" if in_part else material.measure(row.indicator)
    cells = (Cell(number), Cell(name or material.name(row)), Cell(measure))
    figures = (value_cell(material, row, kind) for kind in layout.kinds)
    return Row((*cells, *figures, *tail), RowKind.INDENTED if in_part and name else RowKind.NORMAL)


def stem_of(row: Comparison) -> str:
    """What the addresses of all figures of a row begin with: `VSP/OIL/09-1@2022`."""
    part = f"/{row.breakdown}" if row.breakdown else ""
    return f"{row.org_unit}/{row.indicator}{part}@{row.period}"


def value_cell(material: Material, row: Comparison, kind: Kind) -> Cell:
    """The figure of a kind with its address, or what stands in its place."""
    figure = row.figure(kind)
    if kind is Kind.PERCENT_OF_PLAN and not material.is_up(row):
        return Cell(w.NOT_APPLICABLE)
    if figure is None and kind is material.occasion.basis:
        figure = row.actual  # a day that has come stands where it was estimated
    if figure is not None:
        return material.cell(figure)
    if kind is Kind.PLAN and row.achievement is Achievement.NOT_ASSIGNED:
        return Cell(material.say(w.NOT_ASSIGNED))
    if absence := material.results.absences.get(f"{stem_of(row)}:{kind}"):
        return Cell(material.say(w.ABSENCES[absence]))
    if kind is row.basis and row.actual is None:
        return Cell(missing_text(material, row))
    return Cell(w.NOT_APPLICABLE)
