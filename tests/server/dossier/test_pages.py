"""The unit's way through the browser: form, upload, result, explanation, head, letter, receipt; and who is kept out."""

import html
import io
import re

import pytest

from tongket.dossier.matching import meta_of
from tongket.files.guarded_books import read_books
from tongket.server.actions.dossier import checking
from tongket.server.records.models import AuditEvent, EvidenceFile, Upload
from tongket.server.records.queries.dossiers import case_of, dossier_of, latest

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 40
PDF = b"%PDF-1.7\n%%EOF\n"


def text(answer):
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())


def file_named(name, content):
    file = io.BytesIO(content)
    file.name = name
    return file


def seen_on(page):
    return re.search(r'name="seen" value="([0-9a-f]{64})"', page.content.decode())[1]


def keep(client, place, **more):
    return client.post(f"{place}keep/", {"seen": seen_on(client.get(place)), **more}, follow=True)


LETTER = {"number": "125/CV-PVEP", "dated": "2022-11-17", "signer": "Giám đốc"}


@pytest.fixture
def kept_page(sent_up):
    """A dossier kept through the browser by the unit's reporter."""

    def made(code):
        client, place = sent_up(code.lower(), code)
        assert keep(client, place).status_code == 200
        return client

    return made


def test_a_reporter_is_led_to_the_dossier_of_the_unit_and_the_secretary_sees_all(client_of):
    answer = client_of("pvep").get("/cum-1-2022/dossier/")
    assert answer.headers["Location"] == "/cum-1-2022/dossier/PVEP/"
    page = text(client_of("thuky").get("/cum-1-2022/dossier/"))
    for said in ("Vietsovpetro", "PVEP", "Rusvietpetro", "Gazpromviet", "Chờ đơn vị", "Đã nhận 0/4", "Còn 2 ngày"):
        assert said in page


def test_the_page_says_state_deadline_with_zone_cut_off_secretary_and_the_five_steps(client_of, address):
    page = text(client_of("pvep").get(address("PVEP")))
    for said in (
        "Hồ sơ báo cáo năm 2022 – Tổng công ty Thăm dò Khai thác Dầu khí (PVEP)",
        "17 giờ 00 ngày 20/11/2022 (giờ Việt Nam)", "31/10/2022", "Thư ký Cụm (minh họa)", "Đang chuẩn bị",
        "Tải biểu mẫu", "Điền số liệu", "Kiểm tra tệp", "Lãnh đạo đơn vị duyệt", "Gửi Cụm trưởng",
        "Chưa có tệp nào. Tải biểu mẫu, điền vào các ô nền vàng, rồi gửi lên để kiểm tra.",
        "Phân công điền từng phần", "Xin gia hạn", "Chọn tệp để kiểm tra", "Công văn gửi kèm (số, ngày, bản quét)",
    ):  # fmt: skip
        assert said in page


@pytest.mark.parametrize("language", ["vi", "ru", "en"])
def test_the_pages_open_in_every_language(client_of, address, kept_page, language):
    kept_page("PVEP")
    client = client_of("pvep", language)
    for page in ("", "print"):
        assert client.get(address("PVEP", page)).status_code == 200
    assert client_of("thuky", language).get("/cum-1-2022/dossier/").status_code == 200


def test_the_dossier_of_another_unit_is_shut(client_of, address):
    assert client_of("rvp").get(address("PVEP")).status_code == 403
    assert client_of("uyvien").get("/cum-1-2022/dossier/").status_code == 403
    assert client_of("rvp").post(address("PVEP", "upload"), {"no_secret": "yes"}).status_code == 403


