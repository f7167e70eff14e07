"""Around the consolidated table: as of when and of whom, what stood out, how each org unit is doing, the milestones."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from tongket.documents import wording as w
from tongket.documents import wording_of_sections as ws
from tongket.documents.facts import Run
from tongket.documents.review_material import Material
from tongket.documents.review_sections import milestone_texts
from tongket.documents.review_sentences import (
    Runs,
    early_sentence,
    high_rows,
    indicator_sentence,
    missed_rows,
)
from tongket.documents.review_standing import standing
from tongket.figures import Kind
from tongket.results import Achievement, Comparison, MilestoneOutcome
from tongket.server.records.queries.results import Turnout
from tongket.words import Text

_UNITS: Final = Text("{came}/{asked} đơn vị", "организаций: {came} из {asked}", "{came}/{asked} org units")
_ESTIMATES: Final = Text("{count} số ước", "оценок: {count}", "{count} estimates")
_EARLY: Final = Text("Về đích sớm", "Досрочное выполнение", "Reached early")
_MILESTONE_TONES: Final = {
    Achievement.EXCEEDED: "good",
    Achievement.MET: "good",
    Achievement.NOT_DUE: "quiet",
    Achievement.NOT_MET: "bad",
}


@dataclass(frozen=True, slots=True)
class Listed:
    """A list below the table: its heading with the count, and its sentences, whose figures lead to their sources."""

    head: str
    sentences: tuple[Runs, ...]
    none: str


@dataclass(frozen=True, slots=True)
class Doing:
    """How the indicators of an org unit stand: how many there are, exceeded, met, not met, and others."""

    name: str
    count: int
    exceeded: int
    met: int
    not_met: int
    others: int

    @property
    def reached(self) -> int:
        """How many met or exceeded their plan."""
        return self.exceeded + self.met


@dataclass(frozen=True, slots=True)
class Stone:
    """A milestone: project, stage, plan, forecast, actual, and how early or late."""

    project: str
    stage: str
    plan: str
    forecast: str
    actual: str
    outcome: str
    tone: str


def cut_off_line(material: Material, turnout: Turnout) -> str:
    """`Số liệu tính đến ngày 31/10/2022 · 4/4 đơn vị · 2 số ước`."""
    stated = {str(row.actual.address): row.actual.address.kind for row in material.summary if row.actual}
    estimates = list(stated.values()).count(Kind.ESTIMATE)
    units = material.say(_UNITS, came=turnout.came, asked=turnout.asked) if turnout.asked else ""
    said = (material.cut_off, units, material.say(_ESTIMATES, count=estimates))
    return " · ".join(piece for piece in said if piece)


def lists(material: Material, rows: Iterable[Comparison]) -> tuple[Listed, ...]:
    """Return what stood out among the rows that are shown: 150 % and more, not met, reached early."""
    shown = {(row.org_unit, row.indicator) for row in rows}
    totals = [row for row in material.totals() if (row.org_unit, row.indicator) in shown]
    many = len({row.org_unit for row in totals}) > 1
    finishes = sorted(material.results.early_finishes, key=lambda one: -one.days_early)
    early = [one for one in finishes if (one.org_unit, one.indicator) in shown]
    high, missed = high_rows(material, totals), missed_rows(totals)

    def each(row: Comparison) -> Runs:
        return _bare(indicator_sentence(material, row, of_unit=many, last_year=False))

    return (
        Listed(material.say(w.HIGH_HEAD, count=len(high)), tuple(map(each, high)), material.say(w.NONE_SUCH)),
        Listed(material.say(w.NOT_MET_HEAD, count=len(missed)), tuple(map(each, missed)), material.say(w.NONE_SUCH)),
        Listed(
            material.say(_EARLY),
            tuple(_bare(early_sentence(material, one, of_unit=many)) for one in early),
            material.say(w.NONE_SUCH),
        ),
    )


def doings(material: Material) -> tuple[Doing, ...]:
    """Return how the indicators of each org unit in the table stand against the plan that counts."""
    units = dict.fromkeys(row.org_unit for row in material.yearly)
    return tuple(one for unit in units if (one := _doing(material, unit)).count)


def _doing(material: Material, unit: str) -> Doing:
    rows = material.totals(unit)
    said = [standing(row, material.indicator(row.indicator).direction) for row in rows]
    kinds = (Achievement.EXCEEDED, Achievement.MET, Achievement.NOT_MET)
    exceeded, met, not_met = (said.count(kind) for kind in kinds)
    others = len(said) - exceeded - met - not_met
    return Doing(material.unit_name(unit), len(said), exceeded, met, not_met, others)


def milestone_heads(material: Material) -> tuple[str, ...]:
    """Return the heads of the table of milestones."""
    texts = (w.PROJECT, w.MILESTONE, w.BASELINE, w.FORECAST, w.ACTUAL_DATE, w.EARLY_OR_LATE)
    return tuple(material.say(text) for text in texts)


def milestones(material: Material) -> Iterator[Stone]:
    """Give each milestone of the key projects, in the order of the plan."""
    known = {project.code: project for project in material.plan.key_projects}
    for one in material.results.milestones:
        project, stage, plan, forecast, actual, outcome = milestone_texts(material, known, one)
        yield Stone(project, stage, plan, forecast, actual, outcome, _milestone_tone(one))


def milestone_title(material: Material) -> str:
    """Return what the table of milestones is called."""
    return material.say(ws.TABLE_OF_MILESTONES)


def _milestone_tone(one: MilestoneOutcome) -> str:
    return _MILESTONE_TONES.get(one.achievement, "warn")


def _bare(runs: Runs) -> Runs:
    """A sentence without the dash that opens it on paper: a page's list has marks of its own."""
    first, *rest = runs
    return (Run(first.text.removeprefix("- "), address=first.address), *rest)
