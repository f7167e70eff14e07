"""The PDF is read back: every letter, only the fonts that were chosen, and no word taken for typst's own language."""

import io
import subprocess
import unicodedata
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdf
import pytest

from tongket.documents import Appendix, Header, Heading, Level, Note, Paper, Run, Title, prose
from tongket.files.fonts import EMBEDDED_FAMILY, FontSet
from tongket.files.pdf import paper_as_pdf

TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
SMALL = [unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in TONES] + ["đ"]
VIETNAMESE = " ".join(SMALL) + " " + " ".join(SMALL).upper()
TYPED = '#panic("x") $x^2$ *a* _b_ `c` = d // e /* f */ <g> @h \\ [i] {j} ~ "k" #{1/0} - + / https://l.vn'
PLAIN = Paper("vi", date(2022, 11, 22), Header("Văn phòng"), (), Title("Báo cáo", "Thử"))


@pytest.fixture(scope="module")
def written(report):
    return paper_as_pdf(report)


@pytest.fixture(scope="module")
def opened(written):
    return pypdf.PdfReader(io.BytesIO(written))


def text_of(paper):
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(paper_as_pdf(paper))).pages)


def squeezed(text):
    return "".join(text.split())


def fonts_of(reader):
    found = set()
    for page in reader.pages:
        for font in page["/Resources"].get("/Font", {}).values():
            found.add(font.get_object()["/BaseFont"].split("+")[1])
    return found


@pytest.mark.parametrize("style", [{}, {"bold": True}, {"italic": True}, {"bold": True, "italic": True}])
def test_every_vietnamese_letter_survives_in_every_face(style) -> None:
    assert len(SMALL) == 73
    found = squeezed(text_of(replace(PLAIN, blocks=(prose(Run(VIETNAMESE, **style)),))))
    assert squeezed(VIETNAMESE) in unicodedata.normalize("NFC", found)


def test_russian_and_office_signs_survive() -> None:
    typed = "Объём добычи № 5 – 2 999,4 тыс. т («план») ≤ 3 000 m³ 105,5% …"
    assert squeezed(typed) in squeezed(text_of(replace(PLAIN, blocks=(prose(typed),))))


def test_only_the_chosen_fonts_are_inside(opened) -> None:
    from tongket.files.fonts import text_fonts

    text = text_fonts().family.replace(" ", "")
    used = fonts_of(opened)
    assert {name for name in used if not name.startswith((text, "IBMPlexSans"))} == set()
    assert {name for name in used if name.startswith(text)}
    assert {name for name in used if name.startswith("IBMPlexSans")}


def test_typst_sees_no_other_folder_of_the_machine() -> None:
    from tongket.files import pdf
    from tongket.files.fonts import chart_fonts, text_fonts

    seen = {Path(font.path).parent for font in pdf._fonts().fonts() if font.path}
    assert seen <= {*text_fonts().folders, *chart_fonts().folders}


@pytest.mark.needs_tool("pdffonts")
def test_pdffonts_finds_every_font_embedded(written, tmp_path) -> None:
    (tmp_path / "report.pdf").write_bytes(written)
    listed = subprocess.run(["pdffonts", tmp_path / "report.pdf"], check=True, capture_output=True, text=True).stdout
    rows = [line.split()[-6:-2] for line in listed.splitlines()[2:]]
    assert rows
    assert all(embedded == subset == unicode == "yes" for _, embedded, subset, unicode in rows)


def test_typst_markup_in_any_text_is_printed_as_it_was_typed() -> None:
    from tongket.documents import Align, Cell, Column, Row, Signature, Table

    table = Table((Column(TYPED, align=Align.LEFT),), (Row((Cell(TYPED),)),), TYPED, TYPED, TYPED)
    paper = Paper(
        "vi",
        date(2022, 11, 22),
        Header(TYPED, TYPED, TYPED, TYPED, TYPED),
        (Heading(TYPED, Level.POINT), prose(TYPED), Note(TYPED), Note(TYPED, boxed=True), table),
        Title(TYPED, TYPED),
        recipients=(TYPED,),
        bases=(TYPED,),
        stamp=TYPED,
        signatures=(Signature(TYPED, TYPED),),
        appendices=(Appendix(TYPED, TYPED, (prose(TYPED),), TYPED),),
    )
    found = squeezed(text_of(paper))
    assert found.count(squeezed(TYPED)) >= 12
    assert squeezed(TYPED.upper()) in found


def test_markup_in_a_chart_is_printed_as_it_was_typed(report) -> None:
    from tongket.documents import Chart

    chart = next(block for block in report.blocks if isinstance(block, Chart))
    typed = "</text><script>&amp;\"' #panic()"
    first, *others = chart.series
    changed = replace(chart, categories=(typed, *chart.categories[1:]), series=(replace(first, name=typed), *others))
    assert squeezed(typed) in squeezed(text_of(replace(PLAIN, blocks=(changed,))))


