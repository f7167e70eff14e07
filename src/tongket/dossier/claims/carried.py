"""Rows that no name tells but a figure: 39,4 nghìn tấn condensate, 34 giếng, 6.655,3 triệu kWh."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from tongket.dossier.claims.table import CARGOES, KnownRows, name_words
from tongket.dossier.claims.tokens import Quantity, Token
from tongket.figures import Kind

_TELLING: Final = 4
"""So many digits of a row's figure are hardly those of something else."""


def carried_row(known: KnownRows, quantity: Quantity, clause: Sequence[Token], at: int) -> frozenset[int]:
    """Return the one row that a figure can mean by what it is of, by the name behind it, or by being its figure."""
    fits = [row for row, (_, own) in enumerate(known.measures) if own == quantity.base and not known.rows[row].part]
    cargo = clause[at].words[-1]
    if cargo in CARGOES:
        found = frozenset(row for row in fits if cargo in name_words(known.rows[row]))
    else:
        named = clause[at + 1].rows & frozenset(fits) if at + 1 < len(clause) else frozenset()
        telling = len(fits) == 1 or len(quantity.readings[0].as_tuple().digits) >= _TELLING
        found = named or frozenset(row for row in fits if telling and _holds(known, row, quantity))
    return found if len(found) == 1 else frozenset()


def _holds(known: KnownRows, row: int, quantity: Quantity) -> bool:
    """Whether a figure is the row's for this year, to its last digit."""
    stated = Fraction(quantity.readings[0]) * quantity.scale
    amounts = (known.rows[row].amount(kind) for kind in (Kind.ACTUAL_TO_DATE, Kind.ESTIMATE, Kind.ACTUAL))
    exact = (Fraction(one.exact) for one in amounts if one is not None and one.is_exact)
    return any(value * known.measures[row][0] == stated for value in exact)
