"""No org unit needs an account: what comes by post is filed by the secretary, and the unit may object."""

import html
import io
import re

import pytest

from tongket.server.records.models import ForeignMapping
from tongket.server.records.queries.books import year_with_dossiers
from tongket.server.records.queries.dossiers import case_of, dossier_of, latest

SENT = {
    "sender": "Nguyễn Văn C (minh họa)",
    "sent_on": "2022-11-16",
    "letter": "88/CV",
    "letter_dated": "2022-11-15",
}


def text(answer):
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())


def file_named(name, content):
    file = io.BytesIO(content)
    file.name = name
    return file


def uploaded(client, place, name, content):
    answer = client.post(f"{place}upload/", {"files": [file_named(name, content)], "no_secret": "yes"})
    assert answer.status_code == 302, text(answer)
    return answer.headers["Location"]


def filed(client, place, name, content):
    result = uploaded(client, place, name, content)
    return kept(client, result)


def kept(client, result, **given):
    page = client.get(result)
    seen = re.search(r'name="seen" value="([0-9a-f]{64})"', page.content.decode())[1]
    return client.post(f"{result}keep/", {"seen": seen, **(given or SENT)}, follow=True)


def test_the_secretary_files_all_four_and_the_year_is_whole_without_any_unit_entering(
    client_of, actor_of, address, workbook, cluster
):
    from tongket.server.actions.dossier import checking

    client = client_of("thuky")
    for code in ("VSP", "PVEP", "RVP", "GPV"):
        assert filed(client, address(code), f"{code}.xlsx", workbook(code)).status_code == 200
        assert "Gửi Cụm trưởng" in text(client.get(address(code)))
        client.post(address(code, "submit"))
        assert case_of(cluster, code).state == "submitted"
        assert latest(case_of(cluster, code)).approved_how == "letter"
    for code in ("PVEP", "RVP", "GPV"):
        assert checking.accept(actor=actor_of("thuky"), case=case_of(cluster, code))
    cluster.refresh_from_db()
    assert {one.org_unit for one in year_with_dossiers(cluster).dossiers} == {"PVEP", "RVP", "GPV"}
    assert checking.accept(actor=actor_of("pvep"), case=case_of(cluster, "VSP"))  # never the lead's own people
    cluster.refresh_from_db()
    assert len(year_with_dossiers(cluster).dossiers) == 4


def test_filing_for_a_unit_says_how_it_came_and_needs_all_of_it(client_of, address, workbook, cluster):
    client = client_of("thuky")
    assert "Nộp thay đơn vị" in text(client.get(address("PVEP")))
    result = uploaded(client, address("PVEP"), "PVEP.xlsx", workbook("PVEP"))
    assert kept(client, result, **{**SENT, "letter": ""}).status_code == 400
    assert kept(client, result, **{**SENT, "sent_on": ""}).status_code == 400
    assert latest(case_of(cluster, "PVEP")) is None
    kept(client, result)
    said = (
        "Nộp thay theo tệp đơn vị gửi qua thư điện tử ngày 16/11/2022; công văn số 88/CV ngày 15/11/2022. "
        "Đơn vị được thông báo và có quyền đề nghị sửa."
    )
    for who in ("thuky", "pvep", "pvep-lanhdao"):
        assert said in text(client_of(who).get(address("PVEP")))


def test_the_unit_objects_and_the_secretary_sees_it(client_of, address, workbook, cluster):
    secretary, unit = client_of("thuky"), client_of("pvep")
    assert unit.post(address("PVEP", "object"), {"text": "Sai"}).status_code == 409  # nothing was filed for it yet
    filed(secretary, address("PVEP"), "PVEP.xlsx", workbook("PVEP"))
    secretary.post(address("PVEP", "submit"))
    assert "do Thư ký Cụm nộp thay" in text(unit.get("/cum-1-2022/"))
    assert unit.post(address("PVEP", "object"), {"text": " "}).status_code == 400
    assert secretary.post(address("PVEP", "object"), {"text": "Sai"}).status_code == 403
    unit.post(address("PVEP", "object"), {"text": "Ô H8 phải là 3,75."})
    assert "Ô H8 phải là 3,75." in text(secretary.get(address("PVEP")))
    assert "Đơn vị đề nghị sửa" in text(secretary.get("/cum-1-2022/dossier/"))
    assert "Xem đề nghị sửa hồ sơ nộp thay" in text(secretary.get("/cum-1-2022/"))
    assert "đề nghị sửa hồ sơ nộp thay." in text(secretary.get("/cum-1-2022/notices/"))


def test_a_reporter_never_files_on_behalf(client_of, address, workbook, cluster):
    client = client_of("pvep")
    kept(client, uploaded(client, address("PVEP"), "PVEP.xlsx", workbook("PVEP")))
    assert not latest(case_of(cluster, "PVEP")).on_behalf


# Workbooks of the units' own layout


@pytest.fixture
def companies(root, db):
    """The year of the four companies, opened, with a secretary of its cluster and nobody of the units."""
    from tongket.files.year_folder import read_year
    from tongket.server.actions.year import open_year
    from tongket.server.clock import now
    from tongket.server.records.models import Account, RoleGrant

    folder = root / "examples/four-workbooks"
    year, _ = read_year(folder)
    files = {name: (folder / name).read_bytes() for name in year.files}
    book = open_year(slug="bon-cong-ty", year=year, files=files, at=now())
    RoleGrant.objects.create(
        account=Account.objects.get(username="thuky"), role="secretary", org_unit=year.head.org_unit, party=True
    )
    return book