def test_it_is_a_tagged_file_for_the_archive(opened) -> None:
    said = opened.xmp_metadata.rdf_root.toxml()
    catalogue = opened.trailer["/Root"]
    assert "<pdfaid:part>2</pdfaid:part>" in said
    assert "<pdfaid:conformance>B</pdfaid:conformance>" in said
    assert "<pdfuaid:part>1</pdfuaid:part>" in said
    assert catalogue["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in catalogue
    assert catalogue["/Lang"] == "vi-VN"


def structure(node):
    yield node
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        found = kid.get_object() if hasattr(kid, "get_object") else kid
        if isinstance(found, dict):
            yield from structure(found)


def test_charts_have_words_headings_have_ranks_and_tables_have_heads(opened) -> None:
    nodes = list(structure(opened.trailer["/Root"]["/StructTreeRoot"]))
    kinds = [node.get("/S") for node in nodes]
    said = [node["/Alt"] for node in nodes if node.get("/S") == "/Figure"]
    assert len(said) == 3
    assert all(words.startswith(("Cột ngang", "Đường")) for words in said)
    assert {"/H1", "/H2", "/H3", "/TH", "/TD"} <= set(kinds)


def test_headings_never_skip_a_rank() -> None:
    paper = replace(PLAIN, blocks=(Heading("a) Một", Level.POINT), prose("…"), Heading("Điều 2.", Level.ARTICLE)))
    nodes = structure(pypdf.PdfReader(io.BytesIO(paper_as_pdf(paper))).trailer["/Root"]["/StructTreeRoot"])
    assert [kind for kind in (node.get("/S") for node in nodes) if kind in {"/H1", "/H2", "/H3"}] == ["/H1", "/H2"]


def test_the_file_is_dated_by_the_paper_and_by_no_clock(opened) -> None:
    assert opened.metadata.creation_date.isoformat()[:10] == "2022-11-22"
    assert opened.metadata.title.startswith("Báo cáo Tổng kết")


def test_the_same_paper_gives_the_same_bytes(report, written) -> None:
    assert paper_as_pdf(report) == written


def test_a_changed_figure_gives_other_bytes(report, written) -> None:
    assert paper_as_pdf(replace(report, cut_off="Số liệu tính đến ngày 30/11/2022")) != written


def test_pages_are_a4_and_the_wide_appendix_is_turned(opened) -> None:
    sizes = [(round(page.mediabox.width / 72 * 25.4), round(page.mediabox.height / 72 * 25.4)) for page in opened.pages]
    turned = [at for at, page in enumerate(opened.pages) if "TỔNG HỢP CHỈ TIÊU" in page.extract_text()]
    assert [at for at, size in enumerate(sizes) if size == (297, 210)] == turned
    assert set(sizes) == {(210, 297), (297, 210)}


def test_page_1_shows_no_number_and_each_appendix_begins_again() -> None:
    long = tuple(prose("Nội dung. " * 120) for _ in range(3))
    appendices = (Appendix("Phụ lục I", "Bảng", long), Appendix("Phụ lục II", "Bảng", (prose("…"),)))
    pages = pypdf.PdfReader(io.BytesIO(paper_as_pdf(replace(PLAIN, blocks=long, appendices=appendices)))).pages
    heads = [page.extract_text().strip().split("\n")[0].split()[0] for page in pages]
    assert [head if head.isdigit() else "" for head in heads] == ["", "2", "", "2", ""]


def test_the_signature_stays_on_the_page_of_the_last_paragraph(report) -> None:
    for lines in range(20, 44, 3):
        blocks = (*(prose(f"Dòng {number}.") for number in range(lines)), prose("Kính báo cáo./."))
        pages = pypdf.PdfReader(io.BytesIO(paper_as_pdf(replace(report, blocks=blocks, appendices=())))).pages
        (signed,) = [page.extract_text() for page in pages if "Nguyễn Thị Ánh Tuyết" in page.extract_text()]
        assert "Kính báo cáo./." in signed


def test_a_letter_without_a_shape_is_marked_and_the_paper_still_made() -> None:
    assert "Dầu ? khí" in text_of(replace(PLAIN, blocks=(prose("Dầu 漢 khí"),)))


def test_a_machine_without_fonts_still_prints_every_vietnamese_letter(monkeypatch) -> None:
    from tongket.files import pdf

    monkeypatch.setattr(pdf, "text_fonts", lambda: FontSet(EMBEDDED_FAMILY, ()))
    monkeypatch.setattr(pdf, "_fonts", pdf._fonts.__wrapped__)
    reader = pypdf.PdfReader(io.BytesIO(paper_as_pdf(replace(PLAIN, blocks=(prose(VIETNAMESE),)))))
    assert {name.split("-")[0] for name in fonts_of(reader)} == {"LibertinusSerif"}
    assert squeezed(VIETNAMESE) in squeezed(reader.pages[0].extract_text())
