"""The cells of the Excel year book: their looks, and how each kind of value is written so that it reads back the same.

Numbers are number cells where a double holds them exactly, else text; codes are text, so 09-1 never becomes a date.
"""

import datetime as dt
from decimal import Decimal
from typing import Any, Final

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from tongket.year import Granularity
from tongket.yearbook import Column
from tongket.yearbook.by_hand import to_hand
from tongket.yearbook.values import ValueKind, plain, read_period

FONT: Final = "Times New Roman"
GREEN, PALE, GREY, LINE, RED, LINK = "#14532D", "#E8F3EB", "#6B7280", "#C9D3CC", "#B42318", "#1D4ED8"
MAX_TEXT: Final = 32767
MAX_DIGITS: Final = 15  # what Excel keeps and shows of a number
FIRST_YEAR: Final = 1901  # before March 1900 Excel counts a day that never was
_NUMBERS: Final = {ValueKind.NUMBER, ValueKind.AMOUNT, ValueKind.WHOLE}
_LETTERS: Final = 1.05  # letters of this font to a unit of column width, on the safe side
_ADDRESSES: Final = {"page", "source"}  # long and without spaces: cut off at the cell, not folded into a tower
_SENTENCES: Final = _ADDRESSES | {"note", "reason", "document"}  # a cell of the format Text would show no long text
_FORMULA_SIGNS: Final = ("=", "+", "-", "@")


