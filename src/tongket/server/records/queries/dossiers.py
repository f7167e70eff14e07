"""Dossiers as they stand: the case, its latest version, who holds it, and what a subject of rights is made of."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from tongket.dossier import Dossier
from tongket.dossier.form import FormStage, IssuedForm
from tongket.dossier.states import DossierState, label
from tongket.files.dossier_json import read_dossier
from tongket.files.record import Remembered, form_of_line
from tongket.server.records.models import DossierCase, DossierVersion, Relation, YearBook
from tongket.words import Finding, Place, Severity, Text


def cases(book: YearBook, stage: FormStage | None = None) -> tuple[DossierCase, ...]:
    """Return the dossiers owed in a year, at one stage or at all, in the order in which they were asked for."""
    found = DossierCase.objects.filter(book=book, **({"stage": stage.value} if stage else {}))
    return tuple(found.select_related("book", "accepted"))


def case_of(book: YearBook, org_unit: str, stage: FormStage | None = None) -> DossierCase | None:
    """Return the dossier of an org unit: of a stage, or the one opened last."""
    return next((one for one in reversed(cases(book, stage)) if one.org_unit == org_unit), None)


def latest(case: DossierCase) -> DossierVersion | None:
    """Return the version kept last; None while nothing was kept."""
    return case.versions.order_by("-number").first()


def dossier_of(version: DossierVersion) -> Dossier:
    """Return what a version says."""
    return read_dossier(version.content)


def state_of(case: DossierCase) -> DossierState:
    """Return the state of a case as the room knows it."""
    return DossierState(case.state)


def state_label(case: DossierCase) -> Text:
    """Return what the state is called between these org units: as peers, or under a superior."""
    return label(state_of(case), peers=case.book.relation == Relation.PEERS)


def due(case: DossierCase) -> dt.datetime | None:
    """Return when a dossier is due: the later moment where one was granted."""
    return case.extended_to or case.due_at


def is_late(case: DossierCase, at: dt.datetime) -> bool:
    """Say whether a dossier came, or has still to come, after it was due."""
    moment, limit = case.received_at or at, due(case)
    return limit is not None and moment > limit


@dataclass(frozen=True, slots=True)
class Tally:
    """How many findings of each weight a dossier has."""

    errors: int
    warnings: int
    notes: int


def tally(findings: tuple[Finding, ...]) -> Tally:
    """Count findings by their weight."""
    counted = {weight: sum(one.severity is weight for one in findings) for weight in Severity}
    return Tally(counted[Severity.ERROR], counted[Severity.WARNING], counted[Severity.NOTE])


def issued_forms(book: YearBook) -> Remembered:
    """Return the forms that were handed out in a year."""
    read = (form_of_line(row.line.encode()) for row in book.issued_forms.all())
    return Remembered(tuple(form for form in read if isinstance(form, IssuedForm)))


def in_year(dossier: Dossier, prefix: str) -> Dossier:
    """Return a dossier whose places name its files as the year does: two org units may both send `baocao.xlsx`."""
    return replace(
        dossier,
        files=tuple(prefix + name for name in dossier.files),
        figures=_moved(dossier.figures, prefix),
        absences=_moved(dossier.absences, prefix),
        narratives=_moved(dossier.narratives, prefix),
        evidence=_moved(dossier.evidence, prefix),
        findings=_moved(dossier.findings, prefix),
    )


def prefix_of(case: DossierCase, number: int) -> str:
    """Return how the files of a version are called in the year: `dossiers/PVEP/2/`, of final figures `…/final-2/`."""
    stage = "" if case.stage == FormStage.ESTIMATE.value else f"{case.stage}-"
    return f"dossiers/{case.org_unit}/{stage}{number}/"


def version_named(book: YearBook, file: str) -> tuple[DossierVersion, str] | None:
    """Return the version a file of the year belongs to, and the file's own name in it; None for what was typed."""
    head, _, rest = file.partition("/")
    if head != "dossiers" or rest.count("/") < 2:
        return None
    org_unit, version, name = rest.split("/", 2)
    stage, _, number = version.rpartition("-")
    found = DossierVersion.objects.filter(
        case__book=book, case__org_unit=org_unit, case__stage=stage or FormStage.ESTIMATE.value, number=int(number)
    )
    one = found.select_related("case").first()
    return (one, name) if one else None


def _moved(facts: tuple[Any, ...], prefix: str) -> tuple[Any, ...]:
    return tuple(replace(one, place=_below(one.place, prefix)) for one in facts)


def _below(place: Place | None, prefix: str) -> Place | None:
    return replace(place, file=prefix + place.file) if place and place.file else place


def measures_of(indicators: tuple[Any, ...]) -> Mapping[str, str]:
    """Return the measure of each indicator, by which amounts and days are told apart."""
    return {one.code: one.measure for one in indicators}
