"""Four workbooks as they were mailed become one consolidated table, by a secretary with a browser and Excel alone."""

import re
import time

import pytest
from openpyxl import load_workbook
from tests.server.browsing import Person

from tongket.files.year_folder import files_of, read_year

pytestmark = [pytest.mark.needs_tool("chromium"), pytest.mark.long]
MAILED = {
    "AN": "BC Cong ty An.xlsx",
    "BINH": "BINH_2022_v3_final.xlsx",
    "CUONG": "Cuong thang 10.xls",
    "DUNG": "Otchet Dung 2022.xlsx",
}


def test_four_foreign_workbooks_become_one_table(
    browser, browser_context_args, new_office, root, tmp_path, record_property
):
    year, _ = read_year(root / "examples/four-workbooks")
    (tmp_path / "so-nam.xlsx").write_bytes(files_of(year, "excel")["year.xlsx"])
    names = {one.code: one.name.vi for one in year.organisation.org_units}
    context = browser.new_context(**browser_context_args, accept_downloads=True)
    admin = Person(context, new_office.address).enter("quantri", new_office.password)
    admin.click("Mở năm mới").write("Sổ năm (Excel)", tmp_path / "so-nam.xlsx").click("Xem trước")
    admin.click("Mở năm công tác").menu("Quản trị").click("Mời người dùng")
    admin.fill(Họ_và_tên="Thư ký", Địa_chỉ_thư="thuky@example.invalid", Vai_trò="Thư ký Cụm")
    admin.write("Phạm vi", names[year.head.org_unit]).click("Gửi lời mời").shows("Thư ký")
    link = re.search(r"http://\S+/invitation/\S+", new_office.mail_to("thuky@example.invalid"))[0]
    context.close()

    started = time.perf_counter()
    person = Person(browser.new_context(**browser_context_args, accept_downloads=True), new_office.address)
    person.page.goto(link)
    person.write("Tên đăng nhập", "thuky")
    for field in person.page.locator("input[type=password]").all():
        field.fill("mua-thu-vung-tau-2026")
    person.click("Lập tài khoản").enter("thuky", "mua-thu-vung-tau-2026")
    for code, name in MAILED.items():
        person.menu("Hồ sơ báo cáo").click(names[code])
        person.write("Tệp Excel", root / "examples/four-workbooks/mailed" / name)
        person.write("Tôi xác nhận tệp không chứa bí mật", True).click("Chọn tệp để kiểm tra")
        choose(person, code)
        person.click("Dùng bảng đối chiếu này").shows("Kết quả kiểm tra tệp")
        person.fill(Người_gửi="Cán bộ đầu mối", Công_văn_số=f"9/CV-{code}")
        person.write("Gửi qua thư điện tử ngày", "2026-11-20").write("Ngày công văn", "2026-11-19")
        person.page.get_by_role("button", name="Nộp thay đơn vị").click()
        person.click(re.compile("^Gửi ")).page.locator("dialog[open]").get_by_role(
            "button", name="Gửi", exact=True
        ).click()
        person.shows("Mã biên nhận").menu("Kiểm tra hồ sơ").click(names[code]).click("Xác nhận đạt yêu cầu")
        person.page.locator("dialog[open]").get_by_role("button", name="Xác nhận đạt yêu cầu").click()
        person.shows("Đạt yêu cầu")
    person.menu("Tổng hợp số liệu").shows("4/4 đơn vị")
    with person.page.expect_download() as downloading:
        person.click("Xuất bảng tổng hợp (Excel)")
    downloading.value.save_as(tmp_path / "tong-hop.xlsx")
    record_property(
        "measured", f"four foreign workbooks to one table by browser: {time.perf_counter() - started:.0f} s"
    )
    sheets = load_workbook(tmp_path / "tong-hop.xlsx").worksheets
    said = " ".join(str(cell.value) for sheet in sheets for row in sheet.iter_rows() for cell in row if cell.value)
    missing = [name for code, name in names.items() if code in MAILED and name.casefold() not in said.casefold()]
    assert not missing, said[:600]
    assert not person.complaints


def choose(person, code):
    """What the secretary corrects in the proposed mapping: one row of CUONG; of DUNG what waits to be confirmed."""
    if code == "CUONG":
        row = person.page.locator("tr").filter(has_text="Số vụ TNLĐ/1 tr. giờ công")
        row.get_by_label(re.compile("là chỉ tiêu nào$")).select_option("LTIF")
    if code == "DUNG":
        for row in person.page.locator("tr.unsure").all():
            proposed = re.search(r"Đề xuất: ([A-Z0-9/-]+)", row.inner_text())[1]
            row.get_by_label(re.compile("là chỉ tiêu nào$")).select_option(proposed)
