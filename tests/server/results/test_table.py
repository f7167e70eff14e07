"""The consolidated table on the page: every figure is that of `tongket review`, and it is said what is missing."""

import json

import pytest
from tests.server.results.conftest import FINAL

from tongket.desk.consolidating import consolidated
from tongket.desk.dossiers import with_dossiers
from tongket.desk.reviewing import occasion_of
from tongket.documents.review_material import Material
from tongket.figures import Kind
from tongket.files.results_json import dumped, results_document
from tongket.files.year_folder import read_year
from tongket.server.records.models import Indicator
from tongket.server.records.queries.results import reckoned
from tongket.server.web.results.table import shown_table

PAGE = "/cum-1-2022/results/"


@pytest.fixture(scope="session")
def of_folder(root):
    """The year as the folder has it, with all its dossiers."""
    folder = root / "examples/cluster-1-2022"
    year, _ = read_year(folder)
    return with_dossiers(folder, year)[0]


def document(year, results, basis):
    return json.loads(dumped(results_document(year, results, (), {}, basis)))


def as_in_folder(source):
    """A source of the server under the name its file has in the folder: `dossiers/VSP/1/VSP.xlsx` is an input."""
    if not source.get("file", "").startswith("dossiers/"):
        return source
    _, org_unit, version, _ = source["file"].split("/")
    return {**source, "file": f"inputs/dossiers/{org_unit}{'-final' if 'final' in version else ''}.xlsx"}


@pytest.mark.parametrize("basis", [Kind.ESTIMATE, Kind.ACTUAL])
def test_every_figure_with_its_source_is_that_of_the_review_of_the_folder(accepted, of_folder, basis):
    accepted()
    book = accepted(stage=FINAL)
    one = reckoned(book, party=True, basis=basis)
    ours, theirs = document(one.year, one.results, basis), document(of_folder, consolidated(of_folder, basis), basis)
    for figure in ours["figures"]:
        figure["source"] = [as_in_folder(source) for source in figure["source"]]
    assert len(ours["figures"]) > 350
    assert {one["address"]: one for one in ours["figures"]} == {one["address"]: one for one in theirs["figures"]}
    for name in ("comparisons", "milestones", "early_finishes", "price_effects", "explanations", "absences"):
        assert ours[name] == theirs[name], name


def test_the_rows_of_the_page_are_those_of_the_review_of_the_folder(accepted, of_folder):
    accepted()
    ours = reckoned(accepted(stage=FINAL), party=True).material("vi")
    parts = (of_folder.organisation, of_folder.plan, consolidated(of_folder), of_folder.words)
    theirs = Material.gathered(occasion_of(of_folder, Kind.ESTIMATE), *parts, "vi")
    assert shown_table(ours, ours.summary) == shown_table(theirs, theirs.summary)


def test_the_page_says_what_the_office_expects_word_for_word(accepted, client_of, body):
    accepted()
    page = body(client_of("thuky").get(PAGE))
    for words in (
        "Số liệu tính đến ngày 31/10/2022 · 4/4 đơn vị · 57 số ước",
        "Chỉ tiêu đạt từ 150% kế hoạch trở lên (9)",
        "Chỉ tiêu chưa đạt (5)",
        "Về đích sớm",
        "Vượt 969,0 triệu USD; trong đó do sản lượng 97,5; do giá 871,5.",
        "Kế hoạch bằng 0 nên không tính tỷ lệ.",
        "trong đó:",
        "Xuất bảng tổng hợp (Excel)",
    ):
        assert words in page, words
    heads = ("TH 2021", "KH 2022", "TH 10 tháng", "Ước TH 2022", "% ước TH/KH", "% so với 2021")
    at = [page.index(f">{head}</th>") for head in (*("TT", "Chỉ tiêu", "ĐVT"), *heads, "Ghi chú")]
    assert at == sorted(at)


def test_where_less_is_better_the_difference_stands_in_place_of_a_percentage(accepted):
    material = reckoned(accepted(), party=True).material("vi")
    table = shown_table(material, material.summary)
    lines = [line for section in table.sections for line in section.lines if section.name.endswith("Vietsovpetro")]
    cost = next(line for line in lines if line.name == "Giá thành khai thác")
    shown = {figure.head: figure for figure in cost.figures}
    assert (shown["Ước TH 2022"].text, shown["Ước TH 2022"].aside) == ("26,4", "thấp hơn KH 2,1")
    assert shown["% ước TH/KH"].text == "–"
    assert (cost.standing, cost.tone) == ("Đạt", "good")


def test_before_anything_is_accepted_the_page_says_so(client_of, body):
    page = body(client_of("thuky").get(PAGE))
    assert "Chưa có hồ sơ nào đạt yêu cầu nên chưa tổng hợp được." in page
    assert "<table" not in page


