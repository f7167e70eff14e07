"""The variables of the common log-in: what makes no sense ends the start with a sentence."""

import pytest

from tongket.server.settings.environment import common_login
from tongket.words import Refused


@pytest.fixture
def said(monkeypatch):
    """Say what the environment holds, and ask."""

    def ask(issuer, client="tongket"):
        monkeypatch.setenv("TONGKET_OIDC_ISSUER", issuer)
        monkeypatch.setenv("TONGKET_OIDC_CLIENT", client)
        return common_login()

    return ask


def test_a_slash_at_the_end_changes_nothing(said):
    assert said("https://login.example/realm/") == said("https://login.example/realm") == "https://login.example/realm"


def test_nothing_said_is_no_common_log_in(said):
    assert said("", "") == ""


@pytest.mark.parametrize("issuer", ["login.example", "ftp://login.example", "https://"])
def test_an_address_that_is_none_is_refused(said, issuer):
    with pytest.raises(Refused, match="TONGKET_OIDC_ISSUER"):
        said(issuer)


def test_an_issuer_without_a_client_is_refused(said):
    with pytest.raises(Refused, match="TONGKET_OIDC_CLIENT"):
        said("https://login.example", "")