def test_the_form_comes_whole_or_by_part_and_without_the_party_for_who_has_no_right(client_of, address, cluster):
    from tongket.server.actions.acting import touch
    from tongket.server.records.models import Indicator

    Indicator.objects.filter(book=cluster, code="INIT").update(group="party")
    touch(cluster)
    parts = {}
    for name in ("vsp", "vsp-nga"):
        answer = client_of(name).post(address("VSP", "form"))
        assert answer.headers["Content-Disposition"].startswith("attachment")
        [book] = read_books([(answer.content, "x.xlsx")])
        parts[name] = meta_of(book).parts
    assert "5" in parts["vsp"]
    assert "5" not in parts["vsp-nga"]
    assert "Biểu 5" in text(client_of("vsp").get(address("VSP")))
    assert "Biểu 5" not in text(client_of("vsp-nga", "vi").get(address("VSP")))
    assert client_of("vsp-nga").post(address("VSP", "form"), {"part": "5"}).status_code == 404


def test_an_upload_needs_the_statement_a_file_and_the_size(client_of, address, workbook, settings):
    client, place = client_of("pvep"), address("PVEP", "upload")
    answer = client.post(place, {"files": [file_named("PVEP.xlsx", workbook("PVEP"))]})
    assert answer.status_code == 400
    assert "không chứa bí mật nhà nước trước khi gửi lên" in text(answer)
    assert client.post(place, {"no_secret": "yes"}).status_code == 400
    settings.UPLOAD_BYTES = 1024
    answer = client.post(place, {"files": [file_named("PVEP.xlsx", workbook("PVEP"))], "no_secret": "yes"})
    assert "Tệp PVEP.xlsx có dung lượng" in text(answer)
    assert not Upload.objects.exists()


def test_the_result_has_its_verdict_counts_columns_and_buttons(sent_up):
    client, place = sent_up("pvep", "PVEP")
    page = text(client.get(place))
    for said in (
        "Kết quả kiểm tra tệp", "Phải sửa", "Cần giải trình", "Lưu ý", "Lưu số liệu này", "Chọn tệp khác", "PVEP.xlsx",
    ):  # fmt: skip
        assert said in page


def test_what_was_seen_is_kept_and_nothing_else(sent_up, case):
    client, place = sent_up("pvep", "PVEP")
    seen = seen_on(client.get(place))
    assert client.post(f"{place}keep/", {"seen": "0" * 64}).status_code == 400
    assert latest(case("PVEP")) is None
    client.post(f"{place}keep/", {"seen": seen})
    assert latest(case("PVEP")).content_sha256 == seen


def changed(workbook, cells, sheet="Bieu1"):
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(workbook))
    for cell, value in cells.items():
        book[sheet][cell] = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.fixture
def with_a_jump(workbook):
    """PVEP's workbook with an estimate far above last year's, which asks for an explanation."""
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(workbook("PVEP")))
    sheet = book["Bieu4"]
    row = next(row for row in sheet.iter_rows() if any(cell.value == "INIT" for cell in row))
    row[7].value = 520
    row[-1].value = None
    for cell in row[8:]:
        cell.value = None
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_warning_is_explained_on_the_page_and_the_answer_reaches_the_kept_version(sent_up, case, with_a_jump):
    client, place = sent_up("pvep", "PVEP", with_a_jump)
    before = client.get(place)
    assert "Cần giải trình" in text(before)
    body = before.content.decode()
    form = re.search(r'name="code" value="([^"]+)".*?name="spot" value="([^"]+)"', body, re.DOTALL)
    why = "Do phong trào thi đua đặc biệt."
    given = {"code": form[1], "spot": [html.unescape(form[2])], "text": why, "number": "1"}
    assert client.post(f"{place}explain/", given).status_code == 302
    after = client.get(place)
    assert "Do phong trào thi đua đặc biệt." in text(after)
    assert seen_on(after) != seen_on(before)
    assert client.post(f"{place}keep/", {"seen": seen_on(before)}).status_code == 400  # not what is shown now
    keep(client, place)
    kept = dossier_of(latest(case("PVEP")))
    assert "Do phong trào thi đua đặc biệt." in {one.explanation for one in kept.figures}
    assert any("Do phong trào" in str(dict(one.values).get("why")) for one in kept.findings)


def test_what_was_not_asked_cannot_be_explained(sent_up, case):
    client, place = sent_up("pvep", "PVEP")
    client.post(f"{place}explain/", {"code": "dossier.jump", "spot": ["Bieu1!A1"], "text": "?", "number": "1"})
    assert not case("PVEP").explanations.exists()


