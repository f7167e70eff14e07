"""What comes with a dossier beside its workbooks: the cover letter, and evidence whose content is checked."""

import datetime as dt
from collections.abc import Sequence

from tongket.files.evidence import evidence_faults, kind_of
from tongket.server.actions.acting import Actor, acting
from tongket.server.actions.dossier.subjects import locked, subject_of
from tongket.server.actions.dossier.uploads import Incoming, refuse_big
from tongket.server.records import blobs
from tongket.server.records.models import CoverLetter, DossierCase, DossierFile, DossierVersion, EvidenceFile, FileRole
from tongket.server.records.queries.filing import PARTY_PART
from tongket.words import Refused, Text, in_each_language

_INCOMPLETE = Text(
    "Công văn cần có số, ngày và người ký.",
    "У письма должны быть номер, дата и подписавший.",
    "The letter needs its number, its day and who signed it.",
)
_NO_SCAN = Text(
    "Bản quét {name} phải là tệp pdf, jpg hoặc png. Quét lại hoặc lưu thành pdf rồi gửi.",
    "Скан {name} должен быть файлом pdf, jpg или png. Отсканируйте заново или сохраните как pdf.",
    "The scan {name} must be a pdf, jpg or png. Scan it again, or save it as pdf.",
)
SCANS = frozenset({"pdf", "jpg", "png"})
"""What a signed paper may be scanned to."""


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
    with acting(actor, "dossier.letter", subject_of(case)) as event:
        case = locked(case)
        if not (number.strip() and signer.strip()):
            raise Refused(_INCOMPLETE)
        given = {"registry_number": number.strip(), "dated": dated, "signer": signer.strip()}
        if scan:
            refuse_no_scan(*scan)
            given |= {"scan": blobs.keep(scan[1], actor.at), "scan_name": scan[0]}
        letter, _ = CoverLetter.objects.update_or_create(case=case, defaults=given)
        event.after = {"number": letter.registry_number, "dated": letter.dated, "signer": letter.signer}
    return letter


def add_evidence(*, actor: Actor, case: DossierCase, files: Sequence[Incoming], part: str = "") -> None:
    """Put files that prove something beside the dossier, each looked at first; all are taken or none."""
    with acting(actor, "dossier.attach", subject_of(case)) as event:
        case = locked(case)
        refuse_big(files)
        faults = [one for one in evidence_faults([(one.content, one.name) for one in files]) if one]
        if faults:
            raise Refused(in_each_language(lambda language: " ".join(one.sentence(language) for one in faults)))
        kept = [blobs.keep(one.content, actor.at) for one in files]
        for one, blob in zip(files, kept, strict=True):
            given = {"name": one.name, "part": part, "added_at": actor.at, "added_by": actor.account}
            EvidenceFile.objects.get_or_create(case=case, blob=blob, defaults=given)
        event.party = part == PARTY_PART
        event.after = {"files": [one.name for one in files], "sha256": [blob.sha256 for blob in kept]}


def remove_evidence(*, actor: Actor, evidence: EvidenceFile) -> None:
    """Take a file out again while the dossier is with the unit; versions that were sent keep theirs."""
    case = DossierCase.objects.select_related("book").get(pk=evidence.case_id)
    with acting(actor, "dossier.attach", subject_of(case)) as event:
        event.before = {"file": evidence.name, "sha256": evidence.blob_id}
        event.party = evidence.part == PARTY_PART
        evidence.delete()


def seal_evidence(version: DossierVersion, actor: Actor) -> list[str]:
    """Write down in a version that goes which evidence goes with it, and return the hashes."""
    version.files.filter(role=FileRole.EVIDENCE).delete()
    files = version.case.evidence_files.all()
    DossierFile.objects.bulk_create(
        DossierFile(
            version=version, blob_id=one.blob_id, name=one.name, role=FileRole.EVIDENCE, parts=one.part,
            added_at=one.added_at, added_by=one.added_by,
        )
        for one in files
    )  # fmt: skip
    return [one.blob_id for one in files]


def refuse_no_scan(name: str, content: bytes) -> None:
    """Refuse a scan that is no picture and no PDF, or is too big."""
    refuse_big([Incoming(name, content)])
    if kind_of(content) not in SCANS:
        raise Refused(_NO_SCAN.fill(name=name))
