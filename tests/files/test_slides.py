"""The slides are read back: nothing is a picture, and the figures behind a chart are those of the paper."""

import io
from dataclasses import replace
from decimal import Decimal

import openpyxl
import pptx
import pytest
from pptx.enum.dml import MSO_FILL
from pptx.oxml.ns import qn

from tongket.documents import Point, Row, RowKind, Slide, Table, cells
from tongket.files.slides import deck_as_pptx


@pytest.fixture(scope="module")
def written(deck):
    return deck_as_pptx(deck)


@pytest.fixture(scope="module")
def opened(written):
    return pptx.Presentation(io.BytesIO(written))


def words(page):
    return [shape.text_frame.text for shape in page.shapes if shape.has_text_frame]


def charts_of(presentation):
    return [shape.chart for page in presentation.slides for shape in page.shapes if shape.has_chart]


def tables_of(presentation):
    return [shape.table for page in presentation.slides for shape in page.shapes if shape.has_table]


def test_slides_are_wide_and_every_one_has_a_title_for_the_outline(opened, deck) -> None:
    assert opened.slide_width * 9 == pytest.approx(opened.slide_height * 16, rel=1e-4)
    titles = [page.shapes.title.text_frame.text for page in opened.slides]
    assert titles == [deck.title, *(slide.heading for slide in deck.slides)]


def test_the_title_slide_says_who_when_and_what(opened, deck) -> None:
    said = words(opened.slides[0])
    assert {deck.title, deck.subtitle, deck.issuer.upper(), deck.place_and_date, deck.stamp.upper()} <= set(said)


def test_bullets_are_paragraphs_with_their_own_mark(opened, deck) -> None:
    (box,) = [shape for shape in opened.slides[1].shapes if shape.has_text_frame and "3.119,0" in shape.text_frame.text]
    assert [paragraph.text for paragraph in box.text_frame.paragraphs] == list(deck.slides[0].content)
    assert all(paragraph._p.pPr.find(qn("a:buChar")) is not None for paragraph in box.text_frame.paragraphs)


def test_source_stamp_and_page_number_stand_on_every_slide_but_the_first(opened, deck) -> None:
    for number, page in enumerate(list(opened.slides)[1:], start=2):
        assert {deck.slides[0].source, deck.stamp} <= set(words(page))
        (field,) = page._element.iter(qn("a:fld"))
        assert (field.get("type"), field.find(qn("a:t")).text) == ("slidenum", str(number))


def test_what_the_speaker_says_is_in_the_notes(opened) -> None:
    assert "Nhấn mạnh ba chỉ tiêu" in opened.slides[2].notes_slide.notes_text_frame.text


def test_tables_are_native_with_merged_heads(opened) -> None:
    (table,) = tables_of(opened)
    assert table.cell(0, 1).text == "Năm 2022"
    assert table.cell(0, 1).span_width == 2
    assert table.cell(0, 0).span_height == 2
    assert [table.cell(2, at).text for at in (0, 1, 4)] == ["Khai thác dầu và condensate", "2.912,0", "98,5"]


def test_charts_are_native_and_their_figures_can_be_edited(opened, deck) -> None:
    natives, papers = charts_of(opened), [slide.content for slide in deck.slides[2:]]
    for native, paper in zip(natives, papers, strict=True):
        sheet = openpyxl.load_workbook(io.BytesIO(native.part.chart_workbook.xlsx_part.blob)).active
        for column, series in enumerate(paper.series, start=2):
            behind = [sheet.cell(row, column).value for row in range(2, len(series.points) + 2)]
            assert behind == [None if point.value is None else float(point.value) for point in series.points]
            assert list(native.plots[0].series[column - 2].values) == behind


def test_figures_at_bars_keep_the_decimals_and_marks_of_the_paper(opened) -> None:
    bars, percent, lines = charts_of(opened)
    assert bars.plots[0].data_labels.number_format == "[$-42A]#,##0.0"
    assert percent.plots[0].data_labels.number_format == '[$-42A]#,##0.0"%"'
    assert not lines.plots[0].has_data_labels


@pytest.mark.parametrize(
    ("values", "least", "most"), [(("98", "99"), 0, None), (("-3", "5"), None, None), (("-3", "-2"), None, 0)]
)
def test_bars_begin_at_zero(deck, values, least, most) -> None:
    chart = deck.slides[2].content
    one = chart.series[0]
    points = tuple(Point(Decimal(value), value) for value in values)
    bars = replace(chart, categories=("A", "B"), series=(replace(one, points=points),))
    (native,) = charts_of(pptx.Presentation(io.BytesIO(deck_as_pptx(replace(deck, slides=(Slide("A", bars),))))))
    assert (native.value_axis.minimum_scale, native.value_axis.maximum_scale) == (least, most)


