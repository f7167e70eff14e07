"""The checks of a single row: against what was printed in it, the plan, last year, and its own other figure."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from tongket.dossier import findings_of_figures as say
from tongket.dossier import findings_of_forms as form_says
from tongket.dossier.answers import AnsweredRow, Reading
from tongket.dossier.facts import Absence
from tongket.dossier.form import FormColumn, FormRow
from tongket.dossier.form_words import ABSENCE_NAMES
from tongket.dossier.grid import Value
from tongket.dossier.printed import Printed, agrees
from tongket.dossier.wording import Says, answer_text, figure_text, measure_name, shown, tidy, to_date_text
from tongket.figures import EXACT, MEASURES, Amount, measure_of
from tongket.plan import Direction
from tongket.words import Finding, Text, in_each_language, percent_text

SAME_SIZE, LEAST_SIZE = Decimal(4), Decimal("0.25")
"""A figure a thousand times the plan is taken for a wrong measure when, scaled, it is within a quarter and four times
of the plan and of last year: wide enough for ten months of a bad year, far too narrow to meet a true figure by chance.
"""
JUMP_UP, JUMP_DOWN = Decimal(2), Decimal("0.5")
JUMP_WORSE: Final = Decimal("1.5")
"""When a change from last year is asked about: more than double or less than half, which no indicator of the example
years reached (profit at a doubled oil price came to 181%); for what should be low, a rise by more than half already,
since that way is the worse one."""
_SCALES: Final = (Decimal("0.001"), Decimal("0.000001"), Decimal(1000), Decimal(1000000))
_YEARLY: Final = (FormColumn.ESTIMATE, FormColumn.ACTUAL)
_PRINTED: Final = ((FormColumn.LAST_YEAR, say.LAST_YEAR_CHANGED), (FormColumn.PLAN, say.PLAN_CHANGED))


def labels_changed(reading: Reading, row: AnsweredRow) -> Iterable[Finding]:
    """Find rows whose measure or name is no longer the one that was printed; a row in another measure is not taken."""
    measure, name = row.raw(FormColumn.MEASURE), row.raw(FormColumn.NAME)
    if name == row.row.name.vi and measure == row.measure.label.vi:
        return ()
    return _labels_changed(reading, row, measure, name)


def _labels_changed(reading: Reading, row: AnsweredRow, measure: Value, name: Value) -> Iterator[Finding]:
    asked = row.row
    if isinstance(measure, str) and tidy(measure) not in _labels(asked):
        row.drop()
        about: Says = {"found": tidy(measure), "wanted": measure_name(asked)}
        yield reading.told(form_says.MEASURE_CHANGED, row, FormColumn.MEASURE, **about)
    if isinstance(name, str) and tidy(name) not in (*_in_all_languages(asked.name), ""):
        about = {"found": tidy(name), "wanted": asked.name, "code": asked.code}
        yield reading.told(form_says.NAME_CHANGED, row, FormColumn.NAME, **about)


def printed_changed(reading: Reading, row: AnsweredRow) -> Iterable[Finding]:
    """Find figures of the plan and of last year that are no longer what was printed when the form was issued."""
    printed = reading.printed.get(row.row.code)
    if printed is None:
        return ()
    last_year, plan = printed
    values = row.raw(FormColumn.LAST_YEAR), row.raw(FormColumn.PLAN)
    if agrees(values[0], last_year, row.row) and agrees(values[1], plan, row.row):
        return ()
    return [
        reading.told(kind, row, column, printed=_printed(was, row.row), found=shown(value, row.row.digits))
        for was, (column, kind) in zip(printed, _PRINTED, strict=True)
        if column in row.sheet.columns and not agrees(value := row.raw(column), was, row.row)
    ]


def wrong_measure(reading: Reading, row: AnsweredRow) -> Iterable[Finding]:
    """Find figures that seem to be in thousands, or thousandths, of the measure asked for; they are not taken."""
    asked = row.row
    if row.dated:
        return ()
    known = asked.plan or asked.last_year
    size = _size(known)
    if known is None or size is None:
        return ()
    most, least = EXACT.multiply(size, SAME_SIZE), EXACT.multiply(size, LEAST_SIZE)
    far = [
        column
        for column, one in row.figures.items()
        if (value := one.low or one.high) is not None and value > 0 and not least <= value <= most
    ]
    return _wrong_measure(reading, row, known, far) if far else ()


def _wrong_measure(
    reading: Reading, row: AnsweredRow, known: Amount, columns: Sequence[FormColumn]
) -> Iterator[Finding]:
    sizes = [size for amount in (row.row.plan, row.row.last_year) if (size := _size(amount))]
    for column in columns:
        amount = row.figures.get(column)
        value = _size(amount)
        if amount is None or value is None:
            continue
        scale = next((one for one in _SCALES if all(_within(EXACT.multiply(value, one), size) for size in sizes)), None)
        measure = _measure_scaled(row, scale) if scale else None
        if measure:
            about: Says = {"found": measure, "wanted": row.measure.label, "against": _against(row.row, known)}
            yield reading.told(say.WRONG_MEASURE, row, column, value=figure_text(amount, row.row), **about)
            del row.figures[column]


def jump(reading: Reading, row: AnsweredRow) -> Iterable[Finding]:
    """Ask about figures of the whole period that are far from last year's, where both are above zero."""
    before = row.row.last_year
    size = before.low if before is not None and before.is_exact else None
    if before is None or size is None or size <= 0 or row.dated:
        return ()
    most, least = JUMP_WORSE if row.row.direction is Direction.DOWN else JUMP_UP, JUMP_DOWN
    found = []
    for column in _YEARLY:
        amount = row.figures.get(column)
        if amount is None or not amount.is_exact or amount.exact <= 0:
            continue
        if not EXACT.multiply(size, least) <= amount.exact <= EXACT.multiply(size, most):
            about: Says = {"percent": _percent(amount.exact, size), "value": figure_text(amount, row.row)}
            found.append(reading.told(say.JUMP, row, column, **about, against=figure_text(before, row.row)))
    return found


