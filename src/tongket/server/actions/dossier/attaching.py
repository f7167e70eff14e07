"""What comes with a dossier beside its workbooks: the cover letter, and evidence whose content is checked."""

import datetime as dt

from tongket.server.actions.acting import Actor, acting
from tongket.server.actions.dossier.subjects import locked, subject_of
from tongket.server.records import blobs
from tongket.server.records.models import CoverLetter, DossierCase
from tongket.words import Refused, Text

_INCOMPLETE = Text(
    "Công văn cần có số, ngày và người ký.",
    "У письма должны быть номер, дата и подписавший.",
    "The letter needs its number, its day and who signed it.",
)


def set_letter(
    *,
    actor: Actor,
    case: DossierCase,
    number: str,
    dated: dt.date,
    signer: str,
    scan: tuple[str, bytes] | None = None,
) -> CoverLetter:
    """Note the letter the dossier comes with; number and day are those of the unit's own clerk."""
    with acting(actor, "dossier.attach", subject_of(case)) as event:
        case = locked(case)
        if not (number.strip() and signer.strip()):
            raise Refused(_INCOMPLETE)
        given = {"registry_number": number.strip(), "dated": dated, "signer": signer.strip()}
        if scan:
            given |= {"scan": blobs.keep(scan[1], actor.at), "scan_name": scan[0]}
        letter, _ = CoverLetter.objects.update_or_create(case=case, defaults=given)
        event.after = {"number": letter.registry_number, "dated": letter.dated, "signer": letter.signer}
    return letter
