"""Dossiers as they come back, against what a second author, who had not read the checker either, said of each."""

import json
import re
from pathlib import Path

import pytest
import yaml
from tests.corpus.dossiers import make

from tongket.cli import main

EXPECTED = yaml.safe_load((Path(make.__file__).parent / "expected.yaml").read_text(encoding="utf-8"))
NAMES = [one.name for one in make.CASES]


@pytest.fixture(scope="module")
def years(tmp_path_factory):
    """The example years with the forms issued in them."""
    folder = tmp_path_factory.mktemp("years")
    make.make_years(folder)
    return folder


def said_of(one, years, out, capsys):
    """What the program says of the dossier of a case."""
    paths = make.write_dossier(one, years, out)
    unit = ["--unit", one.wanted] if one.wanted else []
    capsys.readouterr()
    main(["check", *map(str, paths), "--year", str(years / one.year), "--json", *unit])
    return json.loads(capsys.readouterr().out)["findings"]


def is_meant(expected, finding):
    """Whether a finding is the one that was expected: code, weight, and as much of its place as was named."""
    sheet, cell, code, severity = expected
    row = "".join(re.findall(r"\d+", finding["cell"] or "")[:1])
    return (
        (code, severity) == (finding["code"], finding["severity"])
        and sheet in ("", finding["sheet"])
        and (cell in ("", finding["cell"]) or cell == row)
    )


def differences(expected, findings):
    """What was expected and not said, and what was said and not expected."""
    left, unsaid = list(findings), []
    for one in sorted(expected, key=lambda place: not place[1]):
        if met := next((finding for finding in left if is_meant(one, finding)), None):
            left.remove(met)
        else:
            unsaid.append(tuple(one))
    return unsaid, [(one["sheet"], one["cell"], one["code"], one["sentence"]) for one in left]


def test_every_dossier_has_what_its_author_expects_and_nothing_else_has():
    assert sorted(EXPECTED) == sorted(NAMES)


def test_what_is_not_said_and_what_is_said_too_much_are_both_seen():
    finding = {"code": "dossier.jump", "severity": "warning", "sheet": "Bieu1", "cell": "H8", "sentence": ""}
    assert differences([["Bieu1", "H8", "dossier.jump", "warning"]], [finding]) == ([], [])
    assert differences([["Bieu1", "8", "dossier.jump", "warning"]], [finding]) == ([], [])
    assert differences([["Bieu1", "H7", "dossier.jump", "warning"]], [finding]) == (
        [("Bieu1", "H7", "dossier.jump", "warning")],
        [("Bieu1", "H8", "dossier.jump", "")],
    )


def as_case(one):
    known = EXPECTED.get(one.name, {}).get("known")
    return pytest.param(one, id=one.name, marks=[pytest.mark.xfail(reason=known)] if known else [])


@pytest.mark.long  # half a minute; the first author's dossiers run always
@pytest.mark.parametrize("one", [as_case(one) for one in make.CASES])
def test_a_dossier_gives_exactly_the_findings_its_author_listed(one, years, tmp_path, capsys):
    findings = said_of(one, years, tmp_path / "dossier", capsys)
    assert differences(EXPECTED[one.name]["findings"], findings) == ([], [])
