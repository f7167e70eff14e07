"""What a unit of the example cluster sends back: the form it was issued for 2022, filled in by hand."""

import datetime as dt
import io
from decimal import Decimal
from pathlib import Path

import openpyxl

from tongket.desk.issuing import request_for
from tongket.dossier import Section
from tongket.dossier.asking import form_for
from tongket.dossier.form import FIRST_ROW, NARRATIVE_PART, NARRATIVE_ROWS, SHEETS, FormColumn, FormStage
from tongket.files.form_workbook import written
from tongket.files.year_folder import read_year
from tongket.plan import Direction

FOLDER = Path(__file__).parents[2] / "examples" / "cluster-1-2022"
OPEN = (FormColumn.ACTUAL_TO_DATE.position + 1, FormColumn.ESTIMATE.position + 1)


def form_of(code="PVEP", stage=FormStage.ESTIMATE):
    year, _ = read_year(FOLDER)
    return form_for(year.organisation, year.plan, year.reported, request_for(year, code, stage))


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


def sent_back(form, answers=None, language="vi"):
    """The bytes of the form as issued, with the open cells filled in as an officer would in Excel."""
    book = openpyxl.load_workbook(io.BytesIO(written(form, language)))
    filled = answers_of(form) | (answers or {})
    for part, number, row in form.rows:
        for column, value in zip(OPEN, filled[row.code], strict=True):
            cell = book[part.sheet].cell(number + 1, column)
            cell.value = float(value) if isinstance(value, Decimal) else value
    _fill_words(book[SHEETS[NARRATIVE_PART]])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _fill_words(sheet):
    number = FIRST_ROW + 1
    for section, rows in NARRATIVE_ROWS.items():
        sheet.cell(number, 2).value = "Nội dung."
        if section is Section.SHORTCOMING:
            sheet.cell(number, 3).value, sheet.cell(number, 4).value = "Do giá.", "Giảm chi."
        number += rows
