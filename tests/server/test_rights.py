"""One table of rights: every address stands in it, and what it says is what happens."""

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from tongket.server.actions.rights import ENTERED, PUBLIC, rights


def routes(resolver, prefix=""):
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            yield from routes(one, f"{prefix}{one.namespace}:" if one.namespace else prefix)
        elif isinstance(one, URLPattern):
            yield f"{prefix}{one.name}"


def test_every_address_stands_in_the_table_and_the_table_names_no_other():
    found = set(routes(get_resolver()))
    assert set(rights().routes) == found


def test_whatever_is_open_to_everybody_is_named_here():
    public = {name for name, verb in rights().routes.items() if verb == PUBLIC}
    assert public == {
        "account_login", "account_logout", "account_inactive", "account_reset_password",
        "account_reset_password_done", "account_reset_password_from_key", "account_reset_password_from_key_done",
        "health", "speak", "invitation", "mfa_authenticate", "mfa_login_webauthn",
        "socialaccount_login_cancelled", "socialaccount_login_error",
        "openid_connect_login", "openid_connect_callback",
    }  # fmt: skip


@pytest.mark.django_db
def test_somebody_who_has_not_entered_is_led_to_the_door(client):
    answer = client.get("/cum-1-2022/")
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/account/login/")


def test_the_desk_of_every_role_opens(client_of):
    for name in ("thuky", "cumtruong", "vsp", "pvep-lanhdao", "thuongtruc", "uyvien", "kiemtra", "quantri", "vsp-nga"):
        answer = client_of(name).get("/cum-1-2022/")
        assert answer.status_code == 200, name


def test_a_year_of_other_people_does_not_exist(client_of):
    assert client_of("pvep").get("/vietsovpetro-2021/").status_code == 404
    assert client_of("vsp").get("/vietsovpetro-2021/").status_code == 200


def test_every_verb_is_granted_to_somebody_and_refused_to_somebody():
    for verb in rights().verbs.values():
        granted = set().union(*(right.roles for right in verb.rights))
        assert granted, verb.name
    assert ENTERED not in rights().verbs


def test_a_page_that_is_not_for_a_role_says_so_within_the_menu(client_of):
    answer = client_of("pvep").get("/cum-1-2022/account/")
    page = answer.content.decode()
    assert answer.status_code == 403
    assert "Anh/Chị không có quyền xem nội dung này." in page
    assert 'href="/cum-1-2022/"' in page
