"""Consolidating and cutting off: who may, what it does, how far it is, and what is listed afterwards."""

import datetime as dt

import pytest

from tongket.server.actions import jobs, results
from tongket.server.actions.acting import Subject, acting
from tongket.server.actions.dossier import checking
from tongket.server.actions.refusals import NotPermitted, WrongState
from tongket.server.jobs import consolidating
from tongket.server.records import blobs
from tongket.server.records.models import AuditEvent, Job, JobKind, JobState, RoleGrant
from tongket.server.records.queries.adjustments import adjustments
from tongket.server.records.queries.dossiers import case_of
from tongket.server.records.queries.jobs import is_untaken, running
from tongket.server.records.queries.results import reckoned
from tongket.words import Refused

PAGE = "/cum-1-2022/results/"
MAY, MAY_NOT = ("thuky", "cumtruong", "thuongtruc"), ("pvep", "pvep-lanhdao", "kiemtra", "uyvien", "quantri")


def test_consolidating_marks_what_counts_and_says_so(accepted, actor_of):
    book = accepted("PVEP", "GPV")
    before = book.stamp
    assert results.consolidate(actor=actor_of("thuky"), book=book) == ("PVEP", "GPV")
    assert {code: case_of(book, code).state for code in ("PVEP", "GPV", "VSP")} == {
        "PVEP": "consolidated", "GPV": "consolidated", "VSP": "draft",
    }  # fmt: skip
    assert book.stamp != before
    event = AuditEvent.objects.filter(verb="results.consolidate").get()
    assert event.after == {"org_units": ["PVEP", "GPV"]}


def test_consolidating_again_marks_nothing_and_changes_no_year(accepted, actor_of):
    book = accepted("PVEP")
    results.consolidate(actor=actor_of("thuky"), book=book)
    before = book.stamp
    assert results.consolidate(actor=actor_of("thuky"), book=book) == ()
    assert book.stamp == before


def test_the_figures_are_the_same_after_consolidating(accepted, actor_of):
    book = accepted()
    before = reckoned(book, party=True).results.figures
    results.consolidate(actor=actor_of("thuky"), book=book)
    assert reckoned(book, party=True).results.figures == before


@pytest.mark.parametrize("name", MAY)
def test_who_leads_the_cluster_consolidates_and_cuts_off(accepted, actor_of, name):
    book = accepted("PVEP")
    results.consolidate(actor=actor_of(name), book=book)
    results.cut_off(actor=actor_of(name), book=book)
    assert book.cut_at == actor_of(name, book.cut_at).at


@pytest.mark.parametrize("name", MAY_NOT)
def test_nobody_else_does(accepted, actor_of, client_of, name):
    book = accepted("PVEP")
    for action in (results.consolidate, results.cut_off):
        with pytest.raises(NotPermitted):
            action(actor=actor_of(name), book=book)
    with pytest.raises(NotPermitted):
        consolidating.begin(actor=actor_of(name), book=book)
    assert client_of(name).post(f"{PAGE}consolidate/").status_code == 403
    assert client_of(name).post(f"{PAGE}cut-off/").status_code == 403
    assert Job.objects.count() == 0


def test_who_may_see_the_figures_and_who_may_not(accepted, client_of):
    accepted("PVEP")
    for name in ("thuky", "cumtruong", "pvep", "rvp-lanhdao", "thuongtruc", "kiemtra"):
        assert client_of(name).get(PAGE).status_code == 200, name
    for name in ("uyvien", "quantri"):
        for path in ("", "table.xlsx", "trace/?address=x", "compare/", "chart/1/dark.svg", "job/1/"):
            assert client_of(name).get(PAGE + path).status_code == 403, (name, path)


def test_before_a_dossier_counts_nothing_is_consolidated_or_cut_off(cluster, actor_of):
    for action in (results.consolidate, results.cut_off):
        with pytest.raises(Refused, match="No dossier has been accepted"):
            action(actor=actor_of("thuky"), book=cluster)
    assert AuditEvent.objects.filter(verb__startswith="results.").count() == 0


def test_the_button_leads_through_the_work_back_to_the_table(accepted, client_of, body):
    accepted()
    page = body(client_of("thuky").post(f"{PAGE}consolidate/", follow=True))
    assert "Đã tổng hợp 4 hồ sơ." in page
    job = Job.objects.get()
    assert (job.state, job.done, job.result["moved"]) == (JobState.DONE, 6, ["VSP", "PVEP", "RVP", "GPV"])


def test_work_under_way_says_how_far_it_is_and_is_not_begun_twice(accepted, actor_of, client_of, body):
    book, actor = accepted(), actor_of("thuky")
    job, is_new = jobs.ask_for(actor=actor, book=book, kind=JobKind.CONSOLIDATE, asked={}, total=6)
    assert is_new
    assert jobs.ask_for(actor=actor, book=book, kind=JobKind.CONSOLIDATE, asked={}, total=6) == (job, False)
    jobs.start(job, actor.at)
    assert "Đang tổng hợp 4 hồ sơ." in body(client_of("thuky").get(PAGE))
    jobs.advance(job, 2, actor.at + dt.timedelta(seconds=6))
    assert "Đang tổng hợp 4 hồ sơ, còn khoảng 12 giây." in body(client_of("thuky").get(PAGE))
    jobs.end(job, actor.at, {"dossiers": 4})
    assert running(book, JobKind.CONSOLIDATE, actor.at) is None
    answer = client_of("thuky").get(f"{PAGE}job/{job.pk}/", headers={"HX-Request": "true"})
    assert answer.headers["HX-Redirect"] == PAGE


