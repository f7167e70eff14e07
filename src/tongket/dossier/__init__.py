"""What each unit reports for a period: the report form, what came back in it, and the checks of a dossier.

Stands after the plan, which the form repeats, and before the results, which add dossiers up. The room reads no files:
a workbook reaches it as grids of values with their addresses.
"""

from tongket.dossier.facts import (
    Absence,
    Dossier,
    Evidence,
    Filing,
    Narrative,
    ReportedFigure,
    Section,
    StatedAbsence,
)

__all__ = [
    "Absence",
    "Dossier",
    "Evidence",
    "Filing",
    "Narrative",
    "ReportedFigure",
    "Section",
    "StatedAbsence",
]
