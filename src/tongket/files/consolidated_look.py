"""How a sheet of the consolidated workbook looks and prints: letters, number formats, heads, paper, page x of y."""

import datetime as dt
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from tongket.words import Language, Text

FONT: Final = "Times New Roman"
HEAD_ROW: Final = 6  # rows above it: issuer, title, cut-off, plan, stamp, and one for air
FIRST_ROW: Final = HEAD_ROW + 1
A3, A4 = 8, 9
LINE_HEIGHT, HIGHEST_ROW = 15, 400
EXACT_DIGITS: Final = 15  # what a cell of Excel holds of a number without losing any
MOST_LETTERS: Final = 32_000  # Excel's cell ends at 32,767
LOCALE: Final[dict[Language, str]] = {"vi": "[$-42A]", "ru": "[$-419]", "en": "[$-409]"}
_DATE: Final[dict[Language, str]] = {"vi": "dd/mm/yyyy", "ru": "dd.mm.yyyy", "en": "dd/mm/yyyy"}
_BOX: Final[dict[str, object]] = {"border": 1}
_PAGE: Final = Text("Trang &P/&N", "Стр. &P из &N", "Page &P of &N")


@dataclass(frozen=True, slots=True)
class Shown:
    """A number shown with so many decimals; the cell holds all of it."""

    value: Decimal
    digits: int


@dataclass(frozen=True, slots=True)
class Live:
    """A formula with the value it has now, for programs that do not calculate."""

    formula: str
    value: Decimal | str
    digits: int


@dataclass(frozen=True, slots=True)
class Part:
    """The name of a part, set in below the whole."""

    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """The name of an org unit above its rows."""

    text: str


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands where a number does not: a dash, a range, "chưa nộp"."""

    text: str


@dataclass(frozen=True, slots=True)
class Middle:
    """A short text in the middle of its column: an ordinal, a measure."""

    text: str


Value = str | int | Shown | Live | Part | Section | Mark | Middle | dt.date
"""What a cell holds: text (never a formula), a count, a number, a formula, a day."""


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above every sheet, already worded."""

    issuer: str
    title: str
    lines: tuple[str, str]
    stamp: str
    language: Language


