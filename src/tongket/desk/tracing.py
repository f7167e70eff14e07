"""From a printed figure back to its cells: the chain of a figure in results.json, and whether its files still match."""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from tongket.figures import Figure
from tongket.files.results_json import figure_document
from tongket.words import Refused, Text

WHERE: Final = ".tongket-review.json"
RESULTS: Final = "results.json"


FileState = Callable[[str, str], str]
"""Says of a file of the year, by its name and recorded SHA-256, whether it is `match`, `changed` or `absent`."""


class CannotTrace(Refused):
    """There is no such review, or no such figure in it."""


_NO_REVIEW: Final = Text(
    "{place} không có tệp results.json. Chạy trước: tongket review THƯ_MỤC_NĂM --out {place}",
    "В папке {place} нет results.json. Сначала: tongket review ПАПКА_ГОДА --out {place}",
    "{place} holds no results.json. Run first: tongket review YEAR_FOLDER --out {place}",
)
_SEVERAL: Final = Text(
    "{address} có trên nhiều tuyến kế hoạch; chọn một: {choices}",
    "{address} есть на нескольких линиях плана; выберите: {choices}",
    "{address} stands on several plan lines; choose one: {choices}",
)
_NO_FIGURE: Final = Text(
    "Không có số liệu {address} trong kết quả này.{near}",
    "Показателя {address} в этом отчёте нет.{near}",
    "There is no figure {address} in this review.{near}",
)
_NEAR: Final = Text(" Gần nhất: {choices}", " Ближайшие: {choices}", " Near it: {choices}")


@dataclass(frozen=True, slots=True)
class Step:
    """One figure of the chain, how deep it stands, and the sources it names."""

    depth: int
    figure: Mapping[str, Any]
    sources: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Trace:
    """The chain from a figure to its cells; `files` says of each source file whether it still matches."""

    steps: tuple[Step, ...]
    files: Mapping[str, str]

    @property
    def matches(self) -> bool:
        """Whether every source file is there and unchanged."""
        return all(state == "match" for state in self.files.values())


def trace(out_dir: Path, address: str, year_folder: Path | None = None) -> Trace:
    """Follow a figure of a review back to its source cells, and compare their files with the recorded SHA-256.

    A file's state is `match`, `changed` or `absent`. Raises CannotTrace.
    """
    document = _read(out_dir)
    figures = {figure["address"]: figure for figure in document["figures"]}
    folder = year_folder or _recorded_folder(out_dir)
    return followed(figures, address, lambda name, sha256: _state(folder, name, sha256))


def trace_figure(figures: Mapping[str, Figure], address: str, state: FileState) -> Trace:
    """Follow a figure of results at hand, as `trace` does for a review on disk. Raises CannotTrace."""
    return followed(_Written(figures), address, state)


def followed(figures: Mapping[str, Mapping[str, Any]], address: str, state: FileState) -> Trace:
    """Follow a figure through figures as results.json writes them; `state` is asked of each file that is named.

    Raises CannotTrace when there is no such figure, or several plan lines have it.
    """
    wanted = address if address in figures else _completed(address, figures)
    steps = tuple(_walk(wanted, figures, 0, set()))
    hashes = {s["file"]: s["sha256"] for step in steps for s in step.sources if "file" in s}
    return Trace(steps, {name: state(name, sha256) for name, sha256 in sorted(hashes.items())})


class _Written(Mapping[str, Mapping[str, Any]]):
    """Figures as results.json writes them, each written when it is asked for."""

    def __init__(self, figures: Mapping[str, Figure]) -> None:
        self._figures = figures

    def __getitem__(self, address: str) -> Mapping[str, Any]:
        return figure_document(self._figures[address])

    def __iter__(self) -> Iterator[str]:
        return iter(self._figures)

    def __len__(self) -> int:
        return len(self._figures)


def remember_folder(out_dir: Path, year_folder: Path) -> None:
    """Note beside the papers which folder they were made of; the note is no part of them."""
    (out_dir / WHERE).write_text(json.dumps({"year_folder": str(year_folder.resolve())}) + "\n", encoding="utf-8")


def _read(out_dir: Path) -> dict[str, Any]:
    file = out_dir / RESULTS
    if not file.is_file():
        raise CannotTrace(_NO_REVIEW.fill(place=str(out_dir)))
    document: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return document


def _completed(address: str, figures: Mapping[str, Any]) -> str:
    """Find an address written without its plan version when only one figure fits."""
    fitting = [full for full in figures if full.partition("#")[0] == address]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        raise CannotTrace(_SEVERAL.fill(address=address, choices=", ".join(fitting)))
    near = ", ".join([full for full in figures if full.startswith(address.partition("@")[0] + "@")][:5])
    hint = _NEAR.fill(choices=near) if near else Text("", "", "")
    sentence = Text(
        _NO_FIGURE.vi.format(address=address, near=hint.vi),
        _NO_FIGURE.ru.format(address=address, near=hint.ru),
        _NO_FIGURE.en.format(address=address, near=hint.en),
    )
    raise CannotTrace(sentence)


def _walk(address: str, figures: Mapping[str, Any], depth: int, seen: set[str]) -> Iterator[Step]:
    figure = figures.get(address)
    if figure is None:
        yield Step(depth, {"address": address}, ())
        return
    again = address in seen
    seen.add(address)
    yield Step(depth, figure, () if again else tuple(figure["source"]))
    if not again:
        for source in figure["source"]:
            for part in source.get("of", ()):
                yield from _walk(part, figures, depth + 1, seen)


def _recorded_folder(out_dir: Path) -> Path | None:
    note = out_dir / WHERE
    return Path(json.loads(note.read_text(encoding="utf-8"))["year_folder"]) if note.is_file() else None


def _state(folder: Path | None, name: str, sha256: str) -> str:
    file = folder / name if folder else None
    if file is None or not file.is_file():
        return "absent"
    return "match" if hashlib.sha256(file.read_bytes()).hexdigest() == sha256 else "changed"