def test_an_explanation_can_still_be_given_to_what_was_kept(sent_up, case, with_a_jump, address):
    client, place = sent_up("pvep", "PVEP", with_a_jump)
    keep(client, place)
    assert "Giải trình 1 điểm" in text(client.get(address("PVEP")))
    place = client.post(address("PVEP", "again")).headers["Location"]
    body = client.get(place).content.decode()
    form = re.search(r'name="code" value="([^"]+)".*?name="spot" value="([^"]+)"', body, re.DOTALL)
    client.post(f"{place}explain/", {"code": form[1], "spot": [html.unescape(form[2])], "text": "Có căn cứ."})
    keep(client, place)
    assert latest(case("PVEP")).number == 2
    assert "Trình lãnh đạo duyệt" in text(client.get(address("PVEP")))


def test_the_marked_file_comes_back_with_its_list(sent_up, with_a_jump):
    client, place = sent_up("pvep", "PVEP", with_a_jump)
    link = re.search(r'href="([^"]+/marked/[0-9a-f]+/)"', client.get(place).content.decode())[1]
    answer = client.get(link)
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "attachment" in answer.headers["Content-Disposition"]
    [book] = read_books([(answer.content, "x.xlsx")])
    assert book.grids[0].name == "KẾT QUẢ KIỂM TRA"


def test_a_part_that_comes_again_stands_in_its_place_and_the_others_stay(kept_page, client_of, address, case):
    client = kept_page("PVEP")
    figures = {(one.indicator, one.breakdown, one.kind) for one in dossier_of(latest(case("PVEP"))).figures}
    form = client.post(address("PVEP", "form"), {"part": "4"}).content
    sheet = changed(form, {}, "Bieu4")
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(sheet))
    row = next(row for row in book["Bieu4"].iter_rows() if any(cell.value == "INIT" for cell in row))
    row[6].value, row[7].value = 40, 53
    out = io.BytesIO()
    book.save(out)
    answer = client.post(
        address("PVEP", "upload"), {"files": [file_named("p4.xlsx", out.getvalue())], "no_secret": "yes"}
    )
    page = keep(client, answer.headers["Location"])
    version = latest(case("PVEP"))
    assert version.number == 2
    assert {(one.indicator, one.breakdown, one.kind) for one in dossier_of(version).figures} == figures
    assert {row.name for row in version.files.all()} == {"PVEP.xlsx", "p4.xlsx"}
    assert "4" not in version.files.get(name="PVEP.xlsx").parts.split(",")
    assert not [one for one in dossier_of(version).findings if one.code == "dossier.filed-twice-same"]
    assert "Khác lần trước: 2 số" in text(page)
    assert re.search(r"Ước thực hiện cả năm 52 53", text(page))


def test_whoever_comes_second_loses_nothing(sent_up, client_of, address, case, with_a_jump):
    first, first_place = sent_up("pvep", "PVEP")
    second, second_place = sent_up("pvep-lanhdao", "PVEP", with_a_jump, "ban-cua-toi.xlsx")
    seen = seen_on(second.get(second_place))
    keep(first, first_place)
    answer = second.post(f"{second_place}keep/", {"seen": seen})
    assert answer.status_code == 409
    page = text(answer)
    assert re.search(r"người khác cập nhật lúc \d\d:\d\d\. Đề nghị xem lại hai bản trước khi lưu\.", page)
    for said in ("Xem khác biệt", "Giữ bản của tôi thành bản nháp", "520"):
        assert said in page
    page = second.post(f"{second_place}draft/", follow=True)
    assert "Bản nháp" in text(page)
    assert "ban-cua-toi.xlsx" in text(page)
    assert latest(case("PVEP")).number == 1
    second.post(f"{second_place}anew/")
    keep(second, second_place)
    assert latest(case("PVEP")).number == 2


