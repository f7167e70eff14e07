"""Invitations: offered by who may, mailed with a link that opens once for seven days, and kept only as a hash."""

import datetime as dt
import hashlib
import re

import pytest
from django.core import mail

from tongket.server.actions.invitations import Offer, accept_invitation, invitation_of, invite, withdraw_invitation
from tongket.server.actions.refusals import Absent, Gone, NotPermitted
from tongket.server.clock import now
from tongket.server.records.models import Account, AuditEvent, Invitation, Role
from tongket.server.records.queries.rights import standings
from tongket.words import Refused

PASSWORD = "một câu dài dễ nhớ"
NEW = {"username": "an.nguyen", "password1": PASSWORD, "password2": PASSWORD}


def offer(**more):
    return Offer(
        **({"full_name": "Nguyễn Thị An", "email": "an@example.invalid", "role": Role.REPORTER, "org_unit": "PVEP",
            "home": "PVEP", "post": "Chuyên viên"} | more)
    )  # fmt: skip


@pytest.fixture
def invited(cluster, actor_of):
    return invite(actor=actor_of("thuongtruc"), book=cluster, offer=offer())


# --- who may


@pytest.mark.parametrize("who", ["thuky", "thuongtruc", "quantri"])
def test_the_secretary_the_office_and_the_administrator_invite(cluster, actor_of, who):
    invitation, _ = invite(actor=actor_of(who), book=cluster, offer=offer())
    assert invitation.invited_by.username == who
    event = AuditEvent.objects.get(verb="account.invite")
    assert (event.actor.username, event.subject, event.org_unit) == (who, "Nguyễn Thị An", "PVEP")
    assert event.after == {"role": "reporter", "org_unit": "PVEP"}


@pytest.mark.parametrize("who", ["cumtruong", "pvep", "pvep-lanhdao", "uyvien", "kiemtra"])
def test_nobody_else_invites(cluster, actor_of, who):
    with pytest.raises(NotPermitted):
        invite(actor=actor_of(who), book=cluster, offer=offer())
    assert not Invitation.objects.exists()


@pytest.mark.parametrize("role", [Role.OFFICE, Role.AUDITOR, Role.ADMINISTRATOR])
def test_the_secretary_offers_no_role_above_the_cluster(cluster, actor_of, role):
    with pytest.raises(NotPermitted):
        invite(actor=actor_of("thuky"), book=cluster, offer=offer(role=role, org_unit="CUM-1"))
    assert invite(actor=actor_of("quantri"), book=cluster, offer=offer(role=role, org_unit="CUM-1"))


def test_the_right_to_party_pages_is_offered_only_by_who_has_it(cluster, actor_of):
    with pytest.raises(NotPermitted):
        invite(actor=actor_of("quantri"), book=cluster, offer=offer(party=True))
    with pytest.raises(Refused, match="Vietnamese side"):
        invite(actor=actor_of("thuongtruc"), book=cluster, offer=offer(party=True, side="russian"))
    assert invite(actor=actor_of("thuongtruc"), book=cluster, offer=offer(party=True))[0].party


def test_an_org_unit_the_year_does_not_know_is_absent(cluster, actor_of):
    with pytest.raises((Absent, NotPermitted)):
        invite(actor=actor_of("thuky"), book=cluster, offer=offer(org_unit="XN-1"))


def test_who_has_an_account_is_given_a_role_and_no_invitation(cluster, actor_of):
    with pytest.raises(Refused, match="an account already"):
        invite(actor=actor_of("thuky"), book=cluster, offer=offer(email="PVEP@example.invalid"))


# --- the link


def test_the_records_hold_only_a_hash_of_the_secret(invited):
    invitation, secret = invited
    assert invitation.secret_sha256 == hashlib.sha256(secret.encode()).hexdigest()
    assert secret not in str(Invitation.objects.values().get())
    assert secret not in str(list(AuditEvent.objects.values()))


