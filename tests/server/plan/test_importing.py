"""Import of a plan: looked at first, stored as previewed or not at all; what is the Party's stays where it is."""

import io
from dataclasses import replace

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tongket.files.year_folder import WORKBOOK, files_of
from tongket.server.actions.acting import touch
from tongket.server.actions.plan.importing import confirm_import, preview_import, read_plan_file
from tongket.server.actions.refusals import Absent, NotPermitted, WrongState
from tongket.server.records.models import AuditEvent, PlanUpload, SourceFile, YearBook
from tongket.server.records.queries.books import typed_year
from tongket.server.records.queries.planned import Received, receipts
from tongket.words import Refused

HEAD = "line,version,org_unit,indicator,breakdown,period,value\n"
RAISED = f"{HEAD}giao,mh,VSP,INIT,,2022,85\n"


@pytest.fixture
def workbook(cluster):
    """The year book of the cluster as an officer changed it: a function of sheet, cell and value."""
    content = files_of(typed_year(cluster), "excel")[WORKBOOK]

    def changed(*cells):
        book = openpyxl.load_workbook(io.BytesIO(content))
        for sheet, cell, value in cells:
            book[sheet][cell] = value
        out = io.BytesIO()
        book.save(out)
        return out.getvalue()

    return changed


def cell_of(content, sheet, wanted, heading):
    """The cell under a heading in the first row that holds all wanted values."""
    page = openpyxl.load_workbook(io.BytesIO(content))[sheet]
    heads = next(row for row in page.iter_rows(max_row=12) if heading in [cell.value for cell in row])
    column = next(cell.column_letter for cell in heads if cell.value == heading)
    row = next(row for row in page.iter_rows() if set(wanted) <= {cell.value for cell in row})
    return f"{column}{row[0].row}"


def look(actor, book, name, content):
    content = content.encode() if isinstance(content, str) else content
    return preview_import(actor=actor, book=book, file=read_plan_file(name, content))


def store(actor, book, seen, **more):
    confirm_import(actor=actor, book=book, upload=seen.upload.pk, digest=seen.upload.content_sha256, **more)


DOCUMENT = {"reason": "sửa số đánh máy", "document": "CV 12"}


def value_of(book, org_unit, indicator, version="mh"):
    rows = typed_year(book).plan.targets
    return next(
        str(row.amount)
        for row in rows
        if (row.org_unit, row.indicator, row.version, row.breakdown) == (org_unit, indicator, version, None)
    )


def test_a_book_brought_back_unchanged_changes_nothing(cluster, actor_of, workbook):
    seen = look(actor_of("thuky"), cluster, "ke-hoach.xlsx", workbook())
    assert (seen.differences, seen.in_force) == ((), 0)
    assert not seen.blocked


def test_what_is_new_changed_and_removed_is_told_and_stored(cluster, actor_of, workbook):
    from tongket.yearbook import BY_NAME

    whole, sheet = workbook(), BY_NAME["targets"].title.vi
    book = openpyxl.load_workbook(io.BytesIO(whole))
    cell = cell_of(whole, sheet, ("VSP", "INIT"), "value")
    gone = cell_of(whole, sheet, ("GPV", "INIT"), "value")
    page = book[sheet]
    page[cell] = 85
    page.delete_rows(page[gone].row)
    out = io.BytesIO()
    book.save(out)
    seen = look(actor_of("thuky"), cluster, "ke-hoach.xlsx", out.getvalue())
    told = [(one.table, bool(one.before), bool(one.after)) for one in seen.differences]
    assert sorted(told) == [("targets", True, False), ("targets", True, True)]
    assert seen.in_force == 2
    store(actor_of("thuky"), cluster, seen, **DOCUMENT)
    assert value_of(cluster, "VSP", "INIT") == "85"
    changed = next(row for row in typed_year(cluster).plan.targets if (row.org_unit, row.indicator) == ("VSP", "INIT"))
    assert changed.place.cell == cell
    assert SourceFile.objects.get(book=cluster, name=changed.place.file).sha256 == seen.upload.blob_id


def test_a_csv_adds_and_replaces_and_removes_nothing(cluster, actor_of):
    before = len(typed_year(cluster).plan.targets)
    seen = look(actor_of("thuky"), cluster, "targets-2022.csv", f"{RAISED}giao,mh,VSP,DRL,,2022,3\n")
    assert [(one.before.get("value"), one.after["value"]) for one in seen.differences] == [("80", "85"), (None, "3")]
    store(actor_of("thuky"), cluster, seen, **DOCUMENT)
    assert len(typed_year(cluster).plan.targets) == before + 1
    event = AuditEvent.objects.latest("id")
    assert (event.verb, event.after["document"]) == ("plan.import", "CV 12")
    assert event.before["targets"][0]["value"] == "80"


def test_only_the_secretary_and_the_office_import(cluster, actor_of):
    for who in ("thuky", "thuongtruc"):
        assert not look(actor_of(who), cluster, "targets.csv", RAISED).blocked
    for who in ("pvep", "pvep-lanhdao", "cumtruong", "kiemtra", "quantri"):
        with pytest.raises(NotPermitted):
            look(actor_of(who), cluster, "targets.csv", RAISED)


