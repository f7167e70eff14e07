"""What a unit changed between two versions of its dossier: figures, words, evidence; what a checker looks at first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tongket.dossier.facts import Absence, Dossier, Narrative
from tongket.figures import Amount, Kind
from tongket.year import Period

FigureKey = tuple[str, str | None, Period, Kind]
"""indicator, breakdown, period, kind: what a cell of the form is about."""


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure that is another than before; None where there was, or is, nothing."""

    key: FigureKey
    before: Amount | Absence | None
    after: Amount | Absence | None


@dataclass(frozen=True, slots=True)
class DossierChanges:
    """All that differs between two versions; paragraphs and lines of evidence count as added or taken away."""

    figures: tuple[FigureChange, ...]
    narratives_added: tuple[Narrative, ...]
    narratives_gone: tuple[Narrative, ...]
    evidence_added: tuple[str, ...]
    evidence_gone: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether the two say the same."""
        return not (
            self.figures or self.narratives_added or self.narratives_gone or self.evidence_added or self.evidence_gone
        )


def changes_between(before: Dossier, after: Dossier) -> DossierChanges:
    """Compare two versions of a dossier; where in the files something stands is no change."""
    was, now = _stated(before), _stated(after)
    figures = tuple(
        FigureChange(key, was.get(key), now.get(key))
        for key in dict.fromkeys((*now, *was))
        if was.get(key) != now.get(key)
    )
    words_before, words_after = (
        {_words(one): one for one in before.narratives},
        {_words(one): one for one in after.narratives},
    )
    proof_before, proof_after = ([one.title for one in side.evidence] for side in (before, after))
    return DossierChanges(
        figures,
        tuple(one for words, one in words_after.items() if words not in words_before),
        tuple(one for words, one in words_before.items() if words not in words_after),
        tuple(_without(proof_after, proof_before)),
        tuple(_without(proof_before, proof_after)),
    )


def _stated(dossier: Dossier) -> dict[FigureKey, Amount | Absence]:
    stated: dict[FigureKey, Amount | Absence] = {
        (one.indicator, one.breakdown, one.period, one.kind): one.absence for one in dossier.absences
    }
    stated |= {(one.indicator, one.breakdown, one.period, one.kind): one.amount for one in dossier.figures}
    return stated


def _words(narrative: Narrative) -> tuple[str, ...]:
    return (narrative.section, narrative.text.vi, narrative.cause.vi, narrative.remedy.vi)


def _without(titles: Iterable[str], others: Iterable[str]) -> Iterator[str]:
    known = set(others)
    return (title for title in titles if title not in known)
