"""How a row stands against its plan, in words: the note column, what stands where a number is missing, days late.

"Vượt" is said only where more is better. A cost below plan or a date before it is "Đạt", with the difference beside it.
"""

from fractions import Fraction

from tongket.documents import wording as w
from tongket.documents.printing import difference
from tongket.documents.review_material import Material, plan_key
from tongket.figures import Kind
from tongket.figures.ratio import rounded
from tongket.plan import Direction
from tongket.results import Achievement, Comparison
from tongket.words import Language, Text, written

_WITHOUT_FIGURE = (Achievement.NOT_DUE, Achievement.NOT_ASSIGNED)


def missing_text(material: Material, row: Comparison) -> str:
    """What stands in place of the figure the row is judged by: not due, not filed, or filed without this figure."""
    if row.achievement is Achievement.NOT_DUE:
        return material.say(w.NOT_DUE)
    if row.achievement is Achievement.NOT_ASSIGNED:
        return w.NOT_APPLICABLE
    return material.say(w.NOT_FILED if row.org_unit in material.unfiled else w.NO_FIGURE)


def standing(row: Comparison, direction: Direction) -> Achievement:
    """The achievement as it is said: less cost or an earlier day is met, not exceeded."""
    if row.achievement is Achievement.EXCEEDED and direction is not Direction.UP:
        return Achievement.MET
    return row.achievement


def standing_text(material: Material, row: Comparison) -> str:
    """One of "Vượt", "Đạt", "Chưa đạt", "Chưa đến hạn", "Không giao", "Không tính được", or what is missing."""
    if row.achievement is not Achievement.NOT_AVAILABLE:
        return material.say(w.STANDING[standing(row, material.indicator(row.indicator).direction)])
    if row.actual is not None:
        return "" if row.figure(Kind.PLAN) else material.say(w.NO_PLAN)
    return material.say(w.FILED_NOTHING if row.org_unit in material.unfiled else w.STANDING[row.achievement])


def note_text(material: Material, row: Comparison) -> str:
    """The whole note of a row: its standing with the reason or difference, and what the figure is short of."""
    word, aside = standing_text(material, row), aside_text(material, row)
    said = f"{word} ({aside})" if word and aside else word or aside
    return "; ".join(piece for piece in (said, *reservations(material, row), other_plan_text(material, row)) if piece)


def other_plan_text(material: Material, row: Comparison) -> str:
    """The number of the plan a row is held against, when it is not the paper's main one: `KH (2)`."""
    key = plan_key(row)
    other = key and key != material.main_plan
    return material.say(w.BY_PLAN, mark=material.plan_mark(key)) if key and other else ""


def aside_text(material: Material, row: Comparison) -> str:
    """What stands in brackets beside the standing: a difference where less is better, days, why no percentage."""
    direction = material.indicator(row.indicator).direction
    if direction is Direction.ON_DATE:
        return "" if row.days_late is None else days_late_text(material, row.days_late)
    if direction is Direction.DOWN:
        return below_or_above_text(material, row)
    return no_percent_text(material, row)


def below_or_above_text(material: Material, row: Comparison) -> str:
    """`thấp hơn KH 2,3` for an indicator that had better be small; empty when either figure is no single number."""
    plan, actual = row.figure(Kind.PLAN), row.actual
    gap = difference(actual, plan) if plan and actual else None
    if gap is None:
        return ""
    return _gap_text(gap, material.indicator(row.indicator).digits, material.language)


def _gap_text(gap: Fraction, digits: int, language: Language) -> str:
    if gap == 0:
        return w.AS_PLANNED.to(language)
    form: Text = w.BELOW_PLAN if gap < 0 else w.ABOVE_PLAN
    return form.to(language).format(difference=gap_text(gap, digits, language))


def gap_text(gap: Fraction, digits: int, language: Language) -> str:
    """The size of a difference; one too small for the indicator's decimals is given with as many as it needs."""
    needed = next((more for more in range(digits, digits + 12) if rounded(gap, more) != 0), digits)
    return written(abs(rounded(gap, needed)), language, needed)


def no_percent_text(material: Material, row: Comparison) -> str:
    """Why there is no percentage although there are both figures: the plan is zero or negative."""
    plan = row.figure(Kind.PLAN)
    if row.figure(Kind.PERCENT_OF_PLAN) or plan is None or row.actual is None:
        return ""
    low = plan.amount.low
    if low is None or low > 0:
        return ""
    return material.say(w.PLAN_IS_ZERO if low == 0 else w.PLAN_IS_NEGATIVE)


def days_late_text(material: Material, days: int) -> str:
    """`sớm 23 ngày`, `đúng hạn`, `muộn 12 ngày`."""
    if days == 0:
        return material.say(w.ON_TIME)
    return material.say(w.LATE if days > 0 else w.EARLY, days=count_of_days(material, abs(days)))


def count_of_days(material: Material, days: int) -> str:
    """A number of days in words."""
    return material.say(w.ONE_DAY) if days == 1 else material.say(w.DAYS, count=days)


def reservations(material: Material, row: Comparison) -> tuple[str, ...]:
    """What the figure of a row is short of: org units that have not filed, or finality."""
    figure = row.actual
    if figure is None:
        return ()
    short = "" if figure.is_complete else material.say(w.INCOMPLETE, parts=figure.parts, expected=figure.expected)
    estimated = figure.address.kind is Kind.ESTIMATE and material.occasion.basis is not Kind.ESTIMATE
    return short, material.say(w.ESTIMATED) if estimated else ""
