"""The content model keeps its promises before any writer sees it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tongket.documents import (
    Appendix,
    Cell,
    Chart,
    ChartKind,
    Column,
    Header,
    Paper,
    Point,
    Row,
    RowKind,
    Run,
    Series,
    Table,
    Title,
    cells,
    printed_figures,
    prose,
)

HEADS = (Column("Chỉ tiêu"), Column("Thực hiện"))
OIL = "NCS/OIL@2012:actual"
CHART = Chart(
    ChartKind.BARS,
    "Sản lượng",
    ("Dầu", "Khí"),
    (Series("Thực hiện", (Point(Decimal("633"), "633,0", OIL), Point(None, "chưa có"))),),
    alt="Dầu 633,0; khí chưa có.",
)


def paper(**changes: object) -> Paper:
    plain = Paper("vi", date(2012, 12, 31), Header("NHÀ GIÀN"), (), Title("BÁO CÁO", "Tổng kết năm 2012"))
    return replace(plain, **changes)  # type: ignore[arg-type]


def test_a_row_with_a_missing_cell_is_refused() -> None:
    with pytest.raises(ValueError, match="row 2 has 1 cells, not 2"):
        Table(HEADS, (Row(cells("Dầu", "1")), Row(cells("Khí"))))


def test_a_section_row_is_one_cell_across_the_table() -> None:
    Table(HEADS, (Row(cells("I. Khai thác"), RowKind.SECTION),))
    with pytest.raises(ValueError, match="row 1 has 2 cells, not 1"):
        Table(HEADS, (Row(cells("I.", "Khai thác"), RowKind.SECTION),))


def test_a_chart_without_words_for_those_who_cannot_see_it_is_refused() -> None:
    with pytest.raises(ValueError, match="alternative text"):
        replace(CHART, alt="")


def test_a_series_with_too_few_points_is_refused() -> None:
    with pytest.raises(ValueError, match="Thực hiện has 2 points, not 1"):
        replace(CHART, categories=("Dầu",))


def test_the_table_of_a_chart_prints_what_the_picture_prints() -> None:
    assert [[cell.text for cell in row.cells] for row in CHART.table.rows] == [["Dầu", "633,0"], ["Khí", "chưa có"]]
    assert CHART.table.rows[0].cells[1].address == OIL


def test_every_printed_figure_is_found_in_body_and_appendix() -> None:
    body = prose("Khai thác ", Run("633,0", address=OIL), " nghìn tấn.")
    table = Table(HEADS, (Row((Cell("Dầu"), Cell("105,5", "NCS/OIL@2012:percent_of_plan"))),))
    whole = paper(blocks=(body, CHART), appendices=(Appendix("Phụ lục I", "BẢNG", (table,)),))
    assert list(printed_figures(whole)) == [(OIL, "633,0"), (OIL, "633,0"), ("NCS/OIL@2012:percent_of_plan", "105,5")]


def test_a_paper_is_called_by_its_kind_and_subject_and_a_letter_by_its_subject() -> None:
    assert paper().name == "BÁO CÁO Tổng kết năm 2012"
    assert paper(title=None, header=Header("A", letter_subject="V/v nộp báo cáo")).name == "V/v nộp báo cáo"


def test_the_months_of_a_line_chart_run_across_its_table() -> None:
    months = replace(CHART, kind=ChartKind.LINES, categories=("T1", "T2"), category_head="Năm")
    assert [column.head for column in months.table.columns] == ["Năm", "T1", "T2"]
    assert [[cell.text for cell in row.cells] for row in months.table.rows] == [["Thực hiện", "633,0", "chưa có"]]
