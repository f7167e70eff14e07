"""The year folder: `inputs/` as people wrote it, read into one frozen Year; and a Year written for people to go on.

Everything in `inputs/` is read and every fault told at once; the same Year always gives the same bytes.
"""

import datetime as dt
import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, Literal

from tongket import organisation, plan, yearbook
from tongket.files import csv_rows, workbook, workbook_reader, yaml_rows
from tongket.files import findings as say
from tongket.files.yaml_rows import Rows
from tongket.words import Finding, Place, Text
from tongket.yearbook import BY_NAME, TABLES, Column, Row, Table, Year, YearHead
from tongket.yearbook import findings as rows_say

INPUTS: Final = "inputs"
WORKBOOK: Final = "year.xlsx"
DOSSIERS: Final = "dossiers"
MAPPINGS: Final = "mappings"
"""Where mappings of foreign workbooks lie in `inputs/`: used when such a workbook is read, no tables of the year."""
Form = Literal["yaml", "excel"]
_UNREAD: Final = {"", ".md", ".txt", ".pdf", ".docx", ".png", ".jpg", ".jpeg"}
_CELL: Final = re.compile(r"([A-Z]*)([0-9]*)")


def read_year(folder: Path) -> tuple[Year | None, tuple[Finding, ...]]:
    """Read what was typed into `inputs/`; None when nothing tells which year it is. Dossiers are read at the desk.

    The Year holds the SHA-256 of each file read, under the same path as the places of its facts. Findings come in
    the order of files and places; when one of them is an error, the rows it speaks of are not in the Year.
    """
    inputs = folder / INPUTS
    if not inputs.is_dir():
        return None, (say.NO_INPUTS.at(Place(INPUTS), folder=folder.name),)
    rows: Rows = {}
    files: dict[str, str] = {}
    findings: list[Finding] = []
    years: list[str] = []
    for path in _paths(inputs):
        name = path.relative_to(folder).as_posix()
        tables, told, digest = _read_file(path, name)
        findings.extend(told)
        if digest:
            files[name] = digest
        if tables.get("year"):
            years.append(name)
        for table, more in tables.items():
            rows[table] = (*rows.get(table, ()), *more)
    if len(years) > 1 and any(name.endswith(".xlsx") for name in years):
        return None, (say.SEVERAL_YEARS.at(Place(INPUTS), count=len(years), files=", ".join(years)),)
    year, told = year_of_rows(rows, files)
    if any(_renames_the_head(one) for one in findings):
        told = tuple(one for one in told if one.code != rows_say.NO_YEAR.code)
    return year, tuple(sorted({*findings, *told}, key=_order))


def _renames_the_head(finding: Finding) -> bool:
    """Whether a finding says that the sheet of the year bears another name: then the year is there, and not missing."""
    title = BY_NAME["year"].title.vi
    return finding.code == say.RENAMED_SHEET.code and dict(finding.values)["title"] == title


def year_of_rows(rows: Rows, files: dict[str, str]) -> tuple[Year | None, tuple[Finding, ...]]:
    """Build a Year from the rows of its tables and check what must agree."""
    findings: list[Finding] = []
    facts: dict[str, tuple[Any, ...]] = {}
    for table in TABLES:
        given = rows.get(table.name, ())
        measures = {indicator.code: indicator.measure for indicator in facts.get("indicators", ())}
        facts[table.name], told = yearbook.read(given, table.fact, table.name, measures)
        findings.extend(told)
        if table.single:
            findings.extend(rows_say.ONE_ROW.at(fact.place, table=table.name) for fact in facts[table.name][1:])
    lost = _lost_codes(rows, facts)
    year = yearbook.year_of(facts, files)
    if year is None:
        if not rows.get("year"):
            findings.append(rows_say.NO_YEAR.at(None))
        return None, tuple(findings)
    told = (*organisation.check(year.organisation), *plan.check(year.plan, year.organisation), *yearbook.check(year))
    kept = (finding for finding in told if not _is_cascade(finding, lost))
    return year, (*findings, *_nearer(kept, rows))


def _lost_codes(rows: Rows, facts: Mapping[str, tuple[Any, ...]]) -> set[str]:
    """The codes stated in rows that could not be read: what names them is not wrong, the row itself is already told."""
    stated = {row.values.get("code", "") for table in rows.values() for row in table}
    return stated - {getattr(fact, "code", "") for table in facts.values() for fact in table}


def _is_cascade(finding: Finding, lost: set[str]) -> bool:
    return ".unknown-" in finding.code and any(value in lost for _, value in finding.values)


