"""Decree 30/2020/NĐ-CP as a layout profile: the form in which every State office of the year's papers is read.

`clause` names the cell ("ô số") of the decree's diagram, Appendix I; the decree leaves parts without one to the office.
Where it allows a span (13-14 pt, 30-35 mm) the profile takes one value inside it; the tests hold the spans.
"""

from dataclasses import replace
from fractions import Fraction

from tongket.documents.facts import Align
from tongket.documents.profile import Page, Part, Profile, Style, Words
from tongket.words import Text

_CENTRE, _RIGHT, _BOTH = Align.CENTRE, Align.RIGHT, Align.BOTH
_LINE = Fraction("1.15")
_BODY = Style(14, align=_BOTH, clause="6", indented=True, after=6, line=_LINE)
_HEADING = replace(_BODY, bold=True, align=Align.LEFT, before=6)

STYLES = {
    Part.NATIONAL_NAME: Style(13, bold=True, capitals=True, align=_CENTRE, clause="1"),
    Part.MOTTO: Style(14, bold=True, align=_CENTRE, clause="1"),
    Part.SUPERIOR: Style(12, capitals=True, align=_CENTRE, clause="2"),
    Part.ISSUER: Style(12, bold=True, capitals=True, align=_CENTRE, clause="2"),
    Part.NUMBER: Style(13, align=_CENTRE, clause="3", before=6),
    Part.PLACE_AND_DATE: Style(14, italic=True, align=_CENTRE, clause="4", before=6),
    Part.KIND: Style(14, bold=True, capitals=True, align=_CENTRE, clause="5a", before=20),
    Part.SUBJECT: Style(14, bold=True, align=_CENTRE, clause="5a"),
    Part.LETTER_SUBJECT: Style(12, align=_CENTRE, clause="5b", before=6),
    Part.BASIS: replace(_BODY, italic=True),
    Part.BODY: _BODY,
    Part.PART: replace(_HEADING, align=_CENTRE, indented=False),
    Part.SECTION: replace(_HEADING, capitals=True),
    Part.CLAUSE: _HEADING,
    Part.POINT: replace(_HEADING, bold=False),
    Part.ARTICLE: _HEADING,
    Part.RESOLVES: replace(_HEADING, capitals=True, align=_CENTRE, indented=False),
    Part.AUTHORITY: Style(14, bold=True, capitals=True, align=_CENTRE, clause="7a"),
    Part.SIGNER: Style(14, bold=True, align=_CENTRE, clause="7b"),
    Part.ADDRESSEE: Style(14, clause="9a", after=6),
    Part.RECIPIENTS_HEAD: Style(12, bold=True, italic=True, clause="9b"),
    Part.RECIPIENT: Style(11, clause="9b"),
    Part.STAMP: Style(13, bold=True, capitals=True, align=_CENTRE, clause="11", before=10),
    Part.APPENDIX_LABEL: Style(14, bold=True, align=_CENTRE, clause="appendix"),
    Part.APPENDIX_TITLE: Style(14, bold=True, capitals=True, align=_CENTRE, clause="appendix"),
    Part.ATTACHED_TO: Style(14, italic=True, align=_CENTRE, clause="appendix", after=6),
    Part.PAGE_NUMBER: Style(14, align=_CENTRE, clause="page number"),
    Part.CUT_OFF: Style(13, italic=True, align=_CENTRE, after=10),
    Part.CAPTION: Style(13, bold=True, align=_CENTRE, before=8, after=4),
    Part.MEASURE: Style(12, italic=True, align=_RIGHT, after=3),
    Part.TABLE_HEAD: Style(12, bold=True, align=_CENTRE),
    Part.TABLE: Style(12),
    Part.SMALL: Style(9),
    Part.NOTE: Style(11, italic=True, before=4, after=6),
}

WORDS = Words(
    national_name=Text(
        "Cộng hòa xã hội chủ nghĩa Việt Nam", "Социалистическая Республика Вьетнам", "Socialist Republic of Viet Nam"
    ),
    motto=Text(
        "Độc lập - Tự do - Hạnh phúc", "Независимость - Свобода - Счастье", "Independence - Freedom - Happiness"
    ),
    addressed_to=Text("Kính gửi:", "Кому:", "To:"),
    recipients=Text("Nơi nhận:", "Рассылка:", "Recipients:"),
)

ND30 = Profile(
    code="nd30",
    act="Nghị định 30/2020/NĐ-CP, Phụ lục I",
    fonts=("Times New Roman", "Liberation Serif", "Tinos", "Libertinus Serif"),
    page=Page(width=210, height=297, top=20, bottom=20, left=30, right=15),
    head_columns_mm=(64, 100),
    first_line_mm=Fraction("12.7"),
    rule_share=Fraction(2, 5),
    signing_space_pt=72,
    styles=STYLES,
    words=WORDS,
)
