"""The second factor: set up with a real code, asked at log-in, locked after failures, and got around by no page."""

import base64
import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core.cache import cache
from django.template.loader import render_to_string

from tongket.server.records.models import Account

PASSWORD = "một câu dài dễ nhớ"
LOCKED = "Tài khoản tạm khóa 15 phút do nhập sai nhiều lần."


@pytest.fixture
def person(db):
    cache.clear()
    account = Account.objects.get(username="pvep")
    account.set_password(PASSWORD)
    account.save()
    return account


@pytest.fixture
def entered(client, person):
    client.post("/account/login/", {"login": "pvep", "password": PASSWORD})
    client.post("/account/reauthenticate/?next=/account/security/", {"password": PASSWORD})
    return client


def code_of(secret):
    """What a telephone shows now: the middle one of the half minutes that are taken."""
    return format_hotp_value(hotp_value(secret, list(yield_hotp_counters_from_time())[1]))


def turn_on(client):
    page = client.get("/account/security/totp/activate/").content.decode()
    secret = re.search(r'<code class="secret">([A-Z2-7]+)</code>', page)[1]
    answer = client.post("/account/security/totp/activate/", {"code": code_of(secret)})
    assert answer.headers["Location"] == "/account/security/recovery-codes/"
    return secret


def first_step(client):
    client.logout()
    return client.post("/account/login/", {"login": "pvep", "password": PASSWORD})


def codes_shown(client):
    return re.findall(r"<li><code>(\d+)</code>", client.get("/account/security/recovery-codes/").content.decode())


def test_the_page_shows_the_secret_as_picture_and_as_text(entered):
    page = entered.get("/account/security/totp/activate/").content.decode()
    picture = re.search(r'src="data:image/svg\+xml;base64,([^"]+)"', page)[1]
    assert b"<svg" in base64.b64decode(picture)
    secret = re.search(r'<code class="secret">([A-Z2-7]+)</code>', page)[1]
    assert len(base64.b32decode(secret)) == 20


def test_what_the_code_is_made_of_is_that_of_the_standard():
    """RFC 4226, appendix D: the first values of the secret 12345678901234567890."""
    secret = base64.b32encode(b"12345678901234567890").decode()
    assert [format_hotp_value(hotp_value(secret, counter)) for counter in range(3)] == ["755224", "287082", "359152"]


def test_a_telephone_may_be_half_a_minute_off_and_no_more(entered):
    counters = list(yield_hotp_counters_from_time())
    assert [one - counters[1] for one in counters] == [-1, 0, 1]


def test_a_wrong_code_turns_nothing_on(entered, person):
    entered.get("/account/security/totp/activate/")
    answer = entered.post("/account/security/totp/activate/", {"code": "000000"})
    assert "Mã không đúng" in answer.content.decode()
    assert not Authenticator.objects.filter(user=person).exists()


def test_the_code_is_asked_after_the_password_and_opens_the_desk(entered, person):
    secret = turn_on(entered)
    assert first_step(entered).headers["Location"] == "/account/security/authenticate/"
    assert entered.get("/cum-1-2022/").status_code == 302
    page = entered.get("/account/security/authenticate/").content.decode()
    assert "Xác thực lớp thứ hai" in page
    wrong = entered.post("/account/security/authenticate/", {"code": "000000"})
    assert "Mã không đúng" in wrong.content.decode()
    assert entered.post("/account/security/authenticate/", {"code": code_of(secret)}).headers["Location"] == "/"
    assert entered.get("/cum-1-2022/").status_code == 200


def test_a_code_opens_once(entered, person):
    secret = turn_on(entered)
    for expected in (302, 200):
        first_step(entered)
        answer = entered.post("/account/security/authenticate/", {"code": code_of(secret)})
        assert answer.status_code == expected


def test_five_failures_of_password_and_code_together_lock_the_second_step_too(entered, person):
    secret = turn_on(entered)
    entered.logout()
    for _ in range(2):
        entered.post("/account/login/", {"login": "pvep", "password": "sai"})
    first_step(entered)
    for _ in range(2):
        assert entered.post("/account/security/authenticate/", {"code": "000000"}).status_code == 200
    fifth = entered.post("/account/security/authenticate/", {"code": "000000"})
    assert (fifth.status_code, LOCKED in fifth.content.decode()) == (403, True)
    right = entered.post("/account/security/authenticate/", {"code": code_of(secret)})
    assert (right.status_code, LOCKED in right.content.decode()) == (403, True)
    assert entered.get("/cum-1-2022/").status_code == 302


