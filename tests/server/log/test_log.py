"""The log says in sentences who did what when; the auditor filters it and takes a dossier out with all of it."""

import csv
import datetime as dt
import hashlib
import io
import zipfile

import pytest

from tongket.server.actions.acting import touch
from tongket.server.actions.dossier import checking, moving
from tongket.server.actions.rights import rights
from tongket.server.clock import ZONE
from tongket.server.records.models import Account, AuditEvent, Indicator, RoleGrant
from tongket.server.records.queries.activity import Wanted, events
from tongket.server.records.queries.dossiers import latest
from tongket.server.web.log.phrases import DONE
from tongket.server.web.log.sentences import recent
from tongket.server.web.visit import Visit

AT = "/cum-1-2022/log/"
WHEN = dt.datetime(2022, 11, 18, 14, 5, tzinfo=ZONE)


def said(client, query=""):
    return [line.sentence for line in client.get(AT + query).context["lines"]]


def test_an_event_is_a_sentence_in_three_languages(filed, client_of):
    filed("PVEP", at=WHEN)
    assert "14:05 ngày 18/11/2022, cán bộ đầu mối PVEP gửi hồ sơ lần 1" in said(client_of("kiemtra"))
    assert "14:05 18.11.2022, ответственный за отчёт PVEP: направлены материалы, версия 1" in said(
        client_of("kiemtra", "ru")
    )
    assert "14:05 on 18/11/2022, the reporter of PVEP submitted the dossier, version 1" in said(
        client_of("kiemtra", "en")
    )


def test_what_is_done_to_another_org_unit_names_it(filed, actor_of, client_of):
    case = filed("PVEP")
    checking.remark(actor=actor_of("thuky"), case=case, text="Đề nghị đối chiếu.", sheet="Bieu1", cell="H8")
    checking.accept(actor=actor_of("thuky", WHEN), case=case)
    lines = said(client_of("kiemtra"))
    assert "14:05 ngày 18/11/2022, thư ký Cụm xác nhận hồ sơ của PVEP lần 1 đạt yêu cầu" in lines
    assert any(line.endswith("ghi ý kiến vào hồ sơ của PVEP tại Bieu1!H8: “Đề nghị đối chiếu”") for line in lines)


def test_a_day_of_an_extension_is_written_as_people_do(actor_of, cluster, client_of):
    from tongket.server.records.queries.dossiers import case_of

    until = dt.datetime(2022, 11, 25, 17, tzinfo=ZONE)
    moving.extend(actor=actor_of("thuky"), case=case_of(cluster, "GPV"), until=until)
    assert said(client_of("kiemtra"))[0].endswith("gia hạn nộp của GPV đến 17 giờ 00 ngày 25/11/2022 (giờ Việt Nam)")


@pytest.mark.parametrize("name", ["kiemtra", "thuky", "cumtruong", "thuongtruc", "quantri"])
def test_who_may_read_the_log_does(name, client_of):
    assert client_of(name).get(AT).status_code == 200


@pytest.mark.parametrize("name", ["pvep", "pvep-lanhdao", "uyvien", "vsp-nga"])
def test_who_may_not_read_the_log_does_not(name, client_of):
    assert client_of(name).get(AT).status_code == 403


def test_the_filter_asks_for_org_unit_verb_person_and_days(filed, client_of):
    filed("PVEP", at=WHEN)
    filed("RVP")
    client = client_of("kiemtra")
    assert len(said(client, "?org_unit=PVEP")) == 5
    assert len(said(client, "?verb=dossier.submit")) == 2
    head = Account.objects.get(username="rvp-lanhdao").pk
    assert said(client, f"?person={head}") == [line for line in said(client) if "lãnh đạo RVP duyệt" in line]
    assert said(client, "?first=2022-11-19") == []
    assert len(said(client, "?org_unit=PVEP&first=2022-11-18&last=2022-11-18")) == 5
    assert said(client, "?first=nonsense") == said(client)


def test_a_day_of_the_filter_is_a_day_in_vietnam(cluster):
    for second, hour in ((0, 17), (59, 16)):
        at = dt.datetime(2022, 11, 18, hour, 59 if second else 0, second, tzinfo=dt.UTC)  # 00:00:00 and 23:59:59 there
        AuditEvent.objects.create(at=at, verb="plan.assign", book=cluster)
    day = dt.date(2022, 11, 19)
    found = events(cluster, party=True, wanted=Wanted(verb="plan.assign", first=day, last=day))
    assert [one.at.astimezone(ZONE).hour for one in found] == [0]


def test_fifty_stand_on_a_page(cluster, client_of):
    for number in range(60):
        AuditEvent.objects.create(at=WHEN + dt.timedelta(seconds=number), verb="plan.assign", book=cluster)
    client = client_of("kiemtra")
    assert len(said(client)) == 50
    assert "Trang 1/2" in client.get(AT).content.decode()
    assert len(said(client, "?page=2")) == 11


