"""The tutorial is true: every command is run, every cell edited, and what it shows is what appears."""

import re
import shutil

import pytest
from tests.docs.walk import FENCE, walk

PAGES = ("first-year.vi.md", "first-year.en.md")


@pytest.fixture
def desk(root, tmp_path):
    """A folder as the reader has it before the first step."""
    shutil.copytree(root / "examples/vietsovpetro-2021", tmp_path / "examples/vietsovpetro-2021")
    return tmp_path


def read(root, page):
    return (root / "docs/tutorial" / page).read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES)
def test_the_tutorial_does_what_it_says(page, root, desk):
    done = walk(read(root, page), desk)
    assert (done["block"], done["edit"]) == (8, 2)


def test_both_languages_give_the_same_commands(root):
    def commands(page):
        typed = [
            line for kind, _, text in FENCE.findall(read(root, page)) if kind == "console" for line in text.split("\n")
        ]
        bare = [line.replace(" --lang en", "") for line in typed if line.startswith("$")]
        return [re.sub(r"out/\S+", "out", line) for line in bare]

    vietnamese, english = map(commands, PAGES)
    assert vietnamese == english
