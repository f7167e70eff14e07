"""The picture of the year shows the house as it stands, the same in both languages and in light and dark."""

import itertools
import re
import xml.etree.ElementTree as ET

import pytest

SVG = "{http://www.w3.org/2000/svg}"
TO_COME = {
    "ballots", "conference", "council", "dossier", "emulation", "initiatives", "law", "scoring", "server", "titles",
}  # fmt: skip
PICTURES = [f"year-{language}-{light}.svg" for language, light in itertools.product(("en", "vi"), ("light", "dark"))]


def boxes(root, picture):
    """The rooms of a picture, and the class of the box each stands in."""
    tree = ET.parse(root / "docs/images" / picture)
    for group in tree.iter(f"{SVG}g"):
        state = group.find(f"{SVG}rect").get("class")
        for text in group.iter(f"{SVG}text"):
            if text.get("class") == "code":
                yield from ((room, state) for room in text.text.split(" · "))


def bare(root, picture):
    """A picture without its colours and words: what light and dark, or two languages, have in common."""
    return re.sub(r"#[0-9a-f]{6}", "", (root / "docs/images" / picture).read_text(encoding="utf-8"))


@pytest.mark.parametrize("picture", PICTURES)
def test_what_works_now_is_what_exists_and_the_rest_is_to_come(picture, root):
    states = dict(boxes(root, picture))
    exist = {path.parent.name for path in (root / "src/tongket").glob("*/__init__.py")}
    assert {room for room, state in states.items() if state == "now"} == exist
    assert {room for room, state in states.items() if state == "later"} == TO_COME - exist


@pytest.mark.parametrize("language", ["en", "vi"])
def test_light_and_dark_differ_in_colours_alone(language, root):
    assert bare(root, f"year-{language}-light.svg") == bare(root, f"year-{language}-dark.svg")


def test_both_languages_draw_the_same(root):
    english, vietnamese = (re.sub(r">[^<]+<", "><", bare(root, f"year-{code}-light.svg")) for code in ("en", "vi"))
    assert english == vietnamese


@pytest.mark.parametrize(("page", "language"), [("README.md", "en"), ("README.vi.md", "vi")])
def test_a_readme_shows_its_picture_light_and_dark_and_names_the_rooms_for_who_cannot_see(page, language, root):
    text = (root / page).read_text(encoding="utf-8")
    (picture,) = re.findall(r"<picture>.*?</picture>", text, re.DOTALL)
    assert f'media="(prefers-color-scheme: dark)" srcset="docs/images/year-{language}-dark.svg"' in picture
    assert f'src="docs/images/year-{language}-light.svg"' in picture
    (told,) = re.findall(r'alt="([^"]+)"', picture)
    assert {room for room, _ in boxes(root, f"year-{language}-light.svg")} <= set(re.findall(r"\w+", told))


def test_every_picture_is_shown_and_small_enough_to_read_over_a_poor_line(root):
    pages = [root / "README.md", root / "README.vi.md", *(root / "docs").rglob("*.md")]
    shown = "".join(page.read_text(encoding="utf-8") for page in pages)
    pictures = [path for path in (root / "docs/images").rglob("*") if path.is_file()]
    assert len(pictures) >= 5
    for picture in pictures:
        assert picture.relative_to(root / "docs").as_posix() in shown
        assert picture.stat().st_size <= 300 * 1024, picture.name
