"""A mapped workbook read as our form: the same figures, each with its place, now and when it comes again changed."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.dossier.foreign.cast import LAYOUTS, Sheet, asked, book, form_of, told

from tongket.dossier.foreign import Certainty, applied, proposed
from tongket.dossier.form import FIRST_ROW, FormColumn, FormStage
from tongket.dossier.grid import cell_name
from tongket.figures import Amount
from tongket.words import Place

OPEN = {FormColumn.ACTUAL_TO_DATE: "to_date", FormColumn.ESTIMATE: "estimate"}


def confirmed(org_unit, sheets=None):
    """The mapping once a person has confirmed what was proposed; tonnes of oil equivalent mean the plan's tonnes."""
    mapping = proposed(book(sheets or LAYOUTS[org_unit]()), asked(org_unit))

    def confirm(row):
        measure = "triệu tấn" if row.code == "OE" else row.measure
        return replace(row, certainty=Certainty.CERTAIN, measure=measure) if row.code else row

    return replace(
        mapping, sheets=tuple(replace(s, rows=tuple(confirm(row) for row in s.rows)) for s in mapping.sheets)
    )


def figures(result):
    """Every open cell filled in, by code and column."""
    return {
        (grid.at(row, FormColumn.CODE.position), name): grid.at(row, column.position)
        for grid in result.book.grids[:-1]
        for row in range(FIRST_ROW, len(grid.rows))
        for column, name in OPEN.items()
        if grid.at(row, column.position) is not None
    }


def codes(result):
    return [finding.code for finding in result.findings]


def errors(result):
    return [finding.code for finding in result.findings if finding.severity == "error"]


@pytest.mark.parametrize("org_unit", LAYOUTS)
def test_a_mapped_workbook_gives_every_figure_the_unit_stated(org_unit):
    result = applied(confirmed(org_unit), book(LAYOUTS[org_unit]()), form_of(org_unit))
    assert figures(result) == told(org_unit, "to_date", "estimate")
    assert errors(result) == []


def test_a_cell_shown_as_a_percentage_is_still_known_as_one():
    made = book(LAYOUTS["VSP"](), "vsp.xlsx")
    everywhere = frozenset((row, column) for row in range(60) for column in range(20))
    shown = replace(made, grids=tuple(replace(grid, percents=everywhere) for grid in made.grids))
    (grid, _) = applied(confirmed("VSP"), shown, form_of("VSP")).book.grids
    source = {
        (page.name, cell_name(row, column)): value
        for page in made.grids
        for row, line in enumerate(page.rows)
        for column, value in enumerate(line)
    }
    cells = [(row, column) for row, column in grid.percents if column in {one.position for one in OPEN}]
    assert len(cells) > 10
    assert [grid.at(*cell) for cell in cells] == [
        source[grid.origins[cell]] for cell in cells
    ]  # in no measure of a row


def test_every_cell_keeps_the_place_it_came_from():
    result = applied(confirmed("VSP"), book(LAYOUTS["VSP"](), "vsp.xlsx"), form_of("VSP"))
    (grid, _) = result.book.grids
    assert result.book.place(grid, FIRST_ROW, FormColumn.ESTIMATE.position) == Place("vsp.xlsx", "PL 01", "G9")
    assert result.book.place(grid, FIRST_ROW, FormColumn.CODE.position) == Place("vsp.xlsx", "PL 01", "B9")


def test_another_scale_is_converted_exactly_and_said():
    result = applied(confirmed("VSP"), book(LAYOUTS["VSP"]()), form_of("VSP"))
    assert figures(result)["OIL", "to_date"] == Decimal("2622.2")
    said = [finding.sentence() for finding in result.findings if finding.code == "dossier.mapped-measure-converted"]
    assert said[0] == "Ô B9: dòng ‘Khai thác dầu và condensate’ tính bằng tấn; đã đổi sang nghìn tấn."


