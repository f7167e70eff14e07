"""A cluster's whole year in a real browser, from an empty server to the report, clicking only what a page shows.

Ten people of all roles, by Vietnamese labels; two org units with accounts, two whose workbooks came by mail. Nothing
but log-in pages and links from mails is opened by address, neither database nor API is asked.
"""

import re
from pathlib import Path

import pytest
from openpyxl import load_workbook
from tests.server.browsing import Person

from tongket.files.year_folder import files_of, read_year

pytestmark = [pytest.mark.needs_tool("chromium"), pytest.mark.usefixtures("root")]
UNITS = {
    "VSP": "Liên doanh Việt – Nga Vietsovpetro",
    "PVEP": "Tổng công ty Thăm dò Khai thác Dầu khí (PVEP)",
    "RVP": "Công ty liên doanh Rusvietpetro",
    "GPV": "Công ty liên doanh Gazpromviet",
}
CLUSTER = "Cụm thi đua số 1"
PEOPLE = {  # the name in the page, the role, where it holds, where the person works
    "thuky": ("Thư ký Cụm", "Thư ký Cụm", CLUSTER, "VSP"),
    "cumtruong": ("Cụm trưởng thử", "Cụm trưởng", CLUSTER, "VSP"),
    "vsp": ("Đầu mối Vietsovpetro", "Cán bộ đầu mối báo cáo", UNITS["VSP"], "VSP"),
    "vsp-lanhdao": ("Lãnh đạo Vietsovpetro", "Thủ trưởng đơn vị", UNITS["VSP"], "VSP"),
    "pvep": ("Đầu mối PVEP", "Cán bộ đầu mối báo cáo", UNITS["PVEP"], "PVEP"),
    "pvep-lanhdao": ("Lãnh đạo PVEP", "Thủ trưởng đơn vị", UNITS["PVEP"], "PVEP"),
    "thuongtruc": ("Thường trực Hội đồng thử", "Thường trực Hội đồng", CLUSTER, ""),
    "uyvien": ("Ủy viên Hội đồng thử", "Ủy viên Hội đồng", CLUSTER, ""),
    "kiemtra": ("Cán bộ kiểm tra thử", "Cán bộ kiểm tra", CLUSTER, ""),
}
PASSWORD = "mua-thu-vung-tau-2026"


class Journey:
    """The people at their browsers, the server, and the folder in which their files lie."""

    def __init__(self, browser, args, office, root, folder):
        self.browser, self.args, self.office, self.root, self.folder = browser, args, office, root, folder
        self.people = {}

    def at_door(self, **more):
        context = self.browser.new_context(
            **self.args, accept_downloads=True, **{"viewport": {"width": 1280, "height": 900}, **more}
        )
        return Person(context, self.office.address)

    def person(self, name, **more):
        if name not in self.people:
            self.people[name] = self.at_door(**more).enter(name, PASSWORD)
        it = self.people[name]
        it.page.goto(self.office.address)  # the desk, as every morning
        return it

    def example(self, code):
        return self.root / f"examples/cluster-1-2022/inputs/dossiers/{code}.xlsx"

    def year_book(self, *, planned):
        """The cluster's year book as an office would keep it; first without the plan, which comes later."""
        year, _ = read_year(self.root / "examples/cluster-1-2022")
        place = self.folder / ("ke-hoach.xlsx" if planned else "so-nam.xlsx")
        place.write_bytes(files_of(year, "excel")["year.xlsx"])
        return place

    def typed_into(self, form, code):
        """The downloaded form with its open cells filled in as the example's unit filled them."""
        book, answers = load_workbook(form), load_workbook(self.example(code))
        for sheet in book.worksheets:
            if sheet.title in answers.sheetnames and sheet.sheet_state == "visible":
                for row in sheet.iter_rows():
                    for cell in row:
                        given = answers[sheet.title][cell.coordinate].value
                        if not cell.protection.locked and given is not None:
                            cell.value = given
        place = self.folder / f"{code}-da-dien.xlsx"
        book.save(place)
        return place


@pytest.fixture(scope="module")
def journey(browser, browser_context_args, new_office, root, tmp_path_factory):
    it = Journey(browser, browser_context_args, new_office, root, tmp_path_factory.mktemp("journey"))
    yield it
    complaints = {name: person.complaints for name, person in it.people.items() if person.complaints}
    assert not complaints
    hosts = {host for person in it.people.values() for host in person.hosts if host}
    assert hosts <= {it.office.address.removeprefix("http://")}


