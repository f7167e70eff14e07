"""A foreign workbook judged by the checks of the form: findings and figures name the cells of the foreign file."""

from dataclasses import replace
from decimal import Decimal

import pytest
from tests.dossier.foreign.cast import LAYOUTS, book, form_of, told
from tests.dossier.foreign.test_applying import confirmed, with_cell

from tongket.dossier.foreign.reading import mapped_dossier
from tongket.figures import Kind
from tongket.words import Place

KINDS = {"to_date": Kind.ACTUAL_TO_DATE, "estimate": Kind.ESTIMATE}


def read(org_unit, change=lambda sheets: sheets):
    return mapped_dossier(confirmed(org_unit), book(change(LAYOUTS[org_unit]()), f"{org_unit}.xlsx"), form_of(org_unit))


def code_of(figure):
    return f"{figure.indicator}/{figure.breakdown}" if figure.breakdown else figure.indicator


def said(dossier, code):
    return [finding for finding in dossier.findings if finding.code == f"dossier.{code}"]


@pytest.mark.parametrize("org_unit", LAYOUTS)
def test_the_dossier_holds_every_figure_the_unit_stated(org_unit):
    dossier = read(org_unit)
    expected = {(code, KINDS[column]): value for (code, column), value in told(org_unit, *KINDS).items()}
    found = {
        (f"{f.indicator}/{f.breakdown}" if f.breakdown else f.indicator, f.kind): f.amount.exact
        for f in dossier.figures
    }
    assert found == expected
    assert (dossier.org_unit, dossier.form) == (org_unit, "")


def test_a_figure_stands_in_the_cell_of_the_foreign_file():
    oil = next(f for f in read("VSP").figures if f.indicator == "OIL" and f.kind is Kind.ESTIMATE and not f.breakdown)
    assert (oil.amount.exact, oil.place) == (Decimal(3119), Place("VSP.xlsx", "PL 01", "G9"))


def test_a_cell_that_is_empty_is_named_where_it_is_empty():
    (missing,) = said(read("VSP"), "missing")
    assert str(missing.place) == "VSP.xlsx!PL 01!E14"
    assert missing.sentence().startswith("Ô E14 còn trống")


def test_the_words_for_an_empty_cell_are_written_where_no_list_offers_them():
    (missing,) = said(read("VSP"), "missing")
    for language, word in (("vi", "chọn"), ("ru", "выберите"), ("en", "choose")):
        assert word not in missing.sentence(language)
    assert "ghi ‘Không giao’" in missing.sentence()
    assert missing.severity == "error"


def test_more_decimals_of_a_converted_number_are_told_with_its_measure():
    sheets = with_cell(LAYOUTS["VSP"](), "Khai thác dầu và condensate", 6, Decimal("3119040"))
    (told_,) = said(mapped_dossier(confirmed("VSP"), book(sheets), form_of("VSP")), "more-decimals")
    assert told_.sentence().startswith("Ô G9 đổi ra là 3.119,04 nghìn tấn, chỉ tiêu này in 1 chữ số thập phân.")


def test_a_wrong_measure_of_a_converted_row_is_that_of_the_number_typed():
    sheets = with_cell(LAYOUTS["VSP"](), "Khai thác dầu và condensate", 6, Decimal(3119))
    (wrong,) = said(mapped_dossier(confirmed("VSP"), book(sheets), form_of("VSP")), "wrong-measure")
    assert wrong.sentence().startswith(
        "Ô G9 có vẻ tính bằng nghìn tấn, không phải tấn (đổi ra 3,119 nghìn tấn so với kế"
    )


def test_a_row_that_is_not_converted_is_told_as_in_a_form():
    sheets = with_cell(LAYOUTS["VSP"](), "Khí đưa về bờ", 6, Decimal("0.968"))
    (wrong,) = said(mapped_dossier(confirmed("VSP"), book(sheets), form_of("VSP")), "wrong-measure")
    assert "; biểu yêu cầu triệu m3 (" in wrong.sentence()


def test_a_plan_figure_that_was_changed_is_found_in_the_foreign_file():
    (changed,) = said(read("VSP", lambda sheets: with_cell(sheets, "Khí đưa về bờ", 5, Decimal(808))), "plan-changed")
    assert (changed.place.sheet, changed.place.cell) == ("PL 01", "F13")


def test_parts_that_do_not_add_up_are_found_in_the_foreign_file():
    form = form_of("VSP")
    rows = tuple(replace(row, sums=2) if row.code == "OIL" else row for row in form.parts[0].rows)
    form = replace(form, parts=(replace(form.parts[0], rows=rows),))
    sheets = with_cell(LAYOUTS["VSP"](), "- Lô 09-1", 6, Decimal(2990000))
    (differs,) = said(mapped_dossier(confirmed("VSP"), book(sheets), form), "sum-differs")
    assert differs.place.cell == "G9"
    assert "G11" in differs.sentence()


@pytest.mark.parametrize("org_unit", ["PVEP", "RVP", "GPV"])
def test_a_workbook_without_faults_is_found_without_errors(org_unit):
    assert [finding.code for finding in read(org_unit).findings if finding.severity == "error"] == []


def test_every_finding_names_a_sheet_of_the_foreign_file_or_none():
    for org_unit in LAYOUTS:
        sheets = {sheet.name for sheet in LAYOUTS[org_unit]()}
        assert {finding.place.sheet for finding in read(org_unit).findings} <= sheets | {""}
