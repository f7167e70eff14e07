"""What a year adds up to, as somebody may see it: calculated once, and kept while the year's stamp holds."""

import functools
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tongket.desk.consolidating import consolidated
from tongket.desk.dossiers import beside_typed
from tongket.desk.reviewing import occasion_of
from tongket.documents.occasion import Occasion
from tongket.documents.review_material import Material
from tongket.dossier import Filing
from tongket.dossier.form import FormStage
from tongket.figures import Kind
from tongket.figures.measures import DATE
from tongket.files.results_json import dumped, results_document
from tongket.results import Results
from tongket.server.clock import civil_day
from tongket.server.records.models import DossierCase, YearBook
from tongket.server.records.queries.books import COUNTED, typed_year
from tongket.server.records.queries.dossiers import cases
from tongket.server.records.queries.seen import year_seen
from tongket.words import Language
from tongket.year import Period
from tongket.yearbook import Year

BASES = (Kind.ESTIMATE, Kind.ACTUAL)
STAGES = {Kind.ESTIMATE: FormStage.ESTIMATE, Kind.ACTUAL: FormStage.FINAL}


@dataclass(frozen=True, slots=True, eq=False)
class Reckoned:
    """A year and all it adds up to, on one basis, with or without what belongs to the Party.

    `mark` is the same as long as nothing in it changed; what is drawn or written from it can be kept under it.
    """

    year: Year
    results: Results
    basis: Kind
    mark: str

    @property
    def occasion(self) -> Occasion:
        """What its papers need beside its parts."""
        return occasion_of(self.year, self.basis)

    def material(self, language: Language) -> Material:
        """Return it laid out for tables and sentences in a language."""
        parts = (self.occasion, self.year.organisation, self.year.plan, self.results)
        return Material.gathered(*parts, self.year.words, language)


@dataclass(frozen=True, slots=True)
class Turnout:
    """Of how many org units the dossiers stand in the figures, and of how many they should."""

    came: int
    asked: int


def reckoned(book: YearBook, *, party: bool, basis: Kind | None = None) -> Reckoned:
    """Return what a year adds up to on a basis (its own where none is named); Party figures only with the right.

    Raises Refused when figures are too large to be added exactly.
    """
    chosen = basis or typed_year(book).head.basis
    return _reckoned(book.pk, book.stamp, chosen, party, tuple(_filings(book, chosen)))


def turnout(book: YearBook, basis: Kind) -> Turnout:
    """Return of how many org units the dossiers count."""
    asked = cases(book, STAGES[basis])
    return Turnout(sum(case.state in COUNTED for case in asked), len(asked))


def has_figures(one: Reckoned) -> bool:
    """Say whether anything of the year was reported; what only splits another figure is nothing by itself."""
    splits = _splits(one)
    return any(row.actual is not None and row.indicator not in splits for row in one.results.comparisons)


def has_final(one: Reckoned) -> bool:
    """Say whether final figures of the year have come; a day that has come, or what splits another, is none."""
    period, splits = Period.of_year(one.year.head.year), _splits(one)
    finals = (
        figure
        for figure in one.results.figures.values()
        if figure.address.kind is Kind.ACTUAL and figure.address.period == period
    )
    return any(figure.measure != DATE.code and figure.address.indicator not in splits for figure in finals)


def _splits(one: Reckoned) -> frozenset[str]:
    return frozenset(indicator.code for indicator in one.year.plan.indicators if indicator.at_plan_price_of)


def figures_hash(one: Reckoned) -> str:
    """Return one hash of all figures with their sources; it changes when a figure does, and only then."""
    document = results_document(one.year, one.results, (), {}, one.basis)
    return hashlib.sha256(dumped({"figures": document["figures"], "comparisons": document["comparisons"]})).hexdigest()


def _filings(book: YearBook, basis: Kind) -> Iterator[Filing]:
    """Who has filed, as their dossiers say; nothing where no dossier of the stage came, and what was typed holds."""
    found = cases(book, STAGES[basis])
    if any(case.received_at or case.state in COUNTED for case in found):
        yield from (_filing(case) for case in found)


def _filing(case: DossierCase) -> Filing:
    due, came = case.extended_to or case.due_at, case.received_at
    return Filing(
        case.org_unit,
        Period.parse(case.period),
        civil_day(due) if due else None,
        civil_day(came) if came else None,
        came is not None or case.state in COUNTED,
    )


@functools.lru_cache(maxsize=16)
def _reckoned(pk: int, stamp: str, basis: Kind, party: bool, filings: tuple[Filing, ...]) -> Reckoned:  # noqa: FBT001 - a key
    book = YearBook.objects.get(pk=pk)
    year = year_seen(book, party=party)
    known = {(one.org_unit, one.period) for one in filings}
    typed = tuple(one for one in year.filings if (one.org_unit, one.period) not in known)
    year = replace(year, dossiers=tuple(beside_typed(year, year.dossiers)), filings=(*filings, *typed))
    results = consolidated(year, basis)
    told = tuple(finding for dossier in year.dossiers for finding in dossier.findings)
    mark = hashlib.sha256(repr((pk, stamp, basis, party, filings)).encode()).hexdigest()[:32]
    return Reckoned(year, replace(results, findings=(*told, *results.findings)), basis, mark)
