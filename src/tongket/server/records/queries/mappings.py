"""The mapping of a unit's own workbook as JSON and back: what a browser shows and what is kept for next time."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from tongket.dossier.foreign import WorkbookMapping
from tongket.dossier.foreign.mapping import Certainty, ColumnMapping, Doubt, RowMapping, SheetMapping
from tongket.dossier.form import FormColumn


def mapping_of(document: Mapping[str, Any]) -> WorkbookMapping:
    """Read a mapping back. KeyError or ValueError for a document that is none."""
    return WorkbookMapping(
        document["org_unit"], document["year"], document["file"], tuple(map(_sheet, document["sheets"]))
    )


def document_of(mapping: WorkbookMapping) -> dict[str, Any]:
    """Return a mapping as JSON holds it."""
    return asdict(mapping)


def _sheet(given: Mapping[str, Any]) -> SheetMapping:
    return SheetMapping(given["sheet"], tuple(map(_column, given["columns"])), tuple(map(_row, given["rows"])))


def _column(given: Mapping[str, Any]) -> ColumnMapping:
    column = FormColumn(given["column"]) if given["column"] else None
    return ColumnMapping(**{**given, "column": column, "certainty": Certainty(given["certainty"])})


def _row(given: Mapping[str, Any]) -> RowMapping:
    doubt = Doubt(given["doubt"]) if given["doubt"] else None
    return RowMapping(**{**given, "certainty": Certainty(given["certainty"]), "doubt": doubt})
