"""The figures of a dossier as its form prints them: for the print view and for the head who approves."""

from dataclasses import dataclass

from tongket.dossier import Dossier
from tongket.dossier.form import KIND_OF, OPEN_COLUMNS, FormColumn, FormPart, FormRow, ReportForm
from tongket.dossier.form_words import ABSENCE_NAMES
from tongket.figures import measure_of
from tongket.figures.measures import DATE
from tongket.plan.wording import amount_text
from tongket.words import Text

_NOT_APPLICABLE = Text("–")


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A row: what it is, what was printed, what was reported, and what the unit says to it."""

    name: Text
    measure: Text
    is_part: bool
    cells: tuple[Text | None, ...]
    explanation: str


@dataclass(frozen=True, slots=True)
class FigurePart:
    """A part of figures with its rows; parts without rows are not shown."""

    title: Text
    rows: tuple[FigureRow, ...]


def columns_of(form: ReportForm) -> tuple[FormColumn, ...]:
    """Return the columns of figures of a form, in their order."""
    return (FormColumn.LAST_YEAR, FormColumn.PLAN, *OPEN_COLUMNS[form.stage])


def figure_parts(form: ReportForm, dossier: Dossier) -> tuple[FigurePart, ...]:
    """Return the figures of a dossier by the parts and rows of its form; an empty cell was not filled."""
    said = _said(dossier)
    why = {_code(one.indicator, one.breakdown): one.explanation for one in dossier.figures if one.explanation}
    parts = (FigurePart(part.title, _rows(part, form, said, why)) for part in form.parts)
    return tuple(part for part in parts if part.rows)


def _rows(
    part: FormPart, form: ReportForm, said: dict[tuple[str, FormColumn], Text], why: dict[str, str]
) -> tuple[FigureRow, ...]:
    open_columns = OPEN_COLUMNS[form.stage]
    return tuple(
        FigureRow(
            row.name,
            Text("") if measure_of(row.measure) is DATE else measure_of(row.measure).label,
            row.breakdown is not None,
            (*_printed(row), *(said.get((row.code, column)) for column in open_columns)),
            why.get(row.code, ""),
        )
        for row in part.rows
    )


def _printed(row: FormRow) -> tuple[Text, Text]:
    last = amount_text(row.last_year, row.measure) if row.last_year is not None else _NOT_APPLICABLE
    absent = ABSENCE_NAMES[row.plan_state] if row.plan_state else _NOT_APPLICABLE
    return last, amount_text(row.plan, row.measure) if row.plan is not None else absent


def _said(dossier: Dossier) -> dict[tuple[str, FormColumn], Text]:
    column_of = {kind: column for column, kind in KIND_OF.items()}
    said = {
        (_code(one.indicator, one.breakdown), column_of[one.kind]): amount_text(one.amount, one.measure)
        for one in dossier.figures
        if one.kind in column_of
    }
    for absent in dossier.absences:
        said[_code(absent.indicator, absent.breakdown), column_of[absent.kind]] = ABSENCE_NAMES[absent.absence]
    return said


def _code(indicator: str, breakdown: str | None) -> str:
    return f"{indicator}/{breakdown}" if breakdown else indicator
