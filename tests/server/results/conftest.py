"""A cluster whose dossiers were accepted, by the way every dossier goes; each workbook is read once for all tests."""

import datetime as dt

import pytest

from tongket.dossier.form import FormStage
from tongket.server.actions.dossier import attaching, checking, moving, uploads
from tongket.server.actions.year import open_cases
from tongket.server.records import blobs
from tongket.server.records.models import Upload
from tongket.server.records.queries.books import typed_year
from tongket.server.records.queries.dossiers import case_of

UNITS = ("VSP", "PVEP", "RVP", "GPV")
ESTIMATE, FINAL = FormStage.ESTIMATE, FormStage.FINAL


@pytest.fixture(scope="session")
def looked_at():
    return {}


@pytest.fixture
def sent(root, cluster, actor_of, looked_at):
    """A dossier its unit has sent: `sent("PVEP")`, `sent("PVEP", FINAL)`."""

    def look(code, stage):
        source = f"{code}{'' if stage is ESTIMATE else '-final'}.xlsx"
        content = (root / f"examples/cluster-1-2022/inputs/dossiers/{source}").read_bytes()
        actor, case = actor_of(code.lower()), case_of(cluster, code, stage)
        known = looked_at.get(source)
        if known is None:
            upload = uploads.look(actor=actor, case=case, files=[uploads.Incoming(f"{code}.xlsx", content)])
            looked_at[source] = (upload.files, upload.judged, upload.content_sha256)
            return upload
        blobs.keep(content, actor.at)
        latest = case.versions.order_by("-number").first()
        return Upload.objects.create(
            case=case, uploaded_at=actor.at, uploaded_by=actor.account, based_on=latest.number if latest else 0,
            files=known[0], judged=known[1], content=known[1], content_sha256=known[2],
        )  # fmt: skip

    def made(code, stage=ESTIMATE):
        def case():
            return case_of(cluster, code, stage)

        actor, head = actor_of(code.lower()), actor_of(f"{code.lower()}-lanhdao")
        upload = look(code, stage)
        uploads.keep_upload(actor=actor, upload=upload, seen=upload.content_sha256)
        attaching.set_letter(actor=actor, case=case(), number="125/CV", dated=dt.date(2022, 11, 17), signer="Giám đốc")
        moving.ask_head(actor=actor, case=case())
        moving.approve(actor=head, case=case())
        moving.submit(actor=actor, case=case())
        return case()

    return made


@pytest.fixture
def accepted(sent, cluster, actor_of):
    """Dossiers that met the requirements: `accepted()` for all four, `accepted("PVEP")`, `accepted(stage=FINAL)`."""

    def made(*codes, stage=ESTIMATE):
        if stage is FINAL:
            open_cases(cluster, typed_year(cluster), FINAL)
        for code in codes or UNITS:
            case = sent(code, stage)
            checking.accept(actor=actor_of("pvep-lanhdao" if code == "VSP" else "cumtruong"), case=case)
        cluster.refresh_from_db()
        return cluster

    return made


@pytest.fixture
def body():
    """What stands between the frame of a page, in one line."""

    def read(answer):
        assert answer.status_code == 200, answer.content.decode()[-600:]
        text = answer.content.decode()
        return " ".join(text[text.index("<main") : text.index("</main>")].split())

    return read
