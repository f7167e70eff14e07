"""The checking desk: who sees which dossier on it, in which words, and what is absent for whom."""

import re

import pytest

from tongket.server.actions.acting import touch
from tongket.server.actions.dossier import checking, moving
from tongket.server.records.models import Indicator, RoleGrant
from tongket.server.records.queries.dossiers import latest
from tongket.server.web.checking.units import UnitLine, after

AT = "/cum-1-2022/checking"


def units_on(text):
    return re.findall(
        r'href="/cum-1-2022/checking/([A-Z]+)/"', text.partition('<nav class="units"')[2].partition("</nav>")[0]
    )


def buttons(text):
    return [re.sub(r"<[^>]+>", "", one).strip() for one in re.findall(r"<button[^>]*>(.*?)</button>", text, re.DOTALL)]


def test_while_nothing_waits_the_desk_says_how_many_days_are_left_and_offers_to_remind(client_of):
    text = client_of("thuky").get(f"{AT}/").content.decode()
    assert "Chưa có hồ sơ nào chờ kiểm tra." in text
    assert "4 đơn vị chưa nộp, còn 2 ngày đến hạn." in text
    assert "Nhắc đơn vị chưa nộp" in text
    assert units_on(text) == ["VSP", "PVEP", "RVP", "GPV"]


def test_the_desk_leads_to_the_first_dossier_that_waits(filed, client_of):
    filed("PVEP")
    filed("VSP")
    assert client_of("thuky").get(f"{AT}/").headers["Location"] == f"{AT}/PVEP/"


def test_between_peers_the_words_are_those_of_peers(filed, client_of):
    filed("PVEP")
    text = client_of("thuky").get(f"{AT}/PVEP/").content.decode()
    assert "Xác nhận đạt yêu cầu" in buttons(text)
    assert "Đề nghị bổ sung" in buttons(text)
    assert "Xác nhận hồ sơ của Tổng công ty Thăm dò Khai thác Dầu khí (PVEP) đạt yêu cầu để đưa vào tổng hợp?" in text
    assert "Trả lại" not in text
    assert "Duyệt" not in buttons(text)


def test_a_superior_approves_and_returns(filed, client_of, cluster):
    filed("PVEP")
    cluster.relation = "superior"
    cluster.save()
    text = client_of("thuky").get(f"{AT}/PVEP/").content.decode()
    assert {"Duyệt", "Trả lại bổ sung"} <= set(buttons(text))
    assert "Đề nghị bổ sung" not in buttons(text)


def test_the_lead_sees_its_own_dossier_without_buttons_and_reads_who_checks_it(filed, client_of):
    filed("VSP")
    text = client_of("thuky").get(f"{AT}/VSP/").content.decode()
    assert (
        "Hồ sơ của Cụm trưởng do thành viên luân phiên (Tổng công ty Thăm dò Khai thác Dầu khí (PVEP)) kiểm tra."
        in text
    )
    assert "Xác nhận đạt yêu cầu" not in text
    assert client_of("thuky").post(f"{AT}/VSP/accept/", {"version": "1"}).status_code == 403


def test_the_member_whose_turn_it_is_reaches_the_leads_dossier_from_the_menu_and_no_other(filed, client_of):
    filed("VSP")
    filed("RVP")
    member = client_of("pvep-lanhdao")
    desk = member.get("/cum-1-2022/").content.decode()
    assert f'href="{AT}/"' in desk
    assert f'href="{AT}/VSP/"' in desk
    assert member.get(f"{AT}/").headers["Location"] == f"{AT}/VSP/"
    text = member.get(f"{AT}/VSP/").content.decode()
    assert units_on(text) == ["VSP"]
    assert "Xác nhận đạt yêu cầu" in buttons(text)
    assert member.get(f"{AT}/RVP/").status_code == 403
    assert member.post(f"{AT}/VSP/accept/", {"version": "1"}, follow=True).status_code == 200


def test_a_member_whose_turn_it_is_not_has_no_such_entry(filed, client_of):
    filed("VSP")
    other = client_of("gpv-lanhdao")
    assert f'href="{AT}/"' not in other.get("/cum-1-2022/").content.decode()
    assert other.get(f"{AT}/").status_code == 403
    assert other.get(f"{AT}/VSP/").status_code == 403


