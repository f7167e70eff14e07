"""The how-to pages are true: what they tell to type and to edit is done, and what they show is what appears."""

import re
import shutil

import pytest
from tests.docs.walk import EDIT, FENCE, ROWS, walk

PAGES = (
    "accounts",
    "check-dossiers-on-the-server",
    "estimate-then-final",
    "first-steps-on-the-server",
    "four-workbooks",
    "install-offline",
    "key-projects-and-milestones",
    "parts-equal-total",
    "plan-lines-and-versions",
    "plan-on-the-server",
    "report-on-the-server",
    "results-on-the-server",
    "shares-that-change",
    "when-a-finding-appears",
)
# tests/setup proves run.py on small houses, tests/server the pages
NOT_WALKED = {
    "accounts",
    "check-dossiers-on-the-server",
    "first-steps-on-the-server",
    "install-offline",
    "plan-on-the-server",
    "report-on-the-server",
    "results-on-the-server",
}
WALKED = [page for page in PAGES if page not in NOT_WALKED]


@pytest.fixture
def desk(root, tmp_path):
    for example in ("vietsovpetro-2021", "four-workbooks"):
        shutil.copytree(root / "examples" / example, tmp_path / "examples" / example)
    return tmp_path


def read(root, page, language):
    return (root / f"docs/how-to/{page}.{language}.md").read_text(encoding="utf-8")


def test_every_page_is_there_in_both_languages(root):
    there = {path.name for path in (root / "docs/how-to").glob("*.md")} - {"README.md"}
    assert there == {f"{page}.{language}.md" for page in PAGES for language in ("vi", "en")}


@pytest.mark.parametrize("page", WALKED)
def test_a_page_does_what_it_says_in_vietnamese(page, root, desk):
    assert walk(read(root, page, "vi"), desk)["block"]


@pytest.mark.long
@pytest.mark.parametrize("page", WALKED)
def test_a_page_does_what_it_says_in_english(page, root, desk):
    assert walk(read(root, page, "en"), desk)["block"]


@pytest.mark.parametrize("page", PAGES)
def test_both_languages_tell_to_do_the_same(page, root):
    vietnamese, english = (told(read(root, page, language)) for language in ("vi", "en"))
    assert vietnamese == english


def told(page):
    """What a page tells to do: commands, files, and where cells and rows change; folders may be called otherwise."""
    blocks = [(kind, argument or "", text) for kind, argument, text in FENCE.findall(page)]
    commands = [line for kind, _, text in blocks if kind in {"console", "sh"} for line in text.splitlines()]
    typed = [line.replace(" --lang en", "") for line in commands if line.startswith(("$", "python3"))]
    return (
        [re.sub(r"out/\S+", "out", line) for line in typed],
        [(kind, re.sub(r"out/\S+", "out", argument)) for kind, argument, _ in blocks],
        [text for kind, _, text in blocks if kind == "yaml"],
        [(" ".join(sheet.split()), cell) for sheet, cell, _, _ in EDIT.findall(page)],
        [(sheet, rows.count("\n")) for sheet, _, rows in ROWS.findall(page)],
    )


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_offline_page_names_what_run_py_takes(language, root):
    page = read(root, "install-offline", language)
    assert "python3 run.py --wheels wheels" in page
    assert "run.py --wheels DIR" in (root / "run.py").read_text(encoding="utf-8")
    (download,) = re.findall(r"^python3 -m pip download (.+)$", page, re.MULTILINE)
    decided = (root / "docs/decisions/0001-set-up-by-run-py-and-a-lock-without-hosts.md").read_text(encoding="utf-8")
    assert f"pip download {download}" in " ".join(decided.split())


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_page_of_accounts_names_what_stands_on_the_pages_and_in_the_settings(language, root):
    page = " ".join(read(root, "accounts", language).split())
    settings = (root / "docs/reference/settings.md").read_text(encoding="utf-8")
    named = re.findall(r"`(TONGKET_[A-Z_]+)`", page)
    assert len(named) == 5
    assert [name for name in named if name not in settings] == []
    web = root / "src/tongket/server/web"
    shown = "".join(path.read_text(encoding="utf-8") for path in (*web.rglob("*.html"), *web.rglob("*.py")))
    said = re.findall(r"“([^”…]+)”", page)
    assert len(said) >= 10
    assert [word for word in said if word not in shown] == []
