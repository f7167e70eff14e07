"""Writes the slides of a meeting as a PowerPoint file in which everything can still be changed, the charts included."""

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, time

import pptx
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import OxmlElement
from pptx.presentation import Presentation
from pptx.shapes.autoshape import Shape
from pptx.slide import Slide as Page
from pptx.util import Mm, Pt

from tongket.documents import Chart, Deck, Language, Slide, Table
from tongket.files.fonts import printable
from tongket.files.slide_parts import BLUE, INK, ORANGE, PALE, QUIET, RED, WHITE, add_chart, add_table, pieces, say
from tongket.files.wordml import TAGS
from tongket.files.zips import settled

Spot = tuple[float, float, float, float]  # left, top, width, height in millimetres

_WIDTH, _HEIGHT = 338.667, 190.5  # 16:9, in millimetres
_LEFT, _TOP, _ROOM, _FOOT = 16, 36, 306, 178
_CONTENT_HEIGHT = 132
_OPENING, _CONTENT = 0, 5  # python-pptx's layouts "Title Slide" and "Title Only"


def deck_as_pptx(deck: Deck) -> bytes:
    """The slides as a PowerPoint file; the same deck gives the same bytes."""
    presentation = pptx.Presentation()
    _prepare(presentation, deck)
    _opening(presentation, deck)
    for slide in _fitting(deck.slides):
        _content(presentation, deck, slide)
    kept = io.BytesIO()
    presentation.save(kept)
    return settled(kept.getvalue(), deck.dated)


def _prepare(presentation: Presentation, deck: Deck) -> None:
    """16:9, the deck's own day and names; layouts that were drawn for 4:3 and are not used go."""
    presentation.slide_width, presentation.slide_height = Mm(_WIDTH), Mm(_HEIGHT)
    for at, layout in reversed(list(enumerate(presentation.slide_layouts))):
        if at not in {_OPENING, _CONTENT}:
            presentation.slide_layouts.remove(layout)
    for holder in (presentation.slide_master, *presentation.slide_layouts):
        for shape in holder.placeholders:
            shape.left, shape.width = Mm(_LEFT), Mm(_ROOM)
    properties = presentation.core_properties
    properties.title, properties.author = printable(deck.title), printable(deck.issuer)
    properties.language, properties.last_modified_by, properties.revision = TAGS[deck.language], "tongket", 1
    properties.created = properties.modified = datetime.combine(deck.dated, time(), UTC).replace(tzinfo=None)


def _fitting(slides: tuple[Slide, ...]) -> Iterator[Slide]:
    """A table higher than a slide goes on over several, numbered in their headings."""
    for slide in slides:
        if not isinstance(slide.content, Table):
            yield slide
            continue
        parts = list(pieces(slide.content, _ROOM, _CONTENT_HEIGHT))
        for number, part in enumerate(parts, start=1):
            heading = f"{slide.heading} ({number}/{len(parts)})" if len(parts) > 1 else slide.heading
            yield replace(slide, heading=heading, content=part)


def _opening(presentation: Presentation, deck: Deck) -> None:
    page = presentation.slides.add_slide(presentation.slide_layouts[0])
    page.background.fill.solid()
    page.background.fill.fore_color.rgb = BLUE
    _box(page, deck.issuer.upper(), (_LEFT, 18, _ROOM, 12), 16, PALE, bold=True)
    _place(page.placeholders[0], deck.title, (_LEFT, 52, _ROOM - 40, 58), 40, WHITE, MSO_ANCHOR.BOTTOM, bold=True)
    _bar(page, 116, ORANGE)
    _place(page.placeholders[1], deck.subtitle, (_LEFT, 122, _ROOM - 40, 26), 20, WHITE, MSO_ANCHOR.TOP, bold=False)
    _box(page, deck.place_and_date, (_LEFT, 168, 200, 10), 14, PALE)
    if deck.stamp:
        stamp = _box(page, deck.stamp.upper(), (_WIDTH - _LEFT - 90, 167, 90, 11), 14, WHITE, bold=True)
        stamp.line.color.rgb = WHITE
        stamp.text_frame.paragraphs[0].alignment = PP_ALIGN.CENTER
    _speak(page, deck.language)


