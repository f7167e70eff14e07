"""So với số chính thức: what the final figures changed against the estimate, verdicts that turned first to see."""

from collections.abc import Iterator
from dataclasses import dataclass

from tongket.desk.comparing import compare_reckoned
from tongket.documents import wording as w
from tongket.documents.printing import PERCENT_DIGITS, amount_text, days_text, with_sign
from tongket.documents.review_material import Material
from tongket.figures import Kind
from tongket.figures.measures import DATE
from tongket.plan import Direction
from tongket.results.changes import Change, Standing
from tongket.server.records.models import YearBook
from tongket.server.records.queries.results import Reckoned, reckoned
from tongket.words import Language


@dataclass(frozen=True, slots=True)
class ShownChange:
    """A row that stood otherwise on final figures: before, after, and whether the verdict turned."""

    org_unit: str
    name: str
    measure: str
    before: "End"
    after: "End"
    turned: bool


@dataclass(frozen=True, slots=True)
class End:
    """One side of a change: amount, percentage of plan, verdict."""

    amount: str
    percent: str
    verdict: str


def shown_changes(book: YearBook, one: Reckoned, language: Language, *, party: bool) -> tuple[ShownChange, ...]:
    """Return every figure of the year that differs between estimate and final figures, turned verdicts first."""
    before, after = (reckoned(book, party=party, basis=kind) for kind in (Kind.ESTIMATE, Kind.ACTUAL))
    material = one.material(language)
    shown = tuple(_shown(material, compare_reckoned(before.results, after.results)))
    return tuple(sorted(shown, key=lambda change: not change.turned))


def _shown(material: Material, found: tuple[Change, ...]) -> Iterator[ShownChange]:
    for change in found:
        unit, code, part, _, line = change.key
        other_line = line is not None and bool(material.counting) and line not in material.counting
        if other_line or material.indicator(code).at_plan_price_of:
            continue  # held against a plan that does not count, or only there to split another
        indicator = material.indicator(code).name.to(material.language)
        name = f"{indicator}, {material.part(part)}" if part else indicator
        before, after = (_end(material, code, end) for end in (change.before, change.after))
        yield ShownChange(material.unit_name(unit), name, material.measure(code), before, after, change.moved)


def _end(material: Material, code: str, end: Standing | None) -> End:
    """One side of a change as it is printed."""
    if end is None or end.amount is None:
        return End(w.NOT_APPLICABLE, w.NOT_APPLICABLE, "")
    language, digits = material.language, material.indicator(code).digits
    dated = end.measure == DATE.code
    amount = days_text(end.amount, language) if dated else amount_text(end.amount, digits, language)
    percent = end.percent if material.indicator(code).direction is Direction.UP else None
    share = with_sign(amount_text(percent, PERCENT_DIGITS, language), language) if percent else w.NOT_APPLICABLE
    return End(amount, share, material.say(w.STANDING[end.achievement]))
