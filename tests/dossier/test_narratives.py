"""Whole paragraphs as units write them: how many planted contradictions are found, how many alarms are false.

The reader was taught by all of these, one file after the other; what each gave when it was first asked stands in
docs/explanation/words-and-tables.md.
"""

from tests.dossier.narratives.reading import paragraphs

from tongket.dossier import Narrative, Section
from tongket.dossier.narrative_check import narrative_findings
from tongket.words import Place, Text

LEAST_FOUND = 95
MOST_FALSE = 2


FILES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def told(text, rows):
    narrative = Narrative(Section.RESULT, Text(text), place=Place("VSP.xlsx", "Phan loi", "B12"))
    return {finding.sentence("vi") for finding in narrative_findings([narrative], rows, 2022, to_month=10)}


def test_planted_contradictions_are_found_and_untouched_sentences_left_in_peace(record_property):
    planted, missed, sentences, false = 0, [], 0, []
    for paragraph in (one for name in FILES for one in paragraphs(name)):
        untouched = told(paragraph.untouched, paragraph.rows)
        false += sorted(untouched)
        sentences += paragraph.sentences
        planted += len(paragraph.spoiled)
        missed += [plant for plant, text in paragraph.spoiled if not told(text, paragraph.rows) - untouched]
    found = planted - len(missed)
    said = f"{found}/{planted} contradictions found, {len(false)} false alarms in {sentences} untouched sentences"
    record_property("measured", said)
    assert found * 100 >= LEAST_FOUND * planted, missed
    assert len(false) * 100 <= MOST_FALSE * sentences, false
