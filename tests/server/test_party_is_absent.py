"""What is the Party's does not exist for who has no right to it: on no page, in no file, in no list.

Every address of the server that can be opened without more than a year, an org unit or an address of a figure is asked.
"""

import io
import zipfile

import pytest
from django.urls import NoReverseMatch, reverse

from tongket.server.actions.acting import touch
from tongket.server.actions.rights import rights
from tongket.server.records.models import Indicator

MARK = "Chỉ tiêu riêng của tổ chức đảng"
LEFT_OUT = {"account_logout"}


@pytest.fixture
def party_figure(cluster):
    """One indicator of the cluster's year becomes the Party's, under a name that stands nowhere else."""
    Indicator.objects.filter(book=cluster, code="INIT").update(group="party", name=MARK, name_ru=MARK, name_en=MARK)
    touch(cluster)


def addresses():
    for name in rights().routes:
        for given in ({"book": "cum-1-2022"}, {"book": "cum-1-2022", "org_unit": "VSP"}):
            if name not in LEFT_OUT:
                try:
                    yield name, reverse(name, kwargs=given)
                except NoReverseMatch:
                    continue


def said(answer):
    """Everything an answer says, also inside the parts of an Office file."""
    content = b"".join(answer) if answer.streaming else answer.content
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            content = b"\n".join(package.read(name) for name in package.namelist())
    return content.decode("utf-8", "replace")


def pages_with(client):
    found = set()
    for name, address in addresses():
        answer = client.get(address)
        if answer.status_code == 200 and MARK in said(answer):
            found.add(name)
    return found


def test_who_has_no_right_finds_nothing_of_the_party_anywhere(party_figure, client_of):
    assert pages_with(client_of("vsp-nga")) == set()
    assert pages_with(client_of("kiemtra")) == set()
    assert pages_with(client_of("quantri")) == set()


def test_who_has_the_right_finds_it(party_figure, client_of):
    assert pages_with(client_of("thuky"))


def test_addresses_are_really_asked():
    assert len(list(addresses())) >= 5
