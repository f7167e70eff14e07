"""The way of a dossier: looked at, kept as it was seen, approved, sent, checked by others, counted in the year."""

import pytest

from tongket.server.actions.dossier import checking, moving, uploads
from tongket.server.actions.dossier.forms import issue_form
from tongket.server.actions.refusals import NotPermitted, WrongState
from tongket.server.records.models import AuditEvent
from tongket.server.records.queries.books import year_with_dossiers
from tongket.server.records.queries.dossiers import dossier_of, latest
from tongket.words import Refused


def test_what_was_looked_at_is_kept_to_the_letter(kept, case):
    version = kept("PVEP")
    assert version.number == 1
    assert dossier_of(version).org_unit == "PVEP"
    assert len(dossier_of(version).figures) > 20
    assert [one.name for one in version.files.all()] == ["PVEP.xlsx"]
    assert case("PVEP").state == "draft"


def test_another_fingerprint_than_the_one_seen_is_refused(actor_of, case, workbook):
    upload = uploads.look(
        actor=actor_of("pvep"), case=case("PVEP"), files=[uploads.Incoming("PVEP.xlsx", workbook("PVEP"))]
    )
    with pytest.raises(Refused):
        uploads.keep_upload(actor=actor_of("pvep"), upload=upload, seen="0" * 64)
    assert latest(case("PVEP")) is None


def test_of_two_people_who_looked_at_the_same_version_the_second_is_told(actor_of, case, workbook):
    files = [uploads.Incoming("PVEP.xlsx", workbook("PVEP"))]
    first, second = (uploads.look(actor=actor_of("pvep"), case=case("PVEP"), files=files) for _ in range(2))
    uploads.keep_upload(actor=actor_of("pvep"), upload=first, seen=first.content_sha256)
    with pytest.raises(WrongState, match="09:"):
        uploads.keep_upload(actor=actor_of("pvep-lanhdao"), upload=second, seen=second.content_sha256)


def test_another_units_form_is_not_taken(actor_of, case, workbook):
    with pytest.raises(Refused, match="VSP"):
        uploads.look(actor=actor_of("pvep"), case=case("PVEP"), files=[uploads.Incoming("x.xlsx", workbook("VSP"))])


def test_nobody_files_for_another_unit_but_its_cluster(actor_of, case, workbook):
    with pytest.raises(NotPermitted):
        uploads.look(actor=actor_of("rvp"), case=case("PVEP"), files=[uploads.Incoming("x.xlsx", workbook("PVEP"))])


def test_a_dossier_is_not_sent_before_head_and_letter(kept, actor_of, case):
    kept("PVEP")
    with pytest.raises(WrongState, match="no cover letter and the head"):
        moving.submit(actor=actor_of("pvep"), case=case("PVEP"))


def test_a_dossier_that_met_the_requirements_stands_in_the_year(submitted, actor_of, cluster, case):
    submitted("PVEP")
    assert year_with_dossiers(cluster).dossiers == ()
    assert checking.accept(actor=actor_of("thuky"), case=case("PVEP"))
    cluster.refresh_from_db()
    [dossier] = year_with_dossiers(cluster).dossiers
    assert dossier.org_unit == "PVEP"
    assert dossier.figures[0].place.file == "dossiers/PVEP/1/PVEP.xlsx"
    assert "dossiers/PVEP/1/PVEP.xlsx" in year_with_dossiers(cluster).files


def test_the_lead_never_accepts_its_own_dossier_and_the_one_named_by_the_rules_does(submitted, actor_of, case):
    submitted("VSP")
    for name in ("thuky", "cumtruong", "vsp-lanhdao", "thuongtruc", "gpv-lanhdao", "rvp-lanhdao"):
        with pytest.raises(NotPermitted):
            checking.accept(actor=actor_of(name), case=case("VSP"))
    assert checking.accept(actor=actor_of("pvep-lanhdao"), case=case("VSP"))  # the members take turns