def test_work_that_no_worker_takes_up_says_what_to_do(accepted, actor_of, client_of, body):
    book, actor = accepted("PVEP"), actor_of("thuky")
    earlier = actor_of("thuky", actor.at - dt.timedelta(minutes=2))
    job, _ = jobs.ask_for(actor=earlier, book=book, kind=JobKind.CONSOLIDATE, asked={}, total=3)
    assert is_untaken(job, actor.at)
    assert "tongket worker" in body(client_of("thuky").get(PAGE))
    assert running(book, JobKind.CONSOLIDATE, actor.at + dt.timedelta(hours=1)) is None


def test_work_asked_for_in_a_role_that_was_taken_back_is_not_done(accepted, actor_of):
    book, actor = accepted("PVEP"), actor_of("thuky")
    job, _ = jobs.ask_for(actor=actor, book=book, kind=JobKind.CONSOLIDATE, asked={}, total=3)
    job.grant.until = dt.date(2022, 11, 1)
    job.grant.save()
    RoleGrant.objects.create(account=actor.account, role="lead", org_unit="CUM-1")  # another role is not that one
    consolidating.consolidate.call(job.pk)
    job.refresh_from_db()
    assert job.state == JobState.FAILED
    assert case_of(book, "PVEP").state == "accepted"


def test_a_file_that_was_damaged_stops_the_consolidation_with_its_name(accepted, client_of, body):
    book = accepted("PVEP")
    digest = reckoned(book, party=True).year.files["dossiers/PVEP/1/PVEP.xlsx"]
    place = blobs.place_of(digest)
    content = place.read_bytes()
    try:
        place.write_bytes(b"other")
        page = body(client_of("thuky").post(f"{PAGE}consolidate/", follow=True))
    finally:
        place.write_bytes(content)
    assert "Tệp nguồn không còn khớp với bản đã ghi nhận: dossiers/PVEP/1/PVEP.xlsx." in page
    assert case_of(book, "PVEP").state == "accepted"


def test_the_question_before_the_cut_off_has_the_exact_words(accepted, client_of, body):
    accepted()
    page = body(client_of("thuky").get(f"{PAGE}cut-off/"))
    assert "Chốt số liệu lúc 09:" in page
    assert (
        "ngày 18/11/2022? Sau khi chốt, mọi thay đổi phải có lý do và được liệt kê trong phụ lục "
        "‘Điều chỉnh sau khi chốt’."
    ) in page


def test_figures_are_cut_off_once(accepted, actor_of, client_of, body):
    book = accepted()
    page = body(client_of("thuky").post(f"{PAGE}cut-off/", follow=True))
    assert "Đã chốt số liệu." in page
    assert "Chưa có điều chỉnh nào." in page
    assert 'data-dialog="cut-off"' not in page
    with pytest.raises(WrongState, match="cut off already, at 09:"):
        results.cut_off(actor=actor_of("thuky"), book=book)


def test_every_change_after_the_cut_off_is_listed_with_its_reason(accepted, sent, cluster, actor_of, client_of, body):
    accepted()
    assert "Điều chỉnh sau khi chốt</h2>" not in body(client_of("thuky").get(PAGE))
    results.cut_off(actor=actor_of("thuky"), book=cluster)
    checking.reopen(actor=actor_of("thuky"), case=case_of(cluster, "GPV"), reason="Đơn vị sửa sản lượng tháng 10.")
    page = body(client_of("thuky").get(PAGE))
    listed = page[page.index("Điều chỉnh sau khi chốt</h2>") :]
    assert "Mở lại hồ sơ" in listed
    sent("GPV")
    checking.accept(actor=actor_of("thuky"), case=case_of(cluster, "GPV"))
    page = body(client_of("kiemtra").get(PAGE))
    listed = page[page.index("Điều chỉnh sau khi chốt</h2>") :]
    assert listed.count("Công ty liên doanh Gazpromviet") == 2
    assert listed.count("Đơn vị sửa sản lượng tháng 10.") == 2
    assert "Xác nhận đạt yêu cầu" in listed


def test_a_consent_that_does_not_decide_is_no_change(accepted, sent, cluster, actor_of):
    accepted("PVEP")
    results.cut_off(actor=actor_of("thuky"), book=cluster)
    cluster.cross_check = "all_others"
    cluster.save()
    assert not checking.accept(actor=actor_of("rvp-lanhdao"), case=sent("VSP"))
    assert adjustments(cluster, party=True) == ()


def test_a_plan_put_in_force_after_the_cut_off_gives_its_document(accepted, cluster, actor_of):
    accepted("PVEP")
    results.cut_off(actor=actor_of("thuky"), book=cluster)
    with acting(actor_of("thuky"), "plan.adjust", Subject(cluster), changes_year=True) as event:
        event.after = {"plan_versions": [{"code": "a3", "document": "Nghị quyết 12", "reason": "Dừng giếng"}]}
    [change] = adjustments(cluster, party=False)
    assert (change.verb, change.reason) == ("plan.adjust", "Dừng giếng; Nghị quyết 12")


def test_what_changed_of_the_partys_plan_is_not_listed_without_the_right(accepted, cluster, actor_of):
    accepted("PVEP")
    results.cut_off(actor=actor_of("thuky"), book=cluster)
    with acting(actor_of("thuky"), "plan.adjust", Subject(cluster), changes_year=True) as event:
        event.party = True
    assert len(adjustments(cluster, party=True)) == 1
    assert adjustments(cluster, party=False) == ()
