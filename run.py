#!/usr/bin/env python3
"""Prepares tongket on this machine and starts it; needs Python 3.11 or newer and nothing else.

python3 run.py                   the demonstration: example years, an account for each role, in your browser
python3 run.py ARGS...           tongket ARGS...
python3 run.py test [ARGS...]    the tests; ARGS go to pytest (--long, --require-tools, tests/plan, -k ...)
python3 run.py lint [NAME...]    what CI checks besides: style, format, types, imports; or only those named
python3 run.py --wheels DIR ...  the same, installing from a folder of wheels without a network

The first start makes `.venv` beside this file from requirements/*.txt, every package by its hash; where the packages
come from is pip's own setting (PIP_INDEX_URL, pip.conf). Later starts compare a stamp and go straight on.
"""

import sys

if sys.version_info < (3, 11):
    found = ".".join(map(str, sys.version_info[:2]))
    sys.stderr.write("tongket cần Python 3.11 trở lên, máy này chạy bằng Python " + found + ". / ")
    sys.stderr.write("tongket needs Python 3.11 or newer; this is Python " + found + ".\n")
    sys.exit(2)

import collections
import contextlib
import hashlib
import importlib.util
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sysconfig
from collections.abc import Iterable, Iterator, Mapping, Sequence

ROOT = pathlib.Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "prepared.json"
KIND_OF_PYTHON = f"{sys.implementation.cache_tag}-{sysconfig.get_platform()}"
PIP_OPTIONS = ("--require-hashes", "--only-binary=:all:", "--no-input", "--disable-pip-version-check")
CHECKS = {
    "style": ("-m", "ruff", "check", "."),
    "format": ("-m", "ruff", "format", "--check", "."),
    "types": ("-m", "mypy", "--strict", "src", "run.py"),
    "imports": ("-c", "from importlinter.cli import lint_imports_command as check; check()"),
}
DEMO = ("demo", "--data")
DEMO_DATA = "out/demo"
NO_VENV = (
    "Máy này thiếu gói python3-venv, hãy chạy: sudo apt install python3-venv / "
    "This machine lacks the package python3-venv; run: sudo apt install python3-venv"
)


class CannotStart(Exception):
    """This machine or this request does not allow tongket to start; the message is one sentence for a person."""


def main(args: Sequence[str]) -> int:
    """Do what the command line asks and return the exit code of what was started."""
    args, wheels = take_wheels(args)
    what, rest = (args[0], args[1:]) if args else ("", ())
    if what == "test":
        prepare("dev", wheels)
        return call("-m", "pytest", *at_most_two_at_a_time(rest), inside=ROOT)
    if what == "lint":
        prepare("dev", wheels)
        return lint(rest or tuple(CHECKS))
    prepare("runtime", wheels)
    return call("-m", "tongket", *(args or (*DEMO, str(ROOT / DEMO_DATA))))


def take_wheels(args: Sequence[str]) -> tuple[tuple[str, ...], pathlib.Path | None]:
    """Take `--wheels DIR` away from the front, or from behind `test` or `lint`; all else belongs to what is started."""
    at = 1 if args and args[0] in {"test", "lint"} else 0
    if len(args) <= at or args[at] != "--wheels":
        return tuple(args), None
    folder = pathlib.Path(args[at + 1]).resolve() if len(args) > at + 1 else None
    if folder is None or not folder.is_dir():
        message = "--wheels cần một thư mục có sẵn. / --wheels needs a folder that exists."
        raise CannotStart(message)
    return (*args[:at], *args[at + 2 :]), folder


def lint(names: Sequence[str]) -> int:
    """Run the named checks, all of them even if one fails, and say which failed."""
    unknown = [name for name in names if name not in CHECKS]
    if unknown:
        message = f"No check is called {', '.join(unknown)}; there are {', '.join(CHECKS)}."
        raise CannotStart(message)
    failed = []
    for name in names:
        print(f"== {name}", flush=True)
        if call(*CHECKS[name], inside=ROOT):
            failed.append(name)
    print(f"== lint: {'failed: ' + ', '.join(failed) if failed else 'all kept'}", flush=True)
    return 1 if failed else 0


def at_most_two_at_a_time(args: Sequence[str]) -> Sequence[str]:
    """Spread the tests over two processes, a file to each, unless the caller says otherwise."""
    if any(arg.startswith(("-n", "--numprocesses", "--pdb", "--collect-only", "--co")) for arg in args):
        return args
    return ("-n", "2", "--dist", "loadfile", *args)


def prepare(lock: str, wheels: pathlib.Path | None) -> None:
    """Make the environment hold what the lock says; does nothing when the stamp says that it does."""
    if is_prepared(lock):
        return
    with only_one_at_a_time():
        if is_prepared(lock):
            return
        is_new = read_stamp().get("python") != KIND_OF_PYTHON or not PYTHON.exists()
        if is_new and not can_make_environments():
            raise CannotStart(NO_VENV)
        say("Đang chuẩn bị môi trường (một lần) …", "Preparing the environment (once) …")
        if is_new:
            make_empty_environment()
        STAMP.unlink(missing_ok=True)  # an interrupted installation leaves no stamp, so the next start begins anew
        install(lock, wheels)
        STAMP.write_text(json.dumps(stamp_for(lock)), encoding="utf-8")
        say("Môi trường đã sẵn sàng.", "The environment is ready.")


