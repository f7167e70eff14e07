"""How a workbook that is not our form is read: which sheet, column and row of it say what; kept from period to period.

The unit keeps its own layout and the office says once what it means. Positions are remembered, but what is looked for
next time is the wording of heads and rows, so that a row may move without being lost or taken for another.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from tongket.dossier.form import FormColumn


class Certainty(StrEnum):
    """How sure a row or column is: known, proposed and waiting for a person's word, or not ours."""

    CERTAIN = "certain"
    TO_CONFIRM = "to_confirm"
    IGNORED = "ignored"


class Doubt(StrEnum):
    """Why a row waits for a person's word."""

    NAME = "name"
    FIGURES = "figures"
    MEASURE = "measure"
    RIVAL = "rival"


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """A column of a foreign sheet. `heading` is what its head rows say, from the top, parted by ` | `.

    `org_unit` is whose figures stand in it when the sheet puts several side by side; empty: those of the row.
    """

    position: int
    heading: str
    column: FormColumn | None
    certainty: Certainty
    org_unit: str = ""


@dataclass(frozen=True, slots=True)
class RowMapping:
    """A row of a foreign sheet. `parent` is the label it stands under when it is a part; `seen` its values as texts.

    `code` is the code of a form row (`OIL/09-1`); `told` is the measure as the file writes it and `measure` the one its
    figures count in; `org_unit` is whose row it is; empty: that of the whole mapping. `doubt` is told to the person
    asked and not kept.
    """

    row: int
    label: str
    code: str
    certainty: Certainty
    told: str = ""
    measure: str = ""
    parent: str = ""
    seen: str = ""
    org_unit: str = ""
    doubt: Doubt | None = None


@dataclass(frozen=True, slots=True)
class SheetMapping:
    """A sheet with figures of ours; the wordings of its columns are what its head is known by next time."""

    sheet: str
    columns: tuple[ColumnMapping, ...]
    rows: tuple[RowMapping, ...]


@dataclass(frozen=True, slots=True)
class WorkbookMapping:
    """How the workbooks of an org unit are read. `year` is that of the file it was made from: heads name years."""

    org_unit: str
    year: int
    file: str
    sheets: tuple[SheetMapping, ...] = ()

    @property
    def rows(self) -> Iterator[tuple[SheetMapping, RowMapping]]:
        """Every row with its sheet."""
        return ((sheet, row) for sheet in self.sheets for row in sheet.rows)

    @property
    def columns(self) -> Iterator[tuple[SheetMapping, ColumnMapping]]:
        """Every column with its sheet."""
        return ((sheet, column) for sheet in self.sheets for column in sheet.columns)

    @property
    def unsure(self) -> int:
        """How many rows and columns wait for a person's word."""
        marks = [*(row.certainty for _, row in self.rows), *(column.certainty for _, column in self.columns)]
        return marks.count(Certainty.TO_CONFIRM)
