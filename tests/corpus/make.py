"""Make the dossiers of the corpus: issue the forms, fill them in as the units would, and do to each what it is about.

    PYTHONPATH=src:. .venv/bin/python -m tests.corpus.make FOLDER

writes `FOLDER/years/` (the year folders the forms were issued from, which remember them) and `FOLDER/dossiers/CASE/`
with the files of each case. The same code makes the same cells; what LibreOffice saved carries the time in its bytes.
All files that LibreOffice saves go through it together, once for each format.
"""

import csv
import functools
import importlib
import io
import shutil
import subprocess
import sys
from pathlib import Path

from openpyxl import load_workbook
from tests.corpus.case import CORPUS, LAST_YEAR, PRACTICE, YEAR_OF, Program
from tests.examples.programs import EXAMPLES, program

from tongket.desk.issuing import IssueRequest, issue_forms
from tongket.dossier.form import FormStage
from tongket.files.zips import settled

for chapter in ("clean", "cells", "sheets", "whole_files"):
    importlib.import_module(f"tests.corpus.{chapter}")

STEPS = {
    Program.LIBREOFFICE: ("xlsx",),
    Program.XLS: ("xls",),
    Program.XLS_AND_BACK: ("xls", "xlsx"),
    Program.ODS: ("ods",),
}
LATER = ("DAY-SHIP", "INIT")
"""What last year's form did not ask for."""


def make(place):
    """Write year folders and dossiers; return the paths of the files of each case."""
    years = place / "years"
    for name in dict.fromkeys(YEAR_OF.values()):
        shutil.copytree(EXAMPLES / name / "inputs", years / name / "inputs", ignore=shutil.ignore_patterns("dossiers"))
    _a_year_earlier(years / PRACTICE, years / LAST_YEAR)
    forms = functools.cache(functools.partial(_form, years))
    made = {}
    for name, case in CORPUS.cases.items():
        for stem, file in case.files.items():
            made[name, stem] = _by_hand(forms(case.unit, file.form, file.parts), case.unit, file)
    saved = _through_programs(made, place / "programs")
    return {name: _written(place / "dossiers" / name, case, name, saved) for name, case in CORPUS.cases.items()}


def _written(folder, case, name, saved):
    folder.mkdir(parents=True)
    paths = []
    for stem, file in case.files.items():
        steps = STEPS.get(file.program)
        paths.append(folder / f"{stem}{f'.{steps[-1]}' if steps else file.suffix}")
        paths[-1].write_bytes(file.afterwards(saved[name, stem]))
    return paths


def _form(years, unit, which, parts):
    """Issue a form: the unit's own of this year, or another unit's, of another stage, of last year."""
    folder = years / (LAST_YEAR if which == LAST_YEAR else YEAR_OF[unit])
    stage = FormStage.FINAL if which == "final" else FormStage.ESTIMATE
    rows = program("source_rows")
    out = years.parent / "forms" / f"{unit}-{which}-{'-'.join(parts)}.xlsx"
    org_unit = which if which in YEAR_OF else unit
    request = IssueRequest((org_unit,), parts, stage=stage, issued_on=rows.ISSUED_ON[stage], out=out)
    out.parent.mkdir(exist_ok=True)
    told = issue_forms(folder, request)
    if not told.forms:
        raise ValueError(f"{folder}: {told.findings}")
    return _filled(out.read_bytes(), org_unit, stage)


def _filled(form, org_unit, stage):
    """Fill in a form from the rows of its example, only what it asks for."""
    source, fill, rows = EXAMPLES / YEAR_OF[org_unit], program("fill_forms"), program("source_rows")
    book = load_workbook(io.BytesIO(form))
    asked = {str(cell.value) for sheet in book if sheet.title.startswith("Bieu") for cell in sheet["B"]}
    given = {
        code: answer
        for code, answer in rows.answers(rows.rows_of(source, "rows", org_unit=org_unit), stage).items()
        if code in asked
    }
    has_words = "Phan loi" in book.sheetnames
    words = rows.rows_of(source, "words", org_unit=org_unit) if has_words else []
    evidence = rows.rows_of(source, "evidence", org_unit=org_unit) if has_words else []
    return _kept(book, lambda book: _fill(fill, book, given, words, evidence))


def _fill(fill, book, given, words, evidence):
    fill._fill_figures(book, given)
    if "Phan loi" in book.sheetnames:
        fill._fill_words(book, words)
        fill._fill_evidence(book, evidence)


def _by_hand(filled, unit, file):
    return _kept(load_workbook(io.BytesIO(filled)), file.hand)


def _kept(book, change):
    change(book)
    out = io.BytesIO()
    book.save(out)
    return settled(out.getvalue(), program("source_rows").FILLED_ON[FormStage.ESTIMATE])


def _through_programs(made, place):
    """Let LibreOffice save what it has to: all files to .xls together, all to .xlsx together, all to .ods together."""
    saved = dict(made)
    for step, kind in ((0, "xls"), (0, "ods"), (0, "xlsx"), (1, "xlsx")):
        wanted = [key for key in made if STEPS.get(_file(key).program, ())[step : step + 1] == (kind,)]
        before = "xls" if step else "xlsx"
        saved |= _converted({key: saved[key] for key in wanted}, kind, place / f"{step}-{kind}", before)
    return saved


def _file(key):
    return CORPUS.cases[key[0]].files[key[1]]


def _converted(contents, kind, place, before):
    if not contents:
        return {}
    soffice = shutil.which("soffice")
    if soffice is None:
        raise FileNotFoundError("LibreOffice (soffice) is needed to make the corpus.")
    (place / "in").mkdir(parents=True)
    names = {key: f"{number}" for number, key in enumerate(contents)}
    for key, content in contents.items():
        (place / "in" / f"{names[key]}.{before}").write_bytes(content)
    command = [soffice, f"-env:UserInstallation=file://{place.parent}/profile", "--headless", "--convert-to", kind]
    command += ["--outdir", str(place / "out"), *map(str, sorted((place / "in").iterdir()))]
    subprocess.run(command, check=True, capture_output=True)
    return {key: (place / "out" / f"{name}.{kind}").read_bytes() for key, name in names.items()}


def _a_year_earlier(folder, to):
    """Make last year's folder of a year folder: every year one less, smaller figures, fewer indicators."""
    shutil.copytree(folder, to)
    inputs = to / "inputs"
    (inputs / "figures-2022.csv").unlink()
    (inputs / "figures-2021.csv").rename(inputs / "figures-2020.csv")
    for path in inputs.iterdir():
        text = path.read_text(encoding="utf-8").replace("2021", "2020").replace("2022", "2021")
        path.write_text(_smaller(text) if path.suffix == ".csv" else text, encoding="utf-8")


def _smaller(text):
    rows = list(csv.DictReader(io.StringIO(text)))
    out = io.StringIO()
    writer = csv.DictWriter(out, rows[0], lineterminator="\n")
    writer.writeheader()
    for row in (row for row in rows if row["indicator"] not in LATER):
        tenths = round(float(row["value"]) * 9)
        writer.writerow(row | {"value": f"{tenths / 10}" if tenths % 10 else str(tenths // 10)})
    return out.getvalue()


if __name__ == "__main__":
    make(Path(sys.argv[1]))
