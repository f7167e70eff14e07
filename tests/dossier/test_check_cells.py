"""Every cell of a returned form: what is wrong is told at the cell, in the words people know, and not taken."""

from dataclasses import replace
from decimal import Decimal

import pytest
from tests.dossier import cast

from tongket.dossier.facts import Absence
from tongket.dossier.form import FormColumn
from tongket.dossier.grid import ErrorValue, Uncalculated
from tongket.dossier.rules import check_book
from tongket.words import LANGUAGES, Severity

AMBIGUOUS = "Ô H7 ghi ‘2.999’: có thể là 2.999 (hai nghìn chín trăm chín mươi chín) hoặc 2,999. Đề nghị chọn một."
MISSING = (
    "Ô H7 còn trống. Nếu chỉ tiêu không phát sinh, ghi 0; nếu không được giao, chọn ‘Không giao’; "
    "nếu chưa có số, chọn ‘Chưa có số liệu’."
)


def test_a_clean_form_comes_back_without_a_word_and_every_figure_is_taken_at_its_cell():
    dossier = cast.check()
    assert cast.sentences(dossier) == []
    assert len(dossier.figures) == 19
    oil = dossier.figures[1]
    assert (oil.org_unit, oil.indicator, oil.kind, str(oil.amount)) == ("VSP", "OIL", "estimate", "3119.0")
    assert str(oil.place) == "VSP-2022.xlsx!Bieu1!H7"
    assert (oil.cut_off, oil.measure, str(oil.period)) == (cast.CUT_OFF, "kt", "2022")
    assert [(one.indicator, one.absence) for one in dossier.absences] == [("PROJ", Absence.NOT_DUE)]
    assert dossier.parts == ("1", "2", "words")
    assert (dossier.form, dossier.files) == (cast.FORM.id, ("VSP-2022.xlsx",))


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ("2.999,4", "Ô H7 ghi số dưới dạng chữ: ‘2.999,4’. Đã hiểu là 2.999,4. Đề nghị xác nhận."),
        (cast.Typed("2.999"), AMBIGUOUS),
        (None, MISSING),
        ("khoảng 30", "Ô H7 phải là số, đang ghi ‘khoảng 30’."),
        (Uncalculated("=H8+H9"), "Ô H7 là công thức chưa được tính. Mở tệp bằng Excel, bấm Lưu, rồi gửi lại."),
        (ErrorValue("#DIV/0!"), "Ô H7 báo lỗi #DIV/0!."),
        (Decimal(-5), "Ô H7 mang dấu âm; chỉ tiêu này không nhận giá trị âm."),
    ],
)  # fmt: skip
def test_the_sentence_is_the_one_people_know(value, sentence):
    dossier = cast.check({"OIL": ("2622.2", value)}, form=no_sums())
    assert cast.sentences(dossier) == [sentence]
    assert dossier.findings[0].place.cell == "H7"


def test_a_percentage_is_taken_where_one_is_asked_for_and_told_everywhere_else():
    book = cast.book({"OIL": ("2622.2", "95.3"), "APG": ("96.0", "95.3")})
    rows = {code: at for at, row in enumerate(book.grids[0].rows) for code in row if code in ("OIL", "APG")}
    percents = frozenset((at, FormColumn.ESTIMATE.position) for at in rows.values())
    shown = replace(book, grids=(replace(book.grids[0], percents=percents), *book.grids[1:]))
    dossier = check_book(shown, no_sums())
    assert cast.sentences(dossier) == ["Ô H7 ghi ‘95,3%’; biểu yêu cầu nghìn tấn. Ghi lại theo nghìn tấn, chỉ ghi số."]
    assert cast.amounts(dossier)["APG", "estimate"] == "95.3"
    assert ("OIL", "estimate") not in cast.amounts(dossier)


def no_sums():
    part = cast.FORM.parts[0]
    rows = (replace(part.rows[0], sums=0), *part.rows[1:])
    return replace(cast.FORM, parts=(replace(part, rows=rows), *cast.FORM.parts[1:]))


def test_a_date_as_text_is_said_back():
    dossier = cast.check({"PROJ": ("Chưa đến hạn", "Quý 4/2022")})
    assert cast.sentences(dossier) == ["Ô H15 ghi ngày dưới dạng chữ: ‘Quý 4/2022’. Đã hiểu là quý IV năm 2022."]