def test_the_link_opens_for_seven_days_to_the_second(invited, actor_of):
    _, secret = invited
    sent = Invitation.objects.get().invited_at
    assert invitation_of(secret, sent + dt.timedelta(days=7, seconds=-1))
    with pytest.raises(Gone):
        invitation_of(secret, sent + dt.timedelta(days=7))


def test_an_expired_link_says_its_day(client, invited):
    _, secret = invited
    Invitation.objects.update(expires_at=dt.datetime(2022, 11, 17, 18, tzinfo=dt.UTC))  # the 18th in Vietnam
    answer = client.get(f"/invitation/{secret}/")
    assert answer.status_code == 410
    assert "Liên kết đã hết hạn ngày 18/11/2022. Đề nghị xin liên kết mới." in answer.content.decode()


def test_a_link_that_was_withdrawn_or_never_was_opens_nothing(client, invited, cluster, actor_of):
    invitation, secret = invited
    withdraw_invitation(actor=actor_of("thuky"), invitation=invitation)
    for address in (secret, "x" * 43):
        answer = client.get(f"/invitation/{address}/")
        assert (answer.status_code, "đã thu hồi" in answer.content.decode()) == (410, True)
    with pytest.raises(Gone):
        withdraw_invitation(actor=actor_of("thuky"), invitation=invitation)


def test_who_may_not_invite_may_not_withdraw(invited, actor_of):
    with pytest.raises(NotPermitted):
        withdraw_invitation(actor=actor_of("pvep"), invitation=invited[0])


def test_inviting_again_makes_the_earlier_link_useless(invited, cluster, actor_of):
    _, old = invited
    _, new = invite(actor=actor_of("thuky"), book=cluster, offer=offer())
    with pytest.raises(Gone):
        invitation_of(old, now())
    assert invitation_of(new, now())


# --- accepting


def test_the_page_shows_the_offer_and_makes_the_account_with_its_role(client, invited, cluster):
    _, secret = invited
    page = client.get(f"/invitation/{secret}/").content.decode()
    for said in ("Nguyễn Thị An", "Cán bộ đầu mối báo cáo", "PVEP", "Chuyên viên", "Thường trực Hội đồng"):
        assert said in page
    assert client.post(f"/invitation/{secret}/", NEW).headers["Location"] == "/account/login/"
    account = Account.objects.get(username="an.nguyen")
    assert (account.full_name, account.post, account.org_unit) == ("Nguyễn Thị An", "Chuyên viên", "PVEP")
    (standing,) = standings(account, dt.date(2022, 11, 18))
    assert (standing.role, standing.org_unit, standing.party) == (Role.REPORTER, "PVEP", False)
    client.post("/account/login/", {"login": "an.nguyen", "password": PASSWORD})
    assert client.get("/cum-1-2022/").status_code == 200


def test_the_log_says_that_the_person_accepted_and_the_role_says_who_invited(client, invited, cluster):
    client.post(f"/invitation/{invited[1]}/", NEW)
    event = AuditEvent.objects.get(verb="account.accept")
    assert (event.actor.username, event.book, event.origin) == ("an.nguyen", cluster, "127.0.0.1")
    assert event.after == {"role": "reporter", "org_unit": "PVEP", "first": "2022-11-18", "until": None}
    assert event.actor.grants.get().granted_by.username == "thuongtruc"


def test_of_party_pages_the_log_speaks_in_an_event_of_its_own(client, cluster, actor_of):
    _, secret = invite(actor=actor_of("thuongtruc"), book=cluster, offer=offer(party=True))
    client.post(f"/invitation/{secret}/", NEW)
    events = AuditEvent.objects.filter(verb__startswith="account.")
    assert [(one.verb, one.after) for one in events if one.party] == [("account.accept", {"party": True})]
    assert "party" not in str([one.after for one in events if not one.party])
    assert Account.objects.get(username="an.nguyen").grants.get().party


