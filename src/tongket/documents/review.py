"""The year's review as a paper: composed of what was promised, what was done and what people wrote; no more."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tongket.documents import wording as w
from tongket.documents import wording_of_sections as ws
from tongket.documents.facts import (
    Appendix,
    Block,
    Chart,
    Header,
    Heading,
    Level,
    Paper,
    Paragraph,
    Signature,
    Table,
    Title,
    printed_figures,
)
from tongket.documents.occasion import Occasion
from tongket.documents.review_appendices import consolidated, explanations, findings, provenance
from tongket.documents.review_charts import charts
from tongket.documents.review_material import Material
from tongket.documents.review_results import by_unit, overall, plain
from tongket.documents.review_sections import context, filing, narrative, projects
from tongket.dossier import Narrative, Section
from tongket.organisation import Organisation
from tongket.plan import Plan
from tongket.results import Results
from tongket.words import Language, Text, long_date

_ROMAN = ("I", "II", "III", "IV", "V")
_BLANK = "       "


def compose_review(
    occasion: Occasion,
    organisation: Organisation,
    plan: Plan,
    results: Results,
    narratives: Iterable[Narrative],
    language: Language = "vi",
) -> Paper:
    """Return the review of the year in a language, with its appendices; every printed figure carries its address."""
    material = Material.gathered(occasion, organisation, plan, results, narratives, language)
    blocks = _closed(tuple(_numbered(material, _body(material))), language)
    paper = Paper(
        language,
        occasion.file_date,
        _header(material),
        blocks,
        Title(material.say(w.REPORT), _subject(material)),
        cut_off=material.cut_off,
        stamp=material.stamp,
        recipients=tuple(name.to(language) for name in occasion.recipients),
        signatures=_signatures(material),
    )
    return replace(paper, appendices=_appendices(material, paper))


def _subject(material: Material) -> str:
    """What the report is about, without saying "report" a second time below "BÁO CÁO"."""
    title, kind = material.occasion.title.to(material.language), material.say(w.REPORT)
    if not title.lower().startswith(f"{kind.lower()} "):
        return title
    rest = title[len(kind) + 1 :]
    return rest[:1].upper() + rest[1:]


def _body(material: Material) -> Iterator[Block]:
    sections: tuple[tuple[Text, Iterable[Block]], ...] = (
        (w.CONTEXT_HEAD, context(material)),
        (w.RESULTS_HEAD, _results(material)),
        (w.SHORTCOMINGS_HEAD, narrative(material, Section.SHORTCOMING)),
        (w.DIRECTIONS_HEAD, narrative(material, Section.DIRECTION)),
        (w.PROPOSALS_HEAD, narrative(material, Section.PROPOSAL)),
    )
    for numeral, (head, blocks) in zip(_ROMAN, sections, strict=True):
        yield Heading(f"{numeral}. {material.say(head).upper()}", Level.SECTION)
        yield from blocks


def _results(material: Material) -> Iterator[Block]:
    other = material.said_in(Section.RESULT)
    clauses: tuple[tuple[Text, Iterable[Block]], ...] = (
        (w.OVERALL_HEAD, overall(material)),
        (w.BY_UNIT_HEAD, by_unit(material)),
        *(((w.OTHER_RESULTS_HEAD, narrative(material, Section.RESULT)),) if other else ()),
        (w.PROJECTS_HEAD, projects(material)),
        (w.CHARTS_HEAD, _charts(material)),
        (w.FILING_HEAD, filing(material)),
    )
    for number, (head, blocks) in enumerate(clauses, start=1):
        yield Heading(f"{number}. {material.say(head)}", Level.CLAUSE)
        yield from blocks


def _charts(material: Material) -> Iterator[Block]:
    drawn = tuple(charts(material))
    yield from drawn or (plain(material.say(ws.NO_CHARTS)),)


def _numbered(material: Material, blocks: Iterable[Block]) -> Iterator[Block]:
    """Give tables and charts their numbers in reading order."""
    tables = pictures = 0
    for block in blocks:
        if isinstance(block, Table):
            tables += 1
            yield replace(block, caption=material.say(w.TABLE, number=tables, caption=block.caption))
        elif isinstance(block, Chart):
            pictures += 1
            yield replace(block, title=material.say(w.CHART, number=pictures, caption=block.title))
        else:
            yield block


def _closed(blocks: tuple[Block, ...], language: Language) -> tuple[Block, ...]:
    """Close a Vietnamese body with the mark "./." of official papers."""
    last = blocks[-1]
    if language != "vi" or not isinstance(last, Paragraph):
        return blocks
    end = last.runs[-1]
    return (*blocks[:-1], replace(last, runs=(*last.runs[:-1], replace(end, text=end.text.rstrip(" .") + "./."))))


def _header(material: Material) -> Header:
    occasion, language = material.occasion, material.language
    locality = occasion.locality.to(language) or "…"
    return Header(
        occasion.issuer.to(language) or material.unit_name(occasion.org_unit),
        occasion.superior.to(language),
        material.say(w.NUMBER, **_registered(occasion)),
        f"{locality}, {long_date(occasion.dated, language) if occasion.dated else material.say(w.BLANK_DATE)}",
    )


def _registered(occasion: Occasion) -> dict[str, str]:
    """Number and symbol as the clerk writes them: 05, never 5; both blank until given."""
    number = occasion.number.zfill(2) if occasion.number.isdigit() else occasion.number
    return {"number": number or _BLANK, "symbol": occasion.symbol.lstrip("/") or "BC"}


def _signatures(material: Material) -> tuple[Signature, ...]:
    occasion, language = material.occasion, material.language
    authority, office = occasion.authority.to(language), occasion.office.to(language)
    return (Signature(office, occasion.signer, authority),) if authority or office or occasion.signer else ()


def _appendices(material: Material, paper: Paper) -> tuple[Appendix, ...]:
    occasion = material.occasion
    day = long_date(occasion.dated, material.language) if occasion.dated else material.say(w.BLANK_DATE)
    attached = material.say(w.ATTACHED, **_registered(occasion), day=day)
    contents: tuple[tuple[Text, Iterable[Block], bool], ...] = (
        (ws.APPENDIX_TABLE, consolidated(material), True),
        (ws.APPENDIX_SOURCES, provenance(material, printed_figures(paper)), True),
        (ws.APPENDIX_FINDINGS, findings(material), False),
        (ws.APPENDIX_EXPLANATIONS, explanations(material), True),
    )
    told = ((title, tuple(blocks), landscape) for title, blocks, landscape in contents)
    filled = (one for one in told if one[1])
    return tuple(
        Appendix(
            material.say(w.APPENDIX, number=numeral),
            material.say(title),
            blocks,
            attached_to=attached,
            landscape=landscape,
        )
        for numeral, (title, blocks, landscape) in zip(_ROMAN, filled, strict=False)
    )
