"""Every sentence of the room can be said: in three languages, with the same values, under a code of its own."""

import re
from collections import Counter
from string import Formatter

import pytest

from tongket.organisation import findings as of_organisation
from tongket.plan import findings, findings_of_shares, findings_of_targets
from tongket.words import LANGUAGES, FindingKind

ROOMS = {"plan": (findings, findings_of_shares, findings_of_targets), "organisation": (of_organisation,)}
KINDS = [
    (room, kind)
    for room, modules in ROOMS.items()
    for module in modules
    for kind in vars(module).values()
    if isinstance(kind, FindingKind)
]


@pytest.mark.parametrize(("room", "kind"), KINDS, ids=lambda value: getattr(value, "code", value))
def test_a_sentence_names_the_same_values_in_each_language_and_ends_as_a_sentence(room, kind):
    texts = [getattr(kind.sentence, language) for language in LANGUAGES]
    named = [{name for _, name, _, _ in Formatter().parse(text) if name} for text in texts]
    assert named[0] == named[1] == named[2]
    assert all(text.endswith(".") for text in texts)
    assert re.fullmatch(rf"{room}\.[a-z]+(-[a-z]+)*", kind.code)


def test_no_code_is_used_twice():
    assert [code for code, times in Counter(kind.code for _, kind in KINDS).items() if times > 1] == []
    assert len(KINDS) > 50
