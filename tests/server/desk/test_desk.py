"""The desk shows each person what waits for them in their role, and nobody what is not theirs."""

import pytest

from tongket.dossier.states import DossierState
from tongket.server.records.models import DossierCase
from tongket.server.records.queries.dossiers import cases
from tongket.server.web.desk.line import Mark, steps
from tongket.server.web.desk.tasks import tasks, waiting
from tongket.server.web.visit import Visit


@pytest.fixture
def visiting(actor_of, cluster):
    def made(name):
        actor = actor_of(name)
        return Visit(actor, cluster, (actor.standing,))

    return made


def subjects(here):
    return [task.subject.vi for task in tasks(here, cases(here.book))]


def put(cluster, code, state):
    DossierCase.objects.filter(book=cluster, org_unit=code).update(state=state.value)


def test_a_reporter_is_asked_for_the_own_dossier_alone(visiting):
    assert subjects(visiting("pvep")) == ["Gửi hồ sơ báo cáo năm 2022"]


def test_a_head_is_asked_once_the_reporter_has_asked(visiting, cluster):
    assert subjects(visiting("pvep-lanhdao")) == []
    put(cluster, "PVEP", DossierState.AWAITING_HEAD)
    assert subjects(visiting("pvep-lanhdao")) == ["Duyệt hồ sơ báo cáo năm 2022"]
    assert subjects(visiting("rvp-lanhdao")) == []


def test_the_secretary_checks_what_came_but_never_the_dossier_of_the_lead(visiting, cluster):
    put(cluster, "PVEP", DossierState.SUBMITTED)
    put(cluster, "VSP", DossierState.SUBMITTED)
    found = subjects(visiting("thuky"))
    assert "Kiểm tra hồ sơ Tổng công ty Thăm dò Khai thác Dầu khí (PVEP)" in found
    assert not any("Vietsovpetro" in subject for subject in found)


def test_the_member_whose_turn_it_is_checks_the_lead(visiting, cluster):
    put(cluster, "VSP", DossierState.SUBMITTED)
    assert "Kiểm tra hồ sơ Liên doanh Việt – Nga Vietsovpetro" in subjects(visiting("pvep-lanhdao"))
    assert subjects(visiting("gpv-lanhdao")) == []


def test_the_year_moves_on_when_every_dossier_meets_the_requirements(visiting, cluster):
    here = visiting("thuky")
    assert [step.mark for step in steps(here, cases(cluster))][3:5] == [Mark.NOW, Mark.AHEAD]
    for code in ("VSP", "PVEP", "RVP", "GPV"):
        put(cluster, code, DossierState.ACCEPTED)
    assert [step.mark for step in steps(here, cases(cluster))][3:5] == [Mark.DONE, Mark.NOW]
    assert "Tổng hợp số liệu" in subjects(here)


def test_what_was_never_recorded_is_not_claimed(visiting, cluster):
    assert [step.mark for step in steps(visiting("thuky"), cases(cluster))][1:3] == [Mark.UNKNOWN, Mark.UNKNOWN]


def test_others_are_waited_for_by_name(visiting, cluster):
    put(cluster, "PVEP", DossierState.RETURNED)
    found = {one.org_unit: one.what.vi for one in waiting(visiting("thuky"), cases(cluster))}
    assert found["PVEP"] == "bổ sung hồ sơ"


def test_a_dossier_that_waits_for_the_own_check_is_not_waited_for(visiting, cluster):
    put(cluster, "PVEP", DossierState.SUBMITTED)
    assert "PVEP" not in {one.org_unit for one in waiting(visiting("thuky"), cases(cluster))}
    assert "PVEP" in {one.org_unit for one in waiting(visiting("kiemtra"), cases(cluster))}


def test_the_cut_off_day_is_in_sight(client_of):
    assert "Số liệu tính đến ngày 31/10/2022" in client_of("pvep").get("/cum-1-2022/").content.decode()


@pytest.mark.parametrize("language", ["vi", "ru", "en"])
def test_the_page_speaks_the_language_of_the_person(client_of, language):
    words = {"vi": "Việc cần xử lý", "ru": "Что сделать", "en": "What waits for you"}
    assert words[language] in client_of("thuky", language).get("/cum-1-2022/").content.decode()


def test_a_deadline_is_told_in_vietnams_time(client_of):
    assert "17 giờ 00 ngày 20/11/2022 (giờ Việt Nam)" in client_of("pvep").get("/cum-1-2022/").content.decode()
