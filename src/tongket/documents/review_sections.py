"""The worded sections of the review: context, key projects, filing, shortcomings with cause and remedy, directions.

Where the year's data say nothing, the section says so in one sentence and adds nothing of its own.
"""

from collections.abc import Iterator, Sequence

from tongket.documents import wording as w
from tongket.documents import wording_of_sections as ws
from tongket.documents.facts import Align, Block, Column, Paragraph, Row, Run, Table, cells
from tongket.documents.printing import period_text
from tongket.documents.review_material import Material, PlanKey
from tongket.documents.review_results import LEADING_UNITS, plain
from tongket.documents.review_standing import count_of_days, days_late_text
from tongket.documents.tables_of_review import fitted
from tongket.dossier import Narrative, Section
from tongket.figures import measure_of
from tongket.plan import Assumption, KeyProject
from tongket.results import Achievement, FilingOutcome, FilingState, MilestoneOutcome
from tongket.words import Text, short_date, written
from tongket.year import Period

MOST_MILESTONES = 15
MOST_FILINGS = 12


def context(material: Material) -> Iterator[Block]:
    """Section I: who takes part, against which plans and assumptions, on which figures; then the words of the year."""
    root, members = material.unit_name(material.occasion.org_unit), material.members
    if 0 < len(members) <= LEADING_UNITS:
        names = ", ".join(material.unit_name(code) for code in members)
        yield plain(material.say(ws.MEMBERS, unit=root, count=len(members), names=names))
    elif members:
        appendix = material.say(w.APPENDIX, number="I")
        yield plain(material.say(ws.MANY_MEMBERS, unit=root, count=len(members), appendix=appendix))
    if material.occasion.basis in ws.BASIS and material.yearly:
        yield plain(material.say(ws.BASIS[material.occasion.basis]))
    yield from _plans(material)
    yield from narrative(material, Section.CONTEXT)


def _plans(material: Material) -> Iterator[Block]:
    keys = material.plans
    if keys:
        yield plain(material.say(ws.PLANS))
        yield from (plain(f"- {_plan_line(material, key)}.") for key in keys)
    assumed = "; ".join(
        _assumption(material, one) for one in material.plan.assumptions if (one.line, one.version) in keys
    )
    if assumed:
        yield plain(material.say(ws.ASSUMED, assumptions=assumed.rstrip(".")))


def _plan_line(material: Material, key: PlanKey) -> str:
    version, document = material.versions.get(key), material.plan_document(key)
    said = (
        material.plan_name(key),
        material.say(ws.BY_DOCUMENT, document=document) if document else "",
        version.reason if version else "",
        material.say(ws.ILLUSTRATIVE_VERSION) if version and version.illustrative else "",
    )
    return "; ".join(piece.rstrip(".") for piece in said if piece)


def _assumption(material: Material, one: Assumption) -> str:
    places = {"name": material.say(w.ASSUMPTIONS[one.code]), "planned": written(one.planned, material.language)}
    if one.realised is None:
        said = material.say(ws.ONLY_PLANNED, **places)
    else:
        said = material.say(ws.PLANNED_AND_REALISED, **places, realised=written(one.realised, material.language))
    return f"{said} {measure_of(one.measure).label.to(material.language)}".strip()


def narrative(material: Material, section: Section) -> Iterator[Block]:
    """The paragraphs people wrote for a section, each with its org unit, cause and remedy; or what is missing."""
    paragraphs = material.said_in(section)
    if not paragraphs and section in w.EMPTY:
        yield plain(material.say(w.EMPTY[section]))
    for number, one in enumerate(paragraphs, start=1):
        mark = f"{number}. " if section is Section.SHORTCOMING and len(paragraphs) > 1 else ""
        yield Paragraph((Run(mark + _unit_mark(material, one) + one.text.to(material.language)),))
        if section is Section.SHORTCOMING:
            yield _answer(material, ws.CAUSE, one.cause)
            yield _answer(material, ws.REMEDY, one.remedy)


def _unit_mark(material: Material, one: Narrative) -> str:
    return f"{material.unit_name(one.org_unit)}: " if one.org_unit else ""


def _answer(material: Material, form: Text, answer: Text) -> Paragraph:
    head, _, tail = form.to(material.language).partition("{text}")
    said = answer.to(material.language) or material.say(ws.NOT_SAID)
    return Paragraph((Run(head, italic=True), Run(said + tail)))


def projects(material: Material) -> Iterator[Block]:
    """Key projects: how many milestones came early, on time, late; then their table, the latest first when many."""
    outcomes = material.results.milestones
    if not outcomes:
        yield plain(material.say(ws.NO_MILESTONES))
        return
    groups = [sum(_outcome(one) == at for one in outcomes) for at in range(len(ws.MILESTONE_COUNTS))]
    said = (material.say(text, n=n) for text, n in zip(ws.MILESTONE_COUNTS, groups, strict=True) if n)
    yield plain(material.say(ws.MILESTONES_COUNTED, count=len(outcomes), outcomes=", ".join(said)))
    yield milestones_table(material, outcomes)


def _outcome(one: MilestoneOutcome) -> int:
    """Which of the counts a milestone falls under: early, on time, late, not due, overdue."""
    if one.days_late is None:
        return 3 if one.achievement is Achievement.NOT_DUE else 4
    return 0 if one.days_late < 0 else 1 if one.days_late == 0 else 2


