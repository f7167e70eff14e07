"""The checks that look at several rows together: totals and their parts, a column that looks copied, hidden sheets."""

from collections.abc import Iterator, Sequence
from typing import Final

from tongket.dossier import findings_of_figures as say
from tongket.dossier import findings_of_forms as form_says
from tongket.dossier.answers import AnsweredRow, Reading
from tongket.dossier.form import FormColumn
from tongket.dossier.wording import figure_text, measure_name
from tongket.figures import EXACT, Amount, total
from tongket.words import Finding, Place, Text, in_each_language

FEWEST_COPIED: Final = 3
"""One or two estimates may well equal the plan; three and no other look copied."""
_FEW: Final = 6


def parts_make_totals(reading: Reading) -> Iterator[Finding]:
    """Find totals that are not exactly the sum of their parts, where the form says that the parts make the total."""
    by_code = {row.row.code: row for row in reading.rows}
    for part in reading.form.parts:
        for at, asked in enumerate(part.rows):
            if asked.sums and (whole := by_code.get(asked.code)):
                below = [by_code.get(row.code) for row in part.rows[at + 1 : at + 1 + asked.sums]]
                parts = [row for row in below if row is not None]
                if len(parts) == asked.sums:
                    yield from _differing(reading, whole, parts)


def _differing(reading: Reading, whole: AnsweredRow, parts: Sequence[AnsweredRow]) -> Iterator[Finding]:
    for column in tuple(whole.figures):
        stated = whole.figures[column]
        shares = [share for row in parts if (share := row.figures.get(column))]
        if len(shares) < len(parts) or not all(one.is_exact for one in (stated, *shares)):
            continue
        added = total(shares)
        difference = EXACT.subtract(stated.exact, added.exact)
        if difference:
            cells = [reading.cell(row, column) for row in parts]
            named = "+".join(cells) if len(cells) <= _FEW else f"{cells[0]}…{cells[-1]}"
            yield reading.told(
                say.SUM_DIFFERS, whole, column,
                total=figure_text(stated, whole.row), parts=named, sum=figure_text(added, whole.row),
                difference=figure_text(Amount.of(abs(difference)), whole.row), measure=measure_name(whole.row),
            )  # fmt: skip


def looks_copied(reading: Reading) -> Iterator[Finding]:
    """Tell of sheets where every estimate is the plan to the last digit."""
    copied: dict[str, list[AnsweredRow]] = {}
    own: set[str] = set()
    for row in reading.rows:
        estimate = None if row.part.code in own else row.figures.get(FormColumn.ESTIMATE)
        if estimate and row.row.plan and not row.dated:
            if estimate == row.row.plan:
                copied.setdefault(row.part.code, []).append(row)
            else:
                own.add(row.part.code)
    for part, rows in copied.items():
        if len(rows) >= FEWEST_COPIED and part not in own:
            sheet = rows[0].sheet.grid.name
            yield say.LOOKS_COPIED.at(Place(reading.book.file, sheet), sheet=sheet, count=len(rows))


def hidden_sheets_and_columns(reading: Reading) -> Iterator[Finding]:
    """Tell of figures in sheets and columns nobody sees."""
    sheets = {id(row.sheet): row for row in reading.rows if row.is_answered}
    for row in sheets.values():
        grid = row.sheet.grid
        place = Place(reading.book.file, grid.name)
        if grid.hidden:
            yield form_says.HIDDEN.at(place, what=_named(Text("Trang", "Лист", "Sheet"), grid.name))
        for column in (*row.figures, *row.absences):
            if row.sheet.columns[column] in grid.hidden_columns:
                letters = reading.cell(row, column).rstrip("0123456789")
                yield form_says.HIDDEN.at(place, what=_named(Text("Cột", "Столбец", "Column"), letters))


def _named(what: Text, name: str) -> Text:
    return in_each_language(lambda language: f"{what.to(language)} {name}")