def test_the_whole_way_with_the_heads_tap_and_a_receipt(kept_page, client_of, address, case):
    client = kept_page("PVEP")
    assert client.post(address("PVEP", "submit")).status_code == 409
    page = text(client.get(address("PVEP")))
    assert "chưa có công văn gửi kèm" in page
    client.post(address("PVEP", "ask-head"))
    client.post(address("PVEP", "letter"), {**LETTER, "scan": file_named("cv.pdf", PDF)})
    head = client_of("pvep-lanhdao")
    page = text(head.get(address("PVEP")))
    for said in (
        "Chờ Anh/Chị duyệt", "Duyệt và gửi Cụm trưởng", "Chuyển lại cho cán bộ đầu mối",
        "cho Cụm trưởng? Sau khi gửi, đơn vị không tự sửa được số liệu. Khi cần sửa, dùng nút", "Để sau",
    ):  # fmt: skip
        assert said in page
    page = text(head.post(address("PVEP", "approve"), follow=True))
    code = re.search(r"Đã gửi lúc \d\d:\d\d ngày 18/11/2022\. Mã biên nhận: (PVEP-2022-1-[0-9A-F]{8})\.", page)[1]
    assert case("PVEP").state == "submitted"
    receipt = client.get(address("PVEP", "receipt"))
    assert receipt.content.startswith(b"%PDF")
    assert code in receipt.headers["Content-Disposition"]
    assert "Đề nghị rút lại để sửa" in text(client.get(address("PVEP")))


def test_a_head_gives_back_with_a_reason_only(kept_page, client_of, address, case):
    client = kept_page("PVEP")
    client.post(address("PVEP", "ask-head"))
    head = client_of("pvep-lanhdao")
    assert head.post(address("PVEP", "send-back"), {"why": " "}).status_code == 400
    assert client.post(address("PVEP", "send-back"), {"why": "?"}).status_code == 403
    head.post(address("PVEP", "send-back"), {"why": "Xem lại Biểu 1."})
    assert case("PVEP").state == "draft"
    assert AuditEvent.objects.filter(verb="dossier.send_back").last().after["why"] == "Xem lại Biểu 1."


def test_a_signed_scan_stands_for_the_heads_tap(kept_page, address, case):
    client = kept_page("PVEP")
    assert client.post(address("PVEP", "scan"), {"scan": file_named("x.exe", b"MZ0000")}).status_code == 400
    client.post(address("PVEP", "letter"), LETTER)
    client.post(address("PVEP", "scan"), {"scan": file_named("ky.png", PNG)})
    assert latest(case("PVEP")).approved_how == "scan"
    page = text(client.get(address("PVEP")))
    assert "Gửi hồ sơ báo cáo năm 2022 của Tổng công ty Thăm dò Khai thác Dầu khí (PVEP) cho Cụm trưởng?" in page
    client.post(address("PVEP", "submit"))
    assert case("PVEP").state == "submitted"
    client.post(address("PVEP", "withdraw"))
    assert case("PVEP").state == "withdrawn"
    assert client.get(address("PVEP", "receipt")).status_code == 404


def test_evidence_is_known_by_its_content_and_goes_only_while_the_dossier_is_with_the_unit(kept_page, address, case):
    client = kept_page("PVEP")
    place = address("PVEP", "evidence")

    def put(name, content, **more):
        return client.post(place, {"files": [file_named(name, content)], "no_secret": "yes", **more})

    assert put("anh.png", b"MZ not a picture").status_code == 400
    assert put("anh.pdf", PNG).status_code == 400
    assert put("Báo cáo MẬT.pdf", PDF).status_code == 400
    assert not EvidenceFile.objects.exists()
    assert put("bien-ban.pdf", PDF).status_code == 302
    assert put("anh.png", PNG).status_code == 302
    first, second = EvidenceFile.objects.order_by("pk")
    assert client.post(address("PVEP", f"evidence/{second.pk}/remove")).status_code == 302
    file = client.get(address("PVEP", f"file/{first.blob_id}"))
    assert file.content == PDF
    assert file.headers["X-Content-Type-Options"] == "nosniff"
    assert file.headers["Content-Disposition"] == 'attachment; filename="bien-ban.pdf"'
    client.post(address("PVEP", "letter"), LETTER)
    client.post(address("PVEP", "scan"), {"scan": file_named("ky.png", PNG)})
    client.post(address("PVEP", "submit"))
    assert client.post(address("PVEP", f"evidence/{first.pk}/remove")).status_code == 409
    assert [one.name for one in latest(case("PVEP")).files.filter(role="evidence")] == ["bien-ban.pdf"]


