"""The first sheet of a report form: for whom and for when it is, how to fill it in, and which parts it has."""

from collections.abc import Iterator
from typing import Any, Final

from xlsxwriter.worksheet import Worksheet

from tongket.documents.printing import period_text
from tongket.dossier.form import ReportForm
from tongket.files import form_said as said
from tongket.files.form_look import (
    ASKED,
    DOUBTFUL,
    FILLED,
    GREEN,
    GREY,
    LINK,
    LOCKED,
    OFFERED,
    RED,
    FormLook,
    height_of,
)
from tongket.words import Text, short_date

_WIDTHS: Final = (24, 62, 10, 30)
_COLOUR_HEIGHT, _PART_HEIGHT = 18, 20
_COLOUR_OF: Final = {"asked": ASKED, "offered": OFFERED, "filled": FILLED, "doubtful": DOUBTFUL, "locked": LOCKED}


def write_guide(look: FormLook, sheet: Worksheet) -> None:
    """Write the guide of a form; who fills in which part is the only thing typed into it."""
    _Guide(look, sheet).write()


class _Guide:
    """The guide being written, from top to bottom."""

    def __init__(self, look: FormLook, sheet: Worksheet) -> None:
        self.look, self.sheet, self.form, self.language = look, sheet, look.form, look.language
        self.at = 0

    def write(self) -> None:
        for column, width in enumerate(_WIDTHS):
            self.sheet.set_column(column, column, width)
        self._title()
        for name, value in _places(self.form):
            self.look.text(self.sheet, self.at, 0, said.PLACES[name].to(self.language), {"font_color": GREY})
            self._wide(value.to(self.language), {"bold": True}, first=1)
        self.at += 1
        self._heading(said.HOW_HEADING.to(self.language))
        for number, how in enumerate(said.HOW, start=1):
            self._wide(f"{number}. {how.to(self.language)}", {"text_wrap": True})
        self._colours()
        self._parts()
        self._foot()
        self.sheet.print_area(0, 0, self.at, len(_WIDTHS) - 1)
        self.sheet.activate()

    def _title(self) -> None:
        title = said.DOSSIER.to(self.language).format(period=period_text(self.form.period, self.language).upper())
        self._wide(title, {"bold": True, "font_size": 18, "font_color": GREEN}, height=30)
        if self.form.illustrative:
            self._wide(said.ILLUSTRATIVE.to(self.language), {"bold": True, "font_color": RED})
        self.at += 1

    def _heading(self, text: str) -> None:
        self._wide(text, {"bold": True, "font_size": 13, "font_color": GREEN}, height=24)

    def _wide(self, text: str, traits: dict[str, Any], *, first: int = 0, height: int = 0) -> None:
        """Write a text over the columns from `first` on, as high as it needs, and go on below it."""
        last = len(_WIDTHS) - 1
        self.sheet.merge_range(self.at, first, self.at, last, "", self.look.made(**traits))
        self.look.text(self.sheet, self.at, first, text, traits)
        self.sheet.set_row(self.at, height or height_of(text, sum(_WIDTHS[first:])) + 4)
        self.at += 1

    def _colours(self) -> None:
        self.at += 1
        self._heading(said.COLOURS_HEADING.to(self.language))
        for name, text in said.COLOURS.items():
            self.sheet.write_blank(self.at, 0, None, self.look.boxed(bg_color=_COLOUR_OF[name]))
            self.look.text(self.sheet, self.at, 1, text.to(self.language), {"indent": 1})
            self.sheet.set_row(self.at, _COLOUR_HEIGHT)
            self.at += 1

    def _parts(self) -> None:
        self.at += 1
        self._heading(said.PARTS_HEADING.to(self.language))
        head = self.look.boxed(bold=True, bg_color=GREEN, font_color="#FFFFFF", align="center")
        for column, text in enumerate(said.PARTS_HEADS):
            self.sheet.write_string(self.at, column, text.to(self.language), head)
        self.sheet.set_row(self.at, _PART_HEIGHT)
        self.at += 1
        for part in self.form.parts:
            link = self.look.boxed(font_color=LINK, underline=1, indent=1)
            self.sheet.write_url(self.at, 0, f"internal:'{part.sheet}'!A1", link, part.sheet)
            self.sheet.write_string(self.at, 1, part.title.to(self.language), self.look.boxed(indent=1))
            counted = self.look.boxed(align="center")
            if part.rows:
                self.sheet.write_number(self.at, 2, len(part.rows), counted)
            else:
                self.sheet.write_blank(self.at, 2, None, counted)
            self.sheet.write_blank(self.at, 3, None, self.look.open(OFFERED))
            self.sheet.set_row(self.at, _PART_HEIGHT)
            self.at += 1

    def _foot(self) -> None:
        self.at += 1
        contact = said.CONTACT.to(self.language).format(contact=self.form.contact or said.CONTACT_BY_HAND)
        self._wide(contact, {"italic": True})
        self._wide(said.FORM_CODE.to(self.language).format(form=self.look.id), {"font_size": 9, "font_color": GREY})


def _places(form: ReportForm) -> Iterator[tuple[str, Text]]:
    """What the form is for: the name of each line, and what it says."""
    yield "org_unit", said.by_language(lambda language: f"{form.org_unit_name.to(language)} ({form.org_unit})")
    yield "period", said.by_language(lambda language: period_text(form.period, language))
    yield "stage", said.STAGES[form.stage]
    if form.cut_off:
        yield "cut_off", said.by_language(lambda language: short_date(form.cut_off, language) if form.cut_off else "")
    if form.due:
        yield "due", said.by_language(lambda language: short_date(form.due, language) if form.due else "")
    plan = said.by_language(lambda language: form.plan_name.to(language) or form.plan_line)
    yield (
        "plan",
        said.by_language(
            lambda language: said.PLAN_OF.to(language).format(line=plan.to(language), version=form.plan_version)
        ),
    )