def test_targets_in_force_are_changed_only_with_reason_and_document(cluster, actor_of):
    seen = look(actor_of("thuky"), cluster, "targets.csv", RAISED)
    with pytest.raises(Refused, match="version in force"):
        store(actor_of("thuky"), cluster, seen, reason="sửa số")
    assert value_of(cluster, "VSP", "INIT") == "80"


def test_who_had_acknowledged_the_old_numbers_is_asked_again(cluster, actor_of):
    from tongket.server.actions.plan.assigning import acknowledge

    acknowledge(actor=actor_of("vsp"), book=cluster, line="giao", version="mh", org_unit="VSP")
    acknowledge(actor=actor_of("gpv"), book=cluster, line="giao", version="mh", org_unit="GPV")
    store(actor_of("thuky"), cluster, look(actor_of("thuky"), cluster, "targets.csv", RAISED), **DOCUMENT)
    told = {one.org_unit: one.received for one in receipts(cluster, "giao", "mh")}
    assert (told["VSP"], told["GPV"], told["PVEP"]) == (Received.CHANGED, Received.YES, Received.NO)


def test_a_broken_sum_blocks_the_file_with_its_cell(cluster, actor_of):
    seen = look(actor_of("thuky"), cluster, "targets.csv", f"{HEAD}giao,mh,VSP,OIL,,2022,2912.1\n")
    assert seen.blocked
    (finding,) = [one for one in seen.findings if one.code == "plan.sum-differs"]
    assert finding.place.cell == "G2"
    assert PlanUpload.objects.count() == 0


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("targets.csv", f"{HEAD}giao,mh,XA,INIT,,2022,1\n", "plan.unknown-unit"),
        ("targets.csv", f"{HEAD}giao,mh,VSP,INIT,,2022,nhiều\n", "yearbook.bad-amount"),
        ("hong.xlsx", "khong phai excel", "files.damaged"),
        ("Kế hoạch MẬT.xlsx", "", "files.classified"),
    ],
)
def test_what_is_wrong_in_a_file_blocks_it(name, content, code, cluster, actor_of):
    seen = look(actor_of("thuky"), cluster, name, content)
    assert seen.blocked
    assert code in {one.code for one in seen.findings}


@pytest.mark.parametrize("name", ["ke-hoach.docx", "figures.csv"])
def test_a_file_of_another_kind_is_refused(name):
    with pytest.raises(Refused):
        read_plan_file(name, b"x")


def test_another_upload_meanwhile_is_what_counts(cluster, actor_of):
    first = look(actor_of("thuky"), cluster, "targets.csv", RAISED)
    second = look(actor_of("thuky"), cluster, "targets.csv", RAISED.replace("85", "86"))
    with pytest.raises(WrongState):
        store(actor_of("thuky"), cluster, first, **DOCUMENT)
    store(actor_of("thuky"), cluster, second, **DOCUMENT)
    assert value_of(cluster, "VSP", "INIT") == "86"
    with pytest.raises(WrongState):
        store(actor_of("thuky"), cluster, second, **DOCUMENT)


def test_a_year_changed_meanwhile_is_looked_at_again(cluster, actor_of):
    seen = look(actor_of("thuky"), cluster, "targets.csv", RAISED)
    touch(cluster)
    with pytest.raises(WrongState):
        store(actor_of("thuky"), cluster, seen, **DOCUMENT)


def test_what_is_confirmed_must_be_what_was_previewed(cluster, actor_of):
    seen = look(actor_of("thuky"), cluster, "targets.csv", RAISED)
    with pytest.raises(WrongState):
        confirm_import(actor=actor_of("thuky"), book=cluster, upload=seen.upload.pk, digest="0" * 64, **DOCUMENT)
    PlanUpload.objects.filter(pk=seen.upload.pk).update(content=seen.upload.content.replace("85", "99"))
    with pytest.raises(WrongState):
        store(actor_of("thuky"), cluster, seen, **DOCUMENT)
    assert value_of(cluster, "VSP", "INIT") == "80"


def test_nobody_confirms_what_somebody_else_previewed(cluster, actor_of):
    seen = look(actor_of("thuky"), cluster, "targets.csv", RAISED)
    with pytest.raises(Absent):
        store(actor_of("thuongtruc"), cluster, seen, **DOCUMENT)


def without_party(actor):
    return replace(actor, standing=replace(actor.standing, party=False))


def test_who_has_no_right_to_the_partys_rows_imports_beside_them(with_party, actor_of, cluster):
    actor = without_party(actor_of("thuky"))
    from tongket.server.records.queries.seen import year_seen

    shown = files_of(year_seen(with_party, party=False, with_dossiers=False), "excel")[WORKBOOK]
    seen = look(actor, with_party, "ke-hoach.xlsx", shown)
    assert not [one for one in seen.differences if "DANG-VIEN-MOI" in str(one)]
    assert not seen.blocked
    store(actor, with_party, seen)
    plan = typed_year(with_party).plan
    assert "DANG-VIEN-MOI" in {one.code for one in plan.indicators}
    assert "DANG-VIEN-MOI" in {one.indicator for one in plan.targets}


