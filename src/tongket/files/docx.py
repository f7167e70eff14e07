"""Writes a paper as a Word file by a layout profile, so that an office can still change a word before it is signed."""

import io
from dataclasses import replace
from datetime import UTC, datetime, time
from fractions import Fraction
from typing import assert_never

import docx as word
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml.ns import qn
from docx.section import Section, _Header
from docx.shared import Mm
from lxml import etree

from tongket.documents import Paper
from tongket.documents.layout import sheets
from tongket.documents.marks import Frame, Gap, Mark, NewPage, Picture, Rule, Ruled, Sheet, Stamp, Text
from tongket.documents.nd30 import ND30
from tongket.documents.profile import Part, Profile
from tongket.files import charts, wordml
from tongket.files.fonts import printable
from tongket.files.wordml import STAMP_RED, TAGS, Xml, element, parsed, text_run, twips, whole
from tongket.files.zips import settled

_WRITER = "tongket"
_HEADER_MM = 10


def paper_as_docx(paper: Paper, profile: Profile = ND30) -> bytes:
    """The paper as a Word file; the same paper gives the same bytes."""
    document = word.Document()
    _prepare(document, paper, profile)
    laid_out = sheets(paper, profile)
    for number, sheet in enumerate(laid_out):
        section = document.sections[0] if number == 0 else _next_section(document)
        _lay_out(section, sheet, paper, profile)
    body = []
    for sheet, end_of_section in zip(laid_out, document.element.body, strict=True):
        body += [_made(mark, document, paper, profile) for mark in sheet.marks]
        body.append(Xml(etree.tostring(end_of_section, encoding="unicode")))
    document.part._element = whole(body)  # noqa: SLF001 - one parse; moving ten thousand cells takes twenty seconds
    kept = io.BytesIO()
    document.save(kept)
    return settled(kept.getvalue(), paper.dated)


def _made(mark: Mark, document: Document, paper: Paper, profile: Profile) -> Xml:
    match mark:
        case Text():
            return wordml.paragraph(mark, profile)
        case Rule():
            return wordml.rule(mark)
        case Gap():
            return wordml.gap(mark.points, keep=mark.keep)
        case Stamp():
            return wordml.stamp(mark, profile)
        case Ruled():
            return wordml.ruled(mark, profile)
        case Frame():
            rows = [[[_made(one, document, paper, profile) for one in cell] for cell in row] for row in mark.rows]
            return wordml.frame(mark.widths, rows)
        case Picture():
            return _picture(mark, document, paper)
        case NewPage():
            tiny = element("spacing", before=0, after=0, line=20, lineRule="exact")
            return element("p", element("pPr", element("pageBreakBefore"), tiny))
        case _:
            assert_never(mark)


def _picture(mark: Picture, document: Document, paper: Paper) -> Xml:
    """The chart as pixels, with its words for those who cannot see it."""
    image = io.BytesIO(charts.png(mark.chart, paper.language))
    inline = document.part.new_pic_inline(image, width=Mm(mark.width))
    inline.docPr.set("descr", printable(mark.chart.alt))
    inline.docPr.set("title", printable(mark.chart.title))
    keep = element("keepNext") if mark.keep else None
    properties = element("pPr", keep, element("ind", firstLine=0), element("jc", val="center"))
    return element("p", properties, element("r", element("drawing", Xml(etree.tostring(inline, encoding="unicode")))))


def _prepare(document: Document, paper: Paper, profile: Profile) -> None:
    """Take python-docx's own template down to nothing and give the file the paper's styles, language and day."""
    body = document.element.body
    for child in list(body):
        if child.tag != qn("w:sectPr"):
            body.remove(child)
    sheet = document.styles.element
    for child in list(sheet):
        sheet.remove(child)
    sheet.extend(parsed(wordml.styles(profile, paper.language)))
    settings = document.settings.element
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")
    for language in settings.iter(qn("w:themeFontLang")):
        language.set(qn("w:val"), TAGS[paper.language])
    properties = document.core_properties
    properties.title, properties.author = printable(paper.name), printable(paper.header.issuer.replace("\n", " "))
    properties.last_modified_by, properties.comments, properties.keywords = _WRITER, "", ""
    properties.language = TAGS[paper.language]
    properties.created = properties.modified = datetime.combine(paper.dated, time(), UTC).replace(tzinfo=None)
    properties.revision = 1


def _next_section(document: Document) -> Section:
    """A section of its own; the paragraph in which Word ends the one before must not open a page of its own."""
    section: Section = document.add_section(WD_SECTION.NEW_PAGE)
    end = document.element.body[-2]
    end.pPr[:0] = parsed([element("spacing", before=0, after=0, line=20, lineRule="exact")])
    return section


def _lay_out(section: Section, sheet: Sheet, paper: Paper, profile: Profile) -> None:
    """Paper, margins, and the head of the pages: their number in the middle, the stamp at the right."""
    page = profile.page
    section.orientation = WD_ORIENT.LANDSCAPE if sheet.landscape else WD_ORIENT.PORTRAIT
    width, height = (page.height, page.width) if sheet.landscape else (page.width, page.height)
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.top_margin, section.bottom_margin = Mm(page.top), Mm(page.bottom)
    section.left_margin, section.right_margin = Mm(page.left), Mm(page.right)
    section.header_distance = section.footer_distance = Mm(_HEADER_MM)
    section.different_first_page_header_footer = True
    stamp = _running_stamp(paper, profile)
    number = wordml.page_number(profile.styles[Part.PAGE_NUMBER])
    _fill(section.header, _page_head(sheet, profile, number, stamp))
    _fill(section.first_page_header, _page_head(sheet, profile, stamp if sheet.attached else None))
    section._sectPr.extend(parsed([element("pgNumType", start=1)]))  # noqa: SLF001 - python-docx has no word for it


def _fill(header: _Header, content: Xml) -> None:
    header.is_linked_to_previous = False
    header._element[:] = parsed([content])  # noqa: SLF001 - its paragraph is made by wordml


def _page_head(sheet: Sheet, profile: Profile, *runs: Xml | None) -> Xml:
    middle, end = twips(Fraction(sheet.room, 2)), twips(sheet.room)
    stops = element("tabs", element("tab", val="center", pos=middle), element("tab", val="right", pos=end))
    style = element("pStyle", val=wordml.style_id(Part.PAGE_NUMBER))
    properties = element("pPr", style, stops, element("jc", val="left"))
    return element("p", properties, text_run("\t", profile.styles[Part.PAGE_NUMBER]), *runs)


def _running_stamp(paper: Paper, profile: Profile) -> Xml | None:
    """What page 1 says in a box is said again, small, on every other page."""
    small = replace(profile.styles[Part.NOTE], italic=False, bold=True)
    return text_run(f"\t{paper.stamp}", small, colour=STAMP_RED) if paper.stamp else None
