"""The pictures of the year, drawn on the server in both colours of the page, each with its table."""

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tongket.documents import Chart
from tongket.documents.facts import ChartKind, Table
from tongket.documents.review_charts import charts
from tongket.files.charts import Theme
from tongket.files.page_charts import page_svg
from tongket.server.records.queries.results import Reckoned
from tongket.words import Language

WIDE: Final = 640
"""Points; a page is wider than paper."""
NARROW: Final = 360
"""Points; on a telephone a wide picture would be too small to read."""
LOOKS: Final[dict[str, tuple[Theme, int]]] = {
    "light": ("light", WIDE), "dark": ("dark", WIDE), "light-narrow": ("light", NARROW), "dark-narrow": ("dark", NARROW)
}  # fmt: skip
SOURCES: Final = (
    ("dark-narrow", "(max-width: 40rem) and (prefers-color-scheme: dark)"),
    ("light-narrow", "(max-width: 40rem)"),
    ("dark", "(prefers-color-scheme: dark)"),
)
"""Which look a page takes when; the first that fits."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the page: its number, title, what it says in words, and its figures as a table."""

    number: int
    title: str
    alt: str
    note: str
    table: Table
    wide: bool


def pictures(one: Reckoned, language: Language) -> Iterator[Picture]:
    """Give every picture there are figures for."""
    for number, chart in enumerate(_charts(one, language), start=1):
        yield Picture(number, chart.title, chart.alt, chart.note, chart.table, chart.kind is ChartKind.LINES)


def drawn(one: Reckoned, language: Language, number: int, look: str) -> str | None:
    """Return a picture as SVG in one of its looks, None where there is none of that number or look."""
    found = _charts(one, language)
    if look not in LOOKS or not 0 < number <= len(found):
        return None
    return _drawn(one.mark, language, number, look, found[number - 1])


def _charts(one: Reckoned, language: Language) -> tuple[Chart, ...]:
    return tuple(charts(one.material(language)))


@functools.lru_cache(maxsize=64)
def _drawn(mark: str, language: Language, number: int, look: str, chart: Chart) -> str:
    theme, width = LOOKS[look]
    return page_svg(chart, language, theme, width)
