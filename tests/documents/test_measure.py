"""Lengths of text agree with what was measured on paper, and names break well."""

import unicodedata
from fractions import Fraction

import pytest

from tongket.documents.measure import lines, width_mm


@pytest.mark.parametrize(
    ("text", "size", "printed"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, "88.3"),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, "95.7"),
        ("Độc lập - Tự do - Hạnh phúc", 13, "56.1"),
        ("Độc lập - Tự do - Hạnh phúc", 14, "60.5"),
    ],
)
def test_the_national_title_is_as_long_as_on_a_printed_page(text: str, size: int, printed: str) -> None:
    assert abs(width_mm(text, size, bold=True) - Fraction(printed)) < Fraction(1, 20)


def test_decomposed_letters_are_as_wide_as_composed_ones() -> None:
    assert width_mm(unicodedata.normalize("NFD", "Nguyễn"), 14) == width_mm("Nguyễn", 14)


def test_an_unknown_letter_counts_half_the_type_size() -> None:
    assert width_mm("漢", 14) == Fraction(7 * 254, 720)


def test_a_long_name_breaks_into_the_fewest_lines_of_like_length() -> None:
    subject = "Tổng kết công tác thực hiện nhiệm vụ năm 2012 và phương hướng, nhiệm vụ trọng tâm năm 2013"
    broken = lines(subject, Fraction(145), 14, bold=True)
    lengths = [width_mm(line, 14, bold=True) for line in broken]
    assert " ".join(broken) == subject
    assert len(broken) == 2
    assert max(lengths) <= 145
    assert max(lengths) - min(lengths) < 15


def test_a_short_name_stays_on_one_line() -> None:
    assert lines("Tổng kết năm 2012", Fraction(145), 14) == ("Tổng kết năm 2012",)


def test_the_sides_of_a_spaced_hyphen_stay_together() -> None:
    assert lines("LIÊN DOANH VIỆT - NGA", Fraction(45), 13, bold=True) == ("LIÊN DOANH", "VIỆT - NGA")


def test_a_break_that_the_office_chose_is_kept() -> None:
    assert lines("TẬP ĐOÀN\nDẦU KHÍ VIỆT NAM", Fraction(90), 12) == ("TẬP ĐOÀN", "DẦU KHÍ VIỆT NAM")


def test_a_word_longer_than_the_room_stands_alone() -> None:
    assert lines("a VIETSOVPETRO b", Fraction(20), 13) == ("a", "VIETSOVPETRO", "b")
