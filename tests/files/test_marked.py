"""A marked file says what was found, in its cells and in a list, and is otherwise the file that was sent."""

from decimal import Decimal

import hypothesis
import pytest
from hypothesis import strategies as st
from tests.files import peoples_workbooks as people

from tongket.files.marked import marked
from tongket.words import FindingKind, Place, Refused

SUM = FindingKind.error(
    "t.sum", "Tổng {cell} = {value} khác {sum}.", "ru {cell} {value} {sum}", "en {cell} {value} {sum}"
)
EMPTY = FindingKind.error("t.empty", "Ô {cell} còn trống.", "ru {cell}", "en {cell}")
JUMP = FindingKind.warning("t.jump", "Ô {cell} tăng vọt.", "ru {cell}", "en {cell}")
TYPED = FindingKind.note("t.typed", "Ô {cell} ghi số dưới dạng chữ.", "ru {cell}", "en {cell}")
WHOLE = FindingKind.warning("t.whole", "Biểu mẫu năm trước.", "ru", "en")
RED, AMBER, GREY = "FFF0B0A", "FFF0D08", "FFD0D0D"
RESULT = "KẾT QUẢ KIỂM TRA"


def found(kind, cell, sheet="Bieu1", file="a.xlsx", **values):
    return kind.at(Place(file, sheet, cell), **({"cell": cell} | values))


def listed(content):
    rows = people.loaded(content)[RESULT].iter_rows(min_row=6, max_col=7, values_only=True)
    return [row for row in rows if row[0]]


def colour(content, cell, sheet="Bieu1"):
    return people.loaded(content)[sheet][cell].fill.fgColor.rgb


def remark(content, cell, sheet="Bieu1"):
    comment = people.loaded(content)[sheet][cell].comment
    return comment.text if comment else None


def ours(text):
    return f"———— tongket ————\n{text}\n—————————————"


def test_cells_are_coloured_by_their_gravest_finding_and_carry_all_of_them_in_one_remark():
    content = marked(people.rich(), [found(TYPED, "E6"), found(JUMP, "E6"), found(EMPTY, "D30"), found(TYPED, "E9")])
    assert [colour(content, cell)[:7] for cell in ("E6", "D30", "E9")] == [AMBER, RED, GREY]
    said = "Cần giải trình:\nÔ E6 tăng vọt.\n\nLưu ý:\nÔ E6 ghi số dưới dạng chữ."
    assert remark(content, "E6") == ours(said)


def test_the_first_sheet_is_open_and_lists_what_was_found_with_links_to_the_cells():
    book = people.loaded(marked(people.rich(), [found(SUM, "E6", value=Decimal("3119.0"), sum=Decimal(3118))]))
    assert book.sheetnames[0] == book.active.title == RESULT
    assert [sheet.title for sheet in book if sheet.sheet_view.tabSelected] == [RESULT]
    sheet = book[RESULT]
    assert sheet["A2"].value == "Tệp đọc được. Có 1 lỗi phải sửa."
    assert [cell.value for cell in sheet[5]][:7] == [
        "Mức", "Vị trí", "Chỉ tiêu", "Nội dung", "Số trong tệp", "Số đối chiếu", "Xử lý",
    ]  # fmt: skip
    row = ("Phải sửa", "Bieu1!E6", None, "Tổng E6 = 3.119,0 khác 3.118.", "3.119,0", "3.118", "Sửa rồi gửi lại")
    assert tuple(cell.value for cell in sheet[6])[:7] == row
    assert sheet["B6"].hyperlink.location == "'Bieu1'!E6"


def test_a_link_to_a_sheet_with_an_apostrophe_in_its_name_is_quoted():
    sheet = people.loaded(marked(people.rich(), [found(JUMP, "A1", "Biểu's 2")]))[RESULT]
    assert sheet["B6"].hyperlink.location == "'Biểu''s 2'!A1"


def test_the_list_prints_across_on_a4_with_its_head_on_every_page():
    sheet = people.loaded(marked(people.rich(), [found(JUMP, "E6")]))[RESULT]
    setup = sheet.page_setup
    assert (setup.orientation, setup.paperSize, setup.fitToWidth, setup.fitToHeight) == ("landscape", 9, 1, 0)
    assert (sheet.print_title_rows, sheet.freeze_panes) == ("$5:$5", "A6")


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_list_speaks_the_language_asked_for(language):
    book = people.loaded(marked(people.rich(), [found(EMPTY, "E6")], language))
    assert book[book.sheetnames[0]]["D6"].value == f"{language} E6"


