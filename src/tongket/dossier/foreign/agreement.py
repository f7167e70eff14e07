"""Whether a figure in a foreign file is the one we know: last year's and the plan's stand in both and prove a match.

Equal means equal in our measure, or equal once it is rounded to the decimals the indicator is printed with. Zeros prove
nothing: too many indicators have them.
"""

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from tongket.dossier.form import FormRow
from tongket.dossier.grid import Value
from tongket.figures import EXACT, MEASURES, Amount, Measure, converted, measure_of
from tongket.words import Ambiguous, NotANumber, read_number

_RANGE: Final = re.compile(r"\s*(?:từ\s+)?([\d.,\s]+?)\s*(?:\.\.|–|—|-|đến)\s*([\d.,\s]+)\s*")


def amount_in(value: Value) -> Amount | None:
    """Return the amount a cell states beyond doubt: a number, a text that reads only one way, or a range of such."""
    if isinstance(value, Decimal):
        return Amount.of(value)
    if not isinstance(value, str):
        return None
    if found := _RANGE.fullmatch(value):
        low, high = (_number(end) for end in found.groups())
        return Amount(low, high) if low is not None and high is not None and low <= high else None
    number = _number(value)
    return None if number is None else Amount.of(number)


def _number(text: str) -> Decimal | None:
    try:
        number = read_number(text)
    except NotANumber:
        return None
    return None if isinstance(number, Ambiguous) else number


def agrees(value: Value, measure: Measure, known: Amount | None, row: FormRow) -> bool | None:
    """Say whether a cell in a measure states the amount known of a row; None when that proves nothing either way."""
    stated = amount_in(value)
    if stated is None or known is None or _is_zero(stated) or _is_zero(known) or _is_bound(known):
        return None
    return is_said(stated, measure, known, row)


def is_said(stated: Amount, measure: Measure, known: Amount, row: FormRow) -> bool | None:
    """Say whether an amount in a measure is the one known of a row; None when the measures do not convert."""
    ours = measure_of(row.measure)
    if measure.dimension != ours.dimension:
        return None
    stated = stated.mapped(lambda number: converted(number, measure, ours))
    if _is_bound(known):
        return _lies_in(stated, known)
    return stated == known or _rounded(stated, row.digits) == _rounded(known, row.digits)


def scales_of(measure: Measure) -> tuple[Measure, ...]:
    """Return the measures that differ from one by scale alone, itself left out."""
    return tuple(m for m in MEASURES.values() if m.dimension == measure.dimension and m != measure)


def _is_bound(amount: Amount) -> bool:
    """Whether only one end is known, as in “trên 1,7 tỷ”: many figures are in keeping with that, so none proves it."""
    return amount.low is None or amount.high is None


def _lies_in(stated: Amount, bound: Amount) -> bool:
    if bound.low is None:
        return stated.high is not None and bound.high is not None and stated.high <= bound.high
    return stated.low is not None and stated.low >= bound.low


def _is_zero(amount: Amount) -> bool:
    return amount.is_exact and not amount.low


def _rounded(amount: Amount, digits: int) -> Amount:
    step = Decimal(1).scaleb(-digits)
    return amount.mapped(lambda number: number.quantize(step, ROUND_HALF_UP, EXACT_ROUNDING))


EXACT_ROUNDING: Final = EXACT.copy()
EXACT_ROUNDING.clear_traps()