def is_prepared(lock: str) -> bool:
    """Whether the stamp says that this very lock was installed by this kind of Python."""
    return PYTHON.exists() and stamp_for(lock).items() <= read_stamp().items()


def stamp_for(lock: str) -> dict[str, str]:
    """What is written down once a lock is installed; dev.txt holds all of runtime.txt."""
    locks = ("runtime", "dev") if lock == "dev" else ("runtime",)
    digests = {name: hashlib.sha256(lock_file(name).read_bytes()).hexdigest() for name in locks}
    return {"python": KIND_OF_PYTHON} | digests


def read_stamp() -> dict[str, str]:
    """What was written down last; nothing, when there is none or it was cut off."""
    with contextlib.suppress(OSError, ValueError):
        return dict(json.loads(STAMP.read_text(encoding="utf-8")))
    return {}


def lock_file(lock: str) -> pathlib.Path:
    """Where a lock lies."""
    return ROOT / "requirements" / f"{lock}.txt"


@contextlib.contextmanager
def only_one_at_a_time() -> Iterator[None]:
    """Let a second start wait for the first. SQLite's file lock works on every system and ends with its process."""
    import sqlite3  # noqa: PLC0415 - needed on the first start only

    with contextlib.closing(sqlite3.connect(ROOT / ".venv.lock", timeout=1800, isolation_level=None)) as lock:
        lock.execute("BEGIN EXCLUSIVE")
        yield


def can_make_environments() -> bool:
    """Whether this Python has all of `venv`; Debian splits a part of it off and may leave an empty folder behind."""
    specs = [importlib.util.find_spec(name) for name in ("venv", "ensurepip")]
    return all(spec is not None and spec.origin is not None for spec in specs)


def make_empty_environment() -> None:
    """Put a new, empty `.venv` in place of whatever is there."""
    say("[1/2] Đang tạo .venv …", "Making .venv …")
    shutil.rmtree(VENV, ignore_errors=True)
    base = getattr(sys, "_base_executable", sys.executable)  # run.py may itself be run by the .venv that is replaced
    if subprocess.run([base, "-m", "venv", str(VENV)], env=surroundings(), check=False).returncode:
        message = "Không tạo được .venv, xem thông báo ở trên. / .venv could not be made; see above."
        raise CannotStart(message)


def install(lock: str, wheels: pathlib.Path | None) -> None:
    """Install exactly what the lock names, by hash, from wherever pip is set to look or from the folder of wheels."""
    lines = lock_file(lock).read_text(encoding="utf-8").splitlines()
    count = sum("==" in line and " ; " not in line for line in lines)
    say(f"[2/2] Đang cài {count} gói …", f"Installing {count} packages …")
    offline = ("--no-index", "--find-links", str(wheels)) if wheels else ()
    command = (str(PYTHON), "-m", "pip", "install", *PIP_OPTIONS, *offline, "-r", str(lock_file(lock)))
    with subprocess.Popen(
        command, env=surroundings(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
    ) as pip:
        assert pip.stdout is not None
        last_lines = follow(pip.stdout, count)
    if pip.returncode:
        sys.stderr.writelines(last_lines)
        message = "Không cài được các gói, xem thông báo ở trên. / The packages could not be installed; see above."
        raise CannotStart(message)


def follow(lines: Iterable[str], count: int) -> Iterable[str]:
    """Show on one line of a screen which package has come, and trouble on the way; return the last lines said."""
    last_lines, come = collections.deque[str](maxlen=20), 0
    for line in lines:
        last_lines.append(line)
        if "Retrying" in line:
            print(line, end="", flush=True)
        elif line.startswith(("Collecting", "Processing")) and sys.stdout.isatty():
            come += 1
            package = pathlib.PurePath(line.partition(" ")[2].partition(" (from ")[0].strip()).name
            print(f"\r  {come}/{max(come, count)} {package:<60.60}", end="", flush=True)
    if come:
        print("\r" + " " * 70, end="\r", flush=True)
    return last_lines


def call(*args: str, inside: pathlib.Path | None = None) -> int:
    """Run the environment's Python with `src` on its path; its exit code is ours, and an interrupt is its to answer."""
    child = subprocess.Popen([str(PYTHON), *args], env=surroundings(), cwd=inside)
    signal.signal(signal.SIGTERM, lambda *_: child.terminate())
    while True:
        with contextlib.suppress(KeyboardInterrupt):
            code = child.wait()
            return code if code >= 0 else 128 - code


def surroundings() -> Mapping[str, str]:
    """The environment of everything started here: our source, UTF-8 everywhere, and nothing of another installation."""
    inherited = {key: value for key, value in os.environ.items() if key not in {"PYTHONHOME", "VIRTUAL_ENV"}}
    return inherited | {"PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1", "PIP_USER": "0"}


def say(vietnamese: str, english: str) -> None:
    """Tell the person at the screen what is going on."""
    print(f"{vietnamese} / {english}", flush=True)


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        sys.exit(main(sys.argv[1:]))
    except CannotStart as reason:
        print(reason, file=sys.stderr)
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(130)