@pytest.fixture
def mailed(root):
    return lambda name: (root / "examples/four-workbooks/mailed" / name).read_bytes()


def fields(page):
    """What a browser would send of the mapping as it is shown: what is chosen in each list."""
    given = {}
    for name, options in re.findall(r'<select name="([^"]+)"[^>]*>(.*?)</select>', page.content.decode(), re.DOTALL):
        values = re.findall(r'<option value="([^"]*)"( selected)?', options)
        given[name] = html.unescape(next((value for value, chosen in values if chosen), values[0][0]))
    return given


def row_field(page, label):
    """The list of indicators beside a row of the file."""
    row = next(one for one in re.split(r"<tr", page.content.decode()) if label in html.unescape(one))
    return re.search(r'name="(r-[^"]+)"', row)[1]


PLACES = "/bon-cong-ty/dossier/{}/"


def test_the_four_workbooks_go_in_by_the_browser_alone(client_of, companies, mailed):
    client = client_of("thuky")
    counted = {}
    for code, name, corrections in (
        ("AN", "BC Cong ty An.xlsx", {}),
        ("BINH", "BINH_2022_v3_final.xlsx", {}),
        ("CUONG", "Cuong thang 10.xls", {"Số vụ TNLĐ/1 tr. giờ công": "LTIF"}),
        ("DUNG", "Otchet Dung 2022.xlsx", None),
    ):
        place = PLACES.format(code)
        result = uploaded(client, place, name, mailed(name))
        mapping = client.get(result).headers["Location"]
        page = client.get(mapping)
        assert "Dùng bảng đối chiếu này" in text(page)
        given = fields(page)
        if corrections is None:  # both yellow rows are right: choose what is proposed
            refused = client.post(f"{mapping}confirm/", given)
            assert refused.status_code == 400
            assert "cần xác nhận" in text(refused)
            unsure = re.findall(r'<tr class="unsure">.*?name="(r-[^"]+)".*?(?:Đề xuất: )([A-Z0-9/-]+)',
                                page.content.decode(), re.DOTALL)  # fmt: skip
            assert len(unsure) == 2
            given |= dict(unsure)
        given |= {row_field(page, label): indicator for label, indicator in (corrections or {}).items()}
        assert client.post(f"{mapping}confirm/", given).status_code == 302
        assert client.get(result).status_code == 200
        kept(client, result)
        counted[code] = len(dossier_of(latest(case_of(companies, code))).figures)
        client.post(f"{place}submit/")
        assert case_of(companies, code).state == "submitted"
    assert counted == {"AN": 20, "BINH": 15, "CUONG": 12, "DUNG": 10}  # as `tongket map` counts them
    assert ForeignMapping.objects.filter(book=companies).count() == 4


def test_a_mapping_once_confirmed_serves_the_corrected_workbook(client_of, companies, mailed):
    client, place = client_of("thuky"), PLACES.format("AN")
    result = uploaded(client, place, "BC Cong ty An.xlsx", mailed("BC Cong ty An.xlsx"))
    mapping = client.get(result).headers["Location"]
    client.post(f"{mapping}confirm/", fields(client.get(mapping)))
    kept(client, result)
    name = "BC Cong ty An (sua lan 2).xlsx"
    result = uploaded(client, place, name, mailed(name))
    page = client.get(result)
    assert page.status_code == 200  # no mapping is asked for again
    kept(client, result)
    version = latest(case_of(companies, "AN"))
    assert version.number == 2
    assert [row.name for row in version.files.all()] == [name]


def test_a_mapping_is_corrected_in_excel_and_comes_back(client_of, companies, mailed, tmp_path):
    import openpyxl

    client, place = client_of("thuky"), PLACES.format("DUNG")
    result = uploaded(client, place, "Otchet Dung 2022.xlsx", mailed("Otchet Dung 2022.xlsx"))
    mapping = client.get(result).headers["Location"]
    given = client.get(f"{mapping}workbook/")
    assert "attachment" in given.headers["Content-Disposition"]
    book = openpyxl.load_workbook(io.BytesIO(given.content))
    for cell in ("I11", "I13"):
        assert book["Bang doi chieu"][cell].value == "cần xác nhận"
        book["Bang doi chieu"][cell] = "chắc chắn"
    out = io.BytesIO()
    book.save(out)
    answer = client.post(f"{mapping}take/", {"mapping": file_named("doi-chieu-DUNG.xlsx", out.getvalue())})
    assert answer.status_code == 302
    page = client.get(result)
    assert "Tài chính - Финансы" in text(page)
    assert client.post(f"{result}mapping/again/").status_code == 302
    assert client.get(f"{result}mapping/").status_code == 200


def test_a_workbook_in_which_nothing_is_ours_is_refused_in_a_sentence(client_of, companies):
    import openpyxl

    out = io.BytesIO()
    openpyxl.Workbook().save(out)
    answer = client_of("thuky").post(
        PLACES.format("AN") + "upload/", {"files": [file_named("trong.xlsx", out.getvalue())], "no_secret": "yes"}
    )
    assert answer.status_code == 400
    assert "Không thấy trong trong.xlsx bảng nào có chỉ tiêu của AN" in text(answer)
