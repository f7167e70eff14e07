"""The few marks that every paper is made of, whatever its kind and whatever file it becomes.

A writer turns each into what its format calls a paragraph, a border or a cell. Lengths are millimetres; distances are
points.
"""

from dataclasses import dataclass
from fractions import Fraction

from tongket.documents.facts import Align, Chart, Run, Table
from tongket.documents.profile import Part


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph in the style of a part; its line breaks are meant. `keep` holds it on the page of the next mark."""

    part: Part
    runs: tuple[Run, ...]
    align: Align | None = None
    left: Fraction | int = 0
    before: int | None = None
    size: int | None = None
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A line in the middle of its room."""

    length: Fraction
    room: int
    after: int = 0


@dataclass(frozen=True, slots=True)
class Gap:
    """Air that belongs to no paragraph."""

    points: int
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Stamp:
    """A text in a box as long as the text, in the middle of its room."""

    text: str
    room: int


@dataclass(frozen=True, slots=True)
class Frame:
    """Cells beside each other without borders; a row stays on one page."""

    widths: tuple[Fraction | int, ...]
    rows: tuple[tuple[tuple["Mark", ...], ...], ...]


@dataclass(frozen=True, slots=True)
class Ruled:
    """A table of figures with the widths its words need; its letters may be some points smaller than the profile's."""

    table: Table
    widths: tuple[Fraction, ...]
    smaller: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart, drawn as wide as said."""

    chart: Chart
    width: int
    keep: bool


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins a page."""


Mark = Text | Rule | Gap | Stamp | Frame | Ruled | Picture | NewPage


@dataclass(frozen=True, slots=True)
class Sheet:
    """Pages numbered from 1 on paper of one direction: the paper itself, or one appendix."""

    marks: tuple[Mark, ...]
    room: int
    landscape: bool = False
    attached: bool = False
