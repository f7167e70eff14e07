"""Paragraphs written before the reader was looked at: what is planted is found, what is right is left in peace.

`narratives.yaml` says how a paragraph and its table are written; `narratives_later.yaml` has more beside the same
tables. A planted quote is found when a finding quotes words that overlap it; a false alarm is a sentence of which
anything else is told. The sixty were first read with 71.4% found
and alarms in 11.4% of the sentences; then the reader was taught by them, so none of these texts is unseen any more.
`HELD` is what is reached, and may only get better.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from tongket.dossier import Narrative, Section
from tongket.dossier.claims.table import TableRow
from tongket.dossier.narrative_check import narrative_findings
from tongket.figures import Amount, measure_of
from tongket.plan import Direction
from tongket.words import Text

FOLDER = Path(__file__).parent
HELD = {"narratives": (98, 1), "narratives_later": (94, 1)}
"""Per cent of the planted found at the least, and of the untouched sentences told of at the most."""
MARK = re.compile(r"\{(?P<right>[^|}]*)\|(?P<wrong>[^|}]*)\}")
SENTENCE = re.compile(r".+?(?:[.](?=\s+\w)|$)", re.DOTALL)
TO_MONTH = 10
"""The tables' figures to date go to the end of October."""
FORM = Text("Biểu 1", "Форма 1", "Form 1")


@dataclass(frozen=True)
class Version:
    """A paragraph in one version, where its planted words stand, and where the words stand that findings quote."""

    text: str
    planted: tuple[range, ...]
    told: tuple[range, ...]

    @property
    def sentences(self):
        return [range(*found.span()) for found in SENTENCE.finditer(self.text)]

    def quoted(self, span):
        return self.text[span.start : span.stop]


def meet(one, other):
    return max(one.start, other.start) < min(one.stop, other.stop)


def row(code, name, part, measure, digits, direction, *amounts):
    known = [Amount.parse(amount) if amount else None for amount in amounts]
    return TableRow(code, part or name, measure_of(measure).code, digits, Direction(direction), FORM, part, *known)


def version(written, side, section, rows, year):
    text, planted, end = "", [], 0
    for mark in MARK.finditer(written):
        text += written[end : mark.start()]
        planted.append(range(len(text), len(text) + len(mark[side])))
        text, end = text + mark[side], mark.end()
    text += written[end:]
    findings = narrative_findings([Narrative(Section(section), Text(text))], rows, year, TO_MONTH)
    quotes = [dict(finding.values)["quote"] for finding in findings]
    return Version(text, tuple(planted if side == "wrong" else ()), tuple(places(quotes, text)))


def places(quotes, text):
    """Where quotes stand in a text, each after the one before or, where it is not, from the start."""
    last = 0
    for quote in quotes:
        start = text.find(quote, last)
        start = text.index(quote) if start < 0 else start
        yield range(start, start + len(quote))
        last = start


@pytest.fixture(scope="module", params=HELD)
def corpus(request):
    return request.param


@pytest.fixture(scope="module")
def versions(corpus):
    """The wrong versions, then the right ones."""
    known, read = (yaml.safe_load((FOLDER / f"{name}.yaml").read_text("utf-8")) for name in ("narratives", corpus))
    tables = {name: ([row(*cells) for cells in one["rows"]], one["year"]) for name, one in known["tables"].items()}
    return {
        side: [version(one["text"], side, one["section"], *tables[one["table"]]) for one in read["narratives"]]
        for side in ("wrong", "right")
    }


def test_what_was_planted_is_found(corpus, versions, record_property):
    planted = [(one, quote) for one in versions["wrong"] for quote in one.planted]
    missed = [one.quoted(quote) for one, quote in planted if not any(meet(quote, told) for told in one.told)]
    found = len(planted) - len(missed)
    record_property(
        "measured", f"{corpus}: {found} of {len(planted)} planted contradictions found ({found / len(planted):.1%})"
    )
    assert len(planted) >= 70
    assert found * 100 >= HELD[corpus][0] * len(planted), missed


def test_what_agrees_is_left_in_peace(corpus, versions, record_property):
    untouched = [
        (one, sentence)
        for one in (*versions["right"], *versions["wrong"])
        for sentence in one.sentences
        if not any(meet(sentence, quote) for quote in one.planted)
    ]
    alarms = [one.quoted(sentence) for one, sentence in untouched if any(meet(sentence, told) for told in one.told)]
    texts = sum(bool(one.told) for one in versions["right"])
    share = f"{len(alarms)} of {len(untouched)} untouched sentences ({len(alarms) / len(untouched):.1%})"
    said = f"{corpus}: false alarms in {share}"
    record_property("measured", f"{said}, in {texts} of {len(versions['right'])} right texts")
    assert len(alarms) * 100 <= HELD[corpus][1] * len(untouched), alarms


def test_beside_what_was_planted_nothing_is_told(versions):
    """In a sentence with a planted contradiction, the words around it still agree with the table."""
    stray = [
        one.quoted(told)
        for one in versions["wrong"]
        for told in one.told
        if not any(meet(told, quote) for quote in one.planted)
    ]
    assert stray == []
