"""Roles by date: given by who may, from a day until another, ended without changing what was done."""

import datetime as dt

import pytest

from tongket.organisation import Side
from tongket.server.actions.accounts import close_account, end_role, grant_role, name_key, reopen_account
from tongket.server.actions.refusals import Absent, NotPermitted
from tongket.server.records.models import Account, AuditEvent, Role, RoleGrant
from tongket.server.records.queries.accounts import people_of
from tongket.server.records.queries.rights import standings
from tongket.words import Refused
from tongket.year import Interval

FIRST, UNTIL = dt.date(2022, 12, 1), dt.date(2023, 1, 1)


@pytest.fixture
def deputy(cluster, actor_of):
    """PVEP's reporter is deputy of the cluster in December."""
    return given(actor_of, cluster, "thuongtruc", "pvep", Role.DEPUTY, days=Interval(FIRST, UNTIL))


def given(actor_of, cluster, who, whom, role=Role.MEMBER, org_unit="CUM-1", **more):
    account = Account.objects.get(username=whom)
    return grant_role(actor=actor_of(who), book=cluster, account=account, role=role, org_unit=org_unit, **more)


def roles_on(day):
    return {one.role for one in standings(Account.objects.get(username="pvep"), day)}


@pytest.mark.parametrize(
    ("day", "holds"),
    [
        (dt.date(2022, 11, 30), False),
        (FIRST, True),
        (dt.date(2022, 12, 31), True),
        (UNTIL, False),
    ],
)
def test_a_role_holds_from_its_first_day_and_no_longer_on_the_day_it_ends(deputy, day, holds):
    assert (Role.DEPUTY in roles_on(day)) is holds


def test_a_role_ends_on_the_day_that_is_said(deputy, cluster, actor_of):
    end_role(actor=actor_of("quantri"), book=cluster, grant=deputy, day=dt.date(2022, 12, 10))
    assert Role.DEPUTY in roles_on(dt.date(2022, 12, 9))
    assert Role.DEPUTY not in roles_on(dt.date(2022, 12, 10))


def test_the_log_says_who_gave_and_ended_what(deputy, cluster, actor_of):
    end_role(actor=actor_of("quantri"), book=cluster, grant=deputy, day=dt.date(2022, 12, 10))
    first, second = AuditEvent.objects.filter(verb="account.grant").order_by("id")
    assert (first.actor.username, first.subject, first.book, first.org_unit) == ("thuongtruc", "pvep", cluster, "CUM-1")
    assert first.after == {"role": "deputy", "org_unit": "CUM-1", "first": "2022-12-01", "until": "2023-01-01"}
    assert (second.actor.username, second.before["until"], second.after["until"]) == (
        "quantri", "2023-01-01", "2022-12-10",
    )  # fmt: skip


@pytest.mark.parametrize("who", ["thuongtruc", "quantri"])
def test_the_office_and_the_administrator_give_roles(cluster, actor_of, who):
    assert given(actor_of, cluster, who, "pvep").granted_by.username == who


@pytest.mark.parametrize("who", ["thuky", "cumtruong", "pvep", "pvep-lanhdao", "uyvien", "kiemtra"])
def test_nobody_else_does_and_nothing_is_written(cluster, actor_of, who):
    number = RoleGrant.objects.count()
    with pytest.raises(NotPermitted):
        given(actor_of, cluster, who, "rvp")
    with pytest.raises(NotPermitted):
        end_role(actor=actor_of(who), book=cluster, grant=RoleGrant.objects.get(account__username="rvp"), day=FIRST)
    with pytest.raises(NotPermitted):
        close_account(actor=actor_of(who), book=cluster, account=Account.objects.get(username="rvp"))
    assert (RoleGrant.objects.count(), AuditEvent.objects.exclude(verb="year.open").count()) == (number, 0)