def test_01_the_administrator_opens_the_year(journey):
    admin = journey.at_door().enter("quantri", journey.office.password)
    admin.click("Mở năm mới").write("Sổ năm (Excel)", journey.year_book(planned=False)).click("Xem trước")
    admin.write("Đơn vị Cụm trưởng", UNITS["VSP"]).write("Hạn gửi hồ sơ", "2026-12-20")
    admin.click("Mở năm công tác").shows("Đã mở năm công tác.")
    journey.people["quantri"] = admin


def test_02_everybody_is_invited_and_comes_by_the_link_of_the_mail(journey):
    admin = journey.people["quantri"]
    for name, (full_name, role, where, home) in PEOPLE.items():
        admin.menu("Quản trị").click("Mời người dùng")
        admin.fill(Họ_và_tên=full_name, Địa_chỉ_thư=f"{name}@example.invalid", Vai_trò=role, Phạm_vi=where)
        if home:
            admin.write("Đơn vị công tác", UNITS[home])
        admin.click("Gửi lời mời").shows(full_name)
        link = re.search(r"http://\S+/invitation/\S+", journey.office.mail_to(f"{name}@example.invalid"))[0]
        guest = journey.at_door()
        guest.page.goto(link)
        guest.write("Tên đăng nhập", name)
        for field in guest.page.locator("input[type=password]").all():
            field.fill(PASSWORD)
        guest.click("Lập tài khoản")
        guest.page.context.close()


def test_03_the_plan_stands_and_the_units_acknowledge_it(journey):
    journey.person("thuky").menu("Giao kế hoạch").shows("Kế hoạch giao lần đầu")
    for name in ("pvep-lanhdao", "vsp-lanhdao"):
        head = journey.person(name)
        head.menu("Giao kế hoạch").click("Xác nhận đã nhận").shows("Đã xác nhận")


def test_04_a_reporter_fills_the_form_and_keeps_what_was_checked(journey):
    reporter = journey.person("pvep").menu("Hồ sơ báo cáo")
    with reporter.page.expect_download() as downloading:
        reporter.click("Tải biểu mẫu Excel")
    form = journey.folder / "pvep-bieu-mau.xlsx"
    downloading.value.save_as(form)
    reporter.write("Tệp Excel", journey.typed_into(form, "PVEP")).write("Tôi xác nhận tệp không chứa bí mật", True)
    reporter.click("Chọn tệp để kiểm tra").shows("Kết quả kiểm tra tệp")
    explain_everything(reporter)
    reporter.click("Lưu số liệu này")
    with_letter(reporter, "125/CV-PVEP")
    reporter.click("Trình lãnh đạo duyệt").shows("Chờ lãnh đạo đơn vị duyệt")


def test_05_the_head_approves_on_a_telephone(journey):
    head = journey.person("pvep-lanhdao", viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True)
    head.click("Xem và duyệt").click("Duyệt và gửi Cụm trưởng").click("Gửi", exact=True).shows("Mã biên nhận")


def test_06_the_secretary_asks_for_completion_at_a_cell_and_accepts_what_comes_back(journey):
    secretary = journey.person("thuky").menu("Kiểm tra hồ sơ").click(UNITS["PVEP"])
    secretary.page.get_by_role("button", name=re.compile("^Ghi ý kiến tại ô này")).first.click()
    secretary.write("Nội dung ý kiến", "Đề nghị kiểm tra lại số liệu này.").click("Lưu ý kiến")
    secretary.click(re.compile("^Đề nghị bổ sung")).page.locator("dialog[open]").get_by_role(
        "button", name="Đề nghị bổ sung"
    ).click()
    secretary.shows("Đề nghị bổ sung")
    reporter = journey.person("pvep").menu("Hồ sơ báo cáo").shows("Đề nghị kiểm tra lại số liệu này.")
    reporter.page.locator("section").filter(has_text="Đề nghị kiểm tra lại số liệu này.").get_by_role(
        "textbox"
    ).first.fill("Đã đối chiếu.")
    reporter.click("Trả lời ý kiến").click("Trình lãnh đạo duyệt")
    head = journey.person("pvep-lanhdao").click("Xem và duyệt").click("Duyệt và gửi Cụm trưởng")
    head.click("Gửi", exact=True).shows("Mã biên nhận")
    accept(journey, "thuky", "PVEP")


def test_07_the_lead_files_like_everybody_and_a_member_checks_it(journey):
    reporter = journey.person("vsp").menu("Hồ sơ báo cáo")
    reporter.write("Tệp Excel", journey.example("VSP")).write("Tôi xác nhận tệp không chứa bí mật", True)
    reporter.click("Chọn tệp để kiểm tra")
    explain_everything(reporter)
    reporter.click("Lưu số liệu này")
    with_letter(reporter, "77/CV-VSP")
    reporter.click("Trình lãnh đạo duyệt")
    journey.person("vsp-lanhdao").click("Xem và duyệt").click("Duyệt và gửi Cụm trưởng").click("Gửi", exact=True)
    secretary = journey.person("thuky").menu("Kiểm tra hồ sơ").click(UNITS["VSP"])
    assert secretary.page.get_by_role("button", name="Xác nhận đạt yêu cầu").count() == 0
    accept(journey, "pvep-lanhdao", "VSP")


