"""A figure leads back to its cell, in words, and says when its file is no longer what was recorded."""

import pytest
from tests.server.results.test_table import as_of_the_party

from tongket.server.actions.refusals import Absent
from tongket.server.records import blobs
from tongket.server.records.queries.results import reckoned
from tongket.server.web.results.tracing import traced

PAGE = "/cum-1-2022/results/trace/"
OIL = "VSP/OIL@2022:estimate"


def test_a_figure_leads_to_its_cell_in_one_sentence(accepted, client_of, body):
    accepted()
    page = body(client_of("kiemtra").get(PAGE, {"address": OIL}))
    assert 'Giá trị</dt><dd class="trace-value">3.119,0 nghìn tấn' in page
    assert (
        "Bảng tổng hợp, dòng 1 → Hồ sơ Liên doanh Việt – Nga Vietsovpetro lần 1, gửi 18/11/2022 → "
        "tệp VSP.xlsx, trang tính ‘Bieu1’, ô H7 (dấu vân tay tệp khớp)"
    ) in page


def test_the_drawer_gets_the_chain_without_the_frame(accepted, client_of):
    accepted()
    answer = client_of("thuky").get(PAGE, {"address": OIL}, headers={"HX-Request": "true"}).content.decode()
    assert "ô H7" in answer
    assert "<html" not in answer


def test_a_percentage_shows_its_formula_filled_in_and_both_chains(accepted):
    book = accepted()
    one = reckoned(book, party=True)
    [address] = [a for a in one.results.figures if a.startswith("VSP/OIL@2022:percent_of_plan#giao")]
    told = traced(book, one, address, "vi")
    assert told.figure.formula == "3.119,0 : 2.912,0 × 100% = 107,1%"
    assert [step.value for step in told.steps[1:]] == ["3.119,0 nghìn tấn", "2.912,0 nghìn tấn"]
    [plan] = told.steps[2].origins
    assert plan.chain == "Bảng tổng hợp, dòng 1 → Sổ năm → tệp inputs/targets.csv, ô G2"
    assert told.holds


def test_a_sum_shows_its_parts(accepted):
    book = accepted()
    told = traced(book, reckoned(book, party=True), "CUM-1/INIT@2022:estimate", "vi")
    assert told.figure.formula == "97 + 52 + 17 + 8 = 174"


def test_every_figure_of_the_year_can_be_followed(accepted):
    book = accepted()
    one = reckoned(book, party=True)
    for address in one.results.figures:
        told = traced(book, one, address, "vi")
        assert told.holds, address
        assert any(step.origins for step in told.steps), address


def test_a_file_that_is_no_longer_what_was_recorded_is_told(accepted, client_of, body):
    book = accepted()
    [digest] = [sha for name, sha in reckoned(book, party=True).year.files.items() if name.endswith("/VSP.xlsx")]
    place = blobs.place_of(digest)
    content = place.read_bytes()
    try:
        place.write_bytes(content + b" ")
        page = body(client_of("thuky").get(PAGE, {"address": OIL}))
        assert "Tệp nguồn không còn khớp với bản đã ghi nhận." in page
        assert "dấu vân tay tệp khớp" not in page
        place.unlink()
        assert "Tệp nguồn không còn trên máy chủ." in body(client_of("thuky").get(PAGE, {"address": OIL}))
    finally:
        place.write_bytes(content)


def test_a_figure_that_is_not_there_is_not_found(accepted, client_of):
    accepted()
    assert client_of("thuky").get(PAGE, {"address": "VSP/NOTHING@2022:estimate"}).status_code == 404
    assert client_of("thuky").get(PAGE).status_code == 404


def test_an_address_of_the_party_does_not_exist_without_the_right(accepted, cluster, client_of):
    accepted()
    as_of_the_party(cluster, "INIT")
    address = {"address": "VSP/INIT@2022:estimate"}
    assert client_of("thuky").get(PAGE, address).status_code == 200
    assert client_of("kiemtra").get(PAGE, address).status_code == 404
    with pytest.raises(Absent):
        traced(cluster, reckoned(cluster, party=False), address["address"], "vi")


def test_files_of_the_estimate_and_of_final_figures_do_not_stand_in_for_each_other(accepted, cluster):
    from tests.server.results.conftest import FINAL

    accepted("VSP")
    accepted("VSP", stage=FINAL)
    one = reckoned(cluster, party=True)
    files = [one.year.files[f"dossiers/VSP/{version}/VSP.xlsx"] for version in ("1", "final-1")]
    assert files[0] != files[1]
    for kind in ("estimate", "actual"):
        [origin] = traced(cluster, one, f"VSP/OIL@2022:{kind}", "vi").figure.origins
        assert "lần 1" in origin.chain
        assert origin.holds
