"""Writes the report forms of `data` as workbooks, filled in by so many org units: a clean set and a mixed one."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import xlsxwriter
from dossiers.data import DEFECTS, OWN, SHEET, form
from xlsxwriter.worksheet import Worksheet

from tongket.dossier.form import FIRST_ROW, META_SHEET, NAME_ROW, FormColumn, FormMeta, FormRow, ReportForm


def make(folder: Path, files: int) -> tuple[Path, Path]:
    """Make both sets, once; return their folders."""
    clean, mixed = folder / f"dossiers-{files}-clean", folder / f"dossiers-{files}-mixed"
    for place, spoilt in ((clean, False), (mixed, True)):
        if not (place / "done").exists():
            place.mkdir(parents=True, exist_ok=True)
            asked = form()
            for number in range(files):
                defect = DEFECTS[number // 5 % len(DEFECTS)] if spoilt and number % 5 == 0 else ""
                _write(place / f"DV-{number + 1:04}.xlsx", asked, number, defect)
            (place / "done").touch()
    return clean, mixed


def _write(path: Path, asked: ReportForm, number: int, defect: str) -> None:
    dice = random.Random(number)
    issued = replace(asked, org_unit=f"DV-{number + 1:04}")
    with xlsxwriter.Workbook(path) as book:
        sheet, meta = book.add_worksheet("Tổng hợp" if defect == "renamed" else SHEET), book.add_worksheet(META_SHEET)
        meta.very_hidden()
        for at, pair in enumerate(FormMeta.of(issued).pairs()):
            meta.write_row(at, 0, pair)
        names = [*map(str, FormColumn), *(f"own_{one}" for one in range(OWN))]
        sheet.write_row(NAME_ROW - 1, 0, [f"Cột {name}" for name in names])
        sheet.write_row(NAME_ROW, 0, names)
        for at, row in enumerate(asked.parts[0].rows):
            _write_row(sheet, FIRST_ROW + at + (3 if defect == "moved" and at > 100 else 0), row, at, dice, defect)
    if defect == "cut":
        path.write_bytes(path.read_bytes()[:-500])


def _write_row(sheet: Worksheet, line: int, row: FormRow, at: int, dice: random.Random, defect: str) -> None:
    plan, last = float(row.plan.exact), float(row.last_year.exact)
    estimate = round(plan * dice.uniform(0.92, 1.08), 1)
    to_date = round(estimate * 0.83, 1)
    here = at == 57
    values = [at + 1, row.code, row.name.vi, "nghìn tấn", last, plan, to_date, estimate, None, None]
    values += [f"ghi chú {at}", dice.randint(1, 99), round(dice.uniform(0, 9), 2), "x"]
    if here:
        values[7] = {
            "as_text": "2.999,4", "ambiguous": "2.999", "missing": None, "no_number": "khoảng 30",
            "tonnes": plan * 1000,            "jump": last * 3, "negative": -5, "above_year": to_date / 2,
        }.get(defect, values[7])  # fmt: skip
        values[5] = plan + 10 if defect == "plan_changed" else plan
    sheet.write_row(line, 0, values)
    if here and defect == "error":
        sheet.write_formula(line, 7, "=1/0", None, "#DIV/0!")
    if here and defect == "uncalculated":
        sheet.write_formula(line, 7, "=G1*2", None, "")
    if here and defect == "hidden":
        sheet.set_row(line, None, None, {"hidden": True})
