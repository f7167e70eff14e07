"""What a year asks of an org unit: the form in force, up to which day, and by when."""

from pathlib import Path
from typing import Final

from tongket.dossier.asking import FormRequest, form_for
from tongket.dossier.form import FormStage, ReportForm
from tongket.figures import Kind
from tongket.files.year_folder import read_year
from tongket.words import Refused, Text, errors_in
from tongket.year import Period
from tongket.yearbook import Year

_YEAR_WRONG: Final = Text(
    "Sổ năm còn {n} lỗi phải sửa nên chưa biết biểu cần gì. Xem: tongket review {folder} --out …",
    "В папке года {n} ошибок, поэтому неизвестно, что требует форма. См.: tongket review {folder} --out …",
    "The year folder has {n} errors, so it is not known what the form asks for. See: tongket review {folder} --out …",
)


def year_of(folder: Path) -> Year:
    """Read the year whose plan forms are made of; Refused when it has errors."""
    year, findings = read_year(folder)
    errors = errors_in(findings)
    if year is None or errors:
        raise Refused(_YEAR_WRONG.fill(n=str(len(errors)), folder=str(folder)))
    return year


def stage_of(year: Year) -> FormStage:
    """Return what a year asks for when nobody says: estimates while it is told on estimates."""
    return FormStage.FINAL if year.head.basis is Kind.ACTUAL else FormStage.ESTIMATE


def request_for(year: Year, org_unit: str, stage: FormStage) -> FormRequest:
    """Return what is asked of an org unit of a year at a stage: up to which day, and by when."""
    period = Period.of_year(year.head.year)
    due = next((one.due for one in year.filings if one.org_unit == org_unit and one.period == period), None)
    ends = stage is FormStage.FINAL
    return FormRequest(
        org_unit,
        period,
        stage,
        cut_off=period.last if ends else year.head.cut_off,
        due=None if ends else due,
        illustrative=year.head.illustrative,
    )


def form_of(year: Year, org_unit: str, stage: FormStage) -> ReportForm:
    """Return the form in force for an org unit. Raises Refused when nothing can be asked of it."""
    return form_for(year.organisation, year.plan, year.figures, request_for(year, org_unit, stage))
