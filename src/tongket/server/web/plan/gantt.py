"""The chart of key projects as SVG: a bar for each milestone as it was set, marks for forecast and actual, today.

Positions are whole tenths of a pixel; colours are classes, so that light and dark rule them. The table beside
the chart says the same in words.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tongket.server.web.plan.projects import MilestoneRow, ProjectRow
from tongket.words import Language, Text
from tongket.year import Period

LEFT: Final = 280
WIDTH: Final = 960
TOP: Final = 34
ROW: Final = 30
_LEAST: Final = 6
_PLAN: Final = Text("Kế hoạch: {when}", "План: {when}", "Plan: {when}")
_FORECAST: Final = Text("Dự báo: {when}", "Прогноз: {when}", "Forecast: {when}")
_ACTUAL: Final = Text("Thực tế: {when} ({standing})", "Факт: {when} ({standing})", "Actual: {when} ({standing})")
_TODAY: Final = Text("hôm nay", "сегодня", "today")
_LONGEST: Final = 36


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of days in a row: where it begins, how long it is, its class and what it says."""

    x: str
    y: int
    width: str
    kind: str
    title: str


@dataclass(frozen=True, slots=True)
class Label:
    """A text of the chart."""

    x: str
    y: int
    text: str
    kind: str
    full: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """The whole chart; `today` is where the line of the day stands, nothing where it lies outside."""

    height: int
    bars: tuple[Bar, ...]
    labels: tuple[Label, ...]
    ticks: tuple[Label, ...]
    today: str
    today_said: str
    width: int = WIDTH
    top: int = TOP


def chart_of(projects: tuple[ProjectRow, ...], day: dt.date, language: Language) -> Chart | None:
    """Draw the milestones of some projects; None where there is none."""
    spans = [one for project in projects for row in project.milestones for one in _periods(row)]
    if not spans:
        return None
    axis = _Axis(min(one.first for one in spans), max(one.last for one in spans))
    bars: list[Bar] = []
    labels: list[Label] = []
    y = TOP + 8
    for project in projects:
        if project.milestones:
            labels.append(Label("0", y + 18, _cut(project.name), "gantt-project", project.name))
            y += ROW
        for row in project.milestones:
            labels.append(Label("14", y + 18, _cut(row.name), "gantt-name", row.name))
            bars.extend(_bars(axis, row, y, language))
            y += ROW
    inside = axis.first <= day <= axis.last
    ticks = tuple(axis.ticks(y))
    return Chart(y + 8, tuple(bars), tuple(labels), ticks, axis.at(day) if inside else "", _TODAY.to(language))


class _Axis:
    """The days of the chart, from the first of a month to the last of one."""

    def __init__(self, first: dt.date, last: dt.date) -> None:
        self.first = first.replace(day=1)
        after = (last.replace(day=28) + dt.timedelta(days=4)).replace(day=1)
        self.last = after - dt.timedelta(days=1)
        self.days = (after - self.first).days

    def at(self, day: dt.date) -> str:
        return _tenths(self._at(day))

    def length(self, period: Period) -> str:
        """How long a period is; a day is drawn wide enough to be seen."""
        return _tenths(max(self._at(period.until) - self._at(period.first), _LEAST * 10))

    def ticks(self, height: int) -> Iterator[Label]:
        """Months where they have room, else quarters or years."""
        months = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1
        step = 1 if months <= 14 else 3 if months <= 42 else 12
        for number in range(months):
            year, month = divmod(self.first.month - 1 + number, 12)
            day = dt.date(self.first.year + year, month + 1, 1)
            if month % step == 0:
                yield Label(self.at(day), height, f"{day:%m/%Y}" if step < 12 else str(day.year), "gantt-tick")

    def _at(self, day: dt.date) -> int:
        """Tenths of a pixel from the left."""
        return LEFT * 10 + (WIDTH - LEFT - 10) * 10 * (day - self.first).days // self.days


def _bars(axis: _Axis, row: MilestoneRow, y: int, language: Language) -> Iterator[Bar]:
    plan, forecast, actual = row.baseline_said, row.forecast_said, row.actual_said
    yield _bar(axis, row.baseline, y + 6, "gantt-plan", _PLAN.to(language).format(when=plan))
    if row.forecast:
        yield _bar(axis, row.forecast, y + 6, "gantt-forecast", _FORECAST.to(language).format(when=forecast))
    if row.actual and actual:
        said = _ACTUAL.to(language).format(when=actual, standing=row.standing)
        yield _bar(axis, row.actual, y + 6, f"gantt-actual gantt-{row.tone}", said)


def _bar(axis: _Axis, period: Period, y: int, kind: str, title: str) -> Bar:
    return Bar(axis.at(period.first), y, axis.length(period), kind, title)


def _periods(row: MilestoneRow) -> Iterator[Period]:
    yield from (one for one in (row.baseline, row.forecast, row.actual) if one)


def _tenths(number: int) -> str:
    whole, tenth = divmod(number, 10)
    return f"{whole}.{tenth}"


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
