"""A family is used only when it is whole and has every Vietnamese letter; fingerprints tell sets of fonts apart."""

import shutil
from pathlib import Path

import pytest

from tongket.files import fonts
from tongket.files.fonts import EMBEDDED_FAMILY, FontSet, chart_fonts, find_text_fonts, fingerprints, printable

LIBERATION = Path("/usr/share/fonts/truetype/liberation2")
FACES = ("Regular", "Bold", "Italic", "BoldItalic")
pytestmark = pytest.mark.needs_tool("fonts-liberation2")


@pytest.fixture
def folder(tmp_path):
    for face in FACES:
        shutil.copy(LIBERATION / f"LiberationSerif-{face}.ttf", tmp_path)
    return tmp_path


def lacking_vietnamese(path):
    """Cut the letters a paper needs out of a font, as the first release of Liberation lacks them."""
    subset = pytest.importorskip("fontTools.subset", reason="fontTools is not installed")
    with subset.load_font(str(path), subset.Options()) as font:
        cutter = subset.Subsetter()
        cutter.populate(unicodes=range(0x20, 0x100))
        cutter.subset(font)
        font.save(f"{path}.cut")
    Path(f"{path}.cut").replace(path)


def test_a_whole_family_is_found_wherever_it_lies(folder) -> None:
    deeper = folder / "deeper"
    deeper.mkdir()
    for path in folder.glob("*.ttf"):
        path.rename(deeper / path.name)
    found = find_text_fonts([folder])
    assert found.family == "Liberation Serif"
    assert [path.name for path in found.files] == [f"LiberationSerif-{face}.ttf" for face in FACES]
    assert found.folders == (deeper,)


def test_times_new_roman_comes_before_its_stand_ins(folder) -> None:
    for face, name in zip(FACES, ("times", "timesbd", "timesi", "timesbi"), strict=True):
        shutil.copy(folder / f"LiberationSerif-{face}.ttf", folder / f"{name.upper()}.TTF")
    assert find_text_fonts([folder]).family == "Times New Roman"


def test_a_family_without_its_italic_is_passed_over(folder) -> None:
    (folder / "LiberationSerif-Italic.ttf").unlink()
    assert find_text_fonts([folder]) == FontSet(EMBEDDED_FAMILY, ())


def test_a_family_that_lacks_vietnamese_letters_is_passed_over(folder) -> None:
    lacking_vietnamese(folder / "LiberationSerif-Bold.ttf")
    assert find_text_fonts([folder]).family == EMBEDDED_FAMILY


def test_a_good_copy_is_found_behind_a_bad_one(folder, tmp_path_factory) -> None:
    bad = tmp_path_factory.mktemp("bad")
    for path in folder.glob("*.ttf"):
        lacking_vietnamese(shutil.copy(path, bad))
    assert find_text_fonts([bad, folder]).folders == (folder,)


def test_another_release_of_a_font_has_another_fingerprint(folder) -> None:
    before = find_text_fonts([folder]).fingerprint
    with (folder / "LiberationSerif-Bold.ttf").open("ab") as file:
        file.write(b"\0")
    assert find_text_fonts([folder]).fingerprint != before


def test_the_font_that_typst_brings_has_a_fingerprint_of_its_version(monkeypatch) -> None:
    known = FontSet(EMBEDDED_FAMILY, ()).fingerprint
    monkeypatch.setattr("importlib.metadata.version", lambda _: "99")
    assert FontSet(EMBEDDED_FAMILY, ()).fingerprint != known


def test_results_name_the_fonts_of_text_and_charts() -> None:
    assert set(fingerprints()) == {"text", "charts"}
    assert fingerprints()["charts"]["family"] == "IBM Plex Sans"
    assert all(len(found["sha256"]) == 64 for found in fingerprints().values())


def test_the_chart_font_has_every_letter_of_the_three_languages() -> None:
    letters = set("".join("".join(group) for group in fonts.GROUPS["regular"].values())) - {"\u202f"}
    office = {letter for letter in letters if letter.isalnum() or letter in "–—…“”‘’№−≤≥×²³°%"}
    assert [letter for letter in sorted(office) if not chart_fonts().prints(letter)] == []


def test_printable_text_is_composed_and_free_of_control_characters() -> None:
    assert printable("Nguye\u0302\u0303n\x00 Ơn\x1b\n\tA") == "Nguyễn Ơn\n\tA"


def test_a_letter_no_font_has_is_marked_and_not_lost(folder) -> None:
    assert printable("Dầu 漢 😀", find_text_fonts([folder])) == "Dầu ? ?"
    assert printable("Dầu 漢", FontSet(EMBEDDED_FAMILY, ())) == "Dầu ?"
    assert printable("Dầu 漢") == "Dầu 漢"
