"""Puts a workbook that came by e-mail among the dossiers of the year, under a name that says whose it is."""

from pathlib import Path
from typing import Final

from tongket.desk.dossiers import WORKBOOKS, revision_of, unit_named, workbooks_of
from tongket.files.year_folder import DOSSIERS, INPUTS
from tongket.words import Refused, Text
from tongket.yearbook import Year

_CANNOT_FILE: Final = Text(
    "Không chép được {place} ({reason}).",
    "Не удалось скопировать {place} ({reason}).",
    "{place} cannot be written ({reason}).",
)


def filed_among_dossiers(folder: Path, year: Year, file: Path, org_unit: str) -> Path:
    """Copy a workbook to `inputs/dossiers/CODE.xlsx` and return where it lies; nothing there is ever overwritten.

    The same file twice is kept once; another one is the unit's next: `CODE-lan-2.xlsx`. Raises Refused when it cannot
    be written.
    """
    content = file.read_bytes()
    there = {name: known for name, known in workbooks_of(folder, DOSSIERS) if unit_named(year, name) == org_unit}
    for name, known in there.items():
        if known == content:
            return folder / name
    place = folder / INPUTS / DOSSIERS / f"{_next_name(org_unit, there)}{file.suffix.lower()}"
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("xb") as new:
            new.write(content)
    except OSError as refused:
        raise Refused(_CANNOT_FILE.fill(place=str(place), reason=refused.strerror or "?")) from None
    return place


def lies_among_dossiers(folder: Path, year: Year, file: Path, org_unit: str) -> bool:
    """Say whether a review will take this very workbook as one of the org unit's."""
    place = (folder / INPUTS / DOSSIERS).resolve()
    return (
        place in file.resolve().parents and file.suffix.lower() in WORKBOOKS and unit_named(year, file.name) == org_unit
    )


def _next_name(org_unit: str, there: dict[str, bytes]) -> str:
    last = max((revision_of(name) for name in there), default=0)
    return f"{org_unit}-lan-{last + 1}" if last else org_unit
