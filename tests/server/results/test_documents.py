"""The papers of the year on the server: made in the background, kept by hash, offered only to who may see them."""

import hashlib
import io
import json
import zipfile

import pytest
from tests.server.results.test_table import as_of_the_party

from tongket.figures import Kind
from tongket.server.actions.documents import MadeFrom, keep_documents
from tongket.server.actions.refusals import NotPermitted
from tongket.server.jobs import documenting
from tongket.server.records.models import AuditEvent, Job, MadeDocument
from tongket.server.records.queries.documents import makings
from tongket.server.records.queries.results import figures_hash, reckoned

PAGE = "/cum-1-2022/document/"


@pytest.fixture
def kept(actor_of):
    """Papers that were made of the present figures, without the minutes that making real ones takes."""

    def made(book, *, party=False, name="thuky"):
        one = reckoned(book, party=party)
        made_from = MadeFrom("vi", Kind.ESTIMATE, party, book.stamp, book.revision, figures_hash(one))
        return keep_documents(
            actor=actor_of(name),
            book=book,
            made_from=made_from,
            papers={"report.docx": b"paper", "results.json": b"{}"},
        )

    return made


def test_papers_are_made_in_the_language_and_on_the_basis_asked_for(accepted, client_of, body):
    book = accepted()
    page = body(client_of("thuky").post(f"{PAGE}make/", {"language": "ru", "basis": "estimate"}, follow=True))
    assert "Đã lập văn bản." in page
    assert "Khớp với số liệu hiện nay" in page
    made = {one.name: one for one in MadeDocument.objects.all()}
    assert set(made) == {"consolidated.xlsx", "results.json", "report.docx", "report.pdf", "slides.pptx"}
    contents = {name: client_of("pvep").get(f"{PAGE}{one.pk}/").content for name, one in made.items()}
    assert all(hashlib.sha256(content).hexdigest() == made[name].blob_id for name, content in contents.items())
    assert contents["report.pdf"].startswith(b"%PDF")
    assert "ОТЧЁТ" in zipfile.ZipFile(io.BytesIO(contents["report.docx"])).read("word/document.xml").decode()
    figures = {one["address"] for one in json.loads(contents["results.json"])["figures"]}
    assert figures == set(reckoned(book, party=True).results.figures)
    event = AuditEvent.objects.get(verb="document.make")
    assert event.after["language"] == "ru"


def test_a_paper_comes_as_a_file_under_a_name_that_says_what_it_is(accepted, kept, client_of):
    [paper, _] = kept(accepted())
    answer = client_of("kiemtra").get(f"{PAGE}{paper.pk}/")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="cum-1-2022-report-vi-estimate.docx"'
    assert answer.content == b"paper"


def test_it_is_said_when_the_figures_changed_after_a_paper_was_made(accepted, kept, client_of, body):
    kept(accepted("VSP", "PVEP", "RVP"))
    assert "số liệu đã thay đổi sau khi lập" not in body(client_of("thuky").get(PAGE))
    accepted("GPV")
    assert "số liệu đã thay đổi sau khi lập" in body(client_of("thuky").get(PAGE))


def test_a_change_that_moves_no_figure_leaves_the_paper_in_force(accepted, kept, actor_of):
    from tongket.server.actions.results import consolidate

    book = accepted("PVEP")
    kept(book)
    consolidate(actor=actor_of("thuky"), book=book)
    [making] = makings(book, party=True)
    assert making.is_current


def test_who_may_make_papers_and_who_may_only_fetch_them(accepted, kept, actor_of, client_of, body):
    book = accepted("PVEP")
    [paper, _] = kept(book)
    for name in ("pvep", "pvep-lanhdao", "kiemtra"):
        with pytest.raises(NotPermitted):
            documenting.begin(actor=actor_of(name), book=book, language="vi", basis=Kind.ESTIMATE, party=False)
        with pytest.raises(NotPermitted):
            kept(book, name=name)
        assert client_of(name).post(f"{PAGE}make/").status_code == 403
        page = body(client_of(name).get(PAGE))
        assert "Báo cáo tổng kết (Word)" in page
        assert "<form" not in page
    for name in ("uyvien", "quantri"):
        assert client_of(name).get(PAGE).status_code == 403
        assert client_of(name).get(f"{PAGE}{paper.pk}/").status_code == 403
        assert client_of(name).get(f"{PAGE}job/1/").status_code == 403
    assert Job.objects.count() == 0


@pytest.mark.parametrize("name", ["thuky", "cumtruong", "thuongtruc"])
def test_who_leads_the_cluster_makes_papers(accepted, kept, name):
    assert len(kept(accepted("PVEP"), name=name)) == 2


def test_a_paper_with_the_partys_figures_does_not_exist_without_the_right(accepted, kept, client_of, body):
    book = accepted()
    as_of_the_party(book, "INIT")
    [paper, _] = kept(book, party=True)
    assert "có nội dung công tác Đảng" in body(client_of("thuky").get(PAGE))
    assert client_of("thuky").get(f"{PAGE}{paper.pk}/").status_code == 200
    page = body(client_of("kiemtra").get(PAGE))
    assert "Chưa lập văn bản nào." in page
    assert "Đảng" not in page
    assert client_of("kiemtra").get(f"{PAGE}{paper.pk}/").status_code == 404


def test_papers_can_be_made_without_the_partys_figures_for_everybody(accepted, actor_of, client_of, monkeypatch, body):
    book = accepted("PVEP")
    as_of_the_party(book, "INIT")
    assert "Không đưa nội dung công tác Đảng vào văn bản" in body(client_of("thuky").get(PAGE))
    client_of("thuky").post(f"{PAGE}make/", {"language": "vi", "without_party": "on"})
    papers = {one.name: one for one in MadeDocument.objects.all()}
    assert not papers["results.json"].party
    content = client_of("kiemtra").get(f"{PAGE}{papers['results.json'].pk}/").content.decode()
    assert "PVEP/OE@2022" in content
    assert "INIT" not in content


def test_before_a_dossier_counts_there_is_nothing_to_make(client_of, body):
    assert "Chưa có hồ sơ nào đạt yêu cầu nên chưa lập được văn bản." in body(client_of("thuky").get(PAGE))
    assert client_of("thuky").post(f"{PAGE}make/").status_code == 400
    assert client_of("thuky").get(f"{PAGE}99/").status_code == 404