def to_date_above_year(reading: Reading, row: AnsweredRow) -> Iterable[Finding]:
    """Find figures to date above the estimate for the year, where months only ever add up."""
    asked = row.row
    to_date, year = row.figures.get(FormColumn.ACTUAL_TO_DATE), row.figures.get(FormColumn.ESTIMATE)
    if to_date is None or year is None or to_date.low is None or year.high is None or to_date.low <= year.high:
        return ()
    if not asked.accumulates or asked.may_be_negative or row.dated:
        return ()
    about: Says = {"value": figure_text(to_date, asked), "year": figure_text(year, asked)}
    named = to_date_text(reading.cut_off)
    return [reading.told(say.TO_DATE_ABOVE_YEAR, row, FormColumn.ACTUAL_TO_DATE, to_date=named, **about)]


def absences(reading: Reading, row: AnsweredRow) -> Iterable[Finding]:
    """Ask where a cell says that there is no figure while the other cell, or the plan, says otherwise."""
    return _absences(reading, row) if row.absences else ()


def _absences(reading: Reading, row: AnsweredRow) -> Iterator[Finding]:
    """What is not due has no figure yet, so a figure beside it is no contradiction."""
    pair = (FormColumn.ACTUAL_TO_DATE, FormColumn.ESTIMATE)
    for column, other in (pair, pair[::-1]):
        absence, amount = row.absences.get(column), row.figures.get(other)
        if amount and absence not in (None, Absence.NOT_DUE):
            about: Says = {"absence": ABSENCE_NAMES[Absence(absence)], "value": figure_text(amount, row.row)}
            yield reading.told(say.ONE_OF_TWO, row, column, other=reading.cell(row, other), **about)
    if row.row.plan is None or row.row.plan_state is Absence.NOT_ASSIGNED:
        return
    said = next((column for column, one in row.absences.items() if one is Absence.NOT_ASSIGNED), None)
    if said:
        plan = figure_text(row.row.plan, row.row)
        yield reading.told(say.NOT_ASSIGNED_BUT_PLANNED, row, said, plan=plan)


def after_cut_off(reading: Reading, row: AnsweredRow) -> Iterable[Finding]:
    """Ask about days said to be past that come after the cut-off."""
    day = row.figures.get(FormColumn.ACTUAL_TO_DATE) if row.dated and reading.cut_off else None
    if day is None or day.low is None or reading.cut_off is None or day.low <= reading.cut_off.toordinal():
        return ()
    about: Says = {"value": figure_text(day, row.row), "cut_off": reading.cut_off}
    return [reading.told(say.AFTER_CUT_OFF, row, FormColumn.ACTUAL_TO_DATE, **about)]


def hidden_row(reading: Reading, row: AnsweredRow) -> Iterable[Finding]:
    """Tell of rows nobody sees that hold figures all the same."""
    if row.number not in row.sheet.grid.hidden_rows or not row.is_answered:
        return ()
    what = Text("Hàng {n}", "Строка {n}", "Row {n}").fill(n=str(row.number + 1))
    return [reading.told(form_says.HIDDEN, row, next(iter((*row.figures, *row.absences))), what=what)]


def _labels(row: FormRow) -> tuple[str, ...]:
    measure = measure_of(row.measure)
    return (*_in_all_languages(measure.label), measure.code, row.measure, "")


def _in_all_languages(text: Text) -> tuple[str, str, str]:
    return tidy(text.vi), tidy(text.ru), tidy(text.en)


def _printed(was: Printed, row: FormRow) -> Text:
    return shown(None) if was is None else answer_text(was, row)


def _size(amount: Amount | None) -> Decimal | None:
    """A number to compare sizes with: the figure itself, or an end of a range; never zero or below."""
    if amount is None:
        return None
    end = amount.low if amount.low is not None else amount.high
    return end if end is not None and end > 0 else None


def _within(value: Decimal, other: Decimal) -> bool:
    return other <= EXACT.multiply(value, SAME_SIZE) and value <= EXACT.multiply(other, SAME_SIZE)


def _measure_scaled(row: AnsweredRow, scale: Decimal) -> Text | None:
    """The measure in which a figure would be right that becomes so by multiplying it with `scale`."""
    wanted = row.measure
    for measure in MEASURES.values():
        if measure.dimension == wanted.dimension and measure.factor == wanted.factor * scale:
            return measure.label
    return None


def _percent(value: Decimal, of: Decimal) -> Text:
    """Write a quotient as a whole percentage, a half rounded up."""
    ratio = Fraction(value) / Fraction(of)
    percent = Decimal((200 * ratio.numerator + ratio.denominator) // (2 * ratio.denominator))
    return in_each_language(lambda language: percent_text(percent, language, 0))


def _against(row: FormRow, amount: Amount) -> Text:
    name = (
        Text("kế hoạch", "план", "a plan of") if amount is row.plan else Text("năm trước", "прошлый год", "last year's")
    )
    said = figure_text(amount, row)
    return in_each_language(lambda language: f"{name.to(language)} {said.to(language)}")
