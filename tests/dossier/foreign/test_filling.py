"""A superior's template filled from the figures of the year: every cell that is ours, and no other."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

from tests.dossier.foreign.cast import Sheet, book, rows_of

from tongket.dossier.foreign import Certainty, proposed
from tongket.dossier.foreign.filling import fillings
from tongket.dossier.foreign.proposing import Asked
from tongket.dossier.form import FormColumn
from tongket.figures import Address, Amount, Figure, Kind, Maturity
from tongket.year import Period

YEAR = Period.parse("2022")
UNITS = {"VSP": ("VSP", "Vietsovpetro"), "PVEP": ("PVEP",)}
HEAD = ["Chỉ tiêu", "ĐVT", "KH 2022", "Ước TH 2022"]


def figure(org_unit, code, column, value, measure):
    indicator, _, part = code.partition("/")
    kind = Kind.PLAN if column is FormColumn.PLAN else Kind.ESTIMATE
    address = Address(org_unit, indicator, part or None, YEAR, kind)
    return (org_unit, code, column), Figure(address, Amount.parse(value), measure, Maturity.ESTIMATE, ())


FIGURES = dict(
    [
        figure("VSP", "OIL", FormColumn.PLAN, "2912.0", "nghìn tấn"),
        figure("VSP", "OIL", FormColumn.ESTIMATE, "3119.0", "nghìn tấn"),
        figure("VSP", "APG", FormColumn.PLAN, "95.0", "%"),
        figure("VSP", "APG", FormColumn.ESTIMATE, "96.1", "%"),
        figure("VSP", "REV", FormColumn.ESTIMATE, "2341.0", "triệu USD"),
        figure("PVEP", "REV", FormColumn.PLAN, "25600", "tỷ đồng"),
        figure("VSP", "RES", FormColumn.PLAN, "2800..3000", "nghìn tấn"),
        figure("VSP", "RES", FormColumn.ESTIMATE, ">3500", "nghìn tấn"),
        figure("VSP", "PROJ", FormColumn.ESTIMATE, str(dt.date(2022, 12, 5).toordinal()), "day"),
    ]
)


def filled(rows, *, computed=(), percents=(), overwrite=False, head=HEAD, change=lambda mapping: mapping):
    template = book([Sheet("Biểu 02", [head, *rows])], "template.xlsx")
    template = replace(
        template, grids=(replace(template.grids[0], computed=frozenset(computed), percents=frozenset(percents)),)
    )
    asked = (
        *rows_of("VSP"),
        *(row for row in rows_of("RVP") if row.indicator == "APG"),
        replace(rows_of("VSP")[0], indicator="PROJ", name=type(rows_of("VSP")[0].name)("Công trình biển A")),
    )
    mapping = change(proposed(template, Asked("VSP", 2022, asked, UNITS, to_fill=True)))
    values, findings = fillings(mapping, template, 2022, FIGURES, overwrite=overwrite)
    return {one.place.cell: one.value for one in values}, [
        finding.code.removeprefix("dossier.") for finding in findings
    ]


def test_empty_cells_are_filled_in_the_measure_of_the_template():
    assert filled([["Khai thác dầu và condensate", "tấn", None, None]]) == (
        {"C2": Decimal(2912000), "D2": Decimal(3119000)},
        [],
    )


def test_a_cell_that_shows_a_percentage_gets_the_hundredth_that_shows_as_it():
    rows = [
        ["Tỷ lệ sử dụng khí đồng hành", "%", Decimal("95.0"), None],
        ["Khai thác dầu và condensate", "nghìn tấn", None, None],
    ]
    assert filled(rows, percents=[(1, 2), (1, 3), (2, 3)]) == (
        {"D2": Decimal("0.961"), "C3": Decimal("2912.0")},
        ["mapped-measure-differs"],
    )


def test_every_filling_names_the_figure_it_is():
    template = book([Sheet("Biểu 02", [HEAD, ["Khai thác dầu và condensate", "nghìn tấn", None, None]])])
    mapping = proposed(template, Asked("VSP", 2022, rows_of("VSP"), {}, to_fill=True))
    values, _ = fillings(mapping, template, 2022, FIGURES)
    assert [one.address for one in values] == ["VSP/OIL@2022:plan", "VSP/OIL@2022:estimate"]


def test_a_formula_is_left_and_told():
    assert filled([["Khai thác dầu và condensate", "nghìn tấn", None, None]], computed=[(1, 3)], overwrite=True) == (
        {"C2": Decimal("2912.0")},
        ["template-cell-holds-formula"],
    )


def test_another_value_is_left_and_told_unless_the_person_wants_it_replaced():
    row = ["Khai thác dầu và condensate", "nghìn tấn", Decimal(2900), None]
    assert filled([row]) == ({"D2": Decimal("3119.0")}, ["template-cell-holds-value"])
    assert filled([row], overwrite=True) == ({"C2": Decimal("2912.0"), "D2": Decimal("3119.0")}, [])


def test_a_cell_that_says_it_already_is_left_without_a_word():
    assert filled([["Khai thác dầu và condensate", "nghìn tấn", Decimal(2912), None]]) == (
        {"D2": Decimal("3119.0")},
        [],
    )


def test_a_dash_is_an_empty_cell():
    assert filled([["Khai thác dầu và condensate", "nghìn tấn", "–", "…"]])[0] == {
        "C2": Decimal("2912.0"),
        "D2": Decimal("3119.0"),
    }


def test_what_the_year_does_not_know_stays_empty_and_is_told():
    assert filled([["Doanh thu bán dầu, khí", "triệu USD", None, None]]) == (
        {"D2": Decimal("2341.0")},
        ["template-cell-without-figure"],
    )


def test_a_range_and_a_bound_are_written_in_words():
    assert filled([["Gia tăng trữ lượng thu hồi", "nghìn tấn", None, None]])[0] == {
        "C2": "2.800–3.000",
        "D2": "trên 3.500",
    }


def test_a_day_is_a_day():
    values, _ = filled([["Công trình biển A", "nghìn tấn", None, None]])
    assert values == {"D2": dt.date(2022, 12, 5)}


def test_a_section_of_another_org_unit_gets_its_figures():
    rows = [
        ["I. Vietsovpetro"],
        ["Doanh thu", "triệu USD", None, None],
        ["II. PVEP"],
        ["Doanh thu", "tỷ đồng", None, None],
    ]

    def confirm(mapping):
        (sheet,) = mapping.sheets
        sure = tuple(replace(row, certainty=Certainty.CERTAIN, measure=row.told) for row in sheet.rows)
        return replace(mapping, sheets=(replace(sheet, rows=sure),))

    assert filled(rows, change=confirm)[0] == {"D3": Decimal("2341.0"), "C5": Decimal(25600)}


def test_org_units_side_by_side_get_their_figures():
    head = ["Chỉ tiêu", "ĐVT", "KH 2022 | VSP", "KH 2022 | PVEP"]

    def all_money(mapping):
        (sheet,) = mapping.sheets
        assert [column.org_unit for column in sheet.columns] == ["", "", "VSP", "PVEP"]
        return mapping

    values, told = filled([["Khai thác dầu và condensate", "nghìn tấn", None, None]], head=head, change=all_money)
    assert (values, told) == ({"C2": Decimal("2912.0")}, ["template-cell-without-figure"])


def test_a_row_nobody_confirmed_is_not_filled():
    assert filled([["Dầu", "nghìn tấn", None, None], ["Khí đưa về bờ", "triệu m3", Decimal(1), None]])[0] == {}


def test_measures_that_do_not_convert_are_not_filled():
    def wrong(mapping):
        (sheet,) = mapping.sheets
        return replace(mapping, sheets=(replace(sheet, rows=(replace(sheet.rows[0], measure="triệu USD"),)),))

    assert filled([["Khai thác dầu và condensate", "nghìn tấn", None, None]], change=wrong) == (
        {},
        ["mapped-measure-differs"] * 2,
    )
