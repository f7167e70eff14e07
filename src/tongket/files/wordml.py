"""The pieces of a Word file that papers are made of, as XML: paragraphs, rules, boxes, tables and their styles.

Every piece carries its letters itself as well as by its style, so that a paragraph copied into another office's file
looks the same there. XML is written as text and parsed once: a report with ten thousand cells takes a second.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cache
from typing import NewType
from xml.sax.saxutils import escape

from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

from tongket.documents import Align, Language, Row, RowKind, Run, Table, columns
from tongket.documents.marks import Rule, Ruled, Stamp, Text
from tongket.documents.measure import MM_PER_POINT
from tongket.documents.profile import Part, Profile, Style
from tongket.files.fonts import printable

Xml = NewType("Xml", str)

_WORDS, _WORDS_END = '<w:t xml:space="preserve">', "</w:t>"
_NAMESPACES = nsdecls("w", "wp", "a", "pic", "r")

TAGS: dict[Language, str] = {"vi": "vi-VN", "ru": "ru-RU", "en": "en-GB"}
STAMP_RED = "B3261E"
_HEAD_FILL, _SUM_FILL = "EDF1F5", "F6F8FA"
ALIGN = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right", Align.BOTH: "both"}
_HEADINGS = {Part.PART: 1, Part.SECTION: 1, Part.APPENDIX_LABEL: 1, Part.CLAUSE: 2, Part.ARTICLE: 2, Part.POINT: 3}
_WORD_NAMES = {
    Part.BODY: "Normal",
    Part.SECTION: "heading 1",
    Part.CLAUSE: "heading 2",
    Part.POINT: "heading 3",
    Part.CAPTION: "caption",
    Part.PAGE_NUMBER: "header",
}
_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")
_RULE_AIR, _RULE_HEIGHT, _ROW_PAD = 60, 40, 30  # twentieths of a point
_STAMP_PAD_MM = 4


def element(tag: str, *children: Xml | None, **attributes: object) -> Xml:
    """A `w:` element; attributes take the same prefix, children that are None are left out."""
    said = "".join([f' w:{name}="{value}"' for name, value in attributes.items()])  # ours: numbers and names of styles
    inner = "".join([child for child in children if child is not None])
    return Xml(f"<w:{tag}{said}>{inner}</w:{tag}>" if inner else f"<w:{tag}{said}/>")


def parsed(pieces: Iterable[Xml]) -> list[BaseOxmlElement]:
    """A few pieces as elements that python-docx can put into a file."""
    return list(parse_xml(f"<w:body {_NAMESPACES}>{''.join(pieces)}</w:body>"))


def whole(body: Iterable[Xml]) -> BaseOxmlElement:
    """The main part of a file."""
    made: BaseOxmlElement = parse_xml(f"<w:document {_NAMESPACES}><w:body>{''.join(body)}</w:body></w:document>")
    return made


def twips(mm: Fraction | int) -> int:
    """Millimetres in the twentieths of a point that Word counts in."""
    return round(Fraction(mm) / MM_PER_POINT * 20)


def text_run(text: str, style: Style, *, bold: bool = False, italic: bool = False, colour: str = "") -> Xml:
    """A run in the letters of a style, bolder or more slanted where asked; line breaks and tabs are kept."""
    return element("r", _letters(style.size, style.bold or bold, style.italic or italic, colour), _words(text))


@cache
def _letters(size: int, bold: bool, italic: bool, colour: str) -> Xml:  # noqa: FBT001 - the key of a cache
    return element(
        "rPr",
        element("b") if bold else None,
        element("i") if italic else None,
        element("color", val=colour) if colour else None,
        element("sz", val=size * 2),
        element("szCs", val=size * 2),
    )


def _words(text: str) -> Xml:
    kept = escape(printable(text), {"\n": f"{_WORDS_END}<w:br/>{_WORDS}", "\t": f"{_WORDS_END}<w:tab/>{_WORDS}"})
    return Xml(f"{_WORDS}{kept}{_WORDS_END}")


def paragraph(mark: Text, profile: Profile) -> Xml:
    """A paragraph in the style of its part."""
    style = profile.styles[mark.part]
    style = replace(style, size=mark.size) if mark.size else style
    place = _place(mark.part, mark.keep, mark.before, mark.left, mark.align or style.align, style.size)
    return element("p", place, *(text_run(run.text, style, bold=run.bold, italic=run.italic) for run in mark.runs))


@cache
def _place(
    part: Part,
    keep: bool,  # noqa: FBT001
    before: int | None,
    left: Fraction | int,
    align: Align,
    size: int,
) -> Xml:
    """Where a paragraph stands; the size of its invisible end counts too, it would make an empty row tall."""
    return element(
        "pPr",
        element("pStyle", val=style_id(part)),
        element("keepNext") if keep else None,
        element("spacing", before=before * 20) if before is not None else None,
        element("ind", left=twips(left), right=0) if left else None,
        element("jc", val=ALIGN[align]),
        element("rPr", element("sz", val=size * 2), element("szCs", val=size * 2)),
    )


def rule(mark: Rule) -> Xml:
    """A line in the middle of the room: the upper border of a paragraph two points high.

    A drawn line would float over a name that wraps; a border stays below it whatever the name does.
    """
    side = twips((mark.room - mark.length) / 2)
    properties = element(
        "pPr",
        element("keepNext"),
        element("pBdr", element("top", val="single", sz=6, space=0, color="000000")),
        element("spacing", before=_RULE_AIR, after=mark.after * 20, line=_RULE_HEIGHT, lineRule="exact"),
        element("ind", left=side, right=side, firstLine=0),
    )
    return element("p", properties)


def gap(points: int, *, keep: bool = False) -> Xml:
    """Air that belongs to no paragraph, as after a table."""
    air = element("spacing", before=0, after=0, line=points * 20, lineRule="exact")
    return element("p", element("pPr", element("keepNext") if keep else None, air))


def stamp(mark: Stamp, profile: Profile) -> Xml:
    """A text in a red box as long as the text, in the middle of its room."""
    style = profile.styles[Part.STAMP]
    side = twips(max(Fraction(0), (mark.room - style.width_mm(mark.text)) / 2 - _STAMP_PAD_MM))
    frame = (element(edge, val="single", sz=8, space=3, color=STAMP_RED) for edge in ("top", "left", "bottom", "right"))
    properties = element(
        "pPr",
        element("pStyle", val=style_id(Part.STAMP)),
        element("pBdr", *frame),
        element("ind", left=side, right=side, firstLine=0),
        element("jc", val=ALIGN[Align.CENTRE]),
    )
    return element("p", properties, text_run(style.cased(mark.text), style, colour=STAMP_RED))


def page_number(style: Style) -> Xml:
    """The field that Word fills with the page's number."""
    look = element("rPr", element("sz", val=style.size * 2), element("szCs", val=style.size * 2))
    begin, separate, end = (element("fldChar", fldCharType=step) for step in ("begin", "separate", "end"))
    inner = (begin, Xml("<w:instrText>PAGE</w:instrText>"), separate, Xml("<w:t>2</w:t>"), end)
    return Xml("".join(element("r", look, one) for one in inner))


