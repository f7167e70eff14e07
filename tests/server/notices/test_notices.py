"""Notices: the bell counts what is new, the page says it in the reader's language, and each is its owner's alone."""

import re

from tongket.server.actions.dossier import checking
from tongket.server.records.models import Notice

AT = "/cum-1-2022/notices/"


def bell(client):
    found = re.search(r'class="bell-count">(\d+)<', client.get("/cum-1-2022/").content.decode())
    return int(found[1]) if found else 0


def test_what_was_submitted_is_told_to_the_secretary_and_opening_it_leads_to_the_desk(filed, client_of):
    filed("PVEP")
    client = client_of("thuky")
    assert bell(client) == 1
    assert "(PVEP) đã gửi hồ sơ lần 1, chờ kiểm tra." in client.get(AT).content.decode()
    [notice] = Notice.objects.filter(account__username="thuky")
    assert client.post(f"{AT}{notice.pk}/open/").headers["Location"] == "/cum-1-2022/checking/PVEP/"
    assert bell(client) == 0
    assert "Đã đọc" in client.get(AT).content.decode()


def test_the_leads_dossier_is_told_to_whom_the_rules_name_and_not_to_the_lead(filed, client_of):
    filed("VSP")
    assert bell(client_of("pvep")) == 1
    assert bell(client_of("thuky")) == 0
    assert bell(client_of("gpv")) == 0


def test_a_notice_is_nobody_elses(filed, client_of):
    filed("PVEP")
    [notice] = Notice.objects.filter(account__username="thuky")
    assert client_of("vsp").post(f"{AT}{notice.pk}/open/").status_code == 404
    assert client_of("vsp").post(f"{AT}read/").status_code == 302
    assert Notice.objects.get(pk=notice.pk).read_at is None


def test_all_can_be_marked_as_read_at_once(filed, client_of):
    filed("PVEP")
    filed("RVP")
    client = client_of("thuky")
    assert bell(client) == 2
    client.post(f"{AT}read/")
    assert bell(client) == 0


def test_a_notice_is_said_in_the_language_of_its_reader(filed, actor_of, client_of):
    case = filed("PVEP")
    checking.accept(actor=actor_of("thuky"), case=case)
    assert "версия 1) приняты." in client_of("pvep", "ru").get(AT).content.decode()
    assert "(version 1) meets the requirements." in client_of("pvep", "en").get(AT).content.decode()


def test_an_empty_page_says_what_will_stand_there(client_of):
    assert "Chưa có thông báo nào" in client_of("gpv").get(AT).content.decode()


def test_the_day_to_complete_by_is_said(filed, actor_of, client_of):
    import datetime as dt

    case = filed("PVEP")
    checking.remark(actor=actor_of("thuky"), case=case, text="Đối chiếu")
    checking.ask_completion(actor=actor_of("thuky"), case=case, until=dt.date(2022, 11, 22))
    assert "cần bổ sung 1 nội dung trước ngày 22/11/2022." in client_of("pvep").get(AT).content.decode()
