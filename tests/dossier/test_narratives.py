"""Whole paragraphs as units write them: how many planted contradictions are found, how many alarms are false."""

import pytest
from tests.dossier.narratives.reading import paragraphs

from tongket.dossier import Narrative, Section
from tongket.dossier.narrative_check import narrative_findings
from tongket.words import Place, Text

LEAST_FOUND = 95
MOST_FALSE = 2


def told(text, rows):
    narrative = Narrative(Section.RESULT, Text(text), place=Place("VSP.xlsx", "Phan loi", "B12"))
    return {finding.sentence("vi") for finding in narrative_findings([narrative], rows, 2022)}


@pytest.mark.parametrize("name", ["first", "second", "third"])
def test_planted_contradictions_are_found_and_untouched_sentences_left_in_peace(name, record_property):
    planted, missed, sentences, false = 0, [], 0, []
    for paragraph in paragraphs(name):
        untouched = told(paragraph.untouched, paragraph.rows)
        false += sorted(untouched)
        sentences += paragraph.sentences
        for plant, text in paragraph.spoiled:
            planted += 1
            if not told(text, paragraph.rows) - untouched:
                missed.append(plant)
    found = planted - len(missed)
    said = f"{found}/{planted} contradictions found, {len(false)} false alarms in {sentences} untouched sentences"
    record_property("measured", f"{name}: {said}")
    assert found * 100 >= LEAST_FOUND * planted, missed
    assert len(false) * 100 <= MOST_FALSE * sentences, false
