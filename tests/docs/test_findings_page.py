"""The page of findings is complete, says what the code says, and tells for each what to do."""

import re

from tests.docs import findings_page as made

from tongket.words import LANGUAGES


def read():
    return made.PAGE.read_text(encoding="utf-8")


def test_the_page_is_what_the_code_says_with_what_was_written_by_hand():
    advice = "run: PYTHONPATH=src python tests/docs/findings_page.py"
    assert read() == made.page(made.written_by_hand(read())), advice


def test_every_finding_says_what_to_do_in_vietnamese_and_english():
    by_hand = made.written_by_hand(read())
    without = [code for code in made.kinds() if not re.fullmatch(r"\S.*<br>\*.+\*", by_hand.get(code, ""))]
    assert without == []


def test_every_room_that_says_something_has_its_section():
    assert {code.partition(".")[0] for code in made.kinds()} == set(made.ROOMS)


def test_every_sentence_is_there_in_three_languages():
    missing = [
        (code, language)
        for code, kind in made.kinds().items()
        for language in LANGUAGES
        if not getattr(kind.sentence, language).strip()
    ]
    assert missing == []


def test_the_three_sentences_of_a_finding_name_the_same_values():
    def values(sentence):
        return set(re.findall(r"{(\w+)", sentence))

    differing = [
        code
        for code, kind in made.kinds().items()
        if not values(kind.sentence.vi) == values(kind.sentence.ru) == values(kind.sentence.en)
    ]
    assert differing == []


def test_the_server_declares_no_findings_of_its_own(root):
    """They are not looked for there: what is wrong in people's data is said by the rooms."""
    told = [
        path.name for path in (root / "src/tongket/server").rglob("*.py") if "FindingKind" in path.read_text("utf-8")
    ]
    assert told == []
