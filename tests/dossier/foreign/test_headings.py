"""What the heads of columns say, in the words units use."""

import pytest

from tongket.dossier.foreign.headings import heading_key, read_heading
from tongket.dossier.form import FormColumn as C


@pytest.mark.parametrize(
    ("column", "heads"),
    [
        (C.NUMBER, ["TT", "STT"]),
        (C.NAME, ["Chỉ tiêu", "Nội dung", "Danh mục", "Показатель"]),
        (C.MEASURE, ["ĐVT", "Đơn vị tính", "Ед. изм."]),
        (C.EXPLANATION, ["Ghi chú", "Giải trình"]),
        (C.CODE, ["Mã", "Mã chỉ tiêu"]),
        (C.LAST_YEAR, ["TH 2021", "Thực hiện năm trước", "Năm 2021 | TH", "Факт 2021"]),
        (C.PLAN, ["KH 2022", "KH năm", "Kế hoạch được giao", "Kế hoạch năm 2022 (HĐTV giao)", "Năm 2022 | Kế hoạch"]),
        (
            C.ACTUAL_TO_DATE,
            ["10T/2022", "10 tháng", "Lũy kế", "Thực hiện đến 31/10/2022", "10 мес. 2022", "Cộng 9T"],
        ),
        (C.ESTIMATE, ["Ước TH 2022", "Ước TH cả năm", "Ước thực hiện năm 2022", "Ожид. 2022"]),
        (C.ACTUAL, ["Thực hiện 2022", "Thực hiện chính thức", "Năm 2022 | TH"]),
    ],
)
def test_a_head_that_leaves_no_choice_is_certain(column, heads):
    assert {head: read_heading(head, 2022) for head in heads if read_heading(head, 2022).column is not column} == {}
    assert all(read_heading(head, 2022).certain for head in heads)


@pytest.mark.parametrize(
    "head",
    ["So sánh %", "% TH/KH", "Ước TH/KH", "So với 2021", "T1", "Tháng 10", "TH tháng 10/2022", "KH 2023", "Cùng kỳ",
     "10T/2021", "Quý III", "KH 2021", "TH 2020", "Tăng trưởng", "Ước T11"],
)  # fmt: skip
def test_quotients_months_and_other_years_are_never_taken(head):
    assert read_heading(head, 2022).column is None


@pytest.mark.parametrize(
    ("head", "column"),
    [("Thực hiện", C.ACTUAL), ("KH điều chỉnh", C.PLAN), ("2021", C.LAST_YEAR), ("2022", None), ("Ước 11 tháng", None)],
)
def test_a_head_that_leaves_a_choice_is_not_certain(head, column):
    reading = read_heading(head, 2022)
    assert (reading.column, reading.certain) == (column, False)


def test_a_head_has_the_same_key_a_year_and_a_month_later():
    assert heading_key("TH 2021", 2022) == heading_key("TH 2022", 2023)
    assert heading_key("Thực hiện 10 tháng năm 2022", 2022) == heading_key("Thực hiện 11 tháng năm 2023", 2023)
    assert heading_key("TH đến 31/10/2022", 2022) == heading_key("TH đến 30/11/2023", 2023)


def test_heads_of_two_years_have_two_keys():
    assert heading_key("TH 2021", 2022) != heading_key("TH 2022", 2022)
