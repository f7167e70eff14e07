"""What those who check a dossier do, on the page: each may be done by whom the table names, and by nobody else."""

import datetime as dt
import io
import zipfile

import openpyxl
import pytest

from tongket.server.actions.dossier import checking, moving
from tongket.server.actions.refusals import NotPermitted, WrongState
from tongket.server.clock import ZONE
from tongket.server.records.models import AuditEvent, DossierFile, Mail, Notice
from tongket.server.records.queries.dossiers import case_of, latest
from tongket.words import Refused

AT = "/cum-1-2022/checking"


@pytest.fixture
def remarked(filed, actor_of):
    def made(code="PVEP", sheet="Bieu1", cell="H8"):
        case = filed(code)
        checking.remark(actor=actor_of("thuky"), case=case, text="Đề nghị đối chiếu lại.", sheet=sheet, cell=cell)
        return case

    return made


def test_a_remark_is_written_at_its_cell_and_taken_back_while_it_was_not_sent(filed, client_of, cluster):
    filed("PVEP")
    secretary = client_of("thuky")
    answer = secretary.post(f"{AT}/PVEP/remark/", {"place": "Bieu1!H8", "text": "Đề nghị đối chiếu lại."})
    assert answer.headers["Location"] == f"{AT}/PVEP/#c-Bieu1-H8"
    [remark] = latest(case_of(cluster, "PVEP")).remarks.all()
    assert (remark.sheet, remark.cell) == ("Bieu1", "H8")
    secretary.post(f"{AT}/PVEP/remarks/{remark.pk}/drop/")
    assert not latest(case_of(cluster, "PVEP")).remarks.exists()


@pytest.mark.parametrize("name", ["pvep", "rvp-lanhdao", "kiemtra", "quantri", "uyvien"])
def test_who_does_not_check_neither_sees_the_desk_nor_acts_on_it(name, filed, client_of):
    filed("PVEP")
    assert client_of(name).get(f"{AT}/PVEP/").status_code == 403
    for act in ("remark", "return", "accept", "reopen", "extend"):
        assert client_of(name).post(f"{AT}/PVEP/{act}/", {"version": "1"}).status_code == 403


def test_completion_is_asked_for_by_a_day_and_the_unit_gets_a_mail_with_its_file(remarked, client_of, cluster):
    remarked()
    client_of("thuky").post(f"{AT}/PVEP/return/", {"version": "1", "until": "2022-11-22"})
    case = case_of(cluster, "PVEP")
    assert (case.state, case.supplement_by) == ("returned", dt.date(2022, 11, 22))
    mail = Mail.objects.get(address="pvep@example.invalid")
    assert mail.subject == "V/v đề nghị bổ sung hồ sơ báo cáo năm 2022"
    assert "bổ sung 1 nội dung (ghi tại ô trong tệp kèm theo) trước ngày 22/11/2022." in mail.body
    assert [one["name"] for one in mail.attachments] == ["PVEP.xlsx"]
    assert Notice.objects.filter(account__username="pvep", code="returned").count() == 1


def test_a_dossier_is_not_returned_without_a_remark(filed, client_of):
    filed("PVEP")
    assert client_of("thuky").post(f"{AT}/PVEP/return/", {"version": "1"}).status_code == 400


def test_what_was_not_looked_at_is_not_accepted(filed, client_of, actor_of, cluster):
    case = filed("PVEP")
    moving.withdraw(actor=actor_of("pvep"), case=case)
    filed("PVEP")
    assert client_of("thuky").post(f"{AT}/PVEP/accept/", {"version": "1"}).status_code == 409
    assert client_of("thuky").post(f"{AT}/PVEP/accept/", {}).status_code == 400
    assert client_of("thuky").post(f"{AT}/PVEP/accept/", {"version": "2"}).status_code == 302
    assert case_of(cluster, "PVEP").state == "accepted"


def test_the_marked_workbook_holds_the_remark_at_its_cell(remarked, client_of):
    remarked()
    answer = client_of("thuky").get(f"{AT}/PVEP/marked/")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    assert "Đề nghị đối chiếu lại." in book["Bieu1"]["H8"].comment.text


