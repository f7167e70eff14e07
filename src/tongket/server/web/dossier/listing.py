"""The list of all dossiers of a year, for those who gather them: state, who holds it, what is missing, how late."""

from dataclasses import dataclass

from tongket.dossier.states import WITH_UNIT
from tongket.server.actions.dossier.moving import what_is_missing
from tongket.server.records.models import DossierCase
from tongket.server.records.queries.dossiers import cases, latest, state_of
from tongket.server.records.queries.filing import open_objection
from tongket.server.web.dossier.position import Lateness, extended, held_by, label_of, lateness, tone_of
from tongket.server.web.language import spoken
from tongket.server.web.names import org_unit_name
from tongket.server.web.visit import Visit
from tongket.words import Text

_STAGES = {
    "estimate": Text("10 tháng và ước cả năm", "10 месяцев и оценка года", "Ten months and estimate"),
    "final": Text("Số chính thức", "Окончательные данные", "Final figures"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One dossier in the list."""

    org_unit: str
    name: str
    stage: Text
    state: Text
    tone: str
    held_by: Text
    missing: tuple[Text, ...]
    lateness: Lateness | None
    extended: Text | None
    case: DossierCase
    on_behalf: bool
    objection: bool
    version: int


def lines(found: Visit) -> tuple[Line, ...]:
    """Return the dossiers that somebody may see, the unit's newest stage alone, in the order of the register."""
    newest = {one.org_unit: one for one in cases(found.book)}
    return tuple(_line(found, case) for code, case in newest.items() if found.may("dossier.see", code))


def _line(found: Visit, case: DossierCase) -> Line:
    version = latest(case)
    return Line(
        case.org_unit,
        org_unit_name(found.year, case.org_unit, spoken()),
        _STAGES[case.stage],
        label_of(case),
        tone_of(case),
        held_by(found, case),
        what_is_missing(case, version, party=found.actor.party) if version and state_of(case) in WITH_UNIT else (),
        lateness(case, found.actor.at),
        extended(case),
        case,
        version is not None and version.on_behalf,
        open_objection(case),
        version.number if version else 0,
    )
