"""Issues the report forms of a year: one workbook for each org unit asked for, remembered so that it is known again."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from tongket.desk.asking import request_for, stage_of
from tongket.desk.places import refuse_inputs, writing
from tongket.dossier.asking import form_for, units_asked
from tongket.dossier.form import PART_CODES, FormStage, IssuedForm, ReportForm
from tongket.files.record import RECORD, remember_forms
from tongket.files.year_folder import read_year
from tongket.words import Finding, Language, Refused, Text, errors_in
from tongket.year import Period
from tongket.yearbook import Year

FORMS: Final = "forms"
_STAGE_IN_NAME: Final = {FormStage.ESTIMATE: "uoc", FormStage.FINAL: "chinh-thuc"}
_WRITE: Final = Text("Lập biểu mẫu {name}", "Форма: {name}", "Writing the form {name}")
_OTHER_FILE: Final = Text(
    "Đã có tệp {place} với nội dung khác; không ghi đè. Đổi tên tệp đó, chọn nơi khác bằng --out, hoặc dùng --force.",
    "Файл {place} уже есть с другим содержанием и не перезаписан. Переименуйте его, укажите --out или --force.",
    "{place} is there already with other content and was not overwritten. Rename it, name --out, or use --force.",
)
_NOBODY: Final = Text(
    "Kỳ {period} chưa giao chỉ tiêu cho đơn vị nào; chưa có biểu mẫu để cấp.",
    "На период {period} заданий нет ни у кого; выдавать нечего.",
    "Nobody was given a target for {period}; there is no form to issue.",
)
_SEVERAL_INTO_ONE: Final = Text(
    "Nhiều biểu mẫu không ghi vào một tệp được; chọn một thư mục cho --out.",
    "Несколько форм в один файл не записать; укажите папку в --out.",
    "Several forms do not go into one file; name a folder for --out.",
)


@dataclass(frozen=True, slots=True)
class IssueRequest:
    """Which forms are asked for: of these org units (none: of all that have targets), with these parts (none: all)."""

    org_units: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    stage: FormStage | None = None
    issued_on: dt.date | None = None
    contact: str = ""
    out: Path | None = None
    force: bool = False


@dataclass(frozen=True, slots=True)
class Issued:
    """The forms that were written, each with its path; or only the findings of a folder that could not be read."""

    findings: tuple[Finding, ...]
    forms: tuple[tuple[ReportForm, Path], ...] = ()


def issue_forms(
    folder: Path, wanted: IssueRequest, language: Language = "vi", tell: Callable[[Text, int], None] = lambda *_: None
) -> Issued:
    """Write the forms asked for and remember them in the year folder; with errors in the folder nothing is written.

    `tell` hears before each form what is done and how many there are. Raises Refused, before anything is written.
    """
    from tongket.files.form_workbook import written

    year, findings = read_year(folder)
    if year is None or errors_in(findings):
        return Issued(findings)
    refuse_inputs(wanted.out or folder / FORMS, folder)
    forms = tuple(_forms(year, wanted))
    places = _places(folder, forms, wanted)
    contents = []
    for form, place in zip(forms, places, strict=True):
        tell(_WRITE.fill(name=place.name), len(forms))
        contents.append(written(form, language))
    _refuse_other_files(places, contents, force=wanted.force)
    _write(places, contents)
    with writing(folder / RECORD):
        damaged = remember_forms(folder, (IssuedForm.of(form, wanted.issued_on) for form in forms))
    return Issued((*findings, *damaged), tuple(zip(forms, places, strict=True)))


def _write(places: Sequence[Path], contents: Sequence[bytes]) -> None:
    for place, content in zip(places, contents, strict=True):
        with writing(place):
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)


def _forms(year: Year, wanted: IssueRequest) -> Iterator[ReportForm]:
    stage = wanted.stage or stage_of(year)
    period = Period.of_year(year.head.year)
    units = wanted.org_units or units_asked(year.organisation, year.plan, period)
    if not units:
        raise Refused(_NOBODY.fill(period=str(period)))
    for unit in dict.fromkeys(units):
        asked = replace(request_for(year, unit, stage), parts=wanted.parts, contact=wanted.contact)
        yield form_for(year.organisation, year.plan, year.reported, asked)


def _places(folder: Path, forms: Sequence[ReportForm], wanted: IssueRequest) -> tuple[Path, ...]:
    if wanted.out and wanted.out.suffix.lower() == ".xlsx":
        if len(forms) > 1:
            raise Refused(_SEVERAL_INTO_ONE)
        return (wanted.out,)
    return tuple((wanted.out or folder / FORMS) / _name(form, wanted.parts) for form in forms)


def _name(form: ReportForm, parts: tuple[str, ...]) -> str:
    """`VSP-2022-uoc.xlsx`, or `VSP-2022-uoc-bieu2.xlsx` when only some parts were asked for."""
    known = PART_CODES.values()
    some = "".join(f"-bieu{part}" if part in known else f"-{part}" for part in parts)
    return f"{form.org_unit}-{form.period}-{_STAGE_IN_NAME[form.stage]}{some}.xlsx"


def _refuse_other_files(places: Sequence[Path], contents: Sequence[bytes], *, force: bool) -> None:
    for place, content in zip(places, contents, strict=True):
        if place.is_file() and not force and place.read_bytes() != content:
            raise Refused(_OTHER_FILE.fill(place=str(place)))