def test_where_all_others_check_the_lead_the_last_consent_decides(submitted, actor_of, cluster, case):
    submitted("VSP")
    cluster.cross_check = "all_others"
    cluster.save()
    assert not checking.accept(actor=actor_of("rvp-lanhdao"), case=case("VSP"))
    assert not checking.accept(actor=actor_of("gpv-lanhdao"), case=case("VSP"))
    assert case("VSP").state == "submitted"
    assert checking.accept(actor=actor_of("pvep"), case=case("VSP"))
    assert case("VSP").state == "accepted"


def test_a_return_needs_a_remark_and_an_answered_dossier_goes_again(submitted, actor_of, case):
    submitted("PVEP")
    secretary = actor_of("thuky")
    with pytest.raises(Refused, match="at least one remark"):
        checking.ask_completion(actor=secretary, case=case("PVEP"))
    checking.remark(actor=secretary, case=case("PVEP"), sheet="Bieu1", cell="F8", text="Đề nghị kiểm tra lại.")
    checking.ask_completion(actor=secretary, case=case("PVEP"))
    assert case("PVEP").state == "returned"
    moving.ask_head(actor=actor_of("pvep"), case=case("PVEP"))
    with pytest.raises(WrongState, match="head"):
        moving.submit(actor=actor_of("pvep"), case=case("PVEP"))
    moving.approve(actor=actor_of("pvep-lanhdao"), case=case("PVEP"))
    moving.submit(actor=actor_of("pvep"), case=case("PVEP"))
    assert case("PVEP").state == "submitted"


def test_withdrawn_is_not_checked_and_accepted_is_not_withdrawn(submitted, actor_of, case):
    submitted("PVEP")
    moving.withdraw(actor=actor_of("pvep"), case=case("PVEP"))
    with pytest.raises(WrongState):
        checking.accept(actor=actor_of("thuky"), case=case("PVEP"))
    assert latest(case("PVEP")).approved_at is None


def test_reopening_takes_the_dossier_out_of_the_year_and_leaves_a_trace(submitted, actor_of, cluster, case):
    submitted("PVEP")
    checking.accept(actor=actor_of("thuky"), case=case("PVEP"))
    with pytest.raises(Refused, match="why"):
        checking.reopen(actor=actor_of("thuky"), case=case("PVEP"), reason=" ")
    checking.reopen(actor=actor_of("thuky"), case=case("PVEP"), reason="Sai số liệu Biểu 1")
    cluster.refresh_from_db()
    assert year_with_dossiers(cluster).dossiers == ()
    event = AuditEvent.objects.filter(verb="dossier.reopen").last()
    assert event.after["reason"] == "Sai số liệu Biểu 1"
    assert event.actor.username == "thuky"


def test_a_form_without_the_party_right_has_no_party_part(actor_of, cluster, case):
    from tongket.dossier.matching import meta_of
    from tongket.files.guarded_books import read_books
    from tongket.server.actions.acting import touch
    from tongket.server.records.models import Indicator

    Indicator.objects.filter(book=cluster, code="INIT").update(group="party")
    touch(cluster)

    for name, expected in (("vsp", True), ("vsp-nga", False)):
        _, content = issue_form(actor=actor_of(name), case=case("VSP"))
        [book] = read_books([(content, "form.xlsx")])
        assert ("5" in meta_of(book).parts) is expected


def test_a_dossier_that_lacks_a_departments_part_is_not_sent(actor_of, case, root, tmp_path):
    from tongket.server.actions.dossier.forms import issue_form

    _, part = issue_form(actor=actor_of("pvep"), case=case("PVEP"), parts=("2",))
    upload = uploads.look(actor=actor_of("pvep"), case=case("PVEP"), files=[uploads.Incoming("p2.xlsx", part)])
    uploads.keep_upload(actor=actor_of("pvep"), upload=upload, seen=upload.content_sha256)
    with pytest.raises(WrongState, match="Form 1"):
        moving.submit(actor=actor_of("pvep"), case=case("PVEP"))
