"""What the checks of the form find, said to the author of a foreign file: it has no lists and may count otherwise.

The codes, places and weights stay those of the form; only what the sentence says of the file is turned.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from tongket.dossier import findings_of_cells as cells_say
from tongket.dossier import findings_of_figures as figures_say
from tongket.dossier.foreign import wording
from tongket.dossier.wording import Says
from tongket.figures import EXACT, MEASURES, Measure
from tongket.words import Finding, Text, in_each_language

Converted = Mapping[str, tuple[Measure, Measure]]
"""By code, what a row of the file counts in and what its indicator does, where the two differ."""


def in_their_terms(findings: Iterable[Finding], converted: Converted) -> tuple[Finding, ...]:
    """Return findings of the form as a foreign file is told them."""
    return tuple(_turned(finding, converted) for finding in findings)


def _turned(finding: Finding, converted: Converted) -> Finding:
    if finding.code == cells_say.MISSING.code:
        return replace(finding, kind=replace(finding.kind, sentence=wording.EMPTY))
    values: Says = dict(finding.values)
    measures = converted.get(str(values.get("row", "")))
    if measures is None:
        return finding
    theirs, ours = measures
    if finding.code == cells_say.MORE_DECIMALS.code:
        values["value"] = _with_measure(values["value"], ours)
        return _said(finding, wording.MORE_DECIMALS, values)
    if finding.code == figures_say.WRONG_MEASURE.code:
        values |= {name: _with_measure(values[name], ours) for name in ("value", "against")}
        values |= {"found": _scaled_alike(values["found"], theirs, ours), "wanted": theirs.label}
        return _said(finding, wording.WRONG_MEASURE, values)
    return finding


def _said(finding: Finding, sentence: Text, values: Says) -> Finding:
    return replace(finding, kind=replace(finding.kind, sentence=sentence), values=tuple(values.items()))


def _with_measure(number: Text, measure: Measure) -> Text:
    return in_each_language(lambda language: f"{number.to(language)} {measure.label.to(language)}")


def _scaled_alike(found: Text, theirs: Measure, ours: Measure) -> Text:
    """Return the measure that is to theirs what the one found is to ours; it is that of the number typed."""
    alike = [measure for measure in MEASURES.values() if measure.dimension == ours.dimension]
    factors = [EXACT.multiply(theirs.factor, one.factor) for one in alike if one.label == found]
    fitting = (one.label for one in alike if EXACT.multiply(one.factor, ours.factor) in factors)
    return next(fitting, found)
