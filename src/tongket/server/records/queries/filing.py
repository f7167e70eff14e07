"""What stands around a dossier: its versions and files, remarks, evidence, drafts, and whom the unit can ask."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from tongket.dossier.form import PART_CODES, SHEETS
from tongket.plan import IndicatorGroup
from tongket.server.records.models import (
    CoverLetter,
    DossierCase,
    DossierFile,
    DossierVersion,
    EvidenceFile,
    FileRole,
    IssuedForm,
    Objection,
    Remark,
    Role,
    RoleGrant,
    SectionAssignment,
    Upload,
    YearBook,
)

PARTY_PART = PART_CODES[IndicatorGroup.PARTY]
"""The part of the form that exists for nobody without the right to Party pages."""


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to ask: name, post, telephone and mail as the account gives them."""

    name: str
    post: str
    telephone: str
    email: str

    def __str__(self) -> str:
        """Write it in one line, as the form prints it."""
        return ", ".join(part for part in (self.name, self.post, self.telephone, self.email) if part)


def secretaries(org_unit: str, day: dt.date) -> tuple[Contact, ...]:
    """Return the secretaries of a cluster or enterprise on a day."""
    holds = (Q(first=None) | Q(first__lte=day)) & (Q(until=None) | Q(until__gt=day))
    grants = RoleGrant.objects.filter(holds, role=Role.SECRETARY, org_unit=org_unit, account__is_active=True)
    people = (grant.account for grant in grants.select_related("account"))
    return tuple(
        Contact(str(one), one.post, one.telephone, "" if one.email.endswith(".invalid") else one.email)
        for one in people
    )


def versions(case: DossierCase) -> tuple[DossierVersion, ...]:
    """Return the versions of a dossier with their files, the newest first."""
    found = case.versions.select_related("stored_by", "approved_by").prefetch_related("files", "objections__made_by")
    return tuple(found.order_by("-number"))


def remarks_sent(case: DossierCase, *, party: bool) -> tuple[Remark, ...]:
    """Return the remarks the unit was sent with the version that was checked last, those without an answer first.

    What was said of the Party's sheet does not exist without the right to Party pages.
    """
    sent = _remarks(case, party=party)
    last = sent.order_by("-version__number").first()
    found = sent.filter(version=last.version) if last else sent
    return tuple(sorted(found.select_related("made_by", "answered_by"), key=lambda one: (bool(one.answer), one.pk)))


def remark_of(case: DossierCase, pk: int, *, party: bool) -> Remark | None:
    """Return a remark that was sent to the unit, as it exists with or without the right to Party pages."""
    return _remarks(case, party=party).filter(pk=pk).select_related("version").first()


def _remarks(case: DossierCase, *, party: bool) -> QuerySet[Remark]:
    sent = Remark.objects.filter(version__case=case, sent=True)
    return sent if party else sent.exclude(sheet=SHEETS[PARTY_PART])


def form_was_issued(case: DossierCase) -> bool:
    """Say whether a form of this dossier was handed out."""
    prefix = f"{case.org_unit}.{case.period}.{case.stage}."
    return IssuedForm.objects.filter(book=case.book, form__startswith=prefix).exists()


def drafts(case: DossierCase) -> tuple[Upload, ...]:
    """Return what was set aside as a draft."""
    return tuple(case.uploads.filter(is_draft=True).select_related("uploaded_by"))


def upload_of(book: YearBook, org_unit: str, pk: int) -> Upload | None:
    """Return what was looked at and not kept yet, by its number, where it is of this org unit."""
    found = Upload.objects.filter(case__book=book, case__org_unit=org_unit, pk=pk)
    return found.select_related("case__book", "uploaded_by").first()


def letter_of(case: DossierCase) -> CoverLetter | None:
    """Return the cover letter, None while there is none."""
    return CoverLetter.objects.filter(case=case).select_related("scan").first()


def assignments(case: DossierCase) -> dict[str, SectionAssignment]:
    """Return who fills which part."""
    return {one.part: one for one in case.assignments.all()}


def evidence_files(case: DossierCase, *, party: bool) -> tuple[EvidenceFile, ...]:
    """Return the evidence that lies with a dossier, as it exists with or without the right to Party pages."""
    found = case.evidence_files.select_related("blob", "added_by")
    return tuple(one for one in found if party or one.part != PARTY_PART)


def evidence_of(case: DossierCase, pk: int, *, party: bool) -> EvidenceFile | None:
    """Return a piece of evidence by its number."""
    return next((one for one in evidence_files(case, party=party) if one.pk == pk), None)


def objections(case: DossierCase) -> tuple[Objection, ...]:
    """Return what the unit objects to in what was filed for it, the newest first."""
    found = Objection.objects.filter(version__case=case).select_related("version", "made_by")
    return tuple(found.order_by("-pk"))


def open_objection(case: DossierCase) -> bool:
    """Say whether the unit objects to the version that is the last one now."""
    last = case.versions.order_by("-number").first()
    return last is not None and last.objections.exists()


def may_be_seen(parts: Iterable[str], *, party: bool, party_is_asked: bool) -> bool:
    """Say whether a workbook exists for somebody: one that holds the Party's part, or may hold it, needs the right.

    A workbook of the unit's own layout names no parts; it may hold anything the unit is asked for.
    """
    named = tuple(parts)
    return party or (PARTY_PART not in named and (bool(named) or not party_is_asked))


def files_seen(version: DossierVersion, *, party: bool, party_is_asked: bool) -> tuple[DossierFile, ...]:
    """Return the files of a version that exist for somebody."""
    hidden = _hidden(version.case_id, party=party, party_is_asked=party_is_asked)
    return tuple(one for one in version.files.all() if one.blob_id not in hidden)


def hidden_files(case: DossierCase, *, party: bool, party_is_asked: bool) -> frozenset[str]:
    """Return the hashes of the kept files that do not exist for somebody, whatever part of them still counts."""
    return _hidden(case.pk, party=party, party_is_asked=party_is_asked)


def file_named(case: DossierCase, digest: str, *, party: bool, party_is_asked: bool) -> str | None:
    """Return the name of a file of a dossier by its hash; None where there is none, or none for this person."""
    letter = letter_of(case)
    if letter and letter.scan_id == digest:
        return letter.scan_name
    if digest in _hidden(case.pk, party=party, party_is_asked=party_is_asked):
        return None
    names = {one.blob_id: one.name for one in DossierFile.objects.filter(version__case=case, blob=digest)}
    names |= {one.blob_id: one.name for one in evidence_files(case, party=party)}
    return names.get(digest)


def _hidden(case: int, *, party: bool, party_is_asked: bool) -> frozenset[str]:
    rows = DossierFile.objects.filter(version__case=case)
    return frozenset(one.blob_id for one in rows if not _seen(one, party=party, party_is_asked=party_is_asked))


def _seen(one: DossierFile, *, party: bool, party_is_asked: bool) -> bool:
    parts = tuple(part for part in one.parts.split(",") if part)
    if one.role == FileRole.WORKBOOK:
        return may_be_seen(parts, party=party, party_is_asked=party_is_asked)
    return party or PARTY_PART not in parts
