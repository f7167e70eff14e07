"""A filled template holds the figures given, digit for digit, and is otherwise the template that was sent."""

import datetime as dt
from decimal import Decimal

import hypothesis
import pytest
from hypothesis import strategies as st
from tests.files import peoples_workbooks as people

from tongket.files.template_fill import filled
from tongket.words import Refused


def at(cell, value, sheet="Bieu1"):
    return {(sheet, cell): value}


def said(call):
    with pytest.raises(Refused) as refused:
        call()
    return refused.value.sentence.vi


def test_numbers_texts_and_days_stand_in_their_cells_with_the_style_that_was_there():
    values = at("E6", Decimal("3001.5")) | at("D30", "chữ  mới ") | at("AA3", Decimal(-7)) | at("E8", Decimal("0.10"))
    content = filled(people.rich(), values | at("A1", dt.date(2022, 11, 28), "Biểu's 2"))
    sheet = people.loaded(content)["Bieu1"]
    assert [sheet[cell].value for cell in ("E6", "D30", "AA3", "E8")] == [3001.5, "chữ  mới ", -7, 0.1]
    assert sheet["E6"].number_format == "#,##0.0"
    day = people.loaded(content)["Biểu's 2"]["A1"]
    assert (day.value.date(), day.is_date) == (dt.date(2022, 11, 28), True)


def test_a_number_is_written_digit_for_digit():
    content = filled(people.rich(), at("E6", Decimal("1234567890123456.70")) | at("E7", Decimal("1E+3")))
    text = people.parts_of(content)["xl/worksheets/sheet1.xml"]
    assert b"<v>1234567890123456.70</v>" in text
    assert b"<v>1000</v>" in text


def test_a_text_never_becomes_a_formula_and_marks_of_xml_come_back_whole():
    texts = ["=1+1", "<b>&\"'", "dòng 1\ndòng 2", "_x0041_", "tab\tvà \x0b"]
    values = {("Bieu1", f"B{number}"): text for number, text in enumerate(texts, start=40)}
    sheet = people.loaded(filled(people.plain(), values))["Bieu1"]
    from openpyxl.utils.escape import unescape

    assert [unescape(sheet[f"B{number}"].value) for number in range(40, 45)] == texts
    assert all(sheet[f"B{number}"].data_type != "f" for number in range(40, 45))


def test_a_day_keeps_a_format_that_shows_days_and_counts_as_the_workbook_does():
    def as_old_macs(text):
        return text.replace(b"<workbookPr", b'<workbookPr date1904="1"')

    old = people.with_part(people.rich(), "xl/workbook.xml", as_old_macs)
    sheet = people.loaded(filled(old, at("K1", dt.date(2022, 11, 28))))["Bieu1"]
    assert sheet["K1"].value.date() == dt.date(2022, 11, 28)
    twice = filled(filled(people.rich(), at("K1", dt.date(2022, 11, 28))), at("K1", dt.date(2022, 11, 29)))
    once = filled(people.rich(), at("K1", dt.date(2022, 11, 28)))
    assert people.parts_of(twice)["xl/styles.xml"] == people.parts_of(once)["xl/styles.xml"]


def test_an_empty_text_empties_a_cell_and_leaves_its_style():
    cell = people.loaded(filled(people.rich(), at("E6", "")))["Bieu1"]["E6"]
    assert (cell.value, cell.number_format) == (None, "#,##0.0")


def test_a_new_cell_takes_the_style_of_its_column():
    sheet = people.loaded(filled(people.plain(), at("J50", Decimal(1))))["Bieu1"]
    assert sheet["J50"].fill.fgColor.rgb == "FFEEEEFF"


@pytest.mark.parametrize("cell", ["E15", "C16", "C17", "B1", "G6"])
def test_a_cell_with_a_formula_inside_a_merged_area_or_heading_a_table_is_refused_by_name(cell):
    assert f"Ô {cell} trang ‘Bieu1’" in said(lambda: filled(people.rich(), at(cell, Decimal(1))))


@pytest.mark.parametrize("cell", ["F6", "F8"])
def test_both_ends_of_a_shared_formula_are_refused(cell):
    assert "có công thức" in said(lambda: filled(people.plain(), at(cell, Decimal(1))))


def test_a_wrong_sheet_cell_day_or_length_is_refused_with_what_is_there():
    assert "các trang: Bieu1, Ẩn, Biểu's 2, Đồ thị" in said(lambda: filled(people.rich(), at("A1", "x", "Biểu 9")))
    assert "Không có" not in said(lambda: filled(people.rich(), at("A1", "x", "Đồ thị")))
    assert "‘XFE1’" in said(lambda: filled(people.rich(), at("XFE1", "x")))
    assert "1900" in said(lambda: filled(people.rich(), at("A9", dt.date(1899, 1, 1))))
    assert "32767" in said(lambda: filled(people.rich(), at("A9", "x" * 32768)))


def test_only_the_sheet_and_the_order_to_calculate_change():
    def calculated(text):
        return text.replace(b'fullCalcOnLoad="1"', b"")

    content = people.with_part(people.plain(), "xl/workbook.xml", calculated)
    before, after = people.parts_of(content), people.parts_of(filled(content, at("E6", Decimal(1))))
    assert b"fullCalcOnLoad" not in before["xl/workbook.xml"]
    assert {name for name in before if before[name] != after[name]} <= {"xl/worksheets/sheet1.xml", "xl/workbook.xml"}
    assert before.keys() == after.keys()
    assert b'fullCalcOnLoad="1"' in after["xl/workbook.xml"]


def test_nothing_to_fill_gives_every_part_back_as_it_was():
    assert people.parts_of(filled(people.rich(), {})) == people.parts_of(people.rich())


CELLS = st.tuples(st.integers(1, 60), st.sampled_from(["A", "D", "K", "Z", "AB"])).map(lambda one: f"{one[1]}{one[0]}")
VALUES = st.one_of(st.decimals(-(10**9), 10**9, places=3), st.text(st.characters(codec="utf-8", categories=["L", "N"])))


@pytest.mark.parametrize("make", [people.rich, people.plain])
@hypothesis.settings(max_examples=15)
@hypothesis.given(values=st.dictionaries(CELLS, VALUES, max_size=12))
def test_whatever_is_filled_every_other_cell_stays(make, values):
    values = {cell: value for cell, value in values.items() if cell not in {"D1", "D16", "D17"}}
    content = filled(make(), {("Bieu1", cell): value for cell, value in values.items()})
    assert people.out_of_order(content) == []
    before, after = people.looks(make()), people.looks(content)
    assert {at for at in before if before[at] != after[at]} <= {("Bieu1", cell) for cell in values}
    for cell, value in values.items():
        read = people.loaded(content)["Bieu1"][cell].value
        assert read == (float(value) if isinstance(value, Decimal) else value or None)


@pytest.mark.needs_tool("soffice")
def test_libreoffice_calculates_what_depends_on_the_figures_filled_in(tmp_path):
    saved = people.by_libreoffice(filled(people.plain(), at("E6", Decimal(2912)) | at("D6", Decimal(1456))), tmp_path)
    assert people.loaded(saved, data_only=True)["Bieu1"]["F6"].value == 2
