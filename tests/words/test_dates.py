import datetime as dt

import pytest

from tongket.words import long_date, short_date


@pytest.mark.parametrize(
    ("day", "text"),
    [
        ("2027-01-05", "ngày 05 tháng 01 năm 2027"),
        ("2026-02-28", "ngày 28 tháng 02 năm 2026"),
        ("2026-03-01", "ngày 01 tháng 3 năm 2026"),
        ("2026-06-29", "ngày 29 tháng 6 năm 2026"),
        ("2021-11-09", "ngày 09 tháng 11 năm 2021"),
        ("2021-12-10", "ngày 10 tháng 12 năm 2021"),
    ],
)
def test_days_below_ten_and_the_months_one_and_two_get_a_zero(day, text):
    assert long_date(dt.date.fromisoformat(day)) == text


def test_russian_and_english_papers_write_the_month_in_words():
    day = dt.date(2021, 11, 3)
    assert (long_date(day, "ru"), long_date(day, "en")) == ("3 ноября 2021 г.", "3 November 2021")


def test_a_date_in_figures_has_all_its_zeros():
    day = dt.date(2021, 11, 3)
    assert [short_date(day, language) for language in ("vi", "ru", "en")] == ["03/11/2021", "03.11.2021", "03/11/2021"]
