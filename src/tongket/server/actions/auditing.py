"""Taking a dossier out for an audit is itself an event: who took what, when."""

from tongket.server.actions.acting import Actor, acting
from tongket.server.actions.dossier.subjects import subject_of
from tongket.server.records.models import DossierCase


def note_export(*, actor: Actor, case: DossierCase) -> None:
    """Note that somebody exports a dossier with its versions, files and events. Raises NotPermitted."""
    with acting(actor, "log.export", subject_of(case)) as event:
        event.after = {"versions": case.versions.count(), "party": actor.party}