def test_the_form_asks_only_for_what_was_found_and_the_rest_is_told():
    sheets = LAYOUTS["GPV"]()
    mapping = confirmed("GPV")
    without = replace(
        mapping,
        sheets=tuple(replace(s, rows=tuple(r for r in s.rows if r.code != "GAS")) for s in mapping.sheets),
    )
    result = applied(without, book(sheets), form_of("GPV"))
    assert "GAS" not in {row.code for _, _, row in result.form.rows}
    assert "dossier.indicator-not-in-file" in codes(result)


def test_an_indicator_that_was_not_assigned_need_not_be_in_the_file():
    assert "dossier.indicator-not-in-file" not in codes(
        applied(confirmed("RVP"), book(LAYOUTS["RVP"]()), form_of("RVP"))
    )


def test_a_row_that_nobody_confirmed_gives_no_figure():
    unconfirmed = proposed(book(LAYOUTS["PVEP"]()), asked("PVEP"))
    result = applied(unconfirmed, book(LAYOUTS["PVEP"]()), form_of("PVEP"))
    assert errors(result) == ["dossier.mapped-row-unconfirmed"]
    assert ("OE", "estimate") not in figures(result)


def test_measures_that_do_not_convert_are_refused():
    mapping = confirmed("PVEP")
    wrong = replace(
        mapping,
        sheets=tuple(
            replace(s, rows=tuple(replace(r, measure="Mtoe") if r.code == "OE" else r for r in s.rows))
            for s in mapping.sheets
        ),
    )
    result = applied(wrong, book(LAYOUTS["PVEP"]()), form_of("PVEP"))
    assert errors(result) == ["dossier.mapped-measure-differs"]
    assert ("OE", "estimate") not in figures(result)


def test_a_plan_figure_that_differs_is_handed_to_the_checks_and_one_that_agrees_is_not():
    (first, *rest) = LAYOUTS["VSP"]()
    rows = [list(row) for row in first.rows]
    rows[8][5] = Decimal(2921000)
    result = applied(confirmed("VSP"), book([replace(first, rows=rows), *rest]), form_of("VSP"))
    printed = {code: plan for code, _, plan in result.issued.printed}
    grid = result.book.grids[0]
    assert (grid.at(FIRST_ROW, FormColumn.PLAN.position), printed["OIL"]) == (Decimal("2921"), "2912.0")
    assert (grid.at(FIRST_ROW + 1, FormColumn.PLAN.position), printed["OIL/09-1"]) == (None, "")


# The workbook comes again, changed


def changed(org_unit, change):
    """Apply the mapping of the workbook as it first came to the workbook as it came again."""
    sheets = change(LAYOUTS[org_unit]())
    return applied(confirmed(org_unit), book(sheets), form_of(org_unit))


def with_cell(sheets, label, position, value, name=0):
    """The sheets with another value in the row of a label."""

    def row_of(row):
        is_it = label in row[: name + 4]
        return [value if is_it and at == position else cell for at, cell in enumerate(row)]

    return [replace(sheet, rows=[row_of(row) for row in sheet.rows]) for sheet in sheets]


def inserted(sheet, at_row, at_column):
    """A sheet with an empty row and an empty column put in; merged areas go along, as a spreadsheet moves them."""
    rows = [[*row[:at_column], None, *row[at_column:]] for row in sheet.rows]
    rows.insert(at_row, [])

    def moved(area):
        top, left, bottom, right = area
        return (top + (top >= at_row), left + (left >= at_column), bottom + (bottom >= at_row),
                right + (right >= at_column))  # fmt: skip

    return replace(sheet, rows=rows, merged=tuple(moved(area) for area in sheet.merged))


@pytest.mark.parametrize("org_unit", LAYOUTS)
@settings(max_examples=40)
@given(data=st.data())
def test_rows_and_columns_put_in_change_no_figure(org_unit, data):
    def change(sheets):
        head = {"VSP": 6, "PVEP": 4, "RVP": 4, "GPV": 3}[org_unit]
        return [
            inserted(
                sheet, data.draw(st.sampled_from([0, *range(head, len(sheet.rows))])), data.draw(st.integers(0, 9))
            )
            for sheet in sheets
        ]

    result = changed(org_unit, change)
    assert figures(result) == told(org_unit, "to_date", "estimate")
    assert errors(result) == []


