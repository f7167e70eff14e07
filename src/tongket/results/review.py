"""The review of a year in two steps around the engine: what is to be added up, and what the sums mean."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from tongket.dossier import Filing, ReportedFigure, StatedAbsence
from tongket.figures import Address, Figure, Kind
from tongket.organisation import Organisation
from tongket.organisation.rules import roots_on, subtree_on
from tongket.plan import Plan
from tongket.results import findings as say
from tongket.results.assembly import Assembler, SumRow, decoded
from tongket.results.cells import Cell
from tongket.results.comparison import Order, by_address, compare
from tongket.results.facts import FilingOutcome, FilingState, Results
from tongket.results.progress import early_finishes, filing_outcome, milestone_outcome, price_effects
from tongket.results.reconciliation import (
    components,
    months_missing,
    not_computed,
    printed_percents,
    reconcile,
    shares_and_statements,
    unweighted,
)
from tongket.results.resolution import Resolver
from tongket.results.rollup import Additions, Gatherer, Tree, cells_of
from tongket.results.statements import divided_by_shares, reported_statements, target_statements
from tongket.words import Finding
from tongket.year import Period

Said = TypeVar("Said")


@dataclass(frozen=True, slots=True)
class Question:
    """All that the review of a year rests on."""

    year: int
    organisation: Organisation
    plan: Plan
    reported: tuple[ReportedFigure, ...]
    filings: tuple[Filing, ...]
    files: Mapping[str, str]
    basis: Kind
    cut_off: dt.date
    absences: tuple[StatedAbsence, ...] = ()


@dataclass(frozen=True, slots=True)
class Prepared:
    """What was found before adding up, and the rows to add up."""

    question: Question
    resolver: Resolver
    tree: Tree
    additions: Additions
    units: tuple[str, ...]
    findings: tuple[Finding, ...]


def prepare(question: Question) -> Prepared:
    """Make the figures comparable, divide shares, and gather the rows of every sum."""
    plan, organisation = question.plan, question.organisation
    indicators = {indicator.code: indicator for indicator in plan.indicators}
    stated = tuple(reported_statements(question.reported, plan, question.year, question.files))
    divided, findings = divided_by_shares(stated, plan, organisation, question.files)
    targets = tuple(target_statements(plan, question.files))
    resolver = Resolver((*divided, *targets), indicators)
    tree, units = Tree(organisation), _units(organisation, Period.of_year(question.year).last)
    gatherer = Gatherer(resolver, tree, indicators, units)
    additions = gatherer.gather(cells_of(resolver, question.year))
    return Prepared(question, resolver, tree, additions, units, findings)


def conclude(prepared: Prepared, sums: Iterable[SumRow]) -> Results:
    """Turn the engine's sums into figures, the rows of the table, and everything that can be said of them."""
    question, plan = prepared.question, prepared.question.plan
    indicators = {indicator.code: indicator for indicator in plan.indicators}
    named = decoded(sums, prepared.additions)
    figures = Assembler(named, prepared.resolver, prepared.tree, indicators).figures(prepared.units)
    figures = _with_completeness(figures, prepared)
    order = Order(prepared.units, tuple(indicators), tuple(b.code for b in plan.breakdowns))
    comparisons, too_large = compare(figures, plan, order, question.basis, question.cut_off)
    filings = tuple(filing_outcome(filing) for filing in question.filings)
    roots = roots_on(question.organisation, question.cut_off)
    return Results(
        comparisons,
        by_address(comparisons),
        tuple(milestone_outcome(milestone, question.cut_off) for milestone in plan.milestones),
        tuple(early_finishes(comparisons, figures, plan, question.year)),
        tuple(price_effects(comparisons, plan)),
        filings,
        (
            *prepared.findings,
            *too_large,
            *not_computed(figures, plan),
            *unweighted(prepared.additions.unweighted, plan),
            *shares_and_statements(prepared.resolver),
            *months_missing(prepared.resolver),
            *reconcile(figures, named, prepared.resolver, plan),
            *components(figures, plan, roots),
            *printed_percents(question.reported, comparisons),
            *_of_filings(filings),
        ),
        _by_address((figure, figure.explanation) for figure in question.reported if figure.explanation),
        _by_address((absence, absence.absence) for absence in question.absences),
    )


def _by_address(said: Iterable[tuple[ReportedFigure | StatedAbsence, Said]]) -> dict[str, Said]:
    """Put what a unit says of a figure under its address; of several revisions the last one stands."""
    return {
        str(Address(one.org_unit, one.indicator, one.breakdown, one.period, one.kind)): words for one, words in said
    }


def _units(organisation: Organisation, day: dt.date) -> tuple[str, ...]:
    """Return all org units, each tree from its top down, then those no longer in a tree, then the groupings."""
    ordered = [code for root in roots_on(organisation, day) for code in subtree_on(organisation, root, day)]
    units = [unit.code for unit in organisation.org_units]
    return tuple(dict.fromkeys([*ordered, *units, *(grouping.code for grouping in organisation.groupings)]))


def _with_completeness(figures: Mapping[Cell, Figure], prepared: Prepared) -> dict[Cell, Figure]:
    """Count, for totals of org units with parts, how many that should be in them are.

    Who has a target for an indicator, or states a figure of it in the year, should; who has figures only by
    participating share files nothing and is not counted. A plan is counted where no one set it for the whole.
    """
    duty = _duty(prepared)
    counted = dict(figures)
    for cell, figure in figures.items():
        if cell.series.kind is Kind.LAST_YEAR:
            continue
        due = duty.get(cell.indicator, set()).intersection(prepared.tree.below(cell.org_unit, cell.period))
        if due and cell.series.kind is Kind.PLAN:
            planned = prepared.resolver.resolve(cell).leaves
            there = len(due) if planned else sum(_is_planned(cell, unit, prepared) for unit in due)
            counted[cell] = replace(figure, parts=there, expected=len(due))
        elif due:
            there = sum(cell._replace(org_unit=unit, breakdown=None) in figures for unit in due)
            counted[cell] = replace(figure, parts=there, expected=len(due))
    return counted


def _duty(prepared: Prepared) -> dict[str, set[str]]:
    duty: dict[str, set[str]] = {}
    by_share: set[tuple[str, str]] = set()
    for statement in prepared.resolver.statements:
        cell = statement.cell
        if statement.origin != cell.org_unit:
            by_share.add((cell.indicator, cell.org_unit))
        elif cell.series.kind is not Kind.LAST_YEAR:
            duty.setdefault(cell.indicator, set()).add(cell.org_unit)
    return {code: {unit for unit in units if (code, unit) not in by_share} for code, units in duty.items()}


def _is_planned(cell: Cell, unit: str, prepared: Prepared) -> bool:
    """Say whether a target of the line covers an org unit: its own, or one set for a unit above it within the whole."""
    within = prepared.tree.below(cell.org_unit, cell.period)
    above = (one for one in within if one == unit or unit in prepared.tree.below(one, cell.period))
    return any(prepared.resolver.resolve(cell.of(one)).leaves for one in above)


def _of_filings(filings: Sequence[FilingOutcome]) -> Iterable[Finding]:
    for outcome in filings:
        filing = outcome.filing
        due = filing.due or "–"
        if outcome.state is FilingState.MISSING:
            yield say.MISSING.at(filing.place, org_unit=filing.org_unit, period=str(filing.period), due=due)
        elif outcome.state is FilingState.LATE:
            yield say.LATE.at(
                filing.place, org_unit=filing.org_unit, period=str(filing.period), due=due, days=outcome.days_late
            )
