"""The demonstration: two example years in a fresh database, an account for each role, a day amid the review.

No real person has an account here; every figure that was not published is marked as illustrative.
"""

import datetime as dt
import os
import secrets
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tongket.words import Refused, Text

if TYPE_CHECKING:
    from tongket.server.actions.year import Conduct

PRETENDED_DAY: Final = "2022-11-18"
EXAMPLES: Final = Path(__file__).resolve().parents[3] / "examples"
CLUSTER: Final = "CUM-1"
_NO_EXAMPLES: Final = Text(
    "Không thấy thư mục examples cạnh chương trình.", "Нет папки examples.", "The folder examples is not there."
)
_NOT_OURS: Final = Text(
    "Thư mục {folder} không phải của bản chạy thử nên không xóa. Chọn thư mục khác: --data DIR.",
    "Папка {folder} не от демонстрации и не стёрта. Укажите другую: --data DIR.",
    "The folder {folder} is not the demonstration's and was not emptied. Name another: --data DIR.",
)
_LETTERS: Final = "abcdefghjkmnpqrstuvwxyz23456789"


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """One account of the demonstration: how to enter, and who that is."""

    username: str
    password: str
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class _Person:
    username: str
    name: str
    role: str
    org_unit: str
    home: str = ""
    party: bool = False
    side: str = "vietnamese"
    language: str = "vi"


_UNITS: Final = {"VSP": "Vietsovpetro", "PVEP": "PVEP", "RVP": "Rusvietpetro", "GPV": "Gazpromviet"}
_PEOPLE: Final = (
    _Person("thuky", "Thư ký Cụm (minh họa)", "secretary", CLUSTER, "VSP", party=True),
    _Person("cumtruong", "Cụm trưởng (minh họa)", "lead", CLUSTER, "VSP", party=True),
    *(
        person
        for code, name in _UNITS.items()
        for person in (
            _Person(code.lower(), f"Cán bộ đầu mối {name} (minh họa)", "reporter", code, code, party=True),
            _Person(f"{code.lower()}-lanhdao", f"Lãnh đạo {name} (minh họa)", "head", code, code, party=True),
        )
    ),
    _Person("thuongtruc", "Thường trực Hội đồng (minh họa)", "office", CLUSTER, party=True),
    _Person("uyvien", "Ủy viên Hội đồng (minh họa)", "member", CLUSTER),
    _Person("kiemtra", "Cán bộ kiểm tra (minh họa)", "auditor", CLUSTER),
    _Person("quantri", "Quản trị hệ thống (minh họa)", "administrator", CLUSTER),
    _Person(
        "vsp-nga",
        "Chuyên viên phía Nga, Vietsovpetro (minh họa)",
        "reporter",
        "VSP",
        "VSP",
        side="russian",
        language="ru",
    ),
)


def prepare_demo(data: Path) -> tuple[DemoAccount, ...]:
    """Make the demonstration anew in a folder of its own, and return its accounts with their new passwords.

    The folder is the demonstration's alone: what it held before is thrown away. Raises Refused when the examples or
    the right to write are missing.
    """
    if not EXAMPLES.is_dir():
        raise Refused(_NO_EXAMPLES)
    _empty(data)
    os.environ |= {"TONGKET_DATA": str(data), "TONGKET_PRETENDED_DAY": PRETENDED_DAY, "DATABASE_URL": ""}
    from tongket.server.starting import migrate, prepare

    prepare()
    migrate()
    from django.db import transaction

    from tongket.server.demo_play import play
    from tongket.server.records.queries.books import book_named

    with transaction.atomic():
        accounts = fill()
    book = book_named("cum-1-2022")
    assert book is not None  # just filled
    play(book, EXAMPLES / "cluster-1-2022/inputs/dossiers")
    return accounts


def fill() -> tuple[DemoAccount, ...]:
    """Fill an empty database with the demonstration."""
    from tongket.server.actions.year import Conduct
    from tongket.server.clock import now

    _open(
        "cum-1-2022",
        EXAMPLES / "cluster-1-2022",
        now(),
        Conduct(lead_org_unit="VSP", conference_on=dt.date(2022, 11, 28)),
    )
    _open("vietsovpetro-2021", EXAMPLES / "vietsovpetro-2021", now(), Conduct())
    return tuple(_accounts())


def _open(slug: str, folder: Path, at: dt.datetime, conduct: "Conduct") -> None:
    from tongket.files.record import read_forms
    from tongket.files.year_folder import read_year
    from tongket.server.actions.year import open_year

    year, _ = read_year(folder)
    assert year is not None  # the examples are tested to be whole
    files = {name: (folder / name).read_bytes() for name in year.files}
    open_year(slug=slug, year=year, files=files, at=at, conduct=conduct, issued=read_forms(folder).forms)


def _accounts() -> Iterator[DemoAccount]:
    from tongket.server.actions.accounts import make_account
    from tongket.server.actions.rights import rights
    from tongket.server.records.models import Role, RoleGrant

    for person in _PEOPLE:
        password = "-".join("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(3))
        account = make_account(
            username=person.username,
            full_name=person.name,
            password=password,
            org_unit=person.home,
            email=f"{person.username}@example.invalid",
        )
        account.side, account.language = person.side, person.language
        account.save(update_fields=["side", "language"])
        RoleGrant.objects.create(account=account, role=person.role, org_unit=person.org_unit, party=person.party)
        yield DemoAccount(person.username, password, person.name, rights().roles[Role(person.role)].vi)


def _empty(data: Path) -> None:
    marker = data / "demo"
    if data.exists() and any(data.iterdir()) and not marker.is_file():
        raise Refused(_NOT_OURS.fill(folder=str(data)))
    shutil.rmtree(data, ignore_errors=True)
    data.mkdir(parents=True, mode=0o700)
    marker.touch()
