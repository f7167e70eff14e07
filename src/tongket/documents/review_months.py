"""The months of the year under review beside those of the year before, for pictures and for the workbook's sheet."""

from collections.abc import Iterator
from typing import Final

from tongket.documents.review_material import Material
from tongket.figures import Address, Figure, Kind
from tongket.year import Granularity, Period

Series = tuple[str, str, str | None]
"""An org unit, an indicator, and a part of it or None for the whole."""

Months = tuple[Figure | None, ...]

_STATED: Final = (Kind.ACTUAL, Kind.ESTIMATE, Kind.ACTUAL_TO_DATE)


def monthly(material: Material, series: Series) -> tuple[Months, Months]:
    """The twelve months of this year and of the last, None where nothing was stated; both empty without this year's."""
    year = material.occasion.year
    this = tuple(_stated(material, series, Period.of_month(year, month), _STATED) for month in range(1, 13))
    last = tuple(
        _stated(material, series, Period.of_month(year, month), (Kind.LAST_YEAR,))
        or _stated(material, series, Period.of_month(year - 1, month), (Kind.ACTUAL,))
        for month in range(1, 13)
    )
    return (this, last) if any(this) else ((), ())


def with_months(material: Material) -> Iterator[Series]:
    """Every series for which a month of this year was stated, in the order of the figures."""
    year = material.occasion.year
    seen: dict[Series, None] = {}
    for figure in material.results.figures.values():
        at = figure.address
        if at.period.granularity is Granularity.MONTH and at.period.year == year and at.kind in _STATED:
            seen[at.org_unit, at.indicator, at.breakdown] = None
    yield from seen


def _stated(material: Material, series: Series, period: Period, kinds: tuple[Kind, ...]) -> Figure | None:
    tried = (str(Address(*series, period, kind)) for kind in kinds)
    return next((found for address in tried if (found := material.results.figures.get(address))), None)
