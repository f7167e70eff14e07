"""The report form: which rows a unit is asked for, in which parts, what is printed in them, and which cells are open.

A form is the plan turned into questions. Its layout is fixed here, so that who writes it as a workbook and who reads it
back go by the same cells; a hash of the layout tells a form apart from last year's (stack.md §6).
"""

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from tongket.dossier.facts import Absence, Section
from tongket.figures import Amount, Kind
from tongket.plan import Direction, IndicatorGroup
from tongket.words import Text
from tongket.year import Period

SCHEMA: Final = "tongket-form/1"
GUIDE_SHEET, LISTS_SHEET, META_SHEET = "Huong dan", "_lists", "_meta"
"""The sheets beside the parts: the guide in front, and two that nobody sees."""
TITLE_ROW, UNIT_ROW, CUT_OFF_ROW, HELP_ROW, HEAD_ROW, NAME_ROW, FIRST_ROW = range(7)
"""The rows of a part, from 0; the names of the columns stand small under the heads."""


class FormColumn(StrEnum):
    """The columns of a part, in their order; the value is the name in the small row under the heads."""

    NUMBER = "number"
    CODE = "code"
    NAME = "name"
    MEASURE = "measure"
    LAST_YEAR = "last_year"
    PLAN = "plan"
    ACTUAL_TO_DATE = "actual_to_date"
    ESTIMATE = "estimate"
    ACTUAL = "actual"
    EXPLANATION = "explanation"

    __hash__ = str.__hash__  # an enum's own hash is slow, and columns are looked up for every cell

    @property
    def position(self) -> int:
        """Where the column stands, from 0."""
        return _PLACES[type(self)][self]


class NarrativeColumn(StrEnum):
    """The columns of the part of words; cause and remedy belong to shortcomings alone."""

    SECTION = "section"
    TEXT = "text"
    CAUSE = "cause"
    REMEDY = "remedy"

    @property
    def position(self) -> int:
        """Where the column stands, from 0."""
        return _PLACES[type(self)][self]


class EvidenceColumn(StrEnum):
    """The columns of the list of evidence."""

    TITLE = "title"
    FILE = "file"
    INDICATOR = "indicator"
    NOTE = "note"

    @property
    def position(self) -> int:
        """Where the column stands, from 0."""
        return _PLACES[type(self)][self]


_PLACES: Final[dict[type[StrEnum], dict[StrEnum, int]]] = {
    columns: {column: at for at, column in enumerate(columns)}
    for columns in (FormColumn, NarrativeColumn, EvidenceColumn)
}


class FormStage(StrEnum):
    """What a form is issued for: the estimate of the year before it is over, or the final figures after it."""

    ESTIMATE = "estimate"
    FINAL = "final"


OPEN_COLUMNS: Final = {
    FormStage.ESTIMATE: (FormColumn.ACTUAL_TO_DATE, FormColumn.ESTIMATE),
    FormStage.FINAL: (FormColumn.ACTUAL,),
}
"""Which columns of figures a unit fills in at each stage; the explanation is open at both."""
KIND_OF: Final = {
    FormColumn.LAST_YEAR: Kind.LAST_YEAR,
    FormColumn.PLAN: Kind.PLAN,
    FormColumn.ACTUAL_TO_DATE: Kind.ACTUAL_TO_DATE,
    FormColumn.ESTIMATE: Kind.ESTIMATE,
    FormColumn.ACTUAL: Kind.ACTUAL,
}

PART_CODES: Final = {group: str(number) for number, group in enumerate(IndicatorGroup, start=1)}
"""Forms 1 to 6, one for each group of indicators."""
NARRATIVE_PART: Final = "words"
EVIDENCE_PART: Final = "evidence"

SHEETS: Final = {
    **{code: f"Bieu{code}" for code in PART_CODES.values()},
    NARRATIVE_PART: "Phan loi",
    EVIDENCE_PART: "Minh chung",
}
"""The sheet of each part; without marks, so that old programs keep the names."""

OWN_ROWS: Final = 3
"""Open rows after those of a part of figures, under a heading: for indicators of the unit that nobody foresaw."""
NARRATIVE_ROWS: Final = {
    Section.CONTEXT: 2,
    Section.RESULT: 6,
    Section.SHORTCOMING: 4,
    Section.DIRECTION: 5,
    Section.PROPOSAL: 3,
}
"""How many paragraphs each section offers, in the order of the sheet; the name of the section stands in every row."""
EVIDENCE_ROWS: Final = 15


@dataclass(frozen=True, slots=True)
class FormRow:
    """One question: an indicator, or one part of it, with what is printed beside it.

    `plan_state` says why there is no plan, or that the plan printed falls due only later; `digits` are the decimals the
    indicator is printed with. `sums` is how many rows after this one must add up to it, 0 where none must.
    """

    indicator: str
    breakdown: str | None
    name: Text
    measure: str
    digits: int
    direction: Direction
    last_year: Amount | None = None
    plan: Amount | None = None
    plan_state: Absence | None = None
    may_be_negative: bool = False
    accumulates: bool = True
    sums: int = 0
    code: str = field(init=False, repr=False, compare=False)
    """What the row is known by, whatever happens to its order: `OIL` or `OIL/09-1`."""

    def __post_init__(self) -> None:
        """Put the code together once: every check asks for it."""
        code = f"{self.indicator}/{self.breakdown}" if self.breakdown else self.indicator
        object.__setattr__(self, "code", code)