class Cells:
    """Formats of one book, made once each, and the writing of single cells."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.made: dict[tuple[tuple[str, Any], ...], Format] = {}
        self.title = self._look(bold=True, font_size=15, font_color=GREEN)
        self.about = self._look(italic=True, font_color=GREY)
        self.band = self._look(valign="vcenter")
        self.warning = self._look(bold=True, font_color=RED)
        self.heading = self._look(
            bold=True, font_color="white", bg_color=GREEN, valign="vcenter", border=1, border_color=LINE
        )
        self.name = self._look(font_size=8, font_color="#8A938D", bg_color="#F4F6F4", indent=1)
        self.form = self._look(font_size=8, font_color="#8A938D")
        self.side = self._look(bold=True, valign="vcenter", bottom=1, bottom_color=LINE, text_wrap=True)
        self.side_name = self._look(font_size=8, font_color="#8A938D", valign="vcenter", bottom=1, bottom_color=LINE)
        self.how = self._look(
            italic=True, font_color=GREY, font_size=11, valign="vcenter", bottom=1, bottom_color=LINE, text_wrap=True
        )
        self.book_title = self._look(bold=True, font_size=20, font_color=GREEN, valign="vcenter")
        self.paragraph = self._look(text_wrap=True, valign="top", indent=0)
        self.section = self._look(
            bold=True, font_size=14, font_color=GREEN, bottom=2, bottom_color=GREEN, valign="vcenter"
        )
        self.term = self._look(bold=True, valign="vcenter")
        self.line = self._look(text_wrap=True, valign="vcenter")
        self.link = self._look(font_color=LINK, underline=1, valign="vcenter")
        self.later = self._look(italic=True, font_color=GREY, bottom=1, bottom_color=LINE)
        self.later_right = self._look(italic=True, font_color=GREY, bottom=1, bottom_color=LINE, align="right")
        self.count = self._look(align="right", valign="vcenter", num_format="#,##0")

    def _look(self, **look: Any) -> Format:  # noqa: ANN401 - what xlsxwriter calls format properties
        look = {"font_name": FONT, "font_size": 12, **look}
        key = tuple(sorted(look.items()))
        if key not in self.made:
            self.made[key] = self.book.add_format(look)
        return self.made[key]

    def head(self, sheet: Worksheet, row: int, index: int, text: str, how: str, column: Column) -> None:
        """Write the label over a column, with a note on how to fill it in."""
        translated = column.language in {"ru", "en"}
        fill = {"bg_color": PALE, "font_color": GREEN} if translated else {"bg_color": GREEN, "font_color": "white"}
        look = self._look(
            bold=True, text_wrap=True, align="center", valign="vcenter", border=1, border_color=LINE, **fill
        )
        sheet.write_string(row, index, text, look)
        sheet.write_comment(row, index, how, {"author": "tongket", "x_scale": 2.2, "y_scale": 1.0, "font_size": 9})

    def empty(self, column: Column) -> Format:
        """The format of a column's empty cells: what is typed there stays what was typed."""
        return self._look(**_shape(column))

    def field(self, sheet: Worksheet, row: int, index: int, text: str, column: Column) -> None:
        """Write the value of an upright sheet, in a cell that shows where to type."""
        frame = {
            "bg_color": "#FFFDE7",
            "bottom": 1,
            "bottom_color": LINE,
            "align": "left",
            "indent": 1,
            "text_wrap": True,
            "valign": "vcenter",
        }
        self._write(sheet, row, index, text, column, frame)
        if not text:
            sheet.write_blank(row, index, None, self._look(**{**_shape(column), **frame}))

    def lines(self, text: str, column: Column, width: int) -> int:
        """How many lines a value takes in a cell of a width."""
        if not _shape(column).get("text_wrap"):
            return 1
        return sum(-(-len(line) // int(width * _LETTERS)) or 1 for line in text.split("\n"))

    def value(self, sheet: Worksheet, row: int, index: int, text: str, column: Column) -> None:
        """Write one value; an empty one leaves the cell empty."""
        self._write(sheet, row, index, text, column, {})

    @staticmethod
    def shown(text: str, column: Column) -> str:
        """What a person reads for a value."""
        return to_hand(text, _kind(text, column), column.choices) if text else ""

    def _write(self, sheet: Worksheet, row: int, index: int, text: str, column: Column, frame: dict[str, Any]) -> None:
        shape = {**_shape(column), **frame}
        if not text:
            return
        if column.kind in _NUMBERS and (number := _as_double(text)) is not None:
            plain = column.kind is ValueKind.WHOLE
            sheet.write_number(
                row, index, number, self._look(**{**shape, "num_format": "0" if plain else _digits(text)})
            )
        elif (day := _as_day(text, column.kind)) is not None:
            sheet.write_datetime(row, index, day, self._look(**{**shape, "num_format": "dd/mm/yyyy"}))
        else:
            said = self.shown(text, column)
            if len(said) > MAX_TEXT or "x005F_" in said:  # the second is how workbooks escape; readers lose it
                msg = f"an Excel cell cannot hold this text of {column.name}: {said[:40]}…"
                raise ValueError(msg)
            quote = {"quote_prefix": True} if said.startswith(_FORMULA_SIGNS) else {}
            sheet.write_string(row, index, said, self._look(**{**shape, **quote}))


def _shape(column: Column) -> dict[str, Any]:
    """How a value of a column stands in its cell."""
    match column.kind:
        case ValueKind.NUMBER | ValueKind.AMOUNT:
            return {"align": "right", "indent": 1, "valign": "top"}
        case ValueKind.WHOLE | ValueKind.YES_NO:
            return {"align": "center", "valign": "top"}
        case ValueKind.DATE:
            return {"align": "center", "valign": "top", "num_format": "dd/mm/yyyy"}
        case ValueKind.PERIOD:
            return {"align": "center", "valign": "top", "num_format": "@"}
        case ValueKind.TEXT if column.language is None and column.name not in _SENTENCES:
            return {"align": "left", "indent": 1, "valign": "top", "num_format": "@"}
        case _:
            return {"align": "left", "indent": 1, "valign": "top", "text_wrap": column.name not in _ADDRESSES}


def _kind(text: str, column: Column) -> ValueKind:
    """A value with a dash inside it is a day or a period, whatever its column usually holds."""
    return ValueKind.DATED_AMOUNT if column.kind is ValueKind.AMOUNT and "-" in text[1:] else column.kind


def _as_double(text: str) -> float | None:
    """Return the number when Excel holds every digit of it."""
    try:
        number = Decimal(text)
    except ArithmeticError:
        return None
    fits = len(number.as_tuple().digits) <= MAX_DIGITS and abs(number) < Decimal(10) ** MAX_DIGITS
    return float(number) if fits and plain(number) == text else None  # the year 0001 is no number


def _as_day(text: str, kind: ValueKind) -> dt.date | None:
    if kind not in {ValueKind.DATE, ValueKind.PERIOD, ValueKind.AMOUNT}:
        return None
    try:
        period = read_period(text)
    except ValueError:
        return None
    return period.first if period.granularity is Granularity.DAY and period.year >= FIRST_YEAR else None


def _digits(text: str) -> str:
    """Show as many decimals as the number has, and groups of three."""
    decimals = len(text.partition(".")[2])
    return "#,##0" + ("." + "0" * decimals if decimals else "")
