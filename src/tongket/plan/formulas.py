"""Checks of how indicators are made of one another, and of what converts and prices them."""

from collections.abc import Iterator

from tongket.organisation import Organisation
from tongket.plan import findings as say
from tongket.plan.facts import Aggregation, Factor, Indicator, Plan
from tongket.words import Finding


def formulas(plan: Plan, _: Organisation) -> Iterator[Finding]:
    """Find weighted averages without a weight and formulas without both of their parts."""
    for row in plan.indicators:
        if row.aggregation is Aggregation.WEIGHTED and not row.weight:
            yield say.WEIGHT_MISSING.at(row.place, code=row.code)
        if row.aggregation is Aggregation.FORMULA and not (row.numerator and row.denominator):
            yield say.RATIO_MISSING.at(row.place, code=row.code)


def formula_cycles(plan: Plan, _: Organisation) -> Iterator[Finding]:
    """Find indicators that rest on themselves, each circle once."""
    rests_on = {row.code: _rests_on(row) for row in plan.indicators}
    done: set[str] = set()
    for row in plan.indicators:
        path = _circle(row.code, rests_on, done)
        if path:
            yield say.FORMULA_CYCLE.at(row.place, path=" → ".join(path))


def factors(plan: Plan, _: Organisation) -> Iterator[Finding]:
    """Find conversions that are not positive, have no day or no source, or are stated twice for one day."""
    seen: dict[tuple[str, str, str | None, str | None], list[Factor]] = {}
    for row in plan.factors:
        if row.factor <= 0:
            yield say.FACTOR_NOT_POSITIVE.at(row.place, factor=row.factor)
        if not row.source:
            yield say.FACTOR_WITHOUT_SOURCE.at(row.place, measure=row.measure, into=row.into)
        if row.first and row.until and row.holds.is_empty():
            yield say.EMPTY_INTERVAL.at(row.place, first=row.first, until=row.until)
        others = seen.setdefault((row.measure, row.into, row.indicator, row.breakdown), [])
        if any(other.holds.overlaps(row.holds) for other in others):
            yield say.FACTORS_OVERLAP.at(row.place, measure=row.measure, into=row.into)
        others.append(row)


def realised_values(plan: Plan, _: Organisation) -> Iterator[Finding]:
    """Find realised prices and rates that cannot be: revenue at plan price divides by them."""
    for row in plan.assumptions:
        if row.realised is not None and row.realised <= 0:
            yield say.REALISED_NOT_POSITIVE.at(row.place, realised=row.realised, code=str(row.code))


def _rests_on(indicator: Indicator) -> tuple[str, ...]:
    if indicator.aggregation is Aggregation.FORMULA:
        return tuple(code for code in (indicator.numerator, indicator.denominator) if code)
    return (indicator.weight,) if indicator.aggregation is Aggregation.WEIGHTED and indicator.weight else ()


def _circle(start: str, rests_on: dict[str, tuple[str, ...]], done: set[str]) -> list[str]:
    """Walk down from an indicator and return the first circle met; what was walked is not walked again."""
    path: list[str] = []
    waiting: list[tuple[str, bool]] = [(start, False)]
    while waiting:
        code, leaving = waiting.pop()
        if leaving:
            path.pop()
            done.add(code)
        elif code in path:
            done.update(path)
            return [*path[path.index(code) :], code]
        elif code not in done:
            path.append(code)
            waiting.append((code, True))
            waiting.extend((below, False) for below in rests_on.get(code, ()))
    return []
