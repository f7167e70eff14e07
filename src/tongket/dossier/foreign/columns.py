"""What the columns of a foreign table hold: by the words of their heads, and of two alike the surer one."""

from collections.abc import Mapping, Sequence
from typing import Final

from tongket.dossier.foreign import labels as label_words
from tongket.dossier.foreign.headings import HeadingReading, read_heading
from tongket.dossier.foreign.mapping import Certainty, ColumnMapping
from tongket.dossier.foreign.measures import measure_named
from tongket.dossier.foreign.tables import Head, text_of
from tongket.dossier.form import FormColumn
from tongket.dossier.grid import Grid

_MANY: Final = (FormColumn.NAME,)
"""A name may take several columns, one for each level of indent."""


def columns_of(
    grid: Grid, head: Head, year: int, measures: frozenset[str], org_units: Mapping[str, tuple[str, ...]]
) -> tuple[ColumnMapping, ...]:
    """Return every column that has a head, with what it is taken for; a second one of a kind is not ours.

    Where two columns say the same of the same org unit and neither is surer, the first is proposed to be confirmed.
    """
    readings = {at: read_heading(text, year) for at, text in head.headings.items()}
    readings = _with_measures(grid, head, _with_names(grid, head, readings), measures)
    units = {at: _unit_in(text, org_units) for at, text in head.headings.items()}
    kinds = {(reading.column, units.get(at, "")) for at, reading in readings.items()}
    chosen = {kind: _of_kind(kind, readings, units) for kind in kinds}
    return tuple(
        _column(at, head.headings.get(at, ""), reading, units.get(at, ""), chosen[reading.column, units.get(at, "")])
        for at, reading in sorted(readings.items())
    )


def _of_kind(
    kind: tuple[FormColumn | None, str], readings: Mapping[int, HeadingReading], units: Mapping[int, str]
) -> tuple[int, bool]:
    """The column that stands for a kind, and whether another claims it as well."""
    alike = [at for at, reading in readings.items() if (reading.column, units.get(at, "")) == kind]
    sure = [at for at in alike if readings[at].certain]
    return (sure or alike)[0], len(sure or alike) > 1


def _column(at: int, heading: str, reading: HeadingReading, unit: str, chosen: tuple[int, bool]) -> ColumnMapping:
    if reading.column in _MANY:
        return ColumnMapping(at, heading, reading.column, Certainty.CERTAIN)
    if reading.column is None or at != chosen[0]:
        return ColumnMapping(at, heading, None, Certainty.IGNORED, unit)
    certain = reading.certain and not chosen[1]
    return ColumnMapping(at, heading, reading.column, Certainty.CERTAIN if certain else Certainty.TO_CONFIRM, unit)


def _with_names(grid: Grid, head: Head, readings: Mapping[int, HeadingReading]) -> dict[int, HeadingReading]:
    """Where no head names the labels they stand in the column with the most texts; the next one may indent them."""
    named = {at for at, reading in readings.items() if reading.column is FormColumn.NAME}
    if named:
        return dict(readings)
    free = [at for at in range(_width(grid)) if at not in readings or readings[at].column is None]
    best = max(free, key=lambda at: (len(_texts(grid, head, at)), -at), default=None)
    if best is None or not _texts(grid, head, best):
        return dict(readings)
    return {**readings, best: HeadingReading(FormColumn.NAME)}


def _with_measures(
    grid: Grid, head: Head, readings: Mapping[int, HeadingReading], measures: frozenset[str]
) -> dict[int, HeadingReading]:
    """A column under “Đơn vị” holds measures when its cells do."""
    if any(reading.column is FormColumn.MEASURE for reading in readings.values()):
        return dict(readings)
    for at, reading in readings.items():
        texts = _texts(grid, head, at)
        known = [text for text in texts if measure_named(text, measures)]
        if reading.column is None and len(known) > 1 and len(known) * 2 >= len(texts):
            return {**readings, at: HeadingReading(FormColumn.MEASURE)}
    return dict(readings)


def _unit_in(heading: str, org_units: Mapping[str, tuple[str, ...]]) -> str:
    """The org unit a part of a head names, or none."""
    parts = {label_words.label_key(part) for part in heading.split(" | ")}
    found = (code for code, names in org_units.items() if parts & {label_words.label_key(name) for name in names})
    return next(found, "")


def _texts(grid: Grid, head: Head, at: int) -> Sequence[str]:
    texts = (text_of(grid.at(row, at)) for row in range(head.last + 1, len(grid.rows)))
    return [text for text in texts if text]


def _width(grid: Grid) -> int:
    return max((len(row) for row in grid.rows), default=0)
