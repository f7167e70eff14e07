"""The left side of the checking desk: whose dossiers somebody may check, how each stands, which is next."""

from dataclasses import dataclass

from tongket.dossier.form import FormStage
from tongket.dossier.states import DossierState
from tongket.server.actions.acting import may
from tongket.server.actions.dossier.letters import NOT_FILED
from tongket.server.actions.dossier.subjects import subject_of
from tongket.server.records.models import DossierCase
from tongket.server.records.queries.dossiers import cases, state_label, state_of
from tongket.server.web.checking.words import days_text
from tongket.server.web.desk.views import TONES
from tongket.server.web.language import spoken
from tongket.server.web.names import org_unit_name
from tongket.server.web.visit import Visit


@dataclass(frozen=True, slots=True)
class UnitLine:
    """An org unit on the left: its dossier's state and days; `waits` says that this person can decide now."""

    code: str
    name: str
    state: str
    tone: str
    days: str
    waits: bool
    is_open: bool
    extension_asked: bool


def cases_seen(visit: Visit) -> tuple[DossierCase, ...]:
    """Return the dossiers of the stage opened last whose checking desk the person may open."""
    found = cases(visit.book)
    stage = found[-1].stage if found else FormStage.ESTIMATE.value
    return tuple(one for one in found if one.stage == stage and visit.may("dossier.check", one.org_unit))


def unit_lines(visit: Visit, found: tuple[DossierCase, ...], opened: str = "") -> tuple[UnitLine, ...]:
    """Return the org units for the left side, in the order in which they were asked."""
    return tuple(
        UnitLine(
            one.org_unit,
            org_unit_name(visit.year, one.org_unit, spoken()),
            state_label(one).to(spoken()),
            TONES[state_of(one)],
            days_text(one, visit.actor.at),
            waits(visit, one),
            one.org_unit == opened,
            one.extension_asked_to is not None,
        )
        for one in found
    )


def waits(visit: Visit, case: DossierCase) -> bool:
    """Say whether a dossier waits for this very person."""
    return state_of(case) is DossierState.SUBMITTED and may(visit.actor, "dossier.accept", subject_of(case))


def unfiled(found: tuple[DossierCase, ...]) -> tuple[DossierCase, ...]:
    """Return the dossiers that were not filed yet."""
    return tuple(one for one in found if one.state in NOT_FILED)


def after(lines: tuple[UnitLine, ...], code: str) -> UnitLine | None:
    """Return the next org unit after one, those that wait first; None where there is no other."""
    at = next((number for number, one in enumerate(lines) if one.code == code), -1)
    round_trip = (*lines[at + 1 :], *lines[: max(at, 0)])
    return next((one for one in round_trip if one.waits), round_trip[0] if round_trip else None)
