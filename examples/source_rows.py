"""The rows an example cluster is made from, and the tables of the year folder and forms that are made of them.

Each row of `source/rows.csv` is one indicator of one member: last year, plan, ten months, estimate, final, and what the
unit explains. What carries a page was published; everything else is illustrative.
"""

import csv
import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from tongket.dossier.form import OPEN_COLUMNS, FormColumn, FormStage

LAST, THIS = 2021, 2022
CUT_OFF: Final = "2022-10-31"
CHECKED_ON: Final = "2026-11-21"
PLAN_LINE: Final = "giao"
REPORTED: Final = {"to_date": "actual_to_date", "estimate": "estimate", "actual": "actual"}
"""The columns of the source that the members report this year, and their kinds of figures."""
ISSUED_ON: Final = {FormStage.ESTIMATE: dt.date(2022, 11, 1), FormStage.FINAL: dt.date(2023, 1, 3)}
FILLED_ON: Final = {FormStage.ESTIMATE: dt.date(2022, 11, 16), FormStage.FINAL: dt.date(2023, 1, 12)}

Row = Mapping[str, str]


def rows_of(folder: Path, table: str, **wanted: str) -> list[Row]:
    """Read a table of a source, in its order; only the rows that hold what is wanted."""
    path = folder / "source" / f"{table}.csv"
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if all(row[key] == value for key, value in wanted.items())]


def last_year(rows: Iterable[Row]) -> Iterator[Row]:
    """State the year before: published with its page, or illustrative."""
    for row in rows:
        if row["last_year"]:
            page = row.get("last_year_page", "")
            yield _about(row, LAST) | {"kind": "actual", "value": row["last_year"]} | _origin(page)


def this_year(rows: Iterable[Row], columns: Iterable[str] = tuple(REPORTED)) -> Iterator[Row]:
    """State what is reported outside of dossiers: ten months, the estimate for the year, the final figure."""
    for row in rows:
        for column in columns:
            if row[column]:
                kind = REPORTED[column]
                stated = {"kind": kind, "value": row[column], "cut_off": CUT_OFF if column == "to_date" else ""}
                yield _about(row, THIS) | stated | _origin("")


def targets(rows: Iterable[Row], published: str, made_up: str) -> Iterator[Row]:
    """State the plan as it was first assigned; what is not published stands in the version of what is made up."""
    for row in rows:
        if row["plan"] or row.get("plan_state"):
            page = row.get("plan_page", "")
            version = {"line": PLAN_LINE, "version": published if page else made_up}
            given = {"value": row["plan"], "state": row.get("plan_state", ""), "page": page}
            yield version | _about(row, THIS) | given | {"checked_on": CHECKED_ON if page else ""}


def answers(rows: Iterable[Row], stage: FormStage) -> dict[str, dict[str, str]]:
    """Return what a unit types into a form: under the code of each row, each open column and the explanation.

    Where the source has no number the unit says why: the plan says it, or it is too early.
    """
    column_of = {kind: column for column, kind in REPORTED.items()}
    return {
        code_of(row): {
            str(column): row[column_of[str(column)]] or row.get("plan_state") or "not_due"
            for column in OPEN_COLUMNS[stage]
        }
        | {str(FormColumn.EXPLANATION): row["explanation" if stage is FormStage.ESTIMATE else "final_explanation"]}
        for row in rows
    }


def code_of(row: Row) -> str:
    """Return the code of a row as forms print it."""
    return f"{row['indicator']}/{row['breakdown']}" if row["breakdown"] else row["indicator"]


def write(table: str, rows: Iterable[Row], folder: Path) -> None:
    """Write one table of the year folder; its columns are those that any row fills, in the order first met."""
    listed = list(rows)
    filled = {column for row in listed for column, value in row.items() if value}
    columns = [column for column in dict.fromkeys(column for row in listed for column in row) if column in filled]
    with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(listed)


def _about(row: Row, year: int) -> dict[str, str]:
    return {key: row[key] for key in ("org_unit", "indicator", "breakdown")} | {"period": str(year)}


def _origin(page: str) -> dict[str, str]:
    return {"illustrative": "" if page else "true", "page": page, "checked_on": CHECKED_ON if page else ""}
