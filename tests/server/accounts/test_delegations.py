"""Delegation: a role of one's own for some days, with both names in the log, without Party pages, and not on."""

import datetime as dt

import pytest
from django.core import mail

from tongket.server.actions.accounts import close_account, grant_role
from tongket.server.actions.acting import Actor, Subject, may
from tongket.server.actions.delegations import delegate, withdraw_delegation
from tongket.server.actions.invitations import Offer, invite
from tongket.server.actions.refusals import Gone, NotPermitted
from tongket.server.clock import now
from tongket.server.records.models import Account, AuditEvent, Delegation, Role, RoleGrant
from tongket.server.records.queries.rights import standings
from tongket.words import Refused
from tongket.year import Interval

TODAY = dt.date(2022, 11, 18)
DAYS = Interval(TODAY, dt.date(2022, 11, 21))


def account(name):
    return Account.objects.get(username=name)


def give(actor_of, cluster, giver, receiver, days=DAYS, **more):
    grant = RoleGrant.objects.get(account__username=giver)
    receiving = account(receiver)
    return delegate(actor=actor_of(giver), book=cluster, grant=grant, receiver=receiving, days=days, **more)


def acting_for(receiver, giver):
    """The receiver, in the role of the giver."""
    who = account(receiver)
    standing = next(one for one in standings(who, TODAY) if one.acting_for == account(giver))
    return Actor(who, standing, now())


@pytest.fixture
def lead_by_pvep(cluster, actor_of):
    """PVEP's reporter acts for the chair of the cluster, who works at Vietsovpetro."""
    return give(actor_of, cluster, "cumtruong", "pvep", document="12/UQ-VSP ngày 17/11/2022")


@pytest.mark.parametrize(
    ("day", "holds"),
    [
        (dt.date(2022, 11, 17), False),
        (TODAY, True),
        (dt.date(2022, 11, 20), True),
        (dt.date(2022, 11, 21), False),
    ],
)
def test_it_holds_on_its_days_and_on_no_other(lead_by_pvep, day, holds):
    assert any(one.acting_for == account("cumtruong") for one in standings(account("pvep"), day)) is holds


def test_a_delegate_acts_and_the_log_names_both(lead_by_pvep, cluster, actor_of, client_of):
    give(actor_of, cluster, "thuky", "rvp")
    invite(
        actor=acting_for("rvp", "thuky"),
        book=cluster,
        offer=Offer(full_name="An", email="a@example.invalid", role=Role.REPORTER, org_unit="GPV"),
    )
    event = AuditEvent.objects.get(verb="account.invite")
    assert (event.actor.username, event.acting_for.username, event.role) == ("rvp", "thuky", "secretary")


def test_the_delegation_itself_stands_in_the_log(lead_by_pvep, cluster):
    event = AuditEvent.objects.get(verb="account.delegate")
    assert (event.actor.username, event.acting_for, event.subject) == ("cumtruong", None, "pvep")
    assert event.after == {
        "role": "lead", "first": "2022-11-18", "until": "2022-11-21", "document": "12/UQ-VSP ngày 17/11/2022",
    }  # fmt: skip


def test_the_right_to_party_pages_is_never_passed_on(lead_by_pvep):
    grant = RoleGrant.objects.get(account__username="cumtruong")
    assert grant.party
    assert not acting_for("pvep", "cumtruong").party


def test_a_delegated_role_is_not_delegated_on(lead_by_pvep, cluster, actor_of):
    grant = RoleGrant.objects.get(account__username="cumtruong")
    for actor in (actor_of("pvep"), acting_for("pvep", "cumtruong")):
        with pytest.raises(NotPermitted):
            delegate(actor=actor, book=cluster, grant=grant, receiver=account("rvp"), days=DAYS)


def test_nobody_delegates_their_own_role_while_acting_for_somebody(lead_by_pvep, cluster):
    own = RoleGrant.objects.get(account__username="pvep")
    with pytest.raises(NotPermitted, match="acting for oneself"):
        delegate(actor=acting_for("pvep", "cumtruong"), book=cluster, grant=own, receiver=account("rvp"), days=DAYS)


def test_nobody_delegates_a_role_that_is_not_theirs(cluster, actor_of):
    with pytest.raises(NotPermitted):
        delegate(
            actor=actor_of("pvep"),
            book=cluster,
            grant=RoleGrant.objects.get(account__username="cumtruong"),
            receiver=account("rvp"),
            days=DAYS,
        )


@pytest.mark.parametrize(
    ("receiver", "days"),
    [
        ("cumtruong", DAYS),
        ("pvep", Interval(TODAY, TODAY)),
        ("pvep", Interval(dt.date(2022, 11, 1), TODAY)),
        ("pvep", Interval(None, dt.date(2022, 12, 1))),
        ("pvep", Interval(TODAY, None)),
    ],
)
def test_to_oneself_without_days_or_for_days_past_is_refused(cluster, actor_of, receiver, days):
    with pytest.raises(Refused):
        give(actor_of, cluster, "cumtruong", receiver, days)
    assert not Delegation.objects.exists()


def test_who_acts_for_the_office_changes_neither_their_own_roles_nor_those_of_the_office(cluster, actor_of):
    give(actor_of, cluster, "thuongtruc", "pvep")
    acting = acting_for("pvep", "thuongtruc")
    for name in ("pvep", "thuongtruc"):
        with pytest.raises(NotPermitted, match="own roles"):
            grant_role(actor=acting, book=cluster, account=account(name), role=Role.SECRETARY, org_unit="CUM-1")
    assert grant_role(actor=acting, book=cluster, account=account("rvp"), role=Role.MEMBER, org_unit="CUM-1")


