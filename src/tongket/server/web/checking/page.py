"""One dossier on the right side of the checking desk, in the order of the screen (users-and-screens §4.4)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tongket.documents.printing import amount_text, days_text
from tongket.dossier import Narrative
from tongket.dossier.changes import FigureChange, changes_between
from tongket.dossier.facts import Absence, Evidence
from tongket.dossier.form_words import ABSENCE_NAMES, SECTION_NAMES
from tongket.dossier.wording import KIND_NAMES
from tongket.figures import Amount, Kind
from tongket.figures.measures import DATE
from tongket.server.records.models import DossierFile, DossierVersion, FileRole, Remark
from tongket.server.records.queries.marking import file_seen, remarks_seen
from tongket.server.records.queries.versions import sent_before
from tongket.server.web.checking.listing import FindingLine, explained, finding_lines
from tongket.server.web.checking.table import Table, dossier_seen, table_of
from tongket.server.web.language import spoken
from tongket.words import Language, Text
from tongket.yearbook import Year

_FILE_ROLES: Final = {
    FileRole.WORKBOOK: Text("Tệp số liệu", "Файл с данными", "Workbook"),
    FileRole.NARRATIVE: Text("Phần lời", "Текстовая часть", "Narrative"),
    FileRole.EVIDENCE: Text("Minh chứng", "Подтверждение", "Evidence"),
    FileRole.LETTER: Text("Công văn", "Письмо", "Letter"),
    FileRole.APPROVAL: Text("Bản duyệt đã ký", "Подписанное утверждение", "Signed approval"),
}
_HOW_APPROVED: Final = {
    "tap": Text("duyệt trên hệ thống", "утверждено в системе", "approved on the page"),
    "scan": Text("duyệt bằng bản ký, có bản quét", "утверждено на бумаге, есть скан", "approved on paper, with a scan"),
    "letter": Text("theo công văn đã ký", "по подписанному письму", "by the signed letter"),
}


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A figure that is another than in the version sent before."""

    name: str
    column: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Changes:
    """The summary of changes: None stands for a first version, which has none."""

    against: int
    figures: tuple[ChangeLine, ...]
    words: tuple[str, ...]
    words_gone: tuple[str, ...]
    evidence: tuple[str, ...]
    evidence_gone: tuple[str, ...]
    is_empty: bool


@dataclass(frozen=True, slots=True)
class FileLine:
    """A file that can be downloaded."""

    pk: int
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class SectionLines:
    """The paragraphs of one section of the narrative."""

    title: str
    paragraphs: tuple[Narrative, ...]


@dataclass(frozen=True, slots=True)
class DossierPage:
    """Everything the page says of one version."""

    version: DossierVersion
    changes: Changes | None
    findings: tuple[FindingLine, ...]
    explained: int
    table: Table
    narratives: tuple[SectionLines, ...]
    evidence: tuple[Evidence, ...]
    files: tuple[FileLine, ...]
    workbooks: tuple[FileLine, ...]
    remarks: tuple[Remark, ...]
    approved: str

    @property
    def unsent(self) -> int:
        """How many remarks would go to the unit now."""
        return sum(not one.sent for one in self.remarks)

    @property
    def remarks_at(self) -> dict[str, list[Remark]]:
        """The remarks by their place; those on the whole dossier under nothing."""
        found: dict[str, list[Remark]] = {}
        for one in self.remarks:
            found.setdefault(f"{one.sheet}!{one.cell}" if one.cell else "", []).append(one)
        return found


def page_of(version: DossierVersion, year: Year, *, party: bool) -> DossierPage:
    """Gather one dossier; without the right to Party pages nothing of the Party is in it."""
    language = spoken()
    dossier = dossier_seen(version, party=party)
    files = tuple(_files(version, language, party=party))
    return DossierPage(
        version,
        _changes(version, year, language, party=party),
        finding_lines(dossier, language),
        explained(dossier),
        table_of(version, party=party, language=language),
        tuple(_sections(dossier.narratives, language)),
        dossier.evidence,
        tuple(line for role, line in files if role != FileRole.WORKBOOK),
        tuple(line for role, line in files if role == FileRole.WORKBOOK),
        remarks_seen(version, party=party),
        _HOW_APPROVED[version.approved_how].to(language) if version.approved_how in _HOW_APPROVED else "",
    )


def _files(version: DossierVersion, language: Language, *, party: bool) -> Iterator[tuple[str, FileLine]]:
    for one in version.files.select_related("version__case__book"):
        if file_seen(one, party=party):
            yield one.role, FileLine(one.pk, one.name, _FILE_ROLES[FileRole(one.role)].to(language))


def file_of(version: DossierVersion, pk: int, *, party: bool) -> DossierFile | None:
    """Return a file of a version that somebody may see; None for any other."""
    found = version.files.select_related("version__case__book").filter(pk=pk).first()
    return found if found and file_seen(found, party=party) else None


def _sections(narratives: tuple[Narrative, ...], language: Language) -> Iterator[SectionLines]:
    for section, title in SECTION_NAMES.items():
        if paragraphs := tuple(one for one in narratives if one.section == section):
            yield SectionLines(title.to(language), paragraphs)


def _changes(version: DossierVersion, year: Year, language: Language, *, party: bool) -> Changes | None:
    before = sent_before(version)
    if before is None:
        return None
    found = changes_between(dossier_seen(before, party=party), dossier_seen(version, party=party))
    return Changes(
        before.number,
        tuple(_change(one, year, language) for one in found.figures),
        tuple(one.text.to(language) for one in found.narratives_added),
        tuple(one.text.to(language) for one in found.narratives_gone),
        found.evidence_added,
        found.evidence_gone,
        found.is_empty,
    )


def _change(change: FigureChange, year: Year, language: Language) -> ChangeLine:
    code, part, _, kind = change.key
    indicator = next((one for one in year.plan.indicators if one.code == code), None)
    name = indicator.name.to(language) if indicator else code
    named = next((one.name.to(language) for one in year.plan.breakdowns if one.code == part), part or "")
    digits, is_day = (indicator.digits, indicator.measure == DATE.code) if indicator else (2, False)
    texts = (_text(side, digits, language, is_day=is_day) for side in (change.before, change.after))
    return ChangeLine(f"{name} – {named}" if named else name, _kind(kind, language), *texts)


def _kind(kind: Kind, language: Language) -> str:
    return KIND_NAMES[kind].to(language) if kind in KIND_NAMES else kind.value


def _text(side: Amount | Absence | None, digits: int, language: Language, *, is_day: bool) -> str:
    if side is None:
        return ""
    if isinstance(side, Absence):
        return ABSENCE_NAMES[side].to(language)
    return days_text(side, language) if is_day else amount_text(side, digits, language)
