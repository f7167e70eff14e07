"""The slides of the review: at most ten, in the order of the talk, and readable from the last row."""

from dataclasses import replace

import pytest
from tests.documents.review_cast import NARRATIVES, OCCASION, ORGANISATION, PARTS_OF_THE_YEAR, PLAN, RESULTS, A, row

from tongket.documents import Chart, Table
from tongket.documents.slides_of_review import compose_deck
from tongket.dossier import Narrative, Section
from tongket.organisation import Organisation, OrgUnit
from tongket.plan import Plan
from tongket.results import Results
from tongket.words import LANGUAGES, Text


def deck(language="vi", results=RESULTS, narratives=NARRATIVES, organisation=ORGANISATION, plan=PLAN):
    return compose_deck(OCCASION, organisation, plan, results, narratives, language)


def test_the_talk_goes_from_the_whole_to_next_year():
    assert [slide.heading for slide in deck().slides] == [
        "Kết quả chính",
        "Kết quả thực hiện các chỉ tiêu của Tổng công ty Minh Họa",
        "Khai thác dầu và condensate theo đơn vị",
        "Tỷ lệ thực hiện kế hoạch – Tổng công ty Minh Họa",
        "Khai thác dầu và condensate theo tháng – Tổng công ty Minh Họa",
        "Tỷ lệ thực hiện kế hoạch – Khai thác dầu và condensate",
        "Tiến độ công trình, dự án trọng điểm",
        "Tồn tại, hạn chế; nguyên nhân và giải pháp",
        "Phương hướng, nhiệm vụ năm 2023",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_at_most_ten_slides_with_the_title_and_each_says_of_which_day_its_figures_are(language):
    whole = deck(language)
    assert len(whole.slides) <= 9
    day = "31.10.2022" if language == "ru" else "31/10/2022"
    assert all(day in slide.source for slide in whole.slides)
    assert whole.stamp


def test_a_slide_holds_no_more_than_a_hall_can_read():
    for slide in deck().slides:
        if isinstance(slide.content, Table):
            assert len(slide.content.rows) <= 8
        elif isinstance(slide.content, tuple):
            assert len(slide.content) <= 6
            assert all(len(point) <= 240 for point in slide.content)


def test_what_a_slide_leaves_out_is_said():
    slide = deck().slides[1]
    assert len(slide.content.rows) == 8
    assert "Hội đồng giao, điều chỉnh lần 1" in slide.source
    assert slide.source.endswith("Còn 5 mục khác: xem báo cáo.")


def test_what_was_not_met_is_counted_and_its_largest_named():
    missed = deck().slides[-2].content[0]
    assert missed.startswith(
        "Chưa đạt (3): Công ty Bình, Khai thác dầu và condensate (100,0%); Tổng công ty Minh Họa, "
    )


def test_the_figures_of_slides_carry_their_addresses():
    for slide in deck().slides:
        if isinstance(slide.content, Chart):
            drawn = [point for series in slide.content.series for point in series.points if point.value is not None]
            assert all(point.address in RESULTS.figures for point in drawn)
    printed = [cell.address for row in deck().slides[1].content.rows for cell in row.cells if cell.address]
    assert set(printed) <= set(RESULTS.figures)
    assert len(printed) > 15


def test_a_long_paragraph_is_cut_at_a_word_and_the_sixth_point_is_left_to_the_report():
    long = tuple(Narrative(Section.DIRECTION, Text(f"Nhiệm vụ {n}: " + "giữ vững sản lượng " * 30)) for n in range(7))
    points = deck(narratives=long).slides[-1].content
    assert (
        points[0].endswith("sản…")
        or points[0].endswith("lượng…")
        or points[0].endswith("vững…")
        or points[0].endswith("giữ…")
    )
    assert points[-1] == "Còn 2 mục khác: xem báo cáo."


def test_pictures_give_way_when_there_are_too_many_slides():
    units = tuple(f"C{n}" for n in range(12))
    rows = tuple(
        row(unit, code, A.EXCEEDED, "10", "11", "9") for unit in ("TCT", *units) for code in ("OIL", "REV", "GAS")
    )
    organisation = Organisation(org_units=tuple(OrgUnit(code, Text(code)) for code in units))
    results = replace(RESULTS, comparisons=rows, figures={str(f.address): f for r in rows for f in r.figures.values()})
    slides = deck(results=results, organisation=organisation).slides
    assert len(slides) == 9
    assert slides[-1].heading == "Phương hướng, nhiệm vụ năm 2023"


def test_an_empty_year_makes_a_title_and_nothing_invented():
    assert deck(results=Results((), {}), narratives=(), plan=Plan()).slides == ()


def test_the_same_year_makes_the_same_slides():
    assert deck() == compose_deck(*PARTS_OF_THE_YEAR, "vi")