def test_the_link_opens_once(client, invited):
    client.post(f"/invitation/{invited[1]}/", NEW)
    answer = client.post(f"/invitation/{invited[1]}/", NEW | {"username": "second"})
    assert answer.status_code == 410
    assert not Account.objects.filter(username="second").exists()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"username": "pvep"}, "đã có người dùng"),
        ({"username": "PVEP@example.invalid"}, "Tên đăng nhập gồm"),
        ({"username": "an nguyễn"}, "Tên đăng nhập gồm"),
        ({"password1": "ngắn", "password2": "ngắn"}, "cần ít nhất 10 ký tự"),
        ({"password1": "Nguyễn Thị An", "password2": "Nguyễn Thị An"}, "quá giống tên"),
        ({"password2": "câu khác hẳn ở đây"}, "không giống nhau"),
        ({"username": ""}, "Chưa điền mục này"),
    ],
)
def test_what_is_wrong_is_said_beside_it_and_the_link_stays_good(client, invited, wrong, said):
    answer = client.post(f"/invitation/{invited[1]}/", NEW | wrong)
    assert said in answer.content.decode()
    assert invitation_of(invited[1], now())


def test_a_name_in_capitals_is_the_same_name(invited, db):
    with pytest.raises(Refused, match="taken"):
        accept_invitation(secret=invited[1], username="pvep-lanhdao", password=PASSWORD, at=now())


def test_the_page_speaks_the_language_of_the_invited_person(client, cluster, actor_of):
    _, secret = invite(actor=actor_of("thuky"), book=cluster, offer=offer(language="ru", side="russian"))
    assert "Создать учётную запись" in client.get(f"/invitation/{secret}/").content.decode()


# --- the page and the mail


def ask(client, **more):
    given = {"full_name": "Nguyễn Thị An", "email": "an@example.invalid", "role": "reporter", "org_unit": "PVEP",
             "home": "PVEP", "post": "Chuyên viên", "side": "vietnamese", "language": "vi"} | more  # fmt: skip
    return client.post("/cum-1-2022/account/invite/", given, follow=True)


def test_the_mail_says_the_offer_and_its_link_opens_the_page(client, client_of):
    page = ask(client_of("thuky")).content.decode()
    assert "Đã gửi lời mời tới an@example.invalid." in page
    (sent,) = mail.outbox
    assert sent.to == ["an@example.invalid"]
    assert sent.subject == "V/v mời tham gia hệ thống tổng kết: Cụm thi đua số 1 · 2022"
    assert "Cán bộ đầu mối báo cáo" in sent.body
    assert "trước 09:00 ngày 25/11/2022 (giờ Việt Nam)" in re.sub(r"09:\d\d", "09:00", sent.body)
    assert "Thư ký Cụm (minh họa)" in sent.body
    link = re.search(r"http://testserver(/invitation/\S+/)", sent.body)[1]
    assert client.get(link).status_code == 200
    assert link not in page


def test_where_no_mail_leaves_the_server_the_link_is_shown_once_to_be_handed_over(client_of, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9  # nobody answers there
    client = client_of("thuky")
    assert "testserver/invitation/" in ask(client).content.decode()
    assert "testserver/invitation/" not in client.get("/cum-1-2022/account/").content.decode()


def test_what_was_typed_stays_when_the_invitation_is_refused(client_of):
    page = ask(client_of("thuky"), email="pvep@example.invalid").content.decode()
    assert "đã có tài khoản" in page
    assert 'value="Nguyễn Thị An"' in page


def test_pending_invitations_stand_on_the_page_until_they_are_withdrawn(client_of, invited):
    client = client_of("thuky")
    assert "an@example.invalid" in client.get("/cum-1-2022/account/").content.decode()
    client.post(f"/cum-1-2022/account/invitation/{invited[0].pk}/withdraw/")
    assert "an@example.invalid" not in client.get("/cum-1-2022/account/").content.decode()
    assert client.post("/cum-1-2022/account/invitation/999/withdraw/").status_code == 404
