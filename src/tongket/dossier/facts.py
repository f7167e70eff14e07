"""What a unit files: figures, the state of what it has no figure for, words, evidence, and when it came."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from tongket.figures import Amount, Kind
from tongket.words import Finding, Place, Text, said
from tongket.year import Period


@dataclass(frozen=True, slots=True)
class ReportedFigure:
    """One number an org unit stated about itself; a later `revision` replaces an earlier one.

    `kind` is actual_to_date, estimate, actual (final) or last_year; a figure of an earlier year is given as its actual
    under its own period. `printed_percent` is the percentage of plan printed by the source. `explanation` is what the
    unit says to what the check asked; it stands with the figure wherever that is printed.
    """

    org_unit: str = said("Mã đơn vị", "Org unit", "Код")
    indicator: str = said("Mã chỉ tiêu", "Indicator", "Показатель")
    period: Period = said("Kỳ", "Period", "Период")
    kind: Kind = said("Loại số liệu", "Kind", "Вид")
    amount: Amount = said("Giá trị", "Value", "Значение")
    breakdown: str | None = said("Phần", "Breakdown", "Часть", default=None)
    measure: str = said("Đơn vị tính", "Measure", "Ед. изм.", default="")
    cut_off: dt.date | None = said("Tính đến ngày", "Cut-off date", "По состоянию на", default=None)
    revision: int = said("Lần báo cáo", "Revision", "Редакция", default=1)
    printed_percent: Decimal | None = said("% kế hoạch đã công bố", "Printed % of plan", "% плана (печ.)", default=None)
    illustrative: bool = said("Số minh họa", "Illustrative", "Иллюстрация", default=False)
    page: str = said("Nguồn", "Source", "Источник", default="")
    checked_on: dt.date | None = said("Ngày đối chiếu", "Checked on", "Сверено", default=None)
    note: str = said("Ghi chú", "Note", "Примечание", default="")
    explanation: str = said("Giải trình", "Explanation", "Пояснение", default="")
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Filing:
    """An org unit was to file for a period by a day; `filed_on` is empty while nothing came, or no day was noted.

    `came` says that a dossier is there, whatever was noted; `note` how it came: who filed it for the unit, with which
    letter, how often it was supplemented.
    """

    org_unit: str = said("Mã đơn vị", "Org unit", "Код")
    period: Period = said("Kỳ", "Period", "Период")
    due: dt.date | None = said("Hạn nộp", "Due", "Срок", default=None)
    filed_on: dt.date | None = said("Ngày nộp", "Filed on", "Представлено", default=None)
    came: bool = said("Đã nhận hồ sơ", "Received", "Получено", default=False)
    note: str = said("Ghi chú", "Note", "Примечание", default="")
    place: Place | None = None


class Section(StrEnum):
    """Where a paragraph of the narrative belongs in the review."""

    CONTEXT = "context"
    RESULT = "result"
    SHORTCOMING = "shortcoming"
    DIRECTION = "direction"
    PROPOSAL = "proposal"


@dataclass(frozen=True, slots=True)
class Narrative:
    """A paragraph in words; a shortcoming has its cause and remedy, a direction may have a measurable target."""

    section: Section = said("Mục", "Section", "Раздел")
    text: Text = said("Nội dung", "Text", "Текст")
    cause: Text = said("Nguyên nhân", "Cause", "Причина", default=Text(""))
    remedy: Text = said("Giải pháp", "Remedy", "Мера", default=Text(""))
    org_unit: str | None = said("Mã đơn vị", "Org unit", "Код", default=None)
    place: Place | None = None


class Absence(StrEnum):
    """Why a cell holds no number: the target was not assigned, is not due, or the figure is not there yet."""

    NOT_ASSIGNED = "not_assigned"
    NOT_DUE = "not_due"
    NOT_AVAILABLE = "not_available"


@dataclass(frozen=True, slots=True)
class StatedAbsence:
    """A unit says that it has no figure, and why; never the same as an empty cell, which says nothing."""

    org_unit: str
    indicator: str
    breakdown: str | None
    period: Period
    kind: Kind
    absence: Absence
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """One line of the list of evidence: what proves which indicator, in which file."""

    title: str
    file: str = ""
    indicator: str = ""
    note: str = ""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Dossier:
    """What one file, or the files of several departments merged, says for an org unit and a period.

    `parts` are the codes of the form's parts that it fills, `held` of those that it has a place for, filled or not;
    `form` is the id of the form it was made from, empty for a workbook that is not ours. A figure whose cell is in
    error stands among the findings, not among `figures`.
    """

    org_unit: str
    period: Period
    files: tuple[str, ...]
    form: str = ""
    parts: tuple[str, ...] = ()
    held: tuple[str, ...] = ()
    cut_off: dt.date | None = None
    figures: tuple[ReportedFigure, ...] = ()
    absences: tuple[StatedAbsence, ...] = ()
    narratives: tuple[Narrative, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    findings: tuple[Finding, ...] = ()
