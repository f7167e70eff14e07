"""The ground: exact figures. Amounts (one number, or a range), measures, the address of a figure, its source.

Numbers are Decimal, Fraction or scaled integers; a ratio is rounded once, half away from zero.
"""

from tongket.figures.address import Address, Figure, Kind, Maturity, Ratio
from tongket.figures.amount import EXACT, Amount, total
from tongket.figures.measures import MEASURES, Measure, converted, measure_of
from tongket.figures.source import CellSource, DerivedSource, Operation, PageSource, Source

__all__ = [
    "EXACT",
    "MEASURES",
    "Address",
    "Amount",
    "CellSource",
    "DerivedSource",
    "Figure",
    "Kind",
    "Maturity",
    "Measure",
    "Operation",
    "PageSource",
    "Ratio",
    "Source",
    "converted",
    "measure_of",
    "total",
]
