"""For who has no right to Party pages, nothing of the Party's part exists in a dossier: no part, figure or file."""

import html
import io
import re

import pytest

from tongket.server.records.queries.dossiers import case_of, dossier_of, latest


def text(answer):
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())


@pytest.fixture
def with_party(cluster, client_of, address, sent_up):
    """VSP's dossier kept whole, its initiatives taken for a Party matter."""
    from tongket.server.actions.acting import touch
    from tongket.server.records.models import Indicator

    Indicator.objects.filter(book=cluster, code="INIT").update(group="party")
    touch(cluster)
    form = filled(client_of("vsp").post(address("VSP", "form")).content, "Bieu5", "INIT")
    client, place = sent_up("vsp", "VSP", form, "VSP-co-dang.xlsx")
    seen = re.search(r'name="seen" value="([0-9a-f]{64})"', client.get(place).content.decode())[1]
    client.post(f"{place}keep/", {"seen": seen})
    return lambda: latest(case_of(cluster, "VSP"))


def filled(form, sheet, code):
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(form))
    row = next(row for row in book[sheet].iter_rows() if any(cell.value == code for cell in row))
    row[6].value, row[7].value = 4321, 9876
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_neither_part_nor_figure_nor_file_is_there(with_party, client_of, address):
    digest = with_party().files.get().blob_id
    seer, other = client_of("vsp"), client_of("vsp-nga", "vi")
    for page in ("", "print"):
        assert "Biểu 5" in text(seer.get(address("VSP", page)))
        assert "Biểu 5" not in text(other.get(address("VSP", page)))
    assert "9.876" in text(seer.get(address("VSP", "print")))
    assert "9.876" not in text(other.get(address("VSP", "print")))
    assert seer.get(address("VSP", f"file/{digest}")).status_code == 200
    assert other.get(address("VSP", f"file/{digest}")).status_code == 404
    assert "VSP-co-dang.xlsx" not in text(other.get(address("VSP")))
    assert "Biểu 5" not in other.post(address("VSP", "submit")).content.decode()


def test_another_part_sent_by_who_has_no_right_leaves_the_partys_figures_and_shows_none(
    with_party, client_of, address, sent_up
):
    client = client_of("vsp-nga", "vi")
    part = client.post(address("VSP", "form"), {"part": "2"}).content
    client, place = sent_up("vsp-nga", "VSP", part, "b2.xlsx")
    page = client.get(place)
    assert "INIT" not in text(page)
    assert "9.876" not in text(page)
    seen = re.search(r'name="seen" value="([0-9a-f]{64})"', page.content.decode())[1]
    client.post(f"{place}keep/", {"seen": seen})
    version = with_party()
    assert version.number == 2
    assert "INIT" in {one.indicator for one in dossier_of(version).figures}
    digest = version.files.get(name="VSP-co-dang.xlsx").blob_id
    assert client.get(address("VSP", f"file/{digest}")).status_code == 404


def test_evidence_of_the_partys_part_is_there_for_who_may_see_it_alone(with_party, client_of, address):
    seer, other = client_of("vsp"), client_of("vsp-nga", "vi")
    file = io.BytesIO(b"%PDF-1.7\n")
    file.name = "nghi-quyet.pdf"
    seer.post(address("VSP", "evidence"), {"files": [file], "no_secret": "yes", "part": "5"})
    assert "nghi-quyet.pdf" in text(seer.get(address("VSP")))
    assert "nghi-quyet.pdf" not in text(other.get(address("VSP")))


def test_a_remark_on_the_partys_sheet_is_neither_shown_nor_answered(with_party, client_of, actor_of, address):
    from tongket.server.records.models import Remark

    by = actor_of("thuky")
    made = {"version": with_party(), "made_at": by.at, "made_by": by.account, "sent": True}
    hidden = Remark.objects.create(**made, sheet="Bieu5", cell="G7", text="Riêng tổ chức đảng")
    plain = Remark.objects.create(**made, sheet="Bieu1", cell="G7", text="Mọi người đọc")
    assert "Riêng tổ chức đảng" in text(client_of("vsp").get(address("VSP")))
    other = client_of("vsp-nga", "vi")
    page = text(other.get(address("VSP")))
    assert "Mọi người đọc" in page
    assert "Riêng tổ chức đảng" not in page
    assert other.post(address("VSP", f"remark/{hidden.pk}"), {"answer": "x"}).status_code == 404
    assert other.post(address("VSP", f"remark/{plain.pk}"), {"answer": "x"}).status_code == 302