def _content(presentation: Presentation, deck: Deck, slide: Slide) -> None:
    page = presentation.slides.add_slide(presentation.slide_layouts[1])
    title = page.shapes.title
    if title is not None:
        _place(title, slide.heading, (_LEFT, 10, _ROOM, 18), 28, INK, MSO_ANCHOR.BOTTOM, bold=True)
    _bar(page, 30, BLUE)
    match slide.content:
        case Table():
            add_table(page, slide.content, Mm(_LEFT), Mm(_TOP), _ROOM)
        case Chart():
            spot = (Mm(_LEFT), Mm(_TOP), Mm(_ROOM), Mm(_CONTENT_HEIGHT))
            add_chart(page, slide.content, deck.language, spot)
        case _:
            _bullets(page, slide.content)
    _foot(page, deck, slide)
    said = "\n".join(part for part in (slide.speech, slide.source) if part)
    if said and (notes := page.notes_slide.notes_text_frame) is not None:
        notes.text = printable(said)
    _speak(page, deck.language)


def _bullets(page: Page, points: tuple[str, ...]) -> None:
    box = _box(page, "\n".join(points), (_LEFT, _TOP + 4, _ROOM - 20, _CONTENT_HEIGHT - 8), 24, INK)
    box.text_frame.vertical_anchor = MSO_ANCHOR.TOP
    for paragraph in box.text_frame.paragraphs:
        paragraph.space_after = Pt(16)
        properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - python-pptx has no word for bullets
        properties.set("marL", str(Mm(9)))
        properties.set("indent", str(-Mm(9)))
        colour, shade, bullet = OxmlElement("a:buClr"), OxmlElement("a:srgbClr"), OxmlElement("a:buChar")
        shade.set("val", str(BLUE))
        colour.append(shade)
        bullet.set("char", "•")
        properties.extend((colour, bullet))


def _foot(page: Page, deck: Deck, slide: Slide) -> None:
    """Where the figures come from, what the deck is stamped with, and the number of the page."""
    source = _box(page, slide.source, (_LEFT, _FOOT - 8, 200, 16), 11, QUIET)
    source.text_frame.vertical_anchor = MSO_ANCHOR.BOTTOM
    if deck.stamp:
        stamp = _box(page, deck.stamp, (_WIDTH - 130, _FOOT, 90, 8), 12, RED, bold=True)
        stamp.text_frame.paragraphs[0].alignment = PP_ALIGN.RIGHT
    number = _box(page, "", (_WIDTH - _LEFT - 20, _FOOT, 20, 8), 12, QUIET)
    paragraph = number.text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT
    field, shown = OxmlElement("a:fld"), OxmlElement("a:t")
    field.set("id", "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}")
    field.set("type", "slidenum")
    look = OxmlElement("a:rPr")
    look.set("sz", "1200")
    shown.text = str(page.part.package.presentation_part.presentation.slides.index(page) + 1)
    field.extend((look, shown))
    paragraph._p.insert(0, field)  # noqa: SLF001 - python-pptx has no word for fields


def _place(shape: Shape, text: str, spot: Spot, size: int, colour: RGBColor, anchor: MSO_ANCHOR, *, bold: bool) -> None:
    """A placeholder of the layout, so that the outline and a screen reader know it."""
    shape.left, shape.top, shape.width, shape.height = (Mm(length) for length in spot)
    say(shape.text_frame, text, size, colour, bold=bold)
    shape.text_frame.vertical_anchor = anchor
    shape.text_frame.margin_left = shape.text_frame.margin_right = 0
    for paragraph in shape.text_frame.paragraphs:
        paragraph.alignment = PP_ALIGN.LEFT


def _box(page: Page, text: str, spot: Spot, size: int, colour: RGBColor, *, bold: bool = False) -> Shape:
    box: Shape = page.shapes.add_textbox(*(Mm(length) for length in spot))
    say(box.text_frame, text, size, colour, bold=bold)
    box.text_frame.margin_left = box.text_frame.margin_right = 0
    box.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    return box


def _bar(page: Page, top: float, colour: RGBColor) -> None:
    """The short line below a heading."""
    bar = page.shapes.add_shape(MSO_SHAPE.RECTANGLE, Mm(_LEFT), Mm(top), Mm(22), Mm(1.4))
    bar.fill.solid()
    bar.fill.fore_color.rgb = colour
    bar.line.fill.background()
    bar.shadow.inherit = False


def _speak(page: Page, language: Language) -> None:
    """Say which language the words are in, or PowerPoint underlines them all."""
    for run in page.element.iter(qn("a:rPr"), qn("a:endParaRPr")):
        run.set("lang", TAGS[language])
