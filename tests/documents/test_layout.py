"""What stands where on a paper, before any file format is involved."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from tongket.documents import Appendix, Header, Heading, Level, Note, PageBreak, Paper, Signature, Title, prose
from tongket.documents.layout import sheets
from tongket.documents.marks import Frame, Gap, NewPage, Rule, Stamp, Text
from tongket.documents.nd30 import ND30
from tongket.documents.profile import Part

PAPER = Paper(
    "vi",
    date(2022, 11, 28),
    Header("Văn phòng Cụm", superior="Cụm thi đua số 1", number_line="Số: 05/BC-VP", place_and_date="Vũng Tàu, ngày…"),
    (Heading("I. Kết quả"), prose("Đạt kế hoạch."), prose("Kính báo cáo./.")),
    Title("Báo cáo", "Tổng kết năm 2022"),
    recipients=("Như trên", "Lưu: VT"),
    signatures=(Signature("Chánh văn phòng", "Trần Văn Ơn"),),
)


def marks_of(**changes):
    return sheets(replace(PAPER, **changes), ND30)[0].marks


def words(marks):
    return [mark.runs[0].text for mark in marks if isinstance(mark, Text)]


def head_of(**changes):
    (frame,) = [mark for mark in marks_of(**changes)[:1] if isinstance(mark, Frame)]
    return frame.rows


def test_the_head_has_the_issuer_at_the_left_and_the_nation_at_the_right() -> None:
    (body, state), (number, placed) = head_of()
    assert words(body) == ["CỤM THI ĐUA SỐ 1", "VĂN PHÒNG CỤM"]
    assert words(state) == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
    assert words(number) == ["Số: 05/BC-VP"]
    assert words(placed) == ["Vũng Tàu, ngày…"]


def test_the_rules_of_the_head_are_as_long_as_the_decree_asks() -> None:
    (body, state), _ = head_of()
    issuer = ND30.styles[Part.ISSUER].width_mm("Văn phòng Cụm")
    motto = ND30.styles[Part.MOTTO].width_mm("Độc lập - Tự do - Hạnh phúc")
    (below_issuer,) = [mark for mark in body if isinstance(mark, Rule)]
    (below_motto,) = [mark for mark in state if isinstance(mark, Rule)]
    assert issuer / 3 <= below_issuer.length <= issuer / 2
    assert below_motto.length == motto


def test_minutes_have_no_line_for_place_and_date() -> None:
    _, (_, placed) = head_of(header=replace(PAPER.header, place_and_date=""))
    assert placed == ()


def test_a_letter_has_its_subject_under_the_number_and_no_title() -> None:
    changes = {"header": replace(PAPER.header, letter_subject="V/v nộp báo cáo năm"), "title": None}
    _, (number, _) = head_of(**changes)
    assert words(number) == ["Số: 05/BC-VP", "V/v nộp báo cáo năm"]
    assert not [mark for mark in marks_of(**changes) if isinstance(mark, Text) and mark.part is Part.KIND]


def test_a_stamp_stands_boxed_under_the_number() -> None:
    _, (number, _) = head_of(stamp="Số liệu minh họa")
    assert number[-1] == Stamp("Số liệu minh họa", ND30.head_columns_mm[0])


def test_kind_and_subject_stay_together_with_the_rule_below_them() -> None:
    marks = marks_of()
    at = next(at for at, mark in enumerate(marks) if isinstance(mark, Text) and mark.part is Part.KIND)
    kind, subject, rule = marks[at : at + 3]
    assert words([kind, subject]) == ["BÁO CÁO", "Tổng kết năm 2022"]
    assert kind.keep
    assert subject.keep
    assert isinstance(rule, Rule)


def test_a_long_subject_breaks_into_even_lines_and_the_rule_fits_the_last() -> None:
    subject = "Tổng kết công tác thực hiện nhiệm vụ năm 2012 và phương hướng, nhiệm vụ trọng tâm năm 2013"
    marks = marks_of(title=Title("Báo cáo", subject))
    (shown,) = [mark for mark in marks if isinstance(mark, Text) and mark.part is Part.SUBJECT]
    last = shown.runs[0].text.split("\n")[-1]
    rule = marks[marks.index(shown) + 1]
    assert shown.runs[0].text.count("\n") == 1
    assert rule.length == ND30.styles[Part.SUBJECT].width_mm(last) * ND30.rule_share


def test_one_addressee_stands_on_the_line_of_the_words_to_it() -> None:
    assert "Kính gửi: Tập đoàn" in words(marks_of(addressees=("Tập đoàn",)))


def test_several_addressees_stand_below_each_other_under_the_colon() -> None:
    marks = [mark for mark in marks_of(addressees=("Tập đoàn", "Cụm")) if isinstance(mark, Text)]
    first, *others = [mark for mark in marks if mark.part is Part.ADDRESSEE]
    assert words([first, *others]) == ["Kính gửi:", "- Tập đoàn;", "- Cụm."]
    colon = first.left + ND30.styles[Part.ADDRESSEE].width_mm("Kính gửi")
    assert [mark.left for mark in others] == [colon, colon]


def test_legal_bases_end_with_semicolons_and_one_full_stop() -> None:
    assert [
        mark.runs[0].text
        for mark in marks_of(bases=("Căn cứ Luật A", "Căn cứ Nghị định B"))
        if isinstance(mark, Text) and mark.part is Part.BASIS
    ] == ["Căn cứ Luật A;", "Căn cứ Nghị định B."]


@pytest.mark.parametrize("level", Level)
def test_each_rank_of_heading_has_its_own_style_and_stays_with_its_text(level: Level) -> None:
    (heading,) = [
        mark for mark in marks_of(blocks=(Heading("1. Một", level),)) if mark.__class__ is Text and mark.keep
    ][2:]
    assert heading.part.value == level.value


def test_the_last_paragraph_is_held_on_the_page_of_the_signature() -> None:
    *_, last, gap, signing = marks_of()
    assert words([last]) == ["Kính báo cáo./."]
    assert last.keep
    assert gap == Gap(8, keep=True)
    assert isinstance(signing, Frame)


def test_recipients_stand_at_the_left_of_the_signature() -> None:
    ((recipients, signed),) = marks_of()[-1].rows
    assert words(recipients) == ["Nơi nhận:", "- Như trên;", "- Lưu: VT."]
    assert words(signed) == ["CHÁNH VĂN PHÒNG", "Trần Văn Ơn"]
    assert signed[-1].before == ND30.signing_space_pt


def test_minutes_are_signed_in_two_columns_with_the_recipients_below() -> None:
    signatures = (
        Signature("Thư ký", "A"),
        Signature("Chủ tọa", "B", authority="TM. Đoàn chủ tịch"),
        Signature("Giám sát"),
    )
    marks = marks_of(signatures=signatures)
    at = next(at for at, mark in enumerate(marks) if isinstance(mark, Frame) and at)
    first, second = marks[at].rows
    assert [words(cell) for cell in first] == [["THƯ KÝ", "A"], ["TM. ĐOÀN CHỦ TỊCH", "CHỦ TỌA", "B"]]
    assert [words(cell) for cell in second] == [["GIÁM SÁT", ""], []]
    assert words(marks[at:])[0] == "Nơi nhận:"


def test_a_paper_that_nobody_signs_ends_with_its_text() -> None:
    assert words(marks_of(signatures=(), recipients=())[-1:]) == ["Kính báo cáo./."]


def test_an_appendix_is_a_sheet_of_its_own_as_wide_as_its_page() -> None:
    appendix = Appendix("Phụ lục I", "Bảng tổng hợp", (Note("Nguồn: báo cáo."),), "(Kèm theo…)", landscape=True)
    first, second = sheets(replace(PAPER, appendices=(appendix,)), ND30)
    assert (first.attached, second.attached, second.landscape) == (False, True, True)
    assert (first.room, second.room) == (165, 252)
    assert words(second.marks) == ["Phụ lục I", "BẢNG TỔNG HỢP", "(Kèm theo…)", "Nguồn: báo cáo."]


def test_a_page_break_and_a_boxed_note_become_their_marks() -> None:
    marks = marks_of(blocks=(PageBreak(), Note("Tạm tính", boxed=True)), signatures=(), recipients=())
    assert [type(mark) for mark in marks[-3:]] == [NewPage, Stamp, Gap]


@pytest.mark.parametrize("language", ["vi", "ru", "en"])
def test_the_national_title_stays_on_one_line_in_every_language(language: str) -> None:
    (_, state), _ = head_of(language=language)
    style = replace(ND30.styles[Part.NATIONAL_NAME], size=state[0].size)
    assert style.width_mm(state[0].runs[0].text) <= Fraction(ND30.head_columns_mm[1])
    assert "\n" not in state[0].runs[0].text