def frame(widths_mm: Sequence[int | Fraction], rows: Iterable[Sequence[Sequence[Xml]]]) -> Xml:
    """A table without borders or padding whose rows stay whole: for the head and for the signatures."""
    widths = [twips(width) for width in widths_mm]
    made = [_row(*(_cell(width, content) for width, content in zip(widths, row, strict=True))) for row in rows]
    return _table(widths, made, _margins(0, 0))


def ruled(mark: Ruled, profile: Profile) -> Xml:
    """A table with borders: heads repeated on every page, rows never split, sums bold, parts of a sum set in."""
    profile = profile.with_smaller_tables(mark.smaller)
    widths = [twips(width) for width in mark.widths]
    borders = element("tblBorders", *(element(edge, val="single", sz=4, space=0, color="000000") for edge in _EDGES))
    made = [
        *_heads(mark.table, widths, profile),
        *(_body_row(row, mark.table, widths, profile) for row in mark.table.rows),
    ]
    return _table(widths, made, _margins(_ROW_PAD, twips(columns.PADDING_MM)), borders)


def _table(widths: Sequence[int], rows: Iterable[Xml], margins: Xml, borders: Xml | None = None) -> Xml:
    properties = element(
        "tblPr",
        element("tblW", w=sum(widths), type="dxa"),
        element("jc", val="center"),
        borders,
        element("tblLayout", type="fixed"),
        margins,
    )
    return element("tbl", properties, element("tblGrid", *(element("gridCol", w=width) for width in widths)), *rows)


def _margins(upright: int, across: int) -> Xml:
    sides = (("top", upright), ("left", across), ("bottom", upright), ("right", across))
    return element("tblCellMar", *(element(side, w=width, type="dxa") for side, width in sides))


