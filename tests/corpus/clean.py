"""Dossiers with which nothing is wrong, however they were saved: they must not cost a unit a telephone call."""

from copy import copy

from tests.corpus.case import CORPUS, File, Program
from tests.corpus.hands import ESTIMATE, TO_DATE, WHY, WORDS, decompose, put


@CORPUS.one("AN")
def clean_as_issued(book):
    """Filled in and saved, nothing else."""


@CORPUS.one("VSP", program=Program.LIBREOFFICE)
def clean_libreoffice(book):
    """Opened and saved by LibreOffice, with a total and its blocks, days, and words instead of numbers."""


@CORPUS.one("PVEP", program=Program.XLS_AND_BACK)
def clean_xls_and_back(book):
    """Saved as .xls in one office and as .xlsx again in the next; one plan is a range, one project not due."""


@CORPUS.one("RVP", program=Program.LIBREOFFICE)
def clean_not_assigned(book):
    """Where nothing was assigned the unit chose ‘Không giao’."""


@CORPUS.one("GPV", program=Program.XLS_AND_BACK)
def clean_loss_and_zero(book):
    """A planned loss, a plan of zero, a figure of zero, a day."""


@CORPUS.one("DUNG", program=Program.XLS)
def clean_old_workbook(book):
    """Sent as .xls."""


@CORPUS.one("AN")
def clean_decomposed(book):
    """Typed on a Mac: every text of the file, the choices too, with the marks apart from the letters."""
    put(book, "INIT", TO_DATE, "Chưa có số liệu")
    put(book, "INIT", ESTIMATE, "Chưa có số liệu")
    decompose(book)


@CORPUS.one("AN", program=Program.LIBREOFFICE)
def clean_own_sheets(book):
    """A sheet of the unit's own calculations stands behind, a remark in a margin cell of the guide, colours changed."""
    own = book.create_sheet("Tinh toan")
    for line, month in enumerate(range(1, 11), start=2):
        own.append([f"Tháng {month:02d}/2022", 245.0])
        own.cell(line, 3).value = f"=B{line}*1.02"
    book["Bieu1"]["H7"].fill = copy(book["Bieu1"]["A5"].fill)


@CORPUS.one("AN")
def clean_words_loosely_typed(book):
    """The words chosen in small letters, with spaces around them or a full stop in the explanation."""
    put(book, "INIT", TO_DATE, " chưa có số liệu ")
    put(book, "INIT", ESTIMATE, "CHƯA CÓ SỐ LIỆU")
    put(book, "INIT", WHY, "Hội đồng sáng kiến họp cuối tháng 12/2022.")


@CORPUS.one("VSP")
def clean_words_rewritten(book):
    """The words say other true things: rounded percentages, the plan exceeded, a rise against last year."""
    sheet = book[WORDS]
    sheet["B9"].value = "Ước sản lượng khai thác dầu và condensate đạt 3.119,0 nghìn tấn, vượt 7,1% kế hoạch giao."
    sheet["B10"].value = "Nộp ngân sách nhà nước ước đạt 1.268 triệu USD, bằng 137,5% so với năm 2021."


CORPUS.add(
    "clean-two-departments",
    "AN",
    {
        "AN-ke-hoach": File(parts=("1", "words", "evidence"), program=Program.LIBREOFFICE),
        "AN-an-toan-nhan-su": File(parts=("2", "3", "4")),
    },
    says="Two departments filed their parts, each a form with its own sheets only.",
)
CORPUS.add(
    "clean-two-halves-of-one-form",
    "AN",
    {
        "AN-1": File(lambda book: _emptied(book, "Bieu2", "Bieu3", "Bieu4")),
        "AN-2": File(lambda book: _emptied(book, "Bieu1", WORDS)),
    },
    says="Two departments filled in the same full form, each its own sheets, and left the others empty.",
)


def _emptied(book, *names):
    for sheet in (book[name] for name in names):
        for cell in (cell for line in sheet.iter_rows(min_row=7) for cell in line if not cell.protection.locked):
            if sheet.title != WORDS or cell.column > 1:
                cell.value = None
