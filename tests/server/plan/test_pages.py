"""The pages of the plan: what each role sees, the live check, the way from a proposal to the version in force."""

import re

import pytest

from tongket.plan import latest_version
from tongket.server.records.queries.books import typed_year
from tongket.server.records.queries.planned import Received, receipts

PLAN = "/cum-1-2022/plan/"
COUNCIL = {"line": "council", "version": "dc3"}
TOTAL, BLOCK, SHARE = "VSP|OIL||2022", "VSP|OIL|09-1|2022", "VSP|OIL|09-3-12|2022"
TAKER = "take|VSP|OIL|2022"


def page(client, address, **data):
    return client.get(address, data).content.decode()


def said(text):
    """The page without the ways of writing spaces."""
    return " ".join(text.split())


@pytest.fixture
def secretary(cluster, client_of):
    client = client_of("thuky")
    assert client.post(f"{PLAN}propose/", {"line": "council"}).status_code == 302
    cluster.refresh_from_db()
    return client


def typed(cluster, **more):
    return {**COUNCIL, "revision": str(cluster.revision), TOTAL: "3068", BLOCK: "2950", SHARE: "118", **more}


@pytest.mark.parametrize("who", ["pvep", "gpv-lanhdao", "cumtruong", "thuky", "thuongtruc", "kiemtra", "quantri"])
def test_the_plan_opens_to_all_but_the_council_member(who, client_of):
    for room in ("", "indicators/", "projects/", "compare/"):
        assert client_of(who).get(PLAN + room).status_code == 200
        assert client_of("uyvien").get(PLAN + room).status_code == 403


def test_the_plan_shows_lines_versions_assumption_last_year_and_the_check(client_of):
    shown = said(page(client_of("pvep"), PLAN))
    assert "Kế hoạch giao lần đầu" in shown
    assert "Hội đồng Liên doanh giao, gồm điều chỉnh" in shown
    assert "Giá dầu 60 USD/thùng" in shown
    assert "Tổng 2.912,0 = Lô 09-1: 2.794,0 + Lô 09-3/12 (phần của Vietsovpetro): 118,0. Khớp." in shown
    assert "3.165,0" in shown
    assert "không giao" in shown
    council = said(page(client_of("pvep"), PLAN, line="council"))
    assert "Điều chỉnh lần 1" in council
    assert "Điều chỉnh lần 2" in council


def test_what_other_authorities_have_set_for_the_same_stands_beside_it(client_of):
    shown = said(page(client_of("pvep"), PLAN))
    assert "Hội đồng Liên doanh giao, gồm điều chỉnh: 3.068,0" in shown
    assert "Kế hoạch giao lần đầu: 2.912,0" in said(page(client_of("pvep"), PLAN, line="council", version="dc1"))


def test_only_who_may_is_offered_to_change_the_plan(secretary, client_of):
    words = ("Nhập từ Excel", "Đề nghị điều chỉnh", "Thêm tuyến kế hoạch")
    offered = page(client_of("thuongtruc"), PLAN)
    refused = page(client_of("pvep"), PLAN)
    assert [word in offered for word in words] == [True] * 3
    assert [word in refused for word in words] == [False] * 3
    assert "Lưu bản đề xuất" not in page(client_of("pvep"), PLAN, **COUNCIL)


def test_while_typing_the_check_says_by_how_much_and_who_could_take_it(secretary, cluster):
    answer = secretary.post(f"{PLAN}check/", typed(cluster, **{TOTAL: "3068,1"}), HTTP_HX_REQUEST="true")
    shown = said(answer.content.decode())
    assert answer.status_code == 200
    assert "Chênh 0,1 nghìn tấn: chọn nơi nhận phần chênh." in shown
    assert re.search(r'<select name="take\|VSP\|OIL\|2022">', shown)
    agreed = secretary.post(f"{PLAN}check/", typed(cluster, **{TOTAL: "3068,1", BLOCK: "2950,1"}))
    assert "= Lô 09-1: 2.950,1 + Lô 09-3/12 (phần của Vietsovpetro): 118,0. Khớp." in said(agreed.content.decode())


@pytest.mark.parametrize(
    ("text", "reason"),
    [("3.068", "đọc được hai cách: 3.068 hoặc 3,068"), ("nhiều", "Không đọc được “nhiều”"), ("", "Ô để trống")],
)
def test_what_cannot_be_read_is_said_at_its_cell_and_nothing_is_saved(text, reason, secretary, cluster):
    live = secretary.post(f"{PLAN}check/", typed(cluster, **{TOTAL: text})).content.decode()
    assert reason in said(live)
    saved = secretary.post(f"{PLAN}save/", typed(cluster, **{TOTAL: text}))
    assert saved.status_code == 400
    assert reason in said(saved.content.decode())
    assert not [row for row in typed_year(cluster).plan.targets if row.version == "dc3"]


