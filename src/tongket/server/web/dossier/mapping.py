"""The mapping of a workbook in the unit's own layout, as a table to correct in the browser or in Excel."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from tongket.dossier.foreign import WorkbookMapping
from tongket.dossier.foreign.mapping import Certainty, ColumnMapping, RowMapping, SheetMapping
from tongket.dossier.foreign.wording import COLUMN_NAMES, DOUBT_NAMES
from tongket.dossier.form import FormColumn, ReportForm
from tongket.dossier.grid import cell_name
from tongket.figures import MEASURES, measure_of
from tongket.server.actions.dossier import mapping as actions
from tongket.server.records.models import Upload
from tongket.server.records.queries.seen import party_codes
from tongket.server.web.dossier.asked import files_of, refused_here
from tongket.server.web.dossier.page import form_seen
from tongket.server.web.dossier.uploading import upload_asked
from tongket.server.web.language import spoken
from tongket.server.web.names import org_unit_name
from tongket.server.web.saving import attachment
from tongket.server.web.visit import visit
from tongket.words import Text

LEAVE_OUT: Final = "-"
"""What is chosen for a row or column that is not ours; nothing chosen means that it still waits."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column as the page shows it: its letter, what its head says, what is proposed for it."""

    field: str
    letter: str
    heading: str
    chosen: str
    is_unsure: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A row as the page shows it."""

    field: str
    cell: str
    label: str
    parent: str
    seen: str
    told: str
    proposed: str
    chosen: str
    measure: str
    is_unsure: bool
    doubt: Text | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet with its columns and rows."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def shown(mapping: WorkbookMapping) -> tuple[Sheet, ...]:
    """Return a mapping as the page shows it; what waits to be confirmed is chosen by nobody yet."""
    return tuple(
        Sheet(
            sheet.sheet,
            tuple(_column(f"{at}-{number}", one) for number, one in enumerate(sheet.columns)),
            tuple(_row(f"{at}-{number}", one) for number, one in enumerate(sheet.rows)),
        )
        for at, sheet in enumerate(mapping.sheets)
    )


def _column(field: str, one: ColumnMapping) -> Column:
    is_unsure = one.certainty is Certainty.TO_CONFIRM
    chosen = "" if is_unsure else one.column.value if one.column else LEAVE_OUT
    letter = cell_name(0, one.position).rstrip("1")
    return Column(f"c-{field}", letter, one.heading, chosen, is_unsure)


def _row(field: str, one: RowMapping) -> Row:
    is_unsure = one.certainty is Certainty.TO_CONFIRM
    is_ours = one.code and one.certainty is not Certainty.IGNORED
    return Row(
        field, str(one.row + 1), one.label, one.parent, one.seen, one.told, one.code,
        "" if is_unsure else one.code if is_ours else LEAVE_OUT, one.measure, is_unsure,
        DOUBT_NAMES[one.doubt] if one.doubt else None,
    )  # fmt: skip


def corrected(mapping: WorkbookMapping, given: Mapping[str, str], codes: frozenset[str]) -> WorkbookMapping:
    """Return a mapping as a person left it on the page; a row or column nobody chose for waits on."""
    sheets = (
        SheetMapping(
            sheet.sheet,
            tuple(_column_given(one, given.get(f"c-{at}-{n}", "")) for n, one in enumerate(sheet.columns)),
            tuple(_row_given(one, given, f"{at}-{n}", codes) for n, one in enumerate(sheet.rows)),
        )
        for at, sheet in enumerate(mapping.sheets)
    )
    return replace(mapping, sheets=tuple(sheets))


def _column_given(one: ColumnMapping, chosen: str) -> ColumnMapping:
    if chosen == LEAVE_OUT:
        return replace(one, column=None, certainty=Certainty.IGNORED)
    if chosen in {column.value for column in FormColumn}:
        return replace(one, column=FormColumn(chosen), certainty=Certainty.CERTAIN)
    return replace(one, certainty=Certainty.TO_CONFIRM)


def _row_given(one: RowMapping, given: Mapping[str, str], field: str, codes: frozenset[str]) -> RowMapping:
    chosen, measure = given.get(f"r-{field}", ""), given.get(f"m-{field}", "") or one.measure
    if chosen == LEAVE_OUT:
        return replace(one, code="", certainty=Certainty.IGNORED)
    if chosen in codes:
        return replace(one, code=chosen, measure=measure, certainty=Certainty.CERTAIN, doubt=None)
    return replace(one, certainty=Certainty.TO_CONFIRM)


def _waiting(request: HttpRequest, upload: Upload) -> WorkbookMapping | None:
    """Return the mapping that waits. Http404 for who has no right to Party pages when it speaks of them."""
    found, mapping = visit(request), actions.waiting_mapping(upload)
    party = frozenset() if found.actor.party else party_codes(found.year.plan)
    if mapping and any(row.code.split("/")[0] in party for _, row in mapping.rows):
        raise Http404
    return mapping


def page(request: HttpRequest, book: str, org_unit: str, pk: int) -> HttpResponse:
    """Show the mapping that waits to be confirmed."""
    found, upload = visit(request), upload_asked(request, org_unit, pk)
    mapping = _waiting(request, upload)
    if mapping is None:
        return redirect("dossier_result", book=book, org_unit=org_unit, pk=pk)
    form = form_seen(found, upload.case)
    given = {
        "sheets": shown(mapping),
        "mapping": mapping,
        "upload": upload,
        "case": upload.case,
        "name": org_unit_name(found.year, org_unit, spoken()),
        "codes": [(row.code, row.name.to(spoken())) for _, _, row in form.rows],
        "kinds": [(column.value, COLUMN_NAMES[column].to(spoken())) for column in FormColumn],
        "measures": list(_measures(mapping, form)),
        "leave_out": LEAVE_OUT,
    }
    return render(request, "dossier/mapping.html", given)


def _measures(mapping: WorkbookMapping, form: ReportForm) -> Iterator[tuple[str, str]]:
    told = [row.measure for _, row in mapping.rows if row.measure]
    for code in dict.fromkeys([*told, *(row.measure for _, _, row in form.rows), *MEASURES]):
        yield code, measure_of(code).label.to(spoken())


@require_POST
@refused_here(page)
def confirm(request: HttpRequest, book: str, org_unit: str, pk: int) -> HttpResponse:
    """Keep the mapping as it was left on the page, and read the workbook by it."""
    found, upload = visit(request), upload_asked(request, org_unit, pk)
    mapping = _waiting(request, upload)
    if mapping is None:
        raise Http404
    codes = frozenset(row.code for _, _, row in form_seen(found, upload.case).rows)
    left = corrected(mapping, {name: str(value) for name, value in request.POST.items()}, codes)
    actions.confirm_mapping(actor=found.actor, upload=upload, mapping=left)
    return redirect("dossier_result", book=book, org_unit=org_unit, pk=pk)


def workbook(request: HttpRequest, book: str, org_unit: str, pk: int) -> HttpResponse:
    """Give the mapping as a small workbook."""
    upload = upload_asked(request, org_unit, pk)
    mapping = _waiting(request, upload)
    if mapping is None:
        raise Http404
    return attachment(f"doi-chieu-{org_unit}.xlsx", actions.mapping_as_workbook(upload.case, mapping))


@require_POST
@refused_here(page)
def take_workbook(request: HttpRequest, book: str, org_unit: str, pk: int) -> HttpResponse:
    """Take the mapping back, corrected in Excel, and read the workbook by it."""
    upload = upload_asked(request, org_unit, pk)
    files = files_of(request, "mapping", stated=False)
    if not files:
        return redirect("dossier_mapping", book=book, org_unit=org_unit, pk=pk)
    actions.mapping_from_workbook(
        actor=visit(request).actor, upload=upload, name=files[0].name, content=files[0].content
    )
    return redirect("dossier_result", book=book, org_unit=org_unit, pk=pk)


@require_POST
def open_again(request: HttpRequest, book: str, org_unit: str, pk: int) -> HttpResponse:
    """Open the mapping again to correct it."""
    actions.map_again(actor=visit(request).actor, upload=upload_asked(request, org_unit, pk))
    return redirect("dossier_mapping", book=book, org_unit=org_unit, pk=pk)
