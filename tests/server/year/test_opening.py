"""A year is opened from an Excel year book in the browser: looked at first, then exactly that."""

import pytest

from tongket.files.year_folder import files_of, read_year
from tongket.server.records.models import Account, AuditEvent, RoleGrant, YearBook
from tongket.server.records.queries.books import typed_year
from tongket.server.records.queries.dossiers import cases
from tongket.yearbook import without_places


@pytest.fixture(scope="module")
def book(root):
    year, _ = read_year(root / "examples/vietsovpetro-2021")
    return files_of(year, "excel")["year.xlsx"]


@pytest.fixture
def administrator(db, client_of):
    """The first administrator of a server: no role in any year."""
    account = Account.objects.create(username="dau-tien", full_name="Quản trị", is_superuser=True)
    return client_of(account.username)


def uploaded(book, tmp_path):
    place = tmp_path / "year.xlsx"
    place.write_bytes(book)
    return place.open("rb")


def preview(client, book, tmp_path):
    with uploaded(book, tmp_path) as file:
        return client.post("/open/", {"book": file})


FIELDS = {"slug": "vsp-2021", "relation": "superior", "cross_check": "in_turn", "due_on": "2021-12-20", "confirm": "1"}


def test_the_first_administrator_opens_a_year_and_may_work_in_it(administrator, book, tmp_path, root):
    seen = preview(administrator, book, tmp_path)
    assert "Mở năm công tác" in seen.content.decode()
    answer = administrator.post("/open/", FIELDS | {"sha256": seen.context["sha256"]})
    assert answer.headers["Location"] == "/vsp-2021/"
    opened = YearBook.objects.get(slug="vsp-2021")
    read, _ = read_year(root / "examples/vietsovpetro-2021")
    assert without_places(typed_year(opened)) == without_places(read)
    assert cases(opened) == ()  # its final figures stand in the book: nobody owes a dossier
    assert RoleGrant.objects.filter(account__username="dau-tien", role="administrator").exists()
    assert [event.verb for event in AuditEvent.objects.filter(actor__username="dau-tien")] == [
        "year.open",
        "account.grant",
    ]
    assert administrator.get("/vsp-2021/").status_code == 200


def test_another_book_than_the_one_seen_cannot_be_opened(administrator, book, tmp_path):
    preview(administrator, book, tmp_path)
    assert administrator.post("/open/", FIELDS | {"sha256": "0" * 64}).status_code == 400
    assert not YearBook.objects.filter(slug="vsp-2021").exists()


def test_a_book_with_errors_tells_them_and_opens_nothing(administrator, tmp_path):
    from tongket.files.year_folder import blank_workbook

    seen = preview(administrator, blank_workbook(2023), tmp_path)
    assert seen.context["findings"]
    assert "Mở năm công tác" not in seen.content.decode()
    answer = administrator.post("/open/", FIELDS | {"sha256": seen.context["sha256"]})
    assert answer.status_code == 400
    assert not YearBook.objects.filter(slug="vsp-2021").exists()


def test_what_is_no_workbook_is_told_in_a_sentence(administrator, tmp_path):
    seen = preview(administrator, b"%PDF-1.7", tmp_path)
    assert len(seen.context["findings"]) == 1


@pytest.mark.parametrize(("name", "status"), [("quantri", 200), ("thuky", 200), ("pvep", 403), ("kiemtra", 403)])
def test_years_are_opened_by_those_who_may(client_of, name, status):
    assert client_of(name).get("/open/").status_code == status


def test_a_year_told_on_estimates_asks_for_dossiers_by_the_day_of_its_book(administrator, root, tmp_path):
    year, _ = read_year(root / "examples/cluster-1-2022")
    seen = preview(administrator, files_of(year, "excel")["year.xlsx"], tmp_path)
    given = {**FIELDS, "slug": "cum-2022", "relation": "peers", "lead": "VSP", "due_on": "2022-12-01"}
    administrator.post("/open/", given | {"sha256": seen.context["sha256"]})
    opened = YearBook.objects.get(slug="cum-2022")
    assert {case.due_at.isoformat() for case in cases(opened)} == {"2022-11-20T10:00:00+00:00"}
    assert (opened.lead_org_unit, opened.year) == ("VSP", 2022)
