"""Make the tables of the example year `cluster-1-2022` from the rows in its `source/` folder.

    python3 examples/build_cluster_1.py

Each row of `source/rows.csv` is one indicator of one member: last year, plan, ten months, estimate, final. What carries
a page was published; everything else is illustrative. The same source always gives the same bytes.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).resolve().parent / "cluster-1-2022"
LAST, THIS = 2021, 2022
CUT_OFF: Final = "2022-10-31"
CHECKED_ON: Final = "2026-11-21"
PLAN_LINE, PUBLISHED, ILLUSTRATIVE = "giao", "v1", "mh"
REPORTED: Final = {"to_date": "actual_to_date", "estimate": "estimate", "actual": "actual"}
"""The columns of the source that the members report this year, and their kinds of figures."""

Row = Mapping[str, str]


def source_rows() -> list[Row]:
    """Read the rows of the members, in their order."""
    with (HERE / "source" / "rows.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def last_year(rows: Iterable[Row]) -> Iterator[Row]:
    """State the year before: published with its page, or illustrative."""
    for row in rows:
        if row["last_year"]:
            yield _about(row, LAST) | {"kind": "actual", "value": row["last_year"]} | _origin(row["last_year_page"])


def this_year(rows: Iterable[Row]) -> Iterator[Row]:
    """State what the members report: ten months, the estimate for the year, the final figure."""
    for row in rows:
        for column, kind in REPORTED.items():
            if row[column]:
                stated = {"kind": kind, "value": row[column], "cut_off": CUT_OFF if kind == "actual_to_date" else ""}
                note = row["note"] if kind == "actual" else ""
                page = row["actual_page"] if kind == "actual" else ""
                yield _about(row, THIS) | stated | _origin(page) | {"note": note}


def targets(rows: Iterable[Row]) -> Iterator[Row]:
    """State the plan as it was first assigned; what is not published stands in a version marked illustrative."""
    for row in rows:
        if row["plan"] or row["plan_state"]:
            page = row["plan_page"]
            version = {"line": PLAN_LINE, "version": PUBLISHED if page else ILLUSTRATIVE}
            given = {"value": row["plan"], "state": row["plan_state"], "page": page}
            yield version | _about(row, THIS) | given | {"checked_on": CHECKED_ON if page else ""}


def _about(row: Row, year: int) -> dict[str, str]:
    return {key: row[key] for key in ("org_unit", "indicator", "breakdown")} | {"period": str(year)}


def _origin(page: str) -> dict[str, str]:
    return {"illustrative": "" if page else "true", "page": page, "checked_on": CHECKED_ON if page else ""}


def write(table: str, rows: Iterable[Row], folder: Path) -> None:
    """Write one table of the year folder; its columns are those that any row fills, in the order first met."""
    listed = list(rows)
    filled = {column for row in listed for column, value in row.items() if value}
    columns = [column for column in dict.fromkeys(column for row in listed for column in row) if column in filled]
    with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(listed)


def build(folder: Path) -> None:
    """Write every made table into a folder."""
    rows = source_rows()
    write("targets", targets(rows), folder)
    write(f"figures-{LAST}", last_year(rows), folder)
    write(f"figures-{THIS}", this_year(rows), folder)


if __name__ == "__main__":
    build(HERE / "inputs")
    print(f"made: {HERE / 'inputs'}")