def test_a_unit_that_has_not_filed_is_named_as_such_and_the_total_is_not_whole(accepted, client_of, body):
    accepted("VSP", "PVEP", "RVP")
    page = body(client_of("thuky").get(PAGE))
    assert "3/4 đơn vị" in page
    assert "chưa đủ (3/4 đơn vị)" in page
    assert "chưa nộp" in page
    empty = 'data-label="TH 10 tháng"><span><span class="quiet-text"></span>'
    assert empty in page  # a dash is what does not apply


def test_a_unit_that_filed_and_was_not_accepted_is_not_called_late(accepted, sent, client_of, body):
    accepted("VSP", "PVEP", "RVP")
    sent("GPV")
    page = body(client_of("thuky").get(PAGE))
    assert "chưa nộp" not in page
    assert "3/4 đơn vị" in page


def test_filters_leave_only_what_was_asked_for(accepted):
    from django.http import QueryDict

    from tongket.server.web.results.filters import Wanted, choices

    material = reckoned(accepted(), party=True).material("vi")
    rows = Wanted.asked(QueryDict("org_unit=PVEP&group=safety")).rows(material)
    assert {row.org_unit for row in rows} == {"PVEP"}
    assert {material.indicator(row.indicator).group.value for row in rows} == {"safety"}
    line = next(one for one in choices(material, Wanted()) if one.name == "line").options[0][0]
    assert {row.plan_line for row in Wanted(line=line).rows(material)} == {line}
    assert Wanted.asked(QueryDict("basis=nonsense")).basis is None


def test_final_figures_are_chosen_by_the_basis(accepted, client_of, body):
    accepted()
    accepted(stage=FINAL)
    assert "3.119,0</a>" in body(client_of("thuky").get(PAGE))
    page = body(client_of("thuky").get(PAGE, {"basis": "actual"}))
    assert "3.125,4</a>" in page
    assert ">TH 2022</th>" in page


def test_the_workbook_holds_what_the_person_may_see_and_no_more(accepted, cluster, client_of):
    import io

    import openpyxl

    accepted()
    as_of_the_party(cluster, "INIT")

    def names(user):
        answer = client_of(user).get(f"{PAGE}table.xlsx")
        assert answer.headers["Content-Disposition"] == 'attachment; filename="cum-1-2022-estimate.xlsx"'
        book = openpyxl.load_workbook(io.BytesIO(answer.content))
        return {str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row}

    assert "Sáng kiến được công nhận" in names("thuky")
    assert not [name for name in names("kiemtra") if "Sáng kiến" in name or "INIT" in name]


def test_what_belongs_to_the_party_is_absent_from_the_page_without_the_right(accepted, cluster, client_of, body):
    accepted()
    as_of_the_party(cluster, "INIT")
    assert "Sáng kiến được công nhận" in body(client_of("thuky").get(PAGE))
    page = body(client_of("kiemtra").get(PAGE))
    assert "Sáng kiến" not in page
    assert "INIT" not in page


def as_of_the_party(book, code):
    from tongket.server.actions.acting import touch

    Indicator.objects.filter(book=book, code=code).update(group="party")
    touch(book)


def test_pictures_are_kept_until_the_figures_change_and_differ_by_the_right(accepted, cluster, client_of):
    accepted("VSP", "PVEP", "RVP")
    picture = f"{PAGE}chart/1/dark.svg?basis=estimate"
    first = client_of("thuky").get(picture)
    assert first.headers["Content-Type"] == "image/svg+xml"
    assert "no-cache" in first.headers["Cache-Control"]
    assert client_of("thuky").get(picture, headers={"If-None-Match": first.headers["ETag"]}).status_code == 304
    assert client_of("kiemtra").get(picture, headers={"If-None-Match": first.headers["ETag"]}).status_code == 200
    accepted("GPV")
    assert client_of("thuky").get(picture, headers={"If-None-Match": first.headers["ETag"]}).status_code == 200
    for wrong in ("chart/99/dark.svg", "chart/1/pink.svg"):
        assert client_of("thuky").get(PAGE + wrong).status_code == 404


def test_estimate_and_final_figures_are_held_against_each_other(accepted, client_of, body):
    accepted()
    assert "Chưa có số chính thức." in body(client_of("thuky").get(f"{PAGE}compare/"))
    accepted(stage=FINAL)
    page = body(client_of("thuky").get(f"{PAGE}compare/"))
    oil = page.index("Khai thác dầu và condensate")
    assert all(text in page[oil : oil + 900] for text in ("3.119,0", "107,1%", "3.125,4", "107,3%"))
    assert "Chưa đến hạn → Đạt" in page


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_page_speaks_every_language(accepted, client_of, body, language):
    accepted()
    page = body(client_of("thuky", language).get(PAGE))
    assert {"ru": "Сводные данные", "en": "Consolidated figures"}[language] in page
    assert "Số liệu" not in page
