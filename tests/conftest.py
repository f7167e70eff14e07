"""How the year's tests are run: how much of the long matrices, what a missing tool means, what each room costs.

For the tests of every room:

* ``@pytest.mark.long`` - belongs to the full matrices: all of it with ``--long``, a seeded tenth in CI, else left out;
* ``sample_long(cases)`` - a fixture for a matrix inside one test: all cases with ``--long``, else a seeded tenth;
* ``@pytest.mark.needs_tool("soffice", "pdftoppm")`` - skips with a sentence naming the Debian packages to install,
  and fails instead with ``--require-tools``;
* ``record_property("measured", "…")`` - a figure worth knowing that is never a condition; printed at the end;
* ``root`` - the project's folder.

The seed changes with every run and stands in the first lines printed; ``TONGKET_LONG_SEED=N`` repeats a run.
"""

import collections
import os
import random
import secrets
import shutil
from pathlib import Path

import hypothesis
import pytest

SEED = "TONGKET_LONG_SEED"
DEBIAN_PACKAGE = {
    "chromium": "chromium",
    "fonts-liberation2": "fonts-liberation2",
    "pdffonts": "poppler-utils",
    "pdfinfo": "poppler-utils",
    "pdftoppm": "poppler-utils",
    "pdftotext": "poppler-utils",
    "soffice": "libreoffice-calc, libreoffice-writer and libreoffice-impress",
}
# Seconds that a room's tests may cost in one run; over it, the room is due for slimming. Together they fit the tier.
BUDGET = collections.defaultdict(
    lambda: 40.0,
    {
        "cli": 120.0,
        "corpus": 120.0,
        "desk": 180.0,
        "docs": 240.0,
        "examples": 60.0,
        "files": 180.0,
        "server": 600.0,
        "setup": 180.0,
    },
)
SPENT = collections.Counter()
MEASURED = []

# Two cores shared with others make single examples slow at times; that is no fault of the example.
hypothesis.settings.register_profile("tongket", deadline=None, print_blob=True)
hypothesis.settings.load_profile("tongket")


def pytest_addoption(parser):
    group = parser.getgroup("tongket")
    group.addoption("--long", action="store_true", help="run the full matrices")
    group.addoption("--require-tools", action="store_true", help="a missing system tool is a failure, not a skip")


def pytest_configure(config):
    """Throw the dice once, before the worker processes start: they inherit the seed and so choose the same cases.

    They must also find the same tests in the same order, even where a test is parametrised over a set; so they start
    with one hash seed. What they start themselves is free of it again.
    """
    os.environ.setdefault(SEED, str(secrets.randbelow(10**6)))
    if hasattr(config, "workerinput"):
        os.environ.pop("PYTHONHASHSEED", None)
    elif config.getoption("numprocesses", None):
        os.environ["PYTHONHASHSEED"] = str(secrets.randbelow(2**32))


def pytest_report_header(config):
    if config.getoption("--long"):
        return "long matrices: all"
    chosen = "a tenth" if os.environ.get("CI") else "left out, a tenth inside of tests"
    return f"long matrices: {chosen}; {SEED}={os.environ[SEED]} repeats this choice"


def pytest_collection_modifyitems(config, items):
    if config.getoption("--long"):
        return
    groups = {}
    for item in items:
        if item.get_closest_marker("long"):
            groups.setdefault(item.nodeid.partition("[")[0], []).append(item)
    kept = {item for name, group in groups.items() if os.environ.get("CI") for item in tenth(group, name, at_least=0)}
    left_out = [item for group in groups.values() for item in group if item not in kept]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in set(left_out)]


def tenth(cases, name, *, at_least):
    """A tenth of the cases in their order, chosen by the seed and the name; a part of ten is left to the dice."""
    dice = random.Random(f"{os.environ[SEED]} {name}")
    count = len(cases) // 10 + (dice.randrange(10) < len(cases) % 10)
    chosen = set(dice.sample(range(len(cases)), min(len(cases), max(count, at_least))))
    return [case for number, case in enumerate(cases) if number in chosen]


@pytest.fixture
def sample_long(request):
    """The cases of a matrix that this run looks at: all with --long, else a seeded tenth, at least one."""
    if request.config.getoption("--long"):
        return list
    return lambda cases: tenth(tuple(cases), request.node.nodeid, at_least=1)


@pytest.fixture(scope="session")
def root(pytestconfig):
    """The project's folder."""
    return pytestconfig.rootpath


def pytest_runtest_setup(item):
    for mark in item.iter_markers("needs_tool"):
        if sentence := what_is_missing(mark.args):
            if item.config.getoption("--require-tools"):
                pytest.fail(sentence, pytrace=False)
            pytest.skip(sentence)


def what_is_missing(tools):
    """One sentence naming the absent tools and the Debian packages that bring them; empty when all are there."""
    missing = [tool for tool in tools if not is_there(tool)]
    packages = ", ".join(dict.fromkeys(DEBIAN_PACKAGE[tool] for tool in tools if tool in missing))
    return f"This machine has no {', '.join(missing)}; on Debian install {packages}." if missing else ""


def is_there(tool):
    if tool.startswith("fonts-"):
        return any(Path("/usr/share/fonts").rglob(f"{tool.removeprefix('fonts-')}/*.ttf"))
    return shutil.which(tool) is not None


def pytest_runtest_logreport(report):
    folders = Path(report.nodeid.partition("::")[0]).parts
    SPENT[folders[1] if len(folders) > 2 else "(others)"] += report.duration
    if report.when == "call":
        MEASURED.extend(value for name, value in report.user_properties if name == "measured")


def pytest_terminal_summary(terminalreporter):
    for sentence in MEASURED:
        terminalreporter.line(f"measured: {sentence}")
    terminalreporter.section("seconds per room, and its budget")
    for room, seconds in sorted(SPENT.items()):
        over = "  OVER" if seconds > BUDGET[room] else ""
        terminalreporter.line(f"{room:<14}{seconds:8.1f} of {BUDGET[room]:5.0f}{over}")
    terminalreporter.line(f"{'together':<14}{sum(SPENT.values()):8.1f}")
