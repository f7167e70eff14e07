"""The grid of a plan version: for each indicator its org units, for each org unit the parts of its target.

Beside each target stand last year's figure and what was in force before; under a total, whether its parts make it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from tongket.dossier import ReportedFigure
from tongket.figures import Kind, measure_of
from tongket.organisation import name_on
from tongket.plan import (
    Indicator,
    IndicatorGroup,
    Plan,
    Target,
    TargetKey,
    TargetState,
    standing_before,
    targets_at,
    targets_in_force,
)
from tongket.server.web.names import end_of
from tongket.server.web.plan.checking import CheckLine, check_lines
from tongket.server.web.plan.fields import field_of, id_of
from tongket.server.web.plan.figures import amount_said, in_measure, target_said, typed_text
from tongket.words import Language
from tongket.year import Period
from tongket.yearbook import Year
from tongket.yearbook.choices import CHOICES


@dataclass(frozen=True, slots=True)
class GridRow:
    """One target: of which org unit or part, last year, before, now; `field` is the name of its input."""

    id: str
    field: str
    name: str
    label: str
    is_part: bool
    last_year: str
    before: str
    value: str
    typed: str
    is_changed: bool
    state: TargetState
    reason: str
    others: tuple[tuple[str, str], ...] = ()
    checks: tuple[CheckLine, ...] = ()
    wrong: str = ""


@dataclass(frozen=True, slots=True)
class GridIndicator:
    """An indicator with its rows."""

    code: str
    name: str
    measure: str
    rows: tuple[GridRow, ...]


@dataclass(frozen=True, slots=True)
class GridPart:
    """A part of the dossier with the indicators that are reported in it."""

    name: str
    indicators: tuple[GridIndicator, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What of a version is shown: the org unit ("" for all) and the period."""

    period: Period
    org_unit: str = ""


def periods_of(plan: Plan, line: str, version: str) -> tuple[Period, ...]:
    """Return the periods for which a version has targets, the whole year first."""
    return tuple(sorted({key[3] for key in targets_at(plan, line, version)}, key=lambda one: (one.year, one[1:])))


class Grid:
    """A version of a line as a table."""

    def __init__(self, year: Year, line: str, version: str, asked: Asked, language: Language) -> None:
        """Read once what the rows are made of."""
        self.year, self.asked, self.language = year, asked, language
        self.now = targets_at(year.plan, line, version)
        self.before = standing_before(year.plan, line, version)
        self.version = version
        self.checks = check_lines(year, line, version, language)
        self.last_year = last_year_of(year)
        self.others = [
            (one.name.to(language), targets_in_force(year.plan, one.code))
            for one in year.plan.plan_lines
            if one.code != line
        ]

    def parts(self) -> tuple[GridPart, ...]:
        """Return the grid, part of the dossier by part, in the order of the indicators."""
        shown: list[GridPart] = []
        for group in IndicatorGroup:
            indicators = tuple(self._indicators(group))
            if indicators:
                shown.append(GridPart(CHOICES[IndicatorGroup][group].to(self.language), indicators))
        return tuple(shown)

    def _indicators(self, group: IndicatorGroup) -> Iterator[GridIndicator]:
        for one in self.year.plan.indicators:
            if one.group is group:
                rows = tuple(self._row(key, one) for key in self._keys(one.code))
                if rows:
                    measure = measure_of(one.measure).label.to(self.language)
                    yield GridIndicator(one.code, one.name.to(self.language), measure, rows)

    def _keys(self, indicator: str) -> list[TargetKey]:
        order = {unit.code: number for number, unit in enumerate(self.year.organisation.org_units)}
        parts = {part.code: number for number, part in enumerate(self.year.plan.breakdowns, start=1)}
        mine = (key for key in self.now if key[1] == indicator and key[3] == self.asked.period)
        shown = (key for key in mine if self.asked.org_unit in {"", key[0]})
        return sorted(shown, key=lambda key: (order.get(key[0], len(order)), parts.get(key[2] or "", 0)))

    def _others(self, key: TargetKey, indicator: Indicator) -> tuple[tuple[str, str], ...]:
        """What other authorities have set for the same thing, as it is in force."""
        return tuple(
            (name, target_said(targets[key], indicator, self.language))
            for name, targets in self.others
            if key in targets
        )

    def _row(self, key: TargetKey, indicator: Indicator) -> GridRow:
        target, before = self.now[key], self.before.get(key)
        org_unit = name_on(self.year.organisation, key[0], end_of(self.year)).to(self.language)
        part = next(
            (one.name.to(self.language) for one in self.year.plan.breakdowns if one.code == key[2]), key[2] or ""
        )
        last = self.last_year.get((key[0], key[1], key[2]))
        said = amount_said(in_measure(last.amount, last.measure, indicator), indicator, self.language) if last else ""
        is_changed = target.version == self.version and before is not None
        return GridRow(
            id_of(field_of(key)),
            field_of(key),
            part or org_unit,
            ", ".join(filter(None, (indicator.name.to(self.language), org_unit, part))),
            key[2] is not None,
            said,
            target_said(before, indicator, self.language),
            target_said(target, indicator, self.language),
            typed_text(target, indicator, self.language),
            is_changed and _differs(before, target),
            target.state,
            target.reason,
            self._others(key, indicator),
            self.checks.get(key, ()),
        )


def with_typed(parts: tuple[GridPart, ...], typed: Mapping[str, str], wrong: Mapping[str, str]) -> tuple[GridPart, ...]:
    """Return a grid with what a person typed in its inputs, and what was wrong with it beside them."""

    def row(one: GridRow) -> GridRow:
        return replace(one, typed=typed.get(one.field, one.typed), wrong=wrong.get(one.field, ""))

    return tuple(
        replace(part, indicators=tuple(replace(i, rows=tuple(map(row, i.rows))) for i in part.indicators))
        for part in parts
    )


def last_year_of(year: Year) -> Mapping[tuple[str, str, str | None], ReportedFigure]:
    """Return what each org unit reported of the year before, by org unit, indicator and part; the last revision."""
    this, before = Period.of_year(year.head.year), Period.of_year(year.head.year - 1)
    asked = {(Kind.LAST_YEAR, this), (Kind.ACTUAL, before)}
    found: dict[tuple[str, str, str | None], ReportedFigure] = {}
    for figure in sorted(year.reported, key=lambda one: one.revision):
        if (figure.kind, figure.period) in asked:
            found[figure.org_unit, figure.indicator, figure.breakdown] = figure
    return found


def _differs(before: Target | None, now: Target) -> bool:
    return before is None or (before.amount, before.state, before.measure) != (now.amount, now.state, now.measure)