@settings(max_examples=40)
@given(order=st.permutations(range(5, 10)))
def test_columns_in_another_order_give_the_same_figures(order):
    def change(sheets):
        (sheet,) = sheets
        return [
            replace(sheet, rows=[[*row[:5], *(row[at] for at in order)] if len(row) > 9 else row for row in sheet.rows])
        ]

    result = changed("PVEP", change)
    assert (figures(result), errors(result)) == (told("PVEP", "to_date", "estimate"), [])


@settings(max_examples=40)
@given(order=st.permutations(range(10)))
def test_rows_in_another_order_give_the_same_figures(order):
    """A whole and its parts move together."""

    def change(sheets):
        first, *rest = sheets
        groups = [first.rows[8:12], *([row] for row in (*first.rows[12:14], *first.rows[15:20], *first.rows[21:23]))]
        rows = [row for at in order for row in groups[at]]
        return [replace(first, rows=[*first.rows[:8], *rows, *first.rows[23:]]), *rest]

    result = changed("VSP", change)
    assert (figures(result), errors(result)) == (told("VSP", "to_date", "estimate"), [])


def test_the_same_workbook_a_year_later_is_read_by_the_same_mapping():
    def later(text):
        return text.replace("2022", "2023").replace("2021", "2022") if isinstance(text, str) else text

    first, *rest = LAYOUTS["VSP"]()
    rows = [[later(value) for value in row] for row in first.rows]
    form = replace(form_of("VSP"), period=form_of("VSP").period.in_year(2023))
    result = applied(confirmed("VSP"), book([replace(first, rows=rows), *rest]), form)
    assert (figures(result), errors(result)) == (told("VSP", "to_date", "estimate"), [])


def test_a_sheet_under_another_name_is_known_by_its_head():
    result = changed("VSP", lambda sheets: [replace(sheets[0], name="Biểu tổng hợp"), *sheets[1:]])
    assert (figures(result), errors(result)) == (told("VSP", "to_date", "estimate"), [])


def test_a_sheet_that_is_gone_is_told():
    result = changed("RVP", lambda sheets: sheets[:1])
    assert errors(result) == ["dossier.mapped-sheet-not-found"]
    assert ("INC", "estimate") not in figures(result)


def test_a_row_that_is_gone_is_told_with_its_label():
    def change(sheets):
        (sheet,) = sheets
        return [replace(sheet, rows=[row for row in sheet.rows if row[0] != "Gia thanh"])]

    result = changed("GPV", change)
    assert errors(result) == ["dossier.mapped-row-not-found"]
    assert "‘Gia thanh’ (mã COST)" in next(f for f in result.findings if f.severity == "error").sentence()


def test_a_row_that_was_reworded_in_its_place_is_taken_and_told():
    result = changed("GPV", lambda sheets: with_cell(sheets, "Gia thanh", 0, "Gia thanh san xuat"))
    assert (figures(result), errors(result)) == (told("GPV", "to_date", "estimate"), [])
    assert "dossier.mapped-row-reworded" in codes(result)


def test_another_row_in_the_place_of_one_is_not_taken_for_it():
    result = changed("GPV", lambda sheets: with_cell(sheets, "Gia thanh", 0, "So xe con"))
    assert errors(result) == ["dossier.mapped-row-not-found"]
    assert ("COST", "estimate") not in figures(result)
    assert "dossier.mapped-row-new" in codes(result)


def test_a_column_that_was_reworded_but_means_the_same_is_taken_and_told():
    result = changed("PVEP", lambda sheets: with_cell(sheets, "Ước TH cả năm", 8, "Dự kiến năm 2022", name=9))
    assert (figures(result), errors(result)) == (told("PVEP", "to_date", "estimate"), [])
    assert "dossier.mapped-column-reworded" in codes(result)


def test_a_column_that_is_gone_is_told():
    result = changed("PVEP", lambda sheets: with_cell(sheets, "Ước TH cả năm", 8, "Tháng 12", name=9))
    assert errors(result) == ["dossier.mapped-column-not-found"]
    assert {name for _, name in figures(result)} == {"to_date"}


