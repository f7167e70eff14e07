"""The checking desk in a real browser: remark at a cell, keys, the decision, by what the page shows alone."""

import datetime as dt
import os
import re
import subprocess
import sys

import pytest
from tests.server.browsing import Person

pytestmark = pytest.mark.needs_tool("chromium")

SEND_THE_LEADS = """
import django
if __name__ == "__main__":
    django.setup()
    from tongket.server.actions.acting import Actor
    from tongket.server.actions.dossier import moving
    from tongket.server.clock import civil_day, now
    from tongket.server.records.models import Account, YearBook
    from tongket.server.records.queries.dossiers import case_of
    from tongket.server.records.queries.rights import standings

    book = YearBook.objects.get(slug="cum-1-2022")
    account = Account.objects.get(username="vsp-lanhdao")
    head = Actor(account, standings(account, civil_day(now()))[0], now())
    moving.approve(actor=head, case=case_of(book, "VSP"))
    moving.submit(actor=head, case=case_of(book, "VSP"))
"""


@pytest.fixture(scope="module")
def checked_server(root, tmp_path_factory):
    """The demonstration, in which the lead unit has sent its dossier too."""
    from tests.server.conftest import running_demo

    folder = tmp_path_factory.mktemp("checked")
    with running_demo(root, folder) as server:
        script = folder / "send.py"
        script.write_text(SEND_THE_LEADS, encoding="utf-8")
        env = os.environ | {
            "PYTHONPATH": str(root / "src"), "TONGKET_DATA": str(folder / "data"), "DATABASE_URL": "",
            "TONGKET_PRETENDED_DAY": "2022-11-18", "DJANGO_SETTINGS_MODULE": "tongket.server.settings",
        }  # fmt: skip
        subprocess.run([sys.executable, str(script)], env=env, cwd=folder, check=True)
        yield server


@pytest.fixture
def person(browser, browser_context_args, checked_server):
    made = []

    def entered(name):
        context = browser.new_context(**browser_context_args, viewport={"width": 1280, "height": 900})
        made.append(context)
        return Person(context, checked_server.address).enter(name, checked_server.passwords[name])

    yield entered
    for context in made:
        context.close()


def test_a_checker_remarks_at_a_cell_steps_by_keys_and_asks_for_completion(person):
    secretary = person("thuky")
    page = secretary.page
    page.get_by_role("link", name="Kiểm tra hồ sơ", exact=True).click()
    assert page.get_by_role("heading", level=1).inner_text() == "Tổng công ty Thăm dò Khai thác Dầu khí (PVEP)"
    page.get_by_role("button", name=re.compile("Ghi ý kiến tại ô này.*Khí bán")).click()
    assert page.get_by_label("Tại ô").input_value() == "Bieu1!H8"
    assert not secretary.faults()  # with the dialog open
    page.get_by_label("Nội dung ý kiến").fill("Đề nghị đối chiếu lại.")
    page.get_by_role("button", name="Lưu ý kiến").click()
    page.get_by_text("Đã ghi ý kiến tại Bieu1!H8.").wait_for()
    assert "remarked" in page.locator("#c-Bieu1-H8").get_attribute("class")
    page.get_by_role("button", name="Đề nghị bổ sung (1)").click()
    page.get_by_label("Đề nghị bổ sung trước ngày (có thể để trống)").fill(dt.date(2022, 11, 22).isoformat())
    page.get_by_role("dialog").get_by_role("button", name="Đề nghị bổ sung").click()
    page.get_by_text("Đề nghị bổ sung: đã chuyển ý kiến cho").wait_for()
    assert not secretary.faults()
    page.keyboard.press("u")
    page.wait_for_url("**/checking/RVP/")
    page.get_by_role("link", name="Kiểm tra hồ sơ", exact=True).click()
    page.get_by_role("button", name="Dùng phím tắt").wait_for(state="detached")
    assert not secretary.complaints


def test_the_keys_can_be_put_off_and_stay_off(person):
    page = person("pvep-lanhdao").page
    page.get_by_role("link", name="Kiểm tra hồ sơ", exact=True).click()
    page.wait_for_url("**/checking/VSP/")
    page.get_by_role("button", name="Dùng phím tắt").click()
    page.reload()
    assert page.get_by_role("button", name="Dùng phím tắt", pressed=False).is_visible()


def test_the_member_in_turn_accepts_the_leads_dossier(person):
    member = person("pvep-lanhdao")
    page = member.page
    page.get_by_role("link", name="Kiểm tra hồ sơ", exact=True).click()
    page.get_by_role("button", name="Xác nhận đạt yêu cầu").click()
    said = page.get_by_role("dialog").inner_text()
    assert "Xác nhận hồ sơ của Liên doanh Việt – Nga Vietsovpetro đạt yêu cầu để đưa vào tổng hợp?" in said
    page.get_by_role("dialog").get_by_role("button", name="Xác nhận đạt yêu cầu").click()
    page.get_by_text("Đã kiểm tra hồ sơ của Cụm trưởng, không có ý kiến khác.").wait_for()
    assert not member.faults()
    assert not member.complaints
