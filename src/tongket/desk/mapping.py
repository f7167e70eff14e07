"""Maps a workbook that is not our form: proposed once, corrected in Excel, kept in the year folder, used every time.

What it says is then checked like a form that came back.
"""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from tongket.desk.asking import form_of, stage_of
from tongket.desk.filing import filed_among_dossiers, lies_among_dossiers
from tongket.dossier import Absence, Dossier
from tongket.dossier.foreign import Asked, WorkbookMapping, proposed
from tongket.dossier.foreign.filling import Filling
from tongket.dossier.foreign.mapping_table import read_mapping
from tongket.dossier.foreign.reading import mapped_dossier
from tongket.dossier.form import FormRow
from tongket.dossier.grid import Book
from tongket.files.book_reader import read_book
from tongket.files.guarded_books import read_books
from tongket.files.mapping_workbook import Choices, mapping_workbook
from tongket.files.year_folder import INPUTS, MAPPINGS, read_year
from tongket.words import Finding, Refused, Text, errors_in
from tongket.yearbook import Year

_NO_FILE: Final = Text("Không có tệp {place}.", "Файла {place} нет.", "There is no file {place}.")
_CANNOT_WRITE: Final = Text(
    "Không ghi được {place} ({reason}). Đóng tệp trong Excel rồi chạy lại.",
    "Не удалось записать {place} ({reason}). Закройте файл в Excel и повторите.",
    "{place} cannot be written ({reason}). Close it in Excel and try again.",
)
_NOTHING_OURS: Final = Text(
    "Không thấy trong {file} bảng nào có chỉ tiêu của {org_unit}. Bảng cần có dòng đầu cột (ví dụ: Chỉ tiêu, KH 2022, "
    "Ước TH 2022).",
    "В {file} нет таблицы с показателями {org_unit}. Нужна строка заголовков (например: показатель, план, факт).",
    "{file} holds no table with indicators of {org_unit}. It needs a row of heads, such as indicator, plan, actual.",
)


@dataclass(frozen=True, slots=True)
class Mapped:
    """What came of a workbook: the mapping and where it lies, and the dossier when the mapping had been there already.

    `absent` are the rows asked for that a new mapping found nowhere; `filed` is where a review finds the workbook, None
    while it lies elsewhere; `filled` is what went into a template, now `out`.
    """

    findings: tuple[Finding, ...]
    mapping: WorkbookMapping | None = None
    place: Path | None = None
    is_new: bool = False
    absent: tuple[FormRow, ...] = ()
    dossier: Dossier | None = None
    filed: Path | None = None
    filled: tuple[Filling, ...] = ()
    out: Path | None = None


def map_workbook(
    folder: Path, file: Path, org_unit: str, place: Path | None = None, *, to_file: bool = False
) -> Mapped:
    """Read a unit's own workbook by its mapping, proposed first when there is none yet, and check what it says.

    While a new mapping waits to be confirmed nothing is read. It lies in `inputs/mappings/CODE.xlsx` of the year folder
    unless another place is named. With `to_file`, a workbook of which figures were read is copied among the dossiers of
    the year. Raises Refused.
    """
    year, book, findings = read_both(folder, file)
    if year is None or book is None:
        return Mapped(findings)
    form = form_of(year, org_unit.upper(), stage_of(year))
    rows = tuple(row for _, _, row in form.rows)
    place = place or folder / INPUTS / MAPPINGS / f"{form.org_unit}.xlsx"
    choices = Choices({row.code: row.name.vi for row in rows}, [row.measure for row in rows])
    if place.exists():
        known, told = known_mapping(place, form.org_unit, choices)
        kept = Mapped(told, known, place)
    else:
        mapping = proposed(book, Asked(form.org_unit, year.head.year, rows, {}))
        there = {row.code for _, row in mapping.rows}
        absent = tuple(row for row in rows if row.code not in there and row.plan_state is not Absence.NOT_ASSIGNED)
        kept = replace(kept_mapping(mapping, choices, place, file), absent=absent)
    if kept.mapping is None or errors_in(kept.findings) or (kept.is_new and kept.mapping.unsure):
        return kept
    dossier = mapped_dossier(kept.mapping, book, form)
    filed = _filed(folder, year, file, form.org_unit, to_file=to_file and bool(dossier.figures))
    return replace(kept, findings=(*kept.findings, *dossier.findings), dossier=dossier, filed=filed)


def _filed(folder: Path, year: Year, file: Path, org_unit: str, *, to_file: bool) -> Path | None:
    if lies_among_dossiers(folder, year, file, org_unit):
        return file
    return filed_among_dossiers(folder, year, file, org_unit) if to_file else None


# What is read


def read_both(folder: Path, file: Path) -> tuple[Year | None, Book | None, tuple[Finding, ...]]:
    """Read a year folder and, in a guarded process, a stranger's workbook; with errors in either only the findings.

    Raises Refused when there is no such file.
    """
    if not file.is_file():
        raise Refused(_NO_FILE.fill(place=str(file)))
    year, findings = read_year(folder)
    if year is None or errors_in(findings):
        return None, None, findings
    (book,) = read_books([(file.read_bytes(), file.name)])
    return (year, None, (book,)) if isinstance(book, Finding) else (year, book, ())


def known_mapping(place: Path, org_unit: str, choices: Choices) -> tuple[WorkbookMapping | None, tuple[Finding, ...]]:
    """Read the mapping that lies at a place, as a person left it."""
    book = read_book(place.read_bytes(), place.name)
    if isinstance(book, Finding):
        return None, (book,)
    return read_mapping(book, org_unit, frozenset(choices.codes))


# What is written


def kept_mapping(mapping: WorkbookMapping, choices: Choices, place: Path, file: Path) -> Mapped:
    """Write a new mapping where it is looked for next time. Raises Refused when the file holds nothing of ours."""
    if not mapping.sheets:
        raise Refused(_NOTHING_OURS.fill(file=file.name, org_unit=mapping.org_unit))
    write_file(place, mapping_workbook(mapping, choices))
    return Mapped((), mapping, place, is_new=True)


def write_file(place: Path, content: bytes) -> None:
    """Write a file, or say in a sentence why it cannot be written."""
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    except OSError as refused:
        raise Refused(_CANNOT_WRITE.fill(place=str(place), reason=refused.strerror or "?")) from None
