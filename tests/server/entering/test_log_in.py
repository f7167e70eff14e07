"""Entering by password: one sentence for what is wrong, a lock after five failures, sessions that end, a way back."""

import datetime as dt
import re

import pytest
from axes.models import AccessAttempt
from django.contrib.sessions.models import Session
from django.core import mail
from django.utils import timezone

from tongket.server.records.models import Account

WRONG = "Sai tên đăng nhập hoặc mật khẩu."
LOCKED = "Tài khoản tạm khóa 15 phút do nhập sai nhiều lần."
PASSWORD = "một câu dài dễ nhớ"


@pytest.fixture
def person(db):
    account = Account.objects.get(username="pvep")
    account.set_password(PASSWORD)
    account.save()
    return account


def enter(client, login="pvep", password=PASSWORD, **more):
    return client.post("/account/login/", {"login": login, "password": password, **more})


def text(answer):
    return answer.content.decode()


def test_the_right_password_opens_the_desk(client, person):
    answer = enter(client)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/")
    assert client.get("/", follow=True).redirect_chain[-1][0] == "/cum-1-2022/"


def test_the_address_opens_it_too(client, person):
    assert enter(client, "PVEP@example.invalid").status_code == 302


def test_one_is_led_to_the_page_one_wanted(client, person):
    assert enter(client, next="/cum-1-2022/").headers["Location"] == "/cum-1-2022/"
    client.logout()
    assert enter(client, next="https://elsewhere.example/").headers["Location"] == "/"


@pytest.mark.parametrize(("login", "password"), [("pvep", "sai"), ("nobody", PASSWORD), ("a@b.example", "x")])
def test_a_wrong_name_and_a_wrong_password_are_answered_alike(client, person, login, password):
    answer = enter(client, login, password)
    assert answer.status_code == 200
    assert text(answer).count(WRONG) == 1


def test_the_sentence_speaks_the_language_of_the_page(client, person):
    client.post("/speak/", {"language": "ru", "from": "/account/login/"})
    assert "Неверное имя или пароль." in text(enter(client, password="x"))


def test_five_failures_lock_the_account_even_for_the_right_password(client, person):
    for _ in range(4):
        assert WRONG in text(enter(client, password="sai"))
    fifth = enter(client, password="sai")
    assert (fifth.status_code, LOCKED in text(fifth)) == (403, True)
    right = enter(client)
    assert (right.status_code, LOCKED in text(right)) == (403, True)
    assert client.get("/cum-1-2022/").status_code == 302


def test_failures_by_name_and_by_address_are_failures_of_one_account(client, person):
    for login in ("pvep", "pvep@example.invalid", "PVEP", "Pvep@Example.invalid"):
        assert WRONG in text(enter(client, login, "sai"))
    assert enter(client, "pvep", "sai").status_code == 403


def test_others_enter_while_one_account_is_locked(client, person):
    for _ in range(5):
        enter(client, "rvp", "sai")
    assert enter(client).status_code == 302


def test_the_lock_opens_after_fifteen_minutes_and_not_before(client, person):
    for _ in range(5):
        enter(client, password="sai")
    locked_at = timezone.now()
    AccessAttempt.objects.update(attempt_time=locked_at - dt.timedelta(minutes=14))
    assert enter(client).status_code == 403
    AccessAttempt.objects.update(attempt_time=locked_at - dt.timedelta(minutes=15, seconds=1))
    assert enter(client).status_code == 302


def test_trying_on_does_not_make_the_lock_longer(client, person):
    for _ in range(5):
        enter(client, password="sai")
    locked_at = AccessAttempt.objects.get().attempt_time
    enter(client, password="sai")
    assert AccessAttempt.objects.get().attempt_time == locked_at


def test_entering_forgets_the_failures_before_it(client, person):
    for _ in range(4):
        enter(client, password="sai")
    assert enter(client).status_code == 302
    client.logout()
    for _ in range(4):
        assert WRONG in text(enter(client, password="sai"))


def test_no_password_is_kept_with_a_failure(client, person):
    enter(client, password="một mật khẩu gõ nhầm")
    kept = AccessAttempt.objects.get()
    assert "gõ nhầm" not in kept.post_data + kept.get_data