def test_a_broken_sum_is_shown_again_as_it_was_typed_and_not_saved(secretary, cluster):
    answer = secretary.post(f"{PLAN}save/", typed(cluster, **{TOTAL: "3068,1"}))
    shown = said(answer.content.decode())
    assert answer.status_code == 400
    assert 'value="3068,1"' in shown
    assert "Chênh lệch 0,1 nghìn tấn" in shown
    cluster.refresh_from_db()
    assert not [row for row in typed_year(cluster).plan.targets if row.version == "dc3"]


@pytest.mark.parametrize(
    ("taker", "block", "residue"),
    [(BLOCK, "2950.1", None), ("residue", None, "0.1")],
)
def test_the_difference_goes_where_the_person_says(taker, block, residue, secretary, cluster):
    answer = secretary.post(f"{PLAN}save/", typed(cluster, **{TOTAL: "3068,1", TAKER: taker}))
    assert answer.status_code == 302
    cluster.refresh_from_db()
    own = {row.breakdown: row for row in typed_year(cluster).plan.targets if row.version == "dc3"}
    assert str(own[None].amount) == "3068.1"
    assert (str(own["09-1"].amount) if "09-1" in own else None) == block
    assert (str(own[None].residue) if own[None].residue else None) == residue


def test_a_target_is_added_by_its_row(secretary, cluster):
    more = {"new_org_unit": "VSP", "new_indicator": "INIT", "new_value": "90"}
    assert secretary.post(f"{PLAN}save/", typed(cluster, **more)).status_code == 302
    cluster.refresh_from_db()
    (row,) = [row for row in typed_year(cluster).plan.targets if row.version == "dc3"]
    assert (row.org_unit, row.indicator, str(row.amount)) == ("VSP", "INIT", "90")


def test_a_proposal_states_its_own_assumptions(secretary, cluster):
    more = {"new_assumption": "oil_price", "new_assumption_value": "65,5", "new_assumption_measure": "USD/thùng"}
    wrong = secretary.post(f"{PLAN}save/", typed(cluster, **{**more, "new_assumption_value": "60.000"}))
    assert wrong.status_code == 400
    assert "Giả định “60.000” không đọc được" in said(wrong.content.decode())
    assert secretary.post(f"{PLAN}save/", typed(cluster, **more)).status_code == 302
    assert "Giá dầu 65,5 USD/thùng" in said(page(secretary, PLAN, **COUNCIL))
    assert "Giá dầu 65,5" not in said(page(secretary, PLAN, line="council", version="dc2"))
    cluster.refresh_from_db()
    again = {"assume|oil_price|USD/thùng|||planned": "70"}
    assert secretary.post(f"{PLAN}save/", typed(cluster, **again)).status_code == 302
    cluster.refresh_from_db()
    own = [row for row in typed_year(cluster).plan.assumptions if row.version == "dc3"]
    assert [str(row.planned) for row in own] == ["70"]


def test_the_plan_goes_from_proposal_to_acknowledgement_by_its_pages(secretary, cluster, client_of):
    secretary.post(f"{PLAN}save/", typed(cluster, **{TOTAL: "3000", BLOCK: "2882"}))
    form = page(secretary, f"{PLAN}assign/", **COUNCIL)
    assert "Chỉ tiêu giảm so với lần giao trước: 2 chỉ tiêu." in form
    cluster.refresh_from_db()
    given = {**COUNCIL, "revision": str(cluster.revision), "document": "NQ 55", "on": "01/11/2022"}
    refused = secretary.post(f"{PLAN}assign/", given)
    assert refused.status_code == 400
    assert "Cần ghi lý do và số văn bản" in refused.content.decode()
    assert secretary.post(f"{PLAN}assign/", {**given, "reason": "mỏ suy giảm"}).status_code == 302
    cluster.refresh_from_db()
    assert latest_version(typed_year(cluster).plan, "council").version == "dc3"
    assert "Còn 1 đơn vị chưa xác nhận" in page(secretary, PLAN, line="council")
    unit = client_of("vsp")
    assert "Xác nhận đã nhận</button>" in page(unit, PLAN, line="council")
    assert "Xác nhận đã nhận</button>" not in page(client_of("pvep"), PLAN, line="council")
    assert unit.post(f"{PLAN}acknowledge/VSP/", COUNCIL).status_code == 302
    assert [one.received for one in receipts(cluster, "council", "dc3")] == [Received.YES]
    assert "Xác nhận đã nhận</button>" not in page(unit, PLAN, line="council")
    assert client_of("pvep").post(f"{PLAN}acknowledge/VSP/", COUNCIL).status_code == 403


