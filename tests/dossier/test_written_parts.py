"""The words and the evidence of a returned form."""

from dataclasses import replace

import pytest
from tests.dossier import cast

from tongket.dossier.facts import Section

FULL = {section: [("Nội dung.", "Do giá.", "Giảm chi.")] for section in Section}


def checked(paragraphs=None, *rows, edit=None):
    grids = cast.book().grids
    one = replace(cast.book(), grids=(*grids[:2], cast.words(paragraphs), cast.evidence(*rows), grids[-1]))
    if edit:
        one = cast.changed(one, "Phan loi", edit)
    return cast.check_book(one, cast.FORM)


def test_paragraphs_are_read_with_their_section_cause_remedy_and_cell():
    dossier = checked(FULL | {Section.RESULT: [("Một.", None, None), ("Hai.", None, None)]})
    assert cast.told(dossier) == []
    results = [one for one in dossier.narratives if one.section is Section.RESULT]
    assert [one.text.vi for one in results] == ["Một.", "Hai."]
    assert str(results[1].place) == "VSP-2022.xlsx!Phan loi!B10"
    shortcoming = next(one for one in dossier.narratives if one.section is Section.SHORTCOMING)
    assert (shortcoming.cause.vi, shortcoming.remedy.vi, shortcoming.org_unit) == ("Do giá.", "Giảm chi.", "VSP")


@pytest.mark.parametrize("section", [Section.RESULT, Section.SHORTCOMING, Section.DIRECTION])
def test_a_section_the_review_needs_must_not_be_empty(section):
    dossier = checked(FULL | {section: []})
    assert [code for code, _ in cast.told(dossier)] == ["words-missing"]
    assert dossier.findings[0].place.cell.startswith("B")
    nothing = checked(FULL | {section: [("Không có.", None, None)]})
    assert cast.told(nothing) == []
    assert section not in {one.section for one in nothing.narratives}


def test_context_and_proposals_may_be_empty():
    assert cast.told(checked(FULL | {Section.CONTEXT: [], Section.PROPOSAL: []})) == []


@pytest.mark.parametrize(
    ("cause", "remedy", "missing"),
    [("Do giá.", "Giảm chi.", None), (None, "Giảm chi.", "nguyên nhân"), ("Do giá.", None, "giải pháp khắc phục"),
     (None, None, "nguyên nhân và giải pháp khắc phục")],
)  # fmt: skip
def test_a_shortcoming_has_its_cause_and_remedy(cause, remedy, missing):
    dossier = checked(FULL | {Section.SHORTCOMING: [("Chậm tiến độ.", cause, remedy)]})
    expected = [f"Ô B15 nêu tồn tại, hạn chế nhưng chưa có {missing}. Bổ sung vào cùng dòng."] if missing else []
    assert cast.sentences(dossier) == expected


def test_a_section_nobody_knows_is_asked_about_and_another_language_is_not():
    dossier = checked(FULL, edit=lambda rows: rows[6].__setitem__(0, "Linh tinh"))
    assert cast.told(dossier) == [("unknown-section", "A7")]
    assert cast.told(checked(FULL, edit=lambda rows: rows[6].__setitem__(0, "context"))) == []


def test_evidence_names_its_file_and_an_indicator_of_the_form():
    dossier = checked(FULL, ("QĐ 53", "qd53.pdf", "oil", "bản quét"), (None, "anh.jpg", "OIL/09-1", None), (None,) * 4)
    assert cast.told(dossier) == []
    first, second = dossier.evidence
    assert (first.title, first.file, first.indicator, first.note) == ("QĐ 53", "qd53.pdf", "oil", "bản quét")
    assert (second.title, first.place.cell) == ("anh.jpg", "A7")
    assert dossier.parts == ("1", "2", "words", "evidence")
    unknown = checked(FULL, ("QĐ 53", "qd53.pdf", "OILX", None))
    assert cast.told(unknown) == [("evidence-unknown-indicator", "C7")]