def test_who_has_no_right_to_the_partys_rows_imports_none(with_party, actor_of):
    with pytest.raises(Refused):
        look(without_party(actor_of("thuky")), with_party, "targets.csv", f"{HEAD}giao,mh,VSP,DANG-VIEN-MOI,,2022,9\n")
    assert look(actor_of("thuky"), with_party, "targets.csv", f"{HEAD}giao,mh,VSP,DANG-VIEN-MOI,,2022,90\n").upload
    assert AuditEvent.objects.filter(verb="plan.import", party=True).count() == 0


# The pages


def test_a_file_goes_from_upload_to_plan_by_its_pages(cluster, client_of):
    client = client_of("thuky")
    file = SimpleUploadedFile("targets.csv", RAISED.encode())
    seen = client.post("/cum-1-2022/plan/import/", {"file": file, "not_classified": "yes"})
    shown = seen.content.decode()
    assert seen.status_code == 200
    assert "80 → <b>85</b>" in shown
    upload = PlanUpload.objects.latest("pk")
    assert upload.content_sha256 in shown
    given = {"upload": upload.pk, "digest": upload.content_sha256}
    assert client.post("/cum-1-2022/plan/import/confirm/", given).status_code == 400
    assert client.post("/cum-1-2022/plan/import/confirm/", {**given, **DOCUMENT}).status_code == 302
    cluster.refresh_from_db()
    assert value_of(cluster, "VSP", "INIT") == "85"
    assert client.post("/cum-1-2022/plan/import/confirm/", {**given, **DOCUMENT}).status_code == 409


def test_without_the_statement_no_file_is_taken(client_of):
    file = SimpleUploadedFile("targets.csv", RAISED.encode())
    answer = client_of("thuky").post("/cum-1-2022/plan/import/", {"file": file})
    assert answer.status_code == 400
    assert "bí mật nhà nước" in answer.content.decode()
    assert PlanUpload.objects.count() == 0


def test_the_plan_goes_out_as_a_book_that_comes_back_the_same(cluster, client_of, actor_of):
    answer = client_of("pvep").get("/cum-1-2022/plan/export/")
    assert answer["Content-Disposition"] == 'attachment; filename="ke-hoach-cum-1-2022.xlsx"'
    seen = look(actor_of("thuky"), cluster, "ke-hoach.xlsx", answer.content)
    assert (seen.differences, seen.blocked) == ((), False)


def test_the_party_is_not_in_the_book_of_who_may_not_see_it(with_party, client_of):
    def codes(who):
        content = client_of(who).get("/cum-1-2022/plan/export/").content
        book = openpyxl.load_workbook(io.BytesIO(content))
        return {cell.value for sheet in book for row in sheet.iter_rows() for cell in row}

    assert "DANG-VIEN-MOI" in codes("vsp")
    assert "DANG-VIEN-MOI" not in codes("kiemtra")


def test_who_is_given_targets_owes_a_dossier_from_then_on(cluster, actor_of):
    from tongket.server.actions.year import open_year
    from tongket.server.records.models import DossierCase
    from tongket.yearbook import Year

    now = typed_year(cluster)
    fresh = Year(now.head, organisation=now.organisation)
    book = open_year(slug="cum-1-lai", year=fresh, files={}, at=actor_of("thuky").at)
    assert not DossierCase.objects.filter(book=book).exists()
    seen = look(actor_of("thuky"), book, "ke-hoach.xlsx", files_of(now, "excel")[WORKBOOK])
    assert not DossierCase.objects.filter(book=book).exists()
    store(actor_of("thuky"), book, seen)
    owed = list(DossierCase.objects.filter(book=book).values_list("org_unit", flat=True))
    assert owed == ["VSP", "PVEP", "RVP", "GPV"]


def test_an_empty_year_says_what_to_do_and_copies_the_indicators_of_the_year_before(cluster, client_of, actor_of):
    from tongket.server.actions.year import open_year
    from tongket.yearbook import Year

    now = typed_year(cluster)
    fresh = Year(replace(now.head, year=2023), organisation=now.organisation)
    open_year(slug="cum-1-2023", year=fresh, files={}, at=actor_of("thuky").at)
    client = client_of("thuky")
    shown = client.get("/cum-1-2023/plan/").content.decode()
    assert "Năm 2023 chưa có kế hoạch." in shown
    assert "Nhập sổ kế hoạch từ Excel, hoặc sao chép danh mục chỉ tiêu năm 2022." in shown
    assert client.post("/cum-1-2023/plan/copy/").status_code == 302
    copied = typed_year(YearBook.objects.get(slug="cum-1-2023")).plan
    assert [one.code for one in copied.indicators] == [one.code for one in now.plan.indicators]
    assert client.post("/cum-1-2023/plan/copy/").status_code == 400