def test_two_versions_are_compared_with_the_reason_of_each_change(client_of):
    shown = said(page(client_of("vsp"), f"{PLAN}compare/", line="council", one="v1", other="dc2"))
    assert "2.912,0" in shown
    assert "+156,0" in shown
    assert "tăng sản lượng Lô 09-1" in shown
    alike = page(client_of("vsp"), f"{PLAN}compare/", line="council", one="dc1", other="dc1")
    assert "Hai bản giống nhau" in alike


@pytest.mark.parametrize(("path", "method"), [
    ("propose/", "post"), ("save/", "post"), ("check/", "post"), ("drop/", "post"), ("lines/", "post"),
    ("assign/", "get"), ("allocate/", "get"), ("import/", "get"), ("import/confirm/", "post"), ("copy/", "post"),
])  # fmt: skip
def test_who_may_not_change_the_plan_gets_to_none_of_its_forms(path, method, client_of):
    for who in ("pvep", "cumtruong", "kiemtra", "quantri"):
        assert getattr(client_of(who), method)(PLAN + path, COUNCIL).status_code == 403


def test_the_indicators_are_found_by_part_and_by_word(client_of):
    shown = page(client_of("pvep"), f"{PLAN}indicators/", sought="khí bán")
    assert "GAS-SOLD" in shown
    assert "CAPEX" not in shown
    assert "Recognised initiatives" in page(client_of("pvep"), f"{PLAN}indicators/", group="initiatives")
    assert "Không có chỉ tiêu nào khớp" in page(client_of("pvep"), f"{PLAN}indicators/", sought="zzz")


def test_what_is_the_partys_does_not_exist_for_who_has_no_right_to_it(with_party, client_of):
    for room, has in (("indicators/", "Kết nạp đảng viên mới"), ("?line=giao&version=mh", "Kết nạp đảng viên mới")):
        assert has in page(client_of("vsp"), PLAN + room)
        assert has not in page(client_of("vsp-nga"), PLAN + room)
        assert has not in page(client_of("kiemtra"), PLAN + room)
    assert "37 chỉ tiêu" in page(client_of("vsp"), f"{PLAN}indicators/")
    assert "36 chỉ tiêu" in page(client_of("kiemtra"), f"{PLAN}indicators/")
    assert 'value="party"' not in page(client_of("kiemtra"), f"{PLAN}indicators/")


def test_who_has_only_the_partys_targets_is_not_named_to_others(with_party, client_of):
    from dataclasses import replace

    from tongket.plan import PlanLine, PlanVersion
    from tongket.server.actions.acting import touch
    from tongket.server.records.rows import replace_rows
    from tongket.words import Text

    plan = typed_year(with_party).plan
    given = next(one for one in plan.targets if one.indicator == "DANG-VIEN-MOI")
    tables = {
        "plan_lines": (*plan.plan_lines, PlanLine("rieng", Text("Tuyến riêng"))),
        "plan_versions": (*plan.plan_versions, PlanVersion("rieng", "v1", document="CV 1")),
        "targets": (*plan.targets, replace(given, line="rieng", version="v1")),
    }
    replace_rows(with_party, tables)
    touch(with_party)
    assert "Chưa xác nhận" in page(client_of("cumtruong"), PLAN, line="rieng")
    assert "Chưa xác nhận" not in page(client_of("kiemtra"), PLAN, line="rieng")


def test_pages_speak_russian_and_english(client_of):
    assert "2 912,0".replace(" ", "\u00a0") in page(client_of("vsp-nga", "ru"), PLAN)
    assert "Agrees." in page(client_of("vsp", "en"), PLAN)


# Allocation


def test_a_total_is_divided_by_last_year_and_the_residue_shown(secretary, cluster):
    given = {**COUNCIL, "total": TOTAL, "among": "parts", "method": "last_year", "step": "preview"}
    shown = said(secretary.post(f"{PLAN}allocate/", given).content.decode())
    assert "2.928,9" in shown  # 3068 x 3021.5 / 3165
    assert "139,1" in shown
    written = secretary.post(f"{PLAN}allocate/", {**given, "step": "write", "revision": str(cluster.revision)})
    assert written.status_code == 302
    cluster.refresh_from_db()
    own = {row.breakdown: str(row.amount) for row in typed_year(cluster).plan.targets if row.version == "dc3"}
    assert own == {"09-1": "2928.9", "09-3-12": "139.1"}


def test_what_cannot_be_divided_says_why(secretary):
    given = {**COUNCIL, "total": TOTAL, "among": "parts", "method": "share", "step": "preview"}
    answer = secretary.post(f"{PLAN}allocate/", given)
    assert answer.status_code == 400
    assert "tỷ lệ tham gia" in answer.content.decode()
    nothing = secretary.post(f"{PLAN}allocate/", {**given, "method": "key", "key": "COST"})
    assert "Thiếu số để chia cho: Lô 09-1" in said(nothing.content.decode())
