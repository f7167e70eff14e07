"""The unit's own file back with what was found in it: cells coloured, remarks attached, a list as its first sheet.

Everything else in the file stays as it was. A file that was marked before is cleaned first: its old list, our colours
and our remarks go, those of people stay.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from tongket.files import marked_words as words
from tongket.files import xlsx_notes, xlsx_rules
from tongket.files.marked_list import lines
from tongket.files.marked_page import HEAD_ROW, Page, kept_place, page
from tongket.files.marked_tints import BASE, Tints
from tongket.files.xlsx_book import SheetPart, WorkbookPart
from tongket.files.xlsx_cells import Cells, cells_of, text_of
from tongket.files.xlsx_notes import Words
from tongket.files.xlsx_package import Package
from tongket.files.xlsx_styles import Styles
from tongket.files.xlsx_xml import at
from tongket.words import Finding, Language, Severity, Text

_OURS: Final = "_tongket_result"  # the hidden name by which a file that was marked before is known
_MOST_REMARKS: Final = 8
_Marks = dict[tuple[int, int], list[Finding]]


def marked(
    content: bytes,
    findings: Sequence[Finding],
    language: Language = "vi",
    *,
    file: str | None = None,
    names: Mapping[str, Text] = MappingProxyType({}),
) -> bytes:
    """Return a workbook with its findings marked; the same input gives the same bytes.

    `file` is the file's name in the findings' places; findings of other files are left out. Without it all findings
    are taken to be of this file. `names` says what the indicators of the codes in the findings are called. Raises
    `Refused` for what cannot be written into: an .xls, a password, a strict or a damaged file.
    """
    package = Package(content)
    book = WorkbookPart(package)
    styles = Styles(package)
    _clean(package, book, styles)
    ours = [one for one in findings if file is None or one.place.file in {"", file}]
    tints = Tints()
    marks = {sheet: _in_sheet(package, sheet, ours) for sheet in book.sheets if sheet.has_cells}
    title = _free_title(book, language)
    for sheet, found in marks.items():
        if found:
            _mark(package, sheet, found, _Marking(styles, tints, title, language))
    sheets = [sheet.name for sheet in book.sheets]
    known = frozenset((one.place.sheet, one.place.cell) for one in ours if one.place.sheet in sheets)
    made = page(Page(ours, lines(ours, sheets), tints.kept, known, language, names), styles)
    first = book.insert_first(title, made)
    book.define("_xlnm.Print_Titles", f"'{first.name}'!${HEAD_ROW}:${HEAD_ROW}", first_sheet=True)
    book.define(_OURS, f"'{first.name}'!$A$1")
    return package.written()


class _Marking:
    """What marking one cell needs to know."""

    def __init__(self, styles: Styles, tints: Tints, title: str, language: Language) -> None:
        self.styles, self.tints, self.title, self.language = styles, tints, title, language

    def remark(self, findings: Sequence[Finding]) -> list[Words]:
        """All that was found in one cell, the gravest first."""
        said: list[Words] = []
        for finding in findings[:_MOST_REMARKS]:
            gap = "\n\n" if said else ""
            said.append(Words(f"{gap}{finding.severity.label.to(self.language)}:", bold=True))
            said.append(Words(f"\n{finding.sentence(self.language)}"))
        if len(findings) > _MOST_REMARKS:
            more = words.MORE.to(self.language).format(count=len(findings) - _MOST_REMARKS, sheet=self.title)
            said.append(Words(f"\n\n{more}"))
        return said


def _in_sheet(package: Package, sheet: SheetPart, findings: Sequence[Finding]) -> _Marks:
    """The findings of a sheet's cells; what stands inside a merged area belongs to its first cell."""
    cells: Cells | None = None
    found: _Marks = {}
    for finding in sorted(findings, key=lambda one: list(Severity).index(one.severity)):
        place = at(finding.place.cell)
        if place and finding.place.sheet == sheet.name:
            cells = cells or cells_of(package, sheet.part, change=False)
            found.setdefault(cells.anchor(place), []).append(finding)
    return found


def _mark(package: Package, sheet: SheetPart, found: _Marks, marking: _Marking) -> None:
    cells = cells_of(package, sheet.part)
    styles, tints = marking.styles, marking.tints
    colours = {}
    for place, findings in sorted(found.items()):
        cell = cells.make(place)
        colours[place] = f"{BASE[findings[0].severity]:06X}"
        covered = styles.fill_of(styles.style(cell.get("s")))
        cell.set("s", styles.with_fill(cell.get("s"), tints.over(findings[0].severity, covered)))
    xlsx_rules.put_first(package, sheet.part, colours, styles)
    xlsx_notes.attach(package, sheet.part, {place: marking.remark(one) for place, one in found.items()})


def _clean(package: Package, book: WorkbookPart, styles: Styles) -> None:
    """Take everything out that marking once put in."""
    old = _result_sheet(book)
    kept = _kept(package, old) if old else ()
    if old:
        book.remove(old)
        book.forget(_OURS)
    tints = Tints(kept)
    tinted = {number for number, fill in styles.fills() if tints.is_tint(fill)}
    for sheet in book.sheets:
        if sheet.has_cells:
            xlsx_notes.detach(package, sheet.part)
            xlsx_rules.take_away(package, sheet.part)
            if tinted:
                _uncolour(package, sheet, styles, tints)


def _result_sheet(book: WorkbookPart) -> SheetPart | None:
    named = book.defined(_OURS)
    return book.sheet(named.rpartition("!")[0].strip("'").replace("''", "'")) if named else None


def _kept(package: Package, sheet: SheetPart) -> tuple[str, ...]:
    cells = cells_of(package, sheet.part, change=False)
    texts: list[str] = []
    while text := text_of(package, cells.find(kept_place(len(texts)))):
        texts.append(text)
    return tuple(texts)


def _uncolour(package: Package, sheet: SheetPart, styles: Styles, tints: Tints) -> None:
    cells = cells_of(package, sheet.part, change=False)
    for element, key in cells.styled():
        number = element.get(key)
        fill = styles.fill_of(styles.style(number)) if number else None
        if number and tints.is_tint(fill):
            package.edit(sheet.part)
            element.set(key, styles.without_fill(number, tints.under(fill)))


def _free_title(book: WorkbookPart, language: Language) -> str:
    """The name of the list's sheet, with a number where the unit has a sheet of that name itself."""
    title = words.SHEET.to(language)
    number, free = 1, title
    while book.sheet(free):
        number += 1
        free = f"{title} ({number})"
    return free