def test_a_closed_account_is_told_so_only_with_its_password(client, person):
    Account.objects.filter(pk=person.pk).update(is_active=False)
    assert enter(client).headers["Location"] == "/account/inactive/"
    assert "Tài khoản đã ngừng" in text(client.get("/account/inactive/"))
    assert WRONG in text(enter(client, password="sai"))


def test_a_session_ends_eight_hours_after_its_last_use(client, person, settings):
    enter(client)
    client.get("/cum-1-2022/")
    left = Session.objects.get(pk=client.session.session_key).expire_date - timezone.now()
    assert dt.timedelta(hours=7, minutes=59) < left <= dt.timedelta(hours=8)
    assert client.cookies["sessionid"]["max-age"] == ""  # and with the browser
    Session.objects.update(expire_date=timezone.now() - dt.timedelta(seconds=1))
    assert client.get("/cum-1-2022/").headers["Location"].startswith("/account/login/")


def test_leaving_asks_first_and_then_ends_the_session(client, person):
    enter(client)
    assert "Thoát khỏi hệ thống" in text(client.get("/account/logout/"))
    assert client.get("/cum-1-2022/").status_code == 200
    client.post("/account/logout/")
    assert client.get("/cum-1-2022/").status_code == 302


# --- another password


def test_a_password_is_changed_by_who_knows_it_and_ends_the_other_sessions(client, person, client_of):
    elsewhere = client_of("pvep")
    enter(client)
    new = {"password1": "câu mới còn dài hơn", "password2": "câu mới còn dài hơn"}
    assert "Sai mật khẩu hiện tại." in text(client.post("/account/password/change/", {"oldpassword": "x", **new}))
    client.post("/account/password/change/", {"oldpassword": PASSWORD, **new})
    assert client.get("/cum-1-2022/").status_code == 200
    assert elsewhere.get("/cum-1-2022/").status_code == 302
    client.logout()
    assert enter(client, password="câu mới còn dài hơn").status_code == 302


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("ngắn", "ngắn", "cần ít nhất 10 ký tự"),
        ("password1234", "password1234", "quá phổ biến"),
        ("pvep@example.invalid", "pvep@example.invalid", "quá giống tên"),
        ("câu mới còn dài hơn", "câu khác còn dài hơn", "không giống nhau"),
    ],
)
def test_a_poor_password_is_refused_in_words(client, person, first, second, said):
    enter(client)
    given = {"oldpassword": PASSWORD, "password1": first, "password2": second}
    assert said in text(client.post("/account/password/change/", given))


def test_a_forgotten_password_is_set_anew_by_a_mailed_link_once(client, person):
    client.post("/account/password/reset/", {"email": "pvep@example.invalid"})
    (sent,) = mail.outbox
    assert (sent.subject, sent.to) == ("Đặt lại mật khẩu", ["pvep@example.invalid"])
    assert "Cán bộ đầu mối PVEP" in sent.body
    link = re.search(r"http://testserver(/account/password/reset/key/\S+)", sent.body)[1]
    form = client.get(link, follow=True)
    place = form.redirect_chain[-1][0]
    assert "set-password" in place
    new = {"password1": "câu mới còn dài hơn", "password2": "câu mới còn dài hơn"}
    assert client.post(place, new).headers["Location"] == "/account/password/reset/key/done/"
    assert enter(client, password="câu mới còn dài hơn").status_code == 302
    client.logout()
    assert "Đề nghị xin liên kết mới" in text(client.get(link, follow=True))


def test_the_mail_speaks_the_language_of_who_gets_it(client, person):
    Account.objects.filter(pk=person.pk).update(language="ru")
    client.post("/account/password/reset/", {"email": "pvep@example.invalid"})
    assert mail.outbox[0].subject == "Новый пароль"


def test_an_unknown_address_is_answered_alike_and_gets_no_mail(client, db):
    answer = client.post("/account/password/reset/", {"email": "stranger@example.invalid"})
    assert answer.headers["Location"] == "/account/password/reset/done/"
    assert mail.outbox == []


def test_there_is_no_signing_up(client, db):
    assert client.get("/account/signup/").status_code == 404
    assert client.get("/account/email/").status_code == 404
