"""Every variable the server listens to, with its default and what it means; the reference page is made of this list."""

import datetime as dt
import os
import secrets
import zoneinfo
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import parse_qs, unquote, urlsplit

from tongket.words import Refused, Text


@dataclass(frozen=True, slots=True)
class Variable:
    """One variable of the environment: what it is for, and what holds when it is not set."""

    name: str
    meaning: Text
    default: str = ""


VARIABLES: Final = (
    Variable(
        "TONGKET_DATA",
        Text(
            "Thư mục dữ liệu: cơ sở dữ liệu SQLite, tệp đã nhận, khóa bí mật.",
            "Папка данных: база SQLite, принятые файлы, секретный ключ.",
            "The data folder: the SQLite database, the files taken in, the secret key.",
        ),
        "tongket-data",
    ),
    Variable(
        "DATABASE_URL",
        Text(
            "Cơ sở dữ liệu PostgreSQL: postgres://người-dùng:mật-khẩu@máy:cổng/tên. Để trống: SQLite.",
            "База PostgreSQL: postgres://пользователь:пароль@узел:порт/имя. Пусто: SQLite.",
            "A PostgreSQL database: postgres://user:password@host:port/name. Empty: SQLite.",
        ),
    ),
    Variable(
        "DATABASE_PASSWORD_FILE",
        Text(
            "Tệp chứa mật khẩu cơ sở dữ liệu, thay cho mật khẩu trong DATABASE_URL.",
            "Файл с паролем базы вместо пароля в DATABASE_URL.",
            "A file with the database password, instead of a password in DATABASE_URL.",
        ),
    ),
    Variable(
        "TONGKET_SECRET_KEY_FILE",
        Text(
            "Tệp chứa khóa bí mật. Để trống: tự sinh một lần trong thư mục dữ liệu.",
            "Файл с секретным ключом. Пусто: создаётся один раз в папке данных.",
            "A file with the secret key. Empty: made once, in the data folder.",
        ),
    ),
    Variable(
        "TONGKET_HOSTS",
        Text(
            "Các tên máy được phép truy cập, cách nhau bằng dấu phẩy.",
            "Разрешённые имена узла через запятую.",
            "The host names it answers to, separated by commas.",
        ),
        "localhost,127.0.0.1",
    ),
    Variable(
        "TONGKET_SECURE",
        Text(
            "yes: chỉ gửi cookie qua HTTPS (dùng khi có TLS phía trước). no: mạng nội bộ không TLS.",
            "yes: cookie только по HTTPS (если впереди TLS). no: внутренняя сеть без TLS.",
            "yes: cookies go over HTTPS only (with TLS in front). no: an internal network without TLS.",
        ),
        "no",
    ),
    Variable(
        "TONGKET_SQLITE_SYNCHRONOUS",
        Text(
            "FULL: chịu được mất điện. NORMAL: ghi nhanh hơn khoảng một phần tư.",
            "FULL: выдерживает отключение питания. NORMAL: запись примерно на четверть быстрее.",
            "FULL survives a power cut. NORMAL writes about a quarter faster.",
        ),
        "FULL",
    ),
    Variable(
        "TONGKET_MAIL_URL",
        Text(
            "Máy chủ thư: smtp://người-dùng@máy:cổng (hoặc smtps://). Để trống: in thư ra màn hình.",
            "Почтовый сервер: smtp://пользователь@узел:порт (или smtps://). Пусто: письма печатаются в консоль.",
            "The mail server: smtp://user@host:port (or smtps://). Empty: mails are printed to the console.",
        ),
    ),
    Variable(
        "TONGKET_MAIL_PASSWORD_FILE",
        Text("Tệp chứa mật khẩu máy chủ thư.", "Файл с паролем почты.", "A file with the password of the mail server."),
    ),
    Variable(
        "TONGKET_MAIL_FROM",
        Text("Địa chỉ gửi thư.", "Адрес отправителя.", "The address mails come from."),
        "tongket@localhost",
    ),
    Variable(
        "TONGKET_OIDC_ISSUER",
        Text(
            "Địa chỉ máy chủ đăng nhập chung (OpenID Connect). Để trống: không dùng.",
            "Адрес сервера единого входа (OpenID Connect). Пусто: не используется.",
            "The address of the common log-in (OpenID Connect). Empty: not used.",
        ),
    ),
    Variable(
        "TONGKET_OIDC_CLIENT",
        Text("Mã ứng dụng OpenID Connect.", "Код приложения OpenID Connect.", "The OpenID Connect client id."),
    ),
    Variable(
        "TONGKET_OIDC_SECRET_FILE",
        Text(
            "Tệp chứa mật khẩu ứng dụng OpenID Connect.",
            "Файл с секретом приложения OpenID Connect.",
            "A file with the OpenID Connect client secret.",
        ),
    ),
    Variable(
        "TONGKET_SESSION_HOURS",
        Text(
            "Phiên làm việc tự kết thúc sau số giờ này kể từ lần dùng cuối.",
            "Сеанс кончается через столько часов бездействия.",
            "A session ends this many hours after its last use.",
        ),
        "8",
    ),
    Variable(
        "TONGKET_LONG_WORK",
        Text(
            "queue: việc dài (tổng hợp, văn bản, thư) do tongket worker làm. at_once: làm ngay khi bấm.",
            "queue: долгую работу выполняет tongket worker. at_once: сразу по нажатию, без worker.",
            "queue: long work (consolidation, papers, mails) is done by tongket worker. at_once: while one waits.",
        ),
        "queue",
    ),
    Variable(
        "TONGKET_PRETENDED_DAY",
        Text(
            "Chỉ dùng để minh họa: coi như hôm nay là ngày này, ví dụ 2022-11-18. Để trống: ngày thật.",
            "Только для демонстрации: считать, что сегодня этот день, например 2022-11-18. Пусто: настоящий день.",
            "For demonstrations only: take today to be this day, for example 2022-11-18. Empty: the real day.",
        ),
    ),
    Variable(
        "TONGKET_UPLOAD_MB",
        Text(
            "Dung lượng lớn nhất của một tệp, MB.", "Наибольший размер файла, МБ.", "The largest file taken in, in MB."
        ),
        "64",
    ),
)
BY_NAME: Final[Mapping[str, Variable]] = {variable.name: variable for variable in VARIABLES}