def test_findings_without_a_cell_stand_in_the_list_alone_and_those_of_other_files_nowhere():
    findings = [
        WHOLE.at(Place("a.xlsx")),
        found(JUMP, "E6", file="b.xlsx"),
        found(JUMP, "E6", "Không có"),
        WHOLE.at(None),
    ]
    content = marked(people.rich(), findings, file="a.xlsx")
    assert [row[1] for row in listed(content)] == ["(cả tệp)", "(cả tệp)", "Không có!E6"]
    assert colour(content, "E6") == "FFFFF9DB"
    assert people.loaded(content)[RESULT]["B8"].hyperlink is None


def test_a_finding_inside_a_merged_area_is_marked_where_the_area_shows():
    content = marked(people.rich(), [found(JUMP, "C1")])
    assert colour(content, "A1")[:7] == AMBER
    assert remark(content, "A1")
    assert remark(content, "C1") is None


def test_nobodys_remark_is_lost_and_ours_stands_below_it():
    content = marked(people.rich(), [found(JUMP, "E7")])
    assert remark(content, "E7") == "Số này đã chốt.\n" + ours("Cần giải trình:\nÔ E7 tăng vọt.")
    assert people.loaded(content)["Bieu1"]["E7"].comment.author == "Lan"


def test_a_file_marked_again_holds_only_what_was_found_the_last_time():
    first = marked(people.rich(), [found(JUMP, "E6"), found(EMPTY, "E7"), found(JUMP, "B14"), found(TYPED, "K40")])
    assert marked(first, [found(JUMP, "E6"), found(EMPTY, "E7"), found(JUMP, "B14"), found(TYPED, "K40")]) == first
    cleaned = marked(first, [found(JUMP, "E8")])
    assert people.loaded(cleaned).sheetnames.count(RESULT) == 1
    assert len(people.loaded(cleaned).sheetnames) == 5
    before, after = people.looks(people.rich()), people.looks(cleaned)
    assert {at for at in before if before[at] != after[at]} == {("Bieu1", "E8")}
    remarks = {cell: remark(cleaned, cell) for cell in ("E6", "E7", "E8", "B14")}
    assert remarks == {"E6": None, "E7": "Số này đã chốt.", "E8": ours("Cần giải trình:\nÔ E8 tăng vọt."), "B14": None}


def test_what_somebody_added_to_our_remark_is_theirs():
    def answered(text):
        return text.replace("—————————————</t>".encode(), "—————————————\nLan: đúng vậy.</t>".encode())

    first = people.with_part(marked(people.rich(), [found(JUMP, "E6")]), "xl/comments1.xml", answered)
    assert remark(marked(first, []), "E6") == "Lan: đúng vậy."


def rules(content, sheet="Bieu1"):
    """The rules of a sheet in the order in which they count: where, what, and the colour they give."""
    found = people.loaded(content)[sheet].conditional_formatting
    said = [(rule.priority, str(area.sqref), rule) for area in found for rule in area.rules]
    return [
        (at, rule.type, rule.dxf and rule.dxf.fill and rule.dxf.fill.bgColor.rgb)
        for _, at, rule in sorted(said, key=lambda one: one[0])
    ]


def test_where_a_rule_may_cover_our_colour_one_of_ours_comes_first():
    content = marked(people.rich(), [found(JUMP, "E6"), found(EMPTY, "D7"), found(EMPTY, "B9")])
    ours = [("E6", "expression", "FFF0D080"), ("D7", "expression", "FFF0B0A0")]
    assert sorted(rules(content)[:2]) == sorted(ours)
    priorities = [
        rule.priority for area in people.loaded(content)["Bieu1"].conditional_formatting for rule in area.rules
    ]
    assert sorted(priorities) == [1, 2, 3, 4]
    sheet = people.parts_of(content)["xl/worksheets/sheet1.xml"]
    assert sheet.index(b"tongket") < sheet.index(b"dataBar")
    assert rules(content)[2:] == rules(people.rich())
    assert rules(marked(content, [])) == rules(people.rich())


def test_a_gradient_and_a_common_grey_come_back_as_they_were():
    cells = ["E6", "E7", "E8"]
    again = marked(marked(people.plain(), [found(JUMP, cell) for cell in cells]), [])
    assert people.looks(again) == people.looks(people.plain())


def test_a_sheet_of_the_same_name_is_left_to_the_unit():
    def renamed(text):
        return text.replace(b'name="Bieu1"', f'name="{RESULT}"'.encode())

    content = marked(people.with_part(people.plain(), "xl/workbook.xml", renamed), [])
    assert people.loaded(content).sheetnames == [f"{RESULT} (2)", RESULT]


