"""A dossier as what an action is done to, and the one place where its state changes."""

from tongket.dossier.states import DossierStep, after
from tongket.server.actions.acting import Subject
from tongket.server.actions.refusals import NOT_NOW, WrongState
from tongket.server.records.models import DossierCase, DossierVersion
from tongket.server.records.queries.dossiers import state_label, state_of


def subject_of(case: DossierCase) -> Subject:
    """Return a dossier as the subject of rights: its year, whose it is, and its state."""
    return Subject(case.book, case.org_unit, case.state, str(case), state_label(case))


def locked(case: DossierCase) -> DossierCase:
    """Return a dossier as it stands now, held until the transaction ends: two people may act at the same moment."""
    return DossierCase.objects.select_for_update().select_related("book").get(pk=case.pk)


def move(case: DossierCase, step: DossierStep) -> tuple[str, str]:
    """Take one step and return the states before and after. Raises WrongState when it is not allowed from here."""
    before, into = case.state, after(state_of(case), step)
    if into is None:
        label = state_label(case)
        raise WrongState(NOT_NOW.fill(state=label))
    case.state = into.value
    return before, case.state


def take_back_approval(version: DossierVersion) -> None:
    """Let the head of the unit approve anew: whatever comes back to the unit is approved before it is sent again.

    Who approved before, and when, stays in the log.
    """
    version.approved_by, version.approved_at, version.approved_how = None, None, ""
    version.save(update_fields=["approved_by", "approved_at", "approved_how"])