@dataclass(frozen=True, slots=True)
class FormPart:
    """One part of a dossier, filled in by one department: its rows, or the words, or the list of evidence."""

    code: str
    title: Text
    rows: tuple[FormRow, ...] = ()

    @property
    def sheet(self) -> str:
        """The name of its sheet."""
        return SHEETS[self.code]

    @property
    def is_figures(self) -> bool:
        """Whether it asks for figures; the others hold words and evidence."""
        return self.code in PART_CODES.values()

    @property
    def own_rows(self) -> range:
        """The rows of its sheet left open for indicators of the unit itself; empty for words and evidence."""
        first = FIRST_ROW + len(self.rows) + 1
        return range(first, first + OWN_ROWS if self.is_figures else first)


@dataclass(frozen=True, slots=True)
class ReportForm:
    """A form issued to a unit for a period. `cut_off` is up to which day the actual figures go.

    `due`, `contact` and `plan_name` are printed for the reader and no part of what the form is known by; `indicators`
    are the codes offered in the list of evidence, also where the rows themselves were left out.
    """

    org_unit: str
    org_unit_name: Text
    period: Period
    stage: FormStage
    plan_line: str
    plan_version: str
    cut_off: dt.date | None
    parts: tuple[FormPart, ...]
    illustrative: bool = False
    due: dt.date | None = None
    contact: str = ""
    indicators: tuple[str, ...] = ()
    plan_name: Text = Text("")

    def part(self, code: str) -> FormPart | None:
        """Return a part by its code, or None when the form does not hold it."""
        return next((part for part in self.parts if part.code == code), None)

    @property
    def rows(self) -> Iterator[tuple[FormPart, int, FormRow]]:
        """Every row with its part and the row of the sheet it stands in."""
        for part in self.parts:
            for number, row in enumerate(part.rows, start=FIRST_ROW):
                yield part, number, row

    @property
    def layout_hash(self) -> str:
        """A hash of what the form asks, in its order: columns, codes, names, measures. Values are not in it."""
        asked = (f"{part.code}\t{row.code}\t{row.name.vi}\t{row.measure}" for part, _, row in self.rows)
        return _hash([*FormColumn, *asked])

    @property
    def id(self) -> str:
        """What the form is known by: the unit, the period, the stage, and a hash of all that is printed in it."""
        printed = (f"{part.code}\t{row!r}" for part, _, row in self.rows)
        head = f"{self.plan_line}.{self.plan_version}\t{self.cut_off}"
        return f"{self.org_unit}.{self.period}.{self.stage}.{_hash([head, self.layout_hash, *printed])[:8]}"


def _hash(texts: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class FormMeta:
    """What a form says of itself on its hidden sheet, one name and value a row; a returned file is known by it."""

    form: str
    org_unit: str
    period: Period
    stage: FormStage
    plan_line: str
    plan_version: str
    layout_hash: str
    parts: tuple[str, ...]
    schema: str = SCHEMA

    @classmethod
    def of(cls, form: ReportForm) -> "FormMeta":
        """Return what a form says of itself."""
        codes = tuple(part.code for part in form.parts)
        return cls(
            form.id, form.org_unit, form.period, form.stage, form.plan_line, form.plan_version, form.layout_hash, codes
        )

    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Write it as names and values."""
        return (
            ("schema", self.schema),
            ("form", self.form),
            ("org_unit", self.org_unit),
            ("period", str(self.period)),
            ("stage", self.stage),
            ("plan_line", self.plan_line),
            ("plan_version", self.plan_version),
            ("layout_hash", self.layout_hash),
            ("parts", " ".join(self.parts)),
        )

    @classmethod
    def parse(cls, pairs: dict[str, str]) -> "FormMeta | None":
        """Read names and values back; None when they are not those of a form."""
        try:
            return cls(
                pairs["form"],
                pairs["org_unit"],
                Period.parse(pairs["period"]),
                FormStage(pairs["stage"]),
                pairs["plan_line"],
                pairs["plan_version"],
                pairs["layout_hash"],
                tuple(pairs["parts"].split()),
                pairs["schema"],
            )
        except (KeyError, ValueError):
            return None


@dataclass(frozen=True, slots=True)
class IssuedForm:
    """What is remembered of a form once it was issued; a file that comes back is compared with this, not with the plan.

    `printed` holds, for each row, its code and what stood in last year's and in the plan's cell, as wire texts.
    """

    form: str
    org_unit: str
    period: Period
    stage: FormStage
    plan_line: str
    plan_version: str
    layout_hash: str
    parts: tuple[str, ...]
    printed: tuple[tuple[str, str, str], ...]
    issued_on: dt.date | None = None

    @classmethod
    def of(cls, form: ReportForm, issued_on: dt.date | None = None) -> "IssuedForm":
        """Return what is remembered of a form."""
        meta = FormMeta.of(form)
        printed = tuple(
            (row.code, _wire(row.last_year, None), _wire(row.plan, row.plan_state)) for _, _, row in form.rows
        )
        return cls(
            meta.form,
            meta.org_unit,
            meta.period,
            meta.stage,
            meta.plan_line,
            meta.plan_version,
            meta.layout_hash,
            meta.parts,
            printed,
            issued_on,
        )


def _wire(amount: Amount | None, absence: Absence | None) -> str:
    return str(amount) if amount is not None else str(absence or "")
