"""The import contract refuses what it says it refuses: each violation is planted in an empty house and found."""

import os
import re
import shutil
import subprocess
import sys

import pytest


@pytest.fixture
def empty_house(root, tmp_path):
    """The rooms of the contract, empty but for their names, with the contract itself."""
    shutil.copy(root / ".importlinter", tmp_path)
    contract = (tmp_path / ".importlinter").read_text(encoding="utf-8")
    layers = re.search(r"^layers =\n(.*?)\n\n", contract, re.MULTILINE | re.DOTALL)[1]
    lines = [line.split("|") for line in layers.splitlines() if not line.lstrip().startswith("#")]
    rooms = [room.strip() for line in lines for room in line]
    for room in rooms:
        for name in ("__init__",) if room == "server" else ("__init__", "rules", "tables"):
            plant(tmp_path, f"{room}/{name}.py", "")
    plant(tmp_path, "__init__.py", "")
    plant(tmp_path, "__main__.py", "import tongket.cli\n")
    inside = re.search(r"^containers = tongket\.server\n.*?^layers =\n(.*)\Z", contract, re.MULTILINE | re.DOTALL)[1]
    for name in (
        "manage",
        "wsgi",
        *(word for line in inside.splitlines() for word in re.findall(r"^ {4}(\w+)$", line)),
    ):
        plant(tmp_path, f"server/{name}/__init__.py", "")
    return tmp_path


def plant(house, name, text):
    path = house / "src/tongket" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def verdict(house):
    """Whether the contract is kept, and what was said."""
    command = [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports_command as check; check(['--no-cache'])",
    ]
    env = os.environ | {"PYTHONPATH": str(house / "src")}
    done = subprocess.run(command, cwd=house, env=env, capture_output=True, encoding="utf-8", check=False)
    return done.returncode == 0, done.stdout + done.stderr


ALLOWED = {
    "plan/rules.py": "import tongket.organisation",
    "results/tables.py": "import numpy, pyarrow",
    "figures/ratio.py": "import numpy",
    "engine/rules.py": "import duckdb, tongket.results.tables",
    "files/rules.py": "import yaml, os, tongket.yearbook",
    "desk/rules.py": "import tongket.engine, tongket.files",
    "cli/rules.py": "import rich, tongket.desk, tongket.server",
    "server/web/rules.py": "import django, tongket.server.actions, tongket.desk",
    "server/actions/rules.py": "import django, tongket.server.records, tongket.desk",
}
REFUSED = {
    "an earlier room importing a later one": (
        "plan/rules.py",
        "import tongket.results",
        "tongket.plan -> tongket.results",
    ),
    "a room importing a tool": ("documents/rules.py", "import tongket.files", "tongket.documents -> tongket.files"),
    "ground importing ground": ("words/rules.py", "import tongket.year", "tongket.words -> tongket.year"),
    "a tool importing the other tool": ("engine/rules.py", "import tongket.files", "tongket.engine -> tongket.files"),
    "an undeclared new room": ("prizes/__init__.py", "", "tongket.prizes"),
    "a room importing a framework": ("plan/rules.py", "import django", "django"),
    "a room importing an engine": ("results/tables.py", "import duckdb", "duckdb"),
    "a room importing a file format": ("documents/rules.py", "import docx", "docx"),
    "a room computing with arrays outside of tables": ("plan/rules.py", "import numpy", "numpy"),
    "a room opening files": ("year/rules.py", "from pathlib import Path", "pathlib"),
    "a room asking the clock": ("year/rules.py", "import time", "time"),
    "a room using the network through the ground": ("words/rules.py", "import urllib.request", "urllib"),
    "the year as a value reading YAML": ("yearbook/rules.py", "import yaml", "yaml"),
    "a tool importing Django": ("files/rules.py", "import django", "django"),
    "the desk importing Django": ("desk/rules.py", "import django", "django"),
    "an action calling a page": (
        "server/actions/rules.py",
        "import tongket.server.web",
        "actions.rules -> tongket.server.web",
    ),
    "a record calling an action": (
        "server/records/rules.py",
        "import tongket.server.actions",
        "records.rules -> tongket.server.actions",
    ),
}


def test_what_the_year_allows_is_kept(empty_house):
    for name, text in ALLOWED.items():
        plant(empty_house, name, text + "\n")
    kept, said = verdict(empty_house)
    assert kept, said


@pytest.mark.parametrize(("name", "text", "named"), REFUSED.values(), ids=REFUSED)
def test_the_contract_refuses(empty_house, name, text, named):
    plant(empty_house, name, text + "\n")
    kept, said = verdict(empty_house)
    assert not kept
    assert named in re.sub(r"tongket\.(\w+)\.\w+ -> ", r"tongket.\1 -> ", said), said


def test_every_room_of_the_contract_says_why_it_stands_there(root):
    contract = (root / ".importlinter").read_text(encoding="utf-8")
    lines = re.search(r"^layers =\n(.*?)\n\n", contract, re.MULTILINE | re.DOTALL)[1].splitlines()
    assert [line.lstrip().startswith("#") for line in lines] == [True, False] * (len(lines) // 2)
