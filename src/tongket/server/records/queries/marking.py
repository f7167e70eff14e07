"""The workbooks of a version back with what was found in them and what the checkers remarked, each at its cell."""

from dataclasses import replace

from tongket.dossier.form import PART_CODES, SHEETS
from tongket.dossier.remarks import remark_at
from tongket.files.marked import marked
from tongket.plan import IndicatorGroup
from tongket.server.records import blobs
from tongket.server.records.models import DossierFile, DossierVersion, FileRole, Remark
from tongket.server.records.queries.books import typed_year
from tongket.server.records.queries.dossiers import dossier_of
from tongket.server.records.queries.seen import dossier_without, party_codes
from tongket.words import Finding, Language, Place

PARTY_PART = PART_CODES[IndicatorGroup.PARTY]
PARTY_SHEET = SHEETS[PARTY_PART]


def marked_files(version: DossierVersion, *, party: bool, language: Language) -> tuple[tuple[str, bytes], ...]:
    """Return the marked workbooks that somebody may see, by their names. Raises Refused for one that cannot be marked.

    A workbook that holds something of the Party does not exist for who has no right to it.
    """
    return tuple(
        (one.name, _marked(one, party=party, language=language))
        for one in version.files.filter(role=FileRole.WORKBOOK)
        if file_seen(one, party=party)
    )


def remarks_seen(version: DossierVersion, *, party: bool) -> tuple[Remark, ...]:
    """Return the remarks on a version that somebody may see, in the order in which they were made."""
    made = version.remarks.select_related("made_by", "answered_by")
    return tuple(one for one in made if party or one.sheet != PARTY_SHEET)


def file_seen(file: DossierFile, *, party: bool) -> bool:
    """Say whether a file of a version exists for somebody: of a workbook it is known which parts it fills.

    One of the unit's own layout may hold anything; without the right it is absent where the year has Party indicators.
    """
    if party or file.role != FileRole.WORKBOOK:
        return True
    if file.parts:
        return PARTY_PART not in file.parts.split(",")
    return not party_codes(typed_year(file.version.case.book).plan)


def _marked(file: DossierFile, *, party: bool, language: Language) -> bytes:
    year = typed_year(file.version.case.book)
    dossier = dossier_of(file.version)
    if not party:
        dossier = dossier_without(dossier, party_codes(year.plan))
    names = {one.code: one.name for one in year.plan.indicators}
    remarks = (_finding(one, file.name) for one in remarks_seen(file.version, party=party))
    findings = (*remarks, *(_of_file(one) for one in dossier.findings))
    return marked(blobs.content_of(file.blob_id), findings, language, file=file.name, names=names)


def _finding(remark: Remark, file: str) -> Finding:
    return remark_at(Place(remark.file or file, remark.sheet, remark.cell), str(remark.made_by), remark.text)


def _of_file(finding: Finding) -> Finding:
    """The place of a finding names its file as it came in; that of the year has a folder before it."""
    name = finding.place.file.rpartition("/")[2]
    return replace(finding, place=replace(finding.place, file=name))
