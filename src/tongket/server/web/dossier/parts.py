"""The table of parts: who fills each, what state it is in, when it last changed."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tongket.dossier import Dossier
from tongket.dossier.form import EVIDENCE_PART, FormPart, ReportForm
from tongket.server.records.models import CoverLetter, DossierVersion, EvidenceFile, SectionAssignment
from tongket.server.web.dossier.history import since
from tongket.words import Finding, Severity, Text

LETTER_PART = "letter"
_LETTER = Text(
    "Công văn gửi kèm (số, ngày, bản quét)",
    "Сопроводительное письмо (номер, дата, скан)",
    "Cover letter (number, day, scan)",
)
_NONE = Text("Chưa có", "Нет", "Not there yet")
_THERE = Text("Đã có", "Есть", "There")
_ERRORS = Text("{n} lỗi phải sửa", "исправить: {n}", "{n} to correct")
_WARNINGS = Text("{n} điểm cần giải trình", "пояснить: {n}", "{n} to explain")
_FILES = Text("{n} tệp", "файлов: {n}", "{n} files")
_NO_SCAN = Text("Chưa có bản quét", "Без скана", "No scan yet")


@dataclass(frozen=True, slots=True)
class PartShown:
    """A row of the table: the part, who is in charge, its state in word and tone, and when it changed.

    `is_form` says that the part can be downloaded as a form of its own.
    """

    code: str
    title: Text
    person: SectionAssignment | None
    state: Text
    tone: str
    changed: dt.datetime | None
    is_form: bool


def parts_of(
    form: ReportForm,
    versions: Sequence[DossierVersion],
    dossier: Dossier | None,
    people: Mapping[str, SectionAssignment],
    beside: tuple[Sequence[EvidenceFile], CoverLetter | None],
) -> tuple[PartShown, ...]:
    """Return the parts of the form that exists for the reader, then what lies beside the figures."""
    evidence, letter = beside
    shown = [_part(part, versions, dossier, people) for part in form.parts if part.code != EVIDENCE_PART]
    files = PartShown(
        EVIDENCE_PART,
        next((part.title for part in form.parts if part.code == EVIDENCE_PART), Text("")),
        people.get(EVIDENCE_PART),
        _FILES.fill(n=str(len(evidence))) if evidence else _NONE,
        "good" if evidence else "quiet",
        max((one.added_at for one in evidence), default=None),
        is_form=True,
    )
    word, tone = _letter(letter)
    return (*shown, files, PartShown(LETTER_PART, _LETTER, people.get(LETTER_PART), word, tone, None, is_form=False))


def _part(
    part: FormPart,
    versions: Sequence[DossierVersion],
    dossier: Dossier | None,
    people: Mapping[str, SectionAssignment],
) -> PartShown:
    is_there = dossier is not None and part.code in dossier.parts
    found = [one for one in dossier.findings if _is_of(part, one)] if dossier else []
    word, tone = _state(found, is_there=is_there)
    moment = since(versions, part.code) if is_there else None
    return PartShown(part.code, part.title, people.get(part.code), word, tone, moment, is_form=True)


def _state(found: Sequence[Finding], *, is_there: bool) -> tuple[Text, str]:
    errors = sum(one.severity is Severity.ERROR for one in found)
    warnings = sum(one.severity is Severity.WARNING for one in found)
    if errors and is_there:
        return _ERRORS.fill(n=str(errors)), "bad"
    if warnings and is_there:
        return _WARNINGS.fill(n=str(warnings)), "warn"
    return (_THERE, "good") if is_there else (_NONE, "quiet")


def _is_of(part: FormPart, finding: Finding) -> bool:
    values = dict(finding.values)
    named = str(values.get("row") or values.get("code") or values.get("indicator") or "")
    return finding.place.sheet == part.sheet or any(row.code == named for row in part.rows)


def _letter(letter: CoverLetter | None) -> tuple[Text, str]:
    if letter is None:
        return _NONE, "quiet"
    return (_THERE, "good") if letter.scan_id else (_NO_SCAN, "now")
