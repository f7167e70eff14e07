"""The Word file is read back and held against Decree 30/2020, row by row; the numbers stand here again by hand."""

import io
from dataclasses import replace
from fractions import Fraction

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGNMENT
from docx.oxml.ns import qn

from tongket.documents import Align, Cell, Column, Note, PageBreak, Row, RowKind, Run, Table, prose
from tongket.documents.measure import width_mm
from tongket.files.docx import paper_as_docx

TWIPS_PER_MM = 1440 / 25.4

# words that begin a paragraph: size, bold, italic, alignment
ROWS = {
    "TẬP ĐOÀN DẦU KHÍ VIỆT NAM": (12, False, False, ALIGNMENT.CENTER),
    "LIÊN DOANH VIỆT - NGA": (12, True, False, ALIGNMENT.CENTER),
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM": (13, True, False, ALIGNMENT.CENTER),
    "Độc lập - Tự do - Hạnh phúc": (14, True, False, ALIGNMENT.CENTER),
    "Số:": (13, False, False, ALIGNMENT.CENTER),
    "Vũng Tàu, ngày": (14, False, True, ALIGNMENT.CENTER),
    "BÁO CÁO": (14, True, False, ALIGNMENT.CENTER),
    "Tổng kết thực hiện kế hoạch": (14, True, False, ALIGNMENT.CENTER),
    "Kính gửi:": (14, False, False, ALIGNMENT.LEFT),
    "Căn cứ Luật Thi đua": (14, False, True, ALIGNMENT.JUSTIFY),
    "Năm 2022, trong điều kiện": (14, False, False, ALIGNMENT.JUSTIFY),
    "I. KẾT QUẢ THỰC HIỆN": (14, True, False, ALIGNMENT.LEFT),
    "1. Đánh giá chung": (14, True, False, ALIGNMENT.LEFT),
    "a) Sản lượng theo tháng": (14, False, False, ALIGNMENT.LEFT),
    "TỔNG GIÁM ĐỐC": (14, True, False, ALIGNMENT.CENTER),
    "Nguyễn Thị Ánh Tuyết": (14, True, False, ALIGNMENT.CENTER),
    "Nơi nhận:": (12, True, True, ALIGNMENT.LEFT),
    "- Như trên;": (11, False, False, ALIGNMENT.LEFT),
    "SỐ LIỆU MINH HỌA": (13, True, False, ALIGNMENT.CENTER),
    "Phụ lục I": (14, True, False, ALIGNMENT.CENTER),
    "TỔNG HỢP CHỈ TIÊU": (14, True, False, ALIGNMENT.CENTER),
    "(Kèm theo Báo cáo": (14, False, True, ALIGNMENT.CENTER),
}


@pytest.fixture(scope="module")
def written(report):
    return paper_as_docx(report)


@pytest.fixture(scope="module")
def opened(written):
    return docx.Document(io.BytesIO(written))


def opened_again(paper):
    return docx.Document(io.BytesIO(paper_as_docx(paper)))


def every_paragraph(document):
    return [docx.text.paragraph.Paragraph(found, document) for found in document.element.body.iter(qn("w:p"))]


def beginning(document, words):
    return next(found for found in every_paragraph(document) if found.text.startswith(words))


def table_with(document, words):
    return next(table for table in document.tables if words in table.cell(0, 0).text)


def indent_mm(paragraph, side):
    return int(paragraph._p.pPr.find(qn("w:ind")).get(qn(f"w:{side}"))) / TWIPS_PER_MM


@pytest.mark.parametrize("words", ROWS)
def test_each_part_has_the_size_and_style_of_the_decree(opened, words) -> None:
    size, bold, italic, align = ROWS[words]
    found = beginning(opened, words)
    run, style = found.runs[0], found.style
    assert (run.font.size.pt, bool(run.bold), bool(run.italic), found.alignment) == (size, bold, italic, align)
    assert (style.font.size.pt, bool(style.font.bold), bool(style.font.italic)) == (size, bold, italic)


def test_every_word_is_in_times_new_roman(opened) -> None:
    named = {name for fonts in opened.styles.element.iter(qn("w:rFonts")) for name in fonts.attrib.values()}
    assert named == {"Times New Roman"}
    assert not list(opened.element.body.iter(qn("w:rFonts")))


def test_body_text_is_indented_and_spaced_as_the_decree_allows(opened) -> None:
    layout = beginning(opened, "Năm 2022, trong điều kiện").style.paragraph_format
    assert layout.first_line_indent.cm == pytest.approx(1.27, abs=0.01)
    assert layout.space_after.pt >= 6
    assert 1.0 <= layout.line_spacing <= 1.5


def test_paper_and_margins_are_those_of_the_decree(opened) -> None:
    first, turned, last = opened.sections
    for section in (first, turned, last):
        assert 20 <= round(section.top_margin.mm) <= 25
        assert 20 <= round(section.bottom_margin.mm) <= 25
        assert 30 <= round(section.left_margin.mm) <= 35
        assert 15 <= round(section.right_margin.mm) <= 20
    assert (round(first.page_width.mm), round(first.page_height.mm)) == (210, 297)
    assert (round(turned.page_width.mm), round(turned.page_height.mm)) == (297, 210)
    assert [section.orientation for section in opened.sections] == [
        WD_ORIENT.PORTRAIT,
        WD_ORIENT.LANDSCAPE,
        WD_ORIENT.PORTRAIT,
    ]


