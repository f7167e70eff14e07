"""The register on the server: the tree of a day, changes looked at first, nothing wrong stored, each with its event."""

import datetime as dt

import pytest

from tongket.organisation import OrgUnitKind, name_on, parts_on
from tongket.server.actions.faults import Faulty
from tongket.server.actions.organisation import ChangeOf, RegisterChange, change_register
from tongket.server.actions.refusals import NotPermitted, WrongState
from tongket.server.records.models import AuditEvent, OrgUnit
from tongket.server.records.queries.books import typed_year
from tongket.words import Text

DAY = dt.date(2022, 7, 1)
RENAME = RegisterChange(ChangeOf.RENAME, "PVEP", DAY, Text("PVEP mới"), document="QĐ 5")


def change(actor, book, wanted, revision=None):
    change_register(actor=actor, book=book, change=wanted, revision=book.revision if revision is None else revision)


def test_the_secretary_renames_an_org_unit_from_a_day(cluster, actor_of):
    before = cluster.revision
    change(actor_of("thuky"), cluster, RENAME)
    register = typed_year(cluster).organisation
    assert name_on(register, "PVEP", DAY).vi == "PVEP mới"
    assert name_on(register, "PVEP", DAY - dt.timedelta(1)).vi.startswith("Tổng công ty")
    assert cluster.revision == before + 1
    event = AuditEvent.objects.latest("id")
    assert (event.verb, event.org_unit, event.subject) == ("organisation.change", "PVEP", "PVEP")
    assert event.after["renames"] == [
        {"org_unit": "PVEP", "from": "2022-07-01", "name": "PVEP mới", "document": "QĐ 5"}
    ]
    assert event.after["document"] == "QĐ 5"


@pytest.mark.parametrize("who", ["pvep", "pvep-lanhdao", "cumtruong", "uyvien", "kiemtra"])
def test_nobody_else_changes_the_register(who, cluster, actor_of):
    with pytest.raises(NotPermitted):
        change(actor_of(who), cluster, RENAME)


@pytest.mark.parametrize("who", ["thuky", "thuongtruc", "quantri"])
def test_the_secretary_the_office_and_the_administrator_add_an_org_unit(who, cluster, actor_of):
    new = RegisterChange(ChangeOf.OPEN, "MOI", DAY, Text("Mới"), "CUM-1", OrgUnitKind.COMPANY)
    change(actor_of(who), cluster, new)
    assert "MOI" in parts_on(typed_year(cluster).organisation, "CUM-1", DAY)
    assert OrgUnit.objects.get(book=cluster, code="MOI").kind == "company"


def test_what_the_check_calls_an_error_is_not_stored(cluster, actor_of):
    with pytest.raises(Faulty) as refused:
        change(actor_of("thuky"), cluster, RegisterChange(ChangeOf.MOVE, "CUM-1", DAY, parent="VSP"))
    assert [one.code for one in refused.value.findings] == ["organisation.cycle"]
    assert AuditEvent.objects.filter(verb="organisation.change").count() == 0


def test_what_was_previewed_before_somebody_elses_change_is_not_stored(cluster, actor_of):
    seen = cluster.revision
    change(actor_of("thuongtruc"), cluster, RENAME)
    with pytest.raises(WrongState):
        change(actor_of("thuky"), cluster, RegisterChange(ChangeOf.CLOSE, "GPV", DAY), revision=seen)


def test_a_change_outside_the_branch_is_refused(cluster, actor_of):
    from tongket.server.records.models import RoleGrant

    RoleGrant.objects.filter(account__username="thuky").update(org_unit="VSP")
    with pytest.raises(NotPermitted):
        change(actor_of("thuky"), cluster, RENAME)
    with pytest.raises(NotPermitted):  # VSP is its own, the parent is not
        change(actor_of("thuky"), cluster, RegisterChange(ChangeOf.MOVE, "VSP", DAY, parent="PVEP"))


def test_the_page_shows_the_tree_of_the_day_asked_for(cluster, actor_of, client_of):
    change(actor_of("thuky"), cluster, RENAME)
    client = client_of("pvep")
    assert "PVEP mới" in client.get("/cum-1-2022/organisation/?day=2022-07-01").content.decode()
    before = client.get("/cum-1-2022/organisation/?day=2022-06-30").content.decode()
    assert "Tổng công ty Thăm dò Khai thác Dầu khí (PVEP)</a>" in before
    assert "Thêm đơn vị mới" not in before


def test_the_page_of_an_org_unit_tells_its_history(cluster, actor_of, client_of):
    change(actor_of("thuky"), cluster, RENAME)
    page = client_of("kiemtra").get("/cum-1-2022/organisation/unit/PVEP/").content.decode()
    assert "Đổi tên thành “PVEP mới”" in page
    assert "QĐ 5" in page
    assert client_of("kiemtra").get("/cum-1-2022/organisation/unit/KHONG-CO/").status_code == 404


def test_a_council_member_has_no_register(client_of):
    assert client_of("uyvien").get("/cum-1-2022/organisation/").status_code == 403


FORM = {"org_unit": "PVEP", "day": "2022-07-01", "name": "PVEP mới", "document": "QĐ 5"}


def test_a_change_is_looked_at_first_and_stored_as_it_was_seen(cluster, client_of):
    client = client_of("thuky")
    seen = client.post("/cum-1-2022/organisation/change/rename/", {**FORM, "step": "preview"})
    assert "PVEP mới" in seen.content.decode()
    assert not typed_year(cluster).organisation.renames
    stored = {**FORM, "step": "store", "revision": str(cluster.revision)}
    assert client.post("/cum-1-2022/organisation/change/rename/", stored).status_code == 302
    cluster.refresh_from_db()
    assert typed_year(cluster).organisation.renames


def test_a_wrong_change_offers_no_way_to_store_it(client_of):
    form = {"org_unit": "CUM-1", "day": "2022-07-01", "parent": "VSP", "step": "preview"}
    page = client_of("thuky").post("/cum-1-2022/organisation/change/move/", form).content.decode()
    assert "Còn lỗi phải sửa" in page
    assert "Ghi thay đổi" not in page


def test_a_form_that_cannot_be_read_says_which_field(client_of):
    answer = client_of("thuky").post("/cum-1-2022/organisation/change/rename/", {**FORM, "day": "31/02/2022"})
    assert answer.status_code == 400
    assert "“31/02/2022” không phải là ngày" in answer.content.decode()
    assert client_of("pvep").get("/cum-1-2022/organisation/change/rename/").status_code == 403
    assert client_of("thuky").get("/cum-1-2022/organisation/change/burn/").status_code == 404
