"""Answers to what the check asked: an explanation given on the page stands for the warning and goes with the figure."""

from collections.abc import Iterable
from dataclasses import replace

from tongket.dossier import Dossier, ReportedFigure
from tongket.dossier.explanations import quoted
from tongket.server.actions.acting import Actor, acting
from tongket.server.actions.dossier.subjects import subject_of
from tongket.server.records.models import DossierCase, Explanation
from tongket.words import Finding, Severity


def spot(finding: Finding) -> str:
    """Return by what an explanation finds its warning again: the sheet and cell."""
    return f"{finding.place.sheet}!{finding.place.cell}"


def explain(*, actor: Actor, case: DossierCase, row: str, code: str, text: str) -> Explanation:
    """Answer a warning; an empty text takes the answer back."""
    with acting(actor, "dossier.explain", subject_of(case)) as event:
        event.after = {"row": row, "code": code, "text": text}
        if not text.strip():
            Explanation.objects.filter(case=case, row=row, code=code).delete()
            return Explanation(case=case, row=row, code=code)
        given = {"text": text.strip(), "given_at": actor.at, "given_by": actor.account}
        explanation, _ = Explanation.objects.update_or_create(case=case, row=row, code=code, defaults=given)
        return explanation


def with_explanations(dossier: Dossier, given: Iterable[tuple[str, str, str]]) -> Dossier:
    """Return a dossier with its answered warnings as notes that quote both, and the answers beside their figures."""
    said = {(row, code): text for row, code, text in given}
    if not said:
        return dossier
    by_spot = {row: text for (row, _), text in said.items()}
    findings = tuple(_answered(one, said) for one in dossier.findings)
    return replace(dossier, findings=findings, figures=tuple(_beside(one, by_spot) for one in dossier.figures))


def _answered(finding: Finding, said: dict[tuple[str, str], str]) -> Finding:
    why = said.get((spot(finding), finding.code))
    return quoted(finding, why) if why and finding.severity is Severity.WARNING else finding


def _beside(figure: ReportedFigure, by_spot: dict[str, str]) -> ReportedFigure:
    why = by_spot.get(f"{figure.place.sheet}!{figure.place.cell}") if figure.place else None
    return replace(figure, explanation=why) if why and not figure.explanation else figure