def test_reopening_asks_for_the_reason_and_is_done_from_above(filed, client_of, actor_of, cluster):
    case = filed("PVEP")
    assert client_of("thuky").post(f"{AT}/PVEP/reopen/", {"reason": "sai"}).status_code == 409
    checking.accept(actor=actor_of("thuky"), case=case)
    assert client_of("thuky").post(f"{AT}/PVEP/reopen/", {"reason": " "}).status_code == 400
    with pytest.raises(NotPermitted):
        checking.reopen(actor=actor_of("pvep-lanhdao"), case=case_of(cluster, "PVEP"), reason="sai")
    assert client_of("thuky").post(f"{AT}/PVEP/reopen/", {"reason": "Sai số liệu Biểu 1"}).status_code == 302
    assert case_of(cluster, "PVEP").state == "returned"
    assert Notice.objects.get(account__username="pvep", code="reopened").values["reason"] == "Sai số liệu Biểu 1"


def test_an_extension_is_granted_until_five_in_the_afternoon_of_a_later_day(client_of, cluster):
    secretary = client_of("cumtruong")
    assert secretary.post(f"{AT}/GPV/extend/", {"until": "2022-11-20"}).status_code == 400
    assert secretary.post(f"{AT}/GPV/extend/", {"until": "2022-11-25", "reason": "chờ đối tác"}).status_code == 302
    assert case_of(cluster, "GPV").extended_to == dt.datetime(2022, 11, 25, 17, tzinfo=ZONE)
    assert Notice.objects.filter(account__username="gpv", code="extended").exists()
    assert client_of("gpv").post(f"{AT}/GPV/extend/", {"until": "2022-11-28"}).status_code == 403


def test_a_request_for_more_time_can_be_declined_once(actor_of, client_of, cluster):
    until = dt.datetime(2022, 11, 23, 17, tzinfo=ZONE)
    moving.ask_extension(actor=actor_of("gpv"), case=case_of(cluster, "GPV"), until=until, reason="chờ số liệu")
    assert Notice.objects.get(account__username="thuky", code="extension_asked").values["org_unit"] == "GPV"
    assert "xin gia hạn đến 17 giờ 00 ngày 23/11/2022" in client_of("thuky").get(f"{AT}/GPV/").content.decode()
    decline = {"decline": "1", "reason": "Hội nghị ngày 28/11"}
    assert client_of("thuky").post(f"{AT}/GPV/extend/", decline).status_code == 302
    case = case_of(cluster, "GPV")
    assert (case.extension_asked_to, case.extended_to) == (None, None)
    assert AuditEvent.objects.filter(verb="dossier.extend").latest("id").after["declined"] is True
    with pytest.raises(WrongState):
        moving.decline_extension(actor=actor_of("thuky"), case=case)


def test_where_all_others_check_the_lead_the_page_says_whom_it_still_waits_for(filed, client_of, cluster):
    filed("VSP")
    cluster.cross_check = "all_others"
    cluster.save()
    said = client_of("rvp-lanhdao").post(f"{AT}/VSP/accept/", {"version": "1"}, follow=True).content.decode()
    assert "Đã kiểm tra hồ sơ của Cụm trưởng, không có ý kiến khác. Còn chờ:" in said
    assert "Gazpromviet" in said


def test_several_workbooks_come_back_as_one_archive(filed, client_of, actor_of):
    case = filed("PVEP")
    version = latest(case)
    first = version.files.get()
    DossierFile.objects.create(
        version=version, blob=first.blob, name="PVEP-2.xlsx", role="workbook", parts="", added_at=first.added_at,
        added_by=first.added_by,
    )  # fmt: skip
    answer = client_of("thuky").get(f"{AT}/PVEP/marked/")
    names = zipfile.ZipFile(io.BytesIO(answer.content)).namelist()
    assert names == ["danh-dau-PVEP.xlsx", "danh-dau-PVEP-2.xlsx"]


def test_an_empty_remark_is_refused_and_a_sent_one_stays(remarked, actor_of, cluster):
    case = remarked()
    with pytest.raises(Refused, match="empty"):
        checking.remark(actor=actor_of("thuky"), case=case, text="  ")
    checking.ask_completion(actor=actor_of("thuky"), case=case)
    [remark] = latest(case).remarks.all()
    with pytest.raises(WrongState):
        checking.drop_remark(actor=actor_of("thuky"), remark=remark)
