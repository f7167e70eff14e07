"""Whatever is sent to whatever address by whoever: nothing crashes, and every answer keeps the policy of the pages.

What no page of ours would send: numbers of other years, texts that no database takes, days that are none, texts
without end. Each is refused in words, or taken; the server never answers 500.
"""

import re
import sys

import pytest
from django.core.signals import got_request_exception
from django.db import transaction
from django.urls import NoReverseMatch, get_resolver, reverse

from tongket.server.actions.rights import rights

LEFT_OUT = {"account_logout", "openid_connect_login", "openid_connect_callback"}
PEOPLE = ("thuky", "pvep")
FIELDS = re.findall(
    r"\S+",
    "account actual address among answer authority basis book code conference_on confirm cross_check dated day decline "
    "department deputy digest document due_on email ends first forecast from full_name grant group home key kind "
    "language last lead letter letter_dated line login method name name_en name_ru new_assumption new_breakdown "
    "new_indicator new_org_unit new_value next no_secret not_classified note number of on one org_unit other others "
    "page parent part party password person place post reason receiver relation residue_to revision role seen sender "
    "sent_on side signer slug sought spot standing step text total until upload username verb version why year "
    "person-1 department-1",
)
ODD = {
    "nothing": "",
    "long": "x" * 3000,
    "digits": "9" * 5000,
    "more than a number holds": "99999999999999999999",
    "no day": "2022-02-31",
    "last day": "9999-12-31",
    "first day": "0001-01-01",
    "nul": "a\x00b",
    "other digits": "\u0663\u00b2",
    "markup": "<script>alert(1)</script>\"'{{ 7 }}{text}%s",
}
TYPED = (
    "speak", "stand", "invitation", "open_year", "blank_year", "accounts_invite", "delegation", "organisation",
    "organisation_change", "plan", "plan_indicators", "plan_line", "plan_propose", "plan_check", "plan_save",
    "plan_drop", "plan_assign", "plan_compare", "plan_allocate", "plan_import_confirm", "plan_copy", "plan_export",
    "dossier_letter", "dossier_evidence", "dossier_extension", "checking_remark", "checking_return",
    "checking_accept", "checking_reopen", "checking_extend", "remind", "log", "results", "results_workbook",
    "results_trace", "document_make",
)  # fmt: skip
"""Addresses that read a form or a query, all open to the secretary."""
ADDRESSES = (
    {"org_unit": "PVEP", "pk": 1, "digest": "0" * 64, "project": "P", "number": 1, "job": 1, "document": 1},
    {"org_unit": "\x00'<b>", "pk": 10**30, "digest": "x", "project": "\x00", "number": 10**30, "job": 10**30},
)
OTHERS = {"of": "rename", "look": "bars", "secret": "x", "uidb36": "1", "key": "x-y", "provider_id": "office"}


def names_in(name):
    return {one for found in get_resolver().reverse_dict.getlist(name) for way in found[0] for one in way[1]}


def addresses_of(name):
    for given in ADDRESSES:
        known = {"book": "cum-1-2022", **given, **OTHERS}
        whole = {one: known.get(one, given["pk"]) for one in names_in(name)}
        try:
            yield reverse(name, kwargs=whole)
        except NoReverseMatch:
            continue


def every_address():
    found = {name: tuple(dict.fromkeys(addresses_of(name))) for name in rights().routes if name not in LEFT_OUT}
    assert not [name for name, ways in found.items() if not ways]
    return [(name, way) for name, ways in found.items() for way in ways]


@pytest.fixture
def crashed():
    """What crashed, by the signal that Django sends before it answers 500."""
    found = []

    def heard(sender, request, **_):
        found.append((request.method, request.path[:80], repr(sys.exc_info()[1])[:200]))

    got_request_exception.connect(heard)
    yield found
    got_request_exception.disconnect(heard)


@pytest.fixture
def send(client_of):
    """Send something to an address as somebody, and undo what it did."""
    clients = {name: client_of(name) for name in PEOPLE}

    def sent(who, method, way, given):
        clients[who].raise_request_exception = False
        before = transaction.savepoint()
        answer = getattr(clients[who], method)(way, given)
        transaction.savepoint_rollback(before)
        return answer

    return sent


@pytest.mark.parametrize("odd", [*ODD])
def test_nothing_odd_in_a_form_or_a_query_crashes(odd, send, crashed, cluster):
    given = {**dict.fromkeys(FIELDS, ODD[odd]), "no_secret": "yes"}
    for name in TYPED:
        for method in ("get", "post"):
            answer = send("thuky", method, next(addresses_of(name)), given)
            assert "Content-Security-Policy" in answer.headers, name
    assert not crashed


def test_no_address_crashes_whoever_opens_it_and_every_answer_keeps_the_policy(send, crashed, cluster):
    for who in ("thuky", "pvep"):
        for name, way in every_address():
            answer = send(who, "get", way, {})
            assert "Content-Security-Policy" in answer.headers, name
    assert not crashed


def test_a_character_that_no_database_takes_is_refused_in_words(send, cluster):
    answer = send("thuky", "post", "/cum-1-2022/plan/lines/", {"code": "A", "name": "a\x00b"})
    assert answer.status_code == 400
    assert "ký tự không lưu được" in answer.content.decode()
    assert send("thuky", "get", "/cum-1-2022/log/?verb=%00", {}).status_code == 400
    assert send("thuky", "get", "/cum-1-2022/plan/compare/?%00=1", {}).status_code == 400


def test_a_text_longer_than_its_field_is_refused_in_words_on_every_database(send, cluster):
    answer = send("thuky", "post", "/cum-1-2022/plan/lines/", {"code": "x" * 500, "name": "Tuyến"})
    assert answer.status_code == 400
    assert "dài quá" in answer.content.decode()


def test_a_plan_version_that_there_is_not_is_not_found(send, cluster):
    for page in ("check", "save"):
        answer = send("thuky", "post", f"/cum-1-2022/plan/{page}/", {"line": "none", "version": "none"})
        assert answer.status_code == 404
