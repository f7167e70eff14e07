"""What a unit of the example cluster sends back: its form of 2022, filled in, as a workbook."""

import datetime as dt
import io
from decimal import Decimal
from pathlib import Path

import xlsxwriter
from tests.dossier import cast

from tongket.dossier.asking import FormRequest, form_for
from tongket.dossier.form import FormStage
from tongket.dossier.grid import Book
from tongket.files.year_folder import read_year
from tongket.plan import Direction
from tongket.year import Period

FOLDER = Path(__file__).parents[2] / "examples" / "cluster-1-2022"


def form_of(code="PVEP", stage=FormStage.ESTIMATE):
    year, _ = read_year(FOLDER)
    asked = FormRequest(code, Period.parse("2022"), stage, year.head.cut_off)
    return form_for(year.organisation, year.plan, year.figures, asked)


def answers_of(form):
    """Figures near last year's for every row, so that nothing is to be said of them."""
    answers = {}
    for _, _, row in form.rows:
        if row.direction is Direction.ON_DATE:
            answers[row.code] = ("Chưa đến hạn", dt.date(2022, 12, 5))
        elif row.last_year is None or not row.last_year.is_exact:
            answers[row.code] = ("Chưa có số liệu", "Chưa có số liệu")
        else:
            to_date = row.last_year.exact if not row.accumulates else round(row.last_year.exact * 8 / 10, row.digits)
            answers[row.code] = (to_date, row.last_year.exact)
    return answers


def book_of(form, answers=None, name="PVEP-2022.xlsx"):
    grids = cast.book(answers_of(form) | (answers or {}), form=form).grids
    return Book(name, "0" * 64, grids)


def written(book):
    """A book as the bytes of a workbook."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as workbook:
        day = workbook.add_format({"num_format": "dd/mm/yyyy"})
        for grid in book.grids:
            sheet = workbook.add_worksheet(grid.name)
            if grid.hidden:
                sheet.very_hidden()
            for number, row in enumerate(grid.rows):
                for column, value in enumerate(row):
                    _write(sheet, number, column, value, day)
    return out.getvalue()


def _write(sheet, row, column, value, day):
    match value:
        case Decimal():
            sheet.write_number(row, column, float(value))
        case dt.date():
            sheet.write_datetime(row, column, value, day)
        case str():
            sheet.write_string(row, column, value)
