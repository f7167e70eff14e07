"""Dossiers of which the file itself is the matter: another form, two departments, macros, links, passwords, damage."""

from openpyxl.styles import Font
from tests.corpus.case import CORPUS, LAST_YEAR, File, Program
from tests.corpus.hands import (
    ESTIMATE,
    TO_DATE,
    WORDS,
    cut_short,
    in_tcvn3,
    link_outside,
    put,
    with_cached,
    with_macro,
    with_password,
)


@CORPUS.one("AN", form=LAST_YEAR)
def form_of_last_year(book):
    """This year's figures typed into last year's form, which did not ask for two of the indicators."""


@CORPUS.one("AN", form="BINH", is_told=True)
def form_of_another_unit(book):
    """The form of Bình filed as An's."""


@CORPUS.one("CUONG", form="final")
def form_of_another_stage(book):
    """The form for the final figures, while the estimates are asked for."""


@CORPUS.one("CUONG", program=Program.OPENPYXL)
def old_font_in_the_words(book):
    """The words in the codes of TCVN3 and in .VnTime, causes and remedies too."""
    sheet = book[WORDS]
    in_tcvn3([cell for line in sheet["B7:D26"] for cell in line if cell.value])


@CORPUS.one("CUONG", program=Program.LIBREOFFICE)
def old_font_in_the_names(book):
    """Names of indicators typed again in .VnArial, saved by LibreOffice; the words are Unicode."""
    sheet = book["Bieu1"]
    in_tcvn3([sheet["C7"], sheet["C8"]], ".VnArial")
    sheet["C9"].font = Font(name=".VnArial")


@CORPUS.one("AN", afterwards=with_macro, suffix=".xlsm")
def with_a_macro(book):
    """Saved as .xlsm with a part for macros."""


@CORPUS.one("AN", afterwards=with_cached("H10", "905"))
def linked_outside(book):
    """Revenue is a formula that points into the accountants' workbook."""
    link_outside(book)
    put(book, "REV", ESTIMATE, "=[1]KQKD!$D$12")


@CORPUS.one("AN", afterwards=with_password, is_told=True)
def locked(book):
    """Saved with a password."""


@CORPUS.one("AN", afterwards=cut_short, is_told=True)
def cut_off_on_the_way(book):
    """Half of the file: a download that broke off."""


@CORPUS.one("AN", program=Program.ODS, is_told=True)
def sent_as_ods(book):
    """Saved in LibreOffice's own format."""


@CORPUS.one("AN", is_told=True)
def report_of_its_own(book):
    """A table of the unit's own in place of the form."""
    for name in book.sheetnames[1:]:
        del book[name]
    sheet = book.active
    sheet.title = "Báo cáo"
    sheet.protection.sheet = False
    for area in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(area))
    sheet.delete_rows(1, 40)
    sheet.append(["STT", "Chỉ tiêu", "ĐVT", "KH 2022", "Ước TH 2022"])
    sheet.append([1, "Khối lượng vận chuyển", "nghìn tấn", 2880, 2999])


@CORPUS.one("AN", is_told=True)
def marked_secret(book):
    """A paragraph copied from a document that bears the mark of secrecy."""
    book[WORDS]["B10"].value = "MẬT"


@CORPUS.one("AN", is_told=True)
def far_cell(book):
    """A number in the last cell of a sheet, typed by accident."""
    book["Bieu3"]["XFD1048576"].value = 1


@CORPUS.one("BINH", program=Program.XLS)
def old_workbook_with_faults(book):
    """An .xls with a number as text, an empty cell and a changed plan."""
    put(book, "REV", ESTIMATE, "522,0")
    put(book, "INC", TO_DATE, None)
    book["Bieu1"]["F9"].value = -6


CORPUS.add(
    "same-cell-filed-twice",
    "AN",
    {"AN-ke-hoach": File(), "AN-nhan-su": File(lambda book: _only(book, "Bieu3"))},
    says="The planners filled in everything, the personnel department its sheet once more, the same figures.",
)
CORPUS.add(
    "same-cell-filed-otherwise",
    "AN",
    {
        "AN-ke-hoach": File(program=Program.LIBREOFFICE),
        "AN-nhan-su": File(lambda book: (_only(book, "Bieu3"), put(book, "INC", ESTIMATE, 19.8))),
    },
    says="The same, but the two departments disagree about the income of the year.",
)
CORPUS.add(
    "two-departments-one-forgot",
    "AN",
    {
        "AN-ke-hoach": File(lambda book: put(book, "REV", TO_DATE, None), parts=("1", "words", "evidence")),
        "AN-an-toan": File(parts=("2", "4")),
    },
    says="Two departments filed, the third one (personnel) did not; one cell of the first is empty.",
)


def _only(book, name):
    """Leave the answers of one sheet and empty all others."""
    for sheet in (sheet for sheet in book if sheet.title != name and sheet.sheet_state == "visible"):
        for cell in (cell for line in sheet.iter_rows(min_row=7) for cell in line if not cell.protection.locked):
            if not (sheet.title == WORDS and cell.column == 1):
                cell.value = None