def test_a_recovery_code_opens_once(entered, person):
    turn_on(entered)
    codes = codes_shown(entered)
    assert len(codes) == len(set(codes)) == 10
    first_step(entered)
    assert entered.post("/account/security/authenticate/", {"code": codes[0]}).status_code == 302
    first_step(entered)
    assert entered.post("/account/security/authenticate/", {"code": codes[0]}).status_code == 200


def test_recovery_codes_are_made_anew_and_kept_as_text(entered, person):
    turn_on(entered)
    old = codes_shown(entered)
    entered.post("/account/security/recovery-codes/generate/")
    new = codes_shown(entered)
    assert not set(old) & set(new)
    file = entered.get("/account/security/recovery-codes/download/")
    assert set(new) <= set(file.content.decode().split())
    assert file.headers["Content-Type"].startswith("text/plain")


def test_turning_it_off_leaves_the_password_alone(entered, person):
    turn_on(entered)
    assert "Tắt ứng dụng xác thực?" in entered.get("/account/security/totp/deactivate/").content.decode()
    entered.post("/account/security/totp/deactivate/")
    assert not Authenticator.objects.filter(user=person).exists()
    assert first_step(entered).headers["Location"] == "/"


def test_what_touches_security_asks_for_the_password_again(client, client_of, person):
    client = client_of("pvep")
    answer = client.get("/account/security/totp/activate/")
    assert answer.headers["Location"].startswith("/account/reauthenticate/")
    asked = client.get(answer.headers["Location"]).content.decode()
    assert "Xác nhận lại mật khẩu" in asked
    wrong = client.post(answer.headers["Location"], {"password": "sai"})
    assert "Sai mật khẩu." in wrong.content.decode()


PAGES = (
    "/account/login/",
    "/account/inactive/",
    "/account/password/reset/",
    "/account/password/reset/done/",
    "/account/password/reset/key/1-set-password/",
    "/account/password/reset/key/done/",
    "/account/common/cancelled/",
    "/account/common/error/",
)
PAGES_ENTERED = (
    "/account/logout/",
    "/account/reauthenticate/",
    "/account/password/change/",
    "/account/common/",
    "/account/security/",
    "/account/security/reauthenticate/",
    "/account/security/totp/deactivate/",
    "/account/security/recovery-codes/",
    "/account/security/recovery-codes/generate/",
    "/account/security/webauthn/",
    "/account/security/webauthn/add/",
)


def ours(answer, root):
    """Whether every template of a page lies in our own folder."""
    names = [one.name for one in answer.templates if one.name]
    assert names
    return [one.origin.name for one in answer.templates if not one.origin.name.startswith(str(root / "src/tongket"))]


@pytest.mark.parametrize("language", ["vi", "ru", "en"])
def test_every_public_page_is_made_of_our_templates_alone(client, db, root, language):
    client.post("/speak/", {"language": language, "from": "/"})
    for place in PAGES:
        answer = client.get(place)
        assert (place, answer.status_code in {200, 401}) == (place, True)
        assert (place, ours(answer, root)) == (place, [])
        assert f'<html lang="{language}">' in answer.content.decode()


@pytest.mark.parametrize("language", ["vi", "ru", "en"])
def test_every_page_behind_the_door_is_made_of_our_templates_alone(entered, root, language):
    turn_on(entered)
    entered.post("/speak/", {"language": language, "from": "/"})
    for place in PAGES_ENTERED:
        answer = entered.get(place)
        assert (place, answer.status_code) == (place, 200)
        assert (place, ours(answer, root)) == (place, [])


def test_no_page_carries_a_script_or_a_style_of_its_own(entered):
    turn_on(entered)
    for place in (*PAGES, *PAGES_ENTERED):
        text = entered.get(place).content.decode()
        scripts = re.findall(r"<script(?![^>]*\bsrc=)([^>]*)>", text)
        assert all('type="application/json"' in one for one in scripts), place
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=", text), place


def test_the_pages_that_need_a_person_without_password_are_ours_too(entered, person, root, client_of):
    person.set_unusable_password()
    person.save()
    client = client_of("pvep")
    assert client.get("/account/password/change/").headers["Location"] == "/account/password/set/"
    answer = client.get("/account/password/set/")
    assert ours(answer, root) == []
    given = {"password1": "câu mới còn dài hơn", "password2": "câu mới còn dài hơn"}
    assert client.post("/account/password/set/", given).status_code == 302
    person.refresh_from_db()
    assert person.check_password(given["password1"])


def test_too_many_mails_are_refused_in_our_words():
    assert "Gửi quá nhiều lần" in render_to_string("429.html", {"languages": ()})
