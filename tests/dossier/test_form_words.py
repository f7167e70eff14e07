"""The words of a form: all of them there in three languages, and read back whoever typed them."""

import unicodedata

import pytest

from tongket.dossier import Absence, Section
from tongket.dossier.form import SHEETS
from tongket.dossier.form_words import ABSENCE_NAMES, PART_TITLES, SECTION_NAMES, absence_named, section_named


def test_every_part_absence_and_section_has_its_words_in_three_languages():
    assert list(PART_TITLES) == list(SHEETS)
    assert set(ABSENCE_NAMES) == set(Absence)
    assert set(SECTION_NAMES) == set(Section)
    words = [*PART_TITLES.values(), *ABSENCE_NAMES.values(), *SECTION_NAMES.values()]
    assert [text.vi for text in words if not (text.vi and text.ru and text.en)] == []


@pytest.mark.parametrize(
    ("typed", "absence"),
    [
        ("Không giao", Absence.NOT_ASSIGNED),
        ("  chưa có  số liệu ", Absence.NOT_AVAILABLE),
        (unicodedata.normalize("NFD", "Chưa đến hạn"), Absence.NOT_DUE),
        ("Срок не наступил", Absence.NOT_DUE),
        ("not assigned", Absence.NOT_ASSIGNED),
        ("không", None),
        ("", None),
    ],
)
def test_a_reason_for_no_number_is_known_however_it_was_typed(typed, absence):
    assert absence_named(typed) is absence


def test_a_section_is_known_in_each_language():
    assert section_named("Tồn tại, hạn chế") is Section.SHORTCOMING
    assert section_named("НЕДОСТАТКИ") is Section.SHORTCOMING
    assert section_named("Khác") is None
