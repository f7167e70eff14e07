"""What a unit says in the column of explanations: it stands for the warnings of its row, never for an error."""

from collections.abc import Iterable, Iterator

from tongket.dossier.answers import AnsweredRow
from tongket.dossier.findings_of_figures import EXPLAINED
from tongket.dossier.wording import Says
from tongket.words import Finding, Severity, in_each_language


def explained(row: AnsweredRow, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Return the findings of a row; a warning whose row is explained becomes a note that quotes both."""
    for finding in findings:
        if row.explanation and finding.severity is Severity.WARNING:
            yield quoted(finding, row.explanation)
        else:
            yield finding


def was_asked(findings: Iterable[Finding]) -> bool:
    """Whether anything among the findings of a row asks for an explanation."""
    return any(finding.severity is Severity.WARNING for finding in findings)


def quoted(finding: Finding, why: str) -> Finding:
    """Return the note that stands for an explained warning: what was asked, and what was said to it."""
    about = in_each_language(finding.sentence)
    values: Says = dict(finding.values)
    return EXPLAINED.at(finding.place, **values, about=about, asked=finding.code, why=why)
