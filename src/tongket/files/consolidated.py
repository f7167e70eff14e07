"""The consolidated workbook of a year: what an office opens first, filters, copies from and prints on A3.

Numbers are numbers, percentages are live formulas that Excel 2010 knows, text is never taken for a formula, and the
same year gives the same bytes.
"""

import datetime as dt
import io
from collections.abc import Iterable, Iterator, Sequence

import xlsxwriter

from tongket.documents import wording as w
from tongket.documents import wording_of_sections as ws
from tongket.documents.occasion import Occasion
from tongket.documents.review_material import Material
from tongket.documents.tables_of_review import table_note
from tongket.dossier import Narrative
from tongket.files import consolidated_lists as lists
from tongket.files.consolidated_look import A3, A4, Head, Look, Page, write_sheet
from tongket.files.consolidated_rows import figure_rows, grid_of, heads
from tongket.organisation import Organisation
from tongket.plan import Plan
from tongket.results import Comparison, Results
from tongket.words import Language, Text

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def consolidated_workbook(
    occasion: Occasion,
    organisation: Organisation,
    plan: Plan,
    results: Results,
    narratives: Iterable[Narrative],
    language: Language = "vi",
) -> bytes:
    """Return the workbook of a year in a language; the parts are those of `compose_review`."""
    material = Material.gathered(occasion, organisation, plan, results, narratives, language)
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, _OPTIONS) as book:
        book.set_properties(
            {
                "title": occasion.title.to(language),
                "author": occasion.issuer.to(language) or material.unit_name(occasion.org_unit),
                "created": dt.datetime.combine(occasion.file_date, dt.time()),
            }
        )
        look = Look(book, language)
        for page in _pages(material):
            write_sheet(look, page)
    return content.getvalue()


def _head(material: Material, title: str, line: str) -> Head:
    occasion = material.occasion
    issuer = occasion.issuer.to(material.language) or material.unit_name(occasion.org_unit)
    return Head(issuer, title.upper(), (material.cut_off, line), material.stamp, material.language)


def _pages(material: Material) -> Iterator[Page]:
    """The sheets that have something to hold, in the order of the report; the summary and the sources always."""
    yield from _of_figures(material)
    listed = (
        ("months", ws.SHEET_OF_MONTHS, lists.month_heads, lists.month_rows, A3),
        ("milestones", ws.TABLE_OF_MILESTONES, lists.milestone_heads, lists.milestone_rows, A4),
        ("filings", ws.TABLE_OF_FILINGS, lists.filing_heads, lists.filing_rows, A4),
        ("findings", ws.APPENDIX_FINDINGS, lists.finding_heads, lists.finding_rows, A4),
        ("explanations", ws.APPENDIX_EXPLANATIONS, lists.explanation_heads, lists.explanation_rows, A4),
        ("sources", ws.APPENDIX_SOURCES, lists.source_heads, lists.source_rows, A3),
        ("files", ws.SHEET_OF_FILES, lists.file_heads, lists.file_rows, A4),
    )
    for sheet, title, columns, rows, paper in listed:
        found = tuple(rows(material))
        if found or sheet == "sources":
            line = _LEFT_OUT[sheet](material) if sheet in _LEFT_OUT else ""
            name, head = ws.SHEETS[sheet].to(material.language), _head(material, material.say(title), line)
            yield Page(name, head, columns(material), found, paper, widest=_WIDEST[sheet])


_LEFT_OUT = {"months": lists.months_left_out, "sources": lists.sources_left_out}
_WIDEST = {
    "months": 34,
    "milestones": 40,
    "filings": 60,
    "findings": 90,
    "explanations": 60,
    "sources": 60,
    "files": 66,
}


def _of_figures(material: Material) -> Iterator[Page]:
    rows, root = material.yearly, material.occasion.org_unit
    title = f"{material.say(ws.APPENDIX_TABLE)} – {material.unit_name(root)}"
    short = (w.ORDINAL, w.INDICATOR, w.MEASURE)
    yield _figures(material, "summary", title, short, material.summary)
    full = (w.CODE, w.ORG_UNIT, w.INDICATOR_CODE, w.INDICATOR, w.PART, w.MEASURE)
    wholes = [row for row in rows if row.breakdown is None]
    if material.members:
        yield _figures(material, "units", material.say(ws.TABLE_OF_MEMBERS), full, wholes)
    parts = [row for row in rows if row.breakdown is not None]
    if parts:
        yield _figures(material, "parts", material.say(ws.SHEET_OF_PARTS), full, parts)


def _figures(material: Material, sheet: str, title: str, before: tuple[Text, ...], rows: Sequence[Comparison]) -> Page:
    full = len(before) > 3
    grid = grid_of(material, rows, tuple(material.say(text) for text in before))
    written = tuple(figure_rows(material, grid, rows, full=full))
    name, head = ws.SHEETS[sheet].to(material.language), _head(material, title, table_note(material, rows, codes=True))
    return Page(name, head, heads(material, grid), written, A3, keep=4 if full else 2, widest=34)