class Look:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Any, language: Language) -> None:  # noqa: ANN401 - xlsxwriter has no types
        """Make the formats in the workbook's letters."""
        self.book = book
        self._decimals: dict[int, Any] = {}
        self._language = language
        self.issuer = self._made(bold=True)
        self.title = self._made(bold=True, font_size=14)
        self.line = self._made(italic=True)
        self.stamp = self._made(bold=True, font_color="#B3261E")
        self.head = self._made(**_BOX, bold=True, text_wrap=True, align="center", valign="vcenter", bg_color="#EDF2F6")
        self.text = self._made(**_BOX, text_wrap=True)
        self.part = self._made(**_BOX, text_wrap=True, align="left", indent=2)
        self.section = self._made(**_BOX, text_wrap=True, bold=True)
        self.right = self._made(**_BOX, text_wrap=True, align="right")
        self.middle = self._made(**_BOX, text_wrap=True, align="center")
        self.date = self._made(**_BOX, num_format=_DATE[language], align="center")

    def of_text(self, value: "Part | Section | Mark | Middle") -> Any:  # noqa: ANN401
        """The format of a text that is not an ordinary one."""
        return {Part: self.part, Section: self.section, Mark: self.right, Middle: self.middle}[type(value)]

    def _made(self, **traits: object) -> Any:  # noqa: ANN401
        return self.book.add_format({"font_name": FONT, "font_size": 11, "valign": "top"} | traits)

    def number(self, digits: int) -> Any:  # noqa: ANN401
        """The format of a number with so many decimals, in the way of the workbook's language."""
        if digits not in self._decimals:
            form = LOCALE[self._language] + "#,##0" + ("." + "0" * digits if digits else "")
            self._decimals[digits] = self._made(**_BOX, num_format=form, align="right")
        return self._decimals[digits]


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet to be written; `keep` columns stay in sight when one scrolls, no text is wider than `widest`."""

    name: str
    head: Head
    columns: Sequence[str]
    rows: Sequence[Sequence[Value]]
    paper: int = A4
    keep: int = 1
    widest: int = 44


def write_sheet(look: Look, page: Page) -> None:
    """Write one sheet: what stands above, the heads, the rows; rows as high as their longest text needs."""
    sheet = look.book.add_worksheet(page.name)
    widths = [_width(page, at, column) for at, column in enumerate(page.columns)]
    _write_above(look, sheet, page.head)
    for at, column in enumerate(page.columns):
        sheet.write_string(HEAD_ROW, at, column, look.head)
        sheet.set_column(at, at, widths[at])
    _set_height(sheet, HEAD_ROW, page.columns, [width - 1 for width in widths])  # bold letters are wide
    rooms = [width * 11 // 10 for width in widths]  # letters are narrower than the digits a column is measured in
    for line, row in enumerate(page.rows, start=FIRST_ROW):
        for at, value in enumerate(row):
            _write(look, sheet, line, at, value)
        _set_height(sheet, line, [text_of(value) for value in row], rooms)
    _prepare(sheet, page, (HEAD_ROW + len(page.rows), len(page.columns) - 1))


def _width(page: Page, at: int, head: str) -> int:
    """As wide as the longest text, but no wider than allowed and no narrower than a word of the head."""
    longest = max((len(text_of(row[at])) for row in page.rows), default=0)
    return max(min(longest, page.widest), *map(len, head.split(" ")), 4) + 2


def _set_height(sheet: Any, line: int, texts: Sequence[str], rooms: Sequence[int]) -> None:  # noqa: ANN401
    """Make a row as high as its longest text, broken at words into the room of its column, needs."""
    broken = (textwrap.wrap(text, room) for text, room in zip(texts, rooms, strict=True) if len(text) > room)
    lines = max((len(pieces) for pieces in broken), default=1)
    sheet.set_row(line, min(lines * LINE_HEIGHT, HIGHEST_ROW))


def text_of(value: Value) -> str:
    """A value about as long as it is shown."""
    match value:
        case Shown():
            return f"{value.value:,.{value.digits}f}"
        case Live():
            return "1.000,0"
        case Part() | Section() | Mark() | Middle():
            return value.text
        case _:
            return str(value)


def _write_above(look: Look, sheet: Any, head: Head) -> None:  # noqa: ANN401
    sheet.write_string(0, 0, head.issuer, look.issuer)
    sheet.write_string(1, 0, head.title, look.title)
    for at, line in enumerate(head.lines, start=2):
        sheet.write_string(at, 0, line, look.line)
    sheet.write_string(4, 0, head.stamp, look.stamp)


def _write(look: Look, sheet: Any, row: int, at: int, value: Value) -> None:  # noqa: ANN401
    match value:
        case Shown():
            _write_number(look, sheet, row, at, value)
        case Live():
            cached = value.value if isinstance(value.value, str) else float(value.value)
            sheet.write_formula(row, at, value.formula, look.number(value.digits), cached)
        case Part() | Section() | Mark() | Middle():
            sheet.write_string(row, at, value.text, look.of_text(value))
        case dt.date():
            sheet.write_datetime(row, at, dt.datetime.combine(value, dt.time()), look.date)
        case int():
            sheet.write_number(row, at, value, look.middle)
        case "":
            sheet.write_blank(row, at, None, look.text)
        case str():
            sheet.write_string(row, at, value[:MOST_LETTERS], look.text)


def fits(value: Decimal) -> bool:
    """Whether a cell of Excel holds the number without losing a digit."""
    return len("".join(map(str, value.as_tuple().digits)).strip("0")) <= EXACT_DIGITS


def _write_number(look: Look, sheet: Any, row: int, at: int, number: Shown) -> None:  # noqa: ANN401
    """Write a number, or as text one that a cell would cut: no digit is lost without a word."""
    if fits(number.value):
        sheet.write_number(row, at, float(number.value), look.number(number.digits))
    else:
        sheet.write_string(row, at, f"{number.value:f}", look.right)


def _prepare(sheet: Any, page: Page, end: tuple[int, int]) -> None:  # noqa: ANN401
    """Freeze and filter the heads; print turned, one page wide, heads on each page, stamp above and page x/y below."""
    row, column = end
    sheet.freeze_panes(FIRST_ROW, page.keep)
    sheet.autofilter(HEAD_ROW, 0, row, column)
    sheet.set_landscape()
    sheet.set_paper(page.paper)
    sheet.set_margins(left=0.5, right=0.5, top=0.7, bottom=0.7)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEAD_ROW)
    sheet.print_area(0, 0, row, column)
    stamp, line = (text.replace("&", "&&") for text in (page.head.stamp, page.head.lines[0]))
    sheet.set_header(f"&R&8{stamp}" if stamp else "")
    sheet.set_footer(f"&L&8{line}&R&8{_PAGE.to(page.head.language)}")
