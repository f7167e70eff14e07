"""What is done to accounts, as the log says it: which deed, to whom, in which role, and for whom."""

import datetime as dt
import re

import pytest

from tongket.server.actions.accounts import close_account, end_role, grant_role, reopen_account
from tongket.server.actions.acting import Actor
from tongket.server.actions.delegations import delegate, withdraw_delegation
from tongket.server.actions.invitations import Offer, accept_invitation, invite, withdraw_invitation
from tongket.server.clock import now
from tongket.server.records.models import Account, AuditEvent, Role, RoleGrant
from tongket.server.records.queries.rights import standings
from tongket.server.web.log.sentences import line
from tongket.year import Interval

DAYS = Interval(dt.date(2022, 11, 18), dt.date(2022, 11, 21))
OFFER = Offer(full_name="Nguyễn Thị An", email="an@example.invalid", role=Role.REPORTER, org_unit="PVEP", home="PVEP")


@pytest.fixture
def told(cluster):
    """The last events, as the log says them after who did them."""
    whose = re.compile(r"^(Thường trực Hội đồng|Thư ký Cụm( \(thay .+\)\))?|Cán bộ đầu mối PVEP) ")

    def last(count):
        events = AuditEvent.objects.order_by("-id")[:count][::-1]
        return [whose.sub("", line(one, party=True).what) for one in events]

    return last


def test_roles_given_and_ended(cluster, actor_of, told):
    office, pvep = actor_of("thuongtruc"), Account.objects.get(username="pvep")
    grant = grant_role(actor=office, book=cluster, account=pvep, role=Role.DEPUTY, org_unit="CUM-1", party=True)
    end_role(actor=office, book=cluster, grant=grant, day=dt.date(2022, 12, 1))
    assert sorted(told(3)) == [
        "cho pvep thôi vai trò cụm phó của CUM-1 từ ngày 01/12/2022",
        "giao pvep quyền xem nội dung Đảng của CUM-1",
        "giao pvep vai trò cụm phó của CUM-1",
    ]


def test_accounts_closed_and_reopened(cluster, actor_of, told):
    office, pvep = actor_of("thuongtruc"), Account.objects.get(username="pvep")
    close_account(actor=office, book=cluster, account=pvep)
    reopen_account(actor=office, book=cluster, account=pvep)
    assert told(2) == ["ngừng tài khoản pvep", "mở lại tài khoản pvep"]


def test_invitations(cluster, actor_of, told):
    first, _ = invite(actor=actor_of("thuky"), book=cluster, offer=OFFER)
    withdraw_invitation(actor=actor_of("thuky"), invitation=first)
    _, secret = invite(actor=actor_of("thuky"), book=cluster, offer=OFFER)
    accept_invitation(secret=secret, username="an.nguyen", password="x", at=now())
    assert told(4) == [
        "mời Nguyễn Thị An giữ vai trò cán bộ đầu mối báo cáo của PVEP",
        "thu hồi lời mời Nguyễn Thị An giữ vai trò cán bộ đầu mối báo cáo của PVEP",
        "mời Nguyễn Thị An giữ vai trò cán bộ đầu mối báo cáo của PVEP",
        "nhận lời mời giữ vai trò cán bộ đầu mối báo cáo",
    ]


def test_delegations_and_what_a_delegate_does(cluster, actor_of, told):
    giver, receiver = actor_of("thuky"), Account.objects.get(username="rvp")
    grant = RoleGrant.objects.get(account=giver.account)
    made = delegate(actor=giver, book=cluster, grant=grant, receiver=receiver, days=DAYS)
    standing = next(one for one in standings(receiver, dt.date(2022, 11, 18)) if one.acting_for)
    invite(actor=Actor(receiver, standing, now()), book=cluster, offer=OFFER)
    said = line(AuditEvent.objects.order_by("-id")[0], party=True).sentence
    assert "thư ký Cụm (thay Thư ký Cụm (minh họa)) mời Nguyễn Thị An" in said
    withdraw_delegation(actor=giver, book=cluster, delegation=made)
    first, _, last = told(3)
    assert first == "ủy quyền cho rvp vai trò thư ký Cụm của CUM-1 từ ngày 18/11/2022 đến trước ngày 21/11/2022"
    assert last == "thu hồi ủy quyền vai trò thư ký Cụm của CUM-1 cho rvp"