def _row(*cells: Xml, head: bool = False) -> Xml:
    return element("tr", element("trPr", element("cantSplit"), element("tblHeader") if head else None), *cells)


def _cell(width: int, content: Sequence[Xml], *properties: Xml | None) -> Xml:
    return element("tc", element("tcPr", element("tcW", w=width, type="dxa"), *properties), *(content or [gap(1)]))


def _heads(table: Table, widths: Sequence[int], profile: Profile) -> Iterator[Xml]:
    """Rows of heads; a tall head is a cell that the row below continues."""
    rows = columns.heads(table.columns)
    for number, heads in enumerate(rows):
        continued = number == 1 and any(head.down > 1 for head in rows[0])
        waiting, cells, at = iter(heads), [], 0
        while at < len(widths):
            tall = continued and not table.columns[at].group
            head = columns.Head("") if tall else next(waiting)
            merge = element("vMerge") if tall else element("vMerge", val="restart") if head.down > 1 else None
            cells.append(_head_cell(sum(widths[at : at + head.across]), head, merge, profile))
            at += head.across
        yield _row(*cells, head=True)


def _head_cell(width: int, head: columns.Head, merge: Xml | None, profile: Profile) -> Xml:
    part = Part.TABLE if head.light else Part.TABLE_HEAD
    shown = paragraph(Text(part, (Run(head.text, italic=head.light),), align=Align.CENTRE, keep=True), profile)
    span = element("gridSpan", val=head.across) if head.across > 1 else None
    return _cell(width, [shown], span, merge, _fill(_HEAD_FILL), element("vAlign", val="center"))


def _body_row(row: Row, table: Table, widths: Sequence[int], profile: Profile) -> Xml:
    if row.kind is RowKind.SECTION:
        shown = paragraph(Text(Part.TABLE, (Run(row.cells[0].text, bold=True),), keep=True), profile)
        return _row(_cell(sum(widths), [shown], element("gridSpan", val=len(widths)), _fill(_SUM_FILL)))
    fill, cells = row.kind is RowKind.SUBTOTAL, []
    for at, (cell, column, width) in enumerate(zip(row.cells, table.columns, widths, strict=True)):
        run = Run(cell.text, bold=row.kind is RowKind.SUBTOTAL, italic=row.kind is RowKind.INDENTED)
        left = columns.SET_IN_MM if columns.is_set_in(table, row.kind, at) else 0
        shown = paragraph(Text(Part.SMALL if column.small else Part.TABLE, (run,), column.align, left), profile)
        cells.append(_cell(width, [shown], _fill(_SUM_FILL) if fill else None, element("vAlign", val="center")))
    return _row(*cells)


def _fill(colour: str) -> Xml:
    return element("shd", val="clear", color="auto", fill=colour)


def style_id(part: Part) -> str:
    """The name of a part's style inside the file; body text is Word's Normal."""
    return "Normal" if part is Part.BODY else part.value.replace("_", " ").title().replace(" ", "")


def styles(profile: Profile, language: Language) -> list[Xml]:
    """All styles of the file, one for each part, with headings that Word's navigation knows."""
    fonts = dict.fromkeys(("ascii", "hAnsi", "cs", "eastAsia"), profile.fonts[0])
    tag = TAGS[language]
    defaults = element(
        "docDefaults",
        element(
            "rPrDefault",
            element("rPr", element("rFonts", **fonts), element("lang", val=tag, eastAsia=tag, bidi="ar-SA")),
        ),
        element("pPrDefault"),
    )
    return [defaults, *(_style(part, profile) for part in Part)]


def _style(part: Part, profile: Profile) -> Xml:
    style, level = profile.styles[part], _HEADINGS.get(part)
    default = {"default": 1} if part is Part.BODY else {}
    return element(
        "style",
        element("name", val=_WORD_NAMES.get(part, f"{profile.code} {part.value.replace('_', ' ')}")),
        element("qFormat"),
        element(
            "pPr",
            element("widowControl"),
            element(
                "spacing", before=style.before * 20, after=style.after * 20, line=int(style.line * 240), lineRule="auto"
            ),
            element("ind", left=0, right=0, firstLine=twips(profile.first_line_mm) if style.indented else 0),
            element("jc", val=ALIGN[style.align]),
            element("outlineLvl", val=level - 1) if level else None,
        ),
        element(
            "rPr",
            element("b") if style.bold else None,
            element("i") if style.italic else None,
            element("sz", val=style.size * 2),
            element("szCs", val=style.size * 2),
        ),
        type="paragraph",
        styleId=style_id(part),
        **default,
    )
