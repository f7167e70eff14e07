"""What the author of the corpus listed for each dossier, and what the program says of it, in the same form."""

import contextlib
import io
import json
from pathlib import Path

import yaml
from tests.corpus.case import YEAR_OF

from tongket.cli.commands import main

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
    """Return what `tongket check` finds in the files of a case: sheet, cell, code, weight."""
    told = ["--unit", case.unit] if case.is_told else []
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        code = main(["check", *map(str, paths), "--year", str(years / YEAR_OF[case.unit]), *told, "--json"])
    findings = json.loads(out.getvalue())["findings"]
    assert code == any(finding["severity"] == "error" for finding in findings)
    return sorted((one["sheet"] or "", one["cell"] or "", one["code"], one["severity"]) for one in findings)
