"""Measures (đơn vị tính) and conversions between those that differ only by scale: tấn, nghìn tấn, triệu tấn.

Conversions that are not pure scale (barrels per tonne, oil equivalent, currency) are dated facts of the
plan with a source, never constants here. A measure not listed stands for itself and converts to nothing.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from tongket.figures.amount import EXACT
from tongket.words import Text


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure: what it measures, and how many base measures one of it is (a power of ten)."""

    code: str
    dimension: str
    factor: Decimal
    label: Text


def _scale(dimension: str, *entries: tuple[str, str, Text]) -> tuple[Measure, ...]:
    return tuple(Measure(code, dimension, Decimal(factor), label) for code, factor, label in entries)


def _alone(*labels: Text) -> tuple[Measure, ...]:
    """Measures that convert to nothing; their Vietnamese name is their code."""
    return tuple(Measure(label.vi, label.vi, Decimal(1), label) for label in labels)


_ALL: Final = (
    *_scale(
        "mass",
        ("t", "1", Text("tấn", "т", "t")),
        ("kt", "1000", Text("nghìn tấn", "тыс. т", "thousand t")),
        ("Mt", "1000000", Text("triệu tấn", "млн т", "million t")),
    ),
    *_scale(
        "oil_equivalent_mass",
        ("toe", "1", Text("tấn quy dầu", "т н.э.", "toe")),
        ("ktoe", "1000", Text("nghìn tấn quy dầu", "тыс. т н.э.", "thousand toe")),
        ("Mtoe", "1000000", Text("triệu tấn quy dầu", "млн т н.э.", "million toe")),
    ),
    *_scale(
        "volume",
        ("m3", "1", Text("m3", "м3", "m3")),
        ("km3", "1000", Text("nghìn m3", "тыс. м3", "thousand m3")),
        ("Mm3", "1000000", Text("triệu m3", "млн м3", "million m3")),
        ("Gm3", "1000000000", Text("tỷ m3", "млрд м3", "billion m3")),
    ),
    *_scale(
        "standard_volume",
        ("Sm3", "1", Text("Sm3", "ст. м3", "Sm3")),
        ("MSm3", "1000000", Text("triệu Sm3", "млн ст. м3", "million Sm3")),
        ("GSm3", "1000000000", Text("tỷ Sm3", "млрд ст. м3", "billion Sm3")),
    ),
    *_scale(
        "oil_equivalent_volume",
        ("Sm3oe", "1", Text("Sm3 quy dầu", "ст. м3 н.э.", "Sm3 o.e.")),
        ("MSm3oe", "1000000", Text("triệu Sm3 quy dầu", "млн ст. м3 н.э.", "million Sm3 o.e.")),
    ),
    *_scale(
        "vnd",
        ("VND", "1", Text("đồng", "донг", "VND")),
        ("kVND", "1000", Text("nghìn đồng", "тыс. донгов", "thousand VND")),
        ("MVND", "1000000", Text("triệu đồng", "млн донгов", "million VND")),
        ("GVND", "1000000000", Text("tỷ đồng", "млрд донгов", "billion VND")),
        ("TVND", "1000000000000", Text("nghìn tỷ đồng", "трлн донгов", "trillion VND")),
    ),
    *_scale(
        "usd",
        ("USD", "1", Text("USD", "долл. США", "USD")),
        ("kUSD", "1000", Text("nghìn USD", "тыс. долл. США", "thousand USD")),
        ("MUSD", "1000000", Text("triệu USD", "млн долл. США", "million USD")),
        ("GUSD", "1000000000", Text("tỷ USD", "млрд долл. США", "billion USD")),
    ),
    *_scale(
        "rub",
        ("RUB", "1", Text("RUB", "руб.", "RUB")),
        ("kRUB", "1000", Text("nghìn RUB", "тыс. руб.", "thousand RUB")),
        ("MRUB", "1000000", Text("triệu RUB", "млн руб.", "million RUB")),
    ),
    *_scale(
        "barrels",
        ("bbl", "1", Text("thùng", "барр.", "bbl")),
        ("Mbbl", "1000000", Text("triệu thùng", "млн барр.", "million bbl")),
    ),
    *_scale("length", ("m", "1", Text("m", "м", "m")), ("km", "1000", Text("km", "км", "km"))),
    *_scale("date", ("day", "1", Text("ngày", "дата", "date"))),
    *_alone(
        Text("người", "чел.", "people"),
        Text("giếng", "скв.", "wells"),
        Text("sáng kiến", "предложений", "initiatives"),
        Text("USD/thùng", "долл. США/барр.", "USD/bbl"),
        Text("USD/nghìn m3", "долл. США/тыс. м3", "USD/thousand m3"),
        Text("triệu đồng/người/tháng", "млн донгов/чел./мес.", "million VND/person/month"),
        Text("nghìn RUB/người/tháng", "тыс. руб./чел./мес.", "thousand RUB/person/month"),
        Text("vụ/1 triệu giờ công", "случаев/1 млн чел.-ч", "cases/million hours"),
    ),
)
MEASURES: Final[dict[str, Measure]] = {measure.code: measure for measure in _ALL}
_BY_LABEL: Final = {measure.label.vi: measure for measure in _ALL}
DATE: Final = MEASURES["day"]


def measure_of(name: str) -> Measure:
    """Return a measure by its code (`kt`) or Vietnamese name (`nghìn tấn`); any other name stands for itself."""
    return MEASURES.get(name) or _BY_LABEL.get(name) or Measure(name, name, Decimal(1), Text(name))


def converted(value: Decimal, from_: Measure, to: Measure) -> Decimal:
    """Convert between measures of one dimension, exactly, whatever the precision in force; no zeros are left over.

    Raises ValueError when they differ by more than scale.
    """
    if from_.dimension != to.dimension:
        raise ValueError(f"{from_.code} and {to.code} do not differ by scale alone")
    tens = from_.factor.adjusted() - to.factor.adjusted()  # factors are powers of ten, so digits only move
    moved = EXACT.normalize(EXACT.scaleb(value, tens))
    return EXACT.quantize(moved, Decimal(1)) if moved == moved.to_integral_value() else moved
