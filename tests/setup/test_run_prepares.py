"""How run.py makes the environment: from a folder or an index, by hash, anew after an interruption, once at a time."""

import importlib.util
import io
import json
import os
import signal
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest


def release(house, *args, **env):
    """Which release of the package tongket sees when the house is started like this."""
    return json.loads(house.start(*args, "law", **env).stdout.splitlines()[-1])[2]


def index_with_release_2(house):
    """Ask for release 2.0, which only a package index in a folder has."""
    house.lock(runtime={"ground": "2.0"})
    page = house.folder / "simple/ground/index.html"
    page.parent.mkdir(parents=True)
    (house.wheels / "ground-2.0-py3-none-any.whl").rename(page.parent / "ground-2.0-py3-none-any.whl")
    page.write_text('<a href="ground-2.0-py3-none-any.whl">ground-2.0-py3-none-any.whl</a>')
    return (house.folder / "simple").as_uri()


def test_a_changed_lock_is_installed_by_the_next_start(copied):
    copied.lock(runtime={"ground": "2.0"})
    assert release(copied, "--wheels", str(copied.wheels)) == "2.0"


def test_an_index_set_for_pip_by_the_environment_is_used(copied):
    assert release(copied, PIP_INDEX_URL=index_with_release_2(copied)) == "2.0"


def test_an_index_set_for_pip_by_its_settings_file_is_used(copied):
    settings = copied.folder / "pip.conf"
    settings.write_text(f"[global]\nindex-url = {index_with_release_2(copied)}\nuser = true\n", encoding="utf-8")
    assert release(copied, PIP_CONFIG_FILE=str(settings), PIP_INDEX_URL=None) == "2.0"


def test_with_a_folder_of_wheels_no_index_is_asked(copied):
    index = index_with_release_2(copied)
    assert copied.start("--wheels", str(copied.wheels), "law", PIP_INDEX_URL=index).returncode == 2
    assert release(copied, PIP_INDEX_URL=index) == "2.0"


def test_a_wheel_with_another_hash_is_refused_and_the_right_one_installed_next_time(copied):
    copied.lock(runtime={"ground": "2.0"})
    wheel = copied.wheels / "ground-2.0-py3-none-any.whl"
    right = wheel.read_bytes()
    wheel.write_bytes(right + b"\0")
    done = copied.start("--wheels", str(copied.wheels), "law")
    assert done.returncode == 2
    assert "THESE PACKAGES DO NOT MATCH THE HASHES" in done.stderr
    assert done.stderr.splitlines()[-1].endswith("The packages could not be installed; see above.")
    assert "Traceback" not in done.stderr
    assert not (copied.venv / "prepared.json").exists()
    wheel.write_bytes(right)
    assert release(copied, "--wheels", str(copied.wheels)) == "2.0"


def test_what_the_tests_need_is_installed_for_the_tests_only(copied):
    (copied.folder / "src/pytest.py").write_text("import tools, ground")
    assert copied.start("test").returncode == 2
    assert copied.start("test", "--wheels", str(copied.wheels)).returncode == 0
    assert release(copied) == "1.0"


def test_a_screen_shows_which_package_has_come_and_trouble_on_the_way(root, monkeypatch):
    spec = importlib.util.spec_from_file_location("run", root / "run.py")
    run = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(run)
    screen = io.StringIO()
    screen.isatty = lambda: True
    monkeypatch.setattr(sys, "stdout", screen)
    lines = [
        "Collecting numpy==2.4.6 (from -r requirements/runtime.txt (line 63))\n",
        "  Downloading numpy-2.4.6.whl (15 MB)\n",
        "WARNING: Retrying (Retry(total=4)) after connection broken\n",
        "Processing wheels of ours/typst-0.15.0.whl (from -r requirements/runtime.txt (line 771))\n",
    ]
    assert list(run.follow(lines, 2)) == lines
    shown = [part.strip() for part in screen.getvalue().split("\r")]
    assert shown[1].split("WARNING")[0].strip() == "1/2 numpy==2.4.6"
    assert "WARNING: Retrying" in shown[1]
    assert shown[2:] == ["2/2 typst-0.15.0.whl", "", ""]


def test_an_interrupted_installation_is_begun_anew(house):
    with subprocess.Popen(
        [sys.executable, str(house.folder / "run.py"), "--wheels", str(house.wheels), "law"],
        env=house.surroundings(),
        stdout=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=os.name == "posix",
    ) as started:
        assert any(line.startswith("[2/2]") for line in started.stdout)
        os.killpg(started.pid, signal.SIGKILL) if os.name == "posix" else started.kill()
    (house.venv / "half a package").touch()
    assert release(house, "--wheels", str(house.wheels)) == "1.0"
    assert not (house.venv / "half a package").exists()


@pytest.mark.parametrize("stamp", ["{", '{"python": "cpython-39"}'])
def test_an_environment_of_another_python_or_with_a_torn_stamp_is_made_anew(copied, stamp):
    (copied.venv / "prepared.json").write_text(stamp)
    (copied.venv / "of old").touch()
    assert release(copied, "--wheels", str(copied.wheels)) == "1.0"
    assert not (copied.venv / "of old").exists()


def test_two_first_starts_at_once_prepare_once_and_both_go_on(house):
    command = [sys.executable, str(house.folder / "run.py"), "--wheels", str(house.wheels), "law"]
    both = [
        subprocess.Popen(command, env=house.surroundings(), stdout=subprocess.PIPE, encoding="utf-8") for _ in range(2)
    ]
    outputs = [process.communicate()[0] for process in both]
    assert [process.returncode for process in both] == [0, 0]
    assert sorted("Making .venv" in output for output in outputs) == [False, True]


def test_a_prepared_house_can_be_moved(copied):
    done = copied.start("law")
    assert (done.returncode, len(done.stdout.splitlines())) == (0, 1)


@pytest.mark.skipif(os.name != "posix", reason="only Debian splits ensurepip off")
@pytest.mark.parametrize("leaves_a_folder", [False, True])
def test_a_debian_without_its_venv_package_gets_one_sentence(house, tmp_path, leaves_a_folder):
    home, folder = python_home_without("ensurepip", tmp_path)
    if leaves_a_folder:
        folder.mkdir()
    done = house.start("law", python=os.path.realpath(sys.executable), PYTHONHOME=str(home))
    assert (done.returncode, done.stdout) == (2, "")
    vietnamese, english = done.stderr.rstrip("\n").split(" / ")
    assert vietnamese == "Máy này thiếu gói python3-venv, hãy chạy: sudo apt install python3-venv"
    assert english == "This machine lacks the package python3-venv; run: sudo apt install python3-venv"
    assert not house.venv.exists()


def python_home_without(module, tmp_path):
    """A home for Python that has all of the standard library but one module, as Debian cuts it, and where that was."""
    library = Path(sysconfig.get_path("stdlib"))
    cut = tmp_path / "home" / library.relative_to(sys.base_prefix)
    cut.mkdir(parents=True)
    for entry in library.iterdir():
        if entry.name not in {module, "site-packages", "dist-packages"}:
            (cut / entry.name).symlink_to(entry)
    return tmp_path / "home", cut / module
