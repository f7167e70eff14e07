"""Which fonts the papers are set in on this machine, and their fingerprints for results.json.

Papers ask for Times New Roman. Where it is absent, Liberation Serif 2.x and Tinos have the same widths; where those are
absent too, typst's own Libertinus Serif has every letter but other widths. Charts carry their own packaged font.
A family counts only with all four faces and every Vietnamese letter: Liberation 1.x, still common, lacks half of them.
"""

import functools
import hashlib
import os
import struct
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tongket.documents.widths import GROUPS

EMBEDDED_FAMILY = "Libertinus Serif"
CHART_FAMILY = "IBM Plex Sans"
MISSING = "?"
_NEEDED = "ạằẵộờữỵĐơưЖыё№"

# Regular, bold, italic, bold italic, as each system names the files.
_FACES = (
    ("Times New Roman", ("times.ttf", "timesbd.ttf", "timesi.ttf", "timesbi.ttf")),
    ("Times New Roman", tuple(f"times new roman{face}.ttf" for face in ("", " bold", " italic", " bold italic"))),
    ("Times New Roman", tuple(f"times_new_roman{face}.ttf" for face in ("", "_bold", "_italic", "_bold_italic"))),
    ("Liberation Serif", tuple(f"liberationserif-{face}.ttf" for face in ("regular", "bold", "italic", "bolditalic"))),
    ("Tinos", tuple(f"tinos-{face}.ttf" for face in ("regular", "bold", "italic", "bolditalic"))),
)


@dataclass(frozen=True, slots=True)
class FontSet:
    """One family as it was found: its files, or none when typst brings it along."""

    family: str
    files: tuple[Path, ...]

    @property
    def folders(self) -> tuple[Path, ...]:
        """Where the files lie."""
        return tuple(sorted({path.parent for path in self.files}))

    @property
    def fingerprint(self) -> str:
        """SHA-256 over the names and contents of the files; without files, over the family and typst's version."""
        if not self.files:
            from importlib.metadata import version

            return hashlib.sha256(f"{self.family} of typst {version('typst')}".encode()).hexdigest()
        digest = hashlib.sha256()
        for path in self.files:
            digest.update(f"{path.name}\n{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
        return digest.hexdigest()

    def prints(self, letter: str) -> bool:
        """Whether the first face has the letter; of typst's own family only the usual letters are relied on."""
        if not self.files:
            return any(letter in letters for letters in GROUPS["regular"].values())
        return _has_letter(self.files[0], letter)


def printable(text: str, fonts: FontSet | None = None) -> str:
    """The text composed, without control characters, and with a mark for each letter that the fonts do not have.

    An Office file may hold no control character, and a PDF for the archive no letter without a shape.
    """
    if text.isascii() and text.isprintable():
        return text
    composed = unicodedata.normalize("NFC", text)
    if not composed.isprintable():
        composed = "".join(
            letter for letter in composed if letter in "\n\t" or unicodedata.category(letter) not in {"Cc", "Cs", "Cn"}
        )
    if fonts is None:
        return composed
    lacking = {letter for letter in set(composed) - {"\n", "\t"} if not fonts.prints(letter)}
    return "".join(MISSING if letter in lacking else letter for letter in composed) if lacking else composed


@functools.cache
def text_fonts() -> FontSet:
    """The family that papers are set in on this machine."""
    return find_text_fonts(_system_folders())


def find_text_fonts(folders: Iterable[Path]) -> FontSet:
    """The first family of the chain that the folders hold whole, else the one that typst brings along."""
    found = _fonts_below(folders)
    for family, names in _FACES:
        for regular in found.get(names[0], ()):
            files = tuple(_beside(regular, names))
            if len(files) == len(names) and all(_has_letter(path, letter) for path in files for letter in _NEEDED):
                return FontSet(family, files)
    return FontSet(EMBEDDED_FAMILY, ())


@functools.cache
def chart_fonts() -> FontSet:
    """The packaged family that charts are drawn with, the same on every machine."""
    import fontpkg_ibm_plex_sans

    return FontSet(CHART_FAMILY, tuple(sorted((Path(fontpkg_ibm_plex_sans.ROOT) / "files").glob("*.ttf"))))


def fingerprints() -> dict[str, dict[str, str]]:
    """What results.json says about fonts: family and SHA-256 for the text of papers and for charts."""
    return {
        use: {"family": fonts.family, "sha256": fonts.fingerprint}
        for use, fonts in (("text", text_fonts()), ("charts", chart_fonts()))
    }


def _beside(regular: Path, names: Sequence[str]) -> list[Path]:
    here = {path.name.lower(): path for path in regular.parent.iterdir()}
    return [here[name] for name in names if name in here]


def _fonts_below(folders: Iterable[Path]) -> dict[str, list[Path]]:
    found: dict[str, list[Path]] = {}
    for folder in folders:
        for here, inner, names in os.walk(folder):
            inner.sort()
            for name in sorted(names):
                if name.lower().endswith(".ttf"):
                    found.setdefault(name.lower(), []).append(Path(here) / name)
    return found


def _system_folders() -> list[Path]:
    home = Path.home()
    if sys.platform == "win32":
        windows, local = os.environ.get("WINDIR", r"C:\Windows"), os.environ.get("LOCALAPPDATA", str(home))
        programs = os.environ.get("PROGRAMFILES", r"C:\Program Files")
        return [
            Path(windows, "Fonts"),
            Path(local, "Microsoft", "Windows", "Fonts"),
            Path(programs, "LibreOffice", "share", "fonts", "truetype"),
        ]
    if sys.platform == "darwin":
        office = Path("/Applications/LibreOffice.app/Contents/Resources/fonts/truetype")
        return [Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library" / "Fonts", office]
    shared = [Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path("/usr/lib/libreoffice/share/fonts")]
    return [*shared, home / ".local" / "share" / "fonts", home / ".fonts"]


@functools.cache
def _has_letter(path: Path, letter: str) -> bool:
    return any(first <= ord(letter) <= last for first, last in _spans(path))


@functools.cache
def _spans(path: Path) -> tuple[tuple[int, int], ...]:
    """The letters a font says it has, from its own table of them (cmap, format 4)."""
    data = path.read_bytes()
    tables = {data[at : at + 4]: struct.unpack_from(">I", data, at + 8)[0] for at in _directory(data)}
    if b"cmap" not in tables:
        return ()
    start = tables[b"cmap"]
    (count,) = struct.unpack_from(">H", data, start + 2)
    for number in range(count):
        (offset,) = struct.unpack_from(">I", data, start + 8 + 8 * number)
        if data[start + offset : start + offset + 2] == b"\x00\x04":
            return _format_4_spans(data, start + offset)
    return ()


def _directory(data: bytes) -> range:
    (tables,) = struct.unpack_from(">H", data, 4)
    return range(12, 12 + 16 * tables, 16)


def _format_4_spans(data: bytes, start: int) -> tuple[tuple[int, int], ...]:
    segments = struct.unpack_from(">H", data, start + 6)[0] // 2
    lasts = struct.unpack_from(f">{segments}H", data, start + 14)
    firsts = struct.unpack_from(f">{segments}H", data, start + 16 + 2 * segments)
    return tuple(zip(firsts, lasts, strict=True))
