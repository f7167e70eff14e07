"""The mails of the year: word for word, in the reader's language, signed; shown first, sent after the transaction."""

import datetime as dt

import pytest
from django.core import mail as outbox

from tongket.server.actions.acting import touch
from tongket.server.actions.dossier import checking, letters, moving, uploads
from tongket.server.actions.letter_words import letter
from tongket.server.actions.refusals import NotPermitted, WrongState
from tongket.server.actions.telling import NO_ADDRESS, fingerprint, matter_of
from tongket.server.clock import ZONE
from tongket.server.jobs.mails import send
from tongket.server.records.models import Account, AuditEvent, DossierFile, Indicator, Mail, Notice, RoleGrant
from tongket.server.records.queries.dossiers import case_of, latest
from tongket.words import Refused

AT = "/cum-1-2022/checking/remind/"


@pytest.fixture
def secretary(actor_of):
    account = Account.objects.get(username="thuky")
    account.telephone = "0254 3839871"
    account.save()
    return actor_of("thuky")


def test_the_reminder_says_word_for_word_what_is_due_when_and_what_is_missing(secretary, cluster):
    drafts = {one.address: one for one in letters.reminders(secretary, case_of(cluster, "GPV"))}
    assert set(drafts) == {"gpv@example.invalid", "gpv-lanhdao@example.invalid"}
    draft = drafts["gpv@example.invalid"]
    assert draft.subject == "V/v đề nghị gửi hồ sơ báo cáo năm 2022 (hạn 20/11/2022)"
    assert draft.body == (
        "Kính gửi Công ty liên doanh Gazpromviet,\n\n"
        "Theo kế hoạch hoạt động Cụm, hạn gửi hồ sơ báo cáo năm 2022 là 17 giờ 00 ngày 20/11/2022. "
        "Hiện còn thiếu: toàn bộ hồ sơ. Đề nghị Quý đơn vị quan tâm, gửi đúng hạn.\n\n"
        "Đầu mối: Thư ký Cụm (minh họa), điện thoại 0254 3839871, thuky@example.invalid.\n\n"
        "Trân trọng.\n\n"
        "Thư ký Cụm (minh họa)\nThư ký Cụm\n"
    )


def test_a_reader_gets_the_mail_in_their_language_with_the_zone_named(secretary, cluster):
    Account.objects.filter(username="gpv").update(language="ru")
    Account.objects.filter(username="gpv-lanhdao").update(language="en")
    by_language = {one.language: one for one in letters.reminders(secretary, case_of(cluster, "GPV"))}
    english, russian = by_language["en"], by_language["ru"]
    assert russian.subject == "О представлении отчётных материалов за 2022 год (срок 20.11.2022)"
    assert "17:00 20.11.2022 (время Вьетнама)" in russian.body
    assert english.subject == "Please send the report dossier of 2022 (due 20/11/2022)"


def test_a_part_that_is_missing_is_named_and_the_partys_only_to_who_may_know(filed, secretary, actor_of, cluster):
    case = filed("PVEP")
    moving.withdraw(actor=actor_of("pvep"), case=case)
    Indicator.objects.filter(book=cluster, code="INIT").update(group="party")
    touch(cluster)
    case = case_of(cluster, "PVEP")
    bodies = [one.body for one in letters.reminders(secretary, case)]
    assert all("Hiện còn thiếu: Biểu 5." in one for one in bodies)
    RoleGrant.objects.filter(account__username="pvep").update(party=False)
    told = {one.address: one.body for one in letters.reminders(secretary, case)}
    assert "Biểu 5" in told["pvep-lanhdao@example.invalid"]
    assert "Biểu 5" not in told["pvep@example.invalid"]


@pytest.mark.parametrize(("second", "kind"), [(0, "reminder"), (1, "overdue")])
def test_the_reminder_changes_with_the_second_after_the_deadline(second, kind, actor_of, cluster):
    at = dt.datetime(2022, 11, 20, 17, 0, second, tzinfo=ZONE)
    assert {one.kind for one in letters.reminders(actor_of("thuky", at), case_of(cluster, "GPV"))} == {kind}


def test_inside_an_enterprise_no_mail_speaks_of_a_cluster(secretary, cluster):
    cluster.relation = "superior"
    cluster.save()
    matter = matter_of(secretary, case_of(cluster, "GPV"))
    assert "Theo kế hoạch báo cáo năm, hạn gửi" in letter("reminder", matter, "vi")[1]


def test_what_was_shown_is_sent_and_the_unit_is_noted_as_reminded(
    client_of, cluster, django_capture_on_commit_callbacks
):
    client = client_of("thuky")
    page = client.get(AT)
    preview = {one.code: one for one in page.context["previews"]}
    assert "Kính gửi Công ty liên doanh Gazpromviet," in page.content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        client.post(AT, {"org_unit": "GPV", "seen-GPV": preview["GPV"].seen})
        assert outbox.outbox == []  # not before the transaction is committed
    assert {one.to[0] for one in outbox.outbox} == {"gpv@example.invalid", "gpv-lanhdao@example.invalid"}
    assert outbox.outbox[0].body == preview["GPV"].drafts[0].body
    assert outbox.outbox[0].reply_to == ["thuky@example.invalid"]
    assert case_of(cluster, "GPV").reminded_at
    assert case_of(cluster, "RVP").reminded_at is None
    assert AuditEvent.objects.filter(verb="dossier.remind", org_unit="GPV").count() == 1
    assert Notice.objects.filter(account__username="gpv", code="reminded").exists()


def test_what_was_not_shown_is_not_sent(client_of):
    assert client_of("thuky").post(AT, {"org_unit": "GPV", "seen-GPV": "0" * 64}).status_code == 400
    assert not Mail.objects.exists()


