"""Measures as other people write them."""

import pytest

from tongket.dossier.foreign.measures import measure_named


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("nghìn tấn", "kt"),
        ("1000 tấn", "kt"),
        ("1.000 tấn", "kt"),
        ("ngàn tấn", "kt"),
        ("10^3 tấn", "kt"),
        ("Tr.USD", "MUSD"),
        ("triệu $", "MUSD"),
        ("1000 USD", "kUSD"),
        ("tỷ đ", "GVND"),
        ("Tỷ VNĐ", "GVND"),
        ("trđ", "MVND"),
        ("Triệu m³", "Mm3"),
        ("tr.m3", "Mm3"),
        ("triệu tấn QĐ", "Mtoe"),
        ("tr.đ/người/tháng", "triệu đồng/người/tháng"),
        ("Tr. đồng/ng/tháng", "triệu đồng/người/tháng"),
        ("USD/1000 m3", "USD/nghìn m3"),
        ("тыс. т", "kt"),
        ("млн долл. США", "MUSD"),
        ("тыс. руб./чел./мес.", "nghìn RUB/người/tháng"),
        ("phần trăm", "%"),
        ("giếng", "giếng"),
        ("SK", "sáng kiến"),
        ("млн м3 / triệu m3", "Mm3"),
        ("тыс. т\nnghìn tấn", "kt"),
        ("скв. / giếng", "giếng"),
        ("USD / thùng", "USD/thùng"),
    ],
)
def test_a_measure_is_known_however_it_is_written(typed, code):
    assert measure_named(typed).code == code


@pytest.mark.parametrize(
    "typed", ["", "hai phía", "100% dự án", "Khối", "phần của Vietsovpetro", "млн м3 / nghìn m3", "шт. / giếng"]
)
def test_what_names_no_measure_is_none(typed):
    assert measure_named(typed) is None


def test_a_measure_of_the_year_is_known_though_it_stands_in_no_list():
    assert measure_named("Điểm", frozenset({"điểm"})).code == "điểm"
    assert measure_named("Điểm") is None
