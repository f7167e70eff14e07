"""Which row of a foreign table is which indicator: by the likeness of names, proved by figures known to both.

Each indicator is found once and each row is one indicator. Parts are looked for only under the indicator they are of.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from tongket.dossier.foreign.agreement import agrees, scales_of
from tongket.dossier.foreign.labels import Likeness, without_numbering
from tongket.dossier.foreign.mapping import Doubt
from tongket.dossier.foreign.measures import measure_named
from tongket.dossier.foreign.tables import ForeignRow
from tongket.dossier.form import FormColumn, FormRow
from tongket.dossier.grid import Value
from tongket.figures import Measure, measure_of

_THE_SAME: Final = Fraction(1)
_ALIKE: Final = Fraction(2, 5)
_ALIKE_ENOUGH: Final = Fraction(1, 2)
_A_LITTLE: Final = Fraction(1, 4)
_PROOF: Final = Fraction(1, 4)
_DOUBT: Final = Fraction(1, 8)
"""How far the second best must stand behind; and what a contradicting figure takes away."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A row of a foreign table with what helps to know it: its measure and code as typed, its figures by column.

    `possible` are the codes it can only be, None where it may be any.
    """

    sheet: str
    row: ForeignRow
    measure: str
    org_unit: str
    figures: tuple[tuple[FormColumn | None, Value], ...]
    code: str = ""
    possible: frozenset[str] | None = None

    @property
    def key(self) -> tuple[str, int]:
        """Where it stands."""
        return self.sheet, self.row.row


@dataclass(frozen=True, slots=True)
class Match:
    """A row of a foreign table is a row of ours; `measure` is what it counts in, as we name it where we know it."""

    code: str
    measure: str
    doubt: Doubt | None
    org_unit: str = ""


@dataclass(frozen=True, slots=True)
class _Chance:
    """One row of theirs beside one of ours: how alike, how many known figures agree and how many do not."""

    seen: Seen
    form: FormRow
    alike: Fraction
    same: int
    other: int
    measure: str
    measure_is_told: bool

    @property
    def rank(self) -> Fraction:
        return self.alike + self.same * _PROOF - self.other * _DOUBT

    @property
    def counts(self) -> bool:
        return self.alike >= _ALIKE or (self.alike >= _A_LITTLE and self.same > 0) or self.same > 1

    @property
    def doubt(self) -> Doubt | None:
        """What leaves a doubt that it is this indicator, in this measure."""
        if not self.measure_is_told:
            return Doubt.MEASURE
        if self.other and self.other >= self.same and self.alike < _THE_SAME:
            return Doubt.FIGURES
        known = self.alike == _THE_SAME or (self.alike >= _ALIKE_ENOUGH and self.same > 0) or self.proved
        return None if known else Doubt.NAME

    @property
    def proved(self) -> bool:
        return self.alike >= _A_LITTLE and self.same > 1 and not self.other


def matches(seen: Sequence[Seen], rows: Sequence[FormRow]) -> dict[tuple[str, int], Match]:
    """Return what each foreign row is, by its sheet and row; rows that are nothing of ours are absent."""
    likeness = Likeness.among(row.name.vi for row in rows)
    wholes = [row for row in rows if row.breakdown is None]
    found = _taken([chance for one in seen for chance in _chances(one, wholes, likeness)])
    parts = [row for row in rows if row.breakdown is not None]
    left = [one for one in seen if one.key not in found]
    chances = [chance for one in left for chance in _chances(one, _parts_under(one, parts, found), likeness)]
    return {**found, **_taken(chances)}


def _parts_under(seen: Seen, parts: Sequence[FormRow], found: Mapping[tuple[str, int], Match]) -> list[FormRow]:
    above = found.get((seen.sheet, seen.row.above))
    return [row for row in parts if above and row.indicator == above.code]


def _chances(seen: Seen, rows: Sequence[FormRow], likeness: Likeness) -> Iterator[_Chance]:
    for row in rows:
        if seen.possible is not None and row.code not in seen.possible:
            continue
        names = {name for name in (row.name.vi, row.name.ru, row.name.en) if name}
        alike = max(likeness.of(seen.row.label, name) for name in names)
        if row.code.upper() in (seen.code.upper(), without_numbering(seen.row.label).upper()):
            alike = _THE_SAME
        chance = _weighed(seen, row, alike)
        if chance.counts:
            yield chance


def _weighed(seen: Seen, row: FormRow, alike: Fraction) -> _Chance:
    """Compare the figures known to both, in the measure told or, when they agree in none but another scale, in that."""
    ours = measure_of(row.measure)
    told = measure_named(seen.measure, frozenset({row.measure}))
    measure = told or ours
    same, other = _compared(seen, row, measure)
    is_told = told is not None and told.dimension == ours.dimension
    if same:
        return _Chance(seen, row, alike, same, other, measure.code, is_told or not seen.measure)
    for scale in scales_of(measure) if other else ():
        rescaled, differing = _compared(seen, row, scale)
        if rescaled and not differing:
            return _Chance(seen, row, alike, rescaled, 0, scale.code, measure_is_told=False)
    return _Chance(seen, row, alike, same, other, measure.code if told or not seen.measure else seen.measure, is_told)


def _compared(seen: Seen, row: FormRow, measure: Measure) -> tuple[int, int]:
    ours = not seen.org_unit  # what is known is known of the org unit asked for
    known = {FormColumn.LAST_YEAR: row.last_year, FormColumn.PLAN: row.plan} if ours else {}
    verdicts = [agrees(value, measure, known[column], row) for column, value in seen.figures if column in known]
    return verdicts.count(True), verdicts.count(False)


def _taken(chances: Sequence[_Chance]) -> dict[tuple[str, int], Match]:
    """Take the best chances first, each row and each indicator of an org unit once."""
    found: dict[tuple[str, int], Match] = {}
    given: set[tuple[str, str]] = set()
    for chance in sorted(chances, key=lambda chance: -chance.rank):
        whose = (chance.seen.org_unit, chance.form.code)
        if chance.seen.key in found or whose in given:
            continue
        doubt = chance.doubt or (Doubt.RIVAL if _is_rivalled(chance, chances) else None)
        found[chance.seen.key] = Match(chance.form.code, chance.measure, doubt, chance.seen.org_unit)
        given.add(whose)
    return found


def _is_rivalled(chance: _Chance, chances: Sequence[_Chance]) -> bool:
    """Whether another row could as well be this indicator, or this row another indicator."""
    return any(
        other is not chance
        and (
            other.seen.key == chance.seen.key
            or (other.form is chance.form and other.seen.org_unit == chance.seen.org_unit)
        )
        and other.rank > chance.rank - _DOUBT
        for other in chances
    )
