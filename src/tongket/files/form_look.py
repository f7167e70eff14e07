"""How a report form looks: its letters and colours, each format made once, and what every sheet of it has in common.

Two yellows ask: the stronger one for what must be answered, the paler one for what may be. Grey cells are locked.
"""

import datetime as dt
import textwrap
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from tongket.documents.printing import period_text
from tongket.dossier.form import CUT_OFF_ROW, FIRST_ROW, HEAD_ROW, HELP_ROW, NAME_ROW, TITLE_ROW, UNIT_ROW, ReportForm
from tongket.files import form_said as said
from tongket.files.consolidated_look import LOCALE, fits
from tongket.words import Language, short_date

FONT: Final = "Times New Roman"
ASKED, OFFERED, FILLED, DOUBTFUL, LOCKED = "#FFE699", "#FFF8DC", "#FFFFFF", "#FBD0D0", "#EEF0EE"
GREEN, GREY, LINE, RED, LINK = "#14532D", "#5F6B64", "#AEB9B2", "#B42318", "#1D4ED8"
DATE_FORMAT: Final = "dd/mm/yyyy"
_A4: Final = 9
_LINE_HEIGHT: Final = 16
_TALLEST: Final = 400
_MARKS_OF_FORMULAS: Final = ("=", "+", "-", "@")
_UNLOCKED: Final = {"format_rows": True, "format_columns": True}