def test_the_page_number_stands_in_the_middle_of_the_top_margin_but_not_on_page_1(opened) -> None:
    for section in opened.sections:
        number = section.header._element
        assert [field.text for field in number.iter(qn("w:instrText"))] == ["PAGE"]
        assert section.different_first_page_header_footer
        assert not list(section.first_page_header._element.iter(qn("w:instrText")))
        size = next(number.iter(qn("w:sz"))).get(qn("w:val"))
        assert size == "28"
        centre = [tab.get(qn("w:pos")) for tab in number.iter(qn("w:tab")) if tab.get(qn("w:val")) == "center"]
        room = section.page_width.mm - section.left_margin.mm - section.right_margin.mm
        assert int(centre[0]) / TWIPS_PER_MM == pytest.approx(room / 2, abs=0.1)


def test_every_appendix_is_numbered_from_1(opened) -> None:
    starts = [section._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) for section in opened.sections]
    assert starts == ["1", "1", "1"]


def test_the_stamp_is_said_on_every_page(opened) -> None:
    assert beginning(opened, "SỐ LIỆU MINH HỌA")._p.pPr.find(qn("w:pBdr")) is not None
    assert all("Số liệu minh họa" in section.header.paragraphs[0].text for section in opened.sections)
    first, *appendices = (section.first_page_header.paragraphs[0].text for section in opened.sections)
    assert first.strip() == ""
    assert [text.strip() for text in appendices] == ["Số liệu minh họa"] * 2


def rules(document):
    return [
        found for found in every_paragraph(document) if not found.text and found._p.pPr.find(qn("w:pBdr")) is not None
    ]


def test_rules_are_borders_of_thin_paragraphs_and_no_text_is_underlined(opened) -> None:
    assert len(rules(opened)) == 3
    for found in rules(opened):
        edges = [edge.tag for edge in found._p.pPr.find(qn("w:pBdr"))]
        assert edges == [qn("w:top")]
        assert found.paragraph_format.line_spacing.pt == 2
    assert not list(opened.element.iter(qn("w:u")))
    assert "____" not in "".join(found.text for found in every_paragraph(opened))


def test_rules_are_as_long_as_the_decree_asks(opened) -> None:
    issuer, motto, subject = (
        room - indent_mm(found, "left") - indent_mm(found, "right")
        for room, found in zip((64, 100, 165), rules(opened), strict=True)
    )
    last_of_issuer = width_mm("VIETSOVPETRO", 12, bold=True)
    last_of_subject = width_mm(beginning(opened, "Tổng kết thực hiện").text.split("\n")[-1], 14, bold=True)
    assert last_of_issuer / 3 <= Fraction(issuer) <= last_of_issuer / 2
    assert motto == pytest.approx(float(width_mm("Độc lập - Tự do - Hạnh phúc", 14, bold=True)), abs=0.1)
    assert last_of_subject / 3 <= Fraction(subject) <= last_of_subject / 2


def test_the_head_is_a_table_without_borders_or_padding(opened) -> None:
    head = opened.tables[0]._tbl
    widths = [int(column.get(qn("w:w"))) / TWIPS_PER_MM for column in head.tblGrid]
    assert widths == pytest.approx([64, 100], abs=0.1)
    assert head.tblPr.find(qn("w:tblBorders")) is None
    assert {side.get(qn("w:w")) for side in head.tblPr.find(qn("w:tblCellMar"))} == {"0"}


def test_the_heads_of_a_table_are_repeated_and_no_row_is_split(opened) -> None:
    rows = table_with(opened, "TT").rows
    repeated = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in rows]
    assert repeated == [True] * 3 + [False] * (len(rows) - 3)
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in rows)


def test_two_rows_of_heads_are_merged_where_they_belong(opened) -> None:
    table = table_with(opened, "TT")
    assert table.cell(0, 1)._tc is table.cell(1, 1)._tc
    assert table.cell(0, 4)._tc is table.cell(0, 6)._tc
    assert table.cell(0, 4).text == "Năm 2022"
    assert [table.cell(1, at).text for at in range(4, 7)] == ["Kế hoạch", "10 tháng", "Ước cả năm"]
    assert [table.cell(2, at).text for at in (0, 7)] == ["A", "5=4/2"]


def test_figures_stand_at_the_right_and_names_at_the_left(opened) -> None:
    row = table_with(opened, "TT").rows[4].cells
    aligns = [cell.paragraphs[0].alignment for cell in row]
    assert [cell.text for cell in row][:4] == ["1", "Khai thác dầu và condensate", "nghìn tấn", "3.165,0"]
    assert aligns[:2] == [ALIGNMENT.CENTER, ALIGNMENT.LEFT]
    assert set(aligns[3:]) == {ALIGNMENT.RIGHT}