def test_nobody_changes_their_own_roles_or_closes_their_own_account(cluster, actor_of):
    admin = actor_of("quantri")
    own = RoleGrant.objects.get(account=admin.account)
    with pytest.raises(NotPermitted, match="own roles"):
        given(actor_of, cluster, "quantri", "quantri", Role.SECRETARY)
    with pytest.raises(NotPermitted, match="own roles"):
        end_role(actor=admin, book=cluster, grant=own, day=FIRST)
    with pytest.raises(NotPermitted, match="own roles"):
        close_account(actor=admin, book=cluster, account=admin.account)


def test_a_role_holds_only_where_the_year_knows_the_org_unit(cluster, actor_of):
    with pytest.raises(Absent):
        given(actor_of, cluster, "quantri", "pvep", org_unit="XN-1")


def test_a_role_that_ends_before_it_begins_is_refused(cluster, actor_of):
    with pytest.raises(Refused, match="after the beginning"):
        given(actor_of, cluster, "quantri", "pvep", days=Interval(FIRST, FIRST))


# --- the right to Party pages


def test_the_right_to_party_pages_comes_only_from_who_has_it(cluster, actor_of):
    assert given(actor_of, cluster, "thuongtruc", "pvep", party=True).party
    with pytest.raises(NotPermitted):
        given(actor_of, cluster, "quantri", "rvp", party=True)


@pytest.mark.parametrize("side", [Side.RUSSIAN.value, ""])
def test_the_right_to_party_pages_is_for_the_vietnamese_side_alone(cluster, actor_of, side):
    Account.objects.filter(username="vsp-nga").update(side=side)
    with pytest.raises(Refused, match="Vietnamese side"):
        given(actor_of, cluster, "thuongtruc", "vsp-nga", party=True)


def test_the_log_keeps_the_right_to_party_pages_in_an_event_of_its_own(cluster, actor_of):
    given(actor_of, cluster, "thuongtruc", "pvep", party=True)
    events = AuditEvent.objects.filter(verb="account.grant")
    assert [one.after for one in events if one.party] == [{"party": True}]
    assert [set(one.after) for one in events if not one.party] == [{"role", "org_unit", "first", "until"}]


# --- accounts that are closed


def test_a_closed_account_ends_its_sessions_and_opens_again(cluster, actor_of, client_of):
    client, admin, account = client_of("pvep"), actor_of("quantri"), Account.objects.get(username="pvep")
    assert client.get("/cum-1-2022/").status_code == 200
    close_account(actor=admin, book=cluster, account=account)
    assert client.get("/cum-1-2022/").status_code == 302
    reopen_account(actor=admin, book=cluster, account=account)
    assert client_of("pvep").get("/cum-1-2022/").status_code == 200
    assert [one.verb for one in AuditEvent.objects.order_by("-id")[:2]] == ["account.close"] * 2


# --- the order of names


def test_people_stand_in_the_order_of_a_vietnamese_office():
    names = ["Nguyễn Văn Ích", "Trần Thị Bình", "Lê Văn An", "Đỗ Văn Ân", "Phạm Thị Ánh", "Bùi Văn Ổn", "Bùi Văn Ôn"]
    assert sorted(names, key=name_key) == [
        "Lê Văn An", "Phạm Thị Ánh", "Đỗ Văn Ân", "Trần Thị Bình", "Nguyễn Văn Ích", "Bùi Văn Ôn", "Bùi Văn Ổn",
    ]  # fmt: skip


def test_the_database_sorts_them_so(cluster, actor_of):
    for number, name in enumerate(["Ích", "Bình", "An", "Ân"]):
        account = Account.objects.create(username=f"x{number}", full_name=name, name_key=name_key(name))
        RoleGrant.objects.create(account=account, role=Role.MEMBER, org_unit="CUM-1")
    found = [str(one.account) for one in people_of(cluster, FIRST) if one.account.username.startswith("x")]
    assert found == ["An", "Ân", "Bình", "Ích"]