def write_year(year: Year, folder: Path, form: Form) -> tuple[str, ...]:
    """Write a year into an empty `inputs/` as YAML and CSV or as one Excel book; return the paths written.

    FileExistsError when the folder already holds a year: two of them would be read as one.
    """
    inputs = folder / INPUTS
    if inputs.is_dir() and any(_paths(inputs)):
        raise FileExistsError(inputs)
    contents = files_of(year, form)
    inputs.mkdir(parents=True, exist_ok=True)
    for name, content in contents.items():
        (inputs / name).write_bytes(content)
    return tuple(f"{INPUTS}/{name}" for name in contents)


def files_of(year: Year, form: Form) -> dict[str, bytes]:
    """Return the files of a year by name, always the same bytes for the same year."""
    if form == "excel":
        of = organisation.name_on(year.organisation, year.head.org_unit, dt.date(year.head.year, 12, 31)).vi
        return {WORKBOOK: workbook.written(_rows(year, explicit=_is_choice), year.head, of)}
    by_file: dict[str, dict[Table, tuple[Row, ...]]] = {}
    for table, rows in _rows(year).items():
        by_file.setdefault(table.file, {})[table] = rows
    return {name: _content(name, tables, year).encode() for name, tables in by_file.items()}


def blank_workbook(year: int) -> bytes:
    """Return an empty year book for a year: what an office begins with."""
    head = YearHead(year, "", Text(""))
    return workbook.written({BY_NAME["year"]: (Row({"year": str(year)}),)}, head, "")


def _rows(year: Year, explicit: Callable[[Column], bool] = lambda _: False) -> dict[Table, tuple[Row, ...]]:
    """The rows of every table that has any."""
    facts = yearbook.facts_of(year)
    measures = {indicator.code: indicator.measure for indicator in year.plan.indicators}
    return {t: rows for t in TABLES if (rows := yearbook.write(facts[t.name], measures, explicit=explicit))}


def _is_choice(column: Column) -> bool:
    """In a workbook a choice is shown even where it is the usual one: an empty cell would ask what it means."""
    return column.choices is not None


def _content(name: str, tables: Mapping[Table, tuple[Row, ...]], year: Year) -> str:
    if not name.endswith(".csv"):
        return yaml_rows.written(year.head.title.vi, tables)
    ((table, rows),) = tables.items()
    return csv_rows.written(rows, table.fact)


def _read_file(path: Path, name: str) -> tuple[Rows, tuple[Finding, ...], str]:
    """Read one file by its kind; the digest is empty when it is none of ours."""
    kind = path.suffix.lower()
    table = csv_rows.table_of(path.stem)
    ours = kind in {".yaml", ".yml"} or (kind == ".csv" and table) or (kind == ".xlsx" and name.count("/") == 1)
    if not ours:
        return {}, () if kind in _UNREAD else (say.NOT_READ.at(Place(name)),), ""
    try:
        content = path.read_bytes()
    except OSError as refusal:
        return {}, (say.UNREADABLE.at(Place(name), reason=refusal.strerror or "?"),), ""
    digest = hashlib.sha256(content).hexdigest()
    if kind == ".csv" and table:
        rows, findings = csv_rows.read(content, name, table)
        return {table: rows}, findings, digest
    read = workbook_reader.read if kind == ".xlsx" else yaml_rows.read
    return *read(content, name), digest


def _paths(inputs: Path) -> Iterator[Path]:
    """The files of a folder in one order on every system, without those that programs leave behind."""
    found = (path for path in inputs.rglob("*") if path.is_file())
    for path in sorted(found, key=lambda path: path.relative_to(inputs).as_posix()):
        parts = path.relative_to(inputs).parts
        if parts[0] not in (DOSSIERS, MAPPINGS) and not any(part.startswith((".", "~$")) for part in parts):
            yield path


def _nearer(findings: Iterable[Finding], rows: Rows) -> Iterator[Finding]:
    """Move each finding from its row to the very value it speaks of, when the row holds that text."""
    by_place: dict[Place | None, Row] = {}
    for row in (row for table in rows.values() for row in table):
        by_place[row.place] = row
        by_place.update(dict.fromkeys(row.places.values(), row))
    for finding in findings:
        spoken = {value for _, value in finding.values if isinstance(value, str)}
        row = by_place.get(finding.place, Row({}))
        columns = (column for column, text in row.values.items() if text in spoken)
        yield replace(finding, place=row.places.get(next(columns, ""), finding.place))


def _order(finding: Finding) -> tuple[Any, ...]:
    place = finding.place
    found = _CELL.match(place.cell)
    letters, row = (found[1], int(found[2] or 0)) if found else ("", 0)
    return (
        place.file,
        place.sheet,
        place.line,
        row,
        place.column,
        len(letters),
        letters,
        finding.code,
        str(finding.values),
    )
