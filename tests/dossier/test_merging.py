"""Several departments file for one unit: every cell counts once, and where two differ, neither."""

from dataclasses import replace

import pytest
from tests.dossier import cast

from tongket.dossier.facts import Section
from tongket.dossier.merging import merged, with_parts_of_nobody
from tongket.words import LANGUAGES, Severity


def filed(name, answers=None, only=None):
    one = replace(cast.book(answers), file=name)
    if only:
        alone = replace(cast.FORM, parts=tuple(part for part in cast.FORM.parts if part.code in only))
        names = {part.sheet for part in alone.parts}
        one = replace(one, grids=(*(grid for grid in one.grids if grid.name in names), cast.meta(alone)))
    return cast.check_book(one, cast.FORM)


def test_parts_of_departments_make_the_whole():
    whole = merged([filed("sx.xlsx", only=("1",)), filed("at.xlsx", only=("2",)), filed("loi.xlsx", only=("words",))])
    assert cast.told(whole) == []
    assert cast.amounts(whole) == cast.amounts(cast.check())
    assert whole.files == ("sx.xlsx", "at.xlsx", "loi.xlsx")
    assert whole.parts == ("1", "2", "words")
    assert whole.form == filed("sx.xlsx", only=("1",)).form
    assert len(whole.narratives) == 5


def test_what_one_left_empty_and_another_fills_is_not_missing():
    empty = {"LTIF": (None, None)}
    whole = merged([filed("sx.xlsx", empty), filed("at.xlsx", only=("2",))])
    assert cast.told(whole) == []
    assert cast.amounts(whole)["LTIF", "estimate"] == "0.00"
    both = merged([filed("sx.xlsx", empty), filed("at.xlsx", empty, only=("2",))])
    assert cast.told(both) == [("missing", "G7"), ("missing", "H7")]


def written(name, *paragraphs):
    """A file of the full form whose words are only these; each is a section and its text."""
    rows = {section: [(text, "Do giá.", "Giảm chi.")] for section, text in paragraphs}
    one = cast.book(dict.fromkeys(cast.CLEAN, (None, None)) if name == "loi.xlsx" else None)
    grids = tuple(cast.words(rows) if grid.name == "Phan loi" else grid for grid in one.grids)
    return cast.check_book(replace(one, file=name, grids=grids), cast.FORM)


ALL = (Section.RESULT, Section.SHORTCOMING, Section.DIRECTION)


@pytest.mark.parametrize("text", ["Nội dung.", "Không có"])
def test_a_section_that_one_file_writes_is_not_missing_where_another_leaves_the_words_empty(text):
    words = written("loi.xlsx", *((section, text) for section in ALL))
    assert cast.told(merged([written("sx.xlsx"), words])) == []
    assert cast.told(merged([words, written("sx.xlsx")])) == []


def test_a_section_that_no_file_writes_is_missing_once():
    half = merged([written("sx.xlsx", (Section.RESULT, "Nội dung.")), written("loi.xlsx", (ALL[1], "Nội dung."))])
    assert cast.told(half) == [("words-missing", "B19")]
    assert cast.told(merged([filed("sx.xlsx", only=("1",)), written("loi.xlsx", (ALL[2], "Không có"))])) == [
        ("missing", "G7"),
        ("missing", "H7"),
        ("words-missing", "B9"),
        ("words-missing", "B15"),
    ]


def test_a_part_that_no_department_filed_is_missing_and_one_that_somebody_filed_is_not():
    two = merged([filed("sx.xlsx", only=("1",)), filed("loi.xlsx", only=("words",))])
    whole = with_parts_of_nobody(two, cast.FORM)
    assert cast.told(whole) == [("part-missing", "")]
    assert [(one.place.file, one.place.sheet) for one in whole.findings] == [("", "Bieu2")]
    all_three = merged([two, filed("at.xlsx", only=("2",))])
    assert with_parts_of_nobody(all_three, cast.FORM) == all_three


def test_a_sheet_that_was_taken_from_one_file_and_stands_in_another_is_not_missing():
    lost = replace(cast.book(), grids=tuple(grid for grid in cast.book().grids if grid.name != "Bieu2"))
    alone = cast.check_book(lost, cast.FORM)
    assert cast.told(with_parts_of_nobody(alone, cast.FORM)) == [("part-missing", "")]
    assert cast.told(merged([alone, filed("at.xlsx", only=("2",))])) == []


def test_of_a_file_that_was_not_taken_no_part_is_missing():
    refused = cast.check_book(cast.book(form=replace(cast.FORM, org_unit="PVEP")), cast.FORM)
    assert cast.told(with_parts_of_nobody(refused, cast.FORM)) == [("other-units-form", "")]


def test_the_same_figure_twice_is_a_note_and_different_ones_are_an_error_at_the_cell():
    again = merged([filed("sx.xlsx"), filed("at.xlsx", only=("2",))])
    assert cast.told(again) == [("filed-twice-same", "G7"), ("filed-twice-same", "H7")]
    assert {finding.severity for finding in again.findings} == {Severity.NOTE}
    differ = merged([filed("sx.xlsx"), filed("at.xlsx", {"LTIF": ("0.00", "0.10")}, only=("2",))])
    assert cast.told(differ) == [("filed-twice-same", "G7"), ("filed-twice-different", "H7")]
    error = differ.findings[1]
    assert (error.severity, error.place.file) == (Severity.ERROR, "at.xlsx")
    assert "sx.xlsx!Bieu2!H7 là 0,00" in error.sentence()
    assert ("LTIF", "estimate") not in cast.amounts(differ)
    assert cast.amounts(differ)["LTIF", "actual_to_date"] == "0.00"


def test_a_figure_and_a_word_for_its_absence_differ():
    differ = merged([filed("a.xlsx"), filed("b.xlsx", {"LTIF": ("0.00", "Chưa có số liệu")}, only=("2",))])
    assert "filed-twice-different" in [code for code, _ in cast.told(differ)]
    assert not [
        one for one in (*differ.figures, *differ.absences) if one.indicator == "LTIF" and one.kind == "estimate"
    ]


def test_the_same_number_with_more_zeros_is_the_same():
    whole = merged([filed("a.xlsx"), filed("b.xlsx", {"LTIF": ("0", "0")}, only=("2",))])
    assert [code for code, _ in cast.told(whole)] == ["filed-twice-same"] * 2


def test_only_files_of_one_unit_and_period_are_put_together():
    one = cast.check()
    for other in (replace(one, org_unit="PVEP"), replace(one, period=cast.YEAR.in_year(2021))):
        with pytest.raises(ValueError, match="one org unit"):
            merged([one, other])


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_about_two_files_can_be_said_in_every_language(language):
    differ = merged([filed("a.xlsx"), filed("b.xlsx", {"LTIF": ("0.00", "Chưa có số liệu")}, only=("2",))])
    assert all("{" not in sentence for sentence in cast.sentences(differ, language))