@pytest.mark.parametrize("code", ["RVP", "GPV"])
def test_08_the_secretary_files_what_came_by_mail(journey, code):
    secretary = journey.person("thuky").menu("Hồ sơ báo cáo").click(UNITS[code])
    secretary.write("Tệp Excel", journey.example(code)).write("Tôi xác nhận tệp không chứa bí mật", True)
    secretary.click("Chọn tệp để kiểm tra")
    explain_everything(secretary)
    secretary.fill(Người_gửi="Cán bộ đầu mối", Công_văn_số=f"9/CV-{code}")
    secretary.write("Gửi qua thư điện tử ngày", "2026-11-20").write("Ngày công văn", "2026-11-19")
    secretary.page.get_by_role("button", name="Nộp thay đơn vị").click()
    secretary.click("Gửi Cụm trưởng").click("Gửi", exact=True).shows("Mã biên nhận")
    accept(journey, "thuky", code)


def test_09_the_figures_are_consolidated_and_every_figure_tells_its_source(journey):
    secretary = journey.person("thuky").menu("Tổng hợp số liệu").shows("4/4 đơn vị")
    secretary.page.get_by_role("main").get_by_role("button", name="Tổng hợp số liệu").click()
    secretary.shows(re.compile(r"Đã tổng hợp \d hồ sơ|Đang tổng hợp")).shows("Đã tổng hợp 4 hồ sơ.")
    secretary.menu("Tổng hợp số liệu")
    secretary.page.get_by_role("link", name=re.compile(r"^3\.119,0")).first.click()
    secretary.shows("Nguồn gốc số liệu").shows("VSP.xlsx").shows("dấu vân tay tệp khớp")


def test_10_the_table_goes_to_excel_and_the_figures_are_cut_off(journey):
    secretary = journey.person("thuky").menu("Tổng hợp số liệu")
    with secretary.page.expect_download() as downloading:
        secretary.click("Xuất bảng tổng hợp (Excel)")
    downloading.value.save_as(journey.folder / "tong-hop.xlsx")
    assert load_workbook(journey.folder / "tong-hop.xlsx").worksheets
    secretary.click("Chốt số liệu")
    secretary.page.locator("dialog[open]").get_by_role("button", name="Chốt số liệu").click()
    secretary.shows("Đã chốt số liệu.")


def test_11_the_report_is_made_and_downloaded(journey):
    chair = journey.person("cumtruong").menu("Văn bản").click("Lập văn bản").shows("Báo cáo tổng kết (Word)")
    with chair.page.expect_download() as downloading:
        chair.click("Báo cáo tổng kết (Word)")
    report = journey.folder / "bao-cao.docx"
    downloading.value.save_as(report)
    import docx

    text = "\n".join(paragraph.text for paragraph in docx.Document(str(report)).paragraphs)
    assert "BÁO CÁO" in text
    assert Path(report).stat().st_size > 10_000


def test_12_the_auditor_reads_who_did_what(journey):
    auditor = journey.person("kiemtra").menu("Nhật ký").shows("PVEP")
    assert auditor.page.get_by_role("button", name="Xác nhận đạt yêu cầu").count() == 0


@pytest.mark.parametrize("name", ["thuongtruc", "uyvien"])
def test_13_office_and_member_have_their_desks(journey, name):
    journey.person(name).shows("Bàn làm việc")


def explain_everything(person):
    """Answer every warning of the check that is not answered yet."""
    while (
        open_ones := person.page.locator("details[open]").get_by_role("button", name="Giải trình", exact=True)
    ).count():
        person.page.locator("details[open] textarea, details[open] input[name=text]").first.fill(
            "Theo số liệu thực tế của đơn vị."
        )
        open_ones.first.click()
        person.page.wait_for_load_state()


def with_letter(person, number):
    person.write("Số công văn", number).write("Ngày công văn", "2026-11-20").write("Người ký", "Lãnh đạo đơn vị").click(
        "Lưu công văn"
    )


def accept(journey, name, code):
    checker = journey.person(name)
    checker.menu("Kiểm tra hồ sơ").click(UNITS[code])
    checker.click("Xác nhận đạt yêu cầu")
    checker.page.locator("dialog[open]").get_by_role("button", name="Xác nhận đạt yêu cầu").click()
    checker.shows("Đạt yêu cầu")
