"""Section II of the review, first half: the whole against its plan, what stood out, and the org units one by one."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from tongket.documents import wording as w
from tongket.documents import wording_of_sections as ws
from tongket.documents.facts import Align, Block, Cell, Column, Heading, Level, Paragraph, Row, RowKind, Run, Table
from tongket.documents.review_material import FEW_UNITS, Material
from tongket.documents.review_sentences import (
    Runs,
    counting_sentence,
    early_sentence,
    high_rows,
    indicator_sentence,
    missed_rows,
    price_sentence,
    unit_sentence,
)
from tongket.documents.review_standing import note_text
from tongket.documents.tables_of_review import (
    Layout,
    by_indicator,
    comparison_table,
    fitted,
    head_of,
    layout_of,
    leading_rows,
    rows_of_unit,
    table_note,
    value_cell,
)
from tongket.figures import Kind
from tongket.results import Comparison

LEADING_UNITS = 10
LEADING_PARTS = 3
LONGEST_LIST = 15
SHORT_LIST = 10  # of rows of many org units
MOST_INDICATORS = 6


def overall(material: Material) -> Iterator[Block]:
    """The table of the unit under review and what it says: each indicator, 150 % and more, not met, early, price."""
    root = material.occasion.org_unit
    own, totals = [row for row in material.yearly if row.org_unit == root], material.totals(root)
    if not material.yearly:
        yield plain(material.say(ws.NO_FIGURES))
        return
    if material.main_plan and len(material.plans) > 1:
        yield plain(material.say(ws.AGAINST_UNLESS, plan=material.plan_short(material.main_plan)))
    if material.side_by_side:
        yield Paragraph(counting_sentence(material, material.of_members(), None))
    if own:
        yield Paragraph(counting_sentence(material, totals, root))
        yield root_table(material, own)
    else:
        yield plain(material.say(ws.NO_ROOT_FIGURES, unit=material.unit_name(root)))
    yield from _points(material, totals)


def root_table(material: Material, own: Sequence[Comparison], leading: int = LEADING_PARTS) -> Table:
    """Every indicator of the unit under review with its leading parts."""
    layout = layout_of(material, own)
    rows = tuple(rows_of_unit(material, own, layout, leading=leading))
    caption = material.say(ws.TABLE_OF, unit=material.unit_name(material.occasion.org_unit))
    return comparison_table(material, rows, layout, caption, table_note(material, own))


@dataclass(frozen=True, slots=True)
class _Point:
    """A lettered point: its heading, its sentences, and how many more there are."""

    head: str
    sentences: tuple[Runs, ...]
    left: int
    always: bool = False


def _points(material: Material, totals: Sequence[Comparison]) -> Iterator[Block]:
    """The lettered points a), b) … of the overall results; only those that have something to say."""
    said = [point for point in _every_point(material, totals) if point.sentences or point.always]
    for letter, point in zip(w.POINTS.to(material.language), said, strict=False):
        yield Heading(f"{letter}) {point.head}", Level.POINT)
        yield from (Paragraph(runs) for runs in point.sentences)
        if not point.sentences:
            yield plain(material.say(w.NONE_SUCH))
        if point.left:
            yield plain(material.say(ws.OTHER_ROWS, count=point.left, appendix=material.say(w.APPENDIX, number="I")))


def _every_point(material: Material, totals: Sequence[Comparison]) -> Iterator[_Point]:
    everybody = material.totals()
    many = len({row.org_unit for row in everybody}) > 1
    finishes = sorted(material.results.early_finishes, key=lambda finish: -finish.days_early)
    effects = material.results.price_effects
    high, missed = high_rows(material, everybody), missed_rows(everybody)

    def each(row: Comparison) -> Runs:
        return indicator_sentence(material, row, of_unit=many, last_year=False)

    def own(row: Comparison) -> Runs:
        return indicator_sentence(material, row)

    yield _point(material.say(w.EACH_HEAD), totals, own)
    yield _point(material.say(w.HIGH_HEAD, count=len(high)), high, each, most=SHORT_LIST, always=True)
    yield _point(material.say(w.NOT_MET_HEAD, count=len(missed)), missed, each, most=SHORT_LIST, always=True)
    early = material.say(w.EARLY_HEAD, count=len(finishes))
    yield _point(early, finishes, lambda finish: early_sentence(material, finish, of_unit=many))
    yield _point(material.say(w.PRICE_HEAD), effects, lambda effect: price_sentence(material, effect, of_unit=many))


Thing = TypeVar("Thing")


def _point(
    head: str,
    things: Sequence[Thing],
    sentence: Callable[[Thing], Runs],
    *,
    most: int = LONGEST_LIST,
    always: bool = False,
) -> _Point:
    shown = things[:most]
    return _Point(head, tuple(sentence(thing) for thing in shown), len(things) - len(shown), always)


def by_unit(material: Material) -> Iterator[Block]:
    """The org units below the one under review: few in full, of many the leading ones of each indicator."""
    members = material.members
    if not members:
        yield plain(material.say(ws.NO_MEMBERS))
    elif len(members) <= FEW_UNITS:
        yield members_table(material)
        for code in members:
            if totals := material.totals(code):
                yield Paragraph(unit_sentence(material, totals, code))
    else:
        yield Paragraph(counting_sentence(material, material.of_members(), None))
        yield from _leading_tables(material)


def members_table(material: Material) -> Table:
    """The org units one below the other, each under its name."""
    members = (row for row in material.yearly if row.org_unit in material.members)
    rows = [row for row in members if not material.only_splits(row)]
    layout = layout_of(material, rows)
    printed: list[Row] = []
    for code in material.members:
        printed.append(Row((Cell(material.unit_name(code)),), RowKind.SECTION))
        own = [row for row in rows if row.org_unit == code]
        printed.extend(rows_of_unit(material, own, layout, leading=LEADING_PARTS))
    return comparison_table(material, printed, layout, material.say(ws.TABLE_OF_MEMBERS), table_note(material, rows))


def _leading_tables(material: Material) -> Iterator[Block]:
    groups = by_indicator(material.of_members())
    for code in list(groups)[:MOST_INDICATORS]:
        yield units_table(material, groups[code])
    if len(groups) > MOST_INDICATORS:
        appendix = material.say(w.APPENDIX, number="I")
        yield plain(material.say(ws.OTHER_INDICATORS, count=len(groups) - MOST_INDICATORS, appendix=appendix))


def units_table(material: Material, rows: Sequence[Comparison], leading: int = LEADING_UNITS) -> Table:
    """One indicator, the org units with the largest figures first; says how many are left to the appendix."""
    shown = leading_rows(rows, leading)
    layout = layout_of(material, shown)
    printed = tuple(_unit_row(material, layout, row, number) for number, row in enumerate(shown, start=1))
    heads = (
        Column(material.say(w.ORDINAL), align=Align.CENTRE),
        Column(material.say(w.ORG_UNIT), align=Align.LEFT),
        *(Column(head_of(material, kind)) for kind in layout.kinds),
        *((Column(material.say(w.NOTE), align=Align.LEFT),) if Kind.PLAN in layout.kinds else ()),
    )
    name, left = material.indicator(rows[0].indicator).name.to(material.language), len(rows) - len(shown)
    appendix = material.say(w.APPENDIX, number="I")
    notes = (table_note(material, shown), material.say(ws.OTHER_UNITS, count=left, appendix=appendix) if left else "")
    return Table(
        fitted(heads, printed),
        printed,
        material.say(ws.TABLE_OF_LEADING if left else ws.TABLE_OF_ALL, name=name, count=len(shown)),
        material.say(ws.MEASURED_IN, measure=material.measure(rows[0].indicator)),
        " ".join(note for note in notes if note),
    )


def _unit_row(material: Material, layout: Layout, row: Comparison, number: int) -> Row:
    figures = (value_cell(material, row, kind) for kind in layout.kinds)
    note = (Cell(note_text(material, row)),) if Kind.PLAN in layout.kinds else ()
    return Row((Cell(str(number)), Cell(material.unit_name(row.org_unit)), *figures, *note))


def plain(text: str) -> Paragraph:
    """A sentence without figures."""
    return Paragraph((Run(text),))
