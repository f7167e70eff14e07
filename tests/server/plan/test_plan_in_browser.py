"""A proposal typed in a real browser: the check follows the typing, and every page on the way is without fault."""

import pytest
from tests.server.browsing import Person

pytestmark = pytest.mark.needs_tool("chromium")


def test_the_check_follows_the_typing(browser, browser_context_args, demo_server):
    context = browser.new_context(**browser_context_args, viewport={"width": 1280, "height": 900})
    person = Person(context, demo_server.address).enter("thuky", demo_server.passwords["thuky"])
    page = person.page
    page.get_by_role("link", name="Giao kế hoạch").click()
    page.get_by_role("link", name="Hội đồng Liên doanh giao, gồm điều chỉnh").click()
    page.get_by_role("button", name="Đề nghị điều chỉnh").click()
    total = page.get_by_label("Khai thác dầu và condensate, Liên doanh Việt – Nga Vietsovpetro", exact=True)
    assert total.input_value() == "3068"
    total.fill("3068,1")
    page.get_by_text("Chênh 0,1 nghìn tấn: chọn nơi nhận phần chênh.").wait_for()
    page.get_by_label("Nơi nhận phần chênh").select_option("Lô 09-1")
    faults = person.faults()
    total.fill("3068,2")
    page.get_by_text("Chênh 0,2 nghìn tấn").wait_for()
    assert page.get_by_label("Nơi nhận phần chênh").input_value() == "VSP|OIL|09-1|2022"  # what was chosen stays
    total.fill("3.068")
    page.get_by_text("đọc được hai cách").wait_for()
    total.fill("3068,1")
    page.get_by_label("Nơi nhận phần chênh").select_option("Lô 09-1")
    page.get_by_role("button", name="Lưu bản đề xuất").click()
    page.get_by_text("Tổng 3.068,1 = Lô 09-1: 2.950,1 +").wait_for()
    page.get_by_role("link", name="Phân bổ từ tổng").click()
    page.get_by_label("Dòng tổng").select_option("VSP|OIL||2022")
    page.get_by_role("button", name="Xem trước").click()
    faults += person.faults()
    page.get_by_role("link", name="Thôi").click()
    page.get_by_role("link", name="Giao kế hoạch", exact=True).last.click()
    faults += person.faults()
    page.get_by_role("link", name="Thôi").click()
    page.get_by_role("button", name="Bỏ bản đề xuất").click()
    page.get_by_text("Đã bỏ bản đề xuất.").wait_for()
    context.close()
    assert not faults, "\n".join(faults)
    assert not person.complaints