def test_the_figures_stand_with_last_year_plan_ten_months_estimate_and_percent(filed, client_of):
    filed("PVEP")
    text = client_of("thuky").get(f"{AT}/PVEP/").content.decode()
    heads = re.findall(r'<th scope="col"[^>]*>([^<]*)</th>', text.partition('class="figures-table"')[2])[:7]
    assert heads == ["Chỉ tiêu", "TH 2021", "KH 2022", "TH 10 tháng", "Ước TH 2022", "% so với KH", "Ý kiến"]
    row = text.partition('id="c-Bieu1-H8"')[0].rpartition("<tr")[2] + text.partition('id="c-Bieu1-H8"')[2]
    words = re.sub(r"<[^>]+>", " ", row).partition("Ghi ý kiến")[0].split()
    assert [one for one in words if one[0].isdigit()] == ["1.090,0", "830,0", "1.012,0", "1.205,0", "145,2%"]
    assert "thấp hơn KH 0,9" in text  # less is better: a difference, no percentage


def test_a_version_sent_again_shows_what_changed(filed, client_of, actor_of):
    case = filed("PVEP")
    moving.withdraw(actor=actor_of("pvep"), case=case)

    def other_gas(book):
        book["Bieu1"]["H8"] = 1210
        words = book["Phan loi"]["B9"]
        words.value = words.value.replace("1.205,0", "1.210,0").replace("145,2", "145,8")

    assert "Đây là lần gửi đầu tiên." in client_of("thuky").get(f"{AT}/PVEP/").content.decode()
    filed("PVEP", other_gas)
    text = client_of("thuky").get(f"{AT}/PVEP/").content.decode()
    changed = text.partition('id="changes-title"')[2].partition("</section>")[0]
    assert "1.205,0" in changed
    assert "<b>1.210,0</b>" in changed


def test_a_withdrawn_dossier_says_when_and_is_not_decided_on(filed, client_of, actor_of):
    moving.withdraw(actor=actor_of("pvep"), case=filed("PVEP"))
    text = client_of("thuky").get(f"{AT}/PVEP/").content.decode()
    assert re.search(r"Đơn vị đã đề nghị rút lại hồ sơ lúc \d\d:\d\d ngày 18/11/2022. Tạm dừng kiểm tra.", text)
    assert "Xác nhận đạt yêu cầu" not in text


def test_a_file_of_the_dossier_is_downloaded_never_opened(filed, client_of):
    version = latest(filed("PVEP"))
    [file] = version.files.all()
    answer = client_of("thuky").get(f"{AT}/PVEP/files/{file.pk}/")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="PVEP.xlsx"'
    assert client_of("thuky").get(f"{AT}/RVP/files/{file.pk}/").status_code == 404
    assert client_of("pvep").get(f"{AT}/PVEP/files/{file.pk}/").status_code == 403


@pytest.fixture
def party_of(cluster):
    """The initiatives become a matter of the Party, after dossiers were filed."""

    def made():
        Indicator.objects.filter(book=cluster, code="INIT").update(group="party")
        touch(cluster)

    return made


def test_without_the_right_nothing_of_the_party_is_on_the_desk(party_of, filed, client_of, actor_of):
    case = filed("PVEP")
    party_of()
    checking.remark(actor=actor_of("thuky"), case=case, text="Ý kiến riêng", sheet="Bieu5", cell="H7")
    with_right = client_of("thuky").get(f"{AT}/PVEP/").content.decode()
    assert "Sáng kiến được công nhận" in with_right
    assert "Ý kiến riêng" in with_right
    RoleGrant.objects.filter(account__username="thuky").update(party=False)
    without = client_of("thuky").get(f"{AT}/PVEP/").content.decode()
    for word in ("Sáng kiến được công nhận", "Ý kiến riêng", "Biểu 5"):
        assert word not in without


@pytest.mark.parametrize("parts", ["1,5", ""])
def test_a_workbook_that_may_hold_something_of_the_party_is_absent_without_the_right(parts, party_of, filed, client_of):
    version = latest(filed("PVEP"))
    party_of()
    version.files.update(parts=parts)
    file = version.files.get()
    assert client_of("thuky").get(f"{AT}/PVEP/files/{file.pk}/").status_code == 200
    assert client_of("thuky").get(f"{AT}/PVEP/marked/").status_code == 200
    RoleGrant.objects.filter(account__username="thuky").update(party=False)
    assert client_of("thuky").get(f"{AT}/PVEP/files/{file.pk}/").status_code == 404
    assert client_of("thuky").get(f"{AT}/PVEP/marked/").status_code == 404
    assert "PVEP.xlsx" not in client_of("thuky").get(f"{AT}/PVEP/").content.decode()


def test_the_next_org_unit_is_one_that_waits_if_there_is_any():
    def line(code, *, waits=False):
        return UnitLine(code, code, "", "quiet", "", waits, is_open=False, extension_asked=False)

    a, b, c = line("A"), line("B"), line("C", waits=True)
    assert after((a, b, c), "A") == c
    assert after((a, b, c), "C") == a
    assert after((a,), "A") is None
