"""Four workbooks as units e-mail them, seen for the first time: what is certain is right, what is in doubt is said."""

from dataclasses import replace
from decimal import Decimal

import pytest
from tests.dossier.foreign.cast import LAYOUTS, Sheet, asked, book, rows_of

from tongket.dossier.foreign import Certainty, proposed
from tongket.dossier.foreign.proposing import Asked
from tongket.dossier.form import FormColumn

NOT_SURE = {"VSP": [], "PVEP": ["OE"], "RVP": [], "GPV": []}
NOT_OURS = {"VSP": [], "PVEP": ["Số giếng thăm dò (giếng)"], "RVP": [], "GPV": ["Cong san luong quy doi"]}
NO_ROW = {"VSP": set(), "PVEP": set(), "RVP": {"RES"}, "GPV": set()}


def rows(org_unit, sheets=None):
    return [row for _, row in proposed(book(sheets or LAYOUTS[org_unit]()), asked(org_unit)).rows]


@pytest.mark.parametrize("org_unit", LAYOUTS)
def test_every_indicator_is_found_and_only_what_is_in_doubt_waits(org_unit):
    found = rows(org_unit)
    codes = {row.code for row in rows_of(org_unit)}
    assert {row.code for row in found if row.code} == codes - NO_ROW[org_unit]
    assert [row.code for row in found if row.certainty is Certainty.TO_CONFIRM] == NOT_SURE[org_unit]
    assert [row.label for row in found if not row.code] == NOT_OURS[org_unit]


@pytest.mark.parametrize("org_unit", LAYOUTS)
def test_every_column_needed_is_found_and_certain(org_unit):
    needed = {FormColumn.NAME, FormColumn.LAST_YEAR, FormColumn.PLAN, FormColumn.ACTUAL_TO_DATE, FormColumn.ESTIMATE}
    for sheet in proposed(book(LAYOUTS[org_unit]()), asked(org_unit)).sheets:
        assert needed <= {column.column for column in sheet.columns if column.certainty is Certainty.CERTAIN}


def test_a_sheet_where_nothing_of_ours_stands_is_left_out():
    assert [sheet.sheet for sheet in proposed(book(LAYOUTS["VSP"]()), asked("VSP")).sheets] == ["PL 01"]


def test_two_sheets_of_one_unit_are_both_read():
    assert [sheet.sheet for sheet in proposed(book(LAYOUTS["RVP"]()), asked("RVP")).sheets] == ["SXKD", "AT-LD"]


def test_the_measure_of_the_file_is_kept_and_understood():
    oil = next(row for row in rows("VSP") if row.code == "OIL")
    assert (oil.told, oil.measure) == ("tấn", "t")
    money = next(row for row in rows("PVEP") if row.code == "REV")
    assert (money.told, money.measure) == ("triệu đồng", "MVND")


def test_a_part_is_found_under_its_whole_alone():
    parts = {row.code: row.parent for row in rows("VSP") if "/" in row.code}
    assert set(parts) == {"OIL/09-1", "OIL/09-3-12"}
    assert set(parts.values()) == {"Khai thác dầu và condensate"}


def test_a_measure_that_is_not_that_of_the_indicator_waits_for_a_word():
    oil_equivalent = next(row for row in rows("PVEP") if row.code == "OE")
    assert (oil_equivalent.certainty, oil_equivalent.measure) == (Certainty.TO_CONFIRM, "Mtoe")


def small(label, measure, last_year, plan, estimate=Decimal(1)):
    head = ["Chỉ tiêu", "ĐVT", "TH 2021", "KH 2022", "Ước TH 2022"]
    return [Sheet("A", [head, [label, measure, last_year, plan, estimate]])]


def one(org_unit, *about):
    (row,) = rows(org_unit, small(*about))
    return row.code, row.certainty, row.measure


@pytest.mark.parametrize("label", ["LTIF", "8. ltif"])
def test_a_label_that_is_the_code_of_an_indicator_names_it(label):
    assert one("PVEP", label, "", Decimal(0), Decimal("0.3"))[:2] == ("LTIF", Certainty.CERTAIN)


def test_a_label_that_is_only_alike_is_certain_when_known_figures_agree():
    assert one("VSP", "Sản lượng dầu khai thác", "nghìn tấn", Decimal(3165), Decimal(2912))[:2] == (
        "OIL",
        Certainty.CERTAIN,
    )


def test_a_label_that_is_only_alike_waits_when_known_figures_do_not_agree():
    assert one("VSP", "Sản lượng dầu khai thác", "nghìn tấn", Decimal(3000), Decimal(2000))[:2] == (
        "OIL",
        Certainty.TO_CONFIRM,
    )


def test_a_label_that_is_only_alike_waits_when_nothing_proves_it():
    assert one("VSP", "Sản lượng dầu khai thác", "nghìn tấn", None, None)[:2] == ("OIL", Certainty.TO_CONFIRM)


def test_profit_before_tax_is_never_certain_to_be_profit_after_tax():
    found = rows("VSP", small("Lợi nhuận trước thuế", "triệu USD", Decimal(350), Decimal(210)))
    assert [row for row in found if row.certainty is Certainty.CERTAIN] == []


def test_the_same_name_is_certain_though_the_plan_differs_for_the_checks_to_tell():
    assert one("VSP", "Khí đưa về bờ", "triệu m3", Decimal(1020), Decimal(808)) == ("GAS", Certainty.CERTAIN, "Mm3")


