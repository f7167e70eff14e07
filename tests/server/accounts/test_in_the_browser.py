"""The pages of log-in and accounts in a real browser: nothing that WCAG forbids, light and dark, and no complaint."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}
AT_THE_DOOR = ("/account/login/", "/account/password/reset/", "/account/password/reset/done/", "/invitation/none/")
INSIDE = (
    "/cum-1-2022/account/",
    "/cum-1-2022/account/invite/",
    "/cum-1-2022/delegation/",
    "/account/security/",
    "/account/security/webauthn/",
    "/account/security/totp/activate/",
    "/account/password/change/",
    "/account/logout/",
)
pytestmark = pytest.mark.needs_tool("chromium")


@pytest.fixture
def office(page, demo_server):
    """The council office at the door; what the browser complains of is kept."""
    page.complaints = []
    page.on("console", lambda said: page.complaints.append(said.text) if "Content Security" in said.text else None)
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.at, page.password = demo_server.address, demo_server.passwords["thuongtruc"]
    return page


def enter(page):
    page.goto(f"{page.at}/account/login/")
    page.get_by_label("Tên đăng nhập").fill("thuongtruc")
    page.get_by_label("Mật khẩu").fill(page.password)
    page.get_by_role("button", name="Đăng nhập", exact=True).click()
    expect(page.get_by_role("heading", name="Bàn làm việc")).to_be_visible()


def faults(page):
    return [(one["id"], one["nodes"][0]["html"]) for one in Axe().run(page, options=RULES).response["violations"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_can_be_used_by_everybody(office, scheme):
    office.emulate_media(color_scheme=scheme)
    for place in AT_THE_DOOR:
        office.goto(office.at + place)
        assert (place, faults(office)) == (place, [])
    enter(office)
    for place in INSIDE:
        office.goto(office.at + place)
        assert (place, faults(office)) == (place, [])
    assert office.complaints == []


def test_an_invited_person_enters_and_is_withdrawn_from_by_labels_alone(office, browser):
    """From the office's page to the new person's desk, and the role's end; nobody opens an address but the link."""
    enter(office)
    office.get_by_role("link", name="Quản trị", exact=True).click()
    office.get_by_role("link", name="Mời người dùng").click()
    office.get_by_label("Họ và tên").fill("Người được mời (minh họa)")
    office.get_by_label("Địa chỉ thư").fill("duoc.moi@example.invalid")
    office.get_by_label("Đơn vị công tác").select_option(label="Công ty liên doanh Rusvietpetro")
    office.get_by_label("Vai trò").select_option(label="Cán bộ đầu mối báo cáo")
    office.get_by_label("Phạm vi").select_option(label="Công ty liên doanh Rusvietpetro")
    office.get_by_role("button", name="Gửi lời mời").click()
    said = office.get_by_role("status").inner_text()
    link = next(word for word in said.split() if "/invitation/" in word)
    assert faults(office) == []

    other = browser.new_context(locale="vi-VN").new_page()
    other.goto(link)
    assert faults(other) == []
    other.get_by_label("Tên đăng nhập").fill("duoc.moi")
    other.get_by_label("Mật khẩu mới", exact=True).fill("một câu dài dễ nhớ")
    other.get_by_label("Nhập lại mật khẩu mới").fill("một câu dài dễ nhớ")
    other.get_by_role("button", name="Lập tài khoản").click()
    other.get_by_label("Tên đăng nhập").fill("duoc.moi")
    other.get_by_label("Mật khẩu").fill("một câu dài dễ nhớ")
    other.get_by_role("button", name="Đăng nhập", exact=True).click()
    expect(other.get_by_role("heading", name="Bàn làm việc")).to_be_visible()

    office.get_by_role("link", name="Quản trị", exact=True).click()
    office.get_by_role("link", name="Thôi vai trò Cán bộ đầu mối báo cáo, Người được mời (minh họa)").click()
    office.get_by_role("button", name="Thôi vai trò").click()
    expect(office.get_by_role("status")).to_contain_text("Đã thôi vai trò.")
    other.reload()
    expect(other.get_by_role("heading", name="Không tìm thấy trang.")).to_be_visible()
    other.context.close()
