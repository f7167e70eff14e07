"""Fills a superior's own template from the figures of the year: which value goes into which of its cells.

Only cells that are empty are filled. What a cell already says, or calculates, is told and left, unless the person asks
for values to be replaced; a formula is never replaced.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Final

from tongket.dossier.foreign import findings as say
from tongket.dossier.foreign.agreement import amount_in
from tongket.dossier.foreign.headings import FIGURES
from tongket.dossier.foreign.labels import folded
from tongket.dossier.foreign.mapping import Certainty, ColumnMapping, RowMapping, WorkbookMapping
from tongket.dossier.foreign.measures import measure_named
from tongket.dossier.foreign.relocating import FoundAgain, Wanted, found_again
from tongket.dossier.foreign.sheet import ForeignSheet
from tongket.dossier.foreign.tables import ForeignRow, is_filled, shown
from tongket.dossier.form import FormColumn
from tongket.dossier.grid import Book, Value
from tongket.figures import Figure, Measure, converted, measure_of
from tongket.figures.measures import DATE
from tongket.words import Finding, FindingKind, Place, written
from tongket.words.findings import Value as Said

Filled = Decimal | str | dt.date
Wants = tuple[str, str, FormColumn]
"""Which figure a cell asks for: of an org unit, of an indicator or part, of a kind."""
_PERCENT: Final = measure_of("%")
"""What a cell that shows a percentage counts in, whatever stands beside it; it keeps the hundredth of it."""
_PLACEHOLDERS: Final = frozenset({"-", "–", "—", "…", "...", "x"})


@dataclass(frozen=True, slots=True)
class Filling:
    """A value for a cell of the template, and the address of the figure it is."""

    place: Place
    value: Filled
    address: str


def fillings(
    mapping: WorkbookMapping, book: Book, year: int, figures: Mapping[Wants, Figure], *, overwrite: bool = False
) -> tuple[tuple[Filling, ...], tuple[Finding, ...]]:
    """Return what goes into a template, and what is to be said of cells that were left.

    `figures` are the figures of the year by what a cell may ask for. With `overwrite` other values give way.
    """
    work = _Work(mapping, book, year, figures, overwrite)
    return tuple(work.run()), tuple(work.findings)


@dataclass(slots=True)
class _Work:
    """One template being filled."""

    mapping: WorkbookMapping
    book: Book
    year: int
    figures: Mapping[Wants, Figure]
    overwrite: bool
    findings: list[Finding] = field(default_factory=list)

    def run(self) -> Iterator[Filling]:
        measures = frozenset(figure.measure for figure in self.figures.values())
        for mapped in self.mapping.sheets:
            columns = {c.column: None for c in mapped.columns if c.column in FIGURES}
            again, told = found_again(
                self.book, self.mapping, mapped, Wanted(self.year, tuple(c for c in columns if c), measures)
            )
            self.findings.extend(told)
            if again is not None:
                yield from self._sheet(again)

    def _sheet(self, again: FoundAgain) -> Iterator[Filling]:
        told = again.sheet.told_measures()
        for mapped, row in again.rows:
            if mapped.certainty is Certainty.TO_CONFIRM:
                self._at_label(say.ROW_UNCONFIRMED, again.sheet, row, label=row.label, code=mapped.code)
            elif mapped.certainty is Certainty.CERTAIN and folded(told[row.row]) != folded(mapped.told):
                about = {"label": row.label, "before": mapped.told or "–", "now": told[row.row] or "–"}
                self._at_label(say.MEASURE_CHANGED, again.sheet, row, **about)
            elif mapped.certainty is Certainty.CERTAIN:
                for column in again.sheet.figures:
                    yield from self._cell(again.sheet, row, mapped, column)

    def _cell(
        self, sheet: ForeignSheet, row: ForeignRow, mapped: RowMapping, column: ColumnMapping
    ) -> Iterator[Filling]:
        assert column.column is not None
        whose = column.org_unit or mapped.org_unit or self.mapping.org_unit
        figure = self.figures.get((whose, mapped.code, column.column))
        place = self.book.place(sheet.grid, row.row, column.position)
        if (row.row, column.position) in sheet.grid.computed:
            self.findings.append(say.HOLDS_FORMULA.at(place, cell=place.cell))
        elif figure is None:
            if not is_filled(sheet.value(row, column)):
                self.findings.append(say.NO_FIGURE.at(place, cell=place.cell, org_unit=whose, code=mapped.code))
        else:
            theirs = self._measure(mapped, figure)
            if (row.row, column.position) not in sheet.grid.percents:
                yield from self._value(place, sheet.value(row, column), mapped, figure, theirs)
                return
            for one in self._value(place, sheet.value(row, column), mapped, figure, _PERCENT):
                yield replace(one, value=one.value.scaleb(-2)) if isinstance(one.value, Decimal) else one

    def _measure(self, mapped: RowMapping, figure: Figure) -> Measure:
        """What a row of the template counts in; without a word of its own, what the figure does."""
        if not mapped.measure:
            return measure_of(figure.measure)
        return measure_named(mapped.measure, frozenset({figure.measure})) or measure_of(mapped.measure)

    def _value(
        self, place: Place, there: Value, mapped: RowMapping, figure: Figure, theirs: Measure
    ) -> Iterator[Filling]:
        value = _in_measure(figure, theirs)
        if value is None:
            about: dict[str, Said] = {"theirs": theirs.label, "ours": measure_of(figure.measure).label}
            self.findings.append(say.MEASURE_DIFFERS.at(place, "", cell=place.cell, label=mapped.label, **about))
        elif _is_empty(there) or (self.overwrite and not _says(there, value)):
            yield Filling(place, value, str(figure.address))
        elif not _says(there, value):
            about = {"found": shown(there), "value": shown(value), "address": str(figure.address)}
            self.findings.append(say.HOLDS_VALUE.at(place, "", cell=place.cell, **about))

    def _at_label(self, kind: FindingKind, sheet: ForeignSheet, row: ForeignRow, **values: Said) -> None:
        names = [column.position for column in sheet.columns if column.column is FormColumn.NAME]
        place = self.book.place(sheet.grid, row.row, names[0] if names else 0)
        self.findings.append(kind.at(place, "", cell=place.cell, **values))


def _is_empty(value: Value) -> bool:
    return not is_filled(value) or (isinstance(value, str) and value.strip().lower() in _PLACEHOLDERS)


def _says(there: Value, value: Filled) -> bool:
    """Whether a cell already says a value."""
    if isinstance(value, Decimal):
        stated = amount_in(there)
        return stated is not None and stated.is_exact and stated.exact == value
    return shown(there) == shown(value)


def _in_measure(figure: Figure, theirs: Measure) -> Filled | None:
    """The figure as the template counts; a range or a bound as a text; None where the measures do not convert."""
    ours = measure_of(figure.measure)
    if ours == DATE and figure.amount.is_exact:
        return dt.date.fromordinal(int(figure.amount.exact))
    if ours.dimension != theirs.dimension:
        return None
    amount = figure.amount.mapped(lambda number: converted(number, ours, theirs))
    if amount.is_exact:
        return amount.exact
    if amount.low is None or amount.high is None:
        return f"trên {written(amount.low)}" if amount.low is not None else f"dưới {written(amount.high or Decimal(0))}"
    return f"{written(amount.low)}–{written(amount.high)}"
