"""From a proposal to the version in force: who may, what must be stated, what must add up, who has received it."""

import datetime as dt

import pytest

from tongket.figures import Amount
from tongket.plan import CannotPropose, PlanLine, Target, VersionKind, key_of, latest_version, targets_in_force
from tongket.server.actions.faults import Faulty
from tongket.server.actions.plan.assigning import (
    acknowledge,
    add_line,
    assign,
    drop_proposal,
    propose_version,
    restate,
)
from tongket.server.actions.refusals import NotPermitted, WrongState
from tongket.server.records.models import AuditEvent, PlanAcknowledgement
from tongket.server.records.queries.books import typed_year
from tongket.server.records.queries.planned import Received, receipts
from tongket.words import Refused, Text
from tongket.year import Period

YEAR = Period.of_year(2022)
DAY = dt.date(2022, 11, 1)


def oil(value, breakdown=None):
    return Target("council", "dc3", "VSP", "OIL", YEAR, breakdown, Amount.parse(value))


RAISED = (oil("3100"), oil("2982", "09-1"))
LOWERED = (oil("3000"), oil("2882", "09-1"))


def proposal(actor, book, *targets):
    version = propose_version(actor=actor, book=book, line="council")
    restate(actor=actor, book=book, line="council", version=version, targets=targets, revision=book.revision)
    return version


def put_in_force(actor, book, document="NQ 55", on=DAY, reason="", line="council", version="dc3"):
    assign(
        actor=actor,
        book=book,
        line=line,
        version=version,
        document=document,
        on=on,
        reason=reason,
        revision=book.revision,
    )


@pytest.mark.parametrize("who", ["thuky", "thuongtruc"])
def test_the_secretary_and_the_office_adjust_the_plan(who, cluster, actor_of):
    actor = actor_of(who)
    assert proposal(actor, cluster, *RAISED) == "dc3"
    put_in_force(actor, cluster)
    plan = typed_year(cluster).plan
    latest = latest_version(plan, "council")
    assert (latest.version, latest.kind, latest.document, latest.on) == ("dc3", VersionKind.ADJUSTED, "NQ 55", DAY)
    assert targets_in_force(plan, "council")[key_of(oil("1"))].amount == Amount.of("3100")
    event = AuditEvent.objects.latest("id")
    assert (event.verb, event.subject) == ("plan.adjust", "council dc3")
    assert event.after["plan_versions"][0]["document"] == "NQ 55"
    assert event.before["plan_versions"][0]["kind"] == "proposed"


@pytest.mark.parametrize("who", ["pvep", "pvep-lanhdao", "cumtruong", "kiemtra", "quantri"])
def test_nobody_else_proposes_or_assigns(who, cluster, actor_of):
    with pytest.raises(NotPermitted):
        propose_version(actor=actor_of(who), book=cluster, line="council")
    proposal(actor_of("thuky"), cluster, *RAISED)
    with pytest.raises(NotPermitted):
        put_in_force(actor_of(who), cluster)


def test_a_secretary_of_one_org_unit_sets_no_target_of_another(cluster, actor_of):
    from tongket.server.records.models import RoleGrant

    RoleGrant.objects.filter(account__username="thuky").update(org_unit="PVEP")
    with pytest.raises(NotPermitted):
        proposal(actor_of("thuky"), cluster, *RAISED)


def test_the_first_version_of_a_line_is_assigned_not_adjusted(cluster, actor_of):
    actor = actor_of("thuky")
    add_line(actor=actor, book=cluster, line=PlanLine("dang-ky", Text("Đơn vị đăng ký")))
    version = propose_version(actor=actor, book=cluster, line="dang-ky")
    own = Target("dang-ky", version, "PVEP", "INIT", YEAR, amount=Amount.of("50"))
    restate(actor=actor, book=cluster, line="dang-ky", version=version, targets=[own], revision=cluster.revision)
    put_in_force(actor, cluster, line="dang-ky", version=version)
    assert latest_version(typed_year(cluster).plan, "dang-ky").kind is VersionKind.ASSIGNED
    assert AuditEvent.objects.latest("id").verb == "plan.assign"
    assert not next(one for one in typed_year(cluster).plan.plan_lines if one.code == "dang-ky").counts
    with pytest.raises(Refused):
        add_line(actor=actor, book=cluster, line=PlanLine("dang-ky", Text("Lần nữa")))


def test_parts_that_do_not_make_their_total_are_not_stored(cluster, actor_of):
    actor = actor_of("thuky")
    version = propose_version(actor=actor, book=cluster, line="council")
    with pytest.raises(Faulty) as refused:
        restate(
            actor=actor,
            book=cluster,
            line="council",
            version=version,
            targets=[oil("3100")],
            revision=cluster.revision,
        )
    assert [one.code for one in refused.value.findings] == ["plan.sum-differs"]
    assert not [row for row in typed_year(cluster).plan.targets if row.version == "dc3"]


