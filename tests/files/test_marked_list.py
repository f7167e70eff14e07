"""The list of findings reads by sheet, the gravest first, and says what is alike once."""

import datetime as dt
from decimal import Decimal

from tongket.files.marked_list import lines, runs
from tongket.files.marked_words import verdict
from tongket.words import FindingKind, Place, Text

EMPTY = FindingKind.error("t.empty", "Ô {cell} còn trống.", "ru {cell}", "en {cell}")
JUMP = FindingKind.warning("t.jump", "Ô {cell} bằng {percent}%.", "ru {cell} {percent}", "en {cell} {percent}")
TYPED = FindingKind.note("t.typed", "Ô {cell} là chữ.", "ru {cell}", "en {cell}")


def at(kind, cell, sheet="B", **values):
    return kind.at(Place("a.xlsx", sheet, cell), cell=cell, **values)


def sentences(findings, sheets=("A", "B")):
    return [line.texts("vi")[3] for line in lines(findings, sheets)]


def test_what_is_alike_is_said_once_with_the_other_cells():
    findings = [at(EMPTY, f"F{number}", row=f"I{number}", column="estimate") for number in range(3, 18)]
    assert sentences(findings) == ["Ô F3 còn trống.\n(và 14 ô tương tự: F4–F17)"]


def test_what_names_other_figures_is_not_alike():
    assert len(sentences([at(JUMP, "F3", percent=Decimal(214)), at(JUMP, "F4", percent=Decimal(215))])) == 2
    assert len(sentences([at(EMPTY, "F3"), at(EMPTY, "F4", "A")])) == 2


def test_the_order_is_the_sheets_own_then_weight_then_cell():
    findings = [
        at(TYPED, "A1"),
        at(EMPTY, "B20"),
        at(JUMP, "B3", percent=1),
        at(TYPED, "C1", "A"),
        at(EMPTY, "A1", "Z"),
    ]
    assert [line.finding.place.sheet + line.finding.place.cell for line in lines(findings, ("A", "B"))] == [
        "AC1", "BB20", "BB3", "BA1", "ZA1",
    ]  # fmt: skip


def test_cells_below_one_another_are_said_as_a_run():
    assert runs(["G5", "F4", "F3", "F6", "AA1"]) == "F3–F4, F6, G5, AA1"
    assert runs([f"{letter}1" for letter in "ABCDEFGHIJKLMN"]).endswith("L1, …")


def columns(kind_values, cell="F7", names=None):
    sentence = " ".join(f"{{{name}}}" for name in kind_values)
    finding = FindingKind.error("t.any", sentence, sentence, sentence).at(Place("a", "B", cell), **kind_values)
    texts = lines([finding], ("B",))[0].texts("vi", names or {})
    return texts[2], texts[4], texts[5]


def test_the_figure_in_the_file_and_the_one_it_is_held_against_have_columns():
    assert columns({"row": "OIL", "total": "3.119,0", "sum": "3.118,0"}) == ("OIL", "3.119,0", "3.118,0")
    assert columns({"found": dt.date(2022, 11, 1), "wanted": dt.date(2022, 10, 31)}) == ("", "01/11/2022", "31/10/2022")
    assert columns({"text": "2.999,4", "value": Decimal("2999.4")}) == ("", "2.999,4", "")


def test_what_is_no_figure_stands_in_no_column_of_figures():
    assert columns({"found": 14, "expected": 12}) == ("", "", "")
    assert columns({"found": "F", "expected": "E", "wanted": "nghìn tấn"}) == ("", "", "")
    assert columns({"text": "do giá dầu 2022", "about": "Ô F7 tăng.", "value": Decimal(7)}) == ("", "7", "")


def test_an_indicator_is_named_where_its_name_is_known():
    assert columns({"row": "OIL"}, names={"OIL": Text("Khai thác dầu")})[0] == "Khai thác dầu (OIL)"
    assert columns({"name": "Khí", "code": "GAS"})[0] == "Khí (GAS)"


def test_the_verdict_counts_what_there_is():
    error, warning, note = at(EMPTY, "A1"), at(JUMP, "A1", percent=1), at(TYPED, "A1")
    assert verdict([error] * 3 + [warning] * 5 + [note] * 2, "vi") == (
        "Tệp đọc được. Có 3 lỗi phải sửa, 5 điểm cần giải trình, 2 lưu ý."
    )
    assert verdict([warning], "vi") == "Tệp không có lỗi phải sửa. Có 1 điểm cần giải trình."
    assert verdict([], "vi") == "Tệp không có lỗi. Có thể lưu."