@pytest.mark.parametrize(
    "value", [cast.Typed("2.999"), None, "khoảng 30", Uncalculated(), ErrorValue("#REF!"), Decimal(-1), "–"]
)
def test_what_stands_in_error_is_not_taken_and_its_neighbour_is(value):
    dossier = cast.check({"GAS": ("812.0", value)})
    assert len(cast.told(dossier)) == 1
    assert ("GAS", "estimate") not in cast.amounts(dossier)
    assert cast.amounts(dossier)["GAS", "actual_to_date"] == "812.0"


def test_text_that_is_clear_is_taken_and_waits_for_a_word():
    dossier = cast.check({"GAS": ("812.0", "968,0")})
    assert cast.amounts(dossier)["GAS", "estimate"] == "968.0"
    assert [finding.severity for finding in dossier.findings] == [Severity.WARNING]


def test_zero_and_a_negative_profit_are_figures():
    dossier = cast.check({"PROF": ("-3.1", "200"), "LTIF": ("0", "0")})
    assert cast.told(dossier) == []
    assert cast.amounts(dossier)["PROF", "actual_to_date"] == "-3.1"


def test_an_empty_cell_is_no_omission_where_the_plan_gives_no_target():
    assert cast.told(cast.check({"DRL": (None, None)})) == []
    assert cast.amounts(cast.check({"DRL": ("21", "26")}))["DRL", "estimate"] == "26"
    assert cast.told(cast.check({"GAS": (None, None)})) == [("missing", "G10"), ("missing", "H10")]


@pytest.mark.parametrize(
    ("value", "codes"), [("968.0", []), ("968.10", []), ("968.00", []), ("968.05", ["more-decimals"])]
)
def test_more_decimals_than_printed_are_a_note_and_all_are_kept(value, codes):
    dossier = cast.check({"GAS": ("812.0", value)})
    assert [code for code, _ in cast.told(dossier)] == codes
    assert cast.amounts(dossier)["GAS", "estimate"] == value


def test_a_formula_with_a_value_is_taken_with_a_note():
    one = cast.with_grid(cast.book(), "Bieu1", computed=frozenset({(9, 7), (9, 5)}))
    dossier = cast.check_book(one, cast.FORM)
    assert cast.told(dossier) == [("formula", "H10")]
    assert dossier.findings[0].severity is Severity.NOTE
    assert cast.amounts(dossier)["GAS", "estimate"] == "968.0"


def test_merged_cells_belong_to_nobody():
    one = cast.with_grid(cast.book(), "Bieu1", merged=((9, 6, 9, 7),))
    dossier = cast.check_book(one, cast.FORM)
    assert cast.told(dossier) == [("merged-cells", "G10")]
    assert "G10:H10" in cast.sentences(dossier)[0]
    assert not {("GAS", "actual_to_date"), ("GAS", "estimate")} & set(cast.amounts(dossier))
    two = cast.with_grid(cast.book(), "Bieu1", merged=((7, 7, 8, 7), (9, 7, 11, 7)))
    assert cast.told(cast.check_book(two, cast.FORM)) == [("merged-cells", "H8"), ("merged-cells", "H10")]
    heads = cast.with_grid(cast.book(), "Bieu1", merged=((0, 0, 0, 9), (4, 6, 4, 7), (9, 8, 9, 9)))
    assert cast.told(cast.check_book(heads, cast.FORM)) == []


def test_a_cell_beyond_the_end_of_its_row_is_empty():
    one = cast.changed(cast.book(), "Bieu1", lambda rows: rows[9].__delitem__(slice(7, None)))
    assert cast.told(cast.check_book(one, cast.FORM)) == [("missing", "H10")]


def test_every_finding_names_its_row_and_column_for_programs():
    values = dict(cast.check({"GAS": ("812.0", "–")}).findings[0].values)
    assert (values["row"], values["column"], values["cell"]) == ("GAS", "estimate", "H10")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "value", ["2.999,4", cast.Typed("2.999"), None, "–", "x", True, ErrorValue("#N/A"), Uncalculated(), "5 tấn"]
)
def test_every_sentence_can_be_said_in_every_language(value, language):
    dossier = cast.check({"OIL": (value, value), "PROJ": (value, value)})
    assert all("{" not in sentence for sentence in cast.sentences(dossier, language))
