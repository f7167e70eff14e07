"""The server under test: the demonstration years in a database of its own, SQLite or PostgreSQL, and who comes to it.

Every test here works inside one transaction on the filled database and leaves it as it was. What needs a real browser
starts the real server instead (`demo_server`).
"""

import contextlib
import os
import re
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from tests.server.office import office, wait_for
from tests.server.postgresql import database_url

_DATA = tempfile.mkdtemp(prefix="tongket-test-")
os.environ["TONGKET_DATA"] = _DATA
os.environ["TONGKET_PRETENDED_DAY"] = "2022-11-18"
os.environ["DATABASE_URL"] = database_url()
os.environ["TONGKET_LONG_WORK"] = "at_once"
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # a browser test leaves its loop running in the thread
os.environ["DJANGO_SETTINGS_MODULE"] = "tongket.server.settings"

import django  # noqa: E402
from django.conf import settings  # noqa: E402

django.setup()
settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
settings.DATABASES["default"].setdefault("TEST", {})
if "sqlite" in settings.DATABASES["default"]["ENGINE"]:
    settings.DATABASES["default"]["TEST"]["NAME"] = Path(_DATA) / "test.sqlite3"


@pytest.fixture(scope="session", autouse=True)
def data_folder_goes():
    yield
    shutil.rmtree(_DATA, ignore_errors=True)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The filled database; each test's own changes are rolled back."""
    with django_db_blocker.unblock():
        from django.db import transaction

        from tongket.server.demo import fill

        with transaction.atomic():
            fill()


@pytest.fixture(autouse=True)
def nothing_remembered():
    """What was calculated in one test is calculated anew in the next: tests change rows without telling the year."""
    yield
    from tongket.server.records.queries import books, results

    for module in (books, results):
        for value in vars(module).values():
            if hasattr(value, "cache_clear"):
                value.cache_clear()


@pytest.fixture
def cluster(db):
    """The cluster's year 2022."""
    from tongket.server.records.models import YearBook

    return YearBook.objects.get(slug="cum-1-2022")


@pytest.fixture
def actor_of(db):
    """Somebody of the demonstration, ready to act: `actor_of("pvep")`."""
    from tongket.server.actions.acting import Actor
    from tongket.server.clock import civil_day, now
    from tongket.server.records.models import Account
    from tongket.server.records.queries.rights import standings

    def made(username, at=None):
        account = Account.objects.get(username=username)
        moment = at or now()
        return Actor(account, standings(account, civil_day(moment))[0], moment)

    return made


@pytest.fixture
def client_of(db):
    """A browser without scripts in which somebody has entered: `client_of("thuky").get(…)`."""
    from django.test import Client

    from tongket.server.records.models import Account

    def made(username, language="vi"):
        account = Account.objects.get(username=username)
        account.language = language
        account.save(update_fields=["language"])
        client = Client()
        client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return made


@pytest.fixture(scope="session")
def chromium():
    """Where the system's Chromium lies; the test skips with the package's name where there is none."""
    return next(
        (shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome") if shutil.which(name)), None
    )


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args, chromium):
    return {**browser_type_launch_args, "executable_path": chromium, "args": ["--no-sandbox", "--disable-gpu"]}


@pytest.fixture(scope="session")
def base_url():
    """In place of the plugin's own, which is written in a way that pytest warns of; tests name their server."""


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    return {**browser_context_args, "locale": "vi-VN", "timezone_id": "Asia/Ho_Chi_Minh"}


class DemoServer:
    """The real server in a process of its own: its address, and the passwords it printed."""

    def __init__(self, address, passwords, folder):
        self.address, self.passwords, self.folder = address, passwords, folder


@pytest.fixture(scope="session")
def demo_server(root, tmp_path_factory):
    """`tongket demo`, as a newcomer starts it, on a free port of this machine alone."""
    folder = tmp_path_factory.mktemp("demo")
    with running_demo(root, folder) as server:
        yield server


@pytest.fixture(scope="module")
def new_office(root, tmp_path_factory):
    """`tongket serve` and `tongket worker` on an empty data folder, with the first administrator."""
    with office(root, tmp_path_factory.mktemp("office")) as it:
        yield it


@contextlib.contextmanager
def running_demo(root, folder):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("TONGKET_", "DATABASE", "DJANGO"))
    }
    env = kept | {"PYTHONPATH": str(root / "src"), "PYTHONUNBUFFERED": "1"}
    command = [
        sys.executable,
        "-m",
        "tongket",
        "demo",
        "--port",
        str(port),
        "--data",
        str(folder / "data"),
        "--no-browser",
    ]
    with (folder / "out.txt").open("wb") as out:
        process = subprocess.Popen(command, cwd=folder, env=env, stdout=out, stderr=subprocess.STDOUT)
    try:
        address = f"http://127.0.0.1:{port}"
        wait_for(address, process, folder / "out.txt")
        said = (folder / "out.txt").read_text(encoding="utf-8")
        yield DemoServer(
            address,
            dict(re.findall(r"^\s*([a-z-]+)\s+([a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4})", said, re.MULTILINE)),
            folder,
        )
    finally:
        process.terminate()
        process.wait(timeout=20)


@pytest.fixture
def unique():
    return secrets.token_hex(4)


@pytest.fixture
def filed(actor_of, cluster, root):
    """A dossier that its own org unit sent: `filed("PVEP")` returns the case; `edit` changes the workbook first."""
    import datetime as dt
    import io

    import openpyxl

    from tongket.server.actions.dossier import attaching, moving, uploads
    from tongket.server.records.queries.dossiers import case_of

    def content_of(code, edit):
        content = (root / f"examples/cluster-1-2022/inputs/dossiers/{code}.xlsx").read_bytes()
        if edit is None:
            return content
        book, out = openpyxl.load_workbook(io.BytesIO(content)), io.BytesIO()
        edit(book)
        book.save(out)
        return out.getvalue()

    def made(code, edit=None, at=None):
        reporter, head = actor_of(code.lower(), at), actor_of(f"{code.lower()}-lanhdao", at)
        case = case_of(cluster, code)
        files = [uploads.Incoming(f"{code}.xlsx", content_of(code, edit))]
        upload = uploads.look(actor=reporter, case=case, files=files)
        uploads.keep_upload(actor=reporter, upload=upload, seen=upload.content_sha256)
        attaching.set_letter(actor=reporter, case=case, number="125/CV", dated=dt.date(2022, 11, 17), signer="Giám đốc")
        moving.ask_head(actor=reporter, case=case_of(cluster, code))
        moving.approve(actor=head, case=case_of(cluster, code))
        moving.submit(actor=reporter, case=case_of(cluster, code))
        return case_of(cluster, code)

    return made
