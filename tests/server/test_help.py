"""The help page tells each person the first steps of the roles they hold, in the language they chose."""

import pytest

from tongket.server.records.models import Role
from tongket.server.web.first_steps import steps_of


@pytest.mark.parametrize("role", list(Role))
def test_every_role_has_its_first_steps_in_three_languages(role):
    assert len(steps_of(role)) >= 2
    assert all(text.vi and text.ru and text.en for text in steps_of(role))


def test_the_page_tells_the_roles_one_holds_and_no_other(client_of):
    page = client_of("pvep").get("/help/").content.decode()
    assert "Cán bộ đầu mối báo cáo" in page
    assert "Thư ký Cụm" not in page
