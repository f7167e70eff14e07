"""The tiers of the tests, shown by pytest on a small folder of tests with our own conftest."""

import os
import re
import shutil
import subprocess
import sys

import pytest

TESTS = """\
import subprocess
import sys

import pytest

@pytest.mark.parametrize("case", range(200))
@pytest.mark.long
def test_a_long_matrix(case):
    print("long case", case)

def test_a_matrix_inside(sample_long):
    for case in sample_long(range(50)):
        print("inner case", case)

@pytest.mark.needs_tool("pdfinfo", "soffice")
def test_that_needs_tools():
    print("had its tools")

@pytest.mark.parametrize("name", set("abcdefghij"))
def test_over_a_set(name):
    child = [sys.executable, "-c", "import os; print(os.environ.get('PYTHONHASHSEED'))"]
    assert subprocess.run(child, capture_output=True, text=True).stdout.strip() == "None"

def test_that_measures(record_property):
    record_property("measured", "a walk took 3 steps")
"""


@pytest.fixture
def rehearse(root, tmp_path):
    """Run the small folder of tests and give back what was printed."""
    (tmp_path / "tests/plan").mkdir(parents=True)
    (tmp_path / "tests/plan/test_small.py").write_text(TESTS, encoding="utf-8")
    shutil.copy(root / "tests/conftest.py", tmp_path / "tests")
    shutil.copy(root / "pyproject.toml", tmp_path)

    def run(*args, **env):
        inherited = {
            key: value for key, value in os.environ.items() if key not in {"CI", "PYTHONHASHSEED", "TONGKET_LONG_SEED"}
        }
        ours = {"CI", "PYTHONHASHSEED", "TONGKET_LONG_SEED", "PYTEST_XDIST_WORKER"}
        inherited = {key: value for key, value in os.environ.items() if key not in ours}
        command = [sys.executable, "-m", "pytest", "-s", "tests", *args]
        env = inherited | {"PYTHONUTF8": "1"} | env
        return subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, encoding="utf-8", check=False).stdout

    return run


def cases(kind, output):
    return [int(number) for number in re.findall(rf"{kind} case (\d+)", output)]


def test_the_long_matrices_are_left_out_by_default(rehearse):
    output = rehearse()
    assert cases("long", output) == []
    assert "200 deselected" in output.splitlines()[-1]
    assert len(cases("inner", output)) == 5


def test_all_of_the_long_matrices_run_when_asked_for(rehearse):
    output = rehearse("--long")
    assert cases("long", output) == list(range(200))
    assert cases("inner", output) == list(range(50))


def test_ci_runs_a_tenth_that_its_printed_seed_repeats(rehearse):
    first = rehearse(CI="true")
    seed = re.search(r"TONGKET_LONG_SEED=(\d+)", first)[1]
    again, other = rehearse(CI="true", TONGKET_LONG_SEED=seed), rehearse(CI="true", TONGKET_LONG_SEED=seed + "1")
    assert len(cases("long", first)) == 20
    assert (cases("long", first), cases("inner", first)) == (cases("long", again), cases("inner", again))
    assert cases("long", first) != cases("long", other)


def test_worker_processes_choose_the_same_tenth_and_the_same_order(rehearse):
    output = rehearse("-n", "2", CI="true")
    assert re.search(r"=+ 3[23] passed.* in ", output.splitlines()[-1]), output


def test_a_missing_tool_is_a_skip_that_names_its_package(rehearse, tmp_path):
    output = rehearse(PATH=str(tmp_path))
    assert (
        "This machine has no pdfinfo, soffice; on Debian install poppler-utils, libreoffice-calc, "
        "libreoffice-writer and libreoffice-impress."
    ) in output.replace("\n", " ")
    assert "1 skipped" in output.splitlines()[-1]


def test_a_missing_tool_is_a_failure_where_tools_are_required(rehearse, tmp_path):
    output = rehearse("--require-tools", PATH=str(tmp_path))
    assert "This machine has no pdfinfo, soffice; on Debian install" in output
    assert "had its tools" not in output
    assert re.search(r" 1 (failed|error)", output.splitlines()[-1])


def test_tools_that_are_there_let_the_test_run(rehearse, tmp_path):
    for name in ("pdfinfo", "soffice"):
        (tmp_path / name).write_text("#!/bin/sh\n")
        (tmp_path / name).chmod(0o755)
    assert "had its tools" in rehearse("--require-tools", PATH=str(tmp_path))


@pytest.mark.parametrize("args", [[], ["-n", "2"]])
def test_the_last_lines_say_what_each_room_cost_and_then_the_usual_summary(rehearse, args):
    lines = rehearse(*args).splitlines()
    assert "measured: a walk took 3 steps" in lines
    assert any(re.fullmatch(r"plan +\d+\.\d of +40", line) for line in lines)
    assert re.search(r"=+ .*passed.* in [\d.]+s", lines[-1])
