"""Every link of every page leads somewhere: to a file, and to a heading in it."""

import re
from urllib.parse import unquote

import pytest

LINK = re.compile(r"(?<!`)\[[^\]]*\]\(([^)\s]+)\)|(?:src|srcset)=\"([^\"]+)\"")
CODE = re.compile(r"^```.*?^```$|`[^`\n]*`", re.MULTILINE | re.DOTALL)
LEFT_OUT = {".venv", ".git", "out", "node_modules"}


def pages(root):
    found = (path for path in root.rglob("*.md") if not LEFT_OUT & set(path.relative_to(root).parts))
    return sorted(found)


def links(page):
    """The links of a page to other files: path and heading, each perhaps empty."""
    text = CODE.sub("", page.read_text(encoding="utf-8"))
    for in_markdown, in_html in LINK.findall(text):
        link = in_markdown or in_html
        if not re.match(r"[a-z]+:", link):
            path, _, heading = link.partition("#")
            yield unquote(path), heading


def headings(page):
    """The anchors of a page's headings, as GitHub makes them."""
    text = CODE.sub(lambda code: "" if code[0].startswith("```") else code[0], page.read_text(encoding="utf-8"))
    for line in re.findall(r"^#+ (.+)$", text, re.MULTILINE):
        yield re.sub(r"[^\w\- ]", "", line.lower()).replace(" ", "-")


def test_every_link_leads_to_a_file_and_a_heading(root):
    lost = []
    for page in pages(root):
        for path, heading in links(page):
            target = (page.parent / path).resolve() if path else page
            if not target.exists() or (heading and heading not in headings(target)):
                lost.append(f"{page.relative_to(root)}: {path}#{heading}")
    assert lost == []


def test_the_pages_have_links_to_look_at(root):
    assert sum(1 for page in pages(root) for _ in links(page)) >= 80


@pytest.mark.parametrize("folder", ["docs/decisions", "docs/explanation", "docs/how-to", "docs/reference"])
def test_every_page_of_a_folder_stands_in_its_index(folder, root):
    index = root / folder / "README.md"
    index = index if index.exists() else root / "docs/README.md"
    linked = {(index.parent / path).resolve() for path, _ in links(index) if path}
    there = {path.resolve() for path in (root / folder).iterdir() if path.is_file() and path != index}
    assert {path.name for path in there - linked} == set()


def test_the_index_of_decisions_gives_each_its_title(root):
    index = (root / "docs/decisions/README.md").read_text(encoding="utf-8")
    for page in sorted((root / "docs/decisions").glob("0*.md")):
        number, title = page.read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ").split(" · ", 1)
        assert f"| [{number}]({page.name}) | {title} |" in index