def test_names_of_single_sheets_move_with_their_sheets():
    before, after = people.loaded(people.rich()), people.loaded(marked(people.rich(), []))
    for name in ("Bieu1", "Ẩn", "Biểu's 2"):
        assert dict(after[name].defined_names).keys() == dict(before[name].defined_names).keys()
        assert after[name].print_area == before[name].print_area
        assert after[name].print_title_rows == before[name].print_title_rows
    assert after["Ẩn"].sheet_state == "hidden"


def test_every_part_that_need_not_change_is_the_same_to_the_byte():
    before, after = people.parts_of(people.rich()), people.parts_of(marked(people.rich(), [found(JUMP, "E6")]))
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {
        "[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml",
        "xl/worksheets/sheet1.xml", "xl/comments1.xml", "xl/drawings/vmlDrawing1.vml",
        "xl/worksheets/sheet3.xml",  # it was open; only that is taken out
    }  # fmt: skip
    opened = before["xl/worksheets/sheet3.xml"].replace(b' tabSelected="1"', b"")
    assert after["xl/worksheets/sheet3.xml"] == opened
    assert set(after) - set(before) == {"xl/worksheets/sheet4.xml"}


CELLS = st.tuples(st.integers(1, 25), st.sampled_from("ABCDEFGHJ")).map(lambda one: f"{one[1]}{one[0]}")


@pytest.mark.parametrize("make", [people.rich, people.plain])
@hypothesis.settings(max_examples=15)
@hypothesis.given(marks=st.lists(st.tuples(CELLS, st.sampled_from([EMPTY, JUMP, TYPED])), max_size=12))
def test_whatever_is_marked_every_other_cell_and_all_but_the_fill_of_the_marked_stay(make, marks):
    content = make()
    result = marked(content, [found(kind, cell) for cell, kind in marks])
    assert people.out_of_order(result) == []
    before, after = people.looks(content), people.looks(result)
    shown = {
        "A1" if cell in {f"{letter}1" for letter in "ABCDE"} and make is people.rich else cell for cell, _ in marks
    }
    for at, (rest, fill) in before.items():
        assert after[at][0] == rest
        assert (after[at][1] == fill) == (at[1] not in shown or at[0] != "Bieu1")
    assert marked(content, [found(kind, cell) for cell, kind in marks]) == result


@pytest.mark.needs_tool("soffice")
def test_libreoffice_opens_a_marked_file_and_what_it_saves_can_be_marked_again(tmp_path):
    findings = [found(JUMP, "E6"), found(EMPTY, "E7"), found(JUMP, "B14"), found(TYPED, "K40")]
    content = marked(people.rich(), findings)
    saved = people.by_libreoffice(content, tmp_path)
    before, after = people.loaded(people.rich(), data_only=True), people.loaded(saved, data_only=True)
    assert after.sheetnames == [RESULT, "Bieu1", "Ẩn", "Biểu's 2", "Đồ thị"]
    for sheet in before.worksheets:
        values = {cell.coordinate: cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None}
        assert {cell: after[sheet.title][cell].value for cell in values} == values
    assert remark(saved, "E7") == "Số này đã chốt.\n" + ours("Phải sửa:\nÔ E7 còn trống.")
    assert [colour for _, _, colour in rules(saved)].count("FFF0D080") == 1
    cleaned = marked(saved, [])
    assert [colour for _, _, colour in rules(cleaned)].count("FFF0D080") == 0
    assert people.loaded(cleaned).sheetnames == after.sheetnames
    assert [colour(cleaned, cell) for cell in ("E6", "E7", "K40")] == ["FFFFF9DB", "FFFFF9DB", "00000000"]
    assert people.loaded(cleaned)["Bieu1"]["B14"].fill.patternType == "lightGray"
    assert [remark(cleaned, cell) for cell in ("E6", "E7", "B14")] == [None, "Số này đã chốt.", None]


@pytest.mark.needs_tool("soffice")
def test_a_file_from_libreoffice_is_marked_and_prints(tmp_path):
    saved = people.by_libreoffice(people.rich(), tmp_path)
    content = marked(saved, [found(JUMP, "E6"), found(EMPTY, "E7")])
    before, after = people.looks(saved), people.looks(content)
    assert {at[1] for at in before if before[at] != after[at]} == {"E6", "E7"}
    assert people.by_libreoffice(content, tmp_path / "again", "pdf").startswith(b"%PDF")


OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize(
    ("content", "advice"),
    [
        (OLD + "Workbook".encode("utf-16-le") + bytes(600), "lưu thành .xlsx"),
        (OLD + "EncryptedPackage".encode("utf-16-le") + bytes(600), "mật khẩu"),
        (b"no workbook", "hỏng"),
    ],
)
def test_what_cannot_be_written_into_is_refused_with_what_to_do(content, advice):
    with pytest.raises(Refused) as refused:
        marked(content, [])
    assert advice in refused.value.sentence.vi