_WRONG: Final = Text(
    "Biến {name} không đúng: {value}. {meaning}",
    "Переменная {name} задана неверно: {value}. {meaning}",
    "The variable {name} is wrong: {value}. {meaning}",
)
_NO_FILE: Final = Text(
    "Không đọc được tệp {value} nêu ở biến {name}.",
    "Файл {value}, указанный в {name}, не читается.",
    "The file {value} named by {name} cannot be read.",
)


def given(name: str) -> str:
    """Return what a variable says, or its default."""
    return os.environ.get(name, "") or BY_NAME[name].default


def wrong(name: str) -> Refused:
    """Make the refusal of a value that makes no sense; it repeats what the variable is for."""
    return Refused(_WRONG.fill(name=name, value=given(name), meaning=BY_NAME[name].meaning.vi))


def whole(name: str) -> int:
    """Return a whole number above zero. Raises Refused."""
    text = given(name)
    if not text.isdecimal() or int(text) < 1:
        raise wrong(name)
    return int(text)


def yes(name: str) -> bool:
    """Return whether a variable says yes. Raises Refused for anything but yes and no."""
    if given(name) not in {"yes", "no"}:
        raise wrong(name)
    return given(name) == "yes"


def secret(name: str) -> str:
    """Return the content of the file a variable names, or nothing where it names none. Raises Refused."""
    place = given(name)
    if not place:
        return ""
    try:
        return Path(place).read_text(encoding="utf-8").strip()
    except OSError:
        raise Refused(_NO_FILE.fill(name=name, value=place)) from None


def data_folder() -> Path:
    """Return the data folder, made if it is not there; only its owner may look into it."""
    folder = Path(given("TONGKET_DATA")).resolve()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def secret_key() -> str:
    """Return the key that signs sessions: from its file, or made once and kept in the data folder."""
    if given("TONGKET_SECRET_KEY_FILE"):
        return secret("TONGKET_SECRET_KEY_FILE")
    place = data_folder() / "secret-key"
    if not place.is_file():
        written = place.with_name(f"secret-key.{os.getpid()}")
        written.touch(mode=0o600)
        written.write_text(secrets.token_urlsafe(64), encoding="utf-8")
        written.replace(place)
    return place.read_text(encoding="utf-8").strip()


