"""The history of a dossier: who kept which version when, its files, and which figures changed since the one before."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tongket.dossier import Dossier, ReportedFigure, StatedAbsence
from tongket.dossier.foreign.wording import COLUMN_NAMES
from tongket.dossier.form import KIND_OF, FormRow
from tongket.dossier.form_words import ABSENCE_NAMES, PART_TITLES, short_title
from tongket.figures import Kind
from tongket.plan.wording import amount_text
from tongket.server.records.models import DossierFile, DossierVersion, FileRole
from tongket.words import Text, in_each_language

KINDS: Mapping[Kind, Text] = {kind: COLUMN_NAMES[column] for column, kind in KIND_OF.items()}
_NOTHING = Text("(trống)", "(пусто)", "(empty)")
_OWN_LAYOUT = Text("mẫu riêng của đơn vị", "собственная форма", "the unit's own layout")
_HOW = {
    "tap": Text("duyệt trên hệ thống", "утверждено в системе", "approved here"),
    "scan": Text("bản quét đã ký", "подписанный скан", "a signed scan"),
    "letter": Text("theo công văn đã ký", "по подписанному письму", "by the signed letter"),
}


@dataclass(frozen=True, slots=True)
class Change:
    """One figure that is not what it was: of which indicator, of which kind, before and now."""

    code: str
    name: Text
    kind: Text
    before: Text
    now: Text


@dataclass(frozen=True, slots=True)
class FileShown:
    """A file of a version: its name, hash, and what it is."""

    name: str
    sha256: str
    what: Text


@dataclass(frozen=True, slots=True)
class VersionShown:
    """A version as the history shows it; `changes` is None for the first, which has none before it."""

    version: DossierVersion
    files: tuple[FileShown, ...]
    changes: tuple[Change, ...] | None
    approved: Text | None


_ROLES = {
    FileRole.EVIDENCE: Text("tài liệu minh chứng", "подтверждающий документ", "evidence"),
    FileRole.LETTER: Text("công văn", "письмо", "letter"),
    FileRole.APPROVAL: Text("bản quét đã ký", "подписанный скан", "signed scan"),
    FileRole.NARRATIVE: Text("phần lời", "текст", "narrative"),
}


def history(
    versions: Sequence[DossierVersion],
    dossiers: Sequence[Dossier],
    files: Mapping[int, Sequence[DossierFile]],
    names: Mapping[str, FormRow],
) -> tuple[VersionShown, ...]:
    """Return the versions, the newest first as they were given, each held against the one before it."""
    shown = []
    for at, (version, dossier) in enumerate(zip(versions, dossiers, strict=True)):
        older = dossiers[at + 1] if at + 1 < len(dossiers) else None
        what = None if older is None else changes(older, dossier, names)
        shown.append(
            VersionShown(
                version, tuple(map(_file, files[version.pk])), what,
                _HOW.get(version.approved_how) if version.approved_at else None,
            )
        )  # fmt: skip
    return tuple(shown)


def changes(before: Dossier, now: Dossier, names: Mapping[str, FormRow]) -> tuple[Change, ...]:
    """Return the figures in which two dossiers differ, in the order of the newer one and then of the older."""
    old, new = _stated(before), _stated(now)
    keys = (*new, *(key for key in old if key not in new))
    return tuple(
        Change(key[0], _name(key[0], names), KINDS[key[1]], old.get(key, _NOTHING), new.get(key, _NOTHING))
        for key in keys
        if old.get(key) != new.get(key) and key[1] in KINDS
    )


def _stated(dossier: Dossier) -> dict[tuple[str, Kind], Text]:
    found: dict[tuple[str, Kind], Text] = {}
    for one in dossier.figures:
        found[_code(one), one.kind] = amount_text(one.amount, one.measure)
    for absent in dossier.absences:
        found[_code(absent), absent.kind] = ABSENCE_NAMES[absent.absence]
    return found


def _code(one: ReportedFigure | StatedAbsence) -> str:
    return f"{one.indicator}/{one.breakdown}" if one.breakdown else one.indicator


def _name(code: str, names: Mapping[str, FormRow]) -> Text:
    return names[code].name if code in names else Text(code)


def _file(row: DossierFile) -> FileShown:
    if row.role != FileRole.WORKBOOK:
        return FileShown(row.name, row.blob_id, _ROLES[FileRole(row.role)])
    return FileShown(row.name, row.blob_id, _parts(part for part in row.parts.split(",") if part))


def _parts(codes: Iterable[str]) -> Text:
    titles = [PART_TITLES[code] for code in codes]
    if not titles:
        return _OWN_LAYOUT
    return in_each_language(lambda language: ", ".join(short_title(title).to(language) for title in titles))


def since(versions: Sequence[DossierVersion], part: str) -> Any:
    """Return when a part last changed: when the file it stands in came."""
    moment, last = None, None
    for version in versions:
        held = {row.blob_id for row in version.files.all() if row.role == FileRole.WORKBOOK and _holds(row, part)}
        if not held or (last is not None and held != last):
            break
        moment, last = version.stored_at, held
    return moment


def _holds(row: DossierFile, part: str) -> bool:
    return not row.parts or part in row.parts.split(",")