def test_no_measure_is_certain_only_where_figures_prove_it():
    assert one("VSP", "Khí đưa về bờ", None, Decimal(1020), Decimal(880)) == ("GAS", Certainty.CERTAIN, "Mm3")
    assert one("VSP", "Khí đưa về bờ", None, None, None)[1] is Certainty.TO_CONFIRM


def test_figures_a_thousand_times_ours_propose_the_smaller_measure_to_be_confirmed():
    assert one("VSP", "Khai thác dầu và condensate", None, Decimal(3165000), Decimal(2912000)) == (
        "OIL",
        Certainty.TO_CONFIRM,
        "t",
    )


def test_of_two_rows_that_could_be_one_indicator_neither_is_certain():
    head = ["Chỉ tiêu", "ĐVT", "KH 2022", "Ước TH 2022"]
    twice = ["Khí đưa về bờ", "triệu m3", None, Decimal(968)]
    found = rows("VSP", [Sheet("A", [head, twice, twice])])
    assert [row.certainty for row in found] == [Certainty.TO_CONFIRM, Certainty.IGNORED]


def test_a_code_of_ours_in_the_file_is_enough():
    head = ["Mã", "Chỉ tiêu", "ĐVT", "Ước TH 2022", "Lũy kế"]
    row = ["gas", "Khí các loại", "triệu m3", Decimal(968), Decimal(812)]
    (found,) = rows("VSP", [Sheet("A", [head, row])])
    assert (found.code, found.certainty) == ("GAS", Certainty.CERTAIN)


def test_of_two_columns_with_the_same_meaning_the_first_is_proposed_and_waits():
    head = ["Chỉ tiêu", "ĐVT", "KH năm 2022", "KH 2022 (Tập đoàn)", "Ước TH 2022"]
    row = ["Khí đưa về bờ", "triệu m3", Decimal(880), Decimal(900), Decimal(968)]
    (sheet,) = proposed(book([Sheet("A", [head, row])]), asked("VSP")).sheets
    plan = [(column.position, column.column, column.certainty) for column in sheet.columns[2:4]]
    assert plan == [(2, FormColumn.PLAN, Certainty.TO_CONFIRM), (3, None, Certainty.IGNORED)]


def test_a_measure_over_the_table_holds_for_rows_that_say_none():
    sheet = Sheet("A", [["Đơn vị tính: tỷ đồng"], ["Nội dung", "KH 2022", "Ước TH 2022"],
                        ["Doanh thu", None, Decimal(43900)], ["Khí bán (triệu m3)", None, Decimal(1205)]])  # fmt: skip
    assert [row.measure for row in rows("PVEP", [sheet])] == ["GVND", "Mm3"]


def test_a_workbook_without_a_known_head_gives_nothing():
    assert proposed(book([Sheet("A", [["a", "b"], ["Doanh thu", Decimal(1)]])]), asked("PVEP")).sheets == ()


def test_a_hidden_sheet_is_not_read():
    whole = book(LAYOUTS["RVP"]())
    hidden = replace(whole, grids=(replace(whole.grids[0], hidden=True), whole.grids[1]))
    assert [sheet.sheet for sheet in proposed(hidden, asked("RVP")).sheets] == ["AT-LD"]


def test_a_template_with_a_section_for_each_org_unit_says_whose_each_row_is():
    rows_given = [["Chỉ tiêu", "ĐVT", "KH 2022", "Ước TH 2022"], ["I. Vietsovpetro"], ["Doanh thu", "triệu USD"],
                  ["II. PVEP"], ["Doanh thu", "triệu USD"]]  # fmt: skip
    units = {"VSP": ("Vietsovpetro",), "PVEP": ("PVEP",)}
    wanted = Asked("CUM1", 2022, rows_of("GPV"), units, to_fill=True)
    found = [row for _, row in proposed(book([Sheet("A", rows_given)]), wanted).rows if row.code]
    assert [(row.code, row.org_unit) for row in found] == [("REV", "VSP"), ("REV", "PVEP")]


def test_a_part_under_another_indicator_is_not_that_part():
    head = ["Chỉ tiêu", "ĐVT", "KH 2022", "Ước TH 2022"]
    money = ["Doanh thu bán dầu, khí", "triệu USD", Decimal(1372), Decimal(2341)]
    found = rows("VSP", [Sheet("A", [head, money, ["- Lô 09-1", "triệu USD", Decimal(1300), Decimal(2200)]])])
    assert [row.code for row in found] == ["REV", ""]


def test_zeros_prove_nothing():
    head = ["Chỉ tiêu", "ĐVT", "TH 2021", "KH 2022", "Ước TH 2022"]
    row = ["Lợi nhuận chuyển về", "triệu USD", Decimal(0), Decimal(0), Decimal("1.5")]
    (found,) = rows("GPV", [Sheet("A", [head, row])])
    assert (found.code, found.certainty) == ("DIV", Certainty.TO_CONFIRM)


def test_a_measure_in_the_heading_of_a_section_holds_below_it():
    head = ["Nội dung", "KH 2022", "Ước TH 2022"]
    lines = [["I. Tài chính (triệu đồng)"], ["Doanh thu", None, Decimal(43900000)]]
    (found,) = rows("PVEP", [Sheet("A", [head, *lines])])
    assert (found.measure, found.certainty) == ("MVND", Certainty.CERTAIN)
