"""A form comes back changed: what moved is found again, what is missing, twice, unknown or another's is told."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.dossier import cast

from tongket.dossier.form import FormMeta, FormStage, IssuedForm
from tongket.dossier.grid import Book, Grid
from tongket.dossier.matching import meta_of
from tongket.figures import Amount
from tongket.words import LANGUAGES, Severity
from tongket.year import Period

CLEAN = cast.amounts(cast.check())


def checked(edit, name="Bieu1", **more):
    return cast.check_book(cast.changed(cast.book(**more), name, edit), cast.FORM)


def move(rows, source, target):
    rows.insert(target, rows.pop(source))


@given(st.permutations(range(6, 16)), st.permutations(range(10)))
def test_rows_and_columns_in_any_order_give_the_same_figures(order, columns):
    def shuffle(rows):
        rows[6:16] = [rows[at] for at in order]
        for row in rows[5:]:
            row[:] = [row[at] for at in columns]

    dossier = checked(shuffle)
    assert cast.amounts(dossier) == CLEAN
    assert {code for code, _ in cast.told(dossier)} <= {"row-moved", "column-moved"}


def test_a_row_that_moved_is_named_with_both_rows():
    dossier = checked(lambda rows: move(rows, 9, 13))
    moved = [s for s in cast.sentences(dossier) if "Khí" in s]
    assert moved == ["Dòng ‘Khí đưa về bờ’ nằm ở hàng 14, biểu gốc là hàng 10. Đã nhận theo mã chỉ tiêu."]


def test_rows_that_moved_together_are_told_of_once():
    assert cast.told(checked(lambda rows: rows.insert(8, []))) == [("row-moved", "B10")]
    assert cast.told(checked(lambda rows: rows.insert(0, []))) == [("row-moved", "B8")]
    assert cast.amounts(checked(lambda rows: rows.insert(0, []))) == CLEAN


def test_columns_that_moved_together_are_told_of_once_and_an_inserted_one_is_not_read():
    def insert(rows):
        for row in rows[4:]:
            row.insert(6, Decimal(1))
        rows[5][6] = None

    dossier = checked(insert)
    assert cast.told(dossier) == [("column-moved", "H6"), ("column-extra", "G6")]
    assert cast.amounts(dossier) == CLEAN
    assert dossier.figures[0].place.cell == "H7"


def test_sheets_may_be_renamed_and_the_hidden_one_shown():
    one = cast.book()
    renamed = replace(
        one, grids=tuple(replace(grid, name=f"Sheet{n}", hidden=False) for n, grid in enumerate(one.grids))
    )
    dossier = cast.check_book(renamed, cast.FORM)
    assert cast.told(dossier) == []
    assert cast.amounts(dossier) == CLEAN


def test_codes_are_known_whatever_their_case_form_and_spaces():
    def retype(rows):
        rows[6][1], rows[7][1], rows[9][1] = " oil ", "OIL/09-1\u00a0", "Gas"

    assert cast.told(checked(retype)) == []


def test_a_missing_row_is_told_with_its_code_and_a_missing_sheet_with_its_part():
    dossier = checked(lambda rows: rows.pop(9))
    assert cast.told(dossier)[0] == ("row-missing", "")
    assert cast.sentences(dossier)[0].startswith("Thiếu dòng ‘Khí đưa về bờ’ (mã GAS).")
    without = replace(cast.book(), grids=tuple(g for g in cast.book().grids if g.name != "Bieu2"))
    assert cast.told(cast.check_book(without, cast.FORM)) == [("part-missing", "")]
    no_words = replace(cast.book(), grids=tuple(g for g in cast.book().grids if g.name != "Phan loi"))
    assert cast.told(cast.check_book(no_words, cast.FORM)) == [("part-missing", "")]


def test_a_form_of_one_department_lacks_nothing_that_it_was_not_asked_for():
    alone = replace(cast.FORM, parts=cast.FORM.parts[1:2])
    one = cast.book(form=alone)
    one = replace(one, grids=tuple(g for g in one.grids if g.name in ("Bieu2", "_meta")))
    dossier = cast.check_book(one, cast.FORM)
    assert cast.told(dossier) == []
    assert dossier.parts == ("2",)


def repeat(number, **cells):
    def edit(rows):
        again = [*rows[9]]
        again[6], again[7] = cells.get("to_date", again[6]), cells.get("estimate", again[7])
        rows.insert(number, again)

    return edit


def test_a_row_twice_is_taken_when_both_say_the_same_or_one_says_nothing():
    same = checked(repeat(16))
    assert cast.told(same) == [("row-repeated", "B17")]
    assert cast.amounts(same) == CLEAN
    assert cast.amounts(checked(repeat(9, to_date="", estimate=" "))) == CLEAN
    blank = checked(repeat(9, to_date=None, estimate=None))
    assert ("row-repeated", "B10") in cast.told(blank)
    assert cast.amounts(blank) == CLEAN


def test_a_row_twice_with_different_figures_is_taken_from_neither():
    dossier = checked(repeat(16, estimate=Decimal(999)))
    assert cast.told(dossier) == [("row-twice", "B10")]
    assert "Bieu1!B10 và Bieu1!B17" in cast.sentences(dossier)[0]
    assert not [key for key in cast.amounts(dossier) if key[0] == "GAS"]


def test_an_unknown_code_is_asked_about_and_a_row_of_the_units_own_is_a_note():
    dossier = checked(lambda rows: rows.append([None, "OILX", "Dầu khác", "nghìn tấn", None, None, Decimal(5)]))
    assert cast.told(dossier) == [("unknown-code", "B17")]
    own = checked(lambda rows: rows.append([None, None, "Số chuyến tàu", "chuyến", None, None, Decimal(5), Decimal(7)]))
    assert cast.told(own) == [("row-extra", "C17")]
    assert own.findings[0].severity is Severity.NOTE
    assert "‘Số chuyến tàu’ – 5; 7 chuyến" in cast.sentences(own)[0]
    assert "ở hàng 17:" in cast.sentences(own)[0]
    typed = checked(lambda rows: rows.append([None, None, "Số chuyến tàu", None, None, None, "12 chuyến"]))
    assert cast.told(typed) == [("row-extra", "C17")]
    said = checked(lambda rows: rows.append([None, None, "Người lập biểu", None, None, None, "Nguyễn Văn A"]))
    assert cast.told(said) == []
    heading = checked(lambda rows: rows.append([None, None, "Chỉ tiêu bổ sung của đơn vị"]))
    assert cast.told(heading) == []


def test_columns_of_the_units_own_that_stand_together_are_told_of_once():
    def own(rows):
        rows[6].extend([None, "x", "y"])
        rows[9].extend([None, None, None, None, "z"])

    assert cast.told(checked(own)) == [("column-extra", "L6"), ("column-extra", "O6")]
    assert "Cột L–M không có trong biểu gốc" in cast.sentences(checked(own))[0]


def test_columns_that_are_missing_or_twice_are_told_and_not_guessed():
    def drop(rows):
        for row in rows[4:]:
            del row[7]

    dossier = checked(drop)
    assert ("column-missing", "") in cast.told(dossier)
    assert not [key for key in cast.amounts(dossier) if key[1] == "estimate" and key[0] != "LTIF"]

    def double(rows):
        for row in rows[4:]:
            row.append(row[7])

    twice = checked(double)
    assert ("column-twice", "K6") in cast.told(twice)
    assert not [key for key in cast.amounts(twice) if key[1] == "estimate" and key[0] != "LTIF"]


def test_a_changed_measure_spoils_the_row_and_a_changed_name_does_not():
    dossier = checked(lambda rows: rows[9].__setitem__(3, "nghìn m3"))
    assert cast.told(dossier) == [("measure-changed", "D10")]
    assert not [key for key in cast.amounts(dossier) if key[0] == "GAS"]
    named = checked(lambda rows: rows[9].__setitem__(2, "Khí về bờ"))
    assert cast.told(named) == [("name-changed", "C10")]
    assert cast.amounts(named) == CLEAN
    for same in ("млн м3", "triệu\u00a0m3 ", "Mm3", None):
        assert cast.told(checked(lambda rows, same=same: rows[9].__setitem__(3, same))) == []


def test_another_units_form_is_not_taken_at_all():
    one = replace(cast.book(), grids=(*cast.book().grids[:-1], cast.meta(org_unit="PVEP")))
    dossier = cast.check_book(one, cast.FORM)
    assert cast.sentences(dossier) == ["Biểu mẫu này cấp cho PVEP, không phải VSP. Không nhận."]
    assert (dossier.figures, dossier.absences, dossier.narratives, dossier.parts) == ((), (), (), ())
    assert dossier.findings[0].severity is Severity.ERROR


def test_a_form_for_final_figures_is_no_form_for_estimates():
    one = replace(cast.book(), grids=(*cast.book().grids[:-1], cast.meta(stage="final")))
    dossier = cast.check_book(one, cast.FORM)
    assert cast.told(dossier) == [("other-stage", "")]
    assert dossier.figures == ()
    final = replace(cast.FORM, stage=FormStage.FINAL)
    assert cast.told(cast.check_book(one, final))[0][0] == "missing"


def test_last_years_form_is_read_by_code_and_says_how_many_indicators_are_new():
    old_part = replace(cast.FORM.parts[0], rows=cast.FORM.parts[0].rows[:8])
    old = replace(cast.FORM, period=Period.parse("2021"), parts=(old_part, *cast.FORM.parts[1:]))
    dossier = cast.check_book(cast.book(form=old), cast.FORM)
    sentence = "Đây là biểu mẫu năm 2021. Số liệu được đọc theo mã; 2 chỉ tiêu mới của năm 2022 còn thiếu."
    assert cast.sentences(dossier)[0] == sentence
    assert [code for code, _ in cast.told(dossier)] == ["other-years-form", "row-missing", "row-missing"]
    assert cast.amounts(dossier)["OIL", "estimate"] == "3119.0"
    whole = cast.check_book(cast.book(form=replace(cast.FORM, period=Period.parse("2021"))), cast.FORM)
    assert cast.told(whole) == [("other-years-form-complete", "")]


def test_that_last_years_form_names_last_years_cut_off_is_not_said_again_on_every_sheet():
    old = replace(cast.FORM, period=Period.parse("2021"), cut_off=dt.date(2021, 10, 31))
    dossier = cast.check_book(cast.book(form=old), cast.FORM)
    assert cast.told(dossier) == [("other-years-form-complete", "")]
    assert dossier.cut_off == cast.CUT_OFF


def test_without_the_hidden_sheet_the_form_is_read_and_its_owner_asked_about():
    one = replace(cast.book(), grids=cast.book().grids[:-1])
    dossier = cast.check_book(one, cast.FORM)
    assert cast.told(dossier) == [("form-unnamed", "")]
    assert cast.amounts(dossier) == CLEAN
    assert dossier.form == ""


@pytest.mark.parametrize("grids", [(), (Grid("Sheet1", (("a", "b"), (Decimal(1), "x"))),), (cast.meta(),)])
def test_a_workbook_that_is_no_form_gets_one_finding_that_names_the_way(grids):
    dossier = cast.check_book(Book("x.xlsx", "0", grids), cast.FORM)
    assert cast.told(dossier) == [("not-our-form", "")]
    assert "tongket map" in cast.sentences(dossier)[0]


def test_a_plan_adjusted_after_the_form_was_issued_is_a_note_and_the_old_plan_is_no_change():
    rows = tuple(replace(row, plan=Amount.of("900")) if row.code == "GAS" else row for row in cast.FORM.parts[0].rows)
    now = replace(cast.FORM, plan_version="v2", parts=(replace(cast.FORM.parts[0], rows=rows), *cast.FORM.parts[1:]))
    for issued in (None, IssuedForm.of(cast.FORM)):
        assert cast.told(cast.check_book(cast.book(), now, issued)) == [("plan-adjusted-since", "")]


def test_a_form_laid_out_otherwise_is_told_and_rows_are_not_said_to_have_moved():
    part = replace(cast.FORM.parts[0], rows=cast.FORM.parts[0].rows[1:])
    shorter = replace(cast.FORM, parts=(part, *cast.FORM.parts[1:]))
    dossier = cast.check_book(cast.book(form=shorter), cast.FORM)
    assert [code for code, _ in cast.told(dossier)] == ["layout-differs", "row-missing"]


def test_what_is_hidden_but_holds_figures_is_told():
    one = cast.with_grid(cast.book(), "Bieu1", hidden_rows=frozenset({3, 9}), hidden_columns=frozenset({1, 6}))
    dossier = cast.check_book(one, cast.FORM)
    assert sorted(cast.sentences(dossier)) == [
        f"{what} bị ẩn nhưng có số liệu; số liệu được nhận. Đề nghị xem lại phần bị ẩn."
        for what in ("Cột G", "Hàng 10")
    ]
    hidden = cast.check_book(cast.with_grid(cast.book(), "Bieu1", hidden=True), cast.FORM)
    assert cast.sentences(hidden)[0].startswith("Trang Bieu1 bị ẩn")
    unfilled = cast.book({"GAS": (None, None)})
    assert ("hidden-figures", "G10") not in cast.told(
        cast.check_book(cast.with_grid(unfilled, "Bieu1", hidden_rows=frozenset({9})), cast.FORM)
    )


@pytest.mark.parametrize(
    ("change", "code"),
    [({"has_macros": True}, "has-macros"), ({"has_links": True}, "has-links"), ({"format": "xls"}, "old-format")],
)
def test_what_the_file_brings_along_is_a_note(change, code):
    dossier = cast.check(**change)
    assert cast.told(dossier) == [(code, "")]
    assert dossier.findings[0].severity is Severity.NOTE


def test_a_cut_off_that_differs_is_asked_about_at_its_cell_and_kept_with_the_figures():
    dossier = checked(lambda rows: rows[2].__setitem__(0, "Số liệu tính đến ngày 30/09/2022   ·   Hạn nộp: 20/11/2022"))
    assert cast.told(dossier) == [("cut-off-differs", "A3")]
    assert "30/09/2022; biểu yêu cầu tính đến ngày 31/10/2022" in cast.sentences(dossier)[0]
    assert str(dossier.cut_off) == str(dossier.figures[0].cut_off) == "2022-09-30"
    by_hand = checked(lambda rows: rows[2].__setitem__(0, "Số liệu tính đến ngày …/…/…"))
    assert cast.told(by_hand) == []
    open_form = replace(cast.FORM, cut_off=None)
    assert str(cast.check_book(cast.book(), open_form).cut_off) == "2022-10-31"


def test_what_a_form_says_of_itself_is_found_under_any_name():
    assert meta_of(cast.book()) == FormMeta.of(cast.FORM)
    renamed = cast.with_grid(cast.book(), "_meta", name="Sheet9")
    assert meta_of(renamed) == FormMeta.of(cast.FORM)
    assert meta_of(Book("x.xlsx", "0", (Grid("_meta", (("schema",),)),))) is None


def test_a_cell_taken_from_another_sheet_is_named_where_its_author_knows_it():
    one = cast.with_grid(cast.book({"GAS": ("812.0", "–")}), "Bieu1", origins={(9, 7): ("Trang của tôi", "K55")})
    finding = cast.check_book(one, cast.FORM).findings[0]
    assert (finding.place.sheet, finding.place.cell) == ("Trang của tôi", "K55")
    assert finding.sentence().startswith("Ô K55 ghi")


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_about_the_layout_can_be_said_in_every_language(language):
    def spoil(rows):
        rows.pop(9)
        rows[8][3] = "tạ"
        rows[7][2] = "Lô khác"
        rows.append([*rows[6]])
        rows[-1][7] = None
        rows.append([None, "OILX", "x", "x", None, None, Decimal(1)])
        rows.append([None, None, "x", "x", None, None, Decimal(1)])
        move(rows, 12, 10)
        for row in rows[4:]:
            row.insert(5, row[0])

    one = replace(cast.changed(cast.book(), "Bieu1", spoil), has_macros=True, has_links=True, format="xls")
    dossier = cast.check_book(one, cast.FORM)
    assert len({code for code, _ in cast.told(dossier)}) >= 11
    assert all("{" not in sentence and sentence for sentence in cast.sentences(dossier, language))
