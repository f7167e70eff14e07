"""Decree 30/2020/NĐ-CP as a layout profile: the form in which every State office of the year's papers is read.

`clause` names the cell ("ô số") of the decree's diagram, Appendix I; the decree leaves parts without one to the office.
Where it allows a span (13-14 pt, 30-35 mm) the profile takes one value inside it; the tests hold the spans.
"""

from fractions import Fraction

from tongket.documents.facts import Align, Language
from tongket.documents.profile import Letters, Page, Part, Profile, Spacing, Words

_CENTRE, _RIGHT = Align.CENTRE, Align.RIGHT

LETTERS = {
    Part.NATIONAL_NAME: Letters(13, bold=True, capitals=True, align=_CENTRE, clause="1"),
    Part.MOTTO: Letters(14, bold=True, align=_CENTRE, clause="1"),
    Part.SUPERIOR: Letters(12, capitals=True, align=_CENTRE, clause="2"),
    Part.ISSUER: Letters(12, bold=True, capitals=True, align=_CENTRE, clause="2"),
    Part.NUMBER: Letters(13, align=_CENTRE, clause="3"),
    Part.PLACE_AND_DATE: Letters(14, italic=True, align=_CENTRE, clause="4"),
    Part.KIND: Letters(14, bold=True, capitals=True, align=_CENTRE, clause="5a"),
    Part.SUBJECT: Letters(14, bold=True, align=_CENTRE, clause="5a"),
    Part.LETTER_SUBJECT: Letters(12, align=_CENTRE, clause="5b"),
    Part.BASIS: Letters(14, italic=True, clause="6"),
    Part.BODY: Letters(14, clause="6"),
    Part.PART: Letters(14, bold=True, align=_CENTRE, clause="6"),
    Part.SECTION: Letters(14, bold=True, capitals=True, clause="6"),
    Part.CLAUSE: Letters(14, bold=True, clause="6"),
    Part.POINT: Letters(14, clause="6"),
    Part.ARTICLE: Letters(14, bold=True, clause="6"),
    Part.RESOLVES: Letters(14, bold=True, capitals=True, align=_CENTRE, clause="6"),
    Part.AUTHORITY: Letters(14, bold=True, capitals=True, align=_CENTRE, clause="7a"),
    Part.SIGNER: Letters(14, bold=True, align=_CENTRE, clause="7b"),
    Part.ADDRESSEE: Letters(14, clause="9a"),
    Part.RECIPIENTS_HEAD: Letters(12, bold=True, italic=True, clause="9b"),
    Part.RECIPIENT: Letters(11, clause="9b"),
    Part.STAMP: Letters(13, bold=True, capitals=True, align=_CENTRE, clause="11"),
    Part.APPENDIX_LABEL: Letters(14, bold=True, align=_CENTRE, clause="appendix"),
    Part.APPENDIX_TITLE: Letters(14, bold=True, capitals=True, align=_CENTRE, clause="appendix"),
    Part.ATTACHED_TO: Letters(14, italic=True, align=_CENTRE, clause="appendix"),
    Part.PAGE_NUMBER: Letters(14, align=_CENTRE, clause="page number"),
    Part.CUT_OFF: Letters(13, italic=True, align=_CENTRE),
    Part.CAPTION: Letters(13, bold=True, align=_CENTRE),
    Part.MEASURE: Letters(12, italic=True, align=_RIGHT),
    Part.TABLE_HEAD: Letters(12, bold=True, align=_CENTRE),
    Part.TABLE: Letters(12),
    Part.SMALL: Letters(9),
    Part.NOTE: Letters(11, italic=True),
}

WORDS: dict[Language, Words] = {
    "vi": Words(
        "Cộng hòa xã hội chủ nghĩa Việt Nam", "Độc lập - Tự do - Hạnh phúc", "Kính gửi:", "Nơi nhận:", "Nguồn:"
    ),
    "ru": Words(
        "Социалистическая Республика Вьетнам", "Независимость - Свобода - Счастье", "Кому:", "Рассылка:", "Источник:"
    ),
    "en": Words(
        "Socialist Republic of Viet Nam", "Independence - Freedom - Happiness", "To:", "Recipients:", "Source:"
    ),
}

ND30 = Profile(
    code="nd30",
    act="Nghị định 30/2020/NĐ-CP, Phụ lục I",
    fonts=("Times New Roman", "Liberation Serif", "Tinos", "Libertinus Serif"),
    page=Page(width=210, height=297, top=20, bottom=20, left=30, right=15),
    head_columns_mm=(64, 100),
    spacing=Spacing(first_line_mm=Fraction("12.7"), paragraph_pt=6, line=Fraction("1.15")),
    rule_share=Fraction(2, 5),
    signing_space_pt=72,
    letters=LETTERS,
    words=WORDS,
)