# --- separation of duties


def may_accept(actor, cluster, org_unit):
    return may(actor, "dossier.accept", Subject(cluster, org_unit, state="submitted"))


def test_who_acts_for_somebody_is_still_bound_by_their_own_org_unit(lead_by_pvep, cluster):
    acting = acting_for("pvep", "cumtruong")
    assert may_accept(acting, cluster, "RVP")
    assert not may_accept(acting, cluster, "PVEP")


def test_and_by_the_org_unit_of_the_person_acted_for(cluster, actor_of):
    secretary = grant_role(
        actor=actor_of("quantri"), book=cluster, account=account("gpv"), role=Role.SECRETARY, org_unit="CUM-1"
    )
    giver = actor_of("gpv")
    delegate(actor=giver, book=cluster, grant=secretary, receiver=account("uyvien"), days=DAYS)
    acting = acting_for("uyvien", "gpv")
    assert may_accept(acting, cluster, "PVEP")
    assert not may_accept(acting, cluster, "GPV")


# --- its end


def test_the_giver_takes_it_back_and_nobody_else_does(lead_by_pvep, cluster, actor_of):
    with pytest.raises(NotPermitted):
        withdraw_delegation(actor=actor_of("rvp"), book=cluster, delegation=lead_by_pvep)
    withdraw_delegation(actor=actor_of("cumtruong"), book=cluster, delegation=lead_by_pvep)
    assert [one.acting_for for one in standings(account("pvep"), TODAY)] == [None]
    with pytest.raises(Gone):
        withdraw_delegation(actor=actor_of("cumtruong"), book=cluster, delegation=lead_by_pvep)


def test_it_ends_with_the_role_and_with_the_account_of_the_giver(lead_by_pvep, cluster, actor_of):
    RoleGrant.objects.filter(account__username="cumtruong").update(until=TODAY)
    assert len(standings(account("pvep"), TODAY)) == 1
    RoleGrant.objects.filter(account__username="cumtruong").update(until=None)
    assert len(standings(account("pvep"), TODAY)) == 2
    close_account(actor=actor_of("quantri"), book=cluster, account=account("cumtruong"))
    assert len(standings(account("pvep"), TODAY)) == 1


# --- the page


def asked(client, **more):
    grant = RoleGrant.objects.get(account__username="cumtruong").pk
    given = {"grant": grant, "receiver": account("pvep").pk, "first": "2022-11-18", "last": "2022-11-20"} | more
    return client.post("/cum-1-2022/delegation/", given, follow=True)


def test_the_page_delegates_to_the_end_of_the_last_day_and_tells_the_receiver(client_of):
    page = asked(client_of("cumtruong"), document="12/UQ-VSP").content.decode()
    assert "Đã ủy quyền." in page
    assert "từ ngày 18/11/2022 đến hết ngày 20/11/2022" in page
    assert Delegation.objects.get().until == dt.date(2022, 11, 21)
    (sent,) = mail.outbox
    assert (sent.to, sent.subject) == (["pvep@example.invalid"], "V/v ủy quyền: Cụm trưởng – Cụm thi đua số 1")
    assert "12/UQ-VSP" in sent.body


def test_the_receiver_chooses_the_role_and_sees_for_whom(client_of):
    asked(client_of("cumtruong"))
    client = client_of("pvep")
    page = client.get("/cum-1-2022/delegation/").content.decode()
    assert "Được ủy quyền" in page
    key = f"{RoleGrant.objects.get(account__username='cumtruong').pk}:{account('cumtruong').pk}"
    assert f'value="{key}"' in page
    client.post("/stand/", {"standing": key, "from": "/cum-1-2022/"})
    page = client.get("/cum-1-2022/delegation/").content.decode()
    assert "Cụm trưởng · thay Cụm trưởng (minh họa)" in page
    assert "Chuyển về vai trò của mình để ủy quyền" in page
    assert '<select name="grant"' not in page


def test_the_page_takes_it_back(client_of):
    client = client_of("cumtruong")
    asked(client)
    made = Delegation.objects.get()
    assert client_of("rvp").post(f"/cum-1-2022/delegation/{made.pk}/withdraw/").status_code == 403
    client.post(f"/cum-1-2022/delegation/{made.pk}/withdraw/")
    made.refresh_from_db()
    assert made.withdrawn_at is not None


def test_wrong_days_are_said_on_the_page_and_nothing_typed_is_lost(client_of):
    page = asked(client_of("cumtruong"), first="2022-11-20", last="2022-11-18", document="12/UQ").content.decode()
    assert "Ngày kết thúc phải sau ngày bắt đầu." in page
    assert 'value="12/UQ"' in page


def test_of_party_pages_the_form_speaks_only_to_who_has_the_right(client_of):
    said = "Quyền xem nội dung Đảng không chuyển theo ủy quyền."
    assert said in client_of("cumtruong").get("/cum-1-2022/delegation/").content.decode()
    assert "Đảng" not in client_of("vsp-nga").get("/cum-1-2022/delegation/").content.decode()
    assert "Đảng" not in client_of("quantri").get("/cum-1-2022/delegation/").content.decode()
