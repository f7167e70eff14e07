"""Dossiers of the demonstration on their way: kept by a reporter, submitted by a unit, pages as somebody opens them."""

import datetime as dt
import io

import pytest

from tongket.server.actions.dossier import attaching, moving, uploads
from tongket.server.records.queries.dossiers import case_of


@pytest.fixture
def case(cluster):
    return lambda code: case_of(cluster, code)


@pytest.fixture
def workbook(root):
    return lambda code: (root / f"examples/cluster-1-2022/inputs/dossiers/{code}.xlsx").read_bytes()


@pytest.fixture
def kept(actor_of, case, workbook):
    """A dossier looked at and kept by its own reporter."""

    def made(code):
        actor, it = actor_of(code.lower()), case(code)
        upload = uploads.look(actor=actor, case=it, files=[uploads.Incoming(f"{code}.xlsx", workbook(code))])
        return uploads.keep_upload(actor=actor, upload=upload, seen=upload.content_sha256)

    return made


@pytest.fixture
def submitted(kept, actor_of, case):
    def made(code):
        kept(code)
        actor, head = actor_of(code.lower()), actor_of(f"{code.lower()}-lanhdao")
        attaching.set_letter(
            actor=actor, case=case(code), number="125/CV", dated=dt.date(2022, 11, 17), signer="Giám đốc"
        )
        moving.ask_head(actor=actor, case=case(code))
        moving.approve(actor=head, case=case(code))
        moving.submit(actor=actor, case=case(code))
        return case(code)

    return made


@pytest.fixture
def address():
    """The address of a page of a dossier: `address("PVEP", "upload")`."""
    return lambda code, page="": f"/cum-1-2022/dossier/{code}/" + (f"{page}/" if page else "")


@pytest.fixture
def sent_up(client_of, address, workbook):
    """Upload a unit's example workbook as somebody does, and return the client and the address of the result."""

    def made(username, code, content=None, name=None):
        client = client_of(username)
        answer = client.post(
            address(code, "upload"),
            {"files": [file_named(name or f"{code}.xlsx", content or workbook(code))], "no_secret": "yes"},
        )
        assert answer.status_code == 302, answer.content.decode()
        return client, answer.headers["Location"]

    return made


def file_named(name, content):
    file = io.BytesIO(content)
    file.name = name
    return file
