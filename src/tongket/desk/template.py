"""Fills a superior's own template with the figures of the year and leaves every other cell as it was."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from tongket.desk.consolidating import consolidated
from tongket.desk.dossiers import with_dossiers
from tongket.desk.mapping import Mapped, kept_mapping, known_mapping, read_both, write_file
from tongket.dossier.foreign import Asked, proposed
from tongket.dossier.foreign.filling import Wants, fillings
from tongket.dossier.foreign.labels import folded
from tongket.dossier.form import KIND_OF, FormColumn, FormRow
from tongket.figures import Figure, Kind
from tongket.files.mapping_workbook import Choices
from tongket.files.template_fill import filled
from tongket.files.year_folder import INPUTS, MAPPINGS
from tongket.organisation import name_on
from tongket.plan import Indicator
from tongket.words import Refused, Text, errors_in
from tongket.year import Period
from tongket.yearbook import Year

_EXISTS: Final = Text(
    "Đã có {place}; không ghi đè. Chọn tên khác.",
    "{place} уже есть; не перезаписывается. Укажите другое имя.",
    "{place} is there already and is not overwritten. Name another file.",
)


def fill_template(folder: Path, file: Path, out: Path, basis: Kind | None = None, *, overwrite: bool = False) -> Mapped:
    """Fill a superior's template with the figures of a year; its mapping is proposed first when there is none yet.

    What is certain is filled at once; what waits to be confirmed is told. Raises Refused, also when `out` exists.
    """
    if out.exists():
        raise Refused(_EXISTS.fill(place=str(out)))
    year, book, findings = read_both(folder, file)
    if year is None or book is None:
        return Mapped(findings)
    year, of_files = with_dossiers(folder, year)
    figures = dict(_figures(year, basis))
    rows = tuple(_rows(year, figures))
    units = _names(year)
    choices = Choices({row.code: row.name.vi for row in rows}, [row.measure for row in rows], list(units))
    place = folder / INPUTS / MAPPINGS / f"template-{file.stem}.xlsx"
    if place.exists():
        known, told = known_mapping(place, year.head.org_unit, choices)
        kept = Mapped(told, known, place)
    else:
        codes = _codes(figures)
        asked = Asked(year.head.org_unit, year.head.year, rows, units, to_fill=True, codes=codes)
        kept = kept_mapping(proposed(book, asked), choices, place, file)
    if kept.mapping is None or errors_in(kept.findings):
        return kept
    values, said = fillings(kept.mapping, book, year.head.year, figures, overwrite=overwrite)
    content = filled(file.read_bytes(), {(one.place.sheet, one.place.cell): one.value for one in values})
    write_file(out, content)
    return replace(kept, findings=(*of_files, *kept.findings, *said), filled=values, out=out)


# What a template may ask for


def _figures(year: Year, basis: Kind | None) -> Iterator[tuple[Wants, Figure]]:
    counting = {line.code for line in year.plan.plan_lines if line.counts}
    for row in consolidated(year, basis).comparisons:
        if str(row.period) != str(year.head.year) or (counting and row.plan_line not in {None, *counting}):
            continue
        code = f"{row.indicator}/{row.breakdown}" if row.breakdown else row.indicator
        for column, kind in KIND_OF.items():
            if figure := row.figure(kind):
                yield (row.org_unit, code, column), figure


def _rows(year: Year, figures: Mapping[Wants, Figure]) -> Iterator[FormRow]:
    """Every indicator and every part that any figure of the year is about, with what is known of the whole."""
    codes = dict.fromkeys(code for _, code, _ in figures)
    parts = {breakdown.code: breakdown.name for breakdown in year.plan.breakdowns}
    for indicator in year.plan.indicators:
        yield _row(year, indicator, None, indicator.name, figures)
        for code in codes:
            of, _, part = code.partition("/")
            if part and of == indicator.code:
                yield _row(year, indicator, part, parts.get(part, Text(part)), figures)


def _codes(figures: Iterable[Wants]) -> dict[str, frozenset[str]]:
    """Of what the year has a figure for each org unit: nothing else can be meant in its rows."""
    codes: dict[str, set[str]] = {}
    for org_unit, code, _ in figures:
        codes.setdefault(org_unit, set()).add(code)
    return {org_unit: frozenset(found) for org_unit, found in codes.items()}


def _row(year: Year, indicator: Indicator, part: str | None, name: Text, figures: Mapping[Wants, Figure]) -> FormRow:
    row = FormRow(indicator.code, part, name, indicator.measure, indicator.digits, indicator.direction)
    last_year, plan = (
        figures.get((year.head.org_unit, row.code, column)) for column in (FormColumn.LAST_YEAR, FormColumn.PLAN)
    )
    return replace(row, last_year=last_year.amount if last_year else None, plan=plan.amount if plan else None)


def _names(year: Year) -> dict[str, tuple[str, ...]]:
    """What each org unit may be called in a template: its code, its names, and a last word that is its alone."""
    day = Period.parse(str(year.head.year)).last
    named = {unit.code: name_on(year.organisation, unit.code, day) for unit in year.organisation.org_units}
    last = {code: folded(name.vi).split()[-1].strip("()") for code, name in named.items()}
    alone = Counter(last.values())
    return {
        code: tuple({code, name.vi, name.ru, name.en, *([last[code]] if alone[last[code]] == 1 else [])} - {""})
        for code, name in named.items()
    }
