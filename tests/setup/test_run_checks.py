"""`run.py test` and `run.py lint`: what they start, and that one failing check hides no other."""

import pytest

ECHO = "import sys\nprint('called', *sys.argv[1:])\nsys.exit({code})\n"


@pytest.fixture
def workshop(copied):
    """The house with tools that only say how they were called; mypy finds a fault."""
    tools = {"pytest.py": 5, "ruff.py": 0, "mypy.py": 1, "importlinter/__init__.py": None}
    (copied.folder / "src/importlinter").mkdir()
    for name, code in tools.items():
        text = "" if code is None else ECHO.format(code=code)
        (copied.folder / "src" / name).write_text(text, encoding="utf-8")
    (copied.folder / "src/importlinter/cli.py").write_text("def lint_imports_command(): print('called imports')")
    copied.start("test", "--wheels", str(copied.wheels))
    return copied


def called(done):
    return [line for line in done.stdout.splitlines() if line.startswith("called")]


def test_arguments_behind_test_reach_pytest_and_its_exit_code_is_ours(workshop):
    done = workshop.start("test", "--long", "-k", "share and not total")
    assert called(done) == ["called -n 2 --dist loadfile --long -k share and not total"]
    assert done.returncode == 5


def test_the_caller_may_say_how_many_tests_run_at_a_time(workshop):
    assert called(workshop.start("test", "-n0")) == ["called -n0"]


def test_lint_runs_every_check_and_names_those_that_failed(workshop):
    done = workshop.start("lint")
    assert called(done) == ["called check .", "called format --check .", "called --strict src run.py", "called imports"]
    assert done.stdout.splitlines()[-1] == "== lint: failed: types"
    assert done.returncode == 1


def test_one_check_can_be_run_alone(workshop):
    done = workshop.start("lint", "style")
    assert (called(done), done.returncode) == (["called check ."], 0)


def test_a_check_that_does_not_exist_is_one_sentence(workshop):
    done = workshop.start("lint", "spelling")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "No check is called spelling; there are style, format, types, imports.\n"
