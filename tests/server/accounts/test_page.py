"""“Quản trị”: seen by who may, with what may be done and no more; Party rights for those who have them."""

import datetime as dt
import re

import pytest

from tongket.server.records.models import Account, Role, RoleGrant

HOME = "/cum-1-2022/account/"


def text(answer):
    return answer.content.decode()


@pytest.mark.parametrize(
    ("who", "invites", "grants"),
    [("thuky", True, False), ("thuongtruc", True, True), ("quantri", True, True), ("kiemtra", False, False)],
)
def test_each_sees_the_buttons_of_what_they_may_do(client_of, who, invites, grants):
    page = text(client_of(who).get(HOME))
    assert ("Mời người dùng" in page) is invites
    assert ("Giao vai trò" in page) is grants
    assert ("Thôi vai trò" in page) is grants
    assert ("Ngừng<" in page) is grants


@pytest.mark.parametrize("who", ["pvep", "pvep-lanhdao", "cumtruong", "uyvien"])
def test_others_see_neither_the_page_nor_its_menu(client_of, who):
    client = client_of(who)
    assert client.get(HOME).status_code == 403
    assert HOME not in text(client.get("/cum-1-2022/"))


def test_people_of_another_year_are_not_there(client_of, db):
    stranger = Account.objects.create(username="stranger", full_name="Người năm khác")
    RoleGrant.objects.create(account=stranger, role=Role.REPORTER, org_unit="ELSEWHERE")
    client = client_of("quantri")
    assert "Người năm khác" not in text(client.get(HOME))
    for address in (f"{stranger.pk}/grant/", f"{stranger.pk}/close/", f"role/{stranger.grants.get().pk}/end/"):
        assert client.get(HOME + address).status_code == 404


def test_party_rights_are_shown_and_offered_only_to_who_has_them(client_of):
    person = Account.objects.get(username="pvep").pk
    for address in ("", "invite/", f"{person}/grant/"):
        assert "Đảng" in text(client_of("thuongtruc").get(HOME + address))
        assert "Đảng" not in text(client_of("quantri").get(HOME + address))


def test_who_has_no_party_right_gives_none_by_a_form_made_by_hand(client_of):
    person = Account.objects.get(username="pvep").pk
    given = {"role": "member", "org_unit": "CUM-1", "party": "on"}
    assert client_of("quantri").post(f"{HOME}{person}/grant/", given).status_code == 403
    assert client_of("thuongtruc").post(f"{HOME}{person}/grant/", given).status_code == 302


def test_a_role_is_given_to_the_end_of_the_last_day(client_of):
    person = Account.objects.get(username="pvep")
    given = {"role": "deputy", "org_unit": "CUM-1", "first": "2022-12-01", "last": "2022-12-31"}
    client = client_of("quantri")
    page = text(client.post(f"{HOME}{person.pk}/grant/", given, follow=True))
    assert "Đã giao vai trò." in page
    assert "từ ngày 01/12/2022 đến hết ngày 31/12/2022" in page
    assert "Chưa đến ngày" in page
    assert person.grants.get(role="deputy").until == dt.date(2023, 1, 1)


def test_wrong_days_are_said_on_the_form(client_of):
    person = Account.objects.get(username="pvep").pk
    given = {"role": "deputy", "org_unit": "CUM-1", "first": "2022-12-31", "last": "2022-12-01"}
    page = text(client_of("quantri").post(f"{HOME}{person}/grant/", given))
    assert "Ngày kết thúc phải sau ngày bắt đầu." in page


def test_ending_a_role_asks_first_and_never_reaches_back(client_of):
    grant = RoleGrant.objects.get(account__username="pvep")
    client = client_of("quantri")
    assert "Thôi vai trò “Cán bộ đầu mối báo cáo”?" in text(client.get(f"{HOME}role/{grant.pk}/end/"))
    grant.refresh_from_db()
    assert grant.until is None
    client.post(f"{HOME}role/{grant.pk}/end/", {"day": "2022-01-01"})
    grant.refresh_from_db()
    assert grant.until == dt.date(2022, 11, 18)
    page = text(client.get(HOME))
    assert "Đã thôi" in page
    assert client_of("pvep").get("/cum-1-2022/").status_code == 404


def test_closing_an_account_asks_first(client_of):
    person = Account.objects.get(username="pvep")
    client = client_of("quantri")
    assert "Ngừng tài khoản này?" in text(client.get(f"{HOME}{person.pk}/close/"))
    person.refresh_from_db()
    assert person.is_active
    assert "Đã ngừng" in text(client.post(f"{HOME}{person.pk}/close/", follow=True))
    client.post(f"{HOME}{person.pk}/reopen/")
    person.refresh_from_db()
    assert person.is_active


def test_nobody_is_offered_to_change_themselves(client_of):
    me = Account.objects.get(username="quantri").pk
    client = client_of("quantri")
    assert f"{HOME}{me}/" not in text(client.get(HOME))
    assert client.post(f"{HOME}{me}/close/").status_code == 403


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_pages_speak_russian_and_english_too(client_of, language):
    client = client_of("quantri", language)
    person = Account.objects.get(username="pvep")
    grant = person.grants.get().pk
    for address in ("", "invite/", f"{person.pk}/grant/", f"{person.pk}/close/", f"role/{grant}/end/"):
        main = re.search(r"<main.*?</main>", text(client.get(HOME + address)), re.DOTALL)[0]
        assert not re.search(r"Vai trò|Thôi|Ngừng|Người|Phạm vi|Đơn vị công tác", main), address