def test_events_of_the_party_are_absent_without_the_right(filed, actor_of, client_of):
    checking.remark(actor=actor_of("thuky"), case=filed("PVEP"), text="Ý kiến riêng", sheet="Bieu5", cell="H7")
    assert any("Ý kiến riêng" in line for line in said(client_of("thuky")))
    assert not any("Ý kiến riêng" in line for line in said(client_of("kiemtra")))


def visiting(actor, cluster):
    return Visit(actor, cluster, (actor.standing,))


def test_the_feed_of_a_unit_holds_its_own_events_and_those_of_the_year(filed, actor_of, cluster):
    filed("PVEP")
    filed("RVP")
    mine = [line.sentence for line in recent(visiting(actor_of("pvep"), cluster), 50)]
    assert any("PVEP" in line for line in mine)
    assert not any("RVP" in line for line in mine)
    assert any("mở năm công tác" in line for line in mine)
    assert any("RVP" in line.sentence for line in recent(visiting(actor_of("thuky"), cluster), 50))
    assert len(recent(visiting(actor_of("thuky"), cluster), 3)) == 3


def test_every_phrase_is_of_a_verb_and_says_the_same_values_in_each_language():
    import re

    for name, phrase in DONE.items():
        assert any(name == verb or name.startswith(f"{verb}.") for verb in rights().verbs), name
        places = [set(re.findall(r"{(\w+)}", phrase.to(one))) for one in ("vi", "ru", "en")]
        assert places[0] == places[1] == places[2], name
        assert phrase.ru, name
        assert phrase.en, name


def test_a_verb_without_a_phrase_is_said_by_its_label(cluster, client_of):
    AuditEvent.objects.create(at=WHEN, verb="organisation.see", book=cluster)
    assert "14:05 ngày 18/11/2022, hệ thống xem đơn vị" in said(client_of("kiemtra"))


def opened(answer):
    return zipfile.ZipFile(io.BytesIO(answer.content))


def rows(archive, name):
    return list(csv.reader(io.StringIO(archive.read(name).decode("utf-8-sig"))))


def test_a_dossier_is_taken_out_whole_and_taking_it_out_is_noted(filed, actor_of, client_of):
    case = filed("PVEP")
    checking.remark(actor=actor_of("thuky"), case=case, text="=1+1", sheet="Bieu1", cell="H8")
    archive = opened(client_of("kiemtra").post(f"{AT}PVEP/export/"))
    index = rows(archive, "index.csv")
    assert [row[0] for row in index[1:]] == [name for name in archive.namelist() if "/" in name]
    for row in index[1:]:
        assert hashlib.sha256(archive.read(row[0])).hexdigest() == row[6]
    assert latest(case).files.get().blob_id in {row[6] for row in index}
    assert "Gửi hồ sơ" not in rows(archive, "events.csv")[1][1]
    assert any("gửi hồ sơ lần 1" in row[1] for row in rows(archive, "events.csv"))
    assert rows(archive, "remarks.csv")[1][2] == "'=1+1"  # no formula in a table that Excel opens
    assert "Hồ sơ kiểm tra: Tổng công ty Thăm dò" in archive.read("index.html").decode()
    event = AuditEvent.objects.latest("id")
    assert (event.verb, event.actor.username, event.org_unit) == ("log.export", "kiemtra", "PVEP")


@pytest.mark.parametrize("name", ["pvep", "quantri", "uyvien"])
def test_who_may_not_take_a_dossier_out_does_not(name, filed, client_of):
    filed("PVEP")
    assert client_of(name).post(f"{AT}PVEP/export/").status_code == 403


def test_nothing_of_the_party_is_taken_out_without_the_right(filed, actor_of, client_of, cluster):
    case = filed("PVEP")
    checking.remark(actor=actor_of("thuky"), case=case, text="Ý kiến riêng", sheet="Bieu5", cell="H7")
    Indicator.objects.filter(book=cluster, code="INIT").update(group="party")
    touch(cluster)
    latest(case).files.update(parts="1,5")
    RoleGrant.objects.filter(account__username="thuongtruc").update(party=True)
    for name, there in (("thuongtruc", True), ("kiemtra", False)):
        archive = opened(client_of(name).post(f"{AT}PVEP/export/"))
        everything = b"".join(archive.read(one) for one in archive.namelist() if not one.endswith(".xlsx")).decode()
        assert any(one.endswith("PVEP.xlsx") for one in archive.namelist()) is there
        assert ('"INIT"' in everything) is there
        assert ("Ý kiến riêng" in everything) is there
