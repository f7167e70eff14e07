"""Passkeys in a real browser, with the authenticator that Chromium plays, under the strict policy of the pages."""

import pytest
from playwright.sync_api import expect

PASSKEY = "Đăng nhập bằng khóa truy cập"
pytestmark = pytest.mark.needs_tool("chromium")


@pytest.fixture
def person(page, demo_server):
    """A reporter at a computer with an authenticator of its own; what the browser complains of is kept."""
    page.complaints = []
    page.on("console", lambda said: page.complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    kind = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    page.authenticator = session.send("WebAuthn.addVirtualAuthenticator", {"options": kind})["authenticatorId"]
    page.session = session
    page.at = demo_server.address.replace("127.0.0.1", "localhost")  # a passkey belongs to a name, never to a number
    page.password = demo_server.passwords["gpv"]
    enter(page)
    return page


def enter(page):
    page.goto(f"{page.at}/account/login/")
    page.get_by_label("Tên đăng nhập").fill("gpv")
    page.get_by_label("Mật khẩu").fill(page.password)
    page.get_by_role("button", name="Đăng nhập", exact=True).click()
    expect(page.get_by_role("heading", name="Bàn làm việc")).to_be_visible()


def leave(page):
    page.context.clear_cookies()
    page.goto(f"{page.at}/account/login/")


def add(page, *, passwordless=True):
    page.goto(f"{page.at}/account/security/webauthn/add/")
    prove_again(page)
    page.get_by_label("Đặt tên để phân biệt").fill("Máy ở phòng Kế hoạch")
    page.get_by_label("Dùng để đăng nhập không cần mật khẩu").set_checked(passwordless)
    page.get_by_role("button", name="Thêm khóa truy cập").click()
    expect(page.get_by_role("heading", name="Mã dự phòng")).to_be_visible()


def prove_again(page):
    if page.get_by_role("heading", name="Xác nhận lại mật khẩu").is_visible():
        page.get_by_label("Mật khẩu").fill(page.password)
        page.get_by_role("button", name="Xác nhận").click()


def take_away(page):
    """Leave the account as it was for whoever comes next."""
    page.goto(f"{page.at}/account/security/webauthn/")
    page.get_by_role("link", name="Xóa").click()
    prove_again(page)
    page.get_by_role("button", name="Xóa khóa truy cập").click()
    expect(page.get_by_role("heading", name="Chưa có khóa truy cập")).to_be_visible()


def test_a_passkey_opens_the_desk_without_a_password_and_proves_the_person_again(person):
    add(person)
    leave(person)
    person.get_by_role("button", name=PASSKEY).click()
    expect(person.get_by_role("heading", name="Bàn làm việc")).to_be_visible()

    person.goto(f"{person.at}/account/security/totp/activate/")
    person.get_by_role("link", name="Dùng khóa truy cập").click()
    person.get_by_role("button", name="Dùng khóa truy cập").click()
    expect(person.get_by_role("heading", name="Bật ứng dụng xác thực")).to_be_visible()

    person.goto(f"{person.at}/account/security/webauthn/")
    row = person.get_by_role("row").filter(has_text="Máy ở phòng Kế hoạch")
    expect(row).to_contain_text("Đăng nhập không cần mật khẩu")
    expect(row).not_to_contain_text("chưa dùng")
    person.get_by_role("link", name="Đổi tên Máy ở phòng Kế hoạch").click()
    person.get_by_label("Tên").fill("Máy mới")
    person.get_by_role("button", name="Lưu").click()
    expect(person.get_by_role("row").filter(has_text="Máy mới")).to_be_visible()
    take_away(person)
    assert person.complaints == []


def test_a_key_that_is_only_a_second_factor_is_asked_after_the_password(person):
    add(person, passwordless=False)
    leave(person)
    person.get_by_label("Tên đăng nhập").fill("gpv")
    person.get_by_label("Mật khẩu").fill(person.password)
    person.get_by_role("button", name="Đăng nhập", exact=True).click()
    expect(person.get_by_role("heading", name="Xác thực lớp thứ hai")).to_be_visible()
    person.get_by_role("button", name="Dùng khóa truy cập").click()
    expect(person.get_by_role("heading", name="Bàn làm việc")).to_be_visible()
    take_away(person)
    assert person.complaints == []


def test_a_device_that_has_no_passkey_is_told_what_to_do(person):
    leave(person)
    person.session.send("WebAuthn.removeVirtualAuthenticator", {"authenticatorId": person.authenticator})
    kind = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "isUserVerified": False}
    person.session.send("WebAuthn.addVirtualAuthenticator", {"options": kind | {"hasUserVerification": True}})
    person.get_by_role("button", name=PASSKEY).click()
    expect(person.get_by_role("alert")).to_contain_text("Chưa dùng được khóa truy cập")
    expect(person.get_by_role("button", name=PASSKEY)).to_be_enabled()
