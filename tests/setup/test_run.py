"""run.py started for real, as a person starts it: what the second start does, and what goes through to tongket."""

import ast
import json
import subprocess
import sys
import time

import pytest

PREPARING = "Đang chuẩn bị môi trường (một lần) … / Preparing the environment (once) …"


def said(done):
    """What the small tongket said of how it was called."""
    return json.loads(done.stdout.splitlines()[-1])


def test_the_first_start_says_in_two_languages_what_it_does(prepared):
    lines = prepared.first.stdout.splitlines()
    assert lines[0] == PREPARING
    assert lines[1] == "[1/2] Đang tạo .venv … / Making .venv …"
    assert lines[2] == "[2/2] Đang cài 1 gói … / Installing 1 packages …"


def test_a_second_start_goes_straight_on(prepared, record_property):
    started = time.perf_counter()
    done = prepared.start("law", "show")
    record_property("measured", f"a second start of run.py took {time.perf_counter() - started:.2f} s in all")
    assert len(done.stdout.splitlines()) == 1
    assert said(done)[2] == "1.0"


def test_arguments_reach_tongket_as_they_were_typed(prepared):
    args = ["check", "sổ tay.xlsx", "--wheels", "x", "", "a b", "--", "test"]
    assert said(prepared.start(*args))[0] == args


def test_tongket_works_in_the_folder_of_the_person(prepared, tmp_path):
    assert said(prepared.start("law", inside=tmp_path))[1] == str(tmp_path)


def test_tongket_speaks_utf_8_on_every_system(prepared):
    assert said(prepared.start("law", PYTHONUTF8="0"))[3] == 1


@pytest.mark.parametrize("code", ["0", "1", "2", "7"])
def test_the_exit_code_of_tongket_is_ours(prepared, code):
    assert prepared.start("law", EXIT_CODE=code).returncode == int(code)


def test_without_arguments_the_demonstration_is_started(copied):
    done = copied.start()
    called = [line for line in done.stdout.splitlines() if line.startswith("[[")]
    assert json.loads(called[0])[0] == ["demo", "--data", str(copied.folder / "out/demo")]


def test_arguments_stand_in_place_of_the_demonstration(copied):
    done = copied.start("review", "examples/ncs-2012", "--out", "x")
    called = [line for line in done.stdout.splitlines() if line.startswith("[[")]
    assert json.loads(called[0])[0] == ["review", "examples/ncs-2012", "--out", "x"]


@pytest.mark.parametrize("args", [["--wheels"], ["--wheels", "nowhere"], ["test", "--wheels", "nowhere"]])
def test_a_folder_of_wheels_that_is_not_there_is_one_sentence(prepared, args):
    done = prepared.start(*args)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "--wheels cần một thư mục có sẵn. / --wheels needs a folder that exists.\n"


def test_an_older_python_can_read_run_py(root):
    ast.parse((root / "run.py").read_text(encoding="utf-8"), feature_version=(3, 6))


def test_an_older_python_is_told_so_in_one_sentence(prepared, tmp_path):
    older = tmp_path / "older.py"
    older.write_text(
        "import sys\nsys.version_info = (3, 9, 2)\n"
        f"exec(compile(open({str(prepared.folder / 'run.py')!r}, encoding='utf-8').read(), 'run.py', 'exec'))",
        encoding="utf-8",
    )
    done = subprocess.run([sys.executable, str(older)], capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.endswith("tongket needs Python 3.11 or newer; this is Python 3.9.\n")