@pytest.mark.parametrize(("document", "on"), [("", DAY), ("NQ 55", None)])
def test_assigning_needs_the_number_and_the_date_of_a_document(document, on, cluster, actor_of):
    proposal(actor_of("thuky"), cluster, *RAISED)
    with pytest.raises(Refused, match="number and the date"):
        put_in_force(actor_of("thuky"), cluster, document, on)


def test_lowered_targets_ask_for_reason_and_document_and_say_how_many(cluster, actor_of):
    actor = actor_of("thuky")
    proposal(actor, cluster, *LOWERED)
    with pytest.raises(Refused) as refused:
        put_in_force(actor, cluster)
    assert refused.value.sentence.vi == (
        "Chỉ tiêu giảm so với lần giao trước: 2 chỉ tiêu. Cần ghi lý do và số văn bản."
    )
    put_in_force(actor, cluster, reason="mỏ suy giảm sản lượng")
    assert latest_version(typed_year(cluster).plan, "council").reason == "mỏ suy giảm sản lượng"


def test_an_empty_proposal_is_not_assigned(cluster, actor_of):
    propose_version(actor=actor_of("thuky"), book=cluster, line="council")
    with pytest.raises(Refused):
        put_in_force(actor_of("thuky"), cluster)


def test_a_version_in_force_is_not_edited(cluster, actor_of):
    with pytest.raises(CannotPropose):
        restate(
            actor=actor_of("thuky"),
            book=cluster,
            line="council",
            version="dc2",
            targets=[oil("1")],
            revision=cluster.revision,
        )


def test_what_was_typed_before_somebody_elses_change_is_not_stored(cluster, actor_of):
    seen = cluster.revision
    version = propose_version(actor=actor_of("thuongtruc"), book=cluster, line="council")
    with pytest.raises(WrongState):
        restate(actor=actor_of("thuky"), book=cluster, line="council", version=version, targets=RAISED, revision=seen)
    with pytest.raises(WrongState):
        assign(
            actor=actor_of("thuky"),
            book=cluster,
            line="council",
            version=version,
            document="NQ",
            on=DAY,
            revision=seen,
        )


def test_a_dropped_proposal_is_gone(cluster, actor_of):
    proposal(actor_of("thuky"), cluster, *RAISED)
    drop_proposal(actor=actor_of("thuky"), book=cluster, line="council", version="dc3")
    assert latest_version(typed_year(cluster).plan, "council").version == "dc2"
    assert not [row for row in typed_year(cluster).plan.plan_versions if row.version == "dc3"]


# Acknowledgements


@pytest.mark.parametrize("who", ["vsp", "vsp-lanhdao"])
def test_an_org_unit_acknowledges_the_version_in_force(who, cluster, actor_of):
    actor = actor_of(who)
    acknowledge(actor=actor, book=cluster, line="council", version="dc2", org_unit="VSP")
    (receipt,) = receipts(cluster, "council", "dc2")
    assert (receipt.org_unit, receipt.received, receipt.by) == ("VSP", Received.YES, actor.account.full_name)
    assert receipt.at == actor.at
    with pytest.raises(Refused):
        acknowledge(actor=actor, book=cluster, line="council", version="dc2", org_unit="VSP")


def test_nobody_acknowledges_for_another_org_unit(cluster, actor_of):
    for who in ("thuky", "pvep", "thuongtruc"):
        with pytest.raises(NotPermitted):
            acknowledge(actor=actor_of(who), book=cluster, line="council", version="dc2", org_unit="VSP")


def test_there_is_nothing_to_acknowledge_of_an_old_version_or_without_targets(cluster, actor_of):
    with pytest.raises(Refused):
        acknowledge(actor=actor_of("vsp"), book=cluster, line="council", version="dc1", org_unit="VSP")
    with pytest.raises(Refused):
        acknowledge(actor=actor_of("pvep"), book=cluster, line="council", version="dc2", org_unit="PVEP")
    assert PlanAcknowledgement.objects.count() == 0


def test_a_new_version_is_acknowledged_anew(cluster, actor_of):
    acknowledge(actor=actor_of("vsp"), book=cluster, line="council", version="dc2", org_unit="VSP")
    proposal(actor_of("thuky"), cluster, *RAISED)
    put_in_force(actor_of("thuky"), cluster)
    assert [one.received for one in receipts(cluster, "council", "dc3")] == [Received.NO]
    assert [one.received for one in receipts(cluster, "council", "dc2")] == [Received.YES]
