"""Remarks of those who check a dossier, as findings at their cells: so they come back in the unit's own workbook."""

from typing import Final

from tongket.words import Finding, FindingKind, Place, Text

REMARK: Final = FindingKind.warning(
    "dossier.remark",
    "Ý kiến của {by}: {remark}",
    "Замечание, {by}: {remark}",
    "Remark of {by}: {remark}",
)


def remark_at(place: Place, by: Text | str, remark: str) -> Finding:
    """Return a remark as the finding of a cell, or of the whole dossier where the place names none."""
    return REMARK.at(place, by=by, remark=remark)
