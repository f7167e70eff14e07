"""Conversions that are more than scale (barrels per tonne, oil equivalent, currency), by a dated factor."""

from dataclasses import dataclass
from datetime import date

from tongket.figures import EXACT, Amount, Measure, converted, measure_of
from tongket.plan import findings as say
from tongket.plan.facts import Factor, Plan
from tongket.words import Finding


class NoFactor(LookupError):
    """No factor in force leads from one measure to the other; `finding` is how it is told to the planner."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.sentence("en"))
        self.finding = finding


@dataclass(frozen=True, slots=True)
class Conversion:
    """A converted amount, and the factor with its source; None where the measures differ by scale alone."""

    amount: Amount
    measure: str
    factor: Factor | None


def converted_by(
    plan: Plan, amount: Amount, from_: str, into: str, *, indicator: str | None, breakdown: str | None, day: date
) -> Conversion:
    """Convert an amount of an indicator (and part) from one measure into another, exactly, by the factor of the day.

    A factor may be stated between other scales of the same measures (t into bbl serves kt into triệu thùng).
    Of several in force the one for this part goes first, then the one for this indicator, then the one for all.
    Factors lead one way only, for a quotient has no end. Raises NoFactor when none is in force.
    """
    own, wanted = measure_of(from_), measure_of(into)
    if own.dimension == wanted.dimension:
        return Conversion(amount.mapped(lambda number: converted(number, own, wanted)), into, None)
    fitting = (
        factor
        for factor in plan.factors
        if factor.holds.holds(day)
        and factor.breakdown in (None, breakdown)
        and factor.indicator in (None, indicator)
        and _leads(factor, own, wanted)
    )
    factor = max(fitting, key=lambda f: (f.breakdown is not None, f.indicator is not None), default=None)
    if factor is None:
        about = "/".join(code for code in (indicator, breakdown) if code) or "–"
        raise NoFactor(say.NO_FACTOR.at(None, measure=own.label, into=wanted.label, day=day, about=about))
    before, after = measure_of(factor.measure), measure_of(factor.into)
    times = factor.factor
    return Conversion(
        amount.mapped(lambda number: converted(EXACT.multiply(converted(number, own, before), times), after, wanted)),
        into,
        factor,
    )


def _leads(factor: Factor, own: Measure, wanted: Measure) -> bool:
    return (
        measure_of(factor.measure).dimension == own.dimension and measure_of(factor.into).dimension == wanted.dimension
    )
