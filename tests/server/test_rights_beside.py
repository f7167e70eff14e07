"""Roles beside the leading of a year: who serves one org unit of a cluster leads neither the cluster nor judges itself.

An enterprise has a council office and a secretary of its own for its own year; in the cluster's year, in which it is
one org unit among others, these roles reach no further than the enterprise.
"""

import datetime as dt

import pytest

from tongket.server.actions.acting import Actor, Subject, ask_right, may
from tongket.server.actions.refusals import NotPermitted
from tongket.server.actions.rights import rights
from tongket.server.records.models import Account, Role, RoleGrant
from tongket.server.records.queries.rights import standings

WHOLE = (
    "account.grant", "account.close", "log.see", "plan.propose", "plan.import", "plan.assign", "plan.adjust",
    "results.consolidate", "results.cut_off", "document.make",
)  # fmt: skip
ABOVE = ("dossier.file_on_behalf", "dossier.check", "dossier.reopen", "dossier.extend", "dossier.remind")
JUDGING = ("dossier.remark", "dossier.return", "dossier.accept")
DAY = dt.date(2022, 11, 18)


def given(username, role, org_unit, at):
    """Somebody with one more role, acting in it."""
    account = Account.objects.get(username=username)
    grant = RoleGrant.objects.create(account=account, role=role, org_unit=org_unit, party=False)
    standing = next(one for one in standings(account, DAY) if one.grant == grant.pk)
    return Actor(account, standing, at)


@pytest.fixture
def at(actor_of):
    return actor_of("thuky").at


@pytest.mark.parametrize("role", [Role.OFFICE, Role.SECRETARY, Role.LEAD, Role.ADMINISTRATOR, Role.AUDITOR])
@pytest.mark.parametrize("verb", WHOLE)
def test_a_role_in_one_org_unit_of_a_cluster_does_nothing_to_the_cluster_as_a_whole(verb, role, cluster, at):
    actor = given("pvep", role, "PVEP", at)
    for org_unit in ("", "PVEP", "RVP"):
        with pytest.raises(NotPermitted):
            ask_right(actor, rights().verbs[verb], Subject(cluster, org_unit))


@pytest.mark.parametrize("verb", WHOLE)
def test_a_role_where_the_year_is_led_does(verb, cluster, actor_of):
    people = [actor_of(name) for name in ("thuky", "thuongtruc", "cumtruong", "quantri", "kiemtra")]
    assert any(may(one, verb, Subject(cluster)) for one in people)


@pytest.mark.parametrize("verb", [*ABOVE, *JUDGING])
def test_nobody_is_their_own_superior(verb, cluster, at):
    Account.objects.filter(username="uyvien").update(org_unit="")
    actor = given("uyvien", Role.SECRETARY, "PVEP", at)
    with pytest.raises(NotPermitted):
        ask_right(actor, rights().verbs[verb], Subject(cluster, "PVEP"))


@pytest.mark.parametrize("verb", JUDGING)
def test_who_reports_for_an_org_unit_in_another_role_does_not_judge_it(verb, cluster, actor_of):
    secretary = actor_of("thuky")
    ask_right(secretary, rights().verbs[verb], Subject(cluster, "PVEP"))
    RoleGrant.objects.create(account=secretary.account, role=Role.REPORTER, org_unit="PVEP", party=False)
    with pytest.raises(NotPermitted):
        ask_right(secretary, rights().verbs[verb], Subject(cluster, "PVEP"))
    ask_right(secretary, rights().verbs[verb], Subject(cluster, "RVP"))


def test_the_log_and_the_papers_of_a_cluster_are_closed_to_the_office_of_one_org_unit(cluster, client_of):
    RoleGrant.objects.filter(account__username="pvep").update(role=Role.OFFICE)
    client = client_of("pvep")
    assert client.get("/cum-1-2022/log/").status_code == 403
    assert client.post("/cum-1-2022/results/cut-off/").status_code == 403
    assert client.post("/cum-1-2022/document/make/").status_code == 403
    assert client.get("/cum-1-2022/checking/PVEP/").status_code == 403
