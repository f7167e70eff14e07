"""The elements of a Word file that papers are made of: paragraphs, rules, boxes, tables and the styles behind them.

Every element carries its letters itself as well as by its style, so that a paragraph copied into another office's file
looks the same there.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement as Element

from tongket.documents import Align, Language, Row, RowKind, Run, Table, columns
from tongket.documents.marks import Rule, Ruled, Stamp, Text
from tongket.documents.measure import MM_PER_POINT
from tongket.documents.profile import Part, Profile, Style
from tongket.files.fonts import printable

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


def element(tag: str, *children: Element | None, **attributes: object) -> Element:
    """A `w:` element; attributes take the same prefix, children that are None are left out."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name.rstrip('_')}"), str(value))
    made.extend(child for child in children if child is not None)
    return made


def twips(mm: Fraction | int) -> int:
    """Millimetres in the twentieths of a point that Word counts in."""
    return round(Fraction(mm) / MM_PER_POINT * 20)


def text_run(text: str, style: Style, *, bold: bool = False, italic: bool = False, colour: str = "") -> Element:
    """A run in the letters of a style, bolder or more slanted where asked; line breaks and tabs are kept."""
    look = element(
        "rPr",
        element("b") if style.bold or bold else None,
        element("i") if style.italic or italic else None,
        element("color", val=colour) if colour else None,
        element("sz", val=style.size * 2),
        element("szCs", val=style.size * 2),
    )
    return element("r", look, *_pieces(printable(text)))


def _pieces(text: str) -> Iterator[Element]:
    for number, line in enumerate(text.split("\n")):
        if number:
            yield element("br")
        for at, piece in enumerate(line.split("\t")):
            if at:
                yield element("tab")
            words = element("t")
            words.text = piece
            words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            yield words


def paragraph(mark: Text, profile: Profile) -> Element:
    """A paragraph in the style of its part."""
    style = profile.styles[mark.part]
    style = replace(style, size=mark.size or style.size)
    before = element("spacing", before=mark.before * 20) if mark.before is not None else None
    properties = element(
        "pPr",
        element("pStyle", val=style_id(mark.part)),
        element("keepNext") if mark.keep else None,
        before,
        element("ind", left=twips(mark.left), right=0) if mark.left else None,
        element("jc", val=ALIGN[mark.align or style.align]),
    )
    return element("p", properties, *(text_run(run.text, style, bold=run.bold, italic=run.italic) for run in mark.runs))


def rule(mark: Rule) -> Element:
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


def gap(points: int, *, keep: bool = False) -> Element:
    """Air that belongs to no paragraph, as after a table."""
    air = element("spacing", before=0, after=0, line=points * 20, lineRule="exact")
    return element("p", element("pPr", element("keepNext") if keep else None, air))


def stamp(mark: Stamp, profile: Profile) -> Element:
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


def page_number(style: Style) -> list[Element]:
    """The field that Word fills with the page's number."""
    steps = [element("fldChar", fldCharType=step) for step in ("begin", "separate", "end")]
    code = element("instrText")
    code.text = "PAGE"
    shown = element("t")
    shown.text = "2"
    size = (("sz", style.size * 2), ("szCs", style.size * 2))
    inner = (steps[0], code, steps[1], shown, steps[2])
    return [element("r", element("rPr", *(element(tag, val=value) for tag, value in size)), one) for one in inner]


def frame(widths_mm: Sequence[int | Fraction], rows: Iterable[Sequence[Sequence[Element]]]) -> Element:
    """A table without borders or padding whose rows stay whole: for the head and for the signatures."""
    widths = [twips(width) for width in widths_mm]
    made = [_row(*(_cell(width, content) for width, content in zip(widths, row, strict=True))) for row in rows]
    return _table(widths, made, _margins(0, 0))


def ruled(mark: Ruled, profile: Profile) -> Element:
    """A table with borders: heads repeated on every page, rows never split, sums bold, parts of a sum set in."""
    profile = profile.with_smaller_tables(mark.smaller)
    widths = [twips(width) for width in mark.widths]
    borders = element("tblBorders", *(element(edge, val="single", sz=4, space=0, color="000000") for edge in _EDGES))
    made = [
        *_heads(mark.table, widths, profile),
        *(_body_row(row, mark.table, widths, profile) for row in mark.table.rows),
    ]
    return _table(widths, made, _margins(_ROW_PAD, twips(columns.PADDING_MM)), borders)


def _table(widths: Sequence[int], rows: Iterable[Element], margins: Element, borders: Element | None = None) -> Element:
    properties = element(
        "tblPr",
        element("tblW", w=sum(widths), type="dxa"),
        element("jc", val="center"),
        borders,
        element("tblLayout", type="fixed"),
        margins,
    )
    return element("tbl", properties, element("tblGrid", *(element("gridCol", w=width) for width in widths)), *rows)


def _margins(upright: int, across: int) -> Element:
    sides = (("top", upright), ("left", across), ("bottom", upright), ("right", across))
    return element("tblCellMar", *(element(side, w=width, type="dxa") for side, width in sides))


def _row(*cells: Element, head: bool = False) -> Element:
    return element("tr", element("trPr", element("cantSplit"), element("tblHeader") if head else None), *cells)


def _cell(width: int, content: Sequence[Element], *properties: Element | None) -> Element:
    return element("tc", element("tcPr", element("tcW", w=width, type="dxa"), *properties), *(content or [gap(1)]))


def _heads(table: Table, widths: Sequence[int], profile: Profile) -> Iterator[Element]:
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


def _head_cell(width: int, head: columns.Head, merge: Element | None, profile: Profile) -> Element:
    part = Part.TABLE if head.light else Part.TABLE_HEAD
    shown = paragraph(Text(part, (Run(head.text, italic=head.light),), align=Align.CENTRE, keep=True), profile)
    span = element("gridSpan", val=head.across) if head.across > 1 else None
    return _cell(width, [shown], span, merge, _fill(_HEAD_FILL), element("vAlign", val="center"))


def _body_row(row: Row, table: Table, widths: Sequence[int], profile: Profile) -> Element:
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


def _fill(colour: str) -> Element:
    return element("shd", val="clear", color="auto", fill=colour)


def style_id(part: Part) -> str:
    """The name of a part's style inside the file; body text is Word's Normal."""
    return "Normal" if part is Part.BODY else part.value.replace("_", " ").title().replace(" ", "")


def styles(profile: Profile, language: Language) -> list[Element]:
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


def _style(part: Part, profile: Profile) -> Element:
    style, level = profile.styles[part], _HEADINGS.get(part)
    made = element(
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
    )
    if part is Part.BODY:
        made.set(qn("w:default"), "1")
    return made
