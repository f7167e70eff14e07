"""Starts the server from the command line: the demonstration with its accounts, the real server, the worker."""

import argparse
import os
import sys
import threading
import webbrowser
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rich.console import Console
from rich.table import Table

from tongket.words import Language, Refused, Text

if TYPE_CHECKING:
    from tongket.server.demo import DemoAccount

HOST: Final = "127.0.0.1"
_READY: Final = Text(
    "Đang chạy thử tại {address} – Ctrl+C để dừng. Dữ liệu làm mới mỗi lần chạy; ngày giả định: 18/11/2022.",
    "Демонстрация: {address} – Ctrl+C, чтобы остановить. Данные новые при каждом запуске; условный день: 18.11.2022.",
    "The demonstration runs at {address} – Ctrl+C stops it. Its data are new at each start; it plays on 18 Nov 2022.",
)
_SERVING: Final = Text("Máy chủ: {address}", "Сервер: {address}", "Serving at {address}")
_PASSWORD: Final = Text(
    "Tài khoản quản trị: {name}, mật khẩu: {password}. Đổi mật khẩu sau khi đăng nhập.",
    "Администратор: {name}, пароль: {password}. Смените пароль после входа.",
    "Administrator: {name}, password: {password}. Change it after logging in.",
)
_HEADS: Final = (
    Text("Tên đăng nhập", "Имя", "User name"),
    Text("Mật khẩu", "Пароль", "Password"),
    Text("Vai trò", "Роль", "Role"),
    Text("Người dùng", "Кто", "Who"),
)


def demo(request: argparse.Namespace) -> int:
    """Fill a fresh database with the example years, print an account for each role, and serve on this machine alone."""
    from tongket.server.demo import prepare_demo
    from tongket.server.starting import refuse_taken, worker_beside
    from tongket.server.starting import serve as run

    refuse_taken(HOST, request.port)
    accounts = prepare_demo((request.data or Path("out") / "demo").resolve())
    address = f"http://{HOST}:{request.port}"
    _print_accounts(accounts, request.lang)
    print(_READY.to(request.lang).format(address=address), flush=True)
    if not request.no_browser:
        threading.Timer(1.5, webbrowser.open, (address,)).start()
    with worker_beside():
        return run(HOST, request.port)


def serve(request: argparse.Namespace) -> int:
    """Serve for real use with the settings of the environment; brings the database up to date first."""
    from tongket.server.starting import first_administrator, migrate, open_folder, prepare, refuse_taken
    from tongket.server.starting import serve as run

    if "TONGKET_DATA" not in os.environ:
        raise Refused(
            Text(
                "Nêu thư mục dữ liệu ở biến TONGKET_DATA trước khi chạy máy chủ.",
                "Перед запуском укажите папку данных в переменной TONGKET_DATA.",
                "Name the data folder in the variable TONGKET_DATA before serving.",
            )
        )
    refuse_taken(request.host, request.port)
    prepare()
    migrate()
    if request.open:
        open_folder(request.open)
    if request.administrator:
        password = first_administrator(request.administrator)
        print(_PASSWORD.to(request.lang).format(name=request.administrator, password=password), flush=True)
    print(_SERVING.to(request.lang).format(address=f"http://{request.host}:{request.port}"), flush=True)
    return run(request.host, request.port)


def worker() -> int:
    """Do the queued work with the settings of the environment."""
    from tongket.server.starting import prepare, work

    prepare()
    return work()


def _print_accounts(accounts: Iterable["DemoAccount"], language: Language) -> None:
    if sys.stdout.isatty():
        table = Table(*(head.to(language) for head in _HEADS))
        for one in accounts:
            table.add_row(one.username, one.password, one.role, one.name)
        Console().print(table)
        return
    for one in accounts:
        print(f"{one.username:<14} {one.password}  {one.role:<28} {one.name}")
