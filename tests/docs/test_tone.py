"""Pages speak plainly: nobody is called “bạn”, nothing is shouted or sold, and a percentage is written one way."""

import re

import pytest

FORBIDDEN = {
    r"\b[Bb]ạn\b": "the office is addressed, or nobody",
    r"!(?!\[)": "no exclamation marks",
    r"\b(?:powerful|seamless|blazing|easy-to-use|world-class|revolutionary)\b": "say what it does",
    r"\b(?:mạnh mẽ|tuyệt vời|dễ dàng|vượt trội)\b": "say what it does",
    r"[0-9] %": "105,5% and 105.5%, without a space",
}
CODE = re.compile(r"^```.*?^```$|`[^`\n]*`", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("form", FORBIDDEN)
def test_no_page_for_readers_says_it(form, root):
    pages = [root / "README.md", root / "README.vi.md", root / "CHANGELOG.md"]
    pages += [page for folder in ("tutorial", "how-to") for page in (root / "docs" / folder).glob("*.md")]
    said = [
        f"{page.relative_to(root)}: {found} ({FORBIDDEN[form]})"
        for page in pages
        for found in re.findall(f".{{0,30}}{form}", CODE.sub("", page.read_text(encoding="utf-8")))
    ]
    assert said == []
