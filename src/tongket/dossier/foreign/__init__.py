"""Workbooks that are not our form: read by a mapping made once, and a superior's own template filled by one.

The mapping is proposed from words and proved by figures known to both; a person confirms what is left in doubt. Applied
to a workbook it gives the same sheets our form would have come back as, so that the checks are those of the form.
"""

from tongket.dossier.foreign.applying import Applied, applied
from tongket.dossier.foreign.mapping import (
    Certainty,
    ColumnMapping,
    Doubt,
    RowMapping,
    SheetMapping,
    WorkbookMapping,
)
from tongket.dossier.foreign.proposing import Asked, proposed

__all__ = [
    "Applied",
    "Asked",
    "Certainty",
    "ColumnMapping",
    "Doubt",
    "RowMapping",
    "SheetMapping",
    "WorkbookMapping",
    "applied",
    "proposed",
]