def test_a_file_is_given_to_nobody_whose_dossier_it_is_not(kept_page, client_of, address, case):
    kept_page("PVEP")
    digest = latest(case("PVEP")).files.get().blob_id
    assert client_of("pvep").get(address("PVEP", f"file/{digest}")).status_code == 200
    assert client_of("rvp").get(address("RVP", f"file/{digest}")).status_code == 404
    assert client_of("rvp").get(address("PVEP", f"file/{digest}")).status_code == 403


def test_remarks_come_first_with_sheet_and_cell_and_are_answered(submitted, actor_of, client_of, address, case):
    submitted("PVEP")
    secretary = actor_of("thuky")
    remark = checking.remark(actor=secretary, case=case("PVEP"), sheet="Bieu1", cell="F8", text="Đề nghị kiểm tra lại.")
    checking.ask_completion(actor=secretary, case=case("PVEP"))
    client = client_of("pvep")
    page = text(client.get(address("PVEP")))
    assert page.index("Bieu1, ô F8") < page.index("Điền số liệu")
    assert client_of("rvp").post(address("PVEP", f"remark/{remark.pk}"), {"answer": "x"}).status_code == 403
    assert client.post(address("PVEP", f"remark/{remark.pk}"), {"answer": " "}).status_code == 400
    client.post(address("PVEP", f"remark/{remark.pk}"), {"answer": "Đã đối chiếu, số đúng."})
    remark.refresh_from_db()
    assert remark.answer == "Đã đối chiếu, số đúng."


def test_the_parts_are_given_to_people(client_of, address, case):
    client = client_of("pvep")
    client.post(address("PVEP", "parts"), {"person-2": "Trần Thị B (minh họa)", "department-2": "Ban An toàn"})
    assert "Trần Thị B (minh họa)" in text(client.get(address("PVEP")))
    client.post(address("PVEP", "parts"), {"person-2": "", "department-2": ""})
    assert not case("PVEP").assignments.exists()
    assert client_of("thuky").post(address("PVEP", "parts"), {"person-2": "x"}).status_code == 403


def test_an_extension_needs_a_later_day_and_a_reason(client_of, address, case):
    client = client_of("pvep")
    for given in ({"until": "2022-11-19", "reason": "x"}, {"until": "2022-11-25", "reason": ""}, {"until": "mai"}):
        assert client.post(address("PVEP", "extension"), given).status_code == 400
    client.post(address("PVEP", "extension"), {"until": "2022-11-25", "reason": "Chờ số liệu mỏ"})
    assert case("PVEP").extension_asked_to is not None
    assert "Xin gia hạn đến 25/11/2022" in text(client_of("thuky").get("/cum-1-2022/dossier/"))
    assert client_of("thuky").post(address("PVEP", "extension"), {"until": "2022-11-25"}).status_code == 403


def test_after_the_deadline_the_page_says_that_filing_is_still_possible(client_of, address, cluster):
    import datetime as dt

    from tongket.server.clock import end_of_office

    case = case_of(cluster, "PVEP")
    case.due_at = end_of_office(dt.date(2022, 11, 16))
    case.save()
    page = text(client_of("pvep").get(address("PVEP")))
    assert "Đã quá hạn nộp 2 ngày làm việc. Đơn vị vẫn gửi được hồ sơ; thời điểm nộp muộn được ghi nhận." in page
    assert "Quá hạn 2 ngày" in text(client_of("thuky").get("/cum-1-2022/dossier/"))
