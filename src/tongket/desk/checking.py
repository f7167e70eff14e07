"""Checks what came back from a unit: its workbooks against the form the plan asks for, all that is wrong in one run."""

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tongket.dossier import Dossier
from tongket.dossier.grid import Book
from tongket.dossier.matching import meta_of
from tongket.files.guarded_books import read_books
from tongket.words import Finding, Language, Refused, Text

if TYPE_CHECKING:
    from tongket.dossier.foreign import WorkbookMapping
    from tongket.yearbook import Year

_NO_FILE: Final = Text(
    "Không đọc được tệp {file} ({reason}).",
    "Файл {file} не читается ({reason}).",
    "The file {file} cannot be read ({reason}).",
)
_SAME_NAME: Final = Text(
    "Hai tệp cùng tên {file}. Đổi tên một tệp để biết lỗi ở tệp nào.",
    "Два файла с именем {file}. Переименуйте один, чтобы было видно, в каком ошибка.",
    "Two files are called {file}. Rename one, so that it can be said in which of them something is wrong.",
)
_ONE_MARKED: Final = Text(
    "Chỉ đánh dấu được từng tệp một: bỏ --marked, hoặc kiểm tra riêng từng tệp.",
    "Отметить можно только один файл: уберите --marked или проверяйте по одному.",
    "Only one file can be marked at a time: leave --marked out, or check the files one by one.",
)
_OVER_ITSELF: Final = Text(
    "Không ghi đè tệp của đơn vị. Chọn tên khác cho {file}.",
    "Файл организации не перезаписывается. Выберите другое имя вместо {file}.",
    "The unit's own file is not overwritten. Choose another name than {file}.",
)
_CANNOT_WRITE: Final = Text(
    "Không ghi được {file} ({reason}).", "Файл {file} не записать ({reason}).", "{file} cannot be written ({reason})."
)


@dataclass(frozen=True, slots=True)
class Checked:
    """What the check found, and what can be taken from the files; no dossier when none of them could be read.

    `contents` are the files as they came, `names` what the indicators of the form are called, by code.
    """

    findings: tuple[Finding, ...]
    dossier: Dossier | None = None
    contents: Mapping[str, bytes] = field(default_factory=dict, hash=False)
    names: Mapping[str, Text] = field(default_factory=dict, hash=False)


def check_files(workbooks: Sequence[Path], folder: Path, org_unit: str | None = None) -> Checked:
    """Check the workbooks of one org unit against the form of the year; several are put together.

    Whose they are they say themselves, unless `org_unit` is named; which figures they are to hold as well. Workbooks of
    the unit's own layout are read by the mapping that `tongket map` left in the year folder. Raises Refused when a file
    or the year folder cannot be read, or nobody says whose the files are.
    """
    contents = _contents(workbooks)
    with ThreadPoolExecutor(1) as beside:  # while the files are read in their own processes, the year is read here
        reading = beside.submit(read_books, [(content, name) for name, content in contents.items()])
        from tongket.desk.asking import year_of
        from tongket.desk.judging import judged
        from tongket.files.record import read_forms

        year = year_of(folder)
        read = reading.result()
    books = [one for one in read if isinstance(one, Book)]
    unread = tuple(one for one in read if isinstance(one, Finding))
    if not books:
        return Checked(unread, contents=contents)
    mapping, told = _mapping(folder, year, books, org_unit)
    form, dossier = judged(year, books, read_forms(folder), org_unit, mapping)
    names = {row.code: row.name for _, _, row in form.rows}
    return Checked((*unread, *told, *dossier.findings), dossier, contents, names)


def write_marked(checked: Checked, out: Path, workbooks: Sequence[Path], language: Language = "vi") -> None:
    """Write the unit's file back with its findings marked. Raises Refused when it cannot be."""
    from tongket.files.marked import marked

    if len(workbooks) != 1:
        raise Refused(_ONE_MARKED)
    if out.resolve() == workbooks[0].resolve():
        raise Refused(_OVER_ITSELF.fill(file=str(out)))
    [(name, content)] = checked.contents.items()
    returned = marked(content, checked.findings, language, file=name, names=checked.names)
    try:
        out.write_bytes(returned)
    except OSError as refused:
        raise Refused(_CANNOT_WRITE.fill(file=str(out), reason=refused.strerror or "")) from None


def _mapping(
    folder: Path, year: "Year", books: Sequence[Book], org_unit: str | None
) -> tuple["WorkbookMapping | None", tuple[Finding, ...]]:
    """How the unit's own workbooks are read, where one of the books is not our form and it was once mapped."""
    if org_unit is None or all(meta_of(book) for book in books):
        return None, ()
    from tongket.desk.dossiers import known_mappings

    mappings, told = known_mappings(folder, year, org_unit.upper())
    return mappings.get(org_unit.upper()), told


def _contents(workbooks: Sequence[Path]) -> dict[str, bytes]:
    contents: dict[str, bytes] = {}
    for path in workbooks:
        if path.name in contents:
            raise Refused(_SAME_NAME.fill(file=path.name))
        try:
            contents[path.name] = path.read_bytes()
        except OSError as refused:
            raise Refused(_NO_FILE.fill(file=str(path), reason=refused.strerror or "")) from None
    return contents