def pretended_now() -> dt.datetime | None:
    """Return nine in the morning of the day a demonstration pretends, None on a real server. Raises Refused."""
    if not given("TONGKET_PRETENDED_DAY"):
        return None
    try:
        day = dt.date.fromisoformat(given("TONGKET_PRETENDED_DAY"))
    except ValueError:
        raise wrong("TONGKET_PRETENDED_DAY") from None
    return dt.datetime.combine(day, dt.time(9), zoneinfo.ZoneInfo("Asia/Ho_Chi_Minh"))


def database() -> dict[str, object]:
    """Return Django's description of the database: PostgreSQL where DATABASE_URL says so, SQLite otherwise."""
    return _postgresql() if given("DATABASE_URL") else _sqlite()


def _sqlite() -> dict[str, object]:
    """As measured in stack.md §2: without IMMEDIATE a write that began as a read fails at once under load."""
    synchronous = given("TONGKET_SQLITE_SYNCHRONOUS").upper()
    if synchronous not in {"FULL", "NORMAL"}:
        raise wrong("TONGKET_SQLITE_SYNCHRONOUS")
    pragmas = (
        "PRAGMA journal_mode=WAL",
        f"PRAGMA synchronous={synchronous}",
        "PRAGMA mmap_size=134217728",
        "PRAGMA journal_size_limit=27103364",
        "PRAGMA cache_size=2000",
    )
    options = {"timeout": 20, "transaction_mode": "IMMEDIATE", "init_command": "; ".join(pragmas) + ";"}
    name = data_folder() / "tongket.sqlite3"
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": name, "OPTIONS": options, "CONN_MAX_AGE": None}


def _postgresql() -> dict[str, object]:
    url = urlsplit(given("DATABASE_URL"))
    if url.scheme not in {"postgres", "postgresql"} or not url.path.strip("/"):
        raise wrong("DATABASE_URL")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(url.path.strip("/")),
        "USER": unquote(url.username or ""),
        "PASSWORD": secret("DATABASE_PASSWORD_FILE") or unquote(url.password or ""),
        "HOST": unquote(url.hostname or "") or parse_qs(url.query).get("host", [""])[0],  # ?host=… names a socket
        "PORT": str(url.port or ""),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
    }


def common_login() -> str:
    """Return the address of the common log-in without a slash at its end, empty where there is none. Raises Refused."""
    issuer = given("TONGKET_OIDC_ISSUER").rstrip("/")
    url = urlsplit(issuer)
    if issuer and (url.scheme not in {"http", "https"} or not url.hostname):
        raise wrong("TONGKET_OIDC_ISSUER")
    if issuer and not given("TONGKET_OIDC_CLIENT"):
        raise wrong("TONGKET_OIDC_CLIENT")
    return issuer


def long_work() -> str:
    """Return the backend that does long work: the queue of `tongket worker`, or at once. Raises Refused."""
    backends = {
        "queue": "django_tasks_db.DatabaseBackend",
        "at_once": "django_tasks.backends.immediate.ImmediateBackend",
    }
    if given("TONGKET_LONG_WORK") not in backends:
        raise wrong("TONGKET_LONG_WORK")
    return backends[given("TONGKET_LONG_WORK")]


def mail() -> dict[str, object]:
    """Return Django's mail settings: the server named, or the console."""
    url = urlsplit(given("TONGKET_MAIL_URL"))
    if not url.scheme:
        return {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    if url.scheme not in {"smtp", "smtps"} or not url.hostname:
        raise wrong("TONGKET_MAIL_URL")
    secure = url.scheme == "smtps"
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": url.hostname,
        "EMAIL_PORT": url.port or (465 if secure else 25),
        "EMAIL_HOST_USER": unquote(url.username or ""),
        "EMAIL_HOST_PASSWORD": secret("TONGKET_MAIL_PASSWORD_FILE"),
        "EMAIL_USE_SSL": secure,
    }