def test_a_measure_that_changed_since_the_mapping_is_not_taken():
    result = changed("VSP", lambda sheets: with_cell(sheets, "Khí đưa về bờ", 2, "tỷ m3"))
    assert errors(result) == ["dossier.mapped-measure-changed"]
    assert ("GAS", "estimate") not in figures(result)


def test_final_figures_in_a_new_column_are_taken_and_told():
    def change(sheets):
        (sheet,) = sheets
        rows = [[*row, "TH năm 2022" if row[:1] == ["Chi tieu"] else Decimal(5) if len(row) > 9 else None]
                for row in sheet.rows]  # fmt: skip
        return [replace(sheet, rows=rows)]

    result = applied(confirmed("GPV"), book(change(LAYOUTS["GPV"]())), form_of("GPV", FormStage.FINAL))
    assert errors(result) == []
    assert codes(result).count("dossier.mapped-column-new") == 1
    grid = result.book.grids[0]
    assert grid.at(FIRST_ROW, FormColumn.ACTUAL.position) == Decimal(5)


def test_a_file_without_the_column_asked_for_is_told_once_for_each_sheet():
    result = applied(confirmed("RVP"), book(LAYOUTS["RVP"]()), form_of("RVP", FormStage.FINAL))
    assert errors(result) == ["dossier.mapped-column-absent"] * 2


def test_a_column_nobody_confirmed_is_not_taken():
    mapping = confirmed("PVEP")
    (sheet,) = mapping.sheets
    waiting = tuple(
        replace(column, certainty=Certainty.TO_CONFIRM) if column.column is FormColumn.ESTIMATE else column
        for column in sheet.columns
    )
    result = applied(
        replace(mapping, sheets=(replace(sheet, columns=waiting),)), book(LAYOUTS["PVEP"]()), form_of("PVEP")
    )
    assert errors(result) == ["dossier.mapped-column-unconfirmed"]
    assert {name for _, name in figures(result)} == {"to_date"}


def test_numbers_typed_as_text_are_converted_only_when_they_read_one_way():
    head = ["Chỉ tiêu", "ĐVT", "KH 2022", "Lũy kế 10 tháng", "Ước TH 2022"]
    row = ["Khai thác dầu và condensate", "tấn", Decimal(2912000), "2.622.200", "3.119"]
    sheets = [Sheet("A", [head, row])]
    result = applied(confirmed("VSP", sheets), book(sheets), form_of("VSP"))
    assert figures(result) == {("OIL", "to_date"): "2.622,2", ("OIL", "estimate"): "3.119"}


def test_a_bound_is_not_contradicted_by_a_figure_within_it():
    def bounded(row):
        return replace(row, last_year=Amount.parse(">1700")) if row.code == "REV" else row

    form = form_of("VSP")
    form = replace(form, parts=tuple(replace(p, rows=tuple(bounded(row) for row in p.rows)) for p in form.parts))
    result = applied(confirmed("VSP"), book(LAYOUTS["VSP"]()), form)
    assert {code: wire for code, wire, _ in result.issued.printed}["REV"] == ""


def test_parts_of_one_name_are_never_mistaken_for_each_other():
    """When the wholes are called otherwise, two rows “Lô 09-1” are two rows too many to choose from."""
    head = ["Chỉ tiêu", "ĐVT", "KH 2022", "Lũy kế 10 tháng", "Ước TH 2022"]
    part = ["- Lô 09-1", "nghìn tấn", Decimal(2794), Decimal(2521), Decimal(2998)]
    gas = ["- Lô 09-1", "nghìn tấn", Decimal(1), Decimal(2), Decimal(3)]
    oil = ["Khai thác dầu và condensate", "nghìn tấn", Decimal(2912), Decimal("2622.2"), Decimal(3119)]
    mapping = confirmed("VSP", [Sheet("A", [head, oil, part])])
    renamed = ["Sản lượng", *oil[1:]]
    result = applied(mapping, book([Sheet("A", [head, ["Khí"], gas, renamed, part])]), form_of("VSP"))
    assert ("OIL/09-1", "estimate") not in figures(result)
    assert "dossier.mapped-row-not-found" in codes(result)
