"""The figures of one dossier as a checker reads them: last year, plan, to date, estimate, percent, at their very cells.

Percentages and standings are those of the consolidated table: the same calculation, over this one dossier.
"""

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from tongket.desk.asking import form_of
from tongket.desk.consolidating import consolidated
from tongket.documents import wording as w
from tongket.documents.occasion import Occasion
from tongket.documents.printing import amount_text, days_text
from tongket.documents.review_material import Material
from tongket.documents.review_standing import aside_text, standing_text
from tongket.documents.tables_of_review import value_cell
from tongket.dossier import Dossier
from tongket.dossier.form import FIRST_ROW, OPEN_COLUMNS, FormColumn, FormPart, FormRow, FormStage, ReportForm
from tongket.dossier.form_words import ABSENCE_NAMES
from tongket.figures import Amount, Kind, measure_of
from tongket.figures.measures import DATE
from tongket.files.csv_rows import column_letters
from tongket.results import Comparison
from tongket.server.actions.dossier.explaining import with_explanations
from tongket.server.records.models import DossierVersion
from tongket.server.records.queries.books import typed_year
from tongket.server.records.queries.dossiers import dossier_of, in_year, prefix_of
from tongket.server.records.queries.seen import dossier_without, party_codes, without_party
from tongket.server.web.checking.heads import head_of
from tongket.words import Language, Place, Text
from tongket.year import Period
from tongket.yearbook import Year

PRINTED = (FormColumn.LAST_YEAR, FormColumn.PLAN)
"""The columns printed in the form; a remark on them is possible too: they may have been changed by hand."""
_KINDS = {
    FormColumn.ACTUAL_TO_DATE: Kind.ACTUAL_TO_DATE,
    FormColumn.ESTIMATE: Kind.ESTIMATE,
    FormColumn.ACTUAL: Kind.ACTUAL,
}
_EMPTY = Text("để trống", "пусто", "left empty")


@dataclass(frozen=True, slots=True)
class FigureCell:
    """One cell: its words, and where it stands in the workbook (`Bieu1!G8`), empty where no workbook has it."""

    column: FormColumn
    text: str
    place: str = ""
    is_empty: bool = False

    @property
    def anchor(self) -> str:
        """How the page names the cell in its addresses."""
        return anchor_of(self.place)


def anchor_of(place: str) -> str:
    """Return how the page names a place of a workbook in its addresses: `c-Bieu1-G8`."""
    return f"c-{place}".replace("!", "-").replace(" ", "-") if place else ""


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One row of the table: an indicator or one part of it."""

    name: str
    measure: str
    is_part: bool
    cells: tuple[FigureCell, ...]
    percent: str
    standing: str
    tone: str
    explanation: str = ""

    @property
    def place(self) -> str:
        """The cell that a remark on the row is put at, unless another is chosen: the last figure filled in."""
        return self.cells[-1].place


@dataclass(frozen=True, slots=True)
class FigurePart:
    """A part of the form with its rows."""

    title: str
    sheet: str
    rows: tuple[FigureRow, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The whole table: the heads of its columns of figures, and its parts."""

    heads: tuple[str, ...]
    parts: tuple[FigurePart, ...]
    cells: Mapping[str, str] = field(default_factory=dict)
    """What each place is called: for the choice where a remark is put."""


def dossier_seen(version: DossierVersion, *, party: bool) -> Dossier:
    """Return what a version says, without the Party's part for who has no right to it."""
    dossier = with_explanations(dossier_of(version), answers_to(version))
    return dossier if party else dossier_without(dossier, party_codes(typed_year(version.case.book).plan))


def answers_to(version: DossierVersion) -> tuple[tuple[str, str, str], ...]:
    """Return what the unit said on the page to the findings of its dossier: row, code, text."""
    return tuple(version.case.explanations.values_list("row", "code", "text"))


def table_of(version: DossierVersion, *, party: bool, language: Language) -> Table:
    """Return the table of a version; kept as long as the year and the version are the same."""
    book = version.case.book
    return _table(_Asked(book.pk, book.stamp, version.pk, party, language, answers_to(version)))


@dataclass(frozen=True, slots=True)
class _Asked:
    """All that a table depends on."""

    book: int
    stamp: str
    version: int
    party: bool
    language: Language
    answers: tuple[tuple[str, str, str], ...]


@functools.lru_cache(maxsize=64)
def _table(asked: _Asked) -> Table:
    kept = DossierVersion.objects.select_related("case__book").get(pk=asked.version)
    year = typed_year(kept.case.book)
    year = year if asked.party else without_party(year)
    dossier = dossier_seen(kept, party=asked.party)
    stage = FormStage(kept.case.stage)
    maker = _Maker(
        year, dossier, form_of(year, kept.case.org_unit, stage), asked.language, prefix_of(kept.case, kept.number)
    )
    columns = (*PRINTED, *OPEN_COLUMNS[stage])
    parts = tuple(maker.part(part, columns) for part in maker.form.parts if part.is_figures)
    named = {
        cell.place: f"{cell.place.replace('!', ' · ')} – {row.name}"
        for part in parts
        for row in part.rows
        for cell in row.cells
        if cell.place
    }
    heads = tuple(head_of(one, year.head.year, year.head.cut_off, asked.language) for one in columns)
    return Table(heads, parts, named)


