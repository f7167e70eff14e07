"""What has happened in the demonstration before its day: one dossier accepted, one to be checked, one with its head.

Played with the very actions people use, at moments of the days before; the last org unit has not filed yet.
"""

import datetime as dt
from pathlib import Path

from tongket.server.actions.acting import Actor
from tongket.server.actions.dossier import attaching, checking, moving, uploads
from tongket.server.clock import ZONE, civil_day
from tongket.server.records.models import Account, DossierCase, YearBook
from tongket.server.records.queries.dossiers import case_of
from tongket.server.records.queries.rights import standings


def play(book: YearBook, dossiers: Path) -> None:
    """Let the people of the demonstration file and check what was done by its day."""
    _submitted(book, dossiers, "RVP", 16)
    checking.accept(actor=_actor("thuky", 17, 10), case=_case(book, "RVP"))
    _submitted(book, dossiers, "PVEP", 17)
    _with_head(book, dossiers, "VSP", 17)


def _with_head(book: YearBook, dossiers: Path, code: str, day: int) -> None:
    reporter = _actor(code.lower(), day, 8)
    incoming = uploads.Incoming(f"{code}.xlsx", (dossiers / f"{code}.xlsx").read_bytes())
    upload = uploads.look(actor=reporter, case=_case(book, code), files=[incoming])
    uploads.keep_upload(actor=reporter, upload=upload, seen=upload.content_sha256)
    attaching.set_letter(
        actor=reporter,
        case=_case(book, code),
        number="01/CV (minh họa)",
        dated=dt.date(2022, 11, day),
        signer="Lãnh đạo đơn vị (minh họa)",
    )
    moving.ask_head(actor=reporter, case=_case(book, code))


def _submitted(book: YearBook, dossiers: Path, code: str, day: int) -> None:
    _with_head(book, dossiers, code, day)
    moving.approve(actor=_actor(f"{code.lower()}-lanhdao", day, 14), case=_case(book, code))
    moving.submit(actor=_actor(code.lower(), day, 15), case=_case(book, code))


def _case(book: YearBook, code: str) -> DossierCase:
    case = case_of(book, code)
    assert case is not None  # every member of the example owes a dossier
    return case


def _actor(username: str, day: int, hour: int) -> Actor:
    account = Account.objects.get(username=username)
    at = dt.datetime(2022, 11, day, hour, 12, tzinfo=ZONE)
    return Actor(account, standings(account, civil_day(at))[0], at)
