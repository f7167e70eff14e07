"""The heads of the columns of figures: TH 2021, KH 2022, TH 10 tháng, Ước TH 2022."""

import datetime as dt
from typing import Final

from tongket.dossier.form import FormColumn
from tongket.words import Language, Text, short_date

_HEADS: Final = {
    FormColumn.LAST_YEAR: Text("TH {last}", "Факт {last}", "Actual {last}"),
    FormColumn.PLAN: Text("KH {year}", "План {year}", "Plan {year}"),
    FormColumn.ESTIMATE: Text("Ước TH {year}", "Оценка {year}", "Estimate {year}"),
    FormColumn.ACTUAL: Text("TH {year}", "Факт {year}", "Actual {year}"),
}
_MONTHS: Final = Text("TH {n} tháng", "Факт за {n} мес.", "Actual of {n} months")
_TO_DAY: Final = Text("TH đến {day}", "Факт на {day}", "Actual to {day}")
_TO_DATE: Final = Text("TH đến nay", "Факт на дату", "Actual to date")


def head_of(column: FormColumn, year: int, cut_off: dt.date | None, language: Language) -> str:
    """Return the head of a column; figures to date are named by their months where they end with one."""
    if column is not FormColumn.ACTUAL_TO_DATE:
        return _HEADS[column].to(language).format(year=year, last=year - 1)
    if cut_off is None:
        return _TO_DATE.to(language)
    if (cut_off + dt.timedelta(days=1)).day == 1:
        return _MONTHS.to(language).format(n=cut_off.month)
    return _TO_DAY.to(language).format(day=short_date(cut_off, language))
