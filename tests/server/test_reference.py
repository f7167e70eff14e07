"""The reference pages of settings and rights are complete: each is written from what the code reads."""

import pytest

from tongket.server.actions import reference as rights_page
from tongket.server.settings import reference as settings_page


@pytest.mark.parametrize(("name", "page"), [("settings.md", settings_page.page), ("rights.md", rights_page.page)])
def test_the_committed_page_is_what_the_code_says(root, name, page):
    place = root / "docs/reference" / name
    assert place.read_text(encoding="utf-8") == page(), (
        f"write it anew: python3 tests/server/write_reference.py ({name})"
    )
