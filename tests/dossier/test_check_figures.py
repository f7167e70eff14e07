"""Figures that were read, against the plan, last year and each other: just at the boundary, and just over it."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest
from tests.dossier import cast

from tongket.dossier.form import IssuedForm
from tongket.plan import Direction
from tongket.words import LANGUAGES, Severity


def with_row(code, **changes):
    """The form with one of its rows changed."""
    parts = tuple(
        replace(part, rows=tuple(replace(row, **changes) if row.code == code else row for row in part.rows))
        for part in cast.FORM.parts
    )
    return replace(cast.FORM, parts=parts)


def codes(answers, form=cast.FORM):
    return [code for code, _ in cast.told(cast.check(answers, form=form))]


def test_figures_in_tonnes_where_thousands_are_asked_for_are_not_taken():
    form = with_row("OIL/09-1", plan=cast.Amount.of("2865.0"))
    dossier = cast.check({"OIL/09-1": ("2521.0", "2865000")}, form=form)
    expected = "Ô H8 có vẻ tính bằng tấn; biểu yêu cầu nghìn tấn (2.865.000,0 so với kế hoạch 2.865,0)."
    assert cast.sentences(dossier) == [expected]
    assert ("OIL/09-1", "estimate") not in cast.amounts(dossier)
    assert ("OIL/09-1", "actual_to_date") in cast.amounts(dossier)


@pytest.mark.parametrize(
    ("to_date", "estimate", "found"),
    [
        ("812000", "968000", ["wrong-measure", "wrong-measure"]),
        ("0.812", "0.968", ["more-decimals", "more-decimals", "wrong-measure", "wrong-measure"]),
        ("812", "3520000", ["wrong-measure"]),
        ("812", "3600000", ["jump"]),
        ("812", "255000", ["wrong-measure"]),
        ("812", "254000", ["jump"]),
        ("812", "1000000000", ["wrong-measure"]),
        ("812", "10000000", ["jump"]),
    ],
)
def test_a_wrong_measure_is_one_that_makes_the_figure_like_the_plan_and_last_year(to_date, estimate, found):
    assert codes({"GAS": (to_date, estimate)}) == found


def test_a_measure_that_is_not_in_the_list_is_no_wrong_measure_but_a_jump():
    assert codes({"COST": ("25.9", "26400")}) == ["jump"]


@pytest.mark.parametrize(
    ("estimate", "found"), [("2040.0", []), ("2040.1", ["jump"]), ("510.0", []), ("509.9", ["jump"])]
)
def test_more_than_double_or_less_than_half_of_last_year_is_asked_about(estimate, found):
    assert codes({"GAS": ("400", estimate)}) == found


@pytest.mark.parametrize(("estimate", "found"), [("40.6", []), ("40.7", ["jump"]), ("13.6", []), ("13.5", ["jump"])])
def test_what_should_be_low_is_asked_about_when_it_rises_by_half(estimate, found):
    assert codes({"COST": ("25.9", estimate)}) == found


def test_the_sentence_of_a_jump_gives_the_percentage():
    dossier = cast.check({"PROF": ("251.0", "604.6")})
    assert cast.sentences(dossier) == ["Ô H12 bằng 214% cùng kỳ năm trước. Đề nghị kiểm tra lại hoặc giải trình."]
    assert cast.sentences(dossier, "ru")[0].startswith("Ячейка H12: 214\u00a0%")
    assert cast.amounts(dossier)["PROF", "estimate"] == "604.6"


def test_a_figure_below_one_jumps_as_any_other():
    form = with_row("LTIF", last_year=cast.Amount.of("0.50"))
    assert codes({"LTIF": ("0.40", "0.75")}, form) == []
    assert codes({"LTIF": ("0.40", "0.76")}, form) == ["jump"]


@pytest.mark.parametrize("last_year", ["0", "-6.8", None, "100..200"])
def test_nothing_can_jump_from_zero_from_below_or_from_what_is_not_one_number(last_year):
    form = with_row("PROF", last_year=last_year and cast.Amount.parse(last_year))
    assert codes({"PROF": ("251.0", "604.6")}, form) == []
    assert codes({"PROF": ("251.0", "-604.6")}, form) == []


def test_ten_months_above_the_year_cannot_be():
    dossier = cast.check({"GAS": ("2622.2", "2260.0")}, form=with_row("GAS", last_year=None))
    assert cast.sentences(dossier) == ["Thực hiện 10 tháng (2.622,2) lớn hơn ước cả năm (2.260,0)."]
    assert dossier.findings[0].place.cell == "G10"
    assert codes({"GAS": ("968.0", "968.0")}) == []
    assert codes({"COST": ("28.0", "26.0")}) == []
    assert codes({"PROF": ("300.0", "296.0")}) == []
    middle = replace(with_row("GAS", last_year=None), cut_off=dt.date(2022, 11, 15))
    assert cast.sentences(cast.check({"GAS": ("970", "968")}, form=middle))[0].startswith(
        "Thực hiện đến ngày 15/11/2022"
    )


def test_a_total_must_be_the_sum_of_its_parts_exactly():
    dossier = cast.check({"OIL/09-3/12": ("101.2", "120.0")})
    assert cast.sentences(dossier) == [
        "Tổng H7 = 3.119,0 khác tổng các phần H8+H9 = 3.118,0. Chênh lệch 1,0 nghìn tấn."
    ]
    assert dossier.findings[0].place.cell == "H7"
    assert codes({"OIL": ("2622.1", "3119.0")}) == ["sum-differs"]
    assert codes({"OIL": ("2622.20", "3119.00")}) == []
    assert codes({"OIL": ("2622.2", "3119.5")}, with_row("OIL", sums=0)) == []
    assert codes({"OIL/09-3/12": ("101.2", "Chưa có số liệu")}) == ["one-of-two"]


def test_a_plan_figure_that_was_changed_is_an_error_with_both_figures():
    one = cast.changed(cast.book(), "Bieu1", lambda rows: rows[7].__setitem__(5, Decimal(2749)))
    dossier = cast.check_book(one, cast.FORM)
    expected = "Ô F8 là số kế hoạch được giao (2.794,0) nhưng tệp ghi 2.749,0. Số kế hoạch không sửa ở biểu này."
    assert cast.sentences(dossier) == [expected]
    assert dossier.findings[0].severity is Severity.ERROR


def test_last_years_figure_that_was_changed_waits_for_an_explanation():
    one = cast.changed(cast.book(), "Bieu1", lambda rows: rows[7].__setitem__(4, Decimal(3000)))
    dossier = cast.check_book(one, cast.FORM)
    assert cast.told(dossier) == [("last-year-changed", "E8")]
    assert dossier.findings[0].severity is Severity.WARNING


@pytest.mark.parametrize(
    ("row", "column", "value", "changed"),
    [
        (7, 5, "2.794,0", False), (7, 5, "2794", False), (7, 5, "2.794", False), (7, 5, None, True), (7, 5, "x", True),
        (7, 5, "2.749,0", True), (7, 5, True, True), (15, 5, "KHÔNG GIAO", False), (15, 5, Decimal(5), True),
        (15, 5, "", True), (15, 5, "Chưa đến hạn", True), (14, 4, "–", False), (14, 4, "", False), (14, 4, "5", True),
        (10, 5, "3.000–4.500", False), (10, 5, "3000,0 – 4500,0", False), (10, 5, "3.000–4.600", True),
        (10, 5, Decimal(3000), True), (14, 5, "31/12/2022", False), (14, 5, "31/12/2023", True),
        (14, 5, dt.date(2022, 12, 30), True),
    ],
)  # fmt: skip
def test_a_closed_cell_may_be_rewritten_by_a_program_but_not_changed(row, column, value, changed):
    one = cast.changed(cast.book(), "Bieu1", lambda rows: rows[row].__setitem__(column, value))
    assert bool(cast.told(cast.check_book(one, cast.FORM))) is changed


@pytest.mark.parametrize(
    ("text", "changed"),
    [("trên 1.700", False), ("Trên 1700,0", False), ("over 1,700", False), ("свыше 1700", False), ("trên 1.710", True),
     ("dưới 1.700", True), ("1.700", True), ("khoảng 1.700", True)],
)  # fmt: skip
def test_a_bound_that_was_printed_as_round_as_it_is_was_not_changed(text, changed):
    form = with_row("GAS", last_year=cast.Amount.parse(">1700.0"))
    one = cast.changed(cast.book(), "Bieu1", lambda rows: rows[9].__setitem__(4, text))
    assert cast.told(cast.check_book(one, form)) == ([("last-year-changed", "E10")] if changed else [])


@pytest.mark.parametrize(
    ("plan", "value", "changed"),
    [
        ("2023-04-01..2023-06-30", "quý II/2023", False), ("2023-04-01..2023-06-30", "quý III/2023", True),
        ("2023-04-01..2023-07-15", "01/04/2023–15/07/2023", False),
        ("2023-04-01..2023-06-30", dt.date(2023, 4, 1), True),
        ("2023-04-01..2023-07-15", "01/04/2023–16/07/2023", True),
        (">2022-12-31", "sau ngày 31/12/2022", False),
        (">2022-12-31", "sau ngày 30/12/2022", True),
    ],
)  # fmt: skip
def test_a_printed_stretch_of_days_is_known_by_its_ends(plan, value, changed):
    sign = plan[:1] if plan[:1] == ">" else ""
    wire = sign + "..".join(map(cast.ordinal, plan.removeprefix(">").split("..")))
    form = with_row("PROJ", plan=cast.Amount.parse(wire))
    one = cast.changed(cast.book(form=form), "Bieu1", lambda rows: rows[14].__setitem__(5, value))
    dossier = cast.check_book(one, form)
    assert [code for code, _ in cast.told(dossier)] == (["plan-changed"] if changed else [])
    assert "quý II năm 2023" in cast.sentences(dossier)[0] if changed and "06-30" in plan else True


def test_what_was_issued_counts_and_not_what_the_plan_became():
    later = with_row("GAS", plan=cast.Amount.of("1"), last_year=cast.Amount.of("1000"))
    issued = IssuedForm.of(cast.FORM)
    assert cast.told(cast.check_book(cast.book(), later, issued)) == []
    assert [code for code, _ in cast.told(cast.check_book(cast.book(), later))] == ["last-year-changed", "plan-changed"]
    other = replace(issued, form="another")
    assert len(cast.told(cast.check_book(cast.book(), later, other))) == 2


@pytest.mark.parametrize(
    ("answers", "found"),
    [
        (("Chưa có số liệu", "968.0"), [("one-of-two", "G10")]),
        (("812.0", "Chưa có số liệu"), [("one-of-two", "H10")]),
        (("Chưa đến hạn", "968.0"), []),
        (("Chưa có số liệu", "Chưa có số liệu"), []),
        (("Không giao", "Không giao"), [("not-assigned-but-planned", "G10")]),
    ],
)
def test_one_figure_of_two_is_asked_about_and_so_is_a_target_said_not_to_be_one(answers, found):
    assert cast.told(cast.check({"GAS": answers})) == found


def test_where_the_plan_gives_no_target_not_assigned_is_right():
    dossier = cast.check({"DRL": ("Không giao", "Không giao")})
    assert cast.told(dossier) == []
    assert [str(one.absence) for one in dossier.absences if one.indicator == "DRL"] == ["not_assigned"] * 2


@pytest.mark.parametrize(("day", "found"), [(dt.date(2022, 10, 31), []), (dt.date(2022, 11, 1), ["after-cut-off"])])
def test_what_is_done_was_done_by_the_cut_off(day, found):
    assert codes({"PROJ": (day, dt.date(2022, 12, 5))}) == found


def test_estimates_that_all_equal_the_plan_look_copied():
    plans = {"OIL": "2912.0", "OIL/09-1": "2794.0", "OIL/09-3/12": "118.0", "GAS": "880", "COST": "28.5", "APG": "95",
             "PROF": "168.0", "RES": "3000"}  # fmt: skip
    answers = {code: (cast.CLEAN[code][0] if code != "PROF" else "100", plan) for code, plan in plans.items()}
    ranged = with_row("RES", plan=cast.Amount.of("3000"))
    ranged_book = cast.check(answers, form=ranged)
    assert [(code, cell) for code, cell in cast.told(ranged_book)] == [("looks-copied", "")]
    assert "cả 8 ô" in cast.sentences(ranged_book)[0]
    assert codes({**answers, "GAS": ("812.0", "880.1")}, ranged) == []


def test_two_equal_estimates_are_no_copy_and_three_are():
    def found(*rows):
        form = replace(cast.FORM, parts=(replace(cast.FORM.parts[0], rows=rows), *cast.FORM.parts[1:]))
        return codes({"GAS": ("812.0", "880"), "COST": ("25", "28.5"), "APG": ("96", "95")}, form)

    assert found(cast.GAS, cast.COST) == []
    assert found(cast.GAS, cast.COST, cast.APG) == ["looks-copied"]


@pytest.mark.parametrize(("parts", "named"), [(6, "H8+H9+H10+H11+H12+H13"), (7, "H8…H14")])
def test_many_parts_are_named_by_the_first_and_the_last(parts, named):
    rows = [cast.row("OIL", "Dầu", "kt", "100", "100", sums=parts)]
    rows += [cast.row(f"OIL/{n}", f"Lô {n}", "kt", "10", "10") for n in range(parts)]
    form = replace(cast.FORM, parts=(replace(cast.FORM.parts[0], rows=tuple(rows)), *cast.FORM.parts[1:]))
    answers = {row.code: ("Chưa đến hạn", "10.1" if row.breakdown else "100") for row in rows}
    assert f"tổng các phần {named} = " in cast.sentences(cast.check(answers, form=form))[0]


@pytest.mark.parametrize(("plan", "found"), [("<900", ["wrong-measure"]), (">800", ["wrong-measure"]), ("0", [])])
def test_a_wrong_measure_is_seen_beside_a_bound_and_never_beside_zero(plan, found):
    form = with_row("GAS", plan=cast.Amount.parse(plan), last_year=None)
    assert codes({"GAS": ("Chưa đến hạn", "968000")}, form) == found


def test_a_figure_a_million_times_too_small_is_in_a_wrong_measure_too():
    form = with_row("GAS", measure="m3", digits=6)
    assert codes({"GAS": ("Chưa đến hạn", "0.000968")}, form) == ["wrong-measure"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_about_figures_can_be_said_in_every_language(language):
    form = with_row("COST", direction=Direction.DOWN)
    answers = {
        "OIL": ("2622.2", "3120"), "GAS": ("812000", "9680"), "RES": ("5000", "4000"),
        "PROF": ("Chưa có số liệu", "700"),
        "COST": ("Không giao", "Không giao"), "PROJ": (dt.date(2022, 12, 5), dt.date(2022, 12, 5)),
    }  # fmt: skip
    dossier = cast.check(answers, {"PROF": "Giá dầu tăng."}, form=form)
    assert len({code for code, _ in cast.told(dossier)}) >= 7
    assert all("{" not in sentence and sentence for sentence in cast.sentences(dossier, language))
