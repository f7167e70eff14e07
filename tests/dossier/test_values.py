"""What one cell says: read strictly, said back where it was text, asked about where two readings fit."""

import datetime as dt
import unicodedata
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.dossier import cast

from tongket.dossier.facts import Absence
from tongket.dossier.grid import ErrorValue, Uncalculated
from tongket.dossier.values import understood
from tongket.figures import Amount
from tongket.plan import Direction
from tongket.words import NotANumber, read_number


def read(value, asked=cast.OIL):
    found = understood(value, asked)
    answer = str(found.answer) if found.answer is not None else None
    return answer, found.kind.code.removeprefix("dossier.") if found.kind else None


@pytest.mark.parametrize(
    ("value", "answer", "kind"),
    [
        (Decimal("2999.4"), "2999.4", None),
        ("2.999,4", "2999.4", "number-as-text"),
        ("3 001,5", "3001.5", "number-as-text"),
        ("3\u00a0001,5", "3001.5", "number-as-text"),
        ("3\u202f001,5", "3001.5", "number-as-text"),
        ("\ufeff 2999,4\u200b", "2999.4", "number-as-text"),
        ("2999.4", "2999.4", "number-as-text"),
        ("12.5", "12.5", "number-as-text"),
        ("-4,5", "-4.5", "number-as-text"),
        ("2.999", None, "ambiguous-number"),
        ("~30", None, "not-a-number"),
        ("~ 30", None, "not-a-number"),
        ("khoảng 30", None, "not-a-number"),
        ("gần 100", None, "not-a-number"),
        ("1e5", None, "not-a-number"),
        (True, None, "not-a-number"),
        (None, None, None),
        ("  \u00a0", None, None),
        ("–", None, "dash"),
        ("-", None, "dash"),
        ("n/a", None, "dash"),
        (ErrorValue("#DIV/0!"), None, "cell-error"),
        (Uncalculated("=A1"), None, "formula-without-value"),
        (dt.date(2022, 11, 5), None, "unexpected-date"),
        ("2.999,4 nghìn tấn", "2999.4", "number-as-text"),
        ("2.999,4 Nghìn tấn.", "2999.4", "number-as-text"),
        ("2.999,4nghìn tấn", "2999.4", "number-as-text"),
        ("2999,4 kt", "2999.4", "number-as-text"),
        ("2.999,4 nghìn", "2999.4", "number-as-text"),
        ("2.999 nghìn", None, "ambiguous-number"),
        ("2,9 triệu", None, "not-a-number"),
        ("2.999 nghìn tấn", None, "ambiguous-number"),
        ("2.999.400 tấn", None, "other-measure"),
        ("2,9 triệu m3", None, "other-measure"),
        ("12 tháng", None, "not-a-number"),
        ("105,5%", None, "other-measure"),
        ("3,00–4,50", None, "not-one-number"),
        ("3,00-4,50", None, "not-one-number"),
        ("từ 3,00 đến 4,50", None, "not-one-number"),
        ("trên 3.000", None, "not-one-number"),
        ("> 3000", None, "not-one-number"),
    ],
)
def test_a_cell_of_a_quantity_is_read_or_asked_about(value, answer, kind):
    assert read(value) == (answer, kind)


@pytest.mark.parametrize(
    ("value", "answer", "kind"),
    [
        ("3.000,5–4.500,5", "3000.5..4500.5", "number-as-text"),
        ("từ 3000 đến 4500", "3000..4500", "number-as-text"),
        ("trên 3.000,0", ">3000.0", "number-as-text"),
        ("dưới 4500", "<4500", "number-as-text"),
        ("4500–3000", None, "not-one-number"),
        ("trên 3.000", None, "ambiguous-number"),
        ("3.000–4.500", None, "ambiguous-number"),
    ],
)
def test_a_range_is_taken_where_the_plan_is_one(value, answer, kind):
    assert read(value, cast.RESERVES) == (answer, kind)


@pytest.mark.parametrize(
    ("value", "answer", "kind"),
    [
        ("105,5%", "105.5", "number-as-text"),
        ("105,5 %", "105.5", "number-as-text"),
        ("105,5", "105.5", "number-as-text"),
    ],
)
def test_a_percent_sign_is_understood_where_the_measure_is_percent(value, answer, kind):
    assert read(value, cast.APG) == (answer, kind)