def test_nobody_but_the_lead_reminds_and_nobody_who_has_filed_is_reminded(filed, actor_of, client_of, cluster):
    assert client_of("pvep").get(AT).status_code == 403
    with pytest.raises(NotPermitted):
        letters.remind(actor=actor_of("pvep-lanhdao"), case=case_of(cluster, "GPV"), seen="")
    case = filed("GPV")
    seen = fingerprint(letters.reminders(actor_of("thuky"), case))
    with pytest.raises(WrongState):
        letters.remind(actor=actor_of("thuky"), case=case, seen=seen)


def test_who_has_no_address_is_shown_with_the_text_to_remind_in_another_way(client_of):
    Account.objects.filter(org_unit="GPV").update(email="")
    page = client_of("thuky").get(AT)
    assert "Chưa có địa chỉ thư điện tử; nội dung để nhắc bằng cách khác:" in page.content.decode()
    seen = {one.code: one.seen for one in page.context["previews"]}["GPV"]
    said = client_of("thuky").post(AT, {"org_unit": "GPV", "seen-GPV": seen}, follow=True).content.decode()
    assert "Chưa có địa chỉ thư điện tử: Công ty liên doanh Gazpromviet." in said
    assert {one.failure for one in Mail.objects.all()} == {NO_ADDRESS}


def test_an_org_unit_without_any_account_is_still_shown(secretary, cluster):
    RoleGrant.objects.filter(org_unit="GPV").delete()
    [draft] = letters.reminders(secretary, case_of(cluster, "GPV"))
    assert (draft.receiver, draft.address) == (None, "")
    assert "Kính gửi Công ty liên doanh Gazpromviet," in draft.body


def test_what_could_not_be_sent_is_told_the_sender(actor_of, client_of, cluster, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1  # nobody listens there
    case = case_of(cluster, "GPV")
    actor = actor_of("thuky")
    letters.remind(actor=actor, case=case, seen=fingerprint(letters.reminders(actor, case)))
    mail = Mail.objects.get(address="gpv@example.invalid")
    send.call(mail.pk)
    mail.refresh_from_db()
    assert mail.failed_at
    assert mail.sent_at is None
    notice = Notice.objects.get(account__username="thuky", code="mail_failed")
    assert notice.values["address"] == "gpv@example.invalid"
    assert "Chưa gửi được" in client_of("thuky").get(AT).content.decode()
    send.call(mail.pk)
    assert Notice.objects.filter(code="mail_failed").count() == 1


def test_acceptance_is_told_to_the_unit_with_the_version(filed, actor_of, cluster):
    checking.accept(actor=actor_of("thuky"), case=filed("PVEP"))
    mail = Mail.objects.get(address="pvep@example.invalid")
    assert mail.subject == "V/v hồ sơ báo cáo năm 2022 đạt yêu cầu"
    assert "(lần 1) của Quý đơn vị đạt yêu cầu và đưa vào tổng hợp." in mail.body


def test_what_was_filed_for_a_unit_is_told_to_it_with_how_it_came(actor_of, cluster, root):
    case = case_of(cluster, "GPV")
    content = (root / "examples/cluster-1-2022/inputs/dossiers/GPV.xlsx").read_bytes()
    upload = uploads.look(actor=actor_of("thuky"), case=case, files=[uploads.Incoming("GPV.xlsx", content)])
    sent = uploads.Sent("gpv@example.invalid", dt.date(2022, 11, 16), "88/GPV")
    uploads.keep_upload(actor=actor_of("thuky"), upload=upload, seen=upload.content_sha256, letter=sent)
    mail = Mail.objects.get(address="gpv@example.invalid")
    assert "theo tệp đơn vị gửi: gpv@example.invalid, ngày 16/11/2022, công văn 88/GPV." in mail.body
    assert "đơn vị có quyền đề nghị sửa" in mail.body
    assert Notice.objects.filter(account__username="gpv", code="on_behalf").count() == 1


def test_a_mail_to_who_has_no_party_right_brings_no_file_and_counts_no_remark_of_the_party(filed, actor_of, cluster):
    case = filed("PVEP")
    DossierFile.objects.filter(version=latest(case)).update(parts="1,5")
    checking.remark(actor=actor_of("thuky"), case=case, text="a", sheet="Bieu1", cell="H8")
    checking.remark(actor=actor_of("thuky"), case=case, text="b", sheet="Bieu5", cell="H7")
    RoleGrant.objects.filter(account__username="pvep").update(party=False)
    checking.ask_completion(actor=actor_of("thuky"), case=case)
    without = Mail.objects.get(address="pvep@example.invalid")
    assert without.attachments == []
    assert "bổ sung 1 nội dung (ghi tại ô trên trang hồ sơ báo cáo)." in without.body
    assert "bổ sung 2 nội dung" in Mail.objects.get(address="pvep-lanhdao@example.invalid").body


def test_a_member_who_checks_the_lead_signs_with_role_and_org_unit(filed, actor_of):
    case = filed("VSP")
    checking.remark(actor=actor_of("pvep-lanhdao"), case=case, text="a", sheet="Bieu1", cell="H8")
    checking.ask_completion(actor=actor_of("pvep-lanhdao"), case=case)
    assert "Sau khi kiểm tra, Thủ trưởng đơn vị PVEP đề nghị" in Mail.objects.get(address="vsp@example.invalid").body


def test_a_mail_undone_with_its_action_is_never_sent(actor_of, cluster, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True), pytest.raises(Refused):
        letters.remind(actor=actor_of("thuky"), case=case_of(cluster, "GPV"), seen="")
    assert outbox.outbox == []