class _Maker:
    """What making one row needs: the form, the figures by what they are about, and the rows of the results."""

    def __init__(self, year: Year, dossier: Dossier, form: ReportForm, language: Language, prefix: str) -> None:
        self.form, self.language = form, language
        self.material, self.compared = _compared(year, in_year(dossier, prefix), form, language)
        about = {(one.indicator, one.breakdown, one.period, one.kind): one for one in dossier.figures}
        self.figures = about
        self.absences = {(one.indicator, one.breakdown, one.period, one.kind): one for one in dossier.absences}
        self.is_form = bool(dossier.form)
        self.stated = {(one.indicator, one.breakdown) for one in dossier.figures}

    def part(self, part: FormPart, columns: tuple[FormColumn, ...]) -> FigurePart:
        rows = (self._row(part, number, row, columns) for number, row in enumerate(part.rows, start=FIRST_ROW))
        return FigurePart(part.title.to(self.language), part.sheet, tuple(rows))

    def _row(self, part: FormPart, number: int, row: FormRow, columns: tuple[FormColumn, ...]) -> FigureRow:
        compared = self.compared.get((row.indicator, row.breakdown))
        percent = value_cell(self.material, compared, Kind.PERCENT_OF_PLAN).text if compared else w.NOT_APPLICABLE
        aside = aside_text(self.material, compared) if compared else ""
        said = standing_text(self.material, compared) if compared else ""
        return FigureRow(
            row.name.to(self.language),
            "" if row.breakdown else measure_of(row.measure).label.to(self.language),
            row.breakdown is not None,
            tuple(self._cell(part, number, row, column) for column in columns),
            f"{percent}%" if percent[:1].isdigit() else percent,
            f"{said} ({aside})" if said and aside else said or aside,
            _tone(compared),
            " ".join(self._explanations(row)),
        )

    def _cell(self, part: FormPart, number: int, row: FormRow, column: FormColumn) -> FigureCell:
        place = f"{part.sheet}!{column_letters(column.position)}{number + 1}" if self.is_form else ""
        if column is FormColumn.LAST_YEAR:
            return FigureCell(column, self._amount(row.last_year, row) or w.NOT_APPLICABLE, place)
        if column is FormColumn.PLAN:
            state = ABSENCE_NAMES[row.plan_state].to(self.language) if row.plan_state else w.NOT_APPLICABLE
            return FigureCell(column, self._amount(row.plan, row) or state, place)
        return self._filled(row, column, place)

    def _filled(self, row: FormRow, column: FormColumn, place: str) -> FigureCell:
        key = (row.indicator, row.breakdown, self.form.period, _KINDS[column])
        figure, absence = self.figures.get(key), self.absences.get(key)
        found = figure.place if figure else absence.place if absence else None
        place = _named(found) or place
        if figure:
            return FigureCell(column, self._amount(figure.amount, row), place)
        if absence:
            return FigureCell(column, ABSENCE_NAMES[absence.absence].to(self.language), place)
        return FigureCell(column, _EMPTY.to(self.language), place, is_empty=True)

    def _amount(self, amount: Amount | None, row: FormRow) -> str:
        if amount is None:
            return ""
        if row.measure == DATE.code:
            return days_text(amount, self.language)
        return amount_text(amount, row.digits, self.language)

    def _explanations(self, row: FormRow) -> Iterator[str]:
        about = (one for key, one in self.figures.items() if key[:2] == (row.indicator, row.breakdown))
        return iter(dict.fromkeys(one.explanation for one in about if one.explanation))


def _compared(
    year: Year, dossier: Dossier, form: ReportForm, language: Language
) -> tuple[Material, dict[tuple[str, str | None], Comparison]]:
    """The rows of the consolidated table that this dossier alone gives, against the line that counts."""
    basis = Kind.ACTUAL if form.stage is FormStage.FINAL else Kind.ESTIMATE
    alone = replace(year, dossiers=(dossier,))
    results = consolidated(alone, basis)
    occasion = Occasion(year.head.year, form.org_unit, Text(""), form.cut_off, basis)
    material = Material.gathered(occasion, year.organisation, year.plan, results, (), language)
    period = Period.of_year(year.head.year)
    rows = {
        (one.indicator, one.breakdown): one
        for one in reversed(results.comparisons)
        if one.org_unit == form.org_unit and one.period == period and material.counts(one)
    }
    return material, rows


def _named(place: Place | None) -> str:
    return f"{place.sheet}!{place.cell}" if place and place.sheet and place.cell else ""


def _tone(row: Comparison | None) -> str:
    from tongket.results import Achievement

    tones = {Achievement.EXCEEDED: "good", Achievement.MET: "good", Achievement.NOT_MET: "warn"}
    return tones.get(row.achievement, "quiet") if row else "quiet"
