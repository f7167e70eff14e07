"""So sánh hai bản: what one version of a line states otherwise than another, by how much, and why."""

from dataclasses import dataclass
from typing import Final

from tongket.figures import measure_of
from tongket.figures.measures import DATE
from tongket.organisation import name_on
from tongket.plan import Change, ChangeKind, Indicator, difference
from tongket.server.web.names import end_of
from tongket.server.web.plan.figures import amount_said, number_said, period_said, target_said
from tongket.words import Language, Text
from tongket.year import Period
from tongket.yearbook import Year

_KINDS: Final = {
    ChangeKind.ADDED: (Text("Thêm", "Добавлено", "Added"), "now"),
    ChangeKind.RAISED: (Text("Tăng", "Повышено", "Raised"), "good"),
    ChangeKind.LOWERED: (Text("Giảm", "Снижено", "Lowered"), "warn"),
    ChangeKind.RESTATED: (Text("Sửa", "Уточнено", "Restated"), "quiet"),
    ChangeKind.WITHDRAWN: (Text("Thôi giao", "Снято", "Withdrawn"), "warn"),
}


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One target two versions state differently."""

    indicator: str
    of: str
    measure: str
    old: str
    new: str
    by: str
    kind: str
    tone: str
    reason: str


def compared(year: Year, line: str, one: str, other: str, language: Language) -> tuple[ChangeRow, ...]:
    """Return what stands otherwise at `other` than at `one`. Raises UnknownVersion."""
    indicators = {row.code: row for row in year.plan.indicators}
    changes = difference(year.plan, line, one, other)
    return tuple(_row(year, change, indicators.get(change.indicator), language) for change in changes)


def _row(year: Year, change: Change, indicator: Indicator | None, language: Language) -> ChangeRow:
    kind, tone = _KINDS[change.kind]
    return ChangeRow(
        indicator.name.to(language) if indicator else change.indicator,
        _of(year, change, language),
        measure_of(indicator.measure).label.to(language) if indicator else "",
        amount_said(change.old, indicator, language) if change.old else target_said(change.before, indicator, language),
        amount_said(change.new, indicator, language) if change.new else target_said(change.after, indicator, language),
        _by(change, indicator, language),
        kind.to(language),
        tone,
        change.reason,
    )


def _of(year: Year, change: Change, language: Language) -> str:
    org_unit = name_on(year.organisation, change.org_unit, end_of(year)).to(language)
    part = next((one.name.to(language) for one in year.plan.breakdowns if one.code == change.breakdown), "")
    period = "" if change.period == Period.of_year(year.head.year) else period_said(change.period, language)
    return ", ".join(filter(None, (org_unit, part or change.breakdown, period)))


def _by(change: Change, indicator: Indicator | None, language: Language) -> str:
    if change.by is None or (indicator and measure_of(indicator.measure) is DATE):
        return ""
    sign = "+" if change.by > 0 else ""
    return sign + number_said(change.by, indicator.digits if indicator else None, language)
