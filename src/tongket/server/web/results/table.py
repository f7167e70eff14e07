"""The consolidated table as a page shows it: sections, rows, figures with their addresses, standings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tongket.documents import wording as w
from tongket.documents.printing import PERCENTS
from tongket.documents.review_material import Material, plan_key
from tongket.documents.review_sentences import price_split
from tongket.documents.review_standing import (
    aside_text,
    other_plan_text,
    reservations,
    standing,
    standing_text,
)
from tongket.documents.tables_of_review import (
    Layout,
    head_of,
    in_order,
    layout_of,
    table_note,
    value_cell,
)
from tongket.figures import Kind
from tongket.plan import Direction
from tongket.results import Achievement, Comparison
from tongket.words import Text

_TONES: Final = {
    Achievement.EXCEEDED: "good",
    Achievement.MET: "good",
    Achievement.NOT_MET: "bad",
    Achievement.NOT_COMPUTABLE: "warn",
    Achievement.UNDECIDED: "warn",
    Achievement.NOT_AVAILABLE: "warn",
}
_WHY_NOT: Final = {
    w.PLAN_IS_ZERO.vi: Text(
        "Kế hoạch bằng 0 nên không tính tỷ lệ.",
        "План равен нулю, поэтому процент не рассчитывается.",
        "The plan is zero, so there is no percentage.",
    ),
    w.PLAN_IS_NEGATIVE.vi: Text(
        "Kế hoạch âm nên không tính tỷ lệ.",
        "План отрицательный, поэтому процент не рассчитывается.",
        "The plan is negative, so there is no percentage.",
    ),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """What stands in one place of a row: its text, the address it was read from, and what is said in brackets."""

    head: str
    text: str
    address: str = ""
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One row: what it is called, its figures, how it stands, and what is to be noted of it."""

    number: str
    name: str
    measure: str
    figures: tuple[Shown, ...]
    standing: str = ""
    tone: str = "quiet"
    why: str = ""
    notes: tuple[str, ...] = ()
    price: str = ""
    opens_parts: bool = False
    is_part: bool = False


@dataclass(frozen=True, slots=True)
class SectionOfTable:
    """The rows of one org unit; without a name where the table is of one alone."""

    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class ShownTable:
    """The whole table: heads of its figures, sections, and the note below it."""

    heads: tuple[str, ...]
    sections: tuple[SectionOfTable, ...]
    note: str

    @property
    def width(self) -> int:
        """How many columns it has: ordinal, name, measure, figures, note."""
        return len(self.heads) + 4


def shown_table(material: Material, rows: Sequence[Comparison]) -> ShownTable:
    """Return rows as the table of a page; each org unit has its section, in the order of the rows."""
    layout = Layout(layout_of(material, rows, addresses=True).kinds)
    units = list(dict.fromkeys(row.org_unit for row in rows))
    sections = tuple(
        SectionOfTable(material.unit_name(unit), tuple(_lines(material, layout, rows, unit))) for unit in units
    )
    heads = tuple(head_of(material, kind) for kind in layout.kinds)
    return ShownTable(heads, sections, table_note(material, rows))


def ordinal_of(material: Material, address: str) -> str:
    """Return the ordinal under which a figure stands in the consolidated table; empty where it does not."""
    for unit in dict.fromkeys(row.org_unit for row in material.summary):
        ordinal = ""
        for number, wholes, parts in in_order(row for row in material.summary if row.org_unit == unit):
            ordinal = number or ordinal
            for row in (*wholes, *parts):
                if any(str(figure.address) == address for figure in row.figures.values()):
                    return ordinal
    return ""


def _lines(material: Material, layout: Layout, rows: Sequence[Comparison], unit: str) -> Iterator[Line]:
    for number, wholes, parts in in_order(row for row in rows if row.org_unit == unit):
        for row in wholes:
            yield _line(material, layout, row, number)
        for at, row in enumerate(parts):
            yield _line(material, layout, row, "", opens_parts=at == 0)


def _line(material: Material, layout: Layout, row: Comparison, number: str, *, opens_parts: bool = False) -> Line:
    is_part = row.breakdown is not None
    said = plan_key(row) is not None or not is_part
    aside = aside_text(material, row)
    return Line(
        number,
        material.name(row),
        "" if is_part else material.measure(row.indicator),
        tuple(_shown(material, row, kind) for kind in layout.kinds),
        standing_text(material, row) if said else "",
        _tone(material, row),
        _WHY_NOT[aside].to(material.language) if aside in _WHY_NOT else "",
        _notes(material, row),
        _price(material, row),
        opens_parts,
        is_part,
    )


def _shown(material: Material, row: Comparison, kind: Kind) -> Shown:
    """A figure; where less is better, its distance from the plan stands beside it in place of a percentage."""
    cell = value_cell(material, row, kind)
    is_basis = row.actual is not None and kind is material.occasion.basis
    if cell.text == w.NOT_APPLICABLE and _is_awaited(row, kind):
        return Shown(head_of(material, kind), "")  # a dash is what does not apply; what did not come is left empty
    down = material.indicator(row.indicator).direction is Direction.DOWN
    aside = aside_text(material, row) if is_basis and down and kind not in PERCENTS else ""
    return Shown(head_of(material, kind), cell.text, cell.address or "", aside)


def _is_awaited(row: Comparison, kind: Kind) -> bool:
    """Say whether a figure of the year itself is missing in a row for which nothing came; its standing says so."""
    nothing_came = row.achievement is Achievement.NOT_AVAILABLE and row.actual is None
    return nothing_came and kind in (Kind.ACTUAL_TO_DATE, Kind.ESTIMATE, Kind.ACTUAL)


def _notes(material: Material, row: Comparison) -> tuple[str, ...]:
    """What is noted beside the standing: days early or late, what the figure is short of, another plan."""
    on_date = material.indicator(row.indicator).direction is Direction.ON_DATE
    days = aside_text(material, row) if on_date else ""
    return tuple(note for note in (days, *reservations(material, row), other_plan_text(material, row)) if note)


def _tone(material: Material, row: Comparison) -> str:
    if row.achievement is Achievement.NOT_AVAILABLE and row.actual:
        return "quiet"  # there is no plan to stand against
    return _TONES.get(standing(row, material.indicator(row.indicator).direction), "quiet")


def _price(material: Material, row: Comparison) -> str:
    """`Vượt 984,8 triệu USD; trong đó do sản lượng 100,5; do giá 884,3.` under revenue."""
    if row.breakdown is not None or not material.counts(row):
        return ""
    split = next(
        (
            price_split(material, effect)
            for effect in material.results.price_effects
            if (effect.org_unit, effect.indicator, effect.period) == (row.org_unit, row.indicator, row.period)
        ),
        "",
    )
    return f"{split[:1].upper()}{split[1:]}." if split else ""
