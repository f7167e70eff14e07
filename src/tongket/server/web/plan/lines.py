"""Which line and version of the plan a page shows, and what they are called: Giao đầu năm, Điều chỉnh lần 1."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from tongket.figures import measure_of
from tongket.plan import Plan, PlanLine, PlanVersion, VersionKind, assumptions_in_force, latest_version
from tongket.plan.versions import versions_of
from tongket.server.web.plan.figures import number_said
from tongket.words import Language, Text, short_date
from tongket.yearbook.choices import CHOICES

_ASSIGNED: Final = Text("Giao đầu năm", "Первоначальное задание", "As first assigned")
_MORE: Final = Text("Giao bổ sung", "Дополнительное задание", "Assigned in addition")
_ADJUSTED: Final = Text("Điều chỉnh lần {number}", "Корректировка № {number}", "Adjustment {number}")
_PROPOSED: Final = Text("Bản đề xuất", "Предложение", "Proposal")
_PROPOSED_ADJUSTMENT: Final = Text(
    "Đề xuất điều chỉnh lần {number}", "Предложение: корректировка № {number}", "Proposed adjustment {number}"
)
_DOCUMENT: Final = Text("{document}, ngày {day}", "{document} от {day}", "{document} of {day}")


@dataclass(frozen=True, slots=True)
class ShownVersion:
    """A version of a line with its name, its kind, the document it stands on and the reason it gives."""

    code: str
    name: str
    kind: VersionKind
    kind_said: str
    document: str
    reason: str
    illustrative: bool

    @property
    def is_proposal(self) -> bool:
        """Whether it waits to be assigned."""
        return self.kind is VersionKind.PROPOSED


@dataclass(frozen=True, slots=True)
class Chosen:
    """The line and version a page shows, with the others there are."""

    line: PlanLine
    lines: tuple[PlanLine, ...]
    versions: tuple[ShownVersion, ...]
    version: ShownVersion | None
    latest: str

    @property
    def is_latest(self) -> bool:
        """Whether the version shown is the one in force."""
        return self.version is not None and self.version.code == self.latest


def chosen(plan: Plan, given: Mapping[str, str], language: Language) -> Chosen | None:
    """Return what a page shows: what was asked for, else the line that counts at the version in force.

    None while the plan has no line; a line or version nobody knows falls back too.
    """
    if not plan.plan_lines:
        return None
    counting = next((one for one in plan.plan_lines if one.counts), plan.plan_lines[0])
    line = next((one for one in plan.plan_lines if one.code == given.get("line")), counting)
    versions = shown_versions(plan, line.code, language)
    latest = latest_version(plan, line.code)
    code = latest.version if latest else ""
    found = next((one for one in versions if one.code == given.get("version")), None)
    shown = found or next((one for one in versions if one.code == code), versions[-1] if versions else None)
    return Chosen(line, plan.plan_lines, versions, shown, code)


def shown_versions(plan: Plan, line: str, language: Language) -> tuple[ShownVersion, ...]:
    """Return the versions of a line with their names, in the order in which they were stated."""
    shown: list[ShownVersion] = []
    assigned = adjusted = 0
    for row in versions_of(plan, line):
        assigned += row.kind is VersionKind.ASSIGNED
        adjusted += row.kind is VersionKind.ADJUSTED
        shown.append(_shown(row, assigned, adjusted, language))
    return tuple(shown)


def _shown(row: PlanVersion, assigned: int, adjusted: int, language: Language) -> ShownVersion:
    match row.kind:
        case VersionKind.ASSIGNED:
            name = (_ASSIGNED if assigned == 1 else _MORE).to(language)
        case VersionKind.ADJUSTED:
            name = _ADJUSTED.to(language).format(number=adjusted)
        case _ if assigned:
            name = _PROPOSED_ADJUSTMENT.to(language).format(number=adjusted + 1)
        case _:
            name = _PROPOSED.to(language)
    document = document_said(row.document, row.on, language)
    kind = CHOICES[VersionKind][row.kind].to(language)
    return ShownVersion(row.version, name, row.kind, kind, document, row.reason, row.illustrative)


def document_said(document: str, on: dt.date | None, language: Language) -> str:
    """Write a document with its day where one is known."""
    if document and on:
        return _DOCUMENT.to(language).format(document=document, day=short_date(on, language))
    return document or (short_date(on, language) if on else "")


def assumptions_said(plan: Plan, line: str, version: str, language: Language) -> str:
    """Write what a version takes for granted: Giá dầu 60 USD/thùng; tỷ giá 23.000 đồng/USD."""
    said: dict[str, None] = {}
    for row in assumptions_in_force(plan, line, version):
        name = CHOICES[type(row.code)][row.code].to(language)
        name = name if not said else name[:1].lower() + name[1:]
        measure = measure_of(row.measure).label.to(language) if row.measure else ""
        said[f"{name} {number_said(row.planned, None, language)} {measure}".strip()] = None
    return "; ".join(said)
