"""What stood in the closed cells of a form when it was issued, and whether the file still says the same."""

import datetime as dt
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from tongket.dossier.dates import amount_of, day_of, read_period
from tongket.dossier.facts import Absence
from tongket.dossier.form import FormMeta, FormRow, IssuedForm, ReportForm
from tongket.dossier.form_words import absence_named
from tongket.dossier.grid import Value
from tongket.dossier.wording import figure_text, is_dated, number_text, tidy
from tongket.figures import Amount
from tongket.figures.ratio import rounded
from tongket.words import LANGUAGES, Ambiguous, NotANumber, read_number

Printed = Amount | Absence | None
"""What a closed cell says: a figure, the words for its absence, or nothing."""

_BETWEEN: Final = re.compile(r" ?(?:–|—|\.\.) ?")
_OVER: Final = frozenset(("trên", "свыше", "более", "over", "above"))
_UNDER: Final = frozenset(("dưới", "менее", "under", "below"))
_DAY: Final = re.compile(r"[0-9]{1,2}[/.][0-9]{1,2}[/.][0-9]{4}")
_DASHES: Final = frozenset("-–—")


def printed_in(
    form: ReportForm, meta: FormMeta | None, issued: IssuedForm | None
) -> Mapping[str, tuple[Printed, Printed]]:
    """Return last year's and the plan's figure by code, as they were printed; empty where nobody knows.

    A form that is remembered is judged by what is remembered. One that is not was printed from the plan in force, if it
    names the same version; of a form of another year nothing is known.
    """
    if issued is not None and (meta is None or issued.form == meta.form):
        return {code: (_of_wire(last_year), _of_wire(plan)) for code, last_year, plan in issued.printed}
    if meta is not None and (meta.period != form.period or meta.plan_version != form.plan_version):
        return {}
    return {row.code: (row.last_year, row.plan or row.plan_state) for _, _, row in form.rows}


def agrees(value: Value, printed: Printed, row: FormRow) -> bool:
    """Say whether a closed cell still says what was printed in it, however a program rewrote it meanwhile."""
    if isinstance(value, Decimal):
        return isinstance(printed, Amount) and printed.low == value == printed.high
    if isinstance(value, dt.date):
        return day_of(value) == printed
    if value is None:
        return printed is None
    return isinstance(value, str) and _text_agrees(tidy(value), printed, row)


def _of_wire(wire: str) -> Printed:
    if not wire:
        return None
    return Absence(wire) if wire in set(Absence) else Amount.parse(wire)


def _text_agrees(text: str, printed: Printed, row: FormRow) -> bool:
    if printed is None:
        return not text or text in _DASHES
    if isinstance(printed, Absence):
        return absence_named(text) is printed
    if text in {tidy(figure_text(printed, row).to(language)) for language in LANGUAGES}:
        return True
    if is_dated(row):
        return _days_agree(text, printed)
    if not printed.is_exact and (printed.low is None or printed.high is None):
        return _bound_agrees(text, printed, row.digits)
    low, dash, high = _BETWEEN.sub("–", text).partition("–")
    return _may_be(low, printed.low) and _may_be(high if dash else low, printed.high)


def _bound_agrees(text: str, printed: Amount, digits: int) -> bool:
    """Whether a text is the bound that was printed, as round as a form may print it: `trên 1.700` is above 1700.0."""
    word, _, number = text.partition(" ")
    said = _OVER if printed.high is None else _UNDER
    bound = printed.low if printed.high is None else printed.high
    if bound is None or word.casefold() not in said:
        return False
    rounds = [few for few in range(digits + 1) if rounded(bound, few) == bound]
    return _may_be(number, bound) or number in {number_text(bound, lang, few) for lang in LANGUAGES for few in rounds}


def _days_agree(text: str, printed: Amount) -> bool:
    """Whether a printed text names the period that was printed, or the days it begins and ends with."""
    period = read_period(text)
    if period is not None:
        return amount_of(period) == printed
    days = [day_of(found.first).low for one in _DAY.findall(text) if (found := read_period(one))]
    return days == [end for end in (printed.low, printed.high) if end is not None]


def _may_be(text: str, number: Decimal | None) -> bool:
    """Whether a printed text can be read as the number known to have been printed."""
    try:
        read = read_number(text)
    except NotANumber:
        return False
    return number in (read.readings if isinstance(read, Ambiguous) else (read,))