def test_axes_need_fewer_decimals_than_the_figures(deck) -> None:
    chart = deck.slides[2].content
    formats = []
    for value, text in (("3119.0425", "3.119,0425"), ("3.1190425", "3,1190425")):
        points = tuple(Point(Decimal(value), text) for _ in chart.categories)
        slide = Slide("A", replace(chart, series=tuple(replace(one, points=points) for one in chart.series)))
        (native,) = charts_of(pptx.Presentation(io.BytesIO(deck_as_pptx(replace(deck, slides=(slide,))))))
        formats.append((native.plots[0].data_labels.number_format, native.value_axis.tick_labels.number_format))
    assert formats == [("[$-42A]#,##0.0000", "[$-42A]#,##0"), ("[$-42A]#,##0.0000000", "[$-42A]#,##0.0")]


def test_a_chart_says_why_a_bar_is_missing_and_which_bars_fall_short(opened) -> None:
    percent = charts_of(opened)[1]
    assert list(percent.plots[0].categories)[-1].endswith("(chưa đến hạn)")
    colours = [point.format.fill for point in (percent.plots[0].series[0].points[at] for at in (0, 5))]
    assert colours[1].type == MSO_FILL.SOLID
    assert str(colours[1].fore_color.rgb) == "C9782A"


def test_every_chart_has_words_for_those_who_cannot_see_it(opened, deck) -> None:
    frames = [shape for page in opened.slides for shape in page.shapes if shape.has_chart]
    said = [frame._element.nvGraphicFramePr.cNvPr.get("descr") for frame in frames]
    assert said == [slide.content.alt for slide in deck.slides[2:]]


def test_a_table_higher_than_a_slide_goes_on_over_several(deck) -> None:
    table = deck.slides[1].content
    long = replace(table, rows=table.rows * 4)
    presentation = pptx.Presentation(io.BytesIO(deck_as_pptx(replace(deck, slides=(Slide("Kết quả", long),)))))
    titles = [page.shapes.title.text_frame.text for page in presentation.slides][1:]
    parts = tables_of(presentation)
    assert titles == [f"Kết quả ({number}/{len(parts)})" for number in range(1, len(parts) + 1)]
    assert len(parts) > 2
    assert sum(len(part.rows) - 2 for part in parts) == len(long.rows)


def test_every_part_of_a_table_fits_its_slide(deck) -> None:
    table = deck.slides[1].content
    wordy = Row(cells("Một chỉ tiêu có tên rất dài để phải viết xuống nhiều dòng trong ô " * 2, "1", "2", "3", "4"))
    long = replace(table, rows=(wordy,) * 20)
    presentation = pptx.Presentation(io.BytesIO(deck_as_pptx(replace(deck, slides=(Slide("Kết quả", long),)))))
    for page in list(presentation.slides)[1:]:
        frame = next(shape for shape in page.shapes if shape.has_table)
        assert frame.top + sum(row.height for row in frame.table.rows) <= presentation.slide_height * 0.95


def test_a_section_row_is_one_cell_across(deck) -> None:
    columns = deck.slides[1].content.columns
    table = Table(columns, (Row(cells("I. Khai thác"), RowKind.SECTION), Row(cells("Dầu", "1", "2", "3", "4"))))
    presentation = pptx.Presentation(io.BytesIO(deck_as_pptx(replace(deck, slides=(Slide("A", table),)))))
    (made,) = tables_of(presentation)
    assert made.cell(2, 0).span_width == 5
    assert made.cell(2, 0).text == "I. Khai thác"


def test_every_word_says_its_language(opened) -> None:
    spoken = {run.get("lang") for page in opened.slides for run in page._element.iter(qn("a:rPr"))}
    assert spoken == {"vi-VN"}


def test_the_file_is_dated_by_the_deck_and_by_no_clock(opened) -> None:
    properties = opened.core_properties
    assert properties.created.isoformat()[:10] == properties.modified.isoformat()[:10] == "2022-11-22"


def test_the_workbooks_behind_the_charts_are_dated_by_the_deck_too(opened) -> None:
    books = [
        openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)) for chart in charts_of(opened)
    ]
    assert {book.properties.created.isoformat()[:10] for book in books} == {"2022-11-22"}


def test_the_same_deck_gives_the_same_bytes(deck, written) -> None:
    assert deck_as_pptx(deck) == written


def test_a_changed_word_gives_other_bytes(deck, written) -> None:
    assert deck_as_pptx(replace(deck, subtitle="Khác")) != written


@pytest.mark.needs_tool("soffice", "pdftotext")
def test_libreoffice_opens_it_with_vietnamese_figures_at_the_bars(written, pages_in_libreoffice) -> None:
    pages = pages_in_libreoffice(written, "slides.pptx")
    assert len(pages) == 6
    assert "3.119,0" in pages[3]
    assert "198,1%" in pages[4]
