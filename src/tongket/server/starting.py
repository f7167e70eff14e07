"""Starts the server's processes: migrations, the HTTP server, the worker; what the command line calls."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path

from tongket.desk.beside import stay_with_parent
from tongket.words import Refused, Text

_PORT_TAKEN = Text(
    "Cổng {port} đang được dùng. Chọn cổng khác: --port SỐ.",
    "Порт {port} занят. Укажите другой: --port ЧИСЛО.",
    "The port {port} is taken. Choose another: --port NUMBER.",
)
_NOT_THE_FIRST = Text(
    "Máy chủ đã có tài khoản; quản trị viên hiện có mời người mới trên trang Quản trị.",
    "На сервере уже есть учётные записи; новых приглашает администратор на странице «Администрирование».",
    "The server has accounts already; its administrator invites others on the page Administration.",
)
_YEAR_WRONG = Text(
    "Thư mục năm {folder} còn lỗi nên chưa mở được. Xem: tongket review {folder} --out …",
    "В папке года {folder} есть ошибки, открыть её нельзя. См.: tongket review {folder} --out …",
    "The year folder {folder} has errors and was not opened. See: tongket review {folder} --out …",
)
_NAME_TAKEN = Text(
    "Đã có năm công tác tên {slug}. Đổi tên thư mục rồi mở lại.",
    "Год с именем {slug} уже есть. Переименуйте папку и откройте снова.",
    "There is a year called {slug} already. Rename the folder and open it again.",
)


def prepare() -> None:
    """Load Django with the settings of the environment. Raises Refused when one of them makes no sense."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tongket.server.settings")
    import django

    django.setup()


def migrate() -> None:
    """Bring the database to the shape of this version."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)


def serve(host: str, port: int, workers: int = 1) -> int:
    """Serve until stopped; one worker with four threads wrote as much as two at 40 % less memory (stack.md §2)."""
    from granian import Granian
    from granian.constants import Interfaces

    refuse_taken(host, port)
    Granian(
        "tongket.server.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=4,
        log_access=False,
        websockets=False,
    ).serve()
    return 0


def work() -> int:
    """Do the queued work until stopped."""
    from django.core.management import call_command

    call_command("db_worker", verbosity=1)
    return 0


@contextmanager
def worker_beside() -> Iterator[None]:
    """Let a worker do the queued work beside this process, and end with it; the demonstration has no other."""
    worker = get_context("spawn").Process(target=_work_beside)
    worker.start()
    try:
        yield
    finally:
        worker.terminate()
        worker.join(5)
        worker.kill()


def _work_beside() -> None:
    from django.core.management import call_command

    stay_with_parent()
    prepare()
    call_command("db_worker", verbosity=0, interval=0.3, startup_delay=False)


def refuse_taken(host: str, port: int) -> None:
    """Refuse a port that something else listens on. Raises Refused."""
    import socket

    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            raise Refused(_PORT_TAKEN.fill(port=str(port))) from None


def source_folder() -> Path:
    """Return the folder that has to be on the path of a process started anew."""
    return Path(sys.modules["tongket"].__path__[0]).parent


def first_administrator(username: str) -> str:
    """Make the administrator of an empty server and return the password made for them. Raises Refused otherwise."""
    import secrets

    from tongket.server.actions.accounts import make_account
    from tongket.server.records.models import Account, Role, RoleGrant
    from tongket.server.records.queries.books import books, typed_year

    if Account.objects.exists():
        raise Refused(_NOT_THE_FIRST)
    password = secrets.token_urlsafe(12)
    account = make_account(username=username, full_name=username, password=password)
    account.is_superuser = True  # opens the first year; every other right comes from roles
    account.save(update_fields=["is_superuser"])
    for code in {typed_year(book).head.org_unit for book in books()}:
        RoleGrant.objects.create(account=account, role=Role.ADMINISTRATOR, org_unit=code)
    return password


def open_folder(folder: Path) -> None:
    """Open a year folder for work, under the name of the folder. Raises Refused for one with errors or a name taken."""
    from django.db import transaction
    from django.utils.text import slugify

    from tongket.files.record import read_forms
    from tongket.files.year_folder import read_year
    from tongket.server.actions.year import Conduct, open_year
    from tongket.server.clock import now
    from tongket.server.records.queries.books import book_named
    from tongket.words import errors_in

    year, findings = read_year(folder)
    slug = slugify(folder.resolve().name)
    if year is None or errors_in(findings):
        raise Refused(_YEAR_WRONG.fill(folder=str(folder)))
    if book_named(slug):
        raise Refused(_NAME_TAKEN.fill(slug=slug))
    files = {name: (folder / name).read_bytes() for name in year.files}
    with transaction.atomic():
        open_year(slug=slug, year=year, files=files, at=now(), conduct=Conduct(), issued=read_forms(folder).forms)
