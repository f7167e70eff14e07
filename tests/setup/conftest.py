"""A small house to set up: the real run.py, locks of two packages made here, a `tongket` that says how it is called."""

import base64
import hashlib
import os
import shutil
import subprocess
import sys
import zipfile

import pytest

TONGKET = """\
import json, os, sys
import {package}
print(json.dumps([sys.argv[1:], os.getcwd(), {package}.RELEASE, sys.flags.utf8_mode]))
if sys.argv[1:2] == ["review"]:
    os.makedirs(sys.argv[4])
    open(os.path.join(sys.argv[4], "report.docx"), "w").close()
sys.exit(int(os.environ.get("EXIT_CODE", "0")))
"""


class House:
    """A folder that holds what run.py needs, and ways to start it as a person would."""

    def __init__(self, folder):
        self.folder, self.wheels, self.venv = folder, folder / "wheels", folder / ".venv"

    def build(self, real_root):
        for name in ("wheels", "requirements", "src/tongket"):
            (self.folder / name).mkdir(parents=True)
        shutil.copy(real_root / "run.py", self.folder)
        (self.folder / "src/tongket/__init__.py").touch()
        (self.folder / "src/tongket/__main__.py").write_text(TONGKET.format(package="ground"), encoding="utf-8")
        self.lock(runtime={"ground": "1.0"}, dev={"ground": "1.0", "tools": "1.0"})
        return self

    def lock(self, **locks):
        for lock, pins in locks.items():
            lines = [f"{name}=={release} --hash=sha256:{self.wheel(name, release)}" for name, release in pins.items()]
            (self.folder / f"requirements/{lock}.txt").write_text("\n".join(lines), encoding="utf-8")

    def wheel(self, package, release):
        """Make a wheel of one module that knows its release; return the wheel's SHA-256."""
        info = f"{package}-{release}.dist-info"
        texts = {
            f"{package}.py": f"RELEASE = {release!r}\n",
            f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {package}\nVersion: {release}\n",
            f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        }
        record = "".join(f"{name},sha256={digest(text)},{len(text)}\n" for name, text in texts.items())
        path = self.wheels / f"{package}-{release}-py3-none-any.whl"
        with zipfile.ZipFile(path, "w") as wheel:
            for name, text in (texts | {f"{info}/RECORD": f"{record}{info}/RECORD,,\n"}).items():
                wheel.writestr(zipfile.ZipInfo(name), text)
        return hashlib.sha256(path.read_bytes()).hexdigest()

    def start(self, *args, python=sys.executable, inside=None, **env):
        """Start run.py and wait for it, with nothing of this machine's pip settings."""
        return subprocess.run(
            [python, str(self.folder / "run.py"), *args],
            cwd=inside or self.folder, env=self.surroundings(**env), capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip

    def surroundings(self, **env):
        kept = {key: value for key, value in os.environ.items() if not key.startswith(("PIP_", "PYTEST_", "PYTHON"))}
        nowhere = {"PIP_CONFIG_FILE": os.devnull, "PIP_INDEX_URL": (self.folder / "no index").as_uri()}
        return {key: value for key, value in (kept | nowhere | env).items() if value is not None}

    def prepare(self):
        done = self.start("--wheels", str(self.wheels))
        assert done.returncode == 0, done.stderr
        return done


def digest(text):
    return base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()


@pytest.fixture
def house(tmp_path, root):
    """A house that nobody has started yet."""
    return House(tmp_path / "nhà của tôi").build(root)


@pytest.fixture(scope="session")
def prepared(tmp_path_factory, root):
    """A house that was started once; the tests that share it leave it as it is."""
    house = House(tmp_path_factory.mktemp("house") / "nhà của tôi").build(root)
    house.first = house.prepare()
    shutil.rmtree(house.folder / "out", ignore_errors=True)
    return house


@pytest.fixture
def copied(prepared, tmp_path):
    """A house that was prepared elsewhere and copied here, to be changed at will."""
    shutil.copytree(prepared.folder, tmp_path / "bản sao", symlinks=True)
    return House(tmp_path / "bản sao")