class FormLook:
    """The formats of one form's workbook, and the writing of single cells in them."""

    def __init__(self, book: Workbook, form: ReportForm, language: Language) -> None:
        """Keep the workbook; formats are made when first asked for."""
        self.book, self.form, self.language = book, form, language
        self.id = form.id  # a hash of all that is printed, so worked out once
        self._made: dict[tuple[tuple[str, Any], ...], Format] = {}

    def made(self, **traits: Any) -> Format:  # noqa: ANN401 - what xlsxwriter calls format properties
        """Return the format with these traits, in the letters of the form."""
        traits = {"font_name": FONT, "font_size": 12, "valign": "vcenter", **traits}
        key = tuple(sorted(traits.items()))
        if key not in self._made:
            self._made[key] = self.book.add_format(traits)
        return self._made[key]

    def boxed(self, **traits: Any) -> Format:  # noqa: ANN401
        """Return the format of a cell in the frame of a table."""
        return self.made(**{"border": 1, "border_color": LINE, **traits})

    def open(self, colour: str, **traits: Any) -> Format:  # noqa: ANN401
        """Return the format of a cell that may be typed into."""
        return self.boxed(locked=False, bg_color=colour, **traits)

    def number_format(self, digits: int) -> str:
        """Return the format of numbers with so many decimals, in the separators of the form's language where it may be.

        LibreOffice follows the language; Excel follows the machine's own setting.
        """
        return LOCALE[self.language] + "#,##0" + ("." + "0" * digits if digits else "")

    def text(self, sheet: Worksheet, row: int, column: int, text: str, look: Mapping[str, Any]) -> None:
        """Write a text, never as a formula, whatever it begins with."""
        if not text:
            sheet.write_blank(row, column, None, self.made(**look))
            return
        quote = {"quote_prefix": True} if text.startswith(_MARKS_OF_FORMULAS) else {}
        sheet.write_string(row, column, text, self.made(**look, **quote))

    def number(self, sheet: Worksheet, row: int, column: int, value: Decimal, look: Mapping[str, Any]) -> None:
        """Write a number, or as text one of which a cell would lose digits."""
        if fits(value):
            sheet.write_number(row, column, float(value), self.made(**look))
        else:
            self.text(sheet, row, column, f"{value:f}", look)

    def day(self, sheet: Worksheet, row: int, column: int, day: dt.date, look: Mapping[str, Any]) -> None:
        """Write a day as a date cell."""
        sheet.write_datetime(row, column, dt.datetime.combine(day, dt.time()), self.made(**look))

    def sheet(self, name: str, *, landscape: bool = True) -> Worksheet:
        """Begin a sheet: its paper, and the day the figures go to at the head and page x of y at the foot of each page.

        Rows and columns may be resized, locked cells may be looked at; nothing else of the sheet may be changed. There
        is no password: the protection keeps hands from slipping, it is no control.
        """
        sheet = self.book.add_worksheet(name)
        sheet.set_paper(_A4)
        if landscape:
            sheet.set_landscape()
        sheet.set_margins(left=0.4, right=0.4, top=0.75, bottom=0.65)
        sheet.fit_to_pages(1, 0)
        sheet.center_horizontally()
        sheet.hide_gridlines(2)
        unit, line = (_plain(text) for text in (self.form.org_unit_name.to(self.language), self._cut_off()))
        stamp = f"&C&9&B{said.ILLUSTRATIVE.to(self.language)}" if self.form.illustrative else ""
        sheet.set_header(f"&L&9 {unit[:80]}{stamp}&R&9 {line}")
        sheet.set_footer(f"&L&8 {_plain(self.id)}&R&9 {said.PAGE.to(self.language)}")
        sheet.protect("", _UNLOCKED)
        return sheet

    def head(
        self, sheet: Worksheet, title: str, help_line: str, heads: Sequence[tuple[str, str]], widths: Sequence[int]
    ) -> None:
        """Write what stands above the rows of a part: title, unit, cut-off, help, the heads and the small names."""
        last = len(heads) - 1
        self.text(sheet, TITLE_ROW, 0, title, {"bold": True, "font_size": 16, "font_color": GREEN})
        self.text(sheet, UNIT_ROW, 0, self._unit(), {"bold": True})
        self.text(sheet, CUT_OFF_ROW, 0, self._cut_off_and_due(), {"bold": True, "font_color": RED})
        self.text(sheet, HELP_ROW, 0, help_line, {"italic": True, "font_color": GREY})
        if self.form.illustrative:
            stamp = {"bold": True, "font_color": RED, "align": "right"}
            self.text(sheet, TITLE_ROW, last, said.ILLUSTRATIVE.to(self.language), stamp)
        for column, ((head, name), width) in enumerate(zip(heads, widths, strict=True)):
            sheet.set_column(column, column, width)
            sheet.write_string(HEAD_ROW, column, head, self._head())
            sheet.write_string(NAME_ROW, column, name, self._small())
        for row, height in ((TITLE_ROW, 26), (UNIT_ROW, 18), (CUT_OFF_ROW, 18), (HELP_ROW, 20), (NAME_ROW, 10)):
            sheet.set_row(row, height)
        sheet.set_row(
            HEAD_ROW, max(height_of(head, width - 1) for (head, _), width in zip(heads, widths, strict=True)) + 8
        )
        sheet.repeat_rows(HEAD_ROW)

    def _head(self) -> Format:
        return self.boxed(bold=True, text_wrap=True, align="center", bg_color=GREEN, font_color="#FFFFFF")

    def _small(self) -> Format:
        return self.boxed(font_size=7, font_color="#8A938D", bg_color="#F4F6F4", align="center")

    def _unit(self) -> str:
        return said.UNIT_LINE.to(self.language).format(
            name=self.form.org_unit_name.to(self.language),
            code=self.form.org_unit,
            period=period_text(self.form.period, self.language),
            stage=said.STAGES[self.form.stage].to(self.language),
        )

    def _cut_off(self) -> str:
        return said.cut_off_line(self.form, self.language)

    def _cut_off_and_due(self) -> str:
        if self.form.due is None:
            return self._cut_off()
        due = said.DUE.to(self.language).format(day=short_date(self.form.due, self.language))
        return f"{self._cut_off()}   ·   {due}"

    def end(self, sheet: Worksheet, last_row: int, columns: int, keep: int) -> None:
        """Finish a part: what is printed, and what stays in sight when one scrolls."""
        sheet.print_area(0, 0, last_row, columns - 1)
        sheet.freeze_panes(FIRST_ROW, keep)


def height_of(text: str, width: int) -> int:
    """How high a row must be for a text in a column of a width; letters are a little narrower than digits."""
    lines = sum(len(textwrap.wrap(line, max(int(width * 1.1), 1))) or 1 for line in text.split("\n"))
    return min(lines * _LINE_HEIGHT, _TALLEST)


def _plain(text: str) -> str:
    """A text for the head or foot of a page, where an ampersand is a command."""
    return text.replace("&", "&&")
