"""The profile of Decree 30/2020 stays inside what the decree allows; the spans are written here again, by hand."""

from dataclasses import replace
from fractions import Fraction

import pytest

from tongket.documents import Align
from tongket.documents.nd30 import ND30
from tongket.documents.profile import Part, Style, enumerated

# part: sizes from, to; bold; italic; capitals — Appendix I of the decree, cell by cell
DECREE = {
    Part.NATIONAL_NAME: (12, 13, True, False, True),
    Part.MOTTO: (13, 14, True, False, False),
    Part.SUPERIOR: (12, 13, False, False, True),
    Part.ISSUER: (12, 13, True, False, True),
    Part.NUMBER: (13, 13, False, False, False),
    Part.PLACE_AND_DATE: (13, 14, False, True, False),
    Part.KIND: (13, 14, True, False, True),
    Part.SUBJECT: (13, 14, True, False, False),
    Part.LETTER_SUBJECT: (12, 13, False, False, False),
    Part.BASIS: (13, 14, False, True, False),
    Part.BODY: (13, 14, False, False, False),
    Part.PART: (13, 14, True, False, False),
    Part.SECTION: (13, 14, True, False, True),
    Part.CLAUSE: (13, 14, True, False, False),
    Part.POINT: (13, 14, False, False, False),
    Part.ARTICLE: (13, 14, True, False, False),
    Part.AUTHORITY: (13, 14, True, False, True),
    Part.SIGNER: (13, 14, True, False, False),
    Part.ADDRESSEE: (13, 14, False, False, False),
    Part.RECIPIENTS_HEAD: (12, 12, True, True, False),
    Part.RECIPIENT: (11, 11, False, False, False),
    Part.STAMP: (13, 14, True, False, True),
    Part.APPENDIX_LABEL: (14, 14, True, False, False),
    Part.APPENDIX_TITLE: (13, 14, True, False, True),
    Part.ATTACHED_TO: (13, 14, False, True, False),
    Part.PAGE_NUMBER: (13, 14, False, False, False),
}
CENTRED = {
    *(Part.NATIONAL_NAME, Part.MOTTO, Part.SUPERIOR, Part.ISSUER, Part.NUMBER, Part.PLACE_AND_DATE, Part.KIND),
    *(Part.SUBJECT, Part.LETTER_SUBJECT, Part.PART, Part.AUTHORITY, Part.SIGNER, Part.APPENDIX_LABEL),
    *(Part.APPENDIX_TITLE, Part.ATTACHED_TO, Part.PAGE_NUMBER),
}


@pytest.mark.parametrize("part", DECREE)
def test_each_part_has_the_style_the_decree_asks_for(part: Part) -> None:
    low, high, *style = DECREE[part]
    given = ND30.styles[part]
    assert low <= given.size <= high
    assert [given.bold, given.italic, given.capitals] == style
    assert given.clause


@pytest.mark.parametrize("part", CENTRED)
def test_what_the_decree_centres_is_centred(part: Part) -> None:
    assert ND30.styles[part].align is Align.CENTRE


def test_every_part_of_a_paper_has_a_style() -> None:
    assert set(ND30.styles) == set(Part)


def test_page_and_spacing_are_inside_the_spans() -> None:
    page, body = ND30.page, ND30.styles[Part.BODY]
    assert (page.width, page.height) == (210, 297)
    assert 20 <= page.top <= 25
    assert 20 <= page.bottom <= 25
    assert 30 <= page.left <= 35
    assert 15 <= page.right <= 20
    assert ND30.first_line_mm in {Fraction(10), Fraction("12.7")}
    assert body.indented
    assert body.align is Align.BOTH
    assert body.after >= 6
    assert 1 <= body.line <= Fraction(3, 2)
    assert Fraction(1, 3) <= ND30.rule_share <= Fraction(1, 2)


def test_the_head_fits_beside_each_other_and_the_national_title_on_one_line() -> None:
    left, right = ND30.head_columns_mm
    assert left + right <= ND30.page.text_width()
    assert ND30.styles[Part.NATIONAL_NAME].width_mm(ND30.words.national_name.vi) < right


def test_a_longer_national_title_becomes_smaller_rather_than_two_lines() -> None:
    style, room = ND30.styles[Part.NATIONAL_NAME], Fraction(ND30.head_columns_mm[1])
    russian = ND30.words.national_name.ru
    assert style.fitted(russian, room) == replace(style, size=11)
    assert style.fitted(ND30.words.national_name.vi, room) == style


def test_the_rule_below_the_motto_is_as_long_as_the_motto_and_the_others_a_share() -> None:
    motto = ND30.words.motto.vi
    assert ND30.rule_mm(Part.MOTTO, Fraction(100), motto) == ND30.styles[Part.MOTTO].width_mm(motto)
    issuer = ND30.styles[Part.ISSUER].width_mm("VIETSOVPETRO")
    assert ND30.rule_mm(Part.ISSUER, Fraction(64), "LIÊN DOANH VIỆT - NGA\nVIETSOVPETRO") == issuer * ND30.rule_share


def test_capitals_keep_vietnamese_marks() -> None:
    assert Style(14, capitals=True).cased("Nhiệm vụ trọng tâm") == "NHIỆM VỤ TRỌNG TÂM"


def test_an_enumeration_ends_with_semicolons_and_one_full_stop() -> None:
    assert enumerated(["Như trên;", "Các đơn vị", "Lưu: VT"]) == ("Như trên;", "Các đơn vị;", "Lưu: VT.")
    assert enumerated([]) == ()