@pytest.mark.parametrize("absence", Absence)
@pytest.mark.parametrize(
    "typed",
    [
        str, str.upper, lambda text: f" {text}. ", lambda text: unicodedata.normalize("NFD", text),
        lambda text: text.replace(" ", "\u00a0"), lambda text: "".join(
            c for c in unicodedata.normalize("NFD", text).replace("đ", "d") if not unicodedata.combining(c)
        ),
    ],
)  # fmt: skip
def test_the_words_for_no_figure_are_known_however_they_are_typed(absence, typed):
    words = {
        Absence.NOT_ASSIGNED: "Không giao", Absence.NOT_AVAILABLE: "Chưa có số liệu", Absence.NOT_DUE: "Chưa đến hạn",
    }[absence]  # fmt: skip
    assert read(typed(words)) == (absence.value, None)
    assert read(typed(words), cast.FIRST_OIL) == (absence.value, None)
    assert read(words + " nhé") == (None, "not-a-number")


def days(first, last=None):
    return str(Amount(*(Decimal(dt.date.fromisoformat(day).toordinal()) for day in (first, last or first))))


@pytest.mark.parametrize(
    ("value", "answer", "kind"),
    [
        (dt.date(2022, 12, 5), days("2022-12-05"), None),
        ("05/11/2026", days("2026-11-05"), "date-as-text"),
        ("ngày 5 tháng 11 năm 2026", days("2026-11-05"), "date-as-text"),
        ("2026-11-05", days("2026-11-05"), "date-as-text"),
        ("05.11.2026", days("2026-11-05"), "date-as-text"),
        ("Quý 4/2021", days("2021-10-01", "2021-12-31"), "date-as-text"),
        ("quý IV năm 2021", days("2021-10-01", "2021-12-31"), "date-as-text"),
        ("IV кв. 2021", days("2021-10-01", "2021-12-31"), "date-as-text"),
        ("2021-Q4", days("2021-10-01", "2021-12-31"), "date-as-text"),
        ("Q4/2021", days("2021-10-01", "2021-12-31"), "date-as-text"),
        ("Tháng 11/2026", days("2026-11-01", "2026-11-30"), "date-as-text"),
        ("11/2026", days("2026-11-01", "2026-11-30"), "date-as-text"),
        ("31/02/2026", None, "not-a-date"),
        ("13/2026", None, "not-a-date"),
        ("Quý 5/2021", None, "not-a-date"),
        ("cuối năm 2026", None, "not-a-date"),
        ("05/11/26", None, "not-a-date"),
        (Decimal(46331), None, "not-a-date"),
        ("–", None, "dash"),
    ],
)
def test_a_cell_of_a_date_takes_days_months_and_quarters(value, answer, kind):
    assert read(value, cast.FIRST_OIL) == (answer, kind)


def test_a_row_asks_for_a_date_by_its_measure_or_by_its_direction():
    for asked in (replace(cast.GAS, measure="day"), replace(cast.GAS, direction=Direction.ON_DATE)):
        assert read(dt.date(2022, 12, 5), asked) == (days("2022-12-05"), None)
        form = replace(cast.FORM, parts=(replace(cast.FORM.parts[0], rows=(asked,)), *cast.FORM.parts[1:]))
        answers = {"GAS": ("Chưa đến hạn", dt.date(2022, 12, 5))}
        taken = cast.check_book(cast.book(answers, form=form), replace(form, plan_version="v0"))
        assert [code for code, _ in cast.told(taken)] == ["plan-adjusted-since"]


@given(st.from_regex(r"[+-]?[0-9]{1,4}([., ][0-9]{1,4}){0,3}", fullmatch=True))
def test_a_text_that_is_read_is_read_as_read_number_reads_it(text):
    try:
        expected = read_number(text)
    except NotANumber:
        assert understood(text, cast.OIL).answer is None
        return
    answer = understood(text, cast.OIL).answer
    assert answer == (Amount.of(expected) if isinstance(expected, Decimal) else None)


@given(st.text(max_size=12))
def test_no_text_ever_breaks_the_reading_and_what_is_not_taken_is_asked_about(text):
    found = understood(text, cast.OIL)
    assert (
        found.answer is not None
        or found.kind is not None
        or not text.strip("\u200b\u200c\u200d\u2060\ufeff\u00ad ").split()
    )


@given(st.decimals(-(10**9), 10**9, places=3))
def test_a_number_typed_the_vietnamese_way_is_the_number(number):
    whole, _, fraction = f"{number:f}".partition(".")
    typed = f"{whole},{fraction}"
    assert understood(typed, cast.OIL).answer == Amount.of(number or abs(number))
