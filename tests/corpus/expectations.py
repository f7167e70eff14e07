"""What the author of the corpus listed for each dossier, and what the program says of it, in the same form."""

import contextlib
import functools
import io
import json
from pathlib import Path

import yaml
from tests.corpus.case import YEAR_OF

from tongket.cli.commands import main
from tongket.desk.asking import year_of
from tongket.desk.judging import judged
from tongket.dossier.grid import Book
from tongket.files.book_reader import read_book
from tongket.files.record import read_forms
from tongket.words import Finding

LISTED = yaml.safe_load(Path(__file__).with_name("expected.yaml").read_text(encoding="utf-8"))


def expected(name):
    """Return the findings listed for a case, in a fixed order."""
    listed = LISTED[name]
    return sorted(map(tuple, listed["findings"] if isinstance(listed, dict) else listed))


def remark(name, key):
    """Return what is said beside a case: why it was revised, or why it is open."""
    listed = LISTED[name]
    return listed.get(key, "") if isinstance(listed, dict) else ""


def found(case, paths, years):
    """Return what the check finds in the files of a case: sheet, cell, code, weight; each year is read once."""
    year, issued = _year(years / YEAR_OF[case.unit])
    read = [read_book(path.read_bytes(), path.name) for path in paths]
    findings = [one for one in read if isinstance(one, Finding)]
    if books := [one for one in read if isinstance(one, Book)]:
        _, dossier = judged(year, books, issued, case.unit if case.is_told else None)
        findings += dossier.findings
    return sorted((one.place.sheet, one.place.cell, one.code, str(one.severity)) for one in findings)


def found_by_command(case, paths, years):
    """Return the same as `tongket check --json` prints it."""
    told = ["--unit", case.unit] if case.is_told else []
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        code = main(["check", *map(str, paths), "--year", str(years / YEAR_OF[case.unit]), *told, "--json"])
    findings = json.loads(out.getvalue())["findings"]
    assert code == any(finding["severity"] == "error" for finding in findings)
    return sorted((one["sheet"] or "", one["cell"] or "", one["code"], one["severity"]) for one in findings)


@functools.cache
def _year(folder):
    return year_of(folder), read_forms(folder)