def test_kinds_of_rows_can_be_told_apart(report) -> None:
    rows = (
        Row((Cell("I. Khai thác"),), RowKind.SECTION),
        Row((Cell("Dầu"), Cell("1,0"))),
        Row((Cell("Lô 09-1"), Cell("1,0")), RowKind.INDENTED),
        Row((Cell("Cộng"), Cell("2,0")), RowKind.SUBTOTAL),
    )
    columns = (Column("Tên", align=Align.LEFT), Column("Số"))
    table = table_with(opened_again(replace(report, blocks=(Table(columns, rows),), appendices=())), "Tên")
    section, plain, part, total = (row.cells for row in list(table.rows)[1:])
    assert section[0]._tc is section[1]._tc
    assert section[0].paragraphs[0].runs[0].bold
    assert part[0].paragraphs[0].paragraph_format.left_indent.mm == pytest.approx(4, abs=0.1)
    assert part[1].paragraphs[0].runs[0].italic
    assert total[1].paragraphs[0].runs[0].bold
    assert not plain[1].paragraphs[0].runs[0].bold


def test_an_empty_cell_is_no_taller_than_the_letters_of_its_table(opened) -> None:
    empty = next(cell for cell in table_with(opened, "TT").rows[5].cells if not cell.text)
    mark = empty.paragraphs[0]._p.pPr.find(qn("w:rPr")).find(qn("w:sz"))
    assert (
        int(mark.get(qn("w:val"))) == 2 * table_with(opened, "TT").rows[4].cells[1].paragraphs[0].runs[0].font.size.pt
    )


def test_captions_and_headings_stay_with_what_follows(opened) -> None:
    for words in ("Bảng 1.", "Biểu đồ 1.", "I. KẾT QUẢ", "a) Sản lượng"):
        assert beginning(opened, words).paragraph_format.keep_with_next


def test_the_signature_stays_on_the_page_of_the_last_paragraph(opened) -> None:
    last = beginning(opened, "Liên doanh kính báo cáo")
    gap = last._p.getnext()
    assert last.paragraph_format.keep_with_next
    assert gap.pPr.find(qn("w:keepNext")) is not None
    assert gap.getnext().tag == qn("w:tbl")
    assert gap.getnext().find(qn("w:tr")).trPr.find(qn("w:cantSplit")) is not None


def test_every_chart_has_words_for_those_who_cannot_see_it(opened) -> None:
    said = [found.get("descr") for found in opened.element.body.iter(qn("wp:docPr"))]
    assert len(said) == 3
    assert all(words.startswith(("Cột ngang", "Đường")) for words in said)


@pytest.mark.parametrize(("language", "tag"), [("vi", "vi-VN"), ("ru", "ru-RU"), ("en", "en-GB")])
def test_the_file_says_its_language_and_writes_the_fixed_words_in_it(report, language, tag) -> None:
    words = {"vi": "Nơi nhận:", "ru": "Рассылка:", "en": "Recipients:"}
    document = opened_again(replace(report, language=language, blocks=(prose("…"),), appendices=()))
    assert document.core_properties.language == tag
    assert [one.get(qn("w:val")) for one in document.styles.element.iter(qn("w:lang"))] == [tag]
    assert beginning(document, words[language]) is not None


def test_the_file_is_dated_by_the_paper_and_by_no_clock(opened) -> None:
    properties = opened.core_properties
    assert properties.created.isoformat()[:19] == properties.modified.isoformat()[:19] == "2022-11-22T00:00:00"
    assert properties.author == "Liên doanh Việt - Nga Vietsovpetro"


def test_the_same_paper_gives_the_same_bytes(report, written) -> None:
    assert paper_as_docx(report) == written


def test_a_changed_figure_gives_other_bytes(report, written) -> None:
    assert paper_as_docx(replace(report, cut_off="Số liệu tính đến ngày 30/11/2022")) != written


def test_whatever_people_typed_is_printed_and_never_breaks_the_file(report) -> None:
    typed = 'A & B < C > "D" ]]> {{ x }} \x00\x0b\x1f Nguye\u0302\u0303n'
    document = opened_again(replace(report, blocks=(prose(typed), Note(typed), PageBreak()), appendices=()))
    found = beginning(document, "A & B")
    assert found.text == 'A & B < C > "D" ]]> {{ x }}  Nguyễn'


def test_runs_keep_their_own_style(report) -> None:
    document = opened_again(
        replace(report, blocks=(prose("a ", Run("b", bold=True), Run("c", italic=True)),), appendices=())
    )
    plain, bold, slanted = beginning(document, "a bc").runs
    assert (plain.bold, bold.bold, slanted.italic) == (None, True, True)


@pytest.mark.needs_tool("soffice", "pdftotext")
def test_libreoffice_opens_it_and_finds_every_page(written, pages_in_libreoffice) -> None:
    pages = pages_in_libreoffice(written, "report.docx")
    assert 4 <= len(pages) <= 8
    assert any("TỔNG HỢP CHỈ TIÊU CỦA CÁC ĐƠN VỊ" in page for page in pages)
    signed = next(page for page in pages if "Nguyễn Thị Ánh Tuyết" in page)
    assert "Liên doanh kính báo cáo" in signed
