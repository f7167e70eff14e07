"""How labels of indicators are compared: whoever typed them, however numbered and abbreviated."""

import pytest

from tongket.dossier.foreign.labels import Likeness, folded, in_brackets, is_part, label_key, without_numbering

NAMES = (
    "Khai thác dầu và condensate",
    "Khí đưa về bờ",
    "Doanh thu bán dầu, khí",
    "Lợi nhuận sau thuế (hai phía)",
    "Nộp ngân sách nhà nước",
    "Giải ngân vốn đầu tư",
    "Giá thành khai thác",
)
LIKENESS = Likeness.among(NAMES)


@pytest.mark.parametrize(
    ("typed", "bare"),
    [
        ("I.1 Khai thác dầu", "Khai thác dầu"),
        ("1. SL khai thác", "SL khai thác"),
        ("II Doanh thu", "Doanh thu"),
        ("a) Nộp NSNN", "Nộp NSNN"),
        ("- Lô 09-1", "Lô 09-1"),
        ("09-1 Lô", "09-1 Lô"),
        ("Điều hành", "Điều hành"),
    ],
)
def test_numbering_is_taken_off_and_codes_are_kept(typed, bare):
    assert without_numbering(typed) == bare


@pytest.mark.parametrize(("typed", "is_one"), [("- Lô 09-1", True), ("trong đó: Lô", True), ("Lô 09-1", False)])
def test_a_dash_or_of_which_tells_a_part(typed, is_one):
    assert is_part(typed) == is_one


def test_the_same_label_has_one_key_whoever_typed_it():
    assert (
        len({label_key(text) for text in ("1. Nộp NSNN", "nop ngan sach nha nuoc", "- Nộp  ngân sách Nhà nước")}) == 1
    )
    assert label_key("Lô 09-1") != label_key("Lô 09-3/12")
    assert label_key("Trong đó:") == ""


def test_folding_leaves_no_marks_and_no_second_spaces():
    assert folded("  Đơn\u00a0vị   TÍNH ") == "don vi tinh"


def test_what_stands_in_brackets_is_found():
    assert in_brackets("DT (triệu đồng) (hai phía)") == ("triệu đồng", "hai phía")


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("SL khai thác dầu", "Khai thác dầu và condensate"),
        ("Khí khô đưa về bờ", "Khí đưa về bờ"),
        ("DT", "Doanh thu bán dầu, khí"),
        ("LNST", "Lợi nhuận sau thuế (hai phía)"),
        ("Nop NSNN", "Nộp ngân sách nhà nước"),
        ("Giải ngân đầu tư XDCB", "Giải ngân vốn đầu tư"),
        ("Giá thành", "Giá thành khai thác"),
    ],
)
def test_the_name_meant_is_the_most_alike(label, name):
    assert max(NAMES, key=lambda one: LIKENESS.of(label, one)) == name


def test_the_same_words_are_the_same_whatever_stands_in_brackets():
    assert LIKENESS.of("3 LNST", "Lợi nhuận sau thuế (hai phía)") == 1
    assert LIKENESS.of("khai thac dau va condensate", "Khai thác dầu và condensate") == 1


def test_before_tax_is_not_after_tax():
    assert LIKENESS.of("Lợi nhuận trước thuế", "Lợi nhuận sau thuế (hai phía)") * 2 < 1


def test_oil_is_not_investment_when_marks_were_typed():
    assert LIKENESS.of("Đầu tư", "Khai thác dầu và condensate") == 0
    assert LIKENESS.of("Dau tu", "Khai thác dầu và condensate") > 0