def milestones_table(material: Material, outcomes: Sequence[MilestoneOutcome], most: int = MOST_MILESTONES) -> Table:
    """Milestones with plan, forecast and actual, in the order of the plan; of many, the late and the far from plan."""
    telling = sorted(outcomes, key=lambda one: (_outcome(one) not in (2, 4), -abs(one.days_late or 0)))[:most]
    shown = [one for one in outcomes if one in telling]
    known = {project.code: project for project in material.plan.key_projects}
    rows = tuple(Row(cells(str(n), *milestone_texts(material, known, one))) for n, one in enumerate(shown, start=1))
    left = len(outcomes) - len(shown)
    sheet = ws.SHEETS["milestones"].to(material.language)
    note = material.say(ws.SIMILAR, count=left, sheet=sheet) if left else ""
    return Table(fitted(_milestone_heads(material), rows), rows, material.say(ws.TABLE_OF_MILESTONES), note=note)


def _milestone_heads(material: Material) -> list[Column]:
    texts = (w.PROJECT, w.MILESTONE, w.BASELINE, w.FORECAST, w.ACTUAL_DATE, w.EARLY_OR_LATE)
    aligned = (Align.LEFT, Align.LEFT, Align.CENTRE, Align.CENTRE, Align.CENTRE, Align.LEFT)
    heads = [Column(material.say(text), align=align) for text, align in zip(texts, aligned, strict=True)]
    return [Column(material.say(w.ORDINAL), align=Align.CENTRE), *heads]


def milestone_texts(material: Material, projects: dict[str, KeyProject], one: MilestoneOutcome) -> tuple[str, ...]:
    """Project, stage, plan, forecast, actual, early or late, as printed."""
    step = one.milestone
    project = projects.get(step.project)
    name = project.name.to(material.language) if project else step.project
    stage = step.name.to(material.language) or material.say(w.STAGES[step.stage])
    came = step.actual if one.days_late is not None else None  # what came after the cut-off day has not come yet
    days = [_day(material, period) for period in (step.baseline, step.forecast, came)]
    return name, stage, *days, milestone_state(material, one)


def _day(material: Material, period: Period | None) -> str:
    return period_text(period, material.language) if period else w.NOT_APPLICABLE


def milestone_state(material: Material, one: MilestoneOutcome) -> str:
    """`sớm 23 ngày`, `đúng hạn`, `muộn 12 ngày`, `chưa đến hạn`, or overdue."""
    if one.days_late is not None:
        return days_late_text(material, one.days_late)
    return material.say(w.NOT_DUE if one.achievement is Achievement.NOT_DUE else w.OVERDUE)


def filing(material: Material) -> Iterator[Block]:
    """Who has filed: the counts, then the table; of many, only those late or missing."""
    outcomes = material.results.filings
    if not outcomes:
        yield plain(material.say(ws.NO_FILINGS))
        return
    states = [one.state for one in outcomes]
    counted = {str(state): states.count(state) for state in FilingState}
    filed = len(states) - counted[FilingState.MISSING]
    undated = material.say(ws.FILINGS_UNDATED, **counted) if counted[FilingState.RECEIVED] else ""
    yield plain(material.say(ws.FILINGS_COUNTED, filed=filed, count=len(states), undated=undated, **counted))
    named = [one for one in outcomes if len(outcomes) <= MOST_FILINGS or one.state is not FilingState.ON_TIME]
    if named:
        yield filings_table(material, named)


def filings_table(material: Material, outcomes: Sequence[FilingOutcome], most: int = MOST_FILINGS) -> Table:
    """Org unit, period, due day, day of filing, how it stands, and what was noted of it."""
    texts = filing_columns(material)
    aligned = (Align.LEFT, Align.CENTRE, Align.CENTRE, Align.CENTRE, Align.LEFT, Align.LEFT)
    heads = [Column(material.say(text), align=align) for text, align in zip(texts, aligned, strict=False)]
    rows = tuple(Row(cells(*filing_texts(material, one))) for one in outcomes[:most])
    sheet = ws.SHEETS["filings"].to(material.language)
    left = len(outcomes) - len(rows)
    note = material.say(ws.SIMILAR, count=left, sheet=sheet) if left else ""
    return Table(fitted(heads, rows), rows, material.say(ws.TABLE_OF_FILINGS), note=note)


def filing_columns(material: Material) -> tuple[Text, ...]:
    """The heads of the columns of filings; a note only where any was made."""
    noted = any(one.filing.note for one in material.results.filings)
    return (w.ORG_UNIT, w.PERIOD, w.DUE, w.FILED_ON, w.STATE, *((w.NOTE,) if noted else ()))


def filing_texts(material: Material, one: FilingOutcome) -> tuple[str, ...]:
    """Org unit, period, due, filed on, state and note, as printed under `filing_columns`."""
    days = [
        short_date(day, material.language) if day else w.NOT_APPLICABLE for day in (one.filing.due, one.filing.filed_on)
    ]
    state = material.say(w.FILING[one.state], days=count_of_days(material, one.days_late))
    noted = w.NOTE in filing_columns(material)
    period = period_text(one.filing.period, material.language)
    return material.unit_name(one.filing.org_unit), period, *days, state, *((one.filing.note,) if noted else ())
