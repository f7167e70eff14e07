"""The peers, each as its own documentation leads to: bare reading, validation against a schema, a reader by hand."""

from __future__ import annotations

import logging
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import fastexcel
from dossiers import data
from frictionless import Dialect, Resource, Schema, formats
from openpyxl import load_workbook

from tongket.dossier.form import FIRST_ROW, NAME_ROW, FormColumn

logging.disable(logging.WARNING)  # of columns without values fastexcel speaks for every file
ESTIMATE = FormColumn.ESTIMATE.position


def bare_fastexcel(folder: str) -> Callable[[], str]:
    """Read the sheet into columns; nothing is guarded or checked, a file that cannot be read is passed over."""
    total = files = 0
    for path in sorted(Path(folder).glob("*.xlsx")):
        files += 1
        try:
            sheet = fastexcel.read_excel(path).load_sheet(0, header_row=NAME_ROW)
        except fastexcel.FastExcelError:
            continue
        column = sheet.to_arrow().column(ESTIMATE).to_pylist()
        total += sum(round(value * 10) for value in column if isinstance(value, float))
    return lambda: f"{files} files, {total}" if "clean" in folder else f"{files} files"


def frictionless(folder: str) -> Callable[[], str]:
    """Validate each file against a schema, then take its rows."""
    numbers = {FormColumn.LAST_YEAR, FormColumn.PLAN, FormColumn.ACTUAL_TO_DATE, FormColumn.ESTIMATE, FormColumn.ACTUAL}
    fields = [{"name": str(column), "type": "number" if column in numbers else "any"} for column in FormColumn]
    for field in fields:
        if field["name"] in ("actual_to_date", "estimate"):
            field["constraints"] = {"required": True, "minimum": 0}
    fields += [{"name": f"own_{one}", "type": "any"} for one in range(data.OWN)]
    schema = Schema.from_descriptor({"fields": fields})
    total = files = 0
    for path in sorted(Path(folder).glob("*.xlsx")):
        files += 1
        dialect = Dialect(header_rows=[NAME_ROW + 1], controls=[formats.ExcelControl(sheet=1)])
        resource = Resource(path=path.name, basepath=folder, schema=schema, dialect=dialect)
        with resource:
            for row in resource.row_stream:
                assert row.valid
                total += int(Decimal(row["estimate"]) * 10)
    return lambda: f"{files} files, {total}"


def openpyxl(folder: str) -> Callable[[], str]:
    """A careful reader of the usual kind: cell by cell, kinds looked at, numbers kept by their code."""
    total = files = 0
    for path in sorted(Path(folder).glob("*.xlsx")):
        files += 1
        book = load_workbook(path, read_only=True, data_only=True)
        sheet = book.worksheets[0]
        figures = {}
        for row in sheet.iter_rows(min_row=FIRST_ROW + 1, values_only=True):
            code, estimate = row[FormColumn.CODE.position], row[ESTIMATE]
            if not isinstance(estimate, int | float) or estimate < 0 or code in figures:
                raise ValueError(path, code)
            figures[code] = Decimal(str(estimate))
        book.close()
        total += int(sum(figures.values()) * 10)
    return lambda: f"{files} files, {total}"
