"""What the papers of the cluster say on estimates: each member by itself, and nothing that came after the cut-off."""

import io
from dataclasses import replace

import openpyxl
import pytest

from tongket.desk.consolidating import consolidated
from tongket.desk.reviewing import occasion_of
from tongket.documents.facts import Paper, Table
from tongket.documents.review import compose_review
from tongket.documents.slides_of_review import compose_deck
from tongket.figures import Address, Kind
from tongket.files.consolidated import consolidated_workbook
from tongket.files.consolidated_look import FIRST_ROW, HEAD_ROW

STAMP = "SỐ LIỆU MINH HỌA"
FINAL_ONLY = ("3.125,4", "2.356,8", "1.472,5", "44.260", "05/12/2022 (")


def parts_of(cluster, basis=Kind.ESTIMATE):
    year = cluster[0]
    results = cluster[1] if basis is Kind.ESTIMATE else consolidated(year, basis)
    return occasion_of(year, basis), year.organisation, year.plan, results, year.words, "vi"


@pytest.fixture(scope="module")
def paper(cluster) -> Paper:
    return compose_review(*parts_of(cluster))


@pytest.fixture(scope="module")
def tables(paper) -> list[Table]:
    blocks = (*paper.blocks, *(block for appendix in paper.appendices for block in appendix.blocks))
    return [block for block in blocks if isinstance(block, Table)]


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def sentences(paper: Paper) -> list[str]:
    return ["".join(run.text for run in block.runs) for block in paper.blocks if hasattr(block, "runs")]


def test_the_table_has_the_columns_an_office_knows(tables):
    members = next(table for table in tables if "từng đơn vị" in table.caption)
    assert [column.head for column in members.columns] == [
        "TT", "Chỉ tiêu", "ĐVT", "TH 2021", "KH 2022", "TH 10 tháng", "Ước TH 2022",
        "% ước TH/KH", "% so với 2021", "Ghi chú",
    ]  # fmt: skip


def test_the_parts_of_a_total_stand_below_the_plan_they_belong_to(tables):
    members = next(table for table in tables if "từng đơn vị" in table.caption)
    plans = [row[4] for row in texts(members)[1:7]]
    assert plans == ["2.912,0", "2.794,0", "118,0", "3.068,0", "2.950,0", "118,0"]


def test_a_paper_on_estimates_prints_no_final_figure(paper, tables):
    told = " ".join([*sentences(paper), *(text for table in tables for row in texts(table) for text in row)])
    assert "3.119,0" in told
    assert not [number for number in FINAL_ONLY if number in told]


def test_the_members_speak_in_the_order_of_the_table(paper):
    told = [text.partition(":")[0] for text in sentences(paper) if ": Minh họa: ước " in text]
    members = ("Vietsovpetro", "(PVEP)", "Rusvietpetro", "Gazpromviet")
    assert list(dict.fromkeys(name for text in told for name in members if text.endswith(name))) == list(members)


def test_a_paper_on_final_figures_prints_them(cluster):
    paper = compose_review(*parts_of(cluster, Kind.ACTUAL))
    told = " ".join(sentences(paper))
    assert "vượt 984,8 triệu USD; trong đó do sản lượng 100,5; do giá 884,3." in told
    assert "ước thực hiện" not in told


def test_a_milestone_that_came_after_the_cut_off_has_not_come(tables):
    (milestones,) = (table for table in tables if table.columns[1].head == "Công trình, dự án")
    rows = {row[1]: row[3:] for row in texts(milestones)}
    assert rows["Công trình biển A (minh họa)"] == ["31/12/2022", "05/12/2022", "–", "chưa đến hạn"]
    assert rows["Trạm nén khí C (minh họa)"] == ["quý III/2022", "–", "18/09/2022", "sớm 12 ngày"]


def test_the_lists_have_nine_and_five_rows(paper):
    heads = [block.text for block in paper.blocks if hasattr(block, "text")]
    assert "b) Chỉ tiêu đạt từ 150% kế hoạch trở lên (9)" in heads
    assert "c) Chỉ tiêu chưa đạt (5)" in heads


def test_all_members_are_counted_and_a_split_is_no_indicator(paper, tables):
    assert any(text.startswith("Toàn bộ các đơn vị có 52 chỉ tiêu: ") for text in sentences(paper))
    assert any("Vietsovpetro có 13 chỉ tiêu: 8 vượt kế hoạch" in text for text in sentences(paper))
    members = next(table for table in tables if "từng đơn vị" in table.caption)
    assert "Doanh thu quy về giá dầu kế hoạch" not in {row[1] for row in texts(members) if len(row) > 1}


def test_the_assumptions_and_counts_are_said_in_the_language_of_the_paper(cluster):
    told = {language: sentences(compose_review(*parts_of(cluster)[:-1], language)) for language in ("ru", "en")}
    assert any(text.endswith("104,2 долл. США/барр.") for text in told["ru"])
    assert any("104.2 USD/bbl" in text for text in told["en"])
    assert any(text.startswith("All org units together have 52 indicators: ") for text in told["en"])


def test_the_slides_show_each_member_and_are_at_most_ten(cluster):
    deck = compose_deck(*parts_of(cluster))
    assert deck.stamp == STAMP
    assert len(deck.slides) < 10
    titles = " ".join(slide.heading for slide in deck.slides)
    assert all(name in titles for name in ("Vietsovpetro", "PVEP", "Rusvietpetro", "Gazpromviet"))


def test_the_first_sheet_is_the_table_of_all_members_with_live_percentages(cluster):
    book = openpyxl.load_workbook(io.BytesIO(consolidated_workbook(*parts_of(cluster))))
    sheet = book.worksheets[0]
    head = [cell.value for cell in sheet[HEAD_ROW + 1]]
    assert "Ước TH 2022" in head
    assert "TH 2022" not in head
    rows = list(sheet.iter_rows(min_row=FIRST_ROW + 1))
    sections = [row[1].value for row in rows if row[1].font.bold]
    assert sections[0] == "Cụm thi đua số 1"
    assert len(sections) == 5
    for row in rows:
        percent = row[head.index("% ước TH/KH")].value
        if isinstance(percent, str) and percent.startswith("="):
            assert f"{row[0].row})" in percent  # the formula speaks of its own line
    numbers = [row[0].value for row in rows if isinstance(row[0].value, int)]
    assert numbers.count(1) == 5
    assert all(page["A5"].value == STAMP for page in book.worksheets)


def test_a_day_that_has_come_is_a_fact_on_estimates_and_one_to_come_is_not(cluster):
    year = cluster[0]
    kept = tuple(figure for figure in year.figures if figure.indicator != "PROJ-C" or figure.kind is not Kind.ESTIMATE)
    results = consolidated(replace(year, figures=kept))
    rows = {row.indicator: row for row in results.comparisons if row.indicator.startswith("PROJ")}
    assert rows["PROJ-C"].basis is Kind.ACTUAL
    assert rows["PROJ-A"].basis is Kind.ESTIMATE
    assert Address.parse("GPV/PROJ-C@2022:actual") == rows["PROJ-C"].actual.address
    paper = compose_review(occasion_of(year, Kind.ESTIMATE), year.organisation, year.plan, results, (), "vi")
    (row,) = (
        row
        for block in paper.appendices[0].blocks
        if isinstance(block, Table)
        for row in texts(block)
        if row[-1] == "PROJ-C"
    )
    assert row[6] == "18/09/2022"
