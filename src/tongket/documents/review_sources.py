"""Where a figure comes from, in the words of a paper: a cell of a file, a published page, other figures."""

from collections.abc import Iterable

from tongket.documents import wording as w
from tongket.documents import wording_of_sections as ws
from tongket.documents.printing import period_text
from tongket.documents.review_material import Material
from tongket.documents.tables_of_review import head_of
from tongket.figures import CellSource, Figure, PageSource, Source
from tongket.words import short_date

SHORT_HASH = 12
MOST_NAMED = 2


def figure_name(material: Material, figure: Figure) -> str:
    """What a figure is called below the name of its org unit: indicator, part, and its kind."""
    at = figure.address
    indicator = material.indicator(at.indicator).name.to(material.language)
    part = material.part(at.breakdown) if at.breakdown else ""
    return " – ".join(piece for piece in (indicator, part, kind_name(material, figure)) if piece)


def kind_name(material: Material, figure: Figure) -> str:
    """The kind of a figure as the head of its column, or of a shorter period in words: `thực hiện, tháng 1/2012`."""
    at = figure.address
    if at.period == material.occasion.period:
        return head_of(material, at.kind)
    return f"{material.say(w.KINDS[at.kind])}, {period_text(at.period, material.language)}"


def sources_text(material: Material, sources: Iterable[Source], *, most: int = MOST_NAMED, hashes: bool = True) -> str:
    """The sources of a figure, each in few words; of very many figures the first, with the number of the others."""
    return "; ".join(_source_text(material, source, most=most, hashes=hashes) for source in sources)


def _source_text(material: Material, source: Source, *, most: int, hashes: bool) -> str:
    if isinstance(source, CellSource):
        print_ = f" (SHA-256 {source.sha256[:SHORT_HASH]}…)" if hashes and source.sha256 else ""
        return f"{source.place}{print_}"
    if isinstance(source, PageSource):
        if source.checked_on is None:
            return source.page
        return material.say(ws.READ_ON, page=source.page, day=short_date(source.checked_on, material.language))
    named = ", ".join(source.of[:most])
    if len(source.of) > most:
        named = material.say(ws.AND_OTHERS, first=named, count=len(source.of) - most)
    return material.say(ws.DERIVED[source.operation], of=named)
