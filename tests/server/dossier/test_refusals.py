"""Every act on a dossier is refused to who has no right to it; who has it is seen doing it in the other tests."""

import pytest

from tongket.server.records.models import AuditEvent

ACTS = (
    "form", "letter", "evidence", "evidence/1/remove", "parts", "remark/1", "ask-head", "approve", "send-back", "scan",
    "submit", "withdraw", "extension", "object", "upload", "again",
)  # fmt: skip
OF_AN_UPLOAD = (
    "", "explain", "marked/00", "keep", "draft", "anew", "drop", "mapping", "mapping/confirm", "mapping/workbook",
    "mapping/take", "mapping/again",
)  # fmt: skip


@pytest.mark.parametrize("who", ["rvp", "rvp-lanhdao", "kiemtra", "uyvien", "quantri", "cumtruong"])
def test_another_unit_and_who_only_looks_on_can_do_nothing(client_of, address, who):
    client, before = client_of(who), AuditEvent.objects.count()
    for act in ACTS:
        assert client.post(address("PVEP", act), {"no_secret": "yes"}).status_code == 403, act
    for act in OF_AN_UPLOAD:
        assert client.post(address("PVEP", f"result/1/{act}".rstrip("/"))).status_code == 403, act
    assert AuditEvent.objects.count() == before


@pytest.mark.parametrize(
    ("who", "acts"),
    [
        ("pvep", ("approve", "send-back")),
        ("pvep-lanhdao", ("ask-head", "scan")),
        ("thuky", ("approve", "send-back", "ask-head", "withdraw", "extension", "object", "parts")),
    ],
)
def test_within_the_unit_and_for_it_each_does_only_what_is_theirs(client_of, address, who, acts):
    for act in acts:
        assert client_of(who).post(address("PVEP", act)).status_code == 403, act


def test_what_is_done_by_post_is_not_done_by_a_link(client_of, address):
    for act in ACTS:
        assert client_of("pvep").get(address("PVEP", act)).status_code in {403, 405}, act


def test_an_upload_of_another_unit_is_not_found_under_ones_own(client_of, address, sent_up):
    _, place = sent_up("pvep", "PVEP")
    number = place.rstrip("/").split("/")[-1]
    assert client_of("rvp").get(address("RVP", f"result/{number}")).status_code == 404
    assert client_of("rvp").get(place).status_code == 403


def test_the_checker_of_the_lead_sees_its_dossier_and_changes_nothing(client_of, address):
    client = client_of("pvep")
    assert client.get(address("VSP")).status_code == 200
    assert client.post(address("VSP", "upload"), {"no_secret": "yes"}).status_code == 403
