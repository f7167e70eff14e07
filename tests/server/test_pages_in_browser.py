"""Every page that anybody can click to: no fault that axe knows, no breach of the policy, no other host."""

import re

import pytest
from tests.server.browsing import Person

pytestmark = pytest.mark.needs_tool("chromium")

WHO = [
    *("thuky", "pvep", "pvep-lanhdao", "kiemtra", "quantri", "vsp-nga"),
    *(pytest.param(name, marks=pytest.mark.long) for name in ("thuongtruc", "uyvien")),
]
MOST_PAGES = 40


def shape(address):
    """Pages that differ only in whose they are, or in what was chosen, are one kind."""
    path = re.sub(r"/(VSP|PVEP|RVP|GPV|CUM-1)/", "/*/", address.split("?")[0])
    return re.sub(r"/[0-9a-f-]{1,64}/", "/#/", path)


def opened(person, address):
    """The answer of a page; None for a file that is saved instead of shown."""
    from playwright.sync_api import Error

    try:
        return person.page.goto(address)
    except Error as said:
        if "Download is starting" not in str(said):
            raise
        return None


@pytest.mark.parametrize("name", WHO)
def test_every_page_one_can_click_to_is_without_fault(browser, browser_context_args, demo_server, name):
    context = browser.new_context(**browser_context_args, viewport={"width": 1280, "height": 900})
    person = Person(context, demo_server.address).enter(name, demo_server.passwords[name])
    waiting, seen, faults = [person.page.url], set(), []
    while waiting and len(seen) < MOST_PAGES:
        address = waiting.pop(0)
        if shape(address) in seen:
            continue
        seen.add(shape(address))
        answer = opened(person, address)
        if answer is None or "text/html" not in answer.headers.get("content-type", ""):
            continue
        if answer.status != 200:
            faults.append(f"{address}: {answer.status}")
        faults += [f"{address}: {fault}" for fault in person.faults()]
        waiting += person.links()
    context.close()
    assert not faults, "\n".join(faults)
    assert not person.complaints
    assert {host for host in person.hosts if host} == {demo_server.address.removeprefix("http://")}
    assert len(seen) >= 2


@pytest.mark.parametrize("width", [390, 1600])
def test_no_page_is_wider_than_the_window(browser, browser_context_args, demo_server, width):
    context = browser.new_context(**browser_context_args, viewport={"width": width, "height": 844})
    person = Person(context, demo_server.address).enter("thuky", demo_server.passwords["thuky"])
    person.page.wait_for_url("**/cum-1-2022/")
    wide = []
    for address in dict.fromkeys([person.page.url, *person.links()]):
        answer = opened(person, address)
        if answer and "text/html" in answer.headers.get("content-type", ""):
            room = person.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            wide += [address] if room > 1 else []
    context.close()
    assert not wide
