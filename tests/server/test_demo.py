"""The demonstration: fresh at each start, an account for each role, a folder of somebody else never emptied."""

import pytest

from tongket.server import demo
from tongket.server.demo_play import play
from tongket.server.records.models import AuditEvent, Role, RoleGrant
from tongket.server.records.queries.dossiers import cases
from tongket.words import Refused


def test_every_role_but_the_deputy_the_cluster_has_not_has_an_account(db):
    assert set(RoleGrant.objects.values_list("role", flat=True)) == set(Role.values) - {"deputy"}


def test_what_happened_before_its_day_was_done_by_people_and_is_in_the_log(cluster):
    play(cluster, demo.EXAMPLES / "cluster-1-2022/inputs/dossiers")
    states = {case.org_unit: case.state for case in cases(cluster)}
    assert states == {"RVP": "accepted", "PVEP": "submitted", "VSP": "awaiting_head", "GPV": "draft"}
    verbs = AuditEvent.objects.filter(org_unit="RVP").values_list("verb", flat=True)
    assert list(verbs) == [
        "dossier.store", "dossier.letter", "dossier.ask_head", "dossier.approve", "dossier.submit", "dossier.accept",
    ]  # fmt: skip


def test_a_folder_that_is_not_the_demonstrations_is_not_emptied(tmp_path):
    (tmp_path / "keep.txt").write_text("x", encoding="utf-8")
    with pytest.raises(Refused):
        demo._empty(tmp_path)
    assert (tmp_path / "keep.txt").exists()


def test_its_own_folder_is_made_anew(tmp_path):
    demo._empty(tmp_path / "demo")
    (tmp_path / "demo" / "old.sqlite3").touch()
    demo._empty(tmp_path / "demo")
    assert [path.name for path in (tmp_path / "demo").iterdir()] == ["demo"]
