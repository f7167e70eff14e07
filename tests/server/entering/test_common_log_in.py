"""The office's common log-in: a small issuer of our own on this machine, asked by the real client over HTTP."""

import http.server
import json
import threading
import urllib.parse
from typing import ClassVar

import jwt
import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from allauth.socialaccount.models import SocialAccount

from tongket.server.records.models import Account

CLIENT, SECRET = "tongket", "a-secret-of-at-least-thirty-two-letters"


class Issuer(http.server.BaseHTTPRequestHandler):
    """Says where its addresses are, gives a token for any code, and tells who the person is."""

    person: ClassVar = {}

    def do_GET(self):
        here = f"http://{self.headers['Host']}"
        if self.path == "/.well-known/openid-configuration":
            names = ("authorization", "token", "userinfo")
            self.answer({"issuer": here, "jwks_uri": f"{here}/keys"} | {f"{n}_endpoint": f"{here}/{n}" for n in names})
        else:
            self.answer(Issuer.person)

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        claims = Issuer.person | {"iss": f"http://{self.headers['Host']}", "aud": CLIENT}
        token = jwt.encode(claims, SECRET, algorithm="HS256")
        self.answer({"access_token": "x", "token_type": "bearer", "id_token": token})

    def answer(self, what):
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(what).encode())

    def log_message(self, *_):
        pass


@pytest.fixture
def issuer(settings, db):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Issuer)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}"
    app = {"provider_id": "office", "name": "x", "client_id": CLIENT, "secret": SECRET}
    settings.COMMON_LOGIN = address
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app | {"settings": {"server_url": address}}]}}
    Issuer.person = {"sub": "42", "email": "pvep@example.invalid", "email_verified": True}
    yield address
    server.shutdown()
    server.server_close()


def go(client, query=""):
    """Press the button, and come back from the issuer with a code."""
    led = client.post(f"/account/oidc/office/login/{query}")
    asked = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(led.headers["Location"]).query))
    return client.get(f"/account/oidc/office/login/callback/?code=1&state={asked['state']}")


def test_without_an_issuer_there_is_no_button_and_no_address(client, db):
    assert "oidc" not in client.get("/account/login/").content.decode()
    assert client.post("/account/oidc/office/login/").status_code == 404


def test_the_button_leads_to_the_issuer_and_the_policy_lets_it(client, issuer):
    page = client.get("/account/login/")
    assert "Đăng nhập bằng tài khoản cơ quan" in page.content.decode()
    assert f"form-action 'self' {issuer};" in page.headers["Content-Security-Policy"]
    led = client.post("/account/oidc/office/login/")
    place = urllib.parse.urlsplit(led.headers["Location"])
    asked = dict(urllib.parse.parse_qsl(place.query))
    assert f"{place.scheme}://{place.netloc}{place.path}" == f"{issuer}/authorization"
    assert (asked["client_id"], asked["response_type"]) == (CLIENT, "code")
    assert asked["redirect_uri"] == "http://testserver/account/oidc/office/login/callback/"
    assert "openid" in asked["scope"].split()


def test_an_address_alone_leads_nowhere_without_a_press(client, issuer):
    answer = client.get("/account/oidc/office/login/")
    assert answer.status_code == 200
    assert "Tiếp tục" in answer.content.decode()


def test_the_account_with_the_verified_address_is_opened(client, issuer):
    assert go(client).headers["Location"] == "/"
    assert client.get("/cum-1-2022/").status_code == 200
    assert SocialAccount.objects.get().user.username == "pvep"


def test_the_second_factor_is_asked_after_the_common_log_in_too(client, issuer):
    TOTP.activate(Account.objects.get(username="pvep"), generate_totp_secret())
    assert go(client).headers["Location"] == "/account/security/authenticate/"
    assert client.get("/cum-1-2022/").status_code == 302


def test_once_connected_the_account_is_known_by_its_number_not_by_its_address(client, issuer):
    go(client)
    client.logout()
    Issuer.person = {"sub": "42", "email": "rvp@example.invalid", "email_verified": True}
    go(client)
    assert client.get("/account/password/change/").content.decode().count('value="pvep"') == 1


@pytest.mark.parametrize(
    "person",
    [
        {"sub": "7", "email": "pvep@example.invalid", "email_verified": False},
        {"sub": "7", "email": "pvep@example.invalid"},
        {"sub": "7", "email": "stranger@example.invalid", "email_verified": True},
        {"sub": "7"},
    ],
)
def test_an_address_not_verified_or_not_known_opens_nothing_and_makes_no_account(client, issuer, person):
    Issuer.person = person
    number = Account.objects.count()
    answer = go(client)
    assert "Chưa có tài khoản" in answer.content.decode()
    assert (Account.objects.count(), SocialAccount.objects.count()) == (number, 0)
    assert client.get("/cum-1-2022/").status_code == 302


def test_a_closed_account_is_not_opened(client, issuer):
    Account.objects.filter(username="pvep").update(is_active=False)
    go(client)
    assert client.get("/cum-1-2022/").status_code == 302
    assert not SocialAccount.objects.exists()


def test_an_address_that_two_accounts_share_opens_neither(client, issuer):
    Account.objects.filter(username="rvp").update(email="pvep@example.invalid")
    assert "Chưa có tài khoản" in go(client).content.decode()


def test_a_person_who_has_entered_connects_and_disconnects_by_hand(client_of, issuer):
    client = client_of("rvp")
    Issuer.person = {"sub": "9"}
    assert go(client, "?process=connect").headers["Location"] == "/account/common/"
    connected = SocialAccount.objects.get()
    assert connected.user.username == "rvp"
    page = client.get("/account/common/")
    assert "Đã kết nối" in page.content.decode()
    client.post("/account/common/", {"account": connected.pk})
    assert not SocialAccount.objects.exists()


def test_what_the_issuer_answers_badly_is_said_in_words(client, issuer):
    led = client.get("/account/oidc/office/login/callback/?error=server_error")
    assert "Máy chủ đăng nhập chung chưa trả lời đúng" in led.content.decode()
    assert "Đã thôi đăng nhập" in client.get("/account/common/cancelled/").content.decode()
